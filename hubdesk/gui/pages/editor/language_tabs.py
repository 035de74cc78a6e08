"""The languages a record is written in: a tab for each, with how far it is, and a way to add one.

Invariant: a language in which anything is written always has a tab.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.options import FIRST, options
from hubdesk.gui.widgets.button import IconButton
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind

_AROUND = 58
"""What a tab takes beside its words, in text units: the icon, gaps and padding."""


class LanguageTabs(QWidget):
    """A bar of tabs. `chosen` carries the tag of a language, "" for the last tab where `aside` gave it a name."""

    chosen = Signal(str)

    def __init__(self, bench: Bench, kind: Kind) -> None:
        super().__init__()
        self._bench = bench
        self._names = tuple(field.name for field in kind.form if field.has_languages)
        self._asked_for: list[str] = []
        self._tags: list[str] = []
        self._aside = ""
        self._fields: Mapping[str, Any] = {}
        self.bar = QTabBar()
        self.bar.setAccessibleName(self.tr("Languages"))
        self.bar.setProperty("k", "languages")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        bench.theme.dress(self.bar, "body")
        self.bar.currentChanged.connect(self._on_changed)
        bench.theme.changed.connect(self._on_look)
        self._add = IconButton(bench.theme, "plus", self.tr("Add a language"))
        self._add.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.bar, 1)
        row.addWidget(self._add)

    def show_state(self, fields: Mapping[str, Any]) -> None:
        """Show how much is written in each language."""
        self._fields = fields
        counts, wanted = written(fields, self._names)
        tags = self._wanted(counts, wanted)
        if tags != self._tags:
            self._rebuild(tags)
        for place, tag in enumerate(tags):
            count = counts.get(tag, 0)
            icon, tint = "plus", "muted"
            if count:
                icon, tint = ("check", "ok") if count >= wanted else ("clock", "warn")
            self.bar.setTabIcon(place, self._bench.theme.icon(icon, tint))
            self.bar.setTabText(place, self._words(tag, count, wanted))

    def current(self) -> str:
        """Return the tag of the chosen language, "" for the tab aside."""
        place = self.bar.currentIndex()
        return self._tags[place] if 0 <= place < len(self._tags) else ""

    def select(self, tag: str) -> None:
        """Choose a language; it gets a tab where it has none."""
        if tag and tag not in self._tags:
            self._asked_for.append(tag)
            self.show_state(self._fields)
        self.bar.setCurrentIndex(self._tags.index(tag) if tag else len(self._tags))

    def step(self, forward: bool) -> None:
        """Choose the next or the previous tab."""
        count = self.bar.count()
        self.bar.setCurrentIndex((self.bar.currentIndex() + (1 if forward else -1)) % count)

    def set_aside(self, words: str) -> None:
        """Show a tab at the end that holds something else than a language; "" takes it away."""
        if words == self._aside:
            return
        was_aside = not self.current()
        self._aside = words
        self._rebuild(self._tags)
        self.show_state(self._fields)
        if was_aside and not words and self._tags:
            self.bar.setCurrentIndex(0)

    def _wanted(self, counts: Mapping[str, int], wanted: int) -> list[str]:
        """What is written in or was asked for, and the usual languages as far as there is room."""
        needed = {*counts, *self._asked_for, self.current() or FIRST[0]}
        room = self.bar.width() - self._width_of(self._aside)
        room -= sum(self._width_of(self._words(tag, counts.get(tag, 0), wanted)) for tag in needed)
        usual: set[str] = set()
        for tag in FIRST:
            width = self._width_of(formatting.language(tag))
            if tag not in needed and width <= room:
                usual.add(tag)
                room -= width
        return [*(tag for tag in FIRST if tag in needed or tag in usual), *sorted(needed.difference(FIRST))]

    def _width_of(self, words: str) -> int:
        unit = self._bench.theme.unit
        return self.bar.fontMetrics().horizontalAdvance(words) + unit(_AROUND) if words else 0

    def _rebuild(self, tags: list[str]) -> None:
        chosen = self.current() or (FIRST[0] if not self._tags else "")
        with QSignalBlocker(self.bar):
            while self.bar.count():
                self.bar.removeTab(0)
            self._tags = list(tags)
            for tag in tags:
                self.bar.addTab(formatting.language(tag))
            if self._aside:
                self.bar.addTab(self._bench.theme.icon("info", "text2"), self._aside)
            place = tags.index(chosen) if chosen in tags else len(tags)
            self.bar.setCurrentIndex(min(place, self.bar.count() - 1))

    def _words(self, tag: str, count: int, wanted: int) -> str:
        name = formatting.language(tag)
        if 0 < count < wanted:
            return self.tr("{language}, {count} of {wanted}").format(
                language=name, count=formatting.number(count), wanted=formatting.number(wanted)
            )
        return name

    def _open_menu(self) -> None:
        menu = QMenu(self)
        field = Field(name="languages", type="languages", label={})
        for tag, name in options(self._bench, field):
            if tag not in self._tags:
                menu.addAction(name).setData(tag)
        menu.triggered.connect(lambda action: self.select(str(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_state(self._fields)

    def _on_look(self) -> None:
        self.show_state(self._fields)

    def _on_changed(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.current())


def written(fields: Mapping[str, Any], names: Iterable[str]) -> tuple[dict[str, int], int]:
    """Return ({language: texts written in it}, texts written in any language) of the fields with these names."""
    counts: dict[str, int] = {}
    wanted = 0
    for name in names:
        value = fields.get(name)
        tags = (
            [t for t, text in value.items() if isinstance(text, str) and text]
            if isinstance(value, dict)
            else []
        )
        wanted += bool(tags)
        for tag in tags:
            counts[tag] = counts.get(tag, 0) + 1
    return counts, wanted
