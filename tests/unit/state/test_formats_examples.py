"""The worked example of docs/formats.md, computed twice: by the words of the page alone, and by the program."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import Revision, read_revision
from hubdesk.state import outcome
from hubdesk.state.batch import Batch, Event
from hubdesk.state.delta import make_delta, read_delta
from hubdesk.state.head import SignedHead
from hubdesk.state.snapshot import entry_of
from hubdesk.state.tree import EMPTY_ROOT, nodes_of
from hubdesk.sync.wire import Cursor, Down, Request, Up, pack, unpack
from hubdesk.trust.admission import read_admission
from hubdesk.trust.heads import check_head
from hubdesk.trust.invite import read_invite
from hubdesk.trust.keys import SigningKey, check_signature, desk_id

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
SIGN, PUBLISH, SERVER = (bytes([number]) * 32 for number in (1, 2, 3))


def read_example() -> dict[str, str]:
    block = PAGE.read_text(encoding="utf-8").split("```example\n")[1].split("```")[0]
    return {name: value.strip() for name, _, value in (line.partition(":") for line in block.splitlines())}


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    return read_example()


def sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def canonical(value: object) -> bytes:
    """RFC 8785 for the plain ASCII objects of the example."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def signature(private: bytes, statement: bytes) -> str:
    return Ed25519PrivateKey.from_private_bytes(private).sign(statement).hex()


def node_of(record: bytes, revision: bytes) -> tuple[int, bytes, bytes]:
    """Number, bucket and node hash of a node with one record."""
    key = sha256(record)
    bucket = sha256(b"hubdesk/bucket/1\n" + record + revision)
    return key[0], bucket, sha256(b"hubdesk/node/1\n" + key[1:2] + bucket)


def raw_id(line: str) -> bytes:
    return bytes.fromhex(json.loads(line)["id"].replace("-", ""))


class Held:
    """A state of a few records, as state/delta.py asks for one."""

    def __init__(self, revisions: Sequence[Revision]) -> None:
        self.held = {id_bytes(revision.content.id): revision for revision in revisions}

    def bucket(self, number: int) -> list[bytes]:
        here = [record for record in self.held if int.from_bytes(tree_key(record)[:2], "big") == number]
        return sorted(here, key=tree_key)

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        return {i: (self.held[i].hash, self.held[i].canonical) for i in ids if i in self.held}

    def newest(self) -> Iterator[bytes]:
        return (self.held[record].canonical for record in sorted(self.held, reverse=True))


def revisions(example: dict[str, str], *names: str) -> list[Revision]:
    return [read_revision(example[name].encode("ascii")) for name in names]


def test_a_desk_is_named_by_both_its_public_keys(example: dict[str, str]) -> None:
    public = Ed25519PrivateKey.from_private_bytes(SIGN).public_key().public_bytes_raw()
    assert example["sign"] == public.hex()
    named = b"hubdesk/desk/1\n" + public + example["recipient"].encode("ascii")
    assert example["desk"] == sha256(named).hex()
    assert example["desk"] == desk_id(public, example["recipient"])


def test_a_publishing_key_has_the_key_id_of_tuf(example: dict[str, str]) -> None:
    key = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": example["publish"]}}
    assert example["publishing key id"] == sha256(canonical(key)).hex() == SigningKey(PUBLISH).id


@pytest.mark.parametrize("name", ["first", "second", "changed"])
def test_a_revision_is_canonical_and_its_hash_is_that_of_its_bytes(
    example: dict[str, str], name: str
) -> None:
    line = example[name].encode("ascii")
    assert canonical(json.loads(line)) == line
    assert example[f"{name} hash"] == sha256(line).hex() == read_revision(line).hash.hex()


@pytest.mark.parametrize("name", ["first", "second"])
def test_bucket_and_node_of_a_record(example: dict[str, str], name: str) -> None:
    _, bucket, node = node_of(raw_id(example[name]), bytes.fromhex(example[f"{name} hash"]))
    assert example[f"{name} tree key"] == sha256(raw_id(example[name])).hex()
    assert (example[f"{name} bucket"], example[f"{name} node"]) == (bucket.hex(), node.hex())


def test_the_root_over_both_records(example: dict[str, str]) -> None:
    assert example["empty root"] == sha256(b"hubdesk/root/1\n").hex() == EMPTY_ROOT.hex()
    nodes = [node_of(raw_id(example[n]), bytes.fromhex(example[f"{n} hash"])) for n in ("first", "second")]
    joined = b"".join(bytes([number]) + node for number, _, node in sorted(nodes))
    assert example["root"] == sha256(b"hubdesk/root/1\n" + joined).hex()
    entries = sorted(entry_of(revision) for revision in revisions(example, "first", "second"))
    assert example["root"] == nodes_of(entries).root().hex()


def test_the_head_and_its_signature(example: dict[str, str]) -> None:
    body = example["head"].encode("ascii")
    said = json.loads(body)
    assert canonical(said) == body
    assert (said["root"], said["previous"], said["records"]) == (example["root"], example["empty root"], 2)
    assert example["head signature"] == signature(PUBLISH, b"hubdesk/head/1\n" + body)
    signed = SignedHead(body, example["publishing key id"], bytes.fromhex(example["head signature"]))
    publishers = {"example": {example["publishing key id"]: bytes.fromhex(example["publish"])}}
    assert check_head(signed, publishers, "example/public").version == 1


def test_the_delta_names_places_and_a_dictionary_of_the_old_revision_alone(example: dict[str, str]) -> None:
    before_parents = example["first"].removesuffix("]}")
    dictionary = f'{before_parents}"{example["first hash"]}"]}}\n'.encode("ascii")
    assert example["delta dictionary"] == sha256(dictionary)[:4].hex()
    number = int(example["first tree key"][:4], 16)
    varint = bytes([number & 0x7F | 0x80, number >> 7 & 0x7F | 0x80, number >> 14])
    assert example["delta changed"] == (varint + b"\0").hex()
    assert example["delta added"] == ""

    before, (after,) = Held(revisions(example, "first", "second")), revisions(example, "changed")
    delta = make_delta(before, [after])
    made = (delta.dictionary.hex(), delta.changed.hex(), delta.added.hex())
    assert made == tuple(example[f"delta {part}"] for part in ("dictionary", "changed", "added"))
    assert read_delta(before, delta) == [after]
    raw = zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    assert zstandard.ZstdDecompressor(dict_data=raw).decompress(delta.frame).decode() == example["changed"]


def test_new_records_have_the_newest_old_ones_in_the_dictionary(example: dict[str, str]) -> None:
    first, second = revisions(example, "first", "second")
    delta = make_delta(Held([first]), [second])
    assert delta.dictionary == sha256(first.canonical)[:4]
    assert delta.added == raw_id(example["second"])


def test_the_batch_and_its_signature(example: dict[str, str]) -> None:
    statement = b"hubdesk/batch/1\n" + example["batch"].encode("ascii")
    event = {"id": raw_id(example["first"]).hex(), "base": example["first hash"]}
    event |= {"revision": example["changed hash"], "replaces": 0}
    said = {"desk": example["desk"], "collection": "example/public", "first": 1, "events": [event]}
    assert canonical(said) == example["batch"].encode("ascii")
    assert example["batch signature"] == signature(SIGN, statement)
    hashes = (bytes.fromhex(example[name]) for name in ("first hash", "changed hash"))
    ours = Batch(example["desk"], "example/public", 1, [Event(raw_id(example["first"]), *hashes)])
    assert ours.statement() == statement


def test_the_admission_and_its_signature(example: dict[str, str]) -> None:
    body = example["admission"].encode("ascii")
    assert canonical(json.loads(body)) == body
    assert example["admission signature"] == signature(SERVER, b"hubdesk/admission/1\n" + body)
    signed = bytes.fromhex(example["admission signature"])
    assert read_admission(body, signed, bytes.fromhex(example["server"])).desk == example["desk"]


def test_the_outcomes_and_their_signature(example: dict[str, str]) -> None:
    body = example["outcomes"].encode("ascii")
    assert canonical(json.loads(body)) == body
    assert example["outcomes signature"] == signature(SIGN, b"hubdesk/outcome/1\n" + body)
    read = outcome.SignedOutcomes(body, bytes.fromhex(example["outcomes signature"])).outcomes()
    entries = sorted(entry_of(revision) for revision in revisions(example, "changed", "second"))
    assert (read.root, outcome.body_of(read)) == (nodes_of(entries).root().hex(), body)


def test_the_exchange_that_finds_nothing_new(example: dict[str, str]) -> None:
    body = bytes.fromhex(example["up"])
    cursor = ["example/public", 1, bytes.fromhex(example["root"])[:8]]
    assert msgspec.msgpack.decode(body) == {"c": [cursor]}
    assert pack(Up(cursors=[Cursor(*cursor)])) == body  # type: ignore[arg-type]
    statement = (
        b"hubdesk/exchange/1\n" + bytes.fromhex(example["server"]) + (1).to_bytes(8, "big") + sha256(body)
    )
    assert example["exchange signature"] == signature(SIGN, statement)
    request = [bytes.fromhex(example["desk"]), 1, bytes.fromhex(example["exchange signature"]), body]
    assert msgspec.msgpack.decode(bytes.fromhex(example["request"])) == request
    assert pack(Request(*request)).hex() == example["request"]  # type: ignore[arg-type]
    assert unpack(bytes.fromhex(example["down"]), Down) == Down()
    check_signature(bytes.fromhex(example["sign"]), request[2], statement)  # type: ignore[arg-type]


def test_the_invite(example: dict[str, str]) -> None:
    encoded = example["invite"].removeprefix("hubdesk-1-")
    raw = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    assert raw[-4:] == sha256(raw[:-4])[:4]
    url, root, key, *rest, secret = msgspec.msgpack.decode(raw[:-4])
    assert (root, key, secret) == (sha256(b"{}"), sha256(bytes.fromhex(example["server"])), bytes(range(16)))
    invite = read_invite(example["invite"])
    assert [invite.url, invite.hub, invite.role, invite.expires] == [url, *rest]
