"""What an edition will hold: the records, and by kind the files, the largest of them to be left out one by one.

Invariant: what is left out, and why, stands in the same list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.check import Check
from hubdesk.gui.widgets.item import Item
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.surface import Card, empty, hairline

if TYPE_CHECKING:
    from hubdesk.packages.plan import Chosen, Left, Plan

MOST = 12
"""Files that are listed one by one."""


class ContentsCard(Card):
    """`left_out(frozenset)`: SHA-256 (hex) of the files that a person does not want in it."""

    left_out = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What it will hold"))
        self._theme = theme
        self._without: frozenset[str] = frozenset()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)

    @property
    def without(self) -> frozenset[str]:
        """The files that a person left out."""
        return self._without

    def tell(self, plan: Plan, naming: Naming) -> None:
        """Show a plan."""
        empty(self._rows)
        records = Item(
            self._theme,
            "catalogue",
            self.tr("Catalogue, all %Ln record(s)", "", plan.records),
            self.tr("Always included: everything can be searched"),
            role="strong",
        )
        records.add(Label(self._theme, formatting.size(plan.records_bytes), "small"))
        self._rows.addWidget(records)
        for part in plan.kinds:
            chosen = self.tr("%Ln file(s) chosen", "", part.chosen)
            line = (
                chosen
                if part.chosen == part.files
                else self.tr("{chosen} of {all}").format(chosen=chosen, all=formatting.number(part.files))
            )
            item = Item(self._theme, naming.icon(part.kind), naming.kinds(part.kind), line, role="strong")
            item.add(Label(self._theme, formatting.size(part.bytes), "small"))
            self._rows.addWidget(hairline())
            self._rows.addWidget(item)
            for file in [file for file in plan.items if file.kind == part.kind][:MOST]:
                self._rows.addWidget(self._file(file))
        self._show_left(plan.left, naming)

    def _file(self, file: Chosen) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(self._theme.unit(32), 0, 0, 0)
        row.setSpacing(12)
        title = formatting.shown(file.title)[0]
        check = Check(self._theme, title or file.name)
        check.setChecked(file.sha256 not in self._without)
        check.setAccessibleName(f"{title}, {file.name}, {formatting.size(file.size)}")
        check.clicked.connect(lambda on, sha256=file.sha256: self._turn(sha256, is_in=on))
        row.addWidget(check, 1)
        row.addWidget(Elide(self._theme, formatting.isolate(file.name), "small", "text2"), 1)
        row.addWidget(Label(self._theme, formatting.size(file.size), "small"))
        return holder

    def _turn(self, sha256: str, *, is_in: bool) -> None:
        self._without = self._without - {sha256} if is_in else self._without | {sha256}
        self.left_out.emit(self._without)

    def _show_left(self, left: list[Left], naming: Naming) -> None:
        if not left:
            return
        self._rows.addWidget(hairline())
        head = self.tr("%Ln file(s) stay out", "", len(left))
        self._rows.addWidget(Label(self._theme, head, "smallstrong", "warn"))
        why = {
            "not-passed-on": self.tr("its record says that it may not be passed on"),
            "not-here": self.tr("not on this computer"),
            "blob-missing": self.tr("not on this computer"),
            "blob-mismatch": self.tr("damaged on this computer"),
            "too-large": self.tr("would not fit"),
            "left-out": self.tr("left out by you"),
            "older": self.tr("its record was written earlier"),
            "other-kind": self.tr("its record is of another kind"),
            "other-language": self.tr("its record is in another language"),
        }
        for item in left[:MOST]:
            reason = why.get(item.code, self.tr("not asked for"))
            words = self.tr("{name}: {reason}").format(name=formatting.isolate(item.name), reason=reason)
            line = Item(self._theme, "document", words)
            if item.code == "left-out":
                line = Item(self._theme, "document", formatting.isolate(item.name))
                back = Check(self._theme, self.tr("Take it in"))
                back.clicked.connect(lambda _on, sha256=item.sha256: self._turn(sha256, is_in=True))
                line.add(back)
            line.add(Label(self._theme, formatting.size(item.size), "small"))
            self._rows.addWidget(line)
        rest = len(left) - MOST
        if rest > 0:
            self._rows.addWidget(Label(self._theme, self.tr("and %Ln more", "", rest), "small", "text2"))
