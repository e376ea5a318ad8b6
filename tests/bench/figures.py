"""One line of the table that ``make bench`` prints."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import ge, le, lt

_SIGNS = {"≥": ge, "≤": le, "<": lt}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure beside a reference measured in the same run.

    ``ratio`` is value over reference; ``target`` says what the ratio should be (``≥ 0.5``), or the value where it
    names the unit (``< 16 ms``); ``info`` is no target.
    """

    name: str
    value: float
    unit: str
    reference: float
    reference_name: str
    ratio: float
    target: str

    @property
    def met(self) -> bool | None:
        """Whether the figure is what it should be; None where nothing is asked of it."""
        if self.target == "info":
            return None
        sign, limit, *unit = self.target.split()
        return _SIGNS[sign](self.value if unit else self.ratio, float(limit))


@contextmanager
def steady() -> Iterator[None]:
    """As the desk runs: the collector waits for its own time, between frames and deeds, and has done with all that was
    there before."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table for people."""
    head = ("figure", "value", "unit", "reference", "reference is", "ratio", "target", "")
    rows = [head]
    for figure in figures:
        value, reference = f"{figure.value:,.6g}", f"{figure.reference:,.6g}"
        rows.append(
            (
                figure.name,
                value,
                figure.unit,
                reference,
                figure.reference_name,
                f"{figure.ratio:.2f}",
                figure.target,
                {True: "met", False: "MISSED", None: ""}[figure.met],
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
