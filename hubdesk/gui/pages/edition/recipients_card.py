"""For whom an edition is: for everybody, or sealed for named desks alone.

Invariant: with members' content it is always sealed, and that is said before anything is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Check, Radio
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Card, empty

if TYPE_CHECKING:
    from hubdesk.packages.plan import Recipient


class RecipientsCard(Card):
    """`chosen()`: somebody was added or taken away."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("For whom"))
        self._theme = theme
        self._checks: dict[str, Check] = {}
        self._group = QButtonGroup(self)
        self.everybody = Radio(theme, self.tr("Anybody may open it"))
        self.sealed = Radio(theme, self.tr("Sealed; only these desks can open it:"))
        self.everybody.setChecked(True)
        for radio in (self.everybody, self.sealed):
            self._group.addButton(radio)
            radio.clicked.connect(self._on_choice)
            self.body.addWidget(radio)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(theme.unit(24), 0, 0, 0)
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self._note = Label(theme, "", "small", "text2", wrap=True)
        self.body.addWidget(self._note)

    def tell(self, known: Sequence[Recipient], naming: Naming) -> None:
        """Show the desks that are known here."""
        ticked = set(self.desks())
        self._checks.clear()
        empty(self._rows)
        roles = {
            "coordinator": self.tr("coordinator"),
            "secretariat": self.tr("Secretariat"),
            "contributor": self.tr("contributor"),
            "reader": self.tr("reader"),
            "steering": self.tr("Steering Committee"),
        }
        for item in known:
            name = item.name or self.tr("Desk {id}").format(id=formatting.isolate(item.desk[:8]))
            words = self.tr("{name}, {role}, {hub}").format(
                name=name, role=roles.get(item.role, item.role), hub=naming.hub(item.hub)
            )
            check = Check(self._theme, words)
            check.setChecked(item.desk in ticked)
            check.clicked.connect(self._on_tick)
            self._checks[item.desk] = check
            self._rows.addWidget(check)
        self._show()

    def need(self, *, is_sealed: bool) -> None:
        """Say whether members' content is chosen: then nothing but a sealed edition is possible."""
        self.everybody.setEnabled(not is_sealed)
        if is_sealed:
            self.sealed.setChecked(True)
        self._show()

    def desks(self) -> list[str]:
        """Return the ids of the desks for which it is sealed; empty for everybody."""
        if not self.sealed.isChecked():
            return []
        return [desk for desk, check in self._checks.items() if check.isChecked()]

    @property
    def is_complete(self) -> bool:
        """Whether somebody could open what would be written."""
        return self.everybody.isChecked() or bool(self.desks())

    def _on_choice(self) -> None:
        self._show()
        self.chosen.emit()

    def _on_tick(self) -> None:
        self.sealed.setChecked(True)
        self._on_choice()

    def _show(self) -> None:
        is_sealed = self.sealed.isChecked()
        for check in self._checks.values():
            check.setVisible(is_sealed)
        if not is_sealed:
            note = self.tr("What members alone may read is never in it.")
        elif not self._checks:
            note = self.tr(
                "No other desk is known here yet. Desks become known when they propose or coordinate."
            )
        elif not self.desks():
            note = self.tr("Choose at least one desk. Whoever is not named cannot open it, you neither.")
        else:
            note = self.tr("One file, encrypted. Whoever is not named cannot open it, you neither.")
        self._note.setText(note)
