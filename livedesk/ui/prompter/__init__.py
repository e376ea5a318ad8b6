"""The host's prompter: a process of its own that outlives the desk."""
