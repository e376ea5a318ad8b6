"""Where things lie: the data folder, and the program's own files."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from livedesk.ui.resources import resource

SAMPLE_SHEET = "秋冬护肤专场_20261125_主播一.xlsx"


def data_folder(chosen: str | None) -> Path:
    """The data folder: the one on the command line, else the platform's own place."""
    return Path(chosen) if chosen else user_data_path("livedesk", appauthor=False)


def sample(name: str = SAMPLE_SHEET) -> Path:
    """A file of the sample show."""
    return resource("samples", name)


def default_checks() -> Path:
    """The checks of a show that brings none."""
    return resource("checklists", "default.toml")
