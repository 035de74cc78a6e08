"""Making editions: records whole, files by choice and size, a folder, a zip or one sealed file."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import bagit
import pyrage
import pytest

from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.packages import layout
from hubdesk.packages.layout import Step
from hubdesk.packages.options import Options
from hubdesk.packages.writer import EditionReport
from hubdesk.server.centre import create_centre
from tests.scenarios.command_line import CommandLine
from tests.unit.server.driver import running_hub

PUBLIC, MEMBERS = "latam/public", "latam/members"
LICENCE = {"licence": "CC-BY-4.0"}
SIZES = {"small.pdf": 1_000, "large.pdf": 300_000, "report.pdf": 20_000, "list.csv": 2_000, "secret.txt": 500}


class Office(NamedTuple):
    """A coordinator's desk with published records, by the name of the file that each has."""

    desk: Desk
    records: dict[str, str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    base = tmp_path_factory.mktemp("office")
    create_centre(base / "hub", datetime.now(UTC))
    times = iter(f"2026-{month:02}-15T12:00:00Z" for month in range(1, 13))
    at = [next(times)]
    desk = Desk.create(base / "office", use_keyring=False)
    desk._parts.now = lambda: at[0]
    records = {}
    with running_hub(base / "hub") as hub:
        desk.join(hub.invite("coordinator"))
        desk.sync()
        for name, size in SIZES.items():
            path = base / name
            path.write_bytes(name.encode() * (size // len(name)) + b"." * (size % len(name)))
            language = "fr" if name == "report.pdf" else "en"
            kind = "dataset" if name == "list.csv" else "document"
            title = {"title": {language: f"About {name} <b>& more"}, "languages": [language]}
            place = MEMBERS if name == "secret.txt" else PUBLIC
            said = {**LICENCE, "pass_on": "yes", "summary": {language: "In short."}}
            records[name] = desk.new(kind, {**title, **said}, place)
            desk.attach(records[name], [path])
            assert desk.propose().refused == []
            at[0] = next(times)
        desk.accept()
        desk.publish("latam")
    yield Office(desk, records)
    desk.close()


def files_in(folder: Path) -> set[str]:
    """The names that the office gave to the files of an edition."""
    sizes = {size: name for name, size in SIZES.items()}
    return {sizes[path.stat().st_size] for path in (folder / "data/blobs").glob("*/*")}


def bytes_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(HubDeskError) as refused:
        action()
    return refused.value.code


EVERYTHING = {"small.pdf", "large.pdf", "report.pdf", "list.csv"}


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (Options(), EVERYTHING),
        (Options(kinds=["dataset"]), {"list.csv"}),
        (Options(languages=["fr-CA"]), {"report.pdf"}),
        (Options(files=False), set()),
        (Options(kinds=["tool"], languages=["pt"]), set()),
    ],
)
def test_records_go_whole_and_files_by_choice(
    office: Office, tmp_path: Path, options: Options, files: set[str]
) -> None:
    report = office.desk.editions.make(tmp_path / "stick", options)
    assert files_in(tmp_path / "stick") == files
    assert report.blobs == len(files)
    assert report.collections[PUBLIC].records == 4
    assert {left.name for left in report.problems} == EVERYTHING - files
    bagit.Bag(str(tmp_path / "stick")).validate()


def test_what_a_person_asks_for_by_id_goes_in_whatever_the_kind(office: Office, tmp_path: Path) -> None:
    asked = Options(kinds=["dataset"], ids=[office.records["large.pdf"]])
    office.desk.editions.make(tmp_path / "stick", asked)
    assert files_in(tmp_path / "stick") == {"list.csv", "large.pdf"}
    assert (
        refusal(lambda: office.desk.editions.make(tmp_path / "x", Options(ids=["nobody"])))
        == "no-such-record"
    )
    assert not (tmp_path / "x").exists()


def test_a_file_that_a_person_unticks_stays(office: Office, tmp_path: Path) -> None:
    [large] = [item for item in office.desk.editions.plan(Options()).items if item.name == "large.pdf"]
    report = office.desk.editions.make(tmp_path / "stick", Options(without=[large.sha256]))
    assert files_in(tmp_path / "stick") == EVERYTHING - {"large.pdf"}
    assert [left.code for left in report.problems] == ["left-out"]


def test_a_size_is_kept_and_small_files_go_first(office: Office, tmp_path: Path) -> None:
    records = office.desk.editions.plan(Options(files=False)).records_bytes
    room = Options(largest=records + 50_000)
    report = office.desk.editions.make(tmp_path / "stick", room)
    assert files_in(tmp_path / "stick") == EVERYTHING - {"large.pdf"}
    assert [(left.name, left.code) for left in report.problems] == [("large.pdf", "too-large")]
    assert bytes_of(tmp_path / "stick") == report.bytes <= records + 50_000
    assert refusal(lambda: office.desk.editions.plan(Options(largest=1_000))) == "edition-too-small"


def test_with_a_date_older_files_stay_but_for_those_asked_for(office: Office, tmp_path: Path) -> None:
    asked = [office.records["small.pdf"]]
    report = office.desk.editions.make(tmp_path / "new", Options(since="2026-03-01", ids=asked))
    assert {record.id for record in report.new} == {
        office.records[name] for name in ("report.pdf", "list.csv")
    }
    assert files_in(tmp_path / "new") == {"small.pdf", "report.pdf", "list.csv"}
    assert [(left.name, left.code) for left in report.problems] == [("large.pdf", "older")]
    assert report.collections[PUBLIC].records == 4
    contents = layout.read_contents((tmp_path / "new" / layout.CONTENTS).read_bytes())
    assert (contents.since, len(contents.new[PUBLIC])) == ("2026-03-01T00:00:00Z", 2)
    assert (contents.chosen.files, contents.chosen.left) == (3, 1)


def test_what_is_asked_for_goes_before_what_is_small(office: Office, tmp_path: Path) -> None:
    records = office.desk.editions.plan(Options(files=False)).records_bytes
    asked = Options(largest=records + 307_000, ids=[office.records["large.pdf"]])
    office.desk.editions.make(tmp_path / "asked", asked)
    assert files_in(tmp_path / "asked") == {"large.pdf", "small.pdf"}


def test_a_plan_says_what_the_making_does(office: Office, tmp_path: Path) -> None:
    for number, options in enumerate((Options(), Options(kinds=["document"]), Options(since="2026-01-01"))):
        planned = office.desk.editions.plan(options)
        made = office.desk.editions.make(tmp_path / str(number), options)
        assert (planned.files, planned.collections, planned.left) == (
            made.blobs,
            made.collections,
            made.problems,
        )
        assert planned.new == made.new
        assert made.bytes <= planned.bytes < made.bytes + 20_000
        assert planned.seconds == {speed: planned.bytes / speed for speed in (8_000, 32_000, 125_000)}
        assert sum(part.chosen for part in planned.kinds) == len(planned.items) == planned.files
        assert [item.size for item in planned.items] == sorted(
            (item.size for item in planned.items), reverse=True
        )


# One file


def test_a_zip_is_the_same_bag_in_one_file(office: Office, tmp_path: Path) -> None:
    report = office.desk.editions.make(tmp_path / "november.zip")
    assert report.bytes == (tmp_path / "november.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "november.zip") as packed:
        assert {info.compress_type for info in packed.infolist()} == {zipfile.ZIP_STORED}
        assert all(info.filename.startswith("november/") for info in packed.infolist())
        packed.extractall(tmp_path / "unpacked")
    bagit.Bag(str(tmp_path / "unpacked/november")).validate()
    assert files_in(tmp_path / "unpacked/november") == EVERYTHING
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["november.zip"]


def test_a_zip_never_takes_the_place_of_something_else(office: Office, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_bytes(b"PK my photographs")
    assert refusal(lambda: office.desk.editions.make(tmp_path / "mine.zip")) == "edition-file"
    assert (tmp_path / "mine.zip").read_bytes() == b"PK my photographs"
    office.desk.editions.make(tmp_path / "ours.zip", Options(files=False))
    before = (tmp_path / "ours.zip").stat().st_size
    office.desk.editions.make(tmp_path / "ours.zip")
    assert (tmp_path / "ours.zip").stat().st_size > before + 300_000


def test_members_content_is_sealed_or_stays(office: Office, tmp_path: Path) -> None:
    everything = Options(collections=[PUBLIC, MEMBERS])
    for path in (tmp_path / "stick", tmp_path / "one.zip"):
        assert refusal(lambda path=path: office.desk.editions.make(path, everything)) == "edition-members"
    assert refusal(lambda: office.desk.editions.make(tmp_path / "a.age")) == "edition-recipients"
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_edition_is_one_file_that_the_named_desks_alone_can_open(
    office: Office, tmp_path: Path
) -> None:
    friend, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    options = Options(collections=[PUBLIC, MEMBERS], recipients=[str(friend.to_public())])
    report = office.desk.editions.make(tmp_path / "for-a-friend.age", options)
    sealed = (tmp_path / "for-a-friend.age").read_bytes()
    assert (report.bytes, report.blobs) == (len(sealed), 5)
    assert [path.name for path in tmp_path.iterdir()] == ["for-a-friend.age"]
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [other])
    (tmp_path / "opened.zip").write_bytes(pyrage.decrypt(sealed, [friend]))
    with zipfile.ZipFile(tmp_path / "opened.zip") as packed:
        packed.extractall(tmp_path / "opened")
    bagit.Bag(str(tmp_path / "opened/for-a-friend")).validate()
    assert "secret.txt" in files_in(tmp_path / "opened/for-a-friend")


def test_who_may_not_read_a_collection_is_no_recipient_of_it(office: Office, tmp_path: Path) -> None:
    known = office.desk.editions.known_recipients()
    assert [(recipient.hub, recipient.role) for recipient in known] == [("latam", "coordinator")]
    me = [known[0].desk]
    office.desk.editions.make(tmp_path / "me.age", Options(collections=[MEMBERS], recipients=me))
    for options, code in (
        (Options(collections=["ict-governance/members"], recipients=me), "edition-not-theirs"),
        (Options(recipients=["f" * 64]), "edition-desk"),
        (Options(recipients=["age1nobody"]), "not-a-recipient"),
    ):
        assert refusal(lambda options=options: office.desk.editions.make(tmp_path / "x.age", options)) == code
    assert (
        refusal(lambda: office.desk.editions.make(tmp_path / "x", Options(recipients=me))) == "edition-name"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["me.age"]


@pytest.mark.parametrize("name", ["stick", "november.zip", "november.age"])
def test_every_form_is_taken_by_another_desk(office: Office, tmp_path: Path, name: str) -> None:
    far = Desk.create(tmp_path / "far", use_keyring=False)
    me = [far._profile.keys.recipient] if name.endswith(".age") else []
    names = [PUBLIC, "centre/public", *([MEMBERS] if me else [])]
    report = office.desk.editions.make(tmp_path / name, Options(collections=names, recipients=me))
    taken = far.editions.take(tmp_path / name, root=report.root)
    assert taken.problems == []
    assert {name: (part.version, part.root) for name, part in taken.collections.items()} == {
        name: (part.version, part.root) for name, part in report.collections.items()
    }
    assert taken.blobs == report.blobs == 4 + len(me)
    assert far.verify().ok
    far.close()


# Again, stopped, cut


def made_again(office: Office, stick: Path, **options: bool) -> EditionReport:
    return office.desk.editions.make(stick, Options(**options))  # type: ignore[arg-type]


def test_making_it_again_writes_only_what_is_new(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made_again(office, stick, files=False)
    first = made_again(office, stick)
    assert (first.blobs, first.kept) == (4, 0)
    large = [*(stick / "data/blobs").glob("*/*"), *stick.rglob("snapshot.zst")]
    written = {path: path.stat().st_ino for path in large}
    again = made_again(office, stick)
    assert (again.blobs, again.kept, len(large)) == (4, 4, 6)
    assert {path: path.stat().st_ino for path in large} == written
    bagit.Bag(str(stick)).validate()


def test_what_somebody_wrote_over_since_is_read_and_replaced(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made_again(office, stick)
    [large] = [path for path in (stick / "data/blobs").glob("*/*") if path.stat().st_size == 300_000]
    manifest = (stick / "manifest-sha256.txt").stat().st_mtime
    right = large.read_bytes()
    large.write_bytes(b"x" * 300_000)
    os.utime(large, (manifest + 60, manifest + 60))
    assert made_again(office, stick).kept == 3
    assert large.read_bytes() == right

    # Damage that leaves no trace is found only by reading: that is what `reread` and `edition verify` are for.
    times = large.stat()
    large.write_bytes(b"x" * 300_000)
    os.utime(large, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert made_again(office, stick).kept == 4
    assert made_again(office, stick, reread=True).kept == 3
    assert large.read_bytes() == right


class Stopping:
    """A person who stops at a stage."""

    def __init__(self, stage: str) -> None:
        self.event = threading.Event()
        self.seen: list[str] = []
        self._stage = stage

    def __call__(self, step: Step) -> None:
        self.seen.append(step.stage)
        if step.stage == self._stage:
            self.event.set()


def test_records_of_another_state_are_written_anew(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made_again(office, stick)
    [records] = stick.glob("data/collections/latam/public/snapshot.zst")
    right = records.read_bytes()
    listed = stick / layout.CONTENTS
    root = layout.read_contents(listed.read_bytes()).collections[PUBLIC].root
    listed.write_bytes(listed.read_bytes().replace(root.encode(), b"0" * 64))
    number = records.stat().st_ino
    made_again(office, stick)
    assert records.stat().st_ino != number
    assert records.read_bytes() == right


@pytest.mark.parametrize("name", ["stick", "one.zip", "sealed.age"])
def test_who_stops_leaves_the_earlier_edition(office: Office, tmp_path: Path, name: str) -> None:
    me = [office.desk.editions.known_recipients()[0].desk] if name.endswith(".age") else []
    path = tmp_path / name
    office.desk.editions.make(path, Options(recipients=me, files=False))
    before = sorted((entry, entry.stat().st_size) for entry in tmp_path.rglob("*"))
    for stage in ("records", "files") if name == "stick" else ("records", "reading", "files", "checking"):
        stopping = Stopping(stage)
        options = Options(recipients=me)
        assert (
            refusal(partial(office.desk.editions.make, path, options, stopping, stopping.event))
            == "edition-stopped"
        )
        assert stopping.seen[-1] == stage
        assert sorted((entry, entry.stat().st_size) for entry in tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_no_half_file(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    me = [office.desk.editions.known_recipients()[0].desk]
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for name, recipients in (("one.zip", []), ("one.age", me)):
            made = Options(recipients=recipients)
            assert refusal(lambda n=name, o=made: office.desk.editions.make(tmp_path / n, o)) == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_damaged_here_is_left_out_and_said(office: Office, tmp_path: Path) -> None:
    [large] = [item for item in office.desk.editions.plan(Options()).items if item.name == "large.pdf"]
    path = office.desk.blobs.path(bytes.fromhex(large.sha256))
    shutil.copyfile(path, tmp_path / "kept")
    try:
        path.write_bytes(b"damaged" * 42_857 + b"!")
        for name in ("stick", "one.zip"):
            report = office.desk.editions.make(tmp_path / name)
            assert [(left.name, left.code) for left in report.problems] == [("large.pdf", "blob-mismatch")]
        path.unlink()
        report = office.desk.editions.make(tmp_path / "third")
        assert [(left.name, left.code) for left in report.problems] == [("large.pdf", "blob-missing")]
        bagit.Bag(str(tmp_path / "third")).validate()
    finally:
        shutil.copyfile(tmp_path / "kept", path)


def test_where_an_edition_goes_on_a_stick(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert office.desk.editions.place_in(stick) == stick
    (stick / "holiday.jpg").write_bytes(b"sun")
    place = office.desk.editions.place_in(stick)
    assert place == stick / "HubDesk edition"
    office.desk.editions.make(place)
    assert office.desk.editions.place_in(place) == place
    assert (stick / "holiday.jpg").read_bytes() == b"sun"


# On the command line


def test_a_person_looks_first_and_then_writes(desk: Callable[..., CommandLine], tmp_path: Path) -> None:
    office = desk("coordinator")
    record = office.published()
    stick = tmp_path / "stick"
    planned = office("edition", "make", stick, "--dry-run", "--since", "2026-01-01", "--max-size", "2M")
    assert not stick.exists()
    assert (planned["files"], planned["new"][0]["id"]) == (0, record)
    made = office("edition", "make", stick, "--since", "2026-01-01", "--collection", PUBLIC)
    assert made["new"] == planned["new"]
    assert made["bytes"] <= planned["bytes"]
    assert "A checklist" in (stick / "index.html").read_text(encoding="utf-8")
    status, out, _ = office.run(
        "edition", "make", stick, "--page-language", "fr", "--kind", "tool", "--reread"
    )
    assert status == 0
    assert "checked after writing" in out
    assert '<html lang="fr"' in (stick / "index.html").read_text(encoding="utf-8")
    status, out, _ = office.run("edition", "make", stick, "--dry-run", "--id", record)
    assert status == 0
    assert "at 64 kbit/s" in out
    assert out.endswith("Nothing was written.\n")


def test_each_way_to_ask_for_too_much_is_said_in_a_sentence(
    desk: Callable[..., CommandLine], tmp_path: Path
) -> None:
    office = desk("coordinator")
    office.published()
    (tmp_path / "mine.zip").write_bytes(b"mine")
    for words, code in (
        (("stick", "--since", "yesterday"), "edition-since"),
        (("stick", "--max-size", "1k"), "edition-too-small"),
        (("stick", "--page-language", "xx"), "edition-page-language"),
        (("stick", "--for", "age1nobody"), "edition-name"),
        (("stick.age",), "edition-recipients"),
        (("stick.age", "--for", "f" * 64), "edition-desk"),
        (("mine.zip",), "edition-file"),
        (("stick", "--id", "nobody"), "no-such-record"),
    ):
        assert office.fails("edition", "make", tmp_path / words[0], *words[1:]) == code
    me = office("status")["desk"]
    elsewhere = ("--collection", "ict-governance/members", "--for", me)
    assert office.fails("edition", "make", tmp_path / "x.age", *elsewhere) == "edition-not-theirs"
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"mine.zip"}
