"""What the people of the demonstration write. The organisations are real, the wording is sample text and says so.

Invariant: everything that is to be proposed has what its kind must have.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, Final

HUB: Final = "southern-africa"
PUBLIC: Final = f"{HUB}/public"
SAMPLE: Final = {"en": "Written for a demonstration.", "fr": "Écrit pour une démonstration."}

BUNGENI: Final = "01a19467-e800-7005-8000-000000000008"
BOTSWANA: Final = "01a19467-e800-7005-8000-000000000004"
CHECKLIST: Final = "01a19467-e800-7005-8000-000000000006"
"""Records of the sample content."""

LESSON: Final = " Agree in writing, before the mission, who keeps the plan up to date afterwards."
LESSON_FR: Final = " Convenez par écrit, avant la mission, de qui tiendra le plan à jour par la suite."
"""What the contributor adds to the case study while there is no network, in two languages."""

SERVER_ROOM: Final[dict[str, Any]] = {
    "title": {"en": "A server room that survives load shedding", "fr": "Une salle serveur qui résiste aux délestages"},
    "summary": {
        "en": "Which machines stay up for four hours, in which order the others stop, and who is called.",
        "fr": "Quelles machines tiennent quatre heures, dans quel ordre les autres s’arrêtent, et qui est appelé.",
    },
    "text": {"en": "List every machine with its load in watts. Decide what must stay up while the plenary sits. "
                   "Test the order of shutdown on a Saturday, with the door open."},
    "domains": ["strategic-planning"], "country": "ZM", "languages": ["en", "fr"], "licence": "CC-BY-4.0",
    "owner": "National Assembly of Zambia", "contact": {"organisation": "National Assembly of Zambia"}, "sample": SAMPLE,
}  # fmt: skip
HANSARD: Final[dict[str, Any]] = {
    "title": {"en": "Hansard the next morning: audio, two typists and one editor"},
    "summary": {"en": "A small team publishes the report of the sitting before the next one begins, without a vendor."},
    "country": "BW", "languages": ["en"], "licence": "CC-BY-4.0", "owner": "Parliament of Botswana",
    "contact": {"organisation": "Parliament of Botswana"}, "sample": SAMPLE,
    "objective": {"en": "Members correct their words while they still remember them."},
    "lessons": {"en": "Cut the audio into five-minute pieces; nobody waits for anybody."},
}  # fmt: skip
DRAFT: Final[dict[str, Any]] = {
    "title": {"en": "Passwords after the election: 150 new members in one week"},
    "summary": {"en": "How accounts, tablets and first lessons were given out in five days."},
    "country": "ZM", "languages": ["en"], "sample": SAMPLE,
}  # fmt: skip
OWN: Final[dict[str, Any]] = {
    "title": {"en": "Order of shutdown, as a form to fill in", "fr": "Ordre d’arrêt, formulaire à remplir"},
    "summary": {"en": "One page to hang beside the door of the server room."},
    "country": "ZM", "languages": ["en", "fr"], "licence": "CC0-1.0", "owner": "National Assembly of Zambia", "sample": SAMPLE,
}  # fmt: skip
CONTINUITY_SHEET: Final = (
    "Machine;Watts;Stops after (minutes);Who is called\nPlenary audio;180;never;\nMail;350;30;\n"
)


RECORDING_BYTES: Final = 6_000_000


def recording(folder: Path) -> Path:
    """Write six megabytes that no compression makes smaller, as a recording is; return the path."""
    path = folder / "Sitting of 3 November.opus"
    path.write_bytes(Random(3).randbytes(RECORDING_BYTES))
    return path


PLAN_BYTES: Final = 160_000


def wiring_plan(folder: Path) -> Path:
    """Write a drawing as large as a scanned page; return its path."""
    path = folder / "Wiring plan.png"
    path.write_bytes(Random(5).randbytes(PLAN_BYTES))
    return path


def continuity_sheet(folder: Path) -> Path:
    """Write the file that goes with the tool; return its path."""
    path = folder / "Order of shutdown.csv"
    path.write_text(CONTINUITY_SHEET, encoding="utf-8")
    return path
