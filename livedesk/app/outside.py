"""The services that look outside, put together: OBS, feeds, prompter, planned jobs, probes.

Loaded and started after the desk's window shows its show: none of them is needed for that.
"""

from __future__ import annotations

from collections.abc import Callable

from livedesk.app.observers import Latest, ProbeRound, PrompterFeeder
from livedesk.app.run_feeds import RunFeeds
from livedesk.app.tape import Tape
from livedesk.domain.commands import Command
from livedesk.domain.ports import Clock
from livedesk.domain.settings import Settings
from livedesk.services.aio import AsyncLoop
from livedesk.services.obs.password import find_password
from livedesk.services.obs.service import ObsService
from livedesk.services.prompter.claims import load_claims
from livedesk.services.prompter.service import PrompterService
from livedesk.services.scheduler import BACKUP_EVERY, Scheduler
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui.resources import resource

OBS, PROMPTER, PLAN = "OBS", "提词", "定时"


class Outside:
    """Everything beyond the store and the show thread. ``tell`` takes a service's command and its name;
    ``password`` gives the OBS password of this run (empty: the kept one)."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        latest: Latest,
        show: ShowThread,
        publish: Callable[[object], None],
        tell: Callable[[Command, str], None],
        password: Callable[[], str],
        back_up: Callable[[], None],
        tape: Tape | None,
    ) -> None:
        self._store = store
        self._back_up = back_up
        self.loop = AsyncLoop()
        self.obs = ObsService(
            settings.obs_host,
            settings.obs_port,
            lambda: find_password(password()),
            lambda command: tell(command, OBS),
            publish,
        )
        self.prompter = PrompterService(
            store.folder.root, publish, lambda command: tell(command, PROMPTER), loop=self.loop
        )
        self._feeder = PrompterFeeder(
            clock,
            latest,
            self.prompter.show,
            cpm=settings.prompter_cpm,
            rules=load_claims(resource("claims", "words.toml")),
        )
        self.feeds = RunFeeds(
            store, settings, clock, self.loop, publish, tell, resource("alerts", "default.toml"), tape
        )
        self.scheduler = Scheduler(tell, publish)
        self.probes = ProbeRound(clock, latest, show, store.folder.root)

    def start(self) -> None:
        """Start every thread; OBS, feeds and prompter begin to connect."""
        self.loop.start()
        self.scheduler.start()
        self.scheduler.every("backup", BACKUP_EVERY, self._back_up)
        self.scheduler.remind(self._store.shows.summaries())
        self.prompter.start()
        self.obs.start()
        self.probes.start()

    def feed_prompter(self) -> None:
        """Send the prompter what is new. Returns at once."""
        self.loop.call(self._feeder.feed)

    def configure(self, before: Settings, settings: Settings) -> None:
        """Use other addresses from now on."""
        if (before.obs_host, before.obs_port) != (settings.obs_host, settings.obs_port):
            self.obs.configure(settings.obs_host, settings.obs_port)
        self.feeds.configure(settings)

    def stop(self) -> None:
        """End everything but the prompter's process, whose text goes on."""
        self.probes.stop()
        self.scheduler.stop()
        self.obs.stop()
        self.feeds.stop()
        self.prompter.stop()
        self.loop.stop()
