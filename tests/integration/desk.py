"""Stands where session and desk stand: holds an ObsService and keeps everything that it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardInventory
from livedesk.domain.commands import ClearFault, Command, ReportChange, ReportManual, ReportTake, ShowFault
from livedesk.domain.effects import ObsTake
from livedesk.domain.events_desk import HandKind
from livedesk.domain.health import HealthRule
from livedesk.domain.rundown import TransitionKind
from livedesk.domain.sound import SoundLevels, SoundWatch
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus
from livedesk.services.obs.service import ObsService, Published
from tests.integration.obs import RealObs, wait_for

C = TypeVar("C")


class Desk:
    """``commands`` and ``statuses`` in order, each with the monotonic second at which it came."""

    def __init__(self) -> None:
        self.commands: list[tuple[float, Command]] = []
        self.statuses: list[tuple[float, ObsStatus]] = []
        self.pictures: list[ObsPicture] = []
        self.inventories: list[CardInventory] = []
        self.levels: list[SoundLevels] = []
        self.watches: list[SoundWatch] = []
        self.raising = False
        self._services: list[ObsService] = []
        self._takes = 0

    def connect(
        self,
        obs: RealObs,
        *,
        port: int | None = None,
        password: Callable[[], str] | None = None,
        rules: Sequence[HealthRule] = (),
    ) -> ObsService:
        """A started service for this OBS, on another port where a relay stands between."""
        secret = password or (lambda: obs.password)
        return self.serve(obs.port if port is None else port, secret, obs.config, rules)

    def serve(
        self,
        port: int,
        password: Callable[[], str] = lambda: "",
        config: Path | None = None,
        rules: Sequence[HealthRule] = (),
    ) -> ObsService:
        """A started service for whatever listens at this port."""
        service = ObsService(
            "127.0.0.1", port, password, self._post, self._publish, config_dir=config, rules=rules
        )
        self._services.append(service)
        service.start()
        return service

    def ready(self, obs: RealObs, *, port: int | None = None) -> ObsService:
        """A service that is READY."""
        service = self.connect(obs, port=port)
        self.until(lambda: service.status.link is LinkState.READY, 5, "READY")
        return service

    def close(self) -> None:
        """Stop what was started."""
        for service in self._services:
            service.stop()

    def _post(self, command: Command) -> None:
        if self.raising:
            raise RuntimeError("a callback that raises")
        self.commands.append((monotonic(), command))

    def _publish(self, told: Published) -> None:
        match told:
            case ObsStatus():
                self.statuses.append((monotonic(), told))
            case ObsPicture():
                self.pictures.append(told)
            case CardInventory():
                self.inventories.append(told)
            case SoundLevels():
                self.levels.append(told)
            case SoundWatch():
                self.watches.append(told)

    def go(
        self,
        service: ObsService,
        scene: str,
        *texts: tuple[CardSlot, str],
        fade_ms: int | None = None,
        urgent: bool = False,
    ) -> int:
        """Send a take; returns its number."""
        self._takes += 1
        kind = TransitionKind.CUT if fade_ms is None else TransitionKind.FADE
        take = ObsTake(self._takes, scene, kind, fade_ms or 0, urgent=urgent)
        service.take(take, CardTexts(texts))
        return self._takes

    def go_as(self, service: ObsService, number: int, scene: str) -> int:
        """Send a cut under a number of one's own."""
        service.take(ObsTake(number, scene), CardTexts())
        return number

    def all(self, kind: type[C]) -> list[C]:
        """The commands of a kind, in order."""
        return [command for _, command in list(self.commands) if isinstance(command, kind)]

    def reports(self, take: int) -> list[ReportTake]:
        """What was told about a take."""
        return [report for report in self.all(ReportTake) if report.take == take]

    def report(self, take: int, seconds: float = 3) -> ReportTake:
        """The first report about a take, waiting for it."""
        self.until(lambda: bool(self.reports(take)), seconds, f"a report of take {take}")
        return self.reports(take)[0]

    def manual(self) -> list[str]:
        """The scenes that were called somebody's hand."""
        return [command.scene for command in self.all(ReportManual)]

    def hands(self) -> list[tuple[HandKind, str, bool | None]]:
        """What else somebody's hand changed inside OBS, in order."""
        return [(told.kind, told.what, told.on) for told in self.all(ReportChange)]

    def faults(self) -> list[str]:
        """The faults that are shown now."""
        shown: dict[str, None] = {}
        for _, command in list(self.commands):
            if isinstance(command, ShowFault):
                shown[command.code] = None
            elif isinstance(command, ClearFault):
                shown.pop(command.code, None)
        return list(shown)

    def until(self, check: Callable[[], bool], seconds: float, what: str) -> float:
        """Wait for something; on failure the test says what was told so far."""
        try:
            return wait_for(check, seconds, what)
        except AssertionError as error:
            told = "\n".join(repr(command) for _, command in self.commands[-12:])
            last = self.statuses[-1][1] if self.statuses else None
            raise AssertionError(f"{error}\n{told}\n{last}") from None
