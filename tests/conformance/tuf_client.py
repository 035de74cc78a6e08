"""The client command line of the upstream TUF client conformance suite, over HubDesk's adapter with policy strict.

    python tests/conformance/tuf_client.py --metadata-dir DIR init TRUSTED_ROOT
    python tests/conformance/tuf_client.py --metadata-dir DIR --metadata-url URL refresh
    python tests/conformance/tuf_client.py --metadata-dir DIR --metadata-url URL --target-name PATH \
        --target-dir DIR --target-base-url URL download

Exit status 0: done; 1: refused. HubDesk itself fetches no metadata: an exchange or an edition carries it. So this client
adds to the adapter what the specification calls its network and file parts (The Update Framework 1.0, section 5), and
nothing that decides what is trusted.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

# Run from outside, in any folder: the package stands two folders above.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hubdesk.errors import HubDeskError, Untrusted
from hubdesk.trust.metadata_set import LARGEST, MetadataSet

if TYPE_CHECKING:
    from tuf.api.metadata import TargetFile

MOST_ROOTS = 256
MOST_DELEGATIONS = 32
LARGEST_TARGETS = 5_000_000
SECONDS = 30
PIECE = 65_536
IN_A_URL = "/:@!$&'()*+,;=~%-._?#[]"
"""A target path is a part of a URL as it stands; only what no URL can hold is quoted."""


class Missing(Exception):
    """The repository has no such file, or refuses it (404, 403)."""


class Failed(Exception):
    """The repository or the network fails."""


def fetch(url: str, limit: int) -> bytes:
    """Return what lies at a URL, at most `limit` bytes; raises Missing, Failed."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=SECONDS) as answer:
            content = bytearray()
            while piece := answer.read(min(PIECE, limit + 1 - len(content))):
                content += piece
                if len(content) > limit:
                    raise Failed(f"more than {limit} bytes at {url}")
            return bytes(content)
    except urllib.error.HTTPError as error:
        with error:
            raise (Missing if error.code in (403, 404) else Failed)(f"{error.code} for {url}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Failed(str(error)) from error


class Client:
    """A desk's trust in a folder of files, as the suite looks at it: `ROLE.json`, the newest that is trusted."""

    def __init__(self, folder: Path, url: str, now: datetime) -> None:
        self._folder = folder
        self._url = url if url.endswith("/") else url + "/"
        self._set = MetadataSet(self._held("root") or b"", now)

    def refresh(self) -> None:
        """Bring root, timestamp, snapshot and targets up to date (section 5.3 to 5.6)."""
        self._refresh_root()
        self._refresh_timestamp()
        self._refresh_snapshot()
        self._load("targets", "root")

    def find(self, path: str) -> TargetFile | None:
        """Return what the most trusted role says of a target (section 5.6.7): delegations in order, each role once."""
        waiting = [("targets", "root")]
        visited: set[str] = set()
        while waiting and len(visited) <= MOST_DELEGATIONS:
            role, delegator = waiting.pop()
            if role in visited:
                continue
            self._load(role, delegator)
            visited.add(role)
            targets = self._set.role(role)
            if path in targets.targets:
                return targets.targets[path]
            below = []
            delegated = (
                targets.delegations.get_roles_for_target(path) if targets.delegations is not None else ()
            )
            for child, terminating in delegated:
                below.append((child, role))
                if terminating:
                    waiting = []
                    break
            waiting += reversed(below)
        return None

    def download(self, path: str, folder: Path, base: str) -> None:
        """Store a target in `folder`, unless it is there already (section 5.7); raises Missing, Failed, Untrusted."""
        target = self.find(path)
        if target is None:
            raise Missing(path)
        place = folder / urllib.parse.quote(path, "")
        if place.is_file() and is_target(place.read_bytes(), target):
            return
        before, slash, name = path.rpartition("/")
        if self._set.root.consistent_snapshot:
            name = f"{next(iter(target.hashes.values()))}.{name}"
        url = (base if base.endswith("/") else base + "/") + urllib.parse.quote(
            before + slash + name, IN_A_URL
        )
        content = fetch(url, target.length)
        if not is_target(content, target):
            raise Untrusted("metadata-mixed", role=path)
        write(place, content)

    def _refresh_root(self) -> None:
        for _ in range(MOST_ROOTS):
            try:
                document = self._fetched("root", LARGEST["root"], self._set.root.version + 1)
            except Missing:
                return
            self._set.add_root(document)
            self._keep("root", document)

    def _refresh_timestamp(self) -> None:
        self._guard("timestamp", self._set.add_timestamp)
        document = self._fetched("timestamp", LARGEST["timestamp"], None)
        if self._set.add_timestamp(document):
            self._keep("timestamp", document)

    def _refresh_snapshot(self) -> None:
        if self._guard("snapshot", lambda document: self._set.add_snapshot(document, held=True)):
            return
        meta = self._set.timestamp.snapshot_meta
        document = self._fetched("snapshot", meta.length or LARGEST["snapshot"], self._prefix(meta.version))
        self._set.add_snapshot(document)
        self._keep("snapshot", document)

    def _load(self, role: str, delegator: str) -> None:
        if self._set.holds(role, delegator):
            return
        if self._guard(role, lambda document: self._set.add_targets(document, role, delegator)):
            return
        meta = self._set.snapshot.meta.get(f"{role}.json")
        if meta is None:
            raise Untrusted("metadata-mixed", role=role)
        document = self._fetched(role, meta.length or LARGEST_TARGETS, self._prefix(meta.version))
        self._set.add_targets(document, role, delegator)
        self._keep(role, document)

    def _guard(self, role: str, add: Callable[[bytes], object]) -> bool:
        """Offer the document that is held; tell whether it still stands."""
        document = self._held(role)
        if document is None:
            return False
        with suppress(Untrusted):
            add(document)
            return True
        return False

    def _prefix(self, version: int) -> int | None:
        return version if self._set.root.consistent_snapshot else None

    def _fetched(self, role: str, limit: int, version: int | None) -> bytes:
        name = urllib.parse.quote(role, "") + ".json"
        return fetch(self._url + (name if version is None else f"{version}.{name}"), limit)

    def _place(self, role: str) -> Path:
        return self._folder / (urllib.parse.quote(role, "") + ".json")

    def _held(self, role: str) -> bytes | None:
        try:
            return self._place(role).read_bytes()
        except OSError:
            return None

    def _keep(self, role: str, document: bytes) -> None:
        write(self._place(role), document)


def is_target(content: bytes, target: TargetFile) -> bool:
    """Tell whether a content is the one that a role lists, by its length and every hash that is named."""
    if len(content) != target.length or not target.hashes:
        return False
    try:
        return all(hashlib.new(name, content).hexdigest() == value for name, value in target.hashes.items())
    except ValueError:  # a hash that nobody here can compute proves nothing
        return False


def write(place: Path, content: bytes) -> None:
    """Replace a file as a whole."""
    fresh = place.with_name(place.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(place)


def parser() -> argparse.ArgumentParser:
    """Return the suite's command line."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--metadata-dir", type=Path, required=True)
    asked.add_argument("--metadata-url", default="")
    asked.add_argument("--target-name")
    asked.add_argument("--target-dir", type=Path)
    asked.add_argument("--target-base-url")
    commands = asked.add_subparsers(dest="command", required=True)
    commands.add_parser("init").add_argument("trusted_root", type=Path)
    commands.add_parser("refresh")
    commands.add_parser("download")
    return asked


def main(arguments: Sequence[str] | None = None, now: datetime | None = None) -> int:
    """Run one command, at the machine's time unless another is given; return the exit status."""
    asked = parser().parse_args(arguments)
    try:
        if asked.command == "init":
            asked.metadata_dir.mkdir(parents=True, exist_ok=True)
            write(asked.metadata_dir / "root.json", asked.trusted_root.read_bytes())
            return 0
        client = Client(asked.metadata_dir, asked.metadata_url, now or datetime.now(UTC))
        client.refresh()
        if asked.command == "download":
            asked.target_dir.mkdir(parents=True, exist_ok=True)
            client.download(asked.target_name, asked.target_dir, asked.target_base_url)
    except (HubDeskError, Missing, Failed, OSError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
