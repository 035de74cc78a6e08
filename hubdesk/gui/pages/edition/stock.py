"""What there is to make an edition of, read in one go off the window's thread.

Invariant: nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct

from hubdesk.catalogue.search import Query
from hubdesk.catalogue.views import CollectionView
from hubdesk.gui.known_hubs import KnownHub, known_hubs
from hubdesk.gui.pages.edition.choices_card import Wish
from hubdesk.packages.options import Options
from hubdesk.packages.page_words import words_in
from hubdesk.packages.plan import Recipient

if TYPE_CHECKING:
    from hubdesk.desk import Desk


class Stock(Struct, frozen=True):
    """Collections that a hub signed, kinds and languages of the records here, desks for which can be sealed."""

    collections: list[CollectionView]
    kinds: list[str]
    languages: list[str]
    recipients: list[Recipient]
    hubs: list[KnownHub]


def read_stock(desk: Desk) -> Stock:
    """Read it from the desk."""
    facets = desk.search(Query(limit=1)).facets
    return Stock(
        collections=[view for view in desk.collections() if view.signer is not None],
        kinds=[count.value for count in facets.get("kind", []) if count.count],
        languages=[count.value for count in facets.get("language", []) if count.count],
        recipients=desk.editions.known_recipients(),
        hubs=known_hubs(desk),
    )


def options_of(wish: Wish, recipients: list[str], without: Collection[str], language: str) -> Options:
    """Return what a person chose as the desk takes it; the page for browsers begins in their `language`."""
    return Options(
        collections=wish.collections,
        since=wish.since,
        languages=list(wish.languages),
        kinds=list(wish.kinds),
        largest=wish.largest,
        recipients=recipients,
        files=wish.files,
        without=sorted(without),
        page_languages=sorted(words_in(()), key=lambda tag: tag != language),
    )
