"""Reads the order file of a Douyin shop (抖店 CSV).

Columns are found by their names; whatever is not named here (name, phone, address …) is never looked at. A file
is read twice and streamed both times: once to know its encoding and digest, once for the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from livedesk.domain.clock import to_ms
from livedesk.domain.errors import UserError
from livedesk.domain.feed import OrderRow, OrderState, RowProblem
from livedesk.domain.money import parse_yuan
from livedesk.services.ingest import text_file
from livedesk.services.ingest.privacy import Privacy, clean_text
from livedesk.services.ingest.text_file import Cancelled, bare, never

MAX_PROBLEMS = 100
MAX_QUANTITY = 1_000_000
MAX_DIGITS = 12
MAX_FEN = 10**13
HEADER_WITHIN = 10

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "order": ("主订单编号", "订单编号", "主订单号", "订单号"),
    "item": ("子订单编号", "子订单号", "商品单号"),
    "name": ("选购商品", "商品名称", "商品标题"),
    "spec": ("商品规格", "规格", "SKU规格"),
    "quantity": ("商品数量", "数量"),
    "product": ("商品ID", "商品编号"),
    "code": ("商家编码", "商家SKU编码"),
    "amount": ("订单应付金额", "应付金额"),
    "submitted": ("订单提交时间", "提交时间", "下单时间"),
    "paid": ("支付完成时间", "支付时间", "付款时间"),
    "state": ("订单状态",),
    "after": ("售后状态",),
    "refund": ("退款金额", "实际退款金额", "售后退款金额"),
    "buyer": ("买家ID", "用户ID", "买家会员名", "买家昵称"),
    "source": ("流量来源",),
}
REQUIRED = ("order", "amount", "paid")
_DATE = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+"
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:?\d\d)?"
)
_SPLIT = re.compile(r"[;；]")
_CLOSED = ("已关闭", "已取消", "交易关闭")


@dataclass(slots=True)
class OrderFile:
    """One order file. ``read``, ``wrong`` and ``problems`` (the first hundred) grow while :meth:`rows` is read;
    every row that is not blank is given or wrong."""

    path: Path
    layout: text_file.Layout
    read: int = 0
    wrong: int = 0
    problems: list[RowProblem] = field(default_factory=list)

    def rows(
        self, privacy: Privacy, zone: str = "Asia/Shanghai", cancelled: Cancelled = never
    ) -> Iterator[OrderRow]:
        """The order rows; times without an offset are read in ``zone``. Raises UserError
        ``orders.not_an_order_file`` (``missing``: the columns that were not found), ``orders.unreadable`` and
        ``orders.cancelled``."""
        self.read, self.wrong = 0, 0
        self.problems.clear()
        source = text_file.rows(self.path, self.layout, cancelled)
        columns, width = _header(self.path.name, source)
        reader = _Reader(columns, width, privacy, ZoneInfo(zone))
        for number, row in source:
            if text_file.is_blank(row):
                continue
            self.read += 1
            try:
                yield reader.read(row)
            except _WrongRowError as error:
                self.wrong += 1
                if len(self.problems) < MAX_PROBLEMS:
                    self.problems.append(RowProblem(number, error.reason, error.column))


def open_orders(path: Path, cancelled: Cancelled = never) -> OrderFile:
    """Look at a file. Raises UserError ``orders.unreadable``, ``orders.not_an_order_file`` and
    ``orders.cancelled``."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise UserError("orders.unreadable", file=path.name, row=0, reason=str(error)) from error
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")) or not head:
        raise UserError("orders.not_an_order_file", file=path.name, missing="、".join(_first(REQUIRED)))
    return OrderFile(path, text_file.detect(path, cancelled))


class _WrongRowError(Exception):
    """A row that cannot be kept: why (see feed.RowProblem), and in which column, in the file's own terms. It never
    holds a cell's content: where a row is shifted, that is somebody's name, phone or address."""

    def __init__(self, reason: str, key: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.column = COLUMNS[key][0] if key else ""


def _header(file: str, source: Iterator[tuple[int, list[str]]]) -> tuple[dict[str, int], int]:
    """Where the columns are: the first of the top rows that has every required one. A column that stands twice
    under names of the same meaning is taken at its first name."""
    best: tuple[str, ...] = REQUIRED
    for _ in range(HEADER_WITHIN):
        found = next(source, None)
        if found is None:
            break
        names = [_name(cell) for cell in found[1]]
        columns = {}
        for key, aliases in COLUMNS.items():
            place = next((names.index(alias.casefold()) for alias in aliases if alias.casefold() in names), None)
            if place is not None:
                columns[key] = place
        missing = tuple(key for key in REQUIRED if key not in columns)
        if not missing:
            return columns, len(names)
        best = min(best, missing, key=len)
    raise UserError("orders.not_an_order_file", file=file, missing="、".join(_first(best)))


def _first(keys: Sequence[str]) -> list[str]:
    return [COLUMNS[key][0] for key in keys]


def _name(cell: str) -> str:
    """A column's name without its unit: ``订单应付金额（元）`` is ``订单应付金额``."""
    return re.sub(r"[（(].*?[）)]$", "", bare(cell)).replace(" ", "").casefold()


class _Reader:
    """Turns rows of one layout into order rows."""

    def __init__(self, columns: Mapping[str, int], width: int, privacy: Privacy, zone: ZoneInfo) -> None:
        self._columns = columns
        self._width = width
        self._privacy = privacy
        self._zone = zone
        self._seen: Counter[str] = Counter()

    def read(self, row: list[str]) -> OrderRow:
        """One row. Raises _WrongRowError."""
        if len(row) < self._width or any(cell.strip() for cell in row[self._width :]):
            raise _WrongRowError("width_differs")
        cells = {key: bare(row[place]) for key, place in self._columns.items()}
        order, after = cells["order"], cells.get("after", "")
        if not re.fullmatch(r"[0-9A-Za-z_-]{4,64}", order):
            raise _WrongRowError("not_an_id", "order")
        submitted, paid = self._instant(cells, "submitted"), self._instant(cells, "paid")
        if submitted is None and paid is None:
            raise _WrongRowError("no_time")
        product = _joined(cells.get("product", ""))
        quantities = _quantities(cells.get("quantity", "1" if "quantity" not in cells else ""))
        refund = _money(cells, "refund") if cells.get("refund") else None
        state = _state(paid, cells.get("state", ""), after)
        return OrderRow(
            order=order,
            item=clean_text(cells.get("item", ""), 64) or self._place(order, product, cells),
            product_name=_joined(cells.get("name", "")),
            product_id=product,
            code=_joined(cells.get("code", "")),
            quantity=sum(quantities),
            amount=_money(cells, "amount"),
            submitted_ms=submitted,
            paid_ms=paid,
            state=state,
            refund=refund or 0,
            refund_known=refund is not None or ("refund" in cells and state is not OrderState.REFUNDED),
            buyer=self._buyer(cells.get("buyer", "")),
            source=clean_text(cells.get("source", ""), 40),
            quantities=quantities if len(quantities) > 1 else (),
        )

    def _place(self, order: str, product: str, cells: Mapping[str, str]) -> str:
        """What stands for a row without an id of its own: its order and what was bought, counted where the order
        has the same again."""
        name, code, spec = (clean_text(cells.get(key, ""), 60) for key in ("name", "code", "spec"))
        item = "/".join((order, product or name, code, spec)).rstrip("/")
        self._seen[item] += 1
        return item if self._seen[item] == 1 else f"{item}#{self._seen[item]}"

    def _buyer(self, cell: str) -> str:
        """Encrypted cells (``##…``) differ from row to row for the same buyer: they name nobody."""
        return "" if cell.startswith("#") or "*" in cell else self._privacy.user(cell)

    def _instant(self, cells: Mapping[str, str], key: str) -> int | None:
        cell = cells.get(key, "")
        if not cell:
            return None
        match = _DATE.fullmatch(cell)
        try:
            if match is None:
                raise ValueError(cell)
            year, month, day, hour, minute, second, part, offset = match.groups()
            micro = int((part or "").ljust(6, "0"))
            local = datetime(
                int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro, self._zone
            )
            if offset:
                zone = datetime.fromisoformat(f"2000-01-01T00:00:00{offset}").tzinfo
                local = local.replace(tzinfo=zone)
            if not 2000 <= local.year <= 2200:
                raise ValueError(cell)
            return to_ms(local)
        except (ValueError, OverflowError) as error:
            raise _WrongRowError("not_a_time", key) from error


def _joined(cell: str) -> str:
    """The items of a cell, each clean, joined by ``;``."""
    return ";".join(clean_text(bare(part), 200) for part in _SPLIT.split(cell)) if cell else ""


def _quantities(cell: str) -> tuple[int, ...]:
    parts = [bare(part).replace(",", "") for part in _SPLIT.split(cell)]
    whole = all(part.isascii() and part.isdigit() and len(part) <= MAX_DIGITS for part in parts)
    if not whole or not all(0 < int(part) <= MAX_QUANTITY for part in parts):
        raise _WrongRowError("not_a_quantity", "quantity")
    return tuple(int(part) for part in parts)


def _money(cells: Mapping[str, str], key: str) -> int:
    cell = cells[key]
    try:
        fen = parse_yuan(cell)
    except UserError as error:
        raise _WrongRowError("not_an_amount", key) from error
    if not 0 <= fen <= MAX_FEN:
        raise _WrongRowError("out_of_range", key)
    return fen


def _state(paid: int | None, state: str, after: str) -> OrderState:
    """``已关闭`` after payment is no refund by itself: only 售后状态 says that money went back."""
    if after == "退款成功":
        return OrderState.REFUNDED
    if paid is not None:
        return OrderState.PAID
    return OrderState.CANCELLED if any(word in state for word in _CLOSED) else OrderState.UNPAID
