"""Settings of the host's screen: limits, steps, whose lines are shown."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.codec import decode, encode
from livedesk.domain.prompt_look import LIMITS, Mirror, Palette, PromptLook, Scope, Setting, Voices, step

looks = st.builds(
    PromptLook,
    **{setting.value: st.integers(limits.low, limits.high) for setting, limits in LIMITS.items()},
    bold=st.booleans(),
    panel=st.booleans(),
    palette=st.sampled_from(Palette),
    mirror=st.sampled_from(Mirror),
    scope=st.sampled_from(Scope),
    voices=st.sampled_from(Voices),
    speaker=st.sampled_from(["", "主播", "助播", "主播二"]),
)
settings = st.sampled_from(Setting)


@given(looks, st.lists(st.tuples(settings, st.sampled_from([1, -1])), max_size=80))
def test_steps_stay_within_the_limits(look: PromptLook, steps: list[tuple[Setting, int]]) -> None:
    for setting, direction in steps:
        look = step(look, setting, direction)
    for setting, limits in LIMITS.items():
        assert limits.low <= getattr(look, setting.value) <= limits.high


@given(looks, settings, st.sampled_from([1, -1]))
def test_a_step_changes_its_setting_alone_and_a_step_back_undoes_it(
    look: PromptLook, setting: Setting, direction: int
) -> None:
    stepped = step(look, setting, direction)
    for each in fields(PromptLook):
        if each.name != setting.value:
            assert getattr(stepped, each.name) == getattr(look, each.name)
    limits = LIMITS.get(setting)
    value = getattr(look, setting.value)
    if limits is None or limits.low + limits.step <= value <= limits.high - limits.step:
        assert stepped != look
        assert step(stepped, setting, -direction) == look


@pytest.mark.parametrize("setting", [setting for setting in Setting if setting not in LIMITS])
def test_a_choice_goes_round(setting: Setting) -> None:
    seen = [PromptLook()]
    while (following := step(seen[-1], setting, 1)) not in seen:
        seen.append(following)
    assert following == seen[0]
    assert len(seen) == {Setting.PALETTE: 4, Setting.MIRROR: 4, Setting.VOICES: 3}.get(setting, 2)


@pytest.mark.parametrize("setting", LIMITS)
def test_a_number_beyond_its_limits_is_refused(setting: Setting) -> None:
    limits = LIMITS[setting]
    for wrong in (limits.low - 1, limits.high + 1):
        with pytest.raises(ValueError, match=setting.value):
            replace(PromptLook(), **{setting.value: wrong})  # type: ignore[arg-type]  # a setting is named as its field


@given(looks)
def test_a_look_is_kept_as_it_is(look: PromptLook) -> None:
    assert decode(encode(look), PromptLook) == look


@given(looks, st.sampled_from(["", "主播", "助播", "主播二"]))
def test_the_chosen_speaker_is_always_seen(look: PromptLook, speaker: str) -> None:
    assert look.shows(look.speaker)
    assert not look.dims(look.speaker)
    assert not (look.dims(speaker) and not look.shows(speaker))
    if look.voices is Voices.ALL:
        assert look.shows(speaker)
        assert not look.dims(speaker)


def test_a_line_without_a_speaker_is_the_hosts() -> None:
    alone = PromptLook(voices=Voices.ALONE)
    assert alone.shows("")
    assert alone.shows("主播")
    assert not alone.shows("助播")
    assert PromptLook(voices=Voices.DIMMED, speaker="助播").dims("主播")


def test_every_field_but_the_name_has_a_step() -> None:
    assert {setting.value for setting in Setting} == {field.name for field in fields(PromptLook)} - {"speaker"}
