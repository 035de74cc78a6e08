"""Publishing: what will happen, how far it is, and what it did, in words.

Invariant: nothing claims to be published before the hub has taken it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame

if TYPE_CHECKING:
    from hubdesk.sync.exchange import Progress


class Publishing(Frame):
    """The foot of the inbox. `wanted`: publish now; `stopped`: stop what is under way."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar")
        self._hub = ""
        self.setAccessibleName(self.tr("Publish"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        self._sign = Picture(theme, "verified", "ok", 20)
        row.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._what = Label(theme, "", "strong", wrap=True)
        self._then = Label(theme, "", "small", "text2", wrap=True)
        self._bar = Bar(theme)
        for widget in (self._what, self._then, self._bar):
            words.addWidget(widget)
        row.addLayout(words, 1)
        self.stop = Button(theme, self.tr("Stop"), "quiet")
        self.stop.clicked.connect(self.stopped)
        self.publish = Button(theme, self.tr("Publish"), "primary", "send")
        self.publish.clicked.connect(self.wanted)
        row.addWidget(self.stop)
        row.addWidget(self.publish)
        self._show_running(is_running=False)

    def show_waiting(self, hub: str, count: int, returned: int, is_public: bool) -> None:
        """Say what publishing would do with `count` accepted changes and `returned` comments."""
        if self.is_running:
            return
        self._hub = hub
        self._sign.set_icon("verified" if count else "info", "ok" if count else "muted")
        comments = self.tr("%Ln comment(s) to authors go with it.", "", returned) if returned else ""
        if not count:
            self._what.setText(self.tr("Nothing is accepted yet"))
            words = self.tr(
                "Publishing signs what you accepted and sends it to the hub, with your comments to authors."
            )
            self._then.setText(" ".join(filter(None, (words, comments))))
            self.publish.setText(self.tr("Publish"))
            return
        self._what.setText(self.tr("{hub}: %Ln accepted change(s)", "", count).format(hub=hub))
        readers = self.tr("everyone who follows it") if is_public else self.tr("its members")
        words = self.tr("Publishing signs them with your key and sends them to the hub; {readers} will see them at the next sync. Earlier versions stay in the history.")  # fmt: skip
        self._then.setText(" ".join(filter(None, (words.format(readers=readers), comments))))
        self.publish.setText(self.tr("Publish %Ln change(s)", "", count))

    @property
    def is_running(self) -> bool:
        """Whether a publication is under way."""
        return not self._bar.isHidden()

    def begin(self) -> None:
        """Show that publishing has begun."""
        self._show_running(is_running=True)
        self._what.setText(self.tr("Publishing {hub}").format(hub=self._hub))
        self._then.setText(self.tr("Connecting"))
        self._bar.show_part(0, 0, "running")

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        stages = {
            "connecting": self.tr("Connecting"),
            "sending": self.tr("Sending"),
            "receiving": self.tr("Receiving"),
            "checking": self.tr("Checking"),
            "indexing": self.tr("Putting in order"),
        }
        words = [stages.get(progress.stage, "")]
        if progress.total:
            words.append(formatting.size_of(progress.done, progress.total))
        if progress.speed:
            words.append(formatting.speed(progress.speed))
        if progress.left is not None:
            words.append(self.tr("{time} left").format(time=formatting.duration(progress.left)))
        self._then.setText(" · ".join(filter(None, words)))
        self._bar.show_part(progress.done, progress.total, "running")

    def end(self) -> None:
        """Show that it is over, however it ended."""
        self._show_running(is_running=False)

    def _show_running(self, *, is_running: bool) -> None:
        self._bar.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.publish.setVisible(not is_running)
