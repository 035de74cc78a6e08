"""Who takes part in a hub: the tile map with its legend, and the same as a list beside it.

Invariant: map and list show the same parliaments; the list is what a keyboard and a screen reader use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.hubs.directory import Participation, Sheet
from hubdesk.gui.pages.hubs.wording import Terms
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.item import Item, alone
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.surface import Card, empty
from hubdesk.gui.widgets.tile_map import PARTS, Part, PartMark, TileMap

GONE = "left"
FIRST = 8
"""So many parliaments are listed before the rest is asked for."""


def parts_of(sheet: Sheet) -> dict[str, Part]:
    """Return the part that each country has in a hub: host, with records here, without, or not taking part."""
    parts: dict[str, Part] = dict.fromkeys(sheet.hub.countries, "outside")
    for one in sheet.participations:
        if one.country and one.status != GONE:
            parts[one.country] = "active" if sheet.sharing.get(one.country) else "quiet"
    if sheet.hub.host_country:
        parts[sheet.hub.host_country] = "host"
    return parts


class ParticipantsPart(Card):
    """The card. `opened(id)`: the person wants the record of a participation."""

    opened = Signal(str)

    def __init__(self, theme: Theme, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Who takes part"), parent=parent)
        self._theme = theme
        self._terms = terms
        self._nobody = Label(
            theme,
            self.tr("No record on this computer says who takes part in this hub."),
            "body",
            "text2",
            wrap=True,
        )
        self.body.addWidget(self._nobody)
        self._columns = Columns(theme, width=400, narrow=620)
        self.map = TileMap(theme)
        self._legend = QGridLayout()
        self._legend.setHorizontalSpacing(24)
        self._legend.setVerticalSpacing(6)
        self._legend.setColumnStretch(2, 1)
        self._columns.first.addWidget(self.map)
        self._columns.first.addLayout(self._legend)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._columns.second.addLayout(self._rows)
        self.body.addWidget(self._columns)

    def tell(self, sheet: Sheet) -> None:
        """Show who takes part in a hub."""
        parts = parts_of(sheet)
        counts = Counter(parts.values())
        self.map.tell(sheet.hub.code, parts, self._spoken(counts))
        self._columns.setVisible(bool(parts))
        self._tell_legend(sheet.hub.code, counts)
        self._nobody.setVisible(not sheet.participations)
        self._tell_rows(sheet.participations, FIRST)

    def _tell_rows(self, participations: Sequence[Participation], limit: int) -> None:
        empty(self._rows)
        for one in participations[:limit]:
            self._rows.addWidget(self._row(one))
        rest = len(participations) - limit
        if rest > 0:
            more = Button(self._theme, self.tr("Show %Ln more", "", rest), "quiet", "down")
            more.clicked.connect(lambda: self._tell_rows(participations, len(participations)))
            self._rows.addLayout(alone(more))

    def _words(self) -> dict[Part, str]:
        return {
            "host": self.tr("Host"),
            "active": self.tr("With records here"),
            "quiet": self.tr("No records here yet"),
            "outside": self.tr("Not taking part"),
        }

    def _spoken(self, counts: Counter[Part]) -> str:
        words = self._words()
        counted = (f"{words[part]}: {formatting.number(counts[part])}" for part in PARTS)
        return self.tr("Map: {parts}").format(parts=", ".join(counted))

    def _tell_legend(self, hub: str, counts: Counter[Part]) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = self._words()
        for number, part in enumerate(part for part in PARTS if counts[part]):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(PartMark(self._theme, hub, part))
            row.addWidget(Label(self._theme, words[part], "small"))
            row.addWidget(Label(self._theme, formatting.number(counts[part]), "smallstrong"))
            self._legend.addWidget(holder, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)

    def _row(self, one: Participation) -> Item:
        name = formatting.shown(one.name)[0]
        facts = [formatting.country(one.country)] if one.country else []
        if one.start:
            facts.append(self.tr("since {date}").format(date=formatting.date(one.start)))
        row = Item(self._theme, "people", name, " · ".join(facts))
        if one.status:
            word = self._terms.participation(one.status)
            row.add(Badge(self._theme, word, "" if one.status == GONE else "soft"))
        look = IconButton(self._theme, "right", self.tr("Open: {title}").format(title=name))
        look.clicked.connect(lambda: self.opened.emit(one.record))
        row.add(look)
        return row
