"""Shows and their run sheets: the list, and the import with its preview."""
