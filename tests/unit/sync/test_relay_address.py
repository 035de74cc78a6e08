"""The address of a relay, as it is printed, copied and typed."""

from __future__ import annotations

import pytest

from hubdesk.errors import BadInput
from hubdesk.sync.relay_address import RelayAddress, read_address

KEY = bytes(range(32))


@pytest.mark.parametrize(
    "address",
    [
        RelayAddress("192.168.1.10", 8471, KEY),
        RelayAddress("relay.house.example", 443, KEY),
        RelayAddress("fe80::1", 8471, KEY),
        RelayAddress("127.0.0.1", 8471, None),
    ],
)
def test_what_is_printed_can_be_typed(address: RelayAddress) -> None:
    assert read_address(str(address)) == address


def test_blanks_of_a_mail_and_great_letters_do_no_harm() -> None:
    text = f" https://10.0.0.1:8471#{KEY.hex()[:20].upper()}\n {KEY.hex()[20:]} "
    assert read_address(text) == RelayAddress("10.0.0.1", 8471, KEY)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("192.168.1.10:8471", "form"),
        ("ftp://192.168.1.10", "form"),
        ("https://[::1", "form"),
        ("https://10.0.0.1:99999#" + KEY.hex(), "form"),
        ("https://10.0.0.1/v1#" + KEY.hex(), "form"),
        ("https://10.0.0.1", "key"),
        ("https://10.0.0.1#" + KEY.hex()[:-1], "key"),
        ("http://10.0.0.1", "plain"),
        ("http://10.0.0.1#" + KEY.hex(), "plain"),
    ],
)
def test_what_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_address(text)
    assert (refused.value.code, refused.value.data["reason"]) == ("relay-address", reason)
