"""Item models: keyed by id, changed by precise steps, never reset on a tick."""
