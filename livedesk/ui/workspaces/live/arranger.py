"""Puts the panels of the page where a layout has them: a tree of splitters that is built anew for each layout."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from livedesk.domain.desk_layout import Pane, Split, panels_of
from livedesk.ui.theme import GAP


class Arranger(QWidget):
    """Holds the tree; panels that stand nowhere wait on a shelf that is not seen. ``moved`` tells that a person moved
    a line between two parts."""

    moved = Signal()

    def __init__(self, panels: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = panels
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shelf = QWidget(self)
        self._shelf.hide()
        self._top: QSplitter | None = None
        self._splits: dict[str, QSplitter] = {}
        self.present: tuple[str, ...] = ()
        """The panels of the tree, from the first."""

    def arrange(self, tree: Split | None, name: str, sizes: Mapping[str, tuple[int, ...]]) -> None:
        """Build a tree; ``name`` begins the paths of its splits in ``sizes``."""
        old = self._top
        self.present = () if tree is None else tuple(panels_of(tree))
        for panel in self._panels.values():
            if old is not None and old.isAncestorOf(panel):
                panel.setParent(self._shelf)
        self._splits = {}
        self._top = None if tree is None else self._build(tree, name)
        self.give(sizes)
        if self._top is not None:
            self._box.addWidget(self._top)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()

    def shelve(self, name: str) -> QWidget:
        """Take a panel out of wherever it stands."""
        panel = self._panels[name]
        panel.setParent(self._shelf)
        return panel

    def sizes(self) -> Mapping[str, tuple[int, ...]]:
        """The sizes of the splits by path, where they have been shown."""
        return {path: tuple(split.sizes()) for path, split in self._splits.items() if any(split.sizes())}

    def give(self, sizes: Mapping[str, tuple[int, ...]]) -> None:
        """Give the splits that stand the sizes that are known of them, by path."""
        for path, split in self._splits.items():
            kept = sizes.get(path, ())
            if len(kept) == split.count():
                split.setSizes(list(kept))

    def lock(self, why: str) -> None:
        """Keep the lines between the parts where they are (empty: let them be moved), and say why on them."""
        for split in self._splits.values():
            for at in range(1, split.count()):
                handle = split.handle(at)
                handle.setEnabled(not why)
                handle.setToolTip(why)

    def _build(self, tree: Split, path: str) -> QSplitter:
        across = Qt.Orientation.Horizontal if tree.across else Qt.Orientation.Vertical
        split = QSplitter(across)
        split.setHandleWidth(GAP)
        split.setChildrenCollapsible(False)
        for at, part in enumerate(tree.parts):
            if isinstance(part, Pane):
                widget: QWidget = self._panels[part.panel]
            else:
                widget = self._build(part, f"{path}/{at}")
            split.addWidget(widget)
            split.setStretchFactor(at, part.share)
            widget.show()
        split.setSizes([part.share for part in tree.parts])
        split.splitterMoved.connect(self.moved)
        self._splits[path] = split
        return split
