"""Keeping an imported show: the document, its pictures and the checks it needs, or nothing at all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from livedesk.domain.checklist import CheckItem
from livedesk.domain.clock import wall_to_ms
from livedesk.domain.fixed_times import refuse_missing, wall_times
from livedesk.domain.ports import Media, Shows, ShowSummary
from livedesk.domain.rundown import Show
from livedesk.services.checklists import load_checklist
from livedesk.services.importers.preview import ImportPreview, Severity, SheetProblem


def keep_show(
    shows: Shows,
    media: Media,
    show: Show,
    pictures: Mapping[str, bytes],
    *,
    by: str,
    at_ms: int,
    checks: Sequence[CheckItem] = (),
) -> Show:
    """Keep a show under a new id (so that a sheet imported twice gives two shows) with its pictures. ``checks`` are
    its checklist where it brings none. Raises UserError ``time.nonexistent`` for a time that its zone skips.

    The pictures go first: a show is never without them, and pictures of a show that was not kept cost nothing.
    """
    refuse_missing(wall_times(show), show.zone)
    kept = replace(show, id=secrets.token_hex(6), checklist=show.checklist or tuple(checks))
    if pictures:
        media.keep(kept.id, pictures)
    shows.add(kept, by=by, at_ms=at_ms)
    return kept


def with_checks(preview: ImportPreview, default: Path) -> tuple[CheckItem, ...]:
    """The checks that a sheet without any is kept with, from the file ``default``. A show file (json) says itself
    what it holds. Raises UserError ``checks.unreadable``."""
    wants = preview.show is not None and not preview.show.checklist and not preview.file.lower().endswith(".json")
    return load_checklist(default) if wants else ()


def note_twin(preview: ImportPreview, shows: Sequence[ShowSummary]) -> ImportPreview:
    """The preview with a warning where a show of the same title and planned start is kept already: keeping this
    one too makes a second one."""
    if preview.show is None:
        return preview
    start = wall_to_ms(preview.show.planned_start, preview.show.zone)
    if not any((show.title, show.planned_start_ms) == (preview.show.title, start) for show in shows):
        return preview
    facts = {"title": preview.show.title, "start": preview.show.planned_start.local.strftime("%Y-%m-%d %H:%M")}
    twin = SheetProblem(0, "", "show.twin", facts, Severity.WARNING)
    return replace(preview, problems=(twin, *preview.problems))
