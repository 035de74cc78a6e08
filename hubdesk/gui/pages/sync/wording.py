"""What a sync does and how it ended, in sentences: what happened, what is safe, what comes next.

Invariant: nothing is promised that is not done; "by itself" is said only where another attempt is planned.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hubdesk.errors import Unreachable
from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.sync.run import Ending
from hubdesk.gui.sentences import sentence
from hubdesk.gui.widgets.message import Tone

if TYPE_CHECKING:
    from hubdesk.sync.exchange import Progress, SyncReport


_REFUSED = frozenset({"collection-unknown", "role"})
"""Codes of a server that does not have a collection, or does not give it to this desk's role."""


_LINK = frozenset({"no-answer", "cut", "stalled"})
"""Codes of a link that is down; others, such as a foreign server in between, have sentences of their own."""


class Said(NamedTuple):
    """A message: tone, icon ("" for the tone's own), a sentence, and what follows it."""

    tone: Tone
    icon: str
    sentence: str
    details: str


def stage(progress: Progress, naming: Naming) -> str:
    """Return what a sync is doing: Receiving Southern Africa, public."""
    words = {
        "connecting": QCoreApplication.translate("SyncWording", "Asking the central server"),
        "sending": QCoreApplication.translate("SyncWording", "Sending your changes"),
        "receiving": QCoreApplication.translate("SyncWording", "Receiving {collection}"),
        "checking": QCoreApplication.translate("SyncWording", "Checking the signatures of {collection}"),
        "indexing": QCoreApplication.translate("SyncWording", "Making {collection} searchable"),
        "waiting": QCoreApplication.translate("SyncWording", "The link went down; waiting to try again"),
        "done": QCoreApplication.translate("SyncWording", "Putting things away"),
    }
    if progress.collection is None:
        words |= {
            "receiving": QCoreApplication.translate("SyncWording", "Receiving records"),
            "checking": QCoreApplication.translate("SyncWording", "Checking signatures"),
            "indexing": QCoreApplication.translate("SyncWording", "Making records searchable"),
        }
    shown = collection_name(naming, progress.collection) if progress.collection else ""
    return words.get(progress.stage, progress.stage).format(collection=shown)


def pace(progress: Progress) -> str:
    """Return how fast it goes and how long it takes: 38 kB/s · 6 min left. Empty while nothing moves."""
    if progress.stage == "waiting" and progress.left is not None:
        pattern = QCoreApplication.translate("SyncWording", "again in {time}")
        return pattern.format(time=formatting.duration(progress.left))
    parts = []
    if progress.speed > 0:
        parts.append(formatting.speed(progress.speed))
    if progress.left is not None and progress.total:
        pattern = QCoreApplication.translate("SyncWording", "{time} left")
        parts.append(pattern.format(time=formatting.duration(progress.left)))
    return " · ".join(parts)


def amount(progress: Progress) -> str:
    """Return what came and went: 25.6 MB of 38.9 MB · 38.9 MB received · 18 kB sent."""
    parts = [formatting.size_of(progress.done, progress.total)] if progress.total else []
    parts.append(moved(progress.bytes_down, progress.bytes_up))
    return " · ".join(parts)


def moved(down: int, up: int) -> str:
    """Return the bytes of both directions: 412 kB received, 18 kB sent."""
    pattern = QCoreApplication.translate("SyncWording", "{down} received, {up} sent")
    return pattern.format(down=formatting.size(down), up=formatting.size(up))


def spoken(progress: Progress, naming: Naming) -> str:
    """Return one short sentence for the status line."""
    speed = formatting.speed(progress.speed) if progress.speed > 0 else ""
    return " · ".join(filter(None, (stage(progress, naming), speed)))


def said(ending: Ending, naming: Naming) -> Said:
    """Return how a sync ended."""
    clock = formatting.clock(ending.at)
    if ending.is_stopped:
        return Said(
            "info",
            "pause",
            QCoreApplication.translate("SyncWording", "You stopped the sync at {time}").format(time=clock),
            f"{_safe(ending)} "
            + QCoreApplication.translate("SyncWording", "The next sync goes on from there."),
        )
    if isinstance(ending.error, Unreachable):
        return _lost(ending, ending.error, clock)
    if ending.error is not None:
        what, then = sentence(ending.error)
        return Said("err", "", what, then)
    if ending.report is None:
        raise ValueError("an ending without a report or an error")
    return _complete(ending.report, clock, naming)


def _lost(ending: Ending, error: Unreachable, clock: str) -> Said:
    has_begun = ending.last is not None and (ending.last.bytes_down or ending.last.bytes_up)
    if error.code not in _LINK:
        what, safe = sentence(error)
    elif has_begun:
        what = QCoreApplication.translate("SyncWording", "The link went down at {time}").format(time=clock)
        safe = _safe(ending)
    else:
        pattern = QCoreApplication.translate("SyncWording", "The central server did not answer at {time}")
        what, safe = pattern.format(time=clock), _safe(ending)
    parts = [safe]
    if ending.next_at is not None:
        follows = QCoreApplication.translate(
            "SyncWording", "The rest follows by itself: HubDesk tries again at {time}."
        )
        parts.append(follows.format(time=formatting.clock(ending.next_at)))
    return Said("warn", "offline", what, " ".join(parts))


def _safe(ending: Ending) -> str:
    last = ending.last
    if last is not None and last.stage in ("receiving", "checking") and last.total and last.done:
        pattern = QCoreApplication.translate("SyncWording", "{part} are safe on this computer.")
        return pattern.format(part=formatting.size_of(last.done, last.total))
    return QCoreApplication.translate(
        "SyncWording", "Everything on this computer is safe, and your changes are kept until they are sent."
    )


def _complete(report: SyncReport, clock: str, naming: Naming) -> Said:
    parts = [moved(report.bytes_down, report.bytes_up) + "."]
    if report.records_received:
        new = QCoreApplication.translate(
            "SyncWording", "%Ln record(s) new or changed.", "", report.records_received
        )
        parts.append(new)
    if report.events_sent:
        sent = QCoreApplication.translate(
            "SyncWording", "%Ln of your changes reached the hub.", "", report.events_sent
        )
        parts.append(sent)
    if not report.records_received and not report.events_sent:
        parts.append(QCoreApplication.translate("SyncWording", "There was nothing new."))
    doubts = _doubts(report, naming)
    if doubts:
        what = QCoreApplication.translate("SyncWording", "Synced at {time}, with something to look at")
        return Said("warn", "alert", what.format(time=clock), " ".join([*doubts, *parts]))
    what = QCoreApplication.translate("SyncWording", "Synced at {time}")
    return Said("ok", "check", what.format(time=clock), " ".join(parts))


def _doubts(report: SyncReport, naming: Naming) -> list[str]:
    """What was not taken as it came: held editions, parts thrown away, a server that lags behind."""
    doubts = []
    if report.held:
        held = QCoreApplication.translate(
            "SyncWording", "News of {collections} would withdraw many records; it waits for you below."
        )
        doubts.append(held.format(collections=_names(report.held, naming)))
    refused = [fault.about for fault in report.problems if fault.code in _REFUSED]
    if refused:
        closed = QCoreApplication.translate(
            "SyncWording",
            "This server does not give {collections} to this computer: stop following it on the hubs page.",
        )
        doubts.append(closed.format(collections=_names(refused, naming)))
    broken = [fault for fault in report.problems if fault.code not in _REFUSED]
    if broken:
        thrown = QCoreApplication.translate(
            "SyncWording",
            "%Ln part(s) of the answer did not match what was signed; thrown away, nothing here was changed.",
            "",
            len(broken),
        )
        codes = ", ".join(sorted({fault.code for fault in broken}))
        details = QCoreApplication.translate("SyncWording", "Details: {code}").format(code=codes)
        doubts.append(f"{thrown} {details}.")
    if report.healed:
        healed = QCoreApplication.translate(
            "SyncWording", "The server had lost news of {collections}; this computer brought it back."
        )
        doubts.append(healed.format(collections=_names(report.healed, naming)))
    lost = [name for name in report.behind if name not in report.healed]
    if lost:
        behind = QCoreApplication.translate(
            "SyncWording",
            "The server holds less of {collections} than this computer; nothing here was changed.",
        )
        doubts.append(behind.format(collections=_names(lost, naming)))
    return doubts


def _names(collections: Iterable[str], naming: Naming) -> str:
    return ", ".join(collection_name(naming, name) for name in collections)
