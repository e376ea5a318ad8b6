"""Shared by all tests: a quiet environment of its own, and no display."""

from __future__ import annotations

import os

from hypothesis import settings

import livedesk  # noqa: F401  # before openpyxl: it says which XML library that takes

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

# On a busy machine one example may be slow by chance; a test that hangs is found by its runner.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


def pytest_sessionfinish() -> None:
    """Leave no copy on the clipboard: the offscreen platform drops it after Python has gone, and the process dies."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
