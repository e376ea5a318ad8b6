"""Slots for actions that do the same, each to something of its own."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class _Which(QObject):
    pressed = Signal(object)

    def __init__(self, what: object, parent: QObject) -> None:
        super().__init__(parent)
        self._what = what

    @Slot()
    def press(self) -> None:
        self.pressed.emit(self._what)


def slot_of(what: object, told: Callable[[Any], Any], parent: QObject) -> Callable[[], Any]:
    """A slot without arguments, as an action wants it, that calls the bound method ``told`` with ``what``; it lives as
    long as ``parent``."""
    which = _Which(what, parent)
    which.pressed.connect(told)
    return which.press
