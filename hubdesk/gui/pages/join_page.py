"""The first page, and later the way to another hub: language, parliament, and an invite.

Invariant: nothing is sent before the person presses Join; without a hub the catalogue is usable all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.errors import BadInput
from hubdesk.gui import formatting
from hubdesk.gui.application import speak
from hubdesk.gui.known_hubs import KnownHub, known_hubs
from hubdesk.gui.languages import spoken_languages
from hubdesk.gui.naming import Naming, readable
from hubdesk.gui.pages.join.brand import Brand
from hubdesk.gui.pages.join.invite_preview import InvitePreview
from hubdesk.gui.pages.join.offline import Offline
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Label, restyle
from hubdesk.gui.widgets.page import Page
from hubdesk.gui.widgets.surface import Column, Frame
from hubdesk.trust.invite import Invite, read_invite

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.sync.join import JoinReport

_CHANGED = frozenset({"hubs", "sync", "settings"})


class JoinPage(Page):
    """Join a hub. It fills the window; a member of a hub finds a way back."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self._invite: Invite | None = None
        self._is_member = False
        self._names: dict[str, str] = {}
        self._is_joining = False
        self._typed = QTimer(self, singleShot=True, interval=300)
        self._typed.timeout.connect(self._read)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._join)

    # making

    def _build(self, invite: str = "") -> None:
        theme = self.theme
        self.naming = Naming(self.desk.kinds, self.desk.vocabularies)
        self.brand = Brand(theme)
        self._row.addWidget(self.brand)
        side = QWidget()
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.column = Column((40, 32, 40, 16), 8)
        self.title = Label(theme, "", "title", wrap=True)
        self.column.add(self.title)
        self.subtitle = Label(theme, "", "body", "text2", wrap=True)
        self.column.add(self.subtitle)
        self.column.body.insertSpacing(2, 12)
        self.first = [self._language_card(), self._parliament_card()]
        self.offline = Offline(theme, self.desk, self.tasks)
        self.offline.go_on.clicked.connect(lambda: self.wanted.emit("catalogue", None))
        self.offline.written.connect(lambda: self.changed.emit(_CHANGED))
        for card in (*self.first, self._invite_card(invite), self.offline):
            self.column.add(card)
        whole.addWidget(self.column, 1)
        whole.addLayout(self._foot())
        self._row.addWidget(side, 1)
        self._side = side
        self._show_state()
        self._fit()

    def _language_card(self) -> Frame:
        self.language = Combo(self.theme)
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for tag in spoken_languages():
            self.language.addItem(formatting.language(tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(self.desk.settings["language"] or "")))
        self.language.activated.connect(self._on_language)
        return self._step("1", self.tr("Language"), self.language)

    def _parliament_card(self) -> Frame:
        self.parliament = QLineEdit(str(self.desk.settings["parliament"] or ""))
        self.theme.dress(self.parliament, "body")
        self.parliament.setAccessibleName(self.tr("Your parliament"))
        self.parliament.setPlaceholderText(self.tr("For example National Assembly of Zambia"))
        self.parliament.editingFinished.connect(self._save_parliament)
        return self._step("2", self.tr("Your parliament"), self.parliament)

    def _invite_card(self, invite: str) -> Frame:
        theme = self.theme
        card = Frame("card")
        body = QVBoxLayout(card)
        body.setContentsMargins(16, 14, 16, 16)
        body.setSpacing(8)
        self.step = self._number("3")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.step)
        head.addWidget(Label(theme, self.tr("Your invite"), "head"))
        head.addStretch(1)
        self.paste = Button(theme, self.tr("Paste"), "quiet", "copy")
        self.paste.setAccessibleName(self.tr("Paste the invite"))
        self.paste.clicked.connect(self._on_paste)
        head.addWidget(self.paste)
        body.addLayout(head)
        words = self.tr(
            "One long line that a hub’s coordinator sent to you. It lets this one computer in, once."
        )
        body.addWidget(Label(theme, words, "body", "text2", wrap=True))
        self.invite = QPlainTextEdit(invite)
        self.invite.setProperty("k", "field")
        self.invite.setAccessibleName(self.tr("Your invite"))
        self.invite.setPlaceholderText("hubdesk-1-…")
        self.invite.setTabChangesFocus(True)
        self.invite.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.dress(self.invite, "small")
        self.invite.setFixedHeight(theme.unit(76))
        self.invite.textChanged.connect(self._on_text)
        body.addWidget(self.invite)
        self.preview = InvitePreview(theme, self.naming, self.desk.vocabularies)
        self.preview.know(self._names)
        body.addWidget(self.preview)
        self.bar = Bar(theme, "waiting")
        self.bar.hide()
        self.doing = Label(theme, "", "small", "info", wrap=True)
        self.doing.hide()
        body.addWidget(self.bar)
        body.addWidget(self.doing)
        return card

    def _foot(self) -> QHBoxLayout:
        theme = self.theme
        foot = QHBoxLayout()
        foot.setContentsMargins(40, 8, 40, 28)
        foot.setSpacing(8)
        self.alone = Button(theme, self.tr("I start without any hub"), "quiet")
        self.alone.setToolTip(
            self.tr("You can write and import now, and join a hub later from the hubs page.")
        )
        self.alone.clicked.connect(lambda: self.wanted.emit("catalogue", None))
        self.back = Button(theme, self.tr("Back"), "plain", tall=True)
        self.back.clicked.connect(lambda: self.wanted.emit("back", None))
        self.by_file = Button(theme, self.tr("Without a network"), "quiet", "usb")
        self.by_file.setToolTip(self.tr("Writes the request into a file that somebody else carries."))
        self.by_file.clicked.connect(self._on_offline)
        self.join = Button(theme, self.tr("Join"), "primary", tall=True)
        self.join.clicked.connect(self._join)
        foot.addWidget(self.alone)
        foot.addStretch(1)
        foot.addWidget(self.by_file)
        foot.addWidget(self.back)
        foot.addWidget(self.join)
        return foot

    def _number(self, number: str) -> Label:
        step = Label(self.theme, formatting.number(int(number)), "smallstrong")
        step.setProperty("k", "step")
        step.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = self.theme.unit(26)
        step.setFixedSize(side, side)
        return step

    def _step(self, number: str, title: str, control: QWidget) -> Frame:
        card = Frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(12)
        row.addWidget(self._number(number))
        row.addWidget(Label(self.theme, title, "body"), 1)
        row.addWidget(control, 2)
        return card

    # a page

    def enter(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self.invite.setPlainText(argument)
        self._ask()
        self.invite.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        self._save_parliament()
        return True

    def refresh(self, what: frozenset[str]) -> None:
        if "hubs" in what:
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self._side,)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            # Not within the event: a control of the page is still working on the press that led here.
            QTimer.singleShot(0, self, self._rebuild)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.brand.setVisible(self.width() >= self.theme.unit(900))
        self.brand.setFixedWidth(min(self.theme.unit(384), self.width() * 3 // 8))

    def _rebuild(self) -> None:
        text = self.invite.toPlainText()
        for old in (self.brand, self._side):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._build(text)
        self._read()
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    # choices

    def _ask(self) -> None:
        self.tasks.run(lambda: (bool(self.desk.memberships()), known_hubs(self.desk)), self._on_known)

    def _on_known(self, known: tuple[bool, list[KnownHub]]) -> None:
        self._is_member, hubs = known
        self._names = {hub.hub: formatting.shown(hub.name)[0] for hub in hubs}
        self.preview.know(self._names)
        self._show_state()

    def _show_state(self) -> None:
        if self._is_member:
            self.title.setText(self.tr("Join another hub"))
            self.subtitle.setText(
                self.tr("A second invite lets this computer into another hub of the same Centre.")
            )
        else:
            self.title.setText(self.tr("Three questions, then you can start"))
            self.subtitle.setText(self.tr("You can change every answer later in the settings."))
        for card in self.first:
            card.setVisible(not self._is_member)
        self.step.setVisible(not self._is_member)
        self.alone.setVisible(not self._is_member)
        self.back.setVisible(self._is_member)
        self._enable()

    def _enable(self) -> None:
        self.join.setEnabled(self._invite is not None and not self._is_joining)
        self.by_file.setEnabled(self.join.isEnabled())
        hint = "" if self._invite is not None else self.tr("Paste your invite first.")
        self.join.setToolTip(hint)
        for control in (self.alone, self.back, self.paste):
            control.setEnabled(not self._is_joining)
        self.invite.setReadOnly(self._is_joining)

    def _save(self, **choices: Any) -> None:
        self.tasks.run(
            lambda: self.desk.settings.save(**choices), lambda _: self.changed.emit(frozenset({"settings"}))
        )

    def _on_language(self) -> None:
        tag = str(self.language.currentData())
        application = QApplication.instance()
        self._save(language=tag)
        if isinstance(application, QApplication):
            speak(application, tag)
            self.theme.switch()

    def _parliament_name(self) -> str:
        return " ".join(self.parliament.text().split())

    def _save_parliament(self) -> None:
        name = self._parliament_name()
        if name != str(self.desk.settings["parliament"] or ""):
            self._save(parliament=name)

    # the invite

    def _on_paste(self) -> None:
        self.invite.setPlainText(QApplication.clipboard().text())
        self.invite.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        self._typed.start()

    def _read(self) -> None:
        self._typed.stop()
        text = self.invite.toPlainText()
        self._invite = None
        is_wrong = False
        if not text.strip():
            self.preview.clear()
        else:
            try:
                invite = read_invite(text)
            except BadInput as error:
                self.announced.emit(self.preview.refuse(error))
                is_wrong = True
            else:
                self._invite = invite if self.preview.show_invite(invite) else None
                is_wrong = self._invite is None
            QTimer.singleShot(0, self.preview, self._show_preview)
        restyle(self.invite, "wrong", "true" if is_wrong else "false")
        self._enable()

    def _show_preview(self) -> None:
        self.column.ensureWidgetVisible(self.preview, 0, 16)

    def _join(self) -> None:
        self._read()
        if self._invite is None or self._is_joining:
            return
        self._is_joining = True
        self._enable()
        self.bar.show()
        self.doing.setText(
            self.tr("Asking the server to let this computer in. It may take a minute on a slow link.")
        )
        self.doing.show()
        self.announced.emit(self.doing.text())
        text, name = self.invite.toPlainText(), self._parliament_name()

        def join() -> JoinReport:
            self.desk.settings.save(parliament=name)
            return self.desk.join(text)

        self.tasks.run(join, self._on_joined, self._on_refused, lane="network")

    def _on_offline(self) -> None:
        self._read()
        if self._invite is not None:
            self._save_parliament()
            self.offline.choose(self._invite, self)

    def _stand_down(self) -> None:
        self._is_joining = False
        self.bar.hide()
        self.doing.hide()
        self._enable()

    def _on_joined(self, report: JoinReport) -> None:
        self._stand_down()
        self.invite.clear()
        self._read()
        self.announced.emit(self.tr("Joined: {hub}").format(hub=readable(report.hub)))
        self.changed.emit(_CHANGED)
        # The window asks for the new role now; what is asked after it comes after it, so that the sync stays in sight.
        self.tasks.run(self.desk.memberships, self._on_admitted)

    def _on_admitted(self, _: object) -> None:
        self.wanted.emit("sync", "now")

    def _on_refused(self, error: Exception) -> None:
        self._stand_down()
        what, then = sentence(error)
        self.preview.explain(what, then)
        self.announced.emit(what)
        self.join.setFocus(Qt.FocusReason.OtherFocusReason)
