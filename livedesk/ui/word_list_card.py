"""Sentences about the product card in OBS, by code. Chinese as in :mod:`livedesk.ui.word_list`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "card.no_link": QT_TRANSLATE_NOOP("words", "OBS is not connected, or went away; try again once it is there."),
    "card.no_text_kind": QT_TRANSLATE_NOOP(
        "words",
        "This OBS has none of the inputs that the card is made of ({kinds}). Install OBS's text plug-in.",
    ),
    "card.obs_refused": QT_TRANSLATE_NOOP(
        "words",
        "OBS refused ({reason}). Look at the scene collection in OBS, and try again.",
    ),
    "card.output_runs": QT_TRANSLATE_NOOP(
        "words",
        "OBS is streaming, recording or feeding the virtual camera; stop that before you make a scene collection.",
    ),
    "card.show_on_air": QT_TRANSLATE_NOOP("words", "The show is on air: scenes are made when it is over."),
    "card.try_on_air": QT_TRANSLATE_NOOP(
        "words",
        "{input} is seen by the audience now; test it from another scene, or before the show.",
    ),
    "card.twin_group": QT_TRANSLATE_NOOP(
        "words",
        "{scene} holds a group, which OBS shows in one scene only. Take its sources out of the group, then make the "
        "twin.",
    ),
    "card.twin_on_air": QT_TRANSLATE_NOOP(
        "words",
        "The twin of {scene} is on air; take another scene first.",
    ),
}
