"""Scenes that are renamed and removed in a real OBS, under a real desk: the show follows, or says what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from livedesk.domain.events import ManualInObs, SceneSwitched, ShowEdited
from livedesk.domain.events_desk import SceneRenamed
from tests.integration.obs import Director, RealObs
from tests.integration.on_air import advance, desk, go_live, quiet, whole

pytestmark = pytest.mark.obs


def test_the_show_follows_a_renamed_scene_and_its_take_goes_to_the_new_name(
    real_obs: RealObs, tmp_path: Path
) -> None:
    with desk(tmp_path, real_obs) as process, Director(real_obs) as director:
        process.until(obs="ready", phase="preparing")
        show = process.until()["show"]
        try:
            director.do("SetSceneName", sceneName="抽奖转盘", newSceneName="转盘")
            process.see(lambda line: "转盘" in line["uses"] and "抽奖转盘" not in line["uses"], 5, "it follows")
            quiet(process, "OBS 里没有")
            go_live(process)
            process.see(lambda line: line["take"]["result"] == "confirmed", 5, "on air")
            advance(process)
            process.until(5, scene="转盘", program="转盘")

            director.do("SetSceneName", sceneName="转盘", newSceneName="大转盘")
            process.until(5, scene="大转盘", program="大转盘")
            line = process.see(lambda line: "大转盘" in line["uses"], 5, "on air, too")
            quiet(process, "流程单要")

            process.call("undo", show)
            process.see(lambda now: now["revision"] == line["revision"] + 1, 5, "it can be taken back")
            assert "大转盘" not in process.last["uses"]
            process.until(5, pending=0)
        finally:
            now = next(name for name in ("大转盘", "转盘", "抽奖转盘") if name in director.scenes())
            if now != "抽奖转盘":
                director.do("SetSceneName", sceneName=now, newSceneName="抽奖转盘")
    entries = whole(tmp_path, process)
    renames = [entry.event for entry in entries if isinstance(entry.event, SceneRenamed)]
    assert renames[:2] == [SceneRenamed("抽奖转盘", "转盘"), SceneRenamed("转盘", "大转盘")]
    followed = [entry for entry in entries if isinstance(entry.event, ShowEdited) and entry.by == "OBS"]
    assert len(followed) >= 2


def test_scenes_that_obs_lacks_are_counted_before_air_and_the_next_one_is_told_on_air(
    real_obs: RealObs, tmp_path: Path
) -> None:
    """A scene that was renamed while livedesk was away cannot be followed: it is one that OBS does not have."""
    with Director(real_obs) as director:
        director.do("SetSceneName", sceneName="抽奖转盘", newSceneName="转盘")
        try:
            with desk(tmp_path, real_obs) as process:
                process.until(obs="ready", phase="preparing")
                process.told("OBS 里没有", "抽奖转盘", "环节")
                process.see(lambda line: line["checks"].get("c13") == "failed 8/9: 抽奖转盘", 15, "checked")
                process.do("GoLive")
                process.see(
                    lambda line: "未" in line["said"] or "检查" in line["said"], 3, "going live is refused"
                )
                go_live(process)
                process.see(lambda line: line["take"]["result"] == "confirmed", 5, "on air")
                process.told("OBS 里没有场景“抽奖转盘”", "下一个环节")
                advance(process)
                line = process.told("OBS 里没有场景“抽奖转盘”", "开场全景")
                assert (line["take"]["result"], line["take"]["detail"]) == ("withheld", "scene_missing")
                assert line["program"] == "开场全景"
                director.do("CreateScene", sceneName="抽奖转盘")
                process.told("OBS 现在是“开场全景”", "流程单要“抽奖转盘”")
                process.do("TakeAgain")
                process.until(5, program="抽奖转盘")

                director.do("RemoveScene", sceneName="抽奖转盘")
                process.told("正在播的场景“抽奖转盘”", "OBS 里已经没有")
                process.until(5, pending=0)
        finally:
            director.do("SetSceneName", sceneName="转盘", newSceneName="抽奖转盘")
    whole(tmp_path, process)


def test_studio_mode_is_followed_whoever_switches_it_and_previews_what_comes_next(
    real_obs: RealObs, tmp_path: Path
) -> None:
    with desk(tmp_path, real_obs) as process, Director(real_obs) as director:
        process.until(obs="ready", phase="preparing")
        go_live(process)
        process.see(lambda line: line["take"]["result"] == "confirmed", 5, "on air")
        director.do("SetStudioModeEnabled", studioModeEnabled=True)
        process.see(lambda line: line["studio"] and "在 OBS 里打开" in line["said"], 5, "followed and said")
        process.until(5, preview="抽奖转盘", program="开场全景")
        assert process.last["notices"] == []

        advance(process)
        process.until(5, program="抽奖转盘", preview="商品特写")
        process.press("Alt+5")
        process.until(5, preview="双机位", program="抽奖转盘")
        process.press("C")
        process.until(5, program="双机位", scene="双机位", item="s02")
        process.until(5, preview="商品特写")
        process.press("P")
        process.until(5, program="抽奖转盘")

        director.do("SetCurrentPreviewScene", sceneName="连线双屏")
        process.until(5, preview="连线双屏")
        process.press("F9")
        process.until(3, program="紧急画面")
        process.press("Shift+S")
        process.until(5, studio=False, program="紧急画面")
        process.press("Alt+5")
        process.until(5, program="双机位", pending=0)
    entries = whole(tmp_path, process)
    switched = [entry.event.scene for entry in entries if isinstance(entry.event, SceneSwitched)]
    assert switched == ["双机位", "抽奖转盘", "双机位"]
    assert not [entry for entry in entries if isinstance(entry.event, ManualInObs)]


def test_panic_without_any_show_switches_obs_to_the_safe_scene_or_says_why_not(
    real_obs: RealObs, tmp_path: Path
) -> None:
    """OBS may stream before a show is opened: nothing is logged then, and OBS is asked itself."""
    with desk(tmp_path, real_obs, sample=False) as process, Director(real_obs) as director:
        process.see(lambda line: line["panic"], 30, "OBS has the safe scene", no_show=True)
        before = director.program()
        assert before != "紧急画面"
        try:
            process.press("F9")
            process.see(lambda line: line["program"] == "紧急画面", 5, "the safe scene", no_show=True)
            assert director.program() == "紧急画面"
            assert "phase" not in process.last, "there is no show"
            director.do("SetCurrentProgramScene", sceneName=before)
            process.see(lambda line: line["program"] == before, 5, "another one", no_show=True)
            director.do("SetSceneName", sceneName="紧急画面", newSceneName="空镜")
            process.see(lambda line: not line["panic"], 5, "OBS lacks it", no_show=True)
            process.press("F9")
            process.see(lambda line: "也没有场景“紧急画面”" in line["said"], 5, "it says why", no_show=True)
            assert director.program() == before
        finally:
            if "空镜" in director.scenes():
                director.do("SetSceneName", sceneName="空镜", newSceneName="紧急画面")
