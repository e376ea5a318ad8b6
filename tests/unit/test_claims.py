"""Which wording is refused, which is innocent, and where it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claims import (
    Category,
    ClaimChecker,
    ClaimOverride,
    ClaimRule,
    Severity,
    find_claims,
    standing,
)
from livedesk.domain.errors import UserError
from livedesk.services.claims import load_claims

LIST = Path(__file__).resolve().parents[2] / "resources" / "claims"
RULES = load_claims(LIST)
CHECKER = ClaimChecker(RULES)
# What a host's script is made of, dense with what the rules look for.
LETTERS = "最好佳低价全网第一国家级不能说治疗微信加vVx+我们家款里的，。 \n·亻圭力口蕞zui🔥0129原价"


def found(text: str) -> list[str]:
    return [claim.words for claim in find_claims(text, RULES)]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("这是全网最低的价格", ["全网最低"]),
        ("国家级工艺，最高级的料，最佳的选择", ["国家级", "最高级", "最佳"]),
        ("我们销量第一", ["销量第一"]),
        ("敏感肌也能治愈", ["治愈"]),
        ("零副作用", ["零副作用"]),
    ],
)
def test_refused_wording_is_found(text: str, refused: list[str]) -> None:
    assert found(text) == refused


@pytest.mark.parametrize(
    "disguised",
    [
        "全 网 最 低",
        "全·网*最低",
        "全网“最”低",
        "全🔥网🔥最🔥低",
        "全，网，最，低",
        "全網最低",
        "全网蕞低",
        "全网最亻氐",
        "全网zui低",
        "quanwang zuidi",
        "加ＶＸ",
        "力口微信",
        "➕徽信",
        "jia wei xin",
        "最亻圭",
        "最女子",
        "醉低价",
        "嘴便宜",
    ],
)
def test_a_disguise_is_seen_through_and_marked_whole(disguised: str) -> None:
    assert found(f"听我说，{disguised}，真的") == [disguised]


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
        "我们家最便宜的一款",
        "“全网最低”这种词不能说",
        "不要加陌生人微信",
        "2024年双11面霜类目销量第一，数据来源见页面",
        "主力口红到货",
    ],
)
def test_innocent_wording_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_innocent_phrase_spares_only_itself() -> None:
    assert found("第一次来就买到第一") == ["第一"]


def test_the_wording_of_the_design_says_what_is_wrong_and_what_to_say() -> None:
    (claim,) = find_claims("全网最低，想要的宝宝扣“想要”", RULES)
    assert (claim.rule.category, claim.rule.severity) == (Category.ABSOLUTE, Severity.REFUSED)
    assert "第九条第（三）项" in claim.rule.article
    assert claim.rule.instead == "今天直播间到手价"


def test_a_rule_of_ones_own_needs_words_only() -> None:
    rule = ClaimRule("own", "店规", "不说", ("修护霜",))
    assert [claim.words for claim in find_claims("这支修 护 霜", (rule,))] == ["修 护 霜"]
    assert rule.category is Category.HOUSE


def test_of_two_that_overlap_the_first_and_longest_is_kept() -> None:
    rules = (ClaimRule("short", "", "", ("最低",)), ClaimRule("long", "", "", ("最低价", "低价格")))
    assert [(c.rule.id, c.words) for c in find_claims("最低价格", rules)] == [("long", "最低价")]


def test_of_two_alike_the_graver_is_kept() -> None:
    warns = ClaimRule("warns", "", "", ("最低",), severity=Severity.WARN)
    rules = (warns, replace(warns, id="refuses", severity=Severity.REFUSED))
    assert [c.rule.id for c in find_claims("最低", rules)] == ["refuses"]


def test_a_pattern_may_mark_a_part_of_what_it_needs() -> None:
    rule = ClaimRule("was", "", "", patterns=("(?P<it>原价)[0-9]+",))
    assert [(c.start, c.end) for c in find_claims("是原价 99", (rule,))] == [(1, 3)]
    assert find_claims("原价退", (rule,)) == ()


def test_a_sentence_does_not_spare_the_next() -> None:
    rule = ClaimRule("x", "", "", ("词",), before=("不.{0,2}",))
    assert find_claims("不，词", (rule,)) == ()
    for mark in "。！？；】\n":
        assert [claim.words for claim in find_claims(f"不{mark}词", (rule,))] == ["词"]


@given(st.text(max_size=60) | st.text(alphabet=LETTERS, max_size=60))
def test_stretches_are_inside_the_text_and_none_inside_another(text: str) -> None:
    whole = text + "最佳" + text
    claims = find_claims(whole, RULES)
    assert all(0 <= claim.start < claim.end <= len(whole) for claim in claims)
    assert all(one.end <= two.start for one, two in pairwise(claims))
    assert all(claim.words == whole[claim.start : claim.end] for claim in claims)


@given(st.lists(st.text(alphabet=LETTERS.replace("\n", ""), max_size=30), max_size=8))
def test_line_by_line_finds_what_the_whole_text_shows(lines: list[str]) -> None:
    at, expected = 0, []
    for line, claims in zip(lines, CHECKER.lines(lines), strict=True):
        expected += [(at + claim.start, at + claim.end, claim.rule.id) for claim in claims]
        at += len(line) + 1
    whole = [(claim.start, claim.end, claim.rule.id) for claim in ClaimChecker(RULES).text("\n".join(lines))]
    assert whole == expected


def test_an_override_holds_for_its_item_its_rule_and_its_words_however_spelled() -> None:
    claims = find_claims("全 网 最低，最佳，全网最低", RULES)
    old = ClaimOverride("s1", "lowest_price", "全网最低", "有公证", "场控", 1)
    new = replace(old, reason="有新公证", at_ms=2)
    assert standing(claims, (new, old), "s1") == ((claims[0], new), (claims[1], None), (claims[2], new))
    assert standing(claims, (new,), "s2") == tuple((claim, None) for claim in claims)
    assert standing(claims, (replace(new, words="最低价"),), "s1")[0] == (claims[0], None)
    assert standing(claims, (replace(new, rule_id="absolute"),), "s1")[0] == (claims[0], None)


def test_every_entry_says_what_why_and_what_instead() -> None:
    assert {rule.category for rule in RULES} == set(Category) - {Category.HOUSE}
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.words or rule.patterns, rule.id
        assert rule.reason.endswith("。"), rule.id
        assert rule.instead, rule.id
        assert re.search(r"《.+》|平台规则：", rule.article), rule.id


def test_every_expression_is_one() -> None:
    for rule in RULES:
        for source in (rule.spellings, *rule.patterns, *rule.innocent_patterns, *rule.before, *rule.after):
            re.compile(source)
            assert not re.search(r"[，？！；：（）Ａ-Ｚ]", source), f"{source} is never met in folded text"
            assert not re.search(r"[^\\\[(][*+]|\{\d,\}", source), f"{source} could take for ever over a long line"


def test_a_suggested_wording_is_itself_innocent() -> None:
    assert {rule.id: found(rule.instead) for rule in RULES if found(rule.instead)} == {}


def test_no_word_is_listed_twice() -> None:
    words = [word for rule in RULES for word in rule.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


SPELLING = "[sounds]\n[parts]\n[contexts]\n"
ROW = 'category = "price"\n[[rule]]\nid = "x"\narticle = "a"\nreason = "r"\n'


@pytest.mark.parametrize(
    ("spelling", "rows"),
    [
        (None, ROW),
        ("not toml [", ROW),
        (SPELLING, "[[rule]]\nid = 1\n"),
        (SPELLING, ROW.replace("price", "unheard of")),
        (SPELLING, ROW + "word = ['typing error']\n"),
        (SPELLING, ROW + "patterns = ['{nowhere}']\n"),
        (SPELLING, ROW + "spared_by = ['nothing']\n"),
    ],
)
def test_a_damaged_list_says_so(tmp_path: Path, spelling: str | None, rows: str) -> None:
    if spelling is not None:
        (tmp_path / "spelling.toml").write_text(spelling, "utf-8")
    (tmp_path / "price.toml").write_text(rows, "utf-8")
    with pytest.raises(UserError) as caught:
        load_claims(tmp_path)
    assert caught.value.code == "claims.unreadable"


def test_a_whole_list_is_read(tmp_path: Path) -> None:
    spelling = """
[sounds]
"最" = { rare = ["蕞"] }
[parts]
"否" = "不|没"
[contexts.denied]
before = ["{否}是"]
after = ["吗"]
around = ["问{最}低价"]
[contexts.asked]
after = ["么"]
"""
    rows = ROW.replace("[[rule]]", 'spared_by = ["denied"]\n[[rule]]') + (
        "severity = 'warn'\nwords = ['最低价']\nbefore = ['勿']\nafter = ['呢']\nspared_by = ['asked']\n"
    )
    (tmp_path / "spelling.toml").write_text(spelling, "utf-8")
    (tmp_path / "price.toml").write_text(rows, "utf-8")
    (rule,) = rules = load_claims(tmp_path)
    assert (rule.id, rule.category, rule.severity, rule.words) == ("x", Category.PRICE, Severity.WARN, ("最低价",))
    assert [claim.words for claim in find_claims("是蕞低价", rules)] == ["蕞低价"]
    for innocent in ("没是最低价", "最低价吗", "问最低价", "最低价么", "勿最低价", "最低价呢"):
        assert find_claims(innocent, rules) == (), innocent
