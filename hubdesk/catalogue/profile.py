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
from hubdesk.catalogue.blobs import disk_errors
from hubdesk.catalogue.database import FILE, Database, create_database, open_database, read_database
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.journal import Journal
from hubdesk.errors import BadInput, HubDeskError, ProfileUnusable, StorageFailure
from hubdesk.trust.key_file import FILE as KEYS
from hubdesk.trust.key_file import load_keys, save_keys
from hubdesk.trust.keys import DeskKeys

LOCK = "in-use"
SECOND = "backups"
_WAIT_SECONDS = 5.0


class Profile:
    """An open profile: its `folder`, its `database`, its `journal` and the `desk` id. `put_back` is what only the journal knew
    when it was opened, None where that was nothing. Without a `lock` another program is at work on it, and it is read alone."""

    def __init__(self, folder: Path, lock: FileLock | None, database: Database) -> None:
        self.folder = folder
        self.database = database
        self._lock = lock
        self._keys: DeskKeys | None = None
        self.journal = Journal(folder / JOURNAL)
        self.put_back = self.journal.attach(database) if lock is not None else None
        with database.read() as connection:
            self.desk = facts.get_text(connection, facts.DESK_ID) or ""

    @property
    def is_mine(self) -> bool:
        """Whether this program may write here."""
        return self._lock is not None

    @property
    def keys(self) -> DeskKeys:
        """The private keys, read when they are first needed. Raises ProfileUnusable("keys-missing" | "keys-locked")."""
        if self._keys is None:
            self._keys = _load_keys(self.folder, self.desk)
        return self._keys

    def close(self) -> None:
        """Fold the log into the catalogue and let the profile go."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()


def _load_keys(folder: Path, desk: str) -> DeskKeys:
    """Load the keys, and see that there is a second copy; where the first cannot be read, the copy takes its place."""
    copy = folder / SECOND / KEYS
    try:
        keys = load_keys(folder, desk)
    except (ProfileUnusable, BadInput) as error:
        keys = _second_keys(folder, desk, error)
    if not copy.exists():
        _copy_keys(folder / KEYS, copy)
    return keys


def _second_keys(folder: Path, desk: str, error: HubDeskError) -> DeskKeys:
    """Put the copy in the place of a key file that cannot be read; where it is no better, raise `error`."""
    try:
        keys = load_keys(folder / SECOND, desk)
    except (ProfileUnusable, BadInput):
        raise error from None
    if (folder / KEYS).exists():
        (folder / KEYS).replace(folder / f"{KEYS}-damaged-{time.time_ns()}")
    _copy_keys(folder / SECOND / KEYS, folder / KEYS)
    return keys


def _copy_keys(source: Path, target: Path) -> None:
    """Copy the key file as it is, locked as it is, for its owner alone."""
    with disk_errors(target):
        target.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = target.with_name(f"{KEYS}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(source.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)


def open_profile(folder: Path) -> Profile:
    """Open an existing profile.

    Raises ProfileUnusable("profile-missing" | "profile-gone" | "profile-locked" | "profile-half-written" | "profile-damaged" |
    "profile-newer"), StorageFailure("disk-refuses").
    """
    if not has_profile(folder):
        _refuse_if_gone(folder)
        code = "profile-half-written" if (folder / KEYS).exists() else "profile-missing"
        raise ProfileUnusable(code, path=str(folder))
    return _opened(folder, locked(folder))


def _opened(folder: Path, lock: FileLock) -> Profile:
    try:
        return Profile(folder, lock, open_database(folder / FILE))
    except BaseException:
        lock.release()
        raise


def read_profile(folder: Path) -> Profile:
    """Open an existing profile as `open_profile`; where another program is at work on it, to read alone, at once."""
    if not has_profile(folder):
        return open_profile(folder)  # says what is missing
    try:
        lock = locked(folder, seconds=0)
    except ProfileUnusable:
        return Profile(folder, None, read_database(folder / FILE))
    return _opened(folder, lock)


def _refuse_if_gone(folder: Path) -> None:
    """Raise ProfileUnusable("profile-gone") where a catalogue is missing that a restore would bring back."""
    if (folder / JOURNAL).exists() or any((folder / SECOND).glob("*.zst")):
        raise ProfileUnusable("profile-gone", path=str(folder / FILE))


def has_profile(folder: Path) -> bool:
    """Tell whether there is a profile in `folder`."""
    return (folder / FILE).is_file()


def remove_unused_profile(folder: Path) -> None:
    """Remove a closed profile in which nothing was ever kept: its catalogue, its keys, its lock, an empty folder."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm", KEYS, JOURNAL, LOCK):
        (folder / name).unlink(missing_ok=True)
    (folder / SECOND / KEYS).unlink(missing_ok=True)
    if (folder / SECOND).is_dir() and not any((folder / SECOND).iterdir()):
        (folder / SECOND).rmdir()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def create_profile(folder: Path, *, use_keyring: bool = True) -> Profile:
    """Open a profile, making it where there is none. A start that was cut before leaves nothing in the way."""
    if has_profile(folder):
        return open_profile(folder)
    _refuse_if_gone(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = locked(folder)
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
    _copy_keys(folder / KEYS, folder / SECOND / KEYS)
    fresh = folder / f"new-{FILE}"
    for left in folder.glob(f"new-{FILE}*"):
        left.unlink()
    database = create_database(fresh)
    with database.write() as connection:
        facts.put_text(connection, facts.DESK_ID, keys.id)
    database.close()
    os.replace(fresh, folder / FILE)  # noqa: PTH105 - the moment the profile exists
    return open_database(folder / FILE)


def locked(folder: Path, seconds: float = _WAIT_SECONDS) -> FileLock:
    """Let nobody else work on a profile, waiting for another to end. Raises ProfileUnusable("profile-locked"),
    StorageFailure."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=seconds)
    except Timeout as error:
        raise ProfileUnusable("profile-locked", path=str(folder)) from error
    except OSError as error:
        raise StorageFailure("disk-refuses", path=str(folder)) from error
    return lock
