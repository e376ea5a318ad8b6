"""The alert rules' file: the presets, a room's own, and one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from livedesk.domain.alerts import parse_rules
from livedesk.domain.errors import UserError
from livedesk.services.rules_file import read_rules

PRESETS = Path(__file__).parents[2] / "resources" / "alerts" / "default.toml"


def test_a_rooms_own_rules_win_over_the_presets(tmp_path: Path) -> None:
    own = tmp_path / "alerts.toml"
    assert {rule.code for rule in read_rules(parse_rules, PRESETS, own)} >= {
        "alert.online_drop",
        "alert.stock_low",
        "alert.feed_stale",
    }
    own.write_text('[[alert]]\ncode = "x"\nkind = "stock"\nthreshold = 0.2\nquiet_s = 60\n')
    (rule,) = read_rules(parse_rules, PRESETS, own)
    assert (rule.code, rule.threshold, rule.quiet_ms, rule.below) == ("x", 0.2, 60_000, True)


@pytest.mark.parametrize("content", [b"[[alert", b"\xff\xfe", b"[[alert]]\nkind = 3\n", b"", b"[alert]\na = 1\n"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "alerts.toml"
    own.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_rules(parse_rules, PRESETS, own)
    assert (caught.value.code, caught.value.params["file"]) == ("alerts.unreadable", "alerts.toml")
    with pytest.raises(UserError):
        read_rules(parse_rules, tmp_path / "none.toml")
