"""Which wording is refused, and which is innocent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claims import find_claims
from livedesk.domain.errors import UserError
from livedesk.services.prompter.claims import load_claims

LIST = Path(__file__).resolve().parents[2] / "resources" / "claims" / "words.toml"
RULES = load_claims(LIST)


def found(text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in find_claims(text, RULES)]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("这是全网最低的价格", ["全网最低"]),
        ("国家级工艺，最高级的料，最佳的选择", ["国家级", "最高级", "最佳"]),
        ("我们销量第一", ["销量第一"]),
        ("全 网 最 低", ["全 网 最 低"]),
        ("全·网*最低", ["全·网*最低"]),
        ("加ＶＸ领券", ["加ＶＸ"]),
        ("敏感肌也能治愈", ["治愈"]),
        ("零副作用", ["零副作用"]),
    ],
)
def test_refused_wording_is_found(text: str, refused: list[str]) -> None:
    assert found(text) == refused


@pytest.mark.parametrize(
    "text",
    [
        "第一次来直播间的宝宝",
        "第一步先洁面，第二步上霜",
        "第一，先看成分",
        "最佳赏味期三十天",
        "最好是晚上用",
        "国家级非遗技艺",
        "这是护肤品，不能代替治疗",
        "治愈系的香味",
        "今天的价格很低",
        "一号链接，第10件",
    ],
)
def test_innocent_wording_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_innocent_phrase_spares_only_itself() -> None:
    assert found("第一次来就买到第一") == ["第一"]


def test_every_rule_cites_what_it_rests_on() -> None:
    assert {rule.id for rule in RULES} >= {"absolute", "lowest_price", "medical"}
    assert all(rule.article and rule.reason and rule.words for rule in RULES)


@given(st.text(max_size=60))
def test_any_text_gives_ordered_stretches_inside_it(text: str) -> None:
    spans = [(claim.start, claim.end) for claim in find_claims(text + "最佳" + text, RULES)]
    assert all(0 <= start < end <= 2 * len(text) + 2 for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("content", ["[[rule]]\nid = 1\n", "not toml [", "[[rule]]\nid = 'x'\n"])
def test_a_damaged_list_says_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UserError) as caught:
        load_claims(path)
    assert caught.value.code == "claims.unreadable"
