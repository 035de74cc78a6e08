"""The list of results, filled page by page as one scrolls.

Invariant: only rows that were fetched exist for the view, so that neither memory nor the accessibility tree grows
with the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hubdesk.gui.models.row import Row

ROW = Qt.ItemDataRole.UserRole + 1
PAGE = 50
Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """Rows of one query. `more(offset)` is called when the view nears the end of what is here."""

    def __init__(self, more: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._more = more
        self._rows: list[Row] = []
        self._total = 0
        self._is_waiting = False

    def replace(self, rows: Sequence[Row], total: int) -> None:
        """Show the first rows of another query that has `total` results."""
        self.beginResetModel()
        self._rows = list(rows)
        self._total = total
        self._is_waiting = False
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Add the next rows of the same query."""
        self._is_waiting = False
        if not rows:
            self._total = len(self._rows)
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def refused(self) -> None:
        """The next rows could not be had: they may be asked for again."""
        self._is_waiting = False

    def row_of(self, record: str) -> int | None:
        """Return where a record stands among the rows that are here."""
        return next((number for number, row in enumerate(self._rows) if row.id == record), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_waiting and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self._more(len(self._rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None
