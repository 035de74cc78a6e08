"""What a person sees and can press on a page, for tests that read as prose."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.label import Elide, Label


def says(widget: QWidget) -> str:
    """All words in sight, whole where they are shortened, in the order they were made."""
    QApplication.processEvents()  # what was just put into a layout is shown by an event
    labels = [label for label in widget.findChildren(Label) if label.isVisible()]
    return " | ".join(label.whole() if isinstance(label, Elide) else label.text() for label in labels)


def button(widget: QWidget, name: str) -> Button | IconButton:
    """The button in sight with these words or this accessible name."""
    QApplication.processEvents()
    found = [
        one
        for kind in (Button, IconButton)
        for one in widget.findChildren(kind)
        if name in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert found, f"no button {name!r} in sight"
    return found[0]


def put_away(widgets: Iterable[QWidget]) -> None:
    """Close and delete, so that later tests do not dress what earlier ones made."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
