"""Plays an OBS for what a real one can't be made to do at will."""

from __future__ import annotations

import select
import threading
from dataclasses import dataclass
from itertools import count
from time import monotonic

from tests.integration.relay import Peer, Scripted

STATS = (
    "activeFps",
    "availableDiskSpace",
    "cpuUsage",
    "renderTotalFrames",
    "renderSkippedFrames",
    "outputTotalFrames",
    "outputSkippedFrames",
)


def answer(peer: Peer, request: dict, *, data: dict | None = None, code: int = 100, comment: str = "") -> None:
    """Answer a request."""
    status = {"result": code == 100, "code": code, "comment": comment}
    body = {"requestId": request["d"]["requestId"], "requestType": "X", "requestStatus": status}
    peer.send(7, body | ({"responseData": data} if data is not None else {}))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that was asked for: of which scene, when (monotonic s), over which connection (the first is 0), how
    many connections were open, and whether the next question came before the answer."""

    scene: str
    at: float
    connection: int
    connections: int
    hurried: bool


class ScriptedObs:
    """An OBS of three scenes. Once its output has frozen it accepts switches and names the new scene, and nothing
    happens; toggling studio mode frees it. ``asked`` keeps every request's name, ``takes`` the scenes that it was to
    switch to, ``steps`` the events of a switch in their order; ``loading`` refuses switches (207) as OBS does while it
    loads; without ``quick`` a snapshot is not answered. ``shots`` keeps the pictures, each of which takes
    ``shot_s``; ``connections`` are those that are open."""

    def __init__(self, *, frozen: bool = False) -> None:
        self.program = "甲"
        self.scenes = "丙乙甲"
        self.loading = False
        self.quick = threading.Event()
        self.quick.set()
        self.takes: list[str] = []
        self.steps = ["SceneTransitionStarted", "SceneTransitionEnded", "CurrentProgramSceneChanged"]
        self.frozen = frozen
        self.asked: list[str] = []
        self.shots: list[Shot] = []
        self.shot_s = 0.0
        self.connections: set[int] = set()
        self._numbers = count()
        self.events: Peer | None = None
        self.server = Scripted(self._serve)

    def tell(self, event: str, **fields: object) -> None:
        """Send an event to whoever listens."""
        assert self.events is not None
        self.events.send(5, {"eventType": event, "eventIntent": 16, "eventData": fields})

    def _serve(self, peer: Peer) -> None:
        number = next(self._numbers)
        self.connections.add(number)
        try:
            self._talk(peer, number)
        finally:
            self.connections.discard(number)

    def _talk(self, peer: Peer, number: int) -> None:
        peer.send(0, {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1})
        if peer.receive()["d"]["eventSubscriptions"]:
            self.events = peer
        peer.send(2, {"negotiatedRpcVersion": 1})
        while True:
            message = peer.receive()
            body = message["d"]
            if message["op"] == 6:
                name = body["requestType"]
                if self.loading and name == "SetCurrentProgramScene":
                    self.asked.append(name)
                    answer(peer, message, code=207, comment="OBS is not ready to perform the request.")
                else:
                    if name == "GetSourceScreenshot":
                        self._shoot(peer, number, body["requestData"]["sourceName"])
                    answer(peer, message, data=self._run(name, body.get("requestData", {})))
            else:
                if any(item["requestType"] == "GetSceneList" for item in body["requests"]):
                    self.quick.wait()
                results = [
                    {
                        "requestType": item["requestType"],
                        "requestStatus": {"result": True, "code": 100},
                        "responseData": self._run(item["requestType"], item.get("requestData", {})),
                    }
                    for item in body["requests"]
                ]
                peer.send(9, {"requestId": body["requestId"], "results": results})

    def _shoot(self, peer: Peer, number: int, scene: str) -> None:
        at = monotonic()
        hurried, _, _ = select.select([peer.sock], [], [], self.shot_s)
        self.shots.append(Shot(scene, at, number, len(self.connections), bool(hurried)))

    def _run(self, name: str, data: dict) -> dict:
        self.asked.append(name)
        if name == "SetStudioModeEnabled":
            self.frozen = False
        if name == "SetCurrentProgramScene":
            self.program = data["sceneName"]
            self.takes.append(self.program)
            if not self.frozen:
                for event in self.steps:
                    self.tell(event, transitionName="Cut", sceneName=self.program)
        answers = {
            "GetVersion": {"obsVersion": "29.0.2"},
            "GetSceneList": {
                "currentProgramSceneName": self.program,
                "scenes": [{"sceneIndex": i, "sceneName": scene} for i, scene in enumerate(self.scenes)],
            },
            "GetStudioModeEnabled": {"studioModeEnabled": False},
            "GetSceneTransitionList": {
                "transitions": [{"transitionKind": "cut_transition", "transitionName": "Cut"}]
            },
            "GetCurrentSceneTransition": {"transitionName": "Cut", "transitionDuration": None},
            "GetInputList": {"inputs": []},
            "GetVideoSettings": {"baseWidth": 64, "baseHeight": 36, "fpsNumerator": 30, "fpsDenominator": 1},
            "GetCurrentProgramScene": {"currentProgramSceneName": self.program},
            "GetStats": dict.fromkeys(STATS, 0),
            "GetSceneCollectionList": {"currentSceneCollectionName": "甲"},
            "GetSourceScreenshot": {"imageData": "data:image/jpg;base64,/9j/"},
            "GetSceneItemList": {"sceneItems": []},
        }
        return answers.get(name, {})
