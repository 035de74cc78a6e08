"""Everything the detail pane shows of one record, gathered and worded on a worker.

Invariant: nothing of a record is left out; what its kind does not know is listed as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from hubdesk.errors import HubDeskError
from hubdesk.gui import formatting
from hubdesk.gui.models.row import Standing, standing
from hubdesk.gui.naming import Naming
from hubdesk.gui.vouching import Voucher, voucher
from hubdesk.model.field import Field

if TYPE_CHECKING:
    from hubdesk.catalogue.shared_files import SoftwareFile
    from hubdesk.catalogue.views import FileView, RecordView
    from hubdesk.desk import Desk

SHORT = frozenset(
    {
        "line",
        "choice",
        "choices",
        "country",
        "countries",
        "language",
        "languages",
        "licence",
        "date",
        "number",
        "yesno",
    }
)
"""Field types shown as facts, two beside each other."""
ELSEWHERE = frozenset({"title", "summary", "text", "files"})
"""Fields that have a place of their own in the pane."""


@dataclass(frozen=True)
class Entry:
    """A line of a section. `url` makes it a link, `record` the way to another record."""

    text: str
    remark: str = ""
    url: str = ""
    record: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with lines, or with running text."""

    title: str
    entries: tuple[Entry, ...] = ()
    markdown: str = ""


@dataclass(frozen=True)
class Detail:
    """One record, worded. `fallback` says in which language the text is where the reader's own is missing; `outdated`: in
    which language the original is that changed since what is shown was translated, "" for none."""

    view: RecordView
    kind: str
    icon: str
    title: str
    summary: str
    markdown: str
    fallback: str
    outdated: str
    hub: str
    tile: str
    standing: Standing
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    files: tuple[FileView, ...] = ()
    software: tuple[SoftwareFile, ...] = ()
    voucher: Voucher | None = None
    may_edit: str = field(default="")


def gather(desk: Desk, naming: Naming, record: str) -> Detail:
    """Ask the desk for a record and word it. Raises NotFound for an id it does not have."""
    view = desk.show(record)
    kind = naming.kind_of(view.kind)
    fields = view.fields
    title, language = formatting.shown(_texts(fields.get("title")))
    size, here = sum(file.size for file in view.files), sum(file.bytes_here for file in view.files)
    known = [shown for shown in kind.form if shown.name not in ELSEWHERE]
    return Detail(
        view=view,
        kind=naming.kind(view.kind),
        icon=naming.icon(view.kind),
        title=title or QCoreApplication.translate("Row", "Without a title"),
        summary=formatting.shown(_texts(fields.get("summary")))[0],
        markdown=formatting.shown(_texts(fields.get("text")))[0],
        fallback=language if language and language.split("-")[0] != naming.language else "",
        outdated=_outdated(view, language),
        hub=naming.hub(view.hub),
        tile=naming.tile(view.hub),
        standing=standing(view.state, view.withdrawn is not None, len(view.files), size, here),
        facts=tuple(_facts(naming, known, fields)),
        sections=tuple(_sections(desk, naming, known, fields, kind.fields)),
        files=tuple(view.files),
        software=tuple(_software(desk, view)),
        voucher=_voucher(desk, view),
        may_edit=next((member.role for member in desk.memberships() if member.hub == view.hub), ""),
    )


def _outdated(view: RecordView, language: str) -> str:
    """Return the language of the original that changed since the text shown in `language` was translated from it."""
    return next((texts[language] for texts in view.stale.values() if language in texts), "")


def _software(desk: Desk, view: RecordView) -> Iterator[SoftwareFile]:
    """Yield what is said of those files of a record that hubs share as software."""
    for file in view.files:
        found = desk.software.file(file.sha256)
        if found is not None:
            yield found


def _voucher(desk: Desk, view: RecordView) -> Voucher | None:
    """Return who vouches for a published record, None for what no hub has signed."""
    if view.signed is None or not view.verified:
        return None
    return voucher(desk.trust.vouched(view.collection), view.signed.time)


def _texts(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"": value}
    if not isinstance(value, Mapping):
        return {}
    return {str(tag): text for tag, text in value.items() if isinstance(text, str)}


def _facts(naming: Naming, known: list[Field], fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for shown in known:
        value = naming.value(shown, fields.get(shown.name)) if shown.type in SHORT else ""
        if value:
            yield naming.label(shown), value


def _sections(
    desk: Desk, naming: Naming, known: list[Field], fields: Mapping[str, Any], all_fields: Mapping[str, Field]
) -> Iterator[Section]:
    for shown in known:
        value = fields.get(shown.name)
        if shown.type in SHORT or not value:
            continue
        if shown.type in ("text", "prose"):
            yield Section(naming.label(shown), markdown=formatting.shown(_texts(value))[0])
        elif shown.type in ("note", "original"):
            yield Section(
                naming.label(shown), markdown=f"```\n{value}\n```" if shown.type == "original" else str(value)
            )
        else:
            entries = tuple(_entries(desk, naming, shown, value))
            if entries:
                yield Section(naming.label(shown), entries)
    strange = tuple(
        Entry(name.replace("_", " ").capitalize(), _plain(value))
        for name, value in fields.items()
        if name not in all_fields
    )
    if strange:
        yield Section(QCoreApplication.translate("Detail", "Also noted"), strange)


def _entries(desk: Desk, naming: Naming, shown: Field, value: object) -> Iterator[Entry]:
    for part in value if isinstance(value, list) else [value]:
        if shown.type in ("record", "records"):
            yield _other(desk, str(part))
        elif shown.type == "rows" and isinstance(part, Mapping):
            cells = [naming.value(column, part.get(column.name)) for column in shown.columns]
            yield Entry(
                next((cell for cell in cells if cell), ""), ", ".join(cell for cell in cells[1:] if cell)
            )
        elif shown.type in ("link", "links"):
            url = str(part.get("url", "")) if isinstance(part, Mapping) else str(part)
            label = str(part.get("label") or url) if isinstance(part, Mapping) else url
            yield Entry(label, "" if label == url else url, url=url)
        elif shown.type in ("contact", "person") and isinstance(part, Mapping):
            words = [str(part[key]) for key in ("name", "organisation", "email", "phone") if part.get(key)]
            yield Entry(words[0] if words else "", ", ".join(words[1:]))
        else:
            yield Entry(naming.value(shown, part))


def _other(desk: Desk, record: str) -> Entry:
    try:
        title = formatting.shown(_texts(desk.show(record).fields.get("title")))[0]
    except HubDeskError:  # a record of a collection that this desk does not follow
        return Entry(QCoreApplication.translate("Detail", "A record that is not on this computer"), record)
    return Entry(title or record, record=record)


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_plain(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    return str(value)
