"""A desk that lost its catalogue goes on with its hub as if nothing had been: nothing is lost, and nothing comes twice."""

from __future__ import annotations

import pytest

from hubdesk.catalogue.database import FILE
from hubdesk.catalogue.restore import RestoreReport, restore
from tests.faults.three_desks import founded, world
from tests.faults.world import LATAM, Place, World
from tests.unit.catalogue.profiles import a_tool

__all__ = ["founded", "world"]


def loses_its_catalogue(place: Place, *, and_backups: bool = False) -> RestoreReport:
    place.desk.close()
    for path in place.folder.path.glob(f"{FILE}*"):
        path.unlink()
    for path in (place.folder.path / "backups").glob("*.zst") if and_backups else ():
        path.unlink()
    report = restore(place.folder.path)
    place._open()
    return report


@pytest.mark.parametrize("and_backups", [False, True], ids=["with a backup", "with the journal alone"])
def test_what_the_hub_has_already_is_not_proposed_twice(world: World, and_backups: bool) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    carla.desk.backups.make()
    sent = a_tool(carla.desk, "Sent", propose=True)
    settled = a_tool(carla.desk, "Settled", propose=True)
    world.sync(carla)
    world.sync(ana)
    ana.desk.accept([settled])
    world.publish(ana, "latam")
    world.sync(carla)
    unsent, draft = a_tool(carla.desk, "Not sent yet", propose=True), a_tool(carla.desk, "A draft")
    before = {item.id: (item.state, item.sequence) for item in carla.desk.outbox()}

    report = loses_its_catalogue(carla, and_backups=and_backups)

    assert (report.backup is None) == and_backups
    assert {item.id: (item.state, item.sequence) for item in carla.desk.outbox()} == before
    world.sync(carla)
    world.sync(ana)
    assert sorted(item.id for item in ana.desk.inbox()) == sorted([sent, unsent])
    ana.desk.accept()
    world.publish(ana, "latam")
    world.sync(carla)
    assert carla.desk.outbox() == []
    assert [view.id for view in carla.desk.drafts()] == [draft]
    assert {sent, settled, unsent} <= set(carla.desk.record_ids(LATAM))
    assert all(carla.desk.show(record).verified for record in (sent, settled, unsent))
    assert carla.desk.verify().ok
    assert {view.root for view in ana.desk.collections() if view.name == LATAM} == {
        view.root for view in carla.desk.collections() if view.name == LATAM
    }


@pytest.mark.parametrize("and_backups", [False, True], ids=["with a backup", "with the journal alone"])
def test_a_coordinator_s_decisions_are_still_made(world: World, and_backups: bool) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    ana.desk.backups.make()
    taken, refused, left = (a_tool(carla.desk, title, propose=True) for title in ("Taken", "Refused", "Left"))
    world.sync(carla)
    world.sync(ana)
    own = a_tool(ana.desk, "Her own", propose=True)
    ana.desk.accept([taken, own])
    ana.desk.return_(refused, "Say more.")

    loses_its_catalogue(ana, and_backups=and_backups)
    world.sync(ana)

    assert {item.id: item.state for item in ana.desk.inbox()} == {taken: "accepted", left: "open"}
    world.publish(ana, "latam")
    world.sync(carla)
    assert {record for record in (taken, own) if carla.desk.show(record).verified} == {taken, own}
    assert [(view.id, view.comment) for view in carla.desk.drafts()] == [(refused, "Say more.")]
    assert [item.id for item in carla.desk.outbox()] == [left]


def test_an_older_backup_by_name_goes_forward_again_with_the_next_sync(world: World) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    oldest = carla.desk.backups.make().name
    for number in range(3):
        ana.desk.accept([a_tool(ana.desk, f"News {number}", propose=True)])
        world.publish(ana, "latam")
        world.sync(carla)
        carla.desk.backups.make()
    root = next(view.root for view in carla.desk.collections() if view.name == LATAM)
    carla.desk.close()

    restore(carla.folder.path, oldest)
    carla._open()
    assert next(view.root for view in carla.desk.collections() if view.name == LATAM) != root
    world.sync(carla)

    assert next(view.root for view in carla.desk.collections() if view.name == LATAM) == root
    assert carla.desk.verify().ok
