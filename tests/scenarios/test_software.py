"""Software is shared by two people's word, withdrawn by one, and known to every desk after its next contact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hubdesk.catalogue.installers import all_lists, keep_list
from hubdesk.catalogue.profile import open_profile
from hubdesk.trust.installers import read_list, read_offer, sign_list
from hubdesk.trust.keys import SigningKey
from tests.scenarios.command_line import CommandLine

Desk = Callable[..., CommandLine]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "votes.msi"
    file.write_bytes(b"a program" * 1_000)
    return file


def states(desk: CommandLine) -> list[tuple[str, str, bool]]:
    return [(file["name"], file["state"], file["is_here"]) for file in desk("software")["files"]]


def published_program(ana: CommandLine, program: Path) -> str:
    """Publish a record with the program; return its id."""
    record = ana.write("software", title="Votes")
    ana("attach", record, program)
    ana("propose", record)
    ana("accept", record)
    assert ana("publish", "latam")["published"] == 1
    return record


def test_two_coordinators_share_a_program_and_one_withdraws_it(desk: Desk, program: Path) -> None:
    ana, rui, reader = desk("coordinator"), desk("coordinator", name="rui"), desk("reader")
    ana("sync")  # hears that rui may sign
    record = published_program(ana, program)
    (offer,) = ana("software", "offer", record)["offers"]
    assert [item["name"] for item in offer["changes"]] == ["votes.msi"]
    ana("sync")

    for other in (rui, reader):
        other("sync")
    assert states(reader) == [("votes.msi", "one-signature", False)]
    assert not reader("software", "offers")["offers"][0]["may_sign"]
    (waiting,) = rui("software", "offers")["offers"]
    rui("software", "sign", "latam", waiting["seen"][:16])
    rui("sync")
    assert states(rui) == [("votes.msi", "installable", False)]

    for other in (ana, reader):
        other("sync")
    assert states(ana) == [("votes.msi", "installable", True)]
    (file,) = reader("software")["files"]
    assert (file["state"], file["licence"], len(file["signers"])) == ("installable", "CC-BY-4.0", 2)

    assert reader("get", record)["software"] == "installable"
    rui("software", "withdraw", file["sha256"][:12], "It loses votes.")
    rui("sync")
    _, said, _ = reader.run("sync")
    assert "WITHDRAWN" in said
    assert "It loses votes." in said
    assert states(reader) == [("votes.msi", "withdrawn", True)]
    assert reader("get", record)["software"] == "withdrawn"
    assert reader("software")["files"][0]["withdrawn"] == "It loses votes."
    _, shown, _ = reader.run("show", record)
    assert "WITHDRAWN" in shown
    assert "It loses votes." in shown


def test_nobody_else_may_vouch(desk: Desk, program: Path) -> None:
    ana, tom, far = desk("coordinator"), desk("contributor"), desk("coordinator", "open-data")
    record = published_program(ana, program)
    for other in (tom, far):
        other("follow", "latam/public")
        other("sync")
        other("get", record)
        assert other.fails("software", "offer", record) == "not-a-signer"
    assert tom.fails("software", "sign", "latam", "0123456789ab") == "no-offer"
    ana("software", "offer", record)
    ana("sync")
    tom("sync")
    assert tom.fails("software", "sign", "latam", "0123456789ab") == "offer-changed"
    assert tom.fails("software", "withdraw", "0123456789ab", "why not") == "not-shared"


def test_it_goes_by_stick_as_well_both_ways(desk: Desk, program: Path, tmp_path: Path) -> None:
    ana, rui, reader = desk("coordinator"), desk("coordinator", name="rui"), desk("reader")
    ana("sync")
    record = published_program(ana, program)
    rui("sync")
    ana("software", "offer", record)  # ana has no line from here on
    ana("edition", "make", tmp_path / "stick")
    rui("edition", "take", tmp_path / "stick")
    (waiting,) = rui("software", "offers")["offers"]
    rui("software", "sign", "latam", waiting["seen"])
    rui("edition", "make", tmp_path / "back")
    reader("sync")
    reader("edition", "take", tmp_path / "back")
    assert states(reader) == [
        ("votes.msi", "unvouched", True)
    ]  # two signatures, but the hub has not heard of it
    reader("sync")  # and brings it there
    assert states(reader) == [("votes.msi", "installable", True)]
    reader("edition", "make", tmp_path / "home")
    ana("edition", "take", tmp_path / "home")
    assert states(ana) == [("votes.msi", "installable", True)]


def test_nothing_new_of_software_costs_nothing(desk: Desk, program: Path) -> None:
    ana, reader = desk("coordinator"), desk("reader")
    record = published_program(ana, program)
    reader("sync")
    before = reader("sync")["bytes_down"]
    ana("software", "offer", record)
    ana("sync")
    assert reader("sync")["bytes_down"] > before
    assert reader("sync")["bytes_down"] <= before


def test_a_stick_with_foreign_signatures_changes_nothing_and_says_so(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    ana, reader = desk("coordinator"), desk("reader")
    record = published_program(ana, program)
    ana("software", "offer", record)
    ana("sync")
    reader("sync")
    forge(ana)
    ana("edition", "make", tmp_path / "stick")
    taken = reader("edition", "take", tmp_path / "stick")
    assert [problem["code"] for problem in taken["brought"]["problems"]] == ["installers-unsigned"]
    assert states(reader) == [
        ("votes.msi", "one-signature", True)
    ]  # as the hub told; the file came with the stick


def forge(ana: CommandLine) -> None:
    """Let two strangers sign, on ana's own disk, that another file may be installed."""
    profile = open_profile(ana.profile)
    with profile.database.write() as connection:
        (listed,) = all_lists(connection)
        said = read_list(listed.content, "latam")
        other = said.with_one(msgspec.structs.replace(said.installers[0], sha256="ab" * 32))
        strangers = [SigningKey.generate(), SigningKey.generate()]
        role = sign_list(other, 2**33, strangers, datetime.now(UTC))
        keys = {one.id: one.public for one in strangers}
        keep_list(connection, read_offer(other.body(), role, "latam", keys), is_offer=True)
    profile.close()
