"""How large an edition is, of what, and what the same would take over a line.

Invariant: a painted share also stands in figures beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.label import Badge, Elide, Label
from hubdesk.gui.widgets.surface import Card

SERIES = ("s1", "s2", "s3", "s4", "s5")
Part = tuple[str, int]
"""What something is called, and its bytes."""


class Shares(QWidget):
    """Parts of a whole beside each other in the colours of SERIES; the rest stays empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: Sequence[int] = ()
        self._whole = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def tell(self, parts: Sequence[int], whole: int) -> None:
        """Show parts of a whole, in bytes."""
        self._parts, self._whole = parts, max(whole, sum(parts), 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(120), self._theme.unit(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._theme.unit(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(room, 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(room, self._theme.colour("line"))
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = 0.0
        for part, token in zip(self._parts, SERIES, strict=False):
            width = room.width() * part / self._whole
            box = QRectF(at, 0, max(0.0, width - 1), room.height())
            if is_rtl:
                box.moveRight(room.width() - at)
            painter.fillRect(box, self._theme.colour(token))
            at += width


class _Square(QWidget):
    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self.setFixedSize(theme.unit(12), theme.unit(12))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._token))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class SizeCard(Card):
    """The size of the whole, of at most what, and of its parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(self.tr("Size"))
        self._theme = theme
        row = QHBoxLayout()
        row.setSpacing(8)
        self.whole = Label(theme, "", "title")
        self.most = Elide(theme, "", "body", "text2")
        self.fits = Badge(theme, "", "ok")
        row.addWidget(self.whole)
        row.addWidget(self.most, 1)
        row.addWidget(self.fits)
        self.body.addLayout(row)
        self._shares = Shares(theme)
        self.body.addWidget(self._shares)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self.body.addLayout(self._rows)

    def tell(self, parts: Sequence[Part], most: int | None) -> None:
        """Show the parts, the largest first; what is beyond five is one part."""
        shown = [part for part in sorted(parts, key=lambda part: -part[1]) if part[1]]
        if len(shown) > len(SERIES):
            rest = sum(size for _, size in shown[len(SERIES) - 1 :])
            shown = [*shown[: len(SERIES) - 1], (self.tr("Everything else"), rest)]
        whole = sum(size for _, size in shown)
        self.whole.setText(formatting.size(whole))
        self.most.setText(self.tr("of {size}").format(size=formatting.size(most)) if most else "")
        self.fits.setVisible(bool(most))
        if most:
            left = self.tr("Fits, {size} left").format(size=formatting.size(max(0, most - whole)))
            self.fits.setText(left if whole <= most else self.tr("Too large"))
            self.fits.set_tone("ok" if whole <= most else "err")
        self._shares.tell([size for _, size in shown], most or whole)
        self._clear()
        for number, ((name, size), token) in enumerate(zip(shown, SERIES, strict=False)):
            self._rows.addWidget(_Square(self._theme, token), number, 0)
            self._rows.addWidget(Elide(self._theme, name, "small"), number, 1)
            figure = Label(self._theme, formatting.size(size), "small")
            self._rows.addWidget(figure, number, 2, Qt.AlignmentFlag.AlignRight)

    def _clear(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class TimesCard(Card):
    """What the same would take over lines of the usual speeds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("The same over a network"))
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._lines: list[tuple[Label, Bar, Label]] = []

    def tell(self, seconds: Mapping[int, float]) -> None:
        """Show the seconds for each speed in bytes a second."""
        speeds = sorted(seconds)
        while len(self._lines) < len(speeds):
            line = (
                Label(self._theme, "", "small", "text2"),
                Bar(self._theme, "paused"),
                Label(self._theme, "", "smallstrong"),
            )
            row = len(self._lines)
            self._grid.addWidget(line[0], row, 0)
            self._grid.addWidget(line[1], row, 1)
            self._grid.addWidget(line[2], row, 2, Qt.AlignmentFlag.AlignRight)
            self._lines.append(line)
        longest = max(seconds.values(), default=0.0)
        for (name, bar, time), speed in zip(self._lines, speeds, strict=False):
            rate = formatting.isolate(self.tr("{n} kbit/s").format(n=formatting.number(speed * 8 // 1000)))
            name.setText(rate)
            time.setText(formatting.duration(seconds[speed]))
            bar.show_part(seconds[speed], longest, "paused")
            bar.setAccessibleName(f"{rate}, {time.text()}")
