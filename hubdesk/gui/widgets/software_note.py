"""What is said of a file that hubs share as software: whether it may be installed, and by whose word.

Invariant: "may be installed" stands only where two signed and nothing speaks against it; a withdrawal is never missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture

if TYPE_CHECKING:
    from hubdesk.catalogue.shared_files import SoftwareFile

_SHORT = 16


class SoftwareNote(QWidget):
    """A mark and two lines below a file."""

    def __init__(self, theme: Theme, software: SoftwareFile) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        icon, tone, words = self._said(software)
        row.addWidget(Picture(theme, icon, tone, 14), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(theme, words, "cap", tone, wrap=True))
        details = Label(theme, self._details(software), "cap", "muted", wrap=True)
        details.setToolTip(software.sha256)
        column.addWidget(details)
        row.addLayout(column, 1)

    def _said(self, software: SoftwareFile) -> tuple[str, str, str]:
        if software.state == "withdrawn":
            words = self.tr("Withdrawn: {reason}. Do not install it, and remove it where it is installed.")
            return "alert", "err", words.format(reason=software.withdrawn.rstrip("."))
        if software.state == "installable" and software.is_old:
            words = self.tr(
                "May be installed, as of {date}; the hub was not heard of since. Sync before you install it."
            )
            return "verified", "warn", words.format(date=formatting.date(software.as_of or ""))
        if software.state == "installable":
            return "verified", "ok", self.tr("May be installed: two people vouch for it")
        if software.state == "one-signature":
            return "clock", "warn", self.tr("Do not install it yet: only one of two signatures is there")
        if software.state == "out-of-date":
            words = self.tr("Do not install it: what vouched for it is out of date since {date}")
            return "alert", "warn", words.format(date=formatting.date(software.expires))
        return "alert", "warn", self.tr("Do not install it: nobody vouches for it any more")

    def _details(self, software: SoftwareFile) -> str:
        signers = [formatting.isolate(signer.key[:8]) for signer in software.signers]
        parts = [
            self.tr("signed by {keys}").format(keys=", ".join(signers)) if signers else "",
            formatting.isolate(software.licence),
            self.tr("since {date}").format(date=formatting.date(software.since)),
            formatting.isolate(f"SHA-256 {software.sha256[:_SHORT]}"),
        ]
        return " · ".join(part for part in parts if part)
