"""Every code has a sentence, in both languages, with the same facts in it."""

from __future__ import annotations

import string

import pytest
from codes import codes, literals, reasons_of
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from livedesk.domain.errors import UserError
from livedesk.domain.feed import RowProblem
from livedesk.domain.script import LineKind
from livedesk.ui import i18n
from livedesk.ui.report_words import report_words
from livedesk.ui.word_list_rows import REASONS
from livedesk.ui.words import SENTENCES, WHILE_STREAMING, fault_title, row_problem, sentence, who


def _facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_of_the_program_has_a_sentence() -> None:
    assert sorted(codes() - SENTENCES.keys()) == []


def test_no_sentence_is_left_over() -> None:
    families = tuple(code for code in literals() if code.endswith("_"))
    wanted = codes() | {f"{code}{WHILE_STREAMING}" for code in codes()}
    assert [code for code in sorted(SENTENCES.keys() - wanted) if not code.startswith(families)] == []


def test_the_chinese_sentences_are_chinese_and_have_the_same_facts(language: str) -> None:
    for code, english in SENTENCES.items():
        chinese = QCoreApplication.translate("words", english)
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese), code
        assert _facts(chinese) <= _facts(english), code


def test_a_sentence_holds_its_facts_and_its_place(qapp: QApplication, language: str) -> None:
    error = UserError("orders.unreadable", file="订单.csv", row=12, reason="坏了。")
    assert "订单.csv" in sentence(error)
    assert "第 12 行" in sentence(error)
    assert "第" not in sentence(UserError("orders.unreadable", file="a.csv", row=0, reason="x")).split("一行")[0]
    i18n.install(qapp, i18n.ENGLISH)
    assert "(row 12)" in sentence(error)


def test_a_link_lost_while_streaming_is_told_more_gravely(qapp: QApplication) -> None:
    assert sentence("obs.lost", {"streaming": "yes"}) != sentence("obs.lost", {"streaming": ""})
    assert "the stream is OFF" in sentence("obs.lost", {"streaming": "yes"})


@pytest.mark.parametrize("code", ["prompter.lost", "prompter.hung", "prompter.unseen"])
def test_a_fault_of_a_prompter_names_it_where_there_are_several(
    qapp: QApplication, language: str, code: str
) -> None:
    assert "提词器“左”" in sentence(code, {"prompter": "左"})
    assert "“" not in sentence(code)
    i18n.install(qapp, i18n.ENGLISH)
    assert "rompter “1, left”" in sentence(code, {"prompter": "1, left"})


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_an_hour_that_happens_twice_says_how_to_write_which(language: str) -> None:
    told = sentence("sheet.time_ambiguous", {"value": "01:30"})
    assert "(前)" in told
    assert "(后)" in told


def test_every_fault_has_a_short_name(qapp: QApplication, language: str) -> None:
    faults = {code for code in codes() if code.split(".")[0] in ("obs", "prompter", "backup")}
    faults |= {code for code in codes() if code.startswith("orders.")} - {"orders.cancelled"} | {"edit.not_saved"}
    for code in sorted(faults):
        title = fault_title(code)
        assert any("\u4e00" <= sign <= "\u9fff" for sign in title), code
    assert fault_title("no.such") == "no.such"


def test_services_are_named_in_the_language_and_persons_as_written(qapp: QApplication, language: str) -> None:
    names = ("data", "prompter", "timer", "probe", "backup", "OBS", "场控")
    assert [who(name) for name in names] == ["数据", "提词", "定时", "自动检测", "备份", "OBS", "场控"]
    i18n.install(qapp, i18n.ENGLISH)
    assert who("data") == "data feed"
    assert report_words().notes["probe"] == "probe"


def test_braces_in_facts_are_text(qapp: QApplication) -> None:
    assert "{row.__class__}" in sentence(UserError("money.unreadable", value="{row.__class__}"))


def test_an_unknown_code_loses_nothing_and_a_missing_fact_breaks_nothing(qapp: QApplication) -> None:
    told = sentence("no.such_code", {"why": "because"})
    assert "no.such_code" in told
    assert "why=because" in told
    assert sentence("store.newer")


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_every_reason_of_a_wrong_row_has_words(language: str) -> None:
    # not_json is the reason that the relay's reader gives where its caller names none.
    reasons = reasons_of({"_WrongRowError", "BadMessageError"}) | {"not_json"}
    assert reasons == REASONS.keys()
    for reason in sorted(reasons):
        assert row_problem(RowProblem(3, reason)) != reason
    told = row_problem(RowProblem(3, "not_an_amount", "订单应付金额", "o.csv"))
    assert told.startswith("o.csv · 订单应付金额 · ")


def test_every_kind_of_line_has_a_name_on_paper(language: str) -> None:
    marks = report_words().marks
    assert set(marks) == {kind.value for kind in LineKind} - {LineKind.SPEECH.value}
    assert not set(marks.values()) & set(marks), "none of them is a code"
