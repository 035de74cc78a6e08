"""The partners of a hub by their level, and the desks that may publish for it.

Invariant: all four levels stand there, the empty ones too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.hubs.directory import Coordinator, Partner
from hubdesk.gui.pages.hubs.wording import Terms, key_name
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Badge, Elide, Label
from hubdesk.gui.widgets.surface import Card, empty, hairline


class PartnersPart(Card):
    """Partners, four levels."""

    def __init__(self, theme: Theme, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Partners by level"), parent=parent)
        self._theme = theme
        self._terms = terms
        self._holder: QWidget | None = None
        none = self.tr("No partnership with this hub is recorded on this computer.")
        self._none = Label(theme, none, "body", "text2", wrap=True)
        self.body.addWidget(self._none)

    def tell(self, partners: Sequence[Partner]) -> None:
        """Show the partners."""
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._none.setVisible(not partners)
        self._holder = QWidget()
        self._holder.setVisible(bool(partners))
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (level, label) in enumerate(self._terms.levels()):
            if number:
                grid.addWidget(hairline(), number * 2 - 1, 0, 1, 3)
            self._add_level(grid, number * 2, label, [one for one in partners if one.level == level])
        self.body.addWidget(self._holder)

    def _add_level(self, grid: QGridLayout, row: int, label: str, partners: Sequence[Partner]) -> None:
        names = [formatting.shown(partner.name)[0] for partner in partners]
        grid.addWidget(Label(self._theme, label, "smallstrong"), row, 0)
        grid.addWidget(Elide(self._theme, "; ".join(names) or "–", "small", "text2"), row, 1)
        grid.addWidget(Label(self._theme, formatting.number(len(names)), "smallstrong"), row, 2)


class CoordinatorsPart(Card):
    """The desks that accept and publish for a hub."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Who coordinates"), parent=parent)
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)

    def tell(self, coordinators: Sequence[Coordinator]) -> None:
        """Show the coordinators' desks."""
        empty(self._rows)
        for one in coordinators:
            self._rows.addWidget(self._row(one), 0, Qt.AlignmentFlag.AlignTop)
        if not coordinators:
            none = self.tr("No admission of a coordinator is on this computer.")
            self._rows.addWidget(Label(self._theme, none, "body", "text2", wrap=True))

    def _row(self, one: Coordinator) -> Item:
        name = formatting.shown(one.name)[0]
        desk = self.tr("Desk {key}").format(key=key_name(one.desk))
        since = self.tr("since {date}").format(date=formatting.date(one.since)) if one.since else ""
        line = " · ".join(filter(None, (desk if name else "", since)))
        row = Item(self._theme, "expert", name or desk, line)
        if one.is_own:
            row.add(Badge(self._theme, self.tr("This computer"), "soft"))
        return row
