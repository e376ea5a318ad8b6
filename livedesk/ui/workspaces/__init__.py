"""The workspaces: one package for each room of the program."""
