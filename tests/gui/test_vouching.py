"""Who vouches for what is shown: one line under every signed record, and loud where something speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue.shared_files import SignerView, SoftwareFile
from hubdesk.catalogue.standing import Vouched
from hubdesk.gui.pages.catalogue_page import CataloguePage
from hubdesk.gui.pages.sync_page import SyncPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.vouching import voucher
from hubdesk.gui.widgets.top_bar import TopBar
from tests.gui.conftest import Until
from tests.gui.fake_desk import FakeDesk, few_records
from tests.gui.hub_desk import HubDesk
from tests.gui.reading import put_away, says

SIGNED = "2026-11-12T08:00:00Z"


def vouched(state: str, *, soon: bool = False) -> Vouched:
    return Vouched(
        "latam/public", "latam", state, "2026-11-21T13:02:00Z", "7b" * 32, None, None, "2026-12-20T00:00:00Z", soon, 9.0
    )  # fmt: skip


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(few_records())


@pytest.fixture
def show(desk: FakeDesk, theme: Theme, tasks: Tasks, until: Until) -> Iterator[Callable[[], CataloguePage]]:
    pages: list[CataloguePage] = []

    def make() -> CataloguePage:
        page = CataloguePage(desk, tasks, theme)  # type: ignore[arg-type]
        pages.append(page)
        page.use_search(TopBar(theme))
        page.resize(1184, 760)
        page.show()
        page.enter()
        until(lambda: page.detail.detail() is not None)
        return page

    yield make
    put_away(pages)


@pytest.mark.parametrize(
    ("state", "words", "tone"),
    [
        ("fresh", "Signed 12 Nov 2026, checked on this computer", "text2"),
        ("old", "as of 21 Nov 2026", "text2"),
        ("expired", "out of date since 20 Dec 2026", "warn"),
        ("revoked", "with a key that was withdrawn since", "err"),
        ("contradicted", "signed two different states", "err"),
        ("unsigned", "Not checked", "warn"),
    ],
)
def test_each_state_has_its_line(state: str, words: str, tone: str, theme: Theme) -> None:
    line = voucher(vouched(state), SIGNED)
    assert words in line.sentence
    assert line.tone == tone


@pytest.mark.parametrize("state", ["expired", "revoked", "contradicted", "unsigned"])
def test_the_mark_of_a_checked_signature_is_not_shown_when_something_speaks_against_it(
    state: str, theme: Theme
) -> None:
    assert voucher(vouched(state), SIGNED).icon != "verified"


def test_a_key_that_ends_soon_is_announced_early(theme: Theme) -> None:
    assert "ends on 20 Dec 2026" in voucher(vouched("fresh", soon=True), SIGNED).remark
    assert voucher(vouched("fresh"), SIGNED).remark == ""


def test_the_line_stands_under_the_record(desk: FakeDesk, show: Callable[[], CataloguePage]) -> None:
    desk.vouched_state = "expired"
    assert "out of date since" in says(show().detail)


def shared(state: str, **what: object) -> SoftwareFile:
    file = few_records()[0].files[0]
    known = {
        "hub": "ict-governance", "sha256": file.sha256, "size": file.size, "record": few_records()[0].id,
        "name": file.name, "licence": "EUPL-1.2", "since": SIGNED, "withdrawn": "", "state": state,
        "signers": [SignerView("7b" * 32, "ict-governance"), SignerView("4f" * 32, "centre")],
        "as_of": SIGNED, "age_days": 9.0, "is_old": False, "expires": "2026-12-20T00:00:00Z", "is_here": True,
    }  # fmt: skip
    return SoftwareFile(**{**known, **what})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (shared("installable"), "May be installed: two people vouch for it"),
        (shared("installable", is_old=True), "Sync before you install it"),
        (shared("one-signature"), "Do not install it yet"),
        (shared("withdrawn", withdrawn="It opens a door."), "Withdrawn: It opens a door."),
        (shared("unvouched"), "nobody vouches for it any more"),
        (shared("out-of-date"), "out of date since 20 Dec 2026"),
    ],
)
def test_a_file_that_hubs_share_says_whether_it_may_be_installed(
    file: SoftwareFile, words: str, desk: FakeDesk, show: Callable[[], CataloguePage]
) -> None:
    desk.shared[file.sha256] = file
    shown = says(show().detail)
    assert words in shown
    assert "signed by 7b7b7b7b, 4f4f4f4f" in shown


def test_what_speaks_against_a_signature_is_loud_on_the_sync_page(
    tmp_path: Path, theme: Theme, tasks: Tasks, until: Until
) -> None:
    desk = HubDesk(tmp_path)
    desk.vouched_state = "contradicted"
    desk.software.withdrawn_here = lambda: [shared("withdrawn", withdrawn="It opens a door")]
    page = SyncPage(desk, tasks, theme)  # type: ignore[arg-type]
    page.resize(1184, 760)
    page.show()
    page.enter()
    until(lambda: page.attention.isVisible())

    shown = says(page.attention)
    assert "signed two different states" in shown
    assert "Do not install leos-5.3.1-installer.zip: it was withdrawn" in shown
    put_away([page])
