"""The demonstration on a screen: the program itself, on a desk to which something has happened already.

Invariant: the desk was filled by the same calls as any other, over the line; every page has something to show.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from demonstration import people
from demonstration.hub import Hub
from demonstration.people import BOTSWANA, HUB
from hubdesk.desk import Desk


def show(hub: Hub, desks: Path) -> int:
    """Fill the desks and open the window on the coordinator's; return its exit status when it is closed."""
    for role in ("contributor", "reader", "coordinator"):
        fill(hub, desks / role, role)
    print(
        f"The hub listens on {hub.url}. The window is the desk of a coordinator of {HUB}; close it to end all."
    )
    for role in ("contributor", "reader"):
        print(f"Another desk, for a second window: {sys.executable} -m hubdesk --profile {desks / role}")
    print(f"An invite for a desk of your own: {hub.invite('contributor', 'latam')}", flush=True)
    program = subprocess.Popen(
        [sys.executable, "-P", "-m", "hubdesk", "--profile", str(desks / "coordinator")]
    )
    try:
        return program.wait()
    finally:
        program.terminate()  # it would not hear Ctrl+C by itself


def fill(hub: Hub, profile: Path, role: str) -> None:
    """Make a desk that has joined, with what its person has written."""
    desk = Desk.create(profile, use_keyring=False)
    try:
        desk.join(hub.invite(role, HUB))
        desk.sync()
        if role == "contributor":
            lessons = desk.show(BOTSWANA).fields["lessons"]
            added = {"en": people.LESSON, "fr": people.LESSON_FR}
            desk.set(BOTSWANA, {"lessons": {tag: text + added.get(tag, "") for tag, text in lessons.items()}})
            tool = desk.new("tool", people.SERVER_ROOM)
            desk.attach(tool, [people.continuity_sheet(profile.parent)])
            desk.new("case_study", people.HANSARD)
            desk.propose()
            desk.sync()
        elif role == "coordinator":
            desk.propose([desk.new("tool", people.OWN)])
            desk.new("case_study", people.DRAFT)
    finally:
        desk.close()
