"""The catalogue: search as one types, facets, results, and the chosen record.

Invariant: the newest question wins; every question goes through tasks; the window's thread only shows answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.catalogue.search import Query, Results
from hubdesk.gui.known_hubs import known_hubs
from hubdesk.gui.models.detail import Detail, gather
from hubdesk.gui.models.results import PAGE, ResultsModel
from hubdesk.gui.models.row import Row, RowMaker
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages import WRITERS
from hubdesk.gui.pages.downloads import Downloads
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.detail_pane import DetailPane
from hubdesk.gui.widgets.facet_pane import FacetPane
from hubdesk.gui.widgets.nothing_found import NothingFound
from hubdesk.gui.widgets.page import Page
from hubdesk.gui.widgets.result_head import Order, ResultHead
from hubdesk.gui.widgets.result_list import ResultList
from hubdesk.gui.widgets.surface import upright

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.gui.widgets.top_bar import TopBar
    from hubdesk.sync.queue import QueueProgress, QueueReport

PAUSE_MS = 90
"""How long typing must rest before it is searched for."""


@dataclass(frozen=True)
class Answer:
    """What a search brought. `whole` is the catalogue without any question; `unfiltered` is the total without facets, known when nothing was found with them."""

    words: str
    results: Results
    rows: list[Row]
    whole: Results
    unfiltered: int
    as_of: str
    may_write: bool


class CataloguePage(Page):
    """The page that everything starts from."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.setProperty("sheet", "surface")
        self._naming = Naming(desk.kinds, desk.vocabularies)
        self._maker = RowMaker(desk, self._naming)
        self._top: TopBar | None = None
        self._asked: Task | None = None
        self._asked_detail: Task | None = None
        self._wanted_record = ""
        self._knows_hubs = False
        self._is_reading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.model = ResultsModel(self._ask_more, self)
        self.facets = FacetPane(theme, self._naming.facet, self._naming.facet_value)
        self.head = ResultHead(theme, self._naming.facet_value)
        self.list = ResultList(theme, self.model)
        self.nothing = NothingFound(theme)
        self.detail = DetailPane(theme)
        self.downloads = Downloads(desk, tasks, self.detail, self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.nothing)
        self._found = QWidget()
        self._found.setAccessibleName(self.list.accessibleName())
        self._found.setProperty("entry", self.list)
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._middle, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._edges = (upright(), upright())
        self._row.addWidget(self.facets)
        self._row.addWidget(self._edges[0])
        self._row.addWidget(self._found, 1)
        self._row.addWidget(self._edges[1])
        self._row.addWidget(self.detail)
        self.detail.hide()
        self._edges[1].hide()

    def _wire(self) -> None:
        self.facets.chosen.connect(self.search)
        self.head.order_chosen.connect(self.search)
        self.head.untick_wanted.connect(self.facets.untick)
        self.head.filters_toggled.connect(self._show_filters)
        self.list.picked.connect(self._ask_detail)
        self.list.opened.connect(self._read)
        self.list.left_up.connect(self._to_search)
        self.list.left_back.connect(self._to_search)
        self.list.toggled_download.connect(self.downloads.toggle)
        self.list.menu_wanted.connect(self._show_menu)
        self.nothing.untick_wanted.connect(self.facets.untick)
        self.nothing.clear_wanted.connect(self._clear)
        self.nothing.sync_wanted.connect(lambda: self.wanted.emit("sync", "now"))
        self.nothing.ask_wanted.connect(lambda: self.wanted.emit("editor", ("new", "help_request")))
        self.detail.left_back.connect(self._leave_detail)
        self.detail.edit_wanted.connect(self._edit)
        self.detail.record_wanted.connect(self.enter)
        self.detail.link_pressed.connect(self.downloads.offer_link)
        self.downloads.changed.connect(self.changed)
        self.downloads.said.connect(self.announced)
        self.theme.changed.connect(self._fit)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self).activated.connect(self.head.toggle_filters)

    # what the window asks of a page

    def use_search(self, top: TopBar) -> None:
        self._top = top
        top.search.changed.connect(lambda _text: self._pause.start())
        top.search.left_down.connect(self._to_list)
        top.search.left_back.connect(self._leave_detail)
        self.search()

    def enter(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self._wanted_record = argument
            self.list.choose(argument)
            self._ask_detail(argument)
            self._read("")

    def refresh(self, what: frozenset[str]) -> None:
        if what & {"records", "hubs", "sync"}:
            self._knows_hubs = False
        if what & {"records", "drafts", "outbox", "files", "hubs", "sync"}:
            self.search()
            if self._wanted_record:
                self._ask_detail(self._wanted_record)

    def downloading(self, progress: QueueProgress) -> None:
        self.downloads.show_progress(progress)

    def downloaded(self, report: QueueReport) -> None:
        self.downloads.show_end(report)

    def regions(self) -> Sequence[QWidget]:
        return (self.facets, self._found, self.detail)

    # searching

    def words(self) -> str:
        """Return what is searched for."""
        return self._top.search.text().strip() if self._top is not None else ""

    def search(self) -> None:
        """Ask for the results of what is typed and ticked now; an older question is dropped."""
        self._pause.stop()
        if self._asked is not None:
            self._asked.drop()
        words, chosen, order = self.words(), self.facets.choices(), self.head.order()
        self._asked = self.tasks.run(lambda: self._find(words, chosen, order), self._on_found)

    def _find(self, words: str, chosen: dict[str, list[str]], order: Order) -> Answer:
        if not self._knows_hubs:
            self._knows_hubs = True
            self._naming.know_hubs(known_hubs(self.desk))
        results = self.desk.search(Query(words=words, facets=chosen, limit=PAGE, order=order))
        unfiltered, as_of = results.total, ""
        whole = self.desk.search(Query(limit=1)) if words or chosen else results
        if not results.total:
            unfiltered = self.desk.search(Query(words=words, limit=1)).total
            as_of = max((c.as_of for c in self.desk.collections() if c.as_of), default="")
        rows = [self._maker.row(hit, words) for hit in results.hits]
        may_write = any(member.role in WRITERS for member in self.desk.memberships())
        return Answer(words, results, rows, whole, unfiltered, as_of, may_write)

    def _on_found(self, answer: Answer) -> None:
        chosen = self.facets.choices()
        self.facets.show_counts(_counts(answer.whole), _counts(answer.results))
        self.model.replace(answer.rows, answer.results.total)
        self.head.show_answer(answer.words, answer.results.total, answer.whole.total, chosen)
        has_any = bool(answer.results.total)
        self._middle.setCurrentWidget(self.list if has_any else self.nothing)
        if not has_any:
            ticked = sum(len(values) for values in chosen.values())
            self.nothing.explain(
                answer.words,
                answer.as_of,
                answer.whole.total,
                ticked,
                answer.unfiltered,
                may_ask=answer.may_write,
            )
            self._put_detail_away()
        elif not (self._wanted_record and self.list.choose(self._wanted_record)):
            self._wanted_record = ""
            self.list.choose_first()
        self._fit()

    def _ask_more(self, offset: int) -> None:
        words, chosen, order = self.words(), self.facets.choices(), self.head.order()
        asked = self._asked

        def more() -> list[Row]:
            query = Query(words=words, facets=chosen, limit=PAGE, offset=offset, order=order)
            return [self._maker.row(hit, words) for hit in self.desk.search(query).hits]

        def done(rows: list[Row]) -> None:
            if asked is self._asked:  # otherwise another question was asked meanwhile
                self.model.append(rows)

        self.tasks.run(more, done, lambda _error: self.model.refused())

    def _clear(self) -> None:
        if self._top is not None:
            self._top.search.clear()

    # the chosen record

    def _ask_detail(self, record: str) -> None:
        self._wanted_record = record
        if self._asked_detail is not None:
            self._asked_detail.drop()
        self._asked_detail = self.tasks.run(
            lambda: gather(self.desk, self._naming, record), self._on_detail, self._on_no_detail
        )

    def _on_detail(self, detail: Detail) -> None:
        self.detail.show_detail(detail)
        self.downloads.resume_lines()
        self._fit()

    def _on_no_detail(self, _error: Exception) -> None:
        self._put_detail_away()

    def _put_detail_away(self) -> None:
        self._is_reading = False
        self.detail.clear()
        self._fit()

    def _edit(self) -> None:
        detail = self.detail.detail()
        if detail is not None:
            self.wanted.emit("editor", detail.view.id)

    def _show_menu(self, record: str, point: object) -> None:
        self.list.choose(record)
        self.downloads.show_menu(record, point)

    def _read(self, by_keys: str) -> None:
        """Go to the detail: it replaces the list in a narrow window; with keys the focus goes there."""
        self._is_reading = True
        self._fit()
        if by_keys:
            self.detail.focus_first()

    def _leave_detail(self) -> None:
        self._is_reading = False
        self._fit()
        if self.detail.isAncestorOf(self.focusWidget()):
            self.list.setFocus()

    def _to_list(self) -> None:
        if self.model.rowCount():
            if not self.list.current():
                self.list.choose_first()
            self.list.setFocus()

    def _to_search(self) -> None:
        if self._top is not None:
            self._top.search.setFocus()

    # fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fold the facets below U(1180), let the detail replace the list below U(860) of the window."""
        unit, width = self.theme.unit, self.window().width()
        is_folded, is_narrow = width < unit(1180), width < unit(860)
        has_detail = self.detail.detail() is not None and self._middle.currentWidget() is self.list
        shows_detail = has_detail and (not is_narrow or self._is_reading)
        self.head.set_folded(is_folded, sum(len(values) for values in self.facets.choices().values()))
        shows_facets = not is_folded or self.head.shows_filters()
        self.facets.setVisible(shows_facets and not (is_narrow and shows_detail))
        self._edges[0].setVisible(self.facets.isVisibleTo(self))
        hides_detail = is_folded and self.head.shows_filters()
        self.detail.setVisible(shows_detail and not hides_detail)
        self._edges[1].setVisible(self.detail.isVisibleTo(self) and not is_narrow)
        self._found.setVisible(not (is_narrow and shows_detail))
        self.detail.back.setVisible(is_narrow)
        self.detail.setMaximumWidth(16777215 if is_narrow else unit(400))
        self.detail.setMinimumWidth(0 if is_narrow else min(unit(400), round(self.width() * 0.414)))

    def _show_filters(self) -> None:
        self._fit()
        if self.head.shows_filters() and self.facets.isVisible():
            self.facets.setFocus()


def _counts(results: Results) -> dict[str, dict[str, int]]:
    return {facet: {count.value: count.count for count in counts} for facet, counts in results.facets.items()}
