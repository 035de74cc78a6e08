"""A Centre in memory, for tests: its keys, its hubs, and the bundle it stands at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hubdesk.model.identity import digest
from hubdesk.state.head import FORMAT, Head
from hubdesk.trust import roles
from hubdesk.trust.bundle import Bundle
from hubdesk.trust.keys import SigningKey

START = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
HUBS = ("caribbean", "centre", "ict-governance", "latam", "open-data", "southern-africa")
DAY = timedelta(days=1)


def key() -> SigningKey:
    """Return a new key."""
    return SigningKey.generate()


def head(collection: str, version: int) -> bytes:
    """Return the canonical bytes of a head."""
    return Head(
        format=FORMAT,
        collection=collection,
        version=version,
        root=digest(f"{collection} {version}".encode()).hex(),
        records=1000 + version,
        previous=digest(f"{collection} {version - 1}".encode()).hex(),
        time="2026-11-22T23:30:00Z",
    ).body()


class Centre:
    """Root and targets 2 of 3, six hubs with two coordinators each; `now` is the moment of the next signature."""

    def __init__(self) -> None:
        self.now = START
        self.root_keys = [key() for _ in range(3)]
        self.targets_keys = [key() for _ in range(3)]
        self.online = key()
        self.publishers = {hub: [key(), key()] for hub in HUBS}
        self.roots = [self.write_root(1, self.root_keys[:2])]
        self.heads = {
            f"{hub}/{name}": head(f"{hub}/{name}", 1) for hub in HUBS for name in ("members", "public")
        }
        self.targets = self.write_targets()
        self.roles = {hub: self.write_hub(hub, self.publishers[hub][0]) for hub in HUBS}
        self.bundle = self.sign_online((0, 0))

    @property
    def anchor(self) -> bytes:
        """What an invite names."""
        return digest(self.roots[0])

    def write_root(self, version: int, signers: list[SigningKey], **keys: list[SigningKey]) -> bytes:
        """Return a root with the keys as they stand, or others for some roles."""
        standing = {
            "root": self.root_keys,
            "targets": self.targets_keys,
            "snapshot": [self.online],
            "timestamp": [self.online],
        } | keys
        publics = {role: [one.public for one in some] for role, some in standing.items()}
        return roles.write_root(version, publics, {"root": 2, "targets": 2}, signers, self.now)

    def write_targets(self, installers: dict[str, list[SigningKey]] | None = None) -> bytes:
        """Return targets with the publishers as they stand."""
        centre = self.publishers["centre"]
        named = installers or {hub: keys + centre for hub, keys in self.publishers.items() if hub != "centre"}
        return roles.write_targets(
            int(self.now.timestamp()),
            {hub: [one.public for one in keys] for hub, keys in self.publishers.items()},
            {hub: [one.public for one in keys] for hub, keys in named.items()},
            self.targets_keys[:2],
            self.now,
        )

    def write_hub(self, hub: str, signer: SigningKey) -> bytes:
        """Return a hub's role that lists its heads."""
        mine = {name: body for name, body in self.heads.items() if name.startswith(f"{hub}/")}
        return roles.write_listing(int(self.now.timestamp()), roles.heads_listed(mine), [signer], self.now)

    def sign_online(self, previous: tuple[int, int] | None = None) -> Bundle:
        """Return the bundle of what stands, with a new snapshot and timestamp."""
        if previous is None:
            previous = (roles.version_of(self.bundle.snapshot), roles.version_of(self.bundle.timestamp))
        return roles.write_online(self.roots, self.targets, self.roles, previous, self.online, self.now)

    def pass_time(self, step: timedelta = DAY) -> None:
        """Let time pass."""
        self.now += step

    def publish(self, collection: str, version: int, signer: SigningKey | None = None) -> Bundle:
        """Publish a head, as a hub's coordinator and the server do; return the bundle from then on."""
        hub = collection.partition("/")[0]
        self.heads[collection] = head(collection, version)
        self.roles[hub] = self.write_hub(hub, signer or self.publishers[hub][0])
        self.bundle = self.sign_online()
        return self.bundle

    def sign_targets(self) -> Bundle:
        """Sign targets anew, as the Secretariat does; return the bundle from then on."""
        self.targets = self.write_targets()
        self.bundle = self.sign_online()
        return self.bundle
