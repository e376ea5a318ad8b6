"""What arrives from the audience and the shop, already cleaned of personal data.

``at_ms`` is an instant (epoch ms). ``user`` is a keyed hash of the platform's user id (never the id itself),
empty where the feed gives none. ``key`` identifies the event within its source: the same one twice is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Marks what never was: the source of simulated order rows, and the beginning of simulated events' keys.
SIMULATED = "simulated"


class FeedKind(StrEnum):
    """The kinds of event that a bullet-comment relay gives."""

    COMMENT = "comment"
    LIKE = "like"
    ENTER = "enter"
    FOLLOW = "follow"
    GIFT = "gift"
    STATS = "stats"
    FAN_CLUB = "fan_club"
    SHARE = "share"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event. ``count``: likes of this event, gifts of it, or people online (STATS). ``total``: the room's
    own running total where it says one (likes; for STATS the views so far), else None. ``text``: the comment,
    or the gift's name. ``nickname`` is masked (first character and stars); ``value``: diamonds of a gift."""

    key: str
    kind: FeedKind
    at_ms: int
    user: str = ""
    nickname: str = ""
    text: str = ""
    count: int = 1
    total: int | None = None
    value: int = 0

    @property
    def simulated(self) -> bool:
        """Whether it never was, but was played by a rehearsal."""
        return self.key.startswith(SIMULATED)


class OrderState(StrEnum):
    """How an order row stands for the money: PAID, UNPAID, CANCELLED (before payment), REFUNDED (in full)."""

    PAID = "paid"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


_PROGRESS = {OrderState.UNPAID: 0, OrderState.CANCELLED: 1, OrderState.PAID: 2, OrderState.REFUNDED: 3}


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One row of an order file, money in fen, without name, phone and address.

    A row may hold several items: then ``product_name``, ``product_id`` and ``code`` join them with ``;``,
    ``quantity`` is their sum and ``quantities`` gives each (empty for a row with one item).

    ``order`` is 主订单编号, ``item`` 子订单编号 (the row's identity), ``amount`` 订单应付金额, ``refund`` the
    refunded amount, ``refund_known`` False where the file does not say it and the refund is the amount of
    rows whose 售后状态 is 退款成功. ``buyer`` is a keyed hash, empty where the file names none. ``paid_ms`` None:
    not paid.
    """

    order: str
    item: str
    product_name: str
    product_id: str
    code: str
    quantity: int
    amount: int
    submitted_ms: int | None
    paid_ms: int | None
    state: OrderState
    refund: int = 0
    refund_known: bool = False
    buyer: str = ""
    source: str = ""
    quantities: tuple[int, ...] = ()

    @property
    def simulated(self) -> bool:
        """Whether it never was, but was played by a rehearsal."""
        return self.source == SIMULATED

    @property
    def progress(self) -> tuple[int, bool, int]:
        """How far a row has come: unpaid, cancelled, paid, refunded; then a known refund over a guessed one, and
        a larger one over a smaller. Of two versions of a row the one that is further is the truth, so that files
        converge in whatever order they are imported."""
        return _PROGRESS[self.state], self.refund_known, self.refund

    @property
    def refunded(self) -> int:
        """What was paid back of this row, by the rule above (fen)."""
        if self.paid_ms is None:
            return 0
        if self.refund_known:
            return self.refund
        return self.amount if self.state is OrderState.REFUNDED else 0


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was not kept as it stands. ``reason`` is a code (``not_an_amount``), ``column`` the column in the
    file's own terms where it lies in one, ``file`` the file's name where several were read."""

    row: int
    reason: str
    column: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of one imported file: every row read is kept, duplicate, wrong or outside the run's time.
    ``problems`` lists at most 100."""

    batch: int
    read: int
    kept: int
    duplicate: int
    wrong: int
    outside: int
    problems: tuple[RowProblem, ...] = ()
