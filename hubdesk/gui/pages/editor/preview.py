"""The record as others will read it, beside what is published.

Invariant: it shows what is typed now, saved or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hubdesk.gui.differences import differences
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.widgets.comparison import Comparison
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Column
from hubdesk.model.kind import Kind


class Preview(Column):
    """A column with all fields, what changed marked in it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__((0, 0, 12, 16), 8)
        self._bench = bench
        self.setAccessibleName(self.tr("Preview"))

    def show_versions(
        self, kind: Kind, before: Mapping[str, Any] | None, after: Mapping[str, Any], names: tuple[str, str]
    ) -> None:
        """Show a version (`after`), beside another where there is one; `names`: what the two are called."""
        self.clear()
        theme = self._bench.theme
        entries = differences(
            kind, before if before is not None else {}, after, self._bench.naming, only_changes=False
        )
        changed = sum(entry.is_change for entry in entries)
        if not entries:
            self.add(Label(theme, self.tr("Nothing is written yet."), "body", "text2"))
            return
        if before is None:
            self.add(Comparison(theme, entries, "", names[1]))
            return
        words = self.tr("%Ln field(s) changed", "", changed) if changed else self.tr("Both say the same.")
        self.add(Label(theme, words, "small", "text2"))
        self.add(Comparison(theme, entries, *names))
