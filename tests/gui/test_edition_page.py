"""Making an edition in the window: what goes in, for whom, and what is written only after it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import StorageFailure
from hubdesk.gui.pages.edition_page import EditionPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Check
from tests.gui.conftest import Until
from tests.gui.fake_desk import FakeDesk, few_records
from tests.gui.reading import put_away, says


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(few_records())


@pytest.fixture
def page(desk: FakeDesk, theme: Theme, tasks: Tasks, until: Until) -> Iterator[EditionPage]:
    page = EditionPage(desk, tasks, theme)  # type: ignore[arg-type]
    page.resize(1184, 760)
    page.show()
    page.enter()
    until(lambda: page._plan is not None)
    yield page
    put_away([page])


def tick(page: EditionPage, words: str) -> Check:
    found = [check for check in page.findChildren(Check) if words in check.text() and not check.isHidden()]
    return found[-1]  # what was taken out of sight may still wait for its end


def test_it_says_what_goes_in_how_large_it_is_and_how_long_a_line_would_take(page: EditionPage) -> None:
    shown = says(page)

    for words in ("Catalogue, all 4,318", "65.6 MB", "64 kbit/s", "2 h 17 min", "guidelines.pdf"):
        assert words in shown
    assert "stay out" in shown
    assert "not on this computer" in shown


def test_a_file_that_is_unticked_stays_out_and_can_come_back(page: EditionPage, until: Until) -> None:
    tick(page, "Guidelines for AI").click()
    until(lambda: page._plan is not None and "63.0 MB" in says(page.amount))
    assert "guidelines.pdf" in says(page.contents)

    tick(page, "Take it in").click()
    until(lambda: page._plan is not None and "65.6 MB" in says(page.amount))


def test_a_size_that_does_not_fit_is_said_beside_it(page: EditionPage, until: Until) -> None:
    page.choices.largest.setCurrentIndex(page.choices.largest.findData(100_000_000))
    page.choices.largest.activated.emit(1)
    until(lambda: page._plan is not None and "of 100 MB" in says(page.amount))

    assert "Fits, 34.4 MB left" in says(page.amount)


def test_what_members_alone_may_read_is_sealed_for_somebody_or_not_written(
    page: EditionPage, desk: FakeDesk, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = CollectionView("latam/members", 1, "0" * 64, 3, None, True, signer="7b" * 32)
    both = [*desk.collections(), members]
    monkeypatch.setattr(desk, "collections", lambda: both)
    page.refresh(frozenset({"sync"}))
    until(lambda: len(page.choices.findChildren(Check)) > 2)
    tick(page, "members only").click()

    assert page.recipients.sealed.isChecked()
    assert not page.recipients.everybody.isEnabled()
    assert not page.write.isEnabled()

    tick(page, "National Assembly of Zambia").click()
    until(page.write.isEnabled)
    assert page.recipients.desks() == ["4f" * 32]


def test_it_is_written_where_the_person_said_and_the_folder_is_shown_afterwards(
    page: EditionPage, desk: FakeDesk, until: Until, tmp_path: Path
) -> None:
    page.aim(tmp_path)
    page.write.click()
    until(lambda: bool(desk.editions.made) and page.message.isVisible())

    target, options = desk.editions.made[0]
    assert target == tmp_path / "HubDesk edition"
    assert options.collections == ["latam/public"]
    assert "written and was checked" in says(page.message)
    assert page.show_folder.isVisible()


def test_a_full_stick_is_told_in_words_and_the_choice_stays(
    page: EditionPage, desk: FakeDesk, until: Until, tmp_path: Path
) -> None:
    desk.editions.error = StorageFailure("disk-full", path=str(tmp_path))
    page.aim(tmp_path)
    page.write.click()
    until(page.message.isVisible)

    assert "full" in says(page.message)
    assert page.write.isEnabled()
