"""An edition for named desks: one age file (age-encryption.org/v1) whose content is the zip.

Invariant: no byte of its content reaches a disk unsealed; memory is bounded by the pieces of a stream.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pyrage

from hubdesk.catalogue.recipients import KnownDesk
from hubdesk.errors import BadInput, NotAllowed, NotFound, StorageFailure
from hubdesk.packages.disk import Steady
from hubdesk.packages.options import Options
from hubdesk.packages.watch import Watch
from hubdesk.packages.zipping import Zipped
from hubdesk.trust.admission import may_read

_HEAD = b"age-encryption.org/v1\n"


def sealed_for(known: Iterable[KnownDesk], options: Options) -> list[str]:
    """Return the age recipients that `options` name, those of desks by what is known of these.

    Raises NotFound("edition-desk"), NotAllowed("edition-desk-over") for a desk that is revoked, NotAllowed
    ("edition-not-theirs") for one known not to be let into a collection of the edition; whom a bare recipient belongs
    to nobody can tell.
    """
    roles, recipients, by_recipient = _known(known)
    found = []
    for text in options.recipients:
        recipient = text if text.startswith("age1") else recipients.get(text.lower())
        if recipient is None:
            raise NotFound("edition-desk", desk=text[:80])
        named = by_recipient.get(recipient)
        if named is not None and not roles[named]:
            raise NotAllowed("edition-desk-over", desk=named)
        for collection in options.collections or []:
            if named is not None and not may_read(collection, roles[named]):
                raise NotAllowed("edition-not-theirs", desk=named, collection=collection)
        found.append(recipient)
    return sorted(set(found))


def readable(known: Iterable[KnownDesk], options: Options) -> Callable[[str], bool]:
    """Return what tells whether all for whom an edition is sealed may read a collection that it does not hold, but what is
    carried in it may have words of; of a bare recipient nobody can tell, so for one only the person's choice counts."""
    roles, _, by_recipient = _known(known)
    desks = [
        by_recipient.get(text) if text.startswith("age1") else text.lower() for text in options.recipients
    ]

    def may(collection: str) -> bool:
        return all(
            collection in (options.collections or [])
            if desk is None
            else may_read(collection, roles.get(desk, {}))
            for desk in desks
        )

    return may


def _known(
    known: Iterable[KnownDesk],
) -> tuple[dict[str, dict[str, str]], dict[str, str], dict[str, str]]:
    """Return of the desks that are known hub -> role and recipient, by desk, and who has a recipient."""
    roles: dict[str, dict[str, str]] = {}
    recipients: dict[str, str] = {}
    for desk in known:
        recipients[desk.desk] = desk.recipient
        mandates = roles.setdefault(desk.desk, {})
        if not desk.is_over:
            mandates[desk.hub] = desk.role
    return roles, recipients, {recipient: desk for desk, recipient in recipients.items()}


class Sealed(Zipped):
    """An age file for `recipients` (age1...), claimed for one new edition.

    Raises BadInput("not-a-recipient"), and what Zipped raises.
    """

    is_sealed = True

    def __init__(self, path: Path, recipients: Sequence[str], watch: Watch) -> None:
        super().__init__(path, watch)
        try:
            self._recipients = [pyrage.x25519.Recipient.from_str(text) for text in recipients]
        except pyrage.RecipientError as error:
            raise BadInput("not-a-recipient") from error

    def _is_ours(self) -> bool:
        with self._path.open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD

    def _save(self, pieces: Iterator[bytes]) -> tuple[bytes, int]:
        with self._part.open("xb") as file:
            source, sink = _Source(pieces), _Sink(file)
            try:
                pyrage.encrypt_io(source, sink, self._recipients)
            except pyrage.EncryptError as error:
                raise (
                    source.error or sink.error or StorageFailure("disk-refuses", path=str(self._path))
                ) from error
            if sink.error is not None:  # what the last write says is not passed on
                raise sink.error
        return sink.written.sha256, sink.written.size


class _Source:
    """A stream as something that can be read, keeping the error that pyrage makes a text of."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Return at most `size` bytes, none at the end."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._pieces))
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        given = self._rest[:size] if size >= 0 else self._rest
        self._rest = self._rest[len(given) :]
        return bytes(given)


class _Sink:
    """A file that is written, keeping the first error."""

    def __init__(self, file: io.BufferedWriter) -> None:
        self.written = Steady(file)
        self.error: BaseException | None = None

    def write(self, content: bytes) -> int:
        """Write all of it."""
        try:
            return self.written.write(content)
        except BaseException as error:
            self.error = self.error or error
            raise

    def flush(self) -> None:
        """Leave it to the end, when the disk is waited for."""
