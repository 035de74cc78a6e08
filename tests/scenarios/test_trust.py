"""Ceremonies: a Centre is founded, coordinators are let in, replaced and revoked, and every desk follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from hubdesk.catalogue.profile import open_profile
from hubdesk.desk import Desk
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.scenarios.hub_again import HubAgain
from tests.unit.server.driver import RunningHub, running_hub

Joining = Callable[..., CommandLine]
Person = Callable[[str], CommandLine]


class Ceremony:
    """The Secretariat's room: a folder with its keys and documents, and a computer that is on no network."""

    def __init__(self, folder: Path, computer: CommandLine) -> None:
        self.folder = folder
        self.run = computer
        folder.mkdir()
        names = ("root-1", "root-2", "root-3", "targets")
        self.public = {
            name: str(computer("trust", "key", self.key(name), "--open")["public"]) for name in names
        }
        self.root, self.targets = folder / "root.json", folder / "targets.json"

    def key(self, name: str) -> Path:
        return self.folder / f"{name}.key"

    def found(self, server: str, first: Path) -> None:
        roots = [self.public[f"root-{number}"] for number in (1, 2, 3)]
        written = self.run(
            "trust", "root", self.root, "--root-key", *roots, "--targets-key", self.public["targets"],
            "--server", server, "--key", self.key("root-1"),
        )  # fmt: skip
        assert (written["version"], written["missing"]) == (1, 1)
        signed = self.run("trust", "sign", self.root, "--under", self.root, "--key", self.key("root-2"))
        assert signed["missing"] == 0
        self.run(
            "trust", "targets", self.targets, "--hub", "latam", "--admit", first, "--key", self.key("targets")
        )

    def admit(self, request: Path) -> None:
        told = self.run(
            "trust",
            "admit",
            request,
            "--targets",
            self.targets,
            "--under",
            self.root,
            "--key",
            self.key("targets"),
        )
        assert told["missing"] == 0

    def drop(self, key: str) -> None:
        told = self.run(
            "trust",
            "drop",
            key[:12],
            "--targets",
            self.targets,
            "--under",
            self.root,
            "--key",
            self.key("targets"),
        )
        assert told["missing"] == 0


class Centre:
    """A real Centre: its ceremonies, its server, and the Secretariat's working desk."""

    def __init__(self, ceremony: Ceremony, hub: RunningHub, secretariat: CommandLine, person: Person) -> None:
        self.ceremony = ceremony
        self.hub = hub
        self.secretariat = secretariat
        self._person = person

    def coordinator(self, name: str) -> CommandLine:
        """Somebody whom the Secretariat lets in."""
        desk, request = self._person(name), self.ceremony.folder / f"{name}.json"
        invite = self.hub.invite("coordinator")
        assert desk.fails("join", invite) == "admission-waits"
        desk("trust", "request", request, "--hub", "latam")
        self.ceremony.admit(request)
        self.taken("--admitted", request)
        desk("join", invite)
        desk("sync")
        return desk

    def taken(self, *words: str | Path) -> None:
        """The Secretariat's desk brings targets.json, and publishes what is announced with it."""
        self.secretariat("trust", "take", self.ceremony.targets, *words)
        assert self.secretariat("sync")["problems"] == []
        self.secretariat("publish", "centre")


@pytest.fixture
def centre(tmp_path: Path, person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[Centre]:
    """A Centre that three people founded, with one working desk of the Secretariat."""
    monkeypatch.setenv("HUBDESK_KEY_PASSPHRASE", "correct horse")
    offline, secretariat = person("offline"), person("secretariat")
    ceremony = Ceremony(tmp_path / "room", offline)
    folder, request = tmp_path / "hub", tmp_path / "room" / "secretariat.json"
    secretariat("trust", "request", request, "--hub", "centre")
    ceremony.found(str(offline("server", "key", folder)["public"]), request)
    made = offline("server", "init", folder, "--centre", ceremony.root, "--targets", ceremony.targets)
    assert made["trial"] is False
    with running_hub(folder) as hub:
        secretariat("join", hub.invite("secretariat", "centre"))
        secretariat("trust", "take", "--admitted", request)
        secretariat("publish", "centre")
        yield Centre(ceremony, hub, secretariat, person)


def state_of(desk: CommandLine, collection: str = PUBLIC) -> str:
    return str(desk("status")["trust"]["vouched"][collection]["state"])


def test_a_coordinator_is_admitted_hands_over_and_publishes_no_more(centre: Centre, person: Person) -> None:
    first = centre.coordinator("first")
    record = first.published(title="By the first")
    reader = person("reader")
    reader("join", centre.hub.invite("reader"))
    reader("sync")
    assert reader.shown(record)["title"] == {"en": "By the first"}
    vouched = reader("status")["trust"]["vouched"][PUBLIC]
    assert (vouched["state"], vouched["signer_desk"]) == ("fresh", first("status")["desk"])
    assert vouched["age_days"] < 1

    successor = centre.coordinator("successor")
    successor("trust", "renew", "latam")
    assert successor("sync")["problems"] == []
    centre.ceremony.drop(vouched["signer"])
    centre.taken()
    late = first.write(title="Late")
    first("propose", late)
    first("accept", late)
    assert first.fails("publish", "latam") == "publication-refused"

    # What the first signed still counts, by the successor's list; a new desk takes it too.
    for desk in (reader, successor):
        assert desk("sync")["problems"] == []
        assert state_of(desk) == "fresh"
    newcomer = person("newcomer")
    newcomer("join", centre.hub.invite("reader"))
    assert newcomer("sync")["problems"] == []
    assert newcomer.root() == reader.root()
    assert newcomer("verify")["ok"]
    successor.published(title="By the successor")
    assert reader("sync")["problems"] == []
    states = {item["key"]: item["state"] for item in reader("trust", "who")["keys"] if item["hub"] == "latam"}
    assert sorted(states.values()) == ["current", "former"]


def test_a_revoked_desk_is_refused_everywhere_and_replaced(centre: Centre, person: Person) -> None:
    stolen, other = centre.coordinator("stolen"), centre.coordinator("other")
    stolen.published(title="Before")
    reader = person("reader")
    reader("join", centre.hub.invite("reader"))
    for desk in (reader, other):
        desk("sync")
    name = stolen("status")["desk"]
    key = next(item["key"] for item in other("trust", "who")["keys"] if item["desk"] == name)
    centre.secretariat("trust", "revoke", name, "--reason", "stolen")
    centre.secretariat("publish", "centre")
    assert stolen.fails("sync") == "desk-revoked"
    centre.ceremony.drop(key)
    centre.taken()
    assert reader("sync")["problems"] == []
    assert state_of(reader) == "revoked"  # what is here stays, marked
    who = {item["key"]: item["state"] for item in reader("trust", "who")["keys"]}
    assert who[key] == "revoked"
    other("sync")
    other.published(title="After")
    assert reader("sync")["problems"] == []
    assert state_of(reader) == "fresh"
    assert reader("status")["collections"][PUBLIC]["version"] == 2


def test_a_desk_that_was_away_follows_a_new_root(centre: Centre, person: Person) -> None:
    reader, room = person("reader"), centre.ceremony
    reader("join", centre.hub.invite("reader"))
    reader("sync")
    for number in (2, 3):
        before, after = room.root, room.folder / f"root-v{number}.json"
        fresh = str(room.run("trust", "key", room.key(f"fresh-{number}"))["public"])
        keys = [room.public["root-1"], room.public["root-2"], fresh]
        room.run(
            "trust", "root", after, "--after", before, "--root-key", *keys,
            "--key", room.key("root-1"), room.key("root-2"),
        )  # fmt: skip
        room.root = after
        assert centre.secretariat("trust", "take", after)["roles"] == ["root"]
        assert centre.secretariat("sync")["problems"] == []
    centre.coordinator("coordinator").published(title="Under the third root")
    assert reader("sync")["problems"] == []
    roles = {item["name"]: item["version"] for item in reader("trust", "roles")["roles"]}
    assert roles["root"] == 3
    assert state_of(reader) == "fresh"
    newcomer = person("newcomer")  # its invite still names the first root
    newcomer("join", centre.hub.invite("reader"))
    newcomer("sync")
    assert newcomer.root() == reader.root()


def test_documents_that_too_few_signed_are_not_taken(centre: Centre, person: Person) -> None:
    room = centre.ceremony
    alone = room.folder / "alone.json"
    room.run("trust", "root", alone, "--after", room.root, "--key", room.key("root-1"))
    assert centre.secretariat.fails("trust", "take", alone) == "signatures-missing"
    room.run("trust", "admit", "--hub", "pacific", "--targets", room.targets)
    assert centre.secretariat.fails("trust", "take", room.targets) == "signatures-missing"
    reader = person("reader")
    reader("join", centre.hub.invite("reader"))
    assert reader.fails("trust", "revoke", "0" * 64, "--reason", "no") == "not-a-coordinator"
    assert reader.fails("trust", "renew", "latam") == "not-a-coordinator"


def test_revoking_in_a_trial_centre_is_one_command(hub: RunningHub, desk: Joining) -> None:
    stolen, reader = desk("coordinator"), desk("reader")
    stolen.published(title="Before")
    reader("sync")
    told = reader("server", "revoke", hub.folder, stolen("status")["desk"][:16], "--reason", "stolen")
    assert told["hubs"] == ["latam"]
    assert stolen.fails("sync") == "desk-revoked"
    reader("sync")
    assert state_of(reader) == "revoked"


# Time


def at(profile: Path, moment: datetime) -> Desk:
    """A desk on a computer whose clock says `moment`."""
    return Desk(open_profile(profile), now=lambda: moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


@pytest.mark.parametrize(
    ("days", "state"), [(0, "fresh"), (31, "old"), (800, "expired"), (-4_000, "fresh"), (7_300, "expired")]
)
def test_nothing_that_ran_out_keeps_anybody_from_reading_or_writing(
    hub: RunningHub, desk: Joining, days: int, state: str
) -> None:
    coordinator, reader = desk("coordinator"), desk("contributor")
    first = coordinator.published(title="One")
    reader("sync")
    second = coordinator.published(title="Two")
    later = at(reader.profile, datetime.now(UTC) + timedelta(days=days))
    try:
        assert later.trust.vouched(PUBLIC).state == state
        age = later.trust.vouched(PUBLIC).age_days
        assert age is None if days < 0 else age is not None and abs(age - days) < 1
        assert later.show(first).fields["title"]["en"] == "One"
        report = later.sync()  # this computer's clock may be as wrong as it likes
        assert report.problems == []
        assert later.show(second).fields["title"]["en"] == "Two"
    finally:
        later.close()


def test_a_role_past_its_expiry_is_taken_in_and_said(hub: RunningHub, desk: Joining, person: Person) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    coordinator.published(title="One")
    hub.stop()
    later = datetime.now(UTC) + timedelta(days=731)
    again = HubAgain(hub.folder, hub.url, now=lambda: later)
    try:
        there = at(reader.profile, later)
        try:
            assert there.sync().problems == []
            vouched = there.trust.vouched(PUBLIC)
            assert (vouched.state, vouched.age_days) == ("expired", pytest.approx(0, abs=1))
            assert [view.records for view in there.collections() if view.name == PUBLIC] == [1]
        finally:
            there.close()
    finally:
        again.stop()


def test_an_expiring_role_is_announced_early(hub: RunningHub, desk: Joining) -> None:
    coordinator = desk("coordinator")
    coordinator.published(title="One")
    coordinator("sync")
    soon = at(coordinator.profile, datetime.now(UTC) + timedelta(days=700))
    try:
        assert soon.trust.vouched(PUBLIC).expires_soon
        assert "latam" in {role.name for role in soon.trust.roles() if role.expires_soon}
    finally:
        soon.close()


def test_a_server_whose_clock_went_back_does_not_run_backwards(hub: RunningHub, desk: Joining) -> None:
    reader = desk("reader")
    reader("sync")
    hub.stop()

    def at_moment(moment: datetime) -> datetime:
        return moment

    for days in (40, -400):
        moment = datetime.now(UTC) + timedelta(days=days)
        again = HubAgain(hub.folder, hub.url, now=partial(at_moment, moment))
        try:
            assert reader("sync")["problems"] == []
        finally:
            again.stop()


def test_a_hub_whose_only_key_was_dropped_is_taken_over_by_a_person_who_looked(
    centre: Centre, person: Person
) -> None:
    lost = centre.coordinator("lost")
    record = lost.published(title="By the lost desk")
    key = next(item["key"] for item in lost("trust", "who")["keys"] if item["hub"] == "latam")
    reader = person("reader")
    reader("join", centre.hub.invite("reader"))
    reader("sync")
    centre.ceremony.drop(key)
    centre.taken()
    assert reader("sync")["problems"] == []
    assert state_of(reader) == "revoked"

    successor = centre.coordinator("successor")
    assert [fault["code"] for fault in successor("sync")["problems"]] == ["role-revoked"]
    assert successor("trust", "renew", "latam")["signed"] is False
    assert successor("sync")["problems"] == []
    assert successor.shown(record)["title"] == {"en": "By the lost desk"}
    assert successor("trust", "renew", "latam")["signed"] is True
    assert successor("sync")["problems"] == []

    newcomer = person("newcomer")
    newcomer("join", centre.hub.invite("reader"))
    for desk in (reader, newcomer, successor):
        assert desk("sync")["problems"] == []
        assert state_of(desk) == "fresh"
    assert newcomer.root() == reader.root() == successor.root()
    later = successor.published(title="By the successor")
    for desk in (reader, newcomer):
        assert desk("sync")["problems"] == []
        assert desk.shown(later)["title"] == {"en": "By the successor"}
