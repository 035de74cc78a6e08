"""What the command line says when something cannot be done: what happened, what is safe, what to do.

Invariant: every code that lower layers raise has a sentence here; a test compares the two lists.
"""

from __future__ import annotations

from string import Formatter
from typing import Any

from hubdesk.errors import HubDeskError

SENTENCES: dict[str, str] = {
    # profile and disk
    "profile-missing": "There is no HubDesk profile in {path}. Use `join INVITE` to make one, or name another with --profile.",
    "profile-half-written": "The profile in {path} was never finished. Nothing in it is lost; use `join INVITE` to finish it, or another folder.",
    "profile-damaged": "The catalogue {path} is damaged and was not touched. Keep a copy of the folder; a backup beside it can take its place.",
    "profile-newer": "The catalogue {path} was written by a newer HubDesk (schema {schema}, this one knows {known}). It was not touched; use the newer program.",
    "profile-locked": "Another HubDesk is at work on {path}. Close it, or wait until it has ended, and try again.",
    "keys-missing": "The keys of this desk are missing: {path}. What is here can be read, but nothing can be sent.",
    "keys-locked": "The keys of this desk are locked: {path}. Set HUBDESK_PASSPHRASE, or unlock the keyring of this computer.",
    "keys-damaged": "The keys of this desk are damaged: {path}. What is here can be read, but nothing can be sent.",
    "not-keys": "The file with the keys of this desk cannot be read. What is here can be read, but nothing can be sent.",
    "disk-full": "The disk is full ({path}). What was saved before is safe; make room and try again.",
    "disk-refuses": "The disk refuses to read or write {path}. What was saved before is safe.",
    "busy": "Another program holds the catalogue {path}. Nothing was changed; try again.",
    "backup-failed": "The backup {path} could not be written, so the catalogue was not upgraded. Make room and try again.",
    # the line
    "no-answer": "There is no answer from {url}. Nothing is lost; try again when there is a connection.",
    "cut": "The connection to {url} was cut. What arrived is kept; try again and it goes on from there.",
    "stalled": "Nothing came from {url} for {seconds} seconds. What arrived is kept; try again and it goes on from there.",
    "stopped": "Stopped. What arrived is kept.",
    "wrong-server": "The server at {url} is not the one that the invite named. Nothing was sent to it. Ask your coordinator.",
    "url-not-usable": "The address {url} cannot be used: it must begin with https://, or be on this computer.",
    "nonsense": "The answer is not one of a HubDesk server. Nothing was changed. A proxy on the way may be answering instead.",
    "not-a-message": "The server's answer cannot be read by this version. Nothing was changed.",
    "no-hub-joined": "This desk has not joined a hub yet. Use `join INVITE`, or name a place with --collection.",
    "desk-unknown": "The server does not know this desk. It may have been emptied or replaced. Everything here stays; ask your coordinator.",
    "too-many-requests": "The server asks to wait {seconds} seconds. Nothing is lost; try again then.",
    "counter": "The server refused the request as one that it has seen. Try again.",
    "storage": "The server's disk is full or refuses. What waits here stays; try again later.",
    # invites and trust
    "invite-unreadable": "This is not a whole invite. Copy all of it, from hubdesk-1- to the end, without changes.",
    "invite-used": "This invite was used already. Ask for a new one; who made it is told.",
    "invite-expired": "This invite is too old. Ask for a new one.",
    "invite-unknown": "The server does not know this invite. Ask for a new one.",
    "other-centre": "This desk belongs to another Centre already. Use another profile for this invite.",
    "root-mismatch": "What arrived is not what was signed. It was thrown away; nothing was changed.",
    "targets-unsigned": "The list of hubs that arrived is not signed by the Centre. It was thrown away.",
    "targets-rollback": "The list of hubs that arrived is older than the one here. It was thrown away.",
    "signature": "A signature does not count. What it came with was thrown away; nothing was changed.",
    "server-key-mismatch": "The server has another key than the invite names. Nothing was kept.",
    "admission-elsewhere": "The admission that arrived is not for this desk. Nothing was kept.",
    "blob-mismatch": "The file that arrived is not the one that was signed. It was thrown away; try again.",
    "blob-size": "The file that arrived has not the size that was stated. Try again.",
    "revision-mismatch": "The revision that arrived is not the one that was asked for. It was thrown away.",
    # records
    "no-such-record": "There is no record {id} here.",
    "no-such-collection": "There is no collection {collection} here.",
    "no-such-file": "The record has no file {name}. It has: {names}.",
    "which-file": "The record has more than one file; name one of: {names}.",
    "revision-not-held": "Revision {revision} of this record is not on this computer.",
    "not-an-id": "{value} is not the id of a record: 36 characters, lower case.",
    "not-a-revision-hash": "{value} is not a revision: 64 hexadecimal digits.",
    "not-a-collection": "{value} is not a collection; they are written HUB/public or HUB/members.",
    "wrong-place": "Records of the kind {kind} may not stand in {collection}.",
    "no-draft": "There is no draft of this record.",
    "nothing-pending": "Nothing of record {id} waits to be sent.",
    "nothing-to-return": "Nothing is proposed for record {id}.",
    "nothing-to-restore": "Revision {revision} has no content to bring back.",
    "never-published": "Record {id} was never published; discard its draft instead.",
    "reason-missing": "Say why: the reason stays in the history.",
    "comment-missing": "Say why: the author reads the comment.",
    "not-canonical": "A value cannot be kept exactly: {reason}.",
    "too-large": "The record is too large: {bytes} bytes, the limit is {limit}.",
    "file-missing": "There is no file {path}.",
    "file-not-a-file": "{path} is not a file.",
    "file-unreadable": "{path} cannot be read.",
    "file-too-large": "{path} is too large: {size} bytes, the limit is {limit}.",
    "file-changed": "{path} changed while it was read; nothing was attached. Try again when it is closed.",
    "no-such-path": "There is nothing at {path}.",
    # publishing
    "not-a-coordinator": "This desk does not coordinate {hub}.",
    "publication-refused": "The server refused the publication of {collection}: {reason}. What was accepted stays accepted.",
    "outdated": "Other desks published {hub} faster {attempts} times. What was accepted stays accepted; try again.",
    "server-behind": "The server holds only version {version} of {collection}, less than this desk: it may have been restored from an older copy. Nothing was published, what was accepted stays accepted; tell who runs the server.",
    "not-allowed": "This desk's role does not permit that.",
    "role": "This desk's role does not permit that.",
    # server
    "url-missing": "Under which address do desks reach the server? Start `server serve` first, or give --url.",
}


class _Forgiving(Formatter):
    """Leaves out what an error does not tell."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:  # noqa: ARG002 - the standard library's
        value = kwargs.get(key, "?")
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


def sentence(error: HubDeskError) -> str:
    """Return what a person reads about an error."""
    known = SENTENCES.get(error.code)
    if known is None:
        return f"This could not be done: {error}."
    return _Forgiving().format(known, **error.data)
