"""The prompter's feed: small, versioned, complete in each message. The prompter's process renders from it alone.

Instants are milliseconds of the machine's suspend-counting monotonic clock, which desk and prompter share.
"""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.events import MessageKind
from livedesk.domain.script import LineKind

PROMPT_VERSION = 1


@dataclass(frozen=True, slots=True)
class PromptLine:
    """A line as the host reads it, variables filled. ``prices`` are the stretches (start, end) that a filled
    price takes, shown apart; ``claims`` those that a wording rule marks."""

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
    """A message on the host's screen; ``count`` how many asked the same."""

    message_id: int
    kind: MessageKind
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class PromptFeed:
    """Everything that the host's screen shows.

    ``phase`` is that of the run. ``airing`` and ``item_id`` name what is on air (0 and empty: nothing).
    ``remaining_ms`` is R_k at ``mono_ms``; it counts down from there while ``counting``. ``behind_ms`` is the
    offset now. ``cpm`` is the reading speed in characters a minute.
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
