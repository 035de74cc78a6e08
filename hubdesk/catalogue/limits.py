"""What a person allows the line to be used for: rate, monthly cap, hours, metered links, and which files come.

Invariant: what cannot be read of one limit (a newer program wrote it) leaves the others in force.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Any, Literal

import msgspec
from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.settings import Settings

NAME = "limits"
LEAST_RATE, LEAST_CAP = 512, 10_000
"""Bytes a second, twice what a server asks of whoever sends; bytes a month."""
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class Choice(Struct, frozen=True):
    """Which files come by themselves. `none`: no files at all but one that is got by hand; `asked`: those a person put
    on the list; `chosen`: besides these, all of records of these hubs, kinds and languages (any, where none is named)
    of at most `largest` bytes each."""

    which: Literal["none", "asked", "chosen"] = "asked"
    largest: int | None = None
    hubs: list[str] = []
    kinds: list[str] = []
    languages: list[str] = []


class Limits(Struct, frozen=True):
    """`rate`: bytes a second, both directions together; `cap`: bytes in a calendar month, both directions; `hours`:
    local times between which things may come by themselves, past midnight where the second is the earlier; `metered`:
    whether they may come over a link that the platform says is paid by volume. None: no limit."""

    rate: int | None = None
    cap: int | None = None
    hours: tuple[str, str] | None = None
    metered: Literal["ask", "use"] = "ask"
    files: Choice = Choice()


def read_limits(settings: Settings) -> Limits:
    """Return the limits of a profile."""
    stored = settings[NAME]
    found: dict[str, Any] = {}
    for field in msgspec.structs.fields(Limits):
        if isinstance(stored, dict) and field.name in stored:
            try:
                found[field.name] = msgspec.convert(stored[field.name], field.type)
            except msgspec.ValidationError:
                continue
    return Limits(**found)


def write_limits(settings: Settings, changes: dict[str, Any]) -> Limits:
    """Change some limits, check and keep them; return all. Raises BadInput("not-a-limit" | "limit-too-small" |
    "not-hours"), OSError when the folder refuses."""
    try:
        fresh = msgspec.convert(msgspec.to_builtins(read_limits(settings)) | plain(changes), Limits)
    except msgspec.ValidationError as error:
        raise BadInput("not-a-limit", reason=str(error)) from error
    _check_least("rate", fresh.rate, LEAST_RATE)
    _check_least("cap", fresh.cap, LEAST_CAP)
    _check_least("largest", fresh.files.largest, 1)
    if fresh.hours is not None:
        first, last = fresh.hours
        if clock(first) == clock(last):
            raise BadInput("not-hours", value=f"{first}-{last}")
    stored = settings[NAME] if isinstance(settings[NAME], dict) else {}
    settings.save(**{NAME: stored | msgspec.to_builtins(fresh)})
    return fresh


def plain(changes: dict[str, Any]) -> dict[str, Any]:
    """Return changes as settings keep them; raises BadInput("not-a-limit") for a name that is none."""
    unknown = sorted(changes.keys() - set(Limits.__struct_fields__))
    if unknown:
        raise BadInput("not-a-limit", reason=", ".join(unknown))
    return {name: msgspec.to_builtins(value) for name, value in changes.items()}


def _check_least(name: str, value: int | None, least: int) -> None:
    if value is not None and value < least:
        raise BadInput("limit-too-small", name=name, value=value, least=least)


def clock(text: str) -> time:
    """Return the time of day that "18:00" means; raises BadInput("not-hours")."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise BadInput("not-hours", value=text)
    return time(int(found[1]), int(found[2]))


def is_within(hours: tuple[str, str], now: time) -> bool:
    """Tell whether a time of day lies in `hours`; the first minute is in, the last is not."""
    first, last = clock(hours[0]), clock(hours[1])
    moment = now.replace(tzinfo=None)
    if first < last:
        return first <= moment < last
    return moment >= first or moment < last
