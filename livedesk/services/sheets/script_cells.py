"""A script in two cells: 话术, and 助播话术 for the co-host."""

from __future__ import annotations

from collections.abc import Sequence

from livedesk.domain.script import LineKind, Script, ScriptLine, parse_script, script_text

COHOST = "助播"


def script_of(main: Sequence[str], cohost: Sequence[str]) -> Script:
    """The lines of the script cells, then those of the co-host's cells, spoken by 助播."""
    lines = list(parse_script("\n".join(main)).lines)
    for line in parse_script("\n".join(cohost)).lines:
        silent = line.kind in (LineKind.ACTION, LineKind.NOTE)
        lines.append(line if line.speaker or silent or line.blank else ScriptLine(line.kind, line.text, COHOST))
    return Script(tuple(lines))


def split_script(script: Script) -> tuple[str, str]:
    """The script as the two cells 话术 and 助播话术: the co-host's lines at the end, with the empty lines between
    them, go into the second, where both are read back as the same script."""
    lines = script.lines
    at = len(lines)
    while at > 0 and (lines[at - 1].speaker == COHOST or lines[at - 1].blank):
        at -= 1
    if at < len(lines) and lines[at].blank:
        # An empty line between two cells would be at an edge of both, and lost.
        at = len(lines)
    whole = script_text(script)
    main = script_text(Script(lines[:at]))
    cohost = script_text(Script(tuple(parse_script(script_text(Script(lines[at:]))).lines)))
    return (main, cohost) if script_of([main], [cohost]) == script else (whole, "")
