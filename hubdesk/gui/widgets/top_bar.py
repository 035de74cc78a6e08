"""The strip above the catalogue: the search field, and the button for a new record.

Invariant: it is drawn before the catalogue is open; what is typed until then is not lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.search_field import SearchField


class TopBar(QFrame):
    """Search, and `new_wanted(kind)` from the menu of kinds."""

    new_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: list[tuple[str, str, str]] = []
        self.setProperty("k", "top")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        self.search = SearchField(theme, self.tr("Search the catalogue"), self.tr("Search the catalogue"))
        self.new = Button(theme, self.tr("New record"), icon="plus")
        self.new.setEnabled(False)
        self._menu: QMenu | None = None  # made when there is something to offer
        row.addWidget(self.search, 1)
        row.addWidget(self.new)
        self.setAccessibleName(self.tr("Search"))
        theme.changed.connect(self._fill)

    def offer(self, kinds: Iterable[tuple[str, str, str]]) -> None:
        """Fill the menu with kinds: (name, icon, label)."""
        self._kinds = list(kinds)
        self._fill()

    def open_menu(self) -> None:
        """Show the kinds, as a press of the button does."""
        if self.new.isEnabled():
            self.new.showMenu()

    def _fill(self) -> None:
        self.new.setEnabled(bool(self._kinds))
        if self._menu is None and self._kinds:
            self._menu = QMenu(self.new)
            self.new.setMenu(self._menu)
        if self._menu is not None:
            self._menu.clear()
            for name, icon, label in self._kinds:
                action = self._menu.addAction(self._theme.icon(icon, "accent"), label)
                action.triggered.connect(lambda _checked=False, kind=name: self.new_wanted.emit(kind))
