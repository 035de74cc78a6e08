"""Records out as lines of JSON and in again: what was withdrawn stays withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.scenarios.command_line import CommandLine


def test_a_withdrawn_record_comes_back_as_a_withdrawal(
    desk: Callable[..., CommandLine], tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    record = coordinator("new", "tool", "title=A method", "licence=CC-BY-4.0")["id"]
    for step in (("propose", record), ("accept", record), ("publish", "latam")):
        coordinator(*step)
    coordinator("withdraw", record, "--reason", "Superseded")
    coordinator("export", "records", "--to", str(tmp_path / "all.jsonl"), "--collection", "latam/public")
    coordinator("set", record, "title.en=Another title")

    coordinator("import", "records", str(tmp_path / "all.jsonl"))

    assert coordinator("show", record)["withdrawn"] == "Superseded"


def test_only_software_is_exported_as_publiccode(desk: Callable[..., CommandLine]) -> None:
    coordinator = desk("coordinator")
    record = coordinator("new", "tool", "title=A method")["id"]

    assert coordinator.fails("export", "publiccode", record) == "not-software"


def test_a_refused_invite_leaves_no_profile_behind(
    desk: Callable[..., CommandLine], person: Callable[[str], CommandLine], hub: object, tmp_path: Path
) -> None:
    invite = hub.invite("reader", "latam")  # type: ignore[attr-defined]
    person("first")("join", invite)

    assert person("second").fails("join", invite) == "invite-used"
    assert not (tmp_path / "second").exists()
