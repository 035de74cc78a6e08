"""What waits to be sent: every change made here that its hub has not settled yet.

Invariant: each says in a word where it stands, and leads to its record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.item import Item, alone
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import OutboxItem

FIRST = 8
"""So many are listed before the rest is asked for."""


class OutboxCard(Card):
    """`opened(id)`: show the record; `taken_back(id)`: the change becomes a draft again."""

    opened = Signal(str)
    taken_back = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Waiting to be sent"), " ", parent)
        self._theme = theme
        self._is_whole = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)

    def tell(self, items: Sequence[OutboxItem], naming: Naming) -> None:
        """Show what waits."""
        empty(self._rows)
        self._remark(items)
        shown = items if self._is_whole else items[:FIRST]
        for item in shown:
            self._rows.addWidget(self._row(item, naming))
        if not items:
            nothing = self.tr("Nothing waits. What you propose appears here until its hub has answered.")
            self._rows.addWidget(Label(self._theme, nothing, "body", "text2", wrap=True))
        if len(shown) < len(items):
            rest = len(items) - len(shown)
            more = Button(self._theme, self.tr("Show %Ln more", "", rest), "quiet", "down")
            more.clicked.connect(lambda: self._show_whole(items, naming))
            self._rows.addLayout(alone(more))

    def _show_whole(self, items: Sequence[OutboxItem], naming: Naming) -> None:
        self._is_whole = True
        self.tell(items, naming)

    def _remark(self, items: Sequence[OutboxItem]) -> None:
        text = ""
        if items:
            count = self.tr("%Ln change(s)", "", len(items))
            kept = self.tr("kept here until a hub confirms")
            text = " · ".join((count, formatting.size(sum(item.bytes for item in items)), kept))
        self.remark.setText(text)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _row(self, item: OutboxItem, naming: Naming) -> Item:
        title = formatting.shown(item.title)[0] or self.tr("Without a title")
        row = Item(self._theme, naming.icon(item.kind), title, self._line(item, naming))
        word, tone, meaning = self._state(item.state)
        badge = Badge(self._theme, word, tone)
        badge.setToolTip(meaning)
        row.add(badge)
        back = self._back(item, title)
        row.add(back)
        back.setVisible(
            item.state != "accepted"
        )  # only once it has a parent: else it were a window for a moment
        look = IconButton(self._theme, "right", self.tr("Open: {title}").format(title=title))
        look.clicked.connect(lambda: self.opened.emit(item.id))
        row.add(look)
        row.setAccessibleDescription(f"{row.line.whole()}, {word}. {meaning}")
        return row

    def _back(self, item: OutboxItem, title: str) -> IconButton:
        back = IconButton(self._theme, "undo", self.tr("Take back: {title}").format(title=title))
        back.setToolTip(self.tr("Take back: it becomes a draft again"))
        back.clicked.connect(lambda: self.taken_back.emit(item.id))
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the state words stand in one column
        back.setSizePolicy(policy)
        return back

    def _line(self, item: OutboxItem, naming: Naming) -> str:
        if item.note:
            return item.note
        what = self.tr("Withdrawn") if item.withdrawn else naming.kind(item.kind)
        place = self.tr("to {collection}").format(collection=collection_name(naming, item.collection))
        parts = [what, formatting.moment(item.at), place]
        if item.files_to_send and item.state != "waiting":
            parts.append(self.tr("%Ln file(s) still going up", "", item.files_to_send))
        elif item.files:
            parts.append(self.tr("%Ln file(s)", "", item.files))
        parts.append(formatting.size(item.bytes))
        return " · ".join(parts)

    def _state(self, state: str) -> tuple[str, str, str]:
        return {
            "waiting": (self.tr("Waits here"), "", self.tr("It leaves with the next sync.")),
            "received": (
                self.tr("At the hub"),
                "info",
                self.tr("The hub has it. A coordinator decides; it stays here until then."),
            ),
            "accepted": (
                self.tr("Accepted"),
                "ok",
                self.tr("A coordinator accepted it. It leaves this list when it is published."),
            ),
            "refused": (
                self.tr("Your decision"),
                "warn",
                self.tr("The hub did not take it. Nothing is lost; take it back to change it."),
            ),
        }.get(state, (state, "", ""))
