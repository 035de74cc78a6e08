"""The road on a stick of the desk in memory: its answers are the real desk's own types, and nothing is written.

Invariant: a plan keeps to the options as far as a picture of it needs.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hubdesk.catalogue.views import RecordView
from hubdesk.packages.checking import CheckReport
from hubdesk.packages.inspecting import Preview, Previewed
from hubdesk.packages.layout import Listed, Step
from hubdesk.packages.options import Options
from hubdesk.packages.plan import Chosen, KindPart, Left, Plan, Recipient
from hubdesk.packages.taking import Taken, TakeReport
from hubdesk.packages.writer import EditionReport

_PER_RECORD = 5_000


class FakeEditions:
    """Plans and pretends to write. `made`: (target, options) of each edition that was asked for."""

    def __init__(self, records: Sequence[RecordView]) -> None:
        self._records = records
        self.made: list[tuple[Path, Options]] = []
        self.taken: list[dict[str, Any]] = []
        self.error: Exception | None = None
        self.is_trusted = True

    def known_recipients(self) -> list[Recipient]:
        """Two desks of one hub."""
        return [
            Recipient("4f" * 32, "southern-africa", "coordinator", "National Assembly of Zambia"),
            Recipient("9c" * 32, "southern-africa", "contributor"),
        ]

    def plan(self, options: Options) -> Plan:
        """Return the files that are whole here; those unticked stay out."""
        chosen, left = [], []
        for view in self._records:
            for file in view.files:
                code = "" if file.available else "not-here"
                if file.sha256 in options.without:
                    code = "left-out"
                if options.kinds and view.kind not in options.kinds:
                    code = "other-kind"
                if code or not options.files:
                    left.append(Left(file.sha256, view.id, file.name, file.size, code or "records-only"))
                    continue
                title = view.fields.get("title", {})
                chosen.append(
                    Chosen(file.sha256, view.id, view.kind, title, file.name, file.size, file.licence, True)
                )
        base = _PER_RECORD * 4_318
        size = base + sum(item.size for item in chosen)
        return Plan(
            {name: Listed(3, "0" * 64, 4_318) for name in options.collections or ()},
            4_318,
            base,
            len(chosen),
            size,
            self._kinds(chosen, left),
            sorted(chosen, key=lambda item: -item.size),
            left,
            [],
            {speed: size / speed for speed in (8_000, 32_000, 125_000)},
        )

    def _kinds(self, chosen: Sequence[Chosen], left: Sequence[Left]) -> list[KindPart]:
        kinds = {view.id: view.kind for view in self._records}
        parts: dict[str, list[int]] = {}
        for item in chosen:
            counts = parts.setdefault(item.kind, [0, 0, 0])
            counts[0] += 1
            counts[1] += 1
            counts[2] += item.size
        for out in left:
            parts.setdefault(kinds[out.record], [0, 0, 0])[0] += 1
        return [KindPart(kind, *counts) for kind, counts in sorted(parts.items())]

    def place_in(self, folder: Path) -> Path:
        """Return where an edition goes."""
        return folder / "HubDesk edition"

    def make(
        self,
        target: Path,
        options: Options,
        progress: Callable[[Step], None] | None = None,
        stop: threading.Event | None = None,
    ) -> EditionReport:
        """Pretend to write."""
        if self.error is not None:
            raise self.error
        self.made.append((target, options))
        if progress is not None:
            progress(Step("files", "a", 1, 1))
        return made(target, options)

    def inspect(self, path: Path) -> Preview:
        """Return an edition with one newer collection, one held and one refused."""
        if self.error is not None:
            raise self.error
        states = {
            "southern-africa/public": Previewed(12, 412, 3, 2, 1, "newer", "7b" * 32, "2026-11-19T09:00:00Z", None),
            "latam/public": Previewed(3, 8, 0, 0, 0, "held", "7b" * 32, "2026-11-18T09:00:00Z", None),
            "open-data/public": Previewed(9, 40, 0, 0, 0, "signature", "", "", None),
        }  # fmt: skip
        titles = [
            (view.id, view.kind, view.fields["title"]) for view in self._records if "title" in view.fields
        ]
        return Preview(
            made="2026-11-19T10:00:00Z",
            by="4f" * 32,
            software="HubDesk 0.3",
            root="ab" * 32,
            trusted=self.is_trusted,
            title=None,
            issued="2026-11-19T09:00:00Z",
            age_days=3.2,
            collections=states,
            files=7,
            bytes=65_600_000,
            files_new=2,
            bytes_new=41_000_000,
            batches=2,
            outcomes=1,
            new_titles=titles[:3],
            problems=[],
        )

    def take(self, path: Path, **how: Any) -> TakeReport:
        """Pretend to take everything in."""
        self.taken.append(how)
        return TakeReport(
            "2026-11-19T10:00:00Z", "4f" * 32, {"latam/public": Taken(3, "0" * 64, 8, True)}, 2, []
        )

    def verify(self, path: Path, **_: Any) -> CheckReport:
        """Find everything right."""
        return CheckReport("2026-11-19T10:00:00Z", "4f" * 32, "ab" * 32, {}, 7, 65_600_000, [])


def made(target: Path, options: Options) -> Any:
    """A report of an edition that was written."""
    listed = {name: Listed(3, "0" * 64, 4_318) for name in options.collections or ()}
    root = hashlib.sha256(b"root").hexdigest()
    return EditionReport(target, listed, 7, 1_234_567_890, root, [])
