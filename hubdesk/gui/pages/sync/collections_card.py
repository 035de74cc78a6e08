"""What this computer follows: each collection with its version, its records and its age.

Invariant: an unfinished first copy never looks finished.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name, readers
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.item import Item, alone
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.surface import Card, empty
from hubdesk.gui.widgets.tile import Tile

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView


class CollectionsCard(Card):
    """`wanted()`: the person wants to choose what to follow."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Followed on this computer"), parent=parent)
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        choose = Button(theme, self.tr("Choose what to follow"), "quiet")
        choose.clicked.connect(self.wanted)
        self.body.addLayout(alone(choose))

    def tell(self, collections: Sequence[CollectionView], naming: Naming) -> None:
        """Show the followed ones."""
        empty(self._rows)
        followed = [collection for collection in collections if collection.followed]
        for collection in followed:
            self._rows.addWidget(self._row(collection, naming))
        if not followed:
            nothing = self.tr("No collection is followed. The catalogue holds only what is written here.")
            self._rows.addWidget(Label(self._theme, nothing, "body", "text2", wrap=True))

    def _row(self, collection: CollectionView, naming: Naming) -> QWidget:
        hub = collection.name.partition("/")[0]
        tile = Tile(self._theme, hub, naming.tile(hub), 28)
        whom = readers(collection.name)
        first = " · ".join(filter(None, (whom[:1].upper() + whom[1:], records(collection))))
        second = " · ".join(filter(None, (progress(collection), age(collection))))
        row = Item(self._theme, "", naming.hub(hub), first, lead=tile, role="strong")
        row.words.addWidget(Elide(self._theme, second, "small", "text2"))
        row.setAccessibleName(collection_name(naming, collection.name))
        row.setAccessibleDescription(state_line(collection))
        if collection.filling is not None:
            bar = Bar(self._theme, "running")
            bar.show_part(*collection.filling)
            bar.setAccessibleName(row.accessibleName())
            row.words.addSpacing(4)
            row.words.addWidget(bar)
        return row


def state_line(collection: CollectionView) -> str:
    """Return how much of a collection is here and how old it is, on one line."""
    parts = (progress(collection), records(collection), age(collection))
    return " · ".join(filter(None, parts))


def age(collection: CollectionView) -> str:
    """Return how old what is here is; "" where nothing is."""
    if not collection.as_of or not collection.version:
        return ""
    pattern = QCoreApplication.translate("CollectionState", "as of {time}")
    return pattern.format(time=formatting.moment(collection.as_of))


def records(collection: CollectionView) -> str:
    """Return how many records of a collection are here; "" where nothing is."""
    if not collection.version and collection.filling is None:
        return ""
    return QCoreApplication.translate("CollectionState", "%Ln record(s)", "", collection.records)


def progress(collection: CollectionView) -> str:
    """Return the version that is here, or how much of the first copy."""
    if collection.filling is not None:
        pattern = QCoreApplication.translate("CollectionState", "First copy: {percent} here")
        return pattern.format(percent=formatting.percent(*collection.filling))
    if not collection.version:
        return QCoreApplication.translate("CollectionState", "Nothing here yet")
    pattern = QCoreApplication.translate("CollectionState", "Version {number}")
    return pattern.format(number=formatting.number(collection.version))
