"""Who takes part in a hub: the tile map with its legend, and the same as a list.

Invariant: map and list show the same parliaments; the list is what a keyboard and a screen reader use.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.hubs.directory import Participation, Sheet
from hubdesk.gui.pages.hubs.wording import Terms
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.surface import Card, empty
from hubdesk.gui.widgets.tile_map import PARTS, Part, PartMark, TileMap

GONE = "left"


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
        super().__init__(theme, self.tr("Who takes part"), " ", parent)
        self._theme = theme
        self._terms = terms
        self.map = TileMap(theme)
        self._legend = QGridLayout()
        self._legend.setHorizontalSpacing(16)
        self._legend.setVerticalSpacing(6)
        self._nobody = Label(theme, "", "body", "text2", wrap=True)
        self.switch = Button(theme, self.tr("Show as list"), "quiet", "table")
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._on_switch)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._list.hide()
        self.body.addWidget(self._nobody)
        self.body.addSpacing(4)
        self.body.addWidget(self.map)
        self.body.addSpacing(4)
        self.body.addLayout(self._legend)
        self.body.addWidget(self._list)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, sheet: Sheet) -> None:
        """Show who takes part in a hub."""
        parts = parts_of(sheet)
        counts = Counter(parts.values())
        self.map.tell(sheet.hub.code, parts, self._spoken(counts))
        self.map.setVisible(bool(parts))
        self._tell_legend(sheet.hub.code, counts)
        self._nobody.setText(self.tr("No record on this computer says who takes part in this hub."))
        self._nobody.setVisible(not sheet.participations)
        self.switch.setVisible(bool(sheet.participations))
        empty(self._rows)
        for one in sheet.participations:
            self._rows.addWidget(self._row(one))

    def _words(self) -> dict[Part, str]:
        return {
            "host": self.tr("Host"),
            "active": self.tr("With records here"),
            "quiet": self.tr("Without yet"),
            "outside": self.tr("Not taking part"),
        }

    def _spoken(self, counts: Counter[Part]) -> str:
        pattern = self.tr("Map: {parts}")
        words = self._words()
        return pattern.format(
            parts=", ".join(f"{words[part]}: {formatting.number(counts[part])}" for part in PARTS)
        )

    def _tell_legend(self, hub: str, counts: Counter[Part]) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = self._words()
        shown = [part for part in PARTS if counts[part]]
        for number, part in enumerate(shown):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(PartMark(self._theme, hub, part))
            row.addWidget(Label(self._theme, words[part], "small"))
            row.addWidget(Label(self._theme, formatting.number(counts[part]), "smallstrong"))
            row.addStretch(1)
            self._legend.addWidget(holder, number // 2, number % 2)

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

    def _on_switch(self, is_list: bool) -> None:
        self._list.setVisible(is_list)
        self.switch.setText(self.tr("Hide the list") if is_list else self.tr("Show as list"))
