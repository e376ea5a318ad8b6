"""The services that look outside, put together: OBS, feeds, prompter, planned jobs, probes.

Loaded and started after the desk's window shows its show: none of them is needed for that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from livedesk.app.latest import Latest
from livedesk.app.observers import ProbeRound, PrompterFeeder
from livedesk.app.run_feeds import RunFeeds
from livedesk.app.tape import Tape
from livedesk.domain.commands import Command, ShowFault
from livedesk.domain.errors import UserError
from livedesk.domain.events import OBS
from livedesk.domain.health import HealthRule, parse_rules
from livedesk.domain.ports import Clock
from livedesk.domain.settings import Settings
from livedesk.services.aio import AsyncLoop
from livedesk.services.card_mappings import card_mappings
from livedesk.services.claims import load_claims
from livedesk.services.obs.password import find_password
from livedesk.services.obs.service import ObsService
from livedesk.services.prompter.process import prompter_command
from livedesk.services.prompter.service import PrompterService
from livedesk.services.rules_file import rules_or_presets
from livedesk.services.scheduler import BACKUP_EVERY, FIRST_BACKUP, Scheduler
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui.resources import resource

PROMPTER = "prompter"
FEED_EVERY_S = 2.0


class Outside:
    """Everything beyond the store and the show thread. ``settings`` gives those of now, ``tell`` takes
    a service's command and its name, ``password`` gives the OBS password of this run (empty: the kept one),
    ``tape_of`` the recorded audience of a show; ``language`` is the prompter's (empty: the system's)."""

    def __init__(
        self,
        store: Store,
        settings: Callable[[], Settings],
        clock: Clock,
        latest: Latest,
        show: ShowThread,
        publish: Callable[[object], None],
        tell: Callable[[Command, str], None],
        password: Callable[[], str],
        back_up: Callable[[], None],
        tape_of: Callable[[str], Tape | None],
        language: str,
    ) -> None:
        self._store = store
        now = settings()
        self._back_up = back_up
        self.loop = AsyncLoop()
        self.obs = ObsService(
            now.obs_host,
            now.obs_port,
            lambda: find_password(password()),
            lambda command: tell(command, OBS),
            publish,
            rules=_health_rules(store.folder.root / "obs_alerts.toml", lambda command: tell(command, OBS)),
        )
        self.obs.sound.watch(now.sound_watch)
        speak = ("--language", language) if language else ()
        self.prompter = PrompterService(
            store.folder.root,
            publish,
            lambda command: tell(command, PROMPTER),
            loop=self.loop,
            clock=clock,
            command=(*prompter_command(store.folder.root), *speak),
        )
        self._feeder = PrompterFeeder(
            clock,
            latest,
            self.prompter.show,
            cpm=lambda: settings().prompter_cpm,
            rules=load_claims(resource("claims")),
        )
        self.feeds = RunFeeds(
            store, now, clock, latest, self.loop, publish, tell, resource("alerts", "default.toml"), tape_of
        )
        self.scheduler = Scheduler(publish)
        self.probes = ProbeRound(clock, latest, show, publish, store.folder.root, store.media)

    def start(self) -> None:
        """Start every thread; OBS, feeds and prompter begin to connect."""
        self.loop.start()
        self.scheduler.start()
        self.scheduler.every("backup", BACKUP_EVERY, FIRST_BACKUP, self._back_up)
        self.scheduler.remind(self._store.shows.summaries())
        self.prompter.start()
        self.loop.spawn(self._keep_fed())
        self.obs.map_cards(card_mappings(self._store.kept))
        self.obs.start()
        self.probes.start()

    async def _keep_fed(self) -> None:
        """What the prompter says of time and stock goes on though nothing happens."""
        while True:
            self._feeder.feed()
            await asyncio.sleep(FEED_EVERY_S)

    def feed_prompter(self) -> None:
        """Send the prompter what is new. Returns at once."""
        self.loop.call(self._feeder.feed)

    def configure(self, before: Settings, settings: Settings) -> None:
        """Use other addresses from now on."""
        if (before.obs_host, before.obs_port) != (settings.obs_host, settings.obs_port):
            self.obs.configure(settings.obs_host, settings.obs_port)
        self.feeds.configure(settings)
        self.feed_prompter()

    def stop(self) -> None:
        """End everything but the prompter's process, whose text goes on."""
        self.probes.stop()
        self.scheduler.stop()
        self.obs.stop()
        self.feeds.stop()
        self.prompter.stop()
        self.loop.stop()


def _health_rules(own: Path, tell: Callable[[Command], None]) -> tuple[HealthRule, ...]:
    """The rules of OBS's health; the presets, and a word about it, where the room's own file cannot be read."""

    def refused(error: UserError) -> None:
        tell(ShowFault(error.code, tuple((name, str(value)) for name, value in error.params.items())))

    return rules_or_presets(parse_rules, resource("alerts", "obs.toml"), own, refused)
