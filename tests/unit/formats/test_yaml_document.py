"""YAML from strangers is read into plain values, or refused with its place; never built, never endless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk import errors
from hubdesk.formats import yaml_document


def meaning(text: str) -> object:
    return yaml_document.value(yaml_document.parse(text))


def refusal(source: str | bytes) -> errors.BadInput:
    with pytest.raises(errors.BadInput) as caught:
        meaning(source if isinstance(source, str) else yaml_document.decode(source))
    return caught.value


def test_scalars_follow_yaml_1_2_and_numbers_stay_as_they_were_written() -> None:
    text = "a: no\nb: on\nc: true\nd: ~\ne: 1.10\nf: 2017-04-15\ng: 'true'\nh: !!str true\ni: 0o17\nj:"
    assert meaning(text) == {
        "a": "no",
        "b": "on",
        "c": True,
        "d": None,
        "e": "1.10",
        "f": "2017-04-15",
        "g": "true",
        "h": "true",
        "i": "0o17",
        "j": None,
    }


def test_a_plain_number_can_be_told_from_a_text() -> None:
    read = meaning("plain: 0.4\nquoted: '0.4'")
    assert isinstance(read, dict)
    assert [isinstance(item, yaml_document.Number) for item in read.values()] == [True, False]


def test_aliases_and_merge_keys_mean_what_they_stand_for() -> None:
    assert meaning("a: &a {x: 1, y: 2}\nb: *a\nc:\n  <<: *a\n  x: 3") == {
        "a": {"x": "1", "y": "2"},
        "b": {"x": "1", "y": "2"},
        "c": {"x": "3", "y": "2"},
    }


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault() -> None:
    assert meaning(yaml_document.decode(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n")) == {
        "a": "1",
        "b": "x\ny\n",
    }


@pytest.mark.parametrize(
    ("source", "code", "reason", "line", "column"),
    [
        ("a: !!python/object/apply:os.system [x]", "publiccode-unsafe-yaml", "tag", 1, 4),
        ("a: !mine x", "publiccode-unsafe-yaml", "tag", 1, 4),
        ("a: !!binary aGk=", "publiccode-unsafe-yaml", "tag", 1, 4),
        ("a: &a\n  - *a", "publiccode-unsafe-yaml", "endless-alias", 2, 5),
        ("a: *b", "publiccode-unsafe-yaml", "unknown-alias", 1, 4),
        ("a: 1\nb:\n  c: 1\n  c: 2", "publiccode-not-yaml", "duplicate-key", 4, 3),
        ("? [a]\n: b", "publiccode-not-yaml", "key", 1, 3),
        ("a: 1\n---\nb: 2", "publiccode-not-yaml", "several-documents", 2, 1),
        ("a: 1\n  b: 2", "publiccode-not-yaml", "syntax", 2, 4),
        ("a: é\nb: \0", "publiccode-not-yaml", "characters", 2, 4),
        ("<<: 1", "publiccode-not-yaml", "merge", 1, 5),
        (b"a: 1\nb: \xff", "publiccode-not-yaml", "no-utf-8", 2, 4),
        ("a: 1".encode("utf-16"), "publiccode-not-yaml", "no-utf-8", 1, 1),
    ],
)
def test_what_is_refused_is_refused_with_its_place(
    source: str | bytes, code: str, reason: str, line: int, column: int
) -> None:
    error = refusal(source)
    assert (error.code, error.data["reason"], error.data["line"], error.data["column"]) == (
        code,
        reason,
        line,
        column,
    )


def test_a_file_of_more_than_a_mebibyte_is_refused() -> None:
    assert refusal(b"#" * (yaml_document.LIMIT_BYTES + 1)).code == "publiccode-too-large"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + at)}: &{chr(98 + at)} [{','.join(['*' + chr(97 + at)] * 10)}]\n" for at in range(9)
)
TOWER = (
    "a0: &a0 "
    + "[" * 40
    + "]" * 40
    + "\n"
    + "".join(f"a{at}: &a{at} " + "[" * 20 + f"*a{at - 1}" + "]" * 20 + "\n" for at in range(1, 90))
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "{a: " * 200_000,
        "- " * 300_000,
        "? " * 300_000,
        BOMB,
        TOWER,
        "a: &a " + "x" * 900_000 + "\n" + "".join(f"b{at}: *a\n" for at in range(9)),
        "[" + '"a",' * 250_000 + "]",
    ],
    ids=["lists", "mappings", "dashes", "keys", "bomb", "tower", "long text", "items"],
)
def test_what_would_grow_without_bound_is_refused(text: str) -> None:
    assert refusal(text).code == "publiccode-unsafe-yaml"


HOSTILE = st.lists(
    st.sampled_from(
        [
            "&a ",
            "*a",
            "<<: ",
            "- ",
            "a: ",
            "b:\n",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "? ",
            ": ",
            "!!x ",
            "|\n",
            ">-\n",
            "'",
            '"',
            "#",
            "---\n",
            "...\n",
            "%TAG ! x\n",
            "\t",
            "é",
            "\u2028",
            "~",
            "\ufeff",
        ]
    ),
    max_size=40,
).map("".join)


def outcome(source: str | bytes) -> str:
    """The code of the refusal, or "read"."""
    try:
        read = meaning(source if isinstance(source, str) else yaml_document.decode(source))
    except errors.BadInput as error:
        return error.code
    return "read" if isinstance(read, (dict, list, str, bool, type(None))) else repr(read)


@given(HOSTILE | st.text(max_size=200) | st.binary(max_size=200))
def test_whatever_comes_is_read_or_refused(source: str | bytes) -> None:
    assert outcome(source) in ("read", "publiccode-not-yaml", "publiccode-unsafe-yaml")
