"""The part of the tour on a bad line: a first sync at 64 kbit/s and 800 ms that is cut, and a file that is paused.

Invariant: the line is as bad as it says, and what the desk holds in the end is what a desk on a good line holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import structs

from demonstration.bad_line import BadLine
from demonstration.gallery import Gallery
from demonstration.hub import Hub
from demonstration.journal import Journal, check, size
from demonstration.people import HUB, PUBLIC
from demonstration.visit import Visit
from hubdesk.desk import Desk
from hubdesk.trust.invite import read_invite, write_invite

RATE, DELAY = 8_000, 0.8
_CUT_EVERY = 12_000


class FarAway:
    """A desk in `folder` on such a line to `hub`."""

    def __init__(self, hub: Hub, folder: Path, gallery: Gallery, journal: Journal) -> None:
        self._hub = hub
        self._folder = folder
        self._gallery = gallery
        self._journal = journal

    def play(self, near: Path, record: str) -> None:
        """Join, sync through cuts, and ask for the file of `record`; the desk in `near` holds what is right."""
        with BadLine(self._hub.url, RATE, DELAY, _CUT_EVERY) as line:
            visit = self._gallery.visit(self._folder)
            self._sync(visit, line)
            self._fetch(visit, record)
            roots = {view.name: view.root for view in visit.desk.collections() if view.version}
            visit.close()
        desk = Desk.open(near)
        right = {view.name: view.root for view in desk.collections()}
        desk.close()
        check(roots[PUBLIC] == right[PUBLIC], "another root came over the bad line")

    def _sync(self, visit: Visit, line: BadLine) -> None:
        with self._journal.step("A desk far away joins over 64 kbit/s and 800 ms, with a line that breaks"):
            invite = structs.replace(read_invite(self._hub.invite("reader", HUB)), url=line.url)
            page = visit.go("join", write_invite(invite))
            visit.wait(page.join.isEnabled, "the invite is read")
            visit.press("Join")
            reports: list[Any] = []
            stages: list[str] = []
            visit.wait(lambda: hasattr(visit.page, "run"), "the sync page", 60)
            visit.page.run.ended.connect(reports.append)
            visit.page.run.progressed.connect(lambda progress: self._look(visit, progress, stages))
            visit.wait(lambda: reports, "the sync ends", 180)
            check(reports[0].error is None, f"it did not go through the cuts: {reports[0].error}")
            report = reports[0].report
            check(line.cuts > 0 and "waiting" in stages, f"{line.cuts} cuts, {stages}")
            check(report.records_received >= 60, f"{report.records_received} records received")
            visit.rest()
            self._gallery.take(visit, "sync-64-kbit-done")
            self._journal.figures(
                f"{line.cuts} cuts", f"{size(report.bytes_down)} down", f"{report.seconds:.0f} s",
                f"{size(max(line.bytes_down - report.bytes_down, 0))} on the line beyond what was counted",
            )  # fmt: skip

    def _look(self, visit: Visit, progress: Any, stages: list[str]) -> None:
        stages.append(progress.stage)
        if progress.stage == "waiting":
            self._gallery.take(visit, "sync-64-kbit-cut")
        elif progress.stage == "receiving" and 0 < progress.done < progress.total:
            self._gallery.take(visit, "sync-64-kbit")

    def _fetch(self, visit: Visit, record: str) -> None:
        with self._journal.step("It asks for a file, sees it come, and pauses it"):
            file = max(visit.desk.show(record).files, key=lambda file: file.size)
            visit.desk.downloads.ask(record, file.name, first=True)
            visit.window.broadcast(frozenset({"downloads"}))
            visit.go("sync")

            def here() -> int:
                return visit.desk.downloads.all()[0].bytes_here

            visit.wait(lambda: here() > 0, "the first chunk", 60)
            visit.rest(1.0)
            self._gallery.take(visit, "files-64-kbit")
            visit.press("Pause all files")
            visit.wait(lambda: visit.desk.downloads.all()[0].state == "paused", "it is paused")
            visit.rest()
            self._gallery.take(visit, "files-paused")
            check(0 < here() < file.size, f"{here()} of {file.size} bytes are here")
            self._journal.figures(f"{size(here())} of {size(file.size)} are here and stay")
