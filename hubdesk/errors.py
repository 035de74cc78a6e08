"""What can go wrong, as codes with data: words for people are made in gui/ and cli/ alone.

Invariant: every error that a person can meet is a HubDeskError whose `code` has a sentence in each interface.
Anything else that escapes is a bug and is reported as one.
"""

from __future__ import annotations


class HubDeskError(Exception):
    """An expected failure.

    `code` is a short lower-case name with hyphens, stable over versions; `data` holds what the sentence needs
    (paths, names, figures), never secrets and never the text of a record.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.data.items())
        return f"{self.code} ({details})" if details else self.code


class BadInput(HubDeskError):
    """What a person or a file gave is not what was asked for; nothing was changed."""


class NotFound(HubDeskError):
    """What was named does not exist here."""


class NotAllowed(HubDeskError):
    """The desk's role does not permit this."""


class Untrusted(HubDeskError):
    """Bytes do not match what was signed, or the signature does not count; they were thrown away."""


class Unreachable(HubDeskError):
    """No answer, a cut, or a time-out: trying again later may help."""


class ServerAnswer(HubDeskError):
    """The server answered, but refused or made no sense."""


class ProfileUnusable(HubDeskError):
    """The profile is missing, locked, damaged, or of a newer program; its files are untouched."""


class StorageFailure(HubDeskError):
    """The disk is full or refuses; what was saved before is safe."""
