"""Build the sample show: ``python packaging/samples/build.py [folder]``.

Every file is made from the content beside this script, and the same content gives the same bytes (the pictures
where the same fonts are installed), so that a change of the sample is a change of its content.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import sample_content
import sample_feed
import sample_obs
import sample_orders
import sample_pictures
import sample_sheet
from PySide6.QtGui import QGuiApplication

ROOT = Path(__file__).resolve().parents[2]
SHEET = f"{sample_content.TITLE}_20261125_{sample_content.HOST}.xlsx"


def build(folder: Path) -> None:
    """Write every file of the sample show into ``folder``. Needs a QGuiApplication for the pictures."""
    sample = sample_content.load()
    folder.mkdir(parents=True, exist_ok=True)
    sample_sheet.write_sheet(sample, folder / SHEET)
    sample_pictures.draw_pictures(sample, folder / "media")
    sample_obs.write_collection(folder / "obs")
    sample_orders.write_orders(sample, folder / "orders.csv")
    sample_feed.write_feed(sample, folder / "feed.jsonl")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "samples")
