"""What goes into an edition: collections, and which of their files.

Invariant: records go whole; only files are chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView

SIZES = (100_000_000, 700_000_000, 2_000_000_000, 4_000_000_000, 8_000_000_000, 16_000_000_000)
AGES = (30, 90, 180, 365)


@dataclass(frozen=True)
class Wish:
    """What a person wants in an edition. `since`: a date (ISO 8601), None for files of any age; `largest`: bytes."""

    collections: list[str]
    since: str | None = None
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    largest: int | None = None
    files: bool = True


class ChoicesCard(Card):
    """`chosen(Wish)`: the person wants something else."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What goes in"))
        self._theme = theme
        self._checks: dict[str, Check] = {}
        note = self.tr("Records always go whole, so that whoever opens the edition can search everything.")
        self.body.addWidget(Label(theme, note, "small", "text2", wrap=True))
        self._collections = QVBoxLayout()
        self._collections.setSpacing(2)
        self.body.addLayout(self._collections)
        self.files = Check(theme, self.tr("Files that are on this computer:"))
        self.files.setChecked(True)
        self.files.clicked.connect(self._tell)
        self.body.addWidget(self.files)
        self.since, self.language = Combo(theme), Combo(theme)
        self.kind, self.largest = Combo(theme), Combo(theme)
        self._details = QWidget()
        self.body.addWidget(self._details)
        grid = QGridLayout(self._details)
        grid.setContentsMargins(theme.unit(24), 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (name, combo) in enumerate(
            (
                (self.tr("Of records changed"), self.since),
                (self.tr("Language"), self.language),
                (self.tr("Kind"), self.kind),
                (self.tr("The whole edition at most"), self.largest),
            )
        ):
            combo.setAccessibleName(name)
            combo.activated.connect(self._tell)
            grid.addWidget(Label(theme, name, "small", "text2"), place // 2 * 2, place % 2)
            grid.addWidget(combo, place // 2 * 2 + 1, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self._fill_times()

    def _fill_times(self) -> None:
        self.since.addItem(self.tr("At any time"), None)
        for days in AGES:
            self.since.addItem(self.tr("In the last %n day(s)", "", days), days)
        self.largest.addItem(self.tr("Any size"), None)
        up_to = self.tr("Up to {size}")
        for size in SIZES:
            self.largest.addItem(up_to.format(size=formatting.size(size)), size)

    def tell(
        self,
        collections: Sequence[CollectionView],
        kinds: Mapping[str, str],
        languages: Sequence[str],
        naming: Naming,
    ) -> None:
        """Show what can be chosen; what is ticked stays ticked."""
        ticked = {name: check.isChecked() for name, check in self._checks.items()}
        self._checks.clear()
        empty(self._collections)
        for view in collections:
            check = Check(self._theme, collection_name(naming, view.name))
            check.set_count(self.tr("%Ln record(s)", "", view.records))
            check.setChecked(ticked.get(view.name, view.followed and view.name.endswith("/public")))
            check.clicked.connect(self._tell)
            self._checks[view.name] = check
            self._collections.addWidget(check)
        for combo, every, offered in (
            (self.kind, self.tr("All kinds"), kinds),
            (self.language, self.tr("All languages"), {tag: formatting.language(tag) for tag in languages}),
        ):
            kept = combo.currentData()
            combo.clear()
            combo.addItem(every, None)
            for value, name in offered.items():
                combo.addItem(name, value)
            combo.setCurrentIndex(max(0, combo.findData(kept)))

    def wish(self) -> Wish:
        """Return what is chosen."""
        days = self.since.currentData()
        today = date.today()  # noqa: DTZ011 - the person's own calendar is meant
        return Wish(
            collections=[name for name, check in self._checks.items() if check.isChecked()],
            since=(today - timedelta(days=days)).isoformat() if days else None,
            languages=_taken(self.language),
            kinds=_taken(self.kind),
            largest=self.largest.currentData(),
            files=self.files.isChecked(),
        )

    def _tell(self) -> None:
        self._details.setVisible(self.files.isChecked())
        self.chosen.emit(self.wish())


def _taken(combo: Combo) -> tuple[str, ...]:
    value = combo.currentData()
    return () if value is None else (str(value),)
