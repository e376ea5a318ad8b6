"""The scenes of a scene collection that livedesk lays out by itself."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.rundown import Show

USUAL_SCENES = (
    "开场全景",
    "主播近景",
    "商品特写",
    "秒杀倒计时",
    "双机位",
    "抽奖转盘",
    "优惠券贴片",
    "连线双屏",
    "紧急画面",
)
_WITH_CARD = frozenset({"商品特写", "秒杀倒计时", "双机位", "优惠券贴片"})


@dataclass(frozen=True, slots=True)
class ReadyScene:
    """A scene to be made. ``card``: the product's card is in it; ``plain``: nothing of the card, and so no twin (a
    safe scene)."""

    name: str
    card: bool = False
    plain: bool = False


def ready_scenes(show: Show | None) -> tuple[ReadyScene, ...]:
    """The scenes of a show, in order of first use, or the usual ones where it names none. Those of standby plans are
    plain, unless a segment uses them as well, or they present a product."""
    if show is None or not any(segment.scene for segment in show.segments):
        panic = USUAL_SCENES[-1]
        return tuple(ReadyScene(name, name in _WITH_CARD, name == panic) for name in USUAL_SCENES)
    sold = {item.scene for item in show.airable if item.product_ids and item is not show.panic}
    used = {segment.scene for segment in show.segments} | sold
    return tuple(ReadyScene(name, name in sold, name not in used) for name in show.scenes)
