"""What can go wrong on other roads than a line, in words: editions, small files, relays, software, erasing, and the
statements that say who may sign.

Invariant: what is safe is said for each; what a person did not choose is never blamed on them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from hubdesk.gui.refusals import Said

_WRITTEN = QT_TRANSLATE_NOOP("Sentences", "Nothing was written.")
_TAKEN = QT_TRANSLATE_NOOP("Sentences", "Nothing was taken from it, and nothing here was changed.")
_ASK_MAKER = QT_TRANSLATE_NOOP(
    "Sentences", "Nothing was taken from it. Ask whoever made the edition for a new one."
)
_CHANGED = QT_TRANSLATE_NOOP("Sentences", "Nothing was changed.")
_THROWN = QT_TRANSLATE_NOOP("Sentences", "It was thrown away. What is on this computer was not changed.")
_NOT_TAKEN = QT_TRANSLATE_NOOP("Sentences", "It was not taken; what is here was not changed.")
_NOT_OFFERED = QT_TRANSLATE_NOOP("Sentences", "Nothing was signed.")

_HUBS: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The list of hubs and keys that arrived does not count"),
    _THROWN,
)
_SOFTWARE: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The list of software that arrived does not count"),
    _THROWN,
)
_BROUGHT: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "What somebody brought cannot be used"),
    _NOT_TAKEN,
)
_PARTS: Final[Said] = (
    QT_TRANSLATE_NOOP("Sentences", "The parts do not make the file that was cut"),
    QT_TRANSLATE_NOOP("Sentences", "What is there stays. Ask for them again."),
)

EDITIONS: Final[dict[str, Said]] = {
    "edition-damaged": (
        QT_TRANSLATE_NOOP("Sentences", "This edition is damaged: {name}"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was taken from it. Copy it again, or ask for another one."),
    ),
    "edition-desk": (
        QT_TRANSLATE_NOOP("Sentences", "One of the desks is not known here, so nothing can be sealed for it"),
        _WRITTEN,
    ),
    "edition-desk-over": (
        QT_TRANSLATE_NOOP("Sentences", "One of the desks was revoked, or its mandate has ended"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Leave it out and write the edition again."),
    ),
    "edition-file": (
        QT_TRANSLATE_NOOP("Sentences", "Another file has this name"),
        QT_TRANSLATE_NOOP("Sentences", "It was left as it is. Choose another name."),
    ),
    "edition-folder": (
        QT_TRANSLATE_NOOP("Sentences", "Something else than an edition lies in this folder"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Choose a new or an empty folder."),
    ),
    "edition-file-missing": (
        QT_TRANSLATE_NOOP("Sentences", "A file is missing in this edition"),
        QT_TRANSLATE_NOOP("Sentences", "Everything else of it can be used. Another edition, or a sync, brings the file."),
    ),
    "edition-gone": (
        QT_TRANSLATE_NOOP("Sentences", "The edition cannot be read any more"),
        QT_TRANSLATE_NOOP("Sentences", "What was taken stays. Put the stick in and take it again: it goes on from there."),
    ),
    "edition-members": (
        QT_TRANSLATE_NOOP("Sentences", "What members alone may read does not go into an open edition"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Seal it for the desks that may read it."),
    ),
    "edition-name": (
        QT_TRANSLATE_NOOP("Sentences", "A sealed edition is one file whose name ends in .age"),
        _WRITTEN,
    ),
    "edition-newer": (
        QT_TRANSLATE_NOOP("Sentences", "This edition was written by a newer HubDesk"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was taken from it. Use the newer program."),
    ),
    "edition-no-head": (
        QT_TRANSLATE_NOOP("Sentences", "A hub has signed nothing of this collection yet"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Sync first."),
    ),
    "edition-not-theirs": (
        QT_TRANSLATE_NOOP("Sentences", "One of the desks may not read what would be in it"),
        _WRITTEN,
    ),
    "edition-nothing": (
        QT_TRANSLATE_NOOP("Sentences", "There is nothing here yet that could go into an edition"),
        QT_TRANSLATE_NOOP("Sentences", "Sync first, or take an edition in."),
    ),
    "edition-older": (
        QT_TRANSLATE_NOOP("Sentences", "This edition was written in a form that is no longer read"),
        _ASK_MAKER,
    ),
    "edition-other-centre": (
        QT_TRANSLATE_NOOP("Sentences", "This edition is of another Centre"),
        _TAKEN,
    ),
    "edition-page-language": (
        QT_TRANSLATE_NOOP("Sentences", "The page of an edition is not written in this language"),
        _WRITTEN,
    ),
    "edition-recipients": (
        QT_TRANSLATE_NOOP("Sentences", "Nobody is named who could open the sealed edition"),
        _WRITTEN,
    ),
    "edition-sealed": (
        QT_TRANSLATE_NOOP("Sentences", "This edition is sealed for other desks than this one"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Whoever made it can seal one for this desk."),
    ),
    "edition-since": (QT_TRANSLATE_NOOP("Sentences", "This is not a date"), _WRITTEN),
    "edition-stopped": (
        QT_TRANSLATE_NOOP("Sentences", "Stopped"),
        QT_TRANSLATE_NOOP("Sentences", "What was there before is as it was."),
    ),
    "edition-too-small": (
        QT_TRANSLATE_NOOP("Sentences", "The records alone are larger than you allow"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. They take {needed}; allow more."),
    ),
    "edition-untrusted": (
        QT_TRANSLATE_NOOP("Sentences", "This computer does not know yet whom to trust"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Put in the invite, or the line that the hub told you."),
    ),
    "no-such-path": (QT_TRANSLATE_NOOP("Sentences", "There is nothing at this place"), _CHANGED),
    "not-an-edition": (
        QT_TRANSLATE_NOOP("Sentences", "This is not an edition of HubDesk"),
        _CHANGED,
    ),
    "not-a-root": (
        QT_TRANSLATE_NOOP("Sentences", "This is neither an invite nor the line of a hub"),
        _CHANGED,
    ),
    "seal-broken": (
        QT_TRANSLATE_NOOP("Sentences", "The sealed file is damaged, or it was cut"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Copy it again from where it came."),
    ),
    "part-false": _PARTS,
    "part-missing": (
        QT_TRANSLATE_NOOP("Sentences", "Some parts are missing or damaged: {missing}"),
        QT_TRANSLATE_NOOP("Sentences", "What is there stays. Ask for those again."),
    ),
    "part-mixed": (
        QT_TRANSLATE_NOOP("Sentences", "There are parts of several files"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Put each file’s parts into a folder of its own."),
    ),
    "part-none": (
        QT_TRANSLATE_NOOP("Sentences", "No part of a cut file was found there"),
        QT_TRANSLATE_NOOP("Sentences", "Choose the folder in which you saved what came by mail."),
    ),
    "part-many": (
        QT_TRANSLATE_NOOP("Sentences", "So small parts would be too many"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Choose a larger size."),
    ),
    "part-size": (
        QT_TRANSLATE_NOOP("Sentences", "A mail of this size is too small for a part"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Choose a larger size."),
    ),
    "not-an-address": (
        QT_TRANSLATE_NOOP("Sentences", "This is not an address that a mail can be sent to"),
        _WRITTEN,
    ),
    "file-exists": (
        QT_TRANSLATE_NOOP("Sentences", "There is a file of this name already"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was written. Choose another name."),
    ),
}  # fmt: skip
CARRIED: Final[dict[str, Said]] = {
    "carries-too-much": (
        QT_TRANSLATE_NOOP("Sentences", "This computer carries as much for others as it may"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing more was taken. Sync, so that the hub gets it."),
    ),
    "joined-already": (
        QT_TRANSLATE_NOOP("Sentences", "This computer has joined this hub already"),
        _WRITTEN,
    ),
    "nothing-to-publish": (
        QT_TRANSLATE_NOOP("Sentences", "Nothing is accepted, so there is nothing to sign"),
        _CHANGED,
    ),
    "publication-large": (
        QT_TRANSLATE_NOOP("Sentences", "What is accepted is too large to be carried"),
        QT_TRANSLATE_NOOP("Sentences", "It stays accepted. Publish it over a line."),
    ),
    "publication-on-its-way": (
        QT_TRANSLATE_NOOP("Sentences", "A publication that you signed may still be on its way to the hub"),
        QT_TRANSLATE_NOOP("Sentences", "Make an edition: it goes with it."),
    ),
    "not-a-parcel": (
        QT_TRANSLATE_NOOP("Sentences", "This file is nothing that HubDesk carries"),
        _CHANGED,
    ),
    "not-self-contained": _BROUGHT,
    "parcel-large": _BROUGHT,
    "parcel-unknown": (
        QT_TRANSLATE_NOOP("Sentences", "What somebody brought is of a sort that this version does not know"),
        _NOT_TAKEN,
    ),
    "proposal-not-allowed": (
        QT_TRANSLATE_NOOP("Sentences", "A desk proposes what it may not"),
        _NOT_TAKEN,
    ),
    "numbers-taken": (
        QT_TRANSLATE_NOOP("Sentences", "A desk proposed something else under the same number before"),
        QT_TRANSLATE_NOOP("Sentences", "It was not taken in. That desk must sync once."),
    ),
}  # fmt: skip
RELAYS: Final[dict[str, Said]] = {
    "relay-address": (
        QT_TRANSLATE_NOOP("Sentences", "This is not the address of a relay"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Copy all of what the relay shows."),
    ),
    "relay-listen": (
        QT_TRANSLATE_NOOP("Sentences", "A relay cannot be reached at this place"),
        _CHANGED,
    ),
    "relay-slow": (
        QT_TRANSLATE_NOOP("Sentences", "The relay takes too long"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing is lost. The hub is asked itself."),
    ),
}  # fmt: skip
SOFTWARE: Final[dict[str, Said]] = {
    "file-not-here": (
        QT_TRANSLATE_NOOP("Sentences", "The file does not lie on this computer"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was signed. Get it and try it first."),
    ),
    "installers-broken": _SOFTWARE,
    "installers-older": _SOFTWARE,
    "installers-unsigned": _SOFTWARE,
    "installers-refused": (
        QT_TRANSLATE_NOOP("Sentences", "The hub did not take the list of software"),
        QT_TRANSLATE_NOOP("Sentences", "It was dropped here. Offer the file again."),
    ),
    "licence-missing": (
        QT_TRANSLATE_NOOP("Sentences", "The file has no licence"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was signed. Say in the record under which one it may be passed on."),
    ),
    "no-offer": (QT_TRANSLATE_NOOP("Sentences", "No list of software waits for a signature"), _CHANGED),
    "not-a-signer": (
        QT_TRANSLATE_NOOP("Sentences", "This desk may not vouch for software of this hub"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Its coordinators and the Secretariat can."),
    ),
    "not-shared": (QT_TRANSLATE_NOOP("Sentences", "No list of software names this file"), _CHANGED),
    "offer-changed": (
        QT_TRANSLATE_NOOP("Sentences", "The list is another one by now"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was signed. Look at it again first."),
    ),
    "offer-waits": (
        QT_TRANSLATE_NOOP("Sentences", "Another list waits for a second signature"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Look at that one and sign it first."),
    ),
    "software-members": (
        QT_TRANSLATE_NOOP("Sentences", "The list of software is read by everybody, and this record is for members"),
        _NOT_OFFERED,
    ),
}  # fmt: skip
ERASING: Final[dict[str, Said]] = {
    "erase-no-room": (
        QT_TRANSLATE_NOOP("Sentences", "There is too little room to erase what is to be erased"),
        QT_TRANSLATE_NOOP("Sentences", "It takes {needed} for a moment, and {free} are free. Make room; it goes on by itself."),
    ),
    "words-missing": (
        QT_TRANSLATE_NOOP("Sentences", "What arrived leaves out the words of a record, and no notice says why"),
        _THROWN,
    ),
    "erased-already": (QT_TRANSLATE_NOOP("Sentences", "This record was erased already"), _CHANGED),
    "not-erasable": (
        QT_TRANSLATE_NOOP("Sentences", "Records of this kind hold no personal data"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. It can be withdrawn instead."),
    ),
    "reason-unknown": (QT_TRANSLATE_NOOP("Sentences", "This is no reason for erasing"), _CHANGED),
}  # fmt: skip
VOUCHING: Final[dict[str, Said]] = {
    "head-not-listed": (
        QT_TRANSLATE_NOOP("Sentences", "What arrived is signed, but its hub does not name it as the newest"),
        _THROWN,
    ),
    "desk-revoked": (
        QT_TRANSLATE_NOOP("Sentences", "The desk that this is by was revoked"),
        QT_TRANSLATE_NOOP("Sentences", "It was not taken. What is on this computer was not changed."),
    ),
    "metadata-expired": (
        QT_TRANSLATE_NOOP("Sentences", "What vouches for this is out of date"),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed. Sync with the hub, then try again."),
    ),
    "metadata-mixed": _HUBS,
    "metadata-rollback": _HUBS,
    "metadata-unsigned": _HUBS,
    "not-metadata": _HUBS,
    "role-revoked": (
        QT_TRANSLATE_NOOP("Sentences", "The key that signed this was withdrawn"),
        QT_TRANSLATE_NOOP("Sentences", "What is here stays. The hub’s next publication by another desk goes on."),
    ),
}  # fmt: skip
BY_CODE: Final[dict[str, Said]] = {**EDITIONS, **CARRIED, **RELAYS, **SOFTWARE, **ERASING, **VOUCHING}
