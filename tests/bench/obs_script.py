"""Processes beside the desk for bench_obs, over raw websocket connections of their own.

``python -m tests.bench.obs_script take PORT``: the bare script. For each scene on standard input it sends one
SetCurrentProgramScene and says when it began and when the request had left. ``… watch PORT``: says when each of
OBS's own CurrentProgramSceneChanged events arrives. Instants are the system's monotonic clock, in seconds. The password
is in LIVEDESK_OBS_PASSWORD.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from time import monotonic

import websocket

SCENES_ONLY = 4


def connect(port: int, subscriptions: int) -> websocket.WebSocket:
    """An identified connection."""
    sock = websocket.create_connection(f"ws://127.0.0.1:{port}", timeout=10)
    auth = json.loads(sock.recv())["d"]["authentication"]
    password = os.environ["LIVEDESK_OBS_PASSWORD"]
    secret = base64.b64encode(hashlib.sha256((password + auth["salt"]).encode()).digest())
    proof = base64.b64encode(hashlib.sha256(secret + auth["challenge"].encode()).digest()).decode()
    identify = {"rpcVersion": 1, "authentication": proof, "eventSubscriptions": subscriptions}
    sock.send(json.dumps({"op": 1, "d": identify}))
    sock.recv()
    return sock


def say(*values: object) -> None:
    """One line, at once."""
    sys.stdout.write(" ".join(map(str, values)) + "\n")
    sys.stdout.flush()


def take(port: int) -> None:
    """Switch to each scene that is asked for."""
    sock = connect(port, 0)
    say("ready")
    for line in sys.stdin:
        data = {
            "requestId": "x",
            "requestType": "SetCurrentProgramScene",
            "requestData": {"sceneName": line.strip()},
        }
        began = monotonic()
        sock.send(json.dumps({"op": 6, "d": data}))
        left = monotonic()
        sock.recv()
        say(began, left)


def watch(port: int) -> None:
    """Tell every scene event."""
    sock = connect(port, SCENES_ONLY)
    sock.settimeout(None)
    say("ready")
    while True:
        event = json.loads(sock.recv())["d"]
        arrived = monotonic()
        if event["eventType"] == "CurrentProgramSceneChanged":
            say(arrived, event["eventData"]["sceneName"])


if __name__ == "__main__":
    {"take": take, "watch": watch}[sys.argv[1]](int(sys.argv[2]))
