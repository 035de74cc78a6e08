"""A .zip is read as every other program would read it, or not at all."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.errors import BadInput, HubDeskError
from hubdesk.packages.opening import opened
from hubdesk.packages.zip_bag import ZipMembers
from hubdesk.trust.keys import DeskKeys

FILES = {"data/a.txt": b"one", "data/deep/er/b": b"two" * 1000}


def bag_files(files: dict[str, bytes] = FILES) -> dict[str, bytes]:
    lines = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    return {"bagit.txt": declaration, "manifest-sha256.txt": lines.encode(), **files}


def zipped(files: dict[str, bytes], base: str = "", *, force_zip64: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, content in files.items():
            with file.open(zipfile.ZipInfo(base + name), "w", force_zip64=force_zip64) as member:
                member.write(content)
    return buffer.getvalue()


def read(content: bytes) -> dict[str, bytes]:
    members = ZipMembers(io.BytesIO(content), "a.zip")
    return {name: b"".join(members.pieces(name)) for name in members.payload()}


def read_or_none(content: bytes) -> dict[str, bytes] | None:
    """What is read, None where it is refused as damaged; anything else that is raised is a fault of the reader."""
    try:
        return read(content)
    except BadInput as refused:
        if refused.code != "edition-damaged":
            raise
        return None


def reason(content: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read(content)
    assert refused.value.code == "edition-damaged"
    return str(refused.value.data["reason"])


def changed(content: bytes, place: int, value: bytes) -> bytes:
    return content[:place] + value + content[place + len(value) :]


def central(content: bytes, name: bytes = b"data/a.txt") -> int:
    """The place of a member's entry in the central directory."""
    place = content.index(b"PK\x01\x02")
    while content[place + 46 : place + 46 + len(name)] != name:
        place = content.index(b"PK\x01\x02", place + 1)
    return place


@pytest.mark.parametrize("base", ["", "edition/", "Édition 1/"])
def test_members_are_read_at_the_top_or_in_one_folder(tmp_path: Path, base: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(bag_files(), base))
    with opened(path) as bag:
        bag.check()
        assert bag.names == sorted(FILES)
        assert bag.read("data/a.txt", 3) == b"one"
        assert b"".join(bag.pieces("data/deep/er/b")) == FILES["data/deep/er/b"]


def test_folders_and_times_in_a_zip_are_no_matter() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.mkdir("data")
        info = zipfile.ZipInfo("data/a")
        info.extra = struct.pack("<2HBI", 0x5455, 5, 1, 0)
        info.external_attr = 0o100644 << 16
        file.writestr(info, b"one")
    assert read(buffer.getvalue()) == {"data/a": b"one"}


def test_sizes_of_64_bits_are_understood() -> None:
    plain = zipped(bag_files(), force_zip64=True)
    *_, count, length, start, _ = struct.unpack("<4s4H2IH", plain[-22:])
    end = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    end += struct.pack("<4sIQI", b"PK\x06\x07", 0, len(plain) - 22, 1)
    end += struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    content = plain[:-22] + end
    assert read(content) == FILES
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.read("data/a.txt") == b"one"
    for place in range(len(plain) - 22, len(content)):
        found = read_or_none(changed(content, place, bytes((content[place] ^ 0xFF,))))
        assert found in (None, FILES)  # versions and the like nobody reads


def test_packed_encrypted_and_streamed_members_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("data/a", b"0" * 1_000_000)
    assert "packed" in reason(buffer.getvalue())
    content = zipped(FILES)
    place = central(content) + 8
    assert reason(changed(content, place, b"\x01")) == "encrypted"
    assert "packed" in reason(changed(content, place, b"\x08"))

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("data/a", b"one")
    assert "packed" in reason(stream.getvalue())


def test_nothing_stands_before_between_or_behind() -> None:
    content = zipped(FILES)
    assert reason(b"MZ" + content)
    assert reason(content + b"\x00")
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as file:
        file.comment = b"PK\x05\x06" + bytes(18)
    assert reason(buffer.getvalue())
    second = content.index(b"PK\x03\x04", 4)
    assert reason(content[:second] + b"hidden" + content[second:])


def test_one_zip_in_another_is_not_taken_for_it() -> None:
    inner, outer = zipped({"data/a": b"inner"}), zipped({"data/a": b"outer"})
    for content in (outer + inner, inner + outer, outer[:-22] + inner):
        assert reason(content)


@pytest.mark.parametrize("at", [16, 20, 24, 28, 42])
def test_a_lying_size_place_or_sum_is_refused(at: int) -> None:
    content = zipped(FILES)
    for value in (0, 1, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF):
        place = central(content) + at
        if content[place : place + 4] != value.to_bytes(4, "little"):
            assert reason(changed(content, place, value.to_bytes(4, "little")))


def test_two_members_never_share_bytes() -> None:
    content = zipped({"data/a": b"0" * 1000, "data/b": b"0" * 1000})
    first = central(content, b"data/a")
    place = content[first + 42 : first + 46]
    assert "overlap" in reason(changed(content, central(content, b"data/b") + 42, place))


def test_a_name_that_differs_before_the_bytes_is_refused() -> None:
    content = zipped(FILES)
    assert "directory names" in reason(changed(content, 30, b"data/b.txt"))


def test_a_link_or_a_device_in_a_zip_is_refused() -> None:
    content = zipped(FILES)
    place = central(content) + 38
    for mode in (0o120777, 0o020644, 0o060644, 0o010644, 0o140644, 0o040755):
        assert reason(changed(content, place, (mode << 16).to_bytes(4, "little"))) == "not a file"
    assert reason(changed(content, place, (0x400).to_bytes(4, "little"))) == "not a file"


def test_a_second_name_for_a_member_is_refused() -> None:
    info = zipfile.ZipInfo("data/a")
    name = b"data/b"
    info.extra = struct.pack("<2HBI", 0x7075, 5 + len(name), 1, 0) + name
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(info, b"one")
    assert "extra" in reason(buffer.getvalue())


@pytest.mark.parametrize(
    "twins", [("data/a", "data/a"), ("data/a", "data/A"), ("data/é", "data/e\u0301"), ("data/a", "data/a/b")]
)
def test_names_that_mean_the_same_file_are_refused(twins: tuple[str, str]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in twins:
            with pytest.warns() if name == twins[0] == twins[1] and file.namelist() else _nothing():
                file.writestr(zipfile.ZipInfo(name), b"one")
    assert reason(buffer.getvalue()) in ("named twice", "a file and a folder")


def _nothing() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(), "w")


def test_so_many_names_are_refused_before_they_are_read() -> None:
    content = zipped({})
    many = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    large = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**31, 2**31, 0, 0)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1)
    assert "more than" in reason(large + locator + many)
    assert read(content) == {}


@settings(max_examples=300)
@given(st.data())
def test_what_is_accepted_is_what_others_read(data: st.DataObject) -> None:
    content = bytearray(zipped(bag_files()))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    found = read_or_none(bytes(content))
    if found is None:
        return
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as file:
        names = {info.filename for info in file.infolist()}
        assert {name for name in names if name.startswith("data/")} == set(found)


@given(st.binary(max_size=200), st.integers(0, 250))
def test_anything_after_the_magic_is_refused_quickly(raw: bytes, cut: int) -> None:
    for content in (b"PK\x03\x04" + raw, zipped(FILES)[:cut] + raw):
        read_or_none(content)


# Sealed


@pytest.fixture
def sealed(tmp_path: Path) -> Callable[[bytes, DeskKeys], Path]:
    def make(content: bytes, keys: DeskKeys) -> Path:
        path = tmp_path / "stick" / "a.age"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(keys.recipient)]))
        return path

    return make


def test_a_sealed_bag_is_read_by_its_desk_alone(
    tmp_path: Path, sealed: Callable[[bytes, DeskKeys], Path]
) -> None:
    keys, other = DeskKeys.generate(), DeskKeys.generate()
    path = sealed(zipped(bag_files(), "edition/"), keys)
    with opened(path, keys.unseal, tmp_path / "private") as bag:
        bag.check()
        assert bag.is_sealed
        assert bag.read("data/a.txt", 3) == b"one"
        assert list((tmp_path / "private").iterdir()) == []  # what is unsealed has no name
    assert [found.name for found in path.parent.iterdir()] == ["a.age"]
    with pytest.raises(BadInput) as refused, opened(path, other.unseal, tmp_path / "private"):
        pass
    assert refused.value.code == "edition-sealed"
    with pytest.raises(BadInput) as closed, opened(path):
        pass
    assert closed.value.code == "edition-sealed"


def test_a_sealed_bag_that_was_changed_or_cut_is_refused(
    tmp_path: Path, sealed: Callable[[bytes, DeskKeys], Path]
) -> None:
    keys = DeskKeys.generate()
    path = sealed(zipped(bag_files({"data/a": bytes(200_000)})), keys)
    whole = path.read_bytes()
    broken = [changed(whole, place, bytes((whole[place] ^ 1,))) for place in range(22, len(whole), 9_000)]
    broken += [whole[:length] for length in (30, 200, 65_000, 100_000, len(whole) - 1)] + [whole + b"0"]
    codes = set()
    for content in broken:
        path.write_bytes(content)
        with pytest.raises(HubDeskError) as refused, opened(path, keys.unseal, tmp_path / "private"):
            pass
        codes.add(refused.value.code)
    assert codes <= {"seal-broken", "edition-sealed", "edition-damaged"}


def test_what_is_sealed_must_be_a_zip(tmp_path: Path, sealed: Callable[[bytes, DeskKeys], Path]) -> None:
    keys = DeskKeys.generate()
    inner = pyrage.encrypt(zipped(bag_files()), [pyrage.x25519.Recipient.from_str(keys.recipient)])
    for content in (b"", b"PK", b"a text", inner):
        path = sealed(content, keys)
        with pytest.raises(BadInput) as refused, opened(path, keys.unseal, tmp_path / "private"):
            pass
        assert refused.value.code == "edition-damaged"


def test_a_seal_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.age"
    with path.open("wb") as file:
        file.write(b"age-encryption.org/v1\n")
        file.truncate(10 * 1024**3)
    with pytest.raises(BadInput) as refused, opened(path, DeskKeys.generate().unseal, tmp_path):
        pass
    assert refused.value.data["reason"] == "its header has no end"


def test_anything_else_is_no_edition(tmp_path: Path) -> None:
    for content in (b"", b"PK\x05\x06" + bytes(18), b"<html>", b"Rar!\x1a\x07"):
        path = tmp_path / "file"
        path.write_bytes(content)
        with pytest.raises(BadInput) as refused, opened(path):
            pass
        assert refused.value.code == "not-an-edition"
