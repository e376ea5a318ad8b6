"""What of a script is spoken, how much it is, and how fast a person was heard to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.pace import (
    SILENT,
    LearnedPace,
    Pace,
    PaceSample,
    first_name,
    learned_pace,
    line_chars,
    rate_of,
    speakers,
    speaking_ms,
    speech,
    spoken_chars,
    voices,
)
from livedesk.domain.ports import RunSummary
from livedesk.domain.product import Product, script_values
from livedesk.domain.prompting import prompt_block
from livedesk.domain.rundown import Show, Standby, StandbyMode
from livedesk.domain.script import LineKind, Script, ScriptLine, parse_script
from livedesk.services.pace_learning import MOST_DOCUMENTS, learn
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"


@pytest.mark.parametrize(
    ("text", "chars"),
    [
        ("", 0),
        ("换季的时候脸干、起皮、泛红。", 11),
        ("三，二，一，上链接！", 6),
        ("  空 格  不 算  ", 4),
        ("129", 5),  # 一百二十九
        ("¥129", 6),
        ("1,299元", 8),  # 一千二百九十九元
        ("100，200元", 5),  # 一百, 二百: a Chinese comma does not join figures
        ("1,0005", 5),  # no thousands: one, and a figure that begins with a zero
        ("9.9", 3),
        ("１２９", 5),
        ("0", 1),
        ("007", 3),
        ("13800138000", 11),
        ("50%", 5),
        ("SPF50+", 5),
        ("60g", 3),
        ("50ml", 4),
        ("serum", 2),
        ("Café", 2),
        ("it's", 1),
        ("A醇", 2),
        ("ＳＰＦ", 3),
        ("ｃｒｅａｍ", 1),
        ("CERAMIDE", 4),
        ("扣“想要”🎉", 3),
        ("セラミド", 4),
        ("{{库存}}", 2),
    ],
)
def test_what_is_said_is_counted(text: str, chars: int) -> None:
    assert spoken_chars(text) == chars


@given(st.text(max_size=40), st.text(max_size=40))
def test_lines_add_up_and_marks_and_spaces_add_nothing(one: str, other: str) -> None:
    assert spoken_chars(f"{one}\n{other}") == spoken_chars(one) + spoken_chars(other)
    assert spoken_chars(f"（ {one} ）。") == spoken_chars(one)


@pytest.mark.parametrize("kind", list(LineKind))
def test_only_actions_and_notes_are_silent(kind: LineKind) -> None:
    silent = kind in (LineKind.ACTION, LineKind.NOTE)
    assert (kind in SILENT) is silent
    assert line_chars(ScriptLine(kind, "拿起产品"), {}) == (0 if silent else 4)


def test_variables_are_filled_first_as_on_the_prompter() -> None:
    product = Product("p1", "面霜", live_price=12_900, stock=1_200)
    item = segment(1, 5, script=parse_script("到手{{直播价}}，还有{{库存}}件\n【备注】{{直播价}}"))
    said = speech(item, "主播一", script_values(product))
    assert said == {("主播一",): 2 + 6 + 2 + 4 + 1}
    block = prompt_block(item, product)
    assert sum(spoken_chars(line.text) for line in block.lines if line.kind not in SILENT) == sum(said.values())


@pytest.mark.parametrize(
    ("speaker", "names"),
    [
        ("", ("主播一",)),
        ("主播", ("主播一", "主播")),
        ("主播二", ("主播二", "主播一")),
        ("助播", ("助播一", "助播")),
        ("助播二", ("助播二", "助播一")),
    ],
)
def test_a_line_is_said_by_its_speaker(speaker: str, names: tuple[str, ...]) -> None:
    assert voices(ScriptLine(LineKind.SPEECH, "好", speaker), "主播一", "助播一") == names


def test_the_segments_person_goes_before_the_shows_host_and_leads_where_there_are_several() -> None:
    item = segment(1, 5, script=parse_script("一二三\n助播：四五"), co_host="助播一")
    assert speech(item, "主播一", {}) == {("主播一",): 3, ("助播一", "助播"): 2}
    shared = replace(item, person="主播二、助播一", co_host="")
    assert speech(shared, "主播一", {}) == {("主播二",): 3, ("助播",): 2}
    assert first_name(" 主播一 / 主播二") == "主播一"
    assert speech(segment(2, 5), "主播一", {}) == {}


def test_the_first_known_name_gives_the_rate() -> None:
    paces = {"主播一": 4.0, "助播": 5.0}
    assert rate_of(("助播一", "助播"), paces, 4.3) == 5.0
    assert rate_of(("主播二",), paces, 4.3) == 4.3
    assert rate_of((), paces, 4.3) == 4.3


def test_all_whose_rate_counts_are_told_the_speakers_of_lines_first() -> None:
    evening = show(
        START,
        segment(1, 5, person="主播二、主播三"),
        segment(2, 5, co_host="小美", script=parse_script("助播一：一二\n助播：三\n【动作】助播三：举牌")),
        segment(3, 5, person="老王", script=parse_script("四\n【备注】主播四：五")),
        host="主播一",
        standbys=(Standby("b", "断播", StandbyMode.REPLACE, 60_000, script=parse_script("助播二：稍等")),),
    )
    said = [names for item in evening.segments for names in speech(item, evening.host, {})]
    told = speakers(evening, said, {"小美": Pace("小美", 3.0), "助播": Pace("助播", 2.0)}, 4.3)
    assert told == (
        Pace("助播一", 3.0, like="小美"),
        Pace("小美", 3.0),
        Pace("老王", 4.3),
        Pace("助播二", 4.3),
        Pace("主播一", 4.3),
        Pace("主播二", 4.3),
        Pace("助播", 2.0),
    )
    alone = speakers(evening, said, {"助播": Pace("助播", 2.0)}, 4.3)
    assert alone[1] == Pace("小美", 2.0, like="助播")
    assert speakers(show(START), (), {}, 4.3) == ()


def test_of_two_people_who_are_called_the_same_the_one_with_a_rate_is_shown() -> None:
    said = [("主播二", "甲"), ("主播二", "乙"), ("主播二", "丙")]
    paces = {"乙": Pace("乙", 3.0), "丙": Pace("丙", 5.0)}
    told = speakers(show(START), said, paces, 4.3)
    assert told[0] == Pace("主播二", 3.0, like="乙")


def test_speaking_takes_its_time() -> None:
    assert speaking_ms(386, 4.1) == 94_146
    assert speaking_ms(0, 4.1) == 0
    for wrong in (0, -1):
        with pytest.raises(ValueError, match="above zero"):
            speaking_ms(1, wrong)


# Learning


def sample(cps: float, chars: int = 400, **more: object) -> PaceSample:
    took = round(chars / cps * SECOND)
    return PaceSample(chars, **{"aired_ms": took, "planned_ms": took, **more})  # type: ignore[arg-type]  # fields


def test_a_rate_is_the_median_with_its_spread() -> None:
    found = learned_pace([sample(rate) for rate in (4.0, 4.2, 4.4, 4.6, 9.0)])
    assert found is not None
    assert (round(found.cps, 2), found.samples, round(found.spread, 2)) == (4.4, 5, 0.2)


def test_a_long_text_weighs_more() -> None:
    found = learned_pace([*(sample(3.0, 100) for _ in range(4)), sample(5.0, 2_000)])
    assert found is not None
    assert round(found.cps, 1) == 5.0


def test_half_and_half_lies_between() -> None:
    found = learned_pace([*(sample(4.0) for _ in range(3)), *(sample(5.0) for _ in range(3))])
    assert found is not None
    assert found.cps == pytest.approx(4.5, abs=0.01)


@pytest.mark.parametrize(
    "useless",
    [
        sample(2.0, 59),
        sample(11.0, 200),  # less than twenty seconds
        sample(4.0, rehearsal=True),
        sample(4.0, planned_ms=80_000),  # drawn out by a quarter
        sample(1.4),
        sample(12.5, 400),
    ],
)
def test_what_tells_no_rate_is_left_out(useless: PaceSample) -> None:
    good = [sample(4.0) for _ in range(4)]
    assert not useless.tells
    assert learned_pace([*good, useless]) is None
    assert learned_pace([*good, sample(4.0, planned_ms=None), useless]) == LearnedPace(4.0, 5, 0.0)


@given(st.lists(st.tuples(st.floats(1.6, 11.0), st.integers(250, 3_000)), min_size=5, max_size=30))
def test_the_rate_lies_among_the_samples_in_whatever_order(rates: list[tuple[float, int]]) -> None:
    samples = [sample(rate, chars) for rate, chars in rates]
    found = learned_pace(samples)
    assert found is not None
    assert min(each.cps for each in samples) <= found.cps <= max(each.cps for each in samples)
    assert learned_pace(samples[::-1]) == found


@given(st.floats(3.0, 6.0), st.lists(st.floats(1.5, 12.0), max_size=4))
def test_a_few_odd_ones_move_it_little(rate: float, odd: list[float]) -> None:
    found = learned_pace([*(sample(rate, 600) for _ in range(6)), *(sample(each, 600) for each in odd)])
    assert found is not None
    assert found.cps == pytest.approx(rate, abs=0.01)


# From the runs that are kept


@dataclass
class Kept:
    """The ports of the store, over runs that were driven by the rules."""

    documents: dict[tuple[str, int], Show] = field(default_factory=dict)
    journals: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    listed: list[RunSummary] = field(default_factory=list)
    read: list[tuple[str, int]] = field(default_factory=list)

    def load(self, show_id: str, revision: int | None = None) -> tuple[Show, int]:
        self.read.append((show_id, revision or 0))
        if (show_id, revision or 0) not in self.documents:
            raise UserError("show.missing", show=show_id, revision=revision or 0)
        return self.documents[show_id, revision or 0], revision or 0

    def entries(self, run_id: int) -> tuple[Entry, ...]:
        if run_id not in self.journals:
            raise UserError("run.missing", run=run_id)
        return self.journals[run_id]

    def summaries(self) -> tuple[RunSummary, ...]:
        return tuple(self.listed)

    def add(self, desk: Desk, kind: RunKind = RunKind.LIVE, *, ended: bool = True) -> None:
        number = len(self.listed) + 1
        state = desk.state
        self.documents[state.show.id, state.revision] = state.show
        self.journals[number] = tuple(desk.entries)
        end = desk.now_ms if ended else None
        self.listed.insert(0, RunSummary(number, state.show.id, "a show", kind, 0, 0, end))

    def learned(self, newest: int = 20) -> dict[str, LearnedPace]:
        return dict(learn(self, self, newest))  # type: ignore[arg-type]  # the two ports, as far as they are used


def text(chars: int, who: str = "") -> str:
    return "\n".join(f"{who}：{'好' * 20}" if who else "好" * 20 for _ in range(chars // 20))


def spoken_show(*lines: str, person: str = "") -> Show:
    """Segments of a minute; each with its script."""
    made = [segment(i, 1, script=parse_script(line), person=person) for i, line in enumerate(lines, 1)]
    plan_b = Standby("b1", "换讲", "b", mode=StandbyMode.REPLACE)
    return show(START, *made, standbys=(plan_b,), host="主播一")


def aired(rundown: Show, seconds: Sequence[int], revision: int = 1) -> Desk:
    """The show run through, each segment on air so long."""
    desk = Desk(rundown, at(START))
    desk.state = replace(desk.state, revision=revision)
    desk.do(c.GoLive())
    for place, lasted in enumerate(seconds):
        desk.after(lasted * SECOND).do(c.Go() if place < len(seconds) - 1 else c.EndShow())
    return desk


SIX = [text(240)] * 6


def test_a_host_is_learned_from_what_was_on_air() -> None:
    kept = Kept()
    kept.add(aired(spoken_show(*SIX), [60, 50, 60, 60, 60, 40]))
    assert kept.learned() == {"主播一": LearnedPace(4.0, 6, 0.0)}
    assert kept.read == [("show", 1)]


def test_each_person_is_learned_apart_and_a_voice_must_lead() -> None:
    kept = Kept()
    mixed = [f"{text(200)}\n{text(100, '助播一')}"] * 5
    kept.add(aired(spoken_show(*SIX, person="主播二"), [60] * 6))
    kept.add(aired(replace(spoken_show(*mixed), id="mixed"), [60] * 5))
    kept.add(aired(replace(spoken_show(*[f"{text(240)}\n{text(40, '助播一')}"] * 5), id="led"), [70] * 5))
    assert kept.learned() == {"主播二": LearnedPace(4.0, 6, 0.0), "主播一": LearnedPace(4.0, 5, 0.0)}


def test_rehearsals_and_runs_that_have_not_ended_tell_nothing() -> None:
    kept = Kept()
    kept.add(aired(spoken_show(*SIX), [60] * 6), RunKind.REHEARSAL)
    kept.add(aired(spoken_show(*SIX), [60] * 6), ended=False)
    assert kept.learned() == {}
    assert kept.read == []


def test_what_was_taken_back_replaced_called_again_or_drawn_out_tells_nothing() -> None:
    desk = Desk(spoken_show(*SIX), at(START)).do(c.GoLive())
    desk.after(MINUTE).do(c.Go()).after(MINUTE)  # s1 and s2 tell
    desk.do(c.Go()).after(30 * SECOND).do(c.Back())  # s3 taken back
    desk.do(c.Go()).after(30 * SECOND).do(c.CallStandby("b1"))  # s3 gave way to a plan
    desk.after(MINUTE).do(c.Go()).after(80 * SECOND).do(c.Go()).after(MINUTE)  # s4 drawn out, s5 tells
    desk.do(c.Jump("s1")).after(30 * SECOND).do(c.EndShow())  # s1 a second time
    kept = Kept()
    kept.add(desk)
    assert kept.learned() == {}
    kept.add(aired(replace(spoken_show(*SIX[:1]), id="more"), [60]))
    assert kept.learned() == {}
    kept.add(aired(replace(spoken_show(*SIX[:1]), id="last"), [60]))
    assert kept.learned() == {"主播一": LearnedPace(4.0, 5, 0.0)}


def test_the_document_of_what_tells_nothing_is_not_read() -> None:
    kept = Kept()
    kept.add(aired(spoken_show(*SIX), [80, 90, 19, 100, 200, 10]))
    assert (kept.learned(), kept.read) == ({}, [])


def test_holds_do_not_count_and_added_time_is_planned_time() -> None:
    desk = Desk(spoken_show(*SIX), at(START)).do(c.GoLive())
    for place in range(6):
        desk.do(c.ToggleHold()).after(MINUTE).do(c.ToggleHold()).do(c.AdjustTime(MINUTE))
        desk.after(2 * MINUTE).do(c.Go() if place < 5 else c.EndShow())
    kept = Kept()
    kept.add(desk)
    assert kept.learned() == {"主播一": LearnedPace(2.0, 6, 0.0)}


def test_the_script_is_the_one_that_was_on_air_and_what_is_gone_is_passed_over() -> None:
    kept = Kept()
    kept.add(aired(spoken_show(*SIX), [60] * 6))
    kept.documents["show", 2] = spoken_show(*[text(120)] * 6)
    assert kept.learned()["主播一"].cps == 4.0
    kept.add(aired(spoken_show(*SIX), [60] * 6, revision=7))
    del kept.documents["show", 7]
    assert kept.learned()["主播一"].samples == 6
    del kept.journals[2]
    assert kept.learned()["主播一"].samples == 6


def test_only_so_much_is_read() -> None:
    kept = Kept()
    for revision in range(1, MOST_DOCUMENTS + 6):
        kept.add(aired(spoken_show(*SIX), [60] * 6, revision=revision))
    assert kept.learned(newest=2)["主播一"].samples == 12
    assert kept.learned(newest=1_000)["主播一"].samples == 6 * MOST_DOCUMENTS
    assert len(kept.read) == 2 + MOST_DOCUMENTS
    assert kept.read[2] == ("show", MOST_DOCUMENTS + 5)


def test_an_empty_script_says_nothing() -> None:
    kept = Kept()
    empty = replace(spoken_show(*SIX), segments=(segment(1, 1, script=Script()), segment(2, 1)))
    kept.add(aired(empty, [60, 60]))
    assert kept.learned() == {}
