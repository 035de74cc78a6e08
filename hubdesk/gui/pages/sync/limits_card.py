"""What the line may be used for: speed, bytes a month, hours, and links paid by volume.

Invariant: a choice is kept at once; what was used stands beside what is allowed, in both directions together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.sync.hours_strip import HoursStrip
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.surface import Card

if TYPE_CHECKING:
    from hubdesk.catalogue.limits import Limits

RATES = (2_000, 4_000, 8_000, 20_000, 40_000, 100_000, 500_000)
CAPS = (20_000_000, 50_000_000, 100_000_000, 200_000_000, 500_000_000, 1_000_000_000, 5_000_000_000)
_TIGHT = 0.95


class LimitsCard(Card):
    """`changed(dict)`: limits by their names, as the desk takes them."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Limits"))
        self._theme = theme
        self.rate, self.cap = Combo(theme), Combo(theme)
        self.first, self.last = Combo(theme), Combo(theme)
        self.hours = Check(theme, self.tr("Files by themselves only at certain hours"))
        self.metered = Check(theme, self.tr("Use links paid by volume like any other"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (name, combo) in enumerate(
            ((self.tr("Speed at most"), self.rate), (self.tr("In a month at most"), self.cap))
        ):
            combo.setAccessibleName(name)
            grid.addWidget(Label(theme, name, "small", "text2"), 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._add_used()
        self.body.addWidget(self.hours)
        self._add_hours()
        self.body.addWidget(self.metered)
        note = self.tr("What you ask for yourself comes at any hour. Sticks do not count.")
        self.body.addWidget(Label(theme, note, "small", "text2", wrap=True))
        self.rate.activated.connect(lambda _: self.changed.emit({"rate": self.rate.currentData()}))
        self.cap.activated.connect(lambda _: self.changed.emit({"cap": self.cap.currentData()}))
        self.hours.clicked.connect(self._on_hours)
        for combo in (self.first, self.last):
            combo.activated.connect(self._on_hours)
        self.metered.clicked.connect(lambda on: self.changed.emit({"metered": "use" if on else "ask"}))

    def _add_used(self) -> None:
        row = QHBoxLayout()
        self._month = Label(self._theme, "", "small", "text2")
        self._used = Elide(self._theme, "", "small", "text2")
        row.addWidget(self._month)
        row.addStretch(1)
        row.addWidget(self._used)
        self.body.addLayout(row)
        self._bar = Bar(self._theme)
        self.body.addWidget(self._bar)

    def _add_hours(self) -> None:
        theme = self._theme
        self._times = QWidget()
        column = QVBoxLayout(self._times)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for combo, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            for hour in range(24):
                combo.addItem(f"{hour:02d}:00", f"{hour:02d}:00")
            combo.setAccessibleName(name)
            row.addWidget(Label(theme, name, "small", "text2"))
            row.addWidget(combo, 1)
        column.addLayout(row)
        self._strip = HoursStrip(theme)
        column.addWidget(self._strip)
        self.body.addWidget(self._times)

    def tell(self, limits: Limits, used: int) -> None:
        """Show the limits and what was used this month, in bytes."""
        _fill(self.rate, RATES, limits.rate, self.tr("No limit"), formatting.speed)
        _fill(self.cap, CAPS, limits.cap, self.tr("No limit"), formatting.size)
        self._month.setText(self.tr("Used this month"))
        self._used.setText(formatting.size_of(used, limits.cap) if limits.cap else formatting.size(used))
        self._bar.setVisible(limits.cap is not None)
        if limits.cap is not None:
            self._bar.show_part(used, limits.cap, "again" if used >= limits.cap * _TIGHT else "running")
            self._bar.setAccessibleName(f"{self._month.text()}: {self._used.whole()}")
        self.hours.setChecked(limits.hours is not None)
        self._times.setVisible(limits.hours is not None)
        if limits.hours is not None:
            first, last = limits.hours
            for combo, time in ((self.first, first), (self.last, last)):
                if combo.findData(time) < 0:
                    combo.addItem(time, time)
                combo.setCurrentIndex(combo.findData(time))
            spoken = self.tr("{first} to {last}").format(first=first, last=last)
            self._strip.show_hours(int(first.partition(":")[0]), int(last.partition(":")[0]), spoken)
        self.metered.setChecked(limits.metered == "use")

    def _on_hours(self) -> None:
        hours = None
        if self.hours.isChecked():
            first, last = str(self.first.currentData()), str(self.last.currentData())
            hours = (first, last) if first != last else ("20:00", "05:00")
        self.changed.emit({"hours": hours})


def _fill(combo: Combo, values: tuple[int, ...], chosen: int | None, nothing: str, shown: Any) -> None:
    """Offer the values, and what was chosen elsewhere."""
    offered = sorted({*values, *([chosen] if chosen else [])})
    combo.clear()
    combo.addItem(nothing, None)
    for value in offered:
        combo.addItem(shown(value), value)
    combo.setCurrentIndex(offered.index(chosen) + 1 if chosen else 0)
