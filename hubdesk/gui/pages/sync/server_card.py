"""How this computer connects: the central server and when it last answered.

Invariant: no state stands without its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card, Frame, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import Contact


class ServerCard(Card):
    """`joined()`: the person wants to join a hub."""

    joined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("How this computer connects"), parent=parent)
        self._theme = theme
        self.remark.hide()  # the heading is long in some languages
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def tell(self, server: str, last: Contact | None) -> None:
        """Show the server's address ("" for none) and its last answer."""
        empty(self._rows)
        if not server:
            alone = self.tr("This computer has joined no hub, so that nothing is sent or received.")
            self._rows.addWidget(Label(self._theme, alone, "body", "text2", wrap=True))
            join = Button(self._theme, self.tr("Join a hub"), "plain", "plus")
            join.clicked.connect(self.joined)
            self._rows.addWidget(join)
            return
        well = Frame("well")
        column = QVBoxLayout(well)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addWidget(
            Item(self._theme, "server", self.tr("Central server"), address(server), role="strong")
        )
        sentence, tone = self._answer(last)
        state = Label(self._theme, sentence, "small", tone, wrap=True)
        column.addWidget(state)
        self._rows.addWidget(well)
        if server.startswith("http:"):
            plain = self.tr("For trials only: this address is not encrypted.")
            self._rows.addWidget(Label(self._theme, plain, "small", "warn", wrap=True))

    def _answer(self, last: Contact | None) -> tuple[str, str]:
        if last is None:
            return self.tr("Not asked yet"), "text2"
        when = formatting.moment(last.at)
        if last.result == "cut" and not last.bytes_down and last.code != "stopped":
            return self.tr("No answer {time}").format(time=when), "warn"
        if last.result == "cut" and last.code != "stopped":
            return self.tr("Link lost {time}").format(time=when), "warn"
        if last.result == "refused":
            return self.tr("Refused the sync {time}").format(time=when), "err"
        return self.tr("Answered {time}").format(time=when), "ok"


def address(url: str) -> str:
    """Return host and port of a server."""
    return formatting.isolate(urlsplit(url).netloc or url)
