"""The recorded relay feed of the sample show, in the format of DouyinBarrageGrab: no network, no real person.

The room fills and empties as the segments let it: each has its pull on the crowd (``audience``), and its kind
decides how much is written, liked and given.
"""

from __future__ import annotations

import json
import tomllib
from collections import deque
from dataclasses import dataclass
from datetime import timedelta, timezone
from math import exp
from pathlib import Path
from random import Random
from typing import Any

from sample_content import CONTENT, SHANGHAI, START, Sample, Segment

Json = dict[str, Any]

SEED = 2111
FIRST, LAST = -120, 7_260
"""19:58 and 22:01, in seconds after the start."""
ROOM, WEB_ROOM = 7576500000000000817, 600100200300
PEAK = 3_500
STAY = 320.0
"""How long a viewer stays on average (seconds): entries follow from the number online."""
SHOWN = 0.038
"""The share of entries that the platform shows as messages."""
WRITTEN = {
    "抽奖": 1.5,
    "秒杀": 1.7,
    "互动": 1.1,
    "优惠券": 1.1,
    "过渡": 0.25,
    "连线": 0.6,
    "返场": 0.9,
    "收尾": 1.0,
}
GIFTS = (("小心心", 1, 60), ("玫瑰", 1, 25), ("棒棒糖", 9, 10), ("鲜花", 10, 5))
SHARES = (1, 1, 1, 2, 5, 112)
ZONE = timezone(SHANGHAI)


@dataclass(frozen=True)
class Viewer:
    """A made-up viewer."""

    number: int
    level: int
    pay: int
    gender: int
    club: int

    def as_json(self, follows: bool) -> Json:
        """The User of a message."""
        return {
            "Id": 90000000000 + self.number * 37,
            "ShortId": 0,
            "DisplayId": f"gz{self.number}",
            "Nickname": f"观众{self.number % 10_000:04d}",
            "Level": self.level,
            "PayLevel": self.pay,
            "Gender": self.gender,
            "HeadImgUrl": "",
            "SecUid": f"SEC{self.number:07d}",
            "FansClub": {"ClubName": "护肤小队" if self.club else "", "Level": self.club},
            "FollowerCount": self.number % 211,
            "FollowStatus": int(follows),
            "FollowingCount": self.number % 397,
        }


class Room:
    """The live room while it is being recorded: who is in it, its totals, its messages."""

    def __init__(self, sample: Sample) -> None:
        words = tomllib.loads((CONTENT / "comments.toml").read_text(encoding="utf-8"))
        self._general: list[str] = words["general"]
        self._written: dict[str, list[str]] = words["segment"]
        self._sample = sample
        self._rng = Random(SEED)
        self._online = 380.0
        self._views = 900.0
        self._likes = 1_200
        self._made = 0
        self._followed: set[int] = set()
        self._regulars = [self._viewer(regular=True) for _ in range(420)]
        self._present: deque[Viewer] = deque((self._viewer() for _ in range(120)), maxlen=900)
        self._messages = 0
        self.lines: list[tuple[float, str]] = []

    def second(self, at: int) -> None:
        """What happens in one second."""
        segment = self._sample.segment_at(at / 60)
        live = 0 <= at < 7_200
        self._crowd(at, segment)
        busy = self._online / 3_000
        written = WRITTEN.get(segment.kind, 0.6) * (1.0 if live else 0.4)
        for _ in range(self._often(busy * written)):
            self._say(at, 1, {"Content": self._comment(segment, live=live)}, self._someone())
        for _ in range(self._often(busy * 0.23)):
            self._like(at)
        for _ in range(self._often(busy * 0.06 * segment.audience)):
            self._follow(at)
        for _ in range(self._often(busy * 0.012)):
            self._gift(at)
        for _ in range(self._often(busy * 0.02)):
            self._say(at, 8, {"ShareType": self._rng.choice(SHARES), "Content": "分享了直播间"}, self._someone())
        for _ in range(self._often(busy * 0.015)):
            level = self._rng.randint(1, 12)
            data = {
                "Type": 2 if level < 7 else 1,
                "Level": level,
                "Content": "加入了粉丝团" if level < 7 else "粉丝团升级",
            }
            self._say(at, 7, data, self._someone())
        if at % 5 == 0:
            self._statistics(at)

    def end(self, at: int) -> None:
        """The platform's last message."""
        self._say(at, 9, {"Content": "直播已结束"}, None)

    def _crowd(self, at: int, segment: Segment) -> None:
        """The number online follows what the segment can hold; those who come are entries."""
        minute = at / 60
        filling = 0.13 + 0.87 / (1 + exp(-(minute - 7.5) / 4.2))
        leaving = 1.0 if minute < 108 else max(0.45, 1 - (minute - 108) * 0.03)
        pull = 0.72 + 0.28 * min(segment.audience, 1.8)
        if at >= 7_200:
            leaving *= max(0.2, 1 - (at - 7_200) / 60)
        aim = 2_930 * filling * leaving * pull * (0.94 + 0.06 * min(1.0, max(0.0, minute) / 90))
        before = self._online
        self._online += (aim - self._online) / 70 + self._rng.gauss(0, 4.5)
        self._online = min(max(self._online, 60.0), float(PEAK + 12))
        came = self._online / STAY + max(0.0, self._online - before)
        self._views += came
        for _ in range(self._often(came * SHOWN)):
            viewer = self._viewer()
            self._present.append(viewer)
            data = {"CurrentCount": round(self._online), "Content": f"来了 直播间人数:{round(self._online)}"}
            self._say(at, 3, data, viewer)

    def _comment(self, segment: Segment, *, live: bool) -> str:
        if not live or self._rng.random() < 0.16:
            return self._rng.choice(self._general)
        return self._rng.choice(self._written[str(segment.number)])

    def _like(self, at: int) -> None:
        count = self._rng.choice((1, 2, 3, 5, 8, 10, 12, 15, 15))
        self._likes += count + self._rng.randint(0, 18)
        self._say(at, 2, {"Count": count, "Total": self._likes, "Content": "为主播点赞了"}, self._someone())

    def _follow(self, at: int) -> None:
        viewer = self._someone()
        if viewer.number in self._followed:
            return
        self._followed.add(viewer.number)
        self._say(at, 4, {"Content": "关注了主播"}, viewer)

    def _gift(self, at: int) -> None:
        name, diamonds, _ = self._rng.choices(GIFTS, [weight for *_, weight in GIFTS])[0]
        viewer, group = self._someone(), 1_000 + self._messages
        for repeat in range(1, self._rng.choice((1, 1, 1, 2, 3, 5)) + 1):
            data: Json = {
                "GiftId": 460 + diamonds,
                "GiftName": name,
                "GroupId": group,
                "GiftCount": 1,
                "RepeatCount": repeat,
                "DiamondCount": diamonds,
                "Combo": True,
                "ToUser": None,
                "Content": f"送出 {name} x 1",
            }
            self._say(at, 5, data, viewer)

    def _statistics(self, at: int) -> None:
        online, views = round(self._online), int(self._views)
        data = {
            "OnlineUserCount": online,
            "TotalUserCount": views,
            "TotalUserCountStr": _shown(views),
            "OnlineUserCountStr": _shown(online),
            "Content": f"当前直播间人数 {_shown(online)}，累计直播间人数 {_shown(views)}",
        }
        self._say(at, 6, data, None)

    def _say(self, at: int, kind: int, data: Json, viewer: Viewer | None) -> None:
        """Keep one message: the relay's envelope, its data encoded twice."""
        self._messages += 1
        user = viewer.as_json(viewer.number in self._followed) if viewer else None
        whole: Json = {"MsgId": 7576600000000000000 + self._messages * 131_071, "User": user}
        whole |= data
        whole |= {
            "Onwer": {"UserId": "700000000001"},
            "RoomId": ROOM,
            "WebRoomId": WEB_ROOM,
        }
        message = _json({"Type": kind, "ProcessName": "直播伴侣", "Data": _json(whole)})
        self.lines.append((at + self._rng.randrange(1_000) / 1_000, message))

    def _viewer(self, *, regular: bool = False) -> Viewer:
        self._made += 1
        rng = self._rng
        club = rng.randint(1, 14) if regular and rng.random() < 0.6 else 0
        return Viewer(
            self._made * 7 + 800, rng.randint(1, 40), rng.randint(0, 28), rng.choice((2, 2, 2, 2, 1)), club
        )

    def _someone(self) -> Viewer:
        if self._rng.random() < 0.3:
            return self._rng.choice(self._regulars)
        return self._present[self._rng.randrange(len(self._present))]

    def _often(self, mean: float) -> int:
        """How many times something happens that happens ``mean`` times on average (Poisson, by Knuth)."""
        limit, product, count = exp(-mean), self._rng.random(), 0
        while product > limit:
            product *= self._rng.random()
            count += 1
        return count


def write_feed(sample: Sample, target: Path) -> None:
    """Write the recording: a line for each message, in the order of arrival."""
    room = Room(sample)
    for second in range(FIRST, LAST):
        room.second(second)
    room.end(LAST)
    lines = []
    for at, message in sorted(room.lines, key=lambda line: line[0]):
        received = (START + timedelta(milliseconds=round(at * 1_000))).astimezone(ZONE)
        lines.append(_json({"received": received.isoformat(timespec="milliseconds"), "message": message}) + "\n")
    target.write_bytes("".join(lines).encode())


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shown(count: int) -> str:
    """A count as the platform shows it: 8234 as it is, 82345 as 8.2万."""
    return str(count) if count < 10_000 else f"{count // 1_000 / 10:.1f}万"
