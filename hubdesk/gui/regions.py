"""F6: the keyboard's way from one part of the window to the next.

Invariant: a region is a widget with an accessible name; regions that are hidden or hold nothing to focus are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Regions:
    """Walks over the regions that `listing` names at the time, in reading order."""

    def __init__(self, listing: Callable[[], Sequence[QWidget]]) -> None:
        self._listing = listing

    def step(self, forward: bool = True) -> QWidget | None:
        """Move the focus to the next or previous region; return what now has it."""
        regions = [region for region in self._listing() if region.isVisible() and entry(region) is not None]
        if not regions:
            return None
        here = self._where(regions)
        step = 1 if forward else -1
        start = here if here is not None else (-1 if forward else 0)
        target = entry(regions[(start + step) % len(regions)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return target

    def _where(self, regions: Sequence[QWidget]) -> int | None:
        focused = QApplication.focusWidget()
        for index, region in enumerate(regions):
            if focused is not None and (region is focused or region.isAncestorOf(focused)):
                return index
        return None


def entry(region: QWidget) -> QWidget | None:
    """Return what takes the focus in a region: what it names itself (`entry` property), itself, or its first child."""
    chosen = region.property("entry")
    if isinstance(chosen, QWidget) and _takes_focus(chosen):
        return chosen
    if _takes_focus(region):
        return region
    children = region.findChildren(QWidget)
    return next((child for child in children if _takes_focus(child)), None)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    takes = bool(policy.value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
