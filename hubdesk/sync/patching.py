"""A new version of a file made from the one that lies here and a patch of the hub.

Invariant: a patch is believed in nothing; what it makes becomes a file only when its whole has the right SHA-256, and
a patch that is missing, large, false or of another hub costs no more than the whole would have.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from hubdesk.catalogue.blobs import Blobs, disk_errors
from hubdesk.catalogue.chunks import bytes_here, forget
from hubdesk.errors import NotFound, ServerAnswer, Unreachable, Untrusted
from hubdesk.state.patch import apply_patch
from hubdesk.sync.gathering import Progress
from hubdesk.sync.link import bounded
from hubdesk.sync.patience import Patience
from hubdesk.sync.source import HubSource
from hubdesk.sync.wire import BlobRef

SHARE = 0.6
"""Of what is missing: a larger patch is not worth its risk."""
LEAST_BYTES = 8_192
"""Missing bytes below which nobody asks for a patch."""


class Patching:
    """Brings files by patches from `hub`."""

    def __init__(self, hub: HubSource, blobs: Blobs, patience: Patience) -> None:
        self._hub = hub
        self._blobs = blobs
        self._patience = patience

    def run(self, old: bytes, reference: BlobRef, progress: Progress | None = None) -> bool:
        """Bring a file from its older version `old`, which lies here; False where it has to come whole.

        Raises Unreachable, StorageFailure.
        """
        missing = reference.size - bytes_here(self._blobs.profile, reference.sha256, reference.size)
        if missing < LEAST_BYTES:
            return False
        patch = self._blobs.part(reference.sha256).with_suffix(f".{old.hex()[:16]}")
        try:
            self._fetch(patch, old, reference, int(SHARE * missing), progress)
            with disk_errors(patch), self._blobs.path(old).open("rb") as before, patch.open("rb") as packed:
                self._blobs.add_stream(apply_patch(before, packed, reference.size), reference.sha256)
        except (NotFound, ServerAnswer, Untrusted):
            patch.unlink(missing_ok=True)
            return False
        patch.unlink(missing_ok=True)
        forget(self._blobs, reference.sha256)
        return True

    def _fetch(
        self, patch: Path, old: bytes, reference: BlobRef, most: int, progress: Progress | None
    ) -> None:
        """Bring the patch, going on where it was cut; the hub may ask for a little time to make it."""
        done = patch.stat().st_size if patch.exists() else 0
        while True:
            try:
                pieces = self._hub.patch(old, reference.sha256, done, most)
                with disk_errors(patch), patch.open("ab") as file, closing(pieces):
                    for piece in bounded(pieces, most - done):
                        file.write(piece)
                        done += len(piece)
                        self._patience.moved()
                        if progress is not None:
                            progress(done, done)
                return
            except NotFound as error:
                if done and error.data.get("said") == "range":
                    return  # all of it was here already
                raise
            except (Unreachable, ServerAnswer) as error:
                self._patience.failed(error)
