"""Taking other people's formats in as drafts.

Invariant: whatever is taken in is a draft, to be looked at and proposed by a person; one bad item stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hubdesk.catalogue.drafts import Drafts, NewRecord
from hubdesk.catalogue.store import Store
from hubdesk.errors import BadInput
from hubdesk.formats import publiccode_fields
from hubdesk.formats.publiccode import ORIGINAL
from hubdesk.formats.publiccode_files import KIND, find_files, read_files
from hubdesk.model.kind import Kinds


class Importing:
    """Writes imports as drafts. `place_of` tells the collection for a kind."""

    def __init__(self, drafts: Drafts, store: Store, kinds: Kinds, place_of: Callable[[str], str]) -> None:
        self._drafts = drafts
        self._store = store
        self._kinds = kinds
        self._place_of = place_of

    def records(self, items: list[NewRecord]) -> list[str]:
        """Write records as drafts, each where its kind belongs; return their ids in order."""
        places: dict[str, list[int]] = {}
        for position, item in enumerate(items):
            places.setdefault(self._place_of(item.kind), []).append(position)
        ids: dict[int, str] = {}
        for place, positions in places.items():
            written = self._drafts.new([items[position] for position in positions], place)
            ids.update(zip(positions, written, strict=True))
        return [ids[position] for position in range(len(items))]

    def fault(self, item: NewRecord) -> BadInput | None:
        """Return why a record cannot be written where it would go, None when it can."""
        place = self._place_of(item.kind)
        if self._kinds.of(item.kind).fits(place):
            return None
        return BadInput("wrong-place", kind=item.kind, collection=place)

    def publiccode(self, paths: Iterable[Path]) -> list[dict[str, Any]]:
        """Take publiccode.yml files in; return for each path, id, valid, problems and whether it was rejected.

        A file with the `url` of a software record here becomes a draft of that record, in which the fields stay that
        this format has no words for.
        """
        known = self._store.ids_by_field(KIND, "repository")
        items = []
        for found in read_files(find_files(paths), self._kinds):
            record_id = None
            if found.fields is not None:
                here = known.get(found.url or "")
                fields = {**self._unsaid(here), **found.fields} if here else found.fields
                record_id = self.records([NewRecord(KIND, fields, here)])[0]
                known |= {found.url: record_id} if found.url else {}
            verdict = {"valid": found.valid, "problems": found.problems, "rejected": record_id is None}
            items.append({"path": str(found.path), "id": record_id, **verdict})
        return items

    def _unsaid(self, record_id: str) -> dict[str, Any]:
        """Return the fields of a record that no publiccode.yml can tell."""
        told = publiccode_fields.names() | {ORIGINAL}
        return {name: value for name, value in self._store.show(record_id).fields.items() if name not in told}
