"""Pure rules: frozen dataclasses and functions. No Qt, no SQL, no network, no file, no clock."""
