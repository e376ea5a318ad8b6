"""What is wrong with a script, in words: a short title, a sentence that says what to do, and a tone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.script_checks import Gravity, ProblemKind, ScriptProblem
from livedesk.domain.script_values import NAMES, parted
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.words import field_name


def tone(problem: ScriptProblem) -> str:
    """The colour of a problem: orange is grave, yellow wants a look, the rest is dim."""
    if not problem.open:
        return "dim"
    return {Gravity.GRAVE: "warn", Gravity.WARN: "next", Gravity.HINT: "dim"}[problem.gravity]


def gravity_word(gravity: Gravity) -> str:
    """A gravity in a word: state is never colour alone."""
    match gravity:
        case Gravity.GRAVE:
            return QCoreApplication.translate("ScriptChecks", "must be mended")
        case Gravity.WARN:
            return QCoreApplication.translate("ScriptChecks", "look at it")
        case Gravity.HINT:
            return QCoreApplication.translate("ScriptChecks", "hint")


def place_words(problem: ScriptProblem, *, skipped: bool) -> str:
    """Where in an item a problem is: the field that it is in, and whether the item is left out; empty: in the item."""
    parts = [field_name(problem.field)] if problem.field else []
    if skipped:
        parts.append(QCoreApplication.translate("ScriptChecks", "skipped"))
    return " · ".join(parts)


def problem_words(problem: ScriptProblem) -> str:
    """One sentence: what is wrong, and what to do."""
    facts = problem.facts
    match problem.kind:
        case _ if problem.override is not None:
            text = QCoreApplication.translate("ScriptChecks", "“{0}” stands by the word of {1}: {2}")
            return text.format(problem.words, problem.override.by, problem.override.reason)
        case ProblemKind.CLAIM:
            return _claim(problem)
        case ProblemKind.PRICE:
            text = QCoreApplication.translate(
                "ScriptChecks", "The text says {0}, the product {1}: write {2}, so that they stay the same"
            )
            if not facts["variable"]:
                text = QCoreApplication.translate("ScriptChecks", "The text says {0}, the product {1}: correct it")
            return text.format(facts["said"], fmt.money(float(facts["right_fen"])), facts["variable"])
        case ProblemKind.GIFT_OUT:
            text = QCoreApplication.translate("ScriptChecks", "The gift is out of stock: {0}")
            return text.format(facts["gifts"])
        case ProblemKind.GIFT_PROMOTION:
            text = QCoreApplication.translate(
                "ScriptChecks", "The promotion “{0}” gives what there is none of: stop it or change its gift"
            )
            return text.format(facts["promotion"])
        case ProblemKind.STOCK_OUT:
            text = QCoreApplication.translate("ScriptChecks", "“{0}” has no stock: restock it or take it off")
            return text.format(facts["product"])
        case ProblemKind.PRODUCT_UNUSED:
            text = QCoreApplication.translate("ScriptChecks", "“{0}” is on no segment: put it on one or remove it")
            return text.format(facts["product"])
        case ProblemKind.PROMOTION_LOOSE:
            text = QCoreApplication.translate(
                "ScriptChecks", "The promotion “{0}” starts with no segment: choose one for it"
            )
            return text.format(facts["promotion"])
        case ProblemKind.SCENE_MISSING:
            text = QCoreApplication.translate("ScriptChecks", "OBS has no scene “{0}”: choose another or add it")
            return text.format(facts["scene"])
        case ProblemKind.PANIC_MISSING:
            text = QCoreApplication.translate(
                "ScriptChecks",
                "No standby plan is marked for the panic key: it shows the scene “{0}”, and OBS has none of that name",
            )
            return text.format(facts["scene"])
        case ProblemKind.VARIABLE if problem.field:
            text = QCoreApplication.translate(
                "ScriptChecks", "Nothing is filled in what viewers are asked: write out {{{{{0}}}}}"
            )
            return text.format(facts["name"])
        case ProblemKind.VARIABLE | ProblemKind.STANDBY_VARIABLE if parted(str(facts["name"]))[0] not in NAMES:
            text = QCoreApplication.translate(
                "ScriptChecks", "There is no variable {{{{{0}}}}}: correct its name, or write it out"
            )
            return text.format(facts["name"])
        case ProblemKind.VARIABLE | ProblemKind.STANDBY_VARIABLE if parted(str(facts["name"]))[1] is not None:
            text = QCoreApplication.translate(
                "ScriptChecks", "Nothing fills {{{{{0}}}}}: no product with this number has it; correct the number"
            )
            return text.format(facts["name"])
        case ProblemKind.VARIABLE:
            text = QCoreApplication.translate(
                "ScriptChecks", "Nothing fills {{{{{0}}}}}: put a product with that value on the segment"
            )
            return text.format(facts["name"])
        case ProblemKind.STANDBY_VARIABLE:
            text = QCoreApplication.translate(
                "ScriptChecks",
                "Nothing fills {{{{{0}}}}}: give the plan a product, or name one by its number, as {{{{直播价:1号}}}}",
            )
            return text.format(facts["name"])
        case _:
            return _of_time(problem)


def _claim(problem: ScriptProblem) -> str:
    claim = problem.claim
    words = str(problem.facts["words"])
    if claim is None:
        return words
    if "product" in problem.facts:
        text = QCoreApplication.translate("ScriptChecks", "“{0}” — the card of “{1}” says not to say it")
        return text.format(words, problem.facts["product"])
    return f"“{words}” — {claim.rule.reason} {claim.rule.article}"


def _of_time(problem: ScriptProblem) -> str:
    facts = problem.facts
    match problem.kind:
        case ProblemKind.INTERACTION_GAP:
            text = QCoreApplication.translate(
                "ScriptChecks", "{0} without an interaction from here: ask viewers for something in between"
            )
            return text.format(fmt.duration(int(facts["gap_ms"])))
        case ProblemKind.NO_PERSON:
            return QCoreApplication.translate("ScriptChecks", "Nobody is named: who presents this?")
        case ProblemKind.NO_CO_HOST:
            return QCoreApplication.translate(
                "ScriptChecks", "Lines are given to the co-host, and none is named: who takes them?"
            )
        case ProblemKind.NO_WORDS:
            return QCoreApplication.translate("ScriptChecks", "Nothing to read yet")
        case ProblemKind.WORDS_LONG:
            text = QCoreApplication.translate(
                "ScriptChecks", "The words take {0} longer than planned: shorten them or give more time"
            )
            return text.format(fmt.duration(int(facts["over_ms"])))
        case ProblemKind.SHORTFALL:
            text = QCoreApplication.translate(
                "ScriptChecks", "Planned {0} later than its fixed time: shorten what comes before"
            )
            return text.format(fmt.duration(int(facts["late_ms"])))
        case ProblemKind.COUNT_PASSED:
            text = QCoreApplication.translate(
                "ScriptChecks", "It begins {0} after the time it counts to: shorten what comes before, or count on"
            )
            return text.format(fmt.duration(int(facts["late_ms"])))
        case ProblemKind.NO_END_TIME:
            return QCoreApplication.translate(
                "ScriptChecks", "It is to end at a time of the clock, and no time is set: it ends by hand only"
            )
        case ProblemKind.OVERRUN:
            text = QCoreApplication.translate("ScriptChecks", "The plan ends {0} after the show must be over")
            return text.format(fmt.duration(int(facts["late_ms"])))
        case _:
            return problem.kind.value
