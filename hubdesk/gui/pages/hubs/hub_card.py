"""A hub on the overview: tile, name, host, this desk's role, what lies here, who signs, how old it is.

Invariant: the whole card says one sentence to a screen reader and leads to the hub's own sheet.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.hubs.directory import Hub
from hubdesk.gui.pages.hubs.wording import Terms, age, host_line, hub_name, signed_by
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import IconButton
from hubdesk.gui.widgets.label import Badge, Elide, Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame
from hubdesk.gui.widgets.tile import Tile


class HubCard(Frame):
    """`opened(code)`: the person wants its sheet."""

    opened = Signal(str)

    def __init__(self, theme: Theme, hub: Hub, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 16)
        self._theme = theme
        self._hub = hub
        self.code = hub.code
        self._terms = terms
        name = hub_name(hub)
        self.body.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Tile(theme, hub.code, hub.tile, 44), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Elide(theme, name, "row"))
        words.addWidget(Elide(theme, host_line(hub), "small", "text2"))
        top.addLayout(words, 1)
        self.button = IconButton(theme, "right", self.tr("Open: {hub}").format(hub=name))
        self.button.clicked.connect(lambda: self.opened.emit(hub.code))
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        summary = formatting.shown(hub.summary)[0]
        if summary:
            self.body.addWidget(Label(theme, summary, "body", "text2", wrap=True))
        self.body.addStretch(1)
        self._add_facts()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join((name, host_line(hub), *self._facts())))

    def _facts(self) -> list[str]:
        if not self._hub.collections:
            return [self.tr("Nothing of it on this computer")]
        facts = [self.tr("%Ln collection(s)", "", len(self._hub.collections))]
        if any(one.followed for one in self._hub.collections):
            facts.append(self.tr("%Ln record(s)", "", self._hub.records))
        else:
            facts.append(self.tr("not followed"))
        return [*facts, *filter(None, (age(self._hub.collections),))]

    def _add_facts(self) -> None:
        theme, hub = self._theme, self._hub
        facts = QHBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(Elide(theme, " · ".join(self._facts()), "small", "text2"), 1)
        self.body.addLayout(facts)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if hub.signer:
            foot.addWidget(Picture(theme, "verified", "ok", 16))
            foot.addWidget(Elide(theme, signed_by(hub.signer), "small", "text2"), 1)
        else:
            foot.addStretch(1)
        if hub.role:
            role = self._terms.role(hub.role)
            foot.addWidget(Badge(theme, self.tr("You: {role}").format(role=role), "soft"))
        elif hub.status:
            foot.addWidget(Badge(theme, self._terms.hub_status(hub.status)))
        self.body.addLayout(foot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._hub.code)
        super().mouseReleaseEvent(event)
