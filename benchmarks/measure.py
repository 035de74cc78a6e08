"""What a benchmark hands back: figures with their unit and, where there is one, the floor of the same run they are held against."""

from __future__ import annotations

from dataclasses import dataclass


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
