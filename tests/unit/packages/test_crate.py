"""An edition is an RO-Crate by others' judgement, and says of each record and file what matters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rocrate.model.contextentity import ContextEntity
from rocrate.model.file import File
from rocrate.rocrate import ROCrate

from hubdesk.packages import layout
from hubdesk.packages.crate import write_crate
from hubdesk.packages.survey import Entry
from tests.unit.packages.made import PUBLIC, chosen, contents, entry, named_file


def graph(*entries: Entry) -> dict[str, dict[str, Any]]:
    """The entities by their @id, each of which must stand there once."""
    described = json.loads(b"".join(write_crate(contents(), entries, chosen(entries))))
    assert described["@context"] == "https://w3id.org/ro/crate/1.1/context"
    found = {entity["@id"]: entity for entity in described["@graph"]}
    assert len(found) == len(described["@graph"])
    return found


def lay_out(folder: Path, *entries: Entry) -> None:
    """Write the crate with files where it says that they lie."""
    folder.mkdir()
    written = b"".join(write_crate(contents(), entries, chosen(entries)))
    (folder / "ro-crate-metadata.json").write_bytes(written)
    members = [layout.CONTENTS, layout.BUNDLE]
    members += [layout.head_name(PUBLIC), layout.nodes_name(PUBLIC), layout.snapshot_name(PUBLIC)]
    members += [layout.blob_name(file.sha256) for item in entries for file in item.files]
    for member in members:
        path = folder / member.removeprefix(layout.PAYLOAD)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"content")


def test_the_ro_crate_library_reads_it_with_every_file_in_its_place(tmp_path: Path) -> None:
    plan, dataset = named_file("plan.pdf"), named_file("votes.csv", type="text/csv", licence="CC0-1.0")
    first, second = entry({"en": "A plan"}, plan), entry({"fr": "Des votes"}, dataset, kind="dataset")
    lay_out(tmp_path / "crate", first, second)
    crate = ROCrate(tmp_path / "crate")
    assert crate.name == "HubDesk edition of 2026-11-22"
    assert crate.root_dataset["datePublished"] == "2026-11-22T19:00:00Z"
    files = {item.id: item for item in crate.data_entities if isinstance(item, File)}
    path = layout.blob_name(dataset.sha256).removeprefix("data/")
    assert files[path]["name"] == "votes.csv"
    assert files[path]["encodingFormat"] == "text/csv"
    assert files[path]["license"].id == "https://spdx.org/licenses/CC0-1.0"
    assert len(files) == 7
    record = crate.dereference(f"urn:uuid:{second.id}")
    assert isinstance(record, ContextEntity)
    assert record["associatedMedia"] == [files[path]] or record["associatedMedia"] == files[path]
    assert record["isPartOf"].id == f"collections/{PUBLIC}/"
    crate.write(tmp_path / "again")  # it fails where a file is described that does not lie there
    assert (tmp_path / "again" / path).read_bytes() == b"content"


def test_the_root_has_what_ro_crate_asks_of_it() -> None:
    found = graph()
    assert found["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert found["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    root = found["./"]
    assert root["@type"] == "Dataset"
    assert all(root[name] for name in ("name", "description", "datePublished", "license", "hasPart"))
    assert root["license"]["@id"] in found


def test_a_record_names_its_title_language_licence_and_files() -> None:
    file = named_file()
    record = entry({"fr": "Un plan", "es": "Un plan"}, file, summary={"fr": "En bref.", "es": "En breve."})
    said = graph(record)[f"urn:uuid:{record.id}"]
    assert said == {
        "@id": f"urn:uuid:{record.id}",
        "@type": "CreativeWork",
        "genre": "document",
        "name": "Un plan",
        "inLanguage": "es",
        "description": "En breve.",
        "dateModified": record.at,
        "isPartOf": {"@id": f"collections/{PUBLIC}/"},
        "associatedMedia": [{"@id": layout.blob_name(file.sha256).removeprefix("data/")}],
        "license": {"@id": "https://spdx.org/licenses/CC-BY-4.0"},
    }


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("CC0-1.0", {"@id": "https://spdx.org/licenses/CC0-1.0"}),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("LicenseRef-ours", "LicenseRef-ours"),
        ("unknown", None),
        ("", None),
    ],
)
def test_a_licence_is_a_link_where_spdx_has_a_page_for_it(licence: str, said: object) -> None:
    record = entry({"en": "A plan"}, licence=licence)
    found = graph(record)
    assert found[f"urn:uuid:{record.id}"].get("license") == said
    assert not isinstance(said, dict) or found[said["@id"]]["name"] == licence


def test_what_is_withdrawn_is_not_described() -> None:
    gone = entry({}, is_shown=False)
    assert f"urn:uuid:{gone.id}" not in graph(gone)


texts = st.text(st.characters(codec="utf-8"), max_size=40)


@given(
    st.lists(
        st.builds(
            lambda title, kind, licence, name, media: entry(
                {"en": title}, named_file(name, type=media, licence=licence), kind=kind, licence=licence
            ),
            *[texts] * 5,
        ),
        max_size=4,
    )
)
def test_whatever_records_say_each_part_is_described_once_and_all_links_lead_somewhere(
    entries: list[Entry],
) -> None:
    found = graph(*entries)
    linked = [
        link["@id"]
        for entity in found.values()
        for value in entity.values()
        for link in (value if isinstance(value, list) else [value])
        if isinstance(link, dict)
    ]
    assert set(linked) <= {*found, "https://w3id.org/ro/crate/1.1"}
