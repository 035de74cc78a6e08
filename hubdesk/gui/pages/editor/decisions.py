"""What a person decides about an open record: propose, delete, withdraw, compare and bring back a version.

Invariant: each begins with what was typed on disk, and only what cannot be undone asks first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hubdesk.gui import formatting
from hubdesk.gui.dialogs.erase_dialog import EraseDialog
from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.pages.editor.notes import Notes
from hubdesk.gui.pages.editor.sheet import Sheet
from hubdesk.gui.problem_words import said
from hubdesk.gui.widgets.button import Button

if TYPE_CHECKING:
    from hubdesk.catalogue.views import Done, RecordView

REASONS = "erasure_reasons"
"""The vocabulary of the reasons for which a record is erased."""


class Decisions(QObject):
    """The decisions about one record. `proposed`, `deleted`, `withdrawn` and `erased` tell what was done; `unsaved`: it could not
    begin, because what was typed is not on disk; `turned`: form and preview changed places."""

    proposed = Signal()
    deleted = Signal()
    withdrawn = Signal(str)
    erased = Signal(str)
    unsaved = Signal()
    turned = Signal()
    told = Signal(str)

    def __init__(self, bench: Bench, draft: Draft, sheet: Sheet, notes: Notes, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._draft = draft
        self._sheet = sheet
        self._notes = notes
        self._window = parent
        self._is_busy = False
        sheet.withdrawal_wanted.connect(self.ask_to_withdraw)
        sheet.erasure_wanted.connect(self._ask_to_erase)
        sheet.history.opened.connect(lambda revision: self._read(revision, self._compare))
        sheet.history.wanted_back.connect(lambda revision: self._read(revision, self._bring_back))
        sheet.history.fetch_wanted.connect(self._fetch)

    # proposing

    def propose(self) -> None:
        """Put the draft into the outbox, or go to the first thing that stops it."""
        draft = self._draft
        if self._is_busy or draft.is_over:
            return
        if not draft.flush():
            self.unsaved.emit()
        elif any(problem.stops for problem in draft.problems) and not self._withdraws():
            self._show_stop()
        elif draft.id is None or not draft.is_written:
            self.told.emit(self.tr("There is nothing to propose: nothing was changed."))
        else:
            self._is_busy = True
            record_id = draft.id
            desk = self._bench.desk
            self._bench.tasks.run(lambda: desk.propose([record_id]), self._on_proposed, self._on_failed)

    def _withdraws(self) -> bool:
        return self._draft.origin.withdrawn is not None and self._draft.is_untouched

    def _show_stop(self) -> None:
        kind = self._bench.desk.kinds.of(self._draft.kind)
        self._notes.clear()
        for problem in self._draft.problems:
            if problem.stops and not problem.field:
                self._notes.add("err", said(problem, kind, self._bench.naming).sentence)
        self._sheet.go_to_first(self._draft.problems)
        self.turned.emit()

    def _on_proposed(self, done: Done) -> None:
        self._is_busy = False
        if done.refused:
            self._draft.problems = list(done.refused[0].problems)
            self._show_stop()
        else:
            self._draft.end()
            self.proposed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._notes.add_error(error)

    # what asks first

    def ask_to_delete(self) -> None:
        """Delete the draft, once the person has agreed."""
        if self._draft.origin.published is None:
            details = self.tr("It was never published, so nothing of it remains. This cannot be undone.")
        else:
            details = self.tr(
                "What is published stays as it is. What you changed is lost; this cannot be undone."
            )
        question = QuestionDialog(
            self._bench.theme,
            self.tr("Delete this draft?"),
            details,
            self.tr("Delete draft"),
            self._window,
        )
        question.accepted.connect(self._delete)
        question.open()

    def _delete(self) -> None:
        self._draft.end()
        work = self._draft.discarding()
        self._bench.tasks.run(work, lambda _nothing: self.deleted.emit(), self._on_failed)

    def ask_to_withdraw(self) -> None:
        """Write a withdrawal, once the person has said why."""
        details = self.tr(
            "A withdrawal is proposed like any change. Once it is published, searches no longer show the record; its history stays."
        )
        question = QuestionDialog(
            self._bench.theme,
            self.tr("Withdraw this record?"),
            details,
            self.tr("Write the withdrawal"),
            self._window,
            reason=self.tr("Why, in a sentence that everyone may read"),
        )
        question.accepted.connect(lambda: self._withdraw(question.words()))
        question.open()

    def _withdraw(self, reason: str) -> None:
        if self._draft.id is None or not self._draft.flush():
            self.unsaved.emit()
            return
        record_id = self._draft.id
        desk = self._bench.desk
        self._draft.end()
        self._bench.tasks.run(
            lambda: desk.withdraw(record_id, reason),
            lambda _nothing: self.withdrawn.emit(record_id),
            self._on_failed,
        )

    def _ask_to_erase(self) -> None:
        """Erase the record for everybody, once the person has said why."""
        bench = self._bench
        record_id, desk = self._draft.id, bench.desk
        reasons = desk.vocabularies.of(REASONS)
        language = bench.naming.language
        words = {code: reasons.label(code, language) for code in desk.erasing.reasons()}
        title = formatting.shown(self._draft.fields.get("title", {}))[0] or bench.naming.kind(
            self._draft.kind
        )
        question = EraseDialog(bench.theme, title, words, self._window)

        def erase() -> None:
            reason = question.reason()
            self._draft.end()
            bench.tasks.run(
                lambda: desk.erasing.erase(str(record_id), reason),
                self.erased.emit,
                self._on_failed,
            )

        question.accepted.connect(erase)
        question.open()

    # versions

    def _read(self, revision: str, then: Callable[[RecordView], None]) -> None:
        if self._draft.id is not None:
            record_id = self._draft.id
            desk = self._bench.desk
            self._bench.tasks.run(lambda: desk.revision(record_id, revision), then, self._on_failed)

    def _fetch(self) -> None:
        if self._draft.id is not None:
            record_id = self._draft.id
            desk = self._bench.desk
            show = self._sheet.history.show_revisions
            self._bench.tasks.run(
                lambda: desk.fetch_history(record_id), show, self._on_not_fetched, lane="network"
            )

    def _on_not_fetched(self, error: Exception) -> None:
        self._notes.add_error(error)
        self._sheet.history.show_again()

    def _compare(self, view: RecordView) -> None:
        self._sheet.show_version(view.fields, formatting.moment(view.at))
        self.turned.emit()

    def _bring_back(self, view: RecordView) -> None:
        before = self._draft.replace(view.fields)
        words = self.tr("The version of {time} is in the form now").format(time=formatting.moment(view.at))
        details = self.tr("It is a draft like any other until you propose it.")
        self._notes.clear()
        panel = self._notes.add("info", words, details, icon="history")
        undo = Button(self._bench.theme, self.tr("Undo"), icon="undo")
        undo.clicked.connect(lambda: self._draft.replace(before))
        undo.clicked.connect(self._notes.clear)
        panel.repairs.addWidget(undo)
        self._sheet.show_form()
        self.turned.emit()
