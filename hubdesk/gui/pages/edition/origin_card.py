"""Who made an edition, when, and who vouches for what is in it.

Invariant: the maker is only said; the hubs' signatures are what counts, and the card says which is which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.packages.inspecting import Preview

_OLD_DAYS = 90


class OriginCard(Card):
    """Where an edition comes from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Where it comes from"))
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def tell(self, preview: Preview, naming: Naming) -> None:
        """Show an edition."""
        empty(self._rows)
        signed = self.tr("As of {date}").format(date=formatting.date(preview.issued or preview.made))
        self._rows.addWidget(Item(self._theme, "clock", signed, self._age(preview.age_days), role="strong"))
        desk = self.tr("Made {date} by desk {id}").format(
            date=formatting.date(preview.made), id=formatting.isolate(preview.by[:8])
        )
        note = self.tr("The edition says so; nobody signed that.")
        self._rows.addWidget(Item(self._theme, "monitor", desk, note))
        hubs = sorted({name.partition("/")[0] for name, item in preview.collections.items() if item.signer})
        if preview.trusted and hubs:
            names = formatting.listing([naming.hub(hub) for hub in hubs])
            words = self.tr("Signed by {hubs}").format(hubs=names)
            self._rows.addWidget(
                Item(self._theme, "verified", words, self.tr("Checked on this computer"), role="strong")
            )
        elif not preview.trusted:
            words = self.tr("Not checked yet")
            self._rows.addWidget(
                Item(self._theme, "alert", words, self.tr("This computer does not know this Centre."))
            )
        amount = self.tr("%Ln file(s), {size} in all", "", preview.files)
        line = amount.format(size=formatting.size(preview.bytes))
        self._rows.addWidget(Label(self._theme, line, "small", "text2", wrap=True))

    def _age(self, days: float | None) -> str:
        if days is None:
            return self.tr("Its age is not known: this computer's clock is behind.")
        if days < 1:
            return self.tr("Today")
        words = self.tr("%n day(s) old", "", round(days))
        return self.tr("{age}: much may have changed since").format(age=words) if days > _OLD_DAYS else words
