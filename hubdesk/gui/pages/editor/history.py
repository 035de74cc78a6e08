"""The earlier versions of a record, each of which can be compared and brought back.

Invariant: bringing a version back writes a draft; no version is ever changed or lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import RevisionView

_FIRST = 4


class History(Card):
    """The newest versions, and on demand all. `opened(hash)`: compare; `wanted_back(hash)`: bring back; `fetch_wanted`:
    ask the hub for those that are not here."""

    opened = Signal(str)
    wanted_back = Signal(str)
    fetch_wanted = Signal()

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        super().__init__(bench.theme, " ")
        self.heading.setText(self.tr("History"))
        self.setAccessibleName(self.heading.text())
        self._revisions: Sequence[RevisionView] = ()
        self._is_whole = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self.hide()

    def show_revisions(self, revisions: Sequence[RevisionView]) -> None:
        """Show these versions, the newest first."""
        self._revisions = revisions
        self.setVisible(bool(revisions))
        self._show()

    def show_again(self) -> None:
        """Show what was shown, with every button ready."""
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        shown = self._revisions if self._is_whole else self._revisions[:_FIRST]
        for revision in shown:
            self._rows.addLayout(self._row(revision))
        rest = len(self._revisions) - len(shown)
        if rest > 0:
            more = Button(self._bench.theme, self.tr("Show %Ln more", "", rest), "quiet")
            more.clicked.connect(self._on_more)
            self._rows.addWidget(more)
        if any(not revision.held for revision in self._revisions):
            fetch = Button(self._bench.theme, self.tr("Get the earlier versions"), "quiet", "download")
            fetch.clicked.connect(lambda: fetch.setEnabled(False))
            fetch.clicked.connect(self.fetch_wanted)
            self._rows.addWidget(fetch)

    def _row(self, revision: RevisionView) -> QHBoxLayout:
        theme = self._bench.theme
        row = QHBoxLayout()
        row.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(0)
        when = formatting.moment(revision.at) if revision.at else self.tr("An earlier version")
        words.addWidget(Elide(theme, when, "small"))
        words.addWidget(Label(theme, self._state(revision), "cap", "muted", wrap=True))
        row.addLayout(words, 1)
        if revision.held and revision.withdrawn is None:
            look = IconButton(theme, "eye", self.tr("Compare the version of {time}").format(time=when))
            look.clicked.connect(lambda: self.opened.emit(revision.hash))
            back = IconButton(theme, "undo", self.tr("Bring back the version of {time}").format(time=when))
            back.clicked.connect(lambda: self.wanted_back.emit(revision.hash))
            row.addWidget(look)
            row.addWidget(back)
        return row

    def _state(self, revision: RevisionView) -> str:
        if not revision.held:
            return self.tr("Not on this computer")
        if revision.withdrawn is not None:
            return self.tr("Withdrawn")
        if revision.current:
            return self.tr("Published now")
        own = revision.by == self._bench.desk.id
        return self.tr("Written on this computer") if own else self.tr("Written elsewhere")

    def _on_more(self) -> None:
        self._is_whole = True
        self._show()
