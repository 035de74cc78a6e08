"""The window on a real desk and a real hub: join, first copy, the hub's sheet, a proposal sent, a hub that went away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.pages.hubs_page import HubsPage
from hubdesk.gui.pages.join_page import JoinPage
from hubdesk.gui.pages.sync_page import SyncPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.page import Page
from hubdesk.locations import resource
from hubdesk.model.sample import read_sample
from hubdesk.server.centre import create_centre
from hubdesk.server.sample import publish_sample
from hubdesk.server.sqlite_store import SqliteStore
from tests.gui.conftest import Until
from tests.gui.reading import put_away, says
from tests.unit.server.driver import RunningHub, real_kinds

HUB = "southern-africa"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial Centre with the sample content."""
    folder = tmp_path_factory.mktemp("centre")
    create_centre(folder, datetime.now(UTC))
    store = SqliteStore(folder, real_kinds())
    publish_sample(store, folder, read_sample(resource("sample")))
    store.close()
    return folder


@pytest.fixture
def window(theme: Theme, tasks: Tasks, tmp_path: Path, until: Until) -> Iterator[MainWindow]:
    """A window on a new profile, at its first page."""
    made = MainWindow(theme, tasks, lambda: Desk.create(tmp_path / "desk", use_keyring=False))
    made.show()
    until(lambda: isinstance(made.stack.currentWidget(), JoinPage), seconds=20)
    yield made
    put_away([made])
    if made.desk is not None:
        made.desk.close()


def page(window: MainWindow, kind: type[Page]) -> Page:
    shown = window.stack.currentWidget()
    assert isinstance(shown, kind)
    return shown


def join(window: MainWindow, invite: str, until: Until) -> SyncPage:
    """Paste an invite, press Join, and wait for the end of the first sync."""
    first = page(window, JoinPage)
    assert isinstance(first, JoinPage)
    first.invite.setPlainText(invite)
    until(first.join.isEnabled)
    first.join.click()
    until(lambda: isinstance(window.stack.currentWidget(), SyncPage), seconds=20)
    sync = page(window, SyncPage)
    assert isinstance(sync, SyncPage)
    until(lambda: sync.message.isVisible(), seconds=20)
    return sync


def test_the_first_hour(centre: Path, window: MainWindow, until: Until) -> None:
    hub = RunningHub(centre)
    try:
        sync = look_round(hub, window, until)
    finally:
        hub.stop()
    sync.begin()
    until(lambda: sync.run.is_waiting, seconds=20)
    assert "Everything on this computer is safe" in says(sync.message)
    assert "The rest follows by itself" in says(sync.message)
    until(lambda: "No answer" in says(sync.server))


def look_round(hub: RunningHub, window: MainWindow, until: Until) -> SyncPage:
    """Join, look at the hub, propose something; returns the sync page where it waits."""
    sync = join(window, hub.invite("coordinator", HUB), until)
    assert "Synced at" in says(sync.message)
    until(lambda: "Southern Africa hub" in says(sync.collections))
    assert "Complete" in {sync.table.table.index(row, 5).data() for row in range(sync.table.table.rowCount())}

    window.go("hubs", HUB)
    hubs = page(window, HubsPage)
    assert isinstance(hubs, HubsPage)
    until(lambda: "Parliament of Botswana" in says(hubs.sheet))
    assert "This computer" in says(hubs.sheet.coordinators)
    assert "checked on this computer" in says(hubs.sheet.collections)

    desk = window.desk
    assert desk is not None
    desk.propose([desk.new("tool", {"title": {"en": "Checklist"}, "licence": "CC0-1.0"}, f"{HUB}/public")])
    window.broadcast(frozenset({"outbox"}))
    window.go("sync")
    until(lambda: "Waits here" in says(sync.outbox))
    return sync


def test_an_invite_of_a_hub_that_is_down_can_be_used_later(
    centre: Path, window: MainWindow, until: Until
) -> None:
    gone = RunningHub(centre)
    invite = gone.invite("reader", HUB)
    gone.stop()
    first = page(window, JoinPage)
    assert isinstance(first, JoinPage)
    first.invite.setPlainText(invite)
    until(first.join.isEnabled)
    first.join.click()
    until(lambda: "The hub does not answer" in says(first.preview), seconds=20)
    assert first.invite.toPlainText() == invite
    assert first.join.isEnabled()
