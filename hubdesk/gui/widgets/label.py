"""Words on the window.

Invariant: a label shows plain text and nothing else; foreign text can neither become markup nor load anything.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hubdesk.gui.theme import Theme


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet selects by, at run time."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Label(QLabel):
    """Plain text in a type role and a tone (`text`, `text2`, `muted`, `ok`, `warn`, `err`, `info`, `plan` ...)."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        theme.dress(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        # QLabel goes by its text's direction; a window must go by its own.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        if not self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | vertical)

    def minimumSizeHint(self) -> QSize:
        # A long word must not widen the column that it stands in; `breakable` lets it wrap.
        hint = super().minimumSizeHint()
        return QSize(min(48, hint.width()), hint.height()) if self.wordWrap() else hint

    def set_tone(self, tone: str) -> None:
        """Change the colour of the words."""
        restyle(self, "tone", tone)


class Elide(Label):
    """One line that shortens itself with an ellipsis; the whole stays in the tooltip and the accessible name."""

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", tone: str = "text", **others: object
    ) -> None:
        self._whole = ""
        super().__init__(theme, text, role, tone, **others)  # type: ignore[arg-type]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        self._whole = " ".join(text.split())
        super().setText(self._whole)
        self.setAccessibleName(self._whole)
        self._note_tooltip()

    def whole(self) -> str:
        """Return the text before it was shortened."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        # One pixel more than asked: rounding in fractional scales must not shorten what fits.
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self._whole) + 1, super().sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        box = self.contentsRect()
        text = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, box.width())
        self.style().drawItemText(
            painter,
            box,
            self.alignment().value | Qt.AlignmentFlag.AlignVCenter.value,
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )

    def _note_tooltip(self) -> None:
        fits = QFontMetrics(self.font()).horizontalAdvance(self._whole) <= self.contentsRect().width()
        self.setToolTip("" if fits else self._whole)


class Badge(Label):
    """A state word on its tint: Done, 1 day left, Draft. Tone "" is neutral."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "cap", tone, parent=parent)
        self.setProperty("k", "badge")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
