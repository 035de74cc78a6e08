"""`hubdesk relay` as people start it: a process of its own, ended by a signal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hubdesk.sync.relays import Relays
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.unit.server.driver import RunningHub

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="ended by SIGTERM")


class Process:
    """A running relay; `said()` is the next thing that it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def said(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))

    def end(self) -> tuple[int, str, str]:
        self._process.send_signal(signal.SIGTERM)
        out, err = self._process.communicate(timeout=30)
        return self._process.returncode, out, err


@contextmanager
def relay(folder: Path, *words: str) -> Iterator[Process]:
    command = [sys.executable, "-m", "hubdesk", "--json", "relay", str(folder), "--no-announce", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield Process(process)
        finally:
            process.kill()


@posix
def test_a_relay_is_set_up_used_stopped_and_started_again(
    hub: RunningHub, desk: Callable[..., CommandLine], tmp_path: Path
) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    coordinator.published()
    invite = hub.invite("reader")
    with relay(tmp_path / "relay", "--hub", invite, "--listen", "127.0.0.1:0") as running:
        listening = running.said()
        assert listening["state"] == "listening"
        report = reader("sync", "--relay", listening["url"])
        assert report["relay"]["address"] == listening["url"]
        assert (report["relay"]["records"], report["problems"]) == (2, [])
        asked = running.said()
        assert (asked["state"], asked["code"], asked["collections"][PUBLIC]) == ("asked", None, 1)
        assert reader("relays", "--use", listening["url"]) == {"relay": listening["url"]}
        again = reader("sync")
        assert again["relay"]["records"] == 0
        status, out, err = running.end()
        assert (status, json.loads(out), err) == (0, {"state": "stopped"}, "")
    with relay(tmp_path / "relay", "--hub", invite, "--listen", "127.0.0.1:0") as running:
        assert running.said()["state"] == "listening"
        assert running.end()[0] == 0
    _, out, _ = reader.run("sync")
    assert "Thrown away" not in out
    assert "The relay did not answer" in out
    hub.stop()
    with relay(tmp_path / "relay", "--listen", "127.0.0.1:0") as running:
        listening = running.said()
        reader("relays", "--use", listening["url"])
        report = reader("sync")
        assert report["relay"]["hub"] == "no-answer"
        assert running.said()["state"] == "offline"
        assert running.end()[0] == 0
    assert reader("relays", "--use", "none") == {"relay": None}


def test_any_relay_is_chosen_before_one_is_heard(
    hub: RunningHub, person: Callable[[str], CommandLine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubdesk.sync.relays.Relays", lambda *given: Relays(*given, hear=list))
    reader = person("reader")
    reader("join", hub.invite("reader"))
    _, out, _ = reader.run("relays", "--use", "found")
    assert out == "Whichever relay is found will be used. None of this Centre is heard now.\n"
    assert "This desk uses whichever relay is found." in reader.run("relays")[1]


def test_what_cannot_be_done_is_said(
    hub: RunningHub, person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    somebody = person("somebody")
    folder = tmp_path / "relay"
    assert somebody.fails("relay", folder) == "relay-needs-invite"
    assert somebody.fails("relay", folder, "--hub", hub.url) == "relay-needs-invite"
    assert somebody.fails("relay", folder, "--hub", "hubdesk-1-xyz") == "invite-unreadable"
    assert somebody.fails("relay", folder, "--listen", "127.0.0.1:port") == "relay-listen"
    assert not folder.exists()
    somebody("join", hub.invite("reader"))
    assert somebody.fails("sync", "--relay", "http://192.168.1.1:8471") == "relay-address"
    assert somebody.fails("relays", "--use", "https://192.168.1.1:8471") == "relay-address"
