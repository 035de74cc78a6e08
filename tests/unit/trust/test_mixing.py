"""Whoever carries metadata may mix what was ever signed in any way: a desk never goes back, and never believes what was
not so at one time."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from hubdesk.errors import Untrusted
from hubdesk.trust.bundle import Bundle, pack, unpack
from hubdesk.trust.chain import READ, Chain, read_chain
from tests.unit.trust.centre import HUBS, Centre, key

STEPS = 7


@cache
def history() -> tuple[Centre, list[Bundle]]:
    """A Centre and all that it ever signed: publications, a key dropped, a root and a server key exchanged."""
    centre = Centre()
    signed = [centre.bundle]
    for version, collection in enumerate(("latam/public", "open-data/public", "latam/members"), start=2):
        centre.pass_time()
        signed.append(centre.publish(collection, version))
    centre.pass_time()
    centre.publishers["latam"].pop(0)
    signed.append(centre.sign_targets())
    centre.pass_time()
    centre.roots.append(centre.write_root(2, centre.root_keys[:2], root=[*centre.root_keys[:2], key()]))
    signed.append(centre.sign_online())
    centre.pass_time()
    centre.online = key()
    centre.roots.append(centre.write_root(3, centre.root_keys[:2]))
    signed.append(centre.publish("latam/public", 9))
    assert len(signed) == STEPS
    return centre, signed


places = some.integers(0, STEPS - 1)
PARTS = ("roots", "timestamp", "snapshot", "targets", *HUBS)


@some.composite
def choices(draw: some.DrawFn) -> dict[str, Any]:
    """Draw when each part is from: mostly of one time, a hub sometimes left out."""
    base = draw(places)
    choice: dict[str, Any] = dict.fromkeys(PARTS, base)
    for part in draw(some.lists(some.sampled_from(PARTS), max_size=4)):
        choice[part] = draw(places | some.none()) if part in HUBS else draw(places)
    return choice


def mixed(choice: dict[str, Any]) -> Bundle:
    """Return a bundle of which each part is of another time; a hub without one is left out."""
    _, signed = history()
    return Bundle(
        roots=signed[choice["roots"]].roots,
        timestamp=signed[choice["timestamp"]].timestamp,
        snapshot=signed[choice["snapshot"]].snapshot,
        targets=signed[choice["targets"]].targets,
        roles={hub: signed[choice[hub]].roles[hub] for hub in HUBS if choice[hub] is not None},
    )


def read(bundle: Bundle, held: Chain | None) -> Chain:
    centre, _ = history()
    anchor = centre.anchor if held is None else None
    return read_chain(bundle, anchor=anchor, held=held, at=centre.now, policy=READ)


def assert_it_once_was(chain: Chain) -> None:
    """The timestamp is one of the history, and every hub says what it said then, or nothing."""
    _, signed = history()
    then = next(one for one in signed if one.timestamp == chain.bundle.timestamp)
    true = read(then, None)
    for hub in HUBS:
        if not chain.parts[hub].state:
            assert chain.parts[hub] == true.parts[hub]
        else:
            assert chain.listing(hub) == {}
    assert chain.publishers() == true.publishers()


@settings(max_examples=150)
@given(choices())
def test_a_fresh_desk_believes_what_once_was_or_nothing(choice: dict[str, Any]) -> None:
    try:
        chain = read(mixed(choice), None)
    except Untrusted:
        return
    assert_it_once_was(chain)


@settings(max_examples=150)
@given(places, some.lists(choices(), min_size=1, max_size=4))
def test_a_desk_never_goes_back(begin: int, carried: list[dict[str, Any]]) -> None:
    _, signed = history()
    held = read(signed[begin], None)
    for choice in carried:
        try:
            chain = read(mixed(choice), held)
        except Untrusted:
            continue
        assert_it_once_was(chain)
        assert chain.root_version >= held.root_version
        if chain.root_version == held.root_version:  # a new root may have taken a key away that ran ahead
            assert chain.timestamp_version >= held.timestamp_version
            assert chain.targets_version >= held.targets_version
            for hub in HUBS:
                if not (chain.parts[hub].state or held.parts[hub].state):
                    assert chain.parts[hub].version >= held.parts[hub].version
        held = chain


@settings(max_examples=100)
@given(places, places)
def test_any_difference_restores_what_was_signed(before: int, after: int) -> None:
    _, signed = history()
    assert unpack(pack(signed[after], signed[before]), signed[before]).roles == signed[after].roles
    assert unpack(pack(signed[after], signed[before]), signed[before]).timestamp == signed[after].timestamp


@settings(max_examples=100)
@given(places, choices())
def test_the_true_news_are_taken_after_any_lie(begin: int, choice: dict[str, Any]) -> None:
    _, signed = history()
    held = read(signed[begin], None)
    with suppress(Untrusted):
        held = read(mixed(choice), held)
    chain = read(signed[-1], held)
    assert chain.timestamp_version == read(signed[-1], None).timestamp_version
    assert chain.parts == read(signed[-1], None).parts
