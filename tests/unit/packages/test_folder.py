"""An edition that is being written never looks finished, and an earlier one stays whole as long as it can."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.packages import disk, layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.folder import Folder
from hubdesk.packages.members import FolderMembers
from hubdesk.packages.watch import Tally, Watch

INFO = {"Bag-Software-Agent": "HubDesk"}
PAGE = b"<!doctype html>"
TALLY = Tally(Watch(), "files", 0)


def write(folder: Path, contents: bytes, *files: bytes) -> None:
    with Folder(folder) as target:
        target.write(layout.BUNDLE, [b"root"])
        for content in files:
            sha256 = hashlib.sha256(content).digest()
            with NamedTemporaryFile() as source:
                source.write(content)
                source.flush()
                assert target.copy(layout.blob_name(sha256), Path(source.name), sha256, len(content), TALLY)
        target.write(layout.CONTENTS, [contents])
        target.finish(INFO, PAGE)


def contents_of(folder: Path) -> dict[str, bytes]:
    bag = Bag(FolderMembers(folder))
    bag.check()
    return {name: bag.read(name, 1_000) for name in bag.names}


def looks_finished(folder: Path) -> bool:
    return (folder / "bagit.txt").exists()


def test_what_was_written_is_a_bag_and_nothing_is_left_over(tmp_path: Path) -> None:
    write(tmp_path / "new" / "stick", b"first", b"a file")
    found = contents_of(tmp_path / "new" / "stick")
    assert sorted(found.values()) == [b"a file", b"first", b"root"]
    assert sorted(path.name for path in (tmp_path / "new" / "stick").iterdir()) == [
        "bag-info.txt",
        "bagit.txt",
        "data",
        "index.html",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    ]


def test_a_member_with_another_hash_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"other bytes")
    with Folder(tmp_path / "stick") as target:
        assert not target.copy(layout.blob_name(bytes(32)), tmp_path / "source", bytes(32), 11, TALLY)
        target.write(layout.CONTENTS, [b"list"])
        target.finish(INFO, PAGE)
    assert list(contents_of(tmp_path / "stick")) == [layout.CONTENTS]


def test_what_is_given_up_leaves_the_earlier_edition(tmp_path: Path) -> None:
    write(tmp_path, b"first", b"a file")
    before = contents_of(tmp_path)
    with Folder(tmp_path) as target:
        target.write(layout.CONTENTS, [b"second"])
    assert contents_of(tmp_path) == before
    assert not (tmp_path / layout.UNFINISHED).exists()


def test_what_is_given_up_leaves_no_folder_that_was_not_there(tmp_path: Path) -> None:
    with Folder(tmp_path / "new") as target:
        target.write(layout.CONTENTS, [b"second"])
    assert not (tmp_path / "new").exists()


class Failing:
    """Lets a function work `times` times; then the disk refuses."""

    def __init__(self, original: Any, times: int, code: int) -> None:
        self._original = original
        self._left = times
        self._code = code

    def __call__(self, *args: Any, **named: Any) -> Any:
        self._left -= 1
        if self._left < 0:
            raise OSError(self._code, os.strerror(self._code))
        return self._original(*args, **named)


@pytest.mark.parametrize("times", range(20))
def test_a_full_disk_leaves_the_earlier_edition_or_one_that_does_not_look_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    write(tmp_path, b"first", b"a file")
    before = contents_of(tmp_path)
    with monkeypatch.context() as failing:
        failing.setattr(disk.os, "fsync", Failing(os.fsync, times, errno.ENOSPC))
        assert failure_of(tmp_path) in ("", "disk-full")
    assert not looks_finished(tmp_path) or contents_of(tmp_path) in (before, after(before))
    write(tmp_path, b"third", b"another file")
    assert b"third" in contents_of(tmp_path).values()


def failure_of(folder: Path) -> str:
    """Write the second edition; return the code of what went wrong, "" when nothing did."""
    try:
        write(folder, b"second", b"another file")
    except StorageFailure as failure:
        return failure.code
    return ""


def after(before: dict[str, bytes]) -> dict[str, bytes]:
    """The second edition, whole: the disk refused only when everything had its place."""
    kept = {name: content for name, content in before.items() if not name.startswith(layout.BLOBS)}
    blob = layout.blob_name(hashlib.sha256(b"another file").digest())
    return kept | {layout.CONTENTS: b"second", blob: b"another file"}


@pytest.mark.parametrize("times", range(8))
def test_a_cut_while_files_change_places_never_looks_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    write(tmp_path, b"first", b"a file")
    moves = Failing(Path.replace, times, errno.EIO)
    with monkeypatch.context() as failing:
        failing.setattr(Path, "replace", lambda path, target: moves(path, target))
        failed = failure_of(tmp_path)
    assert (failed, looks_finished(tmp_path)) in [("disk-refuses", False), ("", True)]
    write(tmp_path, b"third")
    assert sorted(contents_of(tmp_path).values()) == [b"root", b"third"]


def test_a_disk_that_gives_back_something_else_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "file_hash", lambda *_: bytes(32))
    with pytest.raises(StorageFailure), Folder(tmp_path / "new"):
        pass
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(Path, "mkdir", Failing(Path.mkdir, 0, code))
    with pytest.raises(StorageFailure) as failure, Folder(tmp_path / "new"):
        pass
    assert failure.value.code == "disk-refuses"


def test_a_link_in_place_of_a_member_is_not_ours(tmp_path: Path) -> None:
    write(tmp_path / "stick", b"first")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "stick/data/trust.bundle").rename(tmp_path / "elsewhere/root.json")
    (tmp_path / "stick/data/trust.bundle").symlink_to(tmp_path / "elsewhere/root.json")
    with pytest.raises(BadInput) as refused:
        write(tmp_path / "stick", b"second")
    assert refused.value.code == "edition-folder"
    assert (tmp_path / "elsewhere/root.json").read_bytes() == b"root"


def test_what_a_kill_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / layout.UNFINISHED / "data").mkdir(parents=True)
    (tmp_path / layout.UNFINISHED / "bagit.txt").write_bytes(layout.DECLARATION[:10])
    (tmp_path / layout.UNFINISHED / "data/trust.bundle").write_bytes(b"ro")
    write(tmp_path, b"first")
    assert sorted(contents_of(tmp_path).values()) == [b"first", b"root"]


def test_whole_files_that_a_cut_left_are_not_written_again(tmp_path: Path) -> None:
    whole, cut = b"a file", b"another file"
    names = {content: layout.blob_name(hashlib.sha256(content).digest()) for content in (whole, cut, b"old")}
    for content, left in ((whole, whole), (cut, b"another xxxx"), (b"old", b"old")):
        path = tmp_path / layout.UNFINISHED / names[content]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(left)
    number = (tmp_path / layout.UNFINISHED / names[whole]).stat().st_ino
    write(tmp_path, b"first", whole, cut)
    assert (tmp_path / names[whole]).stat().st_ino == number
    assert sorted(contents_of(tmp_path).values()) == [whole, cut, b"first", b"root"]
    assert not (tmp_path / layout.UNFINISHED).exists()


@pytest.mark.parametrize("name", ["data", layout.UNFINISHED])
def test_a_link_to_somebodys_files_is_not_followed(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine/data").mkdir(parents=True)
    (tmp_path / "mine/edition.json").write_text("mine")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / name).symlink_to(tmp_path / "mine", target_is_directory=True)
    with pytest.raises(BadInput):
        write(tmp_path / "stick", b"second")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["data", "edition.json"]
