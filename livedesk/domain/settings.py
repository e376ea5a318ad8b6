"""What a person sets once for the program. Secrets are not here: the OBS password lives in the keyring."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.sound import SoundWatch


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` is ``zh_CN``, ``en`` or empty for the system's; ``theme`` ``dark`` or ``light``. ``operator``
    is the role (or name) that the log writes. ``relay_url`` empty: no relay. ``orders_folder`` empty: order files
    are chosen by hand. ``record_relay``: keep every message of the relay as it came, in ``recordings/`` of the data
    folder, with people's names in it. ``prompter_cpm`` is the reading speed in characters a minute. ``sample_show``
    is the id of the sample show, where it was opened; ``sound_watch`` what is warned of in OBS's sound."""

    language: str = ""
    theme: str = "dark"
    operator: str = "导播"
    obs_host: str = "127.0.0.1"
    obs_port: int = 4455
    relay_url: str = ""
    orders_folder: str = ""
    record_relay: bool = False
    prompter_cpm: int = 260
    sample_show: str = ""
    sound_watch: SoundWatch = SoundWatch()
