"""What a benchmark hands back: figures with their unit and, where there is one, the floor of the same run they are held against."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def as_installed(caches: Path) -> dict[str, str]:
    """Return the environment of a program as people have it: one whose modules are translated once, not at each start
    as in a checkout where nothing may be written. The translations lie in `caches` after the first start."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(caches)}


@dataclass(frozen=True)
class Measure:
    """One figure.

    `floor` is the same quantity for the least that any program could do (bare Qt, `python -c pass`, a plain copy),
    measured in the same run; `limit` is what the figure must not exceed, as a ratio to the floor where there is
    one and in `unit` otherwise.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """The figure in floors; None where there is no floor."""
        return self.value / self.floor if self.floor else None

    @property
    def is_kept(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        figure = self.ratio if self.floor else self.value
        return None if self.limit is None or figure is None else figure <= self.limit
