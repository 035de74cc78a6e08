"""What every control of the editor works with.

Invariant: nothing here changes while a record is edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdesk.gui.naming import Naming
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme

if TYPE_CHECKING:
    from hubdesk.desk import Desk


@dataclass(frozen=True)
class Bench:
    """The theme, the desk, the lanes to reach it by, and the names of things."""

    theme: Theme
    tasks: Tasks
    desk: Desk
    naming: Naming
