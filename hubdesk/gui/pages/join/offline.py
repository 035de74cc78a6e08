"""Asking to join without a network: the request goes into a file that somebody else carries.

Invariant: the file holds no secret; nothing is sent, and the desk waits for the answer by any road.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.trust.invite import Invite

if TYPE_CHECKING:
    from hubdesk.desk import Desk

NAME = "request-to-join.hubdesk"


class Offline(MessagePanel):
    """What is said of the request. `written()`: it is on the disk."""

    written = Signal()

    def __init__(self, theme: Theme, desk: Desk, tasks: Tasks) -> None:
        super().__init__(theme, "info", "")
        self._desk = desk
        self._tasks = tasks
        self.go_on = Button(theme, self.tr("Go on to the catalogue"))
        self.repairs.addWidget(self.go_on)
        self.hide()

    def choose(self, invite: Invite, parent: QWidget) -> None:
        """Ask where the request goes, then write it."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(parent, self.tr("Where the request is written"), f"{start}/{NAME}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(lambda path: self.write(invite, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, invite: Invite, path: Path) -> None:
        """Write the request of this desk to join by `invite` into a new file."""
        desk = self._desk

        def work() -> Path:
            from hubdesk.packages.parcel_file import write_parcel

            write_parcel(path, "join", desk.carrier.ask_to_join(invite))
            return path

        self._tasks.run(work, self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        words = self.tr("The request is written")
        details = self.tr(
            "Give {file} to anybody who has HubDesk and a network, on a stick or by mail. It holds no secret. The answer "
            "comes back in an edition or a small file; until then you can read editions and write drafts."
        )
        self.say("ok", words, details.format(file=formatting.isolate(path.name)))
        self.go_on.show()
        self.show()
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self.say("err", *sentence(error))
        self.go_on.hide()
        self.show()
