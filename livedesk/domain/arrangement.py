"""The scene buttons as a person arranged them: their order, which are hidden, their colours and keys, and how a scene
comes on air by its button. What nobody arranged follows behind, in the order of the show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from livedesk.domain.rundown import Transition

COLOURS = ("", "blue", "green", "violet", "teal", "sky", "mint", "lilac", "grey")
"""The colours of a button by their names; empty for none. Red, yellow and orange mean something on the desk."""
DEFAULT_KEYS = tuple(f"Alt+{number}" for number in range(1, 10))
"""The keys of the first nine buttons, where they have none of their own."""


@dataclass(frozen=True, slots=True)
class ArrangedScene:
    """A button. ``key`` is None for the key of its place, empty for none. ``added`` was put there by a person though
    the show does not use the scene."""

    scene: str
    hidden: bool = False
    colour: str = ""
    key: str | None = None
    added: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``transition`` is how a scene comes by its button; segments have their own."""

    buttons: tuple[ArrangedScene, ...] = ()
    transition: Transition = Transition()


def laid_out(arrangement: Arrangement, used: Iterable[str]) -> tuple[ArrangedScene, ...]:
    """Every button there is, the hidden ones too; ``used`` are the scenes of the show in their order."""
    wanted = tuple(dict.fromkeys(used))
    known = [one for one in arrangement.buttons if one.added or one.scene in wanted]
    arranged = {one.scene for one in known}
    return (*known, *(ArrangedScene(scene) for scene in wanted if scene not in arranged))


def shown(buttons: Sequence[ArrangedScene]) -> tuple[ArrangedScene, ...]:
    """The buttons that are not hidden."""
    return tuple(one for one in buttons if not one.hidden)


def keys(buttons: Sequence[ArrangedScene]) -> dict[str, str]:
    """The key of each shown button that has one: its own, else that of its place, unless another has made it its
    own."""
    visible = shown(buttons)
    own = {one.key for one in visible if one.key}
    found: dict[str, str] = {}
    for place, one in enumerate(visible):
        default = DEFAULT_KEYS[place] if place < len(DEFAULT_KEYS) else ""
        key = (default if default not in own else "") if one.key is None else one.key
        if key:
            found[one.scene] = key
    return found


def changed(buttons: Sequence[ArrangedScene], scene: str, **values: object) -> tuple[ArrangedScene, ...]:
    """The buttons with fields of one of them changed."""
    return tuple(replace(one, **values) if one.scene == scene else one for one in buttons)  # type: ignore[arg-type]  # its own fields


def moved(buttons: Sequence[ArrangedScene], scene: str, to: int) -> tuple[ArrangedScene, ...]:
    """The buttons with one of them at place ``to`` of the shown ones; hidden ones keep behind whom they stood."""
    visible = [one for one in buttons if not one.hidden]
    one = next((item for item in visible if item.scene == scene), None)
    if one is None:
        return tuple(buttons)
    others = [item for item in visible if item is not one]
    place = max(0, min(to, len(others)))
    rest = [item for item in buttons if item is not one]
    at = rest.index(others[place]) if place < len(others) else len(rest)
    return (*rest[:at], one, *rest[at:])


def added(buttons: Sequence[ArrangedScene], scene: str) -> tuple[ArrangedScene, ...]:
    """The buttons with one more at the end; one that was hidden comes back where it stood."""
    if any(one.scene == scene for one in buttons):
        return changed(buttons, scene, hidden=False)
    return (*buttons, ArrangedScene(scene, added=True))


def renamed(arrangement: Arrangement, before: str, after: str) -> Arrangement:
    """The arrangement after a scene got another name in OBS."""
    if not any(one.scene == before for one in arrangement.buttons):
        return arrangement
    left = (one for one in arrangement.buttons if one.scene != after)
    buttons = tuple(replace(one, scene=after) if one.scene == before else one for one in left)
    return replace(arrangement, buttons=buttons)
