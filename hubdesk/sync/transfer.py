"""Large things over a desk's line: blobs in both directions.

Invariant: a blob counts only when its whole bytes have its hash; what has arrived, or was brought, stays after a cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from hubdesk.catalogue.blobs import Blobs, disk_errors
from hubdesk.catalogue.chunks import Gathered, forget
from hubdesk.errors import NotFound, ServerAnswer, Unreachable, Untrusted
from hubdesk.model.identity import digest
from hubdesk.sync.gathering import Gathering, Progress
from hubdesk.sync.link import Reach, bounded
from hubdesk.sync.patching import Patching
from hubdesk.sync.source import HubSource, Source
from hubdesk.sync.upload import Upload
from hubdesk.sync.wire import BLOBS, CHUNK, BlobRef

UNLISTED = 4 * CHUNK
"""Bytes of a file up to which a chunk list is not worth its round trip."""

__all__ = ["UNLISTED", "Progress", "Transfer"]


class Transfer:
    """Blobs between a profile's folder and the hub at the end of `link`."""

    def __init__(self, link: Reach, blobs: Blobs, others: Sequence[Source] = ()) -> None:
        self._link = link
        self._blobs = blobs
        self._patience = link.patience
        self._hub = HubSource(link)
        self._others = others
        self._sources: list[Source] = [*others, self._hub]

    def download(
        self, reference: BlobRef, progress: Progress | None = None, older: Sequence[bytes] = ()
    ) -> None:
        """Bring a file whole and verified into the profile, through cuts and from where an earlier attempt ended.

        `older` are earlier versions of it, the newest first: from one that lies here a patch may lead to it. Raises Unreachable, ServerAnswer, Untrusted("chunk-false" | "blob-mismatch" | "blob-size"), StorageFailure.
        """
        if self._blobs.has(reference.sha256):
            return
        for old in older:
            if self._blobs.has(old):
                if Patching(self._hub, self._blobs, self._patience).run(old, reference, progress):
                    return
                break
        if reference.size <= UNLISTED and any(self._take_from(other, reference) for other in self._others):
            return
        if reference.size > UNLISTED:
            try:
                self._gather(reference, progress)
                return
            except NotFound:
                pass  # nobody has a chunk list: a hub of an older version
        self._take_whole(reference, progress)

    def _take_from(self, other: Source, reference: BlobRef) -> bool:
        """Bring a small file from another source than the hub; tell whether it had the right bytes."""
        try:
            with closing(other.read(reference.sha256, 0, reference.size)) as pieces:
                content = b"".join(bounded(pieces, reference.size))
        except (NotFound, Untrusted):
            return False
        if digest(content) != reference.sha256:
            return False
        self._blobs.add_stream([content], reference.sha256)
        return True

    def _gather(self, reference: BlobRef, progress: Progress | None) -> None:
        with Gathered(self._blobs, reference.sha256, reference.size) as gathered:
            Gathering(gathered, reference.sha256, self._sources, self._patience, progress).run()

    def _take_whole(self, reference: BlobRef, progress: Progress | None) -> None:
        """Bring a file from its beginning to its end, of which only the whole can be checked."""
        if reference.size == 0:
            self._blobs.add_stream([], reference.sha256)
            return
        for _ in self.stream(reference, progress):
            pass
        if not self._blobs.has(reference.sha256):
            self._blobs.finish_part(reference.sha256)
        forget(self._blobs, reference.sha256)

    def stream(self, reference: BlobRef, progress: Progress | None = None) -> Iterator[bytes]:
        """Yield a blob's bytes from its beginning while they arrive, through cuts; what has arrived stays."""
        if self._blobs.has(reference.sha256):
            yield from _read(self._blobs.path(reference.sha256))
            return
        part = self._blobs.part(reference.sha256)
        done = part.stat().st_size if part.exists() else 0
        if done > reference.size:
            part.unlink()
            done = 0
        yield from _read(part) if done else ()
        while done < reference.size:
            try:
                for piece in self._more(reference, part, done):
                    done += len(piece)
                    self._patience.moved()
                    if progress is not None:
                        progress(done, reference.size)
                    yield piece
            except (Unreachable, ServerAnswer) as error:
                self._patience.failed(error)
            else:
                if done < reference.size:
                    raise Untrusted("blob-size", stated=reference.size, found=done)

    def _more(self, reference: BlobRef, part: Path, first: int) -> Iterator[bytes]:
        name = BLOBS + reference.sha256.hex()
        with disk_errors(part), part.open("ab") as file:
            for piece in bounded(self._link.get(name, first), reference.size - first):
                file.write(piece)
                file.flush()
                yield piece

    def fetch(self, reference: BlobRef, limit: int, progress: Progress | None = None) -> bytes:
        """Return a blob of at most `limit` bytes, whole and checked, without keeping it.

        Raises Untrusted("blob-size" | "blob-mismatch"), Unreachable, ServerAnswer, StorageFailure.
        """
        if reference.size > limit:
            raise Untrusted("blob-size", stated=reference.size, limit=limit)
        content = b"".join(self.stream(reference, progress))
        self.forget(reference)
        if digest(content) != reference.sha256:
            raise Untrusted("blob-mismatch", sha256=reference.sha256.hex())
        return content

    def forget(self, reference: BlobRef) -> None:
        """Throw away what was gathered of a blob that is not wanted any more."""
        self._blobs.part(reference.sha256).unlink(missing_ok=True)

    def upload(self, reference: BlobRef, progress: Progress | None = None) -> None:
        """Bring a blob that lies here to the server, through cuts and from where an earlier attempt ended.

        Raises Unreachable, ServerAnswer.
        """
        Upload(self._link, self._blobs.path(reference.sha256), reference, progress).run()


def _read(path: Path) -> Iterator[bytes]:
    with disk_errors(path), path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            yield piece
