"""Shows as hypothesis makes them, of what a workbook is said to carry: texts without blanks around them, among them
words that elsewhere say that there is nothing, scripts as they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from import_books import at

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import WallTime
from livedesk.domain.product import Product, ProductRole, ProductType, Promotion, PromotionKind
from livedesk.domain.rundown import (
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Group,
    ItemWish,
    Segment,
    SegmentKind,
    Show,
    Standby,
    StandbyMode,
    Transition,
    TransitionKind,
)
from livedesk.domain.script import LineKind, Script, ScriptLine, ScriptPart, parse_script, script_text
from livedesk.services.probes import PROBES
from livedesk.services.sheets.values import line_of, text_of, written

START = WallTime(at("2026-11-25 22:30"))
_ODD = "=+-@'\"<>&_x000D,，甲乙丙 1a"


def awkward(extra: str = ";\n\t") -> st.SearchStrategy[str]:
    """Texts that spreadsheets take for something else."""
    made = st.text(st.sampled_from(_ODD + extra), min_size=1, max_size=12)
    # The apostrophe is the sign of a sheet that a text is one.
    said = st.one_of(made, st.sampled_from(["-", "—", "无", "'无", "/", "N/A", "--"]))
    return said.map(lambda text: text_of(written(text))).filter(
        lambda text: bool(text) and text_of(written(text)) == text
    )


def lines() -> st.SearchStrategy[str]:
    """The same on one line."""
    return awkward("").map(line_of).filter(lambda text: bool(text) and line_of(written(text)) == text)


def maybe(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Or nothing at all."""
    return st.one_of(st.just(""), text)


def names(stem: str) -> st.SearchStrategy[str]:
    """A name with its own beginning, so that it is taken for nothing else."""
    return st.text(st.sampled_from("甲乙丙丁=+@x"), max_size=4).map(lambda text: stem + text)


def listed(signs: str) -> st.SearchStrategy[str]:
    """A part of a list in a cell, with what separates such parts in it."""
    made = st.text(st.sampled_from(signs + "；;，、「」【】\n"), min_size=1, max_size=8)
    return made.map(lambda text: "\n".join(line.strip() for line in text.split("\n")).strip()).filter(bool)


def broken(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Now and then with a break in it, though it is shown on one line."""
    return st.one_of(text, text, st.tuples(text, names("又")).map("\n".join))


def walls() -> st.SearchStrategy[WallTime]:
    """Times of the evening and of the days after."""
    return st.integers(-300, 3000).map(lambda minutes: WallTime(START.local + timedelta(minutes=minutes)))


def optional(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    """A number, or none."""
    return st.one_of(st.none(), numbers)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A script as it is read out of a cell."""
    line = st.builds(
        ScriptLine,
        st.sampled_from(LineKind),
        st.text(st.sampled_from("=+-@大家好。{}【】：:助播一 "), min_size=1, max_size=10),
        st.sampled_from(["", "主播一", "助播", "助播二"]),
        st.sampled_from(ScriptPart),
    )
    blank = st.builds(ScriptLine, st.just(LineKind.SPEECH), st.just(""), st.just(""), st.sampled_from(ScriptPart))
    made = Script(tuple(draw(st.lists(line | blank, max_size=6))))
    read = parse_script(script_text(made))
    text = text_of(written(script_text(read)))
    # Blanks at the end and an apostrophe before a sign are the spreadsheet's.
    again = parse_script(text)
    same = parse_script(text_of(written(script_text(again)))) == again
    return again if same else Script()


@st.composite
def cues(draw: st.DrawFn, segment_id: str) -> tuple[ConsoleCue, ...]:
    """Cues, each read back as what it is."""
    texts = listed("上架3号恢复原价甲 ")
    made = []
    for number in range(1, draw(st.integers(0, 2)) + 1):
        text = draw(texts)
        action = draw(st.sampled_from(ConsoleAction))
        offset = draw(st.one_of(st.just(0), st.integers(1, 600_000)))
        made.append(ConsoleCue(f"{segment_id}k{number}", action, text, offset))
    return tuple(made)


@st.composite
def segments(draw: st.DrawFn, number: int, groups: tuple[Group, ...], products: tuple[Product, ...]) -> Segment:
    """One segment with anything in any field."""
    mode = draw(st.sampled_from(EndMode))
    count_to = draw(optional(walls())) if mode is EndMode.COUNT_TO else None
    fade = draw(st.one_of(st.none(), st.integers(0, 500)))
    sold = draw(st.lists(st.sampled_from(products), unique=True, max_size=2)) if products else []
    home = draw(st.sampled_from([None, *groups]))
    return Segment(
        f"s{number:02d}",
        draw(broken(names("环")) | st.just("无")),
        draw(st.sampled_from(SegmentKind)),
        draw(st.integers(0, 3 * 3_600_000)),
        group_id="" if home is None else home.id,
        hard_start=draw(st.one_of(st.none(), walls())),
        end_mode=mode,
        count_to=count_to,
        scene=draw(maybe(lines())),
        transition=Transition() if fade is None else Transition(TransitionKind.FADE, fade),
        product_ids=tuple(product.id for product in sold),
        script=draw(scripts()),
        interaction=draw(maybe(awkward())),
        goal=draw(maybe(awkward())),
        person=draw(maybe(broken(lines()))),
        cues=draw(cues(f"s{number:02d}")),
        skipped=draw(st.sampled_from([False, False, False, True])),
        note=draw(maybe(awkward())),
        number=draw(st.sampled_from(["", "", f"{number:02d}", f"{number:02d}A", "=4"])),
        co_host=draw(maybe(broken(lines()))),
        owner=draw(maybe(broken(lines()))),
        warn_ms=draw(optional(st.integers(0, 7_200_000))),
        alarm_ms=draw(optional(st.integers(0, 7_200_000))),
        fallback=draw(maybe(awkward())),
    )


@st.composite
def product_lists(draw: st.DrawFn) -> tuple[Product, ...]:
    """Products of different links, some of them of one name."""
    made = []
    money, number = st.integers(0, 10**8), st.integers(0, 10**6)
    words = st.lists(listed("词甲=@"), max_size=3).map(tuple)
    for at_ in range(1, draw(st.integers(0, 3)) + 1):
        made.append(
            Product(
                f"p{at_:02d}",
                draw(
                    st.one_of(
                        st.sampled_from(["霜", "霜 30ml", "水、乳", "3号链接", "第1款", "-"]),
                        broken(names("品")),
                    )
                ),
                draw(st.sampled_from([None, 5, at_ * 7])),
                draw(maybe(names("牌"))),
                draw(st.one_of(st.sampled_from(["", "30ml", "50ml"]), lines())),
                draw(st.one_of(st.none(), st.sampled_from(ProductRole))),
                draw(st.one_of(st.none(), st.sampled_from(ProductType))),
                draw(maybe(names("组"))),
                list_price=draw(optional(money)),
                live_price=draw(optional(money)),
                hand_price=draw(optional(money)),
                cost=draw(optional(money)),
                offer=draw(maybe(awkward())),
                gifts=draw(maybe(awkward())),
                stock=draw(optional(number)),
                limit=draw(optional(number)),
                selling_points=draw(words),
                do_not_say=draw(words),
                platform_ids=draw(st.lists(st.integers(1, 10**19).map(str), max_size=2).map(tuple)),
                codes=draw(words),
                gift_stock=draw(optional(number)),
            )
        )
    return tuple(made)


@st.composite
def standby_lists(draw: st.DrawFn, products: tuple[Product, ...] = ()) -> tuple[Standby, ...]:
    """Standby plans; one of them may be the panic one."""
    panic = draw(st.integers(-1, 2))
    made = []
    for at_ in range(draw(st.integers(0, 3))):
        scene = draw(lines()) if at_ == panic else draw(maybe(lines()))
        fade = draw(st.one_of(st.none(), st.integers(0, 500)))
        made.append(
            Standby(
                f"b{at_ + 1}",
                draw(broken(names("况"))),
                scene,
                draw(st.sampled_from(StandbyMode)),
                draw(optional(st.integers(0, 3_600_000))),
                draw(maybe(awkward())),
                draw(maybe(broken(lines()))),
                draw(scripts()),
                at_ == panic,
                Transition() if fade is None else Transition(TransitionKind.FADE, fade),
                items=draw(st.lists(st.builds(ItemWish, names("源"), st.booleans()), max_size=2).map(tuple)),
                product_id=draw(st.sampled_from(["", *(product.id for product in products)])),
                cues=draw(cues(f"b{at_ + 1}")),
                message=draw(maybe(lines())),
            )
        )
    return tuple(made)


@st.composite
def shows(draw: st.DrawFn, *, timed: bool = False) -> Show:
    """A whole show. With ``timed`` its fixed starts make no plan that a sheet of times cannot say (all skipped)."""
    groups = tuple(
        Group(f"g{at_}", title)
        for at_, title in enumerate(
            draw(st.lists(broken(names("组")) | st.sampled_from(["—", "-", "无"]), max_size=3)), 1
        )
    )
    products = draw(product_lists())
    made = tuple(draw(segments(number, groups, products)) for number in range(1, draw(st.integers(1, 4)) + 1))
    if timed and all(segment.skipped for segment in made):
        made = (replace(made[0], skipped=False), *made[1:])
    standbys = draw(standby_lists(products))
    promotions = tuple(
        Promotion(
            f"m{at_}",
            draw(broken(names("促"))),
            draw(st.sampled_from(PromotionKind)),
            draw(st.sampled_from(["", *(segment.id for segment in made)])),
            draw(optional(st.integers(0, 3_600_000))),
            draw(optional(st.integers(0, 10**7))),
            draw(optional(st.integers(0, 10**6))),
            draw(st.sampled_from(["", *(product.id for product in products)])),
        )
        for at_ in range(1, draw(st.integers(0, 2)) + 1)
    )
    checks = tuple(
        CheckItem(
            f"c{at_:02d}",
            draw(st.sampled_from(CheckGroup)),
            draw(broken(names("查"))),
            draw(maybe(awkward())),
            draw(st.booleans()),
            draw(maybe(lines())),
            draw(st.integers(0, 7_200_000)),
            draw(st.sampled_from(["", *sorted(PROBES)])),
        )
        for at_ in range(1, draw(st.integers(0, 2)) + 1)
    )
    items = [segment.id for segment in made] + [plan.id for plan in standbys]
    about = [rule + one.id for rule in ("gift:", "do_not_say:") for one in products]
    overrides = tuple(
        ClaimOverride(
            draw(st.sampled_from(items)),
            draw(st.sampled_from(["ad-law-9", "=规则", "功效.1", "price:5900,12900", *about])),
            draw(awkward()),
            draw(maybe(awkward())),
            draw(maybe(broken(lines()))),
            draw(st.integers(0, 4_000_000_000_000)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    return Show(
        "show",
        "夜场",
        "Asia/Shanghai",
        START,
        draw(st.sampled_from([None, WallTime(at("2026-11-28 23:00"))])),
        draw(maybe(st.just("主播一"))),
        draw(maybe(st.just("抖音"))),
        draw(maybe(st.just("=直播间"))),
        groups,
        made,
        standbys,
        products,
        promotions,
        checks,
        claim_overrides=overrides,
    )
