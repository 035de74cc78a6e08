"""SPDX licence expressions: which ones are valid, how they are written, and whether they are open.

Invariant: an expression that `normalise` returns is valid SPDX (Annex D of SPDX 2.3) in the registry's own spelling.
The list of identifiers is the one that license-expression carries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

import license_expression  # type: ignore[import-untyped]

_OPEN: Final = frozenset({"Permissive", "Copyleft", "Copyleft Limited", "Public Domain"})
_TOKEN: Final = re.compile(r"\s*(\(|\)|[A-Za-z0-9.:+-]+)")
_REFERENCE: Final = re.compile(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
_LIMIT_TOKENS: Final = 200
_WORDS: Final = ("AND", "OR", "WITH", "(", ")")


@dataclass(frozen=True, slots=True)
class Licence:
    """An entry of the SPDX lists: a licence, or an exception that stands after WITH."""

    identifier: str
    is_open: bool
    is_exception: bool


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    is_open: bool


def normalise(expression: str) -> str | None:
    """`expression` in the registry's spelling, or None where it is no SPDX expression."""
    term = _Reader(expression).read()
    return None if term is None else term.text


def is_open(expression: str) -> bool:
    """Whether what it covers may be passed on freely: each side of AND, one side of OR, is an open licence."""
    term = _Reader(expression).read()
    return term is not None and term.is_open


@cache
def licences() -> Mapping[str, Licence]:
    """All licences and exceptions by identifier in lower case, deprecated ones included."""
    found: dict[str, Licence] = {}
    for entry in license_expression.get_license_index():
        names = [entry.get("spdx_license_key") or "", *(entry.get("other_spdx_license_keys") or [])]
        for name in names:
            if name and not name.startswith("LicenseRef-"):
                found[name.lower()] = Licence(name, entry["category"] in _OPEN, bool(entry["is_exception"]))
    return MappingProxyType(found)


class _Reader:
    """Recursive descent: OR binds weaker than AND, AND weaker than WITH, WITH weaker than +."""

    def __init__(self, expression: str) -> None:
        self._tokens: list[str] | None = _tokens(expression)
        self._at = 0

    def read(self) -> _Term | None:
        if self._tokens is None:
            return None
        term = self._any()
        return term if term is not None and self._at == len(self._tokens) else None

    def _take(self, word: str) -> bool:
        if self._peek() != word:
            return False
        self._at += 1
        return True

    def _peek(self) -> str | None:
        tokens = self._tokens or []
        return tokens[self._at] if self._at < len(tokens) else None

    def _any(self) -> _Term | None:
        left = self._all()
        while left is not None and self._take("OR"):
            right = self._all()
            left = right and _Term(f"{left.text} OR {right.text}", left.is_open or right.is_open)
        return left

    def _all(self) -> _Term | None:
        left = self._simple()
        while left is not None and self._take("AND"):
            right = self._simple()
            left = right and _Term(f"{left.text} AND {right.text}", left.is_open and right.is_open)
        return left

    def _simple(self) -> _Term | None:
        if self._take("("):
            inner = self._any()
            return _Term(f"({inner.text})", inner.is_open) if inner is not None and self._take(")") else None
        token = self._peek()
        if token is None or token in _WORDS:
            return None
        self._at += 1
        term = _licence(token)
        if term is not None and self._take("WITH"):
            exception = licences().get((self._peek() or "").lower())
            self._at += 1
            if exception is None or not exception.is_exception:
                return None
            return _Term(f"{term.text} WITH {exception.identifier}", term.is_open)
        return term


def _tokens(expression: str) -> list[str] | None:
    tokens: list[str] = []
    at, end = 0, len(expression.rstrip())
    while at < end:
        match = _TOKEN.match(expression, at)
        if match is None or len(tokens) == _LIMIT_TOKENS:
            return None
        tokens.append(match.group(1))
        at = match.end()
    return tokens


def _licence(token: str) -> _Term | None:
    if _REFERENCE.fullmatch(token):
        return _Term(token, is_open=False)
    known = licences().get(token.lower())
    if known is not None:
        return None if known.is_exception else _Term(known.identifier, known.is_open)
    # The reference implementation (github/go-spdx) reads X-or-later as X+ and X-only as X for every licence X.
    for suffix, ending in (("+", "+"), ("-or-later", "+"), ("-only", "")):
        base = licences().get(token.lower().removesuffix(suffix)) if token.lower().endswith(suffix) else None
        if base is not None and not base.is_exception:
            return _Term(base.identifier + ending, base.is_open)
    return None
