"""A bag is judged as RFC 8493 says, and its names lead nowhere else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathvalidate import ValidationError, validate_filename

from hubdesk.errors import BadInput
from hubdesk.packages.bag import Bag
from hubdesk.packages.manifest import is_safe
from hubdesk.packages.members import FolderMembers
from hubdesk.packages.opening import opened

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_in(folder: Path) -> Bag:
    return Bag(FolderMembers(folder))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def bag_of(folder: Path, files: dict[str, bytes], *lines: str) -> Path:
    """Write a bag with these files and, beside theirs, `lines` in its manifest."""
    for name, content in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    stated = [f"{sha256(content)}  data/{name}" for name, content in files.items()]
    (folder / "manifest-sha256.txt").write_text("\n".join([*stated, *lines, ""]), encoding="utf-8")
    (folder / "bagit.txt").write_bytes(DECLARATION)
    return folder


def reason(folder: Path) -> str:
    with pytest.raises(BadInput) as refused:
        bag_in(folder).check()
    assert refused.value.code == "edition-damaged"
    return str(refused.value.data["reason"])


def test_a_whole_bag_is_read_by_declared_names(tmp_path: Path) -> None:
    bag = bag_in(bag_of(tmp_path, {"a.txt": b"one", "deep/er/b": b"two"}))
    heard: list[tuple[str, int, int]] = []
    bag.check(progress=lambda *step: heard.append(step))
    assert heard == [("data/a.txt", 3, 6), ("data/deep/er/b", 6, 6)]
    assert bag.names == ["data/a.txt", "data/deep/er/b"]
    assert bag.read("data/a.txt", 3) == b"one"
    assert b"".join(bag.pieces("data/deep/er/b")) == b"two"


def test_what_was_not_declared_is_not_read(tmp_path: Path) -> None:
    bag = bag_in(bag_of(tmp_path, {"a": b"one"}))
    for name in ("bagit.txt", "data/b", "data/../bagit.txt", "../secret", "data"):
        with pytest.raises(BadInput):
            bag.read(name, 1_000)


def test_a_file_above_its_limit_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        bag_in(bag_of(tmp_path, {"a": b"four"})).read("data/a", 3)


def test_a_file_that_changes_after_the_check_is_refused(tmp_path: Path) -> None:
    bag = bag_in(bag_of(tmp_path, {"a": b"one"}))
    bag.check()
    (tmp_path / "data/a").write_bytes(b"two")
    with pytest.raises(BadInput):
        bag.read("data/a", 10)
    (tmp_path / "data/a").write_bytes(b"longer than before")
    with pytest.raises(BadInput):
        list(bag.pieces("data/a"))


def test_missing_extra_and_changed_files_are_told_apart(tmp_path: Path) -> None:
    bag_of(tmp_path, {"a": b"one", "b": b"two"})
    (tmp_path / "data/a").write_bytes(b"onE")
    assert reason(tmp_path) == "changed"
    (tmp_path / "data/c").write_bytes(b"")
    assert reason(tmp_path) == "not in the manifest"
    (tmp_path / "data/a").unlink()
    assert reason(tmp_path) == "missing"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../secret",
        "data/../../secret",
        "data/./a",
        "data//a",
        "data/",
        "~/secret",
        "C:/secret",
        "data/C:secret",
        "data/a:b",
        "..\\secret",
        "data/..\\..\\secret",
        "\\\\server\\share",
        "data/CON",
        "data/nul.txt",
        "data/a.",
        "data/a ",
        "data/a\x00b",
        "data/a%0Ab",
        "data/a\tb",
        "data/" + "a" * 300,
        "bagit.txt",
        "data",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    folder = bag_of(tmp_path / "bag", {"a": b"one"}, f"{sha256(b'secret')}  {name}")
    assert "not safe" in reason(folder) or "does not belong" in reason(folder)


@given(st.text(alphabet="conprauxltm019._-aZ", min_size=1, max_size=8))
def test_the_quick_look_at_a_name_finds_what_the_thorough_one_finds(name: str) -> None:
    thorough = True
    try:
        validate_filename(name, platform="universal")
    except ValidationError:
        thorough = False
    assert is_safe(name) == (thorough and name not in (".", ".."))


@pytest.mark.parametrize("twin", ["data/a", "data/A", "data/\u00c9", "data/e\u0301", "data/E\u0301"])
def test_a_file_named_twice_is_refused(tmp_path: Path, twin: str) -> None:
    folder = bag_of(tmp_path, {"a": b"one", "\u00e9": b"two"}, f"{sha256(b'one')}  {twin}")
    assert reason(folder) == "named twice"


@pytest.mark.parametrize(
    "declaration",
    [
        b"",
        b"\xef\xbb\xbf" + DECLARATION,
        DECLARATION.replace(b"1.0", b"0.92"),
        DECLARATION.replace(b"1.0", b"2.0"),
        DECLARATION.replace(b"UTF-8", b"EBCDIC"),
        DECLARATION + b"Anything: else\n",
    ],
)
def test_another_declaration_is_refused(tmp_path: Path, declaration: bytes) -> None:
    bag_of(tmp_path, {"a": b"one"})
    (tmp_path / "bagit.txt").write_bytes(declaration)
    assert "BagIt" in reason(tmp_path)


def test_a_bag_without_manifest_is_refused(tmp_path: Path) -> None:
    bag_of(tmp_path, {"a": b"one"})
    (tmp_path / "manifest-sha256.txt").unlink()
    assert reason(tmp_path) == "no manifest"


def test_what_lies_elsewhere_is_never_fetched(tmp_path: Path) -> None:
    bag_of(tmp_path, {"a": b"one"})
    fetch = tmp_path / "fetch.txt"
    fetch.write_text("https://example.org/a 3 data/a\n")
    bag_in(tmp_path).check()
    assert "fetch.txt" in bag_in(tmp_path).top
    (tmp_path / "data/a").unlink()
    assert reason(tmp_path) == "missing"
    bag_of(tmp_path, {"a": b"one"})
    for line in ("https://example.org/b 3 data/b\n", "https://example.org/b\n", "https://e.org - ../b\n"):
        fetch.write_text(line)
        assert reason(tmp_path)


def test_a_file_must_stand_in_every_manifest_since_version_1_and_in_one_before(tmp_path: Path) -> None:
    bag_of(tmp_path, {"a": b"one", "b": b"two"})
    (tmp_path / "manifest-md5.txt").write_text(f"{hashlib.md5(b'one').hexdigest()}  data/a\n")
    assert reason(tmp_path) == "not in the manifest"
    (tmp_path / "bagit.txt").write_bytes(DECLARATION.replace(b"1.0", b"0.97"))
    bag_in(tmp_path).check()
    (tmp_path / "manifest-md5.txt").write_text(f"{'0' * 32}  data/a\n")
    assert reason(tmp_path) == "changed"


def test_a_manifest_of_hashes_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    bag_of(tmp_path, {"a": b"one"})
    (tmp_path / "manifest-crc32.txt").write_text("00000000  data/a\n")
    assert "unknown kind" in reason(tmp_path)


def test_a_folder_that_is_no_bag_is_said_to_be_none(tmp_path: Path) -> None:
    for folder, code in ((tmp_path, "not-an-edition"), (tmp_path / "nowhere", "no-such-path")):
        with pytest.raises(BadInput) as refused, opened(folder):
            pass
        assert refused.value.code == code


@pytest.mark.parametrize(
    "info", ["Payload-Oxum: 4.1\n", "Payload-Oxum: 3.2\n", "A: b\r\nPayload-Oxum: 5.1\r\nC: d\r\n"]
)
def test_a_wrong_sum_of_bytes_is_refused_before_anything_is_hashed(tmp_path: Path, info: str) -> None:
    bag_of(tmp_path, {"a": b"one"})
    (tmp_path / "bag-info.txt").write_bytes(info.encode())
    with pytest.raises(BadInput) as refused:
        bag_in(tmp_path)
    assert refused.value.data["name"] == "bag-info.txt"


def test_a_name_with_a_percent_sign_is_unescaped(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/50%").write_bytes(b"half")
    bag = bag_in(bag_of(tmp_path, {}, f"{sha256(b'half')}  data/50%25"))
    bag.check()
    assert bag.read("data/50%", 10) == b"half"


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_manifest_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    folder = bag_of(tmp_path_factory.mktemp("bag"), {"a": b"one"})
    with (folder / "manifest-sha256.txt").open("ab") as file:
        file.write(raw)
    code = ""
    try:
        bag_in(folder).check()
    except BadInput as refused:
        code = refused.code
    assert code in ("", "edition-damaged")
