"""One line of My records: a draft, something that waits, or something that came back.

Invariant: what can be done with it stands on it, in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.catalogue.bin import BinnedView
from hubdesk.catalogue.views import DraftView, OutboxItem
from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Badge, Elide, Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame


class Entry(QWidget):
    """A picture of the kind, the title, a line about it, a badge and buttons. `chosen(action, id)`: open, propose,
    delete, take_back, decide, read or revive."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, naming: Naming, record_id: str, kind: str, title: str) -> None:
        super().__init__()
        self.record_id = record_id
        self._theme = theme
        self._title = title
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(theme, naming.icon(kind), "accent", 20, ground="soft"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Elide(theme, title, "strong"))
        self._about = Elide(theme, "", "small", "text2")
        words.addWidget(self._about)
        row.addLayout(words, 1)
        self._row = row
        whole.addLayout(row)
        self._whole = whole

    def say(self, about: Sequence[str], badge: str = "", tone: str = "") -> None:
        """Say what there is to know: joined by dots, and a state."""
        self._about.setText(" · ".join(filter(None, about)))
        if badge:
            self._row.addWidget(Badge(self._theme, badge, tone))

    def quote(self, comment: str, icon: str = "request") -> None:
        """Show what somebody wrote about it, or what there is to decide."""
        frame = Frame("well")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Picture(self._theme, icon, "warn", 18))
        row.addWidget(Label(self._theme, comment, "body", wrap=True), 1)
        self._whole.addWidget(frame)

    def tell_clash(self, undecided: int) -> None:
        """Say that somebody else changed the same fields."""
        words = self.tr(
            "%Ln field(s) changed here and at the hub. Nothing is lost; choose what to keep.", "", undecided
        )
        self.quote(words, "merge")

    def offer(self, action: str, words: str, *, quiet: bool = False) -> Button:
        """Add a button."""
        button = Button(self._theme, words, "quiet" if quiet else "plain")
        button.setAccessibleName(f"{words}: {self._title}")
        button.clicked.connect(lambda: self.chosen.emit(action, self.record_id))
        self._row.addWidget(button)
        return button


def title_of(title: dict[str, str], untitled: str) -> str:
    """Return a title in the best language, or what stands for one."""
    return formatting.shown(title)[0] or untitled


class DraftEntry(Entry):
    """A draft."""

    def __init__(self, theme: Theme, naming: Naming, draft: DraftView, undecided: int = 0) -> None:
        title = title_of(draft.title, self.tr("Without a title"))
        super().__init__(theme, naming, draft.id, draft.kind, title)
        saved = self.tr("saved {time}").format(time=formatting.moment(draft.saved_at))
        about = [naming.kind(draft.kind), naming.hub(draft.collection.partition("/")[0]), saved]
        if undecided:
            self.say(about, self.tr("Your decision"), "warn")
        elif draft.withdrawn:
            self.say(about, self.tr("Withdrawal"), "warn")
        elif draft.problems:
            self.say(about, self.tr("%Ln thing(s) to settle", "", draft.problems), "err")
        else:
            change = self.tr("New record") if draft.new else self.tr("Change")
            self.say([*about, change], self.tr("Ready to propose"), "ok")
        if draft.comment:
            self.quote(draft.comment)
        if undecided:
            self.tell_clash(undecided)
        self.offer("delete", self.tr("Delete"), quiet=True)
        self.offer("open", self.tr("Open"))
        if undecided:
            self.offer("decide", self.tr("Decide"))
        elif not draft.problems:
            self.offer("propose", self.tr("Propose"))


class WaitingEntry(Entry):
    """A change in the outbox."""

    def __init__(self, theme: Theme, naming: Naming, item: OutboxItem, undecided: int = 0) -> None:
        title = title_of(item.title, self.tr("Without a title"))
        super().__init__(theme, naming, item.id, item.kind, title)
        hub = naming.hub(item.collection.partition("/")[0])
        since = self.tr("proposed {time}").format(time=formatting.moment(item.at))
        weight = formatting.size(item.bytes)
        if item.files:
            weight = self.tr("{size} and %Ln file(s)", "", item.files).format(size=weight)
        state = (self.tr("Your decision"), "warn") if undecided else self._state(item)
        self.say([naming.kind(item.kind), hub, since, weight], *state)
        if item.note:
            self.quote(item.note)
        if undecided:
            self.tell_clash(undecided)
        self.offer("open", self.tr("Open"))
        if undecided:
            self.offer("decide", self.tr("Decide"))
        self.offer("take_back", self.tr("Take back"))

    def _state(self, item: OutboxItem) -> tuple[str, str]:
        if item.state == "refused":
            return self.tr("Refused"), "err"
        if item.state == "accepted":
            return self.tr("Accepted, not published yet"), "ok"
        if item.state == "received":
            return self.tr("With the coordinators"), "info"
        return (
            (self.tr("Withdrawal, to be sent"), "warn") if item.withdrawn else (self.tr("To be sent"), "info")
        )


class BinnedEntry(Entry):
    """A record that its hub withdrew and whose words are still here."""

    def __init__(self, theme: Theme, naming: Naming, binned: BinnedView) -> None:
        title = title_of(binned.title, self.tr("Without a title"))
        super().__init__(theme, naming, binned.id, binned.kind, title)
        hub = naming.hub(binned.collection.partition("/")[0])
        since = self.tr("withdrawn {time}").format(time=formatting.moment(binned.since))
        left = self.tr("kept %Ln more day(s)", "", binned.days_left)
        self.say([naming.kind(binned.kind), hub, since, left])
        if binned.reason:
            self.quote(binned.reason)
        self.offer("read", self.tr("Read"))
        self.offer("revive", self.tr("Propose it anew"))
