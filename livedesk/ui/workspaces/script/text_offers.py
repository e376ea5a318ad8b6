"""What a writer is offered while typing: variables after ``{{``, kinds and parts after ``【`` or ``/``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from livedesk.domain.script import LineKind, ScriptPart
from livedesk.domain.script_values import ScriptValues
from livedesk.ui.fonts import font
from livedesk.ui.plain import tip
from livedesk.ui.theme import GRID, HEADER, TEXT, Theme
from livedesk.ui.workspaces.script.text_lines import heading, mark
from livedesk.ui.workspaces.script.text_looks import token
from livedesk.ui.workspaces.script.text_variables import offered
from livedesk.ui.workspaces.script.words import name

_VARIABLE = re.compile(r"[{｛]{2}\s*([^{}｛｝\s]{0,20})$")
_LINE = re.compile(r"^\s*[/、【]([^【】/\s]{0,12})$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SHOWN, _WIDTH, _ROW = 9, 300, 28
_ENOUGH = 4
"""Rows below the caret that are worth more than all of them above it, over what was written."""
_SOUNDS: Mapping[str, str] = MappingProxyType(
    {
        "动作": "dongzuo", "互动": "hudong", "促销": "cuxiao", "福利": "fuli", "报价": "baojia", "憋单": "biedan",
        "逼单": "bidan", "过渡": "guodu", "备注": "beizhu", "开场": "kaichang", "讲品": "jiangpin",
        "痛点": "tongdian", "卖点": "maidian", "背书": "beishu", "闲聊": "xianliao", "过品": "guopin",
        "收尾": "shouwei", "开头": "kaitou", "正文": "zhengwen", "结尾": "jiewei", "直播价": "zhibojia",
        "日常价": "richangjia", "到手价": "daoshoujia", "库存": "kucun", "赠品": "zengpin", "优惠": "youhui",
        "商品": "shangpin", "规格": "guige", "秒杀价": "miaoshajia",
    }
)  # fmt: skip
"""How the marks sound: whoever types them needs no input method."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put in. ``text`` goes into the script, ``name`` says what it is, ``tone`` is its colour;
    ``kind`` and ``part``: what it makes of the line (both None: a variable)."""

    text: str
    name: str
    tone: str
    kind: LineKind | None = None
    part: ScriptPart | None = None

    @property
    def beside(self) -> str:
        """What stands beside the text: a mark is its own name to whoever reads it, and needs no second one."""
        marks = self.kind is not None or self.part is not None
        return "" if marks and _CHINESE.search(self.name) else self.name

    def meets(self, typed: str) -> bool:
        """Whether what is typed so far may mean this."""
        bare = self.text.strip("【】{}")
        wanted = typed.casefold().replace("：", ":")
        own, colon, number = bare.partition(":")
        sound = _SOUNDS.get(own, "") + colon + number
        return wanted in bare or sound.startswith(wanted) or self.name.casefold().startswith(wanted)


@dataclass(frozen=True, slots=True)
class Asked:
    """Offers for what stands before the caret: the last ``length`` characters of it are to be replaced."""

    offers: tuple[Offer, ...]
    length: int


def asked(before: str, values: ScriptValues) -> Asked | None:
    """What to offer after the beginning of a line; None where nothing is asked for."""
    found = _VARIABLE.search(before)
    if found is not None:
        every = [
            Offer(f"{{{{{one}}}}}", value or "—", "price" if value else "faint")
            for one, value in offered(found[1], values)
        ]
        every.sort(key=_without_value)
    else:
        found = _LINE.match(before)
        if found is None:
            return None
        every = _kinds()
    offers = tuple(offer for offer in every if offer.meets(found[1]))
    return Asked(offers, len(found[0].lstrip())) if offers else None


def _without_value(offer: Offer) -> bool:
    return offer.tone == "faint"


def _kinds() -> list[Offer]:
    kinds = [Offer(mark(kind), name(kind), token(kind), kind) for kind in LineKind if mark(kind)]
    return kinds + [Offer(heading(part), name(part), "dim", None, part) for part in ScriptPart]


class OfferList(QFrame):
    """The list under the caret. It takes no focus: the text hands it its keys through :meth:`key`."""

    taken = Signal(object)
    """The :class:`Offer` that was chosen."""

    def __init__(self, theme: Theme, family: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setFont(font(family, TEXT))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, GRID, 1, GRID)
        box.addWidget(self.list)
        self._offers: tuple[Offer, ...] = ()
        self.hide()

    def offer(self, offers: Sequence[Offer], caret: QRect) -> None:
        """Show these at the caret (its place in the parent)."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self.list.clear()
            for one in self._offers:
                row = QListWidgetItem(f"{one.text}    {one.beside}".rstrip())
                row.setForeground(self._theme.color(one.tone))
                row.setToolTip(tip(one.name))
                row.setSizeHint(QSize(_WIDTH - 2 * GRID, _ROW))
                self.list.addItem(row)
            self.list.setCurrentRow(0)
        self.setGeometry(self._place(caret))
        self.show()
        self.raise_()

    def _place(self, caret: QRect) -> QRect:
        """Below the caret as far down as there is room, else above it: never over the line that is written, nor
        over the head of the panel."""
        parent = self.parentWidget()
        room = (parent.rect() if parent is not None else caret).adjusted(0, HEADER, 0, 0)
        edge, count = 2 * GRID + 2, min(_SHOWN, len(self._offers))
        above, below = caret.top() - GRID - room.top(), room.bottom() - caret.bottom() - GRID
        rows_above, rows_below = ((high - edge) // _ROW for high in (above, below))
        down = rows_below >= min(count, _ENOUGH) or rows_below >= rows_above
        rows = max(1, min(count, rows_below if down else rows_above))
        high = rows * _ROW + edge
        top = caret.bottom() + GRID if down else caret.top() - GRID - high
        wide = min(_WIDTH, room.width())
        return QRect(max(0, min(caret.left(), room.right() - wide)), top, wide, high)

    def key(self, key: int) -> bool:
        """Take a key of the text; False where it means nothing here."""
        count = len(self._offers)
        match key:
            case Qt.Key.Key_Down:
                self.list.setCurrentRow((self.list.currentRow() + 1) % count)
            case Qt.Key.Key_Up:
                self.list.setCurrentRow((self.list.currentRow() - 1) % count)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                offer = self._offers[self.list.currentRow()]
                self.hide()
                self.taken.emit(offer)
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _clicked(self, row: QListWidgetItem) -> None:
        offer = self._offers[self.list.row(row)]
        self.hide()
        self.taken.emit(offer)
