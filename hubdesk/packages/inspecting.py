"""Looking at an edition: who made it, when, and what of it would be new here.

Invariant: looking changes nothing, and what is told of a collection was proved; whether the desk trusts the edition's
Centre is told beside it. The files of records are counted, not read: that is `verify`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from hubdesk.catalogue import blobs, collections, held
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.named_files import named_in, naming
from hubdesk.errors import HubDeskError
from hubdesk.model.identity import id_bytes
from hubdesk.model.record import Revision
from hubdesk.packages import layout
from hubdesk.packages.proving import NEWER, Claim, Fault, claims, faults_of, missing_files, prove_all
from hubdesk.packages.reader import Edition
from hubdesk.packages.vouching import Vouching
from hubdesk.packages.watch import Watch
from hubdesk.trust.clock import BUILT, age, trusted_time

_MOST_TITLES = 200
_DAY = 86_400.0


class Previewed(Struct, frozen=True):
    """A collection of an edition. `state`: newer, held or older than what is here, or the code why it is refused; what
    is new, changed and withdrawn is counted for a newer one. `signer`: key id; `as_of`: the signed time of the state;
    `held`: so many withdrawals that a person looks at them first, else None; `vouched`: the state of its hub's role when
    the edition was issued (trust/chain.py: fresh, expired ...)."""

    version: int
    records: int
    new: int
    changed: int
    withdrawn: int
    state: str
    signer: str
    as_of: str
    held: int | None
    vouched: str = ""


class Preview(Struct, frozen=True):
    """An edition as it is before it is taken. `made`, `by` and `software` are what it says of itself; `root`: the SHA-256
    (hex) of its Centre's root, `trusted` when this desk knew it; `issued`: when the server signed what vouches for it,
    and since then `age_days`, None when this computer's clock is behind. `files_new`: files that are not here and that a record names; `new_titles`: (id, kind, title by
    language)."""

    made: str
    by: str
    software: str
    root: str
    trusted: bool
    title: str | None
    issued: str
    age_days: float | None
    collections: dict[str, Previewed]
    files: int
    bytes: int
    files_new: int
    bytes_new: int
    batches: int
    outcomes: int
    new_titles: list[tuple[str, str, dict[str, str]]]
    problems: list[Fault]


def inspect(
    edition: Edition, vouching: Vouching, connection: Connection | None, now: str, watch: Watch
) -> Preview:
    """Return what an edition would bring to the desk of `connection` (None: a new one). `now`: RFC 3339.

    Raises BadInput("edition-damaged"), StorageFailure.
    """
    judged = claims(edition, vouching, connection)
    files = edition.files()
    wanted = files if connection is None else _without(files, blobs.held(connection, list(files)))
    named = set() if connection is None else set(naming(connection, wanted.keys()))
    news = _News(connection, named, vouching)
    told: dict[str, Previewed] = {}
    for name, claim in prove_all(edition, judged, (NEWER,), watch, news.look).items():
        judged[name] = claim
        told[name] = _refused(edition, name, claim) if isinstance(claim, HubDeskError) else news.of(claim)
    new = {sha256: size for sha256, size in wanted.items() if sha256 in news.named}
    contents = edition.contents
    return Preview(
        made=contents.made,
        by=contents.by,
        software=contents.software,
        root=vouching.root.hex(),
        trusted=vouching.is_trusted,
        title=None,
        issued=vouching.issued.strftime("%Y-%m-%dT%H:%M:%SZ"),
        age_days=_age(vouching, now),
        collections=told,
        files=len(files),
        bytes=sum(edition.bag.size(name) for name in edition.bag.names),
        files_new=len(new),
        bytes_new=sum(new.values()),
        batches=len(edition.carried(layout.BATCHES)) + len(edition.carried(layout.JOINS)),
        outcomes=len(edition.carried(layout.OUTCOMES)) + len(edition.carried(layout.ADMITTED)),
        new_titles=news.titles,
        problems=faults_of(judged) + missing_files(edition, connection),
    )


def _refused(edition: Edition, name: str, error: HubDeskError) -> Previewed:
    listed = edition.contents.collections[name]
    return Previewed(listed.version, listed.records, 0, 0, 0, error.code, "", "", None)


class _News:
    """Counts what is new in collections that are newer than what is here, and gathers the files they name."""

    def __init__(self, connection: Connection | None, named: set[bytes], vouching: Vouching) -> None:
        self._connection = connection
        self._vouching = vouching
        self._here: dict[str, dict[bytes, bytes]] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self.named = named
        self.titles: list[tuple[str, str, dict[str, str]]] = []

    def look(self, claim: Claim, revision: Revision) -> None:
        """See one record of the edition."""
        name, content = claim.head.collection, revision.content
        if name not in self._here:
            self._here[name] = self._held(claim)
            self._counts[name] = {"new": 0, "changed": 0, "withdrawn": 0}
        self.named.update(named_in(revision.canonical))
        held_hash = self._here[name].get(id_bytes(content.id))
        if held_hash == revision.hash:
            return
        change = "withdrawn" if content.fields is None else "new" if held_hash is None else "changed"
        self._counts[name][change] += 1
        if change == "new" and len(self.titles) < _MOST_TITLES:
            self.titles.append((content.id, content.kind, _title(revision.fields)))

    def of(self, claim: Claim) -> Previewed:
        """Return what a collection brings, each of its records seen where it is newer."""
        head = claim.head
        counts = self._counts.get(head.collection, {"new": 0, "changed": 0, "withdrawn": 0})
        return Previewed(
            version=head.version,
            records=head.records,
            **counts,
            state=claim.state,
            signer=claim.signed.key,
            as_of=head.time,
            held=self._waits(claim, counts["withdrawn"]),
            vouched=self._vouching.state(head.collection),
        )

    def _held(self, claim: Claim) -> dict[bytes, bytes]:
        if self._connection is None:
            return {}
        row = collections.row_of(self._connection, claim.head.collection)
        return {} if row is None else ConfirmedState(self._connection, row.number).every_hash()

    def _waits(self, claim: Claim, withdrawals: int) -> int | None:
        """Return the withdrawals of which a person is asked first (catalogue/held.py)."""
        if self._connection is None or withdrawals <= held.MANY:
            return None
        row = collections.row_of(self._connection, claim.head.collection)
        if row is None or not row.version:
            return None
        readable = held.readable(self._connection, row.number)
        return withdrawals if withdrawals > held.SHARE * readable else None


def _title(fields: Mapping[str, Any]) -> dict[str, str]:
    title = fields.get("title")
    found = title.items() if isinstance(title, dict) else []
    return {str(language)[:35]: text[:300] for language, text in found if isinstance(text, str)}


def _without(files: dict[bytes, int], here: dict[bytes, int]) -> dict[bytes, int]:
    return {sha256: size for sha256, size in files.items() if sha256 not in here}


def _age(vouching: Vouching, now: str) -> float | None:
    """Return the days since an edition was issued, None where this computer's clock is behind."""
    known = vouching.issued if vouching.is_trusted else None
    found = age(vouching.issued, datetime.fromisoformat(now), trusted_time(BUILT, known))
    return None if found is None else found.total_seconds() / _DAY
