"""What went wrong, in words: what happened, what is safe, what comes next.

Invariant: every error has a sentence; one that nobody foresaw says so, and its code stands under the details.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from hubdesk.errors import HubDeskError, StorageFailure
from hubdesk.gui import refusals, road_refusals
from hubdesk.gui.formatting import date, size
from hubdesk.gui.refusals import Said
from hubdesk.gui.theme import translate

CONTEXT: Final = "Sentences"

_KEPT = QT_TRANSLATE_NOOP("Sentences", "What arrived is kept; the rest follows at the next attempt.")
_NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")
_ASK_NEW = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Ask whoever sent it for a new one.")
_FILES_LEFT = QT_TRANSLATE_NOOP(
    "Sentences", "Its files were left as they are. Ask your hub’s coordinator for help."
)
_NO_SENDING = QT_TRANSLATE_NOOP("Sentences", "What is here can be read, but nothing can be sent.")
_SPACE = QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Free some space, then try again.")
_OTHERWISE = QT_TRANSLATE_NOOP(
    "Sentences", "Nothing was changed. Keep one of the two, or write a sentence of your own."
)
_COMES = QT_TRANSLATE_NOOP("Sentences", "It may have been withdrawn, or come with the next sync.")
_NOT_ATTACHED = QT_TRANSLATE_NOOP("Sentences", "Nothing was attached; the draft is as it was.")

_AS_GIVEN: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "This could not be used as it was given"),
    _NOTHING_CHANGED,
)
_NOT_PERMITTED: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "Your role does not permit this"),
    QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. A coordinator of the hub can do it."),
)
_PROGRAM: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "A file of this program cannot be used"),
    QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Install HubDesk again."),
)
_KEYS_UNREADABLE: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The keys of this desk cannot be read"),
    _NO_SENDING,
)
_NOT_LISTED: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "This file is not on the list of files to come"),
    QT_TRANSLATE_NOOP("Sentences", "It may be here already, or was taken off the list."),
)
_NOT_OPEN: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "This proposal is not open any more"),
    QT_TRANSLATE_NOOP("Sentences", "It was taken back, replaced or settled meanwhile."),
)

BY_CODE: Final[dict[str, Said]] = {
    **refusals.BY_CODE,
    **road_refusals.BY_CODE,
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
        QT_TRANSLATE_NOOP("Sentences", "The catalogue on this computer is damaged"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "HubDesk can bring the newest copy back, with what you wrote since. The damaged one is kept.",
        ),
    ),
    "profile-gone": (
        QT_TRANSLATE_NOOP("Sentences", "The catalogue on this computer is missing"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Its copies are here, with what you wrote. The command “hubdesk backups restore” brings it back.",
        ),
    ),
    "profile-closed": (
        QT_TRANSLATE_NOOP("Sentences", "The catalogue was closed meanwhile"),
        QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Start HubDesk again."),
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
    "keys-damaged": _KEYS_UNREADABLE,
    "not-keys": _KEYS_UNREADABLE,
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
    "backup-no-room": (
        QT_TRANSLATE_NOOP("Sentences", "There is no room for today’s copy of the catalogue"),
        QT_TRANSLATE_NOOP("Sentences", "It needs {needed}, and {free} are free. The earlier copies stay."),
    ),
    "backup-flawed": (
        QT_TRANSLATE_NOOP("Sentences", "Something in the catalogue is not as it was written"),
        QT_TRANSLATE_NOOP("Sentences", "This copy was not kept. The earlier copies stay."),
    ),
    "backup-damaged": (
        QT_TRANSLATE_NOOP("Sentences", "This copy of the catalogue is damaged"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Use another one."),
    ),
    "no-such-backup": (
        QT_TRANSLATE_NOOP("Sentences", "There is no such copy of the catalogue"),
        _NOTHING_CHANGED,
    ),
    "no-backup": (
        QT_TRANSLATE_NOOP("Sentences", "There is no good copy of the catalogue"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Nothing was changed. What is published comes from the hub with a new invite."
        ),
    ),
    "kind-unreadable": _PROGRAM,
    "vocabulary-unreadable": _PROGRAM,
    # limits
    "cap-reached": (
        QT_TRANSLATE_NOOP("Sentences", "The limit of this month, {cap}, is used up"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Nothing is lost; it goes on from {renews}. To go on now, raise it in the settings."
        ),
    ),
    "cap-reserved": (
        QT_TRANSLATE_NOOP("Sentences", "What is left of this month’s {cap} is kept for records"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Files go on from {renews}. To go on now, raise the limit in the settings."
        ),
    ),
    "outside-hours": (
        QT_TRANSLATE_NOOP("Sentences", "Files come by themselves between {first} and {last} only"),
        QT_TRANSLATE_NOOP("Sentences", "What you ask for yourself comes at once."),
    ),
    "metered": (
        QT_TRANSLATE_NOOP("Sentences", "This link is paid by volume, so nothing comes by itself"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What you ask for yourself comes at once. The settings can allow the rest."
        ),
    ),
    "files-off": (
        QT_TRANSLATE_NOOP("Sentences", "The list of files to come rests"),
        QT_TRANSLATE_NOOP("Sentences", "It stays as it is. Choose in the settings which files may come."),
    ),
    "not-a-limit": (QT_TRANSLATE_NOOP("Sentences", "This limit cannot be set"), _NOTHING_CHANGED),
    "limit-too-small": (
        QT_TRANSLATE_NOOP("Sentences", "This limit is too small"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. The least is {least}."),
    ),
    "not-hours": (
        QT_TRANSLATE_NOOP("Sentences", "These hours cannot be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Give two different times of the day."),
    ),
    "no-such-download": _NOT_LISTED,
    "not-a-download": _NOT_LISTED,
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
    "nonsense": (
        QT_TRANSLATE_NOOP("Sentences", "The answer is not one of a HubDesk server"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. A proxy on the way may be answering instead."),
    ),
    "not-a-message": (
        QT_TRANSLATE_NOOP("Sentences", "This version cannot read what the other side sent"),
        _NOTHING_CHANGED,
    ),
    "url-not-usable": (
        QT_TRANSLATE_NOOP("Sentences", "The server’s address cannot be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was sent to it. Ask your hub’s coordinator."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Sentences", "The hub has too much to do"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. Try again in a few minutes."),
    ),
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
    "no-such-record": (QT_TRANSLATE_NOOP("Sentences", "This record is not on this computer"), _COMES),
    "no-such-collection": (
        QT_TRANSLATE_NOOP("Sentences", "This collection is not on this computer"),
        _COMES,
    ),
    "no-such-file": (QT_TRANSLATE_NOOP("Sentences", "The record has no such file"), _NOTHING_CHANGED),
    "which-file": (
        QT_TRANSLATE_NOOP("Sentences", "The record has more than one file"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Choose one of them."),
    ),
    "no-draft": (
        QT_TRANSLATE_NOOP("Sentences", "There is no draft of this record"),
        QT_TRANSLATE_NOOP("Sentences", "It may have been proposed or deleted meanwhile."),
    ),
    "nothing-pending": (
        QT_TRANSLATE_NOOP("Sentences", "Nothing of this record waits to be sent"),
        QT_TRANSLATE_NOOP("Sentences", "It was settled or taken back meanwhile."),
    ),
    "nothing-to-accept": _NOT_OPEN,
    "nothing-to-return": _NOT_OPEN,
    "nothing-to-restore": (
        QT_TRANSLATE_NOOP("Sentences", "This version has no content to bring back"),
        _NOTHING_CHANGED,
    ),
    "never-published": (
        QT_TRANSLATE_NOOP("Sentences", "This record was never published"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Delete its draft instead."),
    ),
    "reason-missing": (
        QT_TRANSLATE_NOOP("Sentences", "The reason is missing"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Say why; it stays in the history."),
    ),
    "comment-missing": (
        QT_TRANSLATE_NOOP("Sentences", "The comment is missing"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Say why; the author reads it."),
    ),
    "too-large": (
        QT_TRANSLATE_NOOP("Sentences", "This is larger than a record may be"),
        QT_TRANSLATE_NOOP("Sentences", "What you wrote stays here. Shorten it, then try again."),
    ),
    "no-such-clash": (
        QT_TRANSLATE_NOOP("Sentences", "There is nothing left to decide here"),
        QT_TRANSLATE_NOOP("Sentences", "It was decided meanwhile. Nothing was changed."),
    ),
    "not-a-choice": (QT_TRANSLATE_NOOP("Sentences", "This is not one of the choices"), _OTHERWISE),
    "cannot-join": (QT_TRANSLATE_NOOP("Sentences", "What both sides say cannot be joined"), _OTHERWISE),
    "not-proposable": (
        QT_TRANSLATE_NOOP("Sentences", "Decided like this, the record could not be proposed"),
        _OTHERWISE,
    ),
    "nothing-held": (
        QT_TRANSLATE_NOOP("Sentences", "Nothing of this collection waits for you any more"),
        _NOTHING_CHANGED,
    ),
    "not-an-id": _AS_GIVEN,
    "not-a-revision": _AS_GIVEN,
    "not-a-revision-hash": _AS_GIVEN,
    "not-a-collection": _AS_GIVEN,
    "not-canonical": _AS_GIVEN,
    "not-json": _AS_GIVEN,
    "revision-not-held": (
        QT_TRANSLATE_NOOP("Sentences", "This earlier version is not on this computer"),
        QT_TRANSLATE_NOOP("Sentences", "It comes from the hub when there is a connection."),
    ),
    # publishing
    "not-a-coordinator": (
        QT_TRANSLATE_NOOP("Sentences", "This desk does not coordinate that hub"),
        _NOTHING_CHANGED,
    ),
    "role": _NOT_PERMITTED,
    "held-first": (
        QT_TRANSLATE_NOOP("Sentences", "The newest version of this collection waits to be looked at"),
        QT_TRANSLATE_NOOP(
            "Sentences", "It would withdraw many records. Take it first; what was accepted stays accepted."
        ),
    ),
    "withdrawals-unconfirmed": (
        QT_TRANSLATE_NOOP("Sentences", "This would withdraw a great part of the collection"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Nothing was signed. If it is meant, publish again and type the number, {count}.",
        ),
    ),
}
OF_THIS_DISK: Final[dict[str, Said]] = {
    # codes that mean something else when a server says them
    "busy": (
        QT_TRANSLATE_NOOP("Sentences", "Another program holds the catalogue"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Try again."),
    ),
}
BY_TYPE: Final[dict[str, Said]] = {
    "Unreachable": BY_CODE["no-answer"],
    "ServerAnswer": (
        QT_TRANSLATE_NOOP("Sentences", "The hub’s answer could not be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed on this computer. Try again later."),
    ),
    "Untrusted": refusals.NOT_SIGNED,
    "NotAllowed": _NOT_PERMITTED,
    "NotFound": (QT_TRANSLATE_NOOP("Sentences", "This is not on this computer"), _COMES),
    "BadInput": _AS_GIVEN,
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
_BYTES: Final = {"cap", "free", "least", "needed"}
_DETAILS = QT_TRANSLATE_NOOP("Sentences", "Details: {code}")


def sentence(error: Exception) -> tuple[str, str]:
    """Return (what happened, what is safe and what comes next) for an error, in the language of the window."""
    what, then = (_filled(translate(CONTEXT, str(part)), error) for part in _said_of(error))
    details = translate(CONTEXT, str(_DETAILS)).format(code=_code(error))
    return what, f"{then} {details}"


def _said_of(error: Exception) -> Said:
    if isinstance(error, HubDeskError):
        if isinstance(error, StorageFailure) and error.code in OF_THIS_DISK:
            return OF_THIS_DISK[error.code]
        if error.code in BY_CODE:
            return BY_CODE[error.code]
        for kind in type(error).__mro__:
            if kind.__name__ in BY_TYPE:
                return BY_TYPE[kind.__name__]
    return UNFORESEEN


def _filled(text: str, error: Exception) -> str:
    data = error.data if isinstance(error, HubDeskError) else {}
    shown = {name: _shown(name, value) for name, value in data.items()}
    return text.format_map(defaultdict(str, shown)) if "{" in text else text


def _shown(name: str, value: object) -> str:
    """Return one piece of an error's data as people read it."""
    if name in _BYTES and isinstance(value, int):
        return size(value)
    return date(str(value)) if name == "renews" else str(value)


def _code(error: Exception) -> str:
    return error.code if isinstance(error, HubDeskError) else type(error).__name__
