"""The whole loop in the real window without a screen: three desks, one hub, a line that goes down and comes back.

Invariant: each step checks what it says by what the desk holds afterwards; nothing is shown that was not done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel

from demonstration import people
from demonstration.by_stick import ByStick
from demonstration.far_away import FarAway
from demonstration.gallery import Gallery
from demonstration.hub import Hub
from demonstration.journal import Journal, Unheard, check, size
from demonstration.people import BOTSWANA, HUB, PUBLIC
from demonstration.visit import Visit
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.gui.application import make_application, speak
from hubdesk.model.identity import digest


def play(hub: Hub, desks: Path, pictures: Path) -> None:
    """Play the tour with a hub that serves; profiles go into `desks`. Raises TourFailed."""
    unheard = Unheard()
    application = make_application()
    speak(application, "en")
    Tour(hub, desks, Gallery(application, pictures), Journal()).play()
    unheard.check()


class Tour:
    """One walk through everything."""

    def __init__(self, hub: Hub, desks: Path, gallery: Gallery, journal: Journal) -> None:
        self._hub = hub
        self._desks = desks
        self._gallery = gallery
        self._journal = journal

    def play(self) -> None:
        """Walk from an empty desk to a file that came from another parliament's desk."""
        coordinator = self._visit("coordinator")
        self._join(coordinator)
        self._find(coordinator)
        coordinator.close()
        proposed = self._propose_offline()
        self._decide(proposed)
        self._receive(proposed)
        far_away = FarAway(self._hub, self._desks / "far-away", self._gallery, self._journal)
        far_away.play(self._desks / "reader", proposed[1])
        ByStick(self._hub, self._desks, self._gallery, self._journal).play(self._desks / "coordinator")
        self._gallery.show_looks(self._desks / "coordinator")
        self._gallery.show_french_start(self._desks / "nobody")
        self._journal.say(f"{len(self._gallery.taken)} pictures in {self._gallery.folder}")

    def _visit(self, name: str) -> Visit:
        return self._gallery.visit(self._desks / name)

    # the first desk

    def _join(self, visit: Visit) -> None:
        with self._journal.step("A new desk begins, with an empty catalogue"):
            self._gallery.take(visit, "first-run")
            visit.press("I start without any hub")
            visit.rest()
            self._gallery.take(visit, "catalogue-empty")
            total = visit.desk.search(Query()).total
            check(total == 0, f"{total} records in a new catalogue")
            self._journal.figures("0 records")
        with self._journal.step(f"It joins {HUB} as its coordinator and syncs"):
            page = visit.go("join", self._hub.invite("coordinator", HUB))
            visit.wait(page.join.isEnabled, "the invite is read")
            self._gallery.take(visit, "first-run-invite")
            report = self._sync(visit, lambda: visit.press("Join"))
            self._gallery.take(visit, "sync")
            total = visit.desk.search(Query()).total
            check(
                report.records_received >= total >= 60, f"{report.records_received} received, {total} found"
            )
            check(visit.desk.status().roles == {HUB: "coordinator"}, "not the coordinator")
            verified = visit.desk.verify()
            check(verified.ok, f"hashes and roots: {verified.problems}")

    def _sync(self, visit: Visit, begin: Callable[[], object], take: str = "") -> Any:
        """Start a sync in the window and wait for its end; return the desk's report and note its figures."""
        reports: list[Any] = []
        begin()
        page = self._watch(visit, reports, take)
        visit.wait(lambda: reports, "the sync ends")
        ending = reports[0]
        if ending.error is not None:
            raise ending.error
        report = ending.report
        check(not report.problems and not report.behind, f"{report.problems} {report.behind}")
        self._journal.figures(
            f"{report.requests} requests", f"{size(report.bytes_up)} up", f"{size(report.bytes_down)} down",
            f"{report.records_received} records received", f"{report.events_sent} changes sent",
            f"sync {report.seconds:.2f} s",
        )  # fmt: skip
        visit.wait(lambda: not page.run.is_running, "the sync page rests")
        visit.rest()
        check(visit.page is page, "the sync page does not stay in sight")
        return report

    def _sync_now(self, visit: Visit, take: str = "") -> Any:
        visit.go("sync")
        return self._sync(visit, lambda: visit.press("Sync now"), take)

    def _watch(self, visit: Visit, endings: list[Any], take: str) -> Any:
        visit.wait(lambda: hasattr(visit.page, "run"), "the sync page")
        page = visit.page
        page.run.ended.connect(endings.append)
        if take:
            page.run.progressed.connect(
                lambda progress: (
                    self._gallery.take(visit, take) if 0 < progress.done < progress.total else None
                )
            )
        return page

    def _find(self, visit: Visit) -> None:
        with self._journal.step("Search as one types: “stratégique”, then “strategic plan”"):
            for words in ("stratégique", "strategic plan"):
                took = visit.search(words)
                found = visit.desk.search(Query(words=words)).total
                check(
                    0 < found == visit.page.model.rowCount(),
                    f"{words}: {found}, {visit.page.model.rowCount()} shown",
                )
                self._journal.figures(f"{words}: {found} found, {took * 1000:.0f} ms after the last key")
        with self._journal.step("Open what was found"):
            check(visit.page.list.choose(BOTSWANA), "the case study is not among the results")
            visit.rest()
            detail = visit.page.detail.detail()
            check(detail is not None and detail.view.id == BOTSWANA, "another record is shown")
            check(detail.view.verified and detail.view.signed.hub == HUB, "its signature is not shown")
            self._gallery.take(visit, "catalogue")
            self._journal.figures(
                f"signed by {HUB}, version {detail.view.signed.version}", f"{len(detail.files)} file"
            )

    # the second desk, without a network

    def _propose_offline(self) -> list[str]:
        self._join_contributor()
        visit = self._visit("contributor")
        self._hub.stop()
        self._edit(visit)
        proposed = self._propose(visit)
        self._send(visit)
        visit.close()
        return proposed

    def _join_contributor(self) -> None:
        with self._journal.step("A contributor's desk joins and syncs"):
            desk = Desk.create(self._desks / "contributor", use_keyring=False)
            try:
                desk.join(self._hub.invite("contributor", HUB))
                report = desk.sync()
            finally:
                desk.close()
            check(report.records_received >= 60, f"{report.records_received} records received")
            self._journal.figures(f"{report.requests} requests", f"{size(report.bytes_down)} down")

    def _edit(self, visit: Visit) -> None:
        with self._journal.step("The network goes; the case study is edited in two languages"):
            visit.go("editor", BOTSWANA)
            self._type(visit)
            before = visit.desk.published(BOTSWANA)
            assert before is not None
            saved = visit.desk.show(BOTSWANA).fields["lessons"]
            for language, lesson in (("en", people.LESSON), ("fr", people.LESSON_FR)):
                check(
                    saved[language] == before.fields["lessons"][language] + lesson,
                    f"what was typed in “{language}” is not saved: {saved}",
                )
            self._gallery.take(visit, "editor")
            self._journal.figures(
                f"{len(people.LESSON + people.LESSON_FR)} characters saved as they were typed"
            )

    def _propose(self, visit: Visit) -> list[str]:
        with self._journal.step(
            "It is proposed, and so are a tool and a case with a file each; another case stays a draft"
        ):
            visit.press("Propose to")
            visit.wait(lambda: len(visit.desk.outbox()) == 1, "the outbox has it")
            tool = visit.desk.new("tool", people.SERVER_ROOM)
            visit.desk.attach(tool, [people.continuity_sheet(self._desks), people.wiring_plan(self._desks)])
            case = visit.desk.new("case_study", people.HANSARD)
            visit.desk.attach(case, [people.recording(self._desks)])
            done = visit.desk.propose([tool, case])
            check(done.done == [tool, case], f"refused: {done.refused}")
            visit.desk.new("case_study", people.DRAFT)
            visit.window.broadcast(frozenset({"records", "drafts", "outbox"}))
            visit.go("records")
            check((len(visit.desk.outbox()), len(visit.desk.drafts())) == (3, 1), "outbox and drafts")
            self._gallery.take(visit, "my-records")
            self._journal.figures("3 changes in the outbox, 1 draft")
        return [BOTSWANA, tool, case]

    def _send(self, visit: Visit) -> None:
        with self._journal.step("A sync without the network says so and loses nothing"):
            endings: list[Any] = []
            visit.go("sync")
            self._watch(visit, endings, "")
            visit.press("Sync now")
            visit.wait(lambda: endings, "the attempt ends")
            check(getattr(endings[0].error, "code", "") != "", "the sync did not fail")
            visit.rest()
            self._gallery.take(visit, "sync-no-network")
            check(len(visit.desk.outbox()) == 3, "the outbox lost something")
            self._journal.figures(endings[0].error.code, "3 changes still wait")
        with self._journal.step("The network is back: everything goes out at once"):
            self._hub.start()
            report = self._sync_now(visit, take="sync-sending")
            check(
                report.bytes_up > people.RECORDING_BYTES,
                f"{report.bytes_up} bytes sent: the recording is missing",
            )
            check(report.events_sent >= 3, f"{report.events_sent} changes sent")
            states = {item.state for item in visit.desk.outbox()}
            check(states == {"received"}, f"the hub has not received all: {states}")

    @staticmethod
    def _type(visit: Visit) -> None:
        visit.wait(lambda: getattr(visit.page, "sheet", None) is not None, "the editor opens")
        sheet = visit.page.sheet
        sheet.form.focus_field("lessons")
        row = sheet.form.row("lessons")
        check(row is not None, "no field for lessons")
        for language, lesson in (("fr", people.LESSON_FR), ("en", people.LESSON)):
            sheet.tabs.select(language)
            visit.rest()
            visit.write(row.control.inputs()[0], lesson)
        visit.rest(1.2)  # the pause after which a draft is saved

    # the coordinator decides

    def _decide(self, proposed: list[str]) -> None:
        visit = self._visit("coordinator")
        with self._journal.step("The coordinator syncs and finds three proposals"):
            self._sync_now(visit)
            visit.go("inbox")
            found = {item.id: item for item in visit.desk.inbox()}
            check(set(found) == set(proposed), f"in the inbox: {sorted(found)}")
            check(found[BOTSWANA].changed == ["lessons"], f"changed: {found[BOTSWANA].changed}")
            self._gallery.take(visit, "proposals")
            self._journal.figures(f"one changes “{found[BOTSWANA].changed[0]}” alone")
        with self._journal.step("One is returned with a comment, two are accepted"):
            visit.desk.return_(proposed[2], "Please add which typing program you use, and its licence.")
            done = visit.desk.accept(proposed[:2])
            check(done.done == proposed[:2], f"refused: {done.refused}")
            visit.window.broadcast(frozenset({"inbox", "records", "outbox"}))
            visit.rest()
            self._gallery.take(visit, "proposals-accepted")
        with self._journal.step("They are signed and published"):
            visit.press("Publish")
            visit.wait(
                lambda: not [item for item in visit.desk.inbox() if item.state == "accepted"], "published"
            )
            visit.rest()
            self._gallery.take(visit, "proposals-published")
            head = next(view for view in visit.desk.collections() if view.name == PUBLIC)
            said = [
                label.text() for label in visit.page.notes.findChildren(QLabel) if " sent, " in label.text()
            ]
            check(len(said) == 1, f"the window says {said}")
            check(visit.desk.show(proposed[1]).state == "confirmed", "the new tool is not confirmed")
            self._journal.figures(
                f"{PUBLIC} version {head.version}, {head.records} records", said[0].rpartition(". ")[2]
            )
        visit.desk.propose([visit.desk.new("tool", people.OWN)])
        visit.desk.new("case_study", people.DRAFT)
        visit.window.broadcast(frozenset({"records", "drafts", "outbox"}))
        visit.go("hubs")
        self._gallery.take(visit, "hubs")
        visit.go("settings")
        self._gallery.take(visit, "settings")
        visit.go("help")
        self._gallery.take(visit, "help")
        visit.close()

    # everybody receives

    def _receive(self, proposed: list[str]) -> None:
        tool = proposed[1]
        visit = self._visit("contributor")
        with self._journal.step("The contributor's desk hears what became of its proposals"):
            report = self._sync_now(visit)
            check(
                not [item for item in visit.desk.outbox() if item.id != proposed[2]],
                "the outbox is not empty",
            )
            comments = [draft.comment for draft in visit.desk.drafts() if draft.comment]
            check(len(comments) == 1, f"comments: {comments}")
            self._journal.figures(
                " ".join(f"{count} {word}" for word, count in sorted(report.outcomes.items()))
            )
            visit.go("records")
            self._gallery.take(visit, "my-records-returned")
            roots = self._roots(visit.desk)
        visit.close()
        visit = self._visit("reader")
        with self._journal.step("A reader's desk joins, and holds the same roots"):
            page = visit.go("join", self._hub.invite("reader", HUB))
            visit.wait(page.join.isEnabled, "the invite is read")
            self._sync(visit, lambda: visit.press("Join"))
            same = {name: root for name, root in self._roots(visit.desk).items() if name in roots}
            check(same and all(roots[name] == root for name, root in same.items()), f"{same} are not {roots}")
            check(
                visit.desk.show(BOTSWANA).fields["lessons"]["fr"].endswith(people.LESSON_FR),
                "the change is not here",
            )
            self._journal.figures(*(f"{name} {root[:12]}…" for name, root in sorted(same.items())))
        with self._journal.step("It fetches the file that came with the new tool"):
            visit.search("load shedding")
            check(visit.page.list.choose(tool), "the new tool is not found")
            visit.page.enter(tool)
            visit.rest()
            visit.press("Get Order of shutdown.csv")
            visit.wait(lambda: visit.desk.show(tool).files[0].available, "the file arrives")
            visit.rest()
            self._gallery.take(visit, "file-here")
            got = visit.desk.get(tool, "Order of shutdown.csv", to=self._desks / "fetched")
            content = (self._desks / "fetched" / "Order of shutdown.csv").read_bytes()
            check(
                digest(content).hex() == got.sha256 == visit.desk.show(tool).files[0].sha256, "another file"
            )
            check(content.decode() == people.CONTINUITY_SHEET, "the file says something else")
            self._journal.figures(f"{size(got.bytes)}, SHA-256 {got.sha256[:12]}… as signed")
        visit.close()

    @staticmethod
    def _roots(desk: Desk) -> dict[str, str]:
        return {view.name: view.root for view in desk.collections() if view.followed}
