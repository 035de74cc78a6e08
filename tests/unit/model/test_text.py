"""Which text a person sees, and how text is written down."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.model.text import choose, is_language_tag, label, normal_line, normal_prose

TAGS = st.sampled_from(["en", "fr", "es", "pt", "pt-BR", "fr-CA", "ar", "zh-Hant"])


def test_the_exact_language_wins() -> None:
    assert choose({"en": "Archive", "pt": "Arquivo", "pt-BR": "Acervo"}, ["pt-BR"]) == ("Acervo", "pt-BR")


def test_a_region_falls_back_to_its_language_and_the_other_way_round() -> None:
    assert choose({"en": "Vote", "fr": "Scrutin"}, ["fr-CA"]) == ("Scrutin", "fr")
    assert choose({"en": "Vote", "pt-BR": "Votação"}, ["pt"]) == ("Votação", "pt-BR")


def test_a_second_language_of_the_reader_comes_before_english() -> None:
    assert choose({"en": "Vote", "es": "Votación"}, ["fr", "es"]) == ("Votación", "es")


def test_english_comes_before_any_other_and_then_the_first_by_tag() -> None:
    assert choose({"ar": "تصويت", "en": "Vote"}, ["fr"]) == ("Vote", "en")
    assert choose({"es": "Votación", "ar": "تصويت"}, ["fr"]) == ("تصويت", "ar")


def test_an_empty_text_is_no_text() -> None:
    assert choose({"fr": "", "en": "Vote"}, ["fr"]) == ("Vote", "en")
    assert choose({"fr": ""}, ["fr"]) == ("", "")
    assert label({}, "fr") == ""


@given(texts=st.dictionaries(TAGS, st.text(max_size=5)), languages=st.lists(TAGS, max_size=3))
def test_there_is_always_a_text_where_one_exists_and_it_names_its_language(
    texts: dict[str, str], languages: list[str]
) -> None:
    text, tag = choose(texts, languages)
    assert bool(text) == any(texts.values())
    assert not text or texts[tag] == text


def test_language_tags_are_known_by_their_form() -> None:
    assert all(map(is_language_tag, ["en", "pt-BR", "zh-Hant-TW", "sr-Latn", "x-klingon"[2:]]))
    assert not any(map(is_language_tag, ["", "english language", "pt_BR", "e", "fr-"]))


def test_a_line_is_one_line_and_keeps_french_unbreakable_blanks() -> None:
    assert normal_line("  Two\r\n lines\t") == "Two lines"
    assert normal_line("Pourquoi\u00a0?") == "Pourquoi\u00a0?"
    assert normal_line("e\u0301tude") == "étude"


def test_prose_keeps_its_lines_and_its_indentation() -> None:
    assert normal_prose("\r\n\r\n    code\r\nend \r\n") == "    code\nend "
    assert normal_prose(" \n \n") == ""


@given(st.text())
def test_writing_text_down_twice_changes_nothing_more(text: str) -> None:
    for write in (normal_line, normal_prose):
        once = write(text)
        assert write(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert "\r" not in once
