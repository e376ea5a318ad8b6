"""The command line says in plain words how it is used."""

from __future__ import annotations

import pytest

from livedesk.app.main import EXIT_USAGE, main


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == EXIT_USAGE
    return capsys.readouterr().err


def test_help_lists_what_people_call_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert "rehearse" in told
    assert "SUPPRESS" not in told
    assert "prompter" not in told


@pytest.mark.parametrize("speed", ["fast", "0", "-3", "nan", "inf"])
def test_a_wrong_speed(capsys: pytest.CaptureFixture[str], speed: str) -> None:
    told = refused(capsys, "rehearse", "x", f"--speed={speed}")
    assert "write how many times as fast" in told
    assert "_speed" not in told


@pytest.mark.parametrize(
    "address", ["localhost", "localhost:", "localhost:obs", "127.0.0.1:70000", ":0", "：4455"]
)
def test_a_wrong_address_of_obs(capsys: pytest.CaptureFixture[str], address: str) -> None:
    told = refused(capsys, "rehearse", "x", "--obs", address)
    assert "write HOST:PORT" in told
    assert "_endpoint" not in told


def test_a_wrong_date_or_start(capsys: pytest.CaptureFixture[str]) -> None:
    assert "write it as 2026-11-25" in refused(capsys, "import", "a.xlsx", "--date", "明天")
    assert "write it as 20:00" in refused(capsys, "import", "a.xlsx", "--start", "晚上")
