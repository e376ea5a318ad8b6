"""What a damaged workbook or document is told by."""

from __future__ import annotations

from zipfile import BadZipFile

DAMAGED = (BadZipFile, ValueError, OSError, EOFError, NotImplementedError)
"""What reading a zip archive raises where it is damaged: its directory, a number or a length in it, a stream that ends
too early, a way of packing that there is none of."""
