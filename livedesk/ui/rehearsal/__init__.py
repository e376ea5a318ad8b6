"""The rehearsal in the interface: the strip that asks how, the bar that is over the pages while one runs."""
