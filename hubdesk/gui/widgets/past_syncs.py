"""The table of past syncs.

Invariant: each row says when, by which road, how much, how long, and how it ended, in words and with an icon.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme

if TYPE_CHECKING:
    from hubdesk.catalogue.views import Contact

Index = QModelIndex | QPersistentModelIndex
WHEN, ROAD, DOWN, UP, TOOK, RESULT = range(6)
_NUMBERS = (DOWN, UP, TOOK)
_LOOK = {
    "complete": ("check", "ok"),
    "cut": ("offline", "warn"),
    "unanswered": ("offline", "warn"),
    "stopped": ("pause", "text2"),
    "refused": ("alert", "err"),
}


class SyncTable(QAbstractTableModel):
    """Past syncs, newest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._syncs: Sequence[Contact] = ()

    def tell(self, syncs: Sequence[Contact]) -> None:
        """Show other syncs."""
        self.beginResetModel()
        self._syncs = syncs
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._syncs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font("cap")
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        sync = self._syncs[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(sync, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column == RESULT and role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole):
            icon, tone = _LOOK.get(_ending(sync), ("alert", "warn"))
            if role == Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour(tone)
            return QIcon(self._theme.icon(icon, tone))
        if role == Qt.ItemDataRole.ToolTipRole and column == RESULT and sync.code:
            return self.tr("Details: {code}").format(code=sync.code)
        return None

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Link"),
            self.tr("Received"),
            self.tr("Sent"),
            self.tr("Took"),
            self.tr("Result"),
        )

    def _text(self, sync: Contact, column: int) -> str:
        if column == WHEN:
            moment = formatting.moment(sync.at)
            return moment[:1].upper() + moment[1:]
        if column == ROAD:
            return self._road(sync.road)
        if column == RESULT:
            return self._result(_ending(sync))
        if column == TOOK:
            return formatting.duration(sync.seconds) if sync.seconds >= 1 else self.tr("under 1 s")
        return formatting.size(sync.bytes_down if column == DOWN else sync.bytes_up)

    def _road(self, road: str) -> str:
        return {
            "server": self.tr("Central server"),
            "edition": self.tr("USB edition"),
        }.get(road, road)

    def _result(self, result: str) -> str:
        return {
            "complete": self.tr("Complete"),
            "cut": self.tr("Link lost, nothing lost"),
            "unanswered": self.tr("No answer"),
            "stopped": self.tr("Stopped by you"),
            "refused": self.tr("Not all could be used"),
        }.get(result, result)


class PastSyncs(QTableView):
    """The table as a widget, as high as its rows; its page scrolls, not itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = SyncTable(theme, self)
        self.setModel(self.table)
        self.setProperty("k", "quiet")
        self.setAccessibleName(self.tr("Past syncs"))
        theme.dress(self, "small")
        theme.dress(self.horizontalHeader(), "cap")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(RESULT, QHeaderView.ResizeMode.Stretch)
        self._fit()
        theme.changed.connect(self._fit)

    def tell(self, syncs: Sequence[Contact]) -> None:
        """Show other syncs."""
        self.table.tell(syncs)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(ROAD, self.width() < self._theme.unit(600))
        self.setColumnHidden(TOOK, self.width() < self._theme.unit(520))

    def _fit(self) -> None:
        height = max(self._theme.unit(26), self._theme.lines("small") + 8)
        self.verticalHeader().setDefaultSectionSize(height)
        head = self._theme.unit(26)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + height * self.table.rowCount() + 2)


def _ending(sync: Contact) -> str:
    if sync.result != "cut":
        return sync.result
    if sync.code == "stopped":
        return "stopped"
    return "cut" if sync.bytes_down else "unanswered"


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
