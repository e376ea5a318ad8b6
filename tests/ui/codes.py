"""Finds the codes of expected errors and faults in the sources, by their syntax."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from livedesk.services.probes import PROBES

PACKAGE = Path(__file__).resolve().parents[2] / "livedesk"
CODE = re.compile(r"^[a-z_]+\.[a-z0-9_]+$")
CALLS = {"UserError", "ShowFault", "RaiseAlert"}
# First words of codes that are kept in tables and constants alone.
TABLES = {"store", "obs", "prompter", "journal", "folder", "scene"}
FILES = (
    ".db",
    ".json",
    ".jsonl",
    ".py",
    ".lock",
    ".log",
    ".toml",
    ".html",
    ".xml",
    ".csv",
    ".xlsx",
    ".pdf",
    ".ts",
)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literals(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value)
    }


@lru_cache(maxsize=1)
def _trees() -> tuple[tuple[bool, ast.AST], ...]:
    """Every module, with whether it stands below the interface."""
    return tuple(
        ("ui" not in path.relative_to(PACKAGE).parts, ast.parse(path.read_text("utf-8")))
        for path in PACKAGE.rglob("*.py")
    )


def literals() -> set[str]:
    """Everything below the interface that looks like a code, also the beginnings that end in ``_``."""
    found: set[str] = set()
    for below, tree in _trees():
        if below:
            found |= _literals(tree)
    return found


def codes() -> set[str]:
    """Every code that a call of :data:`CALLS` or the presets of the alerts name, and below the interface every
    literal that begins with the same word (codes kept in constants and tables)."""
    named: set[str] = set()
    for _, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in CALLS and node.args:
                named |= _literals(node.args[0])
    words = {code.split(".")[0] for code in named} | TABLES
    for presets in (PACKAGE.parent / "resources" / "alerts").glob("*.toml"):
        named |= {alert["code"] for alert in tomllib.loads(presets.read_text("utf-8"))["alert"]}
    found = named | {code for code in literals() if code.split(".")[0] in words}
    return {code for code in found if not code.endswith((*FILES, "_"))} - PROBES.keys()


def reasons_of(errors: set[str]) -> set[str]:
    """Every word that a call of these errors names first."""
    found: set[str] = set()
    for _, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in errors and node.args:
                words = ast.walk(node.args[0])
                found |= {at.value for at in words if isinstance(at, ast.Constant) and isinstance(at.value, str)}
    return found
