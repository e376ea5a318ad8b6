"""Qt: the bridge between threads, actions, theme, workspaces, prompter, widgets, models."""
