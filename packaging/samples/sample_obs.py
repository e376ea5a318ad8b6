"""The OBS scene collection of the sample show, in the format of OBS 29, and a profile beside it.

The five card inputs (商品名称, 直播价, 日常价, 库存, 促销) are one source each, shown in several scenes: a text
set once changes wherever it is seen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 1280, 720
VERSION = 486539266
"""OBS 29.0.2, as OBS writes its own version."""
FACE = "Noto Sans CJK SC"
LEFT, RIGHT, TOP, MIDDLE = 1, 2, 4, 0

PROFILE = f"""[General]
Name=livedesk

[Video]
BaseCX={WIDTH}
BaseCY={HEIGHT}
OutputCX={WIDTH}
OutputCY={HEIGHT}
FPSType=0
FPSCommon=30
ScaleType=bilinear

[Output]
Mode=Simple

[SimpleOutput]
VBitrate=2500
StreamEncoder=x264
RecQuality=Stream
RecFormat=mkv
"""

Json = dict[str, Any]


@dataclass
class Scene:
    """A scene while it is being laid out: names of sources with their places, in drawing order."""

    name: str
    items: list[Json] = field(default_factory=list)

    def put(self, source: str, x: float, y: float, align: int = LEFT | TOP) -> None:
        """Show a source at a point; ``align`` says which of its corners or sides lies there."""
        number = len(self.items) + 1
        self.items.append(
            {
                "name": source,
                "visible": True,
                "locked": False,
                "rot": 0.0,
                "pos": {"x": x, "y": y},
                "scale": {"x": 1.0, "y": 1.0},
                "align": align,
                "bounds_type": 0,
                "bounds_align": 0,
                "bounds": {"x": 0.0, "y": 0.0},
                "crop_left": 0,
                "crop_top": 0,
                "crop_right": 0,
                "crop_bottom": 0,
                "id": number,
                "group_item_backup": False,
                "scale_filter": "disable",
                "blend_method": "default",
                "blend_type": "normal",
                "show_transition": {"duration": 0},
                "hide_transition": {"duration": 0},
                "private_settings": {},
            }
        )


class Collection:
    """A scene collection while it is being made."""

    def __init__(self) -> None:
        self._sources: dict[str, Json] = {}
        self._scenes: list[Scene] = []

    def scene(self, name: str) -> Scene:
        """A new scene."""
        scene = Scene(name)
        self._scenes.append(scene)
        return scene

    def colour(self, name: str, tint: str, width: int, height: int, opacity: float = 1.0) -> str:
        """A rectangle of one colour; its name is given back."""
        settings = {"color": _abgr(tint, opacity), "width": width, "height": height}
        self._sources[name] = _source(name, "color_source", "color_source_v3", settings)
        return name

    def text(self, name: str, text: str, size: int, tint: str = "#f4f6f8", style: str = "Bold") -> str:
        """A text; its name is given back."""
        settings = {
            "text": text,
            "font": {"face": FACE, "style": style, "size": size, "flags": 1 if style == "Bold" else 0},
            "color1": _abgr(tint),
            "color2": _abgr(tint),
            "antialiasing": True,
        }
        self._sources[name] = _source(name, "text_ft2_source", "text_ft2_source_v2", settings)
        return name

    def as_json(self, name: str) -> Json:
        """The whole collection as OBS keeps it."""
        scenes = [
            _source(
                scene.name,
                "scene",
                "scene",
                {"custom_size": False, "id_counter": len(scene.items), "items": scene.items},
            )
            for scene in self._scenes
        ]
        first = self._scenes[0].name
        return {
            "name": name,
            "current_scene": first,
            "current_program_scene": first,
            "scene_order": [{"name": scene.name} for scene in self._scenes],
            "sources": [*self._sources.values(), *scenes],
            "groups": [],
            "transitions": [],
            "current_transition": "Cut",
            "transition_duration": 300,
            "quick_transitions": [],
            "saved_projectors": [],
            "preview_locked": False,
            "scaling_enabled": False,
            "scaling_level": 0,
            "scaling_off_x": 0.0,
            "scaling_off_y": 0.0,
            "modules": {},
        }


def write_collection(folder: Path) -> None:
    """Write ``livedesk.json`` and ``basic.ini``."""
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps(collection().as_json("livedesk"), ensure_ascii=False, indent=1)
    (folder / "livedesk.json").write_bytes((content + "\n").encode())
    (folder / "basic.ini").write_bytes(PROFILE.encode())


def collection() -> Collection:
    """The nine scenes."""
    made = Collection()
    _shared(made)
    _opening(made)
    _close_up(made)
    _product(made)
    _flash(made)
    _two_cameras(made)
    _draw(made)
    _coupon(made)
    _link_up(made)
    _panic(made)
    return made


def _shared(made: Collection) -> None:
    made.text("商品名称", "神经酰胺修护霜 50ml", 44)
    made.text("直播价", "¥129", 88, "#ff8a8f")
    made.text("日常价", "¥199", 36, "#c3c8d0", "Regular")
    made.text("库存", "800", 36, "#ffd27a", "Regular")
    made.text("促销", "满199减40 · 两件 218", 32, "#ffffff", "Regular")
    made.text("栏目名", "秋冬护肤专场", 30, "#ffffff")
    made.text("字 直播价", "直播价", 28, "#ffb3b6", "Regular")
    made.text("字 日常价", "日常价", 28, "#9aa3b0", "Regular")
    made.text("字 库存", "库存", 28, "#9aa3b0", "Regular")
    made.colour("卡片底", "#11151b", 560, 306, 0.86)
    made.colour("卡片边", "#ff4757", 8, 306)
    made.colour("标题条", "#0c0e12", WIDTH, 72, 0.55)
    made.colour("促销条", "#8a3a3f", WIDTH, 64, 0.92)


def _begin(made: Collection, name: str, tint: str) -> Scene:
    """A scene with a background of its own, the title bar, and its name for those behind the camera."""
    scene = made.scene(name)
    scene.put(made.colour(f"底 {name}", tint, WIDTH, HEIGHT), 0, 0)
    scene.put("标题条", 0, 0)
    scene.put("栏目名", 32, 36, LEFT)
    scene.put(made.text(f"名 {name}", name, 26, "#dfe4ea", "Regular"), WIDTH - 32, 36, RIGHT)
    return scene


def _camera(made: Collection, scene: Scene, name: str, place: tuple[int, int, int, int], tint: str) -> None:
    """A stand-in for a camera: a panel with its name, to be replaced by the team's own source."""
    x, y, width, height = place
    scene.put(made.colour(f"框 {name}", tint, width, height), x, y)
    scene.put(made.text(f"字 {name}", name, 34, "#f4f6f8", "Regular"), x + width / 2, y + height / 2, MIDDLE)


def _card(scene: Scene, x: int, y: int) -> None:
    """The product card: name, prices, stock."""
    scene.put("卡片底", x, y)
    scene.put("卡片边", x, y)
    scene.put("商品名称", x + 36, y + 56, LEFT)
    scene.put("字 直播价", x + 36, y + 150, LEFT)
    scene.put("直播价", x + 150, y + 146, LEFT)
    scene.put("字 日常价", x + 36, y + 246, LEFT)
    scene.put("日常价", x + 140, y + 244, LEFT)
    scene.put("字 库存", x + 316, y + 246, LEFT)
    scene.put("库存", x + 390, y + 244, LEFT)


def _promotion(scene: Scene) -> None:
    scene.put("促销条", 0, HEIGHT - 64)
    scene.put("促销", WIDTH / 2, HEIGHT - 32, MIDDLE)


def _opening(made: Collection) -> None:
    scene = _begin(made, "开场全景", "#3a4a6b")
    _camera(made, scene, "全景机位", (60, 108, 1160, 420), "#4d628c")
    scene.put(made.text("开场标题", "秋冬护肤专场", 84, "#fff4e6"), WIDTH / 2, 586, MIDDLE)
    line = made.text("开场副题", "今晚 20:00 – 22:00 · 十六款 · 把水留住", 32, "#d5def0", "Regular")
    scene.put(line, WIDTH / 2, 664, MIDDLE)


def _close_up(made: Collection) -> None:
    scene = _begin(made, "主播近景", "#2f5d62")
    _camera(made, scene, "主播机位", (190, 104, 900, 506), "#407b80")
    _promotion(scene)


def _product(made: Collection) -> None:
    scene = _begin(made, "商品特写", "#5b4636")
    _camera(made, scene, "特写机位", (40, 104, 600, 520), "#78604c")
    _card(scene, 680, 204)
    _promotion(scene)


def _flash(made: Collection) -> None:
    scene = _begin(made, "秒杀倒计时", "#7a2636")
    scene.put(made.text("秒杀标题", "限时秒杀", 120, "#ffe08a"), 340, 262, MIDDLE)
    rule = made.text("秒杀规则", "页面变价后再点\n每人限一件 · 不与券叠加", 36, "#ffdfe0", "Regular")
    scene.put(rule, 340, 436, MIDDLE)
    _card(scene, 680, 204)
    _promotion(scene)


def _two_cameras(made: Collection) -> None:
    scene = _begin(made, "双机位", "#33503c")
    _camera(made, scene, "一机 主播", (40, 96, 590, 324), "#466c52")
    _camera(made, scene, "二机 手部", (650, 96, 590, 324), "#5a8266")
    scene.put("商品名称", 48, 478, LEFT)
    scene.put("直播价", 48, 576, LEFT)
    scene.put("字 日常价", 650, 492, LEFT)
    scene.put("日常价", 770, 490, LEFT)
    scene.put("字 库存", 650, 566, LEFT)
    scene.put("库存", 770, 564, LEFT)
    _promotion(scene)


def _draw(made: Collection) -> None:
    scene = _begin(made, "抽奖转盘", "#6b5320")
    scene.put(made.colour("转盘外", "#a88536", 420, 420), 430, 150)
    scene.put(made.colour("转盘内", "#3a2d12", 372, 372), 454, 174)
    scene.put(made.text("抽奖字", "抽奖", 112, "#ffe9b0"), WIDTH / 2, 356, MIDDLE)
    rule = made.text("抽奖规则", "规则见公告 · 工作人员不参加 · 名单公示", 32, "#ffeec8", "Regular")
    scene.put(rule, WIDTH / 2, 616, MIDDLE)
    _promotion(scene)


def _coupon(made: Collection) -> None:
    scene = _begin(made, "优惠券贴片", "#54366f")
    _camera(made, scene, "主播机位（券）", (40, 104, 660, 520), "#6d4a8c")
    scene.put(made.colour("券面", "#f2d9a0", 500, 220), 740, 128)
    scene.put(made.text("券额", "满199减40", 76, "#6b2330"), 990, 206, MIDDLE)
    scene.put(made.text("券注", "点左上角领取 · 今晚 24:00 前有效", 26, "#6b2330", "Regular"), 990, 296, MIDDLE)
    scene.put("商品名称", 740, 426, LEFT)
    scene.put("直播价", 740, 516, LEFT)
    scene.put("日常价", 1000, 524, LEFT)
    _promotion(scene)


def _link_up(made: Collection) -> None:
    scene = _begin(made, "连线双屏", "#1f4f7a")
    _camera(made, scene, "主播画面", (40, 112, 590, 500), "#2d6799")
    _camera(made, scene, "连线画面", (650, 112, 590, 500), "#3b79ad")
    note = made.text("连线注", "个人使用感受，不代表效果承诺", 28, "#d6e6f5", "Regular")
    scene.put(note, WIDTH / 2, 664, MIDDLE)


def _panic(made: Collection) -> None:
    scene = made.scene("紧急画面")
    scene.put(made.colour("底 紧急画面", "#1b1f26", WIDTH, HEIGHT), 0, 0)
    scene.put(made.text("紧急标题", "马上回来", 120, "#f4f6f8"), WIDTH / 2, 320, MIDDLE)
    line = made.text("紧急副题", "画面调整中，订单与优惠不受影响", 36, "#aab3bf", "Regular")
    scene.put(line, WIDTH / 2, 440, MIDDLE)
    scene.put("栏目名", WIDTH / 2, 640, MIDDLE)


def _source(name: str, kind: str, versioned: str, settings: Json) -> Json:
    return {
        "prev_ver": VERSION,
        "name": name,
        "id": kind,
        "versioned_id": versioned,
        "settings": settings,
        "mixers": 0,
        "sync": 0,
        "flags": 0,
        "volume": 1.0,
        "balance": 0.5,
        "enabled": True,
        "muted": False,
        "push-to-mute": False,
        "push-to-mute-delay": 0,
        "push-to-talk": False,
        "push-to-talk-delay": 0,
        "hotkeys": {},
        "deinterlace_mode": 0,
        "deinterlace_field_order": 0,
        "monitoring_type": 0,
        "private_settings": {},
        "filters": [],
    }


def _abgr(tint: str, opacity: float = 1.0) -> int:
    """A colour ``#rrggbb`` as OBS keeps it: alpha, blue, green, red from the top byte down."""
    red, green, blue = (int(tint[at : at + 2], 16) for at in (1, 3, 5))
    return round(255 * opacity) << 24 | blue << 16 | green << 8 | red
