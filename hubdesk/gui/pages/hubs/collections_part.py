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

    def tell(self, collections: Sequence[CollectionView]) -> None:
        """Show the collections."""
        focused = next((name for name, check in self._checks.items() if check.hasFocus()), "")
        self._checks = {}
        empty(self._rows)
        for collection in sorted(collections, key=lambda one: (not one.name.endswith("/public"), one.name)):
            self._rows.addWidget(self._row(collection))
        if focused in self._checks:
            self._checks[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        if not collections:
            none = self.tr("This hub has no collection on the server that this computer uses.")
            self._rows.addWidget(Label(self._theme, none, "body", "text2", wrap=True))

    def _row(self, collection: CollectionView) -> QWidget:
        theme = self._theme
        well = Frame("chosen" if collection.followed else "well")
        column = QVBoxLayout(well)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(4)
        title = readers(collection.name)
        check = Check(theme, title[:1].upper() + title[1:], role="strong")
        check.setAccessibleName(self.tr("Follow: {readers}").format(readers=title))
        check.setChecked(collection.followed)
        check.setAccessibleDescription(state_line(collection))
        check.clicked.connect(lambda on: self.followed.emit(collection.name, on))
        column.addWidget(check)
        self._checks[collection.name] = check
        column.addWidget(Label(theme, state_line(collection), "small", "text2", wrap=True))
        if collection.filling is not None:
            bar = Bar(theme, "running")
            bar.show_part(*collection.filling)
            bar.setAccessibleName(title)
            column.addWidget(bar)
        if collection.signer:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Picture(theme, "verified", "ok", 16))
            signed = self.tr("Signed with key {key}, checked on this computer")
            line.addWidget(
                Label(theme, signed.format(key=key_name(collection.signer)), "small", "ok", wrap=True), 1
            )
            column.addLayout(line)
        return well
