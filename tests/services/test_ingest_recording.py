"""Recordings: written, read back, moved in time, and damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.errors import UserError
from livedesk.services.ingest.recording import Recorder, Recording, fitting_shift, span
from tests.services.ingest_samples import PRIVACY, START, message, person


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    path = tmp_path / "run" / "feed.jsonl"
    with Recorder(path) as recorder:
        for second in range(60):
            text = message(1, MsgId=second + 1, User=person(second), Content=f"第{second}条\n“好”")
            recorder.write(START + second * 1_000, text)
    return path


def test_what_was_written_is_played_up_to_an_instant(tape: Path) -> None:
    recording = Recording(tape, PRIVACY)
    assert [e.at_ms for e in recording.until(START + 1_999)] == [START, START + 1_000]
    assert recording.until(START + 1_999) == []
    assert len(recording.until(START + 30_000)) == 29
    assert not recording.done
    assert len(recording.until(START + 10**9)) == 29
    assert recording.done
    assert recording.until(START + 10**9) == []
    assert (recording.read, recording.wrong) == (60, {})


def test_a_recording_of_one_evening_plays_on_another(tape: Path) -> None:
    day = 86_400_000
    assert span(tape) == (START, START + 59_000)
    assert fitting_shift(tape, START - 5_000, START + 10_000) == 0
    shift = fitting_shift(tape, START + day, START + day + 7_200_000)
    assert shift == day
    assert next(iter(Recording(tape, PRIVACY, shift_ms=shift))).at_ms == START + day


def test_wrong_lines_are_counted_and_the_rest_is_played(tape: Path) -> None:
    good = {"received": "2026-11-25T20:00:00+08:00", "message": message(4, MsgId=1)}
    lines = [
        b"\xef\xbb\xbf" + json.dumps(good).encode(),
        b"",
        b"not json",
        json.dumps(good | {"received": "yesterday"}).encode(),
        json.dumps(good | {"received": "2026-11-25T20:00:00"}).encode(),
        json.dumps(good | {"received": 10**18}).encode(),
        json.dumps(good | {"message": "{}"}).encode(),
        b"\xff\xff",
        json.dumps(good | {"received": START}).encode(),
    ]
    tape.write_bytes(b"\r\n".join(lines))
    recording = Recording(tape, PRIVACY)
    assert [e.at_ms for e in recording] == [START, START]
    assert recording.read == 8
    assert recording.wrong == {"not_a_recording_line": 2, "bad_instant": 3, "no_type": 1}
    assert [p.row for p in recording.problems] == [3, 4, 5, 6, 7, 8]


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Recording(tmp_path / "none.jsonl", PRIVACY).until(START)
    assert caught.value.code == "recording.unreadable"
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as caught:
        Recorder(tmp_path / "file" / "feed.jsonl")
    assert caught.value.code == "recording.unwritable"


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_any_bytes_are_read_or_counted(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "feed.jsonl"
    path.write_bytes(b"\n".join(lines))
    recording = Recording(path, PRIVACY)
    kept = list(recording)
    assert recording.read == len(kept) + recording.wrong.total()
