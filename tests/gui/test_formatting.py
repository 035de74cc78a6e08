"""Numbers as people read them, in their language and their direction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from hubdesk.gui import formatting


@pytest.fixture(autouse=True)
def english(application: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    yield
    QLocale.setDefault(before)
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("count", "said"),
    [(6_000, "6 kB"), (999_499, "999 kB"), (999_501, "1.0 MB"), (2_600_000, "2.6 MB"), (118_000_000, "118 MB"), (1_620_000_000, "1.6 GB")],
)  # fmt: skip
def test_sizes_are_decimal_with_few_figures(count: int, said: str) -> None:
    assert formatting.size(count) == said


@given(st.integers(min_value=0, max_value=2**62))
def test_every_size_has_a_unit(count: int) -> None:
    assert formatting.size(count).split()[-1][-1] in "Bs)"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(40, "40 s"), (2_220, "37 min"), (7_500, "2 h 5 min"), (7_200, "2 h"), (60 * 60 * 24 * 2, "2 day(s)")],
)
def test_times_have_two_units_at_most(seconds: float, said: str) -> None:
    assert formatting.duration(seconds) == said


@pytest.mark.parametrize(
    ("given_date", "said"),
    [("2026-11-22", "22 Nov 2026"), ("2026-11", "Nov 2026"), ("2026", "2026"), ("2026-11-12T09:00:00Z", "12 Nov 2026"), ("soon", "soon"), ("2026-02-31", "2026-02-31")],
)  # fmt: skip
def test_dates_are_as_exact_as_they_were_given(given_date: str, said: str) -> None:
    assert formatting.date(given_date) == said


def test_moments_are_relative_for_two_days_only() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert formatting.moment("2026-11-22T10:41:00Z", now).startswith("today ")
    assert formatting.moment("2026-11-21T10:41:00Z", now).startswith("yesterday ")
    assert formatting.moment("2026-11-19T10:41:00Z", now).startswith("19 Nov 2026 ")
    assert formatting.moment("not a time") == "not a time"


def test_a_share_is_whole_only_when_all_is_there() -> None:
    assert formatting.percent(999, 1000) == "99 %"
    assert formatting.percent(1000, 1000) == "100 %"


def test_figures_keep_their_units_in_arabic(application: QApplication) -> None:
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert formatting.size(41_200_000) == "\u206641.2 MB\u2069"
    assert formatting.isolate("EUPL-1.2") == "\u2066EUPL-1.2\u2069"


def test_a_text_falls_back_and_says_so() -> None:
    assert formatting.shown({"fr": "Bonjour", "en": "Hello"}) == ("Hello", "en")
    assert formatting.shown({"pt": "Olá", "es": "Hola"}) == ("Hola", "es")
    assert formatting.shown({"en": ""}) == ("", "")


def test_long_lists_say_how_many_more() -> None:
    assert formatting.listing(["en", "fr", "es", "pt", "de"]) == "en, fr, es + 2"
    assert formatting.listing(["en"]) == "en"


def test_names_of_places_and_tongues() -> None:
    assert formatting.country("ZM") == "Zambia"
    assert formatting.country("XX") == "XX"
    assert formatting.language("fr") == "Français"
    assert formatting.language("en") == "English"
    assert formatting.language("tlh-x-unknown") != ""


@pytest.mark.parametrize(
    ("language", "zambia", "union"),
    [
        ("fr", "Zambie", "Union européenne"),
        ("es", "Zambia", "Unión Europea"),
        ("pt", "Zâmbia", "União Europeia"),
    ],
)
def test_every_country_has_a_name_in_each_language(language: str, zambia: str, union: str) -> None:
    QLocale.setDefault(QLocale(language))
    territories = [QLocale.territoryToCode(value) for value in QLocale.Country if value.value]
    codes = {code for code in territories if len(code) == 2} - {
        "AC",
        "CP",
        "CQ",
        "DG",
        "EA",
        "EZ",
        "IC",
        "QO",
        "TA",
        "UN",
    }
    assert formatting.country("ZM") == zambia
    assert formatting.country("EU") == union
    assert codes - set(formatting._country_names()[language]) == set()
