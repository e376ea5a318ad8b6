"""Typing into a script of 20,000 characters beside one of 400: the work of the GUI thread for one key."""

from __future__ import annotations

import gc
import os
import statistics
import time
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from livedesk.domain.claims import ClaimChecker
from livedesk.domain.clock import WallTime
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.script import parse_script
from livedesk.services.claims import load_claims
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.ui import fonts, style
from livedesk.ui.resources import resource
from livedesk.ui.theme import load_theme
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.text_panel import TextPanel
from tests.bench.figures import Figure

LONG, SHORT = 20_000, 400
KEYS = 60
START = datetime(2026, 11, 25, 20)  # noqa: DTZ001 (a wall time of the show's zone)
_LINES = (
    "换季的时候脸干、起皮、泛红，都是屏障在喊救命，今天直播间到手 {{直播价}}，平时专柜是 {{日常价}}。",
    "【互动】扣“想要”，满 200 条上链接",
    "助播：左下角小黄车 1 号链接，库存还有 {{库存}} 件，全网最低的时候也没有这么多赠品。",
)


class _Later:
    """Stands in for the pool: nothing that is kept answers during a measurement."""

    def run(self, *_work: object, **_how: object) -> None:
        """Take it and do nothing."""


class _Bridge(QObject):
    def subscribe(self, *_what: object) -> None:
        """Nobody posts."""


def text_of(characters: int) -> str:
    """A script of about so many characters."""
    rows: list[str] = []
    length = at = 0
    while length < characters:
        rows.append(f"{at} {_LINES[at % len(_LINES)]}")
        length += len(rows[-1]) + 1
        at += 1
    return "\n".join(rows)


def key_ms(characters: int) -> tuple[float, float]:
    """Milliseconds (median) from a key to its letter painted, and of the edit after a rest with its look-through."""
    theme, family = load_theme("dark"), fonts.load_fonts()
    bridge = _Bridge()
    context = cast(
        Any,
        SimpleNamespace(
            bridge=bridge,
            theme=theme,
            family=family,
            background=_Later(),
            services=SimpleNamespace(edit=_Later().run),
        ),
    )
    segment = Segment("s", "长", SegmentKind.TALK, 1_000, script=parse_script(text_of(characters)))
    show = Show("bench", "bench", "Asia/Shanghai", WallTime(START), segments=(segment,))
    document = ScriptDocument(context, bridge)
    document._opening = "bench"
    document._opened(DocumentSnapshot(show, 1))
    panel = TextPanel(context, document)
    rules = load_claims(Path(resource("claims")))
    panel.set_rules(rules, ClaimChecker(rules))
    panel.resize(1_060, 860)
    document.choose(("s",))
    panel.show()
    editor = panel.editor
    editor.point_at(characters // 2, characters // 2)
    QApplication.processEvents()
    keys, edits = [], []
    gc.collect()
    for turn in range(KEYS):
        begin = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            QApplication.sendEvent(editor, event)
        editor.viewport().repaint()
        keys.append((time.perf_counter() - begin) * 1_000)
        if turn % 6 == 5:
            begin = time.perf_counter()
            panel.writer.flush()
            panel._claims.look()
            panel._tell()
            edits.append((time.perf_counter() - begin) * 1_000)
    panel.close()
    panel.deleteLater()
    QApplication.processEvents()
    return statistics.median(keys), statistics.median(edits)


def figures() -> list[Figure]:
    """A key, and the edit after a rest, each beside the same in a short script."""
    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        style.apply(application, load_theme("dark"), fonts.load_fonts())
    (short_key, short_edit), (long_key, long_edit) = key_ms(SHORT), key_ms(LONG)
    about = f"the same in {SHORT}"
    return [
        Figure(
            "script of 20,000: key to painted", long_key, "ms", short_key, about, long_key / short_key, "< 5 ms"
        ),
        Figure(
            "script of 20,000: edit after a rest",
            long_edit,
            "ms",
            short_edit,
            about,
            long_edit / short_edit,
            "info",
        ),
    ]
