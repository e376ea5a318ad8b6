"""What a picture in a file is known by, and how much of them a workbook holds."""

from __future__ import annotations

MAX_PICTURE = 16 * 2**20
"""The largest picture, in bytes."""
MAX_PICTURES = 96 * 2**20
"""All pictures of a workbook together."""
MOST_PICTURES = 3_900
"""So many different ones."""
_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"BM", "bmp"))


def picture_type(data: bytes) -> str:
    """The file extension that the first bytes of a picture stand for, empty for no picture."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), "")
