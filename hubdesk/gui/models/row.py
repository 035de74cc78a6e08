"""A search result made ready to be drawn: words chosen, sizes formatted, marks placed.

Invariant: a row is plain data; drawing it asks nobody anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming

if TYPE_CHECKING:
    from hubdesk.catalogue.search import Hit
    from hubdesk.desk import Desk

Marks = list[tuple[int, int]]


@dataclass(frozen=True)
class Standing:
    """Where a record's content stands, never by colour alone: an icon, a word and a tone."""

    icon: str
    word: str
    tone: str
    share: float | None = None  # of the files' bytes, while some are here and some are not


@dataclass(frozen=True)
class Row:
    """One result. `facts` are country, languages and licence, in the order in which the last are left out first."""

    id: str
    kind: str
    icon: str
    title: str
    title_marks: Marks
    summary: str
    summary_marks: Marks
    hub: str
    hub_name: str
    tile: str
    verified: bool | None  # None where there is nothing to check yet: one's own change
    facts: tuple[str, ...]
    size: str
    standing: Standing
    spoken: str


def standing(state: str, withdrawn: bool, files: int, size: int, here: int) -> Standing:
    """Return the state word of a record: what waits comes first, then what of its files is on this computer."""
    if withdrawn:
        return Standing("archive", QCoreApplication.translate("Standing", "Withdrawn"), "err")
    if state == "draft":
        return Standing("edit", QCoreApplication.translate("Standing", "Draft"), "plan")
    if state == "pending":
        return Standing("outbox", QCoreApplication.translate("Standing", "Waiting to be sent"), "info")
    if not files or here >= size:
        return Standing("disk", QCoreApplication.translate("Standing", "On this computer"), "ok")
    if here:
        return Standing("clock", formatting.percent(here, size), "info", here / size)
    return Standing("download", QCoreApplication.translate("Standing", "Not here yet"), "text2")


class RowMaker:
    """Makes rows of hits, on a worker: `words` are what was searched for."""

    def __init__(self, desk: Desk, naming: Naming) -> None:
        self._desk = desk
        self._naming = naming

    def row(self, hit: Hit, words: str) -> Row:
        """Return the row of a hit."""
        naming = self._naming
        title = formatting.shown(hit.title)[0] or QCoreApplication.translate("Row", "Without a title")
        summary, summary_marks = self._line(hit, words, title)
        stands = standing(hit.state, bool(hit.withdrawn), hit.files, hit.bytes, hit.bytes_here)
        facts = (
            formatting.listing((formatting.country(code) for code in hit.country), 2),
            formatting.isolate(formatting.listing(hit.languages)) if hit.languages else "",
            naming.licence(hit.licence) if hit.licence and hit.licence != "unknown" else "",
        )
        checked = hit.verified if hit.state == "confirmed" else None
        size = formatting.size(hit.bytes) if hit.files else ""
        return Row(
            id=hit.id,
            kind=naming.kind(hit.kind),
            icon=naming.icon(hit.kind),
            title=title,
            title_marks=self._desk.marks(title, words) if words else [],
            summary=summary or naming.kind(hit.kind),
            summary_marks=summary_marks,
            hub=hit.hub,
            hub_name=naming.hub(hit.hub),
            tile=naming.tile(hit.hub),
            verified=checked,
            facts=facts,
            size=size,
            standing=stands,
            spoken=_spoken(
                naming.kind(hit.kind), title, summary, naming.hub(hit.hub), checked, facts, size, stands
            ),
        )

    def _line(self, hit: Hit, words: str, title: str) -> tuple[str, Marks]:
        summary = " ".join(formatting.shown(hit.summary)[0].split())
        marks = self._desk.marks(summary, words) if words and summary else []
        # Where neither title nor summary shows why the record was found, the place in its text does.
        if hit.snippet is not None and not marks and (not summary or not self._desk.marks(title, words)):
            return hit.snippet.text, list(hit.snippet.marks)
        return summary, marks


def _spoken(
    kind: str,
    title: str,
    summary: str,
    hub: str,
    verified: bool | None,
    facts: tuple[str, ...],
    size: str,
    stands: Standing,
) -> str:
    checked = {
        True: QCoreApplication.translate("Row", "signature checked"),
        False: QCoreApplication.translate("Row", "signature not checked"),
    }
    source = f"{hub}, {checked[verified]}" if verified is not None else hub
    parts = (kind, title, summary, source, *facts, size, stands.word)
    return ". ".join(part.rstrip(".") for part in parts if part)
