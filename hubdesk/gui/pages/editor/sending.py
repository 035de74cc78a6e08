"""What becomes of a draft, and how much goes over the line.

Invariant: only what the hub does not have yet is counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card, empty, hairline

SLOW_BYTES = 8_000
"""A line of 64 kbit/s, in bytes a second."""
AROUND = 400
"""What identifies and signs a revision on its way, in bytes."""


class Disc(QWidget):
    """A step's number in a disc, filled where one stands."""

    def __init__(self, theme: Theme, number: int, *, is_current: bool) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._is_current = is_current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(24), self._theme.unit(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.colour("accent" if self._is_current else "edge"), 1.4))
        painter.setBrush(self._theme.colour("accent" if self._is_current else "surface"))
        painter.drawEllipse(box)
        painter.setPen(self._theme.colour("onaccent" if self._is_current else "text2"))
        painter.setFont(self._theme.font("tiny"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, formatting.number(self._number))


class NextSteps(Card):
    """Draft, proposed, published: where the record stands, and what each means."""

    def __init__(self, bench: Bench) -> None:
        self._theme = bench.theme
        super().__init__(bench.theme, " ")
        self.heading.setText(self.tr("What happens next"))
        self.setAccessibleName(self.heading.text())
        self._steps = QVBoxLayout()
        self._steps.setSpacing(10)
        self.body.addLayout(self._steps)

    def show_step(self, current: int) -> None:
        """Mark a step: 1 draft, 2 proposed, 3 published."""
        empty(self._steps)
        words = (
            (self.tr("Draft"), self.tr("Only on this computer. Saved as you type.")),
            (self.tr("Proposed"), self.tr("Waits in the outbox, then with the hub’s coordinators.")),
            (self.tr("Published"), self.tr("Signed by the hub, visible to everyone at their next sync.")),
        )
        for number, (name, meaning) in enumerate(words, start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            is_current = number == current
            row.addWidget(Disc(self._theme, number, is_current=is_current), 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Label(self._theme, name, "strong" if is_current else "body"))
            column.addWidget(Label(self._theme, meaning, "cap", "text2", wrap=True))
            row.addLayout(column, 1)
            self._steps.addLayout(row)


class ToBeSent(Card):
    """The bytes of the record and of its new files, and how long they take on a slow line."""

    def __init__(self, bench: Bench) -> None:
        self._theme = bench.theme
        super().__init__(bench.theme, " ")
        self.heading.setText(self.tr("To be sent"))
        self.setAccessibleName(self.heading.text())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def show_fields(self, fields: Mapping[str, Any], published: Mapping[str, Any] | None) -> None:
        """Show what these fields weigh against what is published."""
        record, files, count = weight(fields, published)
        empty(self._rows)
        self._rows.addLayout(self._row(self.tr("Record"), formatting.size(record)))
        if count:
            self._rows.addLayout(self._row(self.tr("%Ln file(s)", "", count), formatting.size(files)))
        self._rows.addWidget(hairline())
        seconds = formatting.duration((record + files) / SLOW_BYTES + 1)
        words = self.tr("About {time} at {speed}").format(
            time=seconds, speed=formatting.isolate(self.tr("64 kbit/s"))
        )
        self._rows.addLayout(self._row(words, formatting.size(record + files), "smallstrong"))

    def _row(self, words: str, figure: str, role: str = "small") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._theme, words, "small", wrap=True), 1)
        row.addWidget(Label(self._theme, figure, role), 0, Qt.AlignmentFlag.AlignTop)
        return row


def weight(fields: Mapping[str, Any], published: Mapping[str, Any] | None) -> tuple[int, int, int]:
    """Return (bytes of the record, bytes of the files that are not published yet, their number)."""
    known = {file.get("sha256") for file in _files(published or {})}
    fresh = {str(file.get("sha256")): file for file in _files(fields) if file.get("sha256") not in known}
    sizes = [file["size"] for file in fresh.values() if isinstance(file.get("size"), int)]
    record = len(json.dumps(dict(fields), ensure_ascii=False, separators=(",", ":")).encode()) + AROUND
    return record, sum(sizes), len(fresh)


def _files(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    files = fields.get("files")
    return [file for file in files if isinstance(file, Mapping)] if isinstance(files, list) else []
