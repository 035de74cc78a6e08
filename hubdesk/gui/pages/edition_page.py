"""Making an edition: what goes in, for whom, how large it is, and where it is written.

Invariant: nothing is written before the person has seen what it will hold; what was written has been checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QStorageInfo, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.errors import HubDeskError
from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.edition.choices_card import ChoicesCard
from hubdesk.gui.pages.edition.contents_card import ContentsCard
from hubdesk.gui.pages.edition.progress_line import ProgressLine
from hubdesk.gui.pages.edition.recipients_card import RecipientsCard
from hubdesk.gui.pages.edition.run import EditionRun, Pace
from hubdesk.gui.pages.edition.size_card import SizeCard, TimesCard
from hubdesk.gui.pages.edition.stock import Stock, options_of, read_stock
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.columns import Columns
from hubdesk.gui.widgets.label import Elide
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Column, Frame

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.packages.options import Options
    from hubdesk.packages.plan import Plan
    from hubdesk.packages.writer import EditionReport

_PLAN_AFTER_MS = 250


class EditionPage(Page):
    """Making an edition."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self.run = EditionRun(tasks, self)
        self._asked: Task | None = None
        self._planned: Task | None = None
        self._plan: Plan | None = None
        self._target: Path | None = None
        self._is_stale = True
        self._later = QTimer(self, singleShot=True, interval=_PLAN_AFTER_MS)
        self._later.timeout.connect(self._ask_plan)
        self._build()
        self.run.progressed.connect(self._on_progress)
        self.run.done.connect(self._on_done)
        self.run.failed.connect(self._on_failed)

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = Header(
            theme,
            self.tr("Make an edition"),
            self.tr("Records and files on a stick, a disk or in a mail, for those whom no line reaches."),
        )
        self.open = Button(theme, self.tr("Open an edition"), "plain", "folder")
        self.open.clicked.connect(self._choose_edition)
        self.carried = Button(theme, self.tr("Carried for others"), "plain", "mail")
        self.carried.clicked.connect(lambda: self.wanted.emit("carried", None))
        self.header.add(self.carried)
        self.header.add(self.open)
        whole.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        self.message = MessagePanel(theme, "info", "")
        self.show_folder = Button(theme, self.tr("Show the folder"), "plain", "folder")
        self.show_folder.clicked.connect(self._show_folder)
        self.message.repairs.addWidget(self.show_folder)
        self.message.hide()
        self.column.add(self.message)
        columns = Columns(theme, 336)
        self.choices = ChoicesCard(theme)
        self.contents = ContentsCard(theme)
        self.amount = SizeCard(theme)
        self.times = TimesCard(theme)
        self.recipients = RecipientsCard(theme)
        for card in (self.choices, self.contents):
            columns.first.addWidget(card)
        for side in (self.amount, self.recipients, self.times):
            columns.second.addWidget(side)
        self.column.add(columns)
        self.choices.chosen.connect(self._on_choice)
        self.contents.left_out.connect(self._on_choice)
        self.recipients.chosen.connect(self._on_choice)
        whole.addWidget(self._foot())

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
        row.addWidget(Picture(theme, "usb", "text2", 20))
        words = QVBoxLayout()
        words.setSpacing(1)
        self.target = Elide(theme, "", "strong")
        self.room = Elide(theme, "", "small", "text2")
        words.addWidget(self.target)
        words.addWidget(self.room)
        row.addLayout(words, 1)
        self.where = Button(theme, self.tr("Choose where"), "plain", "folder")
        self.where.clicked.connect(self._choose_target)
        self.write = Button(theme, self.tr("Write and check"), "primary", "usb")
        self.write.clicked.connect(self._on_write)
        row.addWidget(self.where)
        row.addWidget(self.write)
        self.progress = ProgressLine(theme)
        self.progress.stopped.connect(self.run.stop)
        self.stack.addWidget(line)
        self.stack.addWidget(self.progress)
        self._show_target()
        return foot

    # a page

    def enter(self, argument: object = None) -> None:
        if self._is_stale:
            self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if not what & {"records", "files", "sync", "hubs"}:
            return
        self._is_stale = True
        if self.isVisible():
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.column, self.stack)

    # what it would hold

    def _ask(self) -> None:
        self._is_stale = False
        if self._asked is not None:
            self._asked.drop()
        self._asked = self.tasks.run(lambda: read_stock(self.desk), self._on_stock)

    def _on_stock(self, stock: Stock) -> None:
        self.naming.know_hubs(stock.hubs)
        kinds = {kind: self.naming.kinds(kind) for kind in stock.kinds}
        self.choices.tell(stock.collections, kinds, stock.languages, self.naming)
        self.recipients.tell(stock.recipients, self.naming)
        self._on_choice()

    def _on_choice(self, _: object = None) -> None:
        wish = self.choices.wish()
        self.recipients.need(is_sealed=any(not name.endswith("/public") for name in wish.collections))
        self._plan = None
        self._show_target()
        self._later.start()

    def _options(self) -> Options:
        return options_of(
            self.choices.wish(), self.recipients.desks(), self.contents.without, self.naming.language
        )

    def _ask_plan(self) -> None:
        if self._planned is not None:
            self._planned.drop()
        if not self.choices.wish().collections or not self.recipients.is_complete:
            return
        options = self._options()
        self._planned = self.tasks.run(
            lambda: self.desk.editions.plan(options), self._on_plan, self._on_no_plan
        )

    def _on_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.contents.tell(plan, self.naming)
        parts = [(self.naming.kinds(part.kind), part.bytes) for part in plan.kinds]
        catalogue = (self.tr("Catalogue"), plan.records_bytes)
        self.amount.tell([*parts, catalogue], self.choices.wish().largest)
        self.times.tell(plan.seconds)
        self._show_target()

    def _on_no_plan(self, error: Exception) -> None:
        what, then = sentence(error)
        self.message.say("err", what, then)
        self.show_folder.hide()
        self.message.show()

    # where it goes

    def _choose_target(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Where the edition is written"), start)
        if self.recipients.desks():
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("age")
            dialog.selectFile("hubdesk-edition.age")
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.aim(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def aim(self, path: Path) -> None:
        """Choose where the edition is written: a stick, a folder or a file."""
        self._target = path
        self._show_target()

    def _show_target(self) -> None:
        if self._target is None:
            self.target.setText(self.tr("Not chosen yet where it is written"))
            self.room.setText(self.tr("A stick, a folder on a disk, or one file for a mail"))
        else:
            self.target.setText(formatting.isolate(str(self._target)))
            place = self._target if self._target.is_dir() else self._target.parent
            free = QStorageInfo(str(place)).bytesAvailable()
            left = self.tr("{size} free. What else lies there is left alone.")
            self.room.setText(left.format(size=formatting.size(max(0, free))))
        self.write.setEnabled(self._plan is not None and self.recipients.is_complete)

    def _on_write(self) -> None:
        if self._target is None:
            self._choose_target()
            return
        self.begin()

    def begin(self) -> None:
        """Write it."""
        target = self._target
        if target is None or self._plan is None or self.run.is_running:
            return
        options = self._options()
        if target.is_dir() and not options.recipients:
            target = self.desk.editions.place_in(target)
        self._target = target
        self.message.hide()
        self.progress.begin(self.tr("Writing the edition"))
        self.stack.setCurrentWidget(self.progress)
        self.announced.emit(self.tr("Writing the edition"))
        self.run.begin(lambda progress, stop: self.desk.editions.make(target, options, progress, stop))

    def _on_progress(self, pace: Pace) -> None:
        self.progress.show_pace(pace)
        self.working.emit(self.progress.stage.whole())

    def _on_done(self, report: EditionReport) -> None:
        words = self.tr("The edition is written and was checked")
        details = self.tr("{files}, {size} in all. It can be opened with a double-click or by HubDesk.")
        files = self.tr("%Ln file(s)", "", report.blobs)
        self._end("ok", words, details.format(files=files, size=formatting.size(report.bytes)))
        self.show_folder.show()

    def _on_failed(self, error: Exception, is_stopped: bool) -> None:
        if is_stopped and getattr(error, "code", "") in ("stopped", "edition-stopped"):
            self._end(
                "info",
                self.tr("Writing was stopped"),
                self.tr("An earlier edition in that place is as it was. Nothing else was changed."),
            )
        else:
            what, then = sentence(error) if isinstance(error, HubDeskError) else (str(error), "")
            self._end("err", what, then)
        self.show_folder.hide()

    def _end(self, tone: str, words: str, details: str) -> None:
        self.stack.setCurrentIndex(0)
        self.message.say(tone, words, details)  # type: ignore[arg-type]  # ok, info or err
        self.message.show()
        self.column.verticalScrollBar().setValue(0)
        self.working.emit("")
        self.announced.emit(words)
        self._show_target()

    def _show_folder(self) -> None:
        if self._target is not None:
            place = self._target if self._target.is_dir() else self._target.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    # opening one

    def _choose_edition(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Open an edition"), start)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Editions and their parts (bagit.txt *.zip *.age *.part)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.wanted.emit("opened", path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
