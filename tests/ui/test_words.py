"""Every code has a sentence, in both languages, with the same facts in it."""

from __future__ import annotations

import string

from codes import codes, literals
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from livedesk.domain.errors import UserError
from livedesk.ui import i18n
from livedesk.ui.words import SENTENCES, WHILE_STREAMING, sentence


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
    assert "stream" in sentence("obs.lost", {"streaming": "yes"})


def test_braces_in_facts_are_text(qapp: QApplication) -> None:
    assert "{row.__class__}" in sentence(UserError("money.unreadable", value="{row.__class__}"))


def test_an_unknown_code_loses_nothing_and_a_missing_fact_breaks_nothing(qapp: QApplication) -> None:
    told = sentence("no.such_code", {"why": "because"})
    assert "no.such_code" in told
    assert "why=because" in told
    assert sentence("store.newer")
