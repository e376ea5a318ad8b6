"""Pictures of a window at a given size, for tests and docs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

SIZES = ((1920, 1080), (1366, 768))


def settle(ms: int = 0) -> None:
    """Let Qt do what is due, for at least ``ms``."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
    QApplication.processEvents()


def grab(window: QWidget, size: tuple[int, int], path: Path, *, wait_ms: int = 400) -> Path:
    """Show a window at a size and write what it shows as PNG. Raises OSError where the file cannot be written."""
    window.resize(*size)
    window.show()
    settle(wait_ms)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path), "PNG"):
        raise OSError(f"cannot write {path}")
    return path
