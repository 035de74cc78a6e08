"""One connection for the whole building: a relay to ask first, and being one for others.

Invariant: nothing is looked for or announced on the local network before the person says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.setting import Setting
from hubdesk.gui.widgets.surface import Card, hairline
from hubdesk.sync.relays import FOUND

if TYPE_CHECKING:
    from hubdesk.sync.relays import RelayView


class RelayCard(Card):
    """`used(str)`: ask this relay first ("" for none); `looked_for()`; `served(bool)`: be one."""

    used = Signal(str)
    looked_for = Signal()
    served = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("One connection for the whole building"))
        self._theme = theme
        words = self.tr(
            "A relay is a computer in your building that fetches once for everybody. It is trusted with nothing: "
            "every signature is checked here, and what members alone may read passes through it unread."
        )
        self.body.addWidget(Label(theme, words, "body", "text2", wrap=True))
        self.relay = Combo(theme)
        self.relay.activated.connect(self._on_chosen)
        meaning = self.tr("What is public comes from there; where it is away, from the hub as always.")
        self.body.addWidget(Setting(theme, self.tr("Ask first"), meaning, self.relay))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.address = QLineEdit()
        theme.dress(self.address, "body")
        self.address.setPlaceholderText(self.tr("Address of a relay, as its screen shows it"))
        self.address.setAccessibleName(self.tr("Address of a relay"))
        self.address.returnPressed.connect(self._on_typed)
        self.look = Button(theme, self.tr("Look for relays"), "plain", "lan")
        self.look.clicked.connect(self._on_look)
        row.addWidget(self.address, 1)
        row.addWidget(self.look)
        self.body.addLayout(row)
        self.said = Label(theme, "", "small", "text2", wrap=True)
        self.said.hide()
        self.body.addWidget(self.said)
        self.body.addWidget(hairline())
        self.serve = Check(theme, self.tr("Be a relay for others while HubDesk is open"))
        self.serve.clicked.connect(self.served)
        self.body.addWidget(self.serve)
        self.state = Label(theme, "", "small", "text2", wrap=True)
        self.body.addWidget(self.state)
        self.tell("", ())
        self.tell_serving("")

    def tell(self, current: str, found: Sequence[RelayView]) -> None:
        """Show what is asked now, and what was found."""
        self.relay.clear()
        self.relay.addItem(self.tr("Nobody but the hub"), "")
        self.relay.addItem(self.tr("Whichever relay of the hub is found"), FOUND)
        offered = {view.url: view.name for view in found if view.is_ours}
        if current and current != FOUND and current not in offered:
            offered[current] = formatting.isolate(current.partition("#")[0])
        for url, name in offered.items():
            self.relay.addItem(name, url)
        self.relay.setCurrentIndex(max(0, self.relay.findData(current)))

    def tell_found(self, found: Sequence[RelayView], current: str) -> None:
        """Show what looking brought."""
        self.look.setEnabled(True)
        self.tell(current, found)
        ours = [view for view in found if view.is_ours]
        none = self.tr("No relay of your hub announces itself on this network.")
        self.say(self.tr("%Ln relay(s) found; choose one above.", "", len(ours)) if ours else none)

    def tell_serving(self, address: str) -> None:
        """Show at which address this computer is a relay; "" for not."""
        self.serve.setChecked(bool(address))
        note = self.tr(
            "Only public collections are handed on. Others find this computer by itself, or by its address."
        )
        open_at = self.tr("Open at {address}")
        self.state.setText(
            formatting.breakable(open_at.format(address=formatting.isolate(address))) if address else note
        )

    def say(self, sentence: str, tone: str = "text2") -> None:
        """Say something about looking or choosing."""
        self.said.setText(sentence)
        self.said.set_tone(tone)
        self.said.setVisible(bool(sentence))

    def _on_chosen(self) -> None:
        self.used.emit(str(self.relay.currentData() or ""))

    def _on_typed(self) -> None:
        address = self.address.text().strip()
        if address:
            self.used.emit(address)
            self.address.clear()

    def _on_look(self) -> None:
        self.look.setEnabled(False)
        self.say(self.tr("Looking on this network"))
        self.looked_for.emit()
