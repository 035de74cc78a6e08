"""A zip written in one go is read by others, also beyond the old limits of the format."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.errors import StorageFailure
from hubdesk.packages import zip_stream
from hubdesk.packages.zip_stream import Member, crc_of, write_zip

DAY = (2026, 11, 22)


def member(name: str, content: bytes) -> Member:
    return Member(name, content, len(content), crc_of([content]))


def zipped(*members: Member) -> bytes:
    return b"".join(write_zip(members, DAY))


@given(st.dictionaries(st.text("abc/é.", min_size=1, max_size=9), st.binary(max_size=300), max_size=6))
def test_others_read_what_was_written(contents: dict[str, bytes]) -> None:
    packed = zipped(*(member(name, content) for name, content in contents.items()))
    with zipfile.ZipFile(io.BytesIO(packed)) as read:
        assert read.testzip() is None
        assert {info.filename: read.read(info) for info in read.infolist()} == contents
        assert {info.date_time for info in read.infolist()} <= {(*DAY, 0, 0, 0)}
        assert {info.compress_type for info in read.infolist()} <= {zipfile.ZIP_STORED}
        assert {info.flag_bits & ~0x0800 for info in read.infolist()} <= {0}
    assert zipped(*(member(name, content) for name, content in contents.items())) == packed


@given(st.dictionaries(st.text("abc/", min_size=1, max_size=9), st.binary(max_size=300), max_size=6))
@pytest.mark.parametrize("limit", [0, 1, 40, 250])
def test_what_does_not_fit_into_the_old_fields_stands_in_the_new_ones(
    limit: int, contents: dict[str, bytes]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(zip_stream, "_is_large", lambda size: size >= limit)
        patched.setattr(zip_stream, "_are_many", lambda count: count >= 2)
        packed = zipped(*(member(name, content) for name, content in contents.items()))
    with zipfile.ZipFile(io.BytesIO(packed)) as read:
        assert {info.filename: read.read(info) for info in read.infolist()} == contents


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_info_zip_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(member("edition/a", b"a" * 1_000), member("edition/b", b"")))
    done = subprocess.run(
        ["unzip", "-t", str(tmp_path / "a.zip")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_that_changes_while_it_is_packed_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    noted = Member("file", path, 6, zlib.crc32(b"before"))
    assert zipped(noted)
    path.write_bytes(b"after!")
    with pytest.raises(StorageFailure):
        zipped(noted)
