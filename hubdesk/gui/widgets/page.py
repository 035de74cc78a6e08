"""What a page is: a widget for one place of the window, with a title, buttons, and a way to hear of changes.

Invariant: a page reads and writes through tasks only and refreshes itself from the one broadcast; it never reaches
for another page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Elide, Label

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.gui.relay_run import RelayRun
    from hubdesk.gui.widgets.top_bar import TopBar
    from hubdesk.sync.queue import QueueProgress, QueueReport


class Page(QWidget):
    """A place of the window.

    `changed(frozenset)`: this page wrote; every page is told through `refresh` (itself too).
    `wanted(place, argument)`: the person wants to go somewhere else, such as `("editor", id)`.
    `announced(sentence)`: something to be told politely to a screen reader.
    `working(sentence)`: what is going on, for the status line; "" when it ended.
    """

    changed = Signal(object)
    wanted = Signal(str, object)
    announced = Signal(str)
    working = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tasks = tasks
        self.theme = theme
        self.setProperty("sheet", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def enter(self, argument: object = None) -> None:
        """The page is now in sight; `argument` came with `wanted`."""

    def begin(self) -> None:
        """Start what the page is for, whether it is in sight or not."""

    def leave(self) -> bool:
        """The person goes elsewhere: keep what is unsaved. False keeps the page in sight."""
        return True

    def refresh(self, what: frozenset[str]) -> None:
        """Something changed: any of records, drafts, outbox, inbox, files, downloads, sync, hubs, settings."""

    def downloading(self, progress: QueueProgress) -> None:
        """A file on the list of those to come has moved."""

    def downloaded(self, report: QueueReport) -> None:
        """The list of files to come is worked off, or rests."""

    def use_search(self, top: TopBar) -> None:
        """The search field and the button for new records, for the page that has them above itself."""

    def use_relay(self, relay: RelayRun) -> None:
        """The relay that this window may be, for the page that shows it."""

    def regions(self) -> Sequence[QWidget]:
        """Return the parts that F6 visits, in reading order."""
        return (self,)


class Header(QWidget):
    """A page's title and subtitle, with buttons at the far end (`add`); the primary one comes last."""

    def __init__(self, theme: Theme, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 18, 24, 14)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Elide(theme, title, "title")
        self.subtitle = Elide(theme, subtitle, "body", "text2")
        self.subtitle.setVisible(bool(subtitle))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        row.addLayout(self.buttons)

    def say(self, title: str, subtitle: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add(self, button: QWidget) -> None:
        """Put a button at the far end."""
        self.buttons.addWidget(button)


def field_label(theme: Theme, text: str, remark: str = "") -> QWidget:
    """Return the words above a field: its name, and a remark such as `needed to publish`."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label(theme, text, "smallstrong"))
    if remark:
        row.addWidget(Label(theme, remark, "small", "muted"))
    row.addStretch(1)
    return holder
