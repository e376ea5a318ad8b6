"""Keep the translations in step with the program::

    python packaging/i18n.py update [live]         # bring the .ts of every area (or one) up to date
    python packaging/i18n.py missing live          # what an area has no translation for, as JSON to fill in
    python packaging/i18n.py fill live filled.json # put {"source": "translation"} into that area's .ts
    python packaging/i18n.py release               # build resources/translations/livedesk_zh_CN.qm from all
    python packaging/i18n.py check                 # fail where a .ts is stale or a text has no translation

Sources are English. Texts are found where they stand as literals in ``self.tr("…")``,
``QCoreApplication.translate("context", "…")`` or ``QT_TRANSLATE_NOOP("context", "…")``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "livedesk" / "ui"
TARGET = ROOT / "resources" / "translations"
LANGUAGE = "zh_CN"
# Each area with the files and folders that are its own; what no area names belongs to the shell.
AREAS = {
    "live": (UI / "workspaces" / "live", UI / "models"),
    "plan": (UI / "workspaces" / "plan",),
    "prepare": (UI / "workspaces" / "prepare",),
    "script": (UI / "workspaces" / "script",),
    "review": (UI / "workspaces" / "review",),
    "prompter": (UI / "prompter",),
}
SHELL = "shell"


def sources() -> dict[str, list[Path]]:
    """The source files of each area, sorted."""
    found: dict[str, list[Path]] = {area: [] for area in (SHELL, *AREAS)}
    for path in sorted([*UI.rglob("*.py"), *(ROOT / "livedesk" / "app").rglob("*.py")]):
        area = next((name for name, own in AREAS.items() if any(path.is_relative_to(home) for home in own)), SHELL)
        found[area].append(path)
    return found


def tool(name: str) -> str:
    """The path of a Qt tool beside this Python."""
    return str(Path(sys.executable).with_name(name))


def run(*command: str | Path) -> None:
    """Run a tool and fail with its own words."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def update_area(area: str, files: list[Path], folder: Path) -> Path:
    """Bring one area's .ts in ``folder`` up to date; texts that are gone leave it."""
    target = folder / f"{area}.ts"
    if files:
        run(
            tool("pyside6-lupdate"), *files, "-ts", target, "-source-language", "en", "-target-language", LANGUAGE,
            "-no-obsolete", "-locations", "none",
        )  # fmt: skip
    return target


def messages(path: Path) -> list[tuple[str, str, str, bool]]:
    """Every text of a .ts: context, source, translation, finished."""
    rows = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found = message.find("translation")
            text = "" if found is None else "".join(found.itertext()).strip()
            done = found is not None and found.get("type") is None and bool(text)
            rows.append((name, message.findtext("source") or "", text, done))
    return rows


def update(only: str | None = None) -> None:
    """Update every area (or one) in place."""
    folder = TARGET / LANGUAGE
    folder.mkdir(parents=True, exist_ok=True)
    for area, files in sources().items():
        if not files or only not in (None, area):
            continue
        path = update_area(area, files, folder)
        rows = messages(path)
        print(f"{area}: {len(rows)} texts, {sum(not done for *_, done in rows)} without a translation")  # noqa: T201 - a tool's output


def missing(area: str) -> str:
    """The texts of an area that have no translation yet, as a JSON object with empty values."""
    rows = messages(TARGET / LANGUAGE / f"{area}.ts")
    return json.dumps({source: "" for _, source, _, done in rows if not done}, ensure_ascii=False, indent=1)


def fill(area: str, filled: Path) -> int:
    """Put translations by source text into an area's .ts; returns how many texts got one."""
    words: dict[str, str] = json.loads(filled.read_text("utf-8"))
    path = TARGET / LANGUAGE / f"{area}.ts"
    tree = ET.parse(path)
    count = 0
    for message in tree.getroot().iter("message"):
        target, text = message.find("translation"), words.get(message.findtext("source") or "")
        if target is None or not text:
            continue
        plural = target.find("numerusform")
        (target if plural is None else plural).text = text
        target.attrib.pop("type", None)
        count += 1
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(tree.getroot(), "unicode")}\n'
    )
    update_area(area, sources()[area], path.parent)
    return count


def release() -> Path:
    """Build the one .qm that the program loads. It takes the place of the old one whole: a running desk has that
    one mapped into memory and would die if it changed under it."""
    target = TARGET / f"livedesk_{LANGUAGE}.qm"
    with tempfile.TemporaryDirectory(dir=TARGET) as temporary:
        built = Path(temporary) / target.name
        run(tool("pyside6-lrelease"), "-silent", *sorted((TARGET / LANGUAGE).glob("*.ts")), "-qm", built)
        built.replace(target)
    return target


def problems() -> list[str]:
    """What is stale or untranslated, one line each."""
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        for area, files in sources().items():
            kept = TARGET / LANGUAGE / f"{area}.ts"
            if not files:
                continue
            if not kept.exists():
                found.append(f"{area}: {kept.name} is missing; run update")
                continue
            fresh = {row[:2] for row in messages(update_area(area, files, Path(temporary)))}
            known = messages(kept)
            have = {row[:2] for row in known}
            found += [f"{area}: new text in {context}: {source!r}" for context, source in sorted(fresh - have)]
            found += [
                f"{area}: text is gone from {context}: {source!r}" for context, source in sorted(have - fresh)
            ]
            found += [f"{area}: no translation in {row[0]}: {row[1]!r}" for row in known if not row[3]]
    return found


def check() -> int:
    """Print what is wrong; 1 where anything is."""
    found = problems()
    for line in found:
        print(line)  # noqa: T201 - a tool's output
    return 1 if found else 0


def main() -> int:
    """Run one verb."""
    parser = argparse.ArgumentParser(description="Keep the translations in step with the program.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name in ("release", "check"):
        verbs.add_parser(name)
    verbs.add_parser("update").add_argument("area", nargs="?")
    verbs.add_parser("missing").add_argument("area")
    filling = verbs.add_parser("fill")
    filling.add_argument("area")
    filling.add_argument("file", type=Path)
    asked = parser.parse_args()
    match asked.verb:
        case "update":
            update(asked.area)
        case "missing":
            print(missing(asked.area))  # noqa: T201 - a tool's output
        case "fill":
            print(fill(asked.area, asked.file))  # noqa: T201 - a tool's output
        case "release":
            release()
        case _:
            return check()
    return 0


if __name__ == "__main__":
    sys.exit(main())
