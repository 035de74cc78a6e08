"""Which control a field gets.

Invariant: a value whose form its control does not take is shown read-only and kept, whatever the field's type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.choices import OneOf, SomeOf, YesNo
from hubdesk.gui.pages.editor.contacts import Contact
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.pages.editor.dates import Date
from hubdesk.gui.pages.editor.kept import Kept
from hubdesk.gui.pages.editor.licences import Licence
from hubdesk.gui.pages.editor.lines import Address, Line, Note, Number
from hubdesk.gui.pages.editor.records import Record, Records
from hubdesk.gui.pages.editor.rows import Links, Rows
from hubdesk.gui.pages.editor.texts import Prose, TextLine
from hubdesk.gui.pages.editor.words import Words
from hubdesk.model.field import Column, Field

SHORT: Final = frozenset({"choice", "country", "language", "date", "number", "yesno", "line", "link"})
"""Types whose controls share a line with others."""
_BY_TYPE: Final[Mapping[str, type[Control]]] = {
    "text": TextLine,
    "prose": Prose,
    "line": Line,
    "note": Note,
    "original": Kept,
    "choice": OneOf,
    "choices": SomeOf,
    "country": OneOf,
    "countries": SomeOf,
    "language": OneOf,
    "languages": SomeOf,
    "licence": Licence,
    "date": Date,
    "number": Number,
    "yesno": YesNo,
    "link": Address,
    "words": Words,
    "contact": Contact,
    "person": Contact,
    "record": Record,
    "records": Records,
}


def control_for(bench: Bench, field: Field | Column, value: object) -> Control:
    """Return the control for a field that holds `value` now. Files have their own: they need the draft."""
    if field.type in ("links", "rows"):
        cls = Links if field.type == "links" else Rows
        known = value is None or cls.takes(value)
        return cls(bench, field, control_for) if known else Kept(bench, field)
    kind = _BY_TYPE.get(field.type, Kept)
    return kind(bench, field) if value is None or kind.takes(value) else Kept(bench, field)
