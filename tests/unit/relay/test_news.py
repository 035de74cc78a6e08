"""One exchange with the hub for everybody who asks, and none too often."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from hubdesk.errors import Unreachable
from hubdesk.relay.news import FRESH_SECONDS, OFFLINE_SECONDS, QUIET_SECONDS, News


class Hub:
    """A hub that answers when it is told to; `moved` are the bytes of its line."""

    def __init__(self) -> None:
        self.asked = 0
        self.moved = 0
        self.now = 1_000.0
        self.may_answer = threading.Event()
        self.error: Unreachable | None = None

    def ask(self, stop: threading.Event) -> None:
        self.asked += 1
        while not (self.may_answer.wait(0.01) or stop.is_set()):
            pass
        if self.error is not None:
            raise self.error


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def news(hub: Hub) -> Iterator[News]:
    made = News(hub.ask, lambda: hub.moved, clock=lambda: hub.now)
    yield made
    made.close()


def at_once(count: int, ask: Callable[[], object]) -> list[object]:
    said: list[object] = []
    threads = [threading.Thread(target=lambda: said.append(ask())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def test_ten_who_ask_at_once_make_the_hub_be_asked_once(hub: Hub, news: News) -> None:
    said = at_once(10, lambda: news.wanted(wait=0.05))
    assert hub.asked == 1
    assert None not in said
    hub.may_answer.set()
    assert at_once(10, lambda: news.wanted(wait=10)) == [None] * 10
    assert hub.asked == 1


def test_what_was_asked_a_moment_ago_is_not_asked_again(hub: Hub, news: News) -> None:
    hub.may_answer.set()
    assert news.wanted(wait=10) is None
    hub.now += FRESH_SECONDS - 1
    assert news.wanted(wait=10) is None
    assert (hub.asked, news.age()) == (1, FRESH_SECONDS - 1)
    hub.now += 1
    news.wanted(wait=10)
    assert hub.asked == 2


def test_a_hub_that_is_away_is_left_alone_for_a_while(hub: Hub, news: News) -> None:
    hub.error = Unreachable("no-answer", url="")
    hub.may_answer.set()
    assert news.wanted(wait=10) is None
    assert news.wanted(wait=10) is None
    assert (hub.asked, news.age()) == (1, None)
    hub.now += OFFLINE_SECONDS
    news.wanted(wait=10)
    assert hub.asked == 2


def test_a_collection_that_nobody_asked_for_yet_is_asked_for_at_once(hub: Hub, news: News) -> None:
    hub.may_answer.set()
    news.wanted(wait=10)
    news.wanted(["africa/public"], wait=10)
    news.wanted(["africa/public"], wait=10)
    assert hub.asked == 2


def test_those_who_wait_hear_how_far_it_is_and_get_what_is_here_when_nothing_moves(
    hub: Hub, news: News
) -> None:
    hub.moved = 500
    assert news.wanted() is not None
    hub.moved = 1_700
    far = news.wanted()
    assert far is not None
    assert far.done == 1_200
    hub.now += QUIET_SECONDS
    assert news.wanted() is not None
    hub.now += 1
    assert news.wanted() is None
    hub.moved = 1_800
    assert news.wanted() is not None
