"""What went wrong, in words: what happened, what is safe, what comes next.

Invariant: every error has a sentence; one that nobody foresaw says so, and its code stands under the details.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from hubdesk.errors import HubDeskError
from hubdesk.gui.theme import translate

CONTEXT: Final = "Sentences"
Said = tuple[object, object]
"""What happened; what is safe and what comes next."""

_KEPT = QT_TRANSLATE_NOOP("Sentences", "What arrived is kept; the rest follows at the next attempt.")
_NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")
_ASK_NEW = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Ask whoever sent it for a new one.")
_FILES_LEFT = QT_TRANSLATE_NOOP(
    "Sentences", "Its files were left as they are. Ask your hub’s coordinator for help."
)
_NO_SENDING = QT_TRANSLATE_NOOP("Sentences", "What is here can be read, but nothing can be sent.")
_SPACE = QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Free some space, then try again.")
_WAITS = QT_TRANSLATE_NOOP("Sentences", "What waits here stays. Try again later.")
_THROWN = QT_TRANSLATE_NOOP("Sentences", "It was thrown away. What is on this computer was not changed.")
_NOT_ATTACHED = QT_TRANSLATE_NOOP("Sentences", "Nothing was attached; the draft is as it was.")

BY_CODE: Final[dict[str, Said]] = {
    # the profile and the disk
    "profile-locked": (
        QT_TRANSLATE_NOOP("Sentences", "HubDesk is already open with this catalogue"),
        QT_TRANSLATE_NOOP("Sentences", "Close the other window, then start again. Nothing was changed."),
    ),
    "profile-newer": (
        QT_TRANSLATE_NOOP("Sentences", "This catalogue was written by a newer HubDesk"),
        QT_TRANSLATE_NOOP(
            "Sentences", "This version leaves it untouched. Install the newer version to open it."
        ),
    ),
    "profile-damaged": (
        QT_TRANSLATE_NOOP("Sentences", "The catalogue on this computer cannot be read"),
        _FILES_LEFT,
    ),
    "profile-half-written": (
        QT_TRANSLATE_NOOP("Sentences", "Setting up this catalogue was interrupted"),
        _FILES_LEFT,
    ),
    "profile-missing": (
        QT_TRANSLATE_NOOP("Sentences", "There is no catalogue in this folder"),
        _NOTHING_CHANGED,
    ),
    "keys-missing": (QT_TRANSLATE_NOOP("Sentences", "The keys of this desk are missing"), _NO_SENDING),
    "keys-damaged": (QT_TRANSLATE_NOOP("Sentences", "The keys of this desk cannot be read"), _NO_SENDING),
    "keys-locked": (
        QT_TRANSLATE_NOOP("Sentences", "The keys of this desk are locked"),
        QT_TRANSLATE_NOOP("Sentences", "Unlock the keyring of this computer, then try again."),
    ),
    "disk-full": (QT_TRANSLATE_NOOP("Sentences", "The disk is full"), _SPACE),
    "disk-refuses": (
        QT_TRANSLATE_NOOP("Sentences", "The disk refuses to read or write"),
        QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Look at the folder {path}."),
    ),
    "backup-failed": (
        QT_TRANSLATE_NOOP("Sentences", "The copy that is made before an upgrade could not be written"),
        QT_TRANSLATE_NOOP("Sentences", "The catalogue was not upgraded. Free some space, then start again."),
    ),
    # the line
    "no-answer": (
        QT_TRANSLATE_NOOP("Sentences", "The hub does not answer"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Everything on this computer stays usable. What waits is sent at the next sync."
        ),
    ),
    "cut": (QT_TRANSLATE_NOOP("Sentences", "The link went down"), _KEPT),
    "stalled": (QT_TRANSLATE_NOOP("Sentences", "Nothing came over the link for a while"), _KEPT),
    "stopped": (QT_TRANSLATE_NOOP("Sentences", "Stopped by you"), _KEPT),
    "wrong-server": (
        QT_TRANSLATE_NOOP("Sentences", "The server is not the one that the invite named"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was sent to it. Ask your hub’s coordinator."),
    ),
    "too-many-requests": (
        QT_TRANSLATE_NOOP("Sentences", "The hub asks to wait"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. Try again in a few minutes."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Sentences", "The hub has too much to do"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. Try again in a few minutes."),
    ),
    "desk-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not know this desk"),
        QT_TRANSLATE_NOOP("Sentences", "Everything here stays. Ask your hub’s coordinator for a new invite."),
    ),
    "blob-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not have this file"),
        QT_TRANSLATE_NOOP("Sentences", "It may have been removed. Ask the record’s hub."),
    ),
    "blob-mismatch": (
        QT_TRANSLATE_NOOP("Sentences", "The file that arrived is not the one that was signed"),
        _THROWN,
    ),
    "quota": (
        QT_TRANSLATE_NOOP("Sentences", "The server takes no more files from this desk for now"),
        _WAITS,
    ),
    "storage": (QT_TRANSLATE_NOOP("Sentences", "The server’s disk is full or refuses"), _WAITS),
    "no-hub-joined": (
        QT_TRANSLATE_NOOP("Sentences", "This desk has not joined a hub yet"),
        QT_TRANSLATE_NOOP("Sentences", "Join one with an invite; then this has a place to go."),
    ),
    # invites
    "invite-unreadable": (
        QT_TRANSLATE_NOOP("Sentences", "This is not an invite that HubDesk can read"),
        QT_TRANSLATE_NOOP("Sentences", "Copy the whole line as it was sent to you. Nothing was changed."),
    ),
    "invite-used": (QT_TRANSLATE_NOOP("Sentences", "This invite was used already"), _ASK_NEW),
    "invite-expired": (QT_TRANSLATE_NOOP("Sentences", "This invite is too old"), _ASK_NEW),
    "invite-unknown": (QT_TRANSLATE_NOOP("Sentences", "The server does not know this invite"), _ASK_NEW),
    "invite-elsewhere": (QT_TRANSLATE_NOOP("Sentences", "This invite is for another hub"), _ASK_NEW),
    "other-centre": (
        QT_TRANSLATE_NOOP("Sentences", "This desk belongs to another Centre already"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Use another profile for this invite."),
    ),
    # records and files
    "file-missing": (QT_TRANSLATE_NOOP("Sentences", "There is no such file"), _NOT_ATTACHED),
    "file-not-a-file": (QT_TRANSLATE_NOOP("Sentences", "This is not a file"), _NOT_ATTACHED),
    "file-unreadable": (QT_TRANSLATE_NOOP("Sentences", "The file cannot be read"), _NOT_ATTACHED),
    "file-too-large": (QT_TRANSLATE_NOOP("Sentences", "The file is too large"), _NOT_ATTACHED),
    "file-changed": (
        QT_TRANSLATE_NOOP("Sentences", "The file changed while it was read"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Nothing was attached. Close it in the other program, then try again."
        ),
    ),
    "wrong-place": (
        QT_TRANSLATE_NOOP("Sentences", "Records of this kind may not stand there"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Choose another place for it."),
    ),
    "revision-not-held": (
        QT_TRANSLATE_NOOP("Sentences", "This earlier version is not on this computer"),
        QT_TRANSLATE_NOOP("Sentences", "It comes from the hub when there is a connection."),
    ),
    # publishing
    "not-a-coordinator": (
        QT_TRANSLATE_NOOP("Sentences", "This desk does not coordinate that hub"),
        _NOTHING_CHANGED,
    ),
    "publication-refused": (
        QT_TRANSLATE_NOOP("Sentences", "The server refused the publication"),
        QT_TRANSLATE_NOOP("Sentences", "What was accepted stays accepted. Sync, then try again."),
    ),
    "outdated": (
        QT_TRANSLATE_NOOP("Sentences", "Another desk published faster"),
        QT_TRANSLATE_NOOP("Sentences", "What was accepted stays accepted. Sync, then try again."),
    ),
    "server-behind": (
        QT_TRANSLATE_NOOP("Sentences", "The server holds less than this desk"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It may have been restored from an older copy. Nothing was changed; tell who runs it.",
        ),
    ),
    "time-ahead": (
        QT_TRANSLATE_NOOP("Sentences", "The clock of this computer is ahead"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What was accepted stays accepted. Set the clock, then publish again."
        ),
    ),
    "equivocation": (
        QT_TRANSLATE_NOOP("Sentences", "The same version was signed twice with different content"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What is on this computer stays as it is. Tell the hub and the Secretariat."
        ),
    ),
}
BY_TYPE: Final[dict[str, Said]] = {
    "Unreachable": BY_CODE["no-answer"],
    "ServerAnswer": (
        QT_TRANSLATE_NOOP("Sentences", "The hub’s answer could not be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed on this computer. Try again later."),
    ),
    "Untrusted": (QT_TRANSLATE_NOOP("Sentences", "What arrived does not match its signature"), _THROWN),
    "NotAllowed": (
        QT_TRANSLATE_NOOP("Sentences", "Your role does not permit this"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. A coordinator of the hub can do it."),
    ),
    "NotFound": (
        QT_TRANSLATE_NOOP("Sentences", "This is not on this computer"),
        QT_TRANSLATE_NOOP("Sentences", "It may have been withdrawn, or come with the next sync."),
    ),
    "BadInput": (
        QT_TRANSLATE_NOOP("Sentences", "This could not be used as it was given"),
        _NOTHING_CHANGED,
    ),
    "ProfileUnusable": (
        QT_TRANSLATE_NOOP("Sentences", "The catalogue on this computer cannot be opened"),
        _FILES_LEFT,
    ),
    "StorageFailure": (QT_TRANSLATE_NOOP("Sentences", "The disk refused to save"), _SPACE),
}
UNFORESEEN: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "Something went wrong that HubDesk did not foresee"),
    QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe."),
)
_DETAILS = QT_TRANSLATE_NOOP("Sentences", "Details: {code}")


def sentence(error: Exception) -> tuple[str, str]:
    """Return (what happened, what is safe and what comes next) for an error, in the language of the window."""
    what, then = (_filled(translate(CONTEXT, str(part)), error) for part in _said_of(error))
    details = translate(CONTEXT, str(_DETAILS)).format(code=_code(error))
    return what, f"{then} {details}"


def _said_of(error: Exception) -> Said:
    if isinstance(error, HubDeskError):
        if error.code in BY_CODE:
            return BY_CODE[error.code]
        for kind in type(error).__mro__:
            if kind.__name__ in BY_TYPE:
                return BY_TYPE[kind.__name__]
    return UNFORESEEN


def _filled(text: str, error: Exception) -> str:
    data = error.data if isinstance(error, HubDeskError) else {}
    return text.format_map({"path": "", **data}) if "{" in text else text


def _code(error: Exception) -> str:
    return error.code if isinstance(error, HubDeskError) else type(error).__name__
