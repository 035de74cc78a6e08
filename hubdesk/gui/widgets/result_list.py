"""The list of results: keys, pointer, and the row that is chosen.

Invariant: the row is chosen by its record's id, so that a new answer keeps it where it still appears.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from hubdesk.gui.models.results import ROW, ResultsModel
from hubdesk.gui.models.row import Row
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.result_delegate import ResultDelegate


class ResultList(QListView):
    """`picked(id)`: a row became current. `opened(id)`: the detail is wanted, by Enter or ("") by a press.
    `toggled_download(id)`: Space. `menu_wanted(id, point)`: the row's menu. `left_up`: Up on the first row."""

    picked = Signal(str)
    opened = Signal(str)
    toggled_download = Signal(str)
    menu_wanted = Signal(str, object)
    left_up = Signal()
    left_back = Signal()

    def __init__(self, theme: Theme, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._delegate = ResultDelegate(theme, self)
        self.setProperty("k", "results")
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Results"))
        self.verticalScrollBar().setSingleStep(theme.unit(22))
        theme.changed.connect(self._on_theme)

    def current(self) -> str:
        """Return the id of the current row, "" for none."""
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, Row) else ""

    def choose(self, record: str) -> bool:
        """Make a record's row current without asking for its detail again; say whether it is in the list."""
        number = self._results.row_of(record)
        if number is None:
            self.setCurrentIndex(QModelIndex())
            return False
        index = self._results.index(number)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def choose_first(self) -> None:
        """Make the first row current."""
        if self._results.rowCount():
            self.setCurrentIndex(self._results.index(0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if isinstance(row, Row):
            self.picked.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(is_by_keys=True)
        key = event.key()
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.opened.emit(self.current())
        elif key == Qt.Key.Key_Space:
            self.toggled_download.emit(self.current())
        elif key == Qt.Key.Key_Escape:
            self.left_back.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(is_by_keys=False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(is_by_keys=event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        row = index.data(ROW)
        if isinstance(row, Row):
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
            point = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else where
            self.menu_wanted.emit(row.id, point)

    def _show_ring(self, *, is_by_keys: bool) -> None:
        if self._delegate.is_by_keys != is_by_keys:
            self._delegate.is_by_keys = is_by_keys
            self.viewport().update()

    def _on_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
