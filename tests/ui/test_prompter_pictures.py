"""The pictures of the film: found as long as they are shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from livedesk.ui.prompter.film import Pictures


def test_a_picture_is_found_again_until_it_is_let_go(qtbot: QtBot) -> None:
    """On a screen of another sharpness the scene graph asks for each once more."""
    pictures, painted = Pictures(), QPixmap(4, 3)
    source = pictures.keep(painted)
    for _ in range(2):
        assert pictures.requestPixmap(source.fileName(), QSize(), QSize()).cacheKey() == painted.cacheKey()
    pictures.let_go(source)
    assert pictures.requestPixmap(source.fileName(), QSize(), QSize()).isNull(), "and nothing is raised into Qt"
