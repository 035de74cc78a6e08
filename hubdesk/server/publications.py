"""Taking a coordinator's next head in: everything is checked before anything is changed.

Invariant: a head becomes the newest one only when a publishing key of its hub signed it, it names the version and
root before it, the tree over what it brings has its root, and the hub's role that comes with it lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from hubdesk.errors import BadInput, HubDeskError, NotAllowed, Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import digest
from hubdesk.model.record import Revision
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.database import Database
from hubdesk.server.desks import note_revocations
from hubdesk.server.erasing import check_not_erased, erase, erase_by_notice
from hubdesk.server.lineage import keep_merged, link
from hubdesk.server.metadata import AHEAD, Metadata, is_ahead, newest_version, read_listing
from hubdesk.server.policy import Policy, hub_of, may_coordinate
from hubdesk.server.proposals import WANTED_LIMIT, check_announced
from hubdesk.server.references import missing
from hubdesk.server.snapshots import Reading, Snapshot, note_snapshot, read_records
from hubdesk.server.states import (
    PastState,
    Standing,
    add_head,
    keep_revisions,
    newest,
    newest_heads,
    nodes_after,
    portions,
    supersede,
)
from hubdesk.state.delta import Delta, read_delta
from hubdesk.state.head import Head
from hubdesk.state.tree import Nodes
from hubdesk.sync.wire import Publication, Published, unpack
from hubdesk.trust.chain import Target
from hubdesk.trust.heads import check_head

_SHORTEST = timedelta(days=365)
"""For how long the role of a hub is signed at least, by a clock that is about right."""
DELTA_LIMIT = 128_000_000
"""Canonical bytes in one delta; more travels as a snapshot."""
CENTRE_PUBLIC = "centre/public"
DELTA_BLOB_LIMIT = 64_000_000

Publishers = dict[str, dict[str, bytes]]


class Outdated(HubDeskError):
    """Another publication was faster: the head does not build on the newest one."""


class MissingBlobs(HubDeskError):
    """The publication names a blob that was not uploaded; `wanted` are its hashes (32 bytes)."""

    def __init__(self, wanted: list[bytes]) -> None:
        super().__init__("missing-blobs")
        self.wanted = wanted


class Publishing:
    """Takes publications in. `now` gives the time; `largest_blob` bounds what is asked for, in bytes."""

    def __init__(
        self,
        policy: Policy,
        blobs: BlobFolder,
        metadata: Metadata,
        now: Callable[[], datetime],
        largest_blob: int,
    ) -> None:
        self._policy = policy
        self._blobs = blobs
        self._metadata = metadata
        self._now = now
        self._largest_blob = largest_blob
        self._reading = Reading()

    def take(
        self,
        connection: Connection,
        publications: Sequence[Publication],
        roles: dict[str, str],
        publishers: Publishers,
    ) -> list[Published]:
        """Take what a desk with `roles` publishes in, or say why not; of one hub all or nothing, for its role lists all
        of its newest heads."""
        hubs: dict[str, list[int]] = {}
        for place, publication in enumerate(publications):
            hubs.setdefault(_hub_of(publication), []).append(place)
        found: dict[int, Published] = {}
        for hub, places in hubs.items():
            answers = self._take_hub(
                connection, hub, [publications[place] for place in places], roles, publishers
            )
            found |= dict(zip(places, answers, strict=True))
        return [found[place] for place in range(len(publications))]

    def _take_hub(
        self,
        connection: Connection,
        hub: str,
        publications: list[Publication],
        roles: dict[str, str],
        publishers: Publishers,
    ) -> list[Published]:
        savepoint = connection.begin_nested()
        answers = [self._taken(connection, publication, roles, publishers) for publication in publications]
        if not any(answer.code for answer in answers):
            role = next((publication.role for publication in publications if publication.role), b"")
            try:
                self.take_role(connection, hub, role)
            except HubDeskError as error:
                answers = [_refused(answer.collection, error) for answer in answers]
        if not any(answer.code for answer in answers):
            savepoint.commit()
            return answers
        savepoint.rollback()
        return [
            answer if answer.code else Published(collection=answer.collection, code="outdated")
            for answer in answers
        ]

    def _taken(
        self, connection: Connection, publication: Publication, roles: dict[str, str], publishers: Publishers
    ) -> Published:
        name = ""
        try:
            name = publication.head.head().collection
            if not may_coordinate(hub_of(name), roles):
                raise NotAllowed("role")
            return Published(collection=name, wanted=self.publish(connection, publication, name, publishers))
        except MissingBlobs as error:
            return Published(collection=name, code=error.code, wanted=error.wanted)
        except HubDeskError as error:
            return _refused(name, error)

    def take_role(self, connection: Connection, hub: str, role: bytes) -> None:
        """Take a hub's role that must list its newest heads, all and nothing else, and sign what follows from it.

        Raises Outdated, BadInput("role-missing" | "time-ahead" | "time-behind" | "not-metadata"),
        Untrusted("role-heads" | "metadata-unsigned" | ...); then the transaction is to be rolled back.
        """
        if not role:
            raise BadInput("role-missing", hub=hub)
        held = self._metadata.chain(connection)
        if held.bundle.roles.get(hub) == role:
            return  # the answer was lost and the desk sends it again
        told = read_listing(role)
        version = newest_version(connection, hub)
        if told.version <= version:
            raise Outdated("outdated", hub=hub, version=version)
        now = self._now()
        if is_ahead(told, version, now):
            raise BadInput("time-ahead", server_time=_stamp(now))
        if told.expires < now + _SHORTEST:
            raise BadInput("time-behind", server_time=_stamp(now))
        if told.listed != _targets(newest_heads(connection, hub)):
            raise Untrusted("role-heads", hub=hub)
        self._metadata.add(connection, now, roles={hub: role})

    def publish(
        self, connection: Connection, publication: Publication, name: str, publishers: Publishers
    ) -> list[bytes]:
        """Make the publication's head the newest of the collection `name`; return the files that are not here.

        Raises Outdated, MissingBlobs, Untrusted, BadInput; then nothing was changed.
        """
        standing = newest(connection, name)
        if standing is None:
            raise BadInput("collection-unknown")
        head = check_head(publication.head, publishers, name)
        if standing.signed is not None and standing.signed.body == publication.head.body:
            return []  # the answer was lost and the desk sends it again
        if head.version != standing.version + 1 or head.previous != standing.root.hex():
            raise Outdated("outdated", version=standing.version)
        self._check_time(head)
        if publication.snapshot is not None:
            return self._take_snapshot(connection, publication, standing, head)
        return self._take_delta(connection, publication, standing, head)

    def prepare(self, database: Database, publication: Publication, publishers: Publishers) -> None:
        """Do of a first publication what can be done before the one writing transaction, for which all others wait:
        read it whole, and store its revisions in portions. What is wrong with it is said by `take`."""
        if publication.snapshot is None or not self._blobs.has(publication.snapshot.sha256):
            return
        sha256 = publication.snapshot.sha256
        stream = self._blobs.path(sha256)
        try:
            head = check_head(publication.head, publishers, publication.head.head().collection)
            with database.read() as connection:
                standing = newest(connection, head.collection)
            if standing is None or standing.version != 0:
                return
            self._nodes_of(stream, sha256, head)
        except HubDeskError:
            return
        for some in portions(read_records(stream, checked=True)):
            with database.write() as connection:
                keep_revisions(connection, some)

    def heal(
        self, connection: Connection, publication: Publication, name: str, publishers: Publishers
    ) -> list[bytes]:
        """Make a head that was signed and lost here the newest of `name` again; return the files that are not here.

        Several versions are one step: a head counts by its own signature, and the heads between are not asked for.
        Raises Outdated, MissingBlobs, Untrusted("fork": another history stands here), BadInput; then nothing was
        changed.
        """
        standing = newest(connection, name)
        if standing is None:
            raise BadInput("collection-unknown")
        head = check_head(publication.head, publishers, name)
        if standing.signed is not None and standing.signed.body == publication.head.body:
            return []
        if head.version <= standing.version:
            raise Outdated("outdated", version=standing.version)
        if head.version == standing.version + 1 and head.previous != standing.root.hex():
            raise Untrusted("fork", collection=name, version=head.version)
        if publication.snapshot is not None:
            return self._take_snapshot(connection, publication, standing, head)
        return self._take_delta(connection, publication, standing, head)

    def _check_time(self, head: Head) -> None:
        now = self._now()
        try:
            stated = datetime.fromisoformat(head.time)
        except ValueError as error:
            raise BadInput("time-unreadable") from error
        if stated.tzinfo is None:
            raise BadInput("time-unreadable")
        if stated.astimezone(UTC) > now + AHEAD:
            raise BadInput("time-ahead", server_time=_stamp(now))

    def _take_delta(
        self, connection: Connection, publication: Publication, standing: Standing, head: Head
    ) -> list[bytes]:
        delta = publication.delta
        if publication.delta_blob is not None:
            sha256 = publication.delta_blob.sha256
            if not self._blobs.has(sha256):
                raise MissingBlobs([sha256])
            if self._blobs.path(sha256).stat().st_size > DELTA_BLOB_LIMIT:
                raise BadInput("too-large")
            delta = unpack(self._blobs.path(sha256).read_bytes(), Delta)
        if delta is None:
            raise BadInput("no-content")
        check_announced(delta.frame, DELTA_LIMIT)
        revisions = read_delta(PastState(connection, standing.number, standing.version), delta)
        for revision in revisions:
            if not canonical.is_canonical(revision.canonical):
                raise BadInput("not-canonical", id=revision.content.id)
            self._check_place(revision, head)
        check_not_erased(connection, standing.number, revisions)
        nodes, records = nodes_after(connection, standing, revisions)
        _check_root(head, nodes, records)
        add_head(connection, standing, publication.head, nodes)
        wanted = self._store(connection, standing, head, revisions)
        if publication.merged:
            keep_merged(connection, standing, publication.merged, revisions)
        return wanted

    def _take_snapshot(
        self, connection: Connection, publication: Publication, standing: Standing, head: Head
    ) -> list[bytes]:
        """Take a first publication in, read twice so that it is never held whole."""
        assert publication.snapshot is not None
        if standing.version != 0:
            raise BadInput("snapshot-late")
        sha256 = publication.snapshot.sha256
        if not self._blobs.has(sha256):
            raise MissingBlobs([sha256])
        stream = self._blobs.path(sha256)
        nodes = self._nodes_of(stream, sha256, head)
        add_head(connection, standing, publication.head, nodes)
        note_snapshot(connection, standing.number, Snapshot(head.version, sha256, stream.stat().st_size))
        return self._store(connection, standing, head, read_records(stream, checked=True))

    def _nodes_of(self, stream: Path, sha256: bytes, head: Head) -> Nodes:
        check = partial(self._check_place, head=head)
        nodes, records = self._reading.state(stream, sha256, head.collection, check)
        _check_root(head, nodes, records)
        return nodes

    def _check_place(self, revision: Revision, head: Head) -> None:
        fault = self._policy.fault(revision, head.collection)
        if fault:
            raise BadInput(fault, id=revision.content.id, kind=revision.content.kind)

    def _store(
        self, connection: Connection, standing: Standing, head: Head, revisions: Iterable[Revision]
    ) -> list[bytes]:
        """Let revisions stand from the head on; return the files, new with them, that are not here."""
        wanted: list[bytes] = []
        for some in portions(revisions):
            supersede(connection, standing, head.version, some)
            if standing.name == CENTRE_PUBLIC:
                note_revocations(connection, some)
            fresh = link(connection, standing, some)
            erase(connection, standing, head.version, some, head.time)
            if standing.name == CENTRE_PUBLIC:
                erase_by_notice(connection, some, head.time)
            if len(wanted) < WANTED_LIMIT:
                fitting = [sha256 for sha256, size in fresh.items() if size <= self._largest_blob]
                wanted += missing(connection, fitting)
        return wanted[:WANTED_LIMIT]


def _hub_of(publication: Publication) -> str:
    try:
        return hub_of(publication.head.head().collection)
    except BadInput:
        return ""


def _refused(name: str, error: HubDeskError) -> Published:
    detail = str(error.data.get("server_time", "")) or str(error)
    return Published(collection=name, code=error.code, detail=detail[:400])


def _targets(heads: dict[str, bytes]) -> dict[str, Target]:
    return {collection: Target(digest(body), len(body)) for collection, body in heads.items()}


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def _check_root(head: Head, nodes: Nodes, records: int) -> None:
    if nodes.root().hex() != head.root:
        raise Untrusted("root-mismatch", stated=head.root, found=nodes.root().hex())
    if records != head.records:
        raise Untrusted("count-mismatch", stated=head.records, found=records)
