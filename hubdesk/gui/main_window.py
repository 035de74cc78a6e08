"""The window: the rail, the page in sight, and the status line.

Invariant: it is drawn before the catalogue is opened and never waits for it; a page is made when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui.pages import PLACES, WRITERS, Place
from hubdesk.gui.regions import Regions
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme, translate
from hubdesk.gui.widgets.rail import Rail
from hubdesk.gui.widgets.status_line import StatusLine
from hubdesk.gui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from hubdesk.catalogue.backups import Daily
    from hubdesk.desk import Desk
    from hubdesk.gui.downloads_run import DownloadsRun
    from hubdesk.gui.news import News
    from hubdesk.gui.relay_run import RelayRun
    from hubdesk.gui.widgets.message import MessagePanel
    from hubdesk.gui.widgets.page import Page
    from hubdesk.sync.queue import QueueProgress, QueueReport

_BRINGS_FILES = frozenset({"sync", "downloads"})
"""After these there may be files to fetch."""
_RESTORABLE = frozenset({"profile-damaged", "profile-gone"})
HUSH_MS = 5000
"""At most one announcement to screen readers in this time."""


class MainWindow(QWidget):
    """One window on one desk. `painted` is emitted once, after the first paint; `opened` when the desk is there."""

    painted = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self.theme = theme
        self.tasks = tasks
        self._open_desk = open_desk
        self.desk: Desk | None = None
        self._places = {place.name: place for place in PLACES}
        self._pages: dict[str, Page] = {}
        self._trail: list[str] = []
        self._current = ""
        self._first_run = False
        self._edition: Path | None = None
        self._is_painted = False
        self._news: News | None = None
        self._downloads: DownloadsRun | None = None
        self._relay: RelayRun | None = None
        self._message: MessagePanel | None = None
        self._unsaid = ""
        self._hush = QTimer(self, singleShot=True, interval=HUSH_MS)
        self._hush.timeout.connect(self._announce_unsaid)
        self._build()
        self._wire()

    # making

    def _build(self) -> None:
        self.setWindowTitle("HubDesk")
        self.setMinimumSize(760, 560)
        self.resize(1280, 800)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(self.theme, self.tr("Places"))
        for place in PLACES:
            if place.icon:
                self.rail.add(place.name, place.icon, translate("Places", place.label), foot=place.is_foot)
            if place.roles:
                self.rail.set_shown(place.name, is_shown=False)
        self.top = TopBar(self.theme)
        self.stack = QStackedWidget()
        blank = QWidget()
        blank.setProperty("sheet", "surface")
        blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stack.addWidget(blank)
        self.status = StatusLine(self.theme, self.tr("Status"))
        self.status.show_link("clock", self.tr("Opening the catalogue"), "muted")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self.status)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        self.rail.select("catalogue")
        self.top.search.setFocus()

    def _wire(self) -> None:
        self.rail.chosen.connect(self.go)
        self.top.new_wanted.connect(lambda kind: self.go("editor", ("new", kind)))
        self.tasks.broke.connect(self.show_error)

    def _wire_keys(self) -> None:
        from PySide6.QtGui import QShortcut  # not needed before the first paint

        self._regions = Regions(self._list_regions)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._search,
            "/": self._search,
            "Ctrl+N": self._new_record,
            "Ctrl+R": lambda: self.go("sync", "now"),
            "F1": lambda: self.go("help"),
            "F6": lambda: self._regions.step(forward=True),
            "Shift+F6": lambda: self._regions.step(forward=False),
            **{f"Alt+{number}": partial(self._go_to, number) for number in range(1, 7)},
        }
        for key, act in keys.items():
            QShortcut(key, self).activated.connect(act)

    # opening

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        self.painted.emit()
        self._wire_keys()
        self.tasks.run(self._open, self._on_opened, self._on_not_opened)

    def _open(self) -> Desk:
        desk = self._open_desk()
        for name in ("catalogue", "join"):  # their imports are the worker's, not the window's
            if name in self._places:
                self._places[name].load()
        return desk

    def _on_opened(self, desk: Desk) -> None:
        from hubdesk.gui.downloads_run import DownloadsRun
        from hubdesk.gui.news import News  # its sentences need what the desk has imported by now
        from hubdesk.gui.relay_run import RelayRun

        self.desk = desk
        self._relay = RelayRun(desk, self.tasks, self)
        self._downloads = DownloadsRun(desk, self.tasks, self)
        self._downloads.progressed.connect(self._on_downloading)
        self._downloads.ended.connect(self._on_downloaded)
        self._news = News(desk, self.tasks, self.status, self.rail)
        self._news.roles_known.connect(self._on_roles)
        self._news.refresh()
        self.opened.emit()
        self._relay.go_on()
        self._keep_copy()

    def _on_not_opened(self, error: Exception) -> None:
        self.status.show_link("alert", self.tr("The catalogue is not open"), "err")
        self.show_error(error)
        path = getattr(error, "data", {}).get("path")
        if getattr(error, "code", "") in _RESTORABLE and isinstance(path, str):
            self._offer_restore(Path(path).parent)

    def _offer_restore(self, folder: Path) -> None:
        """Offer to put the newest good copy in the place of a damaged catalogue."""
        from hubdesk.gui.widgets.button import Button

        assert self._message is not None
        back = Button(self.theme, self.tr("Bring the newest copy back"))
        back.clicked.connect(lambda: self._restore(folder))
        self._message.repairs.insertWidget(0, back)

    def _restore(self, folder: Path) -> None:
        from hubdesk.catalogue.restore import restore  # rarely needed

        self._put_away()

        def work() -> Desk:
            restore(folder)
            return self._open()

        self.tasks.run(work, self._on_opened, self._on_not_opened)

    def _keep_copy(self) -> None:
        """Make the copy of the day where it is due, behind everything else."""
        if self.desk is not None:
            backups = self.desk.backups
            self.tasks.run(backups.daily, self._on_daily, lane="files")

    def _on_daily(self, daily: Daily) -> None:
        if daily.problem is not None:
            self.show_error(daily.problem)

    def _on_roles(self, roles: dict[str, str]) -> None:
        for place in PLACES:
            if place.roles:
                self.rail.set_shown(place.name, is_shown=not place.roles.isdisjoint(roles.values()))
        if not roles and "join" in self._places:
            self._first_run = True
            self.go("join")
        elif not self._current or self._first_run:
            self._first_run = False
            self.go("catalogue")
            if roles and self.desk is not None and self.desk.settings["sync_at_start"]:
                self._sync_unseen()
        self._offer_kinds(roles)
        self._lay_out()
        self._open_edition()

    def show_edition(self, path: Path) -> None:
        """Show what an edition, or a file that desks carry, holds, as soon as the catalogue is open."""
        self._edition = path
        if self._current:
            self._open_edition()

    def _open_edition(self) -> None:
        path, self._edition = self._edition, None
        if path is not None:
            self.go("carried" if path.suffix == ".hubdesk" else "opened", path)

    def _sync_unseen(self) -> None:
        """Start a sync as the sync page does, without going there."""
        page = self._page(self._places["sync"]) if "sync" in self._places else None
        if page is not None:
            page.begin()

    def _offer_kinds(self, roles: dict[str, str]) -> None:
        """Offer the kinds of record for which this desk may propose somewhere."""
        if self.desk is None or "editor" not in self._places:
            return
        from hubdesk.model.text import label  # the desk has imported it by now

        language = QLocale().name().partition("_")[0]
        hubs = [hub for hub, role in roles.items() if role in WRITERS]
        homes = [f"{hub}/{part}" for hub in hubs for part in ("public", "members")]
        kinds = [kind for kind in self.desk.kinds if not kind.hidden and any(map(kind.fits, homes))]
        self.top.offer((kind.name, kind.icon, label(kind.label, language)) for kind in kinds)

    # going places

    def go(self, name: str, argument: object = None) -> None:
        """Bring a place in sight, with what it is to show; `back` is where the person came from."""
        if name == "back":
            name = self._trail.pop() if self._trail else "catalogue"
        place = self._places.get(name)
        if place is None or self.desk is None or not self._leave(name):
            self.rail.select(self._rail_place())
            return
        page = self._page(place)
        if page is None:
            return
        if self._current and self._current != name:
            self._trail = [*self._trail[-20:], self._current]
        self._current = name
        self.stack.setCurrentWidget(page)
        self._lay_out()
        page.enter(argument)
        if place.searches:
            self.top.search.setFocus()

    def _leave(self, name: str) -> bool:
        page = self._pages.get(self._current)
        return page is None or name == self._current or page.leave()

    def _page(self, place: Place) -> Page | None:
        if place.name not in self._pages and self.desk is not None:
            page = place.load()(self.desk, self.tasks, self.theme)
            page.changed.connect(self.broadcast)
            page.wanted.connect(self.go)
            page.announced.connect(self.announce)
            page.working.connect(self._on_working)
            if place.searches:
                page.use_search(self.top)
            if self._relay is not None:
                page.use_relay(self._relay)
            self._pages[place.name] = page
            self.stack.addWidget(page)
        return self._pages.get(place.name)

    def _rail_place(self) -> str:
        place = self._places.get(self._current)
        return (place.under or place.name) if place else "catalogue"

    def _lay_out(self) -> None:
        place = self._places.get(self._current)
        self.top.setVisible(bool(place and place.searches))
        self.rail.setVisible(not (place and place.is_alone))
        self.status.setVisible(not (place and place.is_alone))
        self.rail.select(self._rail_place())

    def _go_to(self, number: int) -> None:
        places = [name for name in self.rail.places() if not self._places[name].is_foot]
        if number <= len(places):
            self.go(places[number - 1])

    def _search(self) -> None:
        if self._current != "catalogue":
            self.go("catalogue")
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.line.selectAll()

    def _new_record(self) -> None:
        if self._current != "catalogue":
            self.go("catalogue")
        self.top.open_menu()

    def _list_regions(self) -> Sequence[QWidget]:
        page = self._pages.get(self._current)
        return (self.rail, self.top, *(page.regions() if page else ()), self.status)

    # news

    def broadcast(self, what: frozenset[str]) -> None:
        """Tell every page, and the window's own lines, that something changed; files that wait come after it."""
        if self._downloads is not None and what & _BRINGS_FILES:
            self._downloads.begin()
        if "sync" in what:
            self._keep_copy()
        for page in self._pages.values():
            page.refresh(what)
        if self._news is not None:
            self._news.refresh()

    def _on_downloading(self, progress: QueueProgress) -> None:
        for page in self._pages.values():
            page.downloading(progress)

    def _on_downloaded(self, report: QueueReport) -> None:
        for page in self._pages.values():
            page.downloaded(report)
        if report.came or report.failed:
            self.broadcast(frozenset({"files"}))

    def _on_working(self, sentence: str) -> None:
        if self._news is not None:
            self._news.set_working(sentence)

    def show_error(self, error: Exception) -> None:
        """Say in the window what went wrong, until it is put away or something else happens."""
        from hubdesk.gui.sentences import sentence  # rarely needed
        from hubdesk.gui.widgets.button import IconButton
        from hubdesk.gui.widgets.message import MessagePanel

        self._put_away()
        what, then = sentence(error)
        self._message = MessagePanel(self.theme, "err", what, then)
        close = IconButton(self.theme, "x", self.tr("Put this message away"))
        close.clicked.connect(self._put_away)
        self._message.repairs.addWidget(close)
        self._column.insertWidget(1, self._message)
        self.announce(what)

    def _put_away(self) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None

    def announce(self, sentence: str) -> None:
        """Tell a screen reader politely; sentences that come too fast replace each other."""
        self._unsaid = sentence
        if not self._hush.isActive():
            self._announce_unsaid()

    def _announce_unsaid(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # after the first paint

        if self._unsaid:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._unsaid))
            self._unsaid = ""
            self._hush.start()

    def let_go(self) -> None:
        """Close the desk, and end before it what it serves; on a worker."""
        if self._relay is not None:
            self._relay.stop()
        if self.desk is not None:
            self.desk.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self._pages.get(self._current)
        if page is not None and not page.leave():
            event.ignore()
            return
        event.accept()
