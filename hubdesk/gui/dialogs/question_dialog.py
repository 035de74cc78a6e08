"""A question before something that cannot be undone.

Invariant: nothing happens unless the button that names it is pressed; Escape and closing mean no.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label


class QuestionDialog(QDialog):
    """A sentence, what it means, and two buttons; `accepted` when the person agrees.

    Open it with `open()`: the window goes on working. With `reason` it asks for some words, which `words()` gives.
    """

    def __init__(
        self, theme: Theme, sentence: str, details: str, agree: str, parent: QWidget, *, reason: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self.setMinimumWidth(theme.unit(440))
        column.addWidget(Label(theme, sentence, "head", wrap=True))
        column.addWidget(Label(theme, details, "body", "text2", wrap=True))
        self._agree = Button(theme, agree, "danger")
        self._agree.clicked.connect(self.accept)
        self._text: QPlainTextEdit | None = None
        if reason:
            self._text = self._add_reason(theme, reason, column)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        keep = Button(theme, self.tr("Cancel"))
        keep.clicked.connect(self.reject)
        row.addWidget(keep)
        row.addWidget(self._agree)
        column.addSpacing(6)
        column.addLayout(row)
        if self._text is not None:
            self._text.setFocus()
        else:
            keep.setFocus()

    def words(self) -> str:
        """Return the words that were asked for."""
        return self._text.toPlainText().strip() if self._text is not None else ""

    def _add_reason(self, theme: Theme, reason: str, column: QVBoxLayout) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setProperty("k", "field")
        text.setAccessibleName(reason)
        text.setTabChangesFocus(True)
        theme.dress(text, "body")
        text.setFixedHeight(3 * theme.lines("body") + theme.unit(22))
        column.addWidget(Label(theme, reason, "smallstrong"))
        column.addWidget(text)
        self._agree.setEnabled(False)
        text.textChanged.connect(lambda: self._agree.setEnabled(bool(self.words())))
        return text
