"""The encodings in which teams keep their text files."""

from __future__ import annotations

import codecs

HEAD = 4_096


def possible_encodings(data: bytes) -> tuple[str, ...]:
    """Python's names of the encodings that a file which begins like this may have, likeliest first: UTF-8, UTF-16
    (with or without a mark), or GB18030, which holds GBK and GB2312. Whoever can decode the whole file with one has
    found it."""
    if data.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    head = data[:HEAD]
    if 0 in head:
        # ASCII marks (commas, digits) leave their zero byte on the odd places in little endian.
        little = head[1::2].count(0) >= head[0::2].count(0)
        return ("utf-16-le",) if little else ("utf-16-be",)
    return ("utf-8", "gb18030")
