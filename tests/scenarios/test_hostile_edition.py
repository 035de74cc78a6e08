"""An edition that somebody broke or forged is refused, or changes nothing that a signature does not prove."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError
from hubdesk.model.record import read_revision
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents, Listed
from hubdesk.packages.options import Options
from hubdesk.server.centre import create_centre
from hubdesk.state.head import Head
from hubdesk.state.snapshot import entry_of, read_snapshot, write_snapshot
from hubdesk.state.tree import Nodes, nodes_of
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey
from tests.unit.server.driver import running_hub

PUBLIC = "latam/public"
MEMBERS = (
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
    "data/edition.json",
    "index.html",
    "data/ro-crate-metadata.json",
    "data/trust.bundle",
    "data/collections/latam/public/head.json",
    "data/collections/latam/public/nodes",
    "data/collections/latam/public/snapshot.zst",
    "data/blobs",
)


class Small(NamedTuple):
    """An edition of two records, one with a file; the first version's state, and the key that signs for latam."""

    folder: Path
    root: str
    state: tuple[int, str]
    key: SigningKey
    old: Path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Small:
    base = tmp_path_factory.mktemp("small")
    create_centre(base / "hub", datetime.now(UTC))
    desk = Desk.create(base / "desk", use_keyring=False)
    (base / "note.txt").write_text("A note.")
    with running_hub(base / "hub") as hub:
        desk.join(hub.invite("coordinator"))
        desk.sync()
        write(desk, "First")
        desk.publish("latam")
        desk.editions.make(base / "old", Options(collections=[PUBLIC]))
        record = write(desk, "Second", base / "note.txt")
        desk.publish("latam")
    assert desk.show(record).state == "confirmed"
    report = desk.editions.make(base / "stick", Options(collections=[PUBLIC]))
    key = desk._profile.keys.publishing
    state = state_of(desk)
    desk.close()
    return Small(base / "stick", report.root, state, key, base / "old")


def write(desk: Desk, title: str, *files: Path) -> str:
    fields = {"title": {"en": title}, "summary": {"en": title}, "licence": "CC0-1.0", "pass_on": "yes"}
    record = desk.new("tool", fields, PUBLIC)
    desk.attach(record, files)
    assert desk.propose().refused == []
    desk.accept()
    return record


def state_of(desk: Desk) -> tuple[int, str]:
    return next((view.version, view.root) for view in desk.collections() if view.name == PUBLIC)


@pytest.fixture
def small(made: Small, tmp_path: Path) -> Small:
    shutil.copytree(made.folder, tmp_path / "stick")
    return made._replace(folder=tmp_path / "stick")


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.create(tmp_path / "new", use_keyring=False)
    yield desk
    desk.close()


def member(folder: Path, name: str) -> Path:
    if name == "data/blobs":
        [found] = (folder / name).glob("*/*")
        return found
    return folder / name


def sign_bag(folder: Path) -> None:
    """Write the manifests anew, as anybody can."""
    payload = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in payload)
    info = folder / "bag-info.txt"
    lines = [line for line in info.read_text().splitlines() if not line.startswith("Payload-Oxum")]
    info.write_text("\n".join([*lines, f"Payload-Oxum: {size}.{len(payload)}", ""]))
    manifest(folder, "manifest-sha256.txt", payload)
    names = ("bagit.txt", "bag-info.txt", "index.html", "manifest-sha256.txt")
    tags = [folder / name for name in names if (folder / name).exists()]
    manifest(folder, "tagmanifest-sha256.txt", tags)


def manifest(folder: Path, name: str, paths: list[Path]) -> None:
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in paths
    ]
    (folder / name).write_text("".join(lines))


def flips(content: bytes) -> Iterator[bytes]:
    """The content with one byte changed, at up to 24 places."""
    for place in sorted({round(i * (len(content) - 1) / 23) for i in range(24)}):
        yield content[:place] + bytes((content[place] ^ 1,)) + content[place + 1 :]


def is_as_it_was_or_as_signed(desk: Desk, small: Small) -> bool:
    """Nothing here, or exactly what the hub signed: no third state."""
    views = {view.name: view for view in desk.collections()}
    held = views.get(PUBLIC)
    assert desk.verify().ok
    assert set(views) <= {PUBLIC}
    if held is None or (held.version == 0 and held.filling is None):
        assert desk.record_ids() == []
        return True
    return (held.version, held.root) == small.state


@pytest.mark.parametrize("name", [name for name in MEMBERS if name != "data/blobs"])
def test_a_changed_byte_is_refused_by_name(small: Small, new_desk: Desk, name: str) -> None:
    path = member(small.folder, name)
    content = path.read_bytes()
    for broken in flips(content):
        path.write_bytes(broken)
        with pytest.raises(BadInput) as refused:
            new_desk.editions.take(small.folder, root=small.root)
        assert refused.value.code == "edition-damaged"
        assert new_desk.collections() == []
    path.write_bytes(content)
    assert new_desk.editions.take(small.folder, root=small.root).blobs == 1


def test_a_file_with_a_changed_byte_is_named_and_stops_nothing_else(small: Small, new_desk: Desk) -> None:
    path = member(small.folder, "data/blobs")
    content = path.read_bytes()
    for broken in flips(content):
        path.write_bytes(broken)
        report = new_desk.editions.take(small.folder, root=small.root)
        assert (report.blobs, [fault.code for fault in report.problems]) == (0, ["blob-mismatch"])
        with pytest.raises(BadInput) as refused:
            new_desk.editions.verify(small.folder, root=small.root)
        assert refused.value.data["name"] == path.relative_to(small.folder).as_posix()
    assert state_of(new_desk) == small.state
    path.write_bytes(content)
    assert new_desk.editions.take(small.folder, root=small.root).blobs == 1


@pytest.mark.parametrize("name", MEMBERS)
def test_a_cut_is_refused(small: Small, new_desk: Desk, name: str) -> None:
    path = member(small.folder, name)
    content = path.read_bytes()
    for length in (0, 1, len(content) // 2, len(content) - 2):
        path.write_bytes(content[:length])
        with pytest.raises(BadInput):
            new_desk.editions.take(small.folder, root=small.root)
    path.unlink()
    if name == "data/blobs":
        (fault,) = new_desk.editions.take(small.folder, root=small.root).problems
        assert fault.code == "edition-file-missing"
        assert state_of(new_desk) == small.state
        return
    with pytest.raises(BadInput):
        new_desk.editions.take(small.folder, root=small.root)
    assert new_desk.collections() == []


@pytest.mark.parametrize("name", [name for name in MEMBERS if name.startswith("data/")])
def test_a_forger_who_makes_the_manifests_fit_gains_nothing(small: Small, new_desk: Desk, name: str) -> None:
    path = member(small.folder, name)
    for broken in flips(path.read_bytes()):
        before = new_desk.collections()
        path.write_bytes(broken)
        sign_bag(small.folder)
        try:
            new_desk.editions.take(small.folder, root=small.root)
        except HubDeskError:
            assert new_desk.collections() == before
        assert is_as_it_was_or_as_signed(new_desk, small)


@pytest.mark.parametrize("name", [name for name in MEMBERS if name.startswith("data/")])
def test_a_forger_cannot_spoil_what_a_desk_holds(
    small: Small, made: Small, new_desk: Desk, name: str
) -> None:
    new_desk.editions.take(made.old, root=small.root)
    path = member(small.folder, name)
    for broken in flips(path.read_bytes()):
        before = new_desk.collections()
        path.write_bytes(broken)
        sign_bag(small.folder)
        try:
            new_desk.editions.take(small.folder)
        except HubDeskError:
            assert new_desk.collections() == before
        assert new_desk.verify().ok
        assert new_desk.collections() == before or state_of(new_desk) == small.state


# What is signed, but not by whom or for what it should be


def forge(small: Small, signer: SigningKey, **changed: object) -> None:
    """Put a state with only one of the records into the edition, signed with `signer`."""
    folder = small.folder / "data/collections" / PUBLIC
    nodes = Nodes((folder / "nodes").read_bytes())
    revisions = [
        r for _, some in read_snapshot([(folder / "snapshot.zst").read_bytes()], nodes) for r in some
    ]
    kept = revisions[:1]
    forged = nodes_of(map(entry_of, kept))
    head = layout.read_head((folder / "head.json").read_bytes()).head()
    said = {"root": forged.root().hex(), "records": 1} | changed
    head = Head(**(msgspec.to_builtins(head) | said))
    (folder / "head.json").write_bytes(layout.write_head(sign_head(head, signer)))
    (folder / "nodes").write_bytes(forged.packed())
    (folder / "snapshot.zst").write_bytes(b"".join(write_snapshot(r.canonical for r in kept)))
    listing(small.folder, {PUBLIC: Listed(head.version, head.root, head.records)})
    sign_bag(small.folder)


def listing(folder: Path, collections: dict[str, Listed]) -> None:
    contents = Contents(
        format=layout.FORMAT, made="2026-11-22T19:00:00Z", by="", software="", collections=collections
    )
    (folder / "data/edition.json").write_bytes(layout.write_contents(contents))


def code_of(take: Callable[[], object]) -> str:
    with pytest.raises(HubDeskError) as refused:
        take()
    return refused.value.code


def test_a_stranger_signs_in_vain(small: Small, new_desk: Desk) -> None:
    forge(small, SigningKey.generate())
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "publisher-unknown"
    assert new_desk.collections() == []


def test_a_head_of_another_collection_is_refused(small: Small, new_desk: Desk) -> None:
    forge(small, small.key, collection="latam/members")
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "head-elsewhere"


def test_a_wrong_number_of_records_is_refused(small: Small, new_desk: Desk) -> None:
    forge(small, small.key, records=2)
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "root-mismatch"
    assert new_desk.collections() == []


def test_two_signed_states_of_one_version_are_not_taken(small: Small, made: Small, new_desk: Desk) -> None:
    new_desk.editions.take(made.folder, root=small.root)
    before = new_desk.collections()
    forge(small, small.key)
    assert code_of(lambda: new_desk.editions.take(small.folder)) == "equivocation"
    assert new_desk.collections() == before


def test_members_records_in_plain_are_not_taken(small: Small, new_desk: Desk) -> None:
    members = small.folder / "data/collections/latam/members"
    shutil.copytree(small.folder / "data/collections" / PUBLIC, members)
    version, root = small.state
    listing(small.folder, {name: Listed(version, root, 2) for name in (PUBLIC, "latam/members")})
    sign_bag(small.folder)
    report = new_desk.editions.take(small.folder, root=small.root)
    assert [(fault.about, fault.code) for fault in report.problems] == [("latam/members", "edition-members")]
    assert state_of(new_desk) == small.state  # one false part stops no other


def test_an_older_bundle_of_metadata_is_no_rollback(small: Small, made: Small, new_desk: Desk) -> None:
    new_desk.editions.take(made.folder, root=small.root)
    shutil.copyfile(made.old / layout.BUNDLE, small.folder / layout.BUNDLE)
    sign_bag(small.folder)
    report = new_desk.editions.take(small.folder)
    assert report.problems == []
    assert state_of(new_desk) == small.state


def test_a_file_that_no_signed_record_names_is_not_taken(small: Small, new_desk: Desk) -> None:
    content = b"nobody vouches for this"
    name = layout.blob_name(hashlib.sha256(content).digest())
    (small.folder / name).parent.mkdir(exist_ok=True)
    (small.folder / name).write_bytes(content)
    sign_bag(small.folder)
    assert new_desk.editions.take(small.folder, root=small.root).blobs == 1
    assert not new_desk.blobs.has(hashlib.sha256(content).digest())


def test_a_file_under_anothers_name_is_thrown_away(small: Small, new_desk: Desk) -> None:
    path = member(small.folder, "data/blobs")
    path.write_bytes(b"Another note.")
    sign_bag(small.folder)
    report = new_desk.editions.take(small.folder, root=small.root)
    assert (report.blobs, [(f.about, f.code) for f in report.problems]) == (0, [(path.name, "blob-size")])
    assert not new_desk.blobs.has(bytes.fromhex(path.name))
    assert state_of(new_desk) == small.state
    assert new_desk.verify().ok


def test_a_snapshot_that_unfolds_without_end_is_cut_off(small: Small, new_desk: Desk) -> None:
    import zstandard

    bomb = zstandard.ZstdCompressor(level=19).compress(b"x" * 300_000_000)
    assert len(bomb) < 100_000
    (small.folder / "data/collections" / PUBLIC / "snapshot.zst").write_bytes(bomb)
    sign_bag(small.folder)
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "snapshot-broken"
    assert new_desk.collections() == []


# Links and things that are no files


@pytest.mark.parametrize("name", MEMBERS)
def test_a_member_behind_a_link_is_refused(small: Small, new_desk: Desk, tmp_path: Path, name: str) -> None:
    path = member(small.folder, name)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "edition-damaged"
    assert new_desk.collections() == []


@pytest.mark.parametrize("name", ["data", "data/collections", "data/blobs"])
def test_a_folder_behind_a_link_is_refused(small: Small, new_desk: Desk, tmp_path: Path, name: str) -> None:
    (small.folder / name).rename(tmp_path / "elsewhere")
    (small.folder / name).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "edition-damaged"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["data/edition.json", "data/extra", "manifest-sha256.txt"])
def test_a_pipe_hangs_nobody(small: Small, new_desk: Desk, name: str) -> None:
    (small.folder / name).unlink(missing_ok=True)
    os.mkfifo(small.folder / name)
    assert code_of(lambda: new_desk.editions.take(small.folder, root=small.root)) == "edition-damaged"


def test_two_records_lie_in_the_edition_all_this_is_tried_on(small: Small) -> None:
    folder = small.folder / "data/collections" / PUBLIC
    stream = read_snapshot([(folder / "snapshot.zst").read_bytes()], Nodes((folder / "nodes").read_bytes()))
    contents = [read_revision(r.canonical).content for _, some in stream for r in some]
    assert {content.fields["title"]["en"] for content in contents if content.fields} == {"First", "Second"}
