"""How much the lights of the top bar say in the room that is left for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from livedesk.ui.widgets.light import LightState, Mark

FIRST_SHORT = ("data", "checks", "prompter", "obs", "output")
"""The order in which lights give up words: what presses least on air goes first."""
SLACK = 40
"""Pixels that must be left over before words come back, so that a figure that grows makes nothing flicker."""


class LightRoom:
    """Remembers how many words were given up last."""

    def __init__(self) -> None:
        self._given_up = 0

    def fit(
        self,
        states: Mapping[str, LightState],
        width: Callable[[str], int],
        room: int,
        *,
        long: bool,
    ) -> Mapping[str, str]:
        """The words of each light so that all of them fit into ``room`` (pixels); ``width`` measures a light with such
        words, ``long`` allows the long form. Faults keep their words longest. Only where the fewest words of all are
        too many some are empty: their marks alone."""
        words = {name: state.text if long else state.short for name, state in states.items()}
        order = [name for name in FIRST_SHORT if name in states]
        steps = [(name, states[name].short) for name in order] if long else []
        calm = sorted(order, key=lambda name: states[name].mark is Mark.FAULT)
        steps += [(name, states[name].least) for name in calm if states[name].least]
        steps += [(name, "") for name in calm]
        given_up = 0
        for name, fewer in steps:
            spare = room - sum(width(text) for text in words.values())
            if spare >= (SLACK if given_up < self._given_up else 0):
                break
            words[name] = fewer
            given_up += 1
        self._given_up = given_up
        return words
