"""What the window's own lines tell: the link, what waits, the last sync, the bytes of the month, the counters.

Invariant: figures come from the desk through tasks, the newest question wins, and nothing claims to be "online".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hubdesk.gui import formatting
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.widgets.rail import Rail
from hubdesk.gui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from hubdesk.catalogue.status import Status
    from hubdesk.catalogue.views import Contact
    from hubdesk.desk import Desk


class News(QObject):
    """Keeps the status line and the rail's counters true. `roles_known` carries {hub: role}."""

    roles_known = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, line: StatusLine, rail: Rail) -> None:
        super().__init__(line)
        self._desk = desk
        self._tasks = tasks
        self._line = line
        self._rail = rail
        self._asked: Task | None = None
        self._roles: dict[str, str] | None = None
        self._status: Status | None = None
        self._syncs: list[Contact] = []
        self._working = ""

    def refresh(self) -> None:
        """Ask the desk again."""
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._tasks.run(self._ask, self._on_answer)

    def set_working(self, sentence: str) -> None:
        """Show what is going on in place of the last sync; "" when it ended."""
        self._working = sentence
        self._show_link()

    def _ask(self) -> tuple[Status, list[Contact], int, int | None]:
        limits = self._desk.limits
        return self._desk.status(), list(self._desk.syncs()), limits.month(), limits.now().cap

    def _on_answer(self, answer: tuple[Status, list[Contact], int, int | None]) -> None:
        self._status, self._syncs, used, cap = answer
        self._show_link()
        waiting = self._status.outbox
        self._line.show_rest(
            self.tr("%n change(s) waiting", "", waiting) if waiting else self.tr("Nothing waits to be sent"),
            self._last_complete(),
            self.tr("Trial Centre") if self._status.trial else "",
        )
        month = self.tr("{size} this month").format(size=formatting.size(used))
        if cap is not None:
            month = self.tr("{month}, limit {size}").format(month=month, size=formatting.size(cap))
        self._line.show_month(month)
        self._count("sync", waiting, self.tr("%n change(s) waiting", "", waiting))
        drafts = self._status.drafts
        self._count("records", drafts, self.tr("%n draft(s)", "", drafts))
        inbox = self._status.inbox
        self._count("inbox", inbox, self.tr("%n proposal(s) to review", "", inbox))
        if self._roles != self._status.roles:
            self._roles = dict(self._status.roles)
            self.roles_known.emit(self._roles)

    def _count(self, place: str, count: int, spoken: str) -> None:
        button = self._rail.button(place)
        if button is not None:
            button.set_count(count, spoken)

    def _show_link(self) -> None:
        last = self._syncs[0] if self._syncs else None
        if self._working:
            self._line.show_link("sync", self._working, "ok")
        elif last is None:
            self._line.show_link("offline", self.tr("Not synced yet"), "muted")
        else:
            icon, pattern, tone = {
                "complete": ("check", self._whole(last), "ok"),
                "refused": ("alert", self.tr("Refused by the hub {time}"), "err"),
            }.get(last.result, ("offline", self.tr("The hub did not answer {time}"), "warn"))
            self._line.show_link(icon, pattern.format(time=formatting.moment(last.at)), tone)

    def _whole(self, last: Contact) -> str:
        return self.tr("Edition taken in {time}") if last.road == "edition" else self.tr("Synced {time}")

    def _last_complete(self) -> str:
        whole = [sync for sync in self._syncs if sync.result == "complete"]
        if not whole or whole[0] is self._syncs[0]:
            return ""
        return self.tr("Last sync {time}").format(time=formatting.moment(whole[0].at))
