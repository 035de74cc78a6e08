"""A value of a YAML text changes; comments, order and every other value stay."""

from __future__ import annotations

import copy

from hypothesis import assume, given
from hypothesis import strategies as st

from hubdesk.formats import yaml_document, yaml_edit

TEXT = """\
# Head
name: Old   # the name
list:
  # in the list
  - a
  - b

# Before legal
legal:
  license: MIT   # SPDX
  owner: 'We'
description:
  en:
    long: |
      One

      Two
    short: >-
      folded
      text
# Tail
"""


def meaning(text: str) -> object:
    return yaml_document.value(yaml_document.parse(text))


def test_a_value_is_replaced_where_it_stands() -> None:
    edited = yaml_edit.apply(TEXT, [(("legal", "license"), "EUPL-1.2"), (("name",), "No: really #1")])
    assert edited == TEXT.replace("MIT", "EUPL-1.2").replace("Old", "'No: really #1'")


def test_a_text_of_several_lines_is_replaced_as_one() -> None:
    edited = yaml_edit.apply(TEXT, [(("description", "en", "long"), "Un\n\nDeux\n")])
    assert edited == TEXT.replace("One", "Un").replace("Two", "Deux")


def test_a_new_key_comes_last_in_its_mapping() -> None:
    edited = yaml_edit.apply(TEXT, [(("legal", "note"), "x"), (("version",), "1.10")])
    assert edited == TEXT.replace("'We'\n", "'We'\n  note: x\n").replace("# Tail", "version: '1.10'\n# Tail")


def test_a_key_is_taken_away_with_its_lines_and_with_what_held_it_alone() -> None:
    edited = yaml_edit.apply(
        TEXT, [(("list",), None), (("legal", "owner"), None), (("legal", "license"), None)]
    )
    assert meaning(edited) == {"name": "Old", "description": meaning(TEXT)["description"]}  # type: ignore[index]
    assert "# Before legal" in edited
    assert "# Tail" in edited


def test_windows_line_ends_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    edited = yaml_edit.apply(text, [(("description", "en", "long"), "a\nb\n")])
    assert "\n" not in edited.replace("\r\n", "")


def test_where_an_alias_stands_the_document_is_written_anew() -> None:
    edited = yaml_edit.apply("a: &x {k: 1}\nb: *x\n", [(("a", "k"), "2")])
    assert meaning(edited) == {"a": {"k": "2"}, "b": {"k": "1"}}


KEYS = st.sampled_from(["a", "b", "no", "1", "k: #", "é", "-", "~"])
LEAVES = (
    st.text(max_size=12)
    | st.booleans()
    | st.sampled_from(["", "no", "1.10", "2017-01-01", "a\nb", " x\n", "- y"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)
CHANGES = st.lists(
    st.tuples(st.lists(KEYS, min_size=1, max_size=3).map(tuple), st.none() | VALUES), max_size=4
)


@given(DOCUMENTS, CHANGES, st.sampled_from(["\n", "\r\n"]))
def test_the_result_means_the_old_document_with_the_changes_made(
    document: dict[str, yaml_document.Plain], changes: list[yaml_edit.Change], newline: str
) -> None:
    text = yaml_edit._dump(document)
    assert meaning(text) == document
    text = text.replace("\n", newline)
    read = meaning(text)
    assume(isinstance(read, dict))
    expected = copy.deepcopy(read)
    for path, new in changes:
        if yaml_edit._get(expected, path) != new:
            yaml_edit._set(expected, path, new)  # type: ignore[arg-type]
    assert meaning(yaml_edit.apply(text, changes)) == expected
