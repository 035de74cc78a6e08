"""What a platform says of its connection, and what is made of silence."""

from __future__ import annotations

import pytest

from hubdesk.sync.metered import Metered, ask_platform, read_metered


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("u 1\n", True),
        ("u 2\n", False),
        ("u 3\n", True),
        ("u 4\n", False),
        ("u 0\n", None),
        ("u 9\n", None),
        ("", None),
        ('s "u 1"', None),
        ("Failed to get property Metered", None),
    ],
)
def test_what_network_manager_says(said: str, meant: bool | None) -> None:
    assert read_metered(said) is meant


def test_this_platform_may_be_asked() -> None:
    assert ask_platform() in (True, False, None)


def test_the_answer_is_asked_for_again_after_a_while() -> None:
    now, answers = [0.0], iter([True, False])
    metered = Metered(lambda: next(answers), lambda: now[0])
    assert metered() is True
    now[0] = 29.0
    assert metered() is True
    now[0] = 31.0
    assert metered() is False
