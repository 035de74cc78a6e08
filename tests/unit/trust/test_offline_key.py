"""A key of a ceremony comes back as it was made, or says why not."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hubdesk.errors import BadInput
from hubdesk.trust.keys import SigningKey
from hubdesk.trust.offline_key import is_locked, load_offline_key, read_public, save_offline_key, write_public

WORDS = "seven horses under one roof"


def code_of(error: pytest.ExceptionInfo[BadInput]) -> str:
    return error.value.code


def test_a_key_under_a_passphrase(tmp_path: Path) -> None:
    path, key = tmp_path / "targets.key", SigningKey.generate()
    save_offline_key(path, key, WORDS)
    assert is_locked(path)
    assert key.private.hex().encode() not in path.read_bytes()
    assert load_offline_key(path, WORDS).private == key.private
    with pytest.raises(BadInput) as refused:
        load_offline_key(path)
    assert code_of(refused) == "key-file-locked"
    with pytest.raises(BadInput) as refused:
        load_offline_key(path, "six horses")
    assert code_of(refused) == "key-file-passphrase"


def test_a_key_in_the_clear_is_for_its_owner_alone(tmp_path: Path) -> None:
    path, key = tmp_path / "targets.key", SigningKey.generate()
    save_offline_key(path, key, None)
    assert not is_locked(path)
    assert load_offline_key(path).private == key.private
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_key_is_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "targets.key"
    path.write_bytes(b"something else")
    with pytest.raises(BadInput) as refused:
        save_offline_key(path, SigningKey.generate(), None)
    assert code_of(refused) == "key-file-exists"
    assert path.read_bytes() == b"something else"


def test_an_empty_passphrase_is_none_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        save_offline_key(tmp_path / "key", SigningKey.generate(), "")
    assert code_of(refused) == "passphrase-empty"
    assert not (tmp_path / "key").exists()


@pytest.mark.parametrize(
    "content", [b"", b"hubdesk-offline-key-1\nzz\n", b"\xff" * 100, b"00" * 32, b"x" * 9_000]
)
def test_another_file_is_no_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(BadInput) as refused:
        load_offline_key(tmp_path / "key")
    assert code_of(refused) == "not-a-key-file"


def test_no_file_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        load_offline_key(tmp_path / "key")
    assert code_of(refused) == "key-file-missing"


@given(some.binary(min_size=32, max_size=32))
def test_a_public_key_can_be_printed_and_typed(public: bytes) -> None:
    line = write_public(public)
    assert read_public(line) == public
    assert read_public("  " + line[:30].upper() + " \n " + line[30:]) == public


@given(some.binary(min_size=32, max_size=32), some.data())
def test_a_slip_in_a_public_key_is_noticed(public: bytes, data: some.DataObject) -> None:
    line = write_public(public)
    place = data.draw(some.integers(0, len(line) - 1))
    other = data.draw(
        some.sampled_from("abcdefghijklmnopqrstuvwxyz234567-").filter(lambda one: one != line[place])
    )
    with pytest.raises(BadInput) as refused:
        read_public(line[:place] + other + line[place + 1 :])
    assert code_of(refused) == "not-a-public-key"
