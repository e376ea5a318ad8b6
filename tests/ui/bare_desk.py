"""A desk without services behind it: what its tests look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from livedesk.domain.clock import to_ms
from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.settings import Settings
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.actions import Actions
from livedesk.ui.context import DeskContext
from tests.unit.hand_clock import HandClock

START_MS = to_ms(datetime(2026, 11, 25, 12, tzinfo=UTC))


@dataclass
class DeskServices:
    """Stands in for app: keeps what it was asked to."""

    data_folder: Path
    saved: list[Settings] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    tested: list[tuple[str, int, str | None]] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)
    obs_error: UserError | None = None
    open_error: UserError | None = None

    def save_settings(self, settings: Settings) -> None:
        """Remember the settings."""
        self.saved.append(settings)

    def retry_obs(self) -> None:
        """Remember."""
        self.deeds.append("retry_obs")

    def free_obs(self) -> None:
        """Remember."""
        self.deeds.append("free_obs")

    def open_prompter(self) -> None:
        """Remember."""
        self.deeds.append("open_prompter")

    def open_show(self, show_id: str) -> None:
        """Remember, or refuse."""
        if self.open_error is not None:
            raise self.open_error
        self.deeds.append(f"open_show {show_id}")

    def keep_obs_password(self, password: str) -> str:
        """Remember the password in memory."""
        self.passwords.append(password)
        return "memory"

    def test_obs(self, host: str, port: int, password: str | None) -> str:
        """Answer as OBS would, or refuse."""
        self.tested.append((host, port, password))
        if self.obs_error is not None:
            raise self.obs_error
        return "29.0.2"


@dataclass
class Desk:
    """A context with what tests look at."""

    context: DeskContext
    clock: HandClock
    services: DeskServices
    sent: list[Command]

    def publish(self, snapshot: SessionSnapshot | object) -> None:
        """Post as a service would, and deliver."""
        self.context.bridge.post(snapshot)
        QApplication.processEvents()

    def later(self) -> None:
        """So long after what was pressed that no key and no button bounces any more."""
        forget(self.context.actions)


def forget(actions: Actions) -> None:
    """The time is over in which a second press is a bounce."""
    actions.bounces._asked.clear()
