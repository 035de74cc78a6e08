"""A row of small things that goes on in the next line where the room ends.

Invariant: things stand in reading order, from the reading side.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """Lays out widgets like words; `is_trailing`: lines end at the far side."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, *, is_trailing: bool = False) -> None:
        super().__init__(parent)
        self._is_trailing = is_trailing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take out and delete every widget."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, room: QRect, *, is_trial: bool) -> int:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        y = room.top()
        for line in self._lines(room.width()):
            sizes = [item.sizeHint() for item in line]
            height = max(size.height() for size in sizes)
            whole = sum(size.width() for size in sizes) + self.spacing() * (len(line) - 1)
            x = room.left() + (max(0, room.width() - whole) if self._is_trailing else 0)
            for item, size in zip(line, sizes, strict=True):
                width = min(size.width(), room.width()) if room.width() > 0 else size.width()
                if not is_trial:
                    box = QRect(QPoint(x, y), QSize(width, size.height()))
                    item.setGeometry(QStyle.visualRect(direction, room, box))
                x += width + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - room.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            own = item.sizeHint().width()
            if not lines or used + self.spacing() + own > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + own
        return lines
