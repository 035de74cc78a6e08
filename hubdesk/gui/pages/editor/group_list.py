"""The parts of the form at its side, each with how it stands.

Invariant: a part says in words what is left to do in it; its sign and colour only repeat that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.widgets.label import Elide, restyle
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame
from hubdesk.model.kind import Group, Kind
from hubdesk.model.text import label
from hubdesk.model.validation import Problem
from hubdesk.model.value import is_empty


class Standing(Struct, frozen=True):
    """How a part of the form stands."""

    words: str
    icon: str
    tone: str


def standing(
    group: Group,
    fields: Mapping[str, Any],
    problems: Sequence[Problem],
    *,
    is_fresh: bool = False,
) -> Standing:
    """Say how a group stands: what is to settle, what would be good to have, complete, or optional.

    `is_fresh`: nothing was written yet, so that what is missing is no fault.
    """
    own = [problem for problem in problems if problem.field in group.fields]
    stopping = len({problem.field for problem in own if problem.stops})
    if stopping and is_fresh:
        words = QCoreApplication.translate("Standing", "%Ln needed to publish", "", stopping)
        return Standing(words, "minus", "text2")
    if stopping:
        words = QCoreApplication.translate("Standing", "%Ln thing(s) to settle", "", stopping)
        return Standing(words, "alert", "err")
    advised = len({problem.field for problem in own})
    is_blank = all(is_empty(fields.get(name)) for name in group.fields)
    if advised and not is_fresh:
        words = QCoreApplication.translate("Standing", "%Ln suggestion(s)", "", advised)
        return Standing(words, "info", "text2")
    files = fields.get("files") if "files" in group.fields else None
    if isinstance(files, list) and files:
        sizes = [file.get("size") for file in files if isinstance(file, dict)]
        whole = sum(size for size in sizes if isinstance(size, int))
        words = QCoreApplication.translate("Standing", "%Ln file(s), {size}", "", len(files))
        return Standing(words.format(size=formatting.size(whole)), "check", "ok")
    if is_blank:
        return Standing(QCoreApplication.translate("Standing", "Optional"), "minus", "muted")
    return Standing(QCoreApplication.translate("Standing", "Complete"), "check", "ok")


class GroupButton(QAbstractButton):
    """A part of the form: its sign, its name, how it stands."""

    def __init__(self, bench: Bench, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = name
        self._frame = Frame("choice")
        self._picture = Picture(bench.theme, "minus", "muted", 18)
        self._title = Elide(bench.theme, name, "body")
        self._state = Elide(bench.theme, "", "cap", "text2")
        self._bench = bench
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(11, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row.addLayout(words, 1)
        for part in (self._frame, self._title, self._state, self._picture):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._restyle)
        self._restyle()

    def show_standing(self, stand: Standing) -> None:
        """Show how the part stands."""
        self._picture.set_icon(stand.icon, stand.tone)
        self._state.setText(stand.words)
        self._state.set_tone("err" if stand.tone == "err" else "text2")
        self.setAccessibleName(f"{self._name}, {stand.words}")

    def paintEvent(self, event: object) -> None:
        """The frame within paints."""

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self._restyle()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        state = "on" if self.isChecked() else "off"
        restyle(self._frame, "state", f"{state}-focus" if self.hasFocus() else state)
        self._bench.theme.dress(self._title, "strong" if self.isChecked() else "body")


class GroupList(QWidget):
    """The buttons of all parts. `chosen` carries the part's place."""

    chosen = Signal(int)

    def __init__(self, bench: Bench, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setAccessibleName(self.tr("Parts of the form"))
        self._buttons: list[GroupButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._group = QButtonGroup(self)
        for place, group in enumerate(kind.groups):
            name = label(group.label, bench.naming.language) or self.tr("Everything")
            button = GroupButton(bench, name)
            self._group.addButton(button, place)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def select(self, place: int) -> None:
        """Mark a part as the one in sight."""
        self._buttons[place].setChecked(True)

    def show_problems(
        self, fields: Mapping[str, Any], problems: Sequence[Problem], *, is_fresh: bool = False
    ) -> None:
        """Show how each part stands."""
        for group, button in zip(self._kind.groups, self._buttons, strict=True):
            button.show_standing(standing(group, fields, problems, is_fresh=is_fresh))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._buttons:
            place = (self._group.checkedId() + steps[Qt.Key(event.key())]) % len(self._buttons)
            self._buttons[place].setFocus()
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)
