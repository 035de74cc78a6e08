"""Draws the kit and the pages to PNG files, in every look: `python tests/gui/render.py DIR [--only NAME]`.

Invariant: no screen is needed and no real profile is touched.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.desk import Desk
from hubdesk.gui.application import make_application, speak
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import ROLES, Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button, Chip
from hubdesk.gui.widgets.check import Check, Radio
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Badge, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card
from hubdesk.gui.widgets.tile import Tile
from hubdesk.locations import resource
from tests.gui.fake_desk import FakeDesk, few_records


def row(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets side by side."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout


def icons_card(theme: Theme) -> Card:
    """Return a card with all icons."""
    card = Card(theme, "Icons")
    grid = QGridLayout()
    for number, path in enumerate(sorted(resource("icons").glob("*.svg"))):
        cell = QVBoxLayout()
        cell.addLayout(row(Picture(theme, path.stem, "text", 22)))
        cell.addWidget(Label(theme, path.stem, "cap", "text2"))
        grid.addLayout(cell, number // 13, number % 13)
    card.body.addLayout(grid)
    return card


def controls_card(theme: Theme) -> Card:
    """Return a card with buttons, chips, badges, checks and tiles."""
    card = Card(theme, "Buttons, badges, choices", "a remark")
    focused = Button(theme, "Keyboard focus")
    off = Button(theme, "Not possible now")
    off.setEnabled(False)
    chosen, partly, one = Check(theme, "Checked", count="46"), Check(theme, "Partly"), Radio(theme, "One of")
    chosen.setChecked(True)
    partly.setTristate(True)
    partly.setCheckState(partly.checkState().PartiallyChecked)
    one.setChecked(True)
    combo = Combo(theme)
    combo.addItems(["Choose a licence", "EUPL-1.2"])
    for line in (
        row(Button(theme, "Propose", "primary", "outbox"), Button(theme, "Preview", icon="case"),
            Button(theme, "Read more", "quiet"), Button(theme, "Withdraw", "danger")),
        row(focused, off),
        row(Chip(theme, "Brazil"), Chip(theme, "Open licence")),
        row(*(Badge(theme, word, tone) for word, tone in (("Done", "ok"), ("1 day left", "warn"),
              ("2 days late", "err"), ("Proposal", "info"), ("Planned", "plan"), ("Draft", "")))),
        row(chosen, partly, Check(theme, "Not"), one, Radio(theme, "Other")),
        row(*(Tile(theme, hub) for hub in ("latam", "southern-africa", "ict-governance", "open-data", "pacific",
                                           "east-africa", "centre", "north"))),
        row(combo),
    ):  # fmt: skip
        card.body.addLayout(line)
    focused.setFocus()
    return card


def type_card(theme: Theme) -> Card:
    """Return a card with all roles of type."""
    card = Card(theme, "Type")
    for role in ROLES:
        card.body.addLayout(
            row(Label(theme, "Sync and downloads 1,204", role), Label(theme, role, "cap", "text2"))
        )
    return card


def messages_card(theme: Theme) -> Card:
    """Return a card with messages and bars."""
    card = Card(theme, "Messages and progress")
    card.body.addWidget(MessagePanel(theme, "err", "This file does not match its signature",
                                     "HubDesk set it aside and did not open it. It will ask another hub for a copy."))  # fmt: skip
    card.body.addWidget(MessagePanel(theme, "warn", "The link went down at 09:12",
                                     "25.6 of 38.9 MB are safe on this computer. The rest follows by itself.",
                                     icon="offline"))  # fmt: skip
    card.body.addWidget(MessagePanel(theme, "ok", "Edition written and checked"))
    for state in ("running", "paused", "waiting", "again", "done"):
        bar = Bar(theme, state)
        bar.show_part(2, 3)
        card.body.addWidget(bar)
    card.body.addStretch(1)
    return card


def kit(theme: Theme) -> QWidget:
    """Return a sheet with the whole kit."""
    sheet = QWidget()
    sheet.setProperty("sheet", "ground")
    sheet.resize(1280, 860)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addWidget(icons_card(theme))
    lower = QHBoxLayout()
    lower.setSpacing(16)
    for make in (type_card, controls_card, messages_card):
        lower.addWidget(make(theme), 1)
    column.addLayout(lower)
    return sheet


def window(application: QApplication, theme: Theme, desk: FakeDesk | Path, words: str = "") -> MainWindow:
    """Return a window on a desk, or on a real profile, opened, with something searched for."""

    def open_desk() -> FakeDesk | Desk:
        return Desk.open(desk) if isinstance(desk, Path) else desk

    shown = MainWindow(theme, Tasks(application), open_desk)  # type: ignore[arg-type]
    shown.show()
    shown.top.search.line.setText(words)
    settle(application, lambda: shown.desk is not None)
    settle(application, lambda: False, seconds=0.8)
    return shown


def place(application: QApplication, theme: Theme, name: str, argument: object = None) -> MainWindow:
    """Return a window at another place than the catalogue."""
    shown = window(application, theme, FakeDesk(few_records()))
    shown.go(name, argument)
    settle(application, lambda: False, seconds=0.8)
    return shown


def settle(application: QApplication, is_done: Callable[[], bool], seconds: float = 5.0) -> None:
    """Let the window live until something is true, or for some time."""
    end = monotonic() + seconds
    while not is_done() and monotonic() < end:
        application.processEvents()
        sleep(0.005)


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--mode", default="light")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--language", default="en")
    parser.add_argument("--words", default="drafting")
    parser.add_argument("--text-scale", type=float, default=1.0)
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--suffix", default="")
    parser.add_argument("--profile", type=Path, help="a real desk instead of the one made up")
    parser.add_argument("--press", default="", help="keys to press first, such as Ctrl+Shift+F")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    speak(application, given.language)
    if given.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = Theme(application, given.mode, given.text_scale)
    scenes: dict[str, Callable[[], QWidget]] = {
        "kit": lambda: kit(theme),
        "catalogue": lambda: window(
            application, theme, given.profile or FakeDesk(few_records()), given.words
        ),
        "nothing": lambda: window(application, theme, FakeDesk(few_records()), "blockchain voting"),
        "empty": lambda: window(application, theme, FakeDesk([])),
        "settings": lambda: place(application, theme, "settings"),
        "edition": lambda: place(application, theme, "edition"),
        "opened": lambda: place(application, theme, "opened", Path("edition.zip")),
    }
    for name, make in scenes.items():
        if given.only and given.only not in name:
            continue
        widget = make()
        width, height = given.size.split("x")
        widget.resize(int(width), int(height))
        widget.show()
        settle(application, lambda: False, seconds=0.3)
        if given.press:
            key = QKeySequence(given.press)[0]
            QTest.keyClick(widget, key.key(), key.keyboardModifiers())
            settle(application, lambda: False, seconds=0.5)
        widget.grab().save(str(given.folder / f"{name}{given.suffix}.png"))
        widget.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
