"""The keys of a desk and what is said with them: Ed25519 signatures (RFC 8032), the age format for receiving.

Invariant: a desk's id is the hash of both its public keys, so that neither can be exchanged without the id changing.
"""

from __future__ import annotations

import hashlib
from typing import IO, Any

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model import canonical

_NAMED_AS = b"hubdesk/desk/1\n"


def desk_id(sign: bytes, receive: str) -> str:
    """Return the id of a desk, 64 hex digits, from its Ed25519 public key (32 bytes) and its age recipient."""
    return hashlib.sha256(_NAMED_AS + sign + receive.encode("ascii")).hexdigest()


def key_id(public: bytes) -> str:
    """Return the TUF key id of an Ed25519 public key: SHA-256 of the canonical JSON of the key (TUF 1.0, 4.2)."""
    key: dict[str, Any] = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": public.hex()}}
    return hashlib.sha256(canonical.encode(key)).hexdigest()


def check_signature(public: bytes, signature: bytes, statement: bytes) -> None:
    """Raise Untrusted("signature") unless `signature` over `statement` is by the key `public` (32 bytes)."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, statement)
    except (InvalidSignature, ValueError) as error:
        raise Untrusted("signature") from error


def seal(recipient: str, content: bytes) -> bytes:
    """Return an age file (age-encryption.org/v1) that only the desk with this recipient can open."""
    try:
        return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(recipient)]))
    except pyrage.RecipientError as error:
        raise BadInput("not-a-recipient") from error


class SigningKey:
    """One Ed25519 private key."""

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.private = private
        self.public: bytes = self._key.public_key().public_bytes_raw()
        self.id = key_id(self.public)

    @classmethod
    def generate(cls) -> SigningKey:
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    def sign(self, statement: bytes) -> bytes:
        """Return the signature, 64 bytes, over a statement that begins with what it is signed as."""
        return self._key.sign(statement)


class _Stored(msgspec.Struct, frozen=True):
    sign: bytes
    publish: bytes
    receive: str


class DeskKeys:
    """What a desk signs with, publishes with and receives with."""

    def __init__(self, sign: SigningKey, publish: SigningKey, receive: str) -> None:
        self.signing = sign
        self.publishing = publish
        self._receiving = pyrage.x25519.Identity.from_str(receive)
        self._receive = receive
        self.recipient = str(self._receiving.to_public())
        self.id = desk_id(sign.public, self.recipient)

    @classmethod
    def generate(cls) -> DeskKeys:
        """Return the keys of a new desk."""
        return cls(SigningKey.generate(), SigningKey.generate(), str(pyrage.x25519.Identity.generate()))

    def open(self, sealed: bytes) -> bytes:
        """Return the content of an age file made for this desk; raises Untrusted("not-for-this-desk")."""
        try:
            return bytes(pyrage.decrypt(sealed, [self._receiving]))
        except pyrage.DecryptError as error:
            raise Untrusted("not-for-this-desk") from error

    def unseal(self, sealed: IO[bytes], target: IO[bytes]) -> None:
        """Write the content of an age file made for this desk to `target`, piece by piece, however large it is.

        Raises Untrusted("not-for-this-desk" | "seal-broken": nothing that was written counts then), OSError.
        """
        try:
            pyrage.decrypt_io(sealed, target, [self._receiving])
        except pyrage.DecryptError as error:
            raise Untrusted("not-for-this-desk") from error
        except OSError as error:
            if error.errno is None:  # not the disk's: a piece is false, or the last one is missing
                raise Untrusted("seal-broken") from error
            raise

    def secret_bytes(self) -> bytes:
        """Return all private keys, for the key file alone."""
        return msgspec.json.encode(_Stored(self.signing.private, self.publishing.private, self._receive))

    @classmethod
    def from_secret_bytes(cls, content: bytes) -> DeskKeys:
        """Read what `secret_bytes` gave; raises BadInput("not-keys")."""
        try:
            stored = msgspec.json.decode(content, type=_Stored)
            return cls(SigningKey(stored.sign), SigningKey(stored.publish), stored.receive)
        except (msgspec.DecodeError, ValueError, pyrage.IdentityError) as error:
            raise BadInput("not-keys") from error
