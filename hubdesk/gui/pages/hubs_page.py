"""The hubs page: every hub as a tile, and a sheet for each.

Invariant: what this computer follows changes only by the person's choice, and is said to take effect with a sync.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.hubs.directory import Hub, Sheet, read_hubs, read_sheet
from hubdesk.gui.pages.hubs.hub_card import HubCard
from hubdesk.gui.pages.hubs.hub_sheet import HubSheet
from hubdesk.gui.pages.hubs.wording import Terms
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.message import EmptyState, MessagePanel
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Column

if TYPE_CHECKING:
    from hubdesk.desk import Desk

CARD = 360
"""The least width of a hub's card at 13-pixel text."""


class HubsPage(Page):
    """Hubs: `enter(hub)` shows the sheet of one, `enter(None)` what was last in sight."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self.terms = Terms(desk.vocabularies, self.naming.language)
        self._asked: Task | None = None
        self._asked_sheet: Task | None = None
        self._hubs: list[Hub] | None = None
        self._is_stale = True
        self._across = 0
        self._build()
        back = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.show_all)

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.message = MessagePanel(theme, "info", "")
        self.now = Button(theme, self.tr("Sync now"), "plain", "sync")
        self.now.clicked.connect(lambda: self.wanted.emit("sync", "now"))
        self.message.repairs.addWidget(self.now)
        self.message.hide()
        whole.addWidget(self.message)
        self.stack = QStackedWidget()
        whole.addWidget(self.stack, 1)
        self.overview = QWidget()
        column = QVBoxLayout(self.overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = Header(
            theme,
            self.tr("Hubs"),
            self.tr("Each hub is run by a parliament. Choose what this computer follows."),
        )
        self.join = Button(theme, self.tr("Join another hub"), "plain", "plus")
        self.join.clicked.connect(lambda: self.wanted.emit("join", None))
        self.header.add(self.join)
        column.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        column.addWidget(self.column, 1)
        self.nothing = EmptyState(theme)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()
        self.stack.addWidget(self.overview)
        self.sheet = HubSheet(theme, self.terms)
        self.sheet.closed.connect(self.show_all)
        self.sheet.opened.connect(lambda record: self.wanted.emit("catalogue", record))
        self.sheet.followed.connect(self._follow)
        self.stack.addWidget(self.sheet)

    # a page

    def enter(self, argument: object = None) -> None:
        if self._is_stale:
            self._ask()
        if isinstance(argument, str):
            self.show_hub(argument)

    def leave(self) -> bool:
        self.message.hide()
        return True

    def refresh(self, what: frozenset[str]) -> None:
        if not what & {"hubs", "sync", "records"}:
            return
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        if self.stack.currentWidget() is self.sheet:
            return (self.sheet,)
        return (self.header, self.column)

    # all hubs

    def show_all(self) -> None:
        """Show all hubs."""
        if self.stack.currentWidget() is self.sheet:
            self.stack.setCurrentWidget(self.overview)
            card = next((c for c in self.findChildren(HubCard) if c.code == self.sheet.code), None)
            if card is not None:
                card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._is_stale = False
        if self.stack.currentWidget() is self.sheet:
            self.show_hub(self.sheet.code)
        if self._asked is not None:
            self._asked.drop()
        self._asked = self.tasks.run(lambda: read_hubs(self.desk), self._on_hubs)

    def _on_hubs(self, hubs: list[Hub]) -> None:
        self._hubs = hubs
        self._lay_out()

    def _lay_out(self) -> None:
        hubs = self._hubs or []
        self.column.clear()
        self.column.setVisible(bool(hubs))
        self.nothing.setVisible(not hubs)
        if not hubs:
            self.nothing.say(
                self.tr("No hub is known on this computer yet"),
                self.tr("A hub’s coordinator sends you an invite: one line of text. It is all you need."),
            )
            join = self.nothing.offer(self.tr("Join a hub"), "plus", first=True)
            join.clicked.connect(lambda: self.wanted.emit("join", None))
        self.join.setVisible(bool(hubs))
        self._across = self._fitting()
        here = [hub for hub in hubs if hub.collections]
        named = [hub for hub in hubs if not hub.collections]
        self._add_grid(here)
        if named:
            self.column.add(Label(self.theme, self.tr("Also named in the Centre’s records"), "head"))
            self._add_grid(named)

    def _add_grid(self, hubs: Sequence[Hub]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        for number, hub in enumerate(hubs):
            card = HubCard(self.theme, hub, self.terms)
            card.opened.connect(self.show_hub)
            grid.addWidget(card, number // self._across, number % self._across)
        for column in range(self._across):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 0)
        self.column.add(holder)

    def _fitting(self) -> int:
        room = self.width() - 48 + 16
        return max(1, min(3, room // (self.theme.unit(CARD) + 16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._hubs is not None and self._fitting() != self._across:
            self._lay_out()

    # one hub

    def show_hub(self, code: str) -> None:
        """Show the sheet of a hub."""
        if self._asked_sheet is not None:
            self._asked_sheet.drop()
        self._asked_sheet = self.tasks.run(lambda: read_sheet(self.desk, code), self._on_sheet)

    def _on_sheet(self, sheet: Sheet) -> None:
        self.sheet.tell(sheet)
        if self.stack.currentWidget() is not self.sheet:
            self.stack.setCurrentWidget(self.sheet)
            self.sheet.focus()

    def _follow(self, name: str, is_followed: bool) -> None:
        def change() -> None:
            if is_followed:
                self.desk.follow([name])
            else:
                self.desk.unfollow([name])

        def told(_: object) -> None:
            self._say_followed(name, is_followed)
            self.changed.emit(frozenset({"hubs", "sync"}))

        self.tasks.run(change, told)

    def _say_followed(self, name: str, is_followed: bool) -> None:
        title = collection_name(self.naming, name)
        if is_followed:
            what = self.tr("{collection} is followed from now on").format(collection=title)
            then = self.tr("Its records come with the next sync.")
        else:
            what = self.tr("{collection} is followed no longer").format(collection=title)
            then = self.tr("What is on this computer stays and grows old. Follow it again at any time.")
        self.message.say("info", what, then)
        self.now.setVisible(is_followed)
        self.message.show()
        self.announced.emit(what)
