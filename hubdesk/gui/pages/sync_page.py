"""The sync page: what waits to be sent, the sync under way, past syncs, the server, and what is followed.

Invariant: a sync goes on while the person is elsewhere, and how it ended stays in sight until the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.sync import wording
from hubdesk.gui.pages.sync.attention import Attention
from hubdesk.gui.pages.sync.collections_card import CollectionsCard
from hubdesk.gui.pages.sync.downloads_card import DownloadsCard
from hubdesk.gui.pages.sync.limits_card import LimitsCard
from hubdesk.gui.pages.sync.news import SyncNews, read
from hubdesk.gui.pages.sync.outbox_card import OutboxCard
from hubdesk.gui.pages.sync.run import Ending, SyncRun
from hubdesk.gui.pages.sync.running_card import RunningCard
from hubdesk.gui.pages.sync.server_card import ServerCard
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.past_syncs import PastSyncs
from hubdesk.gui.widgets.surface import Card, Column

if TYPE_CHECKING:
    from hubdesk.catalogue.downloads import DownloadView
    from hubdesk.desk import Desk
    from hubdesk.sync.exchange import Progress
    from hubdesk.sync.queue import QueueProgress, QueueReport

_CHANGED = frozenset({"records", "drafts", "outbox", "inbox", "files", "sync", "hubs"})
_SHOWN = frozenset({"outbox", "sync", "hubs", "records", "files", "downloads", "settings"})


class SyncPage(Page):
    """Sync: `enter("now")` starts one at once."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self.run = SyncRun(desk, tasks, self)
        self._asked: Task | None = None
        self._is_stale = True
        self._news: SyncNews | None = None
        self._ending: Ending | None = None
        self._build()
        self.run.began.connect(self._on_began)
        self.run.progressed.connect(self._on_progress)
        self.run.ended.connect(self._on_ended)
        self.run.let_go.connect(self._on_let_go)

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = Header(
            theme, self.tr("Sync"), self.tr("Everything you already have stays usable while HubDesk syncs.")
        )
        self.now = Button(theme, self.tr("Sync now"), "primary", "sync")
        self.now.setToolTip(self.tr("Sync now (Ctrl+R)"))
        self.now.clicked.connect(self.begin)
        self.pause = Button(theme, self.tr("Pause all files"), icon="pause")
        self.pause.setToolTip("Ctrl+P")
        self.pause.clicked.connect(self._turn_all)
        self.header.add(self.pause)
        self.header.add(self.now)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.pause.click)
        whole.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        self.message = MessagePanel(theme, "info", "")
        self.retry = Button(theme, self.tr("Try now"))
        self.retry.clicked.connect(self.begin)
        self.rest = Button(theme, self.tr("Do not try again"), "quiet")
        self.rest.clicked.connect(self.run.stop)
        self.message.repairs.addWidget(self.rest)
        self.message.repairs.addWidget(self.retry)
        self.message.hide()
        self.running = RunningCard(theme)
        self.running.stopped.connect(self._stop)
        self.running.hide()
        self.attention = Attention(theme)
        self.attention.taken.connect(self._take_held)
        self.attention.decided.connect(self._on_decide)
        self.column.add(self.message)
        self.column.add(self.attention)
        self.column.add(self._cards())

    def _cards(self) -> Columns:
        theme = self.theme
        columns = Columns(theme)
        self.outbox = OutboxCard(theme)
        self.outbox.opened.connect(lambda record: self.wanted.emit("catalogue", record))
        self.outbox.taken_back.connect(self._take_back)
        self.past = Card(theme, self.tr("Past syncs"))
        self.table = PastSyncs(theme)
        self.never = Label(theme, self.tr("No sync yet."), "body", "text2")
        self.past.body.addWidget(self.table)
        self.past.body.addWidget(self.never)
        self.server = ServerCard(theme)
        self.server.joined.connect(lambda: self.wanted.emit("join", None))
        self.collections = CollectionsCard(theme)
        self.collections.wanted.connect(lambda: self.wanted.emit("hubs", None))
        self.downloads = DownloadsCard(theme)
        self.downloads.chosen.connect(self._turn)
        self.limits = LimitsCard(theme)
        self.limits.changed.connect(self._set_limits)
        for card in (self.running, self.downloads, self.outbox, self.past):
            columns.first.addWidget(card)
        for card in (self.server, self.limits, self.collections):
            columns.second.addWidget(card)
        return columns

    # a page

    def enter(self, argument: object = None) -> None:
        if self._is_stale:
            self._ask()
        if argument == "now":
            self.begin()

    def refresh(self, what: frozenset[str]) -> None:
        if not what & _SHOWN:
            return
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.column)

    # what is shown

    def _ask(self) -> None:
        self._is_stale = False
        if self._asked is not None:
            self._asked.drop()
        self._asked = self.tasks.run(lambda: read(self.desk), self._on_news)

    def _on_news(self, news: SyncNews) -> None:
        self._news = news
        self.naming.know_hubs(news.hubs)
        last = next((sync for sync in news.syncs if sync.road == "server"), None)
        self.outbox.tell(news.outbox, self.naming)
        self.table.tell(news.syncs)
        self.table.setVisible(bool(news.syncs))
        self.never.setVisible(not news.syncs)
        self.attention.tell(news, self.naming)
        self.downloads.tell(news.downloads)
        self.limits.tell(news.limits, news.used)
        self._show_pause(news.downloads)
        self.server.tell(news.server, last)
        self.collections.tell(news.collections, self.naming)
        self._enable()

    def _enable(self) -> None:
        has_server = self._news is None or bool(self._news.server)
        usable = self.tr("Everything you already have stays usable while HubDesk syncs.")
        alone = self.tr("Join a hub first; then there is a server to sync with.")
        self.header.say(self.tr("Sync"), usable if has_server else alone)
        self.now.setEnabled(has_server and not self.run.is_running)
        self.now.setToolTip(self.tr("Sync now (Ctrl+R)") if has_server else alone)

    # files to come, and limits

    def downloading(self, progress: QueueProgress) -> None:
        self.downloads.show_progress(progress)

    def downloaded(self, report: QueueReport) -> None:
        self.downloads.show_end(report)
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def _show_pause(self, views: Sequence[DownloadView]) -> None:
        is_going = any(view.state in ("waiting", "running") for view in views)
        self.pause.setVisible(bool(views))
        self.pause.setText(self.tr("Pause all files") if is_going else self.tr("Go on with all files"))
        self.pause.set_icon("pause" if is_going else "play")

    def _turn_all(self) -> None:
        if self._news is None or not self._news.downloads:
            return
        is_going = any(view.state in ("waiting", "running") for view in self._news.downloads)
        self._turn("pause" if is_going else "resume", "")

    def _turn(self, action: str, sha256: str) -> None:
        downloads = self.desk.downloads
        work: dict[str, Callable[[], None]] = {
            "pause": lambda: downloads.pause(sha256 or None),
            "resume": lambda: downloads.resume(sha256 or None),
            "first": lambda: downloads.first(sha256),
            "cancel": lambda: downloads.cancel(sha256),
        }
        changed = frozenset({"downloads", "files"})
        self.tasks.run(work[action], lambda _none: self.changed.emit(changed))

    def _set_limits(self, changes: dict[str, Any]) -> None:
        limits = self.desk.limits
        changed = frozenset({"settings", "downloads"})
        self.tasks.run(lambda: limits.set(**changes), lambda _limits: self.changed.emit(changed))

    # what asks for a person

    def _take_held(self, collection: str) -> None:
        held = self.desk.held

        def taken(count: int) -> None:
            self.announced.emit(self.tr("%Ln record(s) changed", "", count))
            self.changed.emit(_CHANGED)

        self.tasks.run(lambda: held.take(collection), taken)

    def _on_decide(self) -> None:
        undecided = sorted(self._news.undecided) if self._news is not None else []
        if len(undecided) == 1:
            self.wanted.emit("clashes", undecided[0])
        elif undecided:
            self.wanted.emit("records", undecided[0])

    # a sync

    def begin(self) -> None:
        """Start a sync."""
        if self._news is None or self._news.server:
            self.run.begin()

    def _stop(self) -> None:
        self.run.stop()
        self.running.stopping()

    def _on_began(self) -> None:
        self.message.hide()
        self.running.begin()
        self.running.show()
        self._enable()
        self.working.emit(self.running.stage.whole())
        self.announced.emit(self.tr("The sync has begun"))

    def _on_progress(self, progress: Progress) -> None:
        if self.run.is_stopping:
            return
        self.running.show_progress(progress, self.naming)
        self.working.emit(wording.spoken(progress, self.naming))

    def _on_ended(self, ending: Ending) -> None:
        self._ending = ending
        self.running.hide()
        said = wording.said(ending, self.naming)
        self.message.say(said.tone, said.sentence, said.details, icon=said.icon)
        self.message.show()
        self._offer()
        self._enable()
        self.working.emit("")
        self.announced.emit(said.sentence)
        self.changed.emit(_CHANGED)

    def _on_let_go(self) -> None:
        if self._ending is None or self.run.is_running:
            return
        said = wording.said(
            Ending(self._ending.at, error=self._ending.error, last=self._ending.last), self.naming
        )
        self.message.say(said.tone, said.sentence, said.details, icon=said.icon)
        self._offer()

    def _offer(self) -> None:
        self.retry.setVisible(self._ending is not None and self._ending.error is not None)
        self.rest.setVisible(self.run.is_waiting)

    def _take_back(self, record: str) -> None:
        def told(_: object) -> None:
            self.changed.emit(frozenset({"outbox", "drafts", "records"}))
            self.announced.emit(self.tr("Taken back: it is a draft again"))

        self.tasks.run(lambda: self.desk.take_back(record), told)
