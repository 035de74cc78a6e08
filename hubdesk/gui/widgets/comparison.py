"""Two versions of a record side by side, field by field.

Invariant: what was added and removed is marked in the version that comes after; nothing of either side is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.differences import Difference, Part, parts
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.marked_text import MarkedText
from hubdesk.gui.widgets.surface import Frame, hairline


class Comparison(QFrame):
    """A table of fields: name, before, after. Without `before_name` there is one version only."""

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Difference],
        before_name: str,
        after_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("k", "card")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setSpacing(0)
        self._columns = 3 if before_name else 2
        self._grid.setColumnStretch(0, 2)
        for column in range(1, self._columns):
            self._grid.setColumnStretch(column, 4)
        self._add_heads(
            [self.tr("Field"), before_name, after_name] if before_name else [self.tr("Field"), after_name]
        )
        self._grid.setColumnMinimumWidth(0, self._width_of_names(entries))
        for place, entry in enumerate(entries):
            self._add(place * 2 + 2, entry, is_first=place == 0)

    def _width_of_names(self, entries: Sequence[Difference]) -> int:
        """What the longest word of the names needs, so that none is cut."""
        metrics = QFontMetrics(self._theme.font("smallstrong"))
        words = [word for entry in entries for word in entry.name.split()]
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 26

    def _add_heads(self, names: Sequence[str]) -> None:
        ground = Frame("heads")
        self._grid.addWidget(ground, 0, 0, 1, self._columns)
        for column, name in enumerate(names):
            head = Label(self._theme, name, "smallstrong", wrap=True)
            head.setContentsMargins(16, 8, 8, 8)
            self._grid.addWidget(head, 0, column)

    def _add(self, row: int, entry: Difference, *, is_first: bool) -> None:
        if not is_first:
            self._grid.addWidget(hairline(), row - 1, 0, 1, self._columns)
        self._grid.addWidget(self._name(entry), row, 0)
        both = parts(entry.before, entry.after)
        if self._columns == 3:
            before = [Part(entry.before)] if entry.before else []
            self._grid.addWidget(self._cell(before, "text2"), row, 1)
            self._grid.addWidget(self._cell(both, "text"), row, 2)
        else:
            self._grid.addWidget(self._cell([Part(entry.after)] if entry.after else [], "text"), row, 1)

    def _name(self, entry: Difference) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 10, 8, 10)
        column.setSpacing(0)
        column.addWidget(Label(self._theme, entry.name, "smallstrong", wrap=True))
        if entry.language:
            column.addWidget(Label(self._theme, formatting.language(entry.language), "cap", "muted"))
        column.addStretch(1)
        return holder

    def _cell(self, shown: Sequence[Part], tone: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 10, 12, 10)
        text = MarkedText(self._theme, shown, self.tr("Nothing"), tone)
        text.setSizePolicy(_growing())
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
