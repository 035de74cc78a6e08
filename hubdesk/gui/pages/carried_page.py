"""What this computer carries for desks without a network, and the small files in which it comes and goes.

Invariant: a file is only taken when the person says so; what is carried for others takes effect at the hub alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.edition.parcels import Taken, Written, take_parcel, write_parcels
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Card, Column, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.carried import CarriedView
    from hubdesk.desk import Desk

_CHANGED = frozenset({"records", "outbox", "inbox", "sync", "hubs"})
_MOST = 60


class CarriedPage(Page):
    """Carried: `enter(Path)` offers to take one file in."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self._asked: Task | None = None
        self._path: Path | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        words = self.tr("Requests, proposals and answers of desks that have no network.")
        self.header = Header(theme, self.tr("Carried for others"), words)
        self.back = Button(theme, self.tr("Back"), "plain", "left")
        self.back.clicked.connect(lambda: self.wanted.emit("back", None))
        self.write = Button(theme, self.tr("Write files for others"), "plain", "usb")
        self.write.clicked.connect(self._choose_folder)
        self.open = Button(theme, self.tr("Take files in"), "primary", "folder")
        self.open.clicked.connect(self._choose_files)
        for button in (self.back, self.write, self.open):
            self.header.add(button)
        whole.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        self.message = MessagePanel(theme, "info", "")
        self.take = Button(theme, self.tr("Take it in"))
        self.take.clicked.connect(self._on_take)
        self.message.repairs.addWidget(self.take)
        self.message.hide()
        self.column.add(self.message)
        self.card = Card(theme, self.tr("On their way"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.card.body.addLayout(self._rows)
        self.column.add(self.card)

    # a page

    def enter(self, argument: object = None) -> None:
        self.message.hide()
        if argument is not None:
            self._path = Path(str(argument))
            words = self.tr("Take this file in?")
            details = self.tr(
                "{file}: it is checked, and passed on to the hub at the next sync where it is for it."
            )
            self.message.say("info", words, details.format(file=formatting.isolate(self._path.name)))
            self.take.show()
            self.message.show()
        self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if "sync" in what and self.isVisible():
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.column)

    # what is carried

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        carrier = self.desk.carrier
        self._asked = self.tasks.run(carrier.all, self._on_carried)

    def _on_carried(self, carried: list[CarriedView]) -> None:
        empty(self._rows)
        for view in list(reversed(carried))[:_MOST]:
            self._rows.addWidget(self._row(view))
        if not carried:
            none = self.tr("Nothing is carried. What others bring on a stick or in a mail appears here.")
            self._rows.addWidget(Label(self.theme, none, "body", "text2", wrap=True))

    def _row(self, view: CarriedView) -> Item:
        icon, words = {
            "join": ("people", self.tr("A request to join, of desk {id}")),
            "batch": ("outbox", self.tr("Proposals of desk {id}")),
            "publication": ("hub", self.tr("A signed publication of desk {id}")),
            "outcomes": ("inbox", self.tr("Answers for desk {id}")),
            "admitted": ("key", self.tr("An admission for desk {id}")),
        }.get(view.kind, ("mail", self.tr("Something for desk {id}")))
        line = self.tr("{size}, here since {time}").format(
            size=formatting.size(view.bytes), time=formatting.moment(view.since)
        )
        item = Item(self.theme, icon, words.format(id=formatting.isolate(view.desk[:8])), line)
        if view.delivered and view.code:
            item.add(Badge(self.theme, self.tr("The hub refused it"), "err"))
        elif view.delivered:
            item.add(Badge(self.theme, self.tr("Delivered"), "ok"))
        else:
            item.add(Badge(self.theme, self.tr("Waits for the next sync or edition"), "info"))
        return item

    # taking and writing

    def _choose_files(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Take files in"), start)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("What desks carry (*.hubdesk)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda paths: self.bring([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_take(self) -> None:
        if self._path is not None:
            self.bring([self._path])

    def bring(self, paths: Sequence[Path]) -> None:
        """Take files in."""
        desk = self.desk
        self.take.hide()
        self.tasks.run(lambda: take_parcel(desk, paths), self._on_taken, self._on_failed)

    def _on_taken(self, taken: Taken) -> None:
        words = self.tr("%Ln file(s) taken in", "", taken.applied + taken.carried + taken.known)
        parts = [
            self.tr("%Ln for this computer.", "", taken.applied) if taken.applied else "",
            self.tr("%Ln carried on.", "", taken.carried) if taken.carried else "",
            self.tr("%Ln known already.", "", taken.known) if taken.known else "",
        ]
        self._say("ok", words, " ".join(part for part in parts if part))
        self.changed.emit(_CHANGED)
        self._ask()

    def _choose_folder(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Where the files are written"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.write_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, folder: Path) -> None:
        """Write what this computer has for others, its own proposals too, into a folder."""
        desk = self.desk
        self.tasks.run(lambda: write_parcels(desk, folder), self._on_written, self._on_failed)

    def _on_written(self, written: Written) -> None:
        words = self.tr("%Ln file(s) written", "", written.files)
        left = self.tr("%Ln for members alone stay here: they travel in a sealed edition.", "", written.left)
        self._say("ok", words, left if written.left else "")

    def _on_failed(self, error: Exception) -> None:
        self._say("err", *sentence(error))

    def _say(self, tone: str, words: str, details: str) -> None:
        self.take.hide()
        self.message.say(tone, words, details)  # type: ignore[arg-type]  # ok or err
        self.message.show()
        self.announced.emit(words)
