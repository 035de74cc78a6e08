"""The search field: the widest and tallest control, where everything starts.

Invariant: it says what it searches, clears with Esc, and never acts by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import IconButton
from hubdesk.gui.widgets.label import Label, restyle
from hubdesk.gui.widgets.picture import Picture


class SearchField(QFrame):
    """A line to search with. `left_down`: Down was pressed, the list is wanted. `left_back`: Esc in an empty field."""

    changed = Signal(str)
    left_down = Signal()
    left_back = Signal()

    def __init__(self, theme: Theme, prompt: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("k", "search")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(Picture(theme, "search", "text2", 20))
        self.line = QLineEdit()
        self.line.setProperty("k", "search")
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(name)
        theme.dress(self.line, "head")
        font = self.line.font()
        font.setWeight(theme.font("body").weight())
        self.line.setFont(font)
        row.addWidget(self.line, 1)
        self._keys = Label(theme, "Ctrl+K", "cap", "muted")
        row.addWidget(self._keys)
        self._clear = IconButton(theme, "x", self.tr("Clear the search"))
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        row.addWidget(self._clear)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_text_changed)
        self._resize()
        theme.changed.connect(self._resize)

    def text(self) -> str:
        """Return what is searched for."""
        return self.line.text()

    def clear(self) -> None:
        """Search for nothing, and stay here."""
        self.line.clear()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "on", "true" if event.type() == QEvent.Type.FocusIn else "false")
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.left_down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._on_escape()
                return True
        return super().eventFilter(watched, event)

    def _on_escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.left_back.emit()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._keys.setVisible(not text)
        self.changed.emit(text)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.unit(48))
        font = self._theme.font("head")
        font.setWeight(self._theme.font("body").weight())
        self.line.setFont(font)
