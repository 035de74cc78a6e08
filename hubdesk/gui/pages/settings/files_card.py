"""Which files come by themselves, with what that would bring before it begins.

Invariant: the estimate stands beside the choice before a byte of it is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from hubdesk.catalogue.limits import Choice
from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Radio
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card

if TYPE_CHECKING:
    from hubdesk.catalogue.downloads import Estimate

SIZES = (1_000_000, 5_000_000, 20_000_000, 100_000_000, 500_000_000)


class FilesCard(Card):
    """`chosen(Choice)`: what the person wants from now on."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Files that come by themselves"))
        self._theme = theme
        self._choice = Choice()
        self._group = QButtonGroup(self)
        self.ways: dict[str, Radio] = {}
        for which, words in (
            ("none", self.tr("None, and the list of files to come rests")),
            ("asked", self.tr("Those that I ask for")),
            ("chosen", self.tr("Also all of these:")),
        ):
            radio = self.ways[which] = Radio(theme, words)
            self._group.addButton(radio)
            radio.clicked.connect(self._on_change)
            self.body.addWidget(radio)
        self.largest, self.hub = Combo(theme), Combo(theme)
        self.kind, self.language = Combo(theme), Combo(theme)
        self._details = QWidget()
        grid = QGridLayout(self._details)
        grid.setContentsMargins(theme.unit(24), 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (name, combo) in enumerate(
            (
                (self.tr("Size"), self.largest),
                (self.tr("Hub"), self.hub),
                (self.tr("Kind"), self.kind),
                (self.tr("Language"), self.language),
            )
        ):
            combo.setAccessibleName(name)
            combo.activated.connect(self._on_change)
            grid.addWidget(Label(theme, name, "small", "text2"), place // 2 * 2, place % 2)
            grid.addWidget(combo, place // 2 * 2 + 1, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.body.addWidget(self._details)
        self._estimate = Label(theme, "", "small", "text2", wrap=True)
        self.body.addWidget(self._estimate)

    def tell(
        self,
        choice: Choice,
        hubs: Mapping[str, str],
        kinds: Mapping[str, str],
        languages: Sequence[str],
    ) -> None:
        """Show a choice; `hubs` and `kinds`: what can be chosen, with its name."""
        self._choice = choice
        self.ways[choice.which].setChecked(True)
        up_to = self.tr("Up to {size}")
        sizes = {size: up_to.format(size=formatting.size(size)) for size in SIZES}
        if choice.largest is not None and choice.largest not in sizes:
            sizes[choice.largest] = up_to.format(size=formatting.size(choice.largest))
        _fill(
            self.largest, self.tr("Any size"), {size: sizes[size] for size in sorted(sizes)}, choice.largest
        )
        tags = {tag: formatting.language(tag) for tag in languages}
        for combo, every, offered, taken in (
            (self.hub, self.tr("All hubs"), hubs, choice.hubs),
            (self.kind, self.tr("All kinds"), kinds, choice.kinds),
            (self.language, self.tr("All languages"), tags, choice.languages),
        ):
            _fill(combo, every, offered, taken[0] if taken else None)
            if len(taken) > 1:
                # Chosen elsewhere; it stays until another choice is made here.
                combo.addItem(self.tr("Several (%Ln)", "", len(taken)), list(taken))
                combo.setCurrentIndex(combo.count() - 1)
        self._details.setVisible(choice.which == "chosen")

    def tell_estimate(self, estimate: Estimate | None) -> None:
        """Show what the choice would bring; None where nothing comes by itself."""
        self._estimate.setVisible(estimate is not None)
        if estimate is None:
            return
        words = self.tr("%Ln file(s), {size}.", "", estimate.files).format(
            size=formatting.size(estimate.bytes)
        )
        rest = estimate.bytes - estimate.here
        if not estimate.files:
            words = self.tr("No file is meant by this yet.")
        elif not rest:
            words = f"{words} {self.tr('All of them are on this computer.')}"
        elif estimate.seconds:
            time = formatting.duration(estimate.seconds)
            then = self.tr("{size} still to come, about {time} at the speed measured here.")
            words = f"{words} {then.format(size=formatting.size(rest), time=time)}"
        else:
            then = self.tr("{size} still to come.")
            words = f"{words} {then.format(size=formatting.size(rest))}"
        self._estimate.setText(words)

    def _on_change(self) -> None:
        which = next(name for name, radio in self.ways.items() if radio.isChecked())
        self._details.setVisible(which == "chosen")
        self._choice = Choice(
            which,  # type: ignore[arg-type]  # the three names above
            self.largest.currentData(),
            _taken(self.hub),
            _taken(self.kind),
            _taken(self.language),
        )
        self.chosen.emit(self._choice)


def _fill(
    combo: Combo,
    every: str,
    offered: Mapping[object, str] | Mapping[str, str] | Mapping[int, str],
    taken: object,
) -> None:
    combo.clear()
    combo.addItem(every, None)
    for value, name in offered.items():
        combo.addItem(name, value)
    if taken is not None and combo.findData(taken) < 0:
        combo.addItem(str(taken), taken)
    combo.setCurrentIndex(max(0, combo.findData(taken)) if taken is not None else 0)


def _taken(combo: Combo) -> list[str]:
    value = combo.currentData()
    return [] if value is None else value if isinstance(value, list) else [str(value)]
