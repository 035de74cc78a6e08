"""Whether what is typed is on disk, always in sight.

Invariant: it never says saved before it is; a failure stays in words until a save succeeds.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.sentences import sentence
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Badge
from hubdesk.gui.widgets.message import MessagePanel


class SaveBadge(Badge):
    """A word on the draft's way to the disk."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.theme)
        self._draft: Draft | None = None
        self._is_short = False

    def set_short(self, is_short: bool) -> None:
        """Use few words, where there is little room."""
        self._is_short = is_short
        self.show_now()

    def follow(self, draft: Draft) -> None:
        """Tell about this draft from now on."""
        self._draft = draft
        draft.saved.connect(self.show_now)
        draft.failed.connect(self.show_now)
        draft.typed.connect(self.show_now)
        self.show_now()

    def show_now(self, _news: object = None) -> None:
        """Say how it stands."""
        draft = self._draft
        if draft is None:
            self._say("", self.tr("Nothing written yet"))
        elif draft.error is not None:
            self._say("err", self.tr("Not saved yet"))
        elif not draft.is_kept:
            self._say("", self.tr("Saving on this computer"))
        elif draft.saved_at:
            words = (
                self.tr("Saved {time}") if self._is_short else self.tr("Draft saved on this computer {time}")
            )
            self._say("ok", words.format(time=_time(draft.saved_at)))
        else:
            self._say(
                "", self.tr("Nothing written yet") if draft.id is None else self.tr("Nothing changed yet")
            )

    def _say(self, tone: str, words: str) -> None:
        self.setText(words)
        self.set_tone(tone)


def _time(saved_at: str) -> str:
    """Return the time of day where it was today, else the day too."""
    instant = datetime.fromisoformat(saved_at)
    is_today = instant.astimezone().date() == datetime.now(UTC).astimezone().date()
    return formatting.clock(instant) if is_today else formatting.moment(saved_at)


class FailurePanel(MessagePanel):
    """What to do while the draft cannot be saved. `abandoned`: go without what is not saved."""

    abandoned = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.theme, "err", "")
        self._draft: Draft | None = None
        again = Button(bench.theme, self.tr("Save now"))
        again.clicked.connect(self._save)
        copy = Button(bench.theme, self.tr("Copy the text"), icon="copy")
        copy.clicked.connect(self._copy)
        self._leave = Button(bench.theme, self.tr("Leave without saving"), "danger")
        self._leave.clicked.connect(self.abandoned)
        for button in (again, copy, self._leave):
            self.repairs.addWidget(button)
        self.hide()

    def follow(self, draft: Draft) -> None:
        """Tell about this draft from now on."""
        self._draft = draft
        self._leave.hide()
        self.hide()
        draft.failed.connect(self._on_failed)
        draft.saved.connect(self._on_saved)

    def offer_to_leave(self) -> None:
        """The person wants to go: say what would be lost, and let them."""
        if self._draft is not None and self._draft.error is None:
            self.say(
                "warn",
                self.tr("What you typed last is still being saved"),
                self.tr("HubDesk waited some seconds. Stay until the draft is saved, or try again."),
            )
        self._leave.show()
        self.show()

    def _on_failed(self, error: Exception) -> None:
        what, then = sentence(error)
        words = self.tr(
            "What you typed is in this window only. HubDesk tries again every few seconds. {why} {then}"
        )
        self.say("err", self.tr("The draft could not be saved"), words.format(why=f"{what}.", then=then))
        self.show()

    def _on_saved(self, _at: str) -> None:
        self._leave.hide()
        self.hide()

    def _save(self) -> None:
        if self._draft is not None:
            self._draft.save()

    def _copy(self) -> None:
        if self._draft is not None:
            QApplication.clipboard().setText(self._draft.as_text())
