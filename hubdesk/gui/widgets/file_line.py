"""A file of a record: its name, how much of it is here, and the one thing to do with it.

Invariant: an unfinished download never looks finished; a file is saved as a copy, never opened by HubDesk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import IconButton
from hubdesk.gui.widgets.label import Elide
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.software_note import SoftwareNote

if TYPE_CHECKING:
    from hubdesk.catalogue.shared_files import SoftwareFile
    from hubdesk.catalogue.views import FileView

_ICONS = {
    "zip": "archive", "gz": "archive", "xz": "archive", "7z": "archive", "tar": "archive", "iso": "disk",
    "png": "image", "jpg": "image", "jpeg": "image", "svg": "image", "mp4": "video", "webm": "video",
    "csv": "table", "xlsx": "table", "ods": "table", "json": "dataset", "xml": "dataset",
}  # fmt: skip


class FileLine(QWidget):
    """One file. `get_wanted(name)`: bring it here; `save_wanted(name)`: save a copy; `stop_wanted(name)`."""

    get_wanted = Signal(str)
    save_wanted = Signal(str)
    stop_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        file: FileView,
        software: SoftwareFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file = file
        self._is_running = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        ending = file.name.rpartition(".")[2].lower()
        grid.addWidget(Picture(theme, _ICONS.get(ending, "document"), "text2", 18), 0, 0, 2, 1)
        grid.addWidget(Elide(theme, formatting.isolate(file.name), "small"), 0, 1)
        self._words = Elide(theme, "", "cap", "text2")
        grid.addWidget(self._words, 1, 1)
        self._bar = Bar(theme)
        grid.addWidget(self._bar, 2, 1)
        self._button = IconButton(theme, "download", "")
        self._button.clicked.connect(self._on_pressed)
        grid.addWidget(self._button, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        if software is not None:
            grid.addWidget(SoftwareNote(theme, software), 3, 1, 1, 2)
        self.show_part(file.bytes_here, running=False)

    def show_part(self, here: int, *, running: bool, remark: str = "") -> None:
        """Show that `here` bytes have arrived; `remark` says why it stopped."""
        self._is_running = running
        whole = self._file.size
        is_here = self._file.available or (here >= whole and not running)
        self._bar.setVisible((running or 0 < here < whole) and not is_here)
        self._bar.show_part(here, whole, "running" if running else "waiting")
        self._words.setText(self._sentence(here, is_here, remark))
        name = self._file.name
        if is_here:
            self._button.set_icon("disk", "ok")
            self._button.rename(self.tr("Save a copy of {name}").format(name=name))
        elif running:
            self._button.set_icon("pause", "accent")
            self._button.rename(self.tr("Pause {name}").format(name=name))
        else:
            self._button.set_icon("download", "accent")
            self._button.rename(self.tr("Get {name}").format(name=name))

    def _sentence(self, here: int, is_here: bool, remark: str) -> str:
        whole = formatting.size(self._file.size)
        if is_here:
            text = self.tr("{size} · on this computer").format(size=whole)
        elif self._is_running or here:
            text = formatting.size_of(here, self._file.size)
        else:
            text = self.tr("{size} · not here yet").format(size=whole)
        if remark:
            text = f"{text} · {remark}"
        if self._file.pass_on == "no":
            text = self.tr("{text} · not to be passed on").format(text=text)
        return f"{text} · {formatting.isolate(self._file.licence)}" if self._file.licence else text

    def _on_pressed(self) -> None:
        if self._is_running:
            self.stop_wanted.emit(self._file.name)
        elif self._file.available:
            self.save_wanted.emit(self._file.name)
        else:
            self.get_wanted.emit(self._file.name)
