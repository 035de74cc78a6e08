"""How the private keys on this computer are protected, as their file tells.

Invariant: only the file's first bytes are read, never a key.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from hubdesk.trust.key_file import FILE

KeyState = Literal["keyring", "passphrase", "plain", "missing"]
_AGE = b"age-encryption.org/"
_PASSPHRASE = b"-> scrypt "


def key_state(profile: Path) -> KeyState:
    """Tell what locks the keys of a profile: the platform's keyring, a passphrase (age, C2SP), or nothing."""
    try:
        with (profile / FILE).open("rb") as file:
            start = file.read(256)
    except OSError:
        return "missing"
    if not start.startswith(_AGE):
        return "plain"
    return "passphrase" if _PASSPHRASE in start else "keyring"
