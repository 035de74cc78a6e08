"""A key of a ceremony: made, kept and used away from every server, in one file under a passphrase.

Invariant: a private key is never written over another file, and never in the clear unless that was asked for.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

import pyrage

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.model.identity import digest
from hubdesk.trust.keys import SigningKey

_FIRST_LINE = b"hubdesk-offline-key-1\n"
_AGE = b"age-encryption.org/"
_PUBLIC = "hubdesk-key-1-"
_CHECK = 4
_LARGEST = 4_096


def save_offline_key(path: Path, key: SigningKey, passphrase: str | None) -> None:
    """Write a private key into a new file: an age file under `passphrase`, or in the clear where that is None.

    Raises BadInput("passphrase-empty" | "key-file-exists"), StorageFailure("storage").
    """
    if passphrase == "":
        raise BadInput("passphrase-empty")
    content = _FIRST_LINE + key.private.hex().encode("ascii") + b"\n"
    if passphrase is not None:
        content = pyrage.passphrase.encrypt(content, passphrase)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise BadInput("key-file-exists", path=str(path)) from error
    except OSError as error:
        raise StorageFailure("storage", path=str(path), reason=error.strerror or "") from error


def is_locked(path: Path) -> bool:
    """Tell whether the key in a file is under a passphrase; raises BadInput("key-file-missing")."""
    return _content(path).startswith(_AGE)


def load_offline_key(path: Path, passphrase: str | None = None) -> SigningKey:
    """Read a private key.

    Raises BadInput: "key-file-missing", "key-file-locked" (it is under a passphrase and none was given),
    "key-file-passphrase" (it is another one), "not-a-key-file".
    """
    content = _content(path)
    if content.startswith(_AGE):
        if not passphrase:
            raise BadInput("key-file-locked", path=str(path))
        try:
            content = bytes(pyrage.passphrase.decrypt(content, passphrase))
        except pyrage.DecryptError as error:
            raise BadInput("key-file-passphrase", path=str(path)) from error
    try:
        private = bytes.fromhex(content.removeprefix(_FIRST_LINE).decode("ascii").strip())
        if not content.startswith(_FIRST_LINE):
            raise ValueError(path)
        return SigningKey(private)
    except ValueError as error:
        raise BadInput("not-a-key-file", path=str(path)) from error


def write_public(public: bytes) -> str:
    """Return a public key (32 bytes) as one line that can be printed, read aloud and typed: a slip is noticed."""
    return _PUBLIC + base64.b32encode(public + digest(public)[:_CHECK]).decode("ascii").rstrip("=").lower()


def read_public(text: str) -> bytes:
    """Read a public key, blanks, line breaks and case ignored; raises BadInput("not-a-public-key")."""
    line = "".join(text.split()).lower()
    encoded = line.removeprefix(_PUBLIC).upper()
    try:
        raw = base64.b32decode(encoded + "=" * (-len(encoded) % 8))
    except (binascii.Error, ValueError) as error:
        raise BadInput("not-a-public-key", value=text[:80]) from error
    public = raw[:-_CHECK]
    if len(public) != 32 or write_public(public) != line:
        raise BadInput("not-a-public-key", value=text[:80])
    return public


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise BadInput("key-file-missing", path=str(path)) from error
