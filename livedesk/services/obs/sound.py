"""The sound of OBS: which inputs give any, their volume and mute straight to OBS, their levels while somebody looks or
a silence is watched for.

Levels are many events a second: they are subscribed to on the connection of the events (Reidentify) only while they
are wanted, and handed on ten times a second at most.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.clock import SECOND
from livedesk.domain.commands import Command, ReportVolume
from livedesk.domain.sound import (
    FLOOR_DB,
    LOUDEST_DB,
    Silence,
    SoundInput,
    SoundLevels,
    SoundWatch,
    listen,
)
from livedesk.services.obs import lamps
from livedesk.services.obs.client import Answer, Event, ObsClient, Subscription
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.lamps import Lamps
from livedesk.services.obs.link import EVENTS
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror

METERS = "InputVolumeMeters"
LEVELS_MS = 100
REST_S = 1.2
"""A volume that has not moved for so long has come to rest; whoever turned it at the desk says so before."""
_PEAK = 1  # of magnitude, peak, and the peak before volume and mute


def decibels(share: float) -> float:
    """A level in dB of full scale, of OBS's factor; nothing at all is :data:`FLOOR_DB`."""
    return max(FLOOR_DB, 20 * math.log10(share)) if share > 0 else FLOOR_DB


def _peak(channels: Sequence[Sequence[float]]) -> float:
    return decibels(max((float(channel[_PEAK]) for channel in channels), default=0.0))


class Sound:
    """``show``, ``watch``, ``on_air``, ``mute`` and ``volume`` may be called from any thread; the rest runs on the
    loop. ``publish`` gets the levels, and the watch where OBS calls one of its inputs anew; ``post`` each volume that
    came to rest."""

    def __init__(
        self,
        loop: Loop,
        mirror: Mirror,
        shown: Lamps,
        publish: Callable[[SoundLevels | SoundWatch], object],
        post: Callable[[Command], object],
    ) -> None:
        self._loop = loop
        self._mirror = mirror
        self._lamps = shown
        self._publish = publish
        self._post = post
        self._commands: ObsClient | None = None
        self._events: ObsClient | None = None
        self._watch = SoundWatch()
        self._silence = Silence()
        self._shown = self._on_air = self._subscribed = False
        self._peaks: dict[str, float] = {}
        self._told_ms = 0
        self._turning: dict[str, Timer] = {}
        self._asking: dict[str, float | None] = {}  # a volume is at OBS, and the newest one behind it

    def show(self, on: bool) -> None:
        """Publish levels from now on, or no more."""
        self._loop.post(lambda: self._set_shown(on))

    def watch(self, watch: SoundWatch) -> None:
        """Warn of these silences."""
        self._loop.post(lambda: self._set_watch(watch))

    def on_air(self, on: bool) -> None:
        """The show went on air, or off: silence off air is nobody's fault."""
        self._loop.post(lambda: self._set_on_air(on))

    def mute(self, name: str, on: bool) -> None:
        """Mute an input, or take its mute off; OBS's own word is its status."""
        self._send(requests.SetInputMute(inputName=name, inputMuted=on))

    def volume(self, name: str, volume_db: float) -> None:
        """Set the volume of an input in dB; OBS's own word is its status."""
        wanted = min(LOUDEST_DB, max(FLOOR_DB, volume_db))
        self._loop.post(lambda: self._turn(name, wanted))

    def _send(self, request: Baserequests) -> None:
        self._loop.post(lambda: self._commands.ask(request) if self._commands is not None else None)

    # On the loop.

    def connect(self, commands: ObsClient | None, events: ObsClient | None) -> None:
        """The link is up (None: gone; then nobody knows who is silent)."""
        self._commands, self._events = commands, events
        self._subscribed = False
        self._silence = Silence()
        self._peaks.clear()
        self._asking.clear()
        for name in tuple(self._turning):
            self._stops(name)
        if commands is None:
            self._mirror.status = replace(self._mirror.status, sounds=())
            self._tell((), ())
        self._subscribe()

    def refresh(self) -> None:
        """Ask for volume and mute of every input: those that give no sound have none."""
        if self._commands is None:
            return
        names = self._mirror.status.inputs
        batch: list[Baserequests] = []
        for name in names:
            batch += [requests.GetInputVolume(inputName=name), requests.GetInputMute(inputName=name)]
        if not batch:
            self._set(())
            return
        asked = self._commands.ask_batch(batch, halt=False)
        self._loop.when_done(asked, lambda done: self._refreshed(names, done))

    def _refreshed(self, names: tuple[str, ...], done: Future[list[Answer | ObsError]]) -> None:
        if done.exception() is not None or self._commands is None:
            return
        answers = done.result()
        found = []
        for name, volume, mute in zip(names, answers[::2], answers[1::2], strict=False):
            if not isinstance(volume, ObsError) and not isinstance(mute, ObsError):
                level = max(FLOOR_DB, float(volume["inputVolumeDb"]))
                found.append(SoundInput(name, bool(mute["inputMuted"]), level))
        self._set(tuple(found))

    def follow(self, event: Event) -> None:
        """Take over what OBS says of an input."""
        data = event.data
        match event.name:
            case "InputMuteStateChanged":
                self._change(str(data["inputName"]), muted=bool(data["inputMuted"]))
            case "InputVolumeChanged":
                level = max(FLOOR_DB, float(data["inputVolumeDb"]))
                self._change(str(data["inputName"]), volume_db=level)
                self._moves(str(data["inputName"]))
            case "InputNameChanged":
                before, after = str(data["oldInputName"]), str(data["inputName"])
                if before in self._watch.inputs:
                    self._set_watch(self._watch.renamed(before, after))
                    self._publish(self._watch)

    def _turn(self, name: str, wanted: float) -> None:
        """One volume of an input at OBS at a time: it works several requests off at once, in no order."""
        commands = self._commands
        if commands is None:
            return
        if name in self._asking:
            self._asking[name] = wanted
            return
        self._asking[name] = None

        def answered(_: Future[Answer]) -> None:
            if commands is self._commands and (waiting := self._asking.pop(name)) is not None:
                self._turn(name, waiting)

        asked = commands.ask(requests.SetInputVolume(inputName=name, inputVolumeDb=wanted))
        self._loop.when_done(asked, answered)

    def _moves(self, name: str) -> None:
        """A slider is many steps, of which the last is told."""
        self._stops(name)
        self._turning[name] = self._loop.later(REST_S, lambda: self._rests(name))

    def _stops(self, name: str) -> None:
        before = self._turning.pop(name, None)
        if before is not None:
            before.cancel()

    def _rests(self, name: str) -> None:
        """OBS sends its events in no order either: where the input stands now is asked."""
        self._turning.pop(name, None)
        if self._commands is not None:
            asked = self._commands.ask(requests.GetInputVolume(inputName=name))
            self._loop.when_done(asked, lambda done: self._rested(name, done))

    def _rested(self, name: str, done: Future[Answer]) -> None:
        if name in self._turning or done.exception() is not None:
            return
        level = max(FLOOR_DB, float(done.result()["inputVolumeDb"]))
        self._change(name, volume_db=level)
        if any(item.name == name for item in self._mirror.status.sounds):
            self._post(ReportVolume(name, level))

    def levels(self, event: Event) -> None:
        """Take over an event of levels."""
        for item in event.data["inputs"]:
            name = str(item["inputName"])
            self._peaks[name] = max(self._peaks.get(name, FLOOR_DB), _peak(item["inputLevelsMul"]))
        at_ms = round(event.at * SECOND)
        if at_ms - self._told_ms < LEVELS_MS or not self._subscribed:
            return
        told = SoundLevels(at_ms, self._peaks)
        self._told_ms, self._peaks = at_ms, {}
        if self._on_air:
            self._silence = listen(self._watch, self._silence, told, self._muted())
            self._tell(self._silence.silent, self._muted())
        if self._shown:
            self._publish(told)

    def _muted(self) -> tuple[str, ...]:
        return tuple(
            item.name for item in self._mirror.status.sounds if item.muted and item.name in self._watch.inputs
        )

    def _look_muted(self) -> None:
        """A mute is told without waiting for a level."""
        if self._on_air and self._commands is not None:
            self._tell(tuple(name for name in self._silence.silent if name not in self._muted()), self._muted())

    def _tell(self, silent: tuple[str, ...], muted: tuple[str, ...]) -> None:
        for code, names in ((lamps.SILENT, silent), (lamps.MUTED, muted)):
            if names:
                self._lamps.show(code, input=" · ".join(names), seconds=str(self._watch.after_s))
            else:
                self._lamps.clear(code)

    def _set_shown(self, on: bool) -> None:
        self._shown = on
        self._subscribe()

    def _set_on_air(self, on: bool) -> None:
        self._on_air = on
        self._silence = Silence()
        if not on:
            self._tell((), ())
        self._subscribe()
        self._look_muted()

    def _set_watch(self, watch: SoundWatch) -> None:
        self._watch = watch
        kept = {name: at for name, at in self._silence.since.items() if name in watch.inputs}
        silent = tuple(name for name in self._silence.silent if name in watch.inputs)
        self._silence = Silence(kept, silent)
        self._subscribe()
        self._look_muted()

    def _subscribe(self) -> None:
        wanted = self._shown or (self._on_air and bool(self._watch.inputs))
        if self._events is None or wanted is self._subscribed:
            return
        self._subscribed = wanted
        self._peaks.clear()
        self._events.subscribe(EVENTS | Subscription.METERS if wanted else EVENTS)

    def _change(self, name: str, **changes: object) -> None:
        known = self._mirror.status.sounds
        self._set(
            tuple(
                replace(item, **changes) if item.name == name else item  # type: ignore[arg-type]  # its fields
                for item in known
            )
        )

    def _set(self, sounds: tuple[SoundInput, ...]) -> None:
        if sounds != self._mirror.status.sounds:
            self._mirror.status = replace(self._mirror.status, sounds=sounds)
            self._look_muted()
