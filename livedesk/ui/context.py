"""What every workspace is handed: one frozen bundle instead of globals.

A workspace is a :class:`Workspace` made with a :class:`DeskContext`. It subscribes to what it shows
(``context.bridge.subscribe(ObsStatus, self.on_obs)``), asks for changes with ``context.dispatch(command)``, and
does slow work with ``context.background.run(work, done, failed)``. The main window calls ``on_snapshot`` with
every :class:`SessionSnapshot` and ``on_tick`` four times a second while the workspace is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from livedesk.domain.commands import Command
from livedesk.domain.ports import Clock, Feeds, Media, Runs, Shows
from livedesk.domain.settings import Settings
from livedesk.domain.timetable import Timetable
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.theme import Theme


class Services(Protocol):
    """What the program can do for the interface; app implements it. Everything here may touch the disk or the
    network: call it through ``context.background``, except where it says otherwise. Errors are UserErrors."""

    @property
    def shows(self) -> Shows:
        """The documents."""
        ...

    @property
    def runs(self) -> Runs:
        """The runs and their journals."""
        ...

    @property
    def feeds(self) -> Feeds:
        """Audience events and orders."""
        ...

    @property
    def media(self) -> Media:
        """Product pictures."""
        ...

    @property
    def data_folder(self) -> Path:
        """Where this program keeps its data. Returns at once."""
        ...

    def open_show(self, show_id: str) -> None:
        """Put a show on the desk; a snapshot of it follows through the bridge."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings."""
        ...

    def keep_obs_password(self, password: str) -> str:
        """Keep OBS's password; returns where: ``keyring``, or ``memory`` (this run only)."""
        ...

    def test_obs(self, host: str, port: int, password: str | None) -> str:
        """Connect to OBS once and return its version; None uses the password that is kept."""
        ...


@dataclass(frozen=True, slots=True)
class DeskContext:
    """``dispatch`` takes a command from any thread and returns at once. ``settings`` are those of the start:
    language and theme change with the next one. ``family`` is the font family (:mod:`livedesk.ui.fonts`)."""

    bridge: Bridge
    actions: Actions
    theme: Theme
    family: str
    clock: Clock
    dispatch: Callable[[Command], object]
    settings: Settings
    services: Services
    background: Background


@dataclass(frozen=True, slots=True)
class Tick:
    """One repaint: the snapshot it was computed from, the timetable at this moment (both None: no show is open),
    the wall clock (epoch ms) and the run's time (ms; before a run is open the wall clock)."""

    snapshot: SessionSnapshot | None
    timetable: Timetable | None
    wall_ms: int
    run_ms: int


class Workspace(QWidget):
    """One page of the desk. Subclasses set ``id`` and ``icon`` and override what they need."""

    id: str = ""
    icon: str = ""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"workspace-{self.id}")

    def title(self) -> str:
        """The name on the rail, translated."""
        raise NotImplementedError

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """The state changed."""

    def on_tick(self, tick: Tick) -> None:
        """Time went on (only while this workspace is shown). Repaint, compute nothing else."""

    def on_shown(self) -> None:
        """The workspace came to the front."""
