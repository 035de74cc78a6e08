"""What was merged on the publishing desk before it merged more can be read on from what it published, and nothing else."""

from __future__ import annotations

import msgspec
import pytest

from hubdesk.model.record import Revision, write_revision
from hubdesk.state import frame
from hubdesk.sync.wire import REVISIONS, Publication
from tests.unit.server.driver import DriverDesk, Refused, RunningHub

PUBLIC = "latam/public"


def made_from(
    desk: DriverDesk, parents: list[Revision], title: str, record_id: str | None = None
) -> Revision:
    """A revision of the same record with these parents."""
    of = parents[0].content
    return write_revision(
        record_id or of.id,
        of.kind,
        by=desk.keys.id,
        at="2026-11-22T18:00:00Z",
        parents=[parent.hash.hex() for parent in parents],
        fields={"title": {"en": title}},
    )


def with_merged(publication: Publication, *merged: Revision) -> Publication:
    packed = frame.pack(b"\n".join(revision.canonical for revision in merged))
    return msgspec.structs.replace(publication, merged=packed)


def can_be_read(hub: RunningHub, revision: Revision) -> bool:
    reader = hub.desk("reader")
    token = reader.exchange(token=True).token
    try:
        found = reader.send("GET", REVISIONS + revision.hash.hex(), Authorization=f"Bearer {token}").data
    except Refused as refused:
        if refused.code != "revision-unknown":
            raise
        return False
    assert found == revision.canonical
    return True


def test_every_step_between_two_signed_revisions_can_be_read(hub: RunningHub) -> None:
    desk, author = hub.desk("coordinator"), hub.desk("contributor")
    first = desk.write()
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [first])])
    author.of(PUBLIC).records = dict(desk.of(PUBLIC).records)
    proposed = author.edit(first, title={"en": "Of the author"})
    author.exchange(batches=[author.batch(PUBLIC, [proposed])])
    step = made_from(desk, [first, proposed], "Merged once")
    last = made_from(desk, [step], "Merged twice")
    publication = with_merged(desk.publication(PUBLIC, [last]), step)
    assert desk.sync(PUBLIC, publications=[publication]).published[0].code == ""
    assert all(can_be_read(hub, revision) for revision in (first, proposed, step, last))


def test_what_nothing_names_and_what_is_of_another_record_is_not_kept(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    first = desk.write()
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [first])])
    stranger = desk.write(title={"en": "Named by nobody"})
    elsewhere = made_from(desk, [first], "Of another record", record_id=stranger.content.id)
    last = made_from(desk, [first, elsewhere], "Names a parent of another record")
    publication = with_merged(desk.publication(PUBLIC, [last]), stranger, elsewhere)
    assert desk.sync(PUBLIC, publications=[publication]).published[0].code == ""
    assert not can_be_read(hub, stranger)
    assert not can_be_read(hub, elsewhere)


@pytest.mark.parametrize(
    "merged", [b"", b"no frame", frame.pack(b"no revision"), frame.pack(b"x" * 5_000_000)]
)
def test_a_publication_stands_without_what_should_stand_beside_it(hub: RunningHub, merged: bytes) -> None:
    desk = hub.desk("coordinator")
    publication = msgspec.structs.replace(desk.publication(PUBLIC, [desk.write()]), merged=merged)
    assert desk.sync(PUBLIC, publications=[publication]).published[0].code == ""
