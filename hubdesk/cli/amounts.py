"""Bytes and seconds as people write and read them: 4k, 200M, 1.5G; decimal, as links and contracts are sold."""

from __future__ import annotations

import re
from decimal import Decimal

from hubdesk.errors import BadInput

_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kMGkmg]?)(?:B|b)?")
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
NONE = "none"


def read_size(text: str) -> int:
    """Return the bytes that "4k", "200M" or "1.5 GB" mean; raises BadInput("not-a-size")."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise BadInput("not-a-size", value=text)
    return int(Decimal(found[1]) * _UNITS[found[2].lower()])


def read_limit(text: str) -> int | None:
    """Return the bytes that a limit means, None for "none"."""
    return None if text == NONE else read_size(text)


def size(amount: float) -> str:
    """Return bytes for a reader: 950 B, 4 kB, 1.5 GB."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if amount >= factor:
            return f"{amount / factor:.1f}".rstrip("0").rstrip(".") + f" {unit}"
    return f"{amount:.0f} B"


def duration(seconds: float | None) -> str:
    """Return seconds for a reader: 40 s, 12 min, 2 h 10 min; "" for None."""
    if seconds is None:
        return ""
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    hours, minutes = divmod(round(whole / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if hours < 48 else f"{hours // 24} days"
