"""A real OBS for the tests: under Xvfb, with its own HOME, port, password, profile and scene collection.

Debian's ``obs-studio`` with obs-websocket 5 inside, rendering in software.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path
from time import monotonic, time_ns
from typing import Any

import websocket
from obswebsocket import obsws, requests

from livedesk.services.obs.order import ONE_INSTANT_S

SCENES = (
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
CARD_INPUTS = ("商品名称", "直播价", "日常价", "库存", "促销")
STARTED, ENDED = "SceneTransitionStarted", "SceneTransitionEnded"
SWITCHED = "CurrentSceneCollectionChanged"
RUNS = (STARTED, ENDED, SWITCHED)
ARRIVED = {"SceneTransitionVideoEnded", "CurrentProgramSceneChanged"}
END_LOST_MS = 500
COLLECTION = Path(__file__).parents[2] / "resources" / "samples" / "obs" / "livedesk.json"
FONTS = Path(__file__).parents[2] / "resources" / "fonts"
PASSWORD = "a-long-test-password"
PROFILE = """[General]
Name=livedesk
[Video]
BaseCX=640
BaseCY=360
OutputCX=640
OutputCY=360
FPSType=0
FPSCommon=30
"""
_GLOBAL = """[General]
FirstRun=true
LastVersion=486539266
EnableAutoUpdates=false

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}

[Basic]
Profile=livedesk
ProfileDir=livedesk
SceneCollection=livedesk
SceneCollectionFile=livedesk
"""

# The samples' texts name a font that a bare machine does not have; the bundled one stands in for it.
_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <alias binding="same">
    <family>Noto Sans CJK SC</family>
    <accept><family>Noto Sans SC</family></accept>
  </alias>
</fontconfig>
"""


def available() -> bool:
    """Whether OBS Studio and Xvfb are installed."""
    return shutil.which("obs") is not None and shutil.which("Xvfb") is not None


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(check: Callable[[], bool], seconds: float, what: str) -> float:
    """Poll until ``check`` holds; returns the seconds that it took. Fails the test after ``seconds``."""
    began = monotonic()
    while not check():
        if monotonic() - began > seconds:
            raise AssertionError(f"not within {seconds} s: {what}")
        signal.sigtimedwait([], 0.01)
    return monotonic() - began


class Display:
    """A private Xvfb on a display that it chooses itself."""

    def __init__(self, size: str = "1280x720") -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        self._process = subprocess.Popen(
            command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"

    def close(self) -> None:
        """End the display."""
        self._process.terminate()
        self._process.wait(5)


class RealObs:
    """One OBS with a home of its own. ``start`` returns when its socket listens."""

    def __init__(self, home: Path, display: Display, profile: str = PROFILE) -> None:
        self.home = home
        self._profile = profile
        self.host = "127.0.0.1"
        self.port = free_port()
        self.password = PASSWORD
        self._display = display
        self._process: subprocess.Popen[bytes] | None = None
        self._witness: Director | None = None
        self._revived = False
        self._lay_out()

    @property
    def config(self) -> Path:
        """OBS's own folder of settings."""
        return self.home / ".config" / "obs-studio"

    @property
    def pid(self) -> int:
        """The process id of the running OBS."""
        assert self._process is not None
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether OBS was started and has ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def _lay_out(self) -> None:
        profile = self.config / "basic" / "profiles" / "livedesk"
        scenes = self.config / "basic" / "scenes"
        profile.mkdir(parents=True)
        scenes.mkdir(parents=True)
        (profile / "basic.ini").write_text(self._profile, encoding="utf-8")
        (self.config / "global.ini").write_text(
            _GLOBAL.format(port=self.port, password=self.password), encoding="utf-8"
        )
        fontconfig = self.home / ".config" / "fontconfig"
        fontconfig.mkdir()
        (fontconfig / "fonts.conf").write_text(_FONTCONFIG.format(fonts=FONTS), encoding="utf-8")
        if COLLECTION.exists():
            shutil.copy(COLLECTION, scenes / "livedesk.json")

    def start(self, *, by_itself: bool = False) -> None:
        """Start OBS, wait until its socket listens (about five seconds) and cut to the first scene. ``by_itself``
        leaves it with the scene that it comes up with: whoever already waits for it sees a cut as somebody's hand."""
        run = self.home / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        env = {
            **os.environ,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "DISPLAY": self._display.name,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
        }
        options = ["--multi", "--disable-updater", "--disable-missing-files-check"]
        with (self.home / "obs.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["obs", *options, "--collection", "livedesk", "--profile", "livedesk"],
                env=env,
                cwd=self.home,
                stdout=log,
                stderr=log,
            )
        wait_for(self._listens, 40, "OBS listens")
        self._make_missing()
        if not by_itself:
            self.cut_to(SCENES[0])

    def _listens(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.home / "obs.log").read_text(errors="replace")[-2000:]
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex((self.host, self.port)) == 0

    def _make_missing(self) -> None:
        """Scenes and card inputs that the collection does not have yet."""
        director = self._witness = Director(self, events=True)
        wait_for(lambda: director.ask("GetSceneList") is not None, 20, "OBS answers")
        have = director.scenes()
        for scene in SCENES:
            if scene not in have:
                director.do("CreateScene", sceneName=scene)
        inputs = {item["inputName"] for item in director.do("GetInputList")["inputs"]}
        for name in CARD_INPUTS:
            if name not in inputs:
                director.do(
                    "CreateInput",
                    sceneName="商品特写",
                    inputName=name,
                    inputKind="text_ft2_source_v2",
                    inputSettings={"text": "-"},
                )
        kinds = {item["transitionKind"] for item in director.do("GetSceneTransitionList")["transitions"]}
        assert {"cut_transition", "fade_transition"} <= kinds

    def settle(self) -> None:
        """Back to the first scene by a cut, without studio mode. An OBS that died of itself since the last test (its
        graphics thread has been seen to) is started again once, and the run says so; what dies twice is driven to
        it, which is a failure."""
        assert self._process is not None
        if self._process.poll() is not None:
            assert not self._revived, "OBS ended by itself for the second time"
            self._revived = True
            warnings.warn(f"OBS ended by itself ({self._process.returncode}); started again", stacklevel=2)
            self.kill()
            self.start()
        assert self._witness is not None
        self._witness.do("SetStudioModeEnabled", studioModeEnabled=False)
        self.cut_to(SCENES[0])

    def cut_to(self, scene: str) -> None:
        """Cut to a scene; returns when no transition runs any more. The witness has heard every event since OBS
        started: no request tells whether a scene's own transition runs, and OBS sends CurrentProgramSceneChanged
        a moment before a transition has quite ended, when a change of its type would freeze the output."""
        witness = self._witness
        assert witness is not None
        wait_for(witness.idle, 5, "OBS is idle")
        witness.do("SetCurrentSceneTransition", transitionName=witness.transition_name("cut_transition"))
        if witness.program() != scene:
            witness.events.clear()
            witness.do("SetCurrentProgramScene", sceneName=scene)
            wait_for(lambda: witness.saw("SceneTransitionEnded"), 5, f"{scene} on air")

    def send(self, number: signal.Signals) -> None:
        """Send OBS a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End OBS as a crash would."""
        if self._witness is not None:
            self._witness.close()
            self._witness = None
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)


def keep_event(events: list[dict[str, Any]], event: dict[str, Any]) -> None:
    """Add an event to those before it. OBS sends its events from several threads: the start of a cut that comes in one
    instant with its end, behind it, is put before it."""
    at = len(events)
    runs = [place for place, each in enumerate(events) if each["eventType"] in RUNS]
    told = [events[place] for place in runs[-2:]]
    if (
        event["eventType"] == STARTED
        and told
        and told[-1]["eventType"] == ENDED
        and told[0]["eventType"] != STARTED
    ):
        at = runs[-1] if event["receivedMs"] - told[-1]["receivedMs"] < ONE_INSTANT_S * 1000 else at
    events.insert(at, event)


class Director:
    """A second client of the same OBS, on the bare library's messages and a socket of its own. With ``events``
    it also gets every event of collections, scenes and transitions, kept in ``events`` in OBS's order with the epoch ms
    of its arrival: the answer that it comes with may be long in coming. ``patience_s``: how long it waits for
    anything."""

    def __init__(self, obs: RealObs, *, events: bool = False, patience_s: float = 10) -> None:
        self.events: list[dict[str, Any]] = []
        self._socket = websocket.create_connection(f"ws://{obs.host}:{obs.port}", timeout=patience_s)
        hello = json.loads(self._socket.recv())["d"]
        identify = {"rpcVersion": 1, "eventSubscriptions": 2 | 4 | 16 if events else 0}
        if "authentication" in hello:
            bare = obsws(obs.host, obs.port, obs.password)
            auth = hello["authentication"]
            identify["authentication"] = bare._build_auth_string(auth["salt"], auth["challenge"])
        self._socket.send(json.dumps({"op": 1, "d": identify}))
        assert json.loads(self._socket.recv())["op"] == 2
        self._count = 0

    def __enter__(self) -> Director:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave OBS."""
        self._socket.close()

    def ask(self, name: str, **data: object) -> dict[str, Any] | None:
        """A request's data, or None where OBS refused it."""
        self._count += 1
        request = getattr(requests, name)(**data)
        body = {"requestId": str(self._count), "requestType": request.name, "requestData": request.data()}
        self._socket.send(json.dumps({"op": 6, "d": body}))
        reply = self._receive(7)
        assert reply["requestId"] == str(self._count)
        self.status = reply["requestStatus"]
        return reply.get("responseData", {}) if self.status["result"] else None

    def _receive(self, op: int) -> dict[str, Any]:
        while True:
            message = json.loads(self._socket.recv())
            if message["op"] == 5:
                keep_event(self.events, {**message["d"], "receivedMs": time_ns() // 1_000_000})
            if message["op"] == op:
                body: dict[str, Any] = message["d"]
                return body

    def await_event(self, name: str) -> None:
        """Wait for the next event of this name."""
        while self._receive(5)["eventType"] != name:
            pass

    def saw(self, name: str) -> bool:
        """Whether an event of this name has come."""
        self.do("GetStudioModeEnabled")
        return any(event["eventType"] == name for event in self.events)

    def idle(self) -> bool:
        """Whether no transition runs, by the events that have come. One that runs when the collection is switched ends
        with it, and OBS says nothing of that; nor of the end of one whose type somebody changes in that instant."""
        self.do("GetStudioModeEnabled")
        runs = [place for place, event in enumerate(self.events) if event["eventType"] in RUNS]
        if not runs or self.events[runs[-1]]["eventType"] != STARTED:
            return True
        since = self.events[runs[-1] :]
        quiet_ms = time_ns() // 1_000_000 - since[-1]["receivedMs"]
        return {event["eventType"] for event in since} >= ARRIVED and quiet_ms > END_LOST_MS

    def do(self, name: str, **data: object) -> dict[str, Any]:
        """A request's data; fails the test where OBS refused it."""
        reply = self.ask(name, **data)
        assert reply is not None, (name, data, self.status)
        return reply

    def scenes(self) -> tuple[str, ...]:
        """OBS's scenes."""
        return tuple(item["sceneName"] for item in self.do("GetSceneList")["scenes"])

    def program(self) -> str:
        """The scene on air as OBS names it."""
        name: str = self.do("GetCurrentProgramScene")["currentProgramSceneName"]
        return name

    def transition_name(self, kind: str) -> str:
        """The name of the transition of a kind."""
        listed = self.do("GetSceneTransitionList")["transitions"]
        return next(str(item["transitionName"]) for item in listed if item["transitionKind"] == kind)

    def text(self, name: str) -> str:
        """The text of a card input."""
        text: str = self.do("GetInputSettings", inputName=name)["inputSettings"]["text"]
        return text

    def stream_to(self, port: int) -> None:
        """Stream into a UDP port of the loopback interface, which needs no server."""
        target = {"server": f"udp://127.0.0.1:{port}", "key": "test"}
        self.do("SetStreamServiceSettings", streamServiceType="rtmp_custom", streamServiceSettings=target)
        self.do("StartStream")
