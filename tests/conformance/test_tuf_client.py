"""The client of the upstream conformance suite against a repository of our own, in the ways the suite looks at.

Invariant: the client is run as the suite runs it: by its command line, its exit status, its files, its requests.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import MetaFile

from tests.conformance import tuf_client
from tests.conformance.repository import ALL, Repository

DAY = timedelta(days=1)
SCRIPT = Path(tuf_client.__file__)


class Desk:
    """Whoever runs the client: its two folders, and what stands in them."""

    def __init__(self, folder: Path, url: str, repository: Repository) -> None:
        self.trusted = folder / "trusted"
        self.targets = folder / "targets"
        self.root = folder / "first_root.json"
        self._url = url
        self.root.write_bytes(repository.document("root", 1))
        for place in (self.trusted, self.targets):
            place.mkdir()

    def init(self) -> int:
        return tuf_client.main(["--metadata-dir", str(self.trusted), "init", str(self.root)])

    def refresh(self, now: datetime | None = None) -> int:
        return tuf_client.main([*self.places(), "refresh"], now)

    def download(self, name: str, now: datetime | None = None) -> int:
        there = ["--target-dir", str(self.targets), "--target-base-url", self._url + "targets"]
        return tuf_client.main([*self.places(), "--target-name", name, *there, "download"], now)

    def places(self) -> list[str]:
        return ["--metadata-dir", str(self.trusted), "--metadata-url", self._url + "metadata"]

    def versions(self) -> dict[str, int]:
        found = {}
        for place in sorted(self.trusted.glob("*.json")):
            found[place.stem] = json.loads(place.read_bytes())["signed"]["version"]
        return found

    def downloaded(self) -> list[bytes]:
        return sorted(place.read_bytes() for place in self.targets.iterdir())


@pytest.fixture
def repository() -> Repository:
    return Repository()


@pytest.fixture
def desk(tmp_path: Path, repository: Repository) -> Iterator[Desk]:
    with repository.served() as url:
        made = Desk(tmp_path, url, repository)
        assert made.init() == 0
        yield made


def test_a_refresh_asks_for_each_role_once(desk: Desk, repository: Repository) -> None:
    assert desk.refresh() == 0
    assert repository.asked == [("root", 2), ("timestamp", None), ("snapshot", 1), ("targets", 1)]
    assert desk.versions() == {"root": 1, "timestamp": 1, "snapshot": 1, "targets": 1}
    assert (desk.trusted / "snapshot.json").read_bytes() == repository.document("snapshot", 1)


def test_it_runs_from_any_folder_by_its_command_line(
    desk: Desk, repository: Repository, tmp_path: Path
) -> None:
    command = [sys.executable, str(SCRIPT), *desk.places(), "refresh"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, check=False, env={"PATH": "/usr/bin:/bin"}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    repository.published["timestamp"][-1] = b"{}"
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_a_download_refreshes_first(desk: Desk, repository: Repository) -> None:
    assert desk.download("nothing of this name") == 1
    assert repository.asked == [("root", 2), ("timestamp", None), ("snapshot", 1), ("targets", 1)]


def test_bytes_are_kept_as_they_came(desk: Desk, repository: Repository) -> None:
    repository.published["timestamp"][-1] += b" "
    assert desk.refresh() == 0
    assert (desk.trusted / "timestamp.json").read_bytes() == repository.document("timestamp", None)


@pytest.mark.parametrize("broken", ["version", "signature"])
def test_a_bad_first_root_is_refused_before_anything_is_asked(
    desk: Desk, repository: Repository, broken: str
) -> None:
    root = json.loads(desk.root.read_bytes())
    if broken == "version":
        del root["signed"]["version"]
    else:
        root["signatures"][0]["sig"] = "00" * 64
    (desk.trusted / "root.json").write_text(json.dumps(root))
    assert desk.refresh() == 1
    assert repository.asked == []


@pytest.mark.parametrize(
    ("role", "trusted"),
    [
        ("root", {"root": 1}),
        ("timestamp", {"root": 2}),
        ("snapshot", {"root": 2, "timestamp": 2}),
        ("targets", {"root": 2, "timestamp": 2, "snapshot": 2}),
    ],
)
def test_what_nobody_signed_ends_the_refresh_there(
    desk: Desk, repository: Repository, role: str, trusted: dict[str, int]
) -> None:
    repository.signers[role].clear()
    repository.publish(*ALL)
    assert desk.refresh() == 1
    assert desk.versions() == trusted


@pytest.mark.parametrize(
    ("role", "trusted"),
    [
        ("root", {"root": 1}),
        ("snapshot", {"root": 2, "timestamp": 2}),
        ("targets", {"root": 2, "timestamp": 2, "snapshot": 2}),
    ],
)
def test_a_version_that_is_not_the_one_asked_for(
    desk: Desk, repository: Repository, role: str, trusted: dict[str, int]
) -> None:
    repository.signed[role].version += 1
    repository.publish(*ALL)
    below = {
        "snapshot": repository.timestamp.snapshot_meta,
        "targets": repository.snapshot.meta["targets.json"],
    }
    if role in below:  # what stands above names the version that the file is served under
        below[role].version = 2
        repository.published["timestamp"].pop()
        repository.timestamp.version = 1
        if role == "targets":
            repository.published["snapshot"].pop()
            repository.snapshot.version = 1
            repository.publish("snapshot")
        repository.publish("timestamp")
    assert desk.refresh() == 1
    assert desk.versions() == trusted


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_what_is_missing_ends_the_refresh(desk: Desk, repository: Repository, role: str) -> None:
    assert desk.refresh() == 0
    repository.publish("targets", "snapshot", "timestamp")
    repository.published[role].clear()
    assert desk.refresh() == 1
    assert repository.asked[-1][0] == role
    assert desk.versions()[role] == 1


def test_a_timestamp_of_the_same_version_changes_nothing(desk: Desk, repository: Repository) -> None:
    assert desk.refresh() == 0
    repository.timestamp.snapshot_meta.version = 100
    del repository.published["timestamp"]
    repository.publish("timestamp")
    assert desk.refresh() == 0
    assert repository.asked[-1] == ("timestamp", None)
    held = json.loads((desk.trusted / "timestamp.json").read_bytes())
    assert held["signed"]["meta"]["snapshot.json"]["version"] == 1


@pytest.mark.parametrize("hashed", [False, True])
@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_nothing_goes_back(desk: Desk, repository: Repository, role: str, *, hashed: bool) -> None:
    repository.hashed = hashed
    repository.publish("targets", "snapshot", "timestamp")
    assert desk.refresh() == 0
    before = desk.versions()
    repository.begin_again(role)
    repository.publish("targets", "snapshot", "timestamp")
    assert desk.refresh() == 1
    assert desk.versions()[role] == before[role]


@pytest.mark.parametrize("hashed", [False, True])
def test_a_snapshot_that_forgets_a_role_is_refused(
    desk: Desk, repository: Repository, *, hashed: bool
) -> None:
    repository.hashed = hashed
    repository.delegate("targets", "latam")
    repository.publish("latam", "targets", "snapshot", "timestamp")
    assert desk.refresh() == 0
    del repository.snapshot.meta["latam.json"]
    repository.publish("snapshot", "timestamp")
    assert desk.refresh() == 1
    assert desk.versions()["snapshot"] == 2


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_stolen_key_that_ran_ahead_is_replaced(desk: Desk, repository: Repository, role: str) -> None:
    repository.signed[role].version = 99_999
    repository.publish("targets", "snapshot", "timestamp")
    repository.published[role] = [repository.published[role][-1]] * 100_000
    assert desk.refresh() == 0
    assert desk.versions()[role] == 100_000
    # who held the version of a role goes with the keys of whoever named it
    for rotated in {
        "timestamp": ["timestamp"],
        "snapshot": ["timestamp", "snapshot"],
        "targets": ["snapshot"],
    }[role]:
        repository.rotate(rotated)
    repository.begin_again(role)
    repository.publish(*ALL)
    assert desk.refresh() == 0
    assert desk.versions()[role] == 1


def test_hashes_of_metadata_count(desk: Desk, repository: Repository) -> None:
    repository.hashed = True
    repository.publish("targets", "snapshot", "timestamp")
    assert desk.refresh() == 0
    repository.publish("targets")
    meta = repository.snapshot.meta["targets.json"]
    assert meta.hashes is not None
    meta.hashes["sha256"] = "46" * 32
    repository.publish("snapshot", "timestamp")
    assert desk.refresh() == 1
    assert desk.versions() == {"root": 1, "timestamp": 3, "snapshot": 3, "targets": 2}


def test_a_signed_document_of_another_type_is_refused(desk: Desk, repository: Repository) -> None:
    repository.add_key("snapshot", next(iter(repository.signers["timestamp"].values())))
    repository.snapshot.meta = {"snapshot.json": MetaFile(1)}
    repository.publish("root", "snapshot")
    repository.published["timestamp"].append(repository.published["snapshot"].pop())
    assert desk.refresh() == 1
    assert desk.versions() == {"root": 2}


def test_a_signature_that_stands_twice_is_refused(desk: Desk, repository: Repository) -> None:
    snapshot = json.loads(repository.published["snapshot"].pop())
    snapshot["signatures"] *= 2
    repository.published["snapshot"].append(json.dumps(snapshot).encode())
    assert desk.refresh() == 1
    assert desk.versions() == {"root": 1, "timestamp": 1}


@pytest.mark.parametrize("signature", ["", "00" * 64, "no hexadecimal"])
def test_a_false_signature_beside_enough_good_ones_does_no_harm(
    desk: Desk, repository: Repository, signature: str
) -> None:
    repository.add_key("timestamp")
    repository.publish("root", "timestamp")
    timestamp = json.loads(repository.published["timestamp"].pop())
    timestamp["signatures"][0]["sig"] = signature
    repository.published["timestamp"].append(json.dumps(timestamp).encode())
    assert desk.refresh() == 0
    assert desk.versions()["timestamp"] == 2


def test_endless_metadata_is_cut_off(desk: Desk, repository: Repository) -> None:
    repository.published["timestamp"][-1] = b" " * 20_000 + repository.published["timestamp"][-1]
    assert desk.refresh() == 1
    assert desk.versions() == {"root": 1}


@pytest.mark.parametrize(
    ("role", "trusted"),
    [
        ("root", {"root": 2}),
        ("timestamp", {"root": 2}),
        ("snapshot", {"root": 2, "timestamp": 2}),
        ("targets", {"root": 2, "timestamp": 2, "snapshot": 2}),
    ],
)
def test_what_has_expired_is_refused(
    desk: Desk, repository: Repository, role: str, trusted: dict[str, int]
) -> None:
    repository.signed[role].expires = datetime.now(UTC).replace(microsecond=0) - DAY
    repository.publish(*ALL)
    assert desk.refresh() == 1
    assert desk.versions() == trusted


def test_expired_metadata_that_is_held_still_leads_to_newer(desk: Desk, repository: Repository) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    repository.timestamp.expires = now + 7 * DAY
    repository.publish("timestamp")
    assert desk.refresh() == 0
    assert desk.refresh(now + 8 * DAY) == 1
    repository.timestamp.expires = now + 21 * DAY
    repository.publish("targets", "snapshot", "timestamp")
    assert desk.refresh(now + 18 * DAY) == 0
    assert desk.versions() == {"root": 1, "timestamp": 3, "snapshot": 2, "targets": 2}


def test_an_expired_role_that_is_delegated_gives_nothing(desk: Desk, repository: Repository) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    latam = repository.delegate("targets", "latam", ("latam/*",), expires=now + 7 * DAY)
    repository.add_target("latam", "latam/one", b"one")
    repository.add_target("latam", "latam/two", b"two")
    repository.publish("latam", "targets", "snapshot", "timestamp")
    assert desk.download("latam/one", now) == 0
    assert desk.download("latam/two", now + 18 * DAY) == 1
    latam.expires = now + 21 * DAY
    repository.publish("latam", "snapshot", "timestamp")
    assert desk.download("latam/two", now + 18 * DAY) == 0
    assert desk.downloaded() == [b"one", b"two"]


Step = tuple[str, int, str]
"""Keys, threshold and signatures of one root; keys by letter."""
ROOTS: dict[str, tuple[list[Step], bool]] = {
    "one key for another": ([("a", 1, "a"), ("b", 1, "ba"), ("b", 1, "b")], True),
    "with signatures that nobody asked for": ([("a", 1, "cad"), ("b", 1, "cbad"), ("b", 1, "cbd")], True),
    "any three of five": ([("abcde", 3, "ace"), ("abcde", 3, "aeb"), ("abcde", 3, "abd")], True),
    "one of five for another": ([("abcde", 3, "ace"), ("abdef", 3, "aeb")], True),
    "one of five, and a step between": (
        [("abcde", 3, "ace"), ("abdef", 3, "acef"), ("abdef", 3, "aef")],
        True,
    ),
    "all five": ([("abcde", 3, "ace"), ("fghij", 3, "acefgh"), ("fghij", 3, "fgh")], True),
    "a higher threshold": ([("abc", 1, "a"), ("abc", 2, "ab")], True),
    "a lower threshold": ([("abc", 2, "ab"), ("abc", 1, "ab"), ("abc", 1, "a")], True),
    "a second key and both needed": ([("a", 1, "a"), ("ab", 2, "ab")], True),
    "not by the old key": ([("a", 1, "a"), ("b", 1, "bcd")], False),
    "not by the new key": ([("a", 1, "a"), ("b", 1, "acd")], False),
    "not by three of the new": ([("abcde", 3, "ace"), ("abdef", 3, "ace")], False),
    "not by three of the old": ([("abcde", 3, "ace"), ("abdef", 3, "aef")], False),
    "not by the new threshold": ([("abc", 1, "a"), ("abc", 2, "b")], False),
    "not by the old threshold": ([("abc", 2, "ab"), ("abc", 1, "a")], False),
}


@pytest.mark.parametrize(("steps", "is_good"), ROOTS.values(), ids=ROOTS.keys())
def test_roots_follow_each_other(
    desk: Desk, repository: Repository, steps: list[Step], *, is_good: bool
) -> None:
    signers = {name: CryptoSigner.generate_ed25519() for name in "abcdefghij"}
    del repository.published["root"]
    repository.root.version = 1
    for keys, threshold, signatures in steps:
        repository.root.roles["root"].keyids.clear()
        repository.root.roles["root"].threshold = threshold
        for name in keys:
            repository.root.add_key(signers[name].public_key, "root")
        repository.signers["root"] = {name: signers[name] for name in signatures}
        repository.publish("root")
    desk.root.write_bytes(repository.document("root", 1))
    assert desk.init() == 0
    assert desk.refresh() == (0 if is_good else 1)
    last = -1 if is_good else -2
    assert (desk.trusted / "root.json").read_bytes() == repository.published["root"][last]


SIGNED: dict[str, tuple[str, int, str, bool]] = {
    "another key": ("b", 1, "b", True),
    "and others beside it": ("a", 1, "cad", True),
    "not by the key": ("b", 1, "acd", False),
    "a foreign key in three": ("abdef", 3, "ace", False),
    "two of three": ("abdef", 3, "ae", False),
    "three of five": ("abcde", 3, "ace", True),
    "another three": ("abcde", 3, "cde", True),
    "one key three times": ("a", 3, "a", False),
}


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
@pytest.mark.parametrize(("keys", "threshold", "signatures", "is_good"), SIGNED.values(), ids=SIGNED.keys())
def test_thresholds_of_the_other_roles(
    desk: Desk,
    repository: Repository,
    role: str,
    keys: str,
    threshold: int,
    signatures: str,
    *,
    is_good: bool,
) -> None:
    signers = {name: CryptoSigner.generate_ed25519() for name in "abcdef"}
    repository.root.roles[role].keyids.clear()
    repository.root.roles[role].threshold = threshold
    for name in keys * (threshold if len(keys) == 1 else 1):
        repository.root.add_key(signers[name].public_key, role)
    repository.signers[role] = {name: signers[name] for name in signatures}
    repository.publish(*ALL)
    assert desk.refresh() == (0 if is_good else 1)
    assert (desk.versions().get(role) == 2) is is_good


@pytest.mark.parametrize(
    "generate",
    [
        CryptoSigner.generate_ed25519,
        CryptoSigner.generate_ecdsa,
        CryptoSigner.generate_rsa,
        lambda: CryptoSigner.generate_rsa(scheme="rsa-pkcs1v15-sha256"),
    ],
    ids=["ed25519", "ecdsa", "rsassa-pss", "rsa-pkcs1v15"],
)
def test_kinds_of_keys(desk: Desk, repository: Repository, generate: Callable[[], CryptoSigner]) -> None:
    repository.root.roles["snapshot"].keyids.clear()
    repository.signers["snapshot"].clear()
    repository.add_key("snapshot", generate())
    repository.publish(*ALL)
    assert desk.refresh() == 0
    assert desk.versions() == {"root": 2, "timestamp": 2, "snapshot": 2, "targets": 2}


def test_unknown_fields_are_signed_like_any_other(desk: Desk, repository: Repository) -> None:
    repository.root.unrecognized_fields["a field"] = {"of": ["another", 1]}
    repository.root.roles["root"].unrecognized_fields["more"] = "words"
    repository.publish("root")
    assert desk.refresh() == 0
    assert desk.versions()["root"] == 2


Edge = tuple[str, str] | tuple[str, str, str]
GRAPHS: dict[str, tuple[list[Edge], str]] = {
    "one": ([("targets", "A")], "A"),
    "two beside each other": ([("targets", "A"), ("targets", "B")], "AB"),
    "one below the second": ([("targets", "A"), ("targets", "B"), ("B", "C")], "ABC"),
    "two below the first": ([("targets", "A"), ("targets", "B"), ("A", "C"), ("A", "D")], "ACDB"),
    "three levels": ([("targets", "A"), ("targets", "B"), ("A", "C"), ("C", "D")], "ACDB"),
    "one that ends": ([("targets", "A"), ("targets", "B"), ("A", "C", "ends"), ("A", "D")], "AC"),
    "one that ends, and its own": (
        [("targets", "A"), ("targets", "B"), ("A", "C", "ends"), ("C", "D")],
        "ACD",
    ),
    "a path that does not fit": ([("targets", "A", "*.py"), ("targets", "B"), ("A", "C")], "B"),
    "a path below that does not fit": (
        [("targets", "A"), ("targets", "B"), ("A", "C", "*.py"), ("C", "D")],
        "AB",
    ),
    "a circle": ([("targets", "A"), ("targets", "B"), ("B", "C"), ("C", "D"), ("D", "B")], "ABCD"),
    "two to one": ([("targets", "A"), ("targets", "B"), ("B", "C"), ("A", "C")], "ACB"),
    "two to one by paths": ([("targets", "A"), ("targets", "B"), ("B", "C"), ("A", "C", "*.py")], "ABC"),
}


@pytest.mark.parametrize(("edges", "visited"), GRAPHS.values(), ids=GRAPHS.keys())
def test_delegations_are_followed_in_order(
    desk: Desk, repository: Repository, edges: list[Edge], visited: str
) -> None:
    for delegator, role, *how in edges:
        paths = ("*.py",) if how == ["*.py"] else ("*",)
        repository.delegate(delegator, role, paths, terminating=how == ["ends"])
    repository.publish(*sorted({edge[1] for edge in edges}), "targets", "snapshot", "timestamp")
    assert desk.download("missing") == 1
    assert repository.asked[4:] == [(role, 1) for role in visited]


@pytest.mark.parametrize(
    ("bits", "path", "found"),
    [(1, "boo", "0"), (1, "too", "1"), (2, "foo", "0"), (2, "doo", "1"), (2, "too", "2"), (8, "bar", "fc")],
)
def test_of_many_bins_only_the_one_is_fetched(
    desk: Desk, repository: Repository, bits: int, path: str, found: str
) -> None:
    bins = repository.delegate_bins("targets", bits, "bin")
    repository.publish(*bins, "targets", "snapshot", "timestamp")
    assert desk.download(path) == 1
    assert repository.asked[4:] == [(f"bin-{found}", 1)]


FILES = {
    "file": (True, ""),
    "README.md": (True, "A"),
    "releases/x/x_v1": (True, "BC"),
    "releases/y/y_v1.zip": (True, "BD"),
    "releases/z/z_v1.zip": (False, "B"),
}


@pytest.mark.parametrize(("path", "found", "visited"), [(path, *rest) for path, rest in FILES.items()])
def test_targets_are_found_where_every_role_lets_them(
    desk: Desk, repository: Repository, path: str, visited: str, *, found: bool
) -> None:
    repository.delegate("targets", "A", ("*.doc", "*.md"))
    repository.delegate("targets", "B", ("releases/*/*",))
    repository.delegate("B", "C", ("releases/x/*",))
    repository.delegate("B", "D", ("releases/y/*.zip",))
    places = zip(FILES, ("targets", "A", "C", "D", "D"), strict=True)
    for name, role in places:
        repository.add_target(role, name, name.encode())
    repository.publish("A", "B", "C", "D", "targets", "snapshot", "timestamp")
    assert desk.download(path) == (0 if found else 1)
    assert desk.downloaded() == ([path.encode()] if found else [])
    assert repository.asked[4:] == [(role, 1) for role in visited]


@pytest.mark.parametrize("role", ["?", "#", "/hub", "../hub", ".", "a b", "%2e"])
def test_names_of_roles_are_no_paths(desk: Desk, repository: Repository, role: str, tmp_path: Path) -> None:
    repository.delegate("targets", role)
    repository.publish(role, "targets", "snapshot", "timestamp")
    before = {place for place in tmp_path.rglob("*") if place.parent != desk.trusted}
    assert desk.download("missing") == 1
    assert len(desk.versions()) == 5
    assert {place for place in tmp_path.rglob("*") if place.parent != desk.trusted} == before


@pytest.mark.parametrize("is_consistent", [True, False])
@pytest.mark.parametrize("path", ["file.txt", "a/b/file.txt", "with blank.txt", "ünïcode.txt"])
def test_a_target_is_fetched_once_and_checked(
    desk: Desk, repository: Repository, path: str, *, is_consistent: bool
) -> None:
    repository.root.consistent_snapshot = is_consistent
    repository.add_target("targets", path, b"as it should be")
    repository.publish(*ALL)
    assert desk.download(path) == 0
    repository.content[path] = b"as it is not"
    assert desk.download(path) == 0
    assert repository.fetched == [path]
    assert desk.downloaded() == [b"as it should be"]
    repository.add_target("targets", path, b"as it should be now")
    repository.content[path] = b"as a stranger would"
    repository.publish("targets", "snapshot", "timestamp")
    assert desk.download(path) == 1
    assert desk.downloaded() == [b"as it should be"]
    repository.content[path] = b"as it should be now"
    assert desk.download(path) == 0
    assert desk.downloaded() == [b"as it should be now"]
