"""A publiccode.yml that comes again changes what it tells and leaves what it has no words for."""

from __future__ import annotations

from pathlib import Path

from tests.unit.catalogue.profiles import PLACE, coordinator_desk

URL = "https://code.example.org/minutes"


def test_an_import_over_a_record_keeps_the_fields_that_the_format_lacks(tmp_path: Path) -> None:
    desk = coordinator_desk(tmp_path / "desk")
    fields = {
        "title": {"en": "Minutes"}, "repository": URL, "release": "1.0", "skills": {"en": "Some Python."},
        "difficulties": {"en": "It needs a steady line."}, "domain": ["plenary"],
    }  # fmt: skip
    record = desk.new("software", fields, PLACE)
    file = tmp_path / "publiccode.yml"
    file.write_text(f"publiccodeYmlVersion: '0.4'\nname: Minutes maker\nurl: {URL}\nsoftwareVersion: '2.0'\n")

    [item] = desk.importing(PLACE).publiccode([file])

    assert item["id"] == record
    shown = desk.show(record).fields
    assert (list(shown["title"].values()), shown["release"]) == (["Minutes maker"], "2.0")
    kept = ("skills", "difficulties", "domain")
    assert {name: shown[name] for name in kept} == {name: fields[name] for name in kept}
    desk.close()
