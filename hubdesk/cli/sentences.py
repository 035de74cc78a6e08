"""What the command line says when something cannot be done: what happened, what is safe, what to do.

Invariant: every code that lower layers raise has a sentence here; a test compares the two lists.
"""

from __future__ import annotations

from typing import Any

from hubdesk.errors import HubDeskError

SENTENCES: dict[str, str] = {
    # profile and disk
    "profile-missing": "There is no HubDesk profile in {path}. Use `join INVITE` to make one, or name another with --profile.",
    "profile-half-written": "The profile in {path} was never finished. Nothing in it is lost; use `join INVITE` to finish it, or another folder.",
    "profile-damaged": "The catalogue {path} is damaged. `backups restore` puts the newest good backup in its place, with everything you wrote since; the damaged one is kept.",
    "profile-newer": "The catalogue {path} was written by a newer HubDesk (schema {schema}, this one knows {known}). It was not touched; use the newer program.",
    "profile-closed": "The profile {path} was closed meanwhile. What was saved before is safe; start again.",
    "profile-locked": "Another HubDesk is at work on {path}. Close it, or wait until it has ended, and try again.",
    "profile-gone": "The catalogue {path} is missing, but its backups or its journal are there. `backups restore` brings it back, with everything you wrote.",
    "keys-missing": "The keys of this desk are missing: {path}. What is here can be read, but nothing can be sent.",
    "keys-locked": "The keys of this desk are locked: {path}. Set HUBDESK_PASSPHRASE, or unlock the keyring of this computer.",
    "keys-damaged": "The keys of this desk are damaged: {path}. What is here can be read, but nothing can be sent.",
    "not-keys": "The file with the keys of this desk cannot be read. What is here can be read, but nothing can be sent.",
    "disk-full": "The disk is full ({path}). What was saved before is safe; make room and try again.",
    "disk-refuses": "The disk refuses to read or write {path}. What was saved before is safe.",
    "busy": "Another program holds the catalogue {path}. Nothing was changed; try again.",
    "backup-failed": "The backup {path} could not be written, so the catalogue was not upgraded. Make room and try again.",
    "backup-no-room": "There is no backup of today: the disk has {free} bytes left and a backup takes {needed} in {path}. The earlier backups stay; make room.",
    "backup-flawed": "{name} was not kept as a backup: something in the catalogue is not as it was written ({flaw}). The earlier backups stay; `backups restore` goes back to the newest good one.",
    "backup-damaged": "The backup {name} is damaged. Nothing was changed; use another one.",
    "no-such-backup": "There is no backup {name}. `backups list` names them.",
    "no-backup": "There is no good backup in {path} and no journal, so there is nothing to restore. Use `join INVITE` with another folder.",
    # the line
    "no-answer": "There is no answer from {url}. Nothing is lost; try again when there is a connection.",
    "cut": "The connection to {url} was cut. What arrived is kept; try again and it goes on from there.",
    "stalled": "Nothing came from {url} for {seconds} seconds. What arrived is kept; try again and it goes on from there.",
    "stopped": "Stopped. What arrived is kept.",
    "cap-reached": "The {cap:,} bytes that you allow for this month are used up ({used:,}). Nothing is lost, and it goes on from {renews}; to go on now, raise it with `limits --cap`.",
    "cap-reserved": "Of the {cap:,} bytes that you allow for this month {used:,} are used; the last twentieth is kept for records. Files go on from {renews}; to go on now, raise it with `limits --cap`.",
    "outside-hours": "Files come by themselves between {first} and {last} only. What you ask for yourself, with `get` or `downloads add`, comes at once.",
    "metered": "This connection is paid by volume, so nothing comes by itself. What you ask for comes at once; `limits --metered use` allows the rest.",
    "files-off": "No files come on this desk but one that you `get`. Use `limits --files asked` to let those come that wait.",
    "wrong-server": "The server at {url} is not the one that the invite named. Nothing was sent to it. Ask your coordinator.",
    "url-not-usable": "The address {url} cannot be used: it must begin with https://, or be on this computer.",
    "nonsense": "The answer is not one of a HubDesk server. Nothing was changed. A proxy on the way may be answering instead.",
    "not-a-message": "The server's answer cannot be read by this version. Nothing was changed.",
    "no-hub-joined": "This desk has not joined a hub yet. Use `join INVITE`, or name a place with --collection.",
    "desk-unknown": "The server does not know this desk. It may have been emptied or replaced. Everything here stays; ask your coordinator.",
    "too-many-requests": "The server asks to wait {seconds} seconds. Nothing is lost; try again then.",
    "counter": "The server refused the request as one that it has seen. Try again.",
    "token": "The server does not let this desk have the file any more. Try again; a new sync asks for a new permission.",
    "quota": "The server takes no more unpublished files from this desk (limit {limit} bytes). What waits here stays; ask your coordinator.",
    "too-many": "The server takes at most {most} things at once. What waits here stays; try again.",
    "too-slow": "The server gave up waiting for this desk. What waits here stays; try again.",
    "stopping": "The server is being stopped. What waits here stays; try again later.",
    "internal": "The server made a mistake of its own. Nothing here was changed; try again, and tell who runs it if it stays so.",
    "no-such-thing": "The server does not know what was asked for; it may be older than this program. Nothing here was changed.",
    "blob-unknown": "The server does not have this file. It may have been removed; ask the record's hub.",
    "revision-unknown": "The server does not have this earlier revision. What is here stays as it is.",
    "collection-unknown": "The server has no such collection. What waits here stays; ask your coordinator.",
    "range": "The server cannot go on where this download was cut. Try again; it begins anew.",
    "offset": "The server expects another part of the file. Try again; it goes on from there.",
    "hash": "The server received other bytes than were sent. Nothing was kept there; try again.",
    "content-range": "The server did not understand which part of a file was sent. What waits here stays; try again.",
    "length-missing": "The server wants to know the size of what is sent; a proxy on the way may have removed it.",
    "storage": "The server's disk is full or refuses. What waits here stays; try again later.",
    # invites and trust
    "invite-unreadable": "This is not a whole invite. Copy all of it, from hubdesk-1- to the end, without changes.",
    "invite-used": "This invite was used already. Ask for a new one; who made it is told.",
    "invite-expired": "This invite is too old. Ask for a new one.",
    "invite-unknown": "The server does not know this invite. Ask for a new one.",
    "other-centre": "This desk belongs to another Centre already. Use another profile for this invite.",
    "invite-elsewhere": "This invite is for the hub {hub}. Ask for a new one.",
    "publishers-full": "The hub {hub} has {most} desks that publish already. Nobody was let in; ask the Secretariat.",
    "publishing-key-missing": "A coordinator's desk must bring a key to publish with. Nobody was let in; try again with this version.",
    "keys": "The server cannot use the keys of this desk. Nobody was let in; ask who runs the server.",
    "not-a-recipient": "Another desk's key cannot be used. Nothing was sent to it.",
    "root-mismatch": "What arrived is not what was signed. It was thrown away; nothing was changed.",
    "targets-unsigned": "The list of hubs that arrived is not signed by the Centre. It was thrown away.",
    "targets-rollback": "The list of hubs that arrived is older than the one here. It was thrown away.",
    "signature": "A signature does not count. What it came with was thrown away; nothing was changed.",
    "rollback": "Version {offered} of {collection} arrived, which is older than version {held} here. It was thrown away.",
    "equivocation": "Version {version} of {collection} was signed twice with different content. What is here stays; tell the hub and the Secretariat.",
    "publisher-unknown": "What arrived of {collection} is signed with a key that does not publish there. It was thrown away.",
    "head-broken": "The statement that signs a collection cannot be read. It was thrown away; nothing was changed.",
    "head-elsewhere": "What arrived as {expected} is signed for {found}. It was thrown away.",
    "head-missing": "News of {collection} arrived without a signature. It was thrown away.",
    "not-a-head": "The statement that signs a collection is not one ({reason}). It was thrown away.",
    "delta-missing": "The news of {collection} is signed, but its content did not arrive. Nothing was changed; try again.",
    "delta-broken": "The changes that arrived do not fit what is here ({reason}). They were thrown away; nothing was changed.",
    "dictionary-unknown": "The changes that arrived are packed against something that is not here. Nothing was changed; try again.",
    "frame-broken": "What arrived is damaged ({reason}). It was thrown away; try again.",
    "frame-size": "What arrived is larger than it may be ({size} bytes, the limit is {limit}). It was thrown away.",
    "snapshot-broken": "The catalogue that arrived is damaged ({reason}). What was checked before is kept; try again.",
    "node-mismatch": "A part of the catalogue that arrived is not what was signed. It was thrown away; what was checked before is kept.",
    "count-mismatch": "What was sent has {found} records, its signed statement says {stated}. Nothing was changed.",
    "metadata-broken": "The list of hubs that arrived cannot be read ({reason}). It was thrown away.",
    "metadata-large": "The list of hubs that arrived is larger than it may be. It was thrown away.",
    "admission-broken": "The admission of a desk cannot be read. What it came with was thrown away.",
    "proposal-incomplete": "A proposal of desk {desk} arrived without its content. It was thrown away; what is here stays.",
    "not-for-this-desk": "An answer arrived that is sealed for another desk. It was thrown away.",
    "seal-broken": "The sealed file is damaged, or it was cut. Nothing was changed; copy it again from where it came.",
    "edition-sealed": "{path} is sealed. Only a desk that it was made for can open it: use the profile of that desk.",
    "not-outcomes": "An answer to a proposal cannot be read ({reason}). It was thrown away; the proposal stays.",
    "outcome-false": "An answer says that the change of record {record} was accepted, but what the hub signed does not hold it. The answer was thrown away; the change stays.",
    "outcome-elsewhere": "An answer arrived that is about another record than it says ({record}). It was thrown away; the proposal stays.",
    "server-key-mismatch": "The server has another key than the invite names. Nothing was kept.",
    "admission-elsewhere": "The admission that arrived is not for this desk. Nothing was kept.",
    "blob-mismatch": "The file that arrived is not the one that was signed. It was thrown away; try again.",
    "chunk-false": (
        "Bytes that came from the source {source} do not belong to the file. They were thrown away; what was right "
        "stays. Try again, or from another place."
    ),
    "not-at-source": "Nobody who was asked has this file. Try again later.",
    "patch-broken": "What should have led to the new version does not fit. It was thrown away; try again.",
    "patch-coming": "The hub is still making what leads to the new version. Try again in {seconds} seconds.",
    "patch-unknown": "The hub has nothing that leads from the old version to the new one.",
    "blob-size": "The file that arrived has not the size that was stated. Try again.",
    "revision-mismatch": "The revision that arrived is not the one that was asked for. It was thrown away.",
    # records
    "no-such-record": "There is no record {id} here.",
    "not-software": "Record {id} is of the kind {kind}; only software is exported as publiccode.yml.",
    "no-such-collection": "There is no collection {collection} here.",
    "no-such-file": "The record has no file {name}. It has: {names}.",
    "no-such-download": "{value} is not among the files that are to come; `downloads list` shows them.",
    "not-a-download": "{value} is not the number of a file: 64 hexadecimal digits, as `downloads --json list` shows them.",
    "which-file": "The record has more than one file; name one of: {names}.",
    "revision-not-held": "Revision {revision} of this record is not on this computer.",
    "not-an-id": "{value} is not the id of a record: 36 characters, lower case.",
    "not-a-revision-hash": "{value} is not a revision: 64 hexadecimal digits.",
    "not-a-collection": "{value} is not a collection; they are written HUB/public or HUB/members.",
    "wrong-place": "Records of the kind {kind} may not stand in {collection}.",
    "no-draft": "There is no draft of this record.",
    "nothing-pending": "Nothing of record {id} waits to be sent.",
    "nothing-to-accept": "The proposal for record {id} is not open any more: it was taken back, replaced or settled meanwhile.",
    "no-such-clash": "Nobody has to decide about {field} of record {id}; `clashes` shows what waits for a decision.",
    "not-a-choice": "{value} is no decision: say mine, theirs or both, or give a value.",
    "cannot-join": "What both sides say in {field} cannot be joined: say mine or theirs, or give a value.",
    "not-proposable": "Decided like this the record could not be proposed ({field}: {reason}). Nothing was changed.",
    "nothing-to-return": "Nothing is proposed for record {id}.",
    "nothing-to-restore": "Revision {revision} has no content to bring back.",
    "never-published": "Record {id} was never published; discard its draft instead.",
    "reason-missing": "Say why: the reason stays in the history.",
    "comment-missing": "Say why: the author reads the comment.",
    "not-canonical": "A value cannot be kept exactly: {reason}.",
    "too-large": "The record is too large: {bytes} bytes, the limit is {limit}.",
    "not-json": "This is not JSON: {reason}.",
    "not-an-object": "This line is not a JSON object; records are written as one object a line.",
    "no-kind": "This line does not say of which kind the record is; it needs a text under `kind`.",
    "publiccode-not-yaml": "This is not YAML that can be read (line {line}, column {column}: {reason}).",
    "publiccode-unsafe-yaml": "This YAML uses what a publiccode.yml may not (line {line}, column {column}: {reason}).",
    "publiccode-too-large": "The file is larger than {limit} bytes, which no publiccode.yml is.",
    "publiccode-not-a-mapping": "This is not a publiccode.yml: it holds no keys with values.",
    "publiccode-no-name": "This is not a publiccode.yml: it has no text under the key {key}.",
    "line-too-long": "Line {line} is longer than {limit} bytes and was left out.",
    "not-a-revision": "This is not a revision of a record ({reason}). Nothing was changed.",
    "usage": "{argument} is not written as FIELD=VALUE.",
    "not-a-size": "{value} is not a number of bytes. Write it as 4k, 200M or 1.5G, or `none`.",
    "not-hours": "{value} are not hours. Write them as 18:00-07:00, or `none`.",
    "not-a-limit": "This limit cannot be set: {reason}.",
    "limit-too-small": "{value:,} bytes are too little for {name}; the least is {least:,}. Nothing was changed.",
    "file-missing": "There is no file {path}.",
    "file-not-a-file": "{path} is not a file.",
    "file-unreadable": "{path} cannot be read.",
    "file-too-large": "{path} is too large: {size} bytes, the limit is {limit}.",
    "file-changed": "{path} changed while it was read; nothing was attached. Try again when it is closed.",
    "no-such-path": "There is nothing at {path}.",
    # publishing
    "not-a-coordinator": "This desk does not coordinate {hub}.",
    "withdrawals-unconfirmed": "This would withdraw {count} records of {hub}, so much that every desk holds it until a person has looked. Nothing was signed. If that is meant, publish with --withdraw {count}.",
    "held-first": "The newest version of {collection} withdraws {count} records and is held here, so nothing can be built on it yet. Look at it and take it first; what was accepted stays accepted.",
    "marks": "The server cannot read what this desk says to hold. Nothing was changed; tell who made this program.",
    "fork": "The server holds another history of {collection} than version {version} was made on. Both stay; tell the hub and the Secretariat.",
    "nothing-held": "Nothing of {collection} is held.",
    "publication-refused": "The server refused the publication of {collection}: {reason}. What was accepted stays accepted.",
    "outdated": "Other desks published {hub} faster {attempts} times. What was accepted stays accepted; try again.",
    "server-behind": "The server holds only version {version} of {collection}, less than this desk: it may have been restored from an older copy. Nothing was published, what was accepted stays accepted; tell who runs the server.",
    "role": "This desk's role does not permit that.",
    "unknown-base": "The server does not hold what the change was written against. It is sent whole with the next sync.",
    "contents": "The server found other contents than the changes name. They stay here; tell who made this program.",
    "events": "The server cannot read the changes that were sent. They stay here; tell who made this program.",
    "numbers": "The server cannot use the numbers of the changes that were sent. They stay here; tell who made this program.",
    "no-content": "The publication came without its content. What was accepted stays accepted; try again.",
    "snapshot-late": "A first publication came after another one. What was accepted stays accepted; sync, then try again.",
    "time-ahead": "The clock of this computer is ahead: at the server it is {server_time}. Set it, then publish again; what was accepted stays accepted.",
    "time-unreadable": "The time of the publication cannot be read. What was accepted stays accepted; check this computer's clock.",
    # the program's own files
    "kind-unreadable": "The file {file} of this program cannot be used: {key} {reason}. Nothing was changed; install it again.",
    "vocabulary-unreadable": "The file {file} of this program cannot be used: {reason}. Nothing was changed; install it again.",
    "sample-unreadable": "The sample {file} cannot be used: {key} {reason}. Nothing was published.",
    # editions
    "edition-damaged": "{name} in this edition is damaged or missing ({reason}). Nothing was taken from it; ask for another copy.",
    "edition-folder": "{path} cannot take an edition: it must be a new or an empty folder. Nothing was written.",
    "edition-members": "{collection} is for members alone and does not go into an edition that anybody may read. Nothing was written.",
    "edition-newer": "This edition was written by a newer HubDesk (format {format}, this one knows {known}). Nothing was taken from it.",
    "edition-no-head": "There is nothing signed of {collection} here, so it cannot go into an edition. Use `sync` first.",
    "edition-nothing": "There is nothing here that could go into an edition. Use `sync` first.",
    "edition-older": "This edition was written in a form that is no longer read (format {format}, this one knows {known}). Nothing was taken from it; ask for a new one.",
    "edition-since": "{value} is not a date. Write the year, the month and the day: 2026-11-22.",
    "edition-other-centre": "This edition is of another Centre (root {found}, expected {expected}). Nothing was taken from it.",
    "edition-untrusted": "Nothing tells this desk to trust this edition; its root is {root}. If its hub confirms that number to you, give it with --root, or use an invite.",
    "not-an-edition": "{path} is not an edition of HubDesk. Nothing was changed.",
    "not-a-root": "{value} is not a root: 64 hexadecimal digits.",
    # server
    "url-missing": "Under which address do desks reach the server? Start `server serve` first, or give --url.",
    "url-unusable": "{url} is not an address under which desks can reach the server; it begins with http:// or https://.",
    "cannot-listen": "The server cannot listen on {host}, port {port}: {reason}. Choose another port or host.",
    "folder-not-empty": "The folder {path} is not empty. Nothing was written; choose a new one.",
    "server-exists": "There is a server in {path} already. Nothing was changed.",
    "server-missing": "There is no server in {path}. Make one with `server init`.",
    "server-damaged": "The server's file {path} cannot be used. Nothing was changed; put it back from a backup.",
    "server-database-missing": "The database {path} of this server is missing. Nothing was written. Put it back from your copy, or make a new server in another folder.",
    "server-in-use": "Another HubDesk server is at work on {path}. Stop it first; nothing was changed.",
    "server-newer": "The server's store was written by a newer HubDesk (schema {found}, this one knows {known}). It was not touched.",
    "hub-unknown": "There is no hub {hub} at this server. No invite was made.",
    "role-unknown": "{role} is not a role. There are: {known}.",
    "role-needs-hub": "A {role} belongs to a hub: name it with --hub.",
    "role-elsewhere": "The role {role} does not exist in {hub}: secretariat and steering belong to the Centre alone.",
}


BARE: dict[str, str] = {
    # the same codes from a place, mostly the server, that does not tell the details
    "busy": "The server has too much to do. Nothing is lost; try again in a minute.",
    "disk-full": "The server's disk is full. What waits here stays; try again later.",
    "no-such-record": "There is no such record here.",
    "no-such-file": "The record has no file {name}.",
    "not-canonical": "A value cannot be kept exactly; the server refused it. What waits here stays.",
    "outdated": "Another desk published faster. What was accepted stays accepted; try again.",
    "too-large": "What was sent is larger than the server takes. What waits here stays.",
}
UNKNOWN = "This could not be done, and this version has no words for the reason ({code}). What was saved before is safe."


def _filled(text: str, data: dict[str, Any]) -> str | None:
    """Return a text with its data, None where some of it is missing."""
    values = {
        name: ", ".join(map(str, value)) if isinstance(value, list) else value for name, value in data.items()
    }
    try:
        return text.format(**values)
    except KeyError:
        return None


def sentence(error: HubDeskError) -> str:
    """Return what a person reads about an error, whatever a server said or left out."""
    for texts in (SENTENCES, BARE):
        said = _filled(texts[error.code], error.data) if error.code in texts else None
        if said is not None:
            return said
    return UNKNOWN.format(code=error.code)
