"""Well-formed messages with absurd values, from a desk that may do much: answered or refused by name, never a bug."""

from __future__ import annotations

import contextlib
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.errors import HubDeskError
from hubdesk.state import frame
from hubdesk.state.batch import Event
from hubdesk.state.delta import Delta
from hubdesk.state.head import SignedHead
from hubdesk.sync.wire import (
    BlobRef,
    Compared,
    Cursor,
    Publication,
    SentBatch,
    SettledEvents,
    TwoHeads,
    Up,
    pack,
)
from tests.unit.server.driver import RunningHub

names = st.sampled_from(
    ["latam/public", "latam/members", "centre/public", "latam", "", "a/b/c", "\0", "é" * 200]
)
numbers = st.sampled_from(
    [-(2**63), -1, 0, 1, 2, 2**31, 2**53, 2**62, 2**63 - 1, 2**63, 2**64 - 1]
) | st.integers(0, 9)
hashes = st.sampled_from([b"", b"x", bytes(8), bytes(16), bytes(32), b"\xff" * 32, bytes(5000)])
frames = st.sampled_from(
    [b"", b"rubbish", frame.pack(b""), frame.pack(b"\n\n"), frame.pack(b"{}"), frame.pack(b"[" * 100_000),
     frame.pack(bytes(50_000_000), level=1), frame.pack(b'{"id":"x"}\n{}')]
)  # fmt: skip
deltas = st.builds(
    Delta, hashes, hashes | st.sampled_from([b"\x80" * 50, b"\xff\xff\x03\x00"]), hashes, frames
)
events = st.builds(Event, hashes, hashes, hashes, numbers)
batches = st.builds(
    SentBatch,
    collection=names,
    first=numbers,
    signature=hashes,
    delta=st.none() | deltas,
    replaces=st.dictionaries(numbers, numbers, max_size=2),
    events=st.lists(events, max_size=3),
    contents=frames,
)
bodies = st.sampled_from([b"", b"{}", b"[[[", b'{"format":1}', b"\xff" * 40])
blobs = st.none() | st.builds(BlobRef, hashes, numbers)
publications = st.builds(
    Publication,
    head=st.builds(SignedHead, bodies, names, hashes),
    delta=st.none() | deltas,
    delta_blob=blobs,
    snapshot=blobs,
)
settlements = st.builds(
    SettledEvents, author=names, collection=names, sequences=st.lists(numbers, max_size=3), sealed=hashes
)
marks = st.dictionaries(numbers, hashes, max_size=2)
signed = st.builds(SignedHead, bodies, names, hashes)
comparisons = st.builds(Compared, collection=names, marks=marks, head=st.none() | signed)
ups = st.fixed_dictionaries(
    {},
    optional={
        "cursors": st.lists(st.builds(Cursor, names, numbers, hashes), max_size=3),
        "trust": numbers,
        "root": numbers,
        "batches": st.lists(batches, max_size=2),
        "publications": st.lists(publications, max_size=2),
        "settled": st.lists(settlements, max_size=2),
        "inbox": st.dictionaries(names, numbers, max_size=2),
        "outcomes": numbers,
        "limit": numbers,
        "token": st.booleans(),
        "flags": st.lists(names | st.sampled_from(["n", "p"]), max_size=2),
        "compared": st.lists(comparisons, max_size=2),
        "healing": st.lists(publications, max_size=2),
        "received": st.lists(numbers, max_size=3),
        "wanted": st.lists(hashes, max_size=3),
        "contradictions": st.lists(st.builds(TwoHeads, signed, signed), max_size=2),
    },
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(up=ups, real=st.booleans())
def test_absurd_values_are_answered_or_refused_by_name(
    hub: RunningHub, up: dict[str, Any], real: bool
) -> None:
    desk = getattr(hub, "fuzzed", None) or hub.desk("coordinator")
    hub.fuzzed = desk  # type: ignore[attr-defined]
    with contextlib.suppress(HubDeskError):  # anything else that it raises fails the test
        if real:  # signed as they should be, so that they are looked into
            desk.sequence = 1
            up["batches"] = [desk.events("latam/public", batch.events, []) for batch in up.get("batches", [])]
        pack(hub.store.exchange(hub.store.authenticate(desk.request(Up(**up)))))
