"""The names and forms of an edition's members."""

from __future__ import annotations

import json

import pytest

from hubdesk.errors import BadInput
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents, Listed
from hubdesk.packages.references import files_of
from hubdesk.state.head import Head
from hubdesk.trust.heads import check_head, sign_head
from hubdesk.trust.keys import SigningKey

HEAD = Head(
    format=1,
    collection="latam/public",
    version=3,
    root="ab" * 32,
    records=7,
    previous="cd" * 32,
    time="2026-11-22T19:00:00Z",
)
CONTENTS = Contents(
    format=2,
    made="2026-11-22T19:00:00Z",
    by="ef" * 32,
    software="HubDesk",
    collections={"latam/public": Listed(3, "ab" * 32, 7)},
)


def test_a_head_comes_back_with_a_signature_that_counts() -> None:
    key = SigningKey.generate()
    written = layout.write_head(sign_head(HEAD, key))
    assert set(json.loads(written)) == {"body", "key", "signature"}
    publishers = {"latam": {key.id: key.public}}
    assert check_head(layout.read_head(written), publishers, "latam/public") == HEAD


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"body":"","key":"","signature":"xy"}',
        b'{"body":"\\ud800","key":"","signature":""}',
    ],
)
def test_what_is_no_head_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        layout.read_head(content)
    assert refused.value.code == "not-a-head"


def test_the_list_comes_back() -> None:
    assert layout.read_contents(layout.write_contents(CONTENTS)) == CONTENTS


@pytest.mark.parametrize(
    "name", ["../public", "latam", "latam/public/x", "Latam/public", "/public", "latam/", "a/b\n", "a/.."]
)
def test_a_collection_that_leads_elsewhere_is_refused(name: str) -> None:
    contents = layout.write_contents(CONTENTS).replace(b"latam/public", json.dumps(name)[1:-1].encode())
    with pytest.raises(BadInput) as refused:
        layout.read_contents(contents)
    assert refused.value.code == "edition-damaged"
    with pytest.raises(BadInput):
        layout.head_name(name)


@pytest.mark.parametrize(("other", "code"), [(b"1", "edition-older"), (b"3", "edition-newer")])
def test_another_format_is_told_apart_from_damage(other: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        layout.read_contents(layout.write_contents(CONTENTS).replace(b'"format":2', b'"format":' + other))
    assert refused.value.code == code


def test_every_member_is_known_by_its_name() -> None:
    sha256 = bytes(range(32))
    names = [
        layout.CONTENTS,
        layout.head_name("southern-africa/public"),
        layout.nodes_name("southern-africa/public"),
        layout.snapshot_name("southern-africa/public"),
        layout.CRATE,
        layout.BUNDLE,
        *(layout.carried_name(folder, b"a batch") for folder in layout.CARRIED),
        layout.blob_name(sha256),
    ]
    assert names[-1] == f"data/blobs/00/{sha256.hex()}"
    assert all(layout.is_member(name) for name in names)
    others = [
        "data/thesis.txt",
        f"data/blobs/ff/{sha256.hex()}",
        "data/blobs/00/00",
        "data/batches/00",
        "data/trust/root.json",
        layout.PAGE,
        "bagit.txt",
        names[0] + "\n",
    ]
    assert not any(layout.is_member(name) for name in others)


def record(text: str) -> bytes:
    return b'{"fields":{"files":[' + text.encode() + b'],"pass_on":"no"}}'


@pytest.mark.parametrize(
    ("files", "may"),
    [
        ('{"pass_on":"yes","sha256":"%s"}', True),
        ('{"pass_on":"no","sha256":"%s"}', False),
        ('{"pass_on":"unknown","sha256":"%s"}', False),
        ('{"sha256":"%s"}', False),
        ('{"sha256":"%s"},{"pass_on":"yes","sha256":"%s"}', True),
    ],
)
def test_a_files_own_word_counts_before_its_records(files: str, may: bool) -> None:
    sha256 = "ab" * 32
    assert files_of(record(files.replace("%s", sha256))) == {bytes.fromhex(sha256): may}


@pytest.mark.parametrize("files", ["", '"x"', "null", "{}", '{"sha256":"xy"}', '{"sha256":5}'])
def test_what_names_no_content_is_no_file(files: str) -> None:
    assert files_of(record(files)) == {}
    assert files_of(b'{"fields":{"note":"\\"files\\":["}}') == {}
