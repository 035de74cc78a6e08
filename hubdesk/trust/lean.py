"""A metadata document without what its reader can derive: key ids, hexadecimal digits, dates, versions told elsewhere.

Invariant: a lean form is only used where it restores the document byte for byte; any other document stays whole.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from hubdesk.model.identity import digest, is_hash
from hubdesk.trust.keys import key_id

_DAY = 86_400
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_SUFFIX = ".json"
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, OSError)
"""What a form or a document raises that nobody of ours wrote; OSError: a date that the platform does not know."""


class Known:
    """What both sides know when they come to a document: key ids in an agreed order, the versions of the documents
    before it, and the hashes of `heads`."""

    def __init__(self, heads: Sequence[bytes] = ()) -> None:
        self.keys: list[str] = []
        self.versions: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.heads: dict[str, dict[str, Any]] = {}
        for body in heads:
            told = _decoded(body)
            if told is not None and isinstance(told.get("collection"), str):
                self.heads[told["collection"]] = _target(digest(body).hex(), len(body))

    def learn(self, name: str, document: bytes) -> None:
        """Add what a document tells; one that cannot be read tells nothing."""
        signed = (_decoded(document) or {}).get("signed")
        if not isinstance(signed, dict):
            return
        if isinstance(signed.get("version"), int):
            self.versions[name], self.digests[name] = signed["version"], digest(document).hex()
        self.add(list(_keys_of(signed) or {}))

    def add(self, keys: list[str]) -> None:
        """Put key ids before those known so far."""
        self.keys = keys + [key for key in self.keys if key not in keys]


def lean(name: str, document: bytes, known: Known) -> object:
    """Return the shortest form of a document that `restored` turns back; itself where there is none."""
    told = _decoded(document)
    try:
        form = _shortened(told, known) if told is not None else None
        if form is not None and restored(name, form, known) == document:
            msgspec.msgpack.encode(form)  # no integers that MessagePack does not know
            return form
    except UNREADABLE:
        pass  # not of the form that HubDesk writes: it travels as it stands
    return document


def restored(name: str, form: object, known: Known) -> bytes:
    """Return the document of a form; raises one of UNREADABLE for a broken one."""
    if isinstance(form, bytes):
        return form
    if not isinstance(form, list):
        raise TypeError(name)
    signatures, short = form
    table = Known()
    table.add(list(known.keys))
    signed = dict(short)
    delegations = signed.get("delegations")
    if delegations is not None:
        signed["delegations"] = delegations = dict(delegations)
    holder = delegations if delegations is not None else signed
    if isinstance(holder.get("keys"), list):
        publics = {key_id(public): public for public in holder["keys"]}
        holder["keys"] = {key: _key(publics[key]) for key in sorted(publics)}
        table.add(sorted(publics))
    if "roles" in holder:
        roles = holder["roles"]
        holder["roles"] = (
            {role: _named(told, table) for role, told in roles.items()}
            if isinstance(roles, dict)
            else [_named(told, table) for told in roles]
        )
    if isinstance(signed.get("expires"), int):
        signed["expires"] = _later(signed["version"], signed["expires"])
    if "meta" in signed:
        signed["meta"] = {file: _met(file, told, known) for file, told in signed["meta"].items()}
    if "targets" in signed:
        signed["targets"] = {path: _aimed(path, told, known) for path, told in signed["targets"].items()}
    names = [_key_named(who, table) for who in signatures[::2]]
    pairs = zip(names, signatures[1::2], strict=True)
    written = {"signatures": [{"keyid": who, "sig": sig.hex()} for who, sig in pairs], "signed": signed}
    return _encoded(written)


def _shortened(told: dict[str, Any], known: Known) -> list[object]:
    signed = told["signed"]
    table = Known()
    table.add(list(known.keys))
    delegations = signed.get("delegations")
    holder = delegations if delegations is not None else signed
    keys = _keys_of(signed)
    if keys is not None:
        table.add(sorted(keys))
        holder["keys"] = [bytes.fromhex(keys[key]["keyval"]["public"]) for key in sorted(keys)]
    if "roles" in holder:
        roles = holder["roles"]
        for role in roles.values() if isinstance(roles, dict) else roles:
            role["keyids"] = [_key_place(key, table) for key in role["keyids"]]
    days = (_seconds(signed["expires"]) - signed["version"]) / _DAY
    if days.is_integer() and days > 0:
        signed["expires"] = int(days)
    if "meta" in signed:
        signed["meta"] = {file: _meet(file, item, known) for file, item in signed["meta"].items()}
    if "targets" in signed:
        targets = signed["targets"]
        signed["targets"] = {path: _aim(path, targets[path], known) for path in targets}
    signatures: list[object] = []
    for item in told["signatures"]:
        signatures += [_key_place(item["keyid"], table), bytes.fromhex(item["sig"])]
    return [signatures, signed]


def _keys_of(signed: dict[str, Any]) -> dict[str, Any] | None:
    delegations = signed.get("delegations")
    keys = (delegations if isinstance(delegations, dict) else signed).get("keys")
    return keys if isinstance(keys, dict) else None


def _key(public: bytes) -> dict[str, Any]:
    return {"keytype": "ed25519", "keyval": {"public": public.hex()}, "scheme": "ed25519"}


def _named(role: dict[str, Any], table: Known) -> dict[str, Any]:
    return role | {"keyids": [_key_named(key, table) for key in role["keyids"]]}


def _key_place(key: str, table: Known) -> int | bytes:
    return table.keys.index(key) if key in table.keys else bytes.fromhex(key)


def _key_named(key: int | bytes, table: Known) -> str:
    return table.keys[key] if isinstance(key, int) else key.hex()


def _target(sha256: str, length: int) -> dict[str, Any]:
    return {"hashes": {"sha256": sha256}, "length": length}


def _aim(path: str, item: dict[str, Any], known: Known) -> object:
    if known.heads.get(path) == item:
        return True
    sha256 = item["hashes"].get("sha256", "")
    return [bytes.fromhex(sha256), item["length"]] if is_hash(sha256) else item


def _aimed(path: str, told: Any, known: Known) -> object:
    if told is True:
        return known.heads[path]
    return _target(told[0].hex(), told[1]) if isinstance(told, list) else told


def _meet(file: str, item: object, known: Known) -> object:
    """Return True for what names version and hash of a known document, False for its version alone."""
    if file.removesuffix(_SUFFIX) not in known.versions:
        return item
    return next((form for form in (True, False) if _met(file, form, known) == item), item)


def _met(file: str, told: object, known: Known) -> object:
    if not isinstance(told, bool):
        return told
    name = file.removesuffix(_SUFFIX)
    named: dict[str, object] = {"version": known.versions[name]}
    return named | {"hashes": {"sha256": known.digests[name]}} if told else named


def _later(version: int, days: int) -> str:
    return (datetime.fromtimestamp(version, UTC) + timedelta(days=days)).strftime(_TIME)


def _seconds(moment: str) -> int:
    return int(datetime.strptime(moment, _TIME).replace(tzinfo=UTC).timestamp())


def _encoded(written: dict[str, Any]) -> bytes:
    # As python-tuf's JSONSerializer(compact=True) writes.
    return json.dumps(written, separators=(",", ":"), sort_keys=True).encode("utf-8")


def _decoded(document: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(document)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
