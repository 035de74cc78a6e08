"""What is changed in a ceremony: the next root, the next targets, each signed by the keys that are there.

Invariant: a document is the one before with the change and nothing else; who must sign it is decided where it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.chain import INSTALLERS, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from hubdesk.trust.keys import SigningKey, key_id
from hubdesk.trust.roles import INSTALLERS_THRESHOLD, next_version, read_document, write_root, write_targets

Publishers = dict[str, list[bytes]]
"""Hub -> public publishing keys, 32 bytes each."""
MOST_PUBLISHERS = 8
"""Publishing keys of one hub."""


class KeyChange(Struct, frozen=True):
    """A key (id) that signs for a role or hub from this document on, or no more."""

    role: str
    key: str
    added: bool


class Changes(Struct, frozen=True):
    """What a root or targets says anew: `hubs` that were not there, `keys`, and `asked`: role of a root -> how many of
    its keys must sign, where that is new."""

    hubs: list[str]
    keys: list[KeyChange]
    asked: dict[str, int]


def next_root(
    before: bytes | None,
    keys: Mapping[str, Sequence[bytes]],
    thresholds: Mapping[str, int],
    signers: Iterable[SigningKey],
    now: datetime,
) -> bytes:
    """Return the root after `before`, or version 1: `keys` (role -> public keys of 32 bytes) and `thresholds` in the
    place of those before; the key of the server is both snapshot's and timestamp's.

    Raises BadInput("not-metadata" | "threshold" | "root-keys-missing": a role has no key yet).
    """
    version = 1
    known: Publishers = {role: [] for role in (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)}
    asked: dict[str, int] = {}
    if before is not None:
        signed = _signed(before, ROOT)
        version = signed.version + 1
        known = {
            role: _publics(signed.keys, part.keyids) for role, part in signed.roles.items() if role in known
        }
        asked = {role: signed.roles[role].threshold for role in known}
    merged = {role: list(keys.get(role) or own) for role, own in known.items()}
    for role, some in merged.items():
        if not some:
            raise BadInput("root-keys-missing", role=role)
    return write_root(version, merged, asked | dict(thresholds), signers, now)


def next_targets(
    before: bytes | None,
    publishers: Mapping[str, Sequence[bytes]],
    signers: Iterable[SigningKey],
    now: datetime,
) -> bytes:
    """Return the targets after `before`, or the first, with these publishing keys of every hub.

    Raises BadInput("not-metadata" | "publishers-full"), and BadInput("hub-gone") for a hub that `before` had: it can be
    left without keys, but not forgotten.
    """
    version = _signed(before, TARGETS).version if before is not None else 0
    gone = set(publishers_of(before) if before is not None else {}) - set(publishers)
    if gone:
        raise BadInput("hub-gone", hub=min(gone))
    for hub, keys in publishers.items():
        if len(keys) > MOST_PUBLISHERS:
            raise BadInput("publishers-full", hub=hub, most=MOST_PUBLISHERS)
    return write_targets(next_version(version, now), publishers, installers_of(publishers), signers, now)


def installers_of(publishers: Mapping[str, Sequence[bytes]]) -> Publishers:
    """Return who signs each hub's list of shared software: its own desks and the Secretariat's, where these are two at
    least."""
    keys = {hub: list(dict.fromkeys([*own, *publishers.get(CENTRE, [])])) for hub, own in publishers.items()}
    return {hub: some for hub, some in keys.items() if len(some) >= INSTALLERS_THRESHOLD}


def publishers_of(targets: bytes) -> Publishers:
    """Return who publishes for which hub by a targets.json, nothing verified; raises BadInput("not-metadata")."""
    delegations = _signed(targets, TARGETS).delegations
    if delegations is None:
        return {}
    return {
        name: _publics(delegations.keys, role.keyids)
        for name, role in (delegations.roles or {}).items()
        if not name.endswith(INSTALLERS)
    }


def named_key(publishers: Mapping[str, Sequence[bytes]], name: str) -> bytes:
    """Return the one publishing key whose id is, or begins with, `name`.

    Raises BadInput("desk-or-key-unknown" | "desk-or-key-unclear").
    """
    found = {
        public for keys in publishers.values() for public in keys if name and key_id(public).startswith(name)
    }
    if len(found) != 1:
        raise BadInput("desk-or-key-unclear" if found else "desk-or-key-unknown", name=name)
    return found.pop()


def changes(before: bytes | None, after: bytes) -> Changes:
    """Return what a root or targets changes against the one before it; all that it says where that is None.

    Nothing is verified. Raises BadInput("not-metadata"), also where the two are not of one role.
    """
    kind = str(read_document(after).signed.type)
    if kind not in (ROOT, TARGETS):
        raise BadInput("not-metadata", reason=kind)
    was, asked_before = _said(before, kind) if before is not None else ({}, {})
    now, asked = _said(after, kind)
    keys = []
    for role in sorted({*was, *now}):
        old, new = was.get(role, []), now.get(role, [])
        keys += [KeyChange(role, key, True) for key in new if key not in old]
        keys += [KeyChange(role, key, False) for key in old if key not in new]
    hubs = sorted(set(now) - set(was)) if kind == TARGETS else []
    return Changes(hubs, keys, {role: n for role, n in asked.items() if asked_before.get(role) != n})


def check_signers(signers: Iterable[SigningKey], document: bytes, above: bytes | None) -> None:
    """Refuse keys that do not sign this root or targets: by the roots `above` and, for a root, itself; a targets without
    a root above goes by who signed it already.

    Raises BadInput("not-metadata" | "key-not-asked").
    """
    metadata = read_document(document)
    kind = str(metadata.signed.type)
    asked = {key for root in (above,) if root for key in _signed(root, ROOT).roles[kind].keyids}
    if kind == ROOT:
        asked |= set(metadata.signed.roles[ROOT].keyids)
    elif above is None:
        asked = set(metadata.signatures)
    for key in signers:
        if key.id not in asked:
            raise BadInput("key-not-asked", key=key.id[:16], role=kind)


def _said(document: bytes, kind: str) -> tuple[dict[str, list[str]], dict[str, int]]:
    """Return role or hub -> ids of its keys, and for a root role -> how many must sign."""
    signed = _signed(document, kind)
    if kind == ROOT:
        roles = signed.roles.items()
        return {role: list(part.keyids) for role, part in roles}, {
            role: part.threshold for role, part in roles
        }
    return {hub: [key_id(key) for key in keys] for hub, keys in publishers_of(document).items()}, {}


def _signed(document: bytes, kind: str) -> Any:
    signed = read_document(document).signed
    if signed.type != kind:
        raise BadInput("not-metadata", reason=f"{signed.type}, not {kind}")
    return signed


def _publics(known: Mapping[str, Any], ids: Iterable[str]) -> list[bytes]:
    return [bytes.fromhex(known[key].keyval["public"]) for key in ids]
