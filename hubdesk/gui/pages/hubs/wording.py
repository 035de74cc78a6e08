"""What is said about hubs on more than one of their sheets.

Invariant: an age is given with every claim about what is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hubdesk.gui import formatting
from hubdesk.gui.naming import readable
from hubdesk.gui.pages.hubs.directory import Hub
from hubdesk.model.vocabulary import Vocabularies

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView


class Terms:
    """The vocabularies of hubs in the language of the window."""

    def __init__(self, vocabularies: Vocabularies, language: str) -> None:
        self._vocabularies = vocabularies
        self._language = language

    def role(self, value: str) -> str:
        """Return what a role is called."""
        return self._of("roles", value)

    def hub_status(self, value: str) -> str:
        """Return what the status of a hub is called."""
        return self._of("hub_statuses", value)

    def participation(self, value: str) -> str:
        """Return what the status of a participation is called."""
        return self._of("participation_statuses", value)

    def levels(self) -> list[tuple[str, str]]:
        """Return the levels of partnership as (value, words), the closest first."""
        levels = self._vocabularies.of("partnership_levels")
        return [(value.value, levels.label(value.value, self._language)) for value in levels.value]

    def _of(self, vocabulary: str, value: str) -> str:
        return self._vocabularies.of(vocabulary).label(value, self._language)


def hub_name(hub: Hub) -> str:
    """Return a hub's name, or its code made readable."""
    return formatting.shown(hub.name)[0] or readable(hub.code)


def host_line(hub: Hub) -> str:
    """Return who hosts it: Hosted by the National Assembly of Zambia."""
    host = formatting.shown(hub.host)[0]
    if not host:
        return QCoreApplication.translate("HubWording", "Host: not known here")
    return QCoreApplication.translate("HubWording", "Host: {name}").format(name=host)


def age(collections: Sequence[CollectionView]) -> str:
    """Return how old what lies here is, by its oldest followed collection; "" where nothing is."""
    times = [one.as_of for one in collections if one.followed and one.as_of]
    if not times:
        return ""
    return QCoreApplication.translate("HubWording", "as of {time}").format(time=formatting.moment(min(times)))


def signed_by(key: str) -> str:
    """Return whose signature this computer checked."""
    return QCoreApplication.translate("HubWording", "Signed with key {key}").format(key=key_name(key, 2))


def key_name(key: str, groups: int = 3) -> str:
    """Return a key or a desk by its first letters, in groups of four: 3f2a 91bc 07de."""
    parts = [key[at : at + 4] for at in range(0, 4 * groups, 4)]
    return formatting.isolate(" ".join(part for part in parts if part))
