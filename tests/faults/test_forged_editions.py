"""Editions that somebody forged, in every way that a program can think of: refused with a reason, or nothing changes.

A desk that is behind may end with exactly what the hub signed; no third state exists.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
import zstandard

from hubdesk.cli.sentences import SENTENCES
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.layout import Listed
from hubdesk.packages.taking import TakeReport
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import write_snapshot
from hubdesk.state.tree import EMPTY_ROOT
from hubdesk.trust.bundle import Bundle, pack
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey
from hubdesk.trust.roles import heads_listed, write_listing
from tests.faults.conftest import Tally
from tests.scenarios.press import (
    HUB,
    OTHER,
    PUBLIC,
    Files,
    Press,
    bagged,
    contents_of,
    later,
    lay,
    manifest,
    record,
)
from tests.scenarios.profile_state import State, state_of

Times = Callable[[int, int], int]
IDS = ("0190b3c0-0000-7000-8000-000000000001", "0190b3c0-0000-7000-8000-000000000002")
NOTE, OTHER_NOTE = b"A note.", b"B note."
HEAD, NODES, SNAPSHOT = layout.head_name(PUBLIC), layout.nodes_name(PUBLIC), layout.snapshot_name(PUBLIC)
BLOB = layout.blob_name(digest(NOTE))


class Kit(NamedTuple):
    """What a forger has: two true editions of one hub, the keys of another hub and of nobody, and a press."""

    press: Press
    first: Files
    second: Files
    foreign: Press

    def revisions(self) -> list[bytes]:
        return zstandard.ZstdDecompressor().decompressobj().decompress(self.second[SNAPSHOT]).splitlines()

    def head(self) -> SignedHead:
        return layout.read_head(self.second[HEAD])

    def said(self, **changed: object) -> Head:
        return msgspec.structs.replace(self.head().head(), **changed)


class Victim:
    """A desk that takes forged editions; `reset` gives it back what it held."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template, self._folder = template, folder
        self.reset()

    def reset(self) -> None:
        """Begin again with what was held first."""
        if hasattr(self, "desk"):
            self.desk.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._template, self._folder)
        self.desk = Desk.open(self._folder)
        self.held: State = state_of(self.desk)

    def take(self, stick: Path) -> tuple[str, TakeReport | None]:
        """Take an edition; return why it was refused, or what was told."""
        try:
            return "", self.desk.editions.take(stick)
        except HubDeskError as error:
            return error.code, None

    def is_as_before(self) -> bool:
        """Whether not one row and not one file changed."""
        return state_of(self.desk) == self.held


@pytest.fixture(scope="module")
def kit() -> Kit:
    press, foreign = Press(), Press()
    one, two = record("First", record_id=IDS[0]), record("Second", NOTE, record_id=IDS[1])
    first = press.edition([one], 1, at=later(-2))
    previous = layout.read_head(first[HEAD]).head().root
    second = press.edition([one, two], 2, blobs=[NOTE], previous=previous, at=later(-1))
    return Kit(press, first, second, foreign)


@pytest.fixture(scope="module")
def templates(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Profiles of a desk that holds the first state, and of one that holds the second."""
    base = tmp_path_factory.mktemp("forged")
    desk = Desk.create(base / "behind", use_keyring=False)
    desk.editions.take(lay(bagged(kit.first), base / "stick"), root=kit.press.root_hash)
    desk.close()
    shutil.copytree(base / "behind", base / "current")
    desk = Desk.open(base / "current")
    desk.editions.take(lay(bagged(kit.second), base / "stick"))
    assert desk.verify().ok
    desk.close()
    return base


@pytest.fixture
def victims(templates: Path, tmp_path: Path) -> Iterator[dict[str, Victim]]:
    found = {name: Victim(templates / name, tmp_path / name) for name in ("behind", "current")}
    yield found
    for victim in found.values():
        victim.desk.close()


def end_of(victim: Victim, kit: Kit) -> None:
    """What a desk that was behind holds after an edition was taken is what the hub signed, whole."""
    head = kit.head().head()
    views = {view.name: (view.version, view.root) for view in victim.desk.collections()}
    assert views == {PUBLIC: (head.version, head.root)}
    assert victim.desk.verify().ok


def attack(victims: dict[str, Victim], kit: Kit, stick: Path, tally: Tally) -> dict[str, str]:
    """Let both desks take a forged edition; return what each said, as codes."""
    said = {}
    for name, victim in victims.items():
        tally.tried += 1
        code, report = victim.take(stick)
        said[name] = code or "+".join(fault.code for fault in report.problems if report) if report else code
        tally.note(said[name] or "as signed")
        if not victim.is_as_before():
            tally.lost += bool(code)
            assert not code, f"{name} refused ({code}), but something changed"
            assert name == "behind", said
            end_of(victim, kit)
            victim.reset()
        for part in filter(None, said[name].split("+")):
            assert part in SENTENCES
    return said


# Bytes


def places(length: int, dice: random.Random, most: int) -> list[int]:
    return sorted(dice.sample(range(length), min(most, length)))


def flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes((content[place] ^ 1 << bit,)) + content[place + 1 :]


def test_a_changed_byte_is_refused_wherever_it_is(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, times: Times, tally: Tally
) -> None:
    """As a stick damages it: the manifests stay."""
    dice, whole = random.Random(1), bagged(kit.second)
    for name, content in whole.items():
        for place in places(len(content), dice, times(3, 100_000)):
            broken = whole | {name: flipped(content, place, dice.randrange(8))}
            said = attack(victims, kit, lay(broken, tmp_path / "stick"), tally)
            expected = {"blob-mismatch"} if name == BLOB else {"edition-damaged", "not-an-edition"}
            # A digit of a hash may be written large: the tag manifest, which no other file covers, says the same then.
            same = name == layout.TAG_MANIFEST and broken[name].lower() == content.lower()
            assert said["behind"] in ({""} if same else expected), (name, place)
    assert tally.lost == 0


def test_a_changed_byte_is_refused_where_the_manifests_fit_it(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, times: Times, tally: Tally
) -> None:
    dice = random.Random(2)
    for name, content in kit.second.items():
        for place in places(len(content), dice, times(8, 100_000)):
            broken = kit.second | {name: flipped(content, place, dice.randrange(8))}
            attack(victims, kit, lay(bagged(broken), tmp_path / "stick"), tally)


def test_an_edition_that_was_cut_is_refused(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, times: Times, tally: Tally
) -> None:
    dice, whole = random.Random(3), bagged(kit.second)
    for name, content in whole.items():
        for length in {0, len(content) - 1, *places(len(content), dice, times(1, 100_000))}:
            attack(victims, kit, lay(whole | {name: content[:length]}, tmp_path / "stick"), tally)
            if name in kit.second and name != BLOB:
                cut = bagged(kit.second | {name: content[:length]})
                attack(victims, kit, lay(cut, tmp_path / "stick"), tally)
        without = {other: whole[other] for other in whole if other != name}
        said = attack(victims, kit, lay(without, tmp_path / "stick"), tally)
        refusals = ("edition-file-missing",) if name == BLOB else ("edition-damaged", "not-an-edition")
        assert said["behind"] in refusals


# Words


def resigned(kit: Kit, signer: SigningKey, **said: object) -> Files:
    """The second edition with a head that says something else, by this key."""
    if "version" in said:
        said = {"previous": kit.head().head().root} | said
    head = kit.said(**said)
    listed = contents_of({PUBLIC: Listed(head.version, head.root, head.records)})
    return kit.second | {HEAD: layout.write_head(sign_head(head, signer)), layout.CONTENTS: listed}


def with_bundle(kit: Kit, bundle: Bundle) -> Files:
    return kit.second | {layout.BUNDLE: pack(bundle, None)}


def with_snapshot(kit: Kit, *records: bytes) -> Files:
    return kit.second | {SNAPSHOT: b"".join(write_snapshot(records))}


def a_strangers_head(kit: Kit) -> Files:
    return resigned(kit, kit.press.stranger, version=3)


def another_hubs_head(kit: Kit) -> Files:
    return resigned(kit, kit.press.other, version=3)


def a_head_of_another_place(kit: Kit) -> Files:
    return resigned(kit, kit.press.publishing, collection=f"{HUB}/other", version=3)


def a_head_under_anothers_name(kit: Kit) -> Files:
    """Another hub's own, rightly signed state, laid where this hub's lies."""
    head = kit.said(collection=f"{OTHER}/public", version=9)
    return resigned(kit, kit.press.other, collection=f"{OTHER}/public", version=9) | {
        layout.CONTENTS: contents_of({PUBLIC: Listed(head.version, head.root, head.records)})
    }


def another_centre(kit: Kit) -> Files:
    return kit.foreign.edition([record("Ours")], 5)


def another_centres_metadata(kit: Kit) -> Files:
    return with_bundle(kit, kit.foreign.bundle({PUBLIC: kit.head().body}, later(1)))


def a_root_put_behind_another(kit: Kit) -> Files:
    """The true root first, a forger's behind it."""
    mine = kit.foreign.bundle({PUBLIC: kit.head().body}, later(1))
    return with_bundle(kit, msgspec.structs.replace(mine, roots=[kit.press.root, kit.foreign.root]))


def metadata_of_two_days(kit: Kit) -> Files:
    heads = {PUBLIC: kit.head().body}
    old, new = kit.press.bundle(heads, later(1)), kit.press.bundle(heads, later(2))
    return with_bundle(kit, msgspec.structs.replace(new, targets=old.targets, roles=old.roles))


def metadata_by_a_stranger(kit: Kit) -> Files:
    press = kit.press
    mine, press.online = press.online, press.stranger
    try:
        return with_bundle(kit, press.bundle({PUBLIC: kit.head().body}, later(1)))
    finally:
        press.online = mine


def another_version_in_the_list(kit: Kit) -> Files:
    head = kit.head().head()
    return kit.second | {layout.CONTENTS: contents_of({PUBLIC: Listed(9, head.root, head.records)})}


def another_root_in_the_list(kit: Kit) -> Files:
    head = kit.head().head()
    return kit.second | {
        layout.CONTENTS: contents_of({PUBLIC: Listed(head.version, EMPTY_ROOT.hex(), head.records)})
    }


def more_records_than_there_are(kit: Kit) -> Files:
    return resigned(kit, kit.press.publishing, version=3, records=3)


def no_records(kit: Kit) -> Files:
    return resigned(kit, kit.press.publishing, version=3, records=0)


def the_old_nodes(kit: Kit) -> Files:
    return kit.second | {NODES: kit.first[NODES]}


def the_old_records(kit: Kit) -> Files:
    return kit.second | {SNAPSHOT: kit.first[SNAPSHOT]}


def an_old_head_on_new_records(kit: Kit) -> Files:
    head = layout.read_head(kit.first[HEAD]).head()
    listed = contents_of({PUBLIC: Listed(head.version, head.root, head.records)})
    return kit.second | {HEAD: kit.first[HEAD], layout.CONTENTS: listed}


def a_signature_of_another_head(kit: Kit) -> Files:
    signed = kit.head()
    body = kit.said(version=3).body()
    head = kit.said(version=3)
    return kit.second | {
        HEAD: layout.write_head(SignedHead(body, signed.key, signed.signature)),
        layout.CONTENTS: contents_of({PUBLIC: Listed(3, head.root, head.records)}),
    }


def records_in_another_order(kit: Kit) -> Files:
    return with_snapshot(kit, *reversed(kit.revisions()))


def a_record_twice(kit: Kit) -> Files:
    one, two = kit.revisions()
    return with_snapshot(kit, one, one, two)


def a_record_less(kit: Kit) -> Files:
    return with_snapshot(kit, kit.revisions()[0])


def a_record_more(kit: Kit) -> Files:
    return with_snapshot(kit, *kit.revisions(), record("Third", record_id=IDS[0][:-1] + "3").canonical)


def another_word_in_a_record(kit: Kit) -> Files:
    return with_snapshot(kit, *(one.replace(b"Second", b"Forged") for one in kit.revisions()))


def what_is_no_record(kit: Kit) -> Files:
    packed = zstandard.ZstdCompressor().compress(kit.revisions()[0] + b'\n{"id": NaN}\n')
    return kit.second | {SNAPSHOT: packed}


def a_stream_that_is_none(kit: Kit) -> Files:
    return kit.second | {SNAPSHOT: b"\n".join(kit.revisions())}


def two_streams(kit: Kit) -> Files:
    return kit.second | {SNAPSHOT: kit.second[SNAPSHOT] * 2}


def another_file_of_the_same_size(kit: Kit) -> Files:
    return kit.second | {BLOB: OTHER_NOTE}


def another_file_of_another_size(kit: Kit) -> Files:
    return kit.second | {BLOB: NOTE * 2}


def a_members_collection_in_plain(kit: Kit) -> Files:
    name = f"{HUB}/members"
    moved = {place.replace(PUBLIC, name): content for place, content in kit.second.items()}
    return moved | {layout.CONTENTS: kit.second[layout.CONTENTS].replace(PUBLIC.encode(), name.encode())}


def an_edition_of_a_later_form(kit: Kit) -> Files:
    return kit.second | {layout.CONTENTS: kit.second[layout.CONTENTS].replace(b'"format":2', b'"format":3')}


def a_place_that_is_none(kit: Kit) -> Files:
    return kit.second | {layout.CONTENTS: kit.second[layout.CONTENTS].replace(PUBLIC.encode(), b"../public")}


FORGERIES: dict[Callable[[Kit], Files], str] = {
    a_strangers_head: "publisher-unknown",
    another_hubs_head: "publisher-unknown",
    a_head_of_another_place: "head-elsewhere",
    a_head_under_anothers_name: "head-elsewhere",
    another_centre: "edition-other-centre",
    another_centres_metadata: "edition-other-centre",
    a_root_put_behind_another: "metadata-unsigned",
    metadata_of_two_days: "metadata-mixed",
    metadata_by_a_stranger: "metadata-unsigned",
    another_version_in_the_list: "edition-damaged",
    another_root_in_the_list: "edition-damaged",
    more_records_than_there_are: "root-mismatch",
    no_records: "root-mismatch",
    the_old_nodes: "root-mismatch",
    the_old_records: "snapshot-broken",
    an_old_head_on_new_records: "root-mismatch",
    a_signature_of_another_head: "signature",
    records_in_another_order: "node-mismatch",
    a_record_twice: "snapshot-broken",
    a_record_less: "snapshot-broken",
    a_record_more: "snapshot-broken",
    another_word_in_a_record: "node-mismatch",
    what_is_no_record: "not-a-revision",
    a_stream_that_is_none: "snapshot-broken",
    two_streams: "snapshot-broken",
    another_file_of_the_same_size: "blob-mismatch",
    another_file_of_another_size: "blob-size",
    a_members_collection_in_plain: "edition-members",
    an_edition_of_a_later_form: "edition-newer",
    a_place_that_is_none: "edition-damaged",
}


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_a_forgery_is_refused_with_its_reason(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, tally: Tally, forge: Callable[[Kit], Files]
) -> None:
    stick = lay(bagged(forge(kit)), tmp_path / "stick")
    said = attack(victims, kit, stick, tally)
    assert said["behind"] == FORGERIES[forge]
    assert checked(victims["behind"].desk, stick) in (FORGERIES[forge], "edition-damaged")


def checked(desk: Desk, stick: Path) -> str:
    """What a whole check finds first."""
    try:
        return next((fault.code for fault in desk.editions.verify(stick).problems), "")
    except HubDeskError as error:
        return error.code


def test_two_forgeries_are_no_better_than_one(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, times: Times, tally: Tally
) -> None:
    """Members of several forged editions, mixed at random, with manifests that fit."""
    dice, forgeries = random.Random(4), [forge(kit) for forge in FORGERIES]
    for _ in range(times(40, 2_000)):
        mixed = dict(kit.second)
        for name in mixed.keys() & set(dice.choices(list(mixed), k=3)):
            mixed[name] = dice.choice(forgeries).get(name, mixed[name])
        files = bagged(mixed)
        if dice.random() < 0.3:
            name = dice.choice(list(files))
            files[name] = flipped(files[name], dice.randrange(len(files[name])), dice.randrange(8))
            files[layout.TAG_MANIFEST] = manifest(
                {tag: files[tag] for tag in (layout.DECLARED, layout.INFO, layout.MANIFEST)}
            )
        attack(victims, kit, lay(files, tmp_path / "stick"), tally)


# What is signed rightly, but old, out of date or taken away


def test_an_older_edition_changes_nothing(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path, tally: Tally
) -> None:
    said = attack(victims, kit, lay(bagged(kit.first), tmp_path / "stick"), tally)
    assert said == {"behind": "", "current": ""}
    assert all(victim.is_as_before() for victim in victims.values())


def test_two_states_of_one_version_are_kept_and_neither_is_taken(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path
) -> None:
    other = kit.press.edition([record("Third"), record("Fourth")], 2)
    victim = victims["current"]
    assert victim.take(lay(bagged(other), tmp_path / "stick"))[0] == "equivocation"
    rows, files = state_of(victim.desk)
    assert len(rows.pop("equivocation")) == 1
    victim.held[0].pop("equivocation")
    assert (rows, files) == victim.held


def test_a_role_that_is_out_of_date_is_taken_and_marked(kit: Kit, tmp_path: Path) -> None:
    expired = kit.press.bundle({PUBLIC: kit.head().body}, later(1), role_at=later(-800))
    stick = lay(bagged(with_bundle(kit, expired)), tmp_path / "stick")
    desk = Desk.create(tmp_path / "new", use_keyring=False)
    seen = desk.editions.inspect(stick)
    assert (seen.collections[PUBLIC].state, seen.collections[PUBLIC].vouched) == ("newer", "expired")
    desk.editions.take(stick, root=kit.press.root_hash)
    assert [(view.version, view.root) for view in desk.collections()] == [(2, kit.head().head().root)]
    assert desk.verify().ok
    desk.close()


def test_a_key_that_was_taken_away_signs_nothing_more(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path
) -> None:
    """The desk knows of it, or learns it from the very edition."""
    press, thief = Press(), SigningKey.generate()
    press.__dict__.update(kit.press.__dict__)
    press.publishers = {HUB: [SigningKey.generate().public], OTHER: [press.other.public]}
    stolen = resigned(kit, press.publishing, version=3)
    body = layout.read_head(stolen[HEAD]).body
    forged = press.bundle({PUBLIC: body}, later(3))
    stick = lay(bagged(stolen | {layout.BUNDLE: pack(forged, None)}), tmp_path / "stick")
    for victim in victims.values():
        assert victim.take(stick)[0] == "role-revoked"
        assert victim.is_as_before()
    press.publishers[HUB].append(thief.public)
    known = press.bundle({PUBLIC: kit.head().body}, later(2), signer=thief)
    victim = victims["current"]
    assert victim.take(lay(bagged(with_bundle(kit, known)), tmp_path / "news"))[0] == ""
    held = state_of(victim.desk)
    old = kit.press.bundle({PUBLIC: body}, later(1))  # from before the key was taken away
    stick = lay(bagged(stolen | {layout.BUNDLE: pack(old, None)}), tmp_path / "stick")
    assert victim.take(stick)[0] == "publisher-unknown"
    assert state_of(victim.desk) == held


def test_a_list_of_installers_by_others_counts_for_nothing(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path
) -> None:
    press = Press()
    press.__dict__.update(kit.press.__dict__)
    press.installers = {HUB: [press.publishing.public, press.other.public]}
    listed = heads_listed({f"{HUB}/installers": b"a false list"})
    for number, signers in enumerate(
        ([press.stranger, SigningKey.generate()], [press.publishing], [press.publishing] * 2)
    ):
        at = later(4 + number)
        document = write_listing(int(at.timestamp()), listed, signers, at)
        bundle = press.bundle({PUBLIC: kit.head().body}, at, roles={f"{HUB}-installers": document})
        victim = victims["behind"]
        victim.reset()
        code, _ = victim.take(lay(bagged(with_bundle(kit, bundle)), tmp_path / "stick"))
        assert code == ""
        end_of(victim, kit)
        from hubdesk.catalogue.trust import held_chain

        with victim.desk._database.read() as connection:
            chain = held_chain(connection)
        assert chain is not None
        assert chain.listing(f"{HUB}-installers") == {}


def test_a_file_that_no_record_names_stays_where_it_is(
    kit: Kit, victims: dict[str, Victim], tmp_path: Path
) -> None:
    nobodys = b"nobody vouches for this"
    stick = lay(bagged(kit.second | {layout.blob_name(digest(nobodys)): nobodys}), tmp_path / "stick")
    assert victims["behind"].take(stick)[0] == ""
    assert not victims["behind"].desk.blobs.has(digest(nobodys))
    end_of(victims["behind"], kit)
    assert victims["current"].take(stick)[0] == ""
    assert victims["current"].is_as_before()
