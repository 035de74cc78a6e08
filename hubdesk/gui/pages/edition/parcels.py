"""Small files that desks carry for each other, taken in and written off the window's thread.

Invariant: what cannot be taken is told with the first file that is at fault; the files before it are taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from hubdesk.packages.parcel_file import name_of, read_parcel, write_parcel

if TYPE_CHECKING:
    from hubdesk.desk import Desk


class Taken(Struct, frozen=True):
    """How many parcels were for this desk, are carried on, and were known already."""

    applied: int
    carried: int
    known: int


class Written(Struct, frozen=True):
    """How many parcels were written; `left`: so many are for members' eyes and stay."""

    files: int
    left: int


def take_parcel(desk: Desk, paths: Iterable[Path]) -> Taken:
    """Take files in. Raises what reading and taking raise, for the first that is at fault."""
    states: Counter[str] = Counter()
    for path in paths:
        states[desk.carrier.take(*read_parcel(path)).state] += 1
    if states["applied"]:
        desk.carrier.settle_late()
    return Taken(states["applied"], states["carried"], states["known"])


def write_parcels(desk: Desk, folder: Path) -> Written:
    """Write what may travel into a folder, each parcel once."""
    everything = desk.carrier.outgoing(sealed=True)
    items = [item for item in everything if not item.members]
    for item in items:
        path = folder / name_of(item)
        if not path.exists():
            write_parcel(path, item.kind, item.content)
    return Written(len(items), len(everything) - len(items))
