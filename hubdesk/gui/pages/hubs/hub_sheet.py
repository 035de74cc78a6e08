"""All about one hub: who takes part, its partners, its collections, and who coordinates.

Invariant: every statement comes from a record that is on this computer, with its age.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.hubs.collections_part import CollectionsPart
from hubdesk.gui.pages.hubs.directory import Hub, Sheet
from hubdesk.gui.pages.hubs.participants import GONE, ParticipantsPart
from hubdesk.gui.pages.hubs.partners_part import CoordinatorsPart, PartnersPart
from hubdesk.gui.pages.hubs.wording import Terms, age, host_line, hub_name
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.item import alone
from hubdesk.gui.widgets.label import Badge, Elide, Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card, Column
from hubdesk.gui.widgets.tile import Tile


class HubSheet(QWidget):
    """`closed()`: back to all hubs; `opened(id)`: a record; `followed(name, bool)`."""

    closed = Signal()
    opened = Signal(str)
    followed = Signal(str, bool)

    def __init__(self, theme: Theme, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._terms = terms
        self.code = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(24, 18, 24, 14)
        self._head_row.setSpacing(16)
        whole.addWidget(self._head)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        columns = Columns(theme, width=360)
        self.about = Card(theme, self.tr("About this hub"))
        self._about = Label(theme, "", "body", "text2", wrap=True)
        self._open_to = Label(theme, "", "small", "text2", wrap=True)
        self.about.body.addWidget(self._about)
        self.about.body.addWidget(self._open_to)
        self._record = ""
        look = Button(theme, self.tr("Open its record"), "quiet")
        look.clicked.connect(lambda: self.opened.emit(self._record))
        self.about.body.addLayout(alone(look))
        self.participants = ParticipantsPart(theme, terms)
        self.participants.opened.connect(self.opened)
        self.partners = PartnersPart(theme, terms)
        self.collections = CollectionsPart(theme)
        self.collections.followed.connect(self.followed)
        self.coordinators = CoordinatorsPart(theme)
        for card in (self.about, self.participants, self.partners):
            columns.first.addWidget(card)
        for card in (self.collections, self.coordinators):
            columns.second.addWidget(card)
        self.column.add(columns)

    def tell(self, sheet: Sheet) -> None:
        """Show a hub."""
        hub = sheet.hub
        self.code = hub.code
        self._tell_head(sheet)
        summary = formatting.shown(hub.summary)[0]
        open_to = formatting.shown(hub.open_to)[0]
        self._about.setText(summary)
        self._open_to.setText(self.tr("Open to: {whom}").format(whom=open_to) if open_to else "")
        self._open_to.setVisible(bool(open_to))
        self.about.setVisible(bool(hub.record))
        self._record = hub.record
        self.participants.tell(sheet)
        self.partners.tell(sheet.partners)
        self.collections.tell(hub.collections, hub.offered)
        self.coordinators.tell(sheet.coordinators)

    def _tell_head(self, sheet: Sheet) -> None:
        row, theme, hub = self._head_row, self._theme, sheet.hub
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        row.addWidget(Tile(theme, hub.code, hub.tile, 48))
        row.addWidget(self._words(sheet), 1)
        back = Button(theme, self.tr("All hubs"), "plain", "left")
        back.clicked.connect(self.closed)
        row.addWidget(back)

    def _words(self, sheet: Sheet) -> QWidget:
        theme, hub = self._theme, sheet.hub
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(10)
        title = Elide(theme, hub_name(hub), "title")
        title.setSizePolicy(title.sizePolicy().Policy.Maximum, title.sizePolicy().Policy.Fixed)
        top.addWidget(title)
        if any(one.signer for one in hub.collections):
            shield = Picture(theme, "verified", "ok", 20)
            shield.setToolTip(self.tr("Signatures checked on this computer"))
            shield.setAccessibleName(shield.toolTip())
            top.addWidget(shield)
        top.addStretch(1)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(10)
        if hub.role:
            role = self._terms.role(hub.role)
            below.addWidget(Badge(theme, self.tr("You: {role}").format(role=role), "soft"))
        below.addWidget(Elide(theme, self._subtitle(sheet), "body", "text2"), 1)
        column.addLayout(below)
        return words

    def _subtitle(self, sheet: Sheet) -> str:
        hub: Hub = sheet.hub
        parts = [host_line(hub)]
        present = sum(one.status != GONE for one in sheet.participations)
        if present:
            parts.append(self.tr("%Ln participant(s)", "", present))
        parts.extend(filter(None, (age(hub.collections),)))
        if hub.languages:
            parts.append(formatting.listing([formatting.language(tag) for tag in hub.languages]))
        return " · ".join(parts)

    def focus(self) -> None:
        """Take the keyboard to the first thing to press."""
        for button in self._head.findChildren(Button):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
