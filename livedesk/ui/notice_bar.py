"""The banners of the window, kept in step with the notices of each moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton, QWidget

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

    def _pressed(self) -> None:
        self._do(self.offer.does)


class NoticeBar(BannerStack):
    """Shows notices by key. A changed text changes in place: no button goes from under the pointer."""

    def __init__(self, theme: Theme, family: str, do: Do, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._family, self._do = theme, family, do
        self._shown: dict[str, Notice] = {}

    def show_notices(self, notices: Iterable[Notice]) -> None:
        """Make the banners those of these notices; other banners of the stack stay."""
        wanted = {notice.key: notice for notice in notices}
        for key in [key for key in self._shown if key not in wanted]:
            del self._shown[key]
            self.drop(key)
        for key, notice in wanted.items():
            known = self._shown.get(key)
            if known == notice:
                continue
            self._shown[key] = notice
            banner = self.banner(key)
            if known is not None and banner is not None and known.offers == notice.offers:
                banner.words.setText(notice.text)
                continue
            made = Banner(self._theme, self._family, notice.text, tone=notice.tone)
            for offer in notice.offers:
                made.add(OfferButton(offer, self._do), offer.variant)
            self.put(key, made)
