"""An edition that was opened: who made it and when, what is new in it, and taking it in.

Invariant: looking changes nothing; nothing is taken in before the person says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.known_hubs import known_hubs
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.edition.news_card import NewsCard
from hubdesk.gui.pages.edition.origin_card import OriginCard
from hubdesk.gui.pages.edition.progress_line import ProgressLine
from hubdesk.gui.pages.edition.run import EditionRun, Pace
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Card, Column, Frame

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.gui.known_hubs import KnownHub
    from hubdesk.packages.checking import CheckReport
    from hubdesk.packages.inspecting import Preview
    from hubdesk.packages.taking import TakeReport

_CHANGED = frozenset({"records", "drafts", "outbox", "inbox", "files", "sync", "hubs"})


class OpenedPage(Page):
    """An edition: `enter(Path)` opens one."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self.run = EditionRun(tasks, self)
        self._asked: Task | None = None
        self._path: Path | None = None
        self._preview: Preview | None = None
        self._build()
        self.run.progressed.connect(self._on_progress)
        self.run.done.connect(self._on_done)
        self.run.failed.connect(self._on_failed)

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = Header(theme, self.tr("An edition"))
        self.back = Button(theme, self.tr("Back"), "plain", "left")
        self.back.clicked.connect(lambda: self.wanted.emit("back", None))
        self.header.add(self.back)
        whole.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        self.message = MessagePanel(theme, "info", "")
        self.see = Button(theme, self.tr("See the catalogue"), "plain", "catalogue")
        self.see.clicked.connect(lambda: self.wanted.emit("catalogue", None))
        self.message.repairs.addWidget(self.see)
        self.message.hide()
        self.column.add(self.message)
        self.anchor = self._anchor_card()
        self.anchor.hide()
        self.column.add(self.anchor)
        columns = Columns(theme, 336)
        self.news = NewsCard(theme)
        self.origin = OriginCard(theme)
        columns.first.addWidget(self.news)
        columns.second.addWidget(self.origin)
        self.column.add(columns)
        whole.addWidget(self._foot())

    def _anchor_card(self) -> Card:
        """What a desk that belongs to no Centre yet is asked: whom to trust."""
        theme = self.theme
        card = Card(theme, self.tr("Whom do you trust?"))
        words = self.tr(
            "This computer belongs to no hub yet. Put in the invite that you were given, or the line of 64 letters "
            "and figures that the hub told you by another way than this edition. The invite is not used up."
        )
        card.body.addWidget(Label(theme, words, "body", "text2", wrap=True))
        self.anchor_line = QLineEdit()
        self.anchor_line.setAccessibleName(self.tr("Invite, or the hub's line"))
        theme.dress(self.anchor_line, "body")
        self.anchor_line.textChanged.connect(self._enable)
        card.body.addWidget(self.anchor_line)
        return card

    def _foot(self) -> Frame:
        theme = self.theme
        foot = Frame("bar")
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 12, 24, 12)
        self.stack = QStackedWidget()
        column.addWidget(self.stack)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.summary = Elide(theme, "", "body", "text2")
        row.addWidget(self.summary, 1)
        self.check = Button(theme, self.tr("Check every file"), "plain", "verified")
        self.check.clicked.connect(self._on_check)
        self.take = Button(theme, self.tr("Take it in"), "primary", "download")
        self.take.clicked.connect(self.begin)
        row.addWidget(self.check)
        row.addWidget(self.take)
        self.progress = ProgressLine(theme)
        self.progress.stopped.connect(self.run.stop)
        self.stack.addWidget(line)
        self.stack.addWidget(self.progress)
        return foot

    # a page

    def enter(self, argument: object = None) -> None:
        if argument is None or self.run.is_running:
            return
        self._path = Path(str(argument))
        self._preview = None
        self.message.hide()
        self.header.say(self.tr("An edition"), formatting.isolate(str(self._path)))
        self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if what & {"sync", "hubs"} and self._path is not None and not self.run.is_running:
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.column, self.stack)

    # what is in it

    def _ask(self) -> None:
        path = self._path
        if path is None:
            return
        if self._asked is not None:
            self._asked.drop()

        def work() -> tuple[Preview, list[KnownHub]]:
            return self.desk.editions.inspect(path), known_hubs(self.desk)

        self._enable()
        self._asked = self.tasks.run(work, self._on_preview, self._on_unreadable)

    def _on_preview(self, answer: tuple[Preview, list[KnownHub]]) -> None:
        preview, hubs = answer
        self._preview = preview
        self.naming.know_hubs(hubs)
        self.news.tell(preview, self.naming)
        self.origin.tell(preview, self.naming)
        self.anchor.setVisible(not preview.trusted)
        self.news.show()
        self.origin.show()
        files = self.tr("%Ln file(s) that are not here, {size}", "", preview.files_new)
        nothing = self.tr("Everything in it is here already.")
        is_new = preview.files_new or any(item.state == "newer" for item in preview.collections.values())
        carried = preview.batches + preview.outcomes
        if preview.files_new:
            words = files.format(size=formatting.size(preview.bytes_new))
        else:
            words = self.tr("It brings no files that are not here.") if is_new or carried else nothing
        self.summary.setText(words)
        self._enable()

    def _on_unreadable(self, error: Exception) -> None:
        what, then = sentence(error)
        self.message.say("err", what, then)
        self.see.hide()
        self.message.show()
        self.news.hide()
        self.origin.hide()
        self.summary.setText("")
        self._enable()

    def _enable(self) -> None:
        known = self._preview is not None
        trusted = self._preview is not None and self._preview.trusted
        self.take.setEnabled(known and (trusted or bool(self.anchor_line.text().strip())))
        self.check.setEnabled(known and trusted)

    # taking it in

    def begin(self) -> None:
        """Take it in."""
        path = self._path
        if path is None or self._preview is None or self.run.is_running:
            return
        given = "" if self._preview.trusted else self.anchor_line.text().strip()
        root = given if len(given) == 64 else None
        invite = given if given and root is None else None
        self._start(self.tr("Taking the edition in"))
        self.run.begin(
            lambda progress, stop: self.desk.editions.take(
                path, invite=invite, root=root, progress=progress, stop=stop
            )
        )

    def _on_check(self) -> None:
        path = self._path
        if path is None or self.run.is_running:
            return
        self._start(self.tr("Checking every file"))
        self.run.begin(lambda progress, stop: self.desk.editions.verify(path, progress=progress, stop=stop))

    def _start(self, words: str) -> None:
        self.message.hide()
        self.progress.begin(words)
        self.stack.setCurrentWidget(self.progress)
        self.announced.emit(words)

    def _on_progress(self, pace: Pace) -> None:
        self.progress.show_pace(pace)
        self.working.emit(self.progress.stage.whole())

    def _on_done(self, result: TakeReport | CheckReport) -> None:
        from hubdesk.packages.taking import TakeReport  # whoever made the result imported it

        wrong = self.tr("%Ln part(s) are not as signed", "", len(result.problems))
        if not isinstance(result, TakeReport):
            whole = self.tr("Every file is as it was written, and every signature is right")
            details = self.tr("Nothing was changed. Ask whoever made it for a new one.")
            self._end("err" if result.problems else "ok", wrong if result.problems else whole,
                      details if result.problems else "")  # fmt: skip
            self.see.hide()
            return
        is_new = any(item.taken for item in result.collections.values())
        words = self.tr("The edition is taken in") if is_new else self.tr("Nothing in it was newer")
        parts = [self.tr("%Ln file(s) came.", "", result.blobs)]
        if any(item.held for item in result.collections.values()):
            parts.append(self.tr("Some of it withdraws much and waits on the sync page for your look."))
        if result.problems:
            parts.append(self.tr("{wrong} and were thrown away.").format(wrong=wrong))
        self._end("warn" if result.problems else "ok", words, " ".join(parts))
        self.changed.emit(_CHANGED)

    def _on_failed(self, error: Exception, is_stopped: bool) -> None:
        if is_stopped:
            words = self.tr("Stopped")
            details = self.tr("What was taken in so far stays. Taking it in again goes on from there.")
            self._end("info", words, details)
        else:
            self._end("err", *sentence(error))
        self.see.hide()

    def _end(self, tone: str, words: str, details: str) -> None:
        self.stack.setCurrentIndex(0)
        self.message.say(tone, words, details)  # type: ignore[arg-type]  # ok, info, warn or err
        self.see.setVisible(tone in ("ok", "warn"))
        self.message.show()
        self.column.verticalScrollBar().setValue(0)
        self.working.emit("")
        self.announced.emit(words)
        self._ask()
