"""What an edition brings: for each collection how it stands to what is here, and the new records by name.

Invariant: what will not be taken says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.surface import Card, empty, hairline
from hubdesk.gui.widgets.tile import Tile

if TYPE_CHECKING:
    from hubdesk.packages.inspecting import Preview, Previewed

MOST = 30
"""New records that are named."""


class NewsCard(Card):
    """What is new."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What it brings"))
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)

    def tell(self, preview: Preview, naming: Naming) -> None:
        """Show an edition."""
        empty(self._rows)
        for name, item in preview.collections.items():
            self._rows.addWidget(self._collection(name, item, naming))
        if preview.batches or preview.outcomes:
            self._rows.addWidget(hairline())
            self._rows.addWidget(self._carried(preview))
        if preview.new_titles:
            self._rows.addWidget(hairline())
            self._rows.addWidget(Label(self._theme, self.tr("New records"), "smallstrong"))
        for _, kind, title in preview.new_titles[:MOST]:
            words = formatting.shown(title)[0] or self.tr("Without a title")
            self._rows.addWidget(Item(self._theme, naming.icon(kind), words, naming.kind(kind)))
        rest = len(preview.new_titles) - MOST
        if rest > 0:
            self._rows.addWidget(Label(self._theme, self.tr("and %Ln more", "", rest), "small", "text2"))

    def _collection(self, name: str, item: Previewed, naming: Naming) -> Item:
        hub = name.partition("/")[0]
        if item.state == "newer":
            parts = [
                self.tr("%Ln new record(s)", "", item.new) if item.new else "",
                self.tr("%Ln changed", "", item.changed) if item.changed else "",
                self.tr("%Ln withdrawn", "", item.withdrawn) if item.withdrawn else "",
            ]
            line = ", ".join(part for part in parts if part)
            if item.held is not None:
                line = self.tr("{news}. You will be asked before so many are withdrawn.").format(news=line)
        else:
            line = self.tr("%Ln record(s)", "", item.records)
        tile = Tile(self._theme, hub, naming.tile(hub), 32)
        row = Item(self._theme, "hub", collection_name(naming, name), line, lead=tile, role="strong")
        word, tone = {
            "newer": (self.tr("Newer than here"), "info"),
            "held": (self.tr("Here already"), "ok"),
            "older": (self.tr("Older than here: will not be taken"), "warn"),
        }.get(item.state, (self.tr("Refused: not as its hub signed it"), "err"))
        if item.vouched == "expired":
            row.add(Badge(self._theme, self.tr("Signature out of date"), "warn"))
        row.add(Badge(self._theme, word, tone))
        return row

    def _carried(self, preview: Preview) -> Item:
        words = self.tr("%Ln proposal(s) and answer(s) on their way", "", preview.batches + preview.outcomes)
        line = self.tr("Those for this computer are taken in; the others are passed on at the next sync.")
        return Item(self._theme, "mail", words, line)
