"""What travels of metadata is small, comes out byte for byte, and is worth nothing where it was altered."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.state import frame
from hubdesk.trust.bundle import _WORDS, LARGEST, Bundle, pack, unpack
from hubdesk.trust.chain import READ, read_chain
from tests.unit.trust.centre import DAY, Centre

ONE_PUBLISHED = 900
FRESH_DESK = 3_200
"""Bytes that the project allows, with six hubs."""


@pytest.fixture(scope="module")
def centre() -> Centre:
    return Centre()


def heads_of(centre: Centre) -> list[bytes]:
    return list(centre.heads.values())


def published(centre: Centre, version: int = 2) -> tuple[Bundle, Bundle, list[bytes]]:
    """Return the bundle before and after a hub published, and the head that travels in the same answer."""
    before = centre.bundle
    centre.pass_time(DAY / 5)
    return before, centre.publish("latam/public", version), [centre.heads["latam/public"]]


# sizes


def test_nothing_new_costs_no_byte(centre: Centre) -> None:
    assert pack(centre.bundle, centre.bundle) == b""
    assert unpack(b"", centre.bundle) == centre.bundle


def test_one_hub_published() -> None:
    before, after, heads = published(Centre())
    assert len(pack(after, before, heads)) <= 270 <= ONE_PUBLISHED
    assert len(pack(after, before)) <= 310  # without the head beside it


def test_two_hubs_published() -> None:
    centre = Centre()
    before, _, heads = published(centre)
    after = centre.publish("open-data/public", 2)
    assert len(pack(after, before, [*heads, centre.heads["open-data/public"]])) <= 350


def test_a_new_day_with_nothing_published() -> None:
    centre = Centre()
    before = centre.bundle
    centre.pass_time()
    assert len(pack(centre.sign_online(), before)) <= 180


def test_a_fresh_desk(centre: Centre) -> None:
    assert len(pack(centre.bundle, None, heads_of(centre))) <= 2_100 <= FRESH_DESK
    assert len(pack(centre.bundle, None)) <= 2_600 <= FRESH_DESK


def test_a_coordinator_admitted() -> None:
    centre = Centre()
    before = centre.bundle
    centre.pass_time()
    centre.publishers["latam"].append(centre.targets_keys[2])
    assert len(pack(centre.sign_targets(), before)) <= 450


# bytes


def test_every_byte_comes_back(centre: Centre) -> None:
    heads = heads_of(centre)
    assert unpack(pack(centre.bundle, None, heads), None, heads) == centre.bundle
    assert unpack(pack(centre.bundle, None), None) == centre.bundle


def test_roots_and_roles_come_and_go() -> None:
    centre = Centre()
    before = centre.bundle
    centre.pass_time()
    centre.roots.append(centre.write_root(2, centre.root_keys[:2]))
    del centre.roles["open-data"]
    centre.roles["latam-installers"] = centre.write_hub("latam", centre.publishers["latam"][0])
    after = centre.sign_targets()
    assert unpack(pack(after, before), before) == after
    # who keeps only the newest root gets the rest all the same
    short = msgspec.structs.replace(before, roots=before.roots[-1:])
    assert unpack(pack(after, short), short).roots == after.roots


def test_documents_that_others_wrote_travel_as_they_stand(centre: Centre) -> None:
    indented = json.dumps(json.loads(centre.targets), indent=1).encode()
    for foreign in (
        indented,
        centre.targets + b" ",
        b"",
        b"no JSON",
        b'{"signed":{},"signatures":{}}',
        b"[]",
    ):
        bundle = msgspec.structs.replace(centre.bundle, targets=foreign, roots=[foreign, *centre.roots])
        assert unpack(pack(bundle, None), None) == bundle
        assert unpack(pack(bundle, centre.bundle), centre.bundle).targets == foreign


values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.text(max_size=80)
    | some.binary(max_size=32).map(bytes.hex),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
names = some.sampled_from(
    ["keys", "roles", "delegations", "expires", "version", "meta", "targets", "keyids", "_type", "signatures"]
)
nearly = some.fixed_dictionaries(
    {
        "signatures": values
        | some.lists(some.fixed_dictionaries({"keyid": values, "sig": values}), max_size=2)
    },
    optional={"signed": values | some.dictionaries(names, values)},
).map(lambda told: json.dumps(told, separators=(",", ":"), sort_keys=True).encode())


@settings(max_examples=300)
@given(nearly, nearly, nearly)
def test_whatever_a_document_says_it_comes_back(one: bytes, two: bytes, three: bytes) -> None:
    bundle = Bundle(roots=[one], timestamp=two, snapshot=three, targets=one, roles={"latam": two, "b": three})
    assert unpack(pack(bundle, None), None) == bundle
    other = Bundle(roots=[one, two], timestamp=three, snapshot=one, targets=two, roles={"latam": one})
    packed = pack(other, bundle)
    assert unpack(packed, bundle) == other


@settings(max_examples=200)
@given(nearly, some.data())
def test_a_document_of_ours_with_one_thing_changed_comes_back(other: bytes, data: some.DataObject) -> None:
    centre = Centre()
    told = json.loads(centre.roles["latam"])
    place = data.draw(some.sampled_from(["version", "expires", "targets", "spec_version"]))
    told["signed"][place] = json.loads(other)
    document = json.dumps(told, separators=(",", ":"), sort_keys=True).encode()
    bundle = msgspec.structs.replace(centre.bundle, roles=centre.roles | {"latam": document})
    assert unpack(pack(bundle, centre.bundle), centre.bundle) == bundle


# what others do to it


def test_every_flipped_byte_changes_nothing_or_is_refused() -> None:
    centre = Centre()
    before, after, heads = published(centre)
    held = read_chain(before, anchor=centre.anchor, at=centre.now, policy=READ)
    packed = pack(after, before, heads)
    good = read_chain(after, held=held, at=centre.now, policy=READ)
    for place in range(len(packed)):
        for mask in (1, 0x80, 0xFF):
            altered = packed[:place] + bytes([packed[place] ^ mask]) + packed[place + 1 :]
            try:
                chain = read_chain(unpack(altered, before, heads), held=held, at=centre.now, policy=READ)
            except Untrusted:
                continue
            # at most the altered role is missing, and says why
            assert chain.parts["latam"] == good.parts["latam"] or chain.parts["latam"].problem
            assert {name: part for name, part in chain.parts.items() if name != "latam"} == {
                name: part for name, part in good.parts.items() if name != "latam"
            }


def test_every_truncation_is_refused(centre: Centre) -> None:
    packed = pack(centre.bundle, None)
    for length in range(len(packed)):
        with pytest.raises(Untrusted) as refused:
            unpack(packed[:length], None)
        assert refused.value.code in {"metadata-broken", "metadata-large"}


def test_against_another_bundle_it_counts_only_if_it_is_right_all_the_same() -> None:
    centre = Centre()
    before, _, _ = published(centre)
    third, last, heads = published(centre, 3)
    packed = pack(last, third, heads)
    with suppress(Untrusted):
        mixed = unpack(packed, before, heads)
        assert read_chain(mixed, anchor=centre.anchor, at=centre.now, policy=READ).bundle == last


def test_bombs_are_small_when_they_are_refused() -> None:
    bomb = frame.pack(b"\x00" * 200_000_000, level=1)
    for packed in (bomb, bomb[:20], b"(\xb5/\xfd" + b"\xff" * 40):
        with pytest.raises(Untrusted) as refused:
            unpack(packed, None)
        assert refused.value.code in {"metadata-broken", "metadata-large"}


def form(**parts: Any) -> bytes:
    return frame.pack(msgspec.msgpack.encode(parts))


@pytest.mark.parametrize(
    "packed",
    [
        frame.pack(b""),
        frame.pack(b"\xc1"),
        frame.pack(msgspec.msgpack.encode([1, 2])),
        form(),
        form(root=7),
        form(root=[b"x"] * 300),
        form(root=[[[], {"keys": [b"short"], "roles": {"root": {"keyids": [5]}}}]]),
        form(root=[[[0, "text"], {}]]),
        form(root=[[[], {"delegations": 5}]]),
        form(root=[[[], {"version": 2**63, "expires": 2**62}]]),
        form(root=[b"x"], targets=[[], {"targets": {"latam/public": True}}], snapshot=b"", timestamp=b""),
        form(root=[b"x"], targets=b"", snapshot=[[], {"meta": {"x.json": True}}], timestamp=b""),
        form(root=[b"x"], targets=b"x"),
        form(root=[b"x"], targets=b"", snapshot=b"", timestamp=b"", **{f"hub{n}": b"" for n in range(400)}),
        form(root=[b"x"], targets=b"y" * LARGEST, snapshot=b"", timestamp=b""),
        form(
            root=[[[], {"keys": [bytes([n]) * 32 for n in range(2)], "roles": [{"keyids": [0] * 100_000}]}]]
        ),
    ],
)
def test_forms_that_nobody_writes_are_refused(packed: bytes) -> None:
    with pytest.raises(Untrusted) as refused:
        unpack(packed, None)
    assert refused.value.code in {"metadata-broken", "metadata-large"}


def test_the_first_dictionary_is_part_of_the_format() -> None:
    assert digest(_WORDS).hex() == "4526ce24a2acdaa23d08d2f70df6562e4ed83cfa75e902494d0c0248d9b5d399"
