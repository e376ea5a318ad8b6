"""The host's window filmed, on a real display: ``python -m tests.integration.film_probe FOLDER``.

Prints one object: whether the scene graph draws, how far (pixels) its place is from the clock's after twelve seconds,
whether a key that the system gives to the film is the window's, and by how much (0 … 255, on average) its picture
differs from the painter's, as it is and mirrored.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QMetaObject, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.script import LineKind
from livedesk.ui.fonts import load_fonts
from livedesk.ui.prompter.film import ANEW_S, can_film, prepare_film
from livedesk.ui.prompter.motion import read_clock
from livedesk.ui.prompter.window import PrompterWindow
from tests.integration.prompter_desk import feed

SIZE = (1280, 720)
LONG = tuple(PromptLine(LineKind.SPEECH, f"第 {n} 行话术，慢慢念，¥{n}9 到手。") for n in range(200))


def live(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def deviation(window: PrompterWindow) -> float:
    """Stop the film and ask the scene graph where it was."""
    film = window._film
    assert film is not None
    animator = film._stage.findChild(QObject, "film")
    column = film._stage.findChild(QQuickItem, "column")
    assert isinstance(column, QQuickItem)
    window._timer.stop()
    before = column.y()
    wanted = window._frame.read_line - window.reader.position(read_clock())
    QMetaObject.invokeMethod(animator, "stop", Qt.ConnectionType.DirectConnection)
    since = QElapsedTimer()
    since.start()
    while column.y() == before and not since.hasExpired(2_000):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    window._timer.start()
    return column.y() - wanted


def difference(window: PrompterWindow, painted: PrompterWindow, file: Path) -> float:
    """How much the film's picture of the text differs from the painter's."""
    window.screen().grabWindow(0).save(str(file))
    painted.set_mirrored(window.mirrored)
    text = window._seen(QRect(0, 0, window._frame.text.width(), round(SIZE[1] * 0.85)))
    one = QImage(str(file)).copy(text).convertToFormat(QImage.Format.Format_Grayscale8)
    other = painted.grab().toImage().copy(text).convertToFormat(QImage.Format.Format_Grayscale8)
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (one.width() * one.height())


def main() -> None:
    folder = Path(sys.argv[1])
    prepare_film()
    application = QApplication([])
    family = load_fonts()
    told = replace(feed(1), blocks=(PromptBlock("s01", "环节", LONG),))
    window = PrompterWindow(family, filmed=can_film())
    window.setGeometry(0, 0, *SIZE)
    window.show()
    window.desk_answers(True)
    window.take(told)
    live(ANEW_S + 2)
    found = {"filmed": window._film is not None, "deviation_px": deviation(window) if window._film else None}
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window._film.view if window._film else window, key)
    found["held_by_key"] = not window.reader.running
    live(1)
    painted = PrompterWindow(family)
    painted.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    painted.resize(*SIZE)
    painted.show()
    painted.take(told)
    painted.reader.motion, painted.reader.running = window.reader.motion, False
    painted.advance()
    for name in ("straight", "mirrored"):
        window.set_mirrored(name == "mirrored")
        live(0.5)
        found[name] = difference(window, painted, folder / f"{name}.png")
    sys.stdout.write(json.dumps(found) + "\n")
    application.quit()


if __name__ == "__main__":
    main()
