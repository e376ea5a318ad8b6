"""docs/prompter.md tells the protocol as it is: its examples decode, and every field has its word."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.domain import prompt
from livedesk.domain.codec import decode, encode
from livedesk.domain.run import Phase

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "prompter.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```json (\w+)\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)
LINES = (prompt.PromptHello, prompt.PromptPacket, prompt.PromptReport)
PARTS = (*LINES, prompt.PromptFeed, prompt.PromptAnchor, prompt.PromptStage, prompt.PromptOrder, prompt.PromptPong)


def differences(said: object, known: object, where: str = "") -> Iterator[str]:
    """What an example says that the codec does not read back from it."""
    if isinstance(said, dict) and isinstance(known, dict):
        for name, value in said.items():
            if name in known:
                yield from differences(value, known[name], f"{where}.{name}")
            else:
                yield f"{where}.{name} is no field"
    elif isinstance(said, list) and isinstance(known, list) and len(said) == len(known):
        for number, (one, other) in enumerate(zip(said, known, strict=True)):
            yield from differences(one, other, f"{where}[{number}]")
    elif said != known:
        yield f"{where}: {said!r} is read as {known!r}"


@pytest.mark.parametrize(("kind", "line"), EXAMPLES)
def test_an_example_is_one_line_that_the_codec_reads_whole(kind: str, line: str) -> None:
    assert "\n" not in line
    read = decode(line, getattr(prompt, kind))
    assert list(differences(json.loads(line), json.loads(encode(read)))) == []


def test_every_line_has_examples_of_this_version() -> None:
    assert {kind for kind, _ in EXAMPLES} == {line.__name__ for line in LINES}
    versions = {json.loads(line)["version"] for kind, line in EXAMPLES if kind != "PromptReport"}
    assert versions == {prompt.PROMPT_VERSION}
    assert f"version {prompt.PROMPT_VERSION}." in PAGE


@pytest.mark.parametrize("part", PARTS)
def test_every_field_has_its_word(part: type) -> None:
    fields = dataclasses.fields(part)  # type: ignore[arg-type]  # each of them is one
    assert [
        field.name for field in fields if f"`{field.name}`" not in PAGE and f'"{field.name}"' not in PAGE
    ] == []


@pytest.mark.parametrize("words", [prompt.PromptControl, prompt.PromptOrderKind, Phase])
def test_every_word_of_a_field_is_told(words: type[prompt.PromptControl]) -> None:
    assert [word.value for word in words if f"`{word.value}`" not in PAGE] == []


def test_the_example_shows_every_part_of_a_line() -> None:
    shown = [json.loads(line) for kind, line in EXAMPLES if kind == "PromptPacket"]
    fields = {field.name for field in dataclasses.fields(prompt.PromptPacket)} - {"close"}
    assert fields == set().union(*shown)
