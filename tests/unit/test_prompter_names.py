"""What a prompter may be called: its files are named after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.app.main import main
from livedesk.domain.prompt import is_prompter_name
from livedesk.services.prompter.process import log_file, named, own_folder

WRONG = ("../x", "a/b", "a\\b", "a b", ".", "-v", "a\n", "x" * 33, "c:", "a\0")


@given(st.text(max_size=40))
def test_a_name_leads_nowhere_but_to_files_of_its_own(name: str) -> None:
    if not is_prompter_name(name):
        return
    data = Path("/data")
    assert own_folder(data, name) == (data / "prompters" / name if name else data)
    assert ".." not in own_folder(data, name).parts
    assert log_file(data, name).parent == data / "logs"
    assert named(["run"], name) == (("run", "--prompter", name) if name else ("run",))


@pytest.mark.parametrize("name", ["", "left", "左", "glass_2", "A-1", "x" * 32])
def test_names_that_do(name: str) -> None:
    assert is_prompter_name(name)


@pytest.mark.parametrize("name", WRONG)
def test_names_that_do_not(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_prompter_name(name)
    with pytest.raises(SystemExit) as ended:
        main(["prompter", f"--prompter={name}"])
    assert ended.value.code == 2
    assert "is no name of a prompter" in capsys.readouterr().err
