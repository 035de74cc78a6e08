"""A hub's collections: what of them lies here, who signed it, and whether this computer follows them.

Invariant: following is a choice kept on this computer; what it brings comes with the next sync, and it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.collection_name import readers
from hubdesk.gui.pages.hubs.wording import key_name
from hubdesk.gui.pages.sync.collections_card import state_line
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card, Frame, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView


class CollectionsPart(Card):
    """`followed(name, is_followed)`: the person chose."""

    followed = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Its collections"), self.tr("Tick what you follow"), parent)
        self._theme = theme
        self._checks: dict[str, Check] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def tell(self, collections: Sequence[CollectionView], offered: Sequence[str] = ()) -> None:
        """Show the collections known here, and the names of those that may be followed as well."""
        focused = next((name for name, check in self._checks.items() if check.hasFocus()), "")
        self._checks = {}
        empty(self._rows)
        known = {collection.name: collection for collection in collections}
        for name in sorted({*known, *offered}, key=lambda name: (not name.endswith("/public"), name)):
            self._rows.addWidget(self._row(name, known.get(name)))
        if focused in self._checks:
            self._checks[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._checks:
            none = self.tr("Nothing of this hub is on this computer, and no server is known to have it.")
            self._rows.addWidget(Label(self._theme, none, "body", "text2", wrap=True))

    def _row(self, name: str, collection: CollectionView | None) -> QWidget:
        is_followed = collection is not None and collection.followed
        well = Frame("chosen" if is_followed else "well")
        column = QVBoxLayout(well)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(4)
        title = readers(name)
        check = Check(self._theme, title[:1].upper() + title[1:], role="strong")
        check.setAccessibleName(self.tr("Follow: {readers}").format(readers=title))
        check.setChecked(is_followed)
        check.clicked.connect(lambda on: self.followed.emit(name, on))
        self._checks[name] = check
        column.addWidget(check)
        state = state_line(collection) if collection is not None else self.tr("Not on this computer")
        check.setAccessibleDescription(state)
        column.addWidget(Label(self._theme, state, "small", "text2", wrap=True))
        if collection is not None:
            self._add_proof(column, collection, title)
        return well

    def _add_proof(self, column: QVBoxLayout, collection: CollectionView, title: str) -> None:
        if collection.filling is not None:
            bar = Bar(self._theme, "running")
            bar.show_part(*collection.filling)
            bar.setAccessibleName(title)
            column.addWidget(bar)
        if collection.signer:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Picture(self._theme, "verified", "ok", 16))
            signed = self.tr("Signed with key {key}, checked on this computer")
            words = signed.format(key=key_name(collection.signer))
            line.addWidget(Label(self._theme, words, "small", "ok", wrap=True), 1)
            column.addLayout(line)
