"""The table of a record that two people changed: before, mine, theirs, and what becomes of each field.

Invariant: what is settled says why; what is open asks with a tick on each side, and both may be ticked where words can
be joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.differences import Part, parts
from hubdesk.gui.pages.clashes.lines import Disagreement, Line
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.label import Elide, Label, restyle
from hubdesk.gui.widgets.marked_text import MarkedText
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame, empty, hairline

_COLUMNS = 5


class SideCell(QFrame):
    """One side of an open line: a tick and the words. `ticked(bool)` is the person's doing."""

    ticked = Signal(bool)

    def __init__(self, theme: Theme, whose: str, line: Line, words: str) -> None:
        super().__init__()
        self.setProperty("k", "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 6, 9, 8)
        column.setSpacing(2)
        self.check = Check(theme, self.tr("Keep this"), role="small")
        self.check.setAccessibleName(f"{self.tr('Keep this')}: {whose}, {line.name}")
        self.check.clicked.connect(self.ticked)
        column.addWidget(self.check)
        text = MarkedText(theme, parts(line.before, words), self.tr("Nothing"))
        text.setSizePolicy(_growing())
        column.addWidget(text)
        column.addStretch(1)

    def show_kept(self, *, is_kept: bool) -> None:
        """Show whether this side is kept."""
        self.check.setChecked(is_kept)
        self.check.setText(self.tr("Kept") if is_kept else self.tr("Keep this"))
        restyle(self, "on", "true" if is_kept else "false")


class OpenRow:
    """The widgets of an open line that change with the decision."""

    def __init__(
        self, mine: SideCell, theirs: SideCell, state: Label, sign: Picture, result: QVBoxLayout
    ) -> None:
        self.mine = mine
        self.theirs = theirs
        self.state = state
        self.sign = sign
        self.result = result


class ClashTable(QFrame):
    """`decided(path, mine, theirs)`: which sides of an open line are ticked now."""

    decided = Signal(str, bool, bool)

    def __init__(self, theme: Theme, told: Disagreement) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._theme = theme
        self._rows: dict[str, OpenRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        for column, share in enumerate((3, 4, 5, 5, 4)):
            self._grid.setColumnStretch(column, share)
        self._grid.setColumnMinimumWidth(0, self._width_of_names(told.lines))
        self._add_heads(told)
        for place, line in enumerate(told.lines):
            row = place * 2 + 2
            if place:
                self._grid.addWidget(hairline(), row - 1, 0, 1, _COLUMNS)
            if line.origin == "open":
                self._add_open(row, line)
            else:
                self._add_settled(row, line)

    def _width_of_names(self, lines: Sequence[Line]) -> int:
        metrics = QFontMetrics(self._theme.font("smallstrong"))
        words = [word for line in lines for word in line.name.split()]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 30

    # heads

    def _add_heads(self, told: Disagreement) -> None:
        self._grid.addWidget(Frame("heads"), 0, 0, 1, _COLUMNS)
        heads = [
            (self.tr("Field"), "", ""),
            (self.tr("Before"), self.tr("What both began with"), told.before_at),
            (self.tr("Mine"), self._from_me(told), told.mine.at),
            (self.tr("Theirs"), self._from_them(told), told.theirs.at),
            (self.tr("Result"), self.tr("What will be saved"), ""),
        ]
        for column, (name, about, at) in enumerate(heads):
            self._grid.addWidget(self._head(name, about, at), 0, column)

    def _from_me(self, told: Disagreement) -> str:
        return self.tr("Published or accepted") if told.side == "inbox" else self.tr("You, this computer")

    def _from_them(self, told: Disagreement) -> str:
        return self.tr("Proposed to your hub") if told.side == "inbox" else self.tr("Published by the hub")

    def _head(self, name: str, about: str, at: str) -> QWidget:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(Label(theme, name, "smallstrong"))
        if at:
            date = Elide(theme, formatting.date(at[:10]), "cap", "muted")
            date.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            top.addWidget(date, 1)
        else:
            top.addStretch(1)
        column.addLayout(top)
        if about:
            column.addWidget(Elide(theme, about, "cap", "text2"))
        column.addStretch(1)
        return holder

    # rows

    def _add_settled(self, row: int, line: Line) -> None:
        words = {
            "mine": self.tr("Only you changed it"),
            "theirs": self.tr("Only they changed it"),
            "both": self.tr("Both changed it; joined"),
        }[line.origin]
        if line.origin == "both" and line.mine == line.theirs:
            words = self.tr("Both changed it alike")
        self._grid.addWidget(self._name(line, "check", "ok", words)[0], row, 0)
        self._grid.addWidget(self._cell(_plain(line.before), "text2"), row, 1)
        self._grid.addWidget(self._cell(parts(line.before, line.mine)), row, 2)
        self._grid.addWidget(self._cell(parts(line.before, line.theirs)), row, 3)
        self._grid.addWidget(self._cell(_plain(line.result), ground="result"), row, 4)

    def _add_open(self, row: int, line: Line) -> None:
        name, state, sign = self._name(line, "alert", "warn", self.tr("Needs your decision"))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(self._cell(_plain(line.before), "text2"), row, 1)
        mine = SideCell(self._theme, self.tr("Mine"), line, line.mine)
        theirs = SideCell(self._theme, self.tr("Theirs"), line, line.theirs)
        ground = Frame("open")
        result = QVBoxLayout(ground)
        result.setContentsMargins(12, 10, 12, 10)
        self._grid.addWidget(_padded(mine), row, 2)
        self._grid.addWidget(_padded(theirs), row, 3)
        self._grid.addWidget(ground, row, 4)
        self._rows[line.path] = OpenRow(mine, theirs, state, sign, result)
        mine.ticked.connect(lambda is_on: self._on_tick(line, is_mine=True, is_on=is_on))
        theirs.ticked.connect(lambda is_on: self._on_tick(line, is_mine=False, is_on=is_on))
        self.show_decision(line, None, is_mine=False, is_theirs=False)

    def _on_tick(self, line: Line, *, is_mine: bool, is_on: bool) -> None:
        row = self._rows[line.path]
        other = (row.theirs if is_mine else row.mine).check.isChecked() and (line.can_join or not is_on)
        self.decided.emit(line.path, is_on if is_mine else other, other if is_mine else is_on)

    def show_decision(self, line: Line, result: str | None, *, is_mine: bool, is_theirs: bool) -> None:
        """Show what becomes of an open line; None while nobody decided."""
        row = self._rows[line.path]
        row.mine.show_kept(is_kept=is_mine)
        row.theirs.show_kept(is_kept=is_theirs)
        is_decided = result is not None
        row.sign.set_icon("check" if is_decided else "alert", "ok" if is_decided else "warn")
        row.state.setText(self.tr("Decided by you") if is_decided else self.tr("Needs your decision"))
        restyle(row.state, "tone", "ok" if is_decided else "warn")
        empty(row.result)
        if result is None:
            words = self.tr("Choose one, or both.") if line.can_join else self.tr("Choose one.")
            row.result.addWidget(Label(self._theme, words, "small", "warn", wrap=True))
        else:
            text = MarkedText(self._theme, _plain(result), self.tr("Nothing"))
            text.setSizePolicy(_growing())
            row.result.addWidget(text)
        row.result.addStretch(1)
        ground = row.result.parentWidget()
        if ground is not None:
            restyle(ground, "k", "result" if is_decided else "open")

    def row_of(self, path: str) -> QWidget:
        """Return a widget of an open line's row, to bring it into sight."""
        return self._rows[path].mine

    def _name(self, line: Line, icon: str, tone: str, words: str) -> tuple[QWidget, Label, Picture]:
        theme = self._theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 10, 8, 10)
        column.setSpacing(2)
        column.addWidget(Label(theme, line.name, "smallstrong", wrap=True))
        if line.language:
            column.addWidget(Label(theme, formatting.language(line.language), "cap", "muted"))
        row = QHBoxLayout()
        row.setSpacing(5)
        sign = Picture(theme, icon, tone, 14)
        state = Label(theme, words, "cap", tone, wrap=True)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(state, 1)
        column.addLayout(row)
        column.addStretch(1)
        return holder, state, sign

    def _cell(self, shown: Sequence[Part], tone: str = "text", ground: str = "") -> QWidget:
        holder = Frame(ground) if ground else QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 10, 12, 10)
        text = MarkedText(self._theme, shown, self.tr("Nothing"), tone)
        text.setSizePolicy(_growing())
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _plain(text: str) -> list[Part]:
    return [Part(text)] if text else []


def _padded(cell: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(3, 4, 3, 4)
    column.addWidget(cell)
    return holder


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
