"""Expected errors, told by a code and its facts; the words are found in the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Param = str | int | float


def name_of_error(error: BaseException) -> str:
    """An error's class and code, for the log: never its message, which may hold what people wrote or a secret."""
    origin = getattr(error, "orig", None) or error
    for attribute in ("code", "sqlite_errorname", "errno", "status"):
        code = getattr(origin, attribute, None)
        if isinstance(code, str | int):
            return f"{type(origin).__name__} {code}"
    return type(origin).__name__


class UserError(Exception):
    """Something a person can put right.

    ``code`` is a stable dotted name (``sheet.no_header``); ``params`` says where and what (file, row,
    column, value). The interface and the command line turn both into one sentence that says what to do.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code: Final = code
        self.params: Final[Mapping[str, Param]] = params

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code} ({facts})" if facts else self.code
