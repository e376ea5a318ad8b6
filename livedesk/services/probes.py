"""Automatic probes: what a program can see of the checks before air.

A probe answers with a state and its evidence: plain facts (``9/9``, ``412 GB``, ``29.98/30 fps``) that read the
same in every language. Probes never wait: they read the newest status of each service.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.domain.card_mapping import CardInventory
from livedesk.domain.checklist import CheckItem, CheckMark, CheckState
from livedesk.domain.commands import MarkCheck
from livedesk.domain.rundown import Show
from livedesk.domain.scene_sources import all_lacking
from livedesk.domain.source_files import files_of, lost_words
from livedesk.domain.status import FeedStatus, LinkState, ObsStatus, PrompterStatus, SaveStatus

DISK_NEEDED_GB = 20
DROPPED_ALLOWED = 0.01
FPS_TOLERANCE = 0.05
FEED_FRESH_MS = 60_000
BY_PROBE = "probe"


@dataclass(frozen=True, slots=True)
class Sight:
    """What the probes see: the newest status of each service, None where it was never heard of (the probe then
    leaves its check open). ``disk_gb`` is the free space of the data folder; ``pictures_missing`` names the files of
    the products' pictures that are not there."""

    show: Show
    now_ms: int
    obs: ObsStatus = field(default_factory=ObsStatus)
    feed: FeedStatus | None = None
    prompter: PrompterStatus | None = None
    save: SaveStatus | None = None
    disk_gb: float | None = None
    card: CardInventory | None = None
    pictures_missing: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A probe's answer."""

    state: CheckState
    evidence: str


OPEN = Answer(CheckState.OPEN, "")


def _verdict(good: bool, evidence: str) -> Answer:
    return Answer(CheckState.PASSED if good else CheckState.FAILED, evidence)


def _obs_connected(sight: Sight) -> Answer:
    obs = sight.obs
    if obs.link is LinkState.READY:
        return Answer(CheckState.PASSED, f"OBS {obs.version}")
    return Answer(CheckState.FAILED, f"OBS: {obs.detail or obs.link.value}")


def _obs_scenes(sight: Sight) -> Answer:
    """The scenes of the show, and in them the sources that its segments and standby plans show or hide."""
    wanted = sight.show.scenes
    if sight.obs.link is not LinkState.READY:
        return Answer(CheckState.FAILED, f"0/{len(wanted)}")
    missing = [scene for scene in wanted if scene not in sight.obs.scenes]
    lacking = all_lacking(sight.show, sight.obs)
    words = [*missing, *dict.fromkeys(each.words for each in lacking)]
    whole = len(wanted) - len(missing) - len({each.scene for each in lacking})
    names = f": {'、'.join(words)}" if words else ""
    return _verdict(not words, f"{whole}/{len(wanted)}{names}")


def _obs_card(sight: Sight) -> Answer:
    """The inputs of the card. A room that set nothing up, and has none of the usual ones, draws no card in OBS."""
    card = sight.card
    if card is None or not card.collection:
        return OPEN
    wanted = card.mapping.names
    have = len(wanted) - len(card.missing)
    if not card.by_hand and not have:
        return OPEN
    names = f": {'、'.join(card.missing)}" if card.by_hand and card.missing else ""
    return _verdict(not (card.by_hand and card.missing), f"{have}/{len(wanted)}{names}")


def _obs_fps(sight: Sight) -> Answer:
    health = sight.obs.health
    if sight.obs.link is not LinkState.READY or health is None:
        return Answer(CheckState.FAILED, "0 fps")
    good = health.fps >= health.target_fps * (1 - FPS_TOLERANCE)
    return _verdict(good, f"{health.fps:.0f}/{health.target_fps:.0f} fps")


def _obs_dropped(sight: Sight) -> Answer:
    health = sight.obs.health
    if sight.obs.link is not LinkState.READY or health is None:
        return Answer(CheckState.FAILED, "OBS: 0 fps")
    worst = max(health.render_skipped, health.encode_skipped, health.dropped)
    return _verdict(worst <= DROPPED_ALLOWED, f"{worst:.1%}")


def _disk_free(sight: Sight) -> Answer:
    health = sight.obs.health
    sizes = [sight.disk_gb] if sight.disk_gb is not None else []
    if health is not None:
        sizes.append(health.disk_free_mb / 1024)
    if not sizes:
        return OPEN
    return _verdict(min(sizes) >= DISK_NEEDED_GB, f"{min(sizes):.0f} GB")


def _feed_alive(sight: Sight) -> Answer:
    feed = sight.feed
    if feed is None:
        return OPEN
    fresh = feed.last_event_ms is not None and sight.now_ms - feed.last_event_ms <= FEED_FRESH_MS
    return _verdict(feed.link is LinkState.READY and fresh, feed.detail or feed.link.value)


def _prompter_attached(sight: Sight) -> Answer:
    if sight.prompter is None:
        return OPEN
    return _verdict(sight.prompter.link is LinkState.READY, f"{sight.prompter.screens}")


def _database_saved(sight: Sight) -> Answer:
    save = sight.save
    if save is None:
        return OPEN
    return _verdict(not save.error, save.error or f"#{save.saved_seq}")


def _media_pictures(sight: Sight) -> Answer:
    """The pictures of the products, each file counted once; the products that lack theirs are named."""
    lost = sight.pictures_missing
    if lost is None:
        return OPEN
    wanted = {product.image for product in sight.show.products if product.image}
    names = "、".join(product.name for product in sight.show.products if product.image in lost)
    return _verdict(not lost, f"{len(wanted) - len(lost)}/{len(wanted)}" + (f": {names}" if names else ""))


def _obs_files(sight: Sight) -> Answer:
    """The files that OBS's sources show in the scenes of the show; not known of an OBS on another machine."""
    files = sight.obs.files
    if files is None:
        return OPEN
    wanted = files_of(files, sight.show.scenes)
    lost = [lost_words(file, sight.show.scenes) for file in wanted if not file.there]
    names = f": {'、'.join(lost)}" if lost else ""
    return _verdict(not lost, f"{len(wanted) - len(lost)}/{len(wanted)}{names}")


PROBES: Mapping[str, Callable[[Sight], Answer]] = {
    "obs.connected": _obs_connected,
    "obs.scenes": _obs_scenes,
    "obs.card": _obs_card,
    "obs.files": _obs_files,
    "obs.fps": _obs_fps,
    "obs.dropped": _obs_dropped,
    "disk.free": _disk_free,
    "feed.alive": _feed_alive,
    "prompter.attached": _prompter_attached,
    "database.saved": _database_saved,
    "media.pictures": _media_pictures,
}


def probe(item: CheckItem, sight: Sight) -> Answer:
    """The answer of a check's probe; OPEN for a check by hand or a probe that this version does not know."""
    known = PROBES.get(item.probe)
    return known(sight) if known is not None else OPEN


def marks_to_make(sight: Sight, known: Mapping[str, CheckMark], *, every: bool = False) -> tuple[MarkCheck, ...]:
    """The answers that the run does not hold yet: those whose state changed (or, of scenes, inputs and
    pictures that are missing, which ones), or all of them with ``every`` (a person asked). A check that a person
    waived or took out stays as the person left it."""
    left_alone = (CheckState.WAIVED, CheckState.NOT_APPLICABLE)
    found = []
    for item in sight.show.checklist:
        if item.probe not in PROBES:
            continue
        answer = probe(item, sight)
        mark = known.get(item.id)
        if mark is not None and mark.state in left_alone:
            continue
        before = mark.state if mark is not None else CheckState.OPEN
        named = item.probe in ("obs.scenes", "obs.card", "obs.files", "media.pictures")
        others = named and mark is not None and answer.evidence != mark.evidence
        if (
            answer.state is not before
            or (others and answer.state is CheckState.FAILED)
            or (every and answer.state is not CheckState.OPEN)
        ):
            found.append(MarkCheck(item.id, answer.state, answer.evidence))
    return tuple(found)


def disk_free_gb(folder: Path) -> float | None:
    """Free space where a folder lies, in GB; None where the system does not say."""
    try:
        return shutil.disk_usage(folder).free / 1024**3
    except OSError:
        return None
