"""A person's own sentence for a field that two people changed: mine, theirs, both joined, or words of one's own.

Invariant: nothing is taken over before it was pressed; what stands in the field is what will be saved.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit

from hubdesk.gui import formatting
from hubdesk.gui.pages.clashes.lines import Line
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.action_row import ActionRow
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card

_LINES = 4


class OwnWords(Card):
    """`taken(path, text)`: the words for an open line. Alt+M, Alt+T and Alt+B fill in mine, theirs and both."""

    taken = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._line: Line | None = None
        self._title = Label(theme, "", "head", wrap=True)
        row = ActionRow(theme, self._title)
        self.mine = Button(theme, self.tr("Use mine"), "segment")
        self.theirs = Button(theme, self.tr("Use theirs"), "segment")
        self.both = Button(theme, self.tr("Join both"), "segment")
        self.use = Button(theme, self.tr("Use this sentence"), icon="check")
        for button, keys, fill in (
            (self.mine, "Alt+M", self._mine),
            (self.theirs, "Alt+T", self._theirs),
            (self.both, "Alt+B", self._both),
        ):
            button.clicked.connect(fill)
            button.setToolTip(keys)
            row.add(button)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(fill)
        self.use.clicked.connect(self._on_use)
        row.add(self.use)
        self.body.addWidget(row)
        self.text = QPlainTextEdit()
        self.text.setProperty("k", "field")
        self.text.setTabChangesFocus(True)
        theme.dress(self.text, "body")
        self.text.setFixedHeight(_LINES * theme.lines("body") + theme.unit(22))
        self.text.textChanged.connect(self._on_text)
        self.body.addWidget(self.text)

    def show_line(self, line: Line, text: str) -> None:
        """Ask about a line; `text` is what was decided, or a proposal."""
        self._line = line
        name = f"{line.name} ({formatting.language(line.language)})" if line.language else line.name
        words = self.tr("{field}: your sentence").format(field=name)
        self._title.setText(words)
        self.both.setVisible(line.can_join)
        self.text.setAccessibleName(words)
        self.setAccessibleName(words)
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self._on_text()

    def line(self) -> Line | None:
        """Return the line that is asked about."""
        return self._line

    def _mine(self) -> None:
        self._fill(self._line.mine if self._line else "")

    def _theirs(self) -> None:
        self._fill(self._line.theirs if self._line else "")

    def _both(self) -> None:
        self._fill(self._line.joined if self._line else "")

    def _fill(self, text: str) -> None:
        if self._line is not None and self.isVisible():
            self.text.setPlainText(text)
            self.text.setFocus()

    def _on_text(self) -> None:
        self.use.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_use(self) -> None:
        if self._line is not None:
            self.taken.emit(self._line.path, self.text.toPlainText())
