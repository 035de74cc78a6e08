"""Which files go in: every one that a record names is chosen or left out with a reason, and a size is kept."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.errors import BadInput, NotFound
from hubdesk.packages import plan
from hubdesk.packages.crate import write_crate
from hubdesk.packages.layout import blob_name
from hubdesk.packages.options import Options
from hubdesk.packages.plan import Candidate, Left, Selection, select
from hubdesk.packages.reading_page import write_page
from hubdesk.packages.survey import Entry, NamedFile
from tests.unit.packages.made import KINDS, chosen, contents, entry, named_file

NEW, OLD = "2026-11-15T00:00:00Z", "2026-01-15T00:00:00Z"
KIND_NAMES, LANGUAGES = ("document", "dataset", "tool"), ("en", "fr", "es")
CODES = {
    *("not-passed-on", "not-here", "left-out", "records-only", "older", "other-kind", "other-language"),
    "too-large",
}


def names(selection: Selection) -> list[str]:
    return [candidate.file.name for candidate in selection.files.values()]


def reasons(selection: Selection) -> dict[str, str]:
    return {left.name: left.code for left in selection.left}


@pytest.mark.parametrize(
    ("changed", "options", "code"),
    [
        ({}, Options(), ""),
        ({"kind": "tool"}, Options(kinds=["document"]), "other-kind"),
        ({}, Options(languages=["fr"]), "other-language"),
        ({"languages": frozenset()}, Options(languages=["en"]), "other-language"),
        ({}, Options(languages=["en-GB"]), ""),
        ({"at": OLD}, Options(since="2026-11-01"), "older"),
        ({"at": NEW}, Options(since="2026-11-01"), ""),
        ({}, Options(files=False), "records-only"),
        ({"kind": "tool", "at": OLD}, Options(kinds=["tool"], since="2026-01-15"), ""),
    ],
)
def test_a_choice_names_records_whose_files_go_in(
    changed: dict[str, object], options: Options, code: str
) -> None:
    selection = chosen([entry({"en": "A plan"}, named_file(), **changed)], options)
    assert reasons(selection) == ({"plan.pdf": code} if code else {})
    assert names(selection) == ([] if code else ["plan.pdf"])


def test_what_is_asked_for_by_id_passes_every_choice_but_not_a_prohibition() -> None:
    record = entry({"en": "A plan"}, named_file(), named_file("no.pdf", may=False), at=OLD)
    strict = Options(kinds=["tool"], languages=["pt"], since="2026-11-01", files=False, ids=[record.id])
    selection = chosen([record], strict)
    assert names(selection) == ["plan.pdf"]
    assert reasons(selection) == {"no.pdf": "not-passed-on"}


def test_an_id_that_no_collection_of_the_edition_has_is_refused() -> None:
    with pytest.raises(NotFound) as refused:
        chosen([entry({"en": "A plan"})], Options(ids=["elsewhere"]))
    assert (refused.value.code, refused.value.data) == ("no-such-record", {"id": "elsewhere"})


def test_what_does_not_lie_here_and_what_a_person_left_out_stay() -> None:
    here, away, unticked = named_file("here.pdf"), named_file("away.pdf"), named_file("unticked.pdf")
    options = Options(without=[unticked.sha256.hex().upper()])
    held = {here.sha256: 1_000, unticked.sha256: 1_000}
    selection = select([entry({"en": "Three"}, here, away, unticked)], held, options, None)
    assert names(selection) == ["here.pdf"]
    assert reasons(selection) == {"away.pdf": "not-here", "unticked.pdf": "left-out"}


def test_a_content_that_two_records_name_goes_in_once_if_either_speaks_for_it() -> None:
    no = named_file("named-no.pdf", may=False)
    yes = msgspec.structs.replace(no, name="named-yes.pdf", may=True)
    first = entry({"en": "It may not be passed on"}, no, kind="tool", at=NEW)
    second = entry({"en": "It may"}, yes, kind="document", at=OLD)
    for records in ([first, second], [second, first]):
        selection = chosen(records, Options(kinds=["tool"], since="2026-11-01"))
        assert names(selection) == ["named-yes.pdf"]
        assert [part.files for part in selection.kinds] == [1]


def test_the_order_is_asked_for_then_new_then_small() -> None:
    old = [entry({"en": f"Old {size}"}, named_file(f"old-{size}.pdf", size), at=OLD) for size in (10, 20)]
    new = [entry({"en": f"New {size}"}, named_file(f"new-{size}.pdf", size), at=NEW) for size in (30, 40)]
    asked = entry({"en": "Asked"}, named_file("asked.pdf", 50), at=OLD)
    options = Options(since="2026-11-01", ids=[asked.id, *(record.id for record in old)])
    assert names(chosen([*old, *new, asked], options)) == [
        *("old-10.pdf", "old-20.pdf", "asked.pdf", "new-30.pdf", "new-40.pdf")
    ]


def test_a_large_file_does_not_keep_a_small_one_of_a_later_rank_out() -> None:
    asked = entry({"en": "Asked"}, named_file("asked.pdf", 100_000))
    other = entry({"en": "Other"}, named_file("other.pdf", 1_000))
    selection = chosen([asked, other], Options(ids=[asked.id]), room=10_000)
    assert (names(selection), reasons(selection)) == (["other.pdf"], {"asked.pdf": "too-large"})


def test_a_size_below_the_records_is_refused() -> None:
    assert plan.room_for(Options(), 1_000) is None
    assert plan.room_for(Options(largest=1_500), 1_000) == 500
    with pytest.raises(BadInput) as refused:
        plan.room_for(Options(largest=999), 1_000)
    assert (refused.value.code, refused.value.data) == ("edition-too-small", {"limit": 999, "needed": 1_000})


file_names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)
files = st.builds(
    lambda name, size, may, media: named_file(name, size, may=may, type=media),
    file_names,
    st.integers(0, 50_000),
    st.booleans(),
    st.sampled_from(["", "application/pdf", "x" * 60]),
)
records = st.builds(
    lambda title, kind, at, language, some: entry(
        {"en": title}, *some, kind=kind, at=at, languages=frozenset({language})
    ),
    file_names,
    st.sampled_from(KIND_NAMES),
    st.sampled_from([NEW, OLD]),
    st.sampled_from(LANGUAGES),
    st.lists(files, max_size=3),
)
choices = st.builds(
    Options,
    since=st.sampled_from([None, "2026-11-01"]),
    languages=st.lists(st.sampled_from(LANGUAGES), max_size=2),
    kinds=st.lists(st.sampled_from(KIND_NAMES), max_size=2),
    files=st.booleans(),
)


@given(st.lists(records, max_size=6), choices, st.one_of(st.none(), st.integers(0, 150_000)), st.data())
def test_every_file_is_chosen_or_left_out_with_a_reason(
    entries: list[Entry], options: Options, room: int | None, data: st.DataObject
) -> None:
    ids = data.draw(st.lists(st.sampled_from([item.id for item in entries]), max_size=2)) if entries else []
    selection = chosen(entries, msgspec.structs.replace(options, ids=ids), room)
    named = {file.sha256 for item in entries for file in item.files}
    left = {bytes.fromhex(item.sha256) for item in selection.left}
    assert selection.files.keys() | left == named
    assert not selection.files.keys() & left
    assert {item.code for item in selection.left} <= CODES
    assert room is None or sum(candidate.cost for candidate in selection.files.values()) <= room
    assert all(candidate.file.may for candidate in selection.files.values())
    assert sum(part.chosen for part in selection.kinds) == len(selection.files)
    assert_full(selection, room)


def assert_full(selection: Selection, room: int | None) -> None:
    """What was left out as too large is larger than what was left when its turn had come."""
    ranks = [candidate.rank for candidate in selection.files.values()]
    assert ranks == sorted(ranks)
    if room is not None:
        rest = room - sum(candidate.cost for candidate in selection.files.values())
        too_large = [item for item in selection.left if item.code == "too-large"]
        assert all(cost_of(item) > rest for item in too_large)


def cost_of(left: Left) -> int:
    """More than what a file of its size and name costs."""
    return plan.sealed_size(left.size + plan.PER_FILE + plan.PER_LETTER * (len(left.name) + 60 + 20))


@given(st.lists(records, max_size=4))
def test_what_a_file_costs_beside_its_content_is_counted(entries: Sequence[Entry]) -> None:
    def described(selection: Selection) -> int:
        crate = sum(map(len, write_crate(contents(), entries, selection)))
        page = len(write_page(contents(), entries, selection, KINDS, ("en",)))
        manifest = sum(68 + len(blob_name(sha256)) for sha256 in selection.files)
        zipped = sum(46 + 30 + 2 * (len(blob_name(sha256)) + 62) + 32 for sha256 in selection.files)
        return crate + page + manifest + zipped

    whole, none = chosen(entries), chosen(entries, Options(files=False))
    beside = sum(candidate.cost - candidate.size for candidate in whole.files.values())
    assert described(whole) - described(none) <= beside


def test_a_candidate_counts_its_names() -> None:
    def cost(file: NamedFile) -> int:
        return Candidate(entry({"en": "A plan"}), file, file.size).cost

    assert cost(named_file("a" * 100)) > cost(named_file("a")) > 1_000 + 1_000
