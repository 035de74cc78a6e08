"""What people read of records, of what waits and of what is in the way names who and what to do."""

from __future__ import annotations

from typing import Any

import pytest

from hubdesk.catalogue.views import FileView, InboxItem, OutboxItem, RecordView, Refused, SignedBy
from hubdesk.cli.words import inbox_lines, outbox_line, record_lines, refused_lines
from hubdesk.model.translation import marked, stale
from hubdesk.model.validation import Problem

ID = "01890000-0000-7000-8000-000000000001"
HERE, CARLA = "ab" * 32, "cd" * 32


def view(**given: Any) -> RecordView:
    fields = {"title": {"en": "Checklist", "fr": "Liste"}, "licence": "CC0-1.0"}
    usual: dict[str, Any] = {
        "id": ID, "kind": "tool", "collection": "latam/public", "hub": "latam", "fields": fields, "state": "confirmed",
        "revision": "0" * 64, "confirmed": "0" * 64, "withdrawn": None, "by": CARLA, "at": "2026-11-22T10:00:00Z",
        "verified": True, "signed": SignedBy("latam", 3, "2026-11-22T12:00:00Z"), "files": [],
    }  # fmt: skip
    return RecordView(**usual | given)


def test_a_signed_record_says_who_signed_and_who_wrote_it() -> None:
    lines = record_lines(view(), ("fr", "en"), HERE)
    assert lines[0] == "Liste"
    assert "As latam signed it: version 3, 2026-11-22T12:00:00Z." in lines
    assert f"Written by desk {CARLA[:16]}, 2026-11-22T10:00:00Z." in lines
    assert "title.en: Checklist" in lines
    assert "Written by this desk, 2026-11-22T10:00:00Z." in record_lines(view(by=HERE), ("en",), HERE)


def test_a_draft_says_how_it_goes_on_and_a_file_how_it_comes() -> None:
    plan = FileView("plan.pdf", "0" * 64, 4_000, bytes_here=0, available=False)
    lines = record_lines(view(has_draft=True, state="draft", signed=None, files=[plan]), ("en",), HERE)
    assert any(f"`propose {ID}`" in line for line in lines)
    assert f"file plan.pdf, 4 kB, not here: `get {ID} plan.pdf`" in lines


def test_a_translation_of_an_original_that_changed_is_named() -> None:
    fields = marked(view().fields, "title", "fr", "en")
    changed = fields | {"title": fields["title"] | {"en": "A better checklist"}}
    lines = record_lines(view(fields=changed, stale=stale(changed)), ("en",), HERE)
    assert any(line.startswith("title.fr was translated from en") for line in lines)
    assert not any("translated from" in line for line in record_lines(view(), ("en",), HERE))


@pytest.mark.parametrize(
    ("files_to_send", "says"), [(0, "looks at it"), (2, "2 of its 3 files are still to go up: `sync`")]
)
def test_a_change_that_the_hub_has_says_when_its_files_are_still_on_the_way(
    files_to_send: int, says: str
) -> None:
    item = OutboxItem(
        ID, "tool", "latam/public", {"en": "A"}, 1, "2026-11-22T10:00:00Z", "received", 5, 3,
        files_to_send=files_to_send,
    )  # fmt: skip
    assert outbox_line(item).endswith(says)


def test_a_proposal_says_whose_it_is_and_what_it_changes() -> None:
    item = InboxItem(
        1, ID, "tool", "latam/public", {"en": "A"}, CARLA, "contributor", "2026-11-22T10:00:00Z", "",
        "open", False, None, ["title", "text"], {}, {}, [Problem("licence", "must", "missing")],
    )  # fmt: skip
    lines = inbox_lines(item)
    assert lines[1] == f"    contributor, desk {CARLA[:16]}, 2026-11-22T10:00:00Z: changes title, text"
    assert lines[2] == f"    licence: is missing; `set {ID} licence=...`"


def test_a_refusal_names_the_command_that_goes_on() -> None:
    problems = [Problem("title.en", "wrong", "clash"), Problem("", "wrong", "something-new", {"a": 1})]
    first, second = refused_lines([Refused(ID, problems)])
    assert f"`resolve {ID} title.en mine|theirs|both|VALUE`" in first
    assert second == f"{ID} not: the record: something-new"
