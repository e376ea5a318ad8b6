"""Find and replace in everything that is written in a show: scripts, titles and notes, as one edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.domain.editing import joined, rewrite, set_fields
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.errors import UserError
from livedesk.domain.find import Query, Span, find_in, replaced, replaced_at, written
from livedesk.domain.rundown import Group, Segment, Show, Standby
from livedesk.domain.script import Script, parse_script

FEW_SCRIPTS = 100
"""So many scripts are changed line by line, so that what somebody else writes in them goes on beside it. Every splice
makes the rundown anew; of more scripts each is put in place as a whole, all at once."""


class Where(StrEnum):
    """What a text is, in the order in which those of one item are read: the title of the group that begins with it,
    its own title, its script, its note."""

    GROUP = "group"
    TITLE = "title"
    SCRIPT = "script"
    NOTE = "note"


ORDER: Mapping[Where, int] = {where: at for at, where in enumerate(Where)}


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch [``start``, ``end``) of a text of a segment or standby plan, or of the title of a group (``item_id``
    is the group's then)."""

    item_id: str
    start: int
    end: int
    where: Where = Where.SCRIPT


def find_all(show: Show, query: Query, texts: Mapping[str, str] | None = None) -> tuple[Hit, ...]:
    """Every place of a show in reading order: each group before its first segment, segments, groups without any,
    then standby plans. ``texts`` stand in for scripts (by item) that are being written. Raises what
    :func:`livedesk.domain.find.find_in` raises."""
    known = texts or {}
    found: list[Hit] = []
    for where, item in _texts(show):
        text = known[item.id] if where is Where.SCRIPT and item.id in known else _text(where, item)
        if text:
            found += [Hit(item.id, span.start, span.end, where) for span in find_in(text, query)]
    return tuple(found)


def replace_hit(show: Show, hit: Hit, query: Query, by: str) -> tuple[Edit, Hit] | None:
    """The edit that replaces a place outside of scripts, and where what took its place stands; None where it is no
    place (any more), or nothing changes. Raises UserError ``find.empty_title`` (title) where nothing would be left of
    a title, and what :func:`livedesk.domain.find.replaced` raises."""
    found = next((item for where, item in _texts(show) if where is hit.where and item.id == hit.item_id), None)
    if found is None or hit.where is Where.SCRIPT:
        return None
    old = _text(hit.where, found)
    made = replaced_at(old, query, by, Span(hit.start, hit.end))
    if made is None:
        return None
    text = _kept(hit.where, made[0])
    if not text and hit.where is not Where.NOTE:
        raise UserError("find.empty_title", title=old)
    edit = _edit(show, {(hit.where, hit.item_id): text})
    if edit is None:
        return None
    # At its beginning a title keeps no spaces: what stands behind them has moved.
    gone = 0 if hit.where is Where.NOTE else len(made[0]) - len(made[0].lstrip())
    start, end = (min(len(text), max(0, at - gone)) for at in (made[1].start, made[1].end))
    return edit, Hit(hit.item_id, start, end, hit.where)


def replace_all(show: Show, query: Query, by: str) -> tuple[Edit | None, int]:
    """One edit that replaces every place of a show, and how many places those are. A title of which nothing would be
    left stays as it is. Raises what :func:`livedesk.domain.find.replaced` raises."""
    scripts: list[tuple[Segment | Standby, Script]] = []
    texts: dict[tuple[Where, str], str] = {}
    total = 0
    for where, item in _texts(show):
        old = _text(where, item)
        if not old:
            continue
        new, count = replaced(old, query, by)
        if not count:
            continue
        if where is Where.SCRIPT:
            assert not isinstance(item, Group)  # a group has a title only
            scripts.append((item, parse_script(new)))
        else:
            new = _kept(where, new)
            if not new and where is not Where.NOTE:
                continue
            texts[where, item.id] = new
        total += count
    return _edit(show, texts, scripts), total


def _texts(show: Show) -> Iterator[tuple[Where, Segment | Standby | Group]]:
    """Everything that is looked through, in reading order."""
    left = {group.id: group for group in show.groups}
    for segment in show.segments:
        group = left.pop(segment.group_id, None)
        if group is not None:
            yield Where.GROUP, group
        yield Where.TITLE, segment
        if segment.script.lines:
            yield Where.SCRIPT, segment
        if segment.note:
            yield Where.NOTE, segment
    for group in left.values():
        yield Where.GROUP, group
    for plan in show.standbys:
        yield Where.TITLE, plan
        if plan.script.lines:
            yield Where.SCRIPT, plan


def _text(where: Where, item: Segment | Standby | Group) -> str:
    if isinstance(item, Group) or where is Where.TITLE:
        return item.title
    if where is Where.SCRIPT:
        return written(item.script)
    return item.note if isinstance(item, Segment) else ""


def _kept(where: Where, text: str) -> str:
    """A text as its field takes it: a title is one line without spaces at its ends."""
    return text if where is Where.NOTE else text.replace("\n", " ").strip()


def _edit(
    show: Show,
    texts: Mapping[tuple[Where, str], str],
    scripts: list[tuple[Segment | Standby, Script]] | None = None,
) -> Edit | None:
    """One edit of all of them. Titles of plans come before the words of plans: they are put as a list."""
    values: dict[str, object] = {}
    groups = tuple(replace(one, title=texts.get((Where.GROUP, one.id), one.title)) for one in show.groups)
    if groups != show.groups:
        values["groups"] = groups
    plans = tuple(replace(one, title=texts.get((Where.TITLE, one.id), one.title)) for one in show.standbys)
    if plans != show.standbys:
        values["standbys"] = plans
    fields: dict[str, dict[str, object]] = {}
    for (where, item_id), text in texts.items():
        if where is not Where.GROUP:
            fields.setdefault(item_id, {})[where.value] = text
    splices: list[Edit | None] = []
    whole = len(scripts or ()) > FEW_SCRIPTS
    for item, script in scripts or ():
        if whole and isinstance(item, Segment):
            fields.setdefault(item.id, {})["script"] = script
        else:
            splices.append(rewrite(item.id, item.script, script))
    return joined([ChangeShow(values) if values else None, set_fields(show, fields), *splices])
