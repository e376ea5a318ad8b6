"""Marked wording in the text: looked at, replaced, let stand with a reason, taken back, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout
from script_room import ScriptRoom, script_room
from script_text_room import Writing

from livedesk.domain.claims import Category, ClaimRule, Severity
from livedesk.domain.edits import ChangeShow
from livedesk.ui.workspaces.script.text_looks import Run, Style, runs

__all__ = ["script_room"]
RULES = (
    ClaimRule(
        "lowest",
        "《广告法》第九条",
        "价格比较须有依据。",
        ("全网最低",),
        category=Category.ABSOLUTE,
        instead="到手价",
    ),
    ClaimRule("mark", "平台规则", "标记不算。", ("互动",)),
    ClaimRule("rare", "平台规则", "须有依据。", ("限量",), category=Category.SCARCITY, severity=Severity.WARN),
)
TEXT = "开场白\n今天全网最低，全网最低\n😀 限量 {{直播价}}\n【备注】全网最低\n【互动】助播：全网最低"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
DOTS = QTextCharFormat.UnderlineStyle.DotLine


def let_stand(writing: Writing, words: str) -> None:
    """Give a reason for the wording in front, which is this one."""
    bar = writing.panel.claim_bar
    writing.panel.keep_claim()
    writing.room.qtbot.keyClicks(bar.reason, "proof")
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    writing.room.settled()
    writing.panel._claims.look()
    assert writing.room.show.claim_overrides[-1].words == words


@pytest.fixture
def writing(script: ScriptRoom) -> Iterator[Writing]:
    made = Writing(script)
    made.panel.set_rules(RULES)
    made.give(TEXT)
    made.caret("开场")
    made.panel._claims.look()
    yield made
    made.document.flush()
    script.settled()


def underlined(writing: Writing, line: int, style: QTextCharFormat.UnderlineStyle) -> list[str]:
    """The words of a line that are underlined so."""
    block = writing.edit.document().findBlockByNumber(line)
    found: list[QTextLayout.FormatRange] = block.layout().formats()
    raw = block.text().encode("utf-16-le")
    return [
        raw[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in found
        if one.format.underlineStyle() == style
    ]


def test_claims_are_underlined_and_notes_are_not(writing: Writing) -> None:
    assert underlined(writing, 1, WAVE) == ["全网最低", "全网最低"]
    assert underlined(writing, 2, WAVE) == ["限量"]
    assert underlined(writing, 2, QTextCharFormat.UnderlineStyle.DashUnderline) == ["{{直播价}}"]
    assert underlined(writing, 3, WAVE) == []
    assert underlined(writing, 4, WAVE) == ["全网最低"]


def test_a_line_is_checked_while_it_is_written(writing: Writing) -> None:
    writing.caret("开场白")
    writing.compose("", "，全网最低")
    assert underlined(writing, 0, WAVE) == ["全网最低"]
    writing.press(Qt.Key.Key_Backspace)
    assert underlined(writing, 0, WAVE) == []


def test_the_bar_tells_the_claim_at_the_caret_else_the_first(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    assert bar.words.text() == "全网最低"
    assert "到手价" in bar.says.text()
    writing.caret("限")
    assert bar.words.text() == "限量"
    assert not bar.back.isVisible()
    writing.give("没有问题")
    writing.room.qtbot.waitUntil(lambda: not bar.words.isVisible())
    assert "No wording" in bar.says.text()


def test_from_claim_to_claim_and_around(writing: Writing) -> None:
    seen = []
    for _ in range(5):
        writing.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        cursor = writing.edit.textCursor()
        seen.append((cursor.selectedText(), cursor.block().blockNumber(), cursor.selectionStart()))
    assert [words for words, _, _ in seen] == ["全网最低", "全网最低", "限量", "全网最低", "全网最低"]
    assert seen[0] == seen[4]
    assert seen[0] != seen[1]
    writing.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert writing.edit.textCursor().block().text() == "【互动】助播：全网最低"


def test_the_suggestion_is_put_in_and_undone_in_one_step(writing: Writing) -> None:
    writing.caret("开场白")
    writing.type("x")
    writing.caret("今天全网最低，全")
    writing.panel.replace_claim()
    typed = TEXT.replace("开场白", "开场白x")
    wanted = typed.replace("，全网最低", "，到手价")
    assert writing.kept == writing.text == wanted
    assert writing.edit.hasFocus()
    writing.document.undo()
    writing.room.settled()
    assert writing.text == typed


def test_without_a_suggestion_the_wording_is_taken_out(writing: Writing) -> None:
    writing.caret("限")
    writing.room.qtbot.mouseClick(writing.panel.claim_bar.swap, Qt.MouseButton.LeftButton)
    assert writing.kept == TEXT.replace("限量", "")


def test_a_wording_is_let_stand_with_a_reason_and_taken_back(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    writing.caret("今天全")
    writing.panel.keep_claim()
    assert bar.reason.hasFocus()
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert bar.asking
    writing.room.qtbot.keyClicks(bar.reason, "proof")
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    (kept,) = writing.room.show.claim_overrides
    assert (kept.item_id, kept.rule_id, kept.words) == (writing.id, "lowest", "全网最低")
    now = writing.room.context.clock.now().wall_ms
    assert (kept.reason, kept.by, kept.at_ms) == ("proof", writing.room.context.operator(), now)
    assert underlined(writing, 1, DOTS) == ["全网最低", "全网最低"]
    assert writing.edit.hasFocus()
    writing.room.qtbot.waitUntil(bar.back.isVisible)
    assert "proof" in bar.says.text()
    assert not bar.swap.isVisible()
    writing.room.settled()
    bar.back.click()
    assert writing.room.show.claim_overrides == ()
    assert underlined(writing, 1, WAVE) == ["全网最低", "全网最低"]


def test_escape_gives_the_reason_up(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    writing.panel.keep_claim()
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Escape)
    assert not bar.asking
    assert writing.edit.hasFocus()
    assert writing.room.show.claim_overrides == ()


def test_another_text_ends_the_question(writing: Writing) -> None:
    writing.panel.keep_claim()
    writing.document.choose((writing.room.segment(writing.at + 1).id,))
    assert not writing.panel.claim_bar.asking
    assert writing.edit.hasFocus(), "no button beside it has the keys"


def card(writing: Writing, offer: str = "", do_not_say: tuple[str, ...] = ()) -> None:
    """Give the segment's first product this offer, and these words that are not to be said."""
    show = writing.room.show
    first = writing.room.segment(writing.at).product_ids[0]
    products = tuple(
        replace(one, offer=offer, do_not_say=do_not_say) if one.id == first else one for one in show.products
    )
    assert writing.document.do(ChangeShow({"products": products}))
    writing.room.settled()


def test_what_a_variable_says_is_underlined_at_the_variable(writing: Writing) -> None:
    writing.give("😀 今天{{优惠}}，快来")
    card(writing, offer="满减")
    assert underlined(writing, 0, WAVE) == []
    card(writing, offer="满减，全网最低，真的")
    assert underlined(writing, 0, WAVE) == ["{{优惠}}"]
    writing.room.qtbot.waitUntil(lambda: writing.panel.claim_bar.words.text() == "全网最低")
    writing.panel.replace_claim()
    assert writing.kept == "😀 今天满减，到手价，真的，快来"


def test_several_wordings_of_one_variable_are_settled_one_after_the_other(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    writing.give("今天{{优惠}}，限量")
    card(writing, offer="全网最低，互动")
    writing.panel._claims.look()
    assert [one.claim.words for one in writing.panel._claims.marked] == ["全网最低", "互动", "限量"]
    seen = []
    writing.caret("今天", before=True)
    for _ in range(4):
        writing.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(bar.words.text())
    assert seen == ["全网最低", "互动", "限量", "全网最低"]
    writing.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    for words, left in (("互动", "全网最低"), ("全网最低", "")):
        assert bar.words.text() == words
        let_stand(writing, words)
        assert not left or bar.words.text() == left
    assert [one.override is None for one in writing.panel._claims.marked] == [False, False, True]


def test_what_the_card_says_not_to_say_is_underlined_and_let_stand(writing: Writing) -> None:
    writing.give("这是闺蜜同款的")
    assert underlined(writing, 0, WAVE) == []
    card(writing, do_not_say=("闺蜜同款",))
    assert underlined(writing, 0, WAVE) == ["闺蜜同款"]
    bar = writing.panel.claim_bar
    writing.room.qtbot.waitUntil(lambda: bar.words.text() == "闺蜜同款")
    sold = writing.room.show.product(writing.room.segment(writing.at).product_ids[0])
    assert sold is not None
    assert f"The card of “{sold.name}”" in bar.toolTip()
    writing.panel.keep_claim()
    writing.room.qtbot.keyClicks(bar.reason, "brand agreed")
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert underlined(writing, 0, DOTS) == ["闺蜜同款"]
    assert writing.room.show.claim_overrides[-1].reason == "brand agreed"


def test_what_the_law_and_the_card_refuse_takes_a_reason_each(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    writing.give("今天全网最低")
    card(writing, do_not_say=("最低",))
    writing.panel._claims.look()
    assert [one.claim.words for one in writing.panel._claims.marked] == ["全网最低", "最低"]
    assert underlined(writing, 0, WAVE) == ["全网最低"]
    writing.caret("今天全")
    for words in ("全网最低", "最低"):
        assert bar.words.text() == words
        let_stand(writing, words)
    assert underlined(writing, 0, DOTS) == ["全网最低"]
    writing.panel.take_claim_back()
    writing.room.settled()
    assert underlined(writing, 0, WAVE) == ["全网最低"]
    seen = []
    for _ in range(3):
        writing.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        writing.panel._claims.look()
        seen.append(bar.words.text())
    assert set(seen) == {"全网最低", "最低"}
    assert seen[0] == seen[2] != seen[1]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", ()),
        ("说", (Run(0, 1, Style("said", "text")),)),
        ("【动作】拿", (Run(0, 5, Style("small", "next")),)),
        ("【福利】送", (Run(0, 4, Style("mark", "promo")), Run(4, 5, Style("said", "text")))),
        ("助播：好", (Run(0, 3, Style("speaker", "go")), Run(3, 4, Style("aside", "text")))),
        ("【结尾】", (Run(0, 4, Style("heading", "dim")),)),
        (
            "{{库存}}{{规格}}{{乱}}",
            (
                Run(0, 6, Style("said", "text", "known")),
                Run(6, 12, Style("said", "text", "empty")),
                Run(12, 17, Style("said", "text", "unknown")),
            ),
        ),
    ],
)
def test_the_looks_of_a_line(line: str, wanted: tuple[Run, ...]) -> None:
    assert runs(line, {"库存": "3"}, ("库存", "规格"), ()) == wanted
