"""Messages as relays send them, for the tests of the feeds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from livedesk.domain.feed import BatchReport, FeedEvent, OrderRow, RowProblem
from livedesk.services.ingest.privacy import Privacy

START = 1_795_608_000_000
PRIVACY = Privacy(b"a salt of the tests")


def message(kind: object, **data: Any) -> str:
    """An envelope with its data encoded twice."""
    return json.dumps({"Type": kind, "ProcessName": "直播伴侣", "Data": json.dumps(data, ensure_ascii=False)})


def person(number: int = 7_301, name: str = "风吹麦浪") -> dict[str, Any]:
    """A user of the relay."""
    return {
        "Id": number,
        "ShortId": 12,
        "DisplayId": "d12",
        "Nickname": name,
        "SecUid": f"MS4{number}",
        "Gender": 2,
    }


HEADER = (
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品金额,订单应付金额,运费,收件人,收件人手机号,"
    "详细地址,订单提交时间,支付完成时间,订单完成时间,订单状态,售后状态,取消原因,流量来源"
)
ZONE = ZoneInfo("Asia/Shanghai")


def shown(ms: int | None) -> str:
    """An instant as order files write it."""
    return "-" if ms is None else datetime.fromtimestamp(ms / 1000, ZONE).strftime("%Y-%m-%d %H:%M:%S")


def order_line(
    number: int,
    paid_ms: int | None,
    *,
    yuan: str = "129.00",
    quantity: str = "1",
    product: str = "361",
    name: str = "修护霜 50ml",
    state: str = "待发货",
    after: str = "-",
    order: int | None = None,
) -> str:
    """One row of an order file in the platform's own way: ids with a tab, encrypted people, ``-`` for empty."""
    cells = [
        f"\t6917{order or number:010d}", f"\t6918{number:010d}", name, "标准", quantity, f"\t{product}",
        f"C{product}", yuan, yuan, "0.00", "##aGVsbG8=", "##13800000000", "##某地某路",
        shown((paid_ms or START) - 5_000), shown(paid_ms), "-", state, after, "-", "直播",
    ]  # fmt: skip
    return ",".join(f'"{cell}"' for cell in cells)


class MemoryFeeds:
    """The store's port for feeds, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], FeedEvent] = {}
        self.rows: dict[str, OrderRow] = {}
        self.batches: dict[str, int] = {}

    def add_events(self, run_id: int, source: str, events: Sequence[FeedEvent]) -> int:
        before = len(self.kept)
        for event in events:
            self.kept.setdefault((source, event.key), event)
        return len(self.kept) - before

    def add_orders(
        self,
        run_id: int,
        rows: Iterable[OrderRow],
        *,
        file: str,
        sha256: str,
        read: int,
        problems: Sequence[RowProblem],
        window: tuple[int, int],
        at_ms: int,
    ) -> BatchReport:
        batch = self.batches.setdefault(sha256, len(self.batches) + 1)
        given = kept = duplicate = outside = 0
        for row in rows:
            given += 1
            when = row.paid_ms if row.paid_ms is not None else row.submitted_ms
            assert when is not None
            if not window[0] <= when <= window[1]:
                outside += 1
            elif self.rows.get(row.item) == row:
                duplicate += 1
            else:
                self.rows[row.item] = row
                kept += 1
        return BatchReport(batch, read, kept, duplicate, read - given, outside, tuple(problems[:100]))

    def events(self, run_id: int, since_ms: int | None = None) -> tuple[FeedEvent, ...]:
        found = [event for event in self.kept.values() if since_ms is None or event.at_ms >= since_ms]
        return tuple(sorted(found, key=lambda event: (event.at_ms, event.key)))

    def orders(self, run_id: int) -> tuple[OrderRow, ...]:
        return tuple(sorted(self.rows.values(), key=lambda row: (row.paid_ms or row.submitted_ms or 0, row.item)))
