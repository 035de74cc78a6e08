"""Proof that words are gone: every byte of a folder is looked at, and what is packed in it is opened.

Invariant: it reads only; what it cannot open is counted, never passed over in silence.
"""

from __future__ import annotations

import io
import json
import mmap
import sqlite3
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import zstandard
from msgspec import Struct

from hubdesk.catalogue.words import index_words

_ZSTD = b"\x28\xb5\x2f\xfd"
_SQLITE = b"SQLite format 3\x00"
_AGE = b"age-encryption.org/v1"
_ZIP = b"PK\x03\x04"
_LARGEST = 1024**3
"""Bytes of a packed member that are unpacked at most."""
_PIECE = 4 * 1024 * 1024
_DEEPEST = 4
_WORD = 4

Content = bytes | mmap.mmap


class Found(Struct, frozen=True):
    """A probe that stands in a file: `path` within the folder, `where` in it: "bytes", or what was opened on the way."""

    path: str
    where: str
    probe: str


class ProbeReport(Struct, frozen=True):
    """What was looked at: `files` with their `bytes`, and what was `opened` in them (frames, members, tables). `sealed`
    are age files, and `unopened` frames or files that cannot be read here."""

    files: int
    bytes: int
    opened: int
    sealed: int
    unopened: list[str]
    found: list[Found]

    @property
    def is_clean(self) -> bool:
        """Whether no probe was found."""
        return not self.found


def probe_folder(folder: Path, probes: Iterable[str]) -> ProbeReport:
    """Look for words in every file below a folder. Case and accents' encoding do not matter, nor whether a word stands
    as text, as JSON or in a search index."""
    look = _Look(list(probes))
    files = size = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        files += 1
        name = path.relative_to(folder).as_posix()
        look.name(name)
        try:
            size += look.file(path, name)
        except FileNotFoundError:
            continue  # it went while the others were read
        except OSError:
            look.unopened.append(name)
    return ProbeReport(files, size, look.opened, look.sealed, look.unopened, list(dict.fromkeys(look.found)))


class _Look:
    """A search for some words, whatever they are packed in."""

    def __init__(self, probes: list[str]) -> None:
        self._lower = {form.lower(): probe for probe in probes for form in _forms_of(probe)}
        self._longest = max(map(len, self._lower), default=0)
        self.opened = self.sealed = 0
        self.unopened: list[str] = []
        self.found: list[Found] = []

    def name(self, name: str) -> None:
        """Look at a file's name."""
        self._match(name.encode(), name, "name")

    def file(self, path: Path, name: str) -> int:
        """Look at a file; return its size."""
        size = path.stat().st_size
        if not size:
            return 0
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            self._content(content, name, "bytes", 0)
            is_catalogue = content[: len(_SQLITE)] == _SQLITE
        if is_catalogue:
            self._database_file(path, name)
        return size

    def _match(self, content: Content, name: str, where: str) -> None:
        """Look piece by piece, each with the end of the one before: a search for plain bytes is a hundred times as fast
        as a pattern that knows no case."""
        place = 0
        while place < len(content):
            piece = content[max(0, place - self._longest) : place + _PIECE].lower()
            found = {probe for form, probe in self._lower.items() if form in piece}
            self.found += [Found(name, where, probe) for probe in sorted(found)]
            place += _PIECE

    def _content(self, content: Content, name: str, where: str, depth: int) -> None:
        self._match(content, name, where)
        if depth >= _DEEPEST:
            return
        if content[: len(_AGE)] == _AGE:
            self.sealed += 1
        if content[: len(_ZIP)] == _ZIP:
            self._zip(content, name, where, depth)
        place = content.find(_ZSTD)
        while place >= 0:
            taken = self._frame(content, place, name, where, depth)
            place = content.find(_ZSTD, place + max(taken, 1))

    def _frame(self, content: Content, place: int, name: str, where: str, depth: int) -> int:
        """Look into a frame that may begin at a place; return how many bytes it has, 0 where none begins."""
        reader = zstandard.ZstdDecompressor().decompressobj()
        unpacked, end = bytearray(), place
        try:
            while not reader.eof and end < len(content) and len(unpacked) < _LARGEST:
                piece = content[end : end + 65_536]
                unpacked += reader.decompress(piece)
                end += len(piece)
        except zstandard.ZstdError:
            pass
        if not reader.eof and (place == 0 or self._is_frame(content, place)):
            self.unopened.append(f"{name} ({where}, {place})")
        if not unpacked:
            return 0
        self.opened += 1
        inside = bytes(unpacked)
        self._content(inside, name, f"{where} > zstd", depth + 1)
        if inside.startswith(_SQLITE):
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.deserialize(_without_log(inside))
                self._tables(connection, name, f"{where} > zstd > table", depth + 1)
        return end - place - len(reader.unused_data) if reader.eof else 0

    def _is_frame(self, content: Content, place: int) -> bool:
        try:
            return bool(zstandard.get_frame_parameters(content[place : place + 18]).window_size)
        except zstandard.ZstdError:
            return False

    def _zip(self, content: Content, name: str, where: str, depth: int) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(content[:])) as members:
                for member in members.infolist():
                    if member.file_size > _LARGEST:
                        self.unopened.append(f"{name} ({member.filename})")
                        continue
                    self.opened += 1
                    self._match(member.filename.encode(), name, f"{where} > zip")
                    self._content(members.read(member), name, f"{where} > zip", depth + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
            self.unopened.append(f"{name} ({where})")

    def _database_file(self, path: Path, name: str) -> None:
        """Look at the values of a catalogue too: a long one lies in pieces on pages that do not follow each other."""
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
                self._tables(connection, name, "table", 0)
        except sqlite3.Error:
            self.unopened.append(name)

    def _tables(self, connection: sqlite3.Connection, name: str, where: str, depth: int) -> None:
        connection.text_factory = bytes
        try:
            tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
            for table, sql in tables:
                shown = table.decode()
                self.opened += 1
                if b"fts5" in (sql or b"").lower():
                    self._terms(connection, name, f"{where} {shown}", shown)
                    continue
                for row in connection.execute(f'SELECT * FROM "{shown}"'):  # noqa: S608 - its own name
                    for value in row:
                        if isinstance(value, bytes) and len(value) >= _WORD:
                            self._content(value, name, f"{where} {shown}", depth + 1)
        except sqlite3.Error as error:
            self.unopened.append(f"{name} ({where}: {error})")

    def _terms(self, connection: sqlite3.Connection, name: str, where: str, table: str) -> None:
        """Look at the words of a search index, where what two have in common is written once."""
        connection.execute(f"CREATE VIRTUAL TABLE temp.probed USING fts5vocab(main, '{table}', 'row')")
        for (term,) in connection.execute("SELECT term FROM temp.probed"):
            self._match(term, name, where)
        connection.execute("DROP TABLE temp.probed")


def _without_log(content: bytes) -> bytes:
    """Return a catalogue marked as one without a write-ahead log (file format, bytes 18 and 19): only so it can be read
    from memory."""
    return content[:18] + b"\x01\x01" + content[20:]


def _forms_of(probe: str) -> Iterator[bytes]:
    """Yield how a text may stand in a file."""
    for text in {probe, probe.lower(), probe.upper(), probe.casefold(), index_words(probe).strip()}:
        for form in ("NFC", "NFD"):
            written = unicodedata.normalize(form, text)
            if written:
                yield written.encode()
                yield json.dumps(written)[1:-1].encode()
                yield written.encode("utf-16-le")
