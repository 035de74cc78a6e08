"""What a sync brought that asks for a person: signatures that something speaks against, software that was withdrawn,
heads that withdraw much, and records that two people changed.

Invariant: nothing of it is applied before the person says so, and what is said stays until it is settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.sync.news import SyncNews
from hubdesk.gui.sentences import sentence
from hubdesk.gui.theme import Theme, translate
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.message import MessagePanel, Tone
from hubdesk.gui.widgets.surface import empty

if TYPE_CHECKING:
    from hubdesk.catalogue.held import HeldView
    from hubdesk.catalogue.shared_files import SoftwareFile

_NAMED = 3
_SAID: Final[dict[str, tuple[Tone, object, object]]] = {
    "contradicted": (
        "err",
        QT_TRANSLATE_NOOP("Attention", "{hub} signed two different states"),
        QT_TRANSLATE_NOOP(
            "Attention",
            "What is here stays as it is, and nothing newer is taken until people have found out why. Tell the hub and "
            "the Secretariat, by telephone if you can.",
        ),
    ),
    "revoked": (
        "err",
        QT_TRANSLATE_NOOP("Attention", "The key that signed for {hub} was withdrawn"),
        QT_TRANSLATE_NOOP(
            "Attention",
            "The last good state is shown. The next publication by another desk of the hub goes on from there.",
        ),
    ),
    "expired": (
        "warn",
        QT_TRANSLATE_NOOP("Attention", "The signature of {hub} is out of date since {date}"),
        QT_TRANSLATE_NOOP(
            "Attention",
            "Everything can be read. No software of it should be installed before its coordinators renew it.",
        ),
    ),
    "soon": (
        "info",
        QT_TRANSLATE_NOOP("Attention", "The signature of {hub} ends on {date}"),
        QT_TRANSLATE_NOOP("Attention", "Its coordinators renew it with their next publication."),
    ),
}


class Attention(QWidget):
    """`taken(collection)`: apply what is held; `decided`: go to what two people changed."""

    taken = Signal(str)
    decided = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panels = QVBoxLayout(self)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(8)
        self.hide()

    def tell(self, news: SyncNews, naming: Naming) -> None:
        """Say what there is; nothing takes no room."""
        empty(self._panels)
        panels = [
            *self._vouched(news, naming),
            *(self._withdrawn(file) for file in news.withdrawn),
            *(self._held(view, naming) for view in news.held),
        ]
        if news.owed is not None:
            panels.append(MessagePanel(self._theme, "err", *sentence(news.owed)))
        if news.undecided:
            panels.append(self._clashes(len(news.undecided)))
        for panel in panels:
            self._panels.addWidget(panel)
        self.setVisible(bool(panels))

    def _vouched(self, news: SyncNews, naming: Naming) -> Iterator[MessagePanel]:
        """One panel a hub and state: its collections have the same keys."""
        told = set()
        for view in news.vouched:
            state = "soon" if view.expires_soon and view.state in ("fresh", "old") else view.state
            if state not in _SAID or (view.hub, state) in told:
                continue
            told.add((view.hub, state))
            tone, words, details = _SAID[state]
            expires = formatting.date(view.expires or "")
            said = [translate("Attention", str(text)) for text in (words, details)]
            whole = [text.format(hub=naming.hub(view.hub), date=expires) for text in said]
            yield MessagePanel(self._theme, tone, *whole)

    def _withdrawn(self, file: SoftwareFile) -> MessagePanel:
        words = self.tr("Do not install {name}: it was withdrawn").format(name=formatting.isolate(file.name))
        details = self.tr(
            "Reason: {reason}. Remove it where it is installed; its copy here stays until you delete it."
        )
        return MessagePanel(self._theme, "err", words, details.format(reason=file.withdrawn.rstrip(".")))

    def _held(self, view: HeldView, naming: Naming) -> MessagePanel:
        name = collection_name(naming, view.collection)
        words = self.tr("{collection} would withdraw %Ln record(s)", "", view.withdrawals)
        titles = [formatting.shown(title)[0] for title in view.titles[:_NAMED]]
        named = formatting.listing([title for title in titles if title])
        details = self.tr(
            "That is much of the {records} that are here, so nothing was changed yet. Among them: {titles}. "
            "Ask the hub's coordinator if this surprises you. What is withdrawn stays in the bin for 90 days."
        )
        panel = MessagePanel(
            self._theme,
            "warn",
            words.format(collection=name),
            details.format(records=formatting.number(view.records), titles=named),
        )
        take = Button(self._theme, self.tr("Withdraw them here too"))
        take.clicked.connect(lambda: self.taken.emit(view.collection))
        panel.repairs.addWidget(take)
        return panel

    def _clashes(self, undecided: int) -> MessagePanel:
        words = self.tr("%Ln record(s) changed here and at the hub in the same place", "", undecided)
        details = self.tr("Nothing is lost. Choose what to keep when you have time.")
        panel = MessagePanel(self._theme, "warn", words, details, icon="merge")
        decide = Button(self._theme, self.tr("Decide"))
        decide.clicked.connect(self.decided)
        panel.repairs.addWidget(decide)
        return panel
