"""One record beside the results: what it is, who vouches for it, its facts, text and files.

Invariant: the shield stands only where this computer checked the signature; buttons stay in sight at the foot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.models.detail import Detail, Section
from hubdesk.gui.pages import COORDINATORS, WRITERS
from hubdesk.gui.regions import entry
from hubdesk.gui.theme import Theme
from hubdesk.gui.vouching import Voucher
from hubdesk.gui.widgets.button import Button, LinkButton
from hubdesk.gui.widgets.file_line import FileLine
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.rich_text import RichText
from hubdesk.gui.widgets.surface import Column, Frame, empty, hairline
from hubdesk.gui.widgets.tile import Tile

if TYPE_CHECKING:
    from hubdesk.catalogue.views import RecordView

_MARK = {"text2": "ok", "warn": "warn", "err": "err"}
"""The tone of the mark beside a hub's name, by that of the sentence."""


class DetailPane(QWidget):
    """Shows a Detail. What is pressed is only reported; the page acts."""

    get_wanted = Signal(str)
    save_wanted = Signal(str)
    stop_wanted = Signal(str)
    edit_wanted = Signal()
    link_pressed = Signal(str)
    record_wanted = Signal(str)
    left_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._detail: Detail | None = None
        self._files: dict[str, FileLine] = {}
        self.setProperty("sheet", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("The chosen record"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.back = Button(theme, self.tr("Back to the results"), "quiet", "left")
        self.back.clicked.connect(self.left_back)
        self.back.hide()
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = Column((16, 14, 16, 16), 10)
        self._column.setProperty("sheet", "surface")
        column.addWidget(self._column, 1)
        self._foot = Frame("bar")
        self._buttons = QHBoxLayout(self._foot)
        self._buttons.setContentsMargins(16, 12, 16, 12)
        self._buttons.setSpacing(8)
        column.addWidget(self._foot)
        self._foot.hide()

    def detail(self) -> Detail | None:
        """Return what is shown."""
        return self._detail

    def clear(self) -> None:
        """Show nothing."""
        self._detail = None
        self._files.clear()
        self._column.clear()
        self._foot.hide()

    def show_detail(self, detail: Detail) -> None:
        """Show a record."""
        is_same = self._detail is not None and self._detail.view.id == detail.view.id
        place = self._column.verticalScrollBar().value() if is_same else 0
        self.clear()
        self._detail = detail
        add = self._column.add
        add(self._heading(detail))
        add(self._well(detail))
        gone = self._gone(detail.view)
        if gone is not None:
            add(gone)
        if detail.fallback:
            name = formatting.language(detail.fallback)
            words = self.tr("Shown in {language}: there is no text in your language yet.")
            add(self._about_language(words.format(language=name)))
        if detail.outdated:
            name = formatting.language(detail.outdated)
            words = self.tr("The original ({language}) has changed since this was translated.")
            add(self._about_language(words.format(language=name)))
        if detail.facts:
            add(self._facts(detail))
        if detail.markdown or detail.summary:
            add(hairline())
            add(self._running(detail.markdown or detail.summary))
        if detail.files:
            add(hairline())
            add(self._file_list(detail))
        for section in detail.sections:
            add(hairline())
            add(self._section(section))
        self._fill_foot(detail)
        self._column.verticalScrollBar().setValue(place)

    def say(self, panel: MessagePanel) -> None:
        """Show a message above the record."""
        self._column.body.insertWidget(0, panel)
        self._column.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Give the focus to the first thing that takes it."""
        first = entry(self)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def file_line(self, name: str) -> FileLine | None:
        """Return the line of a file."""
        return self._files.get(name)

    # parts

    def _heading(self, detail: Detail) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Picture(self.theme, detail.icon, "onsoft", 20, "soft"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        kind = QHBoxLayout()
        kind.setSpacing(6)
        kind.addWidget(Label(self.theme, detail.kind, "smallstrong", "accent"))
        kind.addStretch(1)
        kind.addWidget(Picture(self.theme, detail.standing.icon, detail.standing.tone, 16))
        kind.addWidget(Label(self.theme, detail.standing.word, "cap", detail.standing.tone))
        words.addLayout(kind)
        words.addWidget(Label(self.theme, formatting.breakable(detail.title), "head", wrap=True))
        row.addLayout(words, 1)
        return holder

    def _well(self, detail: Detail) -> QWidget:
        well = Frame("well")
        row = QHBoxLayout(well)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(Tile(self.theme, detail.view.hub, detail.tile, 32))
        words = QVBoxLayout()
        words.setSpacing(1)
        name = QHBoxLayout()
        name.setSpacing(6)
        hub = Label(self.theme, detail.hub, "smallstrong")
        name.addWidget(hub)
        vouched = self._voucher(detail)
        if vouched.icon:
            name.addWidget(Picture(self.theme, vouched.icon, _MARK.get(vouched.tone, "ok"), 16))
        name.addStretch(1)
        words.addLayout(name)
        words.addWidget(Label(self.theme, vouched.sentence, "cap", vouched.tone, wrap=True))
        if vouched.remark:
            words.addWidget(Label(self.theme, vouched.remark, "cap", "warn", wrap=True))
        row.addLayout(words, 1)
        return well

    def _gone(self, view: RecordView) -> MessagePanel | None:
        """Return why a record has no content, None when it has."""
        if view.erased is not None:
            details = self.tr(
                "Its content was deleted here and everywhere that this was heard of. Its place stays."
            )
            return MessagePanel(self.theme, "info", self.tr("This record was erased"), details)
        if view.withdrawn is None:
            return None
        words = self.tr("This record was withdrawn")
        if view.notice:
            words = self.tr("The Secretariat withdrew this record")
        return MessagePanel(self.theme, "warn", words, view.withdrawn)

    def _voucher(self, detail: Detail) -> Voucher:
        view = detail.view
        if detail.voucher is not None:
            return detail.voucher
        if view.state == "draft":
            return Voucher("", "text2", self.tr("A draft on this computer; nobody else sees it"))
        if view.state == "pending":
            return Voucher("", "text2", self.tr("Waits to be sent; the hub has not signed it yet"))
        return Voucher("", "warn", self.tr("Not checked"))

    def _about_language(self, sentence: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture(self.theme, "globe", "muted", 16))
        row.addWidget(Label(self.theme, sentence, "cap", "muted", wrap=True), 1)
        return holder

    def _facts(self, detail: Detail) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for number, (label, value) in enumerate(detail.facts):
            row, side = 3 * (number // 2), number % 2
            grid.addWidget(Elide(self.theme, label, "cap", "muted"), row, side)
            grid.addWidget(
                Label(self.theme, formatting.breakable(value), "body", wrap=True),
                row + 1,
                side,
                Qt.AlignmentFlag.AlignTop,
            )
            grid.setRowMinimumHeight(row + 2, 6)
        return holder

    def _running(self, markdown: str) -> QWidget:
        text = RichText(self.theme)
        text.setAccessibleName(self.tr("Description"))
        text.set_markdown(markdown)
        text.pressed.connect(self.link_pressed)
        return text

    def _section(self, section: Section) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(self.theme, section.title, "strong"))
        if section.markdown:
            column.addWidget(self._running(section.markdown))
        for line in section.entries:
            if line.url or line.record:
                button = LinkButton(self.theme, line.text, "link" if line.url else "right", line.url)
                if line.url:
                    button.clicked.connect(lambda _on=False, url=line.url: self.link_pressed.emit(url))
                else:
                    button.clicked.connect(
                        lambda _on=False, other=line.record: self.record_wanted.emit(other)
                    )
                column.addWidget(button)
            else:
                words = f"{line.text} · {line.remark}" if line.remark else line.text
                column.addWidget(Label(self.theme, formatting.breakable(words), "small", wrap=True))
        return holder

    def _file_list(self, detail: Detail) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Label(self.theme, self.tr("Files"), "strong"))
        head.addStretch(1)
        left = _to_come(detail)
        if left:
            remark = self.tr("{size} to come").format(size=formatting.size(left))
            head.addWidget(Label(self.theme, remark, "cap", "text2"))
        column.addLayout(head)
        shared = {item.sha256: item for item in detail.software}
        for file in detail.files:
            line = FileLine(self.theme, file, shared.get(file.sha256))
            line.get_wanted.connect(self.get_wanted)
            line.save_wanted.connect(self.save_wanted)
            line.stop_wanted.connect(self.stop_wanted)
            self._files[file.name] = line
            column.addWidget(line)
        return holder

    def _fill_foot(self, detail: Detail) -> None:
        empty(self._buttons)
        left = _to_come(detail)
        if left:
            size = formatting.size(left)
            get = Button(
                self.theme, self.tr("Get the files, {size}").format(size=size), "primary", "download"
            )
            get.clicked.connect(lambda: self.get_wanted.emit(""))
            self._buttons.addWidget(get, 1)
        words = self._edit_words(detail)
        if words:
            is_own = detail.view.state == "draft" and not left
            edit = Button(self.theme, words, "primary" if is_own else "plain", "edit")
            edit.clicked.connect(self.edit_wanted)
            self._buttons.addWidget(edit, 1)
        self._foot.setVisible(bool(left or words))

    def _edit_words(self, detail: Detail) -> str:
        if detail.view.state == "draft":
            return self.tr("Go on writing")
        if detail.may_edit in COORDINATORS:
            return self.tr("Edit")
        return self.tr("Suggest a change") if detail.may_edit in WRITERS else ""


def _to_come(detail: Detail) -> int:
    return sum(file.size - file.bytes_here for file in detail.files if not file.available)
