"""What a program can see of the checks before air."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.domain.card_mapping import CardInventory, CardMapping
from livedesk.domain.checklist import CheckGroup, CheckItem, CheckMark, CheckState
from livedesk.domain.product import Product
from livedesk.domain.rundown import PANIC_SCENE, ItemWish
from livedesk.domain.source_files import SourceFile
from livedesk.domain.status import FeedStatus, LinkState, ObsHealth, ObsStatus, PrompterStatus, SaveStatus
from livedesk.services.pictures import missing_pictures
from livedesk.services.probes import OPEN, Answer, Sight, disk_free_gb, marks_to_make, probe
from livedesk.store.media import FolderMedia
from tests.unit.shows import segment, show

HEALTH = ObsHealth(
    fps=30.0,
    target_fps=30.0,
    render_skipped=0.0,
    encode_skipped=0.0,
    dropped=0.0,
    disk_free_mb=512_000,
    kbps=0,
)
SCENES = ("scene 1", "scene 2", PANIC_SCENE)
READY = ObsStatus(link=LinkState.READY, version="29.0.2", scenes=SCENES, health=HEALTH)
SHOW = show("2026-11-25 20:00", segment(1, 5), segment(2, 5))
NOW = 1_000_000


def item(name: str) -> CheckItem:
    return CheckItem(f"k-{name}", CheckGroup.OBS, name, probe=name)


def sight(**more: object) -> Sight:
    base = Sight(
        show=SHOW,
        now_ms=NOW,
        obs=READY,
        feed=FeedStatus(link=LinkState.READY, last_event_ms=NOW - 500),
        prompter=PrompterStatus(link=LinkState.READY, screens=1),
        save=SaveStatus(saved_seq=7),
        disk_gb=400.0,
        pictures_missing=(),
    )
    return replace(base, **more)  # type: ignore[arg-type]  # tests name the fields


NAMES = (
    "obs.connected",
    "obs.scenes",
    "obs.fps",
    "obs.dropped",
    "disk.free",
    "feed.alive",
    "prompter.attached",
    "database.saved",
    "media.pictures",
)


def test_files_that_obs_shows_in_the_show_s_scenes_are_looked_for() -> None:
    logo = SourceFile("贴片", "/media/logo.png", ("别的", "scene 1"), there=True)
    other = SourceFile("旧片", "C:\\old\\片头.mp4", ("旧场景",), there=False)
    film = SourceFile("片头", "C:\\new\\片头.mp4", ("scene 2",), there=False)
    told: dict[tuple[SourceFile, ...] | None, Answer] = {
        None: OPEN,
        (): Answer(CheckState.PASSED, "0/0"),
        (logo, other): Answer(CheckState.PASSED, "1/1"),
        (logo, film): Answer(CheckState.FAILED, "1/2: scene 2 · 片头 (片头.mp4)"),
        (replace(logo, there=False), film): Answer(
            CheckState.FAILED, "0/2: scene 1 · 贴片 (logo.png)、scene 2 · 片头 (片头.mp4)"
        ),
    }
    for files, answer in told.items():
        assert probe(item("obs.files"), sight(obs=replace(READY, files=files))) == answer


def test_a_source_that_a_segment_shows_and_its_scene_lacks_fails_the_scenes() -> None:
    first = replace(SHOW.segments[0], items=(ItemWish("券面"), ItemWish("机位")))
    seen = sight(show=replace(SHOW, segments=(first, SHOW.segments[1])))
    whole = replace(READY, sources={"scene 1": frozenset({"券面", "机位"})})
    assert probe(item("obs.scenes"), replace(seen, obs=whole)) == Answer(CheckState.PASSED, "3/3")
    lacking = replace(READY, sources={"scene 1": frozenset({"机位"})})
    answer = probe(item("obs.scenes"), replace(seen, obs=lacking))
    assert answer == Answer(CheckState.FAILED, "2/3: scene 1 · 券面")


def test_the_inputs_of_the_card_are_looked_for() -> None:
    """A room that never set a card up and has none of the usual inputs draws none; one that did needs all of them."""
    some = CardInventory("夜场", missing=("日常价", "库存", "倒计时", "促销"))
    none = CardInventory("夜场", missing=tuple(CardMapping().names))
    told = {
        None: OPEN,
        CardInventory(): OPEN,
        none: OPEN,
        some: Answer(CheckState.PASSED, "2/6"),
        replace(some, by_hand=True): Answer(CheckState.FAILED, "2/6: 日常价、库存、倒计时、促销"),
        replace(none, by_hand=True, missing=()): Answer(CheckState.PASSED, "6/6"),
    }
    for card, answer in told.items():
        assert probe(item("obs.card"), sight(card=card)) == answer


@pytest.mark.parametrize("name", NAMES)
def test_everything_passes_in_a_healthy_studio(name: str) -> None:
    assert probe(item(name), sight()).state is CheckState.PASSED


@pytest.mark.parametrize(
    ("name", "seen", "evidence"),
    [
        ("obs.connected", {"obs": ObsStatus(link=LinkState.LOST, detail="127.0.0.1:4455")}, "127.0.0.1:4455"),
        ("obs.scenes", {"obs": replace(READY, scenes=SCENES[1:])}, "2/3: scene 1"),
        ("obs.fps", {"obs": replace(READY, health=replace(HEALTH, fps=24.0))}, "24/30 fps"),
        ("obs.dropped", {"obs": replace(READY, health=replace(HEALTH, encode_skipped=0.03))}, "3.0%"),
        ("disk.free", {"disk_gb": 5.0}, "5 GB"),
        ("feed.alive", {"feed": FeedStatus(link=LinkState.READY, last_event_ms=NOW - 61_000)}, ""),
        ("prompter.attached", {"prompter": PrompterStatus(link=LinkState.LOST)}, "0"),
        ("database.saved", {"save": SaveStatus(error="store.disk_full")}, "store.disk_full"),
    ],
)
def test_what_is_wrong_fails_with_its_evidence(name: str, seen: dict[str, object], evidence: str) -> None:
    answer = probe(item(name), sight(**seen))
    assert answer.state is CheckState.FAILED
    assert evidence in answer.evidence


def test_what_was_never_heard_of_stays_open() -> None:
    for name, field in (
        ("feed.alive", "feed"),
        ("prompter.attached", "prompter"),
        ("database.saved", "save"),
        ("media.pictures", "pictures_missing"),
    ):
        assert probe(item(name), sight(**{field: None})).state is CheckState.OPEN
    assert probe(item("by hand"), sight()).state is CheckState.OPEN


def checked(*names: str) -> Sight:
    return sight(show=replace(SHOW, checklist=tuple(item(name) for name in names)))


def test_only_what_changed_is_marked_and_a_persons_word_stands() -> None:
    seen = checked("obs.connected", "obs.scenes", "disk.free")
    first = marks_to_make(seen, {})
    assert [mark.check_id for mark in first] == ["k-obs.connected", "k-obs.scenes", "k-disk.free"]
    known = {mark.check_id: CheckMark(mark.state, mark.evidence, "probe", NOW) for mark in first}
    assert marks_to_make(seen, known) == ()
    assert len(marks_to_make(seen, known, every=True)) == 3
    waived = {**known, "k-obs.connected": CheckMark(CheckState.WAIVED, "备用机", "导播", NOW)}
    lost = replace(seen, obs=ObsStatus(link=LinkState.LOST))
    assert [mark.check_id for mark in marks_to_make(lost, waived)] == ["k-obs.scenes"]


def test_another_missing_scene_is_said() -> None:
    seen = checked("obs.scenes")
    one = replace(seen, obs=replace(READY, scenes=SCENES[1:]))
    (mark,) = marks_to_make(one, {})
    known = {mark.check_id: CheckMark(mark.state, mark.evidence, "probe", NOW)}
    both = replace(seen, obs=replace(READY, scenes=SCENES[2:]))
    (more,) = marks_to_make(both, known)
    assert more.evidence == "1/3: scene 1、scene 2"


def test_a_picture_that_was_deleted_fails_the_check_with_its_product_until_it_is_back(tmp_path: Path) -> None:
    media = FolderMedia(tmp_path)
    products = (
        Product("p1", "修护霜", image="a.png"),
        Product("p2", "面膜", image="b.png"),
        Product("p3", "样品"),
    )
    illustrated = replace(SHOW, products=products, checklist=(item("media.pictures"),))
    media.keep(SHOW.id, {"a.png": b"a", "b.png": b"b"})

    def look() -> Sight:
        return sight(show=illustrated, pictures_missing=missing_pictures(illustrated, media))

    (mark,) = marks_to_make(look(), {})
    assert (mark.state, mark.evidence) == (CheckState.PASSED, "2/2")
    for name, evidence in (("b.png", "1/2: 面膜"), ("a.png", "0/2: 修护霜、面膜")):
        known = {mark.check_id: CheckMark(mark.state, mark.evidence, "probe", NOW)}
        (tmp_path / SHOW.id / name).unlink()
        (mark,) = marks_to_make(look(), known)
        assert (mark.state, mark.evidence) == (CheckState.FAILED, evidence)
    media.keep(SHOW.id, {"a.png": b"a", "b.png": b"b"})
    known = {mark.check_id: CheckMark(mark.state, mark.evidence, "probe", NOW)}
    assert marks_to_make(look(), known)[0].state is CheckState.PASSED


def test_the_free_disk_of_a_folder(tmp_path: Path) -> None:
    free = disk_free_gb(tmp_path)
    assert free is not None
    assert free > 0
    assert disk_free_gb(tmp_path / "nowhere") is None
