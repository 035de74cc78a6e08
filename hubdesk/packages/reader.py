"""An edition in an opened bag: its members by name, each checked before it is understood.

Invariant: nothing here is believed for standing in the edition. What vouches for it is packages/vouching.py's matter,
what is proved packages/proving.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import is_hash
from hubdesk.model.record import Revision
from hubdesk.packages import layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.layout import Contents
from hubdesk.packages.manifest import damaged
from hubdesk.packages.watch import Watch
from hubdesk.state.head import SignedHead
from hubdesk.state.snapshot import read_snapshot
from hubdesk.state.tree import WIDTH, Nodes
from hubdesk.trust.invite import read_invite

_TAGS = (layout.DECLARED, layout.INFO, layout.MANIFEST, layout.PAGE)
LARGEST_DOCUMENT = 512_000
_LARGEST_HEAD = 16_384
_LARGEST_LIST = 16 * 1024 * 1024
_SNAPSHOT = "/snapshot.zst"
_LARGEST_MEMBER = 64 * 1024 * 1024


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
        self.bag = bag
        self._check_form()
        self.contents: Contents = layout.read_contents(bag.read(layout.CONTENTS, _LARGEST_LIST))

    def _check_form(self) -> None:
        declared, (payload, tags) = self.bag.declared, self.bag.algorithms
        if not declared.is_final or declared.encoding != "UTF-8":
            raise damaged(layout.DECLARED, "not BagIt 1.0 in UTF-8")
        if "fetch.txt" in self.bag.top:
            raise damaged("fetch.txt", "parts of this bag lie elsewhere")
        for name, found in ((layout.MANIFEST, payload), (layout.TAG_MANIFEST, tags)):
            if "sha256" not in found:
                raise damaged(name, "missing")
        for name in _TAGS:
            if name in self.bag.top and name not in self.bag.tagged("sha256"):
                raise damaged(name, "not in the tag manifest")

    def check(self, watch: Watch, claimed: Collection[str] | None = None) -> None:
        """Compare the tag files and every member with the manifests; with `claimed` only what a taking uses: the snapshots
        of these collections, whose heads count, and no files of records. What is larger than its kind can be is refused
        before it is read."""
        snapshots = [layout.snapshot_name(name) for name in claimed or ()]
        names = self.bag.names
        if claimed is not None:
            names = [name for name in names if name in snapshots or _is_small(name)]
        for name in names:
            if _is_small(name) and self.bag.size(name) > _LARGEST_MEMBER:
                raise damaged(name, "too large")
        self.bag.check(names, lambda name, done, total: watch.tell("checking", name, done, total))

    def document(self, name: str) -> bytes:
        """Return one of the small members."""
        return self.bag.read(name, LARGEST_DOCUMENT)

    def has(self, name: str) -> bool:
        """Tell whether there is such a member."""
        return self.bag.has(name)

    def head(self, collection: str) -> SignedHead:
        """Return a collection's head with its signature, which the caller checks."""
        try:
            return layout.read_head(self.bag.read(layout.head_name(collection), _LARGEST_HEAD))
        except BadInput as error:
            if error.code == "not-a-head":
                raise Untrusted("head-broken") from error
            raise

    def nodes(self, collection: str) -> Nodes:
        """Return a collection's node hashes, which the caller compares with the head's root."""
        name = layout.nodes_name(collection)
        packed = self.bag.read(name, 32 * WIDTH)
        if len(packed) != 32 * WIDTH:
            raise damaged(name, "not 256 node hashes")
        return Nodes(packed)

    def snapshot(self, collection: str) -> Iterator[bytes]:
        """Yield a collection's snapshot as it lies there."""
        return self.bag.pieces(layout.snapshot_name(collection))

    def snapshot_hash(self, collection: str) -> bytes:
        """Return the SHA-256 that the manifest gives for a collection's snapshot."""
        return self.bag.sha256(layout.snapshot_name(collection))

    def snapshot_size(self, collection: str) -> int:
        """Return the size of a collection's snapshot in bytes."""
        return self.bag.size(layout.snapshot_name(collection))

    def revisions(self, collection: str, nodes: Nodes) -> Iterator[Revision]:
        """Yield a collection's revisions in tree order, each proved by `nodes`."""
        for _, members in read_snapshot(self.snapshot(collection), nodes):
            yield from members

    def files(self) -> dict[bytes, int]:
        """Return SHA-256 -> size of every file of records that lies in the edition."""
        named = [name for name in self.bag.names if layout.is_blob(name)]
        return {bytes.fromhex(name.rpartition("/")[2]): self.bag.size(name) for name in named}

    def missing(self) -> list[bytes]:
        """Return the SHA-256 of the files of records that the manifest names and that do not lie there."""
        return [bytes.fromhex(name.rpartition("/")[2]) for name in self.bag.missing]

    def file(self, sha256: bytes) -> Iterator[bytes]:
        """Yield a file of records; whoever takes it in compares its hash."""
        return self.bag.pieces(layout.blob_name(sha256))

    def carried(self, folder: str) -> list[str]:
        """Return the members of one of the folders of what is carried between desks and the hub, layout.CARRIED."""
        return [name for name in self.bag.names if name.startswith(folder) and layout.is_member(name)]


def _is_small(name: str) -> bool:
    is_large = name.startswith(layout.BLOBS) or name.endswith(_SNAPSHOT)
    return layout.is_member(name) and not is_large
