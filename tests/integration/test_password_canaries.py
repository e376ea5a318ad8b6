"""OBS's password stands in no log, no journal, no file of the data folder, nothing that is exported, and on no command
line, whether it is right or wrong, and however the connection fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from livedesk.app.main import EXIT_REFUSED
from livedesk.app.opened import look_at_obs
from livedesk.services.obs.password import keep_password
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import RealObs
from tests.integration.on_air import advance, go_live
from tests.integration.on_air import desk as desk_on
from tests.integration.relay import Peer, Scripted

CANARY = "canary-口令-5f1c"
_AUTHENTICATION = {"salt": "c2FsdA==", "challenge": "Y2hhbGxlbmdl"}


def _asked(peer: Peer) -> None:
    peer.send(0, {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1, "authentication": _AUTHENTICATION})
    assert peer.receive()["d"]["authentication"]


def _refuses(peer: Peer) -> None:
    _asked(peer)
    peer.sock.sendall(bytes([0x88, 2]) + (4009).to_bytes(2, "big"))
    peer.wait_for_end()


def _breaks(peer: Peer) -> None:
    _asked(peer)
    peer.reset()


def _babbles(peer: Peer) -> None:
    _asked(peer)
    peer.send_text('{"op": "?", "d": {}}')
    peer.wait_for_end()


def _waits(peer: Peer) -> None:
    _asked(peer)
    peer.wait_for_end()


def _leaves(peer: Peer) -> None:
    """Lets us in, and breaks off in the first question."""
    _asked(peer)
    peer.send(2, {"negotiatedRpcVersion": 1})
    peer.receive()
    peer.send_text("nothing of the kind")
    peer.reset()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (_refuses, "obs.refused"),
        (_breaks, "obs.absent"),
        (_babbles, "obs.port_taken"),
        (_waits, "obs.port_silent"),
        (_leaves, "obs.absent"),
    ],
)
def test_a_connection_that_fails_tells_nobody_the_password(
    script: Callable[[Peer], object],
    told: str,
    desk: Desk,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level("DEBUG")
    server = Scripted(script)
    service = desk.serve(server.port, lambda: CANARY)
    desk.until(lambda: told in desk.faults(), 5, told)
    service.stop()
    look = look_at_obs("127.0.0.1", server.port, CANARY)
    server.close()
    said = [caplog.text, *capfd.readouterr(), repr(look), repr(desk.commands), repr(desk.statuses)]
    assert look.why == told
    assert not [text for text in said if CANARY in text]


def test_an_unexpected_error_in_connecting_logs_no_password(
    desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its stack is logged, and what the stack's calls were given is not."""
    caplog.set_level("DEBUG")

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("livedesk.services.obs.service.Link", fails)
    service: ObsService = desk.serve(1, lambda: CANARY)
    desk.until(lambda: "out of order" in caplog.text, 3, "logged")
    service.stop()
    assert CANARY not in caplog.text
    assert CANARY not in repr(desk.commands)


def test_a_keyring_that_fails_tells_nobody_the_password(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")

    class Talkative(KeyringBackend):
        """Puts what it was given into its error."""

        priority = 1.0

        def get_password(self, service: str, username: str) -> str | None:
            raise RuntimeError(f"{service} {username}")

        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError(f"{username} {password}")

        def delete_password(self, service: str, username: str) -> None:
            raise RuntimeError(username)

    before = keyring.get_keyring()
    keyring.set_keyring(Talkative())
    try:
        assert not keep_password(CANARY)
    finally:
        keyring.set_keyring(before)
    assert not [text for text in (caplog.text, *capfd.readouterr()) if CANARY in text]


def _everything(folder: Path) -> bytes:
    """What all files of a folder hold, archives (xlsx, docx) unpacked."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            found.append(path.read_bytes())
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found += [archive.read(name) for name in archive.namelist()]
    return b"".join(found)


def _run(verbs: list[list[str]]) -> tuple[list[int], bytes]:
    """Run verbs one after another in a process of their own, with the canary for a password; their exit codes, and
    all that was said."""
    body = (
        "import json, sys; from livedesk.app.main import main; codes = [main(v) for v in json.loads(sys.argv[1])];"
        "print(); print(json.dumps(codes))"
    )
    done = subprocess.run(
        [sys.executable, "-c", body, json.dumps(verbs)],
        capture_output=True,
        timeout=120,
        check=True,
        env={**os.environ, "LIVEDESK_OBS_PASSWORD": CANARY},
    )
    return json.loads(done.stdout.splitlines()[-1]), done.stdout + done.stderr


@pytest.mark.obs
def test_nothing_that_leaves_the_desk_holds_the_password(real_obs: RealObs, tmp_path: Path) -> None:
    """After a show with the right one: reports, exports, backups, and the command lines of the desk's processes;
    then with a wrong one in the verbs."""
    data, out = tmp_path / "data", tmp_path / "out"
    out.mkdir()
    with desk_on(data, real_obs) as process:
        process.until(obs="ready", phase="preparing")
        show = process.last["show"]
        go_live(process)
        advance(process)
        process.see(lambda line: line["take"]["result"] == "confirmed", 5, "confirmed")
        process.call("open_prompter")
        pids = process.see(lambda line: line["prompters"], 20, "a process of the desk's")["prompters"]
        lines = b"".join(Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids)
        process.call("close_prompter")
        process.see(lambda line: not line["prompters"], 10, "it would outlive the desk")
        process.until(5, pending=0)
    verbs = [
        ["check", show],
        ["export", show, "-o", out / "show.json"],
        ["export", show, "-o", out / "show.xlsx"],
        ["report", 1, "-o", out / "run.html"],
        ["report", 1, "-o", out / "run.csv"],
        ["backup"],
        ["doctor"],
        ["rehearse", show, "--obs", f"{real_obs.host}:{real_obs.port}"],
    ]
    codes, said = _run([[*map(str, verb), "--data", str(data)] for verb in verbs])
    assert codes == [0] * 7 + [EXIT_REFUSED]
    kept = _everything(data) + _everything(out) + lines + said
    for secret in (real_obs.password, CANARY):
        assert secret.encode() not in kept
