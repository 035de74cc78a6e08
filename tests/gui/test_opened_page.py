"""An edition that was opened in the window: looked at first, taken in when the person says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.errors import BadInput
from hubdesk.gui.pages.opened_page import OpenedPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from tests.gui.conftest import Until
from tests.gui.fake_desk import FakeDesk, few_records
from tests.gui.reading import put_away, says

STICK = Path("stick") / "edition.zip"


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(few_records())


@pytest.fixture
def page(desk: FakeDesk, theme: Theme, tasks: Tasks) -> Iterator[OpenedPage]:
    page = OpenedPage(desk, tasks, theme)  # type: ignore[arg-type]
    page.resize(1184, 760)
    page.show()
    yield page
    put_away([page])


def test_it_tells_what_is_new_what_is_here_and_what_is_refused(page: OpenedPage, until: Until) -> None:
    page.enter(STICK)
    until(lambda: page._preview is not None)

    shown = says(page)
    for words in ("Newer than here", "Here already", "Refused: not as its hub signed it", "3 new record"):
        assert words in shown
    assert "nobody signed that" in shown
    assert not page.anchor.isVisible()


def test_nothing_is_taken_before_the_button_is_pressed(
    page: OpenedPage, desk: FakeDesk, until: Until
) -> None:
    heard: list[frozenset[str]] = []
    page.changed.connect(heard.append)
    page.enter(STICK)
    until(page.take.isEnabled)
    assert desk.editions.taken == []

    page.take.click()
    until(lambda: "taken in" in says(page.message))
    assert len(desk.editions.taken) == 1
    assert "records" in heard[0]


def test_a_desk_without_a_hub_is_asked_whom_to_trust(page: OpenedPage, desk: FakeDesk, until: Until) -> None:
    desk.editions.is_trusted = False
    page.enter(STICK)
    until(page.anchor.isVisible)
    assert not page.take.isEnabled()

    page.anchor_line.setText("ab" * 32)
    page.take.click()
    until(lambda: bool(desk.editions.taken))
    assert desk.editions.taken[0]["root"] == "ab" * 32
    assert desk.editions.taken[0]["invite"] is None


def test_a_check_of_every_file_changes_nothing(page: OpenedPage, desk: FakeDesk, until: Until) -> None:
    page.enter(STICK)
    until(page.check.isEnabled)
    page.check.click()
    until(lambda: "every signature is right" in says(page.message))
    assert desk.editions.taken == []


def test_what_is_no_edition_is_said_in_words(page: OpenedPage, desk: FakeDesk, until: Until) -> None:
    desk.editions.error = BadInput("not-an-edition", path=str(STICK))
    page.enter(STICK)
    until(page.message.isVisible)

    assert "This is not an edition of HubDesk" in says(page.message)
    assert not page.take.isEnabled()
