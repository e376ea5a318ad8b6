"""The checks before air, and the host's prompter."""
