"""Files to come, limits, and what asks for a person: on the sync page and in the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from hubdesk.catalogue.downloads import DownloadView
from hubdesk.catalogue.held import HeldView
from hubdesk.catalogue.limits import Choice, Limits
from hubdesk.errors import ProfileUnusable
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.pages.settings_page import SettingsPage
from hubdesk.gui.pages.sync.downloads_card import DownloadRow
from hubdesk.gui.pages.sync_page import SyncPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import IconButton
from hubdesk.sync.queue import Came, QueueProgress, QueueReport
from tests.gui.conftest import Until
from tests.gui.hub_desk import HubDesk
from tests.gui.reading import button, says

MB = 1_000_000


def coming(
    letter: str, name: str, state: str, here: int = 0, size: int = 20 * MB, code: str | None = None
) -> DownloadView:
    return DownloadView(letter * 64, "id", name, size, here, state, 10, code, size - here, None)


@pytest.fixture
def desk(tmp_path: Path) -> HubDesk:
    desk = HubDesk(tmp_path)
    desk.downloads.views = [
        coming("a", "plan.pdf", "waiting"),
        coming("b", "film.mp4", "paused", here=5 * MB),
        coming("c", "data.zip", "failed", code="stalled"),
    ]
    return desk


@pytest.fixture
def page(desk: HubDesk, theme: Theme, tasks: Tasks, until: Until) -> Iterator[SyncPage]:
    page = SyncPage(desk, tasks, theme)  # type: ignore[arg-type]
    page.changed.connect(page.refresh)
    page.resize(1184, 900)
    page.show()
    page.enter()
    until(lambda: page._news is not None and len(rows(page)) == 3)
    yield page
    page.deleteLater()


def rows(page: QWidget) -> dict[str, DownloadRow]:
    return {row.view.sha256[0]: row for row in page.findChildren(DownloadRow) if not row.isHidden()}


def test_each_file_says_how_far_it_is_and_why_it_stopped(page: SyncPage) -> None:
    assert "5.0 MB of 20.0 MB" in says(page.downloads)
    assert "paused by you" in says(page.downloads)
    assert "Nothing came over the link" in says(page.downloads)
    assert "55.0 MB to come" in says(page.downloads)


def test_a_file_is_paused_goes_on_comes_first_and_is_taken_off(
    desk: HubDesk, page: SyncPage, until: Until
) -> None:
    def pressed(name: str) -> bool:
        """Press a button once it is in sight: the rows are made anew after each press."""
        found = [b for b in page.findChildren(IconButton) if b.accessibleName() == name and b.isVisible()]
        for one in found[:1]:
            one.click()
        return bool(found)

    def press(name: str) -> None:
        until(lambda: pressed(name))

    press("Pause: plan.pdf")
    press("Go on with: plan.pdf")
    press("Fetch before all others: film.mp4")
    press("Take off the list: data.zip")
    until(lambda: len(desk.downloads.views) == 2)
    assert desk.downloads.done == [
        ("pause", "a" * 64),
        ("resume", "a" * 64),
        ("first", "b" * 64),
        ("cancel", "c" * 64),
    ]


def test_all_files_pause_and_go_on_with_one_button(desk: HubDesk, page: SyncPage, until: Until) -> None:
    page.pause.click()
    until(lambda: {view.state for view in desk.downloads.views} == {"paused"})
    until(lambda: page.pause.text() == "Go on with all files")
    page.pause.click()
    until(lambda: {view.state for view in desk.downloads.views} == {"waiting"})


def test_a_file_that_moves_shows_speed_and_time_left(page: SyncPage) -> None:
    page.downloading(
        QueueProgress("a" * 64, "plan.pdf", 8 * MB, 20 * MB, 3, 47 * MB, 8_000.0, 1500.0, 5900.0)
    )
    assert "8 kB/s · 25 min left" in rows(page)["a"].pace.text()
    assert "8.0 MB of 20.0 MB" in says(rows(page)["a"])


def test_why_the_list_rests_is_said(page: SyncPage) -> None:
    page.downloaded(QueueReport([], {}, 1.0, "cap-reached", {"used": 5, "cap": 5, "renews": "2026-12-01"}))
    assert page.downloads._ended.isVisibleTo(page.downloads)
    assert page.downloads._ended.text()


def test_limits_are_kept_at_once(desk: HubDesk, page: SyncPage, until: Until) -> None:
    page.limits.cap.setCurrentIndex(page.limits.cap.findData(50 * MB))
    page.limits.cap.activated.emit(page.limits.cap.currentIndex())
    until(lambda: "1.2 MB of 50.0 MB" in says(page.limits))
    assert desk.limits.limits.cap == 50 * MB
    page.limits.hours.click()
    until(lambda: page.limits._strip.isVisible())
    assert desk.limits.limits.hours == ("20:00", "05:00")
    page.limits.hours.click()
    until(lambda: not page.limits._strip.isVisible())
    assert desk.limits.limits.hours is None


def test_what_was_limited_elsewhere_is_shown_as_it_is(page: SyncPage) -> None:
    page.limits.tell(Limits(rate=12_345, cap=77 * MB, hours=("18:30", "07:00")), 0)
    assert (page.limits.rate.currentData(), page.limits.cap.currentData()) == (12_345, 77 * MB)
    assert (page.limits.first.currentData(), page.limits.last.currentData()) == ("18:30", "07:00")


def test_a_head_that_withdraws_much_waits_for_a_person(desk: HubDesk, page: SyncPage, until: Until) -> None:
    held = [HeldView("latam/public", 9, 214, 1204, "2026-11-22T10:00:00Z", [{"en": "SAPL"}])]
    taken: list[str] = []

    def take(collection: str) -> int:
        taken.append(collection)
        held.clear()
        return 214

    desk.held = SimpleNamespace(all=lambda: list(held), take=take)
    page.refresh(frozenset({"sync"}))
    until(lambda: "would withdraw 214" in says(page.attention))
    assert "SAPL" in says(page.attention)
    button(page, "Withdraw them here too").click()
    until(lambda: not page.attention.isVisible())
    assert taken == ["latam/public"]


def test_records_that_two_people_changed_lead_to_the_decision(
    desk: HubDesk, page: SyncPage, until: Until
) -> None:
    went: list[tuple[str, object]] = []
    page.wanted.connect(lambda place, argument: went.append((place, argument)))
    desk.clashes = SimpleNamespace(all=lambda: [SimpleNamespace(id="one"), SimpleNamespace(id="one")])
    page.refresh(frozenset({"sync"}))
    until(lambda: page.attention.isVisible())
    button(page, "Decide").click()
    assert went == [("clashes", "one")]


def test_files_are_fetched_after_a_sync_on_a_lane_of_their_own(
    open_window: Callable[..., MainWindow], desk: HubDesk, until: Until
) -> None:
    desk.downloads.report = QueueReport([Came("a" * 64, "id", "plan.pdf", 5)], {}, 0.1)
    window = open_window(desk)
    window.broadcast(frozenset({"sync"}))
    until(lambda: ("run", "hubdesk-files") in desk.downloads.done)


def test_the_choice_of_files_says_what_it_would_bring(
    desk: HubDesk, theme: Theme, tasks: Tasks, until: Until
) -> None:
    page = SettingsPage(desk, tasks, theme)  # type: ignore[arg-type]
    page.changed.connect(page.refresh)
    page.show()
    page.enter()
    until(lambda: page.files.hub.count() > 1)
    page.files.ways["chosen"].click()
    until(lambda: "46 file" in says(page.files))
    assert "26.0 MB still to come, about 54 min" in says(page.files)
    page.files.hub.setCurrentIndex(page.files.hub.findData("latam"))
    page.files.hub.activated.emit(page.files.hub.currentIndex())
    until(lambda: desk.limits.limits.files == Choice("chosen", None, ["latam"]))
    page.deleteLater()


def test_a_damaged_catalogue_can_be_brought_back_from_its_copy(
    theme: Theme, tasks: Tasks, until: Until, desk: HubDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored: list[Path] = []
    monkeypatch.setattr("hubdesk.catalogue.restore.restore", restored.append)

    def open_desk() -> HubDesk:
        if not restored:
            raise ProfileUnusable("profile-damaged", path=str(tmp_path / "catalogue.sqlite"))
        return desk

    window = MainWindow(theme, tasks, open_desk)  # type: ignore[arg-type]
    window.show()
    until(lambda: window._message is not None)
    button(window, "Bring the newest copy back").click()
    until(lambda: window.desk is desk)
    assert restored == [tmp_path]
    window.close()
    window.deleteLater()
