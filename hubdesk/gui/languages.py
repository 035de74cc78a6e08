"""The languages the window can speak: those with a translation in the program.

Invariant: English is always among them, because the window is written in it.
"""

from __future__ import annotations

from hubdesk.locations import resource

_PREFIX = "hubdesk_"


def spoken_languages() -> list[str]:
    """Return the tags (BCP 47) of the languages, sorted, English first."""
    found = {path.stem.removeprefix(_PREFIX) for path in resource("translations").glob(f"{_PREFIX}*.qm")}
    return ["en", *sorted(found - {"en"})]
