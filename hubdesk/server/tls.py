"""The server's line: https with a self-signed certificate over its Ed25519 key, which the invites pin.

Invariant: the certificate says nothing that is believed; desks compare the key alone, so its dates are wide.
"""

from __future__ import annotations

import os
import ssl
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID

from hubdesk.trust.keys import SigningKey

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
_LAST = datetime(2120, 1, 1, tzinfo=UTC)


def write_certificate(folder: Path, key: SigningKey) -> Path:
    """Write the certificate with its key as one PEM file for its owner alone, and return its path."""
    private = Ed25519PrivateKey.from_private_bytes(key.private)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "h")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(_FIRST)
        .not_valid_after(_LAST)
        .sign(private, None)
    )
    secret = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "keys" / "tls.pem"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return path


def tls_context(folder: Path, key: SigningKey) -> ssl.SSLContext:
    """Return the server's side of TLS 1.3."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(write_certificate(folder, key))
    context.num_tickets = 1
    return context
