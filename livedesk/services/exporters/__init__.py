"""Writing shows and runs to files. Every function gives the bytes; the front door writes them in one step."""
