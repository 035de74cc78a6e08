"""Who vouches for what is shown, in one line: signed by whom, how old, and what is wrong with it.

Invariant: the mark of a checked signature stands only where this computer checked it and nothing speaks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hubdesk.gui import formatting

if TYPE_CHECKING:
    from hubdesk.catalogue.standing import Vouched

CONTEXT = "Vouching"
OLD_DAYS = 30
"""From so many days without word from the hub on, the age is said."""
_WORDS = {
    "fresh": QT_TRANSLATE_NOOP("Vouching", "Signed {date}, checked on this computer"),
    "old": QT_TRANSLATE_NOOP("Vouching", "Signed {date}, checked on this computer; as of {as_of}"),
    "expired": QT_TRANSLATE_NOOP("Vouching", "Signed {date}; the signature is out of date since {expires}"),
    "revoked": QT_TRANSLATE_NOOP(
        "Vouching", "Signed {date} with a key that was withdrawn since; the last good state is shown"
    ),
    "contradicted": QT_TRANSLATE_NOOP(
        "Vouching",
        "The hub signed two different states; nothing newer is taken until people have found out why",
    ),
    "unsigned": QT_TRANSLATE_NOOP("Vouching", "Not checked"),
}
_LOOK = {
    "fresh": ("verified", "text2"),
    "old": ("verified", "text2"),
    "expired": ("alert", "warn"),
    "revoked": ("alert", "err"),
    "contradicted": ("alert", "err"),
    "unsigned": ("alert", "warn"),
}
_SOON = QT_TRANSLATE_NOOP("Vouching", "Its key ends on {expires}; the hub’s coordinators should renew it.")
_BY = QT_TRANSLATE_NOOP("Vouching", "{sentence}, by {name}")


class Voucher(NamedTuple):
    """One line about who vouches: an icon ("" for none), a tone, a sentence, and a second one or ""."""

    icon: str
    tone: str
    sentence: str
    remark: str = ""


def voucher(vouched: Vouched, signed: str) -> Voucher:
    """Return the line for what a hub signed at `signed` (RFC 3339)."""
    icon, tone = _LOOK[vouched.state]
    sentence = _say(_WORDS[vouched.state]).format(
        date=formatting.date(signed) if signed else "",
        as_of=formatting.date(vouched.as_of or ""),
        expires=formatting.date(vouched.expires or ""),
    )
    if vouched.signer_name and vouched.state in ("fresh", "old"):
        sentence = _say(_BY).format(sentence=sentence, name=vouched.signer_name)
    remark = ""
    if vouched.expires_soon and vouched.state in ("fresh", "old"):
        remark = _say(_SOON).format(expires=formatting.date(vouched.expires or ""))
    return Voucher(icon, tone, sentence, remark)


def _say(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
