"""The settings page: language and look, who one is, what the line may be used for, where things lie, and the parts.

Invariant: a choice is kept at once and off the window's thread; there is no button to save.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hubdesk import __version__
from hubdesk.gui import formatting
from hubdesk.gui.languages import spoken_languages
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.settings.allowance import Allowance, read_allowance
from hubdesk.gui.pages.settings.files_card import FilesCard
from hubdesk.gui.pages.settings.key_state import KeyState, key_state
from hubdesk.gui.pages.settings.licences import Part, parts
from hubdesk.gui.pages.settings.relays import Relays
from hubdesk.gui.pages.sync.limits_card import LimitsCard
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Mode, Theme
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.choices import Choices
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.item import Item, alone
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.setting import Setting
from hubdesk.gui.widgets.surface import Card, Column, hairline

if TYPE_CHECKING:
    from hubdesk.catalogue.backups import BackupView
    from hubdesk.desk import Desk
    from hubdesk.gui.relay_run import RelayRun

MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
WIDTH = 760
"""The widest that a card of settings grows, at 13-pixel text."""


class SettingsPage(Page):
    """Settings."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self._typed = QTimer(self, singleShot=True, interval=500)
        self._typed.timeout.connect(self._save_parliament)
        self._is_known = False
        self._asked: Task | None = None
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self._build()
        self._show_choices()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = Header(
            self.theme, self.tr("Settings"), self.tr("Every choice is kept at once, on this computer only.")
        )
        whole.addWidget(self.header)
        self.column = Column((24, 0, 24, 24))
        whole.addWidget(self.column, 1)
        cards = (
            self._look_card(),
            self._person_card(),
            self._limits_card(),
            self._files_card(),
            self._relay_card(),
            self._computer_card(),
            self._about_card(),
        )
        for card in cards:
            card.setMaximumWidth(self.theme.unit(WIDTH))
            self.column.add(card)

    def _look_card(self) -> Card:
        theme = self.theme
        card = Card(theme, self.tr("Language and look"))
        self.language = Combo(theme)
        self.language.addItem(self.tr("As the system"), "")
        for tag in spoken_languages():
            self.language.addItem(formatting.language(tag), tag)
        self.language.activated.connect(self._on_language)
        self.look = Choices(
            theme,
            (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        self.look.chosen.connect(self._on_look)
        self.size_of_text = Combo(theme)
        for scale in SCALES:
            self.size_of_text.addItem(formatting.percent(round(scale * 100), 100), scale)
        self.size_of_text.activated.connect(self._on_size)
        self.language_setting = Setting(
            theme, self.tr("Language"), self.tr("HubDesk speaks it from its next start."), self.language
        )
        card.body.addWidget(self.language_setting)
        card.body.addWidget(hairline())
        card.body.addWidget(Setting(theme, self.tr("Colours"), "", self.look, 0))
        card.body.addWidget(hairline())
        meaning = self.tr("In addition to the size that the system sets.")
        card.body.addWidget(Setting(theme, self.tr("Text size"), meaning, self.size_of_text, 140))
        return card

    def _person_card(self) -> Card:
        theme = self.theme
        card = Card(theme, self.tr("You and your work"))
        self.parliament = QLineEdit()
        theme.dress(self.parliament, "body")
        self.parliament.setPlaceholderText(self.tr("For example National Assembly of Zambia"))
        self.parliament.textEdited.connect(self._on_typing)
        self.parliament.editingFinished.connect(self._save_parliament)
        meaning = self.tr("Offered as the owner of what you write.")
        card.body.addWidget(Setting(theme, self.tr("Your parliament"), meaning, self.parliament, 320))
        card.body.addWidget(hairline())
        self.at_start = Check(theme, self.tr("Sync when HubDesk starts"))
        self.at_start.clicked.connect(lambda on: self._save(sync_at_start=on))
        card.body.addWidget(self.at_start)
        meaning = self.tr("Otherwise it syncs only when you say so. Small changes take a few kilobytes.")
        card.body.addWidget(Label(theme, meaning, "small", "text2", wrap=True))
        return card

    def _limits_card(self) -> Card:
        self.limits = LimitsCard(self.theme)
        self.limits.changed.connect(self._set_limits)
        return self.limits

    def _files_card(self) -> Card:
        self.files = FilesCard(self.theme)
        self.files.chosen.connect(lambda choice: self._set_limits({"files": choice}))
        return self.files

    def _relay_card(self) -> Card:
        self.relays = Relays(self.theme, self.desk, self.tasks)
        self.relays.changed.connect(self.changed)
        return self.relays.card

    def _computer_card(self) -> Card:
        theme = self.theme
        card = Card(theme, self.tr("This computer"))
        folder = str(self.desk.profile)
        place = Item(
            theme, "folder", self.tr("Where everything lies"), formatting.isolate(folder), role="strong"
        )
        copy = IconButton(theme, "copy", self.tr("Copy the folder’s path"))
        copy.clicked.connect(lambda: self._copy(folder, self.tr("The folder’s path was copied")))
        self.open_folder = Button(theme, self.tr("Show folder"))
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        place.add(copy)
        place.add(self.open_folder)
        card.body.addWidget(place)
        card.body.addWidget(hairline())
        number = self.desk.id
        desk = Item(
            theme, "monitor", self.tr("Number of this desk"), formatting.isolate(number), role="strong"
        )
        copy = IconButton(theme, "copy", self.tr("Copy the desk’s number"))
        copy.clicked.connect(lambda: self._copy(number, self.tr("The desk’s number was copied")))
        desk.add(copy)
        card.body.addWidget(desk)
        card.body.addWidget(hairline())
        self.copies = Item(
            theme, "history", self.tr("Copies of the catalogue"), self.tr("Looking"), role="strong"
        )
        make = Button(theme, self.tr("Make one now"))
        make.clicked.connect(self._make_copy)
        self.copies.add(make)
        card.body.addWidget(self.copies)
        card.body.addWidget(hairline())
        self.keys = Item(theme, "key", self.tr("Its private keys"), self.tr("Looking"), role="strong")
        card.body.addWidget(self.keys)
        self.keys_advice = Label(theme, "", "small", "warn", wrap=True)
        self.keys_advice.hide()
        card.body.addWidget(self.keys_advice)
        return card

    def _about_card(self) -> Card:
        theme = self.theme
        card = Card(theme, self.tr("About HubDesk"))
        version = self.tr("Version {number}").format(number=formatting.isolate(__version__))
        licence = self.tr("free software under the licence {licence}").format(
            licence=formatting.isolate("EUPL-1.2")
        )
        card.body.addWidget(Item(theme, "info", version, licence, role="strong"))
        words = self.tr(
            "Made for the IPU’s Centre for Innovation in Parliament. "
            "Anybody may use it, study it, change it and pass it on."
        )
        card.body.addWidget(Label(theme, words, "body", "text2", wrap=True))
        self.parts_button = Button(
            theme, self.tr("Show what it is built on, and the licences"), "quiet", "down"
        )
        self.parts_button.clicked.connect(self._ask_parts)
        card.body.addLayout(alone(self.parts_button))
        self._about = card
        return card

    # a page

    def enter(self, argument: object = None) -> None:
        if not self._is_known:
            self._is_known = True
            folder = Path(self.desk.profile)
            self.tasks.run(lambda: key_state(folder), self._on_keys)
            self._ask_copies()
        self._ask_limits()

    def use_relay(self, relay: RelayRun) -> None:
        self.relays.use_run(relay)

    def leave(self) -> bool:
        self._save_parliament()
        return True

    def refresh(self, what: frozenset[str]) -> None:
        if "settings" in what:
            self._show_choices()
        if what & {"settings", "files", "sync", "hubs"} and self.isVisible():
            self._ask_limits()

    def regions(self) -> Sequence[QWidget]:
        return (self.column,)

    # choices

    def _show_choices(self) -> None:
        settings = self.desk.settings
        self.language.setCurrentIndex(max(0, self.language.findData(settings["language"] or "")))
        self.look.choose(str(settings["theme"]))
        scale = float(settings["text_scale"] or 1.0)
        nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - scale))
        self.size_of_text.setCurrentIndex(nearest)
        if not self.parliament.hasFocus():
            self.parliament.setText(str(settings["parliament"] or ""))
        self.at_start.setChecked(bool(settings["sync_at_start"]))
        self.relays.show_choice()

    def _save(self, **choices: Any) -> None:
        self.tasks.run(
            lambda: self.desk.settings.save(**choices), lambda _: self.changed.emit(frozenset({"settings"}))
        )

    def _on_language(self) -> None:
        self._save(language=self.language.currentData())

    def _on_look(self, mode: str) -> None:
        self.theme.switch(mode=MODES[mode])
        self._save(theme=mode)

    def _on_size(self) -> None:
        scale = float(self.size_of_text.currentData())
        self.theme.switch(text_scale=scale)
        self._save(text_scale=scale)

    def _on_typing(self) -> None:
        self._typed.start()

    def _save_parliament(self) -> None:
        self._typed.stop()
        name = " ".join(self.parliament.text().split())
        if name != str(self.desk.settings["parliament"] or ""):
            self._save(parliament=name)

    # limits

    def _ask_limits(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        self._asked = self.tasks.run(lambda: read_allowance(self.desk), self._on_allowance)

    def _on_allowance(self, allowance: Allowance) -> None:
        self.naming.know_hubs(allowance.hubs)
        self.limits.tell(allowance.limits, allowance.used)
        kinds = {kind.name: self.naming.kinds(kind.name) for kind in self.desk.kinds if not kind.hidden}
        hubs = {hub: self.naming.hub(hub) for hub in allowance.followed}
        self.files.tell(allowance.limits.files, hubs, kinds, allowance.languages)
        self.files.tell_estimate(allowance.estimate)

    def _set_limits(self, changes: dict[str, Any]) -> None:
        desk = self.desk

        def work() -> None:
            desk.limits.set(**changes)
            desk.downloads.choose()

        changed = frozenset({"settings", "downloads"})
        self.tasks.run(work, lambda _none: self.changed.emit(changed))

    # facts

    def _on_keys(self, state: KeyState) -> None:
        words = {
            "keyring": self.tr("Locked with a key that the system’s own keyring keeps"),
            "passphrase": self.tr("Locked with a passphrase"),
            "plain": self.tr("Only the rights of the file protect them"),
            "missing": self.tr("Not found"),
        }
        self.keys.say(self.tr("Its private keys"), words[state])
        if state == "plain":
            self.keys_advice.setText(
                self.tr(
                    "This system keeps no secrets for programs. Lock the disk of this computer, "
                    "and tell your coordinator when it is lost."
                )
            )
        elif state == "missing":
            self.keys_advice.setText(
                self.tr("Without them nothing can be sent. Ask your coordinator for a new invite.")
            )
        self.keys_advice.setVisible(state in ("plain", "missing"))

    def _ask_copies(self) -> None:
        backups = self.desk.backups
        self.tasks.run(backups.all, self._on_copies, lane="files")

    def _on_copies(self, copies: list[BackupView]) -> None:
        good = [copy for copy in copies if copy.ok]
        words = self.tr("None yet; one is made each day on which something changed")
        if good:
            words = self.tr("%Ln kept and verified, the last of {time}, {size}", "", len(good)).format(
                time=formatting.moment(good[0].made_at), size=formatting.size(good[0].bytes)
            )
        self.copies.say(self.tr("Copies of the catalogue"), words)

    def _make_copy(self) -> None:
        backups = self.desk.backups
        self.copies.say(self.tr("Copies of the catalogue"), self.tr("Making one"))
        self.tasks.run(backups.make, lambda _copy: self._ask_copies(), self._on_no_copy, lane="files")

    def _on_no_copy(self, error: Exception) -> None:
        self._ask_copies()
        self.tasks.broke.emit(error)

    def _ask_parts(self) -> None:
        self.parts_button.hide()
        self.tasks.run(parts, self._on_parts)

    def _on_parts(self, found: list[Part]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, part in enumerate(found):
            name = " ".join(filter(None, (part.name, part.version)))
            licence = formatting.isolate(part.licence) if part.licence else self.tr("not stated")
            grid.addWidget(Label(self.theme, formatting.isolate(name), "small"), row, 0)
            grid.addWidget(Elide(self.theme, licence, "small", "text2"), row, 2)
        self._about.body.addWidget(holder)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.announced.emit(said)
