"""The side of the first page: the mark, what HubDesk is, and a hemicycle at the foot.

Invariant: on the rail's colour in both palettes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.hemicycle import Hemicycle, paint_hemicycle
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture


class Brand(QFrame):
    """What HubDesk is, in three sentences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("k", "brand")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 36, 40, 40)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Hemicycle(theme, 4, 44, "parties"), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(Label(theme, "HubDesk", "row", "railon"))
        top.addStretch(1)
        column.addLayout(top)
        column.addSpacing(64)
        column.addWidget(
            Label(theme, self.tr("What parliaments know, on this computer."), "display", "railon", wrap=True)
        )
        column.addSpacing(14)
        words = self.tr(
            "HubDesk keeps the shared catalogue here, so it works without a network. "
            "You decide when it sends or receives."
        )
        column.addWidget(Label(theme, words, "body", "railtext", wrap=True))
        column.addSpacing(16)
        promise = QHBoxLayout()
        promise.setSpacing(12)
        promise.addWidget(Picture(theme, "lock", "railtext", 18), 0, Qt.AlignmentFlag.AlignTop)
        nothing = self.tr("Nothing leaves this computer unless you propose it.")
        promise.addWidget(Label(theme, nothing, "body", "railtext", wrap=True), 1)
        column.addLayout(promise)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        width = self.width() - 24
        height = width / 2
        if self.height() < self._theme.unit(420) + height:
            return
        box = QRectF(12, self.height() - height + 4, width, height)
        paint_hemicycle(painter, self._theme, box, 9, "parties")
