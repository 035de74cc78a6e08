"""One byte of something stored is not what it was: no wrong word is shown as verified, whatever cannot be used is said
in a sentence, and where a second copy exists nothing is lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import zstandard

from hubdesk.catalogue.backups import numbered
from hubdesk.catalogue.database import FILE
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.profile import open_profile
from hubdesk.catalogue.restore import restore
from hubdesk.catalogue.search import Query
from hubdesk.cli.sentences import UNKNOWN, sentence
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from tests.faults.conftest import Tally
from tests.unit.catalogue.profiles import a_tool, coordinator_desk

SAMPLE = Path(__file__).parents[1] / "upgrades" / "0001.sqlite.zst"
_NO_WORDS = UNKNOWN.partition("(")[0]
_PLACES = 40
"""bytes flipped at once in the catalogue, of which most mean nothing"""


class Truth:
    """What a desk said while nothing was damaged."""

    def __init__(self, desk: Desk) -> None:
        self.signed = {record: _signed(desk, record) for record in desk.record_ids()}
        self.written = _written(desk)


def _signed(desk: Desk, record: str) -> dict[str, Any] | None:
    view = desk.published(record)
    return None if view is None else view.fields


def _written(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    """What a person wrote: each draft and each change that waits, with its words."""
    ids = sorted({view.id for view in desk.drafts()} | {item.id for item in desk.outbox()})
    return [(record, desk.show(record).fields) for record in ids]


@pytest.fixture
def whole(tmp_path: Path) -> tuple[Path, Truth]:
    """A profile with signed records, a draft with a file, a change that waits, a backup, and a log that was not folded in."""
    folder = tmp_path / "whole"
    folder.mkdir()
    (folder / FILE).write_bytes(zstandard.decompress(SAMPLE.read_bytes()))
    desk = Desk(open_profile(folder))
    desk.settings.save(language="fr")
    desk.backups.make()
    (tmp_path / "plan.txt").write_bytes(b"A plan in words. " * 500)
    drafted = a_tool(desk, "Since the backup")
    desk.attach(drafted, [tmp_path / "plan.txt"])
    truth = Truth(desk)
    killed = tmp_path / "killed"  # as after a kill: with its log
    shutil.copytree(folder, killed, ignore=shutil.ignore_patterns("in-use"))
    desk.close()
    assert (killed / f"{FILE}-wal").stat().st_size > 0
    return killed, truth


def flip(path: Path, chance: random.Random, places: int = 1) -> None:
    """Change so many bytes of a file, each to another value."""
    content = bytearray(path.read_bytes())
    for _ in range(places):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    path.write_bytes(content)


class Looking:
    """Looks at everything; hears every sentence."""

    def __init__(self, truth: Truth, tally: Tally) -> None:
        self.truth, self.tally = truth, tally
        self.heard: list[str] = []

    @contextmanager
    def hearing(self) -> Iterator[None]:
        try:
            yield
        except HubDeskError as error:
            if sentence(error).startswith(_NO_WORDS):
                raise
            self.heard.append(error.code)

    def look(self, folder: Path) -> None:
        """Open a profile and use it; whatever is shown as verified must be what was signed."""
        with self.hearing():
            desk = Desk(open_profile(folder))
            try:
                for record, signed in self.truth.signed.items():
                    with self.hearing():
                        self._look_at(desk, record, signed)
                for words in ("parliament", "checklist", "plan", "budget open"):
                    with self.hearing():
                        self._search(desk, words)
                for use in (desk.drafts, desk.outbox, desk.inbox, desk.status, desk.memberships, desk.verify):
                    with self.hearing():
                        use()
            finally:
                desk.close()

    def _look_at(self, desk: Desk, record: str, signed: dict[str, Any] | None) -> None:
        desk.history(record)
        for view in (desk.show(record), desk.published(record)):
            if view is not None and view.verified and view.fields != signed:
                self.tally.lost += 1
                raise AssertionError(f"{record} is shown as verified with other words")

    def _search(self, desk: Desk, words: str) -> None:
        for hit in desk.search(Query(words=words)).hits:
            signed = self.truth.signed.get(hit.id)
            if hit.state == "confirmed" and signed is not None and hit.title != signed["title"]:
                self.tally.lost += 1
                raise AssertionError(f"{hit.id} is found with another title")


@pytest.mark.parametrize("name", [FILE, f"{FILE}-wal"])
def test_a_flipped_byte_of_the_catalogue(
    name: str, whole: tuple[Path, Truth], tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, truth = whole
    chance = random.Random(name)
    for _ in range(times(3, 300)):
        spoilt = tmp_path / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(folder, spoilt)
        flip(spoilt / name, chance, _PLACES)
        looking = Looking(truth, tally)
        looking.look(spoilt)
        tally.tried += 1
        tally.note("said so", bool(looking.heard))
        _comes_back(spoilt, truth, tally)


def _comes_back(folder: Path, truth: Truth, tally: Tally) -> None:
    """From backup and journal everything is there again."""
    restore(folder)
    desk = Desk(open_profile(folder))
    written, report = _written(desk), desk.verify()
    signed = {record: _signed(desk, record) for record in desk.record_ids()}
    desk.close()
    if written != truth.written or not report.ok:
        tally.lost += 1
    assert report.ok, report.problems
    assert written == truth.written
    assert signed == truth.signed


def test_a_flipped_byte_of_the_journal_or_of_a_backup(
    whole: tuple[Path, Truth], tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, truth = whole
    chance = random.Random("second copies")
    for number in range(times(4, 500)):
        spoilt = tmp_path / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(folder, spoilt)
        path = spoilt / JOURNAL if number % 2 else numbered(spoilt)[0]
        flip(path, chance)
        desk = Desk(open_profile(spoilt))
        assert _written(desk) == truth.written
        if path.name != JOURNAL:
            assert [view.ok for view in desk.backups.all()] == [False]
        desk.close()
        tally.tried += 1
        # The file that was damaged was made anew, or passed over; from what is left, all that was written comes back.
        restore(spoilt)
        desk = Desk(open_profile(spoilt))
        assert _written(desk) == truth.written
        desk.close()


def test_a_flipped_byte_of_a_file(
    whole: tuple[Path, Truth], tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, truth = whole
    chance = random.Random("blobs")
    [name] = [path.relative_to(folder) for path in (folder / "blobs").rglob("*") if path.is_file()]
    for _ in range(times(3, 300)):
        spoilt = tmp_path / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(folder, spoilt)
        flip(spoilt / name, chance)
        desk = Desk(open_profile(spoilt))
        report = desk.verify()
        desk.close()
        tally.tried += 1
        assert [flaw.code for flaw in report.problems] == ["blob-mismatch"]
        assert truth.written


def test_a_damaged_file_is_never_handed_out(
    whole: tuple[Path, Truth], tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, truth = whole
    [path] = [path for path in (folder / "blobs").rglob("*") if path.is_file()]
    record = next(record for record, fields in truth.written if "files" in fields)
    for number in range(times(3, 100)):
        spoilt = tmp_path / f"spoilt-{number}"
        shutil.copytree(folder, spoilt)
        flip(spoilt / path.relative_to(folder), random.Random(number))
        desk = Desk(open_profile(spoilt))
        with pytest.raises(HubDeskError):  # there is no hub in reach to bring it again
            desk.get(record, to=tmp_path / "out")
        tally.tried += 1
        assert not list((tmp_path / "out").glob("*"))
        assert list((spoilt / "blobs").glob("damaged-*"))
        desk.close()


@pytest.mark.parametrize("name", ["settings.json", "keys", "in-use"])
def test_a_flipped_byte_of_what_else_lies_there(
    name: str, tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    desk = coordinator_desk(tmp_path / "whole")
    desk.settings.save(language="fr", text_scale=1.25)
    record = a_tool(desk, "Mine")
    desk.close()
    (tmp_path / "whole" / "in-use").write_bytes(b"somebody")
    chance = random.Random(name)
    for _ in range(times(5, 500)):
        spoilt = tmp_path / "spoilt"
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(tmp_path / "whole", spoilt)
        flip(spoilt / name, chance)
        desk = Desk(open_profile(spoilt))
        assert desk._profile.keys.id == desk.id
        assert [view.id for view in desk.drafts()] == [record]
        desk.settings.save(theme="dark")
        desk.close()
        tally.tried += 1
