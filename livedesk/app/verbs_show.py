"""The verbs about shows: import, shows, timetable, check, export."""

from __future__ import annotations

import time
from datetime import date
from datetime import time as daytime
from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.app.paths import default_checks
from livedesk.domain.checklist import CheckState
from livedesk.domain.clock import iso
from livedesk.domain.errors import UserError
from livedesk.domain.evolve import fold
from livedesk.domain.run import RunState
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.importers.files import read_file
from livedesk.services.importers.preview import ImportPreview, SheetProblem
from livedesk.services.library import keep_show, note_twin, with_checks
from livedesk.services.mappings import known_mappings
from livedesk.services.pictures import missing_pictures
from livedesk.services.probes import Answer, Sight, disk_free_gb, probe
from livedesk.ui.words import evidence, sentence

Json = dict[str, Any]


class SheetRefusedError(UserError):
    """A sheet with errors: nothing was kept. ``told`` holds every one of them, in words."""

    def __init__(self, file: str, problems: tuple[SheetProblem, ...]) -> None:
        first = problems[0]
        super().__init__(
            "sheet.refused",
            file=file,
            count=len(problems),
            row=first.row,
            column=first.header or first.column,
            reason=sentence(first.code, first.params),
        )
        self.told = [problem_json(problem) for problem in problems]


def problem_json(problem: SheetProblem) -> Json:
    """A problem of a sheet, in words."""
    return {
        "row": problem.row,
        "column": problem.column,
        "header": problem.header,
        "sheet": problem.sheet,
        "message": sentence(problem.code, problem.params),
    }


def import_show(
    opened: Opened,
    file: Path,
    *,
    on: date | None,
    title: str | None,
    host: str | None,
    start: daytime | None,
    zone: str,
) -> Json:
    """Import a run sheet and keep it. Raises UserError; then nothing is kept."""
    preview: ImportPreview = read_file(
        file, date=on, title=title, host=host, start=start, zone=zone, mappings=known_mappings(opened.store.kept)
    )
    if preview.errors:
        raise SheetRefusedError(file.name, preview.errors)
    if preview.show is None:
        missing = [name for name in preview.asks if name in ("date", "start")]
        raise UserError(f"sheet.needs_{missing[0]}", file=file.name)
    now = round(time.time() * 1000)
    store = opened.store
    warnings = note_twin(preview, store.shows.summaries()).warnings
    show = keep_show(
        store.shows,
        store.media,
        preview.show,
        preview.media,
        by=opened.settings.operator,
        at_ms=now,
        checks=with_checks(preview, default_checks()),
    )
    return {
        "show": show.id,
        "title": show.title,
        "segments": len(show.segments),
        "groups": len(show.groups),
        "standby": len(show.standbys),
        "products": len(show.products),
        "checks": len(show.checklist),
        "warnings": [problem_json(problem) for problem in warnings],
    }


def shows(opened: Opened) -> Json:
    """Every show that is kept."""
    found = opened.store.shows.summaries()
    rows = [
        {
            "show": item.show_id,
            "title": item.title,
            "planned_start": iso(item.planned_start_ms, item.zone),
            "state": item.state,
        }
        for item in found
    ]
    return {"shows": rows}


def timetable(opened: Opened, show_id: str) -> Json:
    """The plan of a show."""
    show, _ = opened.store.shows.load(show_id)
    layout = plan(show)
    names = {product.id: product.name for product in show.products}
    groups = {group.id: group.title for group in show.groups}
    rows = [
        {
            "number": index + 1,
            "title": segment.title,
            "kind": segment.kind.value,
            "group": groups.get(segment.group_id),
            "planned_start": iso(layout.starts[index], show.zone),
            "duration_ms": layout.durations[index],
            "hard_start": iso(layout.hard_starts[index], show.zone),
            "slack_ms": layout.slacks[index],
            "scene": segment.scene,
            "products": [names[item] for item in segment.product_ids if item in names],
        }
        for index, segment in enumerate(show.segments)
    ]
    return {
        "planned_start": iso(layout.start, show.zone),
        "planned_end": iso(layout.end, show.zone),
        "segments": rows,
        "standby": [{"title": item.title, "scene": item.scene} for item in show.standbys],
    }


def _marks(opened: Opened, show: Show) -> RunState:
    """What the show's open run knows of its checks; an empty run where none is open."""
    unfinished = opened.store.runs.unfinished(show.id)
    return RunState() if unfinished is None else fold(opened.store.runs.entries(unfinished.run_id))


def check(opened: Opened, show_id: str) -> Json:
    """The checks of a show: by hand as they were marked, automatic ones as they are seen now."""
    show, _ = opened.store.shows.load(show_id)
    run = _marks(opened, show)
    sight = Sight(
        show=show,
        now_ms=round(time.time() * 1000),
        obs=opened.look_at_obs(),
        disk_gb=disk_free_gb(opened.folder),
        pictures_missing=missing_pictures(show, opened.store.media),
    )
    rows = []
    marks = dict(run.checks)
    for item in show.checklist:
        mark = marks.get(item.id)
        seen: Answer | None = probe(item, sight) if item.probe else None
        state = mark.state if mark is not None else CheckState.OPEN
        found = mark.evidence if mark is not None else ""
        if seen is not None and seen.state is not CheckState.OPEN and state is not CheckState.WAIVED:
            state, found = seen.state, seen.evidence
        rows.append((item, state, found))
    return {
        "ready": all(state.settled for item, state, _ in rows if item.critical),
        "checks": [
            {
                "id": item.id,
                "title": item.title,
                "state": state.value,
                "critical": item.critical,
                "evidence": evidence(found),
            }
            for item, state, found in rows
        ],
    }
