"""Searching reads as people search: half a word, without accents, in their own script, ticking boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from hubdesk import locations
from hubdesk.catalogue import tables
from hubdesk.catalogue.database import create_database
from hubdesk.catalogue.index import Index
from hubdesk.catalogue.listing import _FEW
from hubdesk.catalogue.matches import _RANKED
from hubdesk.catalogue.search import FACETS, Hit, Query, Results, Search
from hubdesk.catalogue.shown import all_shown, shown_contents, shown_for_index
from hubdesk.model import canonical
from hubdesk.model.identity import digest, id_bytes, id_from_bytes
from hubdesk.model.kind import read_kinds
from hubdesk.model.record import write_revision
from hubdesk.state.tree import EMPTY_ROOT, Nodes

KINDS = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
AUTHOR = "a" * 64


class Shelf:
    """A catalogue to put records on, and the search over it. Records are named by a short word in place of an id."""

    def __init__(self, path: Path) -> None:
        self.database = create_database(path)
        self.search = Search(self.database, KINDS)
        self._index = Index(KINDS)
        self._numbers: dict[str, int] = {}
        self._collections: dict[str, int] = {}

    def put(
        self,
        name: str,
        fields: dict[str, Any] | None,
        *,
        kind: str = "tool",
        collection: str = "latam/public",
        layer: str = "confirmed",
        at: str = "2026-11-22T17:30:00Z",
    ) -> None:
        """Lay a revision (or a draft) of a record on the shelf; without fields it is withdrawn."""
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        record_id = id_from_bytes(number.to_bytes(16, "big"))
        with self.database.write() as connection:
            if collection not in self._collections:
                self._collections[collection] = len(self._collections) + 1
                values = {"number": self._collections[collection], "name": collection}
                values |= {"root": EMPTY_ROOT, "nodes": Nodes().packed()}
                connection.execute(insert(tables.collection), values)
            before = shown_for_index(connection, [number]).get(number)
            row = {"number": number, "collection": self._collections[collection], "bucket": 0}
            row |= {"id": id_bytes(record_id), "kind": kind}
            connection.execute(insert(tables.record).prefix_with("OR IGNORE"), row)
            if layer == "draft":
                draft = {"record": number, "fields": canonical.encode(fields), "saved_at": at}
                connection.execute(insert(tables.draft), draft)
            else:
                made = write_revision(
                    record_id,
                    kind,
                    by=AUTHOR,
                    at=at,
                    parents=[],
                    fields=fields,
                    withdrawn=None if fields is not None else "no longer true",
                )
                connection.execute(insert(tables.revision), {"hash": made.hash, "canonical": made.canonical})
                change = update(tables.record).where(tables.record.c.number == number)
                connection.execute(change.values({layer: made.hash}))
            after = shown_for_index(connection, [number]).get(number)
            self._index.put(connection, [(number, before, after)])

    def find(self, words: str = "", **query: Any) -> Results:
        """Search."""
        return self.search.find(Query(words=words, **query))

    def names(self, words: str = "", **query: Any) -> list[str]:
        """Search; return the names of the hits in their order."""
        named = {id_from_bytes(number.to_bytes(16, "big")): name for name, number in self._numbers.items()}
        return [named[hit.id] for hit in self.find(words, **query).hits]

    def hit(self, words: str = "", **query: Any) -> Hit:
        """Search for what one record alone has."""
        (hit,) = self.find(words, **query).hits
        return hit


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path / "catalogue.sqlite")
    yield shelf
    shelf.database.close()


def titled(en: str = "", **others: Any) -> dict[str, Any]:
    """The fields of a record with a title; title.fr goes in as fr."""
    languages = {name: value for name, value in others.items() if len(name) == 2}
    rest = {name: value for name, value in others.items() if len(name) > 2}
    return {"title": {**({"en": en} if en else {}), **languages}, **rest}


# Words


def test_the_last_word_is_a_beginning_while_it_is_typed(shelf: Shelf) -> None:
    shelf.put("box", titled("Electronic voting"))
    assert shelf.names("electronic vot") == ["box"]
    assert shelf.names("vot electronic") == [
        "box"
    ]  # nothing has the word "vot", so it is a beginning after all
    shelf.put("vote", titled("Vot electronic"))
    assert shelf.names("vot electronic") == ["vote"]
    assert shelf.names("vot ") == ["vote"]
    assert sorted(shelf.names("vot")) == ["box", "vote"]


def test_every_word_must_be_there(shelf: Shelf) -> None:
    shelf.put("both", titled("Open archives", text={"en": "Of data"}))
    shelf.put("one", titled("Open doors"))
    assert shelf.names("data open ") == ["both"]
    assert shelf.names("open nothing") == []


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Législation à l’étranger", "legislation a l'etranger"),
        ("Legislation a l'etranger", "Législation à l’étranger"),
        ("Cœur et œuvre", "coeur oeuvre"),
        ("Straße", "STRASSE"),
        ("Łódź, Køge", "lodz koge"),
        ("Ce\u0301le\u0301rite\u0301", "célérité"),
        ("الإِدَارَة", "الادار"),
        ("Ελληνική Βουλή", "ελληνικη βουλη"),
        ("Državni zbor", "drzavni"),
        ("ﬁnance", "finance"),
        ("हिन्दी संसद", "हिन्दी"),
        ("Ｐａｒｌａｍｅｎｔ", "parlament"),
    ],
)
def test_diacritics_and_case_are_ignored_on_both_sides(shelf: Shelf, written: str, typed: str) -> None:
    shelf.put("it", titled(written))
    shelf.put("other", titled("Something else"))
    assert shelf.names(typed) == ["it"]
    assert Search.marks(written, typed)


@pytest.mark.parametrize("typed", ["国会", "会図", "国会図書館", "館", "书馆x", "ประชุม", "สภา"])
def test_scripts_without_blanks_are_found_by_any_part_of_a_run(shelf: Shelf, typed: str) -> None:
    shelf.put("ja", titled(ja="国会図書館"))
    shelf.put("zh", titled(zh="国家图书馆x"))
    shelf.put("th", titled(th="การประชุมรัฐสภา"))
    shelf.put("apart", titled(ja="国の会"))
    expected = {
        "国会": "ja",
        "会図": "ja",
        "国会図書館": "ja",
        "館": "ja",
        "书馆x": "zh",
        "ประชุม": "th",
        "สภา": "th",
    }
    assert shelf.names(typed) == [expected[typed]]


def test_all_languages_of_a_record_are_searched(shelf: Shelf) -> None:
    shelf.put("it", titled("Minutes", fr="Procès-verbal", es="Acta", pt="Ata", ar="محضر"))
    for words in ("minutes", "proces verbal", "acta ", "ata ", "محضر"):
        assert shelf.names(words) == ["it"]


def test_what_a_kind_does_not_know_is_searched_too(shelf: Shelf) -> None:
    shelf.put("it", {"motto": [{"deep": "Semper paratus"}]}, kind="no_such_kind")
    assert shelf.names("paratus") == ["it"]


def test_no_words_find_everything(shelf: Shelf) -> None:
    shelf.put("it", titled("Anything"))
    assert shelf.names("") == shelf.names("  \n") == shelf.names("?! …") == ["it"]


# Order


def test_title_stands_above_summary_above_text(shelf: Shelf) -> None:
    shelf.put("text", titled("A", summary={"en": "B"}, text={"en": "Amendment amendment amendment"}))
    shelf.put("title", titled("A long title that only once says amendment among many other words of it"))
    shelf.put("summary", titled("A", summary={"en": "This is about an amendment"}, text={"en": "C"}))
    assert shelf.names("amendment") == ["title", "summary", "text"]
    scores = [hit.score for hit in shelf.find("amendment").hits]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_inside_the_title_bm25_decides(shelf: Shelf) -> None:
    shelf.put("long", titled("The petition and a great many other things that parliaments talk about"))
    shelf.put("short", titled("Petition"))
    assert shelf.names("petition") == ["short", "long"]


def test_what_very_many_records_have_is_still_ordered_and_exact(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubdesk.catalogue.matches._RANKED", 3)
    for number in range(10):
        shelf.put(f"text {number}", titled("A", text={"en": "petition"}))
    shelf.put("title", titled("Petition"))
    assert _RANKED > 1000
    found = shelf.find("petition", limit=5)
    assert found.total == 11
    assert shelf.names("petition", limit=5) == ["title", "text 9", "text 8", "text 7", "text 6"]


def test_pages_together_are_the_whole_in_one_order(shelf: Shelf) -> None:
    for number in range(23):
        where = ("title", "summary", "text")[number % 3]
        shelf.put(str(number), {where: {"en": "budget " * (number % 5 + 1)}})
    for order in ("best", "newest", "title"):
        whole = shelf.names("budget", order=order, limit=100)
        starts = range(0, 28, 4)
        assert [
            name for start in starts for name in shelf.names("budget", order=order, limit=4, offset=start)
        ] == whole
        assert sorted(whole) == sorted(map(str, range(23)))
    assert shelf.names("budget", offset=1000) == []


def test_the_newest_come_first(shelf: Shelf) -> None:
    shelf.put("old", titled("A"), at="2020-01-01T00:00:00Z")
    shelf.put("new", titled("B"), at="2026-01-01T00:00:00Z")
    shelf.put("middle", titled("C"), at="2024-01-01T00:00:00Z")
    assert shelf.names() == ["new", "middle", "old"]
    shelf.put("old", titled("A"), at="2026-11-01T00:00:00Z")
    assert shelf.names(order="newest") == ["old", "new", "middle"]


def test_the_order_by_title_is_that_of_the_readers_language(shelf: Shelf) -> None:
    shelf.put("bill", titled("Bill", fr="Projet de loi"))
    shelf.put("vote", titled("Vote", fr="Élection"))
    shelf.put("act", titled("Act"))
    shelf.put("ata", titled(pt="Ata"))
    shelf.put("none", {})
    assert shelf.names(order="title") == ["act", "bill", "vote", "ata", "none"]
    assert shelf.names(order="title", languages=("fr-CA",)) == ["vote", "bill", "act", "ata", "none"]


@pytest.mark.parametrize("order", ["newest", "title"])
def test_walking_the_lists_and_sorting_give_one_order(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    for number in range(12):
        languages = {"en": f"T{number * 7 % 12}"} if number % 3 else {"es": f"T{number % 2}", "en": "Both"}
        shelf.put(str(number), {"title": languages if number != 9 else {}}, at=f"2026-01-0{number % 4 + 1}")
    assert _FEW > 12
    in_memory = shelf.names(order=order, languages=("es",))
    monkeypatch.setattr("hubdesk.catalogue.listing._FEW", 0)
    assert shelf.names(order=order, languages=("es",)) == in_memory
    assert len(in_memory) == 12


# Facets


def counts(results: Results, facet: str) -> dict[str, int]:
    return {item.value: item.count for item in results.facets[facet]}


def test_counts_are_those_without_the_facets_own_choice(shelf: Shelf) -> None:
    shelf.put("a", titled("Alpha", country="CL", licence="MIT"), kind="software")
    shelf.put("b", titled("Beta", country="CL", licence="GPL-3.0-only"), kind="software")
    shelf.put("c", titled("Gamma", country="ZM", licence="MIT"), collection="southern-africa/public")
    found = shelf.find(facets={"country": ["CL"], "licence": ["MIT"]})
    assert found.total == 1
    assert counts(found, "country") == {"CL": 1, "ZM": 1}
    assert counts(found, "licence") == {"MIT": 1, "GPL-3.0-only": 1}
    assert counts(found, "kind") == {"software": 1, "tool": 0}
    assert counts(found, "hub") == {"latam": 1, "southern-africa": 0}
    assert shelf.find(facets={"country": ["CL", "ZM"]}).total == 3
    assert counts(shelf.find(facets={"country": ["FR"]}), "country") == {"CL": 2, "ZM": 1, "FR": 0}


def test_a_draft_stands_over_what_is_accepted_over_what_is_pending_over_what_is_confirmed(
    shelf: Shelf,
) -> None:
    shelf.put("it", titled("Confirmed"))
    assert shelf.hit("confirmed").verified
    for layer, state in (("pending", "pending"), ("accepted", "pending"), ("draft", "draft")):
        before = shelf.hit().title["en"]
        shelf.put("it", titled(layer.capitalize() + " text"), layer=layer)
        assert shelf.names(before) == []
        hit = shelf.hit(layer)
        assert (hit.state, hit.verified) == (state, False)
        assert counts(shelf.find(), "state") == {state: 1}


def test_withdrawn_records_are_found_only_by_their_state(shelf: Shelf) -> None:
    shelf.put("kept", titled("Kept", country="CL"))
    shelf.put("gone", titled("Gone", country="CL"))
    shelf.put("gone", None)
    assert shelf.names() == ["kept"]
    found = shelf.find()
    assert counts(found, "state") == {"confirmed": 1, "withdrawn": 1}
    assert counts(found, "country") == {"CL": 1}
    assert counts(found, "kind") == {"tool": 1}
    assert shelf.names(facets={"state": ["withdrawn"]}) == ["gone"]
    assert shelf.hit(facets={"state": ["withdrawn"]}).withdrawn


def test_a_record_is_here_when_every_file_of_it_is(shelf: Shelf) -> None:
    one, two = digest(b"one"), digest(b"two!")
    files = [
        {"name": "1.pdf", "sha256": one.hex(), "size": 3},
        {"name": "2.pdf", "sha256": two.hex(), "size": 4},
    ]
    with shelf.database.write() as connection:
        connection.execute(insert(tables.blob), {"sha256": one, "size": 3})
    shelf.put("half", titled("Half", files=files))
    shelf.put("none", titled("None"))
    hit = shelf.hit("half")
    assert (hit.files, hit.bytes, hit.bytes_here) == (2, 7, 3)
    assert shelf.names(facets={"here": ["yes"]}) == []
    with shelf.database.write() as connection:
        connection.execute(insert(tables.blob), {"sha256": two, "size": 4})
    shelf.put("whole", titled("Whole", files=files))
    shelf.put("broken", titled("Broken", files=[files[0], {"name": "no hash"}]))
    assert shelf.names(facets={"here": ["yes"]}) == ["whole"]


values = st.sampled_from
choices = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.lists(values(["tool", "document", "none"]), max_size=2),
        "country": st.lists(values(["CL", "ZM"]), max_size=2),
        "domain": st.lists(values(["openness", "libraries"]), max_size=2),
        "hub": st.lists(values(["latam", "open-data"]), max_size=2),
        "state": st.lists(values(["confirmed", "draft", "withdrawn"]), max_size=2),
    },
)
made = st.fixed_dictionaries(
    {
        "kind": values(["tool", "document"]),
        "collection": values(["latam/public", "open-data/public"]),
        "layer": values(["confirmed", "draft"]),
        "fields": st.none()
        | st.fixed_dictionaries(
            {"title": st.fixed_dictionaries({"en": values(["alpha", "alpha beta", "beta"])})},
            optional={
                "country": values(["CL", "ZM"]),
                "domains": st.lists(values(["openness", "libraries"])),
            },
        ),
    }
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(made, max_size=6), st.lists(st.tuples(values(["", "alpha", "be", "gamma"]), choices), max_size=8)
)
def test_totals_and_counts_are_those_of_counting_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]], queries: list[tuple[str, Any]]
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf") / "catalogue.sqlite")
    for number, record in enumerate(records):
        layer = record["layer"] if record["fields"] is not None else "confirmed"
        shelf.put(
            str(number),
            record["fields"],
            **{**{k: v for k, v in record.items() if k != "fields"}, "layer": layer},
        )
    with shelf.database.read() as connection:
        held = [shown for _, shown in all_shown(connection)]

    def facets_of(record: Any) -> dict[str, set[str]]:
        own = {"state": {"withdrawn" if record.withdrawn else record.state}, "kind": {record.kind}}
        own |= {
            "hub": {record.collection.partition("/")[0]},
            "collection": {record.collection},
            "here": set(),
        }
        fields = {} if record.withdrawn else KINDS.of(record.kind).facet_values(record.fields)
        return {**{facet: set() for facet in FACETS}, **own, **{f: set(v) for f, v in fields.items()}}

    def is_admitted(record: Any, chosen: dict[str, list[str]], but: str = "") -> bool:
        own = facets_of(record)
        ticked = {facet: wanted for facet, wanted in chosen.items() if wanted}
        if "state" not in ticked:
            ticked["state"] = ["confirmed", "pending", "draft"]
        return all(own[facet] & set(wanted) for facet, wanted in ticked.items() if facet != but)

    def has(record: Any, words: str) -> bool:
        title = record.fields.get("title", {}).get("en", "").split()
        return not words or any(word.startswith(words) for word in title)

    for words, chosen in queries:
        found = shelf.find(words, facets=chosen)
        assert found.total == sum(has(r, words) and is_admitted(r, chosen) for r in held)
        assert len(found.hits) == found.total
        for facet in FACETS:
            fitting = [r for r in held if has(r, words) and is_admitted(r, chosen, but=facet)]
            for value, count in counts(found, facet).items():
                assert count == sum(value in facets_of(r)[facet] for r in fitting), (facet, value)
    shelf.database.close()


# Hits


def test_a_hit_says_what_a_row_of_the_list_shows(shelf: Shelf) -> None:
    fields = titled("SAPL", pt="Sistema", summary={"en": "Legislative process"}, country="BR")
    fields |= {"languages": ["pt", "en"], "licence": "GPL-3.0-only"}
    shelf.put("sapl", fields, kind="software", collection="latam/members")
    hit = shelf.hit("sapl")
    assert (hit.kind, hit.collection, hit.hub) == ("software", "latam/members", "latam")
    assert (hit.title, hit.summary) == ({"en": "SAPL", "pt": "Sistema"}, {"en": "Legislative process"})
    assert (hit.country, hit.languages, hit.licence) == (["BR"], ["pt", "en"], "GPL-3.0-only")
    assert (hit.state, hit.verified, hit.withdrawn, hit.files) == ("confirmed", True, False, 0)
    assert hit.id == id_from_bytes((1).to_bytes(16, "big"))


def test_damaged_and_foreign_values_are_hits_all_the_same(shelf: Shelf) -> None:
    shelf.put(
        "odd",
        {"title": "Plain", "summary": [1, None], "files": {"x": 1}, "country": 7, "licence": ["MIT", 3]},
    )
    hit = shelf.hit("plain")
    assert (hit.title, hit.summary, hit.files, hit.licence) == ({"und": "Plain"}, {}, 0, "MIT")


def test_a_snippet_shows_the_word_where_it_stands(shelf: Shelf) -> None:
    before, behind = "Many words stand before it. " * 20, " And many words come behind it." * 20
    shelf.put(
        "it",
        titled("Title", summary={"en": "Nothing"}, text={"en": f"{before}The Procédure\nitself.{behind}"}),
    )
    snippet = shelf.hit("procedure").snippet
    assert snippet is not None
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Procédure"]
    assert "Procédure itself." in snippet.text
    assert len(snippet.text) <= 170
    assert snippet.text.startswith("… ")
    assert snippet.text.endswith(" …")
    assert shelf.hit("title").snippet is None
    assert shelf.hit("").snippet is None


def test_a_snippet_is_in_the_readers_language_and_from_the_summary_first(shelf: Shelf) -> None:
    texts = {"en": "Parliament in English", "fr": "Parliament en français"}
    shelf.put(
        "it",
        titled(
            "T", summary=texts, text={"de": "Parliament auf Deutsch", **texts}, objective={"en": "Objection"}
        ),
    )

    def shown(words: str, *languages: str) -> str:
        snippet = shelf.hit(words, languages=languages).snippet
        assert snippet is not None
        return snippet.text

    assert shown("parliament", "fr", "en") == "Parliament en français"
    assert shown("parliament", "pt") == "Parliament in English"
    assert shown("deutsch", "fr") == "Parliament auf Deutsch"
    assert shown("objection") == "Objection"


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("The parliaments of the Pacific", "parl", ["parliaments"]),
        ("The parliaments of the Pacific", "the ", ["The", "the"]),
        ("Théâtre, theatre", "theatre ", ["Théâtre", "theatre"]),
        ("L’œuvre de l'État", "oeuvre etat ", ["œuvre", "État"]),
        ("Openness and open data", "open data", ["open", "data"]),
        ("Openness", "open ", ["Openness"]),
        ("Ce\u0301le\u0301rite\u0301!", "celerite", ["Ce\u0301le\u0301rite"]),
        ("日本の国会図書館", "国会", ["国会"]),
        ("uses Python用", "python ", ["Python"]),
        ("nothing", "else", []),
        ("nothing", "", []),
    ],
)
def test_marks_are_the_words_that_were_looked_for(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in Search.marks(text, typed)] == marked


@given(st.text(), st.text())
def test_marks_lie_in_order_inside_the_text(text: str, typed: str) -> None:
    last = 0
    for start, end in Search.marks(text, typed):
        assert last <= start < end <= len(text)
        last = start


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_what_is_found_is_marked(tmp_path_factory: pytest.TempPathFactory, written: str) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf") / "catalogue.sqlite")
    shelf.put("it", titled("x", summary={"en": written}))
    for words in written.split():
        found = shelf.find(words)
        assert found.total == 1
        if any(map(str.isalnum, words)):
            assert found.hits[0].snippet is not None
            assert found.hits[0].snippet.marks
    shelf.database.close()


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Query], Results]]:
    shelf = Shelf(tmp_path_factory.mktemp("few") / "catalogue.sqlite")
    for number in range(5):
        shelf.put(str(number), titled(f"Record {number}", country="CL"))
    yield shelf.search.find
    shelf.database.close()


@given(
    words=st.text(max_size=60)
    | st.sampled_from(
        ['"', "title:x", "a* OR b", "NEAR(a b)", "^a", "{x} : y", "-", "\0", "a" * 5000, "a b " * 500]
    ),
    facets=st.dictionaries(
        st.sampled_from([*FACETS, "nonsense"]) | st.text(), st.lists(st.text()), max_size=3
    ),
    order=st.sampled_from(["best", "newest", "title"]),
    limit=st.integers(-5, 100),
    offset=st.integers(-5, 100),
    languages=st.lists(st.text(max_size=5), max_size=2),
)
def test_whatever_is_asked_is_answered(few: Callable[[Query], Results], **asked: Any) -> None:
    asked["languages"] = tuple(asked["languages"])
    found = few(Query(**asked))
    assert 0 <= len(found.hits) <= max(asked["limit"], 0)
    assert found.total <= 5
    assert set(found.facets) == set(FACETS)


def test_what_is_shown_leaves_out_what_has_no_content(shelf: Shelf) -> None:
    shelf.put("it", titled("It"))
    with shelf.database.write() as connection:
        row = {"number": 99, "collection": 1, "bucket": 0, "id": bytes(16), "kind": "tool"}
        connection.execute(insert(tables.record), row)
        assert set(shown_contents(connection, [1, 99, 100])) == {1}
