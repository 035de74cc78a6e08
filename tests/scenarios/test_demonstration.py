"""The demonstration on a machine without a screen: it plays to its end, or says where not, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import urllib3

from demonstration.hub import Hub
from demonstration.journal import Journal, TourFailed, check
from demonstration.window import fill
from hubdesk.desk import Desk

ROOT = Path(__file__).resolve().parents[2]


def test_the_tour_does_what_it_says_and_leaves_only_its_pictures(tmp_path: Path) -> None:
    throw_away = tmp_path / "tmp"
    throw_away.mkdir()
    played = subprocess.run(
        [sys.executable, "-P", "-m", "demonstration", "--tour", "--pictures", tmp_path / "pictures"],
        env={**os.environ, "TMPDIR": str(throw_away), "TEMP": str(throw_away), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert played.returncode == 0, played.stdout + played.stderr
    assert "2 accepted 1 returned" in played.stdout
    names = sorted(path.stem[3:] for path in (tmp_path / "pictures").iterdir())
    assert {"catalogue", "editor", "proposals", "sync-no-network", "hubs", "settings"} <= set(names)
    assert list(throw_away.iterdir()) == []


def test_a_step_that_does_not_hold_is_named() -> None:
    with (
        pytest.raises(TourFailed, match="step 1, Nothing is found: 3 found"),
        Journal().step("Nothing is found"),
    ):
        check(False, "3 found")


def test_the_hub_and_the_folder_go_when_whoever_started_them_dies(tmp_path: Path) -> None:
    folder = tmp_path / "thrown-away"
    program = (
        "import os, sys; from pathlib import Path; from demonstration.hub import Hub\n"
        "hub = Hub(Path(sys.argv[1]) / 'hub', sys.argv[1]).__enter__()\n"
        "print(hub.url, flush=True)\n"
        "os._exit(9)\n"
    )
    died = subprocess.run(
        [sys.executable, "-c", program, folder],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert died.returncode == 9
    end = time.monotonic() + 20
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.05)  # nothing tells when another process has ended
    assert not folder.exists()
    with pytest.raises(urllib3.exceptions.HTTPError):
        urllib3.request("GET", died.stdout.strip() + "/health", retries=False, timeout=2)


def test_every_page_of_the_window_on_a_screen_has_something_to_show(tmp_path: Path) -> None:
    with Hub(tmp_path / "hub") as hub:
        for role in ("contributor", "coordinator"):
            fill(hub, tmp_path / role, role)
    desk = Desk.open(tmp_path / "coordinator")
    status, inbox = desk.status(), desk.inbox()
    desk.close()
    assert (status.drafts, status.outbox, len(inbox)) == (1, 1, 3)


def test_a_hub_that_is_stopped_comes_back_under_the_same_address(tmp_path: Path) -> None:
    with Hub(tmp_path / "hub") as hub:
        url = hub.url
        hub.stop()
        with pytest.raises(urllib3.exceptions.HTTPError):
            urllib3.request("GET", url + "/health", retries=False, timeout=2)
        hub.start()
        assert hub.url == url
        assert urllib3.request("GET", url + "/health", retries=False).status == 200
