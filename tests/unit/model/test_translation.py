"""A translation remembers its original, and shows when the original changed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from hubdesk.model.merge import merge
from hubdesk.model.translation import TRANSLATED_FROM, marked, stale, unmarked

FIELDS: dict[str, Any] = {"text": {"en": "A checklist.", "fr": "Une liste.", "es": "Una lista."}}


def changed(fields: dict[str, Any], **texts: str) -> dict[str, Any]:
    return {**fields, "text": fields["text"] | texts}


def test_a_changed_original_marks_its_translations_and_no_other() -> None:
    fields = marked(marked(FIELDS, "text", "fr", "en"), "text", "es", "fr")
    assert stale(fields) == {}
    assert stale(changed(fields, en="A longer checklist.")) == {"text": {"fr": "en"}}
    assert stale(changed(fields, fr="Une autre liste.")) == {"text": {"es": "fr"}}


def test_translating_again_or_taking_the_note_back_ends_it() -> None:
    fields = changed(marked(FIELDS, "text", "fr", "en"), en="A longer checklist.")
    assert stale(marked(fields, "text", "fr", "en")) == {}
    assert unmarked(fields, "text", "fr") == changed(FIELDS, en="A longer checklist.")


def test_an_original_that_is_gone_counts_as_changed_and_a_translation_that_is_gone_does_not() -> None:
    fields = marked(FIELDS, "text", "fr", "en")
    assert stale({**fields, "text": {"fr": "Une liste."}}) == {"text": {"fr": "en"}}
    assert stale({**fields, "text": {"en": "Another."}}) == {}


def test_two_people_who_translate_from_different_originals_do_not_clash_over_the_note() -> None:
    base = marked(FIELDS, "text", "fr", "en")
    mine = marked(changed(base, en="A longer checklist."), "text", "fr", "en")
    theirs = marked(base, "text", "fr", "es")
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert one == other
    assert one.clashes == ()
    assert stale(one.fields) == {"text": {"fr": "en"}}  # whoever reads it looks once too often


@given(some.dictionaries(some.text(max_size=5), some.one_of(some.text(max_size=20), some.integers())))
def test_whatever_a_foreign_record_holds_there_can_be_read(marks: dict[str, Any]) -> None:
    for value in (marks, list(marks), None):
        assert isinstance(stale({**FIELDS, TRANSLATED_FROM: value}), dict)
