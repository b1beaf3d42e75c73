"""The routing socket's messages: real ones of this machine, and whatever else may come."""

import socket
import struct
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import rtnetlink
from notifier.machine.rtnetlink import Message, Route

linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux's routing socket")


def attribute(kind: int, value: bytes) -> bytes:
    padding = b"\0" * (-len(value) % 4)
    return struct.pack("=HH", 4 + len(value), kind) + value + padding


def route(
    *fields: bytes, bits: int = 0, kind: int = 1, flags: int = 0, family: int = socket.AF_INET
) -> Message:
    return Message(
        24, struct.pack("=BBBBBBBBI", family, bits, 0, 0, 254, 3, 0, kind, flags) + b"".join(fields)
    )


INTERFACE_3 = attribute(4, struct.pack("=I", 3))
GATEWAY = attribute(5, bytes([10, 0, 0, 1]))


def test_route_with_gateway() -> None:
    message = route(INTERFACE_3, GATEWAY, attribute(6, struct.pack("=I", 600)))
    assert rtnetlink.parse_routes(message) == [
        Route(socket.AF_INET, 3, "10.0.0.1", 600, default=True, usable=True)
    ]


def test_route_without_link() -> None:
    (found,) = rtnetlink.parse_routes(route(INTERFACE_3, flags=0x10))
    assert not found.usable
    assert found.gateway is None


def test_route_through_the_other_family() -> None:
    via = attribute(18, struct.pack("=H", socket.AF_INET6) + socket.inet_pton(10, "fe80::1"))
    (found,) = rtnetlink.parse_routes(route(INTERFACE_3, via))
    assert found.gateway == "fe80::1"


def test_multipath_route_is_each_of_its_hops() -> None:
    hop = struct.pack("=HBBi", 8 + len(GATEWAY), 0, 0, 7) + GATEWAY
    dead = struct.pack("=HBBi", 8, 0x1, 0, 8)
    found = rtnetlink.parse_routes(route(attribute(9, hop + dead)))
    assert [(item.interface, item.gateway, item.usable) for item in found] == [
        (7, "10.0.0.1", True),
        (8, None, False),
    ]


def test_blackholes_and_other_messages_are_no_routes() -> None:
    assert rtnetlink.parse_routes(route(INTERFACE_3, kind=6)) == []
    assert rtnetlink.parse_routes(Message(20, b"\0" * 20)) == []


@pytest.mark.parametrize(
    ("flags", "lasting"), [(0x80, True), (0x01, False), (0x40, False), (0x08, False)]
)
def test_address_that_does_not_last(flags: int, lasting: bool) -> None:
    body = struct.pack("=BBBBI", socket.AF_INET6, 64, 0, 0, 2)
    fields = attribute(1, socket.inet_pton(socket.AF_INET6, "2001:db8::5"))
    fields += attribute(8, struct.pack("=I", flags))
    found = rtnetlink.parse_address(Message(20, body + fields))
    assert found == rtnetlink.InterfaceAddress(2, "2001:db8::5", lasting)


def test_point_to_point_address_is_our_end() -> None:
    body = struct.pack("=BBBBI", socket.AF_INET, 32, 0, 0, 2)
    fields = attribute(1, bytes([10, 0, 0, 1])) + attribute(2, bytes([10, 0, 0, 2]))
    found = rtnetlink.parse_address(Message(20, body + fields))
    assert found is not None
    assert found.address == "10.0.0.2"


def test_neighbour_without_link_address_is_none() -> None:
    body = struct.pack("=BBHiHBB", socket.AF_INET, 0, 0, 2, 0x20, 0, 0)
    fields = attribute(1, bytes([10, 0, 0, 1]))
    assert rtnetlink.parse_neighbour(Message(28, body + fields)) is None
    fields += attribute(2, b"\x02\xfc\0\0\0\x05")
    found = rtnetlink.parse_neighbour(Message(28, body + fields))
    assert found == rtnetlink.Neighbour(2, "10.0.0.1", "02:fc:00:00:00:05")


@given(st.binary(max_size=300))
def test_any_octets_are_read_without_an_error(data: bytes) -> None:
    rtnetlink.attributes(data)
    for message in [*rtnetlink.messages(data), *(Message(kind, data) for kind in (20, 24, 28))]:
        rtnetlink.parse_routes(message)
        rtnetlink.parse_address(message)
        rtnetlink.parse_neighbour(message)


def test_messages_stop_where_one_is_cut_short() -> None:
    whole = struct.pack("=IHHII", 18, 24, 0, 1, 0) + b"ab\0\0"
    assert list(rtnetlink.messages(whole + whole[:10])) == [Message(24, b"ab")]


@linux
def test_this_machine_has_its_loopback_address() -> None:
    loopback = socket.if_nametoindex("lo")
    found = [item.address for item in rtnetlink.addresses() if item.interface == loopback]
    assert "127.0.0.1" in found


@linux
def test_the_way_to_ourselves_is_loopback() -> None:
    found = rtnetlink.route_to("127.0.0.1")
    assert found is not None
    assert socket.if_indextoname(found.interface) == "lo"


@linux
def test_no_address_no_route() -> None:
    with pytest.raises(ValueError, match="turn"):
        rtnetlink.route_to("turn.example.com")
