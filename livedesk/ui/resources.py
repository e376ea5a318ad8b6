"""Where the program's own files (themes, fonts, icons, translations, samples) lie."""

from __future__ import annotations

import sys
from pathlib import Path

_BUNDLE = getattr(sys, "_MEIPASS", None)
ROOT = (Path(_BUNDLE) if _BUNDLE else Path(__file__).resolve().parents[2]) / "resources"


def resource(*parts: str) -> Path:
    """The path of a file under ``resources/``, in a checkout or in a packaged program."""
    return ROOT.joinpath(*parts)
