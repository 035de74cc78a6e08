"""The part of the tour without any line: two desks that never see a network, and one that carries for them on a stick.

Invariant: nothing but the stick passes between the desks, and what they hold in the end is what the hub signed.
"""

from __future__ import annotations

from pathlib import Path

from demonstration import people
from demonstration.gallery import Gallery
from demonstration.hub import Hub
from demonstration.journal import Journal, check, size
from demonstration.people import HUB, PUBLIC
from demonstration.visit import Visit
from hubdesk.trust.invite import read_invite

_FAR = {"far-contributor": "contributor", "far-reader": "reader"}


class ByStick:
    """Desks in `desks` that reach `hub` by a stick alone, which `carrier` (a coordinator's profile) takes to it."""

    def __init__(self, hub: Hub, desks: Path, gallery: Gallery, journal: Journal) -> None:
        self._hub = hub
        self._desks = desks
        self._gallery = gallery
        self._journal = journal
        self._stick = desks / "stick"
        self._stick.mkdir(parents=True, exist_ok=True)

    def play(self, carrier: Path) -> None:
        """Join, propose, decide and hear of it, by stick."""
        self._ask_to_join()
        self._carry(carrier)
        record = self._propose()
        self._decide(carrier, record)
        self._hear(record)

    def _ask_to_join(self) -> None:
        with self._journal.step("Two desks without any network ask to join; the requests go onto a stick"):
            sizes = []
            for name, role in _FAR.items():
                visit = self._gallery.visit(self._desks / name)
                page = visit.go("join", self._hub.invite(role, HUB))
                visit.wait(page.join.isEnabled, "the invite is read")
                path = self._stick / f"{name}.hubdesk"
                page.offline.write(read_invite(page.invite.toPlainText()), path)
                visit.wait(path.is_file, "the request is written")
                visit.wait(page.offline.isVisible, "the window says so")
                if role == "contributor":
                    self._gallery.take(visit, "join-without-network")
                sizes.append(path.stat().st_size)
                visit.close()
            self._journal.figures(*(size(count) for count in sizes))

    def _carry(self, carrier: Path) -> None:
        visit = self._gallery.visit(carrier)
        with self._journal.step("A desk with a network carries them to the hub, and an edition back"):
            visit.go("carried")
            visit.page.bring(sorted(self._stick.glob("*.hubdesk")))
            visit.wait(lambda: len(visit.desk.carrier.all()) >= len(_FAR), "the requests are carried")
            report = visit.desk.sync()
            check(report.carried.get("join") == len(_FAR), f"carried: {report.carried}")
            visit.window.broadcast(frozenset({"sync"}))
            visit.rest()
            self._gallery.take(visit, "carried")
            self._write_edition(visit, "edition")
        visit.close()

    def _write_edition(self, visit: Visit, picture: str = "") -> None:
        """Make an edition on the stick, in the window."""
        page = visit.go("edition")
        visit.wait(lambda: page._plan is not None, "the plan of the edition")
        page.aim(self._stick)
        visit.rest()
        if picture:
            self._gallery.take(visit, picture)
        visit.press("Write and check")
        visit.wait(lambda: page.message.isVisible() and not page.run.is_running, "the edition is written", 60)
        check(page.show_folder.isVisible(), "the edition was not written")
        self._journal.figures(
            size(sum(file.stat().st_size for file in self._edition().rglob("*") if file.is_file()))
        )

    def _edition(self) -> Path:
        return self._stick / "HubDesk edition"

    def _take(self, visit: Visit, picture: str = "") -> None:
        """Open the edition on the stick and take it in, in the window."""
        page = visit.go("opened", self._edition())
        visit.wait(page.take.isEnabled, "what is in the edition")
        visit.rest()
        if picture:
            self._gallery.take(visit, picture)
        visit.press("Take it in")
        visit.wait(
            lambda: page.message.isVisible() and not page.run.is_running, "the edition is taken in", 60
        )
        visit.rest()

    def _propose(self) -> str:
        visit = self._gallery.visit(self._desks / "far-contributor")
        with self._journal.step(
            "The far desk is let in by what the stick brought, and proposes a tool with a file"
        ):
            self._take(visit, "opened")
            check(visit.desk.status().roles == {HUB: "contributor"}, f"{visit.desk.status().roles}")
            record = visit.desk.new("tool", people.OWN)
            visit.desk.attach(record, [people.recording(self._desks)])
            check(visit.desk.propose([record]).done == [record], "not proposed")
            visit.window.broadcast(frozenset({"records", "drafts", "outbox"}))
            self._write_edition(visit)
        visit.close()
        return record

    def _decide(self, carrier: Path, record: str) -> None:
        visit = self._gallery.visit(carrier)
        with self._journal.step(
            "The stick brings the proposal; it is accepted, published, and the answer goes back"
        ):
            self._take(visit)
            check(record in [item.id for item in visit.desk.inbox()], "the proposal did not come")
            check(visit.desk.accept([record]).done == [record], "not accepted")
            visit.desk.publish(HUB)
            visit.window.broadcast(frozenset({"records", "inbox", "sync"}))
            self._write_edition(visit)
        visit.close()

    def _hear(self, record: str) -> None:
        with self._journal.step(
            "Both far desks hold what the hub signed, and the file; the author has the answer"
        ):
            roots = []
            for name in _FAR:
                visit = self._gallery.visit(self._desks / name)
                self._take(visit)
                check(visit.desk.show(record).state == "confirmed", f"{name}: not confirmed")
                check(all(file.available for file in visit.desk.show(record).files), f"{name}: no file")
                check(not visit.desk.outbox(), f"{name}: still waits")
                check({contact.road for contact in visit.desk.syncs()} == {"edition"}, "a line was used")
                roots.append(next(view.root for view in visit.desk.collections() if view.name == PUBLIC))
                if name == "far-reader":
                    visit.go("catalogue", record)
                    visit.rest()
                    self._gallery.take(visit, "by-stick")
                visit.close()
            check(len(set(roots)) == 1, f"{roots}")
            self._journal.figures(f"{PUBLIC} {roots[0][:12]}…")
