"""Records that nobody writes by hand do not stand among those that people look for."""

from __future__ import annotations

from pathlib import Path

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk


def test_admissions_are_found_only_when_they_are_asked_for(tmp_path: Path) -> None:
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    admission = NewRecord("admission", {"role": "coordinator", "hub": "latam", "title": {"en": "Admission"}})
    organisation = NewRecord("organisation", {"title": {"en": "National Assembly"}})
    ids = desk.new_many([admission, organisation], "centre/public")

    everything = desk.search(Query())
    asked_for = desk.search(Query(facets={"kind": ["admission"]}))
    desk.close()

    assert [hit.id for hit in everything.hits] == [ids[1]]
    assert [item.value for item in everything.facets["kind"]] == ["organisation"]
    assert [hit.id for hit in asked_for.hits] == [ids[0]]
