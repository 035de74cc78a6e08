"""Trees, deltas and snapshots: what arrives is what was sent, or it is refused; never something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubdesk.errors import HubDeskError, Untrusted
from hubdesk.model.identity import id_bytes, id_from_bytes, tree_key
from hubdesk.model.record import Revision, write_revision
from hubdesk.state.delta import Delta, make_delta, read_delta
from hubdesk.state.frame import pack, unpack
from hubdesk.state.snapshot import entry_of, read_snapshot, write_snapshot
from hubdesk.state.tree import EMPTY_ROOT, Nodes, nodes_of

AUTHOR, NOW = "ab" * 32, "2026-11-22T17:30:00Z"
ids = some.binary(min_size=16, max_size=16)
texts = some.text(some.characters(codec="utf-8"), max_size=60)


def revision(record_id: bytes, words: str) -> Revision:
    fields = {"title": {"en": words}}
    return write_revision(id_from_bytes(record_id), "tool", by=AUTHOR, at=NOW, parents=[], fields=fields)


states = some.dictionaries(ids, texts, max_size=30).map(
    lambda found: {record_id: revision(record_id, words) for record_id, words in found.items()}
)


class Held:
    """A state in memory."""

    def __init__(self, records: dict[bytes, Revision]) -> None:
        self.records = records

    def bucket(self, number: int) -> Sequence[bytes]:
        inside = [key for key in self.records if tree_key(key)[:2] == number.to_bytes(2, "big")]
        return sorted(inside, key=tree_key)

    def revisions(self, wanted: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        found = {key: self.records[key] for key in wanted if key in self.records}
        return {key: (item.hash, item.canonical) for key, item in found.items()}

    def newest(self) -> Iterator[bytes]:
        for key in sorted(self.records, key=lambda key: (key[6] >> 4 == 7, key), reverse=True):
            yield self.records[key].canonical


def nodes(records: dict[bytes, Revision]) -> Nodes:
    return nodes_of(sorted(entry_of(item) for item in records.values()))


@given(states, some.randoms(use_true_random=False))
def test_the_root_is_that_of_the_set_in_whatever_order_it_came(
    records: dict[bytes, Revision], chance: object
) -> None:
    shuffled = list(records.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert nodes(dict(shuffled)).root() == nodes(records).root()
    assert (nodes(records).root() == EMPTY_ROOT) == (not records)


@given(states, some.data())
def test_one_word_changed_is_another_root(records: dict[bytes, Revision], data: some.DataObject) -> None:
    if not records:
        return
    record_id = data.draw(some.sampled_from(sorted(records)))
    words = data.draw(texts)
    changed = records | {record_id: revision(record_id, words)}
    same = changed[record_id].hash == records[record_id].hash
    assert (nodes(changed).root() == nodes(records).root()) is same
    without = {key: item for key, item in records.items() if key != record_id}
    assert nodes(without).root() != nodes(records).root()


@settings(max_examples=60)
@given(states, states, some.data())
def test_a_delta_brings_exactly_what_was_changed(
    before: dict[bytes, Revision], new: dict[bytes, Revision], data: some.DataObject
) -> None:
    touched = data.draw(some.sets(some.sampled_from(sorted(before)))) if before else set()
    changes = new | {key: revision(key, data.draw(texts)) for key in touched}
    held = Held(before)
    brought = read_delta(held, make_delta(held, changes.values(), level=3))
    assert {id_bytes(item.content.id): item.canonical for item in brought} == {
        key: item.canonical for key, item in changes.items()
    }
    assert (
        nodes(before | {id_bytes(item.content.id): item for item in brought}).root()
        == nodes(before | changes).root()
    )


@settings(max_examples=150)
@given(states, states, some.sampled_from(["dictionary", "changed", "added", "frame"]), some.data())
def test_a_flipped_byte_of_a_delta_is_refused_or_gives_another_root(
    before: dict[bytes, Revision], new: dict[bytes, Revision], part: str, data: some.DataObject
) -> None:
    held, changes = Held(before), new | {key: revision(key, "changed") for key in sorted(before)[:3]}
    delta = make_delta(held, changes.values(), level=3)
    content = bytearray(getattr(delta, part))
    if not content:
        return
    content[data.draw(some.integers(0, len(content) - 1))] ^= data.draw(some.integers(1, 255))
    parts = {name: getattr(delta, name) for name in delta.__struct_fields__} | {part: bytes(content)}
    try:
        brought = read_delta(held, Delta(**parts))
    except HubDeskError:
        return
    after = before | {id_bytes(item.content.id): item for item in brought}
    honest = before | changes
    same = {key: item.canonical for key, item in after.items()} == {
        key: i.canonical for key, i in honest.items()
    }
    assert (nodes(after).root() == nodes(honest).root()) is same


@given(some.binary(max_size=200), some.binary(max_size=50), some.binary(max_size=50), some.binary(max_size=4))
def test_a_delta_of_nonsense_is_refused_and_never_crashes(
    frame: bytes, places: bytes, added: bytes, known: bytes
) -> None:
    held = Held({bytes(15) + bytes((n,)): revision(bytes(15) + bytes((n,)), str(n)) for n in range(5)})
    try:
        brought = read_delta(held, Delta(known, places, added, frame))
    except HubDeskError:
        return
    assert brought == []


@settings(max_examples=60)
@given(states, some.integers(1, 200))
def test_a_snapshot_gives_back_every_record_however_it_was_cut(
    records: dict[bytes, Revision], piece: int
) -> None:
    ordered = sorted(records.values(), key=entry_of)
    stream = b"".join(write_snapshot((item.canonical for item in ordered), level=3))
    pieces = (stream[start : start + piece] for start in range(0, len(stream), piece))
    read = [item.canonical for _, members in read_snapshot(pieces, nodes(records)) for item in members]
    assert read == [item.canonical for item in ordered]


@settings(max_examples=150)
@given(states, some.data())
def test_a_flipped_byte_of_a_snapshot_yields_nothing_false(
    records: dict[bytes, Revision], data: some.DataObject
) -> None:
    ordered = sorted(records.values(), key=entry_of)
    content = bytearray(b"".join(write_snapshot((item.canonical for item in ordered), level=3)))
    content[data.draw(some.integers(0, len(content) - 1))] ^= data.draw(some.integers(1, 255))
    true = {item.canonical for item in ordered}
    try:
        for _, members in read_snapshot([bytes(content)], nodes(records)):
            assert {item.canonical for item in members} <= true
    except HubDeskError:
        pass


@settings(max_examples=60)
@given(states, some.data())
def test_a_snapshot_cut_anywhere_is_refused_and_what_came_before_is_true(
    records: dict[bytes, Revision], data: some.DataObject
) -> None:
    ordered = sorted(records.values(), key=entry_of)
    stream = b"".join(write_snapshot((item.canonical for item in ordered), level=3))
    cut = stream[: data.draw(some.integers(0, len(stream) - 1))]
    true = {item.canonical for item in ordered}
    whole: list[Revision] = []
    with pytest.raises(HubDeskError):
        whole.extend(item for _, members in read_snapshot([cut], nodes(records)) for item in members)
    assert {item.canonical for item in whole} <= true


@given(some.binary(max_size=500), some.binary(max_size=500))
def test_a_frame_gives_back_its_content(content: bytes, dictionary: bytes) -> None:
    assert unpack(pack(content, dictionary, 3), 500, dictionary) == content


@given(some.binary(max_size=300))
def test_a_frame_of_nonsense_is_refused(content: bytes) -> None:
    code = ""
    try:
        assert len(unpack(content, 1_000)) <= 1_000
    except HubDeskError as error:
        code = error.code
    assert code in ("", "frame-broken", "frame-size")


@given(some.sets(some.integers(0, 255)))
def test_nodes_travel_without_their_empty_ones(filled: set[int]) -> None:
    nodes = Nodes().replaced({number: bytes([number, 1]) + bytes(30) for number in filled})
    assert len(nodes.sparse()) == 32 + 32 * len(filled)
    assert Nodes.from_sparse(nodes.sparse()).packed() == nodes.packed()


@pytest.mark.parametrize("cut", [slice(0, 31), slice(0, -1), slice(1, None), slice(0, 0)])
def test_broken_nodes_are_named(cut: slice) -> None:
    sparse = Nodes().replaced({7: b"7" * 32, 200: b"2" * 32}).sparse()
    with pytest.raises(Untrusted, match="snapshot-broken"):
        Nodes.from_sparse(sparse[cut])
