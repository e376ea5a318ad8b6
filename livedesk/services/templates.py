"""Templates: segments, groups, standby plans and whole shows kept to be used again in any show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from livedesk.domain.clipping import Clipping
from livedesk.domain.codec import decode, encode
from livedesk.domain.ports import Kept
from livedesk.domain.reschedule import reschedule
from livedesk.domain.rundown import Approval, Show

KIND = "template"


@dataclass(frozen=True, slots=True)
class Template:
    """What is kept: segments (``clipping``, a whole group where it says so, or standby plans), or a ``show``."""

    key: str
    title: str
    clipping: Clipping | None = None
    show: Show | None = None


def of_segments(key: str, title: str, clipping: Clipping) -> Template:
    """A template of a segment, of several, of a group, or of standby plans. What was let stand of its words on one
    evening is checked again on the next."""
    return Template(key, title, replace(clipping, let_stand=()))


def of_show(key: str, title: str, show: Show) -> Template:
    """A template of a whole show. What was said of its words on one evening is not said of the next."""
    return Template(key, title, show=replace(show, claim_overrides=(), approval=Approval.DRAFT))


def new_show(template: Template, title: str, start: datetime) -> Show:
    """A show made from a template of one, at the wall time ``start`` of its zone."""
    if template.show is None:
        raise ValueError("a template of segments is no show")
    return reschedule(replace(template.show, title=title), start)


def templates(kept: Kept) -> tuple[Template, ...]:
    """All templates, the newest first."""
    return tuple(decode(item.document, Template) for item in kept.all(KIND))


def keep_template(kept: Kept, template: Template, *, by: str, at_ms: int) -> None:
    """Keep a template, in place of one with the same key."""
    kept.put(KIND, template.key, encode(template), by=by, at_ms=at_ms)


def drop_template(kept: Kept, key: str) -> None:
    """Forget a template."""
    kept.drop(KIND, key)
