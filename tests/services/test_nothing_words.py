"""Words that say that there is nothing (-, 无): in a team's sheet they do, as a text of a show they come back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from whole_shows import back, segment, show_of

from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Group, Show, Standby
from livedesk.domain.script import parse_script
from livedesk.services.exporters.pasted_rows import write_rows
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import read_file
from livedesk.services.importers.pasted import read_pasted
from livedesk.services.sheets.values import said, said_line, text_of, written

WORDS = ["-", "—", "--", "/", "无", "暂无", "n/a", "N / A", "－", "'-", "'无", "''无"]


def whole(word: str) -> Show:
    """A show that has a word in every text that a sheet may leave out."""
    rows = (
        segment(
            1,
            word,
            group_id="g1",
            product_ids=("p01",),
            scene=word,
            script=parse_script(word),
            interaction=word,
            goal=word,
            person=word,
            co_host=word,
            owner=word,
            note=word,
            fallback=word,
            number=word,
            cues=(ConsoleCue("s01k1", ConsoleAction.OTHER, word),),
        ),
        segment(2, script=parse_script(f"大家好\n助播：{word}")),
    )
    product = Product(
        "p01",
        word,
        brand=word,
        spec=word,
        combo=word,
        offer=word,
        gifts=word,
        selling_points=(word,),
        do_not_say=(word,),
        codes=(word,),
    )
    return show_of(
        *rows,
        groups=(Group("g1", word),),
        products=(product,),
        promotions=(Promotion("m1", word, PromotionKind.FLASH, "s01", product_id="p01"),),
        standbys=(Standby("b1", word, word, trigger=word, owner=word, script=parse_script(word)),),
        host=word,
        title=word,
    )


@pytest.mark.parametrize("word", WORDS)
def test_as_a_text_of_a_show_they_come_back(tmp_path: Path, word: str) -> None:
    show = whole(word)
    for read in (back(tmp_path, show), back(tmp_path, show, export_csv, "csv")):
        assert read == show


@pytest.mark.parametrize("word", WORDS)
def test_they_come_back_by_the_clipboard(word: str) -> None:
    show = whole(word)
    pasted = read_pasted(write_rows(show, {"s01"}), show)
    (row,) = pasted.segments
    assert (row.title, row.note, row.scene, row.goal, row.person) == (word,) * 5


def test_who_is_in_no_group_is_in_none_beside_one_of_that_sign(tmp_path: Path) -> None:
    show = show_of(segment(1, group_id="g1"), segment(2), segment(3), groups=(Group("g1", "—"),))
    for write, kind in ((export_xlsx, "xlsx"), (export_csv, "csv")):
        assert back(tmp_path, show, write, kind) == show


def test_in_a_teams_sheet_they_are_nothing(tmp_path: Path) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["时间段", "环节", "商品", "画面", "备注", "主播", "互动", "目标", "预案"])
    writer.writerow(["20:00-20:05", "开场", "无", "-", "-", "/", "无", "暂无", "—"])
    file = tmp_path / "out.csv"
    file.write_text(text.getvalue(), "utf-8")
    show = read_file(file, date=date(2026, 11, 25)).show
    assert show is not None
    (row,) = show.segments
    assert (row.product_ids, row.scene, row.note, row.person) == ((), "", "", "")
    assert (row.interaction, row.goal, row.fallback) == ("", "", "")


@pytest.mark.parametrize("word", WORDS)
def test_a_marked_word_is_a_text_and_a_bare_one_is_none(word: str) -> None:
    assert text_of(written(word)) == word
    assert said(written(word)) == said_line(written(word)) == word
    bare = word.lstrip("'")
    assert said(bare) == said_line(bare) == ""
