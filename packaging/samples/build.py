"""Build the sample show: ``python packaging/samples/build.py [folder]``.

Every file is made from the content beside this script, and the same content gives the same bytes (the pictures
where the same fonts are installed), so that a change of the sample is a change of its content.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sample_content
import sample_sheet

ROOT = Path(__file__).resolve().parents[2]
SHEET = f"{sample_content.TITLE}_20261125_{sample_content.HOST}.xlsx"


def build(folder: Path) -> None:
    """Write every file of the sample show into ``folder``."""
    sample = sample_content.load()
    folder.mkdir(parents=True, exist_ok=True)
    sample_sheet.write_sheet(sample, folder / SHEET)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "samples")
