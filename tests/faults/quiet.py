"""Quiet days after bad ones: nothing fails any more, everybody does what there is to do, and it must come out even."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from hubdesk.catalogue.views import InboxItem
from tests.faults.ledger import Ledger, words_in
from tests.faults.world import COLLECTIONS, Place, World

MOST_ROUNDS = 12
_MOST_CLASHES = 50


class Quiet:
    """Brings a world to rest and looks at what came of it."""

    def __init__(self, world: World, ledger: Ledger) -> None:
        self._world = world
        self._ledger = ledger
        self._places = world.places.values()

    def settles_everything(self) -> None:
        """Everybody proposes, syncs, settles and publishes until nothing waits; then all must agree, and every word
        that was written be found by those who look for it."""
        for clock in (self._world.server.clock, *(place.clock for place in self._places)):
            clock.wrong_by = timedelta()
        for _ in range(MOST_ROUNDS):
            self._round()
            if not self._left_over():
                break
        left = self._left_over()
        assert not left, left
        self._all_agree()
        self._everything_is_found()
        self._nothing_stands_twice()

    def _round(self) -> None:
        for place in self._places:
            self._decides(place)
            with self._ledger.proposing(place):
                place.desk.propose()
            self._looks(f"{place} proposed")
            self._sync(place)
        for place in self._places:
            for hub in place.hubs:
                self._settles(place, hub)
        for place in self._places:
            self._sync(place)

    def _sync(self, place: Place) -> None:
        report = self._world.sync(place)
        self._looks(f"{place} synced")
        assert report.problems == [], (place, report.problems)

    def _settles(self, place: Place, hub: str) -> None:
        """A coordinator's day: look, accept and publish what goes together, return what clashes with it."""
        self._sync(place)
        place.desk.accept()
        self._looks(f"{place} accepted")
        self._publishes(place, hub)
        self._decides(place)
        for refused in place.desk.accept().refused:
            if any(item.id == refused.id and item.state == "open" for item in place.desk.inbox()):
                place.desk.return_(refused.id, "This and another change do not go together")
            else:
                place.desk.take_back(refused.id)  # an own change: written anew, against what is signed now
            self._looks(f"{place} returned {refused}")
        self._publishes(place, hub)

    def _publishes(self, place: Place, hub: str) -> None:
        self._world.publish(place, hub)
        self._looks(f"{place} published")

    def _decides(self, place: Place) -> None:
        """Somebody decides all that waits for a decision, now for one side, now for the other."""
        for turn in range(_MOST_CLASHES):
            if not resolve_one(place, self._ledger, ("theirs", "mine", "both")[turn % 3]):
                return
            self._looks(f"{place} decided")
        raise AssertionError((place, "there are always new clashes", place.desk.clashes.all()))

    def _looks(self, after: str) -> None:
        missing = self._ledger.missing()
        assert not missing, (after, missing)

    def _left_over(self) -> list[tuple[Place, str, Any]]:
        """What still waits somewhere though nothing is in its way."""
        left: list[tuple[Place, str, Any]] = []
        for place in self._places:
            desk = place.desk
            left += [
                (place, "drafts", item) for item in desk.drafts() if _hub(item.collection) in _writes(place)
            ]
            left += [(place, "outbox", item) for item in desk.outbox()]
            left += [(place, "inbox", _brief(item)) for item in desk.inbox()]
            left += [(place, "clashes", item) for item in desk.clashes.all()]
        return left

    def _all_agree(self) -> None:
        with self._world.server.store.database.read() as connection:
            run = connection.exec_driver_sql
            roots = {
                row.name: bytes(row.root).hex()
                for row in run(
                    "SELECT name, root FROM head JOIN collection ON collection = number ORDER BY version"
                )
            }
        for place in self._places:
            held = {view.name: view.root for view in place.desk.collections() if view.version}
            expected = {name: root for name, root in roots.items() if name in held or name in COLLECTIONS}
            assert held == expected, (place, held, expected)
        shown = [
            {name: sorted(place.desk.record_ids(name)) for name in COLLECTIONS} for place in self._places
        ]
        for place, ids in zip(self._places, shown, strict=True):
            signed = {
                name: [record for record in records if place.desk.published(record)]
                for name, records in ids.items()
            }
            assert signed == _signed(shown[0], next(iter(self._places))), place

    def _everything_is_found(self) -> None:
        """Each word by its author, on his own desk: in what it shows, or in the history, fetched if need be; what was
        only ever proposed by a desk that is gone, by a coordinator."""
        left = dict(self._ledger.demanded)
        for place in self._places:
            for record in {edit.record for edit in left.values()}:
                words = self._readable(place, record)
                left = {w: e for w, e in left.items() if w not in words}
        assert not left, left

    def _readable(self, place: Place, record: str) -> set[str]:
        desk = place.desk
        if record not in desk.record_ids():
            return set()
        words = words_in(desk.show(record).fields)
        self._world.on_line(place)
        for item in desk.fetch_history(record):
            if item.held:
                words |= words_in(desk.revision(record, item.hash).fields)
        return words

    def _nothing_stands_twice(self) -> None:
        for place in self._places:
            seen: Counter[str] = Counter()
            for record in place.desk.record_ids():
                view = place.desk.published(record)
                if view is not None and view.collection in COLLECTIONS:
                    for name in ("title", "text"):
                        for text in (view.fields.get(name) or {}).values():
                            seen.update(word for word in text.replace(".", "").split() if "word" in word)
                    seen.update(view.fields.get("keywords", []))
            assert not [word for word, count in seen.items() if count > 1], (place, seen)


def resolve_one(place: Place, ledger: Ledger, choice: str) -> bool:
    """Decide the oldest clash at `place`, if there is one; what cannot be joined stays as its author said. Who decides
    against words of his own draft gives them up; whatever was proposed must stay readable."""
    for clash in place.desk.clashes.all():
        # Who takes both of two texts has what they share twice, and wanted it so: it would hide what comes twice unasked.
        can_join = clash.can_join and not clash.field.startswith("text")
        joined = choice if choice != "both" or can_join else "mine"
        is_draft = clash.side == "draft"
        with ledger.writing(place, clash.id) if is_draft else nullcontext():
            place.desk.clashes.resolve(clash.id, clash.field, joined, side=clash.side)
        return True
    return False


def _signed(ids: dict[str, list[str]], place: Place) -> dict[str, list[str]]:
    return {name: [r for r in records if place.desk.published(r)] for name, records in ids.items()}


def _hub(collection: str) -> str:
    return collection.partition("/")[0]


def _writes(place: Place) -> set[str]:
    return {hub for hub, role in place.roles.items() if role != "reader"}


def _brief(item: InboxItem) -> tuple[str, str, str]:
    return item.id, item.by, item.state
