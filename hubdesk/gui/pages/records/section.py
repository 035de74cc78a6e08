"""A card of My records: a heading, its entries, and more of them on demand.

Invariant: a long list is shown in pieces, so that the window stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from hubdesk.gui.pages.records.entry import Entry
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.surface import Card, hairline

PIECE = 40


class Section(Card):
    """Entries made by `make` from what `show_items` is given. `chosen(action, id)` comes from one of them."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, heading: str, make: Callable[[Any], Entry]) -> None:
        super().__init__(theme, heading)
        self._theme = theme
        self._make = make
        self._items: Sequence[Any] = ()
        self._shown = PIECE
        self.hide()

    def show_items(self, items: Sequence[Any], remark: str = "") -> None:
        """Show these, and hide the card where there are none."""
        if list(items) == list(self._items) and not self.isHidden():
            self.remark.setText(remark)
            return
        self._items = items
        self.remark.setText(remark)
        self.setVisible(bool(items))
        self._show()

    def entry(self, record_id: str) -> Entry | None:
        """Return the entry of a record, making it visible where it stands further down."""
        place = next((n for n, item in enumerate(self._items) if item.id == record_id), -1)
        if place >= self._shown:
            self._shown = place + 1
            self._show()
        return next((entry for entry in self.findChildren(Entry) if entry.record_id == record_id), None)

    def _show(self) -> None:
        while self.body.count() > 1:
            item = self.body.takeAt(1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for place, item in enumerate(self._items[: self._shown]):
            if place:
                self.body.addWidget(hairline())
            entry = self._make(item)
            entry.chosen.connect(self.chosen)
            self.body.addWidget(entry)
        rest = len(self._items) - self._shown
        if rest > 0:
            more = Button(self._theme, self.tr("Show %Ln more", "", min(rest, PIECE)), "quiet")
            more.clicked.connect(self._on_more)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_more(self) -> None:
        self._shown += PIECE
        self._show()
