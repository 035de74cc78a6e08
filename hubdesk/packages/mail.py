"""Drafts of mails for a person's own mail program: one part each (RFC 5322, RFC 2045). Nothing is sent here.

Invariant: what the person's program opens is a draft (`X-Unsent: 1`) with one attachment, byte for byte the part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from hubdesk.errors import BadInput
from hubdesk.packages.disk import disk_errors, sync_folder, write_file

SUFFIX = ".eml"

Words = Callable[[int, int], tuple[str, str]]
"""Subject and text, in the person's language, of mail NUMBER of COUNT."""


def checked_address(text: str) -> str:
    """Return an address as a mail's header takes it; raises BadInput("not-an-address")."""
    try:
        address = Address(addr_spec=text.strip())
        text.strip().encode("ascii")
    except (ValueError, IndexError, MessageError) as error:
        raise BadInput("not-an-address", value=text[:200]) from error
    if not (address.username and "." in address.domain) or not text.strip().isprintable():
        raise BadInput("not-an-address", value=text[:200])
    return address.addr_spec


def write_drafts(parts: Sequence[Path], words: Words, to: str | None = None) -> list[Path]:
    """Write a draft beside each part, with the part as its attachment and, where given, the address `to`.

    Returns the drafts in order. Raises BadInput("not-an-address" | "file-exists"), StorageFailure.
    """
    address = None if to is None else checked_address(to)
    drafts = [part.with_name(part.name + SUFFIX) for part in parts]
    for draft in drafts:
        if draft.exists():
            raise BadInput("file-exists", path=str(draft))
    for number, (part, draft) in enumerate(zip(parts, drafts, strict=True), 1):
        with disk_errors(part):
            content = part.read_bytes()
        subject, text = words(number, len(parts))
        write_file(draft, [draft_of(subject, text, part.name, content, address)])
    if drafts:
        with disk_errors(drafts[0]):
            sync_folder(drafts[0].parent)
    return drafts


def draft_of(subject: str, text: str, name: str, content: bytes, to: str | None) -> bytes:
    """Return the bytes of one draft with `content` attached as the file `name`."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to is not None:
        message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message.set_content(text)
    named = "".join(char if char.isprintable() and char not in '"\\' else "_" for char in name)
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=named)
    return message.as_bytes()
