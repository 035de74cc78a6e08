"""The proof finds a word wherever it lies, and says what it could not look into."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from hubdesk.catalogue.probing import probe_folder

WORD = "Zygomorphía"


def plain(path: Path) -> None:
    path.write_text(f"before {WORD} after", encoding="utf-8")


def escaped(path: Path) -> None:
    path.write_text(json.dumps({"title": WORD}), encoding="ascii")


def wide(path: Path) -> None:
    path.write_bytes(b"\x00\x01" + WORD.encode("utf-16-le"))


def upper(path: Path) -> None:
    path.write_text(WORD.upper(), encoding="utf-8")


def frame(path: Path) -> None:
    path.write_bytes(b"HDJ1" + zstandard.compress(f"{WORD}\n".encode() * 50))


def frame_in_a_frame(path: Path) -> None:
    path.write_bytes(zstandard.compress(b"xx" + zstandard.compress(f"{WORD}\n".encode() * 50)))


def member(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", f"{WORD} " * 100)


def database(path: Path, script: Callable[[sqlite3.Connection], object]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("CREATE TABLE t (a BLOB, b TEXT)")
        script(connection)


def cut_by_a_page(path: Path) -> None:
    """The word lies on two pages that do not follow each other."""

    def fill(connection: sqlite3.Connection) -> None:
        for before in range(480, 520):
            connection.execute("INSERT INTO t VALUES (NULL, ?)", ("a" * before + WORD + "b" * 2000,))

    database(path, fill)


def free_page(path: Path) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("INSERT INTO t VALUES (NULL, ?)", ("c" * 700 + WORD + "d" * 700,))
        connection.execute("DELETE FROM t")

    database(path, fill)


def frame_in_a_table(path: Path) -> None:
    packed = zstandard.compress(f"{WORD} ".encode() * 200)
    database(path, lambda connection: connection.execute("INSERT INTO t VALUES (?, '')", (packed,)))


def index(path: Path) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(w, content='', tokenize='ascii')")
        for term in ("zygomorpha", "zygomorphia", "zygomorphib"):
            connection.execute("INSERT INTO words (w) VALUES (?)", (term,))

    database(path, fill)


def packed_catalogue(path: Path) -> None:
    inside = path.with_name("inside.sqlite")
    cut_by_a_page(inside)
    path.write_bytes(zstandard.compress(inside.read_bytes()))
    inside.unlink()


PLACES = [
    plain, escaped, wide, upper, frame, frame_in_a_frame, member, cut_by_a_page, free_page, frame_in_a_table, index,
    packed_catalogue,
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_word_is_found_wherever_it_lies(place: Callable[[Path], None], tmp_path: Path) -> None:
    folder = tmp_path / "profile" / "below"
    folder.mkdir(parents=True)
    place(folder / "file")
    report = probe_folder(tmp_path / "profile", ["Quetzalina", WORD])
    assert {(found.path, found.probe) for found in report.found} == {("below/file", WORD)}
    assert (report.files, report.bytes) == (1, (folder / "file").stat().st_size)
    assert not report.is_clean
    assert probe_folder(tmp_path / "profile", ["Quetzalina"]).is_clean


def test_a_name_counts_and_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / f"{WORD}.txt").write_bytes(b"")
    (tmp_path / "sealed").write_bytes(b"age-encryption.org/v1\n-> X25519 abc\n")
    (tmp_path / "cut").write_bytes(zstandard.compress(bytes(range(256)) * 1000)[:200] + b"\xff" * 50)
    report = probe_folder(tmp_path, [WORD])
    assert [found.where for found in report.found] == ["name"]
    assert report.sealed == 1
    assert len(report.unopened) == 1


def test_reading_changes_nothing(tmp_path: Path) -> None:
    cut_by_a_page(tmp_path / "file")
    before = (tmp_path / "file").read_bytes()
    probe_folder(tmp_path, [WORD])
    assert (tmp_path / "file").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
