"""Numbers, sizes, times and names as people read them, in the language of the window.

Invariant: whatever mixes figures with units is isolated for right-to-left text here and nowhere else
(Unicode Standard Annex 9, U+2066 to U+2069).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QGuiApplication

from hubdesk.locations import resource

_OWN_NAMES = {"en": "English", "es": "Español", "zh": "中文"}  # Qt names them by the country it assumes
_LONG_WORD = re.compile(r"\S{28,}")
_SIXTEEN = re.compile(r".{1,16}")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def isolate(text: str) -> str:
    """Keep a piece of left-to-right text (figures with units, file names, identifiers) whole in any direction."""
    if QGuiApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return text
    return f"\u2066{text}\u2069"


def breakable(text: str) -> str:
    """Let words that no column holds (hashes, addresses) wrap: U+200B after each 16 characters of them."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(_SIXTEEN.findall(word[0])), text)


def number(value: float) -> str:
    """Return a count with the language's own grouping: 4,318 or 4 318."""
    return QLocale().toString(value) if isinstance(value, int) else QLocale().toString(value, "f", 1)


def size(count: int) -> str:
    """Return bytes in decimal units with three figures at most: 6 kB, 2.6 MB, 118 MB."""
    if count < 1000:
        return isolate(QCoreApplication.translate("Formatting", "%n byte(s)", "", count))
    amount = count / 1000
    for unit in ("k", "M", "G"):
        if amount < 999.5 or unit == "G":
            break
        amount /= 1000
    figures = QLocale().toString(amount, "f", 1 if amount < 99.95 and unit != "k" else 0)
    patterns = {
        "k": QCoreApplication.translate("Formatting", "{figures} kB"),
        "M": QCoreApplication.translate("Formatting", "{figures} MB"),
        "G": QCoreApplication.translate("Formatting", "{figures} GB"),
    }
    return isolate(patterns[unit].format(figures=figures))


def size_of(here: int, whole: int) -> str:
    """Return how much of something has arrived: 25.6 MB of 38.9 MB."""
    pattern = QCoreApplication.translate("Formatting", "{here} of {whole}")
    return pattern.format(here=size(here), whole=size(whole))


def speed(bytes_per_second: float) -> str:
    """Return a speed: 38 kB/s."""
    pattern = QCoreApplication.translate("Formatting", "{size}/s")
    return isolate(pattern.format(size=size(round(bytes_per_second))))


def percent(part: int, whole: int) -> str:
    """Return a share, rounded down so that 100 % means all of it: 62 %."""
    share = 100 * part // whole if whole else 100
    return isolate(QCoreApplication.translate("Formatting", "{figures} %").format(figures=number(share)))


def duration(seconds: float) -> str:
    """Return a length of time with at most two units: 40 s, 37 min, 2 h 5 min, 3 days 4 h."""
    whole = max(0, round(seconds))
    if whole < 60:
        return isolate(QCoreApplication.translate("Formatting", "{n} s").format(n=number(whole)))
    minutes = round(whole / 60)
    if minutes < 60:
        return isolate(QCoreApplication.translate("Formatting", "{n} min").format(n=number(minutes)))
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        pattern = (
            QCoreApplication.translate("Formatting", "{h} h {m} min")
            if minutes
            else QCoreApplication.translate("Formatting", "{h} h")
        )
        return isolate(pattern.format(h=number(hours), m=number(minutes)))
    days, hours = divmod(hours, 24)
    day_words = QCoreApplication.translate("Formatting", "%n day(s)", "", days)
    pattern = QCoreApplication.translate("Formatting", "{days} {h} h") if hours else "{days}"
    return isolate(pattern.format(days=day_words, h=number(hours)))


def date(text: str) -> str:
    """Return an ISO 8601 date, whole or partial, or instant as `22 Nov 2026`, `Nov 2026` or `2026`.

    What is no date is given back as it stands.
    """
    found = _PARTIAL_DATE.match(text)
    if not found:
        return text
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not month:
        return str(year)
    value = QDate(year, month, day or 1)
    return QLocale().toString(value, "d MMM yyyy" if day else "MMM yyyy") if value.isValid() else text


def moment(text: str, now: datetime | None = None) -> str:
    """Return an instant (RFC 3339, UTC) in local time: `today 10:41`, `yesterday 14:02` or `22 Nov 2026 10:41`."""
    try:
        instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    local = instant.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    shown = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
    clock = QLocale().toString(shown.time(), "HH:mm")
    if local.date() == today:
        return QCoreApplication.translate("Formatting", "today {time}").format(time=isolate(clock))
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Formatting", "yesterday {time}").format(time=isolate(clock))
    return f"{QLocale().toString(shown.date(), 'd MMM yyyy')} {isolate(clock)}"


def clock(instant: datetime) -> str:
    """Return the time of day of an instant, in local time: 10:41."""
    local = instant.astimezone()
    return isolate(QLocale().toString(QTime(local.hour, local.minute), "HH:mm"))


def country(code: str) -> str:
    """Return a country's name for its ISO 3166-1 code, or the code where the name is unknown."""
    own = _country_names().get(QLocale().name().partition("_")[0], {}).get(code)
    if own is not None:
        return own
    territory = QLocale.codeToTerritory(code)
    if territory != QLocale.Country.AnyCountry:
        return QLocale.territoryToString(territory)
    return QCoreApplication.translate("Formatting", "European Union") if code == "EU" else code


@cache
def _country_names() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("countries.toml").read_text(encoding="utf-8"))


def language(tag: str) -> str:
    """Return the name that a language (BCP 47) has for itself: français, العربية."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = _OWN_NAMES.get(tag) or locale.nativeLanguageName()
    return name[:1].upper() + name[1:]


def shown(texts: Mapping[str, str], wanted: Iterable[str] = ()) -> tuple[str, str]:
    """Choose one of a text's languages: (text, tag). The window's own first, then `wanted`, English, any.

    Returns ("", "") for a text that is empty in all languages.
    """
    own = QLocale().name().replace("_", "-")
    for tag in (own, own.split("-")[0], *wanted, "en", *sorted(texts)):
        if texts.get(tag):
            return texts[tag], tag
    return "", ""


def listing(parts: Iterable[str], limit: int = 3) -> str:
    """Return `en, fr, es + 21` for a list longer than `limit`."""
    items = list(parts)
    if len(items) <= limit:
        return ", ".join(items)
    rest = QCoreApplication.translate("Formatting", "{items} + {count}")
    return rest.format(items=", ".join(items[:limit]), count=number(len(items) - limit))
