"""The editor in which a show is written: rundown, timeline, script and properties."""
