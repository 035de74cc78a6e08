"""The question before a record is erased: why, and what erasing does and does not reach.

Invariant: nothing is erased unless a reason was chosen and the button that names it pressed; Escape means no.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Label


class EraseDialog(QDialog):
    """`accepted` when the person agrees; then `reason()` is the code that was chosen. Open it with `open()`."""

    def __init__(self, theme: Theme, title: str, reasons: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sentence = self.tr("Erase “{title}”?").format(title=title)
        self.setWindowTitle(sentence)
        self.setMinimumWidth(theme.unit(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(theme, sentence, "head", wrap=True))
        reached = self.tr(
            "With your next publication every desk and the server delete it with its whole history, its files and "
            "every copy of them, as soon as they hear of it. This cannot be undone."
        )
        never = self.tr(
            "Never reached: desks without contact, sticks, mails, paper, files saved elsewhere and copies that the "
            "server’s administrators keep. Only the kind, the reason and the date remain."
        )
        column.addWidget(Label(theme, reached, "body", "text2", wrap=True))
        column.addWidget(Label(theme, never, "body", "text2", wrap=True))
        self._reasons = Combo(theme)
        self._reasons.setAccessibleName(self.tr("Why"))
        self._reasons.addItem(self.tr("Choose a reason"), "")
        for code, words in reasons.items():
            self._reasons.addItem(words, code)
        self._reasons.currentIndexChanged.connect(self._on_reason)
        column.addWidget(Label(theme, self.tr("Why"), "smallstrong"))
        column.addWidget(self._reasons)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        keep = Button(theme, self.tr("Cancel"))
        keep.clicked.connect(self.reject)
        self._agree = Button(theme, self.tr("Erase it for everybody"), "danger")
        self._agree.clicked.connect(self.accept)
        self._agree.setEnabled(False)
        row.addWidget(keep)
        row.addWidget(self._agree)
        column.addSpacing(6)
        column.addLayout(row)
        keep.setFocus()

    def reason(self) -> str:
        """Return the code of the reason that was chosen, "" for none."""
        return str(self._reasons.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a reason."""
        self._reasons.setCurrentIndex(max(0, self._reasons.findData(code)))

    def _on_reason(self) -> None:
        self._agree.setEnabled(bool(self.reason()))
