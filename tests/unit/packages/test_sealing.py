"""What is sealed is for named desks alone, in bounded memory, and never unsealed on the way."""

from __future__ import annotations

import errno
import hashlib
import io
import tracemalloc
import zipfile
from pathlib import Path

import pyrage
import pytest

from hubdesk.catalogue.recipients import KnownDesk
from hubdesk.errors import BadInput, HubDeskError, StorageFailure
from hubdesk.packages import layout, sealing
from hubdesk.packages.disk import Steady
from hubdesk.packages.layout import Step
from hubdesk.packages.options import Options
from hubdesk.packages.sealing import Sealed, sealed_for
from hubdesk.packages.watch import Tally, Watch

INFO = {"Bagging-Date": "2026-11-22"}
FRIEND = pyrage.x25519.Identity.generate()
RECIPIENT = str(FRIEND.to_public())
KNOWN = [
    KnownDesk("a" * 64, RECIPIENT, "latam", "contributor"),
    KnownDesk("b" * 64, "age1reader", "latam", "reader"),
    KnownDesk("c" * 64, "age1gone", "latam", "coordinator", is_over=True),
]


def seal(target: Path, content: Path, watch: Watch | None = None) -> bytes:
    with content.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").digest()
    size = content.stat().st_size
    watch = watch or Watch()
    with Sealed(target, [RECIPIENT], watch) as sealed:
        assert sealed.copy(layout.blob_name(sha256), content, sha256, size, Tally(watch, "reading", size))
        sealed.finish(INFO, b"page")
    return sha256


def test_only_the_named_desk_opens_it(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"for members")
    sha256 = seal(tmp_path / "one.age", tmp_path / "source")
    content = (tmp_path / "one.age").read_bytes()
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(content, [FRIEND]))) as opened:
        assert opened.read(f"one/{layout.blob_name(sha256)}") == b"for members"
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(content, [pyrage.x25519.Identity.generate()])


def test_no_byte_lies_unsealed_on_the_stick_at_any_moment(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"what only members read" * 200_000)
    stick = tmp_path / "stick"
    stick.mkdir()
    seen: list[bytes] = []

    def look(step: Step) -> None:
        seen.extend(path.read_bytes() for path in stick.iterdir())

    seal(stick / "one.age", tmp_path / "source", Watch(look))
    assert any(len(content) > 1_000_000 for content in seen)
    assert not any(word in content for content in seen for word in (b"only members read", b"PK\3\4"))


def test_a_large_file_needs_little_memory(tmp_path: Path) -> None:
    source = tmp_path / "source"
    with source.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    try:
        seal(tmp_path / "one.age", source)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


class Failing(Steady):
    """The disk is full."""

    def write(self, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")


def test_a_disk_that_fails_at_the_last_write_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pyrage keeps what the last write said to itself."""
    (tmp_path / "source").write_bytes(b"short")
    monkeypatch.setattr(sealing, "Steady", Failing)
    with pytest.raises(StorageFailure) as refused:
        seal(tmp_path / "one.age", tmp_path / "source")
    assert refused.value.code == "disk-full"
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_what_is_no_recipient_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        Sealed(tmp_path / "one.age", ["age1nobody"], Watch())
    assert refused.value.code == "not-a-recipient"


@pytest.mark.parametrize(
    ("wanted", "collections", "found"),
    [
        (["a" * 64], ["latam/members"], [RECIPIENT]),
        (["A" * 64, RECIPIENT], ["latam/members"], [RECIPIENT]),
        (["age1somebody"], ["latam/members"], ["age1somebody"]),
        (["b" * 64], ["latam/public"], ["age1reader"]),
        (["b" * 64], None, ["age1reader"]),
        (["b" * 64], ["latam/public", "latam/members"], "edition-not-theirs"),
        (["age1reader"], ["latam/members"], "edition-not-theirs"),
        (["a" * 64], ["open-data/members"], "edition-not-theirs"),
        (["c" * 64], ["latam/public"], "edition-desk-over"),
        (["age1gone"], None, "edition-desk-over"),
        (["d" * 64], None, "edition-desk"),
        ([""], None, "edition-desk"),
    ],
)
def test_a_desk_is_a_recipient_of_what_it_may_read(
    wanted: list[str], collections: list[str] | None, found: list[str] | str
) -> None:
    options = Options(recipients=wanted, collections=collections)
    if isinstance(found, list):
        assert sealed_for(KNOWN, options) == found
        return
    with pytest.raises(HubDeskError) as refused:
        sealed_for(KNOWN, options)
    assert refused.value.code == found
