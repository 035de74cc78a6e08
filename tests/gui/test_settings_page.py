"""The settings page: choices kept at once, where things lie, how the keys are protected, what HubDesk is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.gui.pages.settings.key_state import key_state
from hubdesk.gui.pages.settings_page import SettingsPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.settings import Settings
from hubdesk.trust.key_file import FILE, save_keys
from hubdesk.trust.keys import DeskKeys
from tests.gui.conftest import Until
from tests.gui.hub_desk import HubDesk
from tests.gui.reading import button, put_away, says

MakePage = Callable[[], SettingsPage]


@pytest.fixture
def make(theme: Theme, tasks: Tasks, tmp_path: Path) -> Iterator[MakePage]:
    pages = []

    def show() -> SettingsPage:
        page = SettingsPage(HubDesk(tmp_path), tasks, theme)  # type: ignore[arg-type]
        pages.append(page)
        page.resize(1184, 760)
        page.show()
        page.enter()
        return page

    yield show
    put_away(pages)
    theme.switch(mode="light", text_scale=1.0)


def kept(folder: Path) -> Settings:
    return Settings(folder)


def test_the_look_changes_at_once_and_is_kept(
    make: MakePage, theme: Theme, tmp_path: Path, until: Until
) -> None:
    page = make()
    button(page.look, "Dark").click()
    assert theme.is_dark
    until(lambda: kept(tmp_path)["theme"] == "dark")


def test_arrow_keys_choose_among_the_looks(make: MakePage, theme: Theme) -> None:
    page = make()
    button(page.look, "Light").click()
    QTest.keyClick(page.look, Qt.Key.Key_Right)
    assert theme.is_dark
    assert page.look.value() == "dark"


def test_the_text_size_changes_at_once_and_is_kept(
    make: MakePage, theme: Theme, tmp_path: Path, until: Until
) -> None:
    page = make()
    before = theme.unit(100)
    page.size_of_text.setCurrentIndex(3)
    page.size_of_text.activated.emit(3)
    assert theme.unit(100) > before
    until(lambda: kept(tmp_path)["text_scale"] == 1.5)


def test_the_parliament_is_kept_as_one_types(make: MakePage, tmp_path: Path, until: Until) -> None:
    page = make()
    QTest.keyClicks(page.parliament, " National  Assembly ")
    until(lambda: kept(tmp_path)["parliament"] == "National Assembly")


def test_leaving_keeps_what_was_typed_last(make: MakePage, tmp_path: Path, until: Until) -> None:
    page = make()
    QTest.keyClicks(page.parliament, "Riksdag")
    page.leave()
    until(lambda: kept(tmp_path)["parliament"] == "Riksdag")


def test_syncing_at_the_start_is_a_choice(make: MakePage, tmp_path: Path, until: Until) -> None:
    page = make()
    page.at_start.click()
    until(lambda: kept(tmp_path)["sync_at_start"] is True)


def test_every_choice_is_told_to_the_other_pages(make: MakePage, until: Until) -> None:
    page = make()
    told: list[frozenset[str]] = []
    page.changed.connect(told.append)
    page.at_start.click()
    until(lambda: told == [frozenset({"settings"})])


def test_the_folder_is_shown_and_copied(make: MakePage, tmp_path: Path) -> None:
    page = make()
    assert str(tmp_path) in says(page)
    button(page, "Copy the folder’s path").click()
    assert QApplication.clipboard().text() == str(tmp_path)


def test_keys_protected_by_the_file_alone_come_with_advice(
    make: MakePage, tmp_path: Path, until: Until
) -> None:
    save_keys(tmp_path, DeskKeys.generate(), use_keyring=False)
    page = make()
    until(lambda: "Only the rights of the file protect them" in says(page))
    assert "Lock the disk" in says(page)


def test_keys_under_a_passphrase_are_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBDESK_PASSPHRASE", "a long one for a test")
    save_keys(tmp_path, DeskKeys.generate(), use_keyring=False)
    assert key_state(tmp_path) == "passphrase"


def test_keys_under_a_keyring_are_recognised(tmp_path: Path) -> None:
    import pyrage

    recipient = pyrage.x25519.Identity.generate().to_public()
    (tmp_path / FILE).write_bytes(pyrage.encrypt(b"keys", [recipient]))
    assert key_state(tmp_path) == "keyring"


def test_missing_keys_are_said_to_be_missing(tmp_path: Path) -> None:
    assert key_state(tmp_path) == "missing"


def test_the_licences_of_what_it_is_built_on_are_shown(make: MakePage, until: Until) -> None:
    page = make()
    assert "EUPL-1.2" in says(page)
    next(one for one in page.findChildren(Button) if "built on" in one.text()).click()
    until(lambda: "PySide6-Essentials" in says(page))
    assert "LGPL-3.0" in says(page)


def test_a_narrow_window_puts_controls_below_their_words(make: MakePage, until: Until) -> None:
    page = make()
    setting = page.language_setting
    assert setting.control.y() < setting.meaning.mapTo(setting, setting.meaning.rect().bottomLeft()).y()
    page.resize(480, 600)
    until(
        lambda: setting.control.y() >= setting.meaning.mapTo(setting, setting.meaning.rect().bottomLeft()).y()
    )
