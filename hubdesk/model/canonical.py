"""Canonical JSON (RFC 8785) and its strict reader.

Invariant: `parse(encode(value)) == value`, and whatever `encode` cannot carry exactly is refused by name.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import msgspec
import rfc8785

from hubdesk.errors import BadInput

_decoder = msgspec.json.Decoder()
_sorted = msgspec.json.Encoder(order="sorted")
LARGEST_INTEGER = 2**53 - 1
_LONG_NUMBER = re.compile(rb"(?<![\w.])-?[0-9]{16,}")  # texts may match too: only then is looked twice
_UNLIKE = re.compile(rb"(?:^|[:,\[])-?[0-9]+[.eE]|[\xf0-\xff]")
_DEEP = 200


def encode(value: Any) -> bytes:
    """Return the canonical JSON bytes of `value` (dicts with text keys, lists, text, numbers, booleans, None).

    Raises BadInput("not-canonical") for what RFC 8785 cannot carry: integers beyond 2^53 - 1, NaN, lone surrogates,
    too deep nesting.
    """
    try:
        encoded = rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise BadInput("not-canonical", reason=str(error)) from error
    if _LONG_NUMBER.search(encoded) and _has_long_whole_number(value):
        raise BadInput("not-canonical", reason="a number beyond 2^53 - 1")
    return encoded


def _has_long_whole_number(value: Any) -> bool:
    """Tell whether a decimal stands in `value` that is written without point or exponent (ECMAScript below 1e21) and
    would be read again as an integer that cannot be carried."""
    if isinstance(value, float):
        return LARGEST_INTEGER < abs(value) < 1e21
    if isinstance(value, dict):
        return any(map(_has_long_whole_number, value.values()))
    return isinstance(value, list | tuple) and any(map(_has_long_whole_number, value))


def parse(content: bytes) -> Any:
    """Return the value of JSON `content`; raises BadInput("not-json")."""
    try:
        return _decoder.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise BadInput("not-json", reason=str(error)) from error


def is_canonical(content: bytes) -> bool:
    """Tell whether `content` is exactly the canonical form of what it says (so no duplicate keys either)."""
    try:
        value = parse(content)
        return (_is_plain(content) and _sorted.encode(value) == content) or encode(value) == content
    except BadInput:
        return False


def _is_plain(content: bytes) -> bool:
    """Tell whether the canonical form of `content` is sorted JSON, which is made in a tenth of the time: without
    decimals, long numbers, characters that UTF-16 sorts elsewhere, and deep nesting."""
    if _UNLIKE.search(content) or _LONG_NUMBER.search(content):
        return False
    return content.count(b"{") + content.count(b"[") <= _DEEP


def normal(value: Any) -> Any:
    """Return `value` with every text, keys too, in NFC with LF line ends, as texts are on entry."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {normal(key): normal(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    return value
