"""Running text from records: Markdown without HTML, through an allow-list, in a view that loads nothing.

Invariant: nothing foreign is ever fetched or opened. Of resources only `hubdesk:sha256/HEX` is known, and what that
is decides the caller; a link that was pressed is only reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from hubdesk.gui.theme import Theme

_TAGS: Final = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"),
    *("strong", "em", "s", "code", "pre", "a", "img", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES: Final = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
_OWN: Final = re.compile(r"hubdesk:sha256/([0-9a-f]{64})")
_OUTSIDE: Final = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)

Images = Callable[[str], bytes | None]


def to_html(markdown: str) -> str:
    """Return safe HTML of a Markdown text (CommonMark with tables and strike-through; HTML in it stays text)."""
    return nh3.clean(
        _parser().render(markdown),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "hubdesk"},
        attribute_filter=_keep_attribute,
        link_rel=None,
    )


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if _OUTSIDE.fullmatch(value) else None
    if name == "src":
        return value if _OWN.fullmatch(value) else None
    return value


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])


class RichText(QTextBrowser):
    """Shows a text of a record. `pressed` carries the address of a link; opening it is the caller's decision.

    With `grows` it is as high as its text and never scrolls.
    """

    pressed = Signal(str)

    def __init__(
        self, theme: Theme, *, grows: bool = True, images: Images | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images = images
        self._grows = grows
        self._html = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._on_anchor)
        theme.dress(self, "body")
        theme.changed.connect(self._show)

    def set_markdown(self, markdown: str) -> None:
        """Show a Markdown text."""
        self._html = to_html(markdown)
        self._show()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Anything but our own would be fetched by Qt, from shares and folders too; and a null answer makes
        # QTextDocument look for a file of that name. So an unknown name is answered with an empty picture.
        found = _OWN.fullmatch(name.toString() if isinstance(name, QUrl) else name)
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        if kind == QTextDocument.ResourceType.ImageResource.value and found and self._images is not None:
            content = self._images(found.group(1))
            if content is not None:
                known = QImage.fromData(content)
                image = image if known.isNull() else known
        return image

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        return QSize(self._theme.unit(240), round(self.document().size().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height() if self._grows else 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        theme = self._theme
        self.document().setDefaultStyleSheet(
            f"a {{ color: {theme.value('accent')}; }} p, li {{ margin: 0 0 6px 0; }}"
            f"h1, h2, h3, h4, h5, h6 {{ font-size: {theme.font('head').pointSizeF():.2f}pt; margin: 10px 0 4px 0; }}"
            f"code, pre {{ background: {theme.value('sunken')}; }}"
            f"blockquote {{ color: {theme.value('text2')}; }} th {{ text-align: left; }}"
        )
        self.document().setDefaultFont(theme.font("body"))
        self.setHtml(self._html)
        self._fit()

    def _fit(self) -> None:
        if self._grows:
            self.setFixedHeight(round(self.document().size().height()) + 1)

    def _on_anchor(self, url: QUrl) -> None:
        address = url.toString()
        if _OUTSIDE.fullmatch(address):
            self.pressed.emit(address)
