"""What is wrong with a script as rows of a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.domain.script_checks import Gravity, ScriptProblem
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.workspaces.script.check_words import gravity_word, place_words, problem_words, tone


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem with where it is in words: the ``item`` by its name, and ``within`` it (empty: nothing to say of
    that); ``place`` tells two alike apart."""

    problem: ScriptProblem
    item: str
    within: str
    words: str
    tone: str
    place: int = 0

    @property
    def key(self) -> Hashable:
        """Its kind and its place."""
        one = self.problem
        facts = tuple(sorted(one.facts.items()))
        return one.kind, one.item_id, one.about, one.field, one.line, one.start, facts, self.place

    @property
    def where(self) -> str:
        """The item, and where in it."""
        return f"{self.item} · {self.within}" if self.within else self.item

    @property
    def text(self) -> str:
        """The row in words; what stands is no longer said to be grave."""
        grave = f" {gravity_word(self.problem.gravity)}" if self.problem.open else ""
        return f"{self.where}{grave}: {self.words}"


class ProblemRows(KeyedListModel[ProblemRow]):
    """The problems in rundown order."""


def problem_rows(show: Show, problems: Iterable[ScriptProblem]) -> list[ProblemRow]:
    """Rows with the number and title of what each is about."""
    numbers = shown_numbers(show.segments)
    names = {item.id: f"{numbers[at]} {item.title}" for at, item in enumerate(show.segments)}
    names |= {plan.id: plan.title for plan in show.standbys}
    skipped = {item.id for item in show.segments if item.skipped}
    rows: list[ProblemRow] = []
    seen: dict[Hashable, int] = {}
    for problem in problems:
        item = names.get(problem.item_id, "")
        within = place_words(problem, skipped=problem.item_id in skipped)
        row = ProblemRow(problem, item, within, problem_words(problem), tone(problem))
        again = seen.get(row.key, 0)
        seen[row.key] = again + 1
        rows.append(replace(row, place=again) if again else row)
    return rows


def marks(problems: Iterable[ScriptProblem]) -> dict[str, tuple[int, bool]]:
    """How many open problems each item has, hints left out, and whether one of them is grave."""
    found: dict[str, tuple[int, bool]] = {}
    for problem in problems:
        if problem.open and problem.item_id and problem.gravity is not Gravity.HINT:
            many, grave = found.get(problem.item_id, (0, False))
            found[problem.item_id] = many + 1, grave or problem.gravity is Gravity.GRAVE
    return found
