"""The files that are to come: how far each is, how long yet, and what a person may do with it.

Invariant: bytes are always shown; speed and time only while something moves; what stopped a file is said beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.errors import HubDeskError, ServerAnswer, Unreachable
from hubdesk.gui import formatting
from hubdesk.gui.sentences import sentence
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar, State
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.item import alone
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.catalogue.downloads import DownloadView
    from hubdesk.sync.queue import QueueProgress, QueueReport

FIRST = 5
"""So many are listed before the rest is asked for."""
_OF_LINE = frozenset({"cut", "stalled", "no-answer"})


class DownloadRow(QWidget):
    """One file. `chosen(action, sha256)`: pause, resume, first or cancel."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, view: DownloadView, *, may_be_first: bool) -> None:
        super().__init__()
        self.view = view
        name = formatting.isolate(view.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Picture(theme, "document", "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(12)
        self.name = Elide(theme, name, "strong")
        self.pace = Label(theme, "", "small", "text2")
        top.addWidget(self.name, 1)
        top.addWidget(self.pace)
        column.addLayout(top)
        self.bar = Bar(theme)
        self.bar.setAccessibleName(name)
        column.addWidget(self.bar)
        self.amount = Elide(theme, "", "small", "text2")
        column.addWidget(self.amount)
        row.addLayout(column, 1)
        is_going = view.state in ("waiting", "running")
        first = IconButton(theme, "up", self.tr("Fetch before all others: {name}").format(name=name))
        turn = IconButton(
            theme,
            "pause" if is_going else "play",
            (self.tr("Pause: {name}") if is_going else self.tr("Go on with: {name}")).format(name=name),
        )
        cancel = IconButton(theme, "x", self.tr("Take off the list: {name}").format(name=name))
        policy = first.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        first.setSizePolicy(policy)
        for button, action in (
            (first, "first"),
            (turn, "pause" if is_going else "resume"),
            (cancel, "cancel"),
        ):
            button.clicked.connect(lambda _=False, action=action: self.chosen.emit(action, view.sha256))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        first.setVisible(may_be_first)
        self._show_state()

    def _show_state(self) -> None:
        view = self.view
        states: dict[str, tuple[str, State]] = {
            "running": (self.tr("Coming"), "running"),
            "waiting": (self.tr("Waits"), "waiting"),
            "paused": (self.tr("Paused"), "paused"),
            "failed": (self.tr("Stopped"), "again"),
        }
        word, state = states[view.state]
        self.pace.setText(word)
        self.bar.show_part(view.bytes_here, view.size, state)
        about = formatting.size_of(view.bytes_here, view.size)
        if view.state == "failed" and view.code:
            about = f"{about} · {reason(view.code)}"
        elif view.state == "paused":
            about = f"{about} · {self.tr('paused by you')}"
        elif view.bytes_here:
            about = f"{about} · {self.tr('every piece checked')}"
        self.amount.setText(about)

    def show_progress(self, progress: QueueProgress) -> None:
        """Show how far this file is now."""
        parts = [formatting.speed(progress.speed)] if progress.speed else []
        if progress.left is not None:
            parts.append(self.tr("{time} left").format(time=formatting.duration(progress.left)))
        self.pace.setText(" · ".join(parts) or self.tr("Coming"))
        self.bar.show_part(progress.done, progress.size, "running")
        here = formatting.size_of(progress.done, progress.size)
        self.amount.setText(f"{here} · {self.tr('every piece checked')}")


class DownloadsCard(Card):
    """`chosen(action, sha256)`: of one file, or of all with an empty sha256."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Files to come"), " ")
        self._theme = theme
        self._is_whole = False
        self._views: Sequence[DownloadView] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self._ended = Label(theme, "", "small", "warn", wrap=True)
        self._ended.hide()
        self.body.addWidget(self._ended)

    def tell(self, views: Sequence[DownloadView]) -> None:
        """Show the list in the order in which it is fetched."""
        self._views = views
        empty(self._rows)
        shown = views if self._is_whole else views[:FIRST]
        for place, view in enumerate(shown):
            row = DownloadRow(self._theme, view, may_be_first=place > 0)
            row.chosen.connect(self.chosen)
            self._rows.addWidget(row)
        if not views:
            nothing = self.tr(
                "Nothing is on its way. Files that you ask for appear here until they are whole."
            )
            self._rows.addWidget(Label(self._theme, nothing, "body", "text2", wrap=True))
            self._ended.hide()
        if len(shown) < len(views):
            more = Button(self._theme, self.tr("Show %Ln more", "", len(views) - len(shown)), "quiet", "down")
            more.clicked.connect(self._show_whole)
            self._rows.addLayout(alone(more))
        speeds = [view.left for view in views if view.left is not None and view.state != "paused"]
        self._remark(sum(view.bytes_wanted for view in views), sum(speeds) if speeds else None)

    def _show_whole(self) -> None:
        self._is_whole = True
        self.tell(self._views)

    def _remark(self, rest: int, left: float | None) -> None:
        self.remark.setText(self._to_come(rest, left) if self._views else "")
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _to_come(self, rest: int, left: float | None) -> str:
        parts = [self.tr("{size} to come").format(size=formatting.size(rest))]
        if left:
            parts.append(self.tr("about {time} at this speed").format(time=formatting.duration(left)))
        return " · ".join(parts)

    def show_progress(self, progress: QueueProgress) -> None:
        """Show how far the file that comes and the whole list are."""
        self._ended.hide()
        self._remark(progress.bytes, progress.left_all)
        for row in self.findChildren(DownloadRow):
            if row.view.sha256 == progress.sha256:
                row.show_progress(progress)

    def show_end(self, report: QueueReport) -> None:
        """Say why the list is not worked off now, where it is not empty."""
        is_said = bool(self._views) and report.ended is not None and report.ended != "stopped"
        self._ended.setVisible(is_said)
        if is_said and report.ended is not None:
            self._ended.setText(reason(report.ended, report.data))


def reason(code: str, data: dict[str, object] | None = None) -> str:
    """Return why a file did not come, as a sentence."""
    error: HubDeskError = Unreachable(code, **(data or {}))
    if code not in _OF_LINE and not data:
        error = ServerAnswer(code)
    return sentence(error)[0]
