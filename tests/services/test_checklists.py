"""The checks of a show that brings none: read from the program's own file, and kept with the show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from import_books import HEADER, book, read, show_of

from livedesk.domain.checklist import CheckGroup, CheckItem, open_critical
from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.services.checklists import load_checklist
from livedesk.services.importers.files import read_file
from livedesk.services.library import keep_show, with_checks
from livedesk.store.store import Store
from livedesk.ui.resources import resource

DEFAULT = resource("checklists", "default.toml")


def test_the_default_has_every_group_and_the_programs_own_checks() -> None:
    checks = load_checklist(DEFAULT)
    assert {check.group for check in checks} == set(CheckGroup)
    assert {check.probe for check in checks if check.probe} == {
        "obs.connected", "obs.scenes", "obs.card", "obs.files", "obs.fps", "obs.dropped", "disk.free",
        "prompter.attached", "database.saved", "media.pictures",
    }  # fmt: skip
    assert [check.id for check in checks] == [f"c{number:02d}" for number in range(1, len(checks) + 1)]
    assert all(check.title and check.how and check.owner and check.due_ms >= 20 * MINUTE for check in checks)
    assert 5 <= len(open_critical(checks, {})) < len(checks)


@pytest.mark.parametrize(
    "text",
    [
        "check = 3",
        "x = 1",
        "[[check]",
        '[[check]]\ngroup = "kitchen"\ntitle = "t"',
        '[[check]]\ngroup = "obs"',
        '[[check]]\ngroup = "obs"\ntitle = "t"\nprobe = "obs.taste"',
        '[[check]]\ngroup = "obs"\ntitle = "t"\ndue = "soon"',
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "checks.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError) as caught:
        load_checklist(file)
    assert caught.value.code == "checks.unreadable"
    assert caught.value.params["file"] == "checks.toml"


def test_a_sheet_without_checks_is_kept_with_the_default_ones(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:05", "开场"), ("5分钟", "讲品")])
    assert show_of(preview).checklist == ()
    checks = with_checks(preview, DEFAULT)
    assert checks == load_checklist(DEFAULT)
    with Store.open(tmp_path / "data") as store:
        show = keep_show(store.shows, store.media, show_of(preview), {}, by="导播", at_ms=0, checks=checks)
        kept, _ = store.shows.load(show.id)
    assert kept.checklist == checks


def test_checks_of_the_sheet_and_a_show_file_stay_as_they_are(tmp_path: Path) -> None:
    own = CheckItem("c01", CheckGroup.AUDIO, "麦")
    file = tmp_path / "专场_20261125.xlsx"
    rows = [("分组", "检查项"), ("音频", "麦")]
    preview = read_file(book(file, [HEADER, ("20:00-20:05", "开场")], sheets={"检查表": rows}))
    assert with_checks(preview, DEFAULT) == ()
    assert show_of(preview).checklist == (own,)
    assert (
        with_checks(replace(preview, file="a.json", show=replace(show_of(preview), checklist=())), DEFAULT) == ()
    )
