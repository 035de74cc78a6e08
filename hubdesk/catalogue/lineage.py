"""From which revisions a revision was made, as far as they are here.

Invariant: nothing is concluded from a clock; a revision comes before another only where `parents` say so.
"""

from __future__ import annotations

from sqlalchemy import Connection

from hubdesk.catalogue import revisions
from hubdesk.model.record import Revision

_DEEPEST = 1_000


def ancestors(connection: Connection, *begin: bytes) -> dict[bytes, list[bytes]]:
    """Return hash -> parents of revisions and all they were made from, nearest first, as far as they are held."""
    found: dict[bytes, list[bytes]] = {}
    waiting = list(begin)
    while waiting and len(found) < _DEEPEST:
        following: list[bytes] = []
        for value in waiting:
            held = None if value in found else revisions.get(connection, value)
            if held is not None:
                found[value] = [bytes.fromhex(parent) for parent in held.content.parents]
                following += found[value]
        waiting = following
    return found


def contains(connection: Connection, later: bytes | None, earlier: bytes | None) -> bool:
    """Tell whether `later` is `earlier` or was made from it."""
    if later is None or earlier is None:
        return later == earlier
    return later == earlier or earlier in ancestors(connection, later)


def common(
    connection: Connection, mine: Revision, theirs: Revision, stated: bytes | None = None
) -> Revision | None:
    """Return the last revision that both were made from, None where it is not known here.

    `stated` is what the author of one of them named: it counts too, unless something later is known. That both are by
    one desk says nothing: a desk restored from an older copy does not know what it wrote since.
    """
    left = _with_self(connection, mine)
    right = _with_self(connection, theirs)
    shared = [value for value in left if value in right]
    if stated is not None and stated not in shared and revisions.get(connection, stated) is not None:
        shared.append(stated)
    graph = left | right | ancestors(connection, *(value for value in shared if value not in left))
    before = {parent for value in shared for parent in graph[value]}
    waiting = list(before)
    while waiting:
        parents = set(graph.get(waiting.pop(), [])) - before
        before |= parents
        waiting += parents
    latest = [value for value in shared if value not in before]
    return revisions.get(connection, latest[0]) if latest else None


def _with_self(connection: Connection, revision: Revision) -> dict[bytes, list[bytes]]:
    parents = [bytes.fromhex(parent) for parent in revision.content.parents]
    return {revision.hash: parents} | ancestors(connection, *parents)
