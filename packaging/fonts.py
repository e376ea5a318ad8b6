"""Make the bundled font: the GBK characters of Noto Sans SC, regular and bold, as two small TrueType files.

Needs npm and, in a temporary environment of its own, fonttools. Run it only to renew the files::

    python packaging/fonts.py            # writes resources/fonts/
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
SHA256 = "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
FONTTOOLS = "fonttools>=4.55,<5"
TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"
WEIGHTS = {
    "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
    "package/700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf",
}
LICENCE = "package/LICENSE_FONT"
SYMBOLS = "←↑→↓↗↘−±×÷≈≤≥≠•·…–—‘’“”¥￥€£°✓✗✔✕●○◆◇■□▲△▼▽▶◀★☆①②③④⑤⑥⑦⑧⑨⑩━"
FEATURES = "tnum,lnum,pnum,kern,palt,locl,ccmp,mark,mkmk,vert"


def characters() -> str:
    """Every character that GBK can write, with Latin-1, Latin Extended-A and the signs of the interface."""
    gbk = []
    for high in range(0x81, 0xFF):
        for low in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            try:
                gbk.append(bytes((high, low)).decode("gbk"))
            except UnicodeDecodeError:
                continue
    latin = (chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)))
    return "".join(sorted({*gbk, *latin, *SYMBOLS}))


def fetch(folder: Path) -> Path:
    """Download the source fonts and check them against their known digest."""
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
    archive = next(folder.glob("*.tgz"))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{PACKAGE} is not the file that was reviewed: sha256 {digest}")
    return archive


def main() -> int:
    """Fetch, subset and write both weights and the licence."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        archive = fetch(folder)
        venv.create(folder / "env", with_pip=True)
        python = folder / "env" / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", FONTTOOLS], check=True)
        wanted = folder / "characters.txt"
        wanted.write_text(characters(), "utf-8")
        TARGET.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as members:
            for source, name in WEIGHTS.items():
                members.extract(source, folder, filter="data")
                subprocess.run(
                    [python, "-m", "fontTools.subset", folder / source, f"--text-file={wanted}",
                     f"--output-file={TARGET / name}", f"--layout-features={FEATURES}", "--no-hinting",
                     "--name-IDs=*", "--drop-tables+=DSIG"],
                    check=True,
                )  # fmt: skip
            licence = members.extractfile(LICENCE)
            if licence is None:
                raise SystemExit(f"{LICENCE} is missing in {PACKAGE}")
            (TARGET / "OFL.txt").write_bytes(licence.read())
    return 0


if __name__ == "__main__":
    sys.exit(main())
