"""What a relay makes is made once, kept as long as there is room, and made again where it is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from hubdesk.relay import made
from hubdesk.relay.made import Made
from hubdesk.state.chunks import CHUNK


class Maker:
    """Makes a file, slowly enough to be asked for it twice."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> Iterable[bytes]:
        self.times += 1
        yield self.content[:1]
        threading.Event().wait(0.05)
        yield self.content[1:]


def test_it_is_made_once_for_all_who_ask_at_once(tmp_path: Path) -> None:
    files, make = Made(tmp_path / "made"), Maker(b"a snapshot")
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(files.get(("s", 1), make))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert make.times == 1
    assert len(set(map(str, found))) == 1
    path = files.path(sha256(b"a snapshot").digest())
    assert path is not None
    assert path.read_bytes() == b"a snapshot"


def test_what_was_erased_from_the_disk_is_made_again(tmp_path: Path) -> None:
    files, make = Made(tmp_path / "made"), Maker(b"a snapshot")
    reference = files.get(("s", 1), make)
    for file in (tmp_path / "made").iterdir():
        file.unlink()
    assert files.path(reference.sha256) is None
    assert files.get(("s", 1), make) == reference
    assert files.path(reference.sha256) is not None


def test_what_was_not_asked_for_longest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "MOST", 2)
    files = Made(tmp_path / "made")
    first, second = (files.get((number,), lambda number=number: [bytes([number])]) for number in (1, 2))
    files.get((1,), lambda: [b"never"])
    files.get((3,), lambda: [b"3"])
    assert files.path(first.sha256) is not None
    assert files.path(second.sha256) is None


def test_a_start_begins_with_nothing(tmp_path: Path) -> None:
    reference = Made(tmp_path / "made").get(("s",), lambda: [b"x"])
    assert Made(tmp_path / "made").path(reference.sha256) is None


def test_a_chunk_list_names_each_chunk(tmp_path: Path) -> None:
    content = bytes(CHUNK) + b"rest"
    (tmp_path / "file").write_bytes(content)
    listed = Made(tmp_path / "made").chunks_of(sha256(content).digest(), tmp_path / "file").read_bytes()
    assert listed == sha256(bytes(CHUNK)).digest() + sha256(b"rest").digest()


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    files = Made(tmp_path / "made")

    def broken() -> Iterable[bytes]:
        yield b"half"
        raise KeyError("gone")

    with pytest.raises(KeyError):
        files.get(("s",), broken)
    assert list((tmp_path / "made").iterdir()) == []
