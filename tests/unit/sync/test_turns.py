"""Who has the line: a sync waits for a piece of a file, never for a file."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from hubdesk.errors import Unreachable
from hubdesk.sync.turns import Pause, Turns

SOON = 10.0


def started(act: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def test_whoever_asks_makes_the_one_between_let_go() -> None:
    turns, order = Turns(), list[str]()
    has_line, pause = threading.Event(), Pause(threading.Event())

    def fetch() -> None:
        with turns.between(pause):
            order.append("file")
            has_line.set()
            assert pause.wait(SOON)
        with turns.between(Pause(threading.Event())):
            order.append("file goes on")

    file = started(fetch)
    assert has_line.wait(SOON)
    with turns:
        order.append("records")
    file.join(SOON)
    assert order == ["file", "records", "file goes on"]


def test_nobody_between_comes_before_somebody_who_waits() -> None:
    turns, order = Turns(), list[str]()

    def enter() -> None:
        with turns:
            order.append("records")

    def slip() -> None:
        with turns.between(Pause(threading.Event())):
            order.append("file")

    with turns:
        file = started(slip)
        waiting = [started(enter) for _ in range(3)]
        assert all_wait(turns, 3)
    for thread in (*waiting, file):
        thread.join(SOON)
    assert order == ["records"] * 3 + ["file"]


def all_wait(turns: Turns, number: int) -> bool:
    """Wait until so many wait."""
    end = time.monotonic() + SOON
    while turns._waiting < number and time.monotonic() < end:
        time.sleep(0.001)
    return turns._waiting == number


def test_a_person_who_stops_waits_for_nobody() -> None:
    turns, stop = Turns(), threading.Event()
    said = list[str]()

    def fetch() -> None:
        try:
            with turns.between(Pause(stop)):
                said.append("line")
        except Unreachable as error:
            said.append(error.code)

    with turns:
        file = started(fetch)
        stop.set()
        file.join(SOON)
        assert said == ["stopped"]


def test_a_stop_is_heard_through_a_pause() -> None:
    stop = threading.Event()
    pause = Pause(stop)
    assert not pause.is_set()
    assert not pause.wait(0.01)
    stop.set()
    assert pause.is_set()
    assert pause.wait(SOON)


def test_an_error_gives_the_line_back() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns:
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), turns.between(Pause(threading.Event())):
        raise ZeroDivisionError
    with turns:
        pass
