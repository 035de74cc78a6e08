"""What a single value of a publiccode.yml must look like, judged as the official parser's validators judge it.

The rules are those of italia/publiccode-parser-go (package validators) and of go-playground/validator, on which it
stands. Invariant: pure predicates over text; nothing is looked up on the network or on disk.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from hubdesk.formats import publiccode_vocabulary as vocabulary
from hubdesk.formats import spdx

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MIME: Final = re.compile(r" *[A-Za-z0-9][A-Za-z0-9!#$&^_-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126} *")
_EMAIL: Final = re.compile(
    r"[^\s@\"(),:;<>\[\\\]\x00-\x1f]+@[^\W_](?:[\w-]{0,62})?(?:\.[^\W_](?:[\w-]{0,62})?)*\.[^\W\d_](?:[\w-]*[^\W_])?"
)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_URN: Final = re.compile(
    r"urn:[a-z0-9][a-z0-9-]{0,31}:(?:[a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+", re.IGNORECASE
)
_IPA_PREFIX: Final = "urn:x-italian-pa:"
# Codes of the Italian register of administrations (IPA) are at most 8 characters long; schools have "istsc_" + 10.
_IPA: Final = re.compile(r"[a-z0-9_-]{1,8}|istsc_[a-z0-9]{10}", re.IGNORECASE)
_LANGUAGE_TAG: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
)


def is_url(text: str) -> bool:
    """A URL with a scheme and something after it (Go's net/url; go-playground/validator `url`)."""
    parts = _split(text)
    if parts is None or not parts[0]:
        return False
    scheme, host, rest = parts
    return bool(host or (rest and not rest.startswith("/")) or (scheme == "file" and rest not in ("", "/")))


def is_http_url(text: str) -> bool:
    """A URL of scheme http or https with a host (go-playground/validator `http_url`)."""
    parts = _split(text)
    return parts is not None and parts[0] in ("http", "https") and bool(parts[1])


def _split(text: str) -> tuple[str, str, str] | None:
    """Scheme in lower case, host and rest of a URL; None where Go's url.Parse refuses it."""
    if any(ord(character) < 0x20 or ord(character) == 0x7F for character in text):
        return None
    scheme = _SCHEME.match(text)
    if scheme is None:
        return None if text.startswith(":") else ("", "", text)
    try:
        parts = urlsplit(text)
        port_is_wrong = (
            parts.netloc.endswith(":") is False and parts.port is None and ":" in _after_host(parts.netloc)
        )
    except ValueError:
        return None
    escapes = re.search(r"%(?![0-9A-Fa-f]{2})", parts.netloc + parts.path)
    if port_is_wrong or escapes or re.search(r"[\s<>\"\\^`{|}]", parts.netloc):
        return None
    return scheme.group()[:-1].lower(), parts.netloc, text[scheme.end() :].removeprefix("//" + parts.netloc)


def _after_host(netloc: str) -> str:
    return netloc.rpartition("@")[2].rpartition("]")[2]


def is_organisation_uri(text: str) -> bool:
    """A URN, or a URL with a host; the code of an Italian administration must have the form of one."""
    if is_italian_urn(text):
        return is_ipa_code(text[len(_IPA_PREFIX) :])
    parts = _split(text)
    if parts is not None and parts[0] == "urn":
        return _URN.fullmatch(text) is not None
    return parts is not None and bool(parts[0] and parts[1])


def is_italian_urn(text: str) -> bool:
    """Whether `text` names an Italian administration by its IPA code."""
    return text.lower().startswith(_IPA_PREFIX)


def is_ipa_code(text: str) -> bool:
    """Whether `text` has the form of an IPA code; whether it is assigned is known to the register alone."""
    return _IPA.fullmatch(text) is not None


def is_supported(text: str) -> bool:
    """An identifier of what a software supports: a known alias, or any URI."""
    if text.startswith("alias:"):
        return text.removeprefix("alias:") in vocabulary.ALIASES
    return is_organisation_uri(text)


def is_date(text: str) -> bool:
    """A day of the calendar as YYYY-MM-DD."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_email(text: str) -> bool:
    """An address with a domain of two parts or more (go-playground/validator `email`, without quoted local parts)."""
    local, _, domain = text.rpartition("@")
    dots_are_right = not (local.startswith(".") or local.endswith(".") or ".." in local or ".." in domain)
    return len(text) <= 320 and dots_are_right and _EMAIL.fullmatch(text) is not None


def is_mime_type(text: str) -> bool:
    """A media type in the form of RFC 2045."""
    return _MIME.fullmatch(text) is not None


def is_licence(text: str) -> bool:
    """An SPDX licence expression."""
    return spdx.normalise(text) is not None


def is_country(text: str) -> bool:
    """An ISO 3166-1 alpha-2 code, all in upper or all in lower case."""
    return text.upper() in vocabulary.COUNTRIES and text in (text.upper(), text.lower())


def is_language_tag(text: str) -> bool:
    """A BCP 47 tag whose language is written with its shortest ISO 639 code, as BCP 47 demands (2.2.1)."""
    tag = text.lower()
    if tag in vocabulary.GRANDFATHERED or re.fullmatch(r"x-[a-z0-9]{1,8}", tag):
        return True
    match = _LANGUAGE_TAG.fullmatch(tag) if text.isascii() else None
    if match is None:
        return False
    language, region = match["language"], match["region"]
    known = (
        language in vocabulary.LANGUAGES if len(language) == 2 else language not in vocabulary.SHORT_LANGUAGES
    )
    variants = match["variants"].split("-")[1:]
    return (
        known
        and (region is None or region.isdigit() or region.upper() in vocabulary.REGIONS)
        and len(set(variants)) == len(variants)
        and vocabulary.VARIANTS.issuperset(variants)
    )


def is_video(text: str) -> bool:
    """Whether `text` stands on a site whose videos are known to be embeddable."""
    parts = _split(text)
    if parts is None:
        return False
    place = parts[1].lower().removeprefix("www.").removeprefix("m.") + parts[2]
    return parts[0] in ("http", "https") and place.startswith(vocabulary.VIDEO_SITES)


def count_graphemes(text: str) -> int:
    """How many characters a person sees in `text` (extended grapheme clusters of Unicode UAX 29, nearly)."""
    count = flags = 0
    joined = False
    previous = ""
    for character in text:
        point = ord(character)
        flags = flags + 1 if 0x1F1E6 <= point <= 0x1F1FF else 0
        continues = (
            (previous == "\r" and character == "\n")
            or (previous not in ("", "\r", "\n") and _extends(character, point))
            or (joined and unicodedata.category(character) == "So")
            or (flags > 0 and flags % 2 == 0)
            or _is_hangul_tail(previous, point)
        )
        count += not continues
        joined = point == 0x200D
        previous = character
    return count


def _extends(character: str, point: int) -> bool:
    return (
        point in (0x200C, 0x200D)
        or 0x1F3FB <= point <= 0x1F3FF
        or 0xE0020 <= point <= 0xE007F
        or (unicodedata.category(character) in ("Mn", "Me", "Mc"))
    )


def _is_hangul_tail(previous: str, point: int) -> bool:
    before = ord(previous) if previous else 0
    leads = 0x1100 <= before <= 0x115F and (0x1100 <= point <= 0x11A7 or 0xAC00 <= point <= 0xD7A3)
    follows = (0x1160 <= before <= 0x11FF or 0xAC00 <= before <= 0xD7A3) and 0x1160 <= point <= 0x11FF
    return leads or follows
