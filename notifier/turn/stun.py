"""The STUN message codec (RFC 8489) with TURN's methods and attributes (RFC 8656).

A message is a 20-byte header and a list of type-length-value attributes, each padded to four
bytes. Integrity is HMAC-SHA1 over the message up to the attribute itself (section 14.5); the
long-term key is MD5 over ``username:realm:password`` (section 9.2.2). Both are what deployed
TURN servers speak; nothing here relies on either hash being collision-resistant.

Bytes from outside that are no STUN message raise :class:`StunError` and nothing else.
"""

import hashlib
import hmac
import ipaddress
import os
import struct
import unicodedata
import zlib
from dataclasses import dataclass, field
from enum import IntEnum

__all__ = [
    "CHANNEL_HEADER",
    "MAGIC_COOKIE",
    "Address",
    "Attribute",
    "Message",
    "MessageClass",
    "Method",
    "StunError",
    "channel_data",
    "frame_length",
    "is_channel_data",
    "long_term_key",
    "new_transaction_id",
    "split_channel_data",
]

Address = tuple[str, int]
"""IP address as text, and port."""

MAGIC_COOKIE = 0x2112A442
"""RFC 8489 section 5."""

_COOKIE_BYTES = MAGIC_COOKIE.to_bytes(4, "big")
_HEADER = struct.Struct("!HHI12s")
_TLV = struct.Struct("!HH")
_FINGERPRINT_XOR = 0x5354554E
_INTEGRITY_LENGTH = 20

CHANNEL_HEADER = struct.Struct("!HH")
"""RFC 8656 section 12.4: channel number and length of the application data."""

_CHANNEL_MIN, _CHANNEL_MAX = 0x4000, 0x4FFF


class StunError(ValueError):
    """The bytes are no well-formed STUN message."""


class Method(IntEnum):
    """RFC 8489 section 18.2, RFC 8656 section 17."""

    BINDING = 0x001
    ALLOCATE = 0x003
    REFRESH = 0x004
    SEND = 0x006
    DATA = 0x007
    CREATE_PERMISSION = 0x008
    CHANNEL_BIND = 0x009


class MessageClass(IntEnum):
    """RFC 8489 section 5: the class bits in their place."""

    REQUEST = 0x000
    INDICATION = 0x010
    SUCCESS = 0x100
    ERROR = 0x110


class Attribute(IntEnum):
    """RFC 8489 section 18.3, RFC 8656 section 18."""

    MAPPED_ADDRESS = 0x0001
    USERNAME = 0x0006
    MESSAGE_INTEGRITY = 0x0008
    ERROR_CODE = 0x0009
    UNKNOWN_ATTRIBUTES = 0x000A
    CHANNEL_NUMBER = 0x000C
    LIFETIME = 0x000D
    XOR_PEER_ADDRESS = 0x0012
    DATA = 0x0013
    REALM = 0x0014
    NONCE = 0x0015
    XOR_RELAYED_ADDRESS = 0x0016
    REQUESTED_ADDRESS_FAMILY = 0x0017
    EVEN_PORT = 0x0018
    REQUESTED_TRANSPORT = 0x0019
    DONT_FRAGMENT = 0x001A
    XOR_MAPPED_ADDRESS = 0x0020
    RESERVATION_TOKEN = 0x0022
    ALTERNATE_DOMAIN = 0x8003
    SOFTWARE = 0x8022
    ALTERNATE_SERVER = 0x8023
    FINGERPRINT = 0x8028


def new_transaction_id() -> bytes:
    """96 random bits (RFC 8489 section 5)."""
    return os.urandom(12)


def long_term_key(username: str, realm: str, password: str) -> bytes:
    """The key of the long-term credential mechanism (RFC 8489 section 9.2.2), 16 bytes."""
    # OpaqueString (RFC 8265 section 4.2): spaces become U+0020, then NFC.
    parts = (
        unicodedata.normalize(
            "NFC", "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
        )
        for text in (username, realm, password)
    )
    return hashlib.md5(":".join(parts).encode(), usedforsecurity=False).digest()


@dataclass(slots=True)
class Message:
    """One STUN message; attributes keep their order and may repeat."""

    method: int
    message_class: MessageClass
    transaction_id: bytes = field(default_factory=new_transaction_id)
    attributes: list[tuple[int, bytes]] = field(default_factory=list)
    """Type and raw value, unpadded; integrity and fingerprint are not kept here."""

    signed: bool = field(default=False, compare=False)
    """Set by decode: MESSAGE-INTEGRITY was there (and right, where a key was given)."""

    fingerprinted: bool = field(default=False, compare=False)
    """Set by decode: FINGERPRINT was there, and right."""

    # Reading

    def get(self, attribute: Attribute) -> bytes | None:
        """The raw value of the first attribute of this type."""
        for kind, value in self.attributes:
            if kind == attribute:
                return value
        return None

    def text(self, attribute: Attribute) -> str | None:
        """A UTF-8 attribute; wrong bytes become U+FFFD."""
        value = self.get(attribute)
        return None if value is None else value.decode("utf-8", "replace")

    def number(self, attribute: Attribute) -> int | None:
        """A 32-bit attribute such as LIFETIME (seconds); None where missing or of wrong size."""
        value = self.get(attribute)
        return int.from_bytes(value, "big") if value is not None and len(value) == 4 else None

    def channel_number(self) -> int | None:
        """CHANNEL-NUMBER (RFC 8656 section 18.1)."""
        value = self.get(Attribute.CHANNEL_NUMBER)
        return int.from_bytes(value[:2], "big") if value is not None and len(value) == 4 else None

    def error(self) -> tuple[int, str]:
        """ERROR-CODE (RFC 8489 section 14.8): code and reason; (0, "") where missing or broken."""
        value = self.get(Attribute.ERROR_CODE)
        if value is None or len(value) < 4:
            return 0, ""
        return (value[2] & 7) * 100 + value[3], value[4:].decode("utf-8", "replace")

    def address(self, attribute: Attribute) -> Address | None:
        """An address attribute, XORed or plain by its type (RFC 8489 section 14.2)."""
        addresses = self.addresses(attribute)
        return addresses[0] if addresses else None

    def addresses(self, attribute: Attribute) -> list[Address]:
        """All address attributes of this type, unreadable ones left out."""
        plain = attribute in (Attribute.MAPPED_ADDRESS, Attribute.ALTERNATE_SERVER)
        mask = bytes(16) if plain else _COOKIE_BYTES + self.transaction_id
        found = []
        for kind, value in self.attributes:
            if kind != attribute:
                continue
            size = {(1, 8): 4, (2, 20): 16}.get((value[1] if len(value) > 1 else 0, len(value)))
            if size is None:
                continue
            port = int.from_bytes(_xor(value[2:4], mask), "big")
            found.append((str(ipaddress.ip_address(_xor(value[4 : 4 + size], mask))), port))
        return found

    # Writing

    def add(self, attribute: Attribute, value: bytes | str | int) -> "Message":
        """Append an attribute: bytes as they are, text as UTF-8, a number as 32 bits."""
        if isinstance(value, str):
            value = value.encode()
        elif isinstance(value, int):
            value = value.to_bytes(4, "big")
        self.attributes.append((attribute, value))
        return self

    def add_address(self, attribute: Attribute, address: Address) -> "Message":
        """Append an address attribute, XORed where its type says so."""
        plain = attribute in (Attribute.MAPPED_ADDRESS, Attribute.ALTERNATE_SERVER)
        mask = bytes(16) if plain else _COOKIE_BYTES + self.transaction_id
        ip = ipaddress.ip_address(address[0].partition("%")[0])
        value = (
            bytes((0, 1 if ip.version == 4 else 2))
            + _xor(address[1].to_bytes(2, "big"), mask)
            + _xor(ip.packed, mask)
        )
        return self.add(attribute, value)

    def add_channel_number(self, number: int) -> "Message":
        """Append CHANNEL-NUMBER."""
        return self.add(Attribute.CHANNEL_NUMBER, number << 16)

    def add_error(self, code: int, reason: str) -> "Message":
        """Append ERROR-CODE."""
        return self.add(
            Attribute.ERROR_CODE, bytes((0, 0, code // 100, code % 100)) + reason.encode()
        )

    def encode(self, key: bytes | None = None, *, fingerprint: bool = False) -> bytes:
        """The message as bytes, with MESSAGE-INTEGRITY where a key is given."""
        body = b"".join(
            _TLV.pack(kind, len(value)) + value + bytes(-len(value) % 4)
            for kind, value in self.attributes
        )
        if key is not None:
            head = self._header(len(body) + 4 + _INTEGRITY_LENGTH)
            digest = hmac.digest(key, head + body, "sha1")
            body += _TLV.pack(Attribute.MESSAGE_INTEGRITY, _INTEGRITY_LENGTH) + digest
        if fingerprint:
            head = self._header(len(body) + 8)
            crc = zlib.crc32(head + body) ^ _FINGERPRINT_XOR
            body += _TLV.pack(Attribute.FINGERPRINT, 4) + crc.to_bytes(4, "big")
        return self._header(len(body)) + body

    def _header(self, length: int) -> bytes:
        # RFC 8489 section 5: the class bits sit between the bits of the method.
        method = self.method
        kind = (method & 0x000F) | (method & 0x0070) << 1 | (method & 0x0F80) << 2
        return _HEADER.pack(kind | self.message_class, length, MAGIC_COOKIE, self.transaction_id)

    @classmethod
    def decode(cls, data: bytes, key: bytes | None = None) -> "Message":
        """Read a message; with a key its MESSAGE-INTEGRITY must be there and right.

        Attributes after MESSAGE-INTEGRITY other than FINGERPRINT are ignored (section 14.5).

        :raises StunError: on anything that is no well-formed message.
        """
        if len(data) < _HEADER.size:
            raise StunError("shorter than a STUN header")
        kind, length, cookie, transaction_id = _HEADER.unpack_from(data)
        if kind & 0xC000 or cookie != MAGIC_COOKIE:
            raise StunError("not a STUN message")
        if length % 4 or len(data) != _HEADER.size + length:
            raise StunError("the length field does not fit the datagram")
        method = (kind & 0x000F) | (kind & 0x00E0) >> 1 | (kind & 0x3E00) >> 2
        message = cls(method, MessageClass(kind & 0x0110), transaction_id)
        position = _HEADER.size
        while position < len(data):
            attribute, size = _TLV.unpack_from(data, position)
            start, end = position + 4, position + 4 + size
            if end > len(data):
                raise StunError("an attribute reaches past the end")
            value = data[start:end]
            if attribute == Attribute.FINGERPRINT:
                message._check_fingerprint(data[:position], value, end == len(data))
                message.fingerprinted = True
            elif attribute == Attribute.MESSAGE_INTEGRITY:
                if key is not None and not message.signed:
                    message._check_integrity(data[:position], value, key)
                message.signed = True
            elif not message.signed:
                message.attributes.append((attribute, value))
            position = end + -size % 4
        if key is not None and not message.signed:
            raise StunError("MESSAGE-INTEGRITY is missing")
        return message

    def _check_integrity(self, before: bytes, value: bytes, key: bytes) -> None:
        length = len(before) - _HEADER.size + 4 + _INTEGRITY_LENGTH
        covered = before[:2] + length.to_bytes(2, "big") + before[4:]
        if not hmac.compare_digest(hmac.digest(key, covered, "sha1"), value):
            raise StunError("MESSAGE-INTEGRITY is wrong")

    def _check_fingerprint(self, before: bytes, value: bytes, last: bool) -> None:
        length = len(before) - _HEADER.size + 8
        covered = before[:2] + length.to_bytes(2, "big") + before[4:]
        crc = zlib.crc32(covered) ^ _FINGERPRINT_XOR
        if not last or value != crc.to_bytes(4, "big"):
            raise StunError("FINGERPRINT is wrong")


def _xor(value: bytes, mask: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(value, mask, strict=False))


def is_channel_data(data: bytes) -> bool:
    """Whether a datagram is ChannelData rather than STUN (RFC 8656 section 12)."""
    return len(data) >= 4 and 0x40 <= data[0] <= 0x4F


def channel_data(channel: int, payload: bytes, *, padded: bool = False) -> bytes:
    """A ChannelData message; over TCP and TLS it is padded to four bytes (section 12.5)."""
    padding = bytes(-len(payload) % 4) if padded else b""
    return CHANNEL_HEADER.pack(channel, len(payload)) + payload + padding


def split_channel_data(data: bytes) -> tuple[int, bytes]:
    """Channel number and payload of a ChannelData message.

    :raises StunError: where the length field exceeds what is there.
    """
    if len(data) < 4:
        raise StunError("shorter than a ChannelData header")
    channel, length = CHANNEL_HEADER.unpack_from(data)
    if not _CHANNEL_MIN <= channel <= _CHANNEL_MAX or length > len(data) - 4:
        raise StunError("not a ChannelData message")
    return channel, data[4 : 4 + length]


def frame_length(head: bytes | bytearray) -> int | None:
    """Length of the frame that begins a TCP or TLS stream (RFC 8656 section 3.3, 12.5).

    None while fewer than four bytes are there.

    :raises StunError: where the stream is neither STUN nor ChannelData.
    """
    if len(head) < 4:
        return None
    first, length = int.from_bytes(head[:2], "big"), int.from_bytes(head[2:4], "big")
    if _CHANNEL_MIN <= first <= _CHANNEL_MAX:
        return 4 + length + -length % 4
    if first & 0xC000:
        raise StunError("the stream is neither STUN nor ChannelData")
    return _HEADER.size + length
