"""Finding: as one types, with facets, by keys, page by page; and getting a record's files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.models.results import PAGE
from hubdesk.gui.pages.catalogue_page import CataloguePage
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, Chip
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Column
from tests.gui.conftest import Until
from tests.gui.fake_desk import FakeDesk, few_records, many_records, record

Opener = Callable[..., MainWindow]
LEOS = few_records()[0].id


@pytest.fixture
def opened(open_window: Opener, until: Until) -> Callable[..., tuple[MainWindow, CataloguePage]]:
    """Opens a window and waits for its first results and the first record's detail."""

    def open_it(desk: FakeDesk, size: tuple[int, int] = (1280, 800)) -> tuple[MainWindow, CataloguePage]:
        window = open_window(desk, size)
        page = window.findChild(CataloguePage)
        until(lambda: page.model.rowCount() or page.nothing.isVisible())
        if page.model.rowCount():
            until(lambda: page.detail.detail() is not None)
        return window, page

    return open_it


Opened = Callable[..., tuple[MainWindow, CataloguePage]]


def titles(page: CataloguePage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def type_words(window: MainWindow, words: str) -> None:
    window.top.search.line.clear()
    QTest.keyClicks(window.top.search.line, words)


def says(page: CataloguePage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_typing_finds(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    assert page.model.rowCount() == 8
    type_words(window, "hansard")
    until(lambda: titles(page) == ["From Hansard to Akoma Ntoso in nine months"])
    assert "1 of 8 records match “hansard”" in says(page)


def test_typing_fast_asks_once(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    before = desk.calls["search"]
    type_words(window, "congreso virtual")
    until(lambda: page.model.rowCount() == 1)
    assert desk.calls["search"] - before <= 6  # a question is at most two searches


def test_the_newest_question_wins(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    desk.hold = threading.Event()
    type_words(window, "hansard")
    page.search()
    type_words(window, "sapl")
    page.search()
    desk.hold.set()
    until(lambda: len(titles(page)) == 1)
    assert titles(page) == ["SAPL – legislative process support system"]


def test_facets_narrow_and_keep_their_counts(opened: Opened, desk: FakeDesk, until: Until) -> None:
    _, page = opened(desk)
    software = next(check for check in page.facets.findChildren(Check) if check.text() == "Software")
    documents = next(check for check in page.facets.findChildren(Check) if check.text() == "Documents")
    software.click()
    until(lambda: page.model.rowCount() == 3)
    assert documents.accessibleName() == "Documents, 1"
    documents.click()
    until(lambda: page.model.rowCount() == 4)
    chips = [chip for chip in page.head.findChildren(Chip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["2 filter(s)"]
    chips[0].click()
    until(lambda: page.model.rowCount() == 8)
    assert not software.isChecked()


def test_a_facet_without_records_stays_in_sight(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    type_words(window, "hansard")
    until(lambda: page.model.rowCount() == 1)
    software = next(check for check in page.facets.findChildren(Check) if check.text() == "Software")
    assert software.isVisible()
    assert software.accessibleName() == "Software, 0"


def test_values_that_have_records_come_before_those_that_have_none(opened: Opened, until: Until) -> None:
    kinds = ("software", "document", "case_study", "tool", "course", "dataset", "event")
    views = [
        record(100 * n + m, kind, "latam/public", title={"en": f"{kind} {m}"}, summary={})
        for n, kind in enumerate(kinds)
        for m in range(9 - n)
    ]
    window, page = opened(FakeDesk(views))
    events = next(check for check in page.facets.findChildren(Check) if check.text() == "Events")
    assert not events.isVisible()
    type_words(window, "event")
    until(lambda: page.model.rowCount() == 3)
    assert events.isVisible()


def test_facets_are_known_even_when_the_first_search_finds_nothing(
    opened: Opened, desk: FakeDesk, until: Until
) -> None:
    window, page = opened(desk)
    type_words(window, "nowhere to be found")
    until(lambda: page.nothing.isVisible())
    assert any(check.text() == "Software" for check in page.facets.findChildren(Check))


def test_nothing_found_offers_ways_on(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    next(check for check in page.facets.findChildren(Check) if check.text() == "Experts").click()
    until(lambda: page.model.rowCount() == 1)
    type_words(window, "hansard")
    until(lambda: page.nothing.isVisible())
    assert "No record on this computer matches “hansard”" in says(page)
    first = page.nothing.findChildren(Button)[0]
    assert first.text() == "Remove the filters (1 match(es))"
    first.click()
    until(lambda: titles(page) == ["From Hansard to Akoma Ntoso in nine months"])


def test_an_empty_desk_says_where_records_come_from(opened: Opened) -> None:
    _, page = opened(FakeDesk())
    assert "No records on this computer yet" in says(page)
    assert [button.text() for button in page.nothing.findChildren(Button)] == ["Sync now"]


def test_rows_come_page_by_page(opened: Opened, until: Until) -> None:
    _, page = opened(FakeDesk(many_records(1000)))
    assert page.model.rowCount() == PAGE
    page.list.scrollToBottom()
    until(lambda: page.model.rowCount() > PAGE)
    assert page.model.rowCount() <= 3 * PAGE
    assert len(set(titles(page))) == page.model.rowCount()


def test_a_late_page_of_an_older_question_is_thrown_away(opened: Opened, until: Until) -> None:
    window, page = opened(FakeDesk(many_records(1000)))
    page.model.fetchMore(QModelIndex())
    type_words(window, "Record number 77")
    page.search()
    until(lambda: page.model.rowCount() == 19)
    QTest.qWait(100)
    assert all("77" in title for title in titles(page))


def test_down_leads_from_the_search_into_the_list_and_enter_to_the_detail(
    opened: Opened, desk: FakeDesk, until: Until
) -> None:
    window, page = opened(desk)
    window.activateWindow()
    QTest.keyClick(window.top.search.line, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    until(lambda: page.detail.detail().view.id == page.list.current() != LEOS)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isAncestorOf(QApplication.focusWidget())


def test_escape_clears_the_search(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    type_words(window, "hansard")
    until(lambda: page.model.rowCount() == 1)
    QTest.keyClick(window.top.search.line, Qt.Key.Key_Escape)
    until(lambda: page.model.rowCount() == 8)


def test_a_row_tells_a_screen_reader_everything(opened: Opened, desk: FakeDesk) -> None:
    _, page = opened(desk)
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (
        "Software",
        "LEOS",
        "Web editor",
        "ICT governance, signature checked",
        "Belgium",
        "41.2 MB",
        "66 %",
    ):
        assert part in spoken
    assert QAccessible.queryAccessibleInterface(page.list).text(QAccessible.Text.Name) == "Results"


def test_the_detail_shows_what_the_kind_knows_and_what_it_does_not(opened: Opened, until: Until) -> None:
    views = few_records()[:1]
    views[0].fields["colour_of_the_cover"] = "teal"
    _, page = opened(FakeDesk(views))
    shown = says(page)
    for part in ("LEOS – legislation editing open software", "Signed 12 Nov 2026, checked on this computer", "5.3.1",
                 "14 Oct 2026", "Spain, Council of Ministers", "leos-5.3.1-installer.zip", "teal"):  # fmt: skip
        assert part in shown


def test_what_nobody_checked_has_no_shield(opened: Opened, until: Until) -> None:
    view = msgspec.structs.replace(few_records()[0], verified=False, signed=None)
    _, page = opened(FakeDesk([view]))
    assert "Not checked" in says(page)


def test_a_reader_is_not_offered_to_write(opened: Opened, until: Until) -> None:
    _, page = opened(FakeDesk(few_records(), role="reader"))
    assert not [
        b
        for b in page.detail.findChildren(Button)
        if b.text() in ("Edit", "Suggest a change") and b.isVisible()
    ]


def test_files_arrive_and_the_row_says_so(opened: Opened, desk: FakeDesk, until: Until) -> None:
    _, page = opened(desk)
    next(b for b in page.detail.findChildren(Button) if b.text().startswith("Get the files")).click()
    until(lambda: all(f.available for f in desk.records[LEOS].files))
    until(lambda: "On this computer" in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    until(
        lambda: (
            not [
                b
                for b in page.detail.findChildren(Button)
                if b.text().startswith("Get the") and b.isVisible()
            ]
        )
    )


def test_a_file_that_cannot_come_says_why(opened: Opened, desk: FakeDesk, until: Until) -> None:
    desk.is_reachable = False
    _, page = opened(desk)
    page.detail.file_line("Sample bill.akn.xml")._on_pressed()
    until(lambda: "The hub does not answer" in says(page))
    assert not desk.records[LEOS].files[2].available


def test_a_copy_is_saved_where_the_person_wants_it(
    opened: Opened, desk: FakeDesk, until: Until, tmp_path: Path
) -> None:
    _, page = opened(desk)
    page.downloads.save(LEOS, "Installation guide (fr).pdf", tmp_path)
    until(lambda: "A copy was saved and checked" in says(page))


def test_an_address_is_shown_before_it_is_opened(opened: Opened, desk: FakeDesk, until: Until) -> None:
    _, page = opened(desk)
    page.detail.link_pressed.emit("https://example.org/leos")
    until(lambda: "This address lies outside HubDesk" in says(page))
    assert "https://example.org/leos" in says(page)


def test_facets_fold_in_a_window_of_1024(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk, (1024, 700))
    assert not page.facets.isVisible()
    assert page.detail.isVisible()
    QTest.keyClick(
        window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.facets.isVisible()
    assert page.list.isVisible()


def test_the_detail_replaces_the_list_in_a_narrow_window(
    opened: Opened, desk: FakeDesk, until: Until
) -> None:
    _, page = opened(desk, (820, 700))
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    page.detail.back.click()
    assert page.list.isVisible()


def test_rows_are_mirrored(opened: Opened, desk: FakeDesk, theme: Theme, application: QApplication) -> None:
    _, page = opened(desk)
    left = _row(page, Qt.LayoutDirection.LeftToRight)
    right = _row(page, Qt.LayoutDirection.RightToLeft)
    soft = theme.colour("soft")
    assert left.pixelColor(20, 20) == soft
    assert right.pixelColor(559 - 20, 20) == soft
    assert right.pixelColor(20, 20) != soft


def _row(page: CataloguePage, direction: Qt.LayoutDirection) -> QImage:
    image = QImage(560, 88, QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 560, 88)  # type: ignore[attr-defined]
    option.direction = direction  # type: ignore[attr-defined]
    painter = QPainter(image)
    page.list.itemDelegate().paint(painter, option, page.model.index(1))
    painter.end()
    return image


def test_the_catalogue_hears_of_changes(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, _page = opened(desk)
    desk.records.update({view.id: view for view in many_records(3)[:1]})
    before = desk.calls["search"]
    window.broadcast(frozenset({"records"}))
    until(lambda: desk.calls["search"] > before)


def test_the_chosen_record_stays_chosen(opened: Opened, desk: FakeDesk, until: Until) -> None:
    window, page = opened(desk)
    page.enter(few_records()[3].id)
    until(lambda: page.detail.detail().view.id == few_records()[3].id)
    type_words(window, "drafting")
    until(lambda: page.model.rowCount() == 7)
    assert page.list.current() == few_records()[3].id


def test_long_words_do_not_widen_the_detail(opened: Opened, until: Until) -> None:
    view = few_records()[0]
    view.fields["links"] = [{"url": f"https://example.org/{'a' * 300}", "label": "A very long label " * 20}]
    view.fields["release"] = "0123456789abcdef" * 8
    _, page = opened(FakeDesk([view]))
    QTest.qWait(50)
    column = page.detail.findChild(Column)
    assert column.widget().width() <= column.viewport().width()
