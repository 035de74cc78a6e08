"""How a desk goes on after cuts, and when it gives up."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from hubdesk.errors import BadInput, HubDeskError, ServerAnswer, Unreachable
from hubdesk.sync.patience import LONGEST_ASKED, TRIES, Patience

CUT = Unreachable("cut", url="https://hub.example")


class Waits:
    """A clock that only writes down; `stops_at` is the wait in which the person presses stop."""

    def __init__(self, stops_at: int | None = None) -> None:
        self.seconds: list[float] = []
        self._stops_at = stops_at

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return len(self.seconds) == self._stops_at


def patience(waits: Waits, random: Callable[[], float] = lambda: 1.0, **options: float) -> Patience:
    found = Patience(threading.Event(), wait=waits, random=random, **{"first": 1.0, **options})  # type: ignore[arg-type]
    found.moved()  # there is a link
    return found


def fail_until_given_up(patient: Patience, error: HubDeskError) -> int:
    failures = iter(range(1, 100))

    def go_on() -> None:
        while next(failures, None) is not None:
            patient.failed(error)

    with pytest.raises(HubDeskError) as given_up:
        go_on()
    assert given_up.value is error
    return next(failures) - 1


def test_a_line_that_never_moves_is_given_up_after_all_tries() -> None:
    waits = Waits()
    assert fail_until_given_up(patience(waits), CUT) == TRIES
    assert waits.seconds == [1, 2, 4, 8]


def test_the_wait_doubles_up_to_the_longest() -> None:
    waits = Waits()
    fail_until_given_up(patience(waits, tries=9), CUT)
    assert waits.seconds == [1, 2, 4, 8, 16, 32, 60, 60]


def test_half_of_the_wait_is_left_to_chance() -> None:
    soonest = Waits()
    fail_until_given_up(patience(soonest, lambda: 0.0), CUT)
    assert soonest.seconds == [0.5, 1, 2, 4]


def test_a_line_that_moves_between_its_cuts_is_never_given_up() -> None:
    waits = Waits()
    patient = patience(waits)
    for _ in range(1000):
        for _ in range(TRIES - 1):
            patient.failed(CUT)
        patient.moved()
    assert max(waits.seconds) == 8


def test_what_follows_a_failure_has_all_its_tries() -> None:
    patient = patience(Waits())
    assert fail_until_given_up(patient, CUT) == TRIES
    assert fail_until_given_up(patient, CUT) == TRIES


@pytest.mark.parametrize("code", ["cut", "stalled", "no-answer"])
def test_a_bad_link_is_tried_again(code: str) -> None:
    assert fail_until_given_up(patience(Waits()), Unreachable(code)) == TRIES


@pytest.mark.parametrize(
    "error",
    [
        Unreachable("wrong-server"),
        Unreachable("cap-reached"),
        ServerAnswer("signature", status=403),
        ServerAnswer("nonsense", status=500),
        BadInput("not-a-message"),
    ],
)
def test_what_no_later_try_mends_is_said_at_once(error: HubDeskError) -> None:
    waits = Waits()
    assert fail_until_given_up(patience(waits), error) == 1
    assert waits.seconds == []


def test_where_nothing_ever_answered_that_is_said_at_once() -> None:
    waits = Waits()
    offline = Patience(threading.Event(), wait=waits)
    assert fail_until_given_up(offline, Unreachable("no-answer")) == 1
    assert waits.seconds == []


def test_a_server_that_names_its_time_is_given_exactly_that() -> None:
    waits = Waits()
    patient = patience(waits)
    patient.failed(ServerAnswer("busy", status=503, retry_after="10"))
    patient.failed(ServerAnswer("too-many-requests", status=429, retry_after=37))
    assert waits.seconds == [10, 37]


def test_a_server_that_asks_for_hours_is_left_for_a_later_sync() -> None:
    waits = Waits()
    busy = ServerAnswer("busy", status=503, retry_after=str(int(LONGEST_ASKED) + 1))
    assert fail_until_given_up(patience(waits), busy) == 1
    assert waits.seconds == []


@pytest.mark.parametrize("asked", ["Wed, 21 Oct 2015 07:28:00 GMT", "-1", "", "1e9", "²"])
def test_a_time_that_cannot_be_read_counts_as_unsaid(asked: str) -> None:
    waits = Waits()
    patience(waits).failed(ServerAnswer("busy", status=503, retry_after=asked))
    assert waits.seconds == [1]


def test_who_stops_does_not_wait() -> None:
    stop = threading.Event()
    stop.set()
    waits = Waits()
    with pytest.raises(Unreachable, match="stopped"):
        Patience(stop, wait=waits).failed(CUT)
    assert waits.seconds == []


def test_who_stops_while_waiting_waits_no_longer() -> None:
    patient = patience(Waits(stops_at=2))
    patient.failed(CUT)
    with pytest.raises(Unreachable, match="stopped"):
        patient.failed(CUT)


def test_a_real_wait_ends_the_moment_someone_stops() -> None:
    stop = threading.Event()
    patient = Patience(stop, first=60.0)
    patient.told = lambda _seconds: stop.set()
    with pytest.raises(Unreachable, match="stopped"):
        patient.failed(CUT)


def test_each_wait_is_told_before_it_begins() -> None:
    told: list[float] = []
    waits = Waits()
    patient = patience(waits)
    patient.told = told.append
    patient.failed(CUT)
    patient.failed(CUT)
    assert told == waits.seconds == [1, 2]


def test_what_may_be_asked_twice_is_asked_until_it_is_answered() -> None:
    answers: list[HubDeskError | str] = [CUT, CUT, "done"]
    waits = Waits()

    def ask() -> str:
        answer = answers.pop(0)
        if isinstance(answer, HubDeskError):
            raise answer
        return answer

    assert patience(waits).through_cuts(ask) == "done"
    assert waits.seconds == [1, 2]
