"""What a server refused, and what arrived from it and was not believed, in words.

Invariant: nothing here asks for data of an error: a server may leave it out.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

Said = tuple[object, object]
"""What happened; what is safe and what comes next."""

_WAITS = QT_TRANSLATE_NOOP("Sentences", "What waits here stays. Try again later.")
_WAITS_ASK = QT_TRANSLATE_NOOP("Sentences", "What waits here stays. Ask your hub’s coordinator.")
_ACCEPTED = QT_TRANSLATE_NOOP("Sentences", "What was accepted stays accepted. Sync, then try again.")
_THROWN = QT_TRANSLATE_NOOP("Sentences", "It was thrown away. What is on this computer was not changed.")
_THROWN_AGAIN = QT_TRANSLATE_NOOP(
    "Sentences", "It was thrown away; what was checked before is kept. Try again."
)
_AGAIN = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Try again.")
_SOON = QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. Try again in a few minutes.")
_NOBODY = QT_TRANSLATE_NOOP("Sentences", "Nobody was let in. Ask your hub’s coordinator.")

NOT_SIGNED: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "What arrived does not match its signature"),
    _THROWN,
)
_CUT: Final[Said] = (QT_TRANSLATE_NOOP("Sentences", "The server cannot go on where it was cut"), _WAITS)
_ON_THE_WAY: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The server did not understand what was sent"),
    QT_TRANSLATE_NOOP("Sentences", "What waits here stays. A proxy on the way may have changed it."),
)
_CHANGES: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The server cannot use the changes that were sent"),
    _WAITS_ASK,
)
_NO_FIT: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The changes that arrived do not fit what is here"),
    _THROWN,
)
_DAMAGED: Final[Said] = (QT_TRANSLATE_NOOP("Sentences", "What arrived is damaged"), _THROWN_AGAIN)
_HUBS: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The list of hubs that arrived cannot be trusted"),
    _THROWN,
)
_OUTCOME: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "An answer to a proposal cannot be used"),
    QT_TRANSLATE_NOOP("Sentences", "It was thrown away. The proposal stays here."),
)

BY_CODE: Final[dict[str, Said]] = {
    # the server's own troubles
    "quota": (
        QT_TRANSLATE_NOOP("Sentences", "The server takes no more files from this desk for now"),
        _WAITS,
    ),
    "storage": (QT_TRANSLATE_NOOP("Sentences", "The server’s disk is full or refuses"), _WAITS),
    "too-many-requests": (QT_TRANSLATE_NOOP("Sentences", "The hub asks to wait"), _SOON),
    "too-many": (QT_TRANSLATE_NOOP("Sentences", "This is more than the server takes at once"), _WAITS),
    "too-slow": (QT_TRANSLATE_NOOP("Sentences", "The server gave up waiting for this desk"), _WAITS),
    "stopping": (QT_TRANSLATE_NOOP("Sentences", "The server is being stopped"), _WAITS),
    "internal": (QT_TRANSLATE_NOOP("Sentences", "The server made a mistake of its own"), _WAITS),
    "no-such-thing": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not know what was asked for"),
        QT_TRANSLATE_NOOP("Sentences", "It may be older than this program. Nothing was changed."),
    ),
    "counter": (
        QT_TRANSLATE_NOOP("Sentences", "The server takes this request for one that it has seen"),
        _AGAIN,
    ),
    "desk-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not know this desk"),
        QT_TRANSLATE_NOOP("Sentences", "Everything here stays. Ask your hub’s coordinator for a new invite."),
    ),
    # files
    "token": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not let this desk have the file any more"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. A new sync asks for a new permission."),
    ),
    "range": _CUT,
    "offset": _CUT,
    "hash": (QT_TRANSLATE_NOOP("Sentences", "The server received something else than was sent"), _WAITS),
    "content-range": _ON_THE_WAY,
    "length-missing": _ON_THE_WAY,
    "blob-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not have this file"),
        QT_TRANSLATE_NOOP("Sentences", "It may have been removed. Ask the record’s hub."),
    ),
    "blob-mismatch": (
        QT_TRANSLATE_NOOP("Sentences", "The file that arrived is not the one that was signed"),
        _THROWN,
    ),
    "blob-size": (
        QT_TRANSLATE_NOOP("Sentences", "The file that arrived has not the size that was stated"),
        _THROWN,
    ),
    "chunk-false": (
        QT_TRANSLATE_NOOP("Sentences", "A part of the file that arrived does not belong to it"),
        _THROWN_AGAIN,
    ),
    "not-at-source": (
        QT_TRANSLATE_NOOP("Sentences", "Nobody who was asked has this file"),
        QT_TRANSLATE_NOOP("Sentences", "What arrived of it is kept. Try again later."),
    ),
    "patch-broken": (
        QT_TRANSLATE_NOOP("Sentences", "What leads to the new version of the file does not fit"),
        _THROWN,
    ),
    "patch-coming": (
        QT_TRANSLATE_NOOP("Sentences", "The hub is still preparing the new version of the file"),
        _SOON,
    ),
    "patch-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The hub has this file only as a whole"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Get the whole file instead."),
    ),
    # records
    "revision-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not have this earlier version"),
        QT_TRANSLATE_NOOP("Sentences", "What is here stays as it is."),
    ),
    "collection-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not have this collection"),
        _WAITS_ASK,
    ),
    "events": _CHANGES,
    "numbers": _CHANGES,
    "contents": _CHANGES,
    "unknown-base": (
        QT_TRANSLATE_NOOP("Sentences", "The server does not hold the version that was changed"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. The change is sent whole with the next sync."),
    ),
    "marks": (
        QT_TRANSLATE_NOOP("Sentences", "What the server holds could not be compared with this computer"),
        _AGAIN,
    ),
    # publishing
    "publication-refused": (
        QT_TRANSLATE_NOOP("Sentences", "The server refused the publication"),
        _ACCEPTED,
    ),
    "outdated": (QT_TRANSLATE_NOOP("Sentences", "Another desk published faster"), _ACCEPTED),
    "snapshot-late": (QT_TRANSLATE_NOOP("Sentences", "Another desk published faster"), _ACCEPTED),
    "no-content": (
        QT_TRANSLATE_NOOP("Sentences", "The publication reached the server without its content"),
        _ACCEPTED,
    ),
    "count-mismatch": (
        QT_TRANSLATE_NOOP("Sentences", "What was sent does not fit what was signed"),
        _ACCEPTED,
    ),
    "fork": (
        QT_TRANSLATE_NOOP("Sentences", "The server holds another history of this collection"),
        QT_TRANSLATE_NOOP("Sentences", "What was accepted stays accepted. Tell the hub and the Secretariat."),
    ),
    "server-behind": (
        QT_TRANSLATE_NOOP("Sentences", "The server holds less than this desk"),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "It may have been restored from an older copy. Nothing was changed; tell who runs it.",
        ),
    ),
    "time-behind": (
        QT_TRANSLATE_NOOP("Sentences", "The clock of this computer is behind"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What was accepted stays accepted. Set the clock, then publish again."
        ),
    ),
    "admission-waits": (
        QT_TRANSLATE_NOOP("Sentences", "The Secretariat has not let this desk in yet"),
        QT_TRANSLATE_NOOP(
            "Sentences", "Your request is there. Use the same invite again when they tell you."
        ),
    ),
    "role-missing": (
        QT_TRANSLATE_NOOP("Sentences", "The publication came without its hub’s statement"),
        _ACCEPTED,
    ),
    "role-heads": (
        QT_TRANSLATE_NOOP("Sentences", "The hub’s statement does not fit what the server holds"),
        _ACCEPTED,
    ),
    "erased": (
        QT_TRANSLATE_NOOP("Sentences", "This record was erased for good"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing can be added to it. Write a new one."),
    ),
    "time-ahead": (
        QT_TRANSLATE_NOOP("Sentences", "The clock of this computer is ahead"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What was accepted stays accepted. Set the clock, then publish again."
        ),
    ),
    "time-unreadable": (
        QT_TRANSLATE_NOOP("Sentences", "The time of the publication cannot be read"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What was accepted stays accepted. Set the clock, then publish again."
        ),
    ),
    # joining
    "publishers-full": (
        QT_TRANSLATE_NOOP("Sentences", "This hub has as many publishing desks as it may have"),
        QT_TRANSLATE_NOOP("Sentences", "Nobody was let in. Ask the Secretariat."),
    ),
    "publishing-key-missing": (
        QT_TRANSLATE_NOOP("Sentences", "This desk brought no key to publish with"),
        _NOBODY,
    ),
    "keys": (QT_TRANSLATE_NOOP("Sentences", "The server cannot use the keys of this desk"), _NOBODY),
    "server-key-mismatch": (
        QT_TRANSLATE_NOOP("Sentences", "The server has another key than the invite names"),
        _NOBODY,
    ),
    "admission-broken": (
        QT_TRANSLATE_NOOP("Sentences", "The admission of a desk cannot be read"),
        _THROWN,
    ),
    "admission-elsewhere": (
        QT_TRANSLATE_NOOP("Sentences", "The admission that arrived is for another desk"),
        _THROWN,
    ),
    "not-a-recipient": (
        QT_TRANSLATE_NOOP("Sentences", "The key of another desk cannot be used"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was sent to it. Ask your hub’s coordinator."),
    ),
    # what arrived and was not believed
    "signature": NOT_SIGNED,
    "root-mismatch": NOT_SIGNED,
    "node-mismatch": NOT_SIGNED,
    "revision-mismatch": NOT_SIGNED,
    "publisher-unknown": NOT_SIGNED,
    "head-broken": NOT_SIGNED,
    "head-elsewhere": NOT_SIGNED,
    "head-missing": NOT_SIGNED,
    "not-a-head": NOT_SIGNED,
    "metadata-broken": _HUBS,
    "metadata-large": _HUBS,
    "rollback": (
        QT_TRANSLATE_NOOP("Sentences", "What arrived is older than what is on this computer"),
        _THROWN,
    ),
    "equivocation": (
        QT_TRANSLATE_NOOP("Sentences", "The same version was signed twice with different content"),
        QT_TRANSLATE_NOOP(
            "Sentences", "What is on this computer stays as it is. Tell the hub and the Secretariat."
        ),
    ),
    "delta-missing": (
        QT_TRANSLATE_NOOP("Sentences", "What is new is signed, but did not arrive"),
        _AGAIN,
    ),
    "delta-broken": _NO_FIT,
    "dictionary-unknown": _NO_FIT,
    "frame-broken": _DAMAGED,
    "snapshot-broken": _DAMAGED,
    "frame-size": (QT_TRANSLATE_NOOP("Sentences", "What arrived is larger than it may be"), _THROWN),
    "proposal-incomplete": (
        QT_TRANSLATE_NOOP("Sentences", "A proposal arrived without its content"),
        _THROWN,
    ),
    "not-for-this-desk": (
        QT_TRANSLATE_NOOP("Sentences", "An answer arrived that is sealed for another desk"),
        _THROWN,
    ),
    "not-outcomes": _OUTCOME,
    "outcome-false": _OUTCOME,
    "outcome-elsewhere": _OUTCOME,
}
