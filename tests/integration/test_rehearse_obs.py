"""A rehearsal over the real OBS: every take is confirmed by OBS's own event."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.integration.obs import RealObs

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def livedesk(data: Path, *arguments: object, code: int = 0, **environment: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "livedesk.app.main", *map(str, arguments), "--json", "--data", str(data)]
    env = {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=env)
    assert done.returncode == code, done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


@pytest.mark.obs
def test_the_sample_show_drives_obs_and_every_take_is_confirmed(tmp_path: Path, real_obs: RealObs) -> None:
    show = livedesk(tmp_path, "import", next(SAMPLES.glob("*.xlsx")))["show"]
    where = f"{real_obs.host}:{real_obs.port}"
    played = livedesk(
        tmp_path, "rehearse", show, "--speed", "max", "--obs", where, LIVEDESK_OBS_PASSWORD=real_obs.password
    )
    rows = livedesk(tmp_path, "log", played["run"])["rows"]
    aired = [row for row in rows if row["kind"] == "segment"]
    assert played["aired"] == len(aired) == played["obs"]["takes"] == played["obs"]["confirmed"]
    assert played["obs"]["unknown"] == 0
    assert {row["result"] for row in aired} == {"confirmed"}
    assert all(row["confirmed"] for row in aired)
    assert played["ended"] == played["planned_end"]


@pytest.mark.obs
def test_a_rehearsal_that_is_to_drive_obs_says_what_keeps_it(tmp_path: Path, real_obs: RealObs) -> None:
    show = livedesk(tmp_path, "import", next(SAMPLES.glob("*.xlsx")))["show"]
    where = f"{real_obs.host}:{real_obs.port}"
    wrong = livedesk(tmp_path, "rehearse", show, "--obs", where, code=1, LIVEDESK_OBS_PASSWORD="not this one")
    assert wrong["error"]["code"] == "obs.refused"
    absent = livedesk(tmp_path, "rehearse", show, "--obs", "127.0.0.1:9", code=1)
    assert absent["error"]["code"] == "obs.absent"
    assert "127.0.0.1:9" in absent["error"]["message"]
    assert livedesk(tmp_path, "runs") == {"runs": []}
