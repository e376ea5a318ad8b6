"""The prompter's feed and the lines that desk and prompter exchange; the prompter renders from them alone.

The protocol is JSON, one object a line, UTF-8. The prompter opens with :class:`PromptHello`; the desk answers with
:class:`PromptPacket` lines, at least one each second; the prompter answers with :class:`PromptReport` lines, at
least one each second. Each line is complete: a lost or skipped one needs no repair.

Instants are milliseconds of the desk's suspend-counting monotonic clock. A prompter on the same machine shares it; a
client elsewhere measures how far its own is from it.

docs/prompter.md has every line with an example, and what either side does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.events import MessageKind
from livedesk.domain.script import LineKind

PROMPT_VERSION = 2


@dataclass(frozen=True, slots=True)
class PromptLine:
    """A line as the host reads it, variables filled. ``prices`` are the stretches (start, end) that name the
    live price or the price in hand, shown apart; ``claims`` those that a wording rule marks."""

    kind: LineKind
    text: str
    speaker: str = ""
    prices: tuple[tuple[int, int], ...] = ()
    claims: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PromptBlock:
    """The text of one segment (or standby plan)."""

    item_id: str
    title: str
    lines: tuple[PromptLine, ...]


@dataclass(frozen=True, slots=True)
class PromptMessage:
    """A message on the host's screen."""

    message_id: int
    kind: MessageKind
    text: str


@dataclass(frozen=True, slots=True)
class PromptFeed:
    """Everything that the host's screen shows.

    ``phase`` is that of the run. ``run`` tells one run from the next. ``airing`` and ``item_id`` name what is on
    air (0 and empty: nothing). ``remaining_ms`` is R_k at ``mono_ms``; it counts down from there while
    ``counting``. ``start_in_ms`` is the time to the planned start at ``mono_ms`` (None: on air or not known).
    ``behind_ms`` is the offset now. ``cpm`` is the reading speed in characters a minute. ``blocks`` are the text
    around what is on air, in order; ``standby`` tells that a contingency plan is on air.
    """

    version: int
    seq: int
    mono_ms: int
    show_title: str
    phase: str
    airing: int
    item_id: str
    remaining_ms: int | None
    counting: bool
    behind_ms: int
    next_title: str
    product_name: str = ""
    live_price: int | None = None
    list_price: int | None = None
    points: tuple[str, ...] = ()
    gifts: str = ""
    stock_left: int | None = None
    cpm: int = 260
    blocks: tuple[PromptBlock, ...] = ()
    messages: tuple[PromptMessage, ...] = ()
    run: str = ""
    rehearsal: bool = False
    standby: bool = False
    start_in_ms: int | None = None


@dataclass(frozen=True, slots=True)
class PromptPlace:
    """A place in the text: a character of a block, counted over its lines. ``airing`` is the one that was on air
    then; ``running`` tells whether the text moved, ``cpm`` how fast. A prompter that is started again goes on
    from here."""

    run: str
    airing: int
    item_id: str
    character: int
    running: bool
    cpm: int


@dataclass(frozen=True, slots=True)
class PromptAnchor:
    """Where reading is and how it moves: at ``character`` of the block ``item_id`` (counted over its lines, without
    the breaks between them, with fractions) at ``t0_ms``, and on from there at ``cps`` characters a second
    (negative: backwards). Any layout of the same text follows it."""

    item_id: str
    character: float
    cps: float
    t0_ms: int


def at(anchor: PromptAnchor, t_ms: float) -> float:
    """The character that is read at ``t_ms``: never before the beginning of the block. Its end is known to whoever
    has the text, and reading stops there. Before ``t0_ms`` nothing has moved yet."""
    return max(0.0, anchor.character + anchor.cps * max(0.0, t_ms - anchor.t0_ms) / 1000)


class PromptControl(StrEnum):
    """Who moves the text: the host with the prompter's own keys, or the director from the desk."""

    HOST = "host"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class PromptStage:
    """What the director has set up on the host's screens: who moves the text, whether they are blank, and the
    instant that they count down to (None: they count to nothing). ``seq`` grows with each change, also from one
    desk to the next; 0 is the stage that nobody has touched."""

    seq: int = 0
    control: PromptControl = PromptControl.HOST
    blank: bool = False
    count_until_ms: int | None = None


def newest(ours: PromptStage, theirs: PromptStage) -> PromptStage:
    """The stage that counts where two are known. Both sides remember it, so that it outlives either of them."""
    return theirs if theirs.seq > ours.seq else ours


class PromptOrderKind(StrEnum):
    """RUN and HOLD the text; SPEED: read at ``value`` characters a minute; NUDGE by ``value`` rows and STEP by
    ``value`` lines (negative: back); HOME: to the start of what is on air; JUMP: to the start of the segment
    ``item_id``."""

    RUN = "run"
    HOLD = "hold"
    SPEED = "speed"
    NUDGE = "nudge"
    STEP = "step"
    HOME = "home"
    JUMP = "jump"


@dataclass(frozen=True, slots=True)
class PromptOrder:
    """The director moves the text. ``seq`` grows from order to order, also from one desk to the next."""

    seq: int
    kind: PromptOrderKind
    value: float = 0.0
    item_id: str = ""


def orders_after(orders: Iterable[PromptOrder], carried: int) -> tuple[PromptOrder, ...]:
    """The orders that are still to be carried out where ``carried`` was the newest one so far, oldest first."""
    return tuple(sorted((each for each in orders if each.seq > carried), key=lambda each: each.seq))


@dataclass(frozen=True, slots=True)
class PromptHello:
    """The first line of a prompter: the protocol's version, the token of the data folder, and its process id (0: it
    is no process of this machine, so that the desk neither starts nor ends it). ``carried`` is the newest order that
    it has carried out (None: it has heard no desk yet). ``name`` tells it from others (empty: the first one)."""

    version: int
    token: str
    pid: int
    carried: int | None = None
    name: str = ""


def is_prompter_name(name: str) -> bool:
    """Whether a prompter may be called so: empty, or up to 32 letters, digits, ``_`` and (not first) ``-``. Its files
    are named after it."""
    return re.fullmatch(r"(\w[\w-]{0,31})?", name) is not None


@dataclass(frozen=True, slots=True)
class PromptPong:
    """The desk's answer to a ping: the prompter's clock as it came with it, and the desk's (ms) at the answer. See
    :mod:`livedesk.domain.prompt_clock`."""

    ping_ms: float
    desk_ms: int


@dataclass(frozen=True, slots=True)
class PromptPacket:
    """A line of the desk. Without ``feed`` it only says that the desk is there.

    ``place`` comes with the first one where an earlier prompter left off, and so does ``acknowledged``, the newest
    message that the host confirmed there. ``refused`` (``token``, ``version``, ``name``) is the last word of a desk
    that closes the connection; ``close`` asks the prompter to end. ``stage`` is the desk's; ``orders`` are those that
    the prompter has not yet reported as carried out, the same ones again until it does. ``carried`` comes with the
    first packet for a process that has heard no desk yet: orders up to it were for the one before. ``pong`` answers
    a report that had a ping. ``lead`` is how the text moves on the prompter that leads, for those that only follow
    (None: none does, or it does not tell)."""

    version: int
    feed: PromptFeed | None = None
    place: PromptPlace | None = None
    acknowledged: int = 0
    refused: str = ""
    close: bool = False
    stage: PromptStage = PromptStage()
    orders: tuple[PromptOrder, ...] = ()
    carried: int | None = None
    pong: PromptPong | None = None
    lead: PromptAnchor | None = None


@dataclass(frozen=True, slots=True)
class PromptReport:
    """How the prompter stands: windows that show text, the newest message of ``run`` that the host confirmed
    (0: none), the place at the read line. ``closing``: the person closed it, so that it is not started again.
    ``anchor`` is how the text moves (None: it does not tell), ``stage`` the newest one that the prompter knows,
    ``carried`` the newest order that it has carried out (None: it has heard no desk yet). ``ping_ms`` is the reading
    of its own clock where it asks for the desk's."""

    screens: int
    acknowledged: int = 0
    place: PromptPlace | None = None
    closing: bool = False
    run: str = ""
    anchor: PromptAnchor | None = None
    stage: PromptStage = PromptStage()
    carried: int | None = None
    ping_ms: float | None = None
