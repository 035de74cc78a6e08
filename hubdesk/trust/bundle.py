"""What travels of a Centre's metadata: one frame of what is new, against what the other side holds.

Invariant: the documents come out byte for byte as they were signed; nothing here is believed, trust/chain.py decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hubdesk.errors import Untrusted
from hubdesk.state import frame
from hubdesk.trust.lean import UNREADABLE, Known, lean, restored

LARGEST = 512_000
"""Bytes of one document, and of what one frame holds."""
MOST_ROLES = 128
MOST_ROOTS = 256
_TOP = ("targets", "snapshot", "timestamp")
_ROOT, _GONE = "root", "-"
_WORDS = msgspec.msgpack.encode(
    {
        "_type": ["root", "snapshot", "timestamp", "targets"],
        "spec_version": "1.0.31",
        "consistent_snapshot": True,
        "meta": {"snapshot.json": False, "targets.json": True, "-installers.json": True, ".json": True},
        "delegations": {
            "keys": {"keytype": "ed25519", "keyval": {"public": ""}, "scheme": "ed25519"},
            "roles": [
                {"keyids": [0], "name": "", "paths": ["/*"], "terminating": True, "threshold": 1},
                {"keyids": [0], "name": "", "paths": ["/installers"], "terminating": True, "threshold": 2},
            ],
        },
        "expires": 730,
        "targets": {"/members": True, "/public": True},
        "version": 1,
    }
)
"""The dictionary for whoever holds nothing: words that every document has."""


class Bundle(msgspec.Struct, frozen=True):
    """The exact bytes of every document, as signed. `roots` by ascending version, at least the newest; `roles`: role
    name ("latam", "latam-installers") -> document, as the snapshot names them."""

    roots: list[bytes]
    timestamp: bytes
    snapshot: bytes
    targets: bytes
    roles: dict[str, bytes]


def documents(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Yield (role name, document) in the order in which one tells of the next: newest root, targets, roles, snapshot,
    timestamp."""
    yield _ROOT, bundle.roots[-1]
    yield "targets", bundle.targets
    yield from sorted(bundle.roles.items())
    yield "snapshot", bundle.snapshot
    yield "timestamp", bundle.timestamp


def pack(new: Bundle, held: Bundle | None, heads: Sequence[bytes] = ()) -> bytes:
    """Return what of `new` is not in `held` as one zstd frame; nothing new: no byte.

    `heads`: canonical bytes of heads that travel in the same answer, so that their hashes need not. The receiver must
    give the same `held` and `heads`.
    """
    packed: dict[str, Any] = {}
    known = Known(heads)
    roots = _newer_roots(new, held)
    if held is not None:
        known.learn(_ROOT, held.roots[-1])
    for root in roots:
        packed.setdefault(_ROOT, []).append(lean(_ROOT, root, known))
        known.learn(_ROOT, root)
    before = dict(documents(held)) if held is not None else {}
    for name, document in list(documents(new))[1:]:
        if before.get(name) != document:
            packed[name] = lean(name, document, known)
        known.learn(name, document)
    gone = sorted(set(before) - {name for name, _ in documents(new)})
    if gone:
        packed[_GONE] = gone
    return frame.pack(msgspec.msgpack.encode(packed), _dictionary(held)) if packed else b""


def unpack(packed: bytes, held: Bundle | None, heads: Sequence[bytes] = ()) -> Bundle:
    """Return the bundle that `pack` was given; no bytes give what is held.

    Raises Untrusted("metadata-large" | "metadata-broken").
    """
    if not packed and held is not None:
        return held
    try:
        content = frame.unpack(packed, LARGEST, _dictionary(held))
        told = msgspec.msgpack.decode(content, type=dict[str, Any])
        return _rebuilt(told, held, Known(heads))
    except Untrusted as error:
        is_large = error.code in ("frame-size", "metadata-large")
        raise Untrusted("metadata-large" if is_large else "metadata-broken", **error.data) from error
    except (msgspec.DecodeError, *UNREADABLE) as error:
        raise Untrusted("metadata-broken", reason=str(error)[:200]) from error


def _rebuilt(told: dict[str, Any], held: Bundle | None, known: Known) -> Bundle:
    gone = told.pop(_GONE, [])
    roots = list(held.roots) if held is not None else []
    fresh = told.pop(_ROOT, [])
    if len(roots) + len(fresh) > MOST_ROOTS or len(told) > MOST_ROLES:
        raise Untrusted("metadata-large")
    if roots:
        known.learn(_ROOT, roots[-1])
    for form in fresh:
        roots.append(_whole(_ROOT, form, known))
        known.learn(_ROOT, roots[-1])
    if not roots:
        raise Untrusted("metadata-broken", reason="no root")
    found = dict(documents(held)) if held is not None else {}
    for name in _order((set(found) | set(told)) - set(gone) - {_ROOT}):
        if name in told:
            found[name] = _whole(name, told[name], known)
        known.learn(name, found[name])
    top = [found[name] for name in _TOP]
    roles = {name: found[name] for name in sorted(found) if name not in (*_TOP, _ROOT, *gone)}
    return Bundle(roots=roots, targets=top[0], snapshot=top[1], timestamp=top[2], roles=roles)


def _whole(name: str, form: object, known: Known) -> bytes:
    document = restored(name, form, known)
    if len(document) > LARGEST:
        raise Untrusted("metadata-large", role=name)
    return document


def _order(names: set[str]) -> list[str]:
    place = {"targets": 0, "snapshot": 2, "timestamp": 3}
    return sorted(names, key=lambda name: (place.get(name, 1), name))


def _newer_roots(new: Bundle, held: Bundle | None) -> list[bytes]:
    if held is None:
        return new.roots
    newest = held.roots[-1]
    return new.roots[new.roots.index(newest) + 1 :] if newest in new.roots else new.roots


def _dictionary(held: Bundle | None) -> bytes:
    """Return what both sides can derive: the held documents in the form in which new ones travel."""
    if held is None:
        return _WORDS
    known = Known()
    forms = []
    for name, document in documents(held):
        if name == _ROOT:
            known.learn(name, document)
        form = lean(name, document, known)
        known.learn(name, document)
        forms.append(msgspec.msgpack.encode({name: form}))
    return _WORDS + b"".join(forms)
