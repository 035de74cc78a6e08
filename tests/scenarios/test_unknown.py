"""Kinds and fields that this program does not know survive every path, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.scenarios.command_line import PUBLIC, CommandLine

Joining = Callable[..., CommandLine]
STRANGE: dict[str, Any] = {
    "phase": {"name": "waxing", "parts": [1, 2.5, None, True, {"deep": ["x"]}]},
    "title": {"en": "Moon", "tlh": "Phobos"},
    "licence": "MIT",
    "empty": {},
    "nothing": None,
    "keys with blanks and “quotes”": [[], [[]]],
}


def publish(coordinator: CommandLine, *records: str) -> None:
    coordinator("sync")
    coordinator("accept", *records)
    coordinator("publish", "latam")


def test_a_kind_from_the_future_goes_round_the_whole_loop(desk: Joining, tmp_path: Path) -> None:
    coordinator, author, reader = desk("coordinator"), desk("contributor"), desk("reader")
    record = "11111111-2222-3333-4444-555555555555"
    file = tmp_path / "moon.jsonl"
    file.write_text(json.dumps({"id": record, "kind": "moon_phase"} | STRANGE) + "\n", encoding="utf-8")
    assert author("import", "records", file)["imported"] == 1
    assert author.shown(record) == STRANGE
    author("set", record, "tide=high", 'rings=["a",{"b":1}]', "title.fr=Lune")
    expected = STRANGE | {"tide": "high", "rings": ["a", {"b": 1}]}
    expected["title"] = {"en": "Moon", "fr": "Lune", "tlh": "Phobos"}
    assert author.shown(record) == expected
    assert author("propose", record)["refused"] == []
    author("sync")
    publish(coordinator, record)
    reader("sync")
    author("sync")
    for one in (coordinator, author, reader):
        assert one("show", record)["kind"] == "moon_phase"
        assert one.shown(record) == expected
        assert one("verify")["ok"]
    assert reader("search", "Lune")["hits"][0]["kind"] == "moon_phase"

    out = tmp_path / "out.jsonl"
    assert reader("export", "records", "--collection", PUBLIC, "--to", out)["records"] == 1
    assert json.loads(out.read_text(encoding="utf-8")) == expected | {"id": record, "kind": "moon_phase"}
    revision = reader("show", record)["revision"]
    assert coordinator("import", "records", out)["imported"] == 1
    coordinator("propose", record)
    assert coordinator.counts() == (0, 0, 0)  # the same again is no change
    assert coordinator("show", record)["revision"] == revision

    attached = tmp_path / "moon.txt"
    attached.write_text("a moon")
    author("attach", record, attached)
    author("propose", record)
    author("sync")
    coordinator("set", record, "tide=low")  # at the same time: merged field by field
    coordinator("propose", record)
    publish(coordinator, record)
    reader("sync")
    fields = reader.shown(record)
    assert fields.pop("files")[0]["name"] == "moon.txt"
    assert fields == expected | {"tide": "low"}
    assert reader("get", record)["bytes"] == 6
