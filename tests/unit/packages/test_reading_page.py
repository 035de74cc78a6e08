"""A person with a browser and nothing else reads an edition, and nothing foreign does anything to her."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.errors import BadInput
from hubdesk.packages.options import Options
from hubdesk.packages.plan import Selection
from hubdesk.packages.reading_page import write_page
from hubdesk.packages.survey import Entry
from tests.unit.packages.made import KINDS, PUBLIC, chosen, contents, entry, named_file

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "nav", "ul", "li"),
    *("main", "section", "b", "i", "mark", "bdi", "small"),
}
ATTRIBUTES = {
    *(
        "lang",
        "dir",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "href",
        "download",
        "id",
        "tabindex",
    ),
    *("aria-label", "aria-labelledby"),
}
_LINK = re.compile(r"data/blobs/([0-9a-f]{2})/\1[0-9a-f]{62}|#[a-z]+\d*")


class Read(HTMLParser):
    """What a browser makes of a page: its elements, and the text of each kind of element."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len(attributes) == len(dict(attributes))
        self.elements.append((tag, dict(attributes)))
        self.text.setdefault(tag, []).append("")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, text: str) -> None:
        if self._open:
            self.text[self._open[-1]][-1] += text

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(*entries: Entry, languages: tuple[str, ...] = ("en",), **options: object) -> Read:
    selection = chosen(entries, Options(**options))  # type: ignore[arg-type]
    since = "2026-11-01T00:00:00Z" if options.get("since") else None
    return Read(write_page(contents(since=since), entries, selection, KINDS, languages))


def test_a_record_stands_there_with_its_title_summary_licence_and_files() -> None:
    plan = named_file("Plan d’action.pdf", 1_234_567)
    read = page_of(entry({"en": "A plan"}, plan, summary={"en": "What we do."}))
    assert read.text["b"] == ["A plan"]
    assert read.text["i"] == ["Document, licence: CC-BY-4.0"]
    assert "What we do." in read.text["p"]
    [link] = [attributes for attributes in read.of("a") if "download" in attributes]
    digits = plan.sha256.hex()
    assert link == {"href": f"data/blobs/{digits[:2]}/{digits}", "download": "Plan d’action.pdf"}
    assert read.text["bdi"] == ["Plan d’action.pdf"]
    assert read.text["small"] == ["1.2 MB"]


@pytest.mark.parametrize(("licence", "said"), [("", "Document"), ("unknown", "Document, licence unknown")])
def test_a_licence_is_said_to_be_unknown_only_by_the_record(licence: str, said: str) -> None:
    assert page_of(entry({"en": "A plan"}, licence=licence)).text["i"] == [said]


def test_a_file_that_is_not_in_the_edition_has_no_link() -> None:
    read = page_of(entry({"en": "A plan"}, named_file()), files=False)
    assert [attributes for attributes in read.of("a") if "download" in attributes] == []


def test_withdrawn_records_and_hidden_kinds_are_not_listed() -> None:
    read = page_of(entry({"en": "Seen"}), entry({"en": "Gone"}, is_shown=False))
    assert read.text["b"] == ["Seen"]


def test_what_is_new_is_marked() -> None:
    old, new = entry({"en": "Old"}, at="2026-10-31T23:59:59Z"), entry({"en": "New"})
    read = page_of(old, new, since="2026-11-01")
    assert read.text["mark"] == ["new"]
    assert read.text["b"] == ["New", "Old"]
    assert "written since 2026-11-01" in " ".join(read.text["p"])


def test_each_language_of_the_page_reads_its_own_words_and_titles() -> None:
    read = page_of(entry({"fr": "Un plan", "es": "Un plan de acción"}), languages=("fr", "es"))
    assert read.of("html") == [{"lang": "fr", "dir": "ltr"}]
    assert [attributes.get("lang") for attributes in read.of("p")[:2]] == ["fr", "es"]
    assert read.text["b"] == ["Un plan", "Un plan de acción"]
    assert [attributes.get("lang") for attributes in read.of("b")] == [None, "es"]
    assert page_of(languages=()).of("p")[3] == {"lang": "pt"}


def test_a_language_that_the_page_does_not_know_is_said() -> None:
    with pytest.raises(BadInput) as refused:
        page_of(languages=("en", "xx"))
    assert refused.value.code == "edition-page-language"


def test_a_text_of_another_direction_turns_nothing_else() -> None:
    read = page_of(entry({"ar": "خطة عمل"}, named_file("خطة.pdf")))
    assert read.of("b") == [{"lang": "ar", "dir": "auto"}]
    assert read.text["bdi"] == ["خطة.pdf"]
    turned = page_of(entry({"en": "invoice\u202efdp.exe"}, named_file("x\u202efdp.exe")))
    assert turned.text["b"] == ["invoicefdp.exe"]
    assert turned.text["bdi"] == ["xfdp.exe"]


def test_the_page_asks_nobody_for_anything() -> None:
    page = write_page(contents(), [], Selection({}, [], [], []), KINDS, ("en",))
    read = Read(page)
    [policy] = [a["content"] for a in read.of("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    style = b64encode(sha256(read.text["style"][0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{style}'"
    assert b"http:" not in page
    assert b"https:" not in page
    assert "url(" not in read.text["style"][0]


def test_a_keyboard_and_a_screen_reader_find_their_way() -> None:
    read = page_of(entry({"en": "A plan"}, named_file()))
    first = read.of("a")[0]
    assert (first["class"], first["href"]) == ("skip", "#records")
    assert [attributes["id"] for attributes in read.of("main")] == ["records"]
    ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
    assert {str(a["href"])[1:] for a in read.of("a") if str(a["href"]).startswith("#")} <= ids
    assert read.of("section") == [{"aria-labelledby": "c0"}]
    assert [tag for tag, _ in read.elements if tag in ("h1", "h2", "h3")] == ["h1", "h2"]
    assert read.of("nav")[0]["aria-label"] == "Collections"


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "&lt;script&gt; &#60;b&#62;",
    "javascript:alert(1)",
    "<!--",
    "]]>",
    "\x00\x08\x1b[31m",
    "../../../etc/passwd",
    "CON",
    "a\nb\r\nc",
    "\ud800",
]
foreign = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec=None), max_size=60))


@given(title=foreign, language=foreign, summary=foreign, licence=foreign, kind=foreign, name=foreign)
def test_nothing_that_a_record_says_is_more_than_text(
    title: str, language: str, summary: str, licence: str, kind: str, name: str
) -> None:
    record = entry(
        {language: title},
        named_file(name, type=kind, licence=licence),
        summary={language: summary},
        licence=licence,
        kind=kind or "tool",
    )
    read = page_of(record, languages=("en", "fr"))
    assert {tag for tag, _ in read.elements} <= TAGS
    assert {name for _, attributes in read.elements for name in attributes} <= ATTRIBUTES
    links = [str(attributes["href"]) for attributes in read.of("a")]
    assert all(_LINK.fullmatch(link) for link in links)
    saved = [str(attributes["download"]) for attributes in read.of("a") if "download" in attributes]
    assert len(saved) == 1
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', saved[0])
    assert saved[0].strip(". ")


def many(count: int) -> list[Entry]:
    return [
        entry(
            {
                "en": f"Record {number:05}: how a parliament keeps its records",
                "fr": f"Fiche {number:05} : archives",
            },
            *([named_file(f"annex-{number}.pdf")] if number % 10 == 0 else []),
            summary={
                "en": "How a committee keeps its papers, and who may read them. " * 2,
                "fr": "Comment. " * 10,
            },
            at="2026-11-22T19:00:00Z" if number % 100 == 1 else "2025-01-01T00:00:00Z",
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "is_whole"), [(10_000, True), (20_000, False)])
def test_a_large_edition_has_a_page_below_two_megabytes(count: int, is_whole: bool) -> None:
    entries = many(count)
    selection = chosen(entries, Options(since="2026-11-01"))
    page = write_page(contents(since="2026-11-01T00:00:00Z"), entries, selection, KINDS, ())
    assert 1_800_000 < len(page) < 2_000_000
    read = Read(page)
    listed = len(read.of("i"))
    assert len(read.of("mark")) == count // 100
    left = [text for text in read.text["p"] if text.startswith("In this edition, but not on this page")]
    if is_whole:
        assert (listed, left) == (count, [])
    else:
        assert 5_000 < listed < count
        assert left == [f"In this edition, but not on this page: {count - listed}. HubDesk shows them."]


def test_where_room_is_short_what_is_new_and_what_has_files_stays() -> None:
    entries = many(20_000)
    page = write_page(contents(), entries, chosen(entries), KINDS, ("en",))
    assert page.count(b" download=") == 2_000


def test_titles_stand_in_their_order_by_collection() -> None:
    far = entry({"en": "Almanac"}, collection="open-data/public")
    entries = [entry({"en": "b"}), entry({"en": "A"}), far]
    read = Read(write_page(contents(PUBLIC, "open-data/public"), entries, chosen(entries), KINDS, ("en",)))
    assert read.text["b"] == ["A", "b", "Almanac"]
    assert read.text["h2"] == [PUBLIC, "open-data/public"]
