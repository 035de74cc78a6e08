"""A relay that is slow, silent or always nearly done holds nobody up without bound; one that gets on is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from hubdesk.errors import HubDeskError, ServerAnswer, Unreachable
from hubdesk.sync import relay_link
from hubdesk.sync.relay_address import RelayAddress
from hubdesk.sync.relay_link import FETCHING, HASTE_SECONDS, LEAST_SPEED, Haste, RelayLink


class Time:
    """A clock that a stop's waiting moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


class Stop(threading.Event):
    """Waiting moves the time on; `ends` after so many seconds."""

    def __init__(self, time: Time, ends: float = 1e9) -> None:
        super().__init__()
        self.time = time
        self.ends = ends

    def wait(self, timeout: float | None = None) -> bool:
        self.time.now += timeout or 0.0
        return self.time.now >= self.ends


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    monkeypatch.setattr(relay_link, "time", made)
    return made


def fetched(time: Time, far: Callable[[float], tuple[object, object]], until: float) -> Callable[[], str]:
    def ask() -> str:
        if time.now >= until:
            return "it is here"
        done, total = far(time.now)
        raise ServerAnswer(FETCHING, done=done, total=total)

    return ask


@pytest.fixture
def waited(time: Time) -> Iterator[Callable[..., object]]:
    links: list[RelayLink] = []

    def wait(ask: Callable[[], str], longest: float = 1e9, ends: float = 1e9, told: object = None) -> object:
        assert told is None or callable(told)
        links.append(RelayLink(RelayAddress("127.0.0.1", 1, None), Stop(time, ends), told))
        try:
            return links[-1]._waited(ask, longest)
        except HubDeskError as error:
            return error.code

    yield wait
    for link in links:
        link.close()


def test_what_gets_on_is_waited_for_and_told(time: Time, waited: Callable[..., object]) -> None:
    told: list[tuple[int, int]] = []
    ask = fetched(time, lambda now: (int(now * 1_200), 5_000_000), until=4_000)
    assert waited(ask, told=lambda done, total: told.append((done, total))) == "it is here"
    assert told[1] == (1_200, 5_000_000)


@pytest.mark.parametrize(
    "far",
    [
        lambda _now: (1_000, 5_000_000),
        lambda now: (int(now), 5_000_000),
        lambda _now: (None, None),
        lambda _now: (-5, "much"),
    ],
    ids=["stands still", "trickles", "says nothing", "says nonsense"],
)
def test_what_does_not_is_left(
    time: Time, waited: Callable[..., object], far: Callable[[float], tuple[object, object]]
) -> None:
    assert waited(fetched(time, far, until=1e8)) == "relay-slow"
    assert time.now < 200


def test_what_is_always_nearly_done_is_left_in_the_end(time: Time, waited: Callable[..., object]) -> None:
    assert waited(fetched(time, lambda now: (int(now * 9_000), 0), until=1e8), longest=900) == "relay-slow"
    assert 900 <= time.now < 910


def test_a_person_who_stops_waits_for_nothing(time: Time, waited: Callable[..., object]) -> None:
    assert waited(fetched(time, lambda now: (int(now * 9_000), 0), until=1e8), ends=5) == "stopped"


def test_another_refusal_is_none_to_wait_for(waited: Callable[..., object]) -> None:
    def ask() -> str:
        raise ServerAnswer("blob-unknown", status=404)

    assert waited(ask) == "blob-unknown"


def test_an_answer_that_trickles_is_left(time: Time) -> None:
    haste = Haste(time.monotonic)
    haste.may_go()
    for _ in range(int(HASTE_SECONDS) + 1):
        haste.spend(0, 10)
        time.now += 1
    with pytest.raises(Unreachable):
        haste.spend(0, 10)
    haste.may_go()
    for _ in range(100):
        time.now += 1
        haste.spend(0, LEAST_SPEED)
