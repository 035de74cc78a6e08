"""Whether a head counts: signed by a key that the Centre delegates for the hub of its collection.

Invariant: no other module decides this.
"""

from __future__ import annotations

from hubdesk.errors import BadInput, Untrusted
from hubdesk.state.head import SIGNED_AS, Head, SignedHead
from hubdesk.trust.keys import SigningKey, check_signature


def sign_head(head: Head, key: SigningKey) -> SignedHead:
    """Sign a head with a publishing key."""
    body = head.body()
    return SignedHead(body, key.id, key.sign(SIGNED_AS + body))


def check_head(signed: SignedHead, publishers: dict[str, dict[str, bytes]], collection: str) -> Head:
    """Return the head of `collection` if one of its hub's publishing keys signed it.

    `publishers`: hub -> key id -> public key (32 bytes). Raises Untrusted("head-broken" | "head-elsewhere" |
    "publisher-unknown" | "signature").
    """
    try:
        head = signed.head()
    except BadInput as error:
        raise Untrusted("head-broken") from error
    if head.collection != collection:
        raise Untrusted("head-elsewhere", expected=collection, found=head.collection)
    public = publishers.get(collection.partition("/")[0], {}).get(signed.key)
    if public is None:
        raise Untrusted("publisher-unknown", key=signed.key, collection=collection)
    check_signature(public, signed.signature, SIGNED_AS + signed.body)
    return head
