"""The STUN codec against RFC 5769's vectors, against itself, and against anything at all."""

import hashlib
import ipaddress
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.turn.stun import (
    MAGIC_COOKIE,
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    StunError,
    channel_data,
    frame_length,
    is_channel_data,
    long_term_key,
    new_transaction_id,
    split_channel_data,
)

SHORT_TERM_PASSWORD = b"VOkJxbRl1RmTxUk/WvJxBt"

REQUEST = bytes.fromhex(  # RFC 5769 section 2.1
    "00010058 2112a442 b7e7a701bc34d686fa87dfae"
    "80220010 5354554e207465737420636c69656e74"
    "00240004 6e0001ff"
    "80290008 932ff9b151263b36"
    "00060009 6576746a3a68367659 202020"
    "00080014 9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
    "80280004 e57a3bcf"
)
RESPONSE_IPV4 = bytes.fromhex(  # section 2.2
    "0101003c 2112a442 b7e7a701bc34d686fa87dfae"
    "8022000b 7465737420766563746f72 20"
    "00200008 0001a147e112a643"
    "00080014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7"
    "80280004 c07d4c96"
)
RESPONSE_IPV6 = bytes.fromhex(  # section 2.3
    "01010048 2112a442 b7e7a701bc34d686fa87dfae"
    "8022000b 7465737420766563746f72 20"
    "00200014 0002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
    "00080014 a382954e4be67bf11784c97c8292c275bfe3ed41"
    "80280004 c8fb0b4c"
)
LONG_TERM_REQUEST = bytes.fromhex(  # section 2.4
    "00010060 2112a442 78ad3433c6ad72c029da412e"
    "00060012 e3839ee38388e383aae38383e382afe382b9 0000"
    "0015001c 662f2f3439396b39353464364f4c33346f4c39465354767936347341"
    "0014000b 6578616d706c652e6f7267 00"
    "00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666"
)
VECTORS = {
    "request": (REQUEST, SHORT_TERM_PASSWORD),
    "response, IPv4": (RESPONSE_IPV4, SHORT_TERM_PASSWORD),
    "response, IPv6": (RESPONSE_IPV6, SHORT_TERM_PASSWORD),
    # The password of section 2.4 holds a soft hyphen, a feminine ordinal and a Roman numeral,
    # which SASLprep turned into this; OpaqueString, which came after it, forbids the first.
    "long-term request": (
        LONG_TERM_REQUEST,
        long_term_key("マトリックス", "example.org", "TheMatrIX"),
    ),
}
every_vector = pytest.mark.parametrize(
    ("data", "key"), VECTORS.values(), ids=[name.replace(" ", "-") for name in VECTORS]
)

_KEY = b"a key of sixteen"


# RFC 5769


@every_vector
def test_vectors_verify(data: bytes, key: bytes) -> None:
    message = Message.decode(data, key)
    assert message.signed
    assert message.fingerprinted == (data is not LONG_TERM_REQUEST)
    assert message.method == Method.BINDING


@every_vector
def test_vectors_do_not_verify_with_another_key(data: bytes, key: bytes) -> None:
    with pytest.raises(StunError, match="MESSAGE-INTEGRITY is wrong"):
        Message.decode(data, key + b"x")


@every_vector
def test_every_changed_byte_is_seen(data: bytes, key: bytes) -> None:
    for position in range(len(data)):
        if position in (len(data) - 8, len(data) - 7) and data[-8:-4] == b"\x80\x28\x00\x04":
            # FINGERPRINT's own type: another attribute behind the integrity, which is ignored.
            continue
        damaged = bytearray(data)
        damaged[position] ^= 0x10
        with pytest.raises(StunError):
            Message.decode(bytes(damaged), key)


def test_vector_request_contents() -> None:
    message = Message.decode(REQUEST)
    assert message.message_class is MessageClass.REQUEST
    assert message.transaction_id == bytes.fromhex("b7e7a701bc34d686fa87dfae")
    assert message.text(Attribute.SOFTWARE) == "STUN test client"
    assert message.text(Attribute.USERNAME) == "evtj:h6vY"
    assert message.attributes[1] == (0x0024, bytes.fromhex("6e0001ff"))


@pytest.mark.parametrize(
    ("data", "address"),
    [
        (RESPONSE_IPV4, ("192.0.2.1", 32853)),
        (RESPONSE_IPV6, ("2001:db8:1234:5678:11:2233:4455:6677", 32853)),
    ],
)
def test_vector_addresses(data: bytes, address: Address) -> None:
    message = Message.decode(data)
    assert message.message_class is MessageClass.SUCCESS
    assert message.text(Attribute.SOFTWARE) == "test vector"
    assert message.address(Attribute.XOR_MAPPED_ADDRESS) == address


def test_vector_long_term_contents() -> None:
    message = Message.decode(LONG_TERM_REQUEST)
    assert message.text(Attribute.USERNAME) == "マトリックス"
    assert message.text(Attribute.NONCE) == "f//499k954d6OL34oL9FSTvy64sA"
    assert message.text(Attribute.REALM) == "example.org"


def test_our_own_encoding_of_the_long_term_vector() -> None:
    message = (
        Message(Method.BINDING, MessageClass.REQUEST, bytes.fromhex("78ad3433c6ad72c029da412e"))
        .add(Attribute.USERNAME, "マトリックス")
        .add(Attribute.NONCE, "f//499k954d6OL34oL9FSTvy64sA")
        .add(Attribute.REALM, "example.org")
    )
    key = long_term_key("マトリックス", "example.org", "TheMatrIX")
    assert message.encode(key) == LONG_TERM_REQUEST


# The long-term key


def test_long_term_key_is_md5_of_the_three() -> None:
    # RFC 8489 section 9.2.2's own example.
    expected = hashlib.md5(b"user:realm:pass", usedforsecurity=False).digest()
    assert long_term_key("user", "realm", "pass") == expected
    assert expected.hex() == "8493fbc53ba582fb4c044c456bdc40eb"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a\u00a0b", "a b"),  # no-break space
        ("a\u3000b", "a b"),  # ideographic space
        ("e\u0301", "\u00e9"),  # composed
        ("\u2126", "\u03a9"),  # ohm sign: one code point canonically equal to another
    ],
)
def test_long_term_key_prepares_as_opaque_string(written: str, meant: str) -> None:
    # RFC 8265 section 4.2.
    assert long_term_key(written, "r", "p") == long_term_key(meant, "r", "p")
    assert long_term_key("u", "r", written) == long_term_key("u", "r", meant)


@pytest.mark.parametrize("other", ["\uff21\uff22", "ab", "Ab"])
def test_long_term_key_keeps_case_and_width(other: str) -> None:
    assert long_term_key("u", "r", other) != long_term_key("u", "r", "AB")


# Round trips

_addresses = st.tuples(
    st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)).map(str), st.integers(0, 65535)
)
_messages = st.builds(
    Message,
    method=st.integers(0, 0xFFF),
    message_class=st.sampled_from(MessageClass),
    transaction_id=st.binary(min_size=12, max_size=12),
    attributes=st.lists(
        st.tuples(
            st.integers(0, 0xFFFF).filter(
                lambda kind: kind not in (Attribute.MESSAGE_INTEGRITY, Attribute.FINGERPRINT)
            ),
            st.binary(max_size=200),
        ),
        max_size=6,
    ),
)


@given(_messages, st.one_of(st.none(), st.binary(max_size=40)), st.booleans())
def test_round_trip(message: Message, key: bytes | None, fingerprint: bool) -> None:
    data = message.encode(key, fingerprint=fingerprint)
    assert len(data) % 4 == 0
    assert data[0] & 0xC0 == 0
    read = Message.decode(data, key)
    assert read == message
    assert read.signed == (key is not None)
    assert read.fingerprinted == fingerprint
    assert frame_length(data) == len(data)
    assert not is_channel_data(data)


@given(
    st.sampled_from(
        [
            Attribute.XOR_MAPPED_ADDRESS,
            Attribute.XOR_PEER_ADDRESS,
            Attribute.XOR_RELAYED_ADDRESS,
            Attribute.MAPPED_ADDRESS,
            Attribute.ALTERNATE_SERVER,
        ]
    ),
    st.lists(_addresses, min_size=1, max_size=4),
)
def test_addresses_round_trip(kind: Attribute, addresses: list[Address]) -> None:
    message = Message(Method.BINDING, MessageClass.SUCCESS)
    for address in addresses:
        message.add_address(kind, address)
    read = Message.decode(message.encode())
    assert read.addresses(kind) == addresses
    assert read.address(kind) == addresses[0]


@pytest.mark.parametrize("kind", [Attribute.MAPPED_ADDRESS, Attribute.ALTERNATE_SERVER])
def test_plain_addresses_are_not_masked(kind: Attribute) -> None:
    message = Message(Method.BINDING, MessageClass.SUCCESS).add_address(kind, ("192.0.2.1", 80))
    assert message.get(kind) == b"\0\1\0\x50\xc0\x00\x02\x01"


def test_a_zone_is_left_out_of_an_address() -> None:
    message = Message(Method.BINDING, MessageClass.REQUEST)
    message.add_address(Attribute.XOR_PEER_ADDRESS, ("fe80::1%eth0", 5))
    assert message.address(Attribute.XOR_PEER_ADDRESS) == ("fe80::1", 5)


@given(st.integers(0, 0xFFFFFFFF))
def test_numbers_round_trip(number: int) -> None:
    message = Message(Method.REFRESH, MessageClass.REQUEST).add(Attribute.LIFETIME, number)
    assert Message.decode(message.encode()).number(Attribute.LIFETIME) == number


@given(st.integers(0x4000, 0x4FFF))
def test_channel_numbers_round_trip(number: int) -> None:
    message = Message(Method.CHANNEL_BIND, MessageClass.REQUEST).add_channel_number(number)
    assert message.get(Attribute.CHANNEL_NUMBER) == number.to_bytes(2, "big") + b"\0\0"
    assert Message.decode(message.encode()).channel_number() == number


@given(st.integers(300, 699), st.text(max_size=100))
def test_errors_round_trip(code: int, reason: str) -> None:
    message = Message(Method.ALLOCATE, MessageClass.ERROR).add_error(code, reason)
    assert Message.decode(message.encode()).error() == (code, reason)


@pytest.mark.parametrize(
    ("method", "message_class", "first_bytes"),
    [
        (Method.BINDING, MessageClass.REQUEST, "0001"),
        (Method.ALLOCATE, MessageClass.REQUEST, "0003"),
        (Method.ALLOCATE, MessageClass.SUCCESS, "0103"),
        (Method.ALLOCATE, MessageClass.ERROR, "0113"),
        (Method.REFRESH, MessageClass.REQUEST, "0004"),
        (Method.SEND, MessageClass.INDICATION, "0016"),
        (Method.DATA, MessageClass.INDICATION, "0017"),
        (Method.CREATE_PERMISSION, MessageClass.REQUEST, "0008"),
        (Method.CHANNEL_BIND, MessageClass.SUCCESS, "0109"),
        # The bits of a method go around those of the class (RFC 8489 section 5).
        (0xFFF, MessageClass.REQUEST, "3eef"),
        (0xFFF, MessageClass.ERROR, "3fff"),
    ],
)
def test_message_type_bits(method: int, message_class: MessageClass, first_bytes: str) -> None:
    assert Message(method, message_class).encode()[:2].hex() == first_bytes


def test_transaction_ids_differ() -> None:
    assert len({new_transaction_id() for _ in range(100)}) == 100
    assert len(new_transaction_id()) == 12


# Attributes that are missing or broken


def test_missing_attributes_read_as_none() -> None:
    message = Message(Method.ALLOCATE, MessageClass.SUCCESS)
    assert message.get(Attribute.NONCE) is None
    assert message.text(Attribute.REALM) is None
    assert message.number(Attribute.LIFETIME) is None
    assert message.channel_number() is None
    assert message.address(Attribute.XOR_MAPPED_ADDRESS) is None
    assert message.addresses(Attribute.XOR_PEER_ADDRESS) == []
    assert message.error() == (0, "")


@pytest.mark.parametrize("value", [b"", b"\0", b"\0\0\2\x58\0"])
def test_numbers_of_wrong_size_read_as_none(value: bytes) -> None:
    message = Message(Method.ALLOCATE, MessageClass.SUCCESS)
    message.add(Attribute.LIFETIME, value).add(Attribute.CHANNEL_NUMBER, value)
    message.add(Attribute.ERROR_CODE, value[:3])
    assert message.number(Attribute.LIFETIME) is None
    assert message.channel_number() is None
    assert message.error() == (0, "")


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"\0",
        b"\0\1\0\x50",
        b"\0\1\0\x50\1\2\3",
        b"\0\1\0\x50" + bytes(16),  # IPv4 of IPv6's size
        b"\0\2\0\x50" + bytes(4),  # and the other way round
        b"\0\3\0\x50" + bytes(4),  # no such family
    ],
)
def test_unreadable_addresses_are_left_out(value: bytes) -> None:
    message = Message(Method.ALLOCATE, MessageClass.SUCCESS)
    message.add(Attribute.XOR_PEER_ADDRESS, value)
    message.add_address(Attribute.XOR_PEER_ADDRESS, ("192.0.2.7", 7))
    assert message.addresses(Attribute.XOR_PEER_ADDRESS) == [("192.0.2.7", 7)]


def test_text_that_is_no_utf8_is_still_text() -> None:
    message = Message(Method.ALLOCATE, MessageClass.ERROR)
    message.add(Attribute.REALM, b"a\xffb").add(Attribute.ERROR_CODE, b"\0\0\4\1\xff")
    assert message.text(Attribute.REALM) == "a\ufffdb"
    assert message.error() == (401, "\ufffd")


def test_the_first_of_repeated_attributes_counts() -> None:
    message = Message(Method.ALLOCATE, MessageClass.ERROR)
    message.add(Attribute.REALM, "first").add(Attribute.REALM, "second")
    assert Message.decode(message.encode()).text(Attribute.REALM) == "first"


# What is no message


def _header(kind: int = 1, length: int = 0, cookie: int = MAGIC_COOKIE) -> bytes:
    return (
        kind.to_bytes(2, "big") + length.to_bytes(2, "big") + cookie.to_bytes(4, "big") + bytes(12)
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "shorter"),
        (_header()[:19], "shorter"),
        (_header(cookie=MAGIC_COOKIE ^ 1), "not a STUN message"),
        (_header(kind=0x4001), "not a STUN message"),
        (_header(kind=0x8001), "not a STUN message"),
        (_header(length=3) + bytes(3), "length"),
        (_header(length=4), "length"),
        (_header() + bytes(4), "length"),
        (_header(length=4) + bytes.fromhex("00060001"), "past the end"),
        (_header(length=8) + bytes.fromhex("00060005 61616161"), "past the end"),
    ],
)
def test_malformed_messages(data: bytes, words: str) -> None:
    with pytest.raises(StunError, match=words):
        Message.decode(data)


def test_integrity_that_is_asked_for_must_be_there() -> None:
    with pytest.raises(StunError, match="missing"):
        Message.decode(Message(Method.BINDING, MessageClass.SUCCESS).encode(), _KEY)


@pytest.mark.parametrize("size", [0, 4, 19, 21, 32])
def test_integrity_of_wrong_size_is_wrong(size: int) -> None:
    message = Message(Method.BINDING, MessageClass.SUCCESS)
    message.add(Attribute.MESSAGE_INTEGRITY, bytes(size))
    with pytest.raises(StunError, match="wrong"):
        Message.decode(message.encode(), _KEY)


def test_attributes_after_the_integrity_are_ignored() -> None:
    # RFC 8489 section 14.5: nobody vouches for them.
    data = bytearray(Message(Method.BINDING, MessageClass.SUCCESS).encode(_KEY))
    data += bytes.fromhex("00140004") + b"evil"
    data[2:4] = (len(data) - 20).to_bytes(2, "big")
    message = Message.decode(bytes(data), _KEY)
    assert message.get(Attribute.REALM) is None
    assert message.attributes == []


def test_a_second_integrity_changes_nothing() -> None:
    data = bytearray(Message(Method.BINDING, MessageClass.SUCCESS).encode(_KEY))
    data += bytes.fromhex("00080014") + bytes(20)
    data[2:4] = (len(data) - 20).to_bytes(2, "big")
    assert Message.decode(bytes(data), _KEY).signed


def test_a_fingerprint_must_be_the_last_attribute() -> None:
    body = bytes.fromhex("80280004")
    head = _header(length=8)
    crc = (zlib.crc32(head) ^ 0x5354554E).to_bytes(4, "big")
    assert Message.decode(head + body + crc).fingerprinted
    longer = _header(length=12) + body + crc + bytes.fromhex("00060000")
    with pytest.raises(StunError, match="FINGERPRINT is wrong"):
        Message.decode(longer)


@given(st.binary(max_size=300), st.one_of(st.none(), st.just(_KEY)))
def test_any_bytes_give_a_message_or_a_stun_error(data: bytes, key: bytes | None) -> None:
    _read_all(data, key)


@given(_messages, st.booleans(), st.booleans(), st.data())
def test_any_damage_gives_a_message_or_a_stun_error(
    message: Message, signed: bool, fingerprint: bool, draw: st.DataObject
) -> None:
    data = bytearray(message.encode(_KEY if signed else None, fingerprint=fingerprint))
    for _ in range(draw.draw(st.integers(1, 4))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    _read_all(bytes(data[: draw.draw(st.integers(0, len(data)))]), None)
    _read_all(bytes(data), _KEY)


@given(st.binary(max_size=120))
def test_any_body_gives_a_message_or_a_stun_error(body: bytes) -> None:
    _read_all(_header(length=len(body)) + body, None)


def _read_all(data: bytes, key: bytes | None) -> None:
    try:
        message = Message.decode(data, key)
    except StunError:
        return
    for attribute in Attribute:
        message.text(attribute)
        message.number(attribute)
        for host, port in message.addresses(attribute):
            ipaddress.ip_address(host)
            assert 0 <= port <= 65535
    message.channel_number()
    message.error()


# ChannelData and streams


@given(st.integers(0x4000, 0x4FFF), st.binary(max_size=2000), st.booleans())
def test_channel_data_round_trip(channel: int, payload: bytes, padded: bool) -> None:
    data = channel_data(channel, payload, padded=padded)
    assert is_channel_data(data)
    assert split_channel_data(data) == (channel, payload)
    if padded:
        assert len(data) % 4 == 0
        assert frame_length(data) == len(data)
    else:
        assert len(data) == 4 + len(payload)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x40\x00\x00",
        b"\x40\x00\x00\x01",  # longer than what is there
        b"\x3f\xff\x00\x00",
        b"\x50\x00\x00\x00",
        b"\xff\xff\x00\x00",
    ],
)
def test_what_is_no_channel_data(data: bytes) -> None:
    with pytest.raises(StunError):
        split_channel_data(data)


def test_bytes_after_channel_data_are_padding() -> None:
    assert split_channel_data(b"\x40\x01\x00\x02ab\0\0") == (0x4001, b"ab")


@given(st.binary(max_size=64))
def test_any_bytes_give_channel_data_or_a_stun_error(data: bytes) -> None:
    try:
        channel, payload = split_channel_data(data)
    except StunError:
        return
    assert is_channel_data(data)
    assert 0x4000 <= channel <= 0x4FFF
    assert len(payload) <= len(data) - 4


@pytest.mark.parametrize("size", range(4))
def test_frame_length_waits_for_four_bytes(size: int) -> None:
    assert frame_length(b"\xff\xff\xff\xff"[:size]) is None


@pytest.mark.parametrize(
    ("head", "length"),
    [
        ("00010000", 20),
        ("01010058", 20 + 0x58),
        ("40000000", 4),
        ("40000001", 8),
        ("40000004", 8),
        ("4fff0005", 12),
        ("4000ffff", 4 + 65536),
    ],
)
def test_frame_length(head: str, length: int) -> None:
    assert frame_length(bytes.fromhex(head)) == length
    assert frame_length(bytes.fromhex(head) + b"more") == length


@pytest.mark.parametrize("head", ["50000000", "7fff0000", "80000000", "ffffffff"])
def test_frame_length_refuses_what_is_neither(head: str) -> None:
    with pytest.raises(StunError, match="neither"):
        frame_length(bytes.fromhex(head))


@given(st.lists(st.one_of(_messages.map(Message.encode), st.binary(max_size=50)), max_size=5))
def test_a_stream_comes_apart_where_it_was_put_together(parts: list[bytes]) -> None:
    frames = [
        part
        if part[4:8] == MAGIC_COOKIE.to_bytes(4, "big")
        else channel_data(0x4000, part, padded=True)
        for part in parts
    ]
    stream = b"".join(frames)
    found = []
    while stream:
        length = frame_length(stream)
        assert length is not None
        found.append(stream[:length])
        stream = stream[length:]
    assert found == frames
