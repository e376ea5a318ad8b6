"""Scripts written as a Word document, edited as people and word processors do, and read back."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.rundown import Show
from livedesk.domain.script import LineKind, Script, ScriptLine, ScriptPart, parse_script, script_text
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.sheets.script_doc import (
    ScriptChanges,
    bookmark_of,
    item_of,
    match_scripts,
    plain,
)
from tests.services.docx_rooms import OPENING, changes, read, scripts, small, told
from tests.services.report_runs import item, sample_show
from tests.services.word_edits import edited, paragraph, run
from tests.unit.shows import show


@pytest.mark.parametrize("make", [small, sample_show])
def test_every_script_comes_back_under_its_own_key(make: object) -> None:
    document: Show = make()  # type: ignore[operator]  # makes a show
    back = read(export_script_docx(document))
    wanted = {item.id: script_text(item.script) for item in document.segments}
    wanted |= {plan.id: script_text(plan.script) for plan in document.standbys}
    assert scripts(back) == wanted
    assert (back.title, back.problems) == (document.title, ())
    assert match_scripts(document, back) == ScriptChanges({}, (), (), ())


def test_the_document_reads_well() -> None:
    document = docx.Document(io.BytesIO(export_script_docx(small())))
    rows = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs]
    assert rows[0] == ("Title", "a show")
    assert rows[1][1].startswith("2026-11-25 20:00–20:15（15:00）")
    assert [row for row in rows if row[0].startswith("Heading")] == [
        ("Heading 1", "一、开场"),
        ("Heading 2", "01 · 开场"),
        ("Heading 1", "二、讲品"),
        ("Heading 2", "01A · 讲品"),
        ("Heading 2", "03 · 互动"),
        ("Heading 1", "应急预案"),
        ("Heading 2", "断流"),
    ]
    facts = [text for style, text in rows if style == "livedesk facts"]
    assert "20:00 · 5:00 · 人员：主播一 · 画面：scene 1" in facts
    assert "20:05 · 5:00 · 商品：面霜（3号链接） · 画面：scene 2" in facts
    assert ("livedesk note", "【备注】慢一点") in rows
    assert ("livedesk part", "【结尾】") in rows
    styles = {
        piece.text: piece.style.name
        for row in document.paragraphs
        for piece in row.runs
        if piece.style is not None
    }
    assert styles["【报价】"] == "livedesk mark"
    assert styles["主播一："] == "livedesk speaker"
    assert styles["{{直播价}}"] == "livedesk variable"
    assert (document.core_properties.title, document.core_properties.author) == ("a show", "livedesk")


LINES = st.lists(
    st.builds(
        ScriptLine,
        st.sampled_from(LineKind),
        st.text(max_size=20).map(lambda text: "字" + text),
        st.sampled_from(["", "主播", "主播一", "助播", "助播四"]),
        st.sampled_from(ScriptPart),
    )
    | st.builds(ScriptLine, st.just(LineKind.SPEECH), st.just(""), st.just(""), st.sampled_from(ScriptPart)),
    max_size=8,
).map(lambda lines: Script(tuple(lines)))


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, st.text(min_size=1, max_size=10))
def test_any_script_survives(first: Script, second: Script, title: str) -> None:
    read_once = [parse_script(script_text(script)) for script in (first, second)]
    rows = [item(at, title=title, script=script) for at, script in enumerate(read_once, 1)]
    document = show("2026-11-25 20:00", *rows)
    back = read(export_script_docx(document))
    for written, section in zip(read_once, back.sections, strict=True):
        assert script_text(section.script) == script_text(parse_script(plain(script_text(written))))
    assert match_scripts(document, back) == ScriptChanges({}, (), (), ())


@given(st.text(min_size=1, max_size=12))
def test_ids_and_bookmarks_are_one_to_one(item: str) -> None:
    bookmark = bookmark_of(item)
    assert len(bookmark) <= 40
    assert bookmark == bookmark.lower()
    assert not bookmark or item_of(bookmark) == item


def test_capitals_make_other_bookmarks_and_long_ids_none() -> None:
    assert bookmark_of("A") != bookmark_of("a")
    assert bookmark_of("x" * 60) == ""
    long = replace(small().segments[0], id="x" * 60)
    document = small(segments=(long, *small().segments[1:]))
    assert changes(document, export_script_docx(document)) == ScriptChanges({}, (), (), ())


def test_split_runs_lost_styles_and_other_spaces_change_nothing() -> None:
    document = small()

    def worn(text: str) -> str:
        text = re.sub(r"<w:pStyle [^>]*/>|<w:rPr>.*?</w:rPr>", "", text)
        text = text.replace("大家好", '大</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>家好')
        return text.replace("扣 1", "扣\u00a01").replace(
            "{{ 赠品 }}", "{{\u00a0赠</w:t></w:r><w:r><w:t>品\u00a0}}"
        )

    assert changes(document, edited(export_script_docx(document), worn)) == ScriptChanges({}, (), (), ())


def test_words_breaks_and_quotes_of_a_person_are_taken() -> None:
    document = small()

    def typed(text: str) -> str:
        text = text.replace("大家好", "大家说“好”</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>接着")
        return text.replace("马上回来", "等我")

    found = changes(document, edited(export_script_docx(document), typed))
    assert script_text(found.scripts["s1"]) == OPENING.replace("大家好", "大家说“好”\n第二行\t接着")
    assert script_text(found.scripts["b1"]) == "别走开\n等我"
    assert (set(found.scripts), told(found)) == ({"s1", "b1"}, [])


def test_a_space_of_the_script_itself_is_not_lost() -> None:
    kept = parse_script("扣\u00a01\n扣 2")
    document = small(segments=(item(1, script=kept),))
    data = edited(export_script_docx(document), lambda text: text.replace("扣 2", "扣 3"))
    assert script_text(changes(document, data).scripts["s1"]) == "扣\u00a01\n扣 3"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("拿 5\u00a0瓶", "拿 5 罐", "拿 5\u00a0罐"),
        ("拿 5\u00a0瓶", "先拿 5 瓶吧", "先拿 5\u00a0瓶吧"),
        ("99\u00a0元\n99 元", "99 元\n99 元\n再说", "99\u00a0元\n99 元\n再说"),
        ("99\u00a0元\n99 元\n好", "99 元\n99 元\n不好", "99\u00a0元\n99 元\n不好"),
        ("【动作】拿 5\u00a0瓶", "【互动】拿 5 瓶", "【互动】拿 5\u00a0瓶"),
        ("软\u00ad件 5\u202f瓶", "软件 6 瓶", "软\u00ad件 6\u202f瓶"),
        ("拿 5\u00a0瓶\n好", "好\n拿 5 瓶", "好\n拿 5\u00a0瓶"),
        ("一\u3000二 三", "一\u3000二 四", "一\u3000二 四"),
        ("拿 5\u00a0瓶", "大家 好", "大家 好"),
        ("拿 5\u00a0瓶", "新的一行\n拿 5 瓶装", "新的一行\n拿 5\u00a0瓶装"),
    ],
)
def test_a_line_that_a_person_changed_keeps_the_spaces_of_what_is_left(old: str, new: str, wanted: str) -> None:
    document = small(segments=(item(1, script=parse_script(old)),))
    data = export_script_docx(small(segments=(item(1, script=parse_script(new)),)))
    assert script_text(changes(document, data).scripts["s1"]) == wanted


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    document = small()
    gone = '<w:del w:id="90"><w:r><w:delText>大家好</w:delText></w:r></w:del>'
    come = '<w:ins w:id="91"><w:r><w:t>各位好</w:t></w:r></w:ins>'

    def tracked(text: str) -> str:
        text = text.replace("<w:r><w:t>大家好</w:t></w:r>", gone + come)
        # The end of a paragraph is deleted: it goes on in the next one.
        mark = '<w:pPr><w:pStyle w:val="livedeskline"/><w:rPr><w:del w:id="92"/></w:rPr></w:pPr>'
        start = text.rindex("<w:pPr>", 0, text.index("别走开"))
        text = text[:start] + mark + text[text.index("</w:pPr>", start) + 8 :]
        moved = (
            paragraph("搬来的")
            .replace("<w:r>", '<w:moveTo w:id="93"><w:r>')
            .replace("</w:r>", "</w:r></w:moveTo>")
        )
        left = paragraph("搬走的").replace("<w:r>", '<w:moveFrom w:id="94"><w:r>')
        left = left.replace("</w:r>", "</w:r></w:moveFrom>")
        at = text.index("<w:sectPr")
        return text[:at] + moved + left + text[at:]

    found = changes(document, edited(export_script_docx(document), tracked))
    assert script_text(found.scripts["s1"]) == OPENING.replace("大家好", "各位好")
    assert script_text(found.scripts["b1"]) == "别走开马上回来\n搬来的"


def test_moved_and_renamed_headings_keep_their_segments_and_others_are_new() -> None:
    document = small()

    def moved(text: str) -> str:
        rows = re.findall(r"<w:p>.*?</w:p>", text)
        first = next(at for at, row in enumerate(rows) if "01 · 开场" in row)
        second = next(at for at, row in enumerate(rows) if "二、讲品" in row)
        third = next(at for at, row in enumerate(rows) if "应急预案" in row)
        block = [row.replace("01 · 开场", "欢迎大家") for row in rows[first:second]]
        new = [paragraph("9、加播", "Heading2"), paragraph("【促销】多送一份")]
        rows = rows[:first] + rows[second:third] + block + new + rows[third:]
        return text[: text.index("<w:p>")] + "".join(rows) + text[text.index("<w:sectPr") :]

    found = changes(document, edited(export_script_docx(document), moved))
    assert (found.scripts, found.absent, told(found)) == ({}, (), [])
    (new,) = found.new
    assert (new.after, new.title, script_text(new.script)) == ("s1", "加播", "【促销】多送一份")


def test_a_heading_that_is_gone_leaves_its_script_alone_and_says_so() -> None:
    document = small()
    data = export_script_docx(document)
    found = changes(
        document, edited(data, lambda text: re.sub(r"<w:p>(?:(?!</w:p>).)*01 · 开场.*?</w:p>", "", text))
    )
    assert found.absent == ("s1",)
    assert "s1" not in found.scripts
    assert [
        (problem.code, problem.params["heading"]) for problem in found.problems if "absent" in problem.code
    ] == [("script_doc.absent", "开场")]


def test_a_heading_of_another_show_or_copied_twice_is_new_and_told() -> None:
    document = small()
    head = re.compile(r"<w:p>(?:(?!</w:p>).)*01A · 讲品.*?</w:p>")

    def twice(text: str) -> str:
        row = head.search(text)
        assert row
        copy = row[0] + paragraph("又一遍") + row[0].replace("ld_s2", "ld_s77").replace("01A · 讲品", "别场")
        at = text.index("<w:sectPr")
        return text[:at] + copy + text[at:]

    found = changes(document, edited(export_script_docx(document), twice))
    assert [(new.title, script_text(new.script)) for new in found.new] == [("讲品", "又一遍"), ("别场", "")]
    assert told(found) == ["script_doc.no_item"] * 2
    assert found.scripts == {}


def test_without_bookmarks_number_and_title_tell_the_segments() -> None:
    twins = tuple(replace(one, title="讲品") for one in small().segments)
    document = small(segments=twins)

    def bare(text: str) -> str:
        return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", text).replace("马上回来", "等我")

    data = edited(export_script_docx(document), bare)
    assert {section.key for section in read(data).sections} == {""}
    found = changes(document, data)
    assert {item: script_text(script) for item, script in found.scripts.items()} == {"b1": "别走开\n等我"}
    assert (found.new, found.absent, told(found)) == ((), (), [])


def test_without_bookmarks_a_title_alone_will_do_where_it_is_the_only_one() -> None:
    document = small()
    swapped = small(segments=(document.segments[2], document.segments[0], document.segments[1]))

    def bare(text: str) -> str:
        return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", text)

    assert changes(swapped, edited(export_script_docx(document), bare)) == ScriptChanges({}, (), (), ())


def test_words_typed_around_the_facts_are_script() -> None:
    document = small()

    def typed(text: str) -> str:
        return re.sub(r"(扣 2</w:t></w:r><w:bookmarkEnd [^>]*/>)", rf"\1{run('先看这里')}", text)

    found = changes(document, edited(export_script_docx(document), typed))
    assert {item: script_text(script) for item, script in found.scripts.items()} == {"s3": "先看这里"}


def test_a_range_of_facts_that_never_ends_swallows_nothing() -> None:
    document = small()

    def broken(text: str) -> str:
        number = re.search(r'<w:bookmarkStart w:id="(\d+)" w:name="ldf_', text)
        assert number
        return text.replace(f'<w:bookmarkEnd w:id="{number[1]}"/>', "")

    back = read(edited(export_script_docx(document), broken))
    assert scripts(back) == scripts(read(export_script_docx(document)))
    assert told(back) == ["script_doc.before_headings"]


def test_a_range_of_facts_ends_at_the_next_heading() -> None:
    document = small()

    def stretched(text: str) -> str:
        start = re.search(r'<w:bookmarkStart w:id="(\d+)" w:name="ldf_\d+"/><w:r><w:t>20:00', text)
        assert start
        end = f'<w:bookmarkEnd w:id="{start[1]}"/>'
        return text.replace(end, "").replace("<w:sectPr", f"{end}<w:sectPr", 1)

    found = changes(document, edited(export_script_docx(document), stretched))
    assert (set(found.scripts), found.absent) == ({"s1"}, ()), "only the script that the range covers is missed"


def test_a_bookmark_that_has_lost_its_words_names_nothing() -> None:
    document = small()

    def emptied(text: str) -> str:
        head = r"<w:p>(?:(?!</w:p>).)*(<w:bookmarkStart [^>]*ld_s3[^>]*/>).*?(<w:bookmarkEnd [^>]*/>)</w:p>"
        marks = re.search(head, text)
        assert marks
        return text.replace(marks[0], "").replace("<w:r><w:t>断流", f"{marks[1]}{marks[2]}<w:r><w:t>断流")

    found = changes(document, edited(export_script_docx(document), emptied))
    assert (found.absent, found.scripts) == (("s3",), {})


def test_empty_lines_between_paragraphs_are_empty_paragraphs() -> None:
    text = "大家好\n\n今天两款\n\n\n【结尾】\n\n再见"
    document = small(segments=(item(1, script=parse_script(text)), item(2, script=parse_script("后面"))))
    back = read(export_script_docx(document))
    assert [script_text(section.script) for section in back.sections][:2] == [text, "后面"]
