"""Every control gives back what it was shown, and changes only what the person changed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.pages.editor.controls import control_for
from hubdesk.gui.pages.editor.dates import parsed_date
from hubdesk.gui.pages.editor.draft import Draft, Origin
from hubdesk.gui.pages.editor.files import Files
from hubdesk.gui.pages.editor.form import lines
from hubdesk.gui.pages.editor.kept import Kept
from hubdesk.gui.pages.editor.language_tabs import written
from hubdesk.gui.pages.editor.lines import parsed_number
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.model.field import Column, Field
from hubdesk.model.value import is_date
from tests.gui.written_desk import WrittenDesk, make_desk

TYPES = [
    "text", "prose", "line", "note", "original", "choice", "choices", "country", "countries", "language",
    "languages", "licence", "date", "number", "yesno", "link", "links", "words", "contact", "person", "record",
    "records", "files", "rows",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-10, 10**6) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
SEVERAL = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[WrittenDesk]:
    """A contributor's desk."""
    made = make_desk(tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture
def bench(theme: Theme, tasks: Tasks, desk: WrittenDesk) -> Bench:
    """What controls work with."""
    return Bench(theme, tasks, desk, Naming(desk.kinds, desk.vocabularies))


def a_field(kind: str) -> Field:
    """A field of a type."""
    columns = (
        Column(name="organisation", type="line", label={"en": "Institution"}),
        Column(name="since", type="date", label={"en": "Since"}),
    )
    vocabulary = {"choice": "statuses", "choices": "domains", "licence": "licences"}.get(kind, "")
    return Field(name="f", type=kind, label={"en": "F"}, vocabulary=vocabulary, columns=columns)  # type: ignore[arg-type]


def heard(control: Control) -> list[Any]:
    """Everything that a control will say."""
    said: list[Any] = []
    control.edited.connect(said.append)
    return said


@pytest.mark.parametrize("kind", TYPES)
@SEVERAL
@given(value=JSON)
def test_showing_a_value_changes_nothing(bench: Bench, kind: str, value: Any) -> None:
    field = a_field(kind)
    draft = Draft(bench.desk, bench.tasks, Origin(None, "tool", "southern-africa/public", {"f": value}))
    control: Control
    if kind == "files" and (value is None or Files.takes(value)):
        control = Files(bench, field, draft)
    else:
        control = control_for(bench, field, value)
    said = heard(control)
    control.show_value(value)
    for tag in ("fr", "ar", "en"):
        control.set_language(tag)
    for widget in control.inputs():
        widget.clearFocus()
    assert said == []
    control.deleteLater()


@SEVERAL
@given(value=st.dictionaries(st.sampled_from(["en", "fr", "ar", "x-old"]), st.text(min_size=1, max_size=9)))
def test_writing_in_one_language_leaves_the_others(bench: Bench, value: dict[str, str]) -> None:
    control = control_for(bench, a_field("text"), value)
    said = heard(control)
    control.show_value(value)
    control.set_language("pt")
    QTest.keyClicks(control.inputs()[0], "novo")
    assert said[-1] == {**value, "pt": "novo"}
    for _ in "novo":
        QTest.keyClick(control.inputs()[0], Qt.Key.Key_Backspace)
    assert said[-1] == (value or None)


@pytest.mark.parametrize("kind", ["text", "prose", "line", "note"])
@SEVERAL
@given(text=st.text(st.sampled_from("ab é\u00a0\u202f\u200f«»\n"), min_size=1, max_size=12))
def test_typing_behind_a_text_changes_no_letter_of_it(bench: Bench, kind: str, text: str) -> None:
    if kind in ("text", "line"):
        text = text.replace("\n", "")
    value: Any = {"en": text} if kind in ("text", "prose") else text
    control = control_for(bench, a_field(kind), value)
    said = heard(control)
    control.show_value(value)
    control.set_language("en")
    edit = control.inputs()[0]
    by_line = (
        Qt.KeyboardModifier.NoModifier if isinstance(edit, QLineEdit) else Qt.KeyboardModifier.ControlModifier
    )
    QTest.keyClick(edit, Qt.Key.Key_End, by_line)
    QTest.keyClicks(edit, "x")
    found = said[-1]["en"] if kind in ("text", "prose") else said[-1]
    assert found == text + "x"
    control.deleteLater()


def test_a_part_that_is_no_text_cannot_be_written_over(bench: Bench) -> None:
    control = control_for(bench, a_field("text"), {"en": ["odd"], "fr": "bon"})
    said = heard(control)
    control.show_value({"en": ["odd"], "fr": "bon"})
    control.set_language("en")
    assert not control.inputs()[0].isEnabled()
    control.set_language("fr")
    QTest.keyClicks(control.inputs()[0], "!")
    assert said[-1]["en"] == ["odd"]


def test_a_contact_keeps_the_keys_that_the_form_does_not_have(bench: Bench) -> None:
    value = {"name": "Office", "fax": "123"}
    control = control_for(bench, a_field("contact"), value)
    said = heard(control)
    control.show_value(value)
    QTest.keyClicks(control.inputs()[2], "a@b.org")
    assert said[-1] == {"name": "Office", "fax": "123", "email": "a@b.org"}


def test_a_row_keeps_the_keys_that_have_no_column(bench: Bench) -> None:
    value = [{"organisation": "House", "odd": {"n": 1}}, {"since": "2022"}]
    control = control_for(bench, a_field("rows"), value)
    said = heard(control)
    control.show_value(value)
    QTest.keyClicks(control.inputs()[0], " of Lords")
    assert said[-1][0]["odd"] == {"n": 1}
    assert said[-1][1] == {"since": "2022"}


def test_a_file_keeps_its_keys_when_its_licence_is_chosen(bench: Bench) -> None:
    value = [{"name": "a.pdf", "sha256": "0" * 64, "size": 3, "type": "application/pdf", "odd": 1}]
    draft = Draft(bench.desk, bench.tasks, Origin(None, "tool", "southern-africa/public", {"files": value}))
    control = Files(bench, a_field("files"), draft)
    said = heard(control)
    control.show_value(value)
    control._entries[0]._on_chosen("licence", "CC-BY-4.0")
    assert said[-1] == [{**value[0], "licence": "CC-BY-4.0"}]
    control._entries[0]._on_chosen("licence", None)
    assert said[-1] == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [("line", {"en": "x"}), ("text", "plain"), ("choices", "one"), ("yesno", "yes"), ("rows", [1]), ("date", 2026)],
)  # fmt: skip
def test_a_value_of_another_form_is_shown_and_kept(bench: Bench, kind: str, value: Any) -> None:
    control = control_for(bench, a_field(kind), value)
    assert isinstance(control, Kept)
    control.show_value(value)
    edit = control.inputs()[0]
    assert isinstance(edit, QPlainTextEdit)
    assert edit.isReadOnly()
    assert edit.toPlainText()


def test_a_choice_outside_the_list_stays_chosen(bench: Bench) -> None:
    control = control_for(bench, a_field("choices"), ["odd"])
    said = heard(control)
    control.show_value(["odd"])
    QTest.keyClick(control.inputs()[0], Qt.Key.Key_Space)
    assert said[-1] == ["odd", "strategic-planning"]


def test_a_licence_outside_the_list_is_written_by_its_name(bench: Bench) -> None:
    control = control_for(bench, a_field("licence"), "MPL-2.0 OR MIT")
    control.show_value("MPL-2.0 OR MIT")
    line = control.inputs()[1]
    assert isinstance(line, QLineEdit)
    assert not line.isHidden()
    assert line.text() == "MPL-2.0 OR MIT"


def test_a_word_counts_before_enter_is_pressed(bench: Bench) -> None:
    control = control_for(bench, a_field("words"), ["one"])
    said = heard(control)
    control.show_value(["one"])
    line = control.inputs()[0]
    QTest.keyClicks(line, "two")
    assert said[-1] == ["one", "two"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said[-1] == ["one", "two"]
    QTest.keyClicks(line, "three, four, ")
    assert said[-1] == ["one", "two", "three", "four"]
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert said[-1] == ["one", "two", "three"]


def test_a_list_does_not_turn_what_is_typed_round(bench: Bench) -> None:
    control = control_for(bench, a_field("words"), None)
    control.edited.connect(control.show_value)
    control.show_value(None)
    line = control.inputs()[0]
    QTest.keyClicks(line, "abc")
    assert isinstance(line, QLineEdit)
    assert line.text() == "abc"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026", "2026"), ("2026-11", "2026-11"), ("22 Nov 2026", "2026-11-22"), ("November 2026", "2026-11"),
        ("22/11/2026", "2026-11-22"), ("22.11.2026", "2026-11-22"), ("2026/11/22", "2026-11-22"), (" 2026 ", "2026"),
        ("Ma 2026", "Ma 2026"), ("31 Feb 2026", "31 Feb 2026"), ("soon", "soon"), ("", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(typed: str, meant: str | None) -> None:
    assert parsed_date(typed, QLocale("en_GB")) == meant


def test_french_months_are_read_in_a_french_window() -> None:
    assert parsed_date("3 août 2026", QLocale("fr_FR")) == "2026-08-03"
    assert parsed_date("mars 2026", QLocale("fr_FR")) == "2026-03"


@pytest.mark.parametrize("language", ["en_GB", "fr_FR", "es_ES", "pt_BR"])
@given(day=st.dates(min_value=date(1000, 1, 1)), length=st.sampled_from([4, 7, 10]))
def test_a_date_that_is_shown_is_read_back(language: str, day: Any, length: int) -> None:
    value = day.isoformat()[:length]
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert parsed_date(formatting.date(value)) == value
    finally:
        QLocale.setDefault(before)


@given(st.text(max_size=20))
def test_what_is_no_date_is_kept_as_it_was_typed(text: str) -> None:
    found = parsed_date(text)
    assert found is None or is_date(found) or found == text.strip()


@given(st.text(max_size=12))
def test_a_number_is_finite_or_stays_text(text: str) -> None:
    found = parsed_number(text)
    assert found is None or isinstance(found, str) or math.isfinite(float(str(found)))


def test_numbers_are_read_in_the_language_and_plainly() -> None:
    assert parsed_number("12 000") == 12000
    assert parsed_number("1.5") == 1.5
    assert parsed_number("about 5") == "about 5"


def test_short_fields_share_a_line() -> None:
    fields = [a_field(kind) for kind in ("date", "date", "number", "country", "language", "prose", "line")]
    shapes = [[field.type for field in line] for line in lines(fields)]
    assert shapes == [["date", "date", "number"], ["country", "language"], ["prose"], ["line"]]


def test_languages_are_counted_over_the_texts_that_are_written() -> None:
    fields = {"title": {"en": "a", "fr": "b"}, "summary": {"en": "c", "fr": ""}, "text": {}, "country": "ZM"}
    assert written(fields, ("title", "summary", "text")) == ({"en": 2, "fr": 1}, 2)
