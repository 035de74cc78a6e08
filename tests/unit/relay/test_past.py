"""The way back from a state to those before it, whatever was written, changed or left in between."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.catalogue.public import Standing
from hubdesk.model.identity import digest, tree_key
from hubdesk.relay import past
from hubdesk.relay.past import Hashes, Past
from hubdesk.state.head import SignedHead
from hubdesk.state.tree import nodes_of

IDS = [digest(bytes([number]))[:16] for number in range(8)]
HASHES = st.sampled_from([digest(bytes([number])) for number in range(5)])
STATES = st.lists(st.dictionaries(st.sampled_from(IDS), HASHES), min_size=1, max_size=8)
NAME = "latam/public"


def standing(state: Hashes, version: int) -> Standing:
    nodes = nodes_of(sorted((tree_key(one), one, value) for one, value in state.items()))
    return Standing(1, NAME, version, nodes.root(), len(state), SignedHead(b"", "", b""), nodes)


class Rows:
    """A connection that knows one state."""

    def __init__(self, state: Hashes) -> None:
        self.state = state


def noted(way: Past, state: Hashes, version: int, monkeypatch_target: Any = past) -> Standing:
    class Confirmed:
        def __init__(self, rows: Rows, _number: int) -> None:
            self._state = rows.state

        def every_hash(self) -> Hashes:
            return dict(self._state)

    before = monkeypatch_target.ConfirmedState
    monkeypatch_target.ConfirmedState = Confirmed
    try:
        at = standing(state, version)
        way.note(cast("Any", Rows(state)), at)
    finally:
        monkeypatch_target.ConfirmedState = before
    return at


@settings(max_examples=60)
@given(states=STATES, restart=st.booleans())
def test_every_state_that_was_gone_through_is_found_again(states: list[Hashes], restart: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        way = Past(Path(folder))
        stood = [noted(way, state, number) for number, state in enumerate(states, 1)]
        if restart:
            way = Past(Path(folder))
            noted(way, states[-1], len(states))
        for at, state in zip(stood[:-1], states, strict=False):
            if at.root == stood[-1].root:
                continue
            found = way.at(stood[-1], at.version, at.root[:8])
            # A state that came back leaves its shorter way; never a false one.
            assert found is None or found == state
        if len({at.root for at in stood}) == len(stood):
            for at, state in zip(stood[:-1], states, strict=False):
                assert way.at(stood[-1], at.version, at.root[:8]) == state


def test_a_state_of_another_history_is_not_known(tmp_path: Path) -> None:
    way = Past(tmp_path)
    first = noted(way, {IDS[0]: digest(b"a")}, 1)
    now = noted(way, {IDS[0]: digest(b"b")}, 2)
    assert way.at(now, 1, first.root[:8]) == {IDS[0]: digest(b"a")}
    assert way.at(now, 1, b"12345678") is None
    assert way.at(now, 3, first.root[:8]) is None
    assert way.at(first, 1, first.root[:8]) is None  # that is not where it stands


def test_what_moved_while_nobody_looked_leaves_no_way(tmp_path: Path) -> None:
    first = noted(Past(tmp_path), {IDS[0]: digest(b"a")}, 1)
    way = Past(tmp_path)
    now = noted(way, {IDS[0]: digest(b"c")}, 3)
    assert way.at(now, 1, first.root[:8]) is None


def test_a_torn_file_is_as_none(tmp_path: Path) -> None:
    noted(Past(tmp_path), {IDS[0]: digest(b"a")}, 1)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-3])
    way = Past(tmp_path)
    noted(way, {IDS[0]: digest(b"b")}, 2)
    assert way.at(noted(way, {IDS[0]: digest(b"c")}, 3), 2, standing({IDS[0]: digest(b"b")}, 2).root[:8])
