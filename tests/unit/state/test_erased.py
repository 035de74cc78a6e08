"""What is erased is told with its id alone: neither side needs its words, and nobody can leave words out unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import id_bytes, id_from_bytes
from hubdesk.model.record import (
    Revision,
    Stub,
    new_salt,
    read_member,
    read_revision,
    write_erasure,
    write_revision,
    write_stub,
)
from hubdesk.state.delta import make_delta, read_delta
from hubdesk.state.frame import unpack
from hubdesk.state.snapshot import entry_of, read_snapshot, write_snapshot
from hubdesk.state.tree import nodes_of
from tests.unit.state.test_states import AUTHOR, NOW, Held, nodes, revision, states, texts

SECRET = "Quetzalina"


class Emptied(Held):
    """A state of which the words of some records were erased."""

    def __init__(self, records: dict[bytes, Revision], gone: set[bytes]) -> None:
        super().__init__(records)
        self.gone = gone

    def revisions(self, wanted: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        return super().revisions([key for key in wanted if key not in self.gone])

    def newest(self) -> Iterator[bytes]:
        kept = {key: item for key, item in self.records.items() if key not in self.gone}
        yield from Held(kept).newest()


def erased(record_id: bytes) -> Revision:
    return write_erasure(id_from_bytes(record_id), "tool", by=AUTHOR, at=NOW, reason="mistake")


@settings(max_examples=40)
@given(states, states, some.data())
def test_a_delta_over_an_erasure_fits_who_has_the_words_and_who_has_not(
    before: dict[bytes, Revision], new: dict[bytes, Revision], data: some.DataObject
) -> None:
    before = {key: revision(key, f"{SECRET} {item.fields['title']['en']}") for key, item in before.items()}
    gone = data.draw(some.sets(some.sampled_from(sorted(before)))) if before else set()
    edited = data.draw(some.sets(some.sampled_from(sorted(before)))) - gone if before else set()
    changes = {key: item for key, item in new.items() if key not in before}
    changes |= {key: revision(key, data.draw(texts)) for key in edited}
    changes |= {key: erased(key) for key in gone}
    with_words, without = Held(before), Emptied(before, gone)
    delta = make_delta(with_words, changes.values(), level=3)
    assert delta == make_delta(without, changes.values(), level=3), "a server that erased makes the same"
    for holding in (with_words, without):
        brought = {id_bytes(item.content.id): item for item in read_delta(holding, delta)}
        assert brought == changes
        assert nodes(before | brought).root() == nodes(before | changes).root()
    if not edited and not delta.dictionary:
        assert SECRET.encode() not in unpack(delta.frame, 10**7)


def test_an_erasure_alone_carries_no_word_and_needs_none() -> None:
    record = b"\x01" * 16
    held = Held({record: revision(record, SECRET)})
    delta = make_delta(held, [erased(record)])
    assert (delta.dictionary, delta.changed, delta.added) == (b"", b"", record)
    assert SECRET.encode() not in unpack(delta.frame, 10**6)


@settings(max_examples=40)
@given(states, some.data())
def test_a_snapshot_names_what_a_notice_erased_by_id_and_hash(
    records: dict[bytes, Revision], data: some.DataObject
) -> None:
    gone = data.draw(some.sets(some.sampled_from(sorted(records)))) if records else set()
    stubs = {key: write_stub(records[key].content.id, "tool", records[key].hash, "legal") for key in gone}
    ordered = sorted((records | stubs).values(), key=entry_of)
    stream = b"".join(write_snapshot(item.canonical for item in ordered))
    proved = [item for _, members in read_snapshot([stream], nodes(records)) for item in members]
    assert proved == ordered
    assert nodes_of(map(entry_of, proved)).root() == nodes(records).root()


def test_a_stub_stands_only_where_it_is_allowed() -> None:
    record = b"\x02" * 16
    stub = write_stub(id_from_bytes(record), "tool", b"\x07" * 32, "legal")
    assert isinstance(read_member(stub.canonical), Stub)
    assert read_member(stub.canonical) == stub
    with pytest.raises(BadInput):
        read_revision(stub.canonical)
    delta = make_delta(Held({}), [stub])
    assert read_delta(Held({}), delta, stubs=True) == [stub]
    with pytest.raises(Untrusted, match="delta-broken"):
        read_delta(Held({}), delta)
    longer = stub.canonical.replace(b'"kind"', b'"fields":{},"kind"')
    with pytest.raises(BadInput):
        read_member(longer)


def test_a_salt_makes_a_guess_useless_and_is_each_revisions_own() -> None:
    def said(salt: str = "") -> Revision:
        return write_revision(id_from_bytes(b"\x03" * 16), "expert", by=AUTHOR, at=NOW, parents=[], salt=salt)

    assert said().hash == said().hash
    assert b"salt" not in said().canonical
    salted = said(new_salt())
    assert salted.hash != said(new_salt()).hash
    assert len(bytes.fromhex(salted.content.salt)) == 16
    assert read_revision(salted.canonical) == salted
