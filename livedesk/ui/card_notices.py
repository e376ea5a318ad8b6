"""What stands in the banners about the card on air: texts that a hand typed in OBS, and inputs that OBS has not."""

from __future__ import annotations

from PySide6.QtCore import QObject

from livedesk.domain import commands as c
from livedesk.domain.card import CardDifference
from livedesk.domain.run import RunState
from livedesk.domain.status import ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.card_mapping.door import CARD
from livedesk.ui.card_mapping.words import slot_words
from livedesk.ui.context import GoTo
from livedesk.ui.notice import Notice, Offer

_LONGEST = 40


class CardNotices(QObject):
    """Says nothing of texts that the director left as they are."""

    def all(self, run: RunState, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said of OBS, which is linked and at rest."""
        found = []
        wrong = run.card_unsettled(obs.card)
        if wrong:
            offers = (
                Offer(self.tr("Write it again"), c.PutCard(wrong)),
                Offer(self.tr("Leave it until the card's next text"), c.LeaveCard(wrong)),
            )
            found.append(Notice("card", " ".join(self._differs(each) for each in wrong), offers))
        if obs.card_missing:
            part = self.tr('{slot} ("{input}")')
            parts = [part.format(slot=slot_words(slot), input=name) for slot, name in obs.card_missing]
            text = self.tr(
                "OBS does not have these inputs of the card, and viewers do not see them: {inputs}. "
                "Choose others, or none, or put them back in OBS."
            ).format(inputs=self.tr(", ").join(parts))
            offer = Offer(self.tr("Choose the card's inputs"), GoTo("settings", CARD))
            found.append(Notice("card_missing", text, (offer,)))
        return tuple(found)

    def _differs(self, one: CardDifference) -> str:
        text = self.tr('{slot} on the card: OBS shows "{shown}", the rundown says "{wanted}".')
        return text.format(slot=slot_words(one.slot), shown=_short(one.shown), wanted=_short(one.wanted))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…") or fmt.NONE
