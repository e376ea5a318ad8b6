"""The one place where codes become sentences.

``sentence(error)`` of a :class:`livedesk.domain.errors.UserError`, or ``sentence(code, params)`` of a fault or an
alert, gives one sentence that says what is wrong and what to do, in the language of the interface.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from livedesk.domain.errors import UserError
from livedesk.domain.feed import RowProblem
from livedesk.ui import (
    word_list,
    word_list_alerts,
    word_list_card,
    word_list_faults,
    word_list_obs,
    word_list_rows,
    word_list_run,
    word_list_script,
)

SENTENCES: Mapping[str, str] = {
    code: str(text)
    for part in (
        word_list.SENTENCES,
        word_list_run.SENTENCES,
        word_list_alerts.SENTENCES,
        word_list_card.SENTENCES,
        word_list_obs.SENTENCES,
        word_list_script.SENTENCES,
    )
    for code, text in part.items()
}
# A fault that struck while the stream was on has a graver sentence, under its code with this ending.
WHILE_STREAMING = "_streaming"


class _Facts(dict[str, object]):
    """Facts for a sentence; one that was not given leaves its place empty."""

    def __missing__(self, key: str) -> str:
        return ""


def place(params: Mapping[str, object]) -> str:
    """Where in a file: `` (row 12, column 场景)``, with a blank before it; empty where no row is known."""
    row, column = params.get("row") or params.get("line"), params.get("column")
    if row and column:
        text = QCoreApplication.translate("words", " (row {row}, column {column})")
        return text.format(row=row, column=column)
    if row:
        return QCoreApplication.translate("words", " (row {row})").format(row=row)
    return ""


def which(params: Mapping[str, object]) -> str:
    """Which prompter: `` “left”``, with a blank before it where the language wants one; empty for the only one."""
    name = params.get("prompter")
    return QCoreApplication.translate("words", " “{name}”").format(name=name) if name else ""


def sentence(error: UserError | str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of an expected error, or of a code with its facts. An unknown code is told with its facts, so
    that nothing is lost."""
    code, facts = (error.code, error.params) if isinstance(error, UserError) else (error, params or {})
    graver = f"{code}{WHILE_STREAMING}"
    template = SENTENCES.get(graver if facts.get("streaming") == "yes" and graver in SENTENCES else code)
    if template is None:
        told = ", ".join(f"{name}={value}" for name, value in facts.items())
        text = QCoreApplication.translate("words", "Something is wrong: {code}. Look into the log for details.")
        return text.format(code=f"{code} ({told})" if told else code)
    text = QCoreApplication.translate("words", template)
    return text.format_map(_Facts({"place": place(facts), "which": which(facts)} | dict(facts))).strip()


def fault_title(code: str) -> str:
    """A fault in two or three words, as it is named when it is over; an unknown one by its code."""
    title = word_list_faults.TITLES.get(code)
    return code if title is None else QCoreApplication.translate("words", str(title))


def evidence(seen: str) -> str:
    """What an automatic check saw: figures and names as they are, a state in the language of the interface."""
    before, colon, state = seen.rpartition(": ")
    title = word_list_faults.SEEN.get(state)
    return seen if title is None else before + colon + QCoreApplication.translate("words", str(title))


def who(by: str) -> str:
    """Who did something: a service by its name in the language of the interface, a person as written."""
    name = word_list_faults.SERVICES.get(by)
    return by if name is None else QCoreApplication.translate("words", str(name))


def row_problem(problem: RowProblem) -> str:
    """Why a row of a file was not kept, after its file and its column where they are named."""
    reason = word_list_rows.REASONS.get(problem.reason)
    told = problem.reason if reason is None else QCoreApplication.translate("words", str(reason))
    return " · ".join(part for part in (problem.file, problem.column, told) if part)
