"""Getting a record's files here, saving copies, and opening addresses, as the detail pane asks for it.

Invariant: one file is fetched at a time, each can be stopped, and what has arrived is kept; nothing foreign is opened
without the person seeing its whole address.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Relay, Tasks
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.detail_pane import DetailPane
from hubdesk.gui.widgets.message import MessagePanel

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.sync.download import Got


class Downloads(QObject):
    """`changed(frozenset)`: files arrived. `said(sentence)`: something to announce."""

    changed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, pane: DetailPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._pane = pane
        self._stops: dict[tuple[str, str], threading.Event] = {}
        self._parts: dict[tuple[str, str], int] = {}
        pane.get_wanted.connect(self._on_get)
        pane.save_wanted.connect(self._on_save)
        pane.stop_wanted.connect(self._on_stop)

    def toggle(self, record: str) -> None:
        """Space on a row: get what is missing of the record in sight, or pause it."""
        detail = self._pane.detail()
        if detail is None or detail.view.id != record:
            return
        running = [name for other, name in self._stops if other == record]
        if running:
            for name in running:
                self._on_stop(name)
        else:
            self._on_get("")

    def resume_lines(self, record: str) -> None:
        """Show what runs in the lines of a record that was just drawn."""
        for (other, name), here in self._parts.items():
            line = self._pane.file_line(name)
            if other == record and line is not None and (other, name) in self._stops:
                line.show_part(here, running=True)

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
        for file in detail.files:
            key = (detail.view.id, file.name)
            if name in ("", file.name) and not file.available and key not in self._stops:
                self._fetch(*key, here=file.bytes_here)

    def _fetch(self, record: str, name: str, *, here: int) -> None:
        key = (record, name)
        stop = self._stops[key] = threading.Event()
        self._parts[key] = here
        report: Relay[int] = self._tasks.relay(lambda part: self._on_progress(key, part))
        self._show(key, running=True)

        def fetch() -> None:
            if not stop.is_set():
                self._desk.get(record, name, progress=lambda here, _whole: report(here), stop=stop)

        self._tasks.run(
            fetch,
            lambda _got: self._on_got(key),
            lambda error: self._on_failed(key, error),
            lane="network",
        )

    def _on_progress(self, key: tuple[str, str], here: int) -> None:
        if key in self._stops:
            self._parts[key] = here
            self._show(key, running=True)

    def _on_got(self, key: tuple[str, str]) -> None:
        was_stopped = self._stops.pop(key).is_set()
        if was_stopped:
            self._show(key, running=False, remark=self.tr("paused by you"))
        else:
            self.said.emit(self.tr("{name} is on this computer").format(name=key[1]))
        self.changed.emit(frozenset({"files"}))

    def _on_failed(self, key: tuple[str, str], error: Exception) -> None:
        was_stopped = self._stops.pop(key).is_set()
        remark = self.tr("paused by you") if was_stopped else sentence(error)[0]
        self._show(key, running=False, remark=remark)
        if not was_stopped:
            self.said.emit(remark)

    def _on_stop(self, name: str) -> None:
        detail = self._pane.detail()
        if detail is not None and (detail.view.id, name) in self._stops:
            self._stops[(detail.view.id, name)].set()

    def _show(self, key: tuple[str, str], *, running: bool, remark: str = "") -> None:
        detail = self._pane.detail()
        line = self._pane.file_line(key[1])
        if detail is not None and detail.view.id == key[0] and line is not None:
            line.show_part(self._parts.get(key, 0), running=running, remark=remark)

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
