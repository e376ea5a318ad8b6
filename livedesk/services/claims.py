"""The word list of the claim checker, read from its files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from livedesk.domain.claim_rules import Category, ClaimRule, Severity
from livedesk.domain.claim_spelling import Sound, spelled, with_parts
from livedesk.domain.codec import convert
from livedesk.domain.errors import UserError

SPELLING = "spelling.toml"


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a wording innocent wherever it stands right before or after it, or around it."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


class _Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``spelling.toml``: sounds of characters, named parts of patterns, named contexts."""

    sounds: dict[str, Sound]
    parts: dict[str, str]
    contexts: dict[str, _Context]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ``[[rule]]`` as written. ``spared_by`` names contexts, beside those of the whole file."""

    id: str
    article: str
    reason: str
    severity: Severity = Severity.REFUSED
    instead: str = ""
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    innocent_patterns: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    spared_by: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of one category."""

    category: Category
    rule: tuple[_Row, ...]
    spared_by: tuple[str, ...] = ()


def load_claims(folder: Path) -> tuple[ClaimRule, ...]:
    """Read every ``*.toml`` of the folder: ``spelling.toml``, and a file for each category with a ``[[rule]]``
    each. The expressions are compiled when first needed. Raises UserError ``claims.unreadable`` with file and
    reason."""
    at = folder / SPELLING
    try:
        spelling: _Spelling = convert(tomllib.loads(at.read_text("utf-8")), _Spelling)
        rules: list[ClaimRule] = []
        for at in sorted(folder.glob("*.toml")):
            if at.name != SPELLING:
                file: _File = convert(tomllib.loads(at.read_text("utf-8")), _File)
                rules += (_rule(row, file, spelling) for row in file.rule)
    except (OSError, ValueError, KeyError, msgspec.ValidationError) as error:
        raise UserError("claims.unreadable", file=str(at), reason=str(error)) from error
    return tuple(rules)


def _rule(row: _Row, file: _File, spelling: _Spelling) -> ClaimRule:
    contexts = [spelling.contexts[name] for name in (*file.spared_by, *row.spared_by)]

    def filled(*patterns: str) -> tuple[str, ...]:
        return tuple(with_parts(pattern, spelling.parts, spelling.sounds) for pattern in patterns)

    return ClaimRule(
        id=row.id,
        article=row.article,
        reason=row.reason,
        words=row.words,
        innocent=row.innocent,
        category=file.category,
        severity=row.severity,
        instead=row.instead,
        patterns=filled(*row.patterns),
        innocent_patterns=filled(*row.innocent_patterns, *(one for c in contexts for one in c.around)),
        before=filled(*row.before, *(one for c in contexts for one in c.before)),
        after=filled(*row.after, *(one for c in contexts for one in c.after)),
        spellings="|".join(spelled(word, spelling.sounds) for word in sorted(row.words, key=len, reverse=True)),
    )
