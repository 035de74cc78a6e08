"""The places of the window, in the order of the rail.

Invariant: a page's module is imported when its place is first wanted, never before; a place without a page is not
listed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hubdesk.gui.widgets.page import Page

COORDINATORS: Final = frozenset({"coordinator", "secretariat"})


def _catalogue() -> type[Page]:
    from hubdesk.gui.pages.catalogue_page import CataloguePage

    return CataloguePage


@dataclass(frozen=True)
class Place:
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
)
