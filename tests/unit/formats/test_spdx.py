"""Licence expressions are read as SPDX defines them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.formats import spdx


@pytest.mark.parametrize(
    ("said", "normal", "is_open"),
    [
        ("EUPL-1.2", "EUPL-1.2", True),
        ("eupl-1.2", "EUPL-1.2", True),
        (" MIT ", "MIT", True),
        ("GPL-2.0", "GPL-2.0-only", None),
        ("LGPL-3.0-or-later AND MPL-2.0+", "LGPL-3.0-or-later AND MPL-2.0+", True),
        ("EUPL-1.2-or-later", "EUPL-1.2+", True),
        ("MIT OR (Apache-2.0 AND CC-BY-NC-4.0)", "MIT OR (Apache-2.0 AND CC-BY-NC-4.0)", True),
        ("MIT AND CC-BY-NC-4.0", "MIT AND CC-BY-NC-4.0", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", True),
        ("LicenseRef-ours", "LicenseRef-ours", False),
    ],
)
def test_an_expression_is_normalised_and_judged_open_or_not(
    said: str, normal: str, is_open: bool | None
) -> None:
    assert spdx.normalise(said) in (normal, said)
    assert is_open is None or spdx.is_open(said) is is_open


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Apache License, Version 2.0",
        "MIT AND",
        "(MIT",
        "MIT)",
        "MIT and ISC",
        "MIT WITH MIT",
        "AND",
        "WITH",
        "Classpath-exception-2.0",
        "MIT Apache-2.0",
        "(" * 5000,
        "MIT/ISC",
        "no-such-licence",
    ],
)
def test_what_is_no_expression_is_nothing(said: str) -> None:
    assert spdx.normalise(said) is None
    assert not spdx.is_open(said)


@given(
    st.lists(st.sampled_from(["MIT", "EUPL-1.2", "AND", "OR", "WITH", "(", ")", "+", "x", ":"]), max_size=12)
)
def test_what_is_normalised_stays_as_it_is(words: list[str]) -> None:
    normal = spdx.normalise(" ".join(words))
    assert normal is None or spdx.normalise(normal) == normal
