"""Defects that the machine found, each as the shortest story that shows it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

from tests.faults.world import LATAM, OLD_ANSWER, Place, World


def publishes(world: World, place: Place, record: str, **changes: Any) -> None:
    """A coordinator writes and signs a change alone."""
    place.desk.set(record, changes)
    place.desk.accept(place.desk.propose([record]).done)
    world.publish(place, "latam")


def test_a_history_is_read_on_past_words_that_never_left_their_authors_desk(world: World) -> None:
    """Ben's unsent words are merged with what Ana published meanwhile; the hub has only what came of it."""
    ana, ben, carla = (world.places[name] for name in ("Ana", "Ben", "Carla"))
    [record] = ana.desk.record_ids(LATAM)
    publishes(world, ana, record, title={"en": "A better tool"})
    ben.desk.set(record, {"title.fr": "Un outil"})
    ben.desk.propose()
    other = ben.desk.new("tool", {"title": {"en": "Another"}, "licence": "CC0-1.0"}, LATAM)
    publishes(world, ben, other, summary={"en": "Ana was faster, so Ben takes in her head first"})
    ben.desk.accept([record])
    world.publish(ben, "latam")

    world.sync(carla)
    world.on_line(carla)
    history = carla.desk.fetch_history(record)
    read = [carla.desk.revision(record, item.hash).fields["title"] for item in history if item.held]
    assert read[0] == {"en": "A better tool", "fr": "Un outil"}
    assert {"en": "A tool"} in read


def test_own_words_go_on_top_of_what_is_accepted_in_the_same_step(world: World) -> None:
    """A coordinator decided about her own change; accepting it did undo Carla's, accepted a moment before."""
    ana, ben, carla = (world.places[name] for name in ("Ana", "Ben", "Carla"))
    [record] = ana.desk.record_ids(LATAM)
    ana.desk.set(record, {"title.en": "Ana's title"})
    ben.desk.withdraw(record, "It is out of date")
    carla.desk.set(record, {"summary.en": "Carla's summary"})
    for place in (ben, ana, carla):
        place.desk.propose()
        world.sync(place)
    world.sync(ana)
    ana.desk.accept()
    world.publish(ana, "latam")  # Ben's withdrawal, with which both others clash
    ana.desk.clashes.resolve(record, "withdrawn", "theirs", side="inbox")
    ana.desk.clashes.resolve(record, "withdrawn", "mine", side="outbox")

    assert ana.desk.accept().done == [record]
    world.publish(ana, "latam")
    signed = ana.desk.show(record).fields
    assert (signed["title"], signed["summary"]) == ({"en": "Ana's title"}, {"en": "Carla's summary"})


def test_a_decision_stands_over_what_was_accepted_since_the_clash_was_found(world: World) -> None:
    """Olga's withdrawal clashed with Ben's title; when that was decided, Ana's signed summary fell out unseen."""
    ana, ben, olga = (world.places[name] for name in ("Ana", "Ben", "Olga"))
    [record] = ana.desk.record_ids(LATAM)
    ben.desk.set(record, {"title.en": "Ben's title"})
    olga.desk.withdraw(record, "It is out of date")
    ana.desk.set(record, {"summary.en": "Ana's summary"})
    for place in (ben, olga, ana):
        place.desk.propose()
        world.sync(place)
    world.sync(ana)
    ana.desk.accept()  # Ben's; Olga's clashes with it; then Ana's own
    world.publish(ana, "latam")
    signed = ana.desk.show(record)

    ana.desk.clashes.resolve(record, "withdrawn", "mine", side="inbox")
    world.publish(ana, "latam")
    assert ana.desk.show(record).fields == signed.fields
    assert signed.revision in {item.hash for item in ana.desk.history(record)}


def test_a_desk_whose_clock_is_ahead_signs_with_the_hubs_time(world: World) -> None:
    ana, ben = world.places["Ana"], world.places["Ben"]
    [record] = ana.desk.record_ids(LATAM)
    ana.clock.wrong_by = timedelta(days=400)
    publishes(world, ana, record, title={"en": "From next year"})
    world.sync(ben)
    view = ben.desk.published(record)
    assert view is not None
    assert view.signed is not None
    assert view.fields["title"] == {"en": "From next year"}
    assert view.signed.time <= ben.clock.text()


def test_a_coordinator_hears_again_of_what_a_restored_server_thinks_is_open(world: World) -> None:
    """The restored server has given smaller numbers than Ana's desk knows, so it told her of nothing any more."""
    ana, carla = world.places["Ana"], world.places["Carla"]
    [record] = ana.desk.record_ids(LATAM)
    carla.desk.set(record, {"title.en": "Carla's title"})
    carla.desk.propose()
    world.sync(carla)
    world.server.keep_copy()
    world.sync(ana)
    ana.desk.accept()
    world.publish(ana, "latam")
    world.server.restore()

    for place in (ana, carla, ana, carla):
        world.sync(place)
    assert carla.desk.outbox() == []
    assert carla.desk.show(record).fields["title"] == {"en": "Carla's title"}


def test_an_old_answer_says_nothing_of_what_a_restored_desk_wrote_under_the_same_number(world: World) -> None:
    """Carla's older profile gave its next words a number that the hub knew; the old receipt for it came again."""
    ana, carla = world.places["Ana"], world.places["Carla"]
    lost = carla.desk.new("tool", {"title": {"en": "Lost with the disk"}, "licence": "CC0-1.0"}, LATAM)
    carla.desk.propose([lost])
    world.sync(carla)
    carla.restore()
    kept = carla.desk.new("tool", {"title": {"en": "Written since"}, "licence": "CC0-1.0"}, LATAM)
    carla.desk.propose([kept])
    carla.road.weather.append(OLD_ANSWER)
    world.sync(carla)
    carla.road.weather.clear()

    world.sync(carla)
    world.sync(ana)
    assert kept in {item.id for item in ana.desk.inbox()}


def test_a_take_back_is_not_done_because_of_an_old_answer_to_another(world: World) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    titles = ("The first", "The second")
    fields: list[dict[str, Any]] = [{"title": {"en": title}, "licence": "CC0-1.0"} for title in titles]
    first, second = (carla.desk.new("tool", one, LATAM) for one in fields)
    carla.desk.propose()
    world.sync(carla)
    carla.keep_copy()
    carla.desk.take_back(first)
    world.sync(carla)
    carla.restore()
    carla.desk.take_back(second)
    carla.road.weather.append(OLD_ANSWER)
    world.sync(carla)
    carla.road.weather.clear()

    world.sync(carla)
    world.sync(ana)
    assert ana.desk.inbox() == []


def test_what_became_of_lost_words_is_not_said_of_those_that_took_their_number(world: World) -> None:
    """Ana signed what Carla's disk lost. The hub told so in the same answer in which it did not understand her new
    words, which had the same number: they left the outbox without having been seen by anybody."""
    ana, carla = world.places["Ana"], world.places["Carla"]
    [record] = ana.desk.record_ids(LATAM)
    carla.desk.set(record, {"title.en": "Lost with the disk"})
    carla.desk.propose()
    world.sync(carla)
    world.sync(ana)
    ana.desk.accept()
    world.publish(ana, "latam")
    carla.restore()
    carla.desk.set(record, {"summary.en": "Written since"})
    carla.desk.propose()
    with patch("hubdesk.server.proposals.version_of", return_value=None):
        world.sync(carla)

    world.sync(carla)
    world.sync(ana)
    assert record in {item.id for item in ana.desk.inbox()}


def test_a_publication_of_which_an_answer_says_nothing_is_sent_again(world: World) -> None:
    """An old answer came instead: Ana was told that her hub had refused."""
    ana, ben = world.places["Ana"], world.places["Ben"]
    world.sync(ana)
    [record] = ana.desk.record_ids(LATAM)
    ana.desk.set(record, {"title.en": "A better tool"})
    ana.desk.accept(ana.desk.propose([record]).done)
    ana.road.weather.append(OLD_ANSWER)
    world.publish(ana, "latam")
    ana.road.weather.clear()
    world.sync(ben)
    assert ben.desk.show(record).fields["title"] == {"en": "A better tool"}


def test_a_server_whose_clock_goes_back_lets_its_hubs_publish_on(world: World) -> None:
    """A hub's list has the time of its signature as its version; the next one was always ahead of the server's clock."""
    ana, ben = world.places["Ana"], world.places["Ben"]
    [record] = ana.desk.record_ids(LATAM)
    world.server.clock.wrong_by = timedelta(days=-3650)
    for title in ("One", "Two"):
        publishes(world, ana, record, title={"en": title})
    world.server.clock.wrong_by = timedelta()
    publishes(world, ana, record, title={"en": "Three"})
    world.sync(ben)
    assert ben.desk.show(record).fields["title"] == {"en": "Three"}


def test_a_server_that_forgot_what_it_signed_by_a_clock_ahead_goes_on_above_it(world: World) -> None:
    ana, ben = world.places["Ana"], world.places["Ben"]
    [record] = ana.desk.record_ids(LATAM)
    world.server.clock.wrong_by = timedelta(days=7300)
    publishes(world, ana, record, title={"en": "From a server ahead"})
    world.server.restore()
    world.server.clock.wrong_by = timedelta()
    assert world.sync(ana).problems == []
    publishes(world, ana, record, title={"en": "From a server set right"})
    for place in (ben, ana):
        assert world.sync(place).problems == []
        assert place.desk.show(record).fields["title"] == {"en": "From a server set right"}
