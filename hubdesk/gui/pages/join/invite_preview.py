"""What an invite says before it is used: the hub, the role, the server, and until when.

Invariant: reading an invite sends nothing; what cannot be read is explained and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.errors import BadInput
from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming, readable
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.surface import Frame
from hubdesk.gui.widgets.tile import Tile
from hubdesk.model.vocabulary import Vocabularies
from hubdesk.trust.invite import Invite


class InvitePreview(QWidget):
    """Shows an invite, why a text is none, or nothing at all."""

    def __init__(
        self, theme: Theme, naming: Naming, vocabularies: Vocabularies, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._naming = naming
        self._roles = vocabularies.of("roles")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._names: Mapping[str, str] = {}

    def know(self, names: Mapping[str, str]) -> None:
        """Learn what hubs are called, for those that are known here before they are joined."""
        self._names = names

    def clear(self) -> None:
        """Show nothing."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def explain(self, sentence: str, details: str) -> None:
        """Say what is wrong and what to do."""
        self.clear()
        self._show(MessagePanel(self._theme, "err", sentence, details))

    def refuse(self, error: BadInput) -> str:
        """Say why a text is no invite; returns the sentence."""
        sentence = {
            "prefix": self.tr("This is not an invite"),
            "characters": self.tr("A part of this invite is missing or was changed"),
            "cut": self.tr("A part of this invite is missing or was changed"),
        }.get(str(error.data.get("reason", "")), self.tr("This HubDesk cannot read this invite"))
        details = {
            "prefix": self.tr("An invite begins with hubdesk-1- and is one long line. Nothing was sent."),
        }.get(
            str(error.data.get("reason", "")),
            self.tr(
                "Copy the whole line again as it was sent to you. Line breaks do no harm. Nothing was sent."
            ),
        )
        self.explain(sentence, details)
        return sentence

    def show_invite(self, invite: Invite) -> bool:
        """Show what an invite offers; returns whether it can still be used, by this computer's clock."""
        self.clear()
        if invite.is_expired(datetime.now(UTC)):
            when = formatting.moment(invite.expires)
            self.explain(
                self.tr("This invite ended {time}").format(time=when),
                self.tr("Ask the hub’s coordinator for a new one. Nothing was sent."),
            )
            return False
        self._show(self._well(invite))
        return True

    def _show(self, widget: QWidget) -> None:
        self._shown = widget
        self._column.addWidget(widget)

    def _well(self, invite: Invite) -> Frame:
        theme = self._theme
        well = Frame("chosen")
        row = QHBoxLayout(well)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(14)
        row.addWidget(Tile(theme, invite.hub, self._naming.tile(invite.hub), 44))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        hub = self._names.get(invite.hub) or readable(invite.hub)
        grid.addWidget(Elide(theme, hub, "row"), 0, 0, 1, 2)
        role = self._roles.label(invite.role, self._naming.language)
        meaning = self._meaning(invite.role)
        come_as = self.tr("{role}: {meaning}").format(role=role, meaning=meaning) if meaning else role
        facts = (
            (self.tr("You come as"), come_as),
            (self.tr("Server"), formatting.isolate(urlsplit(invite.url).netloc or invite.url)),
            (self.tr("Valid until"), formatting.moment(invite.expires)),
        )
        for number, (name, value) in enumerate(facts, start=1):
            grid.addWidget(Label(theme, name, "small", "text2"), number, 0)
            grid.addWidget(Elide(theme, value, "small"), number, 1)
        row.addLayout(grid, 1)
        well.setAccessibleName(", ".join([hub, *(f"{name}: {value}" for name, value in facts)]))
        return well

    def _meaning(self, role: str) -> str:
        return {
            "reader": self.tr("you find and read"),
            "contributor": self.tr("you also write and propose"),
            "coordinator": self.tr("you also accept and publish"),
            "secretariat": self.tr("you care for all hubs"),
            "steering": self.tr("you read what the Committee needs"),
        }.get(role, "")
