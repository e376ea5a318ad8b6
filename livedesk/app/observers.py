"""What follows the session by itself: the prompter's feed and the probes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from livedesk.app.latest import Latest
from livedesk.domain.claim_rules import ClaimRule
from livedesk.domain.ports import Clock, Media
from livedesk.domain.prompt import PromptFeed
from livedesk.domain.prompting import prompt_feed
from livedesk.domain.run import Phase
from livedesk.domain.status import LinkState, PictureStatus
from livedesk.services.pictures import missing_pictures
from livedesk.services.probe_hold import ProbeHold
from livedesk.services.probes import BY_PROBE, Sight, disk_free_gb, marks_to_make
from livedesk.services.session.thread import ShowThread

PROBE_EVERY_S = 3.0


class PrompterFeeder:
    """Makes the prompter's feed of the newest snapshot and hands it over."""

    def __init__(
        self,
        clock: Clock,
        latest: Latest,
        show: Callable[[PromptFeed], None],
        *,
        cpm: Callable[[], int],
        rules: tuple[ClaimRule, ...],
    ) -> None:
        self._clock = clock
        self._latest = latest
        self._show = show
        self._cpm = cpm
        self._rules = rules
        self._seq = 0

    def feed(self) -> None:
        """Make and send one feed. Called in one thread."""
        snapshot = self._latest.snapshot
        if snapshot is None:
            return
        self._seq += 1
        now, state = self._clock.now(), snapshot.state
        run_now = snapshot.now(now)
        t_ms = run_now.wall_ms if state.run.phase is Phase.NONE else state.run.time(run_now)
        numbers = self._latest.numbers
        sold = numbers.sold if numbers is not None else {}
        feed = prompt_feed(state, t_ms, now, self._seq, sold=sold, cpm=self._cpm(), rules=self._rules)
        lapse = snapshot.rehearsing.lapse if snapshot.rehearsing is not None else None
        if lapse is not None:
            # The prompter counts by its own clock: at another speed its figures stand, and go on with each feed.
            feed = replace(feed, counting=feed.counting and lapse.rate == 1, start_in_ms=None)
        self._show(feed)


class ProbeRound:
    """Asks the automatic checks every few seconds, and whenever a person wants it, in a thread of its own; which
    pictures are missing is published as well."""

    def __init__(
        self,
        clock: Clock,
        latest: Latest,
        show: ShowThread,
        publish: Callable[[object], None],
        folder: Path,
        media: Media,
    ) -> None:
        self._clock = clock
        self._latest = latest
        self._show = show
        self._folder = folder
        self._media = media
        self._publish = publish
        self._pictures = PictureStatus()
        self._hold = ProbeHold()
        self._wanted = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._main, name="probes", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def again(self) -> None:
        """Ask every check now, and mark it even if its answer is the same."""
        self._wanted.set()

    def stop(self) -> None:
        """End the thread."""
        self._stopping = True
        self._wanted.set()
        self._thread.join(5.0)

    def _main(self) -> None:
        while not self._stopping:
            every = self._wanted.wait(PROBE_EVERY_S)
            self._wanted.clear()
            if not self._stopping:
                self._ask(every=every)

    def _ask(self, *, every: bool) -> None:
        snapshot = self._latest.snapshot
        if snapshot is None or snapshot.resuming or snapshot.state.run.phase in (Phase.NONE, Phase.ENDED):
            return
        if snapshot.rehearsing is not None:
            # The checks are those of the show that is being prepared: a rehearsal answers none.
            return
        missing = missing_pictures(snapshot.state.show, self._media)
        pictures = PictureStatus(snapshot.state.show.id, missing)
        if pictures != self._pictures:
            self._pictures = pictures
            self._publish(pictures)
        sight = Sight(
            card=self._latest.card,
            show=snapshot.state.show,
            now_ms=self._clock.now().wall_ms,
            obs=self._latest.obs,
            feed=self._latest.feed,
            prompter=self._latest.prompter,
            save=snapshot.save,
            disk_gb=disk_free_gb(self._folder),
            pictures_missing=missing,
        )
        known = snapshot.state.run.checks
        marks = marks_to_make(sight, known, every=every)
        mono_ms, linked = self._clock.now().mono_ms, sight.obs.link is LinkState.READY
        for mark in self._hold.ripe(marks, sight.show, known, mono_ms, linked=linked, asked=every):
            self._show.tell(mark, BY_PROBE)
