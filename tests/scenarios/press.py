"""A press for editions: a Centre's and its hubs' keys in one hand, so that anything can be signed, rightly or not."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from hubdesk.model.identity import digest, id_bytes, new_id, tree_key
from hubdesk.model.record import Revision, write_revision
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents, Listed
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import entry_of, write_snapshot
from hubdesk.state.tree import EMPTY_ROOT, nodes_of
from hubdesk.trust.bundle import Bundle, pack
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey
from hubdesk.trust.roles import (
    heads_listed,
    version_of,
    write_listing,
    write_online,
    write_root,
    write_targets,
)

PUBLIC = "latam/public"
HUB, OTHER = "latam", "southern-africa"
NOW = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
Files = dict[str, bytes]
"""Name -> content of every member of an edition."""


def record(title: str, *files: bytes, record_id: str = "") -> Revision:
    """A published tool, with files of these contents."""
    named = [
        {"name": f"file-{n}.txt", "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for n, content in enumerate(files)
    ]
    fields: dict[str, Any] = {"title": {"en": title}, "summary": {"en": title}, "licence": "CC0-1.0"}
    fields |= {"files": named} if named else {}
    return write_revision(
        record_id or new_id(), "tool", by="", at="2026-11-22T12:00:00Z", parents=[], fields=fields
    )


class Press:
    """Prints editions of the hub latam. Every key may be exchanged before something is printed."""

    def __init__(self) -> None:
        keys = [SigningKey.generate() for _ in range(6)]
        self.root_key, self.targets_key, self.online, self.publishing, self.other, self.stranger = keys
        self.publishers = {HUB: [self.publishing.public], OTHER: [self.other.public]}
        self.installers: dict[str, list[bytes]] = {}
        publics = {"root": self.root_key, "targets": self.targets_key}
        publics |= {"snapshot": self.online, "timestamp": self.online}
        named = {role: [key.public] for role, key in publics.items()}
        self.root = write_root(1, named, {}, [self.root_key], NOW)
        self.root_hash = digest(self.root).hex()

    def head(self, records: Iterable[Revision], version: int, **said: Any) -> Head:
        """What a head of these records must say, but for what is given."""
        entries = [entry_of(one) for one in records]
        true = {"format": FORMAT, "collection": PUBLIC, "version": version, "records": len(entries)}
        true |= {"root": nodes_of(sorted(entries)).root().hex(), "previous": EMPTY_ROOT.hex()}
        true |= {"time": "2026-11-22T12:00:00Z"}
        return Head(**(true | said))

    def bundle(
        self,
        heads: Mapping[str, bytes],
        at: datetime = NOW,
        signer: SigningKey | None = None,
        roles: Mapping[str, bytes] | None = None,
        role_at: datetime | None = None,
    ) -> Bundle:
        """The Centre's metadata at a time; `heads`: collection -> body, listed in its hub's role by `signer`."""
        version = int(at.timestamp())
        targets = write_targets(version, self.publishers, self.installers, [self.targets_key], at)
        signed_at = role_at or at
        made: dict[str, bytes] = {}
        for hub in {name.partition("/")[0] for name in heads}:
            listed = heads_listed(
                {name: body for name, body in heads.items() if name.partition("/")[0] == hub}
            )
            keys = [signer or self.publishing]
            made[hub] = write_listing(int(signed_at.timestamp()), listed, keys, signed_at)
        made |= roles or {}
        return write_online([self.root], targets, made, (0, 0), self.online, at)

    def edition(
        self,
        records: list[Revision],
        version: int,
        *,
        blobs: Iterable[bytes] = (),
        at: datetime = NOW,
        signer: SigningKey | None = None,
        signed: SignedHead | None = None,
        bundle: Bundle | None = None,
        **said: Any,
    ) -> Files:
        """The payload of an edition of one collection."""
        ordered = sorted(records, key=lambda one: tree_key(id_bytes(one.content.id)))
        head = self.head(ordered, version, **said)
        signed = signed or sign_head(head, signer or self.publishing)
        bundle = bundle or self.bundle({PUBLIC: signed.body}, at)
        listed = {PUBLIC: Listed(head.version, head.root, head.records)}
        files = {
            layout.BUNDLE: pack(bundle, None),
            layout.head_name(PUBLIC): layout.write_head(signed),
            layout.nodes_name(PUBLIC): nodes_of([entry_of(one) for one in ordered]).packed(),
            layout.snapshot_name(PUBLIC): b"".join(write_snapshot(one.canonical for one in ordered)),
            layout.CONTENTS: contents_of(listed),
        }
        return files | {layout.blob_name(digest(content)): content for content in blobs}


def contents_of(listed: Mapping[str, Listed], **said: Any) -> bytes:
    """The list of an edition."""
    true = {"format": layout.FORMAT, "made": "2026-11-23T00:00:00Z", "by": "", "software": ""}
    return layout.write_contents(Contents(**(true | {"collections": dict(listed)} | said)))


def bagged(payload: Files) -> Files:
    """The payload with tag files that fit it, as anybody can write them."""
    total = sum(map(len, payload.values()))
    tags = {
        layout.DECLARED: layout.DECLARATION,
        layout.INFO: f"Payload-Oxum: {total}.{len(payload)}\n".encode(),
        layout.MANIFEST: manifest(payload),
    }
    return payload | tags | {layout.TAG_MANIFEST: manifest(tags)}


def manifest(files: Files) -> bytes:
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return "".join(lines).encode()


def lay(files: Files, folder: Path) -> Path:
    """Put an edition into a folder, in the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def later(days: float) -> datetime:
    return NOW + timedelta(days=days)


def said_of(head: SignedHead) -> dict[str, Any]:
    return dict(msgspec.to_builtins(head.head()))


def versions(bundle: Bundle) -> dict[str, int]:
    return {name: version_of(document) for name, document in bundle.roles.items()}
