"""The way out of an output that froze in a transition."""

from __future__ import annotations

from obswebsocket import requests

from livedesk.services.obs.client import ObsClient
from livedesk.services.obs.loop import Loop


def toggle_studio(loop: Loop, client: ObsClient, studio: bool) -> None:
    """Switch studio mode there and back, which frees the output. ``studio`` is how it stands now."""
    there = client.ask(requests.SetStudioModeEnabled(studioModeEnabled=not studio))
    loop.when_done(there, lambda _: client.ask(requests.SetStudioModeEnabled(studioModeEnabled=studio)))
