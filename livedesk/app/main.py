"""The command line: the desktop without a verb, and the verbs people script against.

Exit codes: 0 done, 1 refused with a sentence, 2 wrong usage, 3 the data folder is in use by another livedesk, 4 an
unexpected error, 5 no display for the desktop. A second start of the desktop brings the first one to the front: 0.
"""

from __future__ import annotations

import argparse
import builtins
import gc
import importlib
import json
import logging
import math
import sys
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from livedesk.domain.errors import UserError

EXIT_REFUSED, EXIT_USAGE, EXIT_IN_USE, EXIT_UNEXPECTED = 1, 2, 3, 4
log = logging.getLogger("livedesk")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run livedesk and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.verb is None:
        # What is being loaded stays: looking through it only delays the window, whose Collector takes over.
        gc.disable()
        _load_qt()
        from livedesk.app.desktop import run_desktop

        return run_desktop(options)
    if options.verb == "prompter":
        _load_qt()
        from livedesk.app.desktop import run_prompter

        return run_prompter(options)
    return _run_verb(options)


def _load_qt() -> None:
    """Load Qt's binding, without the hook that it leaves behind: from then on it would read the source of every module
    that is loaded, to see whether it asks for another spelling of Qt's names (``__feature__``). Here none does."""
    plain = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = plain


def _run_verb(options: argparse.Namespace) -> int:
    from livedesk.app import verbs

    verbs.speak(options)
    try:
        result = verbs.VERBS[options.verb](options)
    except UserError as error:
        verbs.refuse(error, as_json=options.json)
        return EXIT_IN_USE if error.code == "folder.in_use" else EXIT_REFUSED
    except Exception as error:
        log.exception("unexpected error")
        verbs.fail(error, as_json=options.json)
        return EXIT_UNEXPECTED
    if options.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(verbs.told(result) + "\n")
    return 0


def _speed(text: str) -> float | None:
    if text == "max":
        return None
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed < math.inf:
        raise argparse.ArgumentTypeError(f'"{text}" is no speed; write how many times as fast, as 60, or max')
    return speed


def _endpoint(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise argparse.ArgumentTypeError(f'"{text}" is no address of an OBS; write HOST:PORT, as 127.0.0.1:4455')
    return (host or "127.0.0.1"), int(port)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no date; write it as 2026-11-25') from error


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no time of day; write it as 20:00') from error


def _prompter(text: str) -> str:
    from livedesk.domain.prompt import is_prompter_name

    if not is_prompter_name(text):
        raise argparse.ArgumentTypeError(f'"{text}" is no name of a prompter; write up to 32 letters and digits')
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="livedesk", description="The control room for live commerce.")
    parser.add_argument("--data", metavar="DIR", help="the data folder (default: the platform's own place)")
    parser.add_argument("--sample", action="store_true", help="open the desktop on the sample show")
    parser.add_argument("--language", choices=("zh_CN", "en"), default="", help="the language of this start")
    parser.add_argument("--verbose", action="store_true", help="write more into the log")
    parser.set_defaults(verb=None, json=False)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")

    def verb(name: str, summary: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=summary, description=summary)
        made.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the data folder")
        made.add_argument("--json", action="store_true", help="one JSON object on standard output")
        made.add_argument(
            "--language", choices=("zh_CN", "en"), default=argparse.SUPPRESS, help="speak this language"
        )
        return made

    one = verb("import", "import a run sheet (xlsx, csv, or a show's json)")
    one.add_argument("file", type=Path)
    one.add_argument("--date", type=_date, help="the show's date where the sheet names none")
    one.add_argument("--start", type=_time, help="the start where the sheet names none (20:00)")
    one.add_argument("--title", help="the title in place of the sheet's")
    one.add_argument("--host", help="the host in place of the sheet's")
    one.add_argument("--zone", default="Asia/Shanghai", help="the show's time zone (default: Asia/Shanghai)")
    verb("shows", "list the shows")
    verb("timetable", "the plan of a show").add_argument("show")
    verb("check", "the checks before air, automatic ones as they are now").add_argument("show")
    one = verb("rehearse", "play a show on simulated time")
    one.add_argument("show")
    one.add_argument("--speed", type=_speed, default=60.0, metavar="N", help="times as fast, or max (default: 60)")
    one.add_argument("--obs", type=_endpoint, metavar="HOST:PORT", help="drive this OBS")
    one.add_argument("--audience", type=Path, metavar="FILE", help="play a recording, not the simulation")
    verb("runs", "list the runs")
    verb("log", "the as-run log of a run").add_argument("run", type=int)
    one = verb("ingest", "read order files or recordings into a run")
    one.add_argument("run", type=int)
    one.add_argument("files", type=Path, nargs="+", metavar="FILE")
    one = verb("measures", "the measures of a run")
    one.add_argument("run", type=int)
    one.add_argument("--by", choices=("minute", "segment", "product"))
    one = verb("export", "write a show to a file (json, xlsx, csv, html, pdf, docx, ics by its extension)")
    one.add_argument("show")
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    one.add_argument("--cards", action="store_true", help="the hand cards of its products (html, pdf)")
    one = verb("report", "write the report of a run (html, pdf, or the log as csv, by extension)")
    one.add_argument("run", type=int)
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    verb("backup", "write a backup now")
    verb("restore", "put a backup in the place of the database").add_argument("file", type=Path)
    verb("doctor", "look the data folder over")
    # Without a help text the list of verbs leaves it out: the desk starts it, not a person.
    one = verbs.add_parser("prompter")
    one.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS)
    one.add_argument("--language", choices=("zh_CN", "en"), default=argparse.SUPPRESS)
    one.add_argument("--prompter", type=_prompter, default="", metavar="NAME")
    one.add_argument("--screen", type=int, default=-1)
    one.add_argument("--fullscreen", action="store_true")
    one.add_argument("--mirrored", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
