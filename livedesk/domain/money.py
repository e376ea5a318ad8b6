"""Money as whole fen; decimals exist only at the edges."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from livedesk.domain.errors import UserError

_PLAIN = re.compile(r"^-?\d+(\.\d+)?$")


def parse_yuan(text: str) -> int:
    """Read an amount in yuan (``¥1,299.00``, ``99元``, ``1.2万``) as whole fen.

    Raises UserError ``money.unreadable`` where the text is no amount, and ``money.below_fen`` where it has
    parts smaller than one fen: money is never rounded in silence.
    """
    bare = text.strip().replace(",", "").replace("，", "").replace(" ", "")
    bare = bare.removeprefix("¥").removeprefix("￥").removesuffix("元")
    factor = 100
    if bare.endswith("万"):
        bare, factor = bare[:-1], 1_000_000
    if not _PLAIN.match(bare):
        raise UserError("money.unreadable", value=text)
    try:
        fen = Decimal(bare) * factor
    except InvalidOperation as error:
        raise UserError("money.unreadable", value=text) from error
    if fen != fen.to_integral_value():
        raise UserError("money.below_fen", value=text)
    return int(fen)


def format_yuan(fen: int, *, sign: str = "¥") -> str:
    """Write fen as yuan with thousands: 12900 → ``¥129``, 12950 → ``¥129.50``, -5 → ``-¥0.05``."""
    minus = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{minus}{sign}{yuan:,}.{rest:02d}" if rest else f"{minus}{sign}{yuan:,}"


def split_by_weight(total: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Split ``total`` fen in proportion to ``weights`` by the largest remainder; the parts sum to ``total``.

    Where every weight is zero the parts are as equal as whole fen allow, the first ones taking the rest.
    Raises ValueError for no weights or a negative one.
    """
    if not weights or any(weight < 0 for weight in weights):
        raise ValueError("weights must be present and not negative")
    whole = sum(weights)
    if whole == 0:
        weights, whole = (1,) * len(weights), len(weights)
    size = abs(total)
    shares = [size * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(size * weights[i] % whole), i))
    for i in order[: size - sum(shares)]:
        shares[i] += 1
    return tuple(shares if total >= 0 else [-share for share in shares])
