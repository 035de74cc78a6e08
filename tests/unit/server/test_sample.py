"""The sample content stands in a new Centre as if coordinators had published it."""

from __future__ import annotations

from pathlib import Path

from hubdesk.locations import resource
from hubdesk.model.sample import read_sample
from hubdesk.server.sample import publish_sample
from hubdesk.server.sqlite_store import SqliteStore
from tests.unit.server.driver import real_kinds, running_hub


def test_every_sample_record_reaches_a_desk_signed_and_with_its_files(folder: Path) -> None:
    records = read_sample(resource("sample"))
    store = SqliteStore(folder, real_kinds())
    publish_sample(store, folder, records)
    store.close()
    names = sorted({record.collection for record in records})
    with running_hub(folder) as hub:
        desk = hub.desk("steering", "centre")
        desk.sync(*names, token=True)  # checks heads, roots and counts
        for name in names:
            expected = {record.id for record in records if record.collection == name}
            assert {revision.content.id for revision in desk.of(name).records.values()} == expected
        for record in records:
            for path, listed in zip(record.files, record.fields.get("files", []), strict=True):
                assert desk.fetch(bytes.fromhex(listed["sha256"])) == path.read_bytes()


def test_coordinators_join_beside_the_sample_keys(folder: Path) -> None:
    store = SqliteStore(folder, real_kinds())
    publish_sample(store, folder, read_sample(resource("sample")))
    store.close()
    with running_hub(folder) as hub:
        desk = hub.desk("coordinator")
        desk.sync("latam/public")
        down = desk.sync("latam/public", publications=[desk.publication("latam/public", [desk.write()])])
        assert down.published[0].code == ""
