"""The front door: command line, composition, paths, settings, logging."""
