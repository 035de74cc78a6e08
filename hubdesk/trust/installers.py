"""What a hub shares as software that may be installed: one list, signed by two people.

Invariant: a file counts as installable only by a list that the hub's second role names by hash, with two signatures by
different keys; one signature is enough to say that a file is withdrawn, never to say that it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import digest, is_hash
from hubdesk.state import frame
from hubdesk.trust.chain import INSTALLERS_FILE, Target
from hubdesk.trust.keys import SigningKey, check_signature

FORMAT = 1
MOST_INSTALLERS = 1_000
LARGEST_LIST = 512_000
LARGEST_ROLE = 64_000


class Installer(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the record `record`: SHA-256 (hexadecimal), size in bytes, name, licence (SPDX expression), `since`
    (RFC 3339) and, when it is withdrawn, why."""

    sha256: str
    size: int
    record: str
    name: str
    licence: str
    since: str
    withdrawn: str = ""


class InstallerList(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one hub, by SHA-256."""

    format: int
    hub: str
    installers: list[Installer]

    def body(self) -> bytes:
        """Return the canonical bytes: what the hub's role names by hash."""
        return canonical.encode(msgspec.to_builtins(self))

    def find(self, sha256: str) -> Installer | None:
        """Return what is said of a file."""
        return next((item for item in self.installers if item.sha256 == sha256), None)

    def with_one(self, changed: Installer) -> InstallerList:
        """Return the list with one file added or replaced."""
        others = [item for item in self.installers if item.sha256 != changed.sha256]
        return msgspec.structs.replace(
            self, installers=sorted([*others, changed], key=lambda item: item.sha256)
        )


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A list with the role's document that names it: its version, expiry and the ids of the keys that did sign."""

    list: InstallerList
    content: bytes
    role: bytes
    version: int
    expires: datetime
    signers: frozenset[str]


def empty_list(hub: str) -> InstallerList:
    """Return the list of a hub that shares no software."""
    return InstallerList(format=FORMAT, hub=hub, installers=[])


def read_list(content: bytes, hub: str) -> InstallerList:
    """Read the list of a hub; raises Untrusted("installers-broken") for anything but the canonical form."""
    if len(content) > LARGEST_LIST:
        raise Untrusted("installers-broken", hub=hub)
    try:
        found = msgspec.json.decode(content, type=InstallerList)
        is_canonical = found.body() == content
    except (msgspec.DecodeError, UnicodeError, RecursionError, BadInput) as error:
        raise Untrusted("installers-broken", hub=hub) from error
    hashes = [item.sha256 for item in found.installers]
    is_sorted = hashes == sorted(set(hashes)) and all(map(is_hash, hashes))
    is_sound = all(item.size >= 0 for item in found.installers) and len(hashes) <= MOST_INSTALLERS
    if not (is_canonical and is_sorted and is_sound and found.format == FORMAT and found.hub == hub):
        raise Untrusted("installers-broken", hub=hub)
    return found


def sign_list(listed: InstallerList, version: int, signers: Iterable[SigningKey], now: datetime) -> bytes:
    """Return the role's document that names the list, signed by these keys."""
    from hubdesk.trust.roles import write_listing  # python-tuf: 150 ms

    content = listed.body()
    path = f"{listed.hub}/{INSTALLERS_FILE}"
    return write_listing(version, {path: Target(digest(content), len(content))}, signers, now)


def read_offer(content: bytes, role: bytes, hub: str, keys: Mapping[str, bytes]) -> Offer:
    """Read a list with its role's document; `keys`: those that may sign, key id -> public key (32 bytes).

    Raises Untrusted("installers-broken"), also where the document does not name the list or none of the keys signed it.
    """
    from hubdesk.trust.roles import read_document  # python-tuf: 150 ms

    listed = read_list(content, hub)
    if len(role) > LARGEST_ROLE:
        raise Untrusted("installers-broken", hub=hub)
    try:
        metadata = read_document(role)
        signed = metadata.signed
        named = {path: (item.length, item.hashes) for path, item in signed.targets.items()}
    except (BadInput, AttributeError) as error:
        raise Untrusted("installers-broken", hub=hub) from error
    if named != {f"{hub}/{INSTALLERS_FILE}": (len(content), {"sha256": digest(content).hex()})}:
        raise Untrusted("installers-broken", hub=hub)
    signers = frozenset(
        key
        for key, signature in metadata.signatures.items()
        if key in keys and _is_by(keys[key], signature.signature, metadata.signed_bytes)
    )
    if not signers:
        raise Untrusted("installers-unsigned", hub=hub)
    return Offer(
        list=listed,
        content=content,
        role=role,
        version=signed.version,
        expires=signed.expires,
        signers=signers,
    )


def joined(one: bytes, other: bytes) -> bytes:
    """Return the first document with the signatures of both, where both say the same; else the first.

    Raises BadInput("not-metadata").
    """
    from hubdesk.trust.roles import read_document, write_document

    first, second = read_document(one), read_document(other)
    if first.signed_bytes != second.signed_bytes:
        return one
    first.signatures.update(
        {key: item for key, item in second.signatures.items() if key not in first.signatures}
    )
    return write_document(first)


def pack_list(content: bytes, role: bytes) -> bytes:
    """Return a list and its role's document as one zstd frame."""
    return frame.pack(msgspec.msgpack.encode([content, role]))


def unpack_list(packed: bytes, hub: str) -> tuple[bytes, bytes]:
    """Return what `pack_list` was given; raises Untrusted("installers-broken")."""
    try:
        pair = frame.unpack(packed, LARGEST_LIST + LARGEST_ROLE + 64)
        return msgspec.msgpack.decode(pair, type=tuple[bytes, bytes])
    except (Untrusted, msgspec.DecodeError) as error:
        raise Untrusted("installers-broken", hub=hub) from error


def _is_by(public: bytes, signature: str, statement: bytes) -> bool:
    try:
        check_signature(public, bytes.fromhex(signature), statement)
    except (Untrusted, ValueError):
        return False
    return True
