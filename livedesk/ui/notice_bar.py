"""The banners of the window, kept in step with the notices of each moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.domain.commands import Panic
from livedesk.ui.bounce import Bounces
from livedesk.ui.notice import Doing, Notice, Offer
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.banner import Banner, BannerStack

Do = Callable[[Doing], object]


class OfferButton(QPushButton):
    """Asks for what an offer does."""

    def __init__(self, offer: Offer, do: Do) -> None:
        super().__init__(offer.text)
        self.offer = offer
        self._do = do
        self.clicked.connect(self._pressed)

    def become(self, offer: Offer) -> None:
        """Ask for something else from now on; the button stays where it is, with the focus it has."""
        self.offer = offer
        self.setText(offer.text)

    def _pressed(self) -> None:
        self._do(self.offer.does)


class NoticeBar(BannerStack):
    """Shows notices by key, the gravest first. What changes changes in place: no button goes from under the
    pointer. ``bounces`` is the guard of the desk: a press that bounces takes no second offer."""

    def __init__(self, theme: Theme, family: str, do: Do, bounces: Bounces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._family, self._do, self._bounces = theme, family, do, bounces
        self._shown: dict[str, Notice] = {}

    def show_notices(self, notices: Iterable[Notice]) -> None:
        """Make the banners those of these notices; other banners of the stack stay."""
        wanted = {notice.key: notice for notice in notices}
        for key in [key for key in self._shown if key not in wanted]:
            del self._shown[key]
            self.drop(key)
        following = ""
        for key, notice in reversed(wanted.items()):
            self._show(key, notice, following)
            following = key

    def _show(self, key: str, notice: Notice, following: str) -> None:
        """Show a notice, above the one that follows it: the gravest stands first."""
        known, banner = self._shown.get(key), self.banner(key)
        if known == notice:
            return
        self._shown[key] = notice
        same = known is not None and [offer.variant for offer in known.offers] == [
            offer.variant for offer in notice.offers
        ]
        if same and banner is not None:
            banner.words.setText(notice.text)
            for button, offer in zip(banner.buttons, notice.offers, strict=True):
                if isinstance(button, OfferButton) and button.offer != offer:
                    button.become(offer)
            if notice.offers:
                banner.rename(notice.offers[0].text)
            return
        made = Banner(self._theme, self._family, notice.text, tone=notice.tone)
        for offer in notice.offers:
            made.add(OfferButton(offer, self._ask), offer.variant)
        self.put(key, made, above=following)

    def _ask(self, what: Doing) -> None:
        """Do what a button offers, but not on a bounce: nobody has read the next banner's offer yet, nor what this
        button has come to say. Panic waits for nothing."""
        if isinstance(what, Panic) or not self._bounces.again("offer"):
            self._do(what)
