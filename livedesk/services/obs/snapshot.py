"""Reads the whole of OBS into the mirror: in two batches, or three where scenes hold groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import LinkError, NoAnswerError, ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror, scenes_batch, snapshot_batch
from livedesk.services.obs.scene_items import group_batch

Done = Callable[[LinkError | None], object]
_Told = Future[list[Answer | ObsError]]


class SnapshotReader:
    """Runs on the loop. ``done`` hears None when the mirror holds everything; ObsError where OBS is still loading or
    between two collections, NoAnswerError where it is silent, LinkError where the link has ended."""

    def __init__(self, loop: Loop, mirror: Mirror) -> None:
        self._loop = loop
        self._mirror = mirror

    def read(self, client: ObsClient, done: Done, *, with_program: bool) -> None:
        """Read everything; the scene on air only ``with_program``."""
        asked = client.ask_batch(snapshot_batch(), halt=False)
        self._loop.when_done(asked, lambda told: self._told(client, told, done, with_program))

    def _told(self, client: ObsClient, told: _Told, done: Done, with_program: bool) -> None:
        try:
            self._mirror.load(told.result(), with_program=with_program)
        except (ObsError, NoAnswerError, LinkError) as failure:
            done(failure)
            return
        scenes = self._mirror.listed
        asked = client.ask_batch(scenes_batch(scenes), halt=False)
        self._loop.when_done(asked, lambda more: self._scenes_told(client, scenes, more, done))

    def _scenes_told(self, client: ObsClient, scenes: Sequence[str], told: _Told, done: Done) -> None:
        """Without this part a take only says less; the heartbeat finds a silent OBS."""
        if told.exception() is not None:
            done(None)
            return
        self._mirror.load_scenes(scenes, told.result())
        groups = self._mirror.items.groups
        if not groups:
            done(None)
            return
        asked = client.ask_batch(group_batch(groups), halt=False)
        self._loop.when_done(asked, lambda more: self._groups_told(groups, more, done))

    def _groups_told(self, groups: Sequence[str], told: _Told, done: Done) -> None:
        if told.exception() is None:
            self._mirror.items.load_groups(groups, told.result())
        done(None)
