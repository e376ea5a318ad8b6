"""Reports of a run and the printed run sheet."""
