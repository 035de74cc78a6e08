"""What people and their computers get wrong: a sentence each, nothing changed, nothing lost."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from hubdesk.catalogue import blobs
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, StorageFailure
from hubdesk.trust.invite import read_invite, write_invite
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.scenarios.hub_again import HubAgain
from tests.unit.server.driver import RunningHub

Joining = Callable[..., CommandLine]


@pytest.fixture
def alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A desk that has joined no hub."""
    Desk.create(tmp_path / "alone", use_keyring=False).close()
    return CommandLine(tmp_path / "alone", capsys)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "in-use"
    }


def contents(desk: CommandLine) -> dict[str, object]:
    """Everything a person can see of a desk."""
    status = desk("status")
    records = [hit["id"] for hit in desk("search", "--limit", "1000")["hits"]]
    return {"status": status, "records": {record: desk("show", record) for record in records}}


# Other people's files


ALIAS_BOMB = b"name: A\na0: &a0 [x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (level, level, b",".join([b"*a%d" % (level - 1)] * 9)) for level in range(1, 9)
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just a text",
        b"- a\n- list\n",
        b"\x00\x01\x02\xff",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
        b"publiccodeYmlVersion: '0.4'\n",
        b"name: [unclosed\n",
        b"name: !!python/object/apply:os.system ['true']\n",
        b"name: A\nother: !custom {a: 1}\n",
        ALIAS_BOMB,
        b"name: A\nloop: &l\n  again: *l\n",
        b"name: A\nname: B\n",
        b"name: " + b"[" * 50_000,
        b"name:\n  nested: text\n",
        "name: A\n".encode("utf-16"),
    ],
)
def test_what_is_no_publiccode_is_rejected_by_its_path(
    alone: CommandLine, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "publiccode.yml"
    file.write_bytes(content)
    for words in (["--collection", PUBLIC], ["--check"]):
        answer = alone("import", "publiccode", file, *words)
        [item] = answer["items"]
        assert (answer["imported"], answer["rejected"]) == (0, 1)
        assert (item["path"], item["id"], item["valid"]) == (str(file), None, False)
        assert item["problems"]
        assert all(len(problem["message"].split()) > 2 for problem in item["problems"])
    assert alone.counts() == (0, 0, 0)


def test_a_bad_file_stops_no_good_one(alone: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.yml").write_text("name: First\nurl: https://example.org/a.git\n")
    (folder / "b.yml").write_text("not: [yaml")
    (folder / "c.yaml").write_text("name: Second\n")
    (folder / "d.txt").write_text("name: Not asked for\n")
    (folder / "\u0646\u0635.yml").write_text("name: \u0646\u0635\n", encoding="utf-8")
    answer = alone("import", "publiccode", folder, "--collection", PUBLIC)
    assert (answer["imported"], answer["rejected"]) == (3, 1)
    assert [Path(item["path"]).name for item in answer["items"]] == [
        "a.yml",
        "b.yml",
        "c.yaml",
        "\u0646\u0635.yml",
    ]
    assert alone.counts() == (3, 0, 0)
    assert alone.fails("import", "publiccode", tmp_path / "nowhere", "--collection", PUBLIC) == "no-such-path"


def test_lines_that_are_no_records_are_named_and_stop_no_others(alone: CommandLine, tmp_path: Path) -> None:
    known = "00000000-0000-4000-8000-000000000001"
    lines = [
        f'{{"id":"{known}","kind":"tool","title":{{"en":"Good"}}}}',
        "not json",
        "[1, 2]",
        '{"title":{"en":"No kind"}}',
        '{"id":"NOT-AN-ID","kind":"tool","title":{"en":"A"}}',
        '{"kind":"tool","count":9007199254740993}',
        '{"kind":"tool","title":{"en":"\\ud800"}}',
        '{"kind":"expert","title":{"en":"Personal data"}}',
        '{"kind":"hub","title":{"en":"Of the Centre alone"}}',
        '{"kind":"tool","text":{"en":"' + "a" * 2_200_000 + '"}}',
        '{"kind":"tool","deep":' + "[" * 5_000 + "]" * 5_000 + "}",
        "",
        '{"kind":"tool","title":{"en":"Last"}}',
    ]
    file = tmp_path / "records.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")
    answer = alone("import", "records", file, "--collection", PUBLIC)
    rejected = {item["line"]: item["problems"][0]["code"] for item in answer["items"] if item["id"] is None}
    assert rejected == {
        2: "not-json",
        3: "not-an-object",
        4: "no-kind",
        5: "not-an-id",
        6: "not-canonical",
        7: rejected[7],
        8: "wrong-place",
        9: "wrong-place",
        10: "line-too-long",
        11: rejected[11],
    }
    assert (answer["imported"], answer["rejected"]) == (2, 10)
    assert alone.shown(known)["title"] == {"en": "Good"}
    assert alone.counts() == (2, 0, 0)
    assert alone.fails("import", "records", tmp_path / "nowhere.jsonl") == "no-such-path"


def test_a_record_that_grew_too_large_stops_no_other_proposal(desk: Joining) -> None:
    author = desk("contributor")
    good = author.write()
    large = author.write("document", **{f"unknown_{number}": "a" * 600_000 for number in range(2)})
    answer = author("propose", "--all")
    assert answer["done"] == [good]
    assert [(item["id"], item["problems"][0]["code"]) for item in answer["refused"]] == [(large, "too-large")]
    assert author.counts() == (1, 1, 0)


# The profile


def test_a_missing_profile_is_said_and_not_made(person: Joining) -> None:
    nobody = person("nobody")
    for words in (
        ["status"],
        ["sync"],
        ["search", "a"],
        ["new", "tool", "title=A"],
        ["verify"],
        ["propose", "--all"],
    ):
        assert nobody.fails(*words) == "profile-missing"
    assert not nobody.profile.exists()


def test_a_half_written_profile_is_told_apart_and_finished_by_a_join(
    hub: RunningHub, person: Joining
) -> None:
    interrupted = person("interrupted")
    interrupted("join", hub.invite("reader"))
    (interrupted.profile / "catalogue.sqlite").unlink()  # the power went before the catalogue had its name
    (interrupted.profile / "journal").unlink()
    before = files_of(interrupted.profile)
    assert interrupted.fails("status") == "profile-half-written"
    assert files_of(interrupted.profile) == before
    interrupted("join", hub.invite("reader"))
    assert interrupted("sync")["problems"] == []


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda content: b"", "profile-half-written"),
        (lambda content: content[:5_000], "profile-damaged"),
        (lambda content: b"not a database at all" * 100, "profile-damaged"),
        (lambda content: content[:100] + bytes(len(content) - 100), "profile-damaged"),
    ],
)
def test_a_damaged_catalogue_is_left_untouched(
    alone: CommandLine, damage: Callable[[bytes], bytes], code: str
) -> None:
    catalogue = alone.profile / "catalogue.sqlite"
    catalogue.write_bytes(damage(catalogue.read_bytes()))
    before = files_of(alone.profile)
    for words in (["status"], ["search", "a"], ["new", "tool", "title=A", "--collection", PUBLIC]):
        assert alone.fails(*words) == code
    assert files_of(alone.profile) == before


def test_a_catalogue_of_a_newer_program_is_left_untouched(alone: CommandLine) -> None:
    with closing(sqlite3.connect(alone.profile / "catalogue.sqlite")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    before = files_of(alone.profile)
    assert alone.fails("status") == "profile-newer"
    assert files_of(alone.profile) == before


def test_without_its_keys_a_desk_can_be_read_and_says_why_it_cannot_send(desk: Joining) -> None:
    author = desk("contributor")
    record = author.write()
    author("propose", record)
    second = author.profile / "backups" / "keys"
    second.rename(author.profile / "second")  # else it takes over by itself
    (author.profile / "keys").rename(author.profile / "away")
    assert author.fails("sync") == "keys-missing"
    (author.profile / "keys").write_bytes(b"{}")
    assert author.fails("sync") in ("not-keys", "keys-damaged")
    assert author.shown(record)["title"] == {"en": "A checklist"}
    (author.profile / "away").replace(author.profile / "keys")
    assert author("sync")["events_sent"] == 1


HURRIED = """
import sys
from hubdesk.catalogue import profile
from hubdesk.cli.main import run
profile._WAIT_SECONDS = 0.1
sys.exit(run(sys.argv[1:]))
"""


def test_a_second_program_on_the_same_profile_waits_and_then_says_so(alone: CommandLine) -> None:
    first = Desk.open(alone.profile)
    try:
        second = subprocess.run(
            [sys.executable, "-c", HURRIED, "--profile", str(alone.profile), "new", "tool", "title.en=Theirs"],
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert second.returncode == 1
        assert "Another HubDesk is at work" in second.stderr
        assert first.new("tool", {"title": {"en": "Mine"}}, PUBLIC)
    finally:
        first.close()
    assert alone.counts() == (1, 0, 0)


# Invites


def test_a_false_invite_is_refused_and_leaves_no_profile(hub: RunningHub, person: Joining) -> None:
    nobody = person("nobody")
    invite = hub.invite("reader")
    for text in (
        "",
        "hello",
        "https://hub.example.org",
        invite[:-1],
        invite[:-40],
        invite.replace("hubdesk-1-", "hubdesk-9-"),
    ):
        assert nobody.fails("join", text) == "invite-unreadable"
    assert not nobody.profile.exists()
    assert (
        nobody(
            "join",
            "\n> ".join(invite[start : start + 20] for start in range(0, len(invite), 20)).replace(">", " "),
        )["role"]
        == "reader"
    )


def test_an_invite_is_good_once(hub: RunningHub, person: Joining) -> None:
    first, second = person("first"), person("second")
    invite = hub.invite("contributor")
    first("join", invite)
    assert first("join", invite)["role"] == "contributor"  # the answer may have been lost
    assert second.fails("join", invite) == "invite-used"
    assert not second.profile.exists()


def test_an_invite_that_the_server_does_not_know_or_that_is_too_old(hub: RunningHub, person: Joining) -> None:
    guest = person("guest")
    invite = read_invite(hub.invite("reader"))
    for change, code in (
        ({"secret": bytes(16)}, "invite-unknown"),
        ({"hub": "open-data"}, "invite-elsewhere"),
        ({"root": bytes(32)}, "root-mismatch"),
        ({"server_key": bytes(32)}, "signature"),
    ):
        assert guest.fails("join", write_invite(msgspec.structs.replace(invite, **change))) == code
        assert not guest.profile.exists() or guest("status")["roles"] == {}
    old = hub.invite("reader")
    hub.stop()
    later = HubAgain(hub.folder, hub.url, now=lambda: datetime.now(UTC) + timedelta(days=15))
    try:
        assert guest.fails("join", old) == "invite-expired"
    finally:
        later.stop()
    assert guest("status")["roles"] == {}


# Disks


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB; only the administrator of a Linux machine may make one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux machine may mount a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, b"size=6m") != 0:
        pytest.skip(f"a small disk cannot be mounted here: {os.strerror(ctypes.get_errno())}")
    try:
        yield folder
    finally:
        libc.umount2(str(folder).encode(), 2)


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill a disk to the last byte but `leave`."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    if leave:
        os.truncate(ballast, max(0, ballast.stat().st_size - leave))
    return ballast


def test_a_full_disk_loses_nothing_that_was_saved(
    small_disk: Path,
    hub: RunningHub,
    desk: Joining,
    person: Joining,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    coordinator = desk("coordinator")
    attachment = tmp_path / "handbook.pdf"
    attachment.write_bytes(os.urandom(3_000_000))
    author = CommandLine(small_disk / "profile", capsys)
    author("join", hub.invite("contributor"))
    saved = author.write(title="Saved before")
    record = coordinator.write(title="With a file")
    coordinator("attach", record, attachment)
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    author("sync")
    with closing(Desk.open(author.profile)) as opened:
        assert opened.status().drafts == 1
        ballast = fill(small_disk)
        with pytest.raises(StorageFailure, match="disk-full"):
            opened.get(record)
        with pytest.raises(StorageFailure, match="disk-full"):
            opened.attach(saved, [attachment])
        assert opened.show(saved).fields["title"] == {"en": "Saved before"}  # reading goes on
    assert author.fails("attach", saved, attachment) == "disk-full"
    assert author.fails("get", record) == "disk-full"
    assert author.fails("import", "publiccode", write_many(tmp_path), "--collection", PUBLIC) == "disk-full"
    ballast.unlink()
    assert author.shown(saved)["title"] == {"en": "Saved before"}
    assert author("verify")["ok"]
    assert author("get", record)["bytes"] == 3_000_000
    author("propose", saved)
    assert author("sync")["events_sent"] == 1


def write_many(folder: Path) -> Path:
    many = folder / "many"
    many.mkdir()
    for number in range(40):
        (many / f"{number}.yml").write_text(f"name: Name {number}\nlongDescription: {'word ' * 3000}\n")
    return many


def test_a_catalogue_arriving_on_a_full_disk_goes_on_when_there_is_room(
    small_disk: Path, hub: RunningHub, desk: Joining, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    lines = tmp_path / "records.jsonl"
    lines.write_text(
        "\n".join(
            f'{{"kind":"tool","licence":"MIT","title":{{"en":"Tool {n}"}},"text":{{"en":"{os.urandom(4_000).hex()}"}}}}'
            for n in range(60)
        )
    )
    coordinator("import", "records", lines)
    coordinator("propose", "--all")
    coordinator("accept", "--all")
    coordinator("publish", "latam")
    reader = CommandLine(small_disk / "profile", capsys)
    reader("join", hub.invite("reader"))
    ballast = fill(small_disk, leave=200_000)
    assert reader.fails("sync") == "disk-full"
    assert reader("status")["collections"][PUBLIC]["version"] == 0
    ballast.unlink()
    assert reader("sync")["collections"][PUBLIC]["records"] == 60
    assert reader.root() == coordinator.root()
    assert reader("verify")["ok"]


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Makes a folder read-only, for the administrator too."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux machine may mount a folder read-only")
    libc = ctypes.CDLL(None, use_errno=True)
    mounted: list[bytes] = []
    bind, remount, only = 4096, 32, 1

    def make(folder: Path) -> None:
        name = str(folder).encode()
        if libc.mount(name, name, None, bind, None) != 0:
            pytest.skip(f"a folder cannot be mounted read-only here: {os.strerror(ctypes.get_errno())}")
        mounted.append(name)
        if libc.mount(name, name, None, bind | remount | only, None) != 0:
            pytest.skip(f"a folder cannot be mounted read-only here: {os.strerror(ctypes.get_errno())}")

    try:
        yield make
    finally:
        for name in mounted:
            libc.umount2(name, 2)


def test_a_read_only_folder_is_said_by_name(
    read_only: Callable[[Path], None], alone: CommandLine, person: Joining, hub: RunningHub, tmp_path: Path
) -> None:
    record = alone("new", "tool", "title=A", "--collection", PUBLIC)["id"]
    target = tmp_path / "target"
    target.mkdir()
    for folder in (target, alone.profile):
        read_only(folder)
    for words in (["status"], ["set", record, "title=B"], ["propose", record]):
        assert alone.fails(*words) == "disk-refuses"
    nobody = person("target/nobody")
    assert nobody.fails("join", hub.invite("reader")) == "disk-refuses"
    other = person("other")
    other("join", hub.invite("reader"))
    mine = other.write()
    assert other.fails("export", "records", "--to", target / "out.jsonl") == "disk-refuses"
    file = tmp_path / "a.txt"
    file.write_text("a")
    other("attach", mine, file)
    assert other.fails("get", mine, "a.txt", "--to", target) == "disk-refuses"
    assert other.fails("get", mine, "a.txt", "--to", target / "below") == "disk-refuses"


# Attachments


def test_empty_and_large_files_are_attached_and_come_back(desk: Joining, tmp_path: Path) -> None:
    author = desk("contributor")
    record = author.write()
    empty, large = tmp_path / "empty.txt", tmp_path / "large.bin"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(100_000_000)
    files = {file["name"]: file for file in author("attach", record, empty, large)["files"]}
    assert {name: file["size"] for name, file in files.items()} == {"empty.txt": 0, "large.bin": 100_000_000}
    assert author("get", record, "empty.txt", "--to", tmp_path / "out")["bytes"] == 0
    assert (tmp_path / "out" / "empty.txt").read_bytes() == b""
    got = author("get", record, "large.bin")
    assert Path(got["path"]).stat().st_size == 100_000_000
    assert author.fails("get", record) == "which-file"
    assert author.fails("get", record, "nothing.txt") == "no-such-file"


def test_a_file_that_changes_while_it_is_attached_is_not(
    alone: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = alone("new", "tool", "title=A", "--collection", PUBLIC)["id"]
    file = tmp_path / "growing.log"
    file.write_bytes(bytes(3_000_000))
    monkeypatch.setattr(blobs, "_PIECE", 1_000_000)
    desk = Desk.open(alone.profile)
    try:

        def grow(done: int, _whole: int) -> None:
            if done == 2_000_000:
                with file.open("ab") as more:
                    more.write(b"one more line\n")

        with pytest.raises(BadInput, match="file-changed"):
            desk.attach(record, [file], grow)
    finally:
        desk.close()
    assert "files" not in alone.shown(record)
    assert [path for path in (alone.profile / "blobs").rglob("*") if path.is_file()] == []
    assert alone("attach", record, file)["files"][0]["size"] == 3_000_014


def test_what_is_no_file_is_not_attached(alone: CommandLine, tmp_path: Path) -> None:
    record = alone("new", "tool", "title=A", "--collection", PUBLIC)["id"]
    good = tmp_path / "good.txt"
    good.write_text("good")
    assert alone.fails("attach", record, good, tmp_path / "missing.txt") == "file-missing"
    assert alone.fails("attach", record, tmp_path) == "file-not-a-file"
    assert alone.fails("attach", "00000000-0000-4000-8000-000000000000", good) == "no-such-record"
    assert "files" not in alone.shown(record)


NAMES = [
    "Budget 2026.pdf",
    "Presupuesto año.txt",
    "Cafe\u0301.txt",  # decomposed, as some file systems write it
    "دليل.pdf",
    "議会.txt",
    "ตัวอย่าง.txt",
    "Ελληνικά – «quotes».txt",
    "emoji 🏛️.txt",
    ".hidden",
    "a" * 200 + ".txt",
    "semi;colon & $(dollar) 'quote' .txt",
]


def test_names_in_every_script_are_kept(desk: Joining, tmp_path: Path) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    records = {}
    for name in NAMES:
        file = tmp_path / name
        file.write_bytes(b"content of " + name.encode())
        records[name] = coordinator.write(title=name)
        coordinator("attach", records[name], file)
    coordinator("propose", "--all")
    coordinator("accept", "--all")
    assert coordinator("publish", "latam")["published"] == len(NAMES)
    reader("sync")
    for number, (name, record) in enumerate(records.items()):
        view, kept = reader("show", record), unicodedata.normalize("NFC", name)
        assert view["fields"]["title"] == {"en": kept}
        assert [listed["name"] for listed in view["files"]] == [kept]
        got = reader("get", record, "--to", tmp_path / str(number))
        assert Path(got["path"]).read_bytes() == b"content of " + name.encode()
        assert Path(got["path"]).parent == tmp_path / str(number)
        assert reader("get", record, kept)["sha256"] == got["sha256"]


@pytest.mark.parametrize(
    "name", ["../../escape.txt", "/etc/passwd", "C:\\evil.txt", "con.txt", "a\x00b", "..", "aux"]
)
def test_a_name_from_elsewhere_leads_nowhere_else(desk: Joining, tmp_path: Path, name: str) -> None:
    coordinator = desk("coordinator")
    record = coordinator.write()
    file = tmp_path / "plain.txt"
    file.write_text("plain")
    [listed] = coordinator("attach", record, file)["files"]
    entry = json.dumps([{"name": name, "sha256": listed["sha256"], "size": 5}])
    coordinator("set", record, f"files={entry}")
    got = Path(coordinator("get", record, "--to", tmp_path / "out")["path"])
    assert got.parent == tmp_path / "out"
    assert got.read_text() == "plain"
    assert not (tmp_path / "escape.txt").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux alone")
def test_a_file_name_that_is_no_text_is_said(alone: CommandLine, tmp_path: Path) -> None:
    record = alone("new", "tool", "title=A", "--collection", PUBLIC)["id"]
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yml"))
    odd.write_text("name: A\n")
    assert alone.fails("attach", record, odd) == "not-canonical"
    assert "files" not in alone.shown(record)
    answer = alone("import", "publiccode", odd, "--collection", PUBLIC)
    assert answer["imported"] == 1
    assert alone("search")["total"] == 2
