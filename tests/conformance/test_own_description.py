"""HubDesk's own publiccode.yml stands HubDesk's own check."""

from pathlib import Path

from hubdesk import __version__
from hubdesk.formats import publiccode

OWN = Path(__file__).resolve().parents[2] / "publiccode.yml"


def test_it_is_valid_without_a_warning() -> None:
    reading = publiccode.read(OWN.read_bytes(), folder=OWN.parent)
    assert [problem for problem in reading.problems if problem.level != "unchecked"] == []


def test_it_names_this_version() -> None:
    assert f"softwareVersion: {__version__}\n" in OWN.read_text(encoding="utf-8")
