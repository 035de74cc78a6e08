"""An edition in an opened bag: its members by name, each checked before it is understood.

Invariant: nothing here is believed for standing in the edition. Root and targets are checked against a hash known
before, heads against targets, node hashes against heads, records against node hashes.
"""

from __future__ import annotations

from collections.abc import Iterator

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import digest, is_hash
from hubdesk.model.record import Revision
from hubdesk.packages import layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.layout import Contents, Progress, Step
from hubdesk.packages.manifest import damaged
from hubdesk.state.head import SignedHead
from hubdesk.state.snapshot import read_snapshot
from hubdesk.state.tree import WIDTH, Nodes
from hubdesk.trust.centre import MAX_BYTES, Centre, read_centre
from hubdesk.trust.invite import read_invite

_LARGEST_HEAD = 16_384
_LARGEST_LIST = 16 * 1024 * 1024


def anchor_of(invite: str | None, root: str | None) -> bytes | None:
    """Return the root's SHA-256 that an invite or `root` (64 hexadecimal digits) names, None without either.

    Raises BadInput("invite-unreadable" | "not-a-root").
    """
    if root is not None and not is_hash(root.lower()):
        raise BadInput("not-a-root", value=root[:80])
    named = [read_invite(invite).root] if invite else []
    named += [bytes.fromhex(root)] if root else []
    if len(set(named)) > 1:
        raise BadInput("edition-other-centre", expected=named[1].hex(), found=named[0].hex())
    return named[0] if named else None


class Edition:
    """An edition. `contents` is its list. Of a bag it demands more than BagIt does: RFC 8493 itself, SHA-256 of
    everything, and that nothing lies elsewhere.

    Raises BadInput("edition-damaged" | "edition-newer" | "edition-older"), StorageFailure.
    """

    def __init__(self, bag: Bag) -> None:
        self._bag = bag
        self._check_form()
        self._root = self._bag.read(layout.ROOT, MAX_BYTES)
        self.contents: Contents = layout.read_contents(self._bag.read(layout.CONTENTS, _LARGEST_LIST))

    def _check_form(self) -> None:
        declared, (payload, tags) = self._bag.declared, self._bag.algorithms
        if not declared.is_final or declared.encoding != "UTF-8":
            raise damaged(layout.DECLARED, "not BagIt 1.0 in UTF-8")
        if self._bag.has_fetch:
            raise damaged("fetch.txt", "parts of this bag lie elsewhere")
        for name, found in ((layout.MANIFEST, payload), (layout.TAG_MANIFEST, tags)):
            if "sha256" not in found:
                raise damaged(name, "missing")

    @property
    def root_hash(self) -> bytes:
        """The SHA-256 of the edition's root.json, to be compared by people."""
        return digest(self._root)

    def check(self, *, with_files: bool = True, progress: Progress | None = None) -> None:
        """Compare every member, or all but the files of records, with the manifest."""

        def told(name: str, done: int, total: int) -> None:
            if progress is not None:
                progress(Step("checking", name, done, total))

        names = [name for name in self._bag.names if with_files or not name.startswith(layout.BLOBS)]
        self._bag.check(names, told)

    def centre(self, anchor: bytes | None) -> tuple[bytes, bytes, Centre]:
        """Return root.json, targets.json and who signs for which hub, if the root is the one of SHA-256 `anchor`.

        Raises BadInput("edition-untrusted" without an anchor, "edition-other-centre"), Untrusted.
        """
        if anchor is None:
            raise BadInput("edition-untrusted", root=self.root_hash.hex())
        if anchor != self.root_hash:
            raise BadInput("edition-other-centre", expected=anchor.hex(), found=self.root_hash.hex())
        targets = self._bag.read(layout.TARGETS, MAX_BYTES)
        return self._root, targets, read_centre(self._root, targets, expected_root=anchor)

    def head(self, collection: str) -> SignedHead:
        """Return a collection's head with its signature, which the caller checks."""
        try:
            return layout.read_head(self._bag.read(layout.head_name(collection), _LARGEST_HEAD))
        except BadInput as error:
            if error.code == "not-a-head":
                raise Untrusted("head-broken") from error
            raise

    def nodes(self, collection: str) -> Nodes:
        """Return a collection's node hashes, which the caller compares with the head's root."""
        name = layout.nodes_name(collection)
        packed = self._bag.read(name, 32 * WIDTH)
        if len(packed) != 32 * WIDTH:
            raise damaged(name, "not 256 node hashes")
        return Nodes(packed)

    def snapshot(self, collection: str) -> Iterator[bytes]:
        """Yield a collection's snapshot as it lies there."""
        return self._bag.pieces(layout.snapshot_name(collection))

    def snapshot_hash(self, collection: str) -> bytes:
        """Return the SHA-256 that the manifest gives for a collection's snapshot."""
        return self._bag.sha256(layout.snapshot_name(collection))

    def snapshot_size(self, collection: str) -> int:
        """Return the size of a collection's snapshot in bytes."""
        return self._bag.size(layout.snapshot_name(collection))

    def revisions(self, collection: str, nodes: Nodes) -> Iterator[Revision]:
        """Yield a collection's revisions in tree order, each proved by `nodes`."""
        for _, members in read_snapshot(self.snapshot(collection), nodes):
            yield from members

    def files(self) -> set[bytes]:
        """Return the SHA-256 of every file of records that lies in the edition."""
        named = (name.rpartition("/")[2] for name in self._bag.names if name.startswith(layout.BLOBS))
        return {bytes.fromhex(name) for name in named if is_hash(name)}

    def file(self, sha256: bytes) -> Iterator[bytes]:
        """Yield a file of records; whoever takes it in compares its hash."""
        return self._bag.pieces(layout.blob_name(sha256))

    def file_size(self, sha256: bytes) -> int:
        """Return a file's size in bytes."""
        return self._bag.size(layout.blob_name(sha256))
