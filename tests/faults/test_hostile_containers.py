"""Names that lead elsewhere, in every kind of container, and contents that grow when they are read.

Nothing is ever written outside the desk's profile and nothing inside it changes; each container is judged within two
seconds and 200 MB.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import struct
import subprocess
import sys
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyrage
import pytest
import zstandard

from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from tests.faults.conftest import Tally
from tests.scenarios.press import PUBLIC, Files, Press, bagged, lay, manifest, record
from tests.scenarios.profile_state import state_of

Times = Callable[[int, int], int]
SECONDS, MEGABYTES = 2.0, 200
EVIL = b"written outside"

_UP = (
    "data/a/../../..",
    "../data",
    "..",
    "../..",
    "../../..",
    "data/..",
    "data/../..",
    "data/../../..",
    "./..",
    "data/blobs/../../..",
)
_ROOTS = (
    "/",
    "//",
    "//server/share/",
    "C:/",
    "C:",
    "c:\\",
    "\\\\server\\share\\",
    "\\\\?\\C:\\",
    "\\\\.\\",
    "/dev/",
)
_ENDS = (
    "autorun.inf",
    "data/edition.json",
    "evil",
    "etc/passwd",
    "Windows\\System32\\evil.dll",
    ".ssh/authorized_keys",
    "evil.txt:stream",
)
_DEVICES = (
    "CON",
    "PRN",
    "AUX",
    "NUL",
    "COM1",
    "COM9",
    "LPT1",
    "CLOCK$",
    "COM\u00b9",
    "con.txt",
    "nul.tar.gz",
    "Aux.",
)
_ODD = (
    "a.",
    "a ",
    "a:b",
    "a|b",
    "a?",
    "a*",
    'a"b',
    "a<b",
    "a>b",
    "a\tb",
    "a\nb",
    "a\rb",
    "a\x00b",
    "a\x1fb",
    "a\x7fb",
)
_ODD_ENDS = ("autorun.inf", "data/edition.json", ":", ":$DATA", "\\", "?", "*", "|", "\x00.txt", "\n")
_TURNS = (
    "data//a",
    "data/./a",
    "data/a/.",
    "data/",
    "data",
    "/data/a",
    "~/a",
    "~",
    "data\\a",
)
_ENCODED = ("%0Aevil", "a%0D%0Ab", "%0a", "a%0dCON")


def names() -> list[str]:
    """More than 500 names that no edition has."""
    found = [f"{up}/{end}" for up in _UP for end in _ENDS] + [
        f"{root}{end}" for root in _ROOTS for end in _ENDS
    ]
    found += [f"{up}\\{end}".replace("/", "\\") for up in _UP for end in _ENDS]
    inner = [*_DEVICES, *_ODD]
    found += [
        f"{folder}{name}" for folder in ("data/", "data/blobs/", "data/blobs/aa/", "") for name in inner
    ]
    found += [f"{folder}{name}/x" for folder in ("data/", "data/collections/", "") for name in inner]
    found += [f"data/{name}.{end}" for name in _DEVICES for end in ("txt", "html", "tar.gz")]
    found += [f"data/{name}{end}" for name in _members() for end in _ODD_ENDS]
    found += [*_TURNS, *(f"data/{name}" for name in _ENCODED)]
    found += [f"data/{'x' * 300}", f"data/{'x/' * 200}x", "data/" + "\u00e9" * 200, "x" * 70_000]
    found += [name.upper() for name in _members() if name.upper() != name]
    found += [f"{name}." for name in _members()] + [f"{name} " for name in _members()]
    found += [f"{name}/x" for name in _members()] + [f"./{name}" for name in _members()]
    found += [f"{name}\u200b\x00" for name in _members()] + [f"{name}::$DATA" for name in _members()]
    return list(dict.fromkeys(found))


def _members() -> list[str]:
    return [layout.CONTENTS, layout.BUNDLE, layout.head_name(PUBLIC), layout.DECLARED, layout.MANIFEST]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.fixture(scope="module")
def true(press: Press) -> Files:
    return press.edition([record("First"), record("Second", b"A note.")], 1, blobs=[b"A note."])


@pytest.fixture(scope="module")
def desk(press: Press, true: Files, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk that holds the true edition."""
    base = tmp_path_factory.mktemp("hostile")
    desk = Desk.create(base / "house" / "desk", use_keyring=False)
    desk.editions.take(lay(bagged(true), base / "stick"), root=press.root_hash)
    yield desk
    desk.close()


def in_manifest(true: Files, name: str) -> Files:
    """The true edition, its manifest naming one member more."""
    whole = bagged(true)
    line = manifest({name: EVIL})
    if name.split("/")[0] != "data":  # a tag file, then
        return whole | {layout.TAG_MANIFEST: whole[layout.TAG_MANIFEST] + line}
    whole |= {layout.MANIFEST: whole[layout.MANIFEST] + line}
    tags = {tag: whole[tag] for tag in (layout.DECLARED, layout.INFO, layout.MANIFEST)}
    return whole | {layout.TAG_MANIFEST: manifest(tags)}


def stored(members: list[tuple[bytes, bytes]], mode: int = 0o100644) -> bytes:
    """A .zip with these names, whatever they are: no library would write them."""
    body, central = io.BytesIO(), io.BytesIO()
    for name, content in members:
        sizes = (zlib.crc32(content), len(content), len(content), len(name))
        offset = body.tell()
        body.write(struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0x800, 0, 0, 33, *sizes, 0) + name + content)
        entry = (b"PK\x01\x02", 0x314, 20, 0x800, 0, 0, 33, *sizes, 0, 0, 0, 0, mode << 16, offset)
        central.write(struct.pack("<4s6H3I5H2I", *entry) + name)
    count, length = len(members), central.tell()
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, length, body.tell(), 0)
    return body.getvalue() + central.getvalue() + end


def with_member(true: Files, name: str, mode: int = 0o100644) -> bytes:
    """The true edition in a .zip that has, and names in its manifest, one member more."""
    whole = in_manifest(true, name)
    plain = [(one.encode(), content) for one, content in whole.items()]
    encoded = name.encode("utf-8", "surrogatepass")[:65_000]
    return stored([*plain, (encoded, EVIL)], mode)


class Watched:
    """Sees that a container changes nothing on the desk and nothing beside it, and is judged soon."""

    def __init__(self, desk: Desk, stick: Path, tally: Tally) -> None:
        self._desk, self._stick, self._tally = desk, stick, tally
        self._held = state_of(desk)
        self._outside = _tree(desk.profile.parent, stick.parent)
        self.codes: set[str] = set()

    def attack(self, path: Path) -> str:
        """Take it; return why it was refused, "" where it was taken for the true one."""
        before = _tree(self._desk.profile.parent, self._stick.parent)
        began = time.process_time()
        code = ""
        try:
            self._desk.editions.take(path)
        except HubDeskError as error:
            code = error.code
        took = time.process_time() - began
        self._tally.tried += 1
        self._tally.lost += state_of(self._desk) != self._held
        assert took < SECONDS, (path.name, took)
        assert _tree(self._desk.profile.parent, self._stick.parent) == before
        self.codes.add(code)
        return code


def _tree(*folders: Path) -> set[str]:
    inside = {str(path) for folder in folders for path in folder.rglob("*")}
    return {path for path in inside if not path.endswith(("-wal", "-shm"))}


@pytest.fixture
def watched(desk: Desk, tmp_path: Path, tally: Tally) -> Iterator[Watched]:
    (tmp_path / "drive").mkdir()
    found = Watched(desk, tmp_path / "drive" / "stick", tally)
    yield found
    assert tally.lost == 0
    assert not Path("/evil").exists()


def test_there_are_five_hundred_names_and_more() -> None:
    assert len(names()) > 500


def test_no_name_in_a_manifest_leads_anywhere(
    true: Files, watched: Watched, tmp_path: Path, times: Times
) -> None:
    """The file itself lies in the folder, too, where the system can have such a name."""
    every = times(3, 1)
    for name in names()[::every]:
        stick = lay(in_manifest(true, name), tmp_path / "drive" / "stick")
        within = not name.startswith(("/", "~")) and ".." not in name and name.isprintable()
        if within and "\\" not in name:
            with_file = stick / name
            try:
                with_file.parent.mkdir(parents=True, exist_ok=True)
                with_file.write_bytes(EVIL)
            except OSError:
                pass  # this system has no such names
        assert watched.attack(stick) == "edition-damaged", name
    assert watched.codes == {"edition-damaged"}


def test_no_name_in_a_zip_leads_anywhere(true: Files, watched: Watched, tmp_path: Path, times: Times) -> None:
    path = tmp_path / "drive" / "edition.zip"
    for name in names()[:: times(3, 1)]:
        path.write_bytes(with_member(true, name))
        assert watched.attack(path) == "edition-damaged", name


def test_no_name_in_a_sealed_file_leads_anywhere(
    desk: Desk, true: Files, watched: Watched, tmp_path: Path, times: Times
) -> None:
    path = tmp_path / "drive" / "edition.age"
    recipient = pyrage.x25519.Recipient.from_str(desk._profile.keys.recipient)
    for name in names()[:: times(12, 1)]:
        path.write_bytes(pyrage.encrypt(with_member(true, name), [recipient]))
        assert watched.attack(path) == "edition-damaged", name


def test_names_that_mean_one_file_are_refused_in_every_container(
    true: Files, watched: Watched, tmp_path: Path
) -> None:
    path = tmp_path / "drive" / "edition.zip"
    for member in true:
        for twin in {
            member.upper(),
            member.title(),
            unicodedata.normalize("NFKD", member.replace("n", "\u00f1")),
        }:
            if twin == member:
                continue
            path.write_bytes(with_member(true, twin))
            assert watched.attack(path) == "edition-damaged", twin


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o060666, 0o010666, 0o140777])
def test_a_link_or_device_in_a_zip_is_no_member(
    true: Files, watched: Watched, tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "drive" / "edition.zip"
    path.write_bytes(with_member(true, "data/extra", mode))
    assert watched.attack(path) == "edition-damaged"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_links_and_pipes_in_a_folder_are_no_members(true: Files, watched: Watched, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(EVIL)
    whole = in_manifest(true, "data/extra")
    for make in (
        lambda path: path.symlink_to(secret),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path),
        lambda path: os.mkfifo(path),
        lambda path: path.mkdir(),
    ):
        stick = lay(whole, tmp_path / "drive" / "stick")
        make(stick / "data" / "extra")
        assert watched.attack(stick) == "edition-damaged"
    stick = lay(bagged(true), tmp_path / "drive" / "stick")
    loop = stick / "data" / "loop"
    loop.symlink_to(stick / "data", target_is_directory=True)
    assert watched.attack(stick) == "edition-damaged"


def test_folders_without_end_and_names_without_number_are_refused(
    true: Files, watched: Watched, tmp_path: Path
) -> None:
    stick = lay(bagged(true), tmp_path / "drive" / "stick")
    here = os.open(stick / "data", os.O_RDONLY)
    try:  # deeper than a path may be long
        for _ in range(150):
            os.mkdir("d", dir_fd=here)
            inner = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
    finally:
        os.close(here)
    assert watched.attack(stick) == "edition-damaged"
    shutil.rmtree(stick)


# Bombs


SNAPSHOT, HEAD = layout.snapshot_name(PUBLIC), layout.head_name(PUBLIC)
Make = Callable[[Path], object]


def packed(content: bytes, window: int) -> bytes:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=window)
    return zstandard.ZstdCompressor(compression_params=parameters).compress(content)


def deflated(true: Files) -> Make:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in bagged(true).items():
                file.writestr(name, content)
            with file.open("data/bomb", "w") as member:
                for _ in range(100):
                    member.write(bytes(1024 * 1024))

    return make


def overlapping(path: Path) -> None:
    """A thousand names for the same bytes: what is stored once would be read a thousand times."""
    content = stored([(b"bagit.txt", layout.DECLARATION), (b"data/a", bytes(5_000_000))])
    start = content.index(b"PK\x01\x02")
    at = content.index(b"PK\x01\x02", start + 1)
    entry, head = content[at:-22], content[start:at]
    more = b"".join(entry[:-1] + b"%c" % (97 + n % 26) for n in range(1_000))
    size = len(head) + len(entry) + len(more)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1_002, 1_002, size, start, 0)
    path.write_bytes(content[:start] + head + entry + more + end)


def without_end(true: Files, name: str) -> Make:
    """An edition of which one file is as large as a disk, though it takes no room there."""

    def make(path: Path) -> None:
        whole = bagged(true) if name in bagged(true) else in_manifest(true, name)
        del whole[layout.INFO]  # or its sum would tell
        whole[layout.TAG_MANIFEST] = manifest({tag: whole[tag] for tag in (layout.DECLARED, layout.MANIFEST)})
        lay(whole, path)
        with (path / name).open("ab") as file:
            file.truncate(200 * 1024**3)

    return make


def sealed_nothing(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"age-encryption.org/v1\n-> X25519 a\nb\n--- c\n")
        file.truncate(5 * 1024**3)


def bombs(true: Files) -> dict[str, Make]:
    """Containers by name, each as what writes it to a path."""
    line = json.dumps({"id": "0190b3c0-0000-7000-8000-000000000001", "fields": {"t": "x" * 1_000}}).encode()
    unfolded = {
        "stick-unfolds-a-gigabyte": packed(bytes(1_000_000_000), 23),
        "stick-giant-window": packed(bytes(300_000_000), 27),
        "stick-one-endless-line": packed(b"x" * 300_000_000, 23),
        "stick-many-lines": packed((line + b"\n") * 200_000, 23),
        "stick-many-empty-lines": packed(b"\n" * 300_000_000, 23),
    }
    changed = {name: true | {SNAPSHOT: content} for name, content in unfolded.items()}
    changed["stick-bundle"] = true | {layout.BUNDLE: packed(bytes(400_000_000), 23)}
    changed["stick-nested-list"] = true | {layout.CONTENTS: b'{"a":' * 1_000_000}
    lines = b"".join(b"%064x  data/%d\n" % (n, n) for n in range(150_000))
    made: dict[str, Make] = {name: partial(lay, bagged(files)) for name, files in changed.items()}
    made["stick-long-manifest"] = partial(lay, bagged(true) | {layout.MANIFEST: lines})
    endless = (layout.MANIFEST, SNAPSHOT, HEAD, layout.blob_name(digest(b"A note.")), "data/unknown")
    many = stored([(f"data/{n}".encode(), b"") for n in range(50_000)])
    made |= {
        "deflated.zip": deflated(true),
        "overlapping.zip": overlapping,
        "names.zip": lambda path: path.write_bytes(many),
        "nothing.age": sealed_nothing,
    }  # what is taken in comes last: then there is nothing more to prove
    return made | {f"stick-{name.replace('/', '-')}": without_end(true, name) for name in endless}


_TAKE = """
import json, sys, time
from pathlib import Path
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
desk = Desk.open(Path(sys.argv[1]))
told = {}
for path in sys.argv[3:]:
    began = time.process_time()
    try:
        report = desk.editions.take(Path(path), root=sys.argv[2])
        code = "+".join(fault.code for fault in report.problems) or "taken"
    except HubDeskError as error:
        code = error.code
    [line] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")]
    peak = int(line.split()[1])
    told[Path(path).name] = [code, time.process_time() - began, peak]
desk.close()
print(json.dumps(told))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read as Linux tells it")
def test_nothing_that_grows_costs_memory_or_time(
    press: Press, true: Files, tmp_path: Path, tally: Tally
) -> None:
    """A desk of its own takes all of them one after the other; its greatest memory is that of the worst."""
    Desk.create(tmp_path / "new", use_keyring=False).close()
    paths = []
    for name, make in bombs(true).items():
        make(tmp_path / name)
        paths.append(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", _TAKE, *map(str, (tmp_path / "new", press.root_hash, *paths))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    for name, (code, seconds, peak) in told.items():
        tally.tried += 1
        assert code not in ("", "taken") or name == "stick-data-unknown", name
        assert seconds < SECONDS, (name, seconds)
        assert peak < MEGABYTES * 1024, (name, peak)
    tally.note("greatest memory in MB", max(peak for _, _, peak in told.values()) // 1024)
    assert [code for name, (code, _, _) in told.items() if "blobs" in name] == ["blob-size"]
