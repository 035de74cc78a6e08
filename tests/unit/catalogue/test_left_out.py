"""Whoever carries metadata and leaves a hub's part out keeps it from nobody for longer than until the next road."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hubdesk.catalogue.database import Database
from hubdesk.catalogue.profile import create_profile
from hubdesk.catalogue.trust import held_chain, keep_bundle, timestamp_version
from hubdesk.errors import Untrusted
from tests.unit.trust.centre import Centre


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    profile = create_profile(tmp_path / "desk", use_keyring=False)
    yield profile.database
    profile.close()


def test_what_was_left_out_is_asked_for_and_taken(database: Database) -> None:
    centre = Centre()
    stripped = msgspec.structs.replace(
        centre.bundle, roles={hub: one for hub, one in centre.roles.items() if hub != "latam"}
    )
    with database.write() as connection:
        with pytest.raises(Untrusted, match="metadata-mixed"):
            keep_bundle(connection, stripped, centre.anchor, centre.now)
        assert timestamp_version(connection) == 0  # what a desk says to hold: so the hub tells all of it
        keep_bundle(connection, centre.bundle, centre.anchor, centre.now)
        chain = held_chain(connection)
        assert chain is not None
        assert timestamp_version(connection) == chain.timestamp_version > 0
        assert set(chain.listing("latam")) == {"latam/members", "latam/public"}
