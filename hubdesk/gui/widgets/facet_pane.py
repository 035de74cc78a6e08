"""The facets beside the results: what may be ticked, and how many records each choice has.

Invariant: a value keeps its place while one types, and one without records stays in sight with 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Column, hairline

Choices = dict[str, set[str]]
Counts = Mapping[str, Mapping[str, int]]
OPEN = ("kind", "domain", "hub")
CLOSED = ("country", "language", "licence", "status")
FEW = 6
"""Values of a facet in sight before the rest is asked for."""


class FacetPane(Column):
    """All facets. `chosen` is emitted when a tick changes; `choices()` says which are on."""

    chosen = Signal()

    def __init__(
        self, theme: Theme, name_facet: Callable[[str], str], name_value: Callable[[str, str], str]
    ) -> None:
        super().__init__((12, 12, 12, 16), 0)
        self._theme = theme
        self.setProperty("sheet", "sunken")
        self.setAccessibleName(self.tr("Filters"))
        self._here = Check(theme, name_value("here", "yes"))
        self._here.toggled.connect(lambda _on: self.chosen.emit())
        self.add(self._here)
        self._sections: dict[str, _Section] = {}
        for facet in (*OPEN, *CLOSED):
            section = _Section(theme, name_facet(facet), partial(name_value, facet), facet in OPEN)
            section.chosen.connect(self.chosen)
            self._sections[facet] = section
            self.add(section)
        self._resize()
        theme.changed.connect(self._resize)

    def choices(self) -> dict[str, list[str]]:
        """Return facet -> ticked values, without facets where nothing is ticked."""
        found = {facet: section.ticked() for facet, section in self._sections.items() if section.ticked()}
        return {**found, **({"here": ["yes"]} if self._here.isChecked() else {})}

    def show_counts(self, whole: Counts, counts: Counts) -> None:
        """Show how many records each value has now. `whole`: the same for all records, which gives the order."""
        here = counts.get("here", {}).get("yes", 0)
        self._here.set_count(formatting.number(here))
        for facet, section in self._sections.items():
            section.show_counts(whole.get(facet, {}), counts.get(facet, {}))

    def untick(self, facet: str | None = None, value: str | None = None) -> None:
        """Take back one choice, or all of them."""
        self.blockSignals(True)
        if facet in (None, "here"):
            self._here.setChecked(False)
        for name, section in self._sections.items():
            if facet in (None, name):
                section.untick(value)
        self.blockSignals(False)
        self.chosen.emit()

    def _resize(self) -> None:
        self.setMinimumWidth(self._theme.unit(232))
        self.setMaximumWidth(self._theme.unit(232))


class _Fold(QPushButton):
    """The heading of a facet: opens and closes it."""

    def __init__(self, theme: Theme, text: str, is_open: bool) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("k", "fold")
        self.setCheckable(True)
        self.setChecked(is_open)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.dress(self, "smallstrong")
        self.toggled.connect(self.retint)
        theme.changed.connect(self.retint)
        self.retint()

    def retint(self) -> None:
        side = self._theme.unit(14)
        self.setIcon(self._theme.icon("down" if self.isChecked() else "right", "muted"))
        self.setIconSize(QSize(side, side))


class _Section(QWidget):
    """One facet: a heading that folds, and its values."""

    chosen = Signal()

    def __init__(self, theme: Theme, title: str, name_value: Callable[[str], str], is_open: bool) -> None:
        super().__init__()
        self._theme = theme
        self._name_value = name_value
        self._checks: dict[str, Check] = {}
        self._counts: dict[str, int] = {}
        self._shows_all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addSpacing(6)
        self._fold = _Fold(theme, title, is_open)
        self._fold.toggled.connect(self._lay_out)
        column.addWidget(self._fold)
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        column.addLayout(self._values)
        self._none = Label(theme, self.tr("Nothing to choose yet"), "cap", "muted")
        self._none.setContentsMargins(28, 2, 0, 4)
        column.addWidget(self._none)
        self._all = Button(theme, "", "quiet")
        self._all.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addStretch(1)
        column.addLayout(foot)
        self._lay_out()

    def ticked(self) -> list[str]:
        return [value for value, check in self._checks.items() if check.isChecked()]

    def show_counts(self, whole: Mapping[str, int], counts: Mapping[str, int]) -> None:
        fresh = [value for value in whole if value not in self._checks]
        for value in sorted(fresh, key=lambda value: (-whole[value], value)):
            check = Check(self._theme, self._name_value(value))
            check.toggled.connect(self.chosen)
            self._checks[value] = check
            self._values.addWidget(check)
        for value, check in self._checks.items():
            check.set_count(formatting.number(counts.get(value, 0)))
        self._counts = dict(counts)
        self._lay_out()

    def untick(self, value: str | None) -> None:
        for name, check in self._checks.items():
            if value in (None, name):
                check.blockSignals(True)
                check.setChecked(False)
                check.blockSignals(False)
                check.update()

    def _show_all(self) -> None:
        self._shows_all = not self._shows_all
        self._lay_out()

    def _lay_out(self) -> None:
        is_open = self._fold.isChecked()
        # The order never changes; which few are in sight goes by who has records now.
        few = set(sorted(self._checks, key=lambda value: not self._counts.get(value))[:FEW])
        for value, check in self._checks.items():
            check.setVisible(is_open and (self._shows_all or value in few or check.isChecked()))
        hidden = len(self._checks) - FEW
        self._all.setVisible(is_open and hidden > 0)
        self._all.setText(
            self.tr("Show fewer") if self._shows_all else self.tr("%n more", "", max(0, hidden))
        )
        self._none.setVisible(is_open and not self._checks)
        state = self.tr("open") if is_open else self.tr("closed")
        self._fold.setAccessibleName(f"{self._fold.text()}, {state}")
