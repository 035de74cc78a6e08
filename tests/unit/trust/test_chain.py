"""A chain takes what the right keys signed and nothing older; what has run out is said and keeps nobody from reading."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import msgspec
import pytest

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.trust import roles
from hubdesk.trust.bundle import Bundle
from hubdesk.trust.chain import EXPIRED, FRESH, MISSING, OLD, READ, REVOKED, STRICT, Chain, read_chain
from hubdesk.trust.keys import SigningKey
from tests.unit.trust.centre import DAY, Centre, head, key

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def centre() -> Centre:
    return Centre()


def read(centre: Centre, held: Chain | None = None, policy: str = READ) -> Chain:
    anchor = centre.anchor if held is None else None
    return read_chain(centre.bundle, anchor=anchor, held=held, at=centre.now, policy=policy)


def refusal(bundle: Bundle, centre: Centre, held: Chain | None = None, policy: str = READ) -> str:
    anchor = centre.anchor if held is None else None
    with pytest.raises(Untrusted) as refused:
        read_chain(bundle, anchor=anchor, held=held, at=centre.now, policy=policy)
    return refused.value.code


def replaced(bundle: Bundle, **parts: object) -> Bundle:
    return msgspec.structs.replace(bundle, **parts)


# what the adapter stands on


def test_the_private_name_of_python_tuf_stands_where_it_was() -> None:
    from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet

    assert list(inspect.signature(TrustedMetadataSet).parameters) == ["root_data", "envelope_type"]
    for method in (
        "update_root",
        "update_timestamp",
        "update_snapshot",
        "update_delegated_targets",
        "contains",
    ):
        assert callable(getattr(TrustedMetadataSet, method))
    assert list(inspect.signature(TrustedMetadataSet.update_snapshot).parameters) == [
        "self",
        "data",
        "trusted",
    ]
    assert "self.reference_time" in inspect.getsource(TrustedMetadataSet.__init__)


def test_the_version_of_python_tuf_is_the_pinned_one() -> None:
    assert f'"tuf=={version("tuf")}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_nothing_of_python_tuf_is_imported_before_metadata_changed() -> None:
    code = "import sys, hubdesk.trust.chain, hubdesk.trust.bundle; sys.exit('tuf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


# what a chain says


def test_a_fresh_desk_reads_a_chain_from_the_hash_in_its_invite(centre: Centre) -> None:
    chain = read(centre, policy=STRICT)
    assert chain.hubs() == sorted(centre.publishers)
    assert set(chain.publishers()["latam"].values()) == {one.public for one in centre.publishers["latam"]}
    assert chain.listed("latam/public") == digest(centre.heads["latam/public"])
    assert chain.listed("latam/nothing") is None
    assert chain.listed("nowhere/public") is None
    assert chain.names_server(centre.online.public)
    assert not chain.names_server(centre.root_keys[0].public)
    assert {chain.state(hub, centre.now) for hub in chain.hubs()} == {FRESH}
    assert chain.state("latam-installers", centre.now) == MISSING
    assert chain.timestamp_time == centre.now
    assert chain.bundle == centre.bundle


def test_a_chain_can_be_kept_and_read_back(centre: Centre) -> None:
    chain = read(centre)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(chain), type=Chain) == chain


def test_a_hub_speaks_for_its_own_collections_alone(centre: Centre) -> None:
    forged = head("latam/public", 9)
    listed = roles.heads_listed({"latam/public": forged})
    signers = [centre.publishers["open-data"][0]]
    centre.roles["open-data"] = roles.write_listing(int(centre.now.timestamp()), listed, signers, centre.now)
    centre.bundle = centre.sign_online()
    assert read(centre).listed("latam/public") == digest(centre.heads["latam/public"])


# states


def test_the_states_of_a_role_as_time_passes(centre: Centre) -> None:
    chain = read(centre)
    start = centre.now
    assert chain.state("latam", start + 29 * DAY) == FRESH
    assert chain.state("latam", start + 30 * DAY) == OLD
    assert chain.state("timestamp", start + 30 * DAY) == OLD
    assert chain.state("targets", start + 30 * DAY) == FRESH
    assert chain.state("latam", start + 730 * DAY) == EXPIRED
    assert chain.state("root", start + 730 * DAY) == EXPIRED
    assert chain.expires("latam") == start + 730 * DAY


def test_an_expired_hub_is_read_and_says_so(centre: Centre) -> None:
    centre.pass_time(600 * DAY)
    for hub in ("latam", "open-data"):
        centre.publish(f"{hub}/public", 2)
    centre.sign_targets()
    centre.pass_time(131 * DAY)
    centre.bundle = centre.sign_online()
    chain = read(centre)
    assert (
        chain.state("latam", centre.now) == EXPIRED
    )  # the root is out of date, so is all that hangs below it
    assert chain.listed("latam/public") == digest(centre.heads["latam/public"])
    assert refusal(centre.bundle, centre, policy=STRICT) == "metadata-expired"


def test_a_revoked_key_says_no_more_and_leaves_the_other_hubs_alone(centre: Centre) -> None:
    held = read(centre)
    lost = centre.publishers["latam"].pop(0)
    centre.pass_time()
    centre.sign_targets()
    chain = read(centre, held)
    assert chain.state("latam", centre.now) == REVOKED
    assert chain.listed("latam/public") is None
    assert lost.id not in chain.publishers()["latam"]
    assert chain.state("open-data", centre.now) == FRESH
    centre.pass_time()
    centre.publish("latam/public", 2)  # the other coordinator's key
    again = read(centre, chain)
    assert again.state("latam", centre.now) == FRESH
    assert again.listed("latam/public") == digest(centre.heads["latam/public"])


def test_a_hub_without_a_document_is_missing(centre: Centre) -> None:
    chain = read_chain(
        replaced(centre.bundle, roles={hub: one for hub, one in centre.roles.items() if hub != "latam"}),
        anchor=centre.anchor,
        at=centre.now,
        policy=READ,
    )
    assert chain.state("latam", centre.now) == MISSING
    assert chain.listed("latam/public") is None
    assert chain.listed("open-data/public") == digest(centre.heads["open-data/public"])
    assert not chain.is_whole
    # whoever left it out cannot keep it out: the true bundle of the same timestamp brings it
    again = read_chain(centre.bundle, held=chain, at=centre.now, policy=READ)
    assert again.parts == read(centre).parts
    assert again.is_whole


def test_a_hub_that_never_signed_is_missing_and_nothing_lacks(centre: Centre) -> None:
    centre.publishers["new-hub"] = [key()]
    centre.pass_time()
    centre.sign_targets()
    chain = read(centre)
    assert chain.state("new-hub", centre.now) == MISSING
    assert chain.is_whole


@pytest.mark.parametrize("broken", [b"", b"{}", b"[" * 100_000, b"\xff", b"x" * 6_000_000])
def test_one_bad_role_says_nothing_about_the_others(centre: Centre, broken: bytes) -> None:
    bundle = replaced(centre.bundle, roles=centre.roles | {"latam": broken})
    chain = read_chain(bundle, anchor=centre.anchor, at=centre.now, policy=READ)
    assert chain.state("latam", centre.now) == MISSING
    assert chain.parts["latam"].problem in {"metadata-mixed", "metadata-large"}
    assert "latam" not in chain.bundle.roles
    assert chain.state("open-data", centre.now) == FRESH
    assert refusal(bundle, centre, policy=STRICT) in {"metadata-mixed", "metadata-large"}


def test_a_role_with_a_forged_signature_is_no_revocation(centre: Centre) -> None:
    document = centre.roles["latam"]
    place = document.index(b'"sig":"') + 10
    flipped = (
        document[:place] + (b"0" if document[place : place + 1] != b"0" else b"1") + document[place + 1 :]
    )
    bundle = replaced(centre.bundle, roles=centre.roles | {"latam": flipped})
    chain = read_chain(bundle, anchor=centre.anchor, at=centre.now, policy=READ)
    assert chain.state("latam", centre.now) == MISSING
    assert chain.parts["latam"].problem == "metadata-mixed"


def test_a_stranger_s_document_is_no_revocation(centre: Centre) -> None:
    version = roles.version_of(centre.roles["latam"])
    forged = roles.write_listing(version, roles.heads_listed({"latam/public": b"x"}), [key()], centre.now)
    bundle = replaced(centre.bundle, roles=centre.roles | {"latam": forged})
    chain = read_chain(bundle, anchor=centre.anchor, at=centre.now, policy=READ)
    assert chain.state("latam", centre.now) == MISSING
    assert not chain.is_whole


# attacks


def test_another_centre_is_refused(centre: Centre) -> None:
    other = Centre()
    held = read(centre)
    assert refusal(other.bundle, centre) == "root-mismatch"
    assert refusal(other.bundle, centre, held) == "root-mismatch"


def test_what_is_older_than_what_is_held_is_refused(centre: Centre) -> None:
    before = centre.bundle
    centre.pass_time()
    centre.publish("latam/public", 2)
    held = read(centre)
    assert refusal(before, centre, held) == "metadata-rollback"
    assert (
        read_chain(before, anchor=centre.anchor, at=centre.now, policy=READ).listed("latam/public")
        is not None
    )


def test_an_old_role_under_a_new_timestamp_is_refused(centre: Centre) -> None:
    before = centre.roles["latam"]
    centre.pass_time()
    centre.publish("latam/public", 2)
    held = read(centre)
    centre.pass_time()
    centre.roles["latam"] = before
    centre.bundle = centre.sign_online()  # even a stolen server key cannot take a hub back
    assert refusal(centre.bundle, centre, held) == "metadata-rollback"


def test_parts_of_two_days_do_not_mix(centre: Centre) -> None:
    before = centre.bundle
    centre.pass_time()
    centre.publish("latam/public", 2)
    assert refusal(replaced(centre.bundle, snapshot=before.snapshot), centre) == "metadata-mixed"
    assert refusal(replaced(before, snapshot=centre.bundle.snapshot), centre) == "metadata-mixed"
    mixed = replaced(centre.bundle, roles=before.roles)
    chain = read_chain(mixed, anchor=centre.anchor, at=centre.now, policy=READ)
    assert chain.parts["latam"].problem == "metadata-mixed"


def test_a_frozen_timestamp_is_told_by_its_age(centre: Centre) -> None:
    held = read(centre)
    centre.pass_time(31 * DAY)
    chain = read_chain(held.bundle, held=held, at=centre.now, policy=READ)
    assert chain.state("latam", centre.now) == OLD
    assert chain.timestamp_time == centre.now - 31 * DAY
    assert refusal(held.bundle, centre, held, STRICT) == "metadata-expired"


def test_a_timestamp_of_the_version_that_is_held_changes_nothing(centre: Centre) -> None:
    held = read(centre)
    centre.heads["latam/public"] = head("latam/public", 7)
    centre.roles["latam"] = centre.write_hub("latam", centre.publishers["latam"][0])
    versions = (roles.version_of(centre.bundle.snapshot) - 1, roles.version_of(centre.bundle.timestamp) - 1)
    again = centre.sign_online(versions)
    chain = read_chain(again, held=held, at=centre.now, policy=READ)
    assert chain == held


def test_a_stranger_s_signatures_count_for_nothing(centre: Centre) -> None:
    stranger = key()
    version = roles.version_of(centre.bundle.timestamp) + 1
    snapshot = roles.version_of(centre.bundle.snapshot)
    forged = roles.write_timestamp(version, snapshot, stranger, centre.now)
    assert refusal(replaced(centre.bundle, timestamp=forged), centre) == "metadata-unsigned"
    forged = roles.write_snapshot(snapshot, {**centre.roles, "targets": centre.targets}, stranger, centre.now)
    assert refusal(replaced(centre.bundle, snapshot=forged), centre) == "metadata-unsigned"


def test_one_of_three_of_the_secretariat_is_not_enough(centre: Centre) -> None:
    centre.targets_keys = [centre.targets_keys[0], key(), key()]  # two of the three are strangers to the root
    centre.targets = centre.write_targets()
    assert refusal(centre.sign_online(), centre) == "metadata-unsigned"


@pytest.mark.parametrize("part", ["roots", "timestamp", "snapshot", "targets"])
def test_what_is_too_large_or_broken_is_refused(centre: Centre, part: str) -> None:
    for content, code in ((b" " * 6_000_000, "metadata-large"), (b"{" * 1000, "metadata-broken")):
        value: object = [content] if part == "roots" else content
        bundle = replaced(centre.bundle, **{part: value})
        codes = {"roots": "root-mismatch", "targets": "metadata-mixed" if code == "metadata-broken" else code}
        assert refusal(bundle, centre) == codes.get(part, code)
    assert refusal(replaced(centre.bundle, roots=[]), centre) == "metadata-broken"
    assert refusal(replaced(centre.bundle, roots=centre.roots * 300), centre) == "metadata-large"


# roots


def rotated(centre: Centre, signers: list[SigningKey], **keys: list[SigningKey]) -> Bundle:
    centre.roots.append(centre.write_root(len(centre.roots) + 1, signers, **keys))
    centre.bundle = centre.sign_online()
    return centre.bundle


def test_a_lost_key_of_the_root_is_replaced(centre: Centre) -> None:
    held = read(centre)
    fresh = [centre.root_keys[0], centre.root_keys[1], key()]
    rotated(centre, centre.root_keys[:2], root=fresh)
    later = [fresh[0], fresh[2], key()]
    rotated(centre, [fresh[0], fresh[2]], root=later)
    assert read(centre, held).root_version == 3
    assert read(centre).bundle.roots == centre.roots
    newest_only = replaced(centre.bundle, roots=centre.roots[1:])
    assert read_chain(newest_only, held=held, at=centre.now, policy=READ).bundle.roots == centre.roots


def test_a_root_needs_both_thresholds(centre: Centre) -> None:
    fresh = [centre.root_keys[0], key(), key()]
    for signers in ([fresh[0], fresh[1]], centre.root_keys[:2]):  # not two of the old, not two of the new
        bundle = rotated(centre, signers, root=fresh)
        assert refusal(bundle, centre) == "metadata-unsigned"
        centre.roots.pop()
    rotated(centre, [centre.root_keys[0], centre.root_keys[1], fresh[1]], root=fresh)
    assert read(centre).root_version == 2


def test_a_root_is_not_left_out(centre: Centre) -> None:
    rotated(centre, centre.root_keys[:2])
    rotated(centre, centre.root_keys[:2])
    bundle = replaced(centre.bundle, roots=[centre.roots[0], centre.roots[2]])
    assert refusal(bundle, centre) == "metadata-mixed"


def test_a_stolen_server_key_that_ran_ahead_is_replaced_by_a_root(centre: Centre) -> None:
    thief = centre.online
    centre.bundle = centre.sign_online((2_000_000_000, 2_000_000_000))
    held = read(centre)
    centre.online = key()
    centre.pass_time()
    centre.roots.append(centre.write_root(2, centre.root_keys[:2]))
    centre.bundle = centre.sign_online((0, 0))
    chain = read(centre, held)
    assert chain.timestamp_version == int(centre.now.timestamp())
    assert not chain.names_server(thief.public)


# installers


def with_installers(centre: Centre, signers: list[SigningKey]) -> Chain:
    listed = roles.heads_listed({"latam/installers": b"a list"})
    document = roles.write_listing(int(centre.now.timestamp()), listed, signers, centre.now)
    centre.roles["latam-installers"] = document
    centre.bundle = centre.sign_online()
    return read(centre)


def test_installers_need_two_people(centre: Centre) -> None:
    latam, secretariat = centre.publishers["latam"][0], centre.publishers["centre"][0]
    chain = with_installers(centre, [latam, secretariat])
    role = chain.installers()["latam"]
    assert chain.state("latam-installers", centre.now) == FRESH
    assert role.listed["latam/installers"].sha256 == digest(b"a list")
    assert role.signers == sorted([latam.id, secretariat.id])
    for signers in ([latam], [latam, latam], [latam, key()], [latam, centre.publishers["open-data"][0]]):
        chain = with_installers(centre, signers)
        assert chain.state("latam-installers", centre.now) == REVOKED
        assert chain.installers()["latam"].listed == {}
        assert chain.state("latam", centre.now) == FRESH


def test_a_third_signature_does_no_harm_and_a_second_can_be_added_later(centre: Centre) -> None:
    latam, secretariat = centre.publishers["latam"], centre.publishers["centre"][0]
    with_installers(centre, [*latam, secretariat])
    assert read(centre).state("latam-installers", centre.now) == FRESH
    with_installers(centre, [latam[0]])
    document = centre.roles["latam-installers"]
    assert roles.missing_signatures(document, centre.targets, "latam-installers") == 1
    signed = roles.add_signature(document, secretariat)
    assert roles.missing_signatures(signed, centre.targets, "latam-installers") == 0
    centre.roles["latam-installers"] = signed
    centre.bundle = centre.sign_online()
    assert read(centre).state("latam-installers", centre.now) == FRESH


def test_versions_never_run_backwards_on_a_restored_server() -> None:
    centre = Centre()
    now = centre.now
    assert roles.next_version(5, now) == int(now.timestamp())
    assert (
        roles.next_version(int(now.timestamp()) + 99, now + timedelta(seconds=1))
        == int(now.timestamp()) + 100
    )
