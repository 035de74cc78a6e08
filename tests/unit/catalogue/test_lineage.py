"""What two revisions were both made from, in any history, also where parts of it are not here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, create_engine, delete

from hubdesk.catalogue import revisions, tables
from hubdesk.catalogue.lineage import ancestors, common, contains
from hubdesk.model.record import Revision, write_revision

ID = "00000000-0000-4000-8000-000000000000"
histories = some.lists(some.tuples(some.integers(0, 30), some.integers(0, 30), some.booleans()), max_size=14)


@pytest.fixture
def connection() -> Iterator[Connection]:
    """An empty catalogue in memory."""
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    with engine.connect() as open_one:
        yield open_one
    engine.dispose()


def made(number: int, *parents: Revision, by: str = "") -> Revision:
    return write_revision(
        ID,
        "tool",
        by=by or f"desk {number}",
        at="",
        parents=[parent.hash.hex() for parent in parents],
        fields={"title": {"en": str(number)}},
    )


def history_of(shape: list[tuple[int, int, bool]]) -> list[Revision]:
    """Revisions, each made from one or two earlier ones."""
    found = [made(0)]
    for number, (one, other, is_merge) in enumerate(shape, start=1):
        parents = {found[one % number].hash: found[one % number]}
        if is_merge:
            parents[found[other % number].hash] = found[other % number]
        found.append(made(number, *parents.values()))
    return found


def before(revision: Revision, history: list[Revision]) -> set[bytes]:
    """The revision and all that it was made from, computed the slow way."""
    by_hash = {item.hash: item for item in history}
    found = {revision.hash}
    for parent in revision.content.parents:
        found |= before(by_hash[bytes.fromhex(parent)], history)
    return found


@given(histories, some.integers(0, 30), some.integers(0, 30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_last_one_that_both_were_made_from_is_found(
    connection: Connection, shape: list[tuple[int, int, bool]], one: int, other: int
) -> None:
    history = history_of(shape)
    connection.execute(delete(tables.revision))
    revisions.keep(connection, history)
    mine, theirs = history[one % len(history)], history[other % len(history)]
    shared = before(mine, history) & before(theirs, history)
    found = common(connection, mine, theirs)
    assert found is not None
    assert found.hash in shared
    later = [item for item in history if item.hash in shared and found.hash in before(item, history)]
    assert [item.hash for item in later] == [found.hash]
    assert contains(connection, mine.hash, theirs.hash) == (theirs.hash in before(mine, history))
    assert ancestors(connection, mine.hash).keys() == before(mine, history)


def test_what_the_author_names_counts_where_the_history_is_not_held(connection: Connection) -> None:
    first = made(1)
    between = made(2, first)
    mine, theirs = made(3, first), made(4, between)
    revisions.keep(connection, [first, mine, theirs])  # `between` was never fetched
    assert common(connection, mine, theirs) is None
    assert common(connection, mine, theirs, first.hash) == first
    assert common(connection, mine, theirs, made(9).hash) is None


def test_words_of_one_author_that_do_not_name_each_other_are_two_changes(connection: Connection) -> None:
    """Older desks name only what is signed as a parent of what they write a second time."""
    base = made(1)
    early, late = made(2, base, by="Ana"), made(3, base, by="Ana")
    accepted = made(4, base, early, by="Ben")
    revisions.keep(connection, [base, early, late, accepted])
    assert common(connection, accepted, late, base.hash) == base
