"""The private keys on disk: one file that only its owner may read, locked by the platform's keyring or a passphrase.

Invariant: where the platform keeps secrets (keyring) or a passphrase is given, the file is an age file; it is written
whole before the desk's id is used anywhere. The keys are never in the database.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyrage

from hubdesk.errors import ProfileUnusable
from hubdesk.trust.keys import DeskKeys

FILE = "keys"
PASSPHRASE = "HUBDESK_PASSPHRASE"
_SERVICE = "HubDesk"
_AGE = b"age-encryption.org/"


def _platform_secret(name: str, *, make: bool) -> str | None:
    """Return the secret that the platform keeps under `name`; None where the platform keeps none."""
    import keyring  # 100 ms, and only for reading or making the keys
    import keyring.errors

    if keyring.get_keyring().priority < 1:
        return None
    try:
        secret = keyring.get_password(_SERVICE, name)
        if secret is None and make:
            secret = str(pyrage.x25519.Identity.generate())
            keyring.set_password(_SERVICE, name, secret)
        return secret
    except keyring.errors.KeyringError:
        return None


def save_keys(folder: Path, keys: DeskKeys, *, use_keyring: bool) -> None:
    """Write the keys of a desk into `folder`; raises OSError."""
    content = keys.secret_bytes()
    passphrase = os.environ.get(PASSPHRASE, "")
    secret = _platform_secret(keys.id, make=True) if use_keyring and not passphrase else None
    if passphrase:
        content = pyrage.passphrase.encrypt(content, passphrase)
    elif secret is not None:
        content = pyrage.encrypt(content, [pyrage.x25519.Identity.from_str(secret).to_public()])
    fresh = folder / f"{FILE}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / FILE)


def load_keys(folder: Path, desk: str) -> DeskKeys:
    """Read the keys of the desk with the id `desk`.

    Raises ProfileUnusable("keys-missing" | "keys-locked" | "keys-damaged").
    """
    try:
        content = (folder / FILE).read_bytes()
    except OSError as error:
        raise ProfileUnusable("keys-missing", path=str(folder / FILE)) from error
    if content.startswith(_AGE):
        content = _unlocked(content, desk, folder)
    keys = DeskKeys.from_secret_bytes(content)
    if keys.id != desk:
        raise ProfileUnusable("keys-damaged", path=str(folder / FILE))
    return keys


def _unlocked(content: bytes, desk: str, folder: Path) -> bytes:
    passphrase = os.environ.get(PASSPHRASE, "")
    try:
        if passphrase:
            return bytes(pyrage.passphrase.decrypt(content, passphrase))
        secret = _platform_secret(desk, make=False)
        if secret is not None:
            return bytes(pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(secret)]))
    except (pyrage.DecryptError, pyrage.IdentityError):
        pass
    raise ProfileUnusable("keys-locked", path=str(folder / FILE))
