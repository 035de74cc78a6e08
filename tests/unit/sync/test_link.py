"""What a desk's link keeps from one use to the next, and how it goes through cuts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue import facts
from hubdesk.desk import Desk
from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.server.centre import create_centre
from hubdesk.sync import link as linking
from hubdesk.sync.lines import Lines
from hubdesk.sync.link import Link
from hubdesk.sync.meter import Meter
from hubdesk.sync.wire import Down, Up, pack
from tests.unit.server.driver import RunningHub, running_hub

PUBLIC = "latam/public"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    folder = tmp_path_factory.mktemp("centre") / "hub"
    create_centre(folder, datetime.now(UTC))
    with running_hub(folder) as running:
        yield running


@pytest.fixture
def desk(hub: RunningHub, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.join(hub.invite("coordinator"))
    yield desk
    desk.close()


def link_of(desk: Desk, lines: Lines, stop: threading.Event | None = None) -> Link:
    return Link(desk._database, desk._profile.keys, stop, lines)


# The token


def test_a_token_is_asked_for_once_and_anew_when_its_time_is_over(desk: Desk) -> None:
    fields = {"title": {"en": "A"}, "summary": {"en": "B"}, "licence": "CC0-1.0"}
    record = desk.new("tool", fields, PUBLIC)
    desk.accept(desk.propose([record]).done)
    desk.publish("latam")
    revision = bytes.fromhex(desk.show(record).revision or "")
    lines = Lines()

    def requests() -> int:
        link = link_of(desk, lines)
        assert link.revision(revision)
        link.close()
        return link.meter.requests

    assert requests() == 2
    assert requests() == 1
    lines.token = (lines.token[0], "of yesterday")
    assert requests() == 3
    lines.token = (b"another server", lines.token[1])
    assert requests() == 2
    lines.close()


# The measured speed


def test_how_fast_the_line_was_is_known_at_the_next_start(desk: Desk) -> None:
    lines = Lines()
    link = link_of(desk, lines)
    lines.pace.note_up(80_000, 10)
    lines.pace.note_down(160_000, 10)
    link.close()
    lines.close()
    again = Lines()
    link_of(desk, again).close()
    assert (again.pace.up, again.pace.down) == (8_000, 16_000)
    with desk._database.read() as connection:
        assert facts.get_number(connection, facts.SPEED_DOWN) == 16_000


# Cuts


class Answers:
    """Stands where the transport stands and gives what it was told to, errors too."""

    def __init__(self, *answers: Exception | bytes) -> None:
        self.meter = Meter()
        self.bodies: list[bytes] = []
        self._answers = list(answers)

    def post(self, _path: str, body: bytes) -> bytes:
        self.bodies.append(body)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def link_that_hears(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Link, Answers]]:
    def make(*answers: Exception | bytes) -> tuple[Link, Answers]:
        standing = Answers(*answers)

        def transport(*_: Any, **__: Any) -> Answers:
            return standing

        monkeypatch.setattr(linking, "Transport", transport)
        return link_of(desk, Lines()), standing

    return make


DONE = pack(Down())


def test_an_exchange_goes_through_cuts_with_a_new_counter_each_time(
    link_that_hears: Callable[..., tuple[Link, Answers]],
) -> None:
    link, heard = link_that_hears(Unreachable("cut"), Unreachable("stalled"), DONE)
    assert link.exchange(Up()) == Down()
    assert len(set(heard.bodies)) == 3


def test_an_exchange_that_is_refused_is_not_made_again(
    link_that_hears: Callable[..., tuple[Link, Answers]],
) -> None:
    link, heard = link_that_hears(ServerAnswer("signature", status=403), DONE)
    with pytest.raises(ServerAnswer, match="signature"):
        link.exchange(Up())
    assert len(heard.bodies) == 1


def test_a_counter_from_before_is_mended_once_and_also_after_a_cut(
    link_that_hears: Callable[..., tuple[Link, Answers]],
) -> None:
    last = 2**50
    behind = ServerAnswer("counter", last=last, status=409)
    link, _ = link_that_hears(Unreachable("cut"), behind, Unreachable("cut"), DONE)
    assert link.exchange(Up()) == Down()
    link, heard = link_that_hears(behind, behind)
    with pytest.raises(ServerAnswer, match="counter"):
        link.exchange(Up())
    assert len(heard.bodies) == 2


def test_a_counter_beyond_all_numbers_is_refused(
    link_that_hears: Callable[..., tuple[Link, Answers]],
) -> None:
    link, _ = link_that_hears(ServerAnswer("counter", last=2**64 - 1, status=409))
    with pytest.raises(ServerAnswer, match="counter"):
        link.exchange(Up())
