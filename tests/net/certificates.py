"""A throw-away certificate authority, and server certificates good and bad."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

__all__ = ["CertificateKind", "Certificates", "issue"]

CertificateKind = Literal["good", "expired", "wrong-name", "self-signed"]

WRONG_NAME = "somebody-else.test"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificates:
    """PEM files."""

    ca_file: Path
    """The authority that a client under test trusts."""

    certificate: Path
    key: Path


def issue(folder: Path, kind: CertificateKind, names: Sequence[str]) -> Certificates:
    """Write a new authority and a server certificate for host names and IP addresses."""
    found = Certificates(folder / "ca.pem", folder / "certificate.pem", folder / "key.pem")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(found.ca_file)
    found.key.touch(mode=0o600)
    if kind == "self-signed":
        _self_signed(found, names[0])
        return found
    now = datetime.now(UTC)
    leaf = authority.issue_cert(
        *([WRONG_NAME] if kind == "wrong-name" else names),
        not_before=now - 2 * _DAY,
        not_after=now - _DAY if kind == "expired" else now + 2 * _DAY,
    )
    leaf.private_key_pem.write_to_path(found.key)
    found.certificate.write_bytes(b"".join(pem.bytes() for pem in leaf.cert_chain_pems))
    return found


def _self_signed(found: Certificates, name: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    found.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    found.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
