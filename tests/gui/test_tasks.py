"""Work happens elsewhere, comes home in order, and never keeps a window from closing."""

from __future__ import annotations

import threading
from time import monotonic

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hubdesk.gui.tasks import Tasks
from tests.gui.conftest import Until


class Bell(QObject):
    """Something that signals, and something that listens."""

    rung = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.rung.connect(self.on_rung)

    def on_rung(self, loud: bool) -> None:
        assert loud is True
        self.heard += 1


def test_ten_thousand_signals_do_no_harm(application: QApplication) -> None:
    # PySide6 6.12.0 loses a reference to True with each signal on Python 3.11, and aborts after some hundreds.
    bell = Bell()
    for _ in range(10_000):
        bell.rung.emit(True)
    assert bell.heard == 10_000


def test_work_runs_elsewhere_and_its_result_comes_home(tasks: Tasks, until: Until) -> None:
    came: list[tuple[str, str]] = []
    tasks.run(
        lambda: threading.current_thread().name,
        lambda name: came.append((name, threading.current_thread().name)),
    )
    until(lambda: came)
    assert came == [("hubdesk-catalogue", "MainThread")]


def test_a_lane_does_one_thing_after_the_other(tasks: Tasks, until: Until) -> None:
    came: list[int] = []
    for number in range(200):
        tasks.run(lambda number=number: number, came.append)
    until(lambda: len(came) == 200)
    assert came == list(range(200))


def test_the_network_does_not_hold_up_the_catalogue(tasks: Tasks, until: Until) -> None:
    release, came = threading.Event(), []
    tasks.run(release.wait, lane="network")
    tasks.run(lambda: "here", came.append)
    until(lambda: came)
    release.set()


def test_what_was_dropped_is_not_delivered(tasks: Tasks, until: Until) -> None:
    release, came = threading.Event(), []
    slow = tasks.run(lambda: release.wait() and "slow", came.append)
    never = tasks.run(lambda: came.append("never ran"))
    slow.drop()
    never.drop()
    release.set()
    tasks.run(lambda: "last", came.append)
    until(lambda: came)
    assert came == ["last"]


def test_a_failure_is_told_to_whoever_asked_and_else_to_the_window(tasks: Tasks, until: Until) -> None:
    told: list[str] = []
    tasks.broke.connect(lambda error: told.append(f"window: {error}"))
    tasks.run(lambda: 1 // 0, failed=lambda error: told.append(f"asker: {error}"))
    tasks.run(lambda: {}["key"])
    until(lambda: len(told) == 2)
    assert told == ["asker: integer division or modulo by zero", "window: 'key'"]


def test_a_listener_that_is_gone_is_not_called(tasks: Tasks, until: Until) -> None:
    bell, came = Bell(), []
    tasks.run(lambda: True, bell.on_rung)
    bell.deleteLater()
    QApplication.sendPostedEvents(bell, 0)
    tasks.run(lambda: "after", came.append)
    until(lambda: came)


def test_closing_does_not_wait_for_a_silent_server(application: QApplication) -> None:
    made, release = Tasks(application), threading.Event()
    made.run(release.wait, lane="network")
    begun = monotonic()
    made.close(patience=0.1)
    assert monotonic() - begun < 1
    came: list[bool] = []
    made.run(lambda: True, came.append)
    release.set()
    application.processEvents()
    assert not came


def test_what_closes_last_runs_where_it_was_opened(application: QApplication) -> None:
    made, ran = Tasks(application), []
    made.run(lambda: ran.append("work"))
    made.close(last=lambda: ran.append(threading.current_thread().name))
    assert ran[-1] == "hubdesk-catalogue"


def test_reports_that_come_too_fast_replace_each_other(tasks: Tasks, until: Until) -> None:
    heard: list[int] = []
    done: list[bool] = []
    report = tasks.relay(heard.append)

    def work() -> bool:
        for number in range(10_000):
            report(number)
        return True

    tasks.run(work, done.append)
    until(lambda: done)
    until(lambda: heard[-1:] == [9_999])
    assert len(heard) < 5_000


@pytest.mark.parametrize("lane", ["catalogue", "network"])
def test_a_lane_outlives_a_failure(tasks: Tasks, until: Until, lane: str) -> None:
    came: list[str] = []
    tasks.run(lambda: 1 // 0, failed=lambda _error: None, lane=lane)  # type: ignore[arg-type]
    tasks.run(lambda: "alive", came.append, lane=lane)  # type: ignore[arg-type]
    until(lambda: came)
