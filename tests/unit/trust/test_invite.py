"""An invite is read exactly as it was written, or not at all."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hubdesk.errors import BadInput
from hubdesk.trust.invite import Invite, read_invite, write_invite

keys = some.binary(min_size=32, max_size=32)
invites = some.builds(
    Invite,
    url=some.sampled_from(
        ["https://hub.example.org", "http://127.0.0.1:8470", "https://[2001:db8::1]:8470/x"]
    ),
    root=keys,
    server_key=keys,
    hub=some.sampled_from(["latam", "southern-africa", "centre"]),
    role=some.sampled_from(["reader", "coordinator"]),
    expires=some.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")),
    secret=some.binary(min_size=16, max_size=16),
)


@given(invites)
def test_an_invite_comes_back_as_it_was(invite: Invite) -> None:
    line = write_invite(invite)
    assert not any(character.isspace() for character in line)
    assert read_invite(line) == invite
    assert (
        read_invite("  " + "\r\n".join(line[start : start + 60] for start in range(0, len(line), 60)) + "\n")
        == invite
    )


@given(invites, some.data())
def test_an_invite_with_a_part_missing_is_refused(invite: Invite, data: some.DataObject) -> None:
    line = write_invite(invite)
    for end in range(len(line)):
        with pytest.raises(BadInput, match="invite-unreadable"):
            read_invite(line[:end])
    start = data.draw(some.integers(1, len(line)))
    with pytest.raises(BadInput, match="invite-unreadable"):
        read_invite(line[start:])


@given(invites, some.data())
def test_an_invite_with_a_letter_changed_is_refused_or_says_the_same(
    invite: Invite, data: some.DataObject
) -> None:
    line = write_invite(invite)
    place = data.draw(some.integers(0, len(line) - 1))
    letter = data.draw(some.sampled_from("abcXYZ019-_=+/"))
    with contextlib.suppress(BadInput):
        assert read_invite(line[:place] + letter + line[place + 1 :]) == invite


@given(some.text(max_size=200))
def test_any_other_text_is_no_invite(text: str) -> None:
    for candidate in (text, "hubdesk-1-" + text):
        with pytest.raises(BadInput, match="invite-unreadable"):
            read_invite(candidate)
