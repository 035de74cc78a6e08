"""Canonical bytes, ids and revisions: written, hashed and read the same everywhere, or refused by name."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.identity import checked_id, digest, id_bytes, id_from_bytes, is_hash, new_id
from hubdesk.model.record import read_revision, unknown_keys, write_revision

texts = some.text(some.characters(codec="utf-8"), max_size=20)
decimals = some.floats(allow_nan=False, allow_infinity=False).filter(
    lambda number: not 2**53 <= abs(number) < 1e21
)
values = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**53) + 1, 2**53 - 1) | decimals | texts,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)
AUTHOR, NOW, RECORD = "cd" * 32, "2026-11-22T17:30:00Z", "2fe19e44-b26c-4571-95c2-cd52e6d19eda"


@given(values)
def test_what_can_be_written_is_read_again(value: Any) -> None:
    encoded = canonical.encode(value)
    assert canonical.parse(encoded) == value
    assert canonical.is_canonical(encoded)
    assert canonical.encode(canonical.parse(encoded)) == encoded


def deep(levels: int) -> Any:
    value: Any = []
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        2**53,
        -(2**53),
        float("nan"),
        float("inf"),
        2.0**53,
        [{"a": -4.9e16}],
        "\ud800",
        {"\udfff": 1},
        deep(100_000),
    ],
)
def test_what_cannot_be_carried_exactly_is_refused(value: Any) -> None:
    with pytest.raises(BadInput, match="not-canonical"):
        canonical.encode(value)


@pytest.mark.parametrize(
    "content", [b'{"b":1,"a":2}', b'{"a":1,"a":1}', b'{"a": 1}', b"1.0", b'"\\u0061"', b"", b"\xff"]
)
def test_other_forms_are_not_canonical(content: bytes) -> None:
    assert not canonical.is_canonical(content)


def is_canonical_by_definition(content: bytes) -> bool:
    try:
        return canonical.encode(canonical.parse(content)) == content
    except BadInput:
        return False


@given(values, some.booleans(), some.data())
def test_the_quick_look_says_what_the_definition_says(
    value: Any, in_order: bool, data: some.DataObject
) -> None:
    content = msgspec.json.encode(value, order="sorted" if in_order else None)
    assert canonical.is_canonical(content) == is_canonical_by_definition(content)
    place = data.draw(some.integers(0, len(content) - 1))
    other = data.draw(some.sampled_from([b"", b" ", b"0", b'"', b"e", b".", b"\\u0041", b"\xf0\x90\x80\x80"]))
    altered = content[:place] + other + content[place + data.draw(some.integers(0, 1)) :]
    assert canonical.is_canonical(altered) == is_canonical_by_definition(altered)


@pytest.mark.parametrize("levels", [50, 300, 450, 700])
def test_the_quick_look_is_no_more_lenient_with_deep_nesting(levels: int) -> None:
    content = b"[" * levels + b"]" * levels
    assert canonical.is_canonical(content) == is_canonical_by_definition(content)


@given(values)
def test_texts_are_normal_once_and_for_all(value: Any) -> None:
    normal = canonical.normal(value)
    assert canonical.normal(normal) == normal


def test_composed_and_decomposed_words_are_one() -> None:
    assert canonical.normal({"cafe\u0301": "a\r\nb\rc"}) == {"caf\u00e9": "a\nb\nc"}


@given(some.binary(min_size=16, max_size=16))
def test_every_16_bytes_are_an_id(raw: bytes) -> None:
    text = id_from_bytes(raw)
    assert checked_id(text) == text
    assert id_bytes(text) == raw


@given(some.integers(0, 2**48 - 1))
def test_new_ids_are_of_version_7_and_in_the_order_of_time(milliseconds: int) -> None:
    made = new_id(milliseconds)
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made)
    assert int(made.replace("-", "")[:12], 16) == milliseconds
    assert new_id(milliseconds) != made


@given(some.text(max_size=40) | some.none() | some.integers())
def test_nothing_else_is_an_id(value: object) -> None:
    with pytest.raises(BadInput, match="not-an-id"):
        checked_id(value)


@pytest.mark.parametrize(
    "text", [RECORD.upper(), RECORD + "\n", RECORD[:-1], RECORD.replace("-", ""), "{" + RECORD + "}"]
)
def test_other_forms_of_an_id_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="not-an-id"):
        checked_id(text)
    assert not is_hash(text)


fields = some.dictionaries(texts, values, max_size=4)


@given(fields, some.lists(some.binary(min_size=32, max_size=32).map(bytes.hex), max_size=2))
def test_a_revision_says_what_was_written_and_is_named_by_its_bytes(
    given_fields: dict[str, Any], parents: list[str]
) -> None:
    written = write_revision(RECORD, "moon_phase", by=AUTHOR, at=NOW, parents=parents, fields=given_fields)
    assert written.hash == digest(written.canonical)
    assert canonical.is_canonical(written.canonical)
    assert read_revision(written.canonical) == written
    assert written.fields == canonical.normal(given_fields)
    assert written.content.parents == parents


@given(
    some.dictionaries(
        texts.filter(
            lambda key: key not in ("id", "kind", "parents", "by", "at", "fields", "withdrawn", "erased")
        ),
        values,
        max_size=3,
    )
)
def test_top_level_keys_of_a_newer_program_are_passed_on(extra: dict[str, Any]) -> None:
    extra = canonical.normal(extra)
    first = write_revision(RECORD, "tool", by=AUTHOR, at=NOW, parents=[], fields={}, extra=extra)
    assert unknown_keys(first) == extra


@given(some.binary(max_size=200))
def test_bytes_that_are_no_revision_are_refused(content: bytes) -> None:
    with pytest.raises(BadInput):
        read_revision(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"parents": ["ab" * 32] * 3},
        {"parents": ["short"]},
        {"kind": ""},
        {"withdrawn": "gone"},
        {"fields": None},
        {"id": "no id"},
        {"fields": []},
    ],
)
def test_a_revision_of_another_form_is_refused(changes: dict[str, Any]) -> None:
    value = {"id": RECORD, "kind": "tool", "parents": [], "by": AUTHOR, "at": NOW, "fields": {}} | changes
    with pytest.raises(BadInput):
        read_revision(canonical.encode(value))


def test_a_revision_that_is_too_large_is_refused() -> None:
    with pytest.raises(BadInput, match="too-large"):
        write_revision(RECORD, "tool", by=AUTHOR, at=NOW, parents=[], fields={"text": "a" * 1_000_001})
