"""A first fill that is cut: what was seen is never taken back, and what it goes on with is what was signed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import Unreachable, Untrusted
from hubdesk.model.identity import id_from_bytes
from hubdesk.model.record import Revision, write_revision
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import entry_of, write_snapshot
from hubdesk.state.tree import Nodes, nodes_of

NAME = "latam/public"
AT = "2026-11-22T12:00:00Z"
RECORDS = 600


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk.create(tmp_path / "desk", use_keyring=False)
    yield made
    made.close()


def state(word: str) -> list[Revision]:
    """Six hundred records, all over the tree, that say `word`."""
    ids = (id_from_bytes(number.to_bytes(16, "big")) for number in range(RECORDS))
    made = [write_revision(i, "tool", by="", at=AT, parents=[], fields={"title": {"en": word}}) for i in ids]
    return sorted(made, key=entry_of)


def head_of(version: int, nodes: Nodes) -> Head:
    return Head(
        format=FORMAT,
        collection=NAME,
        version=version,
        root=nodes.root().hex(),
        records=RECORDS,
        previous="0" * 64,
        time=AT,
    )


def fill(desk: Desk, version: int, word: str, reference: bytes, *, cut: bool = False) -> None:
    """Take a snapshot in, whose signature counts as checked; cut it after two thirds of its bytes."""
    revisions = state(word)
    nodes = nodes_of(entry_of(revision) for revision in revisions)
    head = head_of(version, nodes)
    whole = b"".join(write_snapshot((revision.canonical for revision in revisions), 1))

    def stream() -> Iterator[bytes]:
        half = 2 * len(whole) // 3
        for start in range(0, half if cut else len(whole), 500):
            yield whole[start : start + 500]
        if cut:
            raise Unreachable("cut")

    desk.filling.fill(SignedHead(head.body(), "key", b""), head, nodes, reference, stream(), AT)


def test_a_fill_that_was_cut_opens_no_way_back_to_an_older_version(desk: Desk) -> None:
    fill(desk, 10, "ten", b"a" * 32)
    with pytest.raises(Unreachable):
        fill(desk, 11, "eleven", b"b" * 32, cut=True)

    with pytest.raises(Untrusted) as refused:
        fill(desk, 5, "five", b"c" * 32)

    assert refused.value.code == "rollback"
    fill(desk, 11, "eleven", b"b" * 32)
    assert desk.verify().ok
    assert [view.version for view in desk.collections()] == [11]


def test_a_fill_goes_on_only_with_the_state_it_began_with(desk: Desk) -> None:
    with pytest.raises(Unreachable):
        fill(desk, 5, "five", b"a" * 32, cut=True)
    assert desk.collections()[0].filling is not None

    fill(desk, 6, "six", b"a" * 32)

    assert desk.verify().ok
    titles = {desk.show(record).fields["title"]["en"] for record in desk.record_ids()}
    assert titles == {"six"}


def test_what_came_over_a_slow_line_is_found_while_the_rest_is_on_its_way(desk: Desk) -> None:
    revisions = state("slow")
    nodes = nodes_of(entry_of(revision) for revision in revisions)
    whole = b"".join(write_snapshot((revision.canonical for revision in revisions), 1))
    found: list[tuple[int, int]] = []

    def stream() -> Iterator[bytes]:
        piece = len(whole) // 24
        for start in range(0, len(whole), piece):
            yield whole[start : start + piece]
            found.append((desk.search(Query(words="slow")).total, desk.collections()[0].records))
            time.sleep(0.08)

    desk.filling.fill(SignedHead(b"", "key", b""), head_of(1, nodes), nodes, b"a" * 32, stream(), AT)

    growing = [total for total, _ in found]
    assert growing == sorted(growing)
    assert len(set(growing)) > 2, growing
    assert 0 < growing[-2] < RECORDS
    assert all(total == records for total, records in found)


def test_a_fast_line_costs_one_transaction_for_many_nodes(desk: Desk) -> None:
    fills: list[int] = []
    write = desk.filling._fill_some
    desk.filling._fill_some = lambda number, groups: (fills.append(len(groups)), write(number, groups))  # type: ignore[method-assign,assignment,func-returns-value]

    fill(desk, 1, "fast", b"a" * 32)

    assert len(fills) <= 2, fills
