"""What a collection is called for the reader of the window.

Invariant: every collection has a name, and the name tells who may read it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hubdesk.gui.naming import Naming


def collection_name(naming: Naming, name: str) -> str:
    """Return `Southern Africa, public` for southern-africa/public."""
    hub = naming.hub(name.partition("/")[0])
    pattern = QCoreApplication.translate("CollectionName", "{hub}, {readers}")
    return pattern.format(hub=hub, readers=readers(name))


def readers(name: str) -> str:
    """Return who a collection is for: public, members only, or what its own name says."""
    part = name.partition("/")[2]
    return {
        "public": QCoreApplication.translate("CollectionName", "public"),
        "members": QCoreApplication.translate("CollectionName", "members only"),
    }.get(part, part)
