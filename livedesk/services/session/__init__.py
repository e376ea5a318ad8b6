"""The session: runs a show on its own thread."""
