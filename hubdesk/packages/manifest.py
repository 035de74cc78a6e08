"""What a bag says of itself: its declaration, its manifests, and the names in them (RFC 8493, 2).

Invariant: a name that comes out of here is relative, without turns, a file name on every system, and not one that
another name of the same list could mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from pathvalidate import ValidationError, validate_filename

from hubdesk.errors import BadInput

MOST_NAMES = 50_000
LARGEST_TAG = 16 * 1024 * 1024
PAYLOAD = "data/"

ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512")
_VERSIONS = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")
_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "US-ASCII")
_DECLARATION = re.compile(
    r"BagIt-Version: (\d+\.\d+)(\r\n|\n|\r)Tag-File-Character-Encoding: ([0-9A-Za-z-]+)(\r\n|\n|\r)?"
)
_LINE = re.compile(r"([0-9A-Fa-f]+)(?:[ \t]+\*?)(.+)")  # `*`: what md5sum writes for a binary file
_FETCH = re.compile(r"(\S+)[ \t]+(\d+|-)[ \t]+(.+)")
_OXUM = re.compile(r"^Payload-Oxum[ \t]*:[ \t]*(\d{1,20})\.(\d{1,20})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\n|\r")
_DRIVE = re.compile(r"[A-Za-z]:")
_PLAIN = re.compile(r"([A-Za-z0-9_-]{1,64})(?:\.[A-Za-z0-9_-]{1,64}){0,2}", re.ASCII)
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
_DEEPEST = 100

Hashes = dict[str, str]
"""Name -> hash in lower-case hexadecimal digits."""


class Declaration(Struct, frozen=True):
    """What bagit.txt says: the version ("1.0") and the encoding of the other tag files ("UTF-8")."""

    version: str
    encoding: str

    @property
    def is_final(self) -> bool:
        """Whether the rules are those of RFC 8493, and not of a draft before it."""
        return self.version == "1.0"


def damaged(name: str, reason: str) -> BadInput:
    """Return the refusal of a bag because of one of its members."""
    return BadInput("edition-damaged", name=name[:300], reason=reason)


def read_declaration(name: str, content: bytes) -> Declaration:
    """Read bagit.txt (2.1.1), which is UTF-8 without a mark of byte order and has these two lines alone."""
    found = _DECLARATION.fullmatch(text_of(name, content, "UTF-8"))
    if found is None or found[1] not in _VERSIONS or found[3].upper() not in _ENCODINGS:
        raise damaged(name, "not the declaration of BagIt 0.93 to 1.0")
    return Declaration(found[1], found[3].upper())


def text_of(name: str, content: bytes, encoding: str) -> str:
    """Return a tag file's text; raises BadInput("edition-damaged")."""
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        raise damaged(name, f"not {encoding}") from error


def read_manifest(name: str, content: bytes, declared: Declaration, *, payload: bool) -> Hashes:
    """Read a manifest (2.1.3, 2.2.1); `payload` tells which of both. A name listed twice is refused, but for drafts before
    1.0 that repeat themselves."""
    found: Hashes = {}
    names = Names(name)
    for line in _lines(name, content, declared):
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise damaged(name, "a line that is none")
        member, value = written_name(name, parts[2], declared), parts[1].lower()
        if not (member.startswith(PAYLOAD) if payload else _is_tag(member)):
            raise damaged(name, f"{member[:200]} does not belong there")
        if not declared.is_final and found.get(member) == value:
            continue
        names.add(member)
        found[member] = value
    return found


def _is_tag(name: str) -> bool:
    return not name.casefold().startswith(PAYLOAD)  # on some systems DATA/a is data/a


def read_fetch(name: str, content: bytes, declared: Declaration) -> list[str]:
    """Return the names in fetch.txt (2.2.3); nothing is ever fetched."""
    found = []
    for line in _lines(name, content, declared):
        parts = _FETCH.fullmatch(line)
        if parts is None:
            raise damaged(name, "a line that is none")
        found.append(written_name(name, parts[3], declared))
    return found


def read_oxum(name: str, content: bytes, declared: Declaration) -> set[tuple[int, int]]:
    """Return what Payload-Oxum states, (bytes, files), as often as it is stated (2.2.2)."""
    text = _BREAK.sub("\n", text_of(name, content, declared.encoding))
    return {(int(size), int(count)) for size, count in _OXUM.findall(text)}


class Names:
    """Names of one list, `where`; what could mean the same file as another one on some system is refused as a twin."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._twins: set[str] = set()

    def add(self, name: str) -> None:
        """Note a name; raises BadInput("edition-damaged")."""
        twin = name if name.isascii() and name.islower() else unicodedata.normalize("NFC", name).casefold()
        if twin in self._twins:
            raise damaged(name, "named twice")
        if len(self._twins) >= MOST_NAMES:
            raise damaged(self._where, f"more than {MOST_NAMES:,} names")
        self._twins.add(twin)


def written_name(where: str, written: str, declared: Declaration) -> str:
    """Return the name that a line of `where` stands for: a leading `./` and escapes taken away (2.1.3)."""
    escaped = "0A|0D|25" if declared.is_final else "0A|0D"
    name = re.sub(f"%({escaped})", lambda found: chr(int(found[1], 16)), written, flags=re.IGNORECASE)
    return checked_name(where, name if declared.is_final else name.removeprefix("./"))


def checked_name(where: str, name: str) -> str:
    """Return a member's name if it is relative, without turns, and a file name on every system (RFC 8493, 5.1)."""
    parts = name.split("/")
    if len(parts) > _DEEPEST or any(not is_safe(part) for part in parts):
        raise damaged(where, f"a name that is not safe: {name[:200]!r}")
    return name


def is_safe(part: str) -> bool:
    """Tell whether one part of a path is a file name on every system, and leads nowhere."""
    plain = _PLAIN.fullmatch(part)
    if plain is not None:  # nearly every one: the thorough look takes 13 us
        return _DEVICE.fullmatch(plain[1]) is None
    try:
        validate_filename(part, platform="universal")
    except (ValidationError, UnicodeError):
        return False
    return part not in (".", "..", "~") and not _DRIVE.match(part)


def _lines(name: str, content: bytes, declared: Declaration) -> Iterable[str]:
    return (line for line in _BREAK.split(text_of(name, content, declared.encoding)) if line)
