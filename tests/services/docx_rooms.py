"""Small shows as documents, and what was read back of them."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.product import Product
from livedesk.domain.rundown import Group, Show, Standby
from livedesk.domain.script import parse_script, script_text
from livedesk.services.importers.script_docx import read_script_docx
from livedesk.services.sheets.script_doc import (
    ScriptChanges,
    ScriptDocument,
    match_scripts,
)
from tests.services.report_runs import item
from tests.unit.shows import show

OPENING = (
    "【开头】\n【动作】举牌\n助播：先来\n大家好\n【正文】\n【互动】助播：扣 1\n【备注】慢一点\n【结尾】\n再见"
)
PRICE = "今晚{{直播价}}，送{{ 赠品 }}\n【报价】主播一：就这个价"


def small(**more: object) -> Show:
    """A show with what a document shows: groups, a product, and a plan."""
    segments = (
        item(1, title="开场", group_id="g1", script=parse_script(OPENING), goal="留人", person="主播一"),
        replace(
            item(2, title="讲品", group_id="g2", script=parse_script(PRICE), product_ids=("p1",)), number="01A"
        ),
        item(3, title="互动", group_id="g2", interaction="扣 2"),
    )
    plans = (Standby("b1", "断流", "紧急画面", script=parse_script("别走开\n马上回来"), trigger="推流中断"),)
    base = show(
        "2026-11-25 20:00",
        *segments,
        groups=(Group("g1", "一、开场"), Group("g2", "二、讲品")),
        standbys=plans,
        products=(Product("p1", "面霜", 3),),
    )
    return replace(base, **more)  # type: ignore[arg-type]  # fields of a show


def read(data: bytes) -> ScriptDocument:
    return read_script_docx(data, "脚本.docx")


def scripts(document: ScriptDocument) -> dict[str, str]:
    return {section.key or section.title: script_text(section.script) for section in document.sections}


def changes(document: Show, data: bytes) -> ScriptChanges:
    return match_scripts(document, read(data))


def told(found: ScriptChanges | ScriptDocument) -> list[str]:
    return [problem.code for problem in found.problems]
