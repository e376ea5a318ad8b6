"""The sample show's content as the builders use it, read from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
TITLE = "秋冬护肤专场"
HOST = "主播一"
START = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
"""20:00 on 2026-11-25 in Asia/Shanghai, which has had no daylight saving time since 1991."""
SHANGHAI = timedelta(hours=8)


@dataclass(frozen=True)
class Product:
    """One product; prices are whole fen, ``look`` is (shape, colour, label) of its drawn picture."""

    link: int
    name: str
    brand: str
    spec: str
    role: str
    type: str
    combo: str
    list_price: int
    live_price: int
    hand_price: int
    cost: int
    offer: str
    gifts: str
    stock: int
    limit: int
    points: tuple[str, ...]
    avoid: tuple[str, ...]
    codes: tuple[str, ...]
    look: tuple[str, str, str]

    @property
    def platform_id(self) -> str:
        """A made-up 商品ID: 19 digits, as the platform's are."""
        return f"3600100000000000{self.link:03d}"

    @property
    def picture(self) -> str:
        """The picture's place beside the sheet."""
        return f"media/p{self.link:02d}.png"


@dataclass(frozen=True)
class Segment:
    """One row of the 流程单. ``begin`` and ``end`` are minutes after the start; ``follow``: the next one goes on
    by itself. ``audience`` is how much of the crowd it holds (1 = as before), ``orders`` how many orders are paid
    for a link because of it."""

    number: int
    group: str
    time: str
    begin: int
    end: int
    title: str
    kind: str
    products: tuple[int, ...]
    scene: str
    move: str
    person: str
    talk: str
    cues: tuple[str, ...]
    note: str
    follow: bool
    audience: float
    orders: dict[int, int]
    script: str
    cohost: str


@dataclass(frozen=True)
class Standby:
    """One row under 应急预案; ``product`` is a link number, 0 for none, ``message`` what the host is told."""

    title: str
    mode: str
    time: str
    scene: str
    person: str
    trigger: str
    script: str
    product: int = 0
    move: str = ""
    cues: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True)
class Promotion:
    """One row of the 促销 sheet; ``product`` is a link number, 0 for the whole room."""

    title: str
    kind: str
    segment: int
    time: str
    price: str
    cap: int
    product: int


@dataclass(frozen=True)
class Check:
    """One row of the 检查表."""

    group: str
    title: str
    how: str
    critical: bool
    owner: str
    minutes: str
    probe: str


@dataclass(frozen=True)
class Sample:
    """Everything that the files of the sample show are made from."""

    products: tuple[Product, ...]
    segments: tuple[Segment, ...]
    standbys: tuple[Standby, ...]
    promotions: tuple[Promotion, ...]
    checks: tuple[Check, ...]

    def product(self, link: int) -> Product:
        """The product behind a link number; KeyError for a number that is not there."""
        for product in self.products:
            if product.link == link:
                return product
        raise KeyError(link)

    def segment_at(self, minute: float) -> Segment:
        """The segment on air at a minute after the start; in a gap, and outside the show, the nearest before."""
        past = [segment for segment in self.segments if segment.begin <= minute]
        return past[-1] if past else self.segments[0]


def fen(yuan: str) -> int:
    """Yuan as text in whole fen."""
    return int(Decimal(yuan) * 100)


def load() -> Sample:
    """Read all content files."""
    plans = _read("standby.toml")
    rows = [row for part in (1, 2, 3) for row in _read(f"rundown_{part}.toml")["segment"]]
    return Sample(
        products=tuple(_product(row) for row in _read("products.toml")["product"]),
        segments=tuple(_segment(number, row) for number, row in enumerate(rows, start=1)),
        standbys=tuple(_standby(row) for row in plans["standby"]),
        promotions=tuple(Promotion(**row) for row in plans["promotion"]),
        checks=tuple(Check(*row) for row in _read("checklist.toml")["rows"]),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


def _product(row: dict[str, Any]) -> Product:
    prices = {"list_price": "list", "live_price": "live", "hand_price": "hand", "cost": "cost"}
    values = {key: value for key, value in row.items() if key not in prices.values()}
    values |= {field: fen(row[key]) for field, key in prices.items()}
    values |= {key: tuple(row[key]) for key in ("points", "avoid", "codes", "look")}
    return Product(**values)


def _segment(number: int, row: dict[str, Any]) -> Segment:
    begin, end = (_minutes(part) for part in row["time"].split("-"))
    values = dict(row)
    values["products"] = tuple(row.get("products", ()))
    values["cues"] = tuple(row["cues"])
    values["orders"] = {int(link): count for link, count in row["orders"].items()}
    values["follow"] = bool(row.get("follow"))
    values["script"] = row["script"].strip()
    values["cohost"] = row["cohost"].strip()
    return Segment(number=number, begin=begin, end=end, **values)


def _standby(row: dict[str, Any]) -> Standby:
    return Standby(**{**row, "script": row["script"].strip(), "cues": tuple(row.get("cues", ()))})


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return (int(hours) - 20) * 60 + int(minutes)
