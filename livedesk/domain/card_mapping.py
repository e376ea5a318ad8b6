"""Which OBS inputs show the card, and which scenes are twins: one scene in two copies, with a bank of inputs each.

Inputs are global in OBS: a text that two scenes show changes in both at once. With a second bank of inputs, and a
twin that shows it, the next card is written where nobody sees it, and one switch brings it on air whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from livedesk.domain.card import CardSlot


@dataclass(frozen=True, slots=True)
class SlotInputs:
    """The OBS inputs that show a slot: in bank A and, in the twins of scenes, in bank B (empty: none)."""

    slot: CardSlot
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """``twin`` is ``scene`` once more, with the other bank. The rundown knows ``scene`` alone."""

    scene: str
    twin: str


USUAL = (
    SlotInputs(CardSlot.NAME, "商品名称"),
    SlotInputs(CardSlot.LIVE_PRICE, "直播价"),
    SlotInputs(CardSlot.LIST_PRICE, "日常价"),
    SlotInputs(CardSlot.STOCK, "库存"),
    SlotInputs(CardSlot.COUNTDOWN, "倒计时"),
    SlotInputs(CardSlot.PROMOTION, "促销"),
)
"""The names that rooms use which never opened the dialog."""


@dataclass(frozen=True, slots=True)
class CardMapping:
    """What a person has set up for one scene collection of OBS."""

    inputs: tuple[SlotInputs, ...] = USUAL
    twins: tuple[Twin, ...] = ()

    def of(self, slot: CardSlot) -> SlotInputs:
        """The inputs of a slot."""
        return next((item for item in self.inputs if item.slot is slot), SlotInputs(slot))

    def with_slot(self, changed: SlotInputs) -> CardMapping:
        """The mapping with other inputs for one slot."""
        slots = {item.slot: item for item in self.inputs} | {changed.slot: changed}
        return replace(self, inputs=tuple(slots[slot] for slot in CardSlot if slot in slots))

    def with_twin(self, added: Twin) -> CardMapping:
        """The mapping with a twin for one scene, in place of the one that it had."""
        twins = {item.scene: item for item in self.twins if item.twin != added.twin or item.scene == added.scene}
        return replace(self, twins=tuple((twins | {added.scene: added}).values()))

    @property
    def pairs(self) -> tuple[tuple[CardSlot, str], ...]:
        """Each slot with each input that shows it."""
        return tuple((item.slot, name) for item in self.inputs for name in (item.a, item.b) if name)

    @property
    def names(self) -> frozenset[str]:
        """Every input of the card."""
        return frozenset(name for _, name in self.pairs)

    def other_bank(self, name: str) -> str:
        """The input that shows the same slot in the other bank (empty: none)."""
        for item in self.inputs:
            if name and name in (item.a, item.b):
                return item.b if name == item.a else item.a
        return ""

    def input_renamed(self, before: str, after: str) -> CardMapping:
        """The mapping after OBS renamed an input."""
        slots = (
            replace(item, a=after if item.a == before else item.a, b=after if item.b == before else item.b)
            for item in self.inputs
        )
        return replace(self, inputs=tuple(slots))

    def scene_renamed(self, before: str, after: str) -> CardMapping:
        """The mapping after OBS renamed a scene."""
        twins = (
            Twin(after if item.scene == before else item.scene, after if item.twin == before else item.twin)
            for item in self.twins
        )
        return replace(self, twins=tuple(twins))

    def missing(self, inputs: Iterable[str]) -> tuple[str, ...]:
        """The mapped inputs that are not among these."""
        have = frozenset(inputs)
        return tuple(dict.fromkeys(name for _, name in self.pairs if name not in have))


@dataclass(frozen=True, slots=True)
class TextInput:
    """A text input of OBS: its kind, and the scenes that show it."""

    name: str
    kind: str
    scenes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardInventory:
    """What OBS has for the card now. ``collection`` names its scene collection (empty: no link), ``by_hand`` whether
    a person set the mapping up, ``given`` the mapping before OBS renamed what it names; ``missing`` are mapped inputs
    that OBS has not, ``mixing`` scenes in which two cards can meet for a frame because no twin gives them a second
    bank, ``apart`` those whose twin no longer shows the same and is therefore not used."""

    collection: str = ""
    mapping: CardMapping = CardMapping()
    by_hand: bool = False
    inputs: tuple[TextInput, ...] = ()
    missing: tuple[str, ...] = ()
    mixing: tuple[str, ...] = ()
    given: CardMapping = CardMapping()
    apart: tuple[str, ...] = ()
