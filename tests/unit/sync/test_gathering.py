"""Whatever arrives, in whatever order and however often it is cut, killed or falsified: the right file or a plain failure."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.chunks import Gathered, bytes_here
from hubdesk.errors import HubDeskError, NotFound, Unreachable, Untrusted
from hubdesk.model.identity import digest
from hubdesk.state.chunks import CHUNK, HASH, runs
from hubdesk.sync.gathering import MOST_FALSE, Gathering
from hubdesk.sync.patience import Patience
from hubdesk.sync.source import Bytes, FolderSource


class Fake:
    """A source that hands out `content`, cut after so many bytes in all of `cuts`, falsified by `change`."""

    def __init__(self, content: bytes, name: str = "fake") -> None:
        self.name = name
        self.content = content
        self.list = b"".join(
            digest(content[place : place + CHUNK]) for place in range(0, len(content), CHUNK)
        )
        self.cuts: list[int] = []
        self.asked: list[tuple[int, int]] = []
        self.given = 0
        self.piece = 30_000

    def read(self, _sha256: bytes, first: int, end: int) -> Bytes:
        self.asked.append((first, end))
        left = self.cuts.pop(0) if self.cuts else end - first
        while first < end:
            if left <= 0:
                raise Unreachable("cut")
            piece = self.content[first : min(first + self.piece, end, first + left)]
            if not piece:
                return
            first, left = first + len(piece), left - len(piece)
            self.given += len(piece)
            yield piece

    def chunks(self, _sha256: bytes, first: int) -> Bytes:
        yield self.list[first:]


def patience() -> Patience:
    return Patience(threading.Event(), wait=lambda _seconds: False)


def gather(blobs: Blobs, sha256: bytes, size: int, *sources: Fake | FolderSource) -> None:
    with Gathered(blobs, sha256, size) as gathered:
        Gathering(gathered, sha256, sources, patience()).run()


def leftovers(blobs: Blobs, sha256: bytes) -> list[str]:
    return sorted(path.name for path in blobs.part(sha256).parent.iterdir())


CONTENT = random.Random(18).randbytes(10 * CHUNK + 1_000)
SHA = digest(CONTENT)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path)


def test_a_whole_file_takes_one_request_for_its_bytes(blobs: Blobs) -> None:
    source = Fake(CONTENT)
    gather(blobs, SHA, len(CONTENT), source)
    assert blobs.path(SHA).read_bytes() == CONTENT
    assert source.asked == [(0, len(CONTENT))]
    assert leftovers(blobs, SHA) == []


def test_a_cut_costs_not_a_byte_twice_while_the_program_runs(blobs: Blobs) -> None:
    source = Fake(CONTENT)
    source.cuts = [40_000, 100_000, 1, 70_000]
    gather(blobs, SHA, len(CONTENT), source)
    assert blobs.path(SHA).read_bytes() == CONTENT
    assert source.given == len(CONTENT)


def test_a_download_goes_on_from_another_source_and_after_a_restart(blobs: Blobs, tmp_path: Path) -> None:
    hub, stick = Fake(CONTENT), tmp_path / "stick"
    hub.cuts = [300_000] + [0] * 10
    with pytest.raises(Unreachable):
        gather(blobs, SHA, len(CONTENT), hub)
    assert bytes_here(tmp_path, SHA, len(CONTENT)) == 300_000 // CHUNK * CHUNK
    stick.write_bytes(CONTENT)
    gather(blobs, SHA, len(CONTENT), FolderSource("stick", lambda _: stick))
    assert blobs.path(SHA).read_bytes() == CONTENT


def test_a_source_that_lacks_the_file_is_passed_over(blobs: Blobs, tmp_path: Path) -> None:
    gather(blobs, SHA, len(CONTENT), FolderSource("stick", lambda _: tmp_path / "no"), Fake(CONTENT))
    assert blobs.path(SHA).read_bytes() == CONTENT
    with pytest.raises(NotFound, match="not-at-source"):
        gather(blobs, digest(b"x"), CHUNK * 9, FolderSource("stick", lambda _: tmp_path / "no"))


def test_a_false_chunk_is_thrown_away_alone(blobs: Blobs) -> None:
    source = Fake(CONTENT)
    false = bytearray(CONTENT)
    false[3 * CHUNK + 5] ^= 1
    source.content = bytes(false)

    def honest_again(first: int, end: int) -> Bytes:
        source.asked.append((first, end))
        yield CONTENT[first:end]

    read, answers = source.read, []

    def once(sha256: bytes, first: int, end: int) -> Bytes:
        answers.append(first)
        return read(sha256, first, end) if len(answers) == 1 else honest_again(first, end)

    source.read = once  # type: ignore[method-assign,assignment]
    gather(blobs, SHA, len(CONTENT), source)
    assert blobs.path(SHA).read_bytes() == CONTENT
    assert source.asked == [(0, len(CONTENT)), (3 * CHUNK, 4 * CHUNK)]


def test_who_gives_false_bytes_is_named_and_left_and_what_was_right_stays(
    blobs: Blobs, tmp_path: Path
) -> None:
    liar = Fake(CONTENT, "liar")
    liar.content = CONTENT[: 6 * CHUNK] + bytes(len(CONTENT) - 6 * CHUNK)
    with pytest.raises(Untrusted, match="chunk-false") as caught:
        gather(blobs, SHA, len(CONTENT), liar)
    assert caught.value.data["source"] == "liar"
    assert liar.given <= (6 + MOST_FALSE) * CHUNK + liar.piece
    honest = Fake(CONTENT)
    gather(blobs, SHA, len(CONTENT), liar, honest)
    assert honest.asked == [(6 * CHUNK, len(CONTENT))]
    assert blobs.path(SHA).read_bytes() == CONTENT


def test_a_lying_list_makes_neither_a_loop_nor_a_wrong_file(blobs: Blobs) -> None:
    liar = Fake(CONTENT, "liar")
    liar.list = bytes(len(liar.list))
    with pytest.raises(Untrusted, match="chunk-false"):
        gather(blobs, SHA, len(CONTENT), liar)
    liar = Fake(bytes(len(CONTENT)), "liar")  # list and bytes agree, and are those of another file
    with pytest.raises(Untrusted, match="blob-mismatch"):
        gather(blobs, SHA, len(CONTENT), liar)
    assert leftovers(blobs, SHA) == []
    for wrong in (b"", b"x" * 31, b"x" * 100_000):
        liar = Fake(CONTENT, "liar")
        liar.list = wrong
        with pytest.raises(Untrusted):
            gather(blobs, SHA, len(CONTENT), liar)
    assert not blobs.has(SHA)
    gather(blobs, SHA, len(CONTENT), Fake(CONTENT))
    assert blobs.path(SHA).read_bytes() == CONTENT


def test_a_byte_that_turns_on_the_disk_costs_its_chunk(blobs: Blobs) -> None:
    source = Fake(CONTENT)
    source.cuts = [8 * CHUNK] + [0] * 10
    with pytest.raises(Unreachable):
        gather(blobs, SHA, len(CONTENT), source)
    data = blobs.part(SHA).with_suffix(".data")
    turned = bytearray(data.read_bytes())
    turned[2 * CHUNK] ^= 1
    data.write_bytes(turned)
    source.cuts, source.asked = [], []
    gather(blobs, SHA, len(CONTENT), source)
    assert blobs.path(SHA).read_bytes() == CONTENT
    assert source.asked == [(8 * CHUNK, len(CONTENT)), (2 * CHUNK, 3 * CHUNK)]


def test_what_a_stream_brought_is_hashed_and_not_fetched_again(blobs: Blobs) -> None:
    blobs.part(SHA).write_bytes(CONTENT[: 5 * CHUNK + 17])
    source = Fake(CONTENT)
    gather(blobs, SHA, len(CONTENT), source)
    assert source.asked == [(5 * CHUNK, len(CONTENT))]


def test_what_a_killed_program_left_beside_a_whole_file_goes_with_the_next_start(tmp_path: Path) -> None:
    killed = Blobs(tmp_path)
    sha256, _ = killed.add_stream([CONTENT])
    kept = killed.part(digest(b"other")).with_suffix(".data")
    for left in (killed.part(sha256).with_suffix(".list"), killed.part(sha256).with_name("new-0-ab"), kept):
        left.write_bytes(b"left")
    again = Blobs(tmp_path)
    assert list(again.part(sha256).parent.iterdir()) == [kept]


def test_runs_join_what_costs_less_than_asking_apart() -> None:
    assert runs([]) == []
    assert runs([0, 1, 2, 5, 6, 9]) == [(0, 3), (5, 7), (9, 10)]
    assert runs([0, 1, 2, 5, 6, 9], gap=2) == [(0, 10)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sequence_ends_in_the_right_file_or_a_plain_failure(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    size = data.draw(st.sampled_from([1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7, 8 * CHUNK]))
    content = random.Random(size).randbytes(size)
    sha256 = digest(content)
    blobs = Blobs(tmp_path_factory.mktemp("profile"))
    for _ in range(data.draw(st.integers(0, 6))):
        source = Fake(content)
        source.piece = data.draw(st.sampled_from([1_000, 30_000, CHUNK, 200_000]))
        source.cuts = data.draw(st.lists(st.integers(0, size), max_size=4))
        if data.draw(st.booleans()):  # a liar, about bytes, about the list, or about both
            at = data.draw(st.integers(0, size - 1))
            source.content = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        if data.draw(st.booleans()):
            at = data.draw(st.integers(0, len(source.list) - 1))
            source.list = source.list[:at] + bytes([source.list[at] ^ 1]) + source.list[at + 1 :]
            source.list = source.list[: data.draw(st.sampled_from([len(source.list), HASH // 2]))]
        kind = Killed if data.draw(st.booleans()) else Gathered
        failure = None
        try:
            with kind(blobs, sha256, size) as gathered:
                Gathering(gathered, sha256, [source], patience()).run()
        except HubDeskError as error:
            failure = error.code
        assert failure in (None, "cut", "chunk-false", "blob-mismatch", "blob-size")
        if blobs.has(sha256):
            break
        harm(data, blobs, sha256)
    if not blobs.has(sha256):
        gather(blobs, sha256, size, Fake(content))
    assert blobs.path(sha256).read_bytes() == content


class Killed(Gathered):
    """A download whose last marks never reached the disk."""

    def _save(self) -> None:
        pass


def harm(data: st.DataObject, blobs: Blobs, sha256: bytes) -> None:
    """What a kill, a disk or somebody else may do to what lies half-finished."""
    for ending in (".data", ".list", ".done"):
        path = blobs.part(sha256).with_suffix(ending)
        if not path.exists():
            continue
        held = bytearray(path.read_bytes())
        match data.draw(st.sampled_from(["stays", "flipped", "cut", "gone"])):
            case "flipped" if held:
                held[data.draw(st.integers(0, len(held) - 1))] ^= 1 << data.draw(st.integers(0, 7))
                path.write_bytes(held)
            case "cut":
                path.write_bytes(held[: data.draw(st.integers(0, len(held)))])
            case "gone":
                path.unlink()


def test_a_byte_that_turns_in_the_list_costs_the_list_and_its_chunk(blobs: Blobs) -> None:
    source = Fake(CONTENT)
    source.cuts = [8 * CHUNK] + [0] * 10
    with pytest.raises(Unreachable):
        gather(blobs, SHA, len(CONTENT), source)
    listed = blobs.part(SHA).with_suffix(".list")
    turned = bytearray(listed.read_bytes())
    turned[9 * HASH] ^= 1
    listed.write_bytes(turned)
    source.cuts, source.asked = [], []
    gather(blobs, SHA, len(CONTENT), source)
    assert blobs.path(SHA).read_bytes() == CONTENT
    again = (9 * CHUNK, 10 * CHUNK)
    assert source.asked == [(8 * CHUNK, len(CONTENT)), *[again] * MOST_FALSE]
