"""What a person chooses for an edition."""

from __future__ import annotations

import pytest

from hubdesk.errors import BadInput
from hubdesk.packages.options import moment


@pytest.mark.parametrize(
    ("since", "at"),
    [
        ("2026-11-22", "2026-11-22T00:00:00Z"),
        ("2026-11-22T19:00:00Z", "2026-11-22T19:00:00Z"),
        ("2026-11-22T19:00:00+02:00", "2026-11-22T17:00:00Z"),
    ],
)
def test_a_date_is_its_first_moment(since: str, at: str) -> None:
    assert moment(since) == at


@pytest.mark.parametrize(
    "since", ["", "yesterday", "2026-13-01", "2026-11-22T19:00:00", "22.11.2026", "2026"]
)
def test_what_is_no_date_is_refused(since: str) -> None:
    with pytest.raises(BadInput) as refused:
        moment(since)
    assert refused.value.code == "edition-since"
