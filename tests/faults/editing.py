"""A person who edits without end: writes, changes, proposes, takes back, accepts, returns and discards, by chance.

Each step goes into the diary twice: how the record will stand, before it is done; and that it is done.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from sqlalchemy import select

from hubdesk.catalogue import revisions, tables
from hubdesk.catalogue.drafts import NewRecord
from hubdesk.catalogue.inbox import Proposal
from hubdesk.desk import Desk
from hubdesk.model.identity import id_bytes, id_from_bytes, new_id
from hubdesk.model.record import write_revision
from tests.faults.killing import Diary
from tests.unit.catalogue.profiles import PLACE, coordinator_desk

AUTHOR = "f" * 64
_PROPOSALS = 40

Stand = list[str | None]
"""How a record stands: title of its draft, title in the outbox, state in the outbox, state of another's proposal."""
NOTHING: Stand = [None, None, None, None]


def prepare(folder: Path) -> None:
    """Make a profile of a coordinator with others' proposals in the inbox, and a backup of it."""
    desk = coordinator_desk(folder)
    inbox = desk._parts.inbox
    with desk._database.write() as connection:
        for number in range(1, _PROPOSALS + 1):
            made = write_revision(
                new_id(),
                "tool",
                by=AUTHOR,
                at="2026-01-01T00:00:00Z",
                parents=[],
                fields=_fields(f"By another {number}"),
            )
            revisions.keep(connection, [made])
            proposal = Proposal(
                PLACE, AUTHOR, number, id_bytes(made.content.id), b"", made.hash, "contributor", "age1x", "2026-01-01T00:00:00Z"
            )  # fmt: skip
            inbox.receive(connection, [proposal])
    desk.backups.make()
    desk.close()


def _fields(title: str) -> dict[str, Any]:
    return {"title": {"en": title}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}


def stands(desk: Desk) -> dict[str, Stand]:
    """Return how every record stands that this desk alone knows something of."""
    found: dict[str, Stand] = {}
    for draft in desk.drafts():
        found.setdefault(draft.id, [*NOTHING])[0] = draft.title["en"]
    for item in desk.outbox():
        assert found.setdefault(item.id, [*NOTHING])[1] is None, f"{item.id} stands twice in the outbox"
        found[item.id][1:3] = item.title["en"], item.state
    with desk._database.read() as connection:
        proposals = connection.execute(select(tables.proposal.c.id, tables.proposal.c.state)).all()
    for raw, state in proposals:
        found.setdefault(id_from_bytes(raw), [*NOTHING])[3] = state
    return found


class Editor:
    """Takes steps by chance, and writes them down."""

    def __init__(self, desk: Desk, diary: Diary, seed: int) -> None:
        self._desk, self._diary = desk, diary
        self._chance = random.Random(seed)
        self._seed = seed
        self._stands = stands(desk)
        self._count = 0
        diary.write({"begins": self._stands})

    def step(self) -> None:
        """Do one thing that can be done."""
        self._count += 1
        words = f"{self._seed}-{self._count}"
        known = sorted(self._stands)
        record = self._chance.choice(known) if known and self._chance.random() < 0.8 else new_id()
        stand = self._stands.get(record, NOTHING)
        can = {
            self._write: stand == NOTHING,
            self._change: stand != NOTHING and stand[3] is None,
            self._propose: stand[0] is not None,
            self._take_back: stand[1] is not None,
            self._accept_own: stand[2] == "waiting",
            self._accept: stand[3] == "open",
            self._return: stand[3] in ("open", "accepted"),
            self._discard: stand[0] is not None and len(known) > 60,
        }
        self._chance.choice([do for do, possible in can.items() if possible] or [self._rest])(
            record, stand, words
        )

    def _will(self, record: str, stand: Stand) -> None:
        self._diary.write({"will": [record, stand]})
        self._stands[record] = stand

    def _write(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [words, None, None, None])
        self._desk.new_many([NewRecord("tool", _fields(words), record)], PLACE)

    def _change(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [words, *stand[1:]])
        self._desk.save(record, _fields(words))

    def _propose(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [None, stand[0], "waiting", None])
        assert self._desk.propose([record]).done == [record]

    def _take_back(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [stand[0] or stand[1], None, None, None])
        self._desk.take_back(record)

    def _accept_own(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [stand[0], stand[1], "accepted", None])
        assert self._desk.accept([record]).done == [record]

    def _accept(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [None, None, None, "accepted"])
        assert self._desk.accept([record]).done == [record]

    def _return(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [None, None, None, "returned"])
        self._desk.return_(record, "Please look at it again.")

    def _discard(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, [None, *stand[1:]])
        self._desk.discard(record)

    def _rest(self, record: str, stand: Stand, words: str) -> None:
        self._will(record, stand)

    def done(self) -> None:
        """What will be, is."""
        self._diary.write({"done": self._count})


def run(diary: Diary, folder: str, seed: int) -> None:
    """Edit until somebody ends it."""
    desk = Desk.open(Path(folder))
    editor = Editor(desk, diary, seed)
    for number in range(100_000):
        editor.step()
        editor.done()
        if number % 40 == 39:
            desk.backups.make()


def possible(diary: Diary) -> tuple[list[dict[str, Stand]], int]:
    """Return what may be after the diary's last line: what was done, or that and the step that was being taken; and how
    many steps were done."""
    now: dict[str, Stand] = {}
    coming: tuple[str, Stand] | None = None
    steps = 0
    for line in diary.read():
        if "begins" in line:
            now = line["begins"]
        elif "will" in line:
            coming = tuple(line["will"])
        elif coming is not None:
            now[coming[0]], coming = coming[1], None
            steps += 1
    both = [now] if coming is None else [now, {**now, coming[0]: coming[1]}]
    return [{record: stand for record, stand in one.items() if stand != NOTHING} for one in both], steps
