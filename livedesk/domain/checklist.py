"""The checks before air: what is checked is part of the show, how it stands is part of the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CheckGroup(StrEnum):
    """摄像, 音频, 灯光, OBS 与网络, 道具与样品, 商品与价格, 账号与权限, 人员."""

    CAMERA = "camera"
    AUDIO = "audio"
    LIGHT = "light"
    OBS = "obs"
    PROPS = "props"
    PRODUCTS = "products"
    ACCOUNT = "account"
    PEOPLE = "people"


class CheckState(StrEnum):
    """OPEN until someone or a probe says otherwise; a waived check keeps who and why in its note."""

    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do: passed, waived or not applicable."""
        return self in (CheckState.PASSED, CheckState.WAIVED, CheckState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One check. ``probe`` names the automatic probe that answers it, empty for a check by hand.
    ``due_ms`` is how long before the planned start it must be done."""

    id: str
    group: CheckGroup
    title: str
    how: str = ""
    critical: bool = False
    owner: str = ""
    due_ms: int = 30 * 60_000
    probe: str = ""


@dataclass(frozen=True, slots=True)
class CheckMark:
    """How a check stands: the last answer, what was seen, who and when (epoch ms)."""

    state: CheckState
    evidence: str
    by: str
    at_ms: int


def open_critical(items: tuple[CheckItem, ...], marks: Mapping[str, CheckMark]) -> tuple[CheckItem, ...]:
    """The critical checks that keep a show off the air: those neither passed, waived nor not applicable."""
    return tuple(
        item for item in items if item.critical and (item.id not in marks or not marks[item.id].state.settled)
    )
