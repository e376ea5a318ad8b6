"""What the desk does for the card in OBS: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardInventory, CardMapping
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Clock
from livedesk.domain.ready_scenes import ready_scenes
from livedesk.services.card_mappings import card_mappings, keep_card_mapping

if TYPE_CHECKING:
    from livedesk.app.joining import Joining
    from livedesk.app.latest import Latest
    from livedesk.app.outside import Outside
    from livedesk.store.store import Store


class DeskCard:
    """Over the store and the services of whoever inherits it."""

    _clock: Clock
    _joining: Joining
    latest: Latest

    @property
    @abstractmethod
    def _store(self) -> Store: ...

    @property
    @abstractmethod
    def outside(self) -> Outside | None:
        """The services that look outside; None until they are loaded."""

    @abstractmethod
    def operator(self) -> str:
        """The name of whoever is at the desk."""

    def card(self, card: CardTexts) -> None:
        """Change the card in OBS."""
        self._joining.ask(lambda outside: outside.obs.card(card))

    def countdown(self, text: str) -> None:
        """Change the countdown of the card in OBS."""
        self._joining.ask(lambda outside: outside.obs.countdown(text))

    def write_card(self, inputs: tuple[str, ...]) -> None:
        """Write the texts of these inputs of the card in OBS once more."""
        self._joining.ask(lambda outside: outside.obs.write_card(inputs))

    def keep_card(self, collection: str, mapping: CardMapping) -> None:
        """Keep which inputs show the card in a scene collection, and use it at once."""
        keep_card_mapping(
            self._store.kept, collection, mapping, by=self.operator(), at_ms=self._clock.now().wall_ms
        )
        self._looking().obs.map_cards(card_mappings(self._store.kept))

    def try_card_input(self, name: str, sample: str) -> None:
        """Show a sample in an input for three seconds."""
        self._looking().obs.card_tools.try_input(name, sample, live=self._on_air())

    def make_twin(self, scene: str) -> None:
        """Make the twin of a scene, or make it anew."""
        if self._on_air():
            raise UserError("card.show_on_air")
        card = self.latest.card
        mapping = self._looking().obs.card_tools.make_twin(scene, card.mapping)
        self.keep_card(card.collection, mapping)

    def create_collection(self, labels: Mapping[CardSlot, str]) -> str:
        """Lay out a new scene collection for the show on the desk; returns its name."""
        if self._on_air():
            raise UserError("card.show_on_air")
        snapshot = self.latest.snapshot
        scenes = ready_scenes(snapshot.state.show if snapshot is not None else None)
        name, mapping = self._looking().obs.card_tools.create_collection(scenes, labels)
        self.keep_card(name, mapping)
        return name

    def _follow_card(self, told: CardInventory) -> None:
        """OBS renamed what the mapping names: keep it so, unless a person chose anew meanwhile."""
        outside = self.outside
        if outside is not None and told.by_hand and told.mapping != told.given:
            outside.scheduler.soon("card-mapping", lambda: self._keep_renamed_card(told))

    def _keep_renamed_card(self, told: CardInventory) -> None:
        if card_mappings(self._store.kept).get(told.collection) == told.given:
            self.keep_card(told.collection, told.mapping)

    def _looking(self) -> Outside:
        if self.outside is None:
            raise UserError("services.loading")
        return self.outside

    def _on_air(self) -> bool:
        snapshot = self.latest.snapshot
        return snapshot is not None and snapshot.state.run.before_viewers
