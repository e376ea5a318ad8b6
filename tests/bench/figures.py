"""One line of the table that ``make bench`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure beside a reference measured in the same run.

    ``ratio`` is value over reference; ``target`` says what it should be (``≥ 0.5``).
    """

    name: str
    value: float
    unit: str
    reference: float
    reference_name: str
    ratio: float
    target: str


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table for people."""
    head = ("figure", "value", "unit", "reference", "reference is", "ratio", "target")
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
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
