"""What went wrong, in words: what happened, what is safe, what comes next.

Invariant: every error has a sentence; one that nobody foresaw says so, and its code stands under the details.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from hubdesk.errors import HubDeskError
from hubdesk.gui.theme import translate

_CONTEXT = "Sentences"
_SAID: dict[str, tuple[object, object]] = {
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
        QT_TRANSLATE_NOOP(
            "Sentences", "Its files were left as they are. Ask your hub’s coordinator for help."
        ),
    ),
    "profile-half-written": (
        QT_TRANSLATE_NOOP("Sentences", "Setting up this catalogue was interrupted"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Its files were left as they are. Ask your hub’s coordinator for help."
        ),
    ),
    "profile-missing": (
        QT_TRANSLATE_NOOP("Sentences", "There is no catalogue in this folder"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    "invite-unreadable": (
        QT_TRANSLATE_NOOP("Sentences", "This is not an invite that HubDesk can read"),
        QT_TRANSLATE_NOOP("Sentences", "Copy the whole line as it was sent to you. Nothing was changed."),
    ),
    "disk-full": (
        QT_TRANSLATE_NOOP("Sentences", "The disk is full"),
        QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Free some space, then try again."),
    ),
}
_BY_TYPE: dict[str, tuple[object, object]] = {
    "Unreachable": (
        QT_TRANSLATE_NOOP("Sentences", "The hub does not answer"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Everything on this computer stays usable. What waits is sent at the next sync."
        ),
    ),
    "ServerAnswer": (
        QT_TRANSLATE_NOOP("Sentences", "The hub’s answer could not be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed on this computer. Try again later."),
    ),
    "Untrusted": (
        QT_TRANSLATE_NOOP("Sentences", "What arrived does not match its signature"),
        QT_TRANSLATE_NOOP("Sentences", "It was thrown away. What is on this computer was not changed."),
    ),
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
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    "ProfileUnusable": (
        QT_TRANSLATE_NOOP("Sentences", "The catalogue on this computer cannot be opened"),
        QT_TRANSLATE_NOOP("Sentences", "Its files were left as they are."),
    ),
    "StorageFailure": (
        QT_TRANSLATE_NOOP("Sentences", "The disk refused to save"),
        QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe. Free some space, then try again."),
    ),
}
_UNFORESEEN = (
    QT_TRANSLATE_NOOP("Sentences", "Something went wrong that HubDesk did not foresee"),
    QT_TRANSLATE_NOOP("Sentences", "What was saved before is safe."),
)
_DETAILS = QT_TRANSLATE_NOOP("Sentences", "Details: {code}")


def sentence(error: Exception) -> tuple[str, str]:
    """Return (what happened, what is safe and what comes next) for an error, in the language of the window."""
    said = _of(error)
    what, then = (translate(_CONTEXT, str(part)) for part in said)
    details = translate(_CONTEXT, str(_DETAILS)).format(code=_code(error))
    return what, f"{then} {details}"


def _of(error: Exception) -> tuple[object, object]:
    if isinstance(error, HubDeskError):
        if error.code in _SAID:
            return _SAID[error.code]
        for kind in type(error).__mro__:
            if kind.__name__ in _BY_TYPE:
                return _BY_TYPE[kind.__name__]
    return _UNFORESEEN


def _code(error: Exception) -> str:
    return str(error) if isinstance(error, HubDeskError) else type(error).__name__
