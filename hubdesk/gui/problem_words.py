"""What is missing or wrong in a record, in words: what it is, what it means, and a one-press repair.

Invariant: every problem has a sentence, also one that a newer HubDesk or a hub names by a code unknown here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind
from hubdesk.model.validation import Problem


class Repair(Struct, frozen=True):
    """A value that settles a problem, and the words of the button that sets it."""

    words: str
    value: Any


class Said(Struct, frozen=True):
    """A problem in words. `stops`: the record cannot be proposed while it stands."""

    field: str
    stops: bool
    sentence: str
    repair: Repair | None = None


def said(
    problem: Problem, kind: Kind, naming: Naming, value: object = None, usual: Mapping[str, Any] | None = None
) -> Said:
    """Say a problem of a record of `kind` whose field holds `value`.

    `usual`: field -> the value that the person's other records have, for repairs.
    """
    field = kind.field(problem.field)
    sentence = _sentence(problem, field, kind, naming)
    return Said(problem.field, problem.stops, sentence, _repair(problem, field, value, naming, usual or {}))


def field_name(problem: Problem, kind: Kind, naming: Naming) -> str:
    """Return the name of the field that a problem is about, for a list of what is to settle."""
    field = kind.field(problem.field)
    if field is None:
        return problem.field.replace("_", " ") or QCoreApplication.translate("ProblemWords", "its place")
    name = naming.label(field)
    return name[:1].lower() + name[1:] if not name[:2].isupper() else name


def _sentence(problem: Problem, field: Field | None, kind: Kind, naming: Naming) -> str:
    data = {name: _shown(value) for name, value in problem.data.items()}
    if problem.code == "missing":
        return _missing(problem)
    if problem.code == "end-before-start":
        start = kind.field(str(problem.data.get("other")))
        pattern = QCoreApplication.translate("ProblemWords", "{end} lies before {other}, {start}.")
        return pattern.format(
            end=formatting.date(str(problem.data.get("end"))),
            other=naming.label(start) if start else str(problem.data.get("other")),
            start=formatting.date(str(problem.data.get("start"))),
        )
    if problem.code == "too-long":
        return _too_long(problem)
    if problem.code == "clash":
        pattern = QCoreApplication.translate(
            "ProblemWords",
            "Two people changed the same thing: {field}. Return the proposal and say which one to keep.",
        )
        return pattern.format(field=naming.label(field) if field else problem.field)
    if problem.code in ("not-in-public", "wrong-collection"):
        data["kind"] = naming.kinds(kind.name)
    unforeseen = QCoreApplication.translate(
        "ProblemWords", "This cannot be used as it stands. Details: {code}"
    )
    pattern = _patterns().get(problem.code, unforeseen)
    try:
        return pattern.format(**{"value": "", "collection": "", "kind": "", "code": problem.code, **data})
    except (KeyError, IndexError):
        return pattern


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item) for item in value)
    return formatting.isolate(str(value)[:60])


def _patterns() -> dict[str, str]:
    translate = QCoreApplication.translate
    place = translate("ProblemWords", "{kind} hold data about people. They go to the members’ part of a hub, never into its public part.")  # fmt: skip
    return {
        "not-in-public": place,
        "wrong-collection": translate("ProblemWords", "{kind} stand only in the Centre’s own collection, not in {collection}."),
        "not-a-text-per-language": translate("ProblemWords", "This text does not say in which language it is. It is kept unchanged."),
        "not-a-language": translate("ProblemWords", "“{value}” is not the tag of a language, such as en or pt-BR."),
        "not-a-text": translate("ProblemWords", "This is not a text. It is kept unchanged."),
        "unknown-value": translate("ProblemWords", "“{value}” is not in the list that all hubs use. Searches for the usual values will not find it."),
        "not-a-licence": translate("ProblemWords", "“{value}” is not the name of a licence in the SPDX list. Choose one, or say that it is unknown."),
        "not-a-country": translate("ProblemWords", "“{value}” is not the code of a country."),
        "not-an-id": translate("ProblemWords", "“{value}” does not name a record."),
        "not-a-date": translate("ProblemWords", "“{value}” is not a date. Write a year, a month or a day, such as 2026, March 2026 or 22 March 2026."),
        "not-a-number": translate("ProblemWords", "“{value}” is not a number."),
        "not-yes-or-no": translate("ProblemWords", "This is neither yes nor no. It is kept unchanged."),
        "not-a-link": translate("ProblemWords", "“{value}” is not a web or mail address. It begins with https:// or mailto:"),
        "not-a-list": translate("ProblemWords", "This is not a list. It is kept unchanged."),
        "not-a-contact": translate("ProblemWords", "This is not a contact. It is kept unchanged."),
        "not-an-email": translate("ProblemWords", "“{value}” does not look like a mail address."),
        "not-a-file": translate("ProblemWords", "One of the files is described without its content. Take it away and attach it again."),
        "not-rows": translate("ProblemWords", "These are not entries as the form knows them. They are kept unchanged."),
        "not-allowed": translate("ProblemWords", "Your role does not let you write into {collection}. A coordinator of the hub can change that."),
        "nothing-to-propose": translate("ProblemWords", "There is no draft to propose."),
        "nothing-to-accept": translate("ProblemWords", "There is nothing to accept: it was settled or taken back meanwhile."),
        "no-such-record": translate("ProblemWords", "This record is no longer on this computer."),
        "revision-not-held": translate("ProblemWords", "The content of this proposal has not arrived yet. It comes with the next sync."),
        "base-not-held": translate("ProblemWords", "The version that this proposal started from is not on this computer. It comes with the next sync."),
    }  # fmt: skip


def _missing(problem: Problem) -> str:
    files = problem.data.get("files")
    if problem.field == "licence":
        return QCoreApplication.translate(
            "ProblemWords",
            "No licence is chosen. Without one, nobody may lawfully reuse this. You can go on writing; the draft is kept.",
        )
    if files:
        pattern = QCoreApplication.translate(
            "ProblemWords",
            "Not said for {files}. Without an answer the files cannot travel on sticks or to other hubs.",
        )
        return pattern.format(files=_shown(files))
    if problem.field == "title":
        return QCoreApplication.translate(
            "ProblemWords", "There is no title yet. It is what people find in a list and in a search."
        )
    if problem.stops:
        return QCoreApplication.translate(
            "ProblemWords",
            "Nothing is written here yet. It is needed to publish; the draft is kept without it.",
        )
    return QCoreApplication.translate(
        "ProblemWords",
        "Nothing is written here yet. You can propose without it; with it the record is more useful.",
    )


def _too_long(problem: Problem) -> str:
    over = int(problem.data.get("length", 0)) - int(problem.data.get("limit", 0))
    language = problem.data.get("language")
    if language:
        pattern = QCoreApplication.translate(
            "ProblemWords",
            "%Ln character(s) too long in {language}. Lists will show the beginning only.",
            "",
            over,
        )
        return pattern.format(language=formatting.language(str(language)))
    return QCoreApplication.translate(
        "ProblemWords", "%Ln character(s) too long. Lists will show the beginning only.", "", over
    )


def _repair(
    problem: Problem, field: Field | None, value: object, naming: Naming, usual: Mapping[str, Any]
) -> Repair | None:
    translate = QCoreApplication.translate
    if field is None:
        return None
    if problem.code == "missing" and problem.field in usual:
        known = usual[problem.field]
        shown = naming.licence(known) if field.type == "licence" else naming.value(field, known)
        words = translate("ProblemWords", "Use {value}, as in your last records").format(value=shown)
        return Repair(words, known)
    if problem.code == "missing" and problem.field == "licence":
        return Repair(translate("ProblemWords", "Say that it is unknown"), "unknown")
    if problem.code == "missing" and problem.field == "last_verified":
        today = datetime.now(UTC).date().isoformat()
        return Repair(translate("ProblemWords", "Checked today"), today)
    if problem.code == "not-a-link" and isinstance(value, str):
        return _address(value)
    if problem.code == "end-before-start":
        both = translate("ProblemWords", "Use the start, {date}").format(
            date=formatting.date(str(problem.data.get("start")))
        )
        return Repair(both, problem.data.get("start"))
    if problem.code == "not-a-licence":
        return Repair(translate("ProblemWords", "Say that it is unknown"), "unknown")
    return None


def _address(value: str) -> Repair | None:
    bare = value.strip()
    if "." not in bare or any(letter.isspace() for letter in bare) or "://" in bare:
        return None
    fixed = f"mailto:{bare}" if "@" in bare else f"https://{bare}"
    words = QCoreApplication.translate("ProblemWords", "Write {address}")
    return Repair(words.format(address=formatting.isolate(fixed)), fixed)
