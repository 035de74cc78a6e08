"""The hubs page: every hub with what lies here, the sheet of one, and the choice of what is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.gui.pages.hubs.directory import Hub, Participation, Sheet
from hubdesk.gui.pages.hubs.hub_card import HubCard
from hubdesk.gui.pages.hubs.participants import parts_of
from hubdesk.gui.pages.hubs_page import HubsPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.tile_grid import places
from hubdesk.gui.widgets.check import Check
from tests.gui.conftest import Until
from tests.gui.hub_desk import HubDesk
from tests.gui.reading import button, put_away, says

MakePage = Callable[[HubDesk], HubsPage]


@pytest.fixture
def desk(tmp_path: Path) -> HubDesk:
    return HubDesk(tmp_path)


@pytest.fixture
def make(theme: Theme, tasks: Tasks, until: Until) -> Iterator[MakePage]:
    """Shows the page of a desk, as the window does, and waits for what it reads."""
    pages = []

    def show(desk: HubDesk) -> HubsPage:
        page = HubsPage(desk, tasks, theme)  # type: ignore[arg-type]
        pages.append(page)
        page.changed.connect(page.refresh)
        page.resize(1184, 760)
        page.show()
        page.enter()
        until(lambda: page._hubs is not None)
        return page

    yield show
    put_away(pages)


def card(page: HubsPage, code: str) -> HubCard:
    QApplication.processEvents()  # what was just put into a layout is shown by an event
    return next(one for one in page.findChildren(HubCard) if one.code == code and one.isVisible())


def ticks(page: HubsPage) -> list[Check]:
    QApplication.processEvents()
    return [one for one in page.sheet.findChildren(Check) if one.isVisible()]


def open_sheet(page: HubsPage, code: str, until: Until) -> None:
    page.show_hub(code)
    until(lambda: page.stack.currentWidget() is page.sheet and page.sheet.code == code)


def test_a_hub_shows_host_role_records_signature_and_age(make: MakePage, desk: HubDesk) -> None:
    shown = says(card(make(desk), "southern-africa"))
    for words in ("Southern Africa hub", "Host: National Assembly of Zambia", "You: Coordinator"):
        assert words in shown
    assert "2,408 record" in shown
    assert "Signed with key 3f2a 91bc" in shown
    assert "as of " in shown


def test_hubs_of_this_desk_come_first_and_the_centre_last(make: MakePage, desk: HubDesk) -> None:
    codes = [one.code for one in make(desk)._hubs or []]
    assert set(codes[:2]) == {"latam", "southern-africa"}
    assert codes[-1] == "centre"
    assert "pacific" in codes  # named in the Centre's records alone


def test_what_is_not_followed_does_not_claim_to_hold_anything(make: MakePage, desk: HubDesk) -> None:
    assert "not followed" in says(card(make(desk), "open-data"))


def test_pressing_a_card_opens_its_sheet_and_escape_leads_back(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    page = make(desk)
    QTest.mouseClick(card(page, "latam"), Qt.MouseButton.LeftButton)
    until(lambda: page.stack.currentWidget() is page.sheet)
    assert "Latin America hub" in says(page.sheet)
    page.activateWindow()
    until(page.isActiveWindow)
    QTest.keyClick(page.sheet, Qt.Key.Key_Escape)
    until(lambda: page.stack.currentWidget() is page.overview)


def test_the_sheet_names_participants_partners_and_coordinators(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    page = make(desk)
    open_sheet(page, "southern-africa", until)
    shown = says(page.sheet)
    for words in ("Parliament of Botswana", "National Assembly of Mauritius", "Member", "Supporting partner"):
        assert words in shown
    assert "Desk 9b41 c07d 22e8" in shown
    assert "This computer" in shown
    assert "Signed with key 3f2a 91bc 07de, checked on this computer" in shown


def test_the_map_tells_its_figures_to_a_screen_reader(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "southern-africa", until)
    spoken = page.sheet.participants.map.accessibleName()
    assert spoken == "Map: Host: 1, With records here: 0, No records here yet: 2, Not taking part: 0"


def test_a_participant_leads_to_its_record(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "southern-africa", until)
    wanted = []
    page.wanted.connect(lambda place, what: wanted.append((place, what)))
    button(page.sheet, "Open: Parliament of Botswana").click()
    (place, record), *_ = wanted
    assert place == "catalogue"
    assert desk.records[record].kind == "participation"


def test_following_is_kept_and_said_to_need_a_sync(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "open-data", until)
    check = ticks(page)[0]
    assert check.accessibleName() == "Follow: public"
    check.setFocus()
    check.click()
    until(lambda: "open-data/public" in desk.followed)
    until(lambda: "Its records come with the next sync." in says(page.message))
    wanted = []
    page.wanted.connect(lambda place, what: wanted.append((place, what)))
    button(page.message, "Sync now").click()
    assert wanted == [("sync", "now")]


def test_the_public_part_of_an_active_hub_may_be_followed_before_anything_of_it_is_here(
    make: MakePage, desk: HubDesk, until: Until
) -> None:
    desk.hidden.add("ict-governance/public")
    page = make(desk)
    assert "Nothing of it on this computer" in says(card(page, "ict-governance"))
    open_sheet(page, "ict-governance", until)
    assert "Not on this computer" in says(page.sheet.collections)
    ticks(page)[0].click()
    until(lambda: "ict-governance/public" in desk.followed)


def test_what_no_server_is_known_to_have_is_not_offered(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "pacific", until)  # its status is not known
    assert not page.sheet.collections.findChildren(Check)
    assert "no server is known to have it" in says(page.sheet.collections)


def test_unfollowing_says_that_nothing_is_deleted(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "latam", until)
    ticks(page)[0].click()
    until(lambda: "latam/public" not in desk.followed)
    until(lambda: "stays" in says(page.message))


def test_without_any_hub_the_page_offers_to_join(make: MakePage, tmp_path: Path) -> None:
    page = make(HubDesk(tmp_path, joined=False, records=[]))
    wanted = []
    page.wanted.connect(lambda place, what: wanted.append(place))
    button(page, "Join a hub").click()
    assert wanted == ["join"]


def test_reading_never_happens_on_the_windows_thread(make: MakePage, desk: HubDesk, until: Until) -> None:
    page = make(desk)
    open_sheet(page, "southern-africa", until)
    assert desk.threads
    assert "MainThread" not in desk.threads


def a_sheet(*participations: Participation, host: str = "ZM", open_to: tuple[str, ...] = ()) -> Sheet:
    hub = Hub("southern-africa", {}, host_country=host, countries=open_to)
    return Sheet(hub, participations, (), (), {"MU": 3})


def test_a_country_has_one_part() -> None:
    takes_part = [Participation("1", {}, code, "member", "") for code in ("ZM", "BW", "MU")]
    gone = Participation("2", {}, "NA", "left", "")
    parts = parts_of(a_sheet(*takes_part, gone, open_to=("BW", "NA", "KM")))
    assert parts == {"ZM": "host", "BW": "quiet", "MU": "active", "NA": "outside", "KM": "outside"}


def test_neighbours_stand_near_each_other_and_gaps_close() -> None:
    found = places(["ZM", "BW", "MU"])
    assert found == {"ZM": (0, 0), "BW": (0, 1), "MU": (2, 1)}


def test_a_country_without_a_place_is_still_shown() -> None:
    found = places(["ZM", "XX"])
    assert found == {"ZM": (0, 0), "XX": (0, 1)}


def test_every_country_of_the_map_has_one_place_of_its_own() -> None:
    from hubdesk.locations import resource

    codes = [code for code in resource("tile_map.txt").read_text(encoding="ascii").split() if code != ".."]
    assert len(codes) == len(set(codes)) > 200
    assert len(set(places(codes).values())) == len(codes)
