"""Foreign text can be read and nothing else: it loads nothing, opens nothing, and is never HTML."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.rich_text import RichText, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](//server/share/x.png)",
    "![x](file:///etc/passwd)",
    "![x](\\\\server\\share\\x.png)",
    "![x](https://example.org/x.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "[x](javascript:alert(1))",
    "[x](  java\tscript:alert(1))",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//server/share)",
    "<style>@import url(//server/x.css)</style>",
    "<a href='javascript:x'>x</a>",
    "<iframe src=//server></iframe>",
    "<table background=//server/x.png>",
    '<p style="background: url(//server/x.png)">x</p>',
    "hubdesk:sha256/../../etc/passwd",
    "![x](hubdesk:sha256/abc)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_no_address_and_no_markup(text: str) -> None:
    html = to_html(text)
    for forbidden in (
        "<script",
        "<img src",
        "<iframe",
        "<style",
        "<table b",
        'href="java',
        'href="file',
        'href="//',
    ):
        assert forbidden not in html


@given(st.text(alphabet=st.sampled_from("<>\"'=/\\:()[]!#`*&;\t\n javscriptlehfmgonkdt"), max_size=80))
def test_no_text_gains_an_active_address(text: str) -> None:
    html = to_html(text).lower()
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "src=" not in html.replace("&", "") or "<img" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_showing_it_opens_no_file(
    theme: Theme, application: QApplication, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    shown = RichText(theme)

    def refuse(*args: object, **kwargs: object) -> object:
        raise AssertionError(f"something was opened: {args}")

    monkeypatch.setattr(builtins, "open", refuse)
    shown.set_markdown(text)
    shown.resize(300, 200)
    shown.show()
    application.processEvents()
    shown.grab()


def test_a_picture_outside_is_never_loaded_even_when_asked_for(theme: Theme, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    path = tmp_path / "secret.png"
    picture.save(str(path))
    shown = RichText(theme)
    # As if both the parser and the allow-list had let it pass:
    shown.setHtml(f'<img src="{path}"><img src="file://{path}">')
    for name in (str(path), f"file://{path}"):
        loaded = shown.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert isinstance(loaded, QImage)
        assert loaded.width() == 1
    assert (
        shown.grab().toImage().pixelColor(10, 10).red() != 255
        or shown.grab().toImage().pixelColor(10, 10).green() > 0
    )


def test_our_own_pictures_come_from_whoever_holds_them(theme: Theme) -> None:
    asked: list[str] = []
    shown = RichText(theme, images=lambda sha256: asked.append(sha256))  # type: ignore[func-returns-value]
    shown.set_markdown(f"![plan](hubdesk:sha256/{'a' * 64})")
    shown.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(f"hubdesk:sha256/{'a' * 64}")
    )
    assert asked[0] == "a" * 64


def test_a_link_is_told_and_not_followed(theme: Theme) -> None:
    shown, told = RichText(theme), []
    shown.pressed.connect(told.append)
    shown.set_markdown("[x](https://example.org/a)")
    shown.anchorClicked.emit(QUrl("https://example.org/a"))
    shown.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert told == ["https://example.org/a"]
    assert "example" not in shown.source().toString()


def test_it_is_as_high_as_its_text(theme: Theme, application: QApplication) -> None:
    shown = RichText(theme)
    shown.resize(300, 10)
    shown.show()
    shown.set_markdown("One line.")
    low = shown.height()
    shown.set_markdown("\n\n".join(["A paragraph."] * 10))
    assert shown.height() > 5 * low


def test_labels_show_markup_as_it_was_written(theme: Theme) -> None:
    for label in (Label(theme, "<b>bold</b> & <img src=x>"), Elide(theme, "<b>bold</b>")):
        assert label.textFormat() == label.textFormat().PlainText
