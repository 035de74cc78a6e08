"""The places of the window, in the order of the rail.

Invariant: a page's module is imported when its place is first wanted, never before; a place without a page is not
listed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hubdesk.gui.widgets.page import Page

COORDINATORS: Final = frozenset({"coordinator", "secretariat"})
WRITERS: Final = COORDINATORS | {"contributor"}


def _catalogue() -> type[Page]:
    from hubdesk.gui.pages.catalogue_page import CataloguePage

    return CataloguePage


def _sync() -> type[Page]:
    from hubdesk.gui.pages.sync_page import SyncPage

    return SyncPage


def _records() -> type[Page]:
    from hubdesk.gui.pages.records_page import RecordsPage

    return RecordsPage


def _editor() -> type[Page]:
    from hubdesk.gui.pages.editor_page import EditorPage

    return EditorPage


def _clashes() -> type[Page]:
    from hubdesk.gui.pages.clashes_page import ClashesPage

    return ClashesPage


def _inbox() -> type[Page]:
    from hubdesk.gui.pages.inbox_page import InboxPage

    return InboxPage


def _hubs() -> type[Page]:
    from hubdesk.gui.pages.hubs_page import HubsPage

    return HubsPage


def _edition() -> type[Page]:
    from hubdesk.gui.pages.edition_page import EditionPage

    return EditionPage


def _opened() -> type[Page]:
    from hubdesk.gui.pages.opened_page import OpenedPage

    return OpenedPage


def _carried() -> type[Page]:
    from hubdesk.gui.pages.carried_page import CarriedPage

    return CarriedPage


def _settings() -> type[Page]:
    from hubdesk.gui.pages.settings_page import SettingsPage

    return SettingsPage


def _help() -> type[Page]:
    from hubdesk.gui.pages.help_page import HelpPage

    return HelpPage


def _join() -> type[Page]:
    from hubdesk.gui.pages.join_page import JoinPage

    return JoinPage


class Place(NamedTuple):
    """A place: its name, how the rail shows it, and how to get its page's class.

    `icon` "" keeps it off the rail (`under` then names the place that the rail marks). `roles`: who sees it, empty
    for everybody. `searches`: the search field stands above. `is_alone`: it fills the window, without the rail.
    """

    name: str
    icon: str
    label: str
    load: Callable[[], type[Page]]
    is_foot: bool = False
    roles: frozenset[str] = frozenset()
    under: str = ""
    searches: bool = False
    is_alone: bool = False


PLACES: Final = (
    Place("catalogue", "catalogue", str(QT_TRANSLATE_NOOP("Places", "Catalogue")), _catalogue, searches=True),
    Place("sync", "sync", str(QT_TRANSLATE_NOOP("Places", "Sync")), _sync),
    Place("records", "edit", str(QT_TRANSLATE_NOOP("Places", "My records")), _records),
    Place("inbox", "inbox", str(QT_TRANSLATE_NOOP("Places", "Proposals")), _inbox, roles=COORDINATORS),
    Place("hubs", "hub", str(QT_TRANSLATE_NOOP("Places", "Hubs")), _hubs),
    Place("edition", "usb", str(QT_TRANSLATE_NOOP("Places", "USB edition")), _edition),
    Place("settings", "settings", str(QT_TRANSLATE_NOOP("Places", "Settings")), _settings, is_foot=True),
    Place("help", "help", str(QT_TRANSLATE_NOOP("Places", "Help")), _help, is_foot=True),
    Place("editor", "", str(QT_TRANSLATE_NOOP("Places", "Editor")), _editor, under="records"),
    Place("clashes", "", str(QT_TRANSLATE_NOOP("Places", "Two versions")), _clashes, under="records"),
    Place("opened", "", str(QT_TRANSLATE_NOOP("Places", "An edition")), _opened, under="edition"),
    Place("carried", "", str(QT_TRANSLATE_NOOP("Places", "Carried for others")), _carried, under="edition"),
    Place("join", "", str(QT_TRANSLATE_NOOP("Places", "Join a hub")), _join, is_alone=True),
)
