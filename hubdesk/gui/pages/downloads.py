"""Getting a record's files here, saving copies, and opening addresses, as the detail pane asks for it.

Invariant: what is asked for goes onto the list of files to come and stays there until it is here or taken off; nothing
foreign is opened without the person seeing its whole address.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.gui import formatting
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.detail_pane import DetailPane
from hubdesk.gui.widgets.message import MessagePanel

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.sync.download import Got
    from hubdesk.sync.queue import QueueProgress, QueueReport


class Downloads(QObject):
    """`changed(frozenset)`: files are on the list, or off it. `said(sentence)`: something to announce."""

    changed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, pane: DetailPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._pane = pane
        self._parts: dict[str, int] = {}
        pane.get_wanted.connect(self._on_get)
        pane.save_wanted.connect(self._on_save)
        pane.stop_wanted.connect(self._on_stop)

    def toggle(self, record: str) -> None:
        """Space on a row: get what is missing of the record in sight, or pause it."""
        detail = self._pane.detail()
        if detail is None or detail.view.id != record:
            return
        coming = [file.name for file in detail.files if file.sha256 in self._parts]
        if coming:
            for name in coming:
                self._on_stop(name)
        else:
            self._on_get("")

    def resume_lines(self) -> None:
        """Show what comes in the lines of a record that was just drawn."""
        for sha256 in self._parts:
            self._show(sha256, running=True)

    def show_progress(self, progress: QueueProgress) -> None:
        """A file on the list has moved."""
        self._parts[progress.sha256] = progress.done
        self._show(progress.sha256, running=True)

    def show_end(self, report: QueueReport) -> None:
        """The list of files to come is worked off, or rests."""
        for came in report.came:
            self._parts.pop(came.sha256, None)
            self.said.emit(self.tr("{name} is on this computer").format(name=came.name))
        for sha256, code in report.failed.items():
            self._show(sha256, running=False, remark=sentence(ServerAnswer(code))[0])
            self._parts.pop(sha256, None)
        if report.ended is None or report.ended == "stopped":
            return
        remark = sentence(Unreachable(report.ended, **report.data))[0]
        for sha256 in list(self._parts):
            self._show(sha256, running=False, remark=remark)
            self._parts.pop(sha256)
        self.said.emit(remark)

    def show_menu(self, record: str, point: object) -> None:
        """Show the menu of a row."""
        menu = QMenu(self._pane)
        menu.addAction(self.tr("Get the files\tSpace")).triggered.connect(lambda: self.toggle(record))
        menu.addAction(self.tr("Copy the record’s identifier")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(record)
        )
        menu.aboutToHide.connect(menu.deleteLater)
        if isinstance(point, QPoint):
            menu.popup(point)

    def offer_link(self, address: str) -> None:
        """Show a whole address and let the person decide."""
        panel = MessagePanel(
            self._pane.theme, "info", self.tr("This address lies outside HubDesk"), address, icon="globe"
        )
        open_it = Button(self._pane.theme, self.tr("Open in the browser"))
        open_it.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        open_it.clicked.connect(panel.deleteLater)
        copy = Button(self._pane.theme, self.tr("Copy"), "quiet")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
        copy.clicked.connect(panel.deleteLater)
        panel.repairs.addWidget(copy)
        panel.repairs.addWidget(open_it)
        self._pane.say(panel)

    def _on_get(self, name: str) -> None:
        detail = self._pane.detail()
        if detail is None:
            return
        desk, record = self._desk, detail.view.id
        wanted = [file for file in detail.files if name in ("", file.name) and not file.available]
        for file in wanted:
            self._parts[file.sha256] = file.bytes_here
            self._show(file.sha256, running=True)

        def ask() -> None:
            for file in wanted:
                desk.downloads.ask(record, file.name, first=True)

        if wanted:
            self._tasks.run(ask, lambda _none: self.changed.emit(frozenset({"downloads"})))

    def _on_stop(self, name: str) -> None:
        detail = self._pane.detail()
        desk = self._desk
        for file in detail.files if detail is not None else ():
            if file.name == name and self._parts.pop(file.sha256, None) is not None:
                self._pause(desk, file.sha256)

    def _pause(self, desk: Desk, sha256: str) -> None:
        def paused(_none: object) -> None:
            self._show(sha256, running=False, remark=self.tr("paused by you"))
            self.changed.emit(frozenset({"downloads", "files"}))

        self._tasks.run(lambda: desk.downloads.pause(sha256), paused)

    def _show(self, sha256: str, *, running: bool, remark: str = "") -> None:
        detail = self._pane.detail()
        for file in detail.files if detail is not None else ():
            line = self._pane.file_line(file.name) if file.sha256 == sha256 else None
            if line is not None:
                line.show_part(self._parts.get(sha256, file.bytes_here), running=running, remark=remark)

    # saving copies

    def _on_save(self, name: str) -> None:
        detail = self._pane.detail()
        if detail is None:
            return
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self._pane, self.tr("Save a copy of {name}").format(name=name), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.save(detail.view.id, name, Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, record: str, name: str, folder: Path) -> None:
        """Write a copy of a file that is here into a folder."""
        self._tasks.run(
            lambda: self._desk.get(record, name, to=folder),
            self._on_saved,
            self._on_not_saved,
            lane="network",
        )

    def _on_saved(self, got: Got) -> None:
        path = Path(got.path)
        panel = MessagePanel(
            self._pane.theme, "ok", self.tr("A copy was saved and checked"), formatting.isolate(str(path))
        )
        show = Button(self._pane.theme, self.tr("Show the folder"), "quiet", "folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        panel.repairs.addWidget(show)
        self._pane.say(panel)

    def _on_not_saved(self, error: Exception) -> None:
        what, then = sentence(error)
        self._pane.say(MessagePanel(self._pane.theme, "err", what, then))
