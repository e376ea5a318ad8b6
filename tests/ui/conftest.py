"""Shared by the tests of the interface: one look, a desk with a clock that tests move, no leaks."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from livedesk.domain.clock import to_ms
from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.settings import Settings
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui import fonts, i18n, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import Theme, load_theme
from tests.unit.hand_clock import HandClock

ROOT = Path(__file__).resolve().parents[2]
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


@pytest.fixture(scope="session", autouse=True)
def _translations() -> None:
    """Build the .qm once."""
    subprocess.run([sys.executable, ROOT / "packaging" / "i18n.py", "release"], check=True, cwd=ROOT)


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    """The bundled font, so that pictures are the same on every machine."""
    return fonts.load_bundled()


@pytest.fixture(params=["dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication, family: str) -> Theme:
    """The dark look, applied to the application."""
    made = load_theme(request.param)
    style.apply(qapp, made, family)
    return made


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Chinese unless the test asks for another by an indirect parameter; English again afterwards."""
    yield i18n.install(qapp, getattr(request, "param", i18n.CHINESE))
    i18n.install(qapp, i18n.ENGLISH)


@pytest.fixture
def desk(qapp: QApplication, theme: Theme, family: str, tmp_path: Path) -> Iterator[Desk]:
    """A desk without services behind it: commands are collected in ``sent``."""
    clock, services, sent = HandClock(START_MS), DeskServices(tmp_path), list[Command]()
    bridge = Bridge()
    background = Background()
    context = DeskContext(
        bridge=bridge, actions=Actions(bridge), theme=theme, family=family, clock=clock, dispatch=sent.append,
        settings=Settings(), operator=lambda: Settings().operator, services=services, background=background,  # type: ignore[arg-type]  # tests add the rest
    )  # fmt: skip
    yield Desk(context, clock, services, sent)
    background.close()
    background.deleteLater()
    bridge.deleteLater()


@pytest.fixture(autouse=True)
def _no_leaks(qapp: QApplication) -> Iterator[None]:
    """Every top-level widget that a test makes is gone after it, by itself (qtbot closes what it was given)."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    left = []
    for _ in range(20):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
        if not left:
            return
        gc.collect()
    kept = {f"{type(widget).__name__} {widget.objectName()!r}" for widget in left}
    for widget in left:
        widget.deleteLater()
    del left
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pytest.fail(f"widgets are left: {', '.join(sorted(kept))}")
