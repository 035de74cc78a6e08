"""A repository of The Update Framework on the loopback, which says what a test wants it to say.

Invariant: what is served is what was published, also where a test then changes the documents that it publishes next.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    SuccinctRoles,
    TargetFile,
    Targets,
    Timestamp,
)

TOP = ("root", "timestamp", "snapshot", "targets")
ALL = ("root", "targets", "snapshot", "timestamp")
"""In the order in which a change is published."""


class Repository:
    """`signed`: role -> what is published next; `published`: role -> the documents so far, first version first;
    `signers`: role -> key id -> who signs it; `asked`: (role, version) in the order of requests; `fetched`: target
    paths. With `hashed`, snapshot and timestamp name lengths and hashes."""

    def __init__(self) -> None:
        expires = datetime.now(UTC).replace(microsecond=0) + timedelta(days=30)
        self.expires = expires
        self.root = Root(expires=expires)
        self.timestamp = Timestamp(expires=expires)
        self.snapshot = Snapshot(expires=expires)
        self.targets = Targets(expires=expires)
        self.signed: dict[str, Signed] = {
            "root": self.root,
            "timestamp": self.timestamp,
            "snapshot": self.snapshot,
            "targets": self.targets,
        }
        self.published: dict[str, list[bytes]] = {}
        self.signers: dict[str, dict[str, CryptoSigner]] = {}
        self.content: dict[str, bytes] = {}
        self.asked: list[tuple[str, int | None]] = []
        self.fetched: list[str] = []
        self.hashed = False
        for role in TOP:
            self.add_key(role)
        self.publish(*ALL)

    def add_key(self, role: str, signer: CryptoSigner | None = None, delegator: str = "root") -> CryptoSigner:
        """Let one more key sign a role."""
        signer = signer or CryptoSigner.generate_ed25519()
        above: Any = self.signed[delegator]
        above.add_key(signer.public_key, role)
        self.signers.setdefault(role, {})[signer.public_key.keyid] = signer
        return signer

    def rotate(self, role: str) -> None:
        """Replace the keys of a top role by as many new ones as its threshold."""
        self.root.roles[role].keyids.clear()
        self.signers[role].clear()
        for _ in range(self.root.roles[role].threshold):
            self.add_key(role)

    def delegate(
        self,
        delegator: str,
        role: str,
        paths: tuple[str, ...] = ("*",),
        *,
        terminating: bool = False,
        expires: datetime | None = None,
    ) -> Targets:
        """Add a role below another; a role that exists is delegated once more."""
        above: Any = self.signed[delegator]
        if above.delegations is None:
            above.delegations = Delegations({}, {})
        above.delegations.roles[role] = DelegatedRole(role, [], 1, terminating, list(paths))
        self.add_key(role, delegator=delegator)
        below = self.signed.setdefault(role, Targets(expires=expires or self.expires))
        assert isinstance(below, Targets)
        return below

    def delegate_bins(self, delegator: str, bits: int, prefix: str) -> list[str]:
        """Let a role delegate to 2 ** `bits` bins by the hash of a path; return their names."""
        above: Any = self.signed[delegator]
        bins = SuccinctRoles([], 1, bits, prefix)
        above.delegations = Delegations({}, None, bins)
        signer = CryptoSigner.generate_ed25519()
        above.add_key(signer.public_key)
        for name in bins.get_roles():
            self.signed[name] = Targets(expires=self.expires)
            self.signers[name] = {signer.public_key.keyid: signer}
        return list(bins.get_roles())

    def add_target(self, role: str, path: str, content: bytes) -> None:
        """Let a role list a target, and serve it."""
        listing: Any = self.signed[role]
        listing.targets[path] = TargetFile.from_data(path, content, ["sha256"])
        self.content[path] = content

    def publish(self, *roles: str) -> None:
        """Sign and serve the next version of each role; the snapshot and the timestamp are told at once."""
        for role in roles:
            signed = self.signed[role]
            if role in self.published:
                signed.version += 1
            metadata: Metadata[Any] = Metadata(signed)
            for signer in self.signers[role].values():
                metadata.sign(signer, append=True)
            document = metadata.to_bytes()
            self.published.setdefault(role, []).append(document)
            meta = MetaFile(signed.version)
            if self.hashed:
                meta = MetaFile(signed.version, len(document), {"sha256": sha256(document).hexdigest()})
            if role == "snapshot":
                self.timestamp.snapshot_meta = meta
            elif role not in TOP or role == "targets":
                self.snapshot.meta[f"{role}.json"] = meta

    def begin_again(self, role: str) -> None:
        """Forget what a role published: the next is version 1."""
        self.signed[role].version = 1
        del self.published[role]

    def document(self, role: str, version: int | None) -> bytes:
        """Return what is served; raises LookupError."""
        documents = self.published[role]
        if version is None:
            return documents[-1]
        if version < 1:
            raise LookupError(version)
        return documents[version - 1]

    def answer(self, path: str) -> bytes:
        """Return what lies at a path; raises LookupError, ValueError."""
        folder, _, name = path.lstrip("/").partition("/")
        if folder == "targets":
            return self._target(unquote(name))
        name = name.removesuffix(".json")
        version: int | None = None
        if name != "timestamp" and (self.root.consistent_snapshot or name.endswith(".root")):
            number, _, name = name.partition(".")
            version = int(number)
        self.asked.append((name, version))
        return self.document(unquote(name), version)

    def _target(self, name: str) -> bytes:
        before, slash, file = name.rpartition("/")
        if self.root.consistent_snapshot:
            file = file.partition(".")[2]
        self.fetched.append(before + slash + file)
        return self.content[before + slash + file]

    @contextmanager
    def served(self) -> Iterator[str]:
        """Yield the URL of the repository while it is served."""
        repository = self

        class Face(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                try:
                    content = repository.answer(self.path)
                except (LookupError, ValueError):
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Face)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
