"""Where a take goes and what is staged for it, so that nothing of it is seen before the switch.

A scene with a twin goes on air by whichever of the two is not on air and shares no input of the card with what is;
a twin that no longer shows what its scene shows is left out.
Texts that the scene on air shows are left alone until it has gone, unless the take's own scene shows them too: then
there is no better way than to change them just before the switch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardInventory, CardMapping, TextInput
from livedesk.domain.effects import ObsTake
from livedesk.domain.rundown import ItemWish
from livedesk.domain.status import ObsStatus
from livedesk.services.obs.client import Event
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.scene_items import Item

ITEM_MISSING, ITEM_ON_AIR = "item_missing", "item_on_air"


def set_text(name: str, text: str) -> Baserequests:
    """The request that lets a text input say something, with its looks as they are."""
    return requests.SetInputSettings(inputName=name, inputSettings={"text": text}, overlay=True)


class Banks:
    """The card's mapping over the mirror, and what the card says. Runs on the loop; ``set_mappings`` chooses by
    the collection that OBS has. ``writes`` counts the texts that were asked for; ``tried`` are inputs that show
    a sample for a moment, because a person at the desk wants so."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._mappings: dict[str, CardMapping] = {}
        self._given: dict[str, CardMapping] = {}
        self._wanted: dict[CardSlot, str] = {}
        self._written: dict[str, str] = {}
        self._written_at: dict[str, int] = {}
        self.writes = 0
        self.tried: set[str] = set()
        self._leaders: dict[str, str] = {}
        self._there: tuple[str, frozenset[str]] = "", frozenset()
        self._inventory: tuple[object, CardInventory] = ((), CardInventory())
        self._shown: tuple[object, ...] = ()
        self._drawn: tuple[object, ...] = ()

    @property
    def mapping(self) -> CardMapping:
        """The mapping of OBS's collection."""
        return self._mappings.get(self._mirror.collection, CardMapping())

    @property
    def wanted(self) -> CardTexts:
        """What the card has to say, but for the countdown, which comes each second."""
        return CardTexts(tuple(self._wanted.items())).without(CardTexts(((CardSlot.COUNTDOWN, ""),)))

    def set_mappings(self, mappings: dict[str, CardMapping]) -> None:
        """These are the mappings from now on, by collection."""
        self._mappings, self._given = dict(mappings), dict(mappings)
        self.settle()

    def settle(self) -> None:
        """The mapping or the collection changed: which scenes are twins is told to the mirror."""
        self._mirror.set_twins({item.twin: item.scene for item in self.mapping.twins})

    def forget(self) -> None:
        """The link is gone: what inputs say is not known any more."""
        self._written.clear()

    def follow(self, event: Event) -> None:
        """OBS renamed an input or a scene: the mapping goes with it. What another collection says is not known, nor
        what an input says that is there again."""
        data, mapping = event.data, self.mapping
        if event.name == "CurrentSceneCollectionChanged":
            # Inputs of the same names may say anything there.
            self.forget()
        if event.name == "InputRemoved":
            self.doubt([str(data["inputName"])])
        if event.name == "InputNameChanged":
            changed = mapping.input_renamed(str(data["oldInputName"]), str(data["inputName"]))
        elif event.name == "SceneNameChanged":
            changed = mapping.scene_renamed(str(data["oldSceneName"]), str(data["sceneName"]))
        else:
            return
        if changed != mapping:
            self._mappings[self._mirror.collection] = changed

    def inventory(self) -> CardInventory:
        """What OBS has for the card; the same object until that changes."""
        mirror, mapping = self._mirror, self.mapping
        scenes = mirror.listed
        given = self._given.get(mirror.collection, CardMapping())
        known = (mirror.collection, mapping, given, scenes, mirror.twins, mirror.kinds, mirror.items.version)
        if self._inventory[0] == known:
            return self._inventory[1]
        texts = tuple(
            TextInput(name, kind, mirror.items.showing(name, scenes))
            for name, kind in mirror.kinds.items()
            if kind.startswith("text_")
        )
        twins = frozenset(mirror.twins.values())
        mixing = (scene for scene in mirror.status.scenes if self._card(scene) and scene not in twins)
        found = CardInventory(
            mirror.collection,
            mapping,
            mirror.collection in self._mappings,
            texts,
            mapping.missing(mirror.status.inputs),
            tuple(mixing),
            given,
            tuple(scene for twin, scene in mirror.twins.items() if not self._same(scene, twin)),
        )
        self._inventory = known, found
        return found

    def target(self, take: ObsTake, card: CardTexts) -> str:
        """The scene of OBS to which a take goes. Where its scene is on air already, and it changes nothing that is
        seen there, it stays."""
        program, scene = self._mirror.program, self._mirror.logical(take.scene)
        twins = (twin for twin, of in self._mirror.twins.items() if of == scene)
        pair = [scene, *(twin for twin in twins if twin == program or self._same(scene, twin))]
        if program in pair and not take.items and not self._seen(program, card):
            return program
        on_air = self._card(program)
        clean = (each for each in pair if each != program and not self._card(each) & on_air)
        return next(clean, program if program in pair else scene)

    def stage(self, target: str, card: CardTexts) -> list[Baserequests]:
        """The card's texts before the switch to ``target``, in its inputs and in those that nobody sees. What is
        asked for is remembered for later takes."""
        self._wanted.update(card.texts)
        asked = {slot for slot, _ in card.texts}
        shown, on_air = self._card(target), self._card(self._mirror.program)
        return [
            self._write(slot, name)
            for slot, name in self._known()
            if (name in shown and (slot in asked or name in self.tried or self._stale(slot, name)))
            or (slot in asked and name not in shown and name not in on_air)
        ]

    def on_air(self, card: CardTexts) -> list[Baserequests]:
        """The card's texts in the scene on air, and wherever nobody sees them."""
        self._wanted.update(card.texts)
        asked = {slot for slot, _ in card.texts}
        return [self._write(slot, name) for slot, name in self._known() if slot in asked]

    def want(self, card: CardTexts) -> None:
        """The card has to say this from now on, whenever it is written."""
        self._wanted.update(card.texts)

    def changed(self, slots: Collection[CardSlot]) -> list[Baserequests]:
        """What inputs of these slots lack of what the card has to say: in the scene on air and wherever nobody sees
        them, but the countdown in the scene on air alone. What a hand in OBS wrote elsewhere on the card stays."""
        on_air = self._card(self._mirror.program)
        return [
            self._write(slot, name)
            for slot, name in self._known()
            if slot in slots and (slot is not CardSlot.COUNTDOWN or name in on_air) and self._stale(slot, name)
        ]

    def behind(self) -> list[Baserequests]:
        """The texts that inputs off air are behind with: what a hand in OBS brings on air must be true as well."""
        on_air = self._card(self._mirror.program)
        return [
            self._write(slot, name)
            for slot, name in self._known()
            if name not in on_air and slot is not CardSlot.COUNTDOWN and self._stale(slot, name)
        ]

    def failed(self, asked: Iterable[Baserequests]) -> frozenset[CardSlot]:
        """These requests may not have gone through: what their inputs say is not known. Returns whose slots those
        are."""
        names = {each.data()["inputName"] for each in asked if isinstance(each, requests.SetInputSettings)}
        self.doubt(names)
        return frozenset(slot for slot, name in self.mapping.pairs if name in names)

    def unstaged(self, asked: Iterable[Baserequests]) -> str:
        """These requests of a stage did not go through: their texts are not taken for written, and items are as they
        were. Returns a word on the first item that cannot be shown or hidden (empty: it was none)."""
        asked = tuple(asked)
        self.failed(asked)
        note = ""
        for data in (request.data() for request in asked if isinstance(request, requests.SetSceneItemEnabled)):
            owner, number, shown = data["sceneName"], data["sceneItemId"], data["sceneItemEnabled"]
            self._mirror.items.set_shown(owner, number, not shown)
            found = (item.source for item in self._mirror.items.of(owner) if item.number == number)
            note = note or f"{ITEM_MISSING} {next(found, '')}"
        return note

    def written_at(self, name: str) -> int:
        """Which of all ``writes`` was the last one of an input (0: none yet)."""
        return self._written_at.get(name, 0)

    def seen(self) -> dict[str, tuple[CardSlot, str, bool]]:
        """What each input of the card in the scene on air has to say, but for the countdown and what is tried: its
        slot, the text that was written last, or is wanted where none is known to be there, and whether one is."""
        shown = self._card(self._mirror.program) - self.tried
        return {
            name: (slot, self._written.get(name, self._wanted[slot]), name in self._written)
            for slot, name in self._known()
            if name in shown and slot is not CardSlot.COUNTDOWN
        }

    def missing(self) -> tuple[tuple[CardSlot, str], ...]:
        """The inputs that have a text to say and that OBS has not. Of the usual names, which nobody chose, those that
        were there before."""
        have = frozenset(self._mirror.status.inputs)
        there = (self._mirror.collection, frozenset(self.mapping.names & have))
        before = self._there[1] if self._there[0] == there[0] else frozenset()
        self._there = there[0], before | there[1]
        chosen = self._mirror.collection in self._given
        return tuple(
            (slot, name)
            for slot, name in self.mapping.pairs
            if name not in have and (chosen or name in before) and self._wanted.get(slot)
        )

    def doubt(self, names: Iterable[str]) -> None:
        """These inputs may say anything: their texts are written again with the card."""
        for name in names:
            self._written.pop(name, None)

    def arrived(self, scene: str) -> None:
        """This scene of OBS is on air: what is shown and hidden in it holds for its twin."""
        self._leaders[self._mirror.logical(scene)] = scene

    def stage_items(
        self, target: str, wishes: Sequence[ItemWish], *, seen: bool = False
    ) -> tuple[list[Baserequests], str]:
        """What must be shown and hidden in ``target`` before the switch, and a word on what cannot be. ``seen``: what
        is on air already is left to :meth:`put_items`."""
        leader = self._leaders.get(self._mirror.logical(target), target)
        changes = self._alike(target, leader) if leader != target else {}
        note = ""
        air = self._mirror.items.owners(self._mirror.program)
        for wish in wishes:
            names = {wish.source, self.mapping.other_bank(wish.source)}
            found = [item for item in self._mirror.items.of(target) if item.source in names]
            if not found:
                note = f"{ITEM_MISSING} {wish.source}"
            for item in found:
                if item.owner in air:
                    late = item.shown is not wish.shown and not seen
                    note = f"{ITEM_ON_AIR} {wish.source}" if late else note
                else:
                    changes[item.owner, item.number] = wish.shown, item.shown
        stage: list[Baserequests] = []
        for (owner, number), (shown, before) in changes.items():
            if shown is not before:
                self._mirror.items.set_shown(owner, number, shown)
                stage.append(
                    requests.SetSceneItemEnabled(sceneName=owner, sceneItemId=number, sceneItemEnabled=shown)
                )
        return stage, note

    def shown(self, status: ObsStatus) -> ObsStatus:
        """The status with the items of the scene on air, and the sources of every scene; those of one bank count for
        the other as well."""
        mirror = self._mirror
        drawn_of = (mirror.listed, mirror.items.version, self.mapping)
        if self._drawn != drawn_of:
            self._drawn = drawn_of
            sources = {scene: self._sources(scene) for scene in mirror.listed if mirror.items.known(scene)}
            if sources != status.sources:
                status = replace(status, sources=sources)
        known = (mirror.program, self.mapping, mirror.items.states)
        if self._shown != known:
            self._shown = known
            drawn = [(item.source, item.shown) for item in mirror.items.of(mirror.program)]
            twins = [(self.mapping.other_bank(source), shown) for source, shown in drawn]
            items = tuple(dict.fromkeys(item for item in (*drawn, *twins) if item[0]))
            return status if items == status.items else replace(status, items=items)
        return status

    def _sources(self, scene: str) -> frozenset[str]:
        drawn = self._mirror.items.sources(scene)
        return drawn | {other for each in drawn if (other := self.mapping.other_bank(each))}

    def put_items(self, wishes: Sequence[ItemWish]) -> list[Baserequests]:
        """What must be shown and hidden in the scene on air, where viewers see it change."""
        wanted = {
            name: wish.shown for wish in wishes for name in (wish.source, self.mapping.other_bank(wish.source))
        }
        return [
            requests.SetSceneItemEnabled(
                sceneName=item.owner, sceneItemId=item.number, sceneItemEnabled=wanted[item.source]
            )
            for item in self._mirror.items.of(self._mirror.program)
            if wanted.get(item.source, item.shown) is not item.shown
        ]

    def _alike(self, target: str, leader: str) -> dict[tuple[str, int], tuple[bool, bool]]:
        """What a twin must show and hide to be as the one that was on air last."""
        own = _in_order(item for item in self._mirror.items.of(target) if item.owner == target)
        changes = {}
        for (source, place), item in _in_order(
            item for item in self._mirror.items.of(leader) if item.owner == leader
        ).items():
            same = own.get((source, place)) or own.get((self.mapping.other_bank(source), place))
            if same is not None:
                changes[same.owner, same.number] = item.shown, same.shown
        return changes

    def _same(self, scene: str, twin: str) -> bool:
        """Whether a twin still shows as many sources of each kind as its scene does. One that a person changed in
        OBS (a camera came into the scene alone) must not go on air in its place."""
        of, kinds = self._mirror.items.of, self._mirror.kinds
        one, other = (sorted(kinds.get(item.source, "") for item in of(each)) for each in (scene, twin))
        return one == other

    def _card(self, scene: str) -> frozenset[str]:
        """The inputs of the card that a scene shows."""
        return self._mirror.items.sources(scene) & self.mapping.names

    def _seen(self, scene: str, card: CardTexts) -> bool:
        """Whether a scene shows any input that a card changes."""
        asked = {slot for slot, _ in card.texts}
        shown = self._card(scene) & frozenset(self._mirror.status.inputs)
        return any(slot in asked and name in shown for slot, name in self.mapping.pairs)

    def _known(self) -> list[tuple[CardSlot, str]]:
        """Each slot that has a text with each of its inputs that OBS has. An input that a person gave to two slots says
        that of the last one."""
        have = frozenset(self._mirror.status.inputs)
        said = {name: slot for slot, name in self.mapping.pairs if name in have and slot in self._wanted}
        return [(slot, name) for name, slot in said.items()]

    def _stale(self, slot: CardSlot, name: str) -> bool:
        return self._written.get(name) != self._wanted[slot]

    def _write(self, slot: CardSlot, name: str) -> Baserequests:
        text = self._written[name] = self._wanted[slot]
        self.writes += 1
        self._written_at[name] = self.writes
        return set_text(name, text)


def _in_order(items: Iterable[Item]) -> dict[tuple[str, int], Item]:
    """Items by their source, and which of its items in the scene each is (from 0)."""
    found: dict[tuple[str, int], Item] = {}
    counts: dict[str, int] = {}
    for item in items:
        place = counts[item.source] = counts.get(item.source, -1) + 1
        found[item.source, place] = item
    return found
