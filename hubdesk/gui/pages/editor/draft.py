"""The record that is being written: its fields in the window, on their way to the disk as one types.

Invariant: what was typed is either on disk, or about to be saved, or reported as not saved and tried again; it leaves
this object only when the person throws it away.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from hubdesk.catalogue.drafts import DraftState
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.model.validation import Problem

if TYPE_CHECKING:
    from hubdesk.catalogue.views import RecordView
    from hubdesk.desk import Desk

PAUSE_MS = 500
"""A save follows this long after the last key,"""
LONGEST_S = 3.0
"""or this long after the first, for those who never pause."""
AGAIN_MS = 5000


class Origin(Struct, frozen=True):
    """What is edited. `id` None: a record that does not exist yet; `published`: the fields that are signed."""

    id: str | None
    kind: str
    collection: str
    fields: dict[str, Any]
    published: dict[str, Any] | None = None
    saved_at: str = ""
    comment: str | None = None
    withdrawn: str | None = None
    has_draft: bool = False


class Saving(Struct, frozen=True):
    """A save: of which edit, with which fields, and what it did."""

    edits: int
    fields: dict[str, Any]
    state: DraftState


class Draft(QObject):
    """The fields of one record, saved through tasks.

    `saved(at)`: everything typed until then is on disk. `failed(error)`: it is not; it is tried again. `judged(list)`:
    the problems of what is typed. `renewed(frozenset)`: fields were changed by other than their control. `typed`: there is
    something new to save.
    """

    saved = Signal(str)
    failed = Signal(object)
    judged = Signal(object)
    renewed = Signal(object)
    typed = Signal()
    attached = Signal()
    not_attached = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, origin: Origin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.origin = origin
        self.id = origin.id
        self.kind = origin.kind
        self.collection = origin.collection
        self.fields: dict[str, Any] = dict(origin.fields)
        self._known: dict[str, Any] | None = None if origin.id is None else dict(origin.fields)
        self.saved_at = origin.saved_at
        self.error: Exception | None = None
        self.problems: list[Problem] = []
        self._moved_from: str | None = None
        self._edits = 0
        self._kept = 0
        self._dirty_since = 0.0
        self._lock = threading.Lock()  # one save at a time, whichever thread asks
        self._is_over = False
        self._is_retired = False
        self._attaching = 0
        self._checking: Task | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.save)

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed is on disk."""
        return self._kept == self._edits

    @property
    def is_over(self) -> bool:
        """Whether it was proposed or thrown away."""
        return self._is_over

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was typed since it was opened."""
        return self._edits == 0

    @property
    def is_written(self) -> bool:
        """Whether there is a draft on disk, or will be."""
        return self._edits > 0 or self.origin.has_draft

    def set(self, name: str, value: object) -> None:
        """Take in what a control says; None removes the field."""
        if value is None:
            if name not in self.fields:
                return
            self.fields = {key: other for key, other in self.fields.items() if key != name}
        else:
            self.fields = {**self.fields, name: value}
        self._on_edit()

    def change(self, name: str, value: object) -> None:
        """Set a field for its control, such as by a repair or a file that was attached."""
        self.set(name, value)
        self.renewed.emit(frozenset({name}))

    def _on_edit(self) -> None:
        if self.is_kept:
            self._dirty_since = monotonic()
        self._edits += 1
        if self.error is None:
            waited = monotonic() - self._dirty_since
            self._pause.start(max(0, min(PAUSE_MS, round(1000 * (LONGEST_S - waited)))))
        self.typed.emit()

    # saving

    def save(self) -> None:
        """Save now, off the window's thread, unless all is on disk."""
        self._pause.stop()
        if not self.is_kept and not self._is_over:
            self._tasks.run(self._saving(), self._on_saved, self._on_failed)

    def flush(self, patience: float = 5.0) -> bool:
        """Wait at most `patience` seconds until all that was typed is on disk; say whether it is."""
        self._pause.stop()
        if self.is_kept or self._is_over:
            return True
        outcome: list[Saving | Exception] = []
        ready = threading.Event()
        work = self._saving()

        def carry_out() -> None:
            try:
                outcome.append(work())
            except Exception as error:  # noqa: BLE001 - whatever it was, the person must hear that it is not saved
                outcome.append(error)
            ready.set()

        self._tasks.run(carry_out)
        if not ready.wait(patience):
            self._pause.start(PAUSE_MS)
            return False
        if isinstance(outcome[0], Exception):
            self._on_failed(outcome[0])
            return False
        self._on_saved(outcome[0])
        return True

    def _saving(self) -> Callable[[], Saving]:
        """Return the work that saves what is typed now."""
        edits, fields = self._edits, self.fields

        def work() -> Saving:
            with self._lock:
                if self._is_over:
                    return Saving(edits, fields, DraftState(self.saved_at, self.problems))
                if self.id is None:
                    self.id = self._desk.new(self.kind, fields, self.collection)
                    self._known = None
                if self._moved_from is not None:
                    self._desk.discard(self._moved_from)
                    self._moved_from = None
                state = self._desk.save(self.id, fields, self._known)
                self._known = state.fields
                return Saving(edits, fields, state)

        return work

    def _on_saved(self, saving: Saving) -> None:
        self.saved_at = saving.state.saved_at
        self._kept = max(self._kept, saving.edits)
        self.error = None
        self._take_over(saving.state.others, saving.fields)
        if self.is_kept:
            self._judge(saving.state.problems)
            self.saved.emit(self.saved_at)
            self._go_if_done()
        else:
            self._pause.start(PAUSE_MS)

    def _on_failed(self, error: Exception) -> None:
        self.error = error
        self._pause.start(AGAIN_MS)
        self.failed.emit(error)

    def look(self) -> None:
        """Show what others changed of what is on disk; where something is typed, its saving does."""
        edits, known = self._edits, self._known
        if self.id is None or self._is_over or not self.is_kept or known is None:
            return
        record_id = self.id
        # A record that is gone by now is said where it is saved or read.
        self._tasks.run(
            lambda: (edits, known, self._desk.show(record_id)), self._on_seen, lambda _error: None
        )

    def _on_seen(self, seen: tuple[int, dict[str, Any], RecordView]) -> None:
        edits, known, view = seen
        if edits != self._edits or known is not self._known or view.withdrawn is not None:
            return
        names = known.keys() | view.fields.keys()
        others = {n: view.fields.get(n) for n in names if known.get(n) != view.fields.get(n)}
        self._known = view.fields
        self._take_over(others, self.fields)

    def _take_over(self, others: Mapping[str, Any], typed: Mapping[str, Any]) -> None:
        """Show what others changed, but where something else than `typed` is typed by now."""
        names = {name for name in others if self.fields.get(name) == typed.get(name)}
        if names:
            self.fields = _with(self.fields, {name: others[name] for name in names})
            self.renewed.emit(frozenset(names))

    # judging

    def check(self) -> None:
        """Judge what is typed, off the window's thread; `judged` follows."""
        if self._checking is not None:
            self._checking.drop()
        kind, fields, collection = self.kind, self.fields, self.collection
        self._checking = self._tasks.run(
            lambda: list(self._desk.check(kind, fields, collection)), self._judge
        )

    def _judge(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        self.judged.emit(self.problems)

    # files

    def attach(self, paths: Sequence[Path], progress: Callable[[int, int], None]) -> None:
        """Copy files in beside the other work, then add them to what is typed; `attached` or `not_attached` follows."""
        saving = self._saving()
        self._attaching += 1

        def work() -> list[dict[str, Any]]:
            if self.id is None:
                saving()
            record_id = str(self.id)
            copied = self._desk.attach(record_id, list(paths), progress=progress)
            hashes = {file.sha256 for file in copied}
            entries = self._desk.show(record_id).fields.get("files")
            return [e for e in entries or [] if isinstance(e, dict) and e.get("sha256") in hashes]

        self._tasks.run(work, self._on_attached, self._on_not_attached, lane="network")

    def _on_attached(self, entries: list[dict[str, Any]]) -> None:
        self._attaching -= 1
        self.add_files(entries)
        self.attached.emit()
        self._go_if_done()

    def _on_not_attached(self, error: Exception) -> None:
        self._attaching -= 1
        self.not_attached.emit(error)
        self._go_if_done()

    def add_files(self, entries: Sequence[Mapping[str, Any]]) -> None:
        """Add files that lie here already to what is typed; one of the same name and content is not added twice."""
        held = self.fields.get("files")
        files = list(held) if isinstance(held, list) else []
        known = {(f.get("name"), f.get("sha256")) for f in files if isinstance(f, dict)}
        fresh = [dict(entry) for entry in entries if (entry.get("name"), entry.get("sha256")) not in known]
        self.change("files", [*files, *fresh])
        self.save()

    # all at once

    def replace(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Put other fields in place of all, such as an earlier version's; return those that were there."""
        before = self.fields
        self.fields = dict(fields)
        self._on_edit()
        self.renewed.emit(frozenset(before) | frozenset(fields))
        return before

    def as_text(self) -> str:
        """Return what is typed as readable text, for when it cannot be saved."""
        return json.dumps(self.fields, ensure_ascii=False, indent=1)

    def move(self, collection: str) -> None:
        """Write a record that was never proposed for another collection; what was saved moves with the next save."""
        if collection != self.collection:
            self.collection = collection
            self._moved_from = self._moved_from or self.id
            self.id = None
            if self.is_written:
                self._on_edit()
            self.check()

    def discarding(self) -> Callable[[], None]:
        """Return the work that deletes what is on disk of this draft."""

        def work() -> None:
            with self._lock:
                for record_id in filter(None, (self.id, self._moved_from)):
                    self._desk.discard(record_id)

        return work

    def end(self) -> None:
        """Save no more: the draft was proposed or thrown away."""
        self._is_over = True
        self._pause.stop()

    def retire(self) -> None:
        """The window shows another record: go as soon as nothing is left to save or attach."""
        self._is_retired = True
        self._go_if_done()

    def _go_if_done(self) -> None:
        if self._is_retired and not self._attaching and (self.is_kept or self._is_over):
            self.deleteLater()


def _with(fields: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """Return `fields` with other values in some; None removes."""
    return {name: value for name, value in {**fields, **others}.items() if value is not None}
