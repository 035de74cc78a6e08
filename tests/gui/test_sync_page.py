"""The sync page: what waits, a sync that runs, is stopped, is cut and begins again by itself, and what was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubdesk.catalogue.views import Contact
from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.pages.sync.run import PAUSES
from hubdesk.gui.pages.sync_page import SyncPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.sync.exchange import Progress
from hubdesk.sync.incoming import Fault
from tests.gui.conftest import Until
from tests.gui.hub_desk import HubDesk, ago, report, waiting
from tests.gui.reading import button, put_away, says

HALF = Progress(
    "receiving", "southern-africa/public", 25_600_000, 38_900_000, 18_000, 25_600_000, 38_000.0, 360.0
)
MakePage = Callable[[HubDesk], SyncPage]


@pytest.fixture
def desk(tmp_path: Path) -> HubDesk:
    return HubDesk(tmp_path)


@pytest.fixture
def make(theme: Theme, tasks: Tasks, until: Until) -> Iterator[MakePage]:
    """Shows the page of a desk, as the window does, and waits for what it reads."""
    pages = []

    def show(desk: HubDesk) -> SyncPage:
        page = SyncPage(desk, tasks, theme)  # type: ignore[arg-type]
        pages.append(page)
        page.changed.connect(page.refresh)
        page.resize(1184, 760)
        page.show()
        page.enter()
        until(lambda: page._news is not None)
        return page

    yield show
    put_away(pages)


def test_each_waiting_change_says_where_it_stands(make: MakePage, desk: HubDesk) -> None:
    desk.items = [
        waiting(1, "case_study", "Paper", "waiting"),
        waiting(2, "software", "SAPL", "received", files=2),
        waiting(3, "software", "LEOS", "accepted"),
        waiting(4, "tool", "Checklist", "refused", note="Too large for this hub"),
    ]
    card = make(desk).outbox
    for words in ("Waits here", "At the hub", "Accepted", "Your decision", "Too large for this hub"):
        assert words in says(card)
    assert "2 file" in says(card)
    assert "to Southern Africa hub, public" in says(card)
    assert "94 kB" in says(card)  # 9.4 + 18.8 + 28.2 + 37.6 kB: what all of it weighs


def test_a_change_is_taken_back(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.items = [waiting(1, "tool", "Checklist", "waiting")]
    page = make(desk)
    button(page, "Take back: Checklist").click()
    until(lambda: "Nothing waits" in says(page.outbox))
    assert desk.items == []


def test_what_is_accepted_is_not_taken_back(make: MakePage, desk: HubDesk) -> None:
    desk.items = [waiting(1, "tool", "Checklist", "accepted")]
    page = make(desk)
    assert not any(
        "Take back" in one.accessibleName() for one in page.findChildren(IconButton) if one.isVisible()
    )


def test_a_change_leads_to_its_record(make: MakePage, desk: HubDesk) -> None:
    desk.items = [waiting(1, "tool", "Checklist", "waiting")]
    page = make(desk)
    wanted = []
    page.wanted.connect(lambda place, what: wanted.append((place, what)))
    button(page, "Open: Checklist").click()
    assert wanted == [("catalogue", desk.items[0].id)]


def test_of_many_changes_the_first_are_shown_and_the_rest_on_demand(make: MakePage, desk: HubDesk) -> None:
    desk.items = [waiting(number, "tool", f"Thing {number:02}", "waiting") for number in range(1, 13)]
    card = make(desk).outbox
    assert "Thing 08" in says(card)
    assert "Thing 09" not in says(card)
    next(one for one in card.findChildren(Button) if "4" in one.text()).click()
    assert "Thing 12" in says(card)


def test_a_running_sync_shows_bytes_speed_and_time_and_is_stopped(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    desk.script = [HALF]
    desk.go_on.clear()
    page = make(desk)
    working: list[str] = []
    page.working.connect(working.append)
    page.enter("now")
    until(lambda: "25.6 MB of 38.9 MB" in says(page.running))
    shown = says(page.running)
    assert "Receiving Southern Africa hub, public" in shown
    assert "38 kB/s" in shown
    assert "6 min left" in shown
    assert page.running.bar.value() == 658  # of 1000
    assert not page.now.isEnabled()
    assert "38 kB/s" in working[-1]
    button(page, "Stop the sync").click()
    until(lambda: "You stopped the sync at" in says(page.message))
    assert "25.6 MB of 38.9 MB are safe on this computer." in says(page.message)
    assert not page.run.is_waiting
    assert not page.running.isVisible()
    assert working[-1] == ""


def test_the_page_answers_while_a_sync_runs(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.go_on.clear()
    page = make(desk)
    page.enter("now")
    until(lambda: desk.calls["sync"])
    desk.items = [waiting(1, "tool", "Checklist", "waiting")]
    page.refresh(frozenset({"outbox"}))
    until(lambda: "Checklist" in says(page.outbox))
    assert "MainThread" not in desk.threads
    desk.go_on.set()
    until(lambda: page.message.isVisible())


def test_a_sync_is_not_begun_twice(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.go_on.clear()
    page = make(desk)
    page.enter("now")
    page.enter("now")
    page.run.begin()
    until(lambda: desk.calls["sync"])
    desk.go_on.set()
    until(lambda: page.message.isVisible())
    assert desk.calls["sync"] == 1


def test_a_good_end_tells_what_came_and_went(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    changed: list[frozenset[str]] = []
    page.changed.connect(changed.append)
    QTest.mouseClick(page.now, Qt.MouseButton.LeftButton)
    until(lambda: "Synced at" in says(page.message))
    assert "412 kB received, 18 kB sent." in says(page.message)
    assert "120 record" in says(page.message)
    assert page.now.isEnabled()
    assert {"records", "outbox", "sync"} <= changed[-1]


def test_a_lost_link_is_tried_again_by_itself(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.script, desk.end = [HALF], Unreachable("cut")
    page = make(desk)
    page.enter("now")
    until(lambda: "The link went down at" in says(page.message))
    assert "25.6 MB of 38.9 MB are safe on this computer. The rest follows by itself" in says(page.message)
    assert page.run.is_waiting
    assert page.run._again.interval() == PAUSES[0] * 1000
    desk.end = None
    page.run._again.start(1)
    until(lambda: "Synced at" in says(page.message))
    assert desk.calls["sync"] == 2
    assert not page.run.is_waiting


def test_a_foreign_server_in_between_is_not_called_a_lost_link(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    desk.end = Unreachable("wrong-server", url="https://hub.example.org")
    page = make(desk)
    page.enter("now")
    until(lambda: page.run.is_waiting)
    assert "link went down" not in says(page.message)
    assert "did not answer" not in says(page.message)
    assert "tries again at" in says(page.message)


def test_pauses_grow_while_the_link_stays_lost(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.end = Unreachable("no-answer")
    page = make(desk)
    waits = []
    for turn in range(1, len(PAUSES) + 2):
        page.run._run()
        until(lambda turn=turn: desk.calls["sync"] == turn and page.run.is_waiting)
        waits.append(page.run._again.interval() // 1000)
    assert waits == [*PAUSES, PAUSES[-1]]
    assert "did not answer at" in says(page.message)


def test_a_person_may_call_the_retries_off(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.end = Unreachable("cut")
    page = make(desk)
    page.enter("now")
    until(lambda: page.run.is_waiting)
    button(page, "Do not try again").click()
    assert not page.run.is_waiting
    assert "by itself" not in says(page.message)  # nothing is promised that will not happen
    assert button(page, "Try now").isEnabled()


def test_a_refusal_is_told_and_not_tried_again(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.end = ServerAnswer("refused", status=403)
    page = make(desk)
    page.enter("now")
    until(lambda: page.message.isVisible())
    assert "refused" in says(page.message)  # the code, under the details
    assert not page.run.is_waiting


def test_what_was_not_taken_as_it_came_is_said(make: MakePage, desk: HubDesk, until: Until) -> None:
    desk.end = report(
        held={"latam/public": 40},
        problems=[Fault("southern-africa/public", "root-mismatch", {})],
        behind={"centre/public": 3},
    )
    page = make(desk)
    page.enter("now")
    until(lambda: page.message.isVisible())
    shown = says(page.message)
    assert "with something to look at" in shown
    for words in (
        "Latin America hub, public",
        "root-mismatch",
        "Centre for Innovation in Parliament, public",
        "nothing here was changed",
    ):
        assert words in shown


def test_a_collection_that_the_server_keeps_back_is_named(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    desk.end = report(problems=[Fault("pacific/public", "collection-unknown", {})])
    page = make(desk)
    page.enter("now")
    until(lambda: page.message.isVisible())
    assert "does not give Pacific hub, public to this computer" in says(page.message)
    assert "did not match" not in says(page.message)


def test_past_syncs_stand_in_a_table(make: MakePage, desk: HubDesk) -> None:
    desk.past = [
        Contact(ago(days=3), "server", 18_000, 412_000, 360, "complete"),
        Contact(ago(days=4), "server", 4_000, 96_000, 120, "cut", "cut"),
        Contact(ago(days=5), "server", 0, 0, 0.2, "cut", "stopped"),
        Contact(ago(days=6), "server", 0, 0, 2, "refused", "role"),
        Contact(ago(days=7), "server", 399, 0, 2, "cut", "no-answer"),
    ]
    table = make(desk).table.table
    rows = [[table.index(row, column).data() for column in range(6)] for row in range(table.rowCount())]
    assert rows[0][1:] == ["Central server", "412 kB", "18 kB", "6 min", "Complete"]
    assert [row[5] for row in rows] == [
        "Complete", "Link lost, nothing lost", "Stopped by you", "Not all could be used", "No answer",
    ]  # fmt: skip
    assert rows[2][4] == "under 1 s"
    assert "role" in table.index(3, 5).data(Qt.ItemDataRole.ToolTipRole)


def test_an_unfinished_first_copy_never_looks_finished(make: MakePage, desk: HubDesk) -> None:
    desk.filling = {"southern-africa/public": (159, 256)}
    assert "First copy: 62 % here" in says(make(desk).collections)


@pytest.mark.parametrize(
    ("result", "words"), [("complete", "Answered "), ("cut", "No answer "), ("refused", "Refused the sync ")]
)
def test_the_server_is_shown_with_its_address_and_when_it_last_answered(
    make: MakePage, desk: HubDesk, result: str, words: str
) -> None:
    desk.past = [Contact(ago(days=3), "server", 0, 0, 1, result)]
    shown = says(make(desk).server)
    assert "hub.example.org:8443" in shown
    assert words in shown
    assert "202" in shown.partition(words)[2]  # no state without its time


def test_without_a_hub_the_page_says_so_and_offers_to_join(make: MakePage, tmp_path: Path) -> None:
    page = make(HubDesk(tmp_path, joined=False))
    wanted = []
    page.wanted.connect(lambda place, what: wanted.append(place))
    assert not page.now.isEnabled()
    assert "Join a hub first" in page.header.subtitle.whole()
    button(page, "Join a hub").click()
    assert wanted == ["join"]
    page.enter("now")
    assert not page.run.is_running


def test_ctrl_r_goes_there_and_syncs(
    open_window: Callable[..., MainWindow], desk: HubDesk, until: Until
) -> None:
    window = open_window(desk)
    until(lambda: window.stack.currentIndex())
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    until(lambda: desk.calls["sync"])
    page = window.findChild(SyncPage)
    until(lambda: page.message.isVisible())


@pytest.mark.parametrize("width", [928, 640])
def test_nothing_hangs_over_the_edge(make: MakePage, desk: HubDesk, width: int, until: Until) -> None:
    desk.items = [waiting(1, "case_study", "A very long title " * 12, "refused")]
    page = make(desk)
    page.resize(width, 600)
    until(lambda: page.column.widget().width() <= page.column.viewport().width())
