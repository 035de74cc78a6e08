"""A file that is handed out on Windows is marked before it has its name; elsewhere nothing is written.

There is no Windows here: the stream goes to a writer of the test, under the name that Windows would open.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.origin_mark import mark_as_foreign


class Streams:
    """Keeps what is written into streams, and whether the file had its name by then."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self.written: list[tuple[str, bytes, bool]] = []

    def __call__(self, name: str, content: bytes) -> None:
        self.written.append((name, content, self._target.exists()))


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "profile")


def test_a_file_for_windows_is_marked_before_it_has_its_name(blobs: Blobs, tmp_path: Path) -> None:
    sha256, _ = blobs.add_stream([b"a program"])
    target = tmp_path / "setup.msi"
    streams = Streams(target)
    blobs.export(sha256, target, partial(mark_as_foreign, platform="win32", write=streams))
    ((name, content, had_its_name),) = streams.written
    assert name == f"{tmp_path / '.setup.msi.part'}:Zone.Identifier"
    assert content == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    assert not had_its_name
    assert target.read_bytes() == b"a program"


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_other_platforms_have_no_such_mark(blobs: Blobs, tmp_path: Path, platform: str) -> None:
    sha256, _ = blobs.add_stream([b"a program"])
    streams = Streams(tmp_path)
    blobs.export(sha256, tmp_path / "a", partial(mark_as_foreign, platform=platform, write=streams))
    assert streams.written == []


def test_a_disk_without_streams_gets_the_file_all_the_same(blobs: Blobs, tmp_path: Path) -> None:
    def refuse(_name: str, _content: bytes) -> None:
        raise OSError(22, "Invalid argument")

    sha256, _ = blobs.add_stream([b"a program"])
    blobs.export(sha256, tmp_path / "setup.msi", partial(mark_as_foreign, platform="win32", write=refuse))
    assert (tmp_path / "setup.msi").read_bytes() == b"a program"


def test_nothing_lies_beside_a_file_that_was_handed_out(blobs: Blobs, tmp_path: Path) -> None:
    sha256, _ = blobs.add_stream([b"a program"])
    (tmp_path / "out").mkdir()
    blobs.export(sha256, tmp_path / "out" / "setup.msi")
    assert [place.name for place in (tmp_path / "out").iterdir()] == ["setup.msi"]
