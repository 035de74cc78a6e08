"""A profile on disk: one folder with the catalogue, the keys, the files and the choices of one desk.

Invariant: one program at a time works on a profile; one that is missing, half-written, damaged or of a newer program is
told apart and left untouched.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from filelock import FileLock, Timeout

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import FILE, Database, create_database, open_database
from hubdesk.errors import ProfileUnusable, StorageFailure
from hubdesk.trust.key_file import FILE as KEYS
from hubdesk.trust.key_file import load_keys, save_keys
from hubdesk.trust.keys import DeskKeys

_LOCK = "in-use"
_WAIT_SECONDS = 5.0


class Profile:
    """An open, locked profile: its `folder`, its `database` and the `desk` id."""

    def __init__(self, folder: Path, lock: FileLock, database: Database) -> None:
        self.folder = folder
        self.database = database
        self._lock = lock
        self._keys: DeskKeys | None = None
        with database.read() as connection:
            self.desk = facts.get_text(connection, facts.DESK_ID) or ""

    @property
    def keys(self) -> DeskKeys:
        """The private keys, read when they are first needed. Raises ProfileUnusable("keys-missing" | "keys-locked")."""
        if self._keys is None:
            self._keys = load_keys(self.folder, self.desk)
        return self._keys

    def close(self) -> None:
        """Fold the log into the catalogue and let the profile go."""
        self.database.close()
        self._lock.release()


def open_profile(folder: Path) -> Profile:
    """Open an existing profile.

    Raises ProfileUnusable("profile-missing" | "profile-locked" | "profile-half-written" | "profile-damaged" |
    "profile-newer"), StorageFailure("disk-refuses").
    """
    if not has_profile(folder):
        code = "profile-half-written" if (folder / KEYS).exists() else "profile-missing"
        raise ProfileUnusable(code, path=str(folder))
    lock = _locked(folder)
    try:
        return Profile(folder, lock, open_database(folder / FILE))
    except BaseException:
        lock.release()
        raise


def has_profile(folder: Path) -> bool:
    """Tell whether there is a profile in `folder`."""
    return (folder / FILE).is_file()


def remove_unused_profile(folder: Path) -> None:
    """Remove a closed profile in which nothing was ever kept: its catalogue, its keys, its lock, an empty folder."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm", KEYS, _LOCK):
        (folder / name).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def create_profile(folder: Path, *, use_keyring: bool = True) -> Profile:
    """Open a profile, making it where there is none. A start that was cut before leaves nothing in the way."""
    if has_profile(folder):
        return open_profile(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _locked(folder)
    except OSError as error:
        raise StorageFailure("disk-refuses", path=str(folder)) from error
    try:
        return Profile(folder, lock, _make(folder, use_keyring))
    except OSError as error:
        lock.release()
        raise StorageFailure("disk-refuses", path=str(folder)) from error
    except BaseException:
        lock.release()
        raise


def _make(folder: Path, use_keyring: bool) -> Database:
    """Write the keys, then the catalogue under another name, and name it last: then the profile exists."""
    if (folder / KEYS).exists():
        (folder / KEYS).replace(folder / f"{KEYS}-unused-{time.time_ns()}")
    keys = DeskKeys.generate()
    save_keys(folder, keys, use_keyring=use_keyring)
    fresh = folder / f"new-{FILE}"
    for left in folder.glob(f"new-{FILE}*"):
        left.unlink()
    database = create_database(fresh)
    with database.write() as connection:
        facts.put_text(connection, facts.DESK_ID, keys.id)
    database.close()
    os.replace(fresh, folder / FILE)  # noqa: PTH105 - the moment the profile exists
    return open_database(folder / FILE)


def _locked(folder: Path) -> FileLock:
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=_WAIT_SECONDS)
    except Timeout as error:
        raise ProfileUnusable("profile-locked", path=str(folder)) from error
    except OSError as error:
        raise StorageFailure("disk-refuses", path=str(folder)) from error
    return lock
