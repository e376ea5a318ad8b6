"""The table of verbs, and how their results are told. Each verb loads only what it needs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from livedesk.app import settings as settings_file
from livedesk.app.paths import data_folder
from livedesk.app.reporter import start_logging
from livedesk.domain.errors import UserError
from livedesk.store.folder import DataFolder
from livedesk.ui import i18n
from livedesk.ui.words import sentence

Json = dict[str, Any]


def speak(options: Namespace) -> None:
    """Get ready to say sentences in the language of the option, the settings or the system."""
    start_logging(None, verbose=options.verbose)
    application = QCoreApplication.instance() or _application(options)
    folder = DataFolder(data_folder(options.data))
    i18n.install(application, options.language or settings_file.load(folder.settings).language)


def _application(options: Namespace) -> QCoreApplication:
    """Only printing needs fonts, and so more of Qt; it needs no screen."""
    output = getattr(options, "output", None)
    if output is None or output.suffix.lower() != ".pdf":
        return QCoreApplication(sys.argv[:1])
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])


def _folder(options: Namespace) -> DataFolder:
    return DataFolder(data_folder(options.data))


def _import(options: Namespace) -> Json:
    from livedesk.app import verbs_show
    from livedesk.app.opened import opened

    with opened(options.data, writing=True) as store:
        return verbs_show.import_show(
            store,
            options.file,
            on=options.date,
            title=options.title,
            host=options.host,
            start=options.start,
            zone=options.zone,
        )


def _shows(options: Namespace) -> Json:
    from livedesk.app import verbs_show
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_show.shows(store)


def _timetable(options: Namespace) -> Json:
    from livedesk.app import verbs_show
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_show.timetable(store, options.show)


def _check(options: Namespace) -> Json:
    from livedesk.app import verbs_show
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_show.check(store, options.show)


def _rehearse(options: Namespace) -> Json:
    from livedesk.app.opened import opened
    from livedesk.app.rehearse import rehearse

    if options.audience is not None and not options.audience.is_file():
        raise UserError("file.missing", path=str(options.audience))
    with opened(options.data, writing=True) as store:
        return rehearse(store, options.show, speed=options.speed, obs=options.obs, audience=options.audience)


def _runs(options: Namespace) -> Json:
    from livedesk.app import verbs_run
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_run.runs(store)


def _log(options: Namespace) -> Json:
    from livedesk.app import verbs_run
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_run.log(store, options.run)


def _ingest(options: Namespace) -> Json:
    from livedesk.app import verbs_run
    from livedesk.app.opened import opened

    with opened(options.data, writing=True) as store:
        return verbs_run.ingest(store, options.run, options.files)


def _measures(options: Namespace) -> Json:
    from livedesk.app import verbs_run
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_run.measures(store, options.run, options.by)


def _export(options: Namespace) -> Json:
    from livedesk.app import verbs_files
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_files.export(store, options.show, options.output, cards=options.cards)


def _report(options: Namespace) -> Json:
    from livedesk.app import verbs_files
    from livedesk.app.opened import opened

    with opened(options.data, writing=False) as store:
        return verbs_files.report(store, options.run, options.output)


def _backup(options: Namespace) -> Json:
    from livedesk.app import verbs_care
    from livedesk.app.opened import opened

    with opened(options.data, writing=True) as store:
        return verbs_care.backup(store)


def _restore(options: Namespace) -> Json:
    from livedesk.app import verbs_care

    return verbs_care.restore(_folder(options), options.file)


def _doctor(options: Namespace) -> Json:
    from livedesk.app import verbs_care

    return verbs_care.doctor(_folder(options))


VERBS: Mapping[str, Callable[[Namespace], Json]] = {
    "import": _import,
    "shows": _shows,
    "timetable": _timetable,
    "check": _check,
    "rehearse": _rehearse,
    "runs": _runs,
    "log": _log,
    "ingest": _ingest,
    "measures": _measures,
    "export": _export,
    "report": _report,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
}


def refuse(error: UserError, *, as_json: bool) -> None:
    """Say why a verb was refused: a sentence on standard error, and with ``--json`` the code and its facts."""
    words = sentence(error)
    problems: list[Json] = getattr(error, "told", [])
    for problem in problems:
        place = ":".join(str(part) for part in (problem["sheet"], problem["row"], problem["column"]) if part)
        sys.stderr.write(f"  {place}{' ' if place else ''}{problem['message']}\n")
    sys.stderr.write(words + "\n")
    if as_json:
        why: Json = {"code": error.code, "message": words, "params": dict(error.params)}
        if problems:
            why["problems"] = problems
        sys.stdout.write(json.dumps({"error": why}, ensure_ascii=False) + "\n")


def fail(error: Exception, *, as_json: bool) -> None:
    """Say that something unexpected went wrong."""
    words = f"{type(error).__name__}: {error}"
    sys.stderr.write(words + "\n")
    if as_json:
        sys.stdout.write(json.dumps({"error": {"code": "unexpected", "message": words, "params": {}}}) + "\n")


def told(result: Json) -> str:
    """A result for people: facts a line each, lists as tables."""
    lines: list[str] = []
    for name, value in result.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{name}:", *_table(value)]
        elif isinstance(value, dict):
            lines += [f"{name}:", *(f"  {key}: {_short(each)}" for key, each in value.items())]
        else:
            lines.append(f"{name}: {_short(value)}")
    return "\n".join(lines)


def _table(rows: list[Json]) -> list[str]:
    names = list(rows[0])
    return ["  " + "\t".join(names), *("  " + "\t".join(_short(row.get(name)) for name in names) for row in rows)]


def _short(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        return "、".join(map(str, value)) or "-"
    return str(value)
