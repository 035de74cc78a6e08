"""Licences: SPDX expressions, and "unknown" as an answer.

Invariant: the licence list is read only when an expression is met that the project's own short list does not have.
"""

from __future__ import annotations

import re
from functools import lru_cache

UNKNOWN = "unknown"
_OWN_REFERENCE = re.compile(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")


@lru_cache(maxsize=1024)
def is_licence(expression: str) -> bool:
    """Say whether `expression` is "unknown" or an SPDX licence expression (SPDX specification 2.3, annex D).

    Deprecated identifiers ("GPL-3.0") and references to a licence's own text ("LicenseRef-x") count.
    """
    if expression == UNKNOWN:
        return True
    from license_expression import (  # type: ignore[import-untyped]
        ExpressionError,
        ExpressionParseError,
        get_spdx_licensing,
    )

    licensing = get_spdx_licensing()
    try:
        parsed = licensing.parse(expression, strict=True)
    except (ExpressionError, ExpressionParseError):
        return False
    if parsed is None:
        return False
    return all(_OWN_REFERENCE.fullmatch(key) for key in licensing.unknown_license_keys(parsed))
