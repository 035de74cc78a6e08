"""What the catalogue tells about records, as plain frozen types for the window and the command line."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from hubdesk.model.validation import Problem


class CollectionView(Struct, frozen=True):
    """A collection as this desk holds it. `root`: 64 hex digits; `filling`: (nodes done, 256) during a first fill;
    `signer`: key id of the head's signature."""

    name: str
    version: int
    root: str
    records: int
    as_of: str | None
    followed: bool
    filling: tuple[int, int] | None = None
    signer: str | None = None


class Membership(Struct, frozen=True):
    """What this desk may do in a hub."""

    hub: str
    role: str


class FileView(Struct, frozen=True):
    """A file of a record: `bytes_here` of `size` lie on this computer; `available` when all of them do."""

    name: str
    sha256: str
    size: int
    bytes_here: int
    available: bool
    type: str = ""
    licence: str = ""
    pass_on: str = ""


class SignedBy(Struct, frozen=True):
    """The head that vouches for a record, checked on this computer."""

    hub: str
    version: int
    time: str


class OutboxItem(Struct, frozen=True):
    """A change that waits. `state`: waiting, received (the hub has it), accepted (here, not yet published), refused."""

    id: str
    kind: str
    collection: str
    title: dict[str, str]
    sequence: int | None
    at: str
    state: str
    bytes: int
    files: int
    withdrawn: bool = False
    note: str | None = None
    files_to_send: int = 0
    """Of `files`, those that the hub has not got yet, though it may have the change."""


class RecordView(Struct, frozen=True):
    """A record as a desk shows it, or one of its layers or revisions. `state`: draft, pending or confirmed;
    `erased`: the code of the reason why its words are gone for good; `notice`: id of the Secretariat's notice that hides
    or erases it."""

    id: str
    kind: str
    collection: str
    hub: str
    fields: dict[str, Any]
    state: str
    revision: str | None
    confirmed: str | None
    withdrawn: str | None
    by: str
    at: str
    verified: bool
    signed: SignedBy | None
    files: list[FileView]
    has_draft: bool = False
    comment: str | None = None
    pending: OutboxItem | None = None
    erased: str | None = None
    notice: str | None = None
    stale: dict[str, dict[str, str]] = {}
    """Field -> language -> source language of each translation whose original says something else by now."""


class RevisionView(Struct, frozen=True):
    """One entry of a history, newest first; `held`: its content lies on this computer."""

    hash: str
    by: str
    at: str
    parents: list[str]
    held: bool
    current: bool
    withdrawn: str | None = None


class DraftView(Struct, frozen=True):
    """A draft; `problems` is the number of things that stop its proposal."""

    id: str
    kind: str
    collection: str
    title: dict[str, str]
    saved_at: str
    problems: int
    new: bool
    withdrawn: bool
    comment: str | None = None


class InboxItem(Struct, frozen=True):
    """A proposal for a hub that this desk coordinates. `changed`: names of fields that differ from `base_fields`."""

    number: int
    id: str
    kind: str
    collection: str
    title: dict[str, str]
    by: str
    role: str
    at: str
    received_at: str
    state: str
    new: bool
    withdrawn: str | None
    changed: list[str]
    fields: dict[str, Any]
    base_fields: dict[str, Any]
    problems: list[Problem]
    own: bool = False


class Refused(Struct, frozen=True):
    """A record for which a step was not taken, and why."""

    id: str
    problems: list[Problem]


class Done(Struct, frozen=True):
    """What a step did, by record id."""

    done: list[str]
    refused: list[Refused]


class Contact(Struct, frozen=True):
    """A past sync: `result` is complete, cut or refused, with the `code` of what went wrong."""

    at: str
    road: str
    bytes_up: int
    bytes_down: int
    seconds: float
    result: str
    code: str | None = None


class ClashView(Struct, frozen=True):
    """A field that both sides changed differently.

    `field`: "country", "title.fr", "files.plan.pdf", or "withdrawn", where the values are reasons and None means that
    the record stays. `base`, `mine`, `theirs`: JSON values, None for none; the hashes of the revisions that say so
    stand beside (`base_revision` may be None). `mine` is what this desk holds: the draft, the change that waits or,
    for a proposal (`side` "inbox"), what is signed or accepted here; `mine_by`, `theirs_by`: desk ids.
    """

    id: str
    kind: str
    collection: str
    title: dict[str, str]
    field: str
    base: Any
    mine: Any
    theirs: Any
    mine_by: str
    theirs_by: str
    side: str
    found_at: str
    base_revision: str | None
    mine_revision: str
    theirs_revision: str
    can_join: bool


class Resolved(Struct, frozen=True):
    """What a decision did. `left`: fields of the record that still wait; `state`: what the record is now, once nothing
    waits: "draft", "outbox" (proposed) or "accepted"."""

    id: str
    field: str
    value: Any
    left: list[str]
    state: str | None
