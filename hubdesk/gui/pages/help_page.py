"""The help page: how to work with HubDesk in a few sentences, and every key.

Invariant: every key that stands here works, and the page needs no network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card, Column

if TYPE_CHECKING:
    from hubdesk.desk import Desk


class HelpPage(Page):
    """Help."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Header(theme, self.tr("Help"), self.tr("All of it lies on this computer.")))
        self.column = Column((24, 0, 24, 24))
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setAccessibleName(self.tr("Help"))
        whole.addWidget(self.column, 1)
        columns = Columns(theme, width=400)
        columns.first.addWidget(self._guide_card())
        columns.first.addWidget(self._words_card())
        for title, keys in self._keys():
            columns.second.addWidget(self._keys_card(title, keys))
        self.column.add(columns)

    def regions(self) -> Sequence[QWidget]:
        return (self.column,)

    def _guide_card(self) -> Card:
        card = Card(self.theme, self.tr("In short"))
        card.body.setSpacing(14)
        for icon, title, words in self._guide():
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Picture(self.theme, icon, "onsoft", 18, "soft"), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(Label(self.theme, title, "strong", wrap=True))
            column.addWidget(Label(self.theme, words, "body", "text2", wrap=True))
            row.addLayout(column, 1)
            card.body.addLayout(row)
        return card

    def _guide(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "search",
                self.tr("Find"),
                self.tr(
                    "Type a few letters in the search field: what lies on this computer is searched as you type, "
                    "in every language, with or without a network. Choices at the side narrow it down."
                ),
            ),
            (
                "download",
                self.tr("Fetch a file"),
                self.tr(
                    "Records come with each sync, their files only when you ask. A download that was cut goes on "
                    "from the last byte, and every piece is checked."
                ),
            ),
            (
                "edit",
                self.tr("Write"),
                self.tr(
                    "A new record or a change is a draft, kept on this computer as you type. "
                    "Propose it when it is ready; until then nobody else sees it."
                ),
            ),
            (
                "sync",
                self.tr("Sync"),
                self.tr(
                    "A sync sends what you proposed and brings what changed, in one short exchange. "
                    "When the link goes down, what arrived is safe and the rest follows."
                ),
            ),
            (
                "inbox",
                self.tr("What becomes of a proposal"),
                self.tr(
                    "A coordinator of the hub accepts it, or returns it with a comment; then it is a draft again. "
                    "Nothing you wrote is ever lost: earlier versions stay readable in the history."
                ),
            ),
            (
                "verified",
                self.tr("Whom to trust"),
                self.tr(
                    "A shield means that this computer checked the hub’s signature. "
                    "Where it says “Not checked”, ask before you rely on it."
                ),
            ),
        )

    def _words_card(self) -> Card:
        card = Card(self.theme, self.tr("Words"))
        for icon, title, words in (
            (
                "catalogue",
                self.tr("Record"),
                self.tr("One entry of the catalogue: a tool, a document, a case."),
            ),
            ("hub", self.tr("Hub"), self.tr("A parliament’s desk that gathers and publishes records.")),
            ("table", self.tr("Collection"), self.tr("A hub’s records for everybody, or for members only.")),
            (
                "outbox",
                self.tr("Waiting to be sent"),
                self.tr("Your proposals until their hub has settled them."),
            ),
        ):
            item = Item(self.theme, icon, title, words, role="strong")
            card.body.addWidget(item)
        return card

    def _keys(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return (
            (
                self.tr("Keys everywhere"),
                (
                    ("Ctrl+K", self.tr("Search")),
                    ("F6", self.tr("Next part of the window")),
                    ("Shift+F6", self.tr("Part before")),
                    ("Alt+1", self.tr("First place of the rail; Alt+2 the second, and so on")),
                    ("Ctrl+N", self.tr("New record")),
                    ("Ctrl+R", self.tr("Sync now")),
                    ("F1", self.tr("This help")),
                ),
            ),
            (
                self.tr("Keys in lists"),
                (
                    ("Down", self.tr("From the search into the results")),
                    ("Return", self.tr("To the record’s details")),
                    ("Space", self.tr("Fetch its files, or stop")),
                    ("Shift+F10", self.tr("What can be done with a row")),
                    ("Esc", self.tr("Clear, then back")),
                ),
            ),
            (
                self.tr("Keys when writing"),
                (
                    ("Ctrl+S", self.tr("Keep the draft (it is kept anyway)")),
                    ("Ctrl+Return", self.tr("Propose, or confirm")),
                    ("Ctrl+PgDown", self.tr("Next language")),
                    ("Ctrl+PgUp", self.tr("Language before")),
                ),
            ),
        )

    def _keys_card(self, title: str, keys: tuple[tuple[str, str], ...]) -> Card:
        card = Card(self.theme, title)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.theme.unit(104))
        for row, (key, meaning) in enumerate(keys):
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            cap = Label(self.theme, shown, "capstrong", "text2")
            cap.setProperty("k", "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            grid.addWidget(cap, row, 0, side)
            words = Label(self.theme, meaning, "body", "text", wrap=True)
            grid.addWidget(words, row, 1)
        card.body.addWidget(holder)
        return card
