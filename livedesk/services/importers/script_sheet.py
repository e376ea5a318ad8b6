"""The scripts of a document held against a show, as a sheet that carries nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from livedesk.domain.carrying import Carries
from livedesk.domain.clock import MINUTE
from livedesk.domain.editing import NewId
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.services.importers.preview import (
    Heading,
    ImportPreview,
    PreviewRow,
    RowKind,
    Severity,
    SheetProblem,
)
from livedesk.services.importers.script_docx import read_script_docx
from livedesk.services.importers.sheet import read_bytes
from livedesk.services.sheets.origin import Origin
from livedesk.services.sheets.script_doc import ScriptChanges, match_scripts

_CARRIES = Carries(frozenset({"standbys"}), frozenset({"script"}), frozenset())
_NEW_MS = 5 * MINUTE
Earlier = Callable[[Origin | None], Show | None]


def never(_origin: Origin | None) -> None:
    """No version is known but the newest."""


def read_scripts(path: Path, show: Show | None, new_id: NewId, earlier: Earlier = never) -> ImportPreview:
    """The show with the scripts of a document; a heading that stands for no segment becomes a new one where it
    stands, and is told. Where ``earlier`` has the version that the document was written from, it is that version with
    these scripts. Raises UserError ``script_doc.needs_show``, and what reading a document raises."""
    if show is None:
        raise UserError("script_doc.needs_show", file=path.name)
    document = read_script_docx(read_bytes(path), path.name)
    show = earlier(document.origin) or show
    changes = match_scripts(show, document)
    made = replace(
        show,
        segments=_segments(show, changes, new_id),
        standbys=tuple(
            replace(plan, script=changes.scripts[plan.id]) if plan.id in changes.scripts else plan
            for plan in show.standbys
        ),
    )
    problems = [SheetProblem(0, "", one.code, one.params, Severity.WARNING) for one in changes.problems]
    rows = tuple(
        PreviewRow(at, RowKind.SEGMENT, (("title", section.heading),))
        for at, section in enumerate(document.sections, 1)
    )
    heading = Heading(document.title, show.planned_start.local.date(), show.host, show.planned_start.local.time())
    return ImportPreview(
        path.name, made, rows, tuple(problems), (), {}, heading, carries=_CARRIES, origin=document.origin
    )


def _segments(show: Show, changes: ScriptChanges, new_id: NewId) -> tuple[Segment, ...]:
    """The rundown with the scripts that were read; new ones stand where their headings do, five minutes each."""
    behind: dict[str, list[Segment]] = {}
    places = {item.id for item in show.segments}
    last = show.segments[-1].id if show.segments else ""
    for one in changes.new:
        after = one.after if one.after in places or not one.after else last
        made = Segment(new_id(), one.title, SegmentKind.TALK, _NEW_MS, script=one.script)
        behind.setdefault(after, []).append(made)
    rundown = list(behind.get("", ()))
    for item in show.segments:
        rundown.append(replace(item, script=changes.scripts[item.id]) if item.id in changes.scripts else item)
        rundown += (replace(new, group_id=item.group_id) for new in behind.get(item.id, ()))
    return tuple(rundown)
