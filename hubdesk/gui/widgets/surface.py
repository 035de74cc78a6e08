"""Sheets to put things on: cards, wells, hairlines, scrolled columns.

Invariant: distances are multiples of 4 at 13-pixel text and grow with it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Elide, Label


class Card(QFrame):
    """A white sheet with a heading, a remark at its far end, and `body` for what it holds."""

    def __init__(
        self, theme: Theme, heading: str = "", remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("k", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 16)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.heading = Label(theme, heading, "head")
        self.remark = Elide(theme, remark, "small", "text2")
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.remark, 1)
        if heading:
            self.body.addLayout(self.head)
            self.setAccessibleName(heading)
        else:
            for label in (self.heading, self.remark):
                label.setParent(
                    self
                )  # else nobody owns them, and Python may delete them on a worker's thread
                label.hide()


class Frame(QFrame):
    """A sheet of a kind of the style sheet: `well`, `chosen`, `bar`, `top`, `card`."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("k", kind)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a line one pixel thick."""
    line = Frame("line", parent)
    line.setFixedHeight(1)
    return line


def upright(parent: QWidget | None = None) -> QFrame:
    """Return an upright line one pixel thick."""
    line = Frame("line", parent)
    line.setFixedWidth(1)
    return line


class Column(QScrollArea):
    """A column that scrolls up and down only. Fill `body`; it ends with a stretch, add with `add`."""

    def __init__(self, margins: tuple[int, int, int, int] = (24, 16, 24, 24), spacing: int = 16) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        inner.setProperty("k", "scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.body.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.body.insertWidget(self.body.count() - 1, widget)

    def clear(self) -> None:
        """Take out every widget."""
        empty(self.body, keep=1)


def empty(layout: QVBoxLayout | QHBoxLayout, keep: int = 0) -> None:
    """Remove and delete what a layout holds, but for the last `keep` items."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            empty(inner)
