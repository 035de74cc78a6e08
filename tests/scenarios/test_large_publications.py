"""A publication that goes as a file of its own: it arrives, and its publisher keeps no second copy of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hubdesk.sync import preparing
from tests.scenarios.command_line import PUBLIC, CommandLine

Joining = Callable[..., CommandLine]


def test_what_was_gathered_for_an_upload_is_let_go_of(desk: Joining, monkeypatch: pytest.MonkeyPatch) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    monkeypatch.setattr(preparing, "INLINE_LIMIT", 10)
    for title in ("The first is a snapshot", "The second a delta"):
        record = coordinator.write("tool", title=title)
        coordinator("propose", record)
        coordinator("accept", record)
        report = coordinator("publish", "latam")
        assert report["requests"] > 1  # it went up by itself
        assert [path for path in (coordinator.profile / "blobs").rglob("*") if path.is_file()] == []
    reader("sync")
    held = [each("status")["collections"][PUBLIC] for each in (coordinator, reader)]
    assert [(view["version"], view["records"]) for view in held] == [(2, 2)] * 2
    assert held[0]["root"] == held[1]["root"]
