"""A large file in parts: put together again in any order, from among anything, and only if it is the same."""

from __future__ import annotations

import email
import email.policy
import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.packages import mail, parts

SMALL = parts.LEAST
OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_file(folder: Path, size: int, seed: int = 1, name: str = "latam.zip") -> Path:
    path = folder / name
    path.write_bytes(random.Random(seed).randbytes(size))
    return path


def words(number: int, count: int) -> tuple[str, str]:
    return f"Édition, partie {number} de {count}", "Bonjour,\nvoici une partie.\n"


@pytest.mark.parametrize("size", [0, 1, 24_000, 100_000, 1_000_000])
def test_what_was_cut_comes_together(tmp_path: Path, size: int) -> None:
    source = a_file(tmp_path, size)
    made = parts.cut(source, tmp_path / "parts", SMALL)
    assert parts.join([tmp_path / "parts"], tmp_path / "again").read_bytes() == source.read_bytes()
    assert [parts.is_part(path) for path in made] == [True] * len(made)


@OFTEN
@given(data=st.data())
def test_in_any_order_under_any_name_beside_anything(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("mail")
    source = a_file(folder, data.draw(st.integers(0, 200_000)), data.draw(st.integers()))
    made = parts.cut(source, folder / "parts", SMALL)
    inbox = folder / "inbox"
    inbox.mkdir()
    names = data.draw(st.permutations([f"attachment({number}).bin" for number in range(len(made))]))
    for name, path in zip(names, made, strict=True):
        path.rename(inbox / name)
    (inbox / "thesis.txt").write_text("mine")
    (inbox / "empty").write_bytes(b"")
    (inbox / "like-one.part").write_bytes(b"hubdesk/part/1\n{}\n")
    (inbox / "below").mkdir()
    if data.draw(st.booleans()):
        (inbox / "twice").write_bytes((inbox / names[0]).read_bytes())
    assert parts.join([inbox], folder / "again").read_bytes() == source.read_bytes()


@OFTEN
@given(data=st.data())
def test_what_is_missing_or_damaged_is_named(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("mail")
    made = parts.cut(a_file(folder, 150_000), folder / "parts", SMALL)
    bad = data.draw(st.sets(st.integers(1, len(made)), min_size=1, max_size=len(made) - 1))
    for number in bad:
        path = made[number - 1]
        content = bytearray(path.read_bytes())
        how = data.draw(st.sampled_from(["gone", "cut", "bit"]))
        if how == "gone":
            path.unlink()
            continue
        line = content.index(b"\n", len(b"hubdesk/part/1\n")) + 1
        place = data.draw(st.integers(line, len(content) - 1))
        if how == "cut":
            del content[place:]
        else:
            content[place] ^= 1
        path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        parts.join([folder / "parts"], folder / "again")
    assert refused.value.code == "part-missing"
    assert refused.value.data["missing"] == sorted(bad)
    assert refused.value.data["count"] == len(made)
    assert sorted(path.name for path in folder.iterdir()) == ["latam.zip", "parts"]


@OFTEN
@given(junk=st.binary(max_size=400))
def test_what_is_no_part_is_none(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    folder = tmp_path_factory.mktemp("mail")
    (folder / "x.part").write_bytes(b"hubdesk/part/1\n" + junk)
    with pytest.raises(BadInput, match="part-none"):
        parts.join([folder], folder / "again")


@pytest.mark.parametrize(
    "header",
    [
        b'{"name":"x","number":0,"parts":["%h"],"sha256":"%h","size":1}',
        b'{"name":"x","number":2,"parts":["%h"],"sha256":"%h","size":1}',
        b'{"name":"x","number":1,"parts":[],"sha256":"%h","size":1}',
        b'{"name":"x","number":1,"parts":["../x"],"sha256":"%h","size":1}',
        b'{"name":"x","number":1,"parts":["%h"],"sha256":"%h","size":-1}',
        b'{"name":"x","number":1e300,"parts":["%h"],"sha256":"%h","size":1}',
        b"[" * 100_000,
    ],
)
def test_a_header_that_cannot_be_is_no_part(tmp_path: Path, header: bytes) -> None:
    found = hashlib.sha256(b"x").hexdigest().encode()
    (tmp_path / "x.part").write_bytes(b"hubdesk/part/1\n" + header.replace(b"%h", found) + b"\nx")
    assert not parts.is_part(tmp_path / "x.part")


def test_a_whole_that_its_parts_do_not_make_is_not_kept(tmp_path: Path) -> None:
    found = hashlib.sha256(b"x").hexdigest()
    other = hashlib.sha256(b"y").hexdigest()
    header = f'{{"name":"x\x1b","number":1,"parts":["{found}"],"sha256":"{other}","size":1}}'
    (tmp_path / "x.part").write_bytes(b"hubdesk/part/1\n" + header.encode() + b"\nx")
    with pytest.raises(BadInput) as refused:
        parts.join([tmp_path], tmp_path / "again")
    assert refused.value.code in ("part-none", "part-false")
    assert not (tmp_path / "again").exists()


def test_parts_of_two_files_are_not_mixed(tmp_path: Path) -> None:
    one, two = a_file(tmp_path, 90_000, 1, "one.zip"), a_file(tmp_path, 90_000, 2, "two.zip")
    first, second = parts.cut(one, tmp_path / "parts", SMALL), parts.cut(two, tmp_path / "parts", SMALL)
    with pytest.raises(BadInput, match="part-mixed") as refused:
        parts.join([tmp_path / "parts"], tmp_path / "again")
    assert refused.value.data["names"] == ["one.zip", "two.zip"]
    second[0].unlink()
    assert parts.join([tmp_path / "parts"], tmp_path / "again").read_bytes() == one.read_bytes()
    assert parts.join(first, tmp_path / "named").read_bytes() == one.read_bytes()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    source = a_file(tmp_path, 90_000)
    parts.cut(source, tmp_path / "parts", SMALL)
    with pytest.raises(BadInput, match="file-exists"):
        parts.cut(source, tmp_path / "parts", SMALL)
    with pytest.raises(BadInput, match="file-exists"):
        parts.join([tmp_path / "parts"], source)


def test_what_cannot_be_cut_says_so(tmp_path: Path) -> None:
    source = a_file(tmp_path, 90_000)
    for path, size, code in (
        (source, 100, "part-size"),
        (tmp_path / "none", SMALL, "file-missing"),
        (tmp_path, SMALL, "file-not-a-file"),
    ):
        with pytest.raises(BadInput, match=code):
            parts.cut(path, tmp_path / "parts", size)
    with source.open("r+b") as file:
        file.truncate(10**9)
    with pytest.raises(BadInput, match="part-many"):
        parts.cut(source, tmp_path / "parts", SMALL)
    assert not (tmp_path / "parts").exists()


def test_a_part_is_put_together_only_where_it_is_one(tmp_path: Path) -> None:
    source = a_file(tmp_path, 90_000)
    made = parts.cut(source, tmp_path / "parts", SMALL)
    for place in (tmp_path / "parts", made[1]):
        with parts.whole(place, tmp_path / "private") as whole:
            assert whole.read_bytes() == source.read_bytes()
    assert list((tmp_path / "private").iterdir()) == []
    for other in (source, tmp_path):
        with parts.whole(other, tmp_path / "private") as same:
            assert same == other


@pytest.mark.parametrize("size", [SMALL, 7_000_000])
def test_a_mail_is_not_larger_than_was_said(tmp_path: Path, size: int) -> None:
    source = a_file(tmp_path, 8_000_000 if size > SMALL else 200_000)
    made = parts.cut(source, tmp_path / "parts", size)
    drafts = mail.write_drafts(made, words, "someone@example.org")
    assert max(draft.stat().st_size for draft in drafts) <= size
    assert drafts[0].stat().st_size > 0.6 * size


def test_a_draft_is_one_for_any_mail_program(tmp_path: Path) -> None:
    source = a_file(tmp_path, 90_000, name="Édition du Río.zip")
    made = parts.cut(source, tmp_path / "parts", SMALL)
    for number, draft in enumerate(mail.write_drafts(made, words, "someone@example.org"), 1):
        raw = draft.read_bytes()
        assert b"\r\n" in raw
        assert b"\n" not in raw.replace(b"\r\n", b"")
        assert max(map(len, raw.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert (message["X-Unsent"], message["To"]) == ("1", "someone@example.org")
        assert message["Subject"] == words(number, len(made))[0]
        [attached] = message.iter_attachments()
        assert attached.get_filename() == made[number - 1].name
        assert attached.get_payload(decode=True) == made[number - 1].read_bytes()


@pytest.mark.parametrize(
    "address",
    ["", "someone", "someone@", "@example.org", "a@b.org\r\nBcc: x@y.org", "a b@c.org", "é@é.org", "a@b"],
)
def test_what_is_no_address_is_refused(tmp_path: Path, address: str) -> None:
    made = parts.cut(a_file(tmp_path, 10), tmp_path / "parts", SMALL)
    with pytest.raises(BadInput, match="not-an-address"):
        mail.write_drafts(made, words, address)
    assert [path.suffix for path in (tmp_path / "parts").iterdir()] == [".part"]


def test_words_of_a_person_break_no_header(tmp_path: Path) -> None:
    draft = mail.draft_of("One\r\nBcc: x@y.org", "Text\r\n.\r\nText", 'a"b\r\nc.part', b"x", None)
    message = email.message_from_bytes(draft, policy=email.policy.default)
    assert (message["Subject"], message["Bcc"], message["To"]) == ("One Bcc: x@y.org", None, None)


def test_saved_mails_are_understood_as_they_are(tmp_path: Path) -> None:
    source = a_file(tmp_path, 200_000)
    drafts = mail.write_drafts(parts.cut(source, tmp_path / "parts", SMALL), words)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number, draft in enumerate(drafts):
        draft.rename(inbox / f"message {number}.EML")
    (inbox / "another.eml").write_bytes(b"Subject: lunch\r\n\r\nAt noon?\r\n")
    (inbox / "broken.eml").write_bytes(b"Content-Type: multipart/mixed; boundary=\xff\r\n\r\n--\x00")
    with parts.whole(inbox, tmp_path / "private") as joined:
        assert joined.read_bytes() == source.read_bytes()
    assert parts.join([inbox], tmp_path / "again").read_bytes() == source.read_bytes()


@OFTEN
@given(content=st.binary(max_size=400))
def test_no_saved_mail_breaks_anything(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("mail") / "a.eml"
    for head in (
        b"",
        b"Content-Transfer-Encoding: base64\n\n",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    ):
        path.write_bytes(head + content)
        assert not parts.is_part(path)


def test_a_cutting_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, written = a_file(tmp_path, 200_000), parts.write_file

    def full(path: Path, pieces: list[bytes]) -> tuple[bytes, int]:
        if "3-of" in path.name:
            path.write_bytes(b"cut")
            raise StorageFailure("disk-full", path=str(path))
        return written(path, pieces)

    monkeypatch.setattr(parts, "write_file", full)
    with pytest.raises(StorageFailure):
        parts.cut(source, tmp_path / "parts", SMALL)
    assert list((tmp_path / "parts").iterdir()) == []
