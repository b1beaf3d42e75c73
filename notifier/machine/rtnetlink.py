"""Linux's routing socket, as far as this room needs it: routes, addresses, neighbours.

The upper half builds and reads messages (rtnetlink(7), ``linux/rtnetlink.h``) and touches no
socket. The lower half asks the kernel; it needs no privileges and answers within a millisecond.
"""

import ipaddress
import os
import socket
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = [
    "Family",
    "InterfaceAddress",
    "Message",
    "Neighbour",
    "Route",
    "addresses",
    "ask",
    "attributes",
    "default_routes",
    "messages",
    "neighbours",
    "open_monitor",
    "parse_address",
    "parse_neighbour",
    "parse_routes",
    "route_to",
]

Family = int
"""``socket.AF_INET`` or ``socket.AF_INET6``."""

ANSWER_LIMIT = 1.0
"""Seconds; the kernel answers at once, so this only guards against one that never does."""

_RECEIVE = 1 << 16
"""Octets; the kernel's dumps come in pieces of at most 32 KiB."""

_NETLINK_ROUTE = 0

_HEADER = struct.Struct("=IHHII")
_ROUTE = struct.Struct("=BBBBBBBBI")
_NEXT_HOP = struct.Struct("=HBBi")
_ADDRESS = struct.Struct("=BBBBI")
_NEIGHBOUR = struct.Struct("=BBHiHBB")
_ATTRIBUTE = struct.Struct("=HH")

_REQUEST, _DUMP = 0x1, 0x300
_ERROR, _DONE = 2, 3
_NEW_ADDRESS, _GET_ADDRESS = 20, 22
_NEW_ROUTE, _GET_ROUTE = 24, 26
_NEW_NEIGHBOUR, _GET_NEIGHBOUR = 28, 30

_RTA_DST, _RTA_OIF, _RTA_GATEWAY, _RTA_PRIORITY = 1, 4, 5, 6
_RTA_MULTIPATH, _RTA_VIA = 9, 18
_IFA_ADDRESS, _IFA_LOCAL, _IFA_FLAGS = 1, 2, 8
_NDA_DST, _NDA_LLADDR = 1, 2

_UNICAST, _LOCAL = 1, 2
_NEXT_HOP_DOWN = 0x1 | 0x10
"""RTNH_F_DEAD or RTNH_F_LINKDOWN: the cable is out or the Wi-Fi gone."""

_TEMPORARY, _TENTATIVE, _DAD_FAILED = 0x01, 0x40, 0x08

# RTMGRP_*: link, IPv4 addresses and routes, IPv6 addresses and routes.
_GROUPS = 0x1 | 0x10 | 0x40 | 0x100 | 0x400


@dataclass(frozen=True, slots=True)
class Message:
    """One netlink message: its type and what follows the header."""

    type: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Route:
    """One next hop of a route."""

    family: Family
    interface: int
    """Index of the interface; 0 where the route names none."""

    gateway: str | None
    metric: int
    default: bool
    """It leads everywhere (prefix length 0)."""

    usable: bool
    """Its interface has a link."""


@dataclass(frozen=True, slots=True)
class InterfaceAddress:
    """An address of this machine."""

    interface: int
    address: str
    lasting: bool
    """In use, and no IPv6 privacy address: those come and go while the network stays."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A machine on the same link and its link address."""

    interface: int
    address: str
    link_address: str


def messages(data: bytes) -> Iterator[Message]:
    """Split what one ``recv`` gave; ends quietly at the first message that is cut short."""
    position = 0
    while position + _HEADER.size <= len(data):
        length, kind, _, _, _ = _HEADER.unpack_from(data, position)
        if length < _HEADER.size or position + length > len(data):
            return
        yield Message(kind, data[position + _HEADER.size : position + length])
        position += _aligned(length)


def attributes(data: bytes) -> dict[int, bytes]:
    """Read type-length-value attributes; ends quietly at the first that is cut short."""
    found: dict[int, bytes] = {}
    position = 0
    while position + _ATTRIBUTE.size <= len(data):
        length, kind = _ATTRIBUTE.unpack_from(data, position)
        if length < _ATTRIBUTE.size or position + length > len(data):
            break
        # The upper two bits say "nested" and "network byte order".
        found[kind & 0x3FFF] = data[position + _ATTRIBUTE.size : position + length]
        position += _aligned(length)
    return found


def parse_routes(message: Message) -> list[Route]:
    """Read an RTM_NEWROUTE; one entry a next hop, none for routes that carry no packets."""
    if message.type != _NEW_ROUTE or len(message.payload) < _ROUTE.size:
        return []
    family, bits, _, _, _, _, _, kind, flags = _ROUTE.unpack_from(message.payload)
    if kind not in {_UNICAST, _LOCAL}:
        return []
    fields = attributes(message.payload[_ROUTE.size :])
    metric = _uint(fields.get(_RTA_PRIORITY))
    hops = [(_uint(fields.get(_RTA_OIF)), flags, fields)]
    if _RTA_MULTIPATH in fields:
        hops = list(_next_hops(fields[_RTA_MULTIPATH]))
    return [
        Route(
            family=family,
            interface=interface,
            gateway=_gateway(hop),
            metric=metric,
            default=bits == 0,
            usable=not hop_flags & _NEXT_HOP_DOWN,
        )
        for interface, hop_flags, hop in hops
    ]


def parse_address(message: Message) -> InterfaceAddress | None:
    """Read an RTM_NEWADDR."""
    if message.type != _NEW_ADDRESS or len(message.payload) < _ADDRESS.size:
        return None
    _, _, flags, _, index = _ADDRESS.unpack_from(message.payload)
    fields = attributes(message.payload[_ADDRESS.size :])
    # On a point-to-point link IFA_ADDRESS is the other end, IFA_LOCAL our own.
    address = _address(fields.get(_IFA_LOCAL, fields.get(_IFA_ADDRESS)))
    if address is None:
        return None
    if _IFA_FLAGS in fields:
        flags = _uint(fields[_IFA_FLAGS])
    lasting = not flags & (_TEMPORARY | _TENTATIVE | _DAD_FAILED)
    return InterfaceAddress(index, address, lasting)


def parse_neighbour(message: Message) -> Neighbour | None:
    """Read an RTM_NEWNEIGH; None for one whose link address is not known."""
    if message.type != _NEW_NEIGHBOUR or len(message.payload) < _NEIGHBOUR.size:
        return None
    _, _, _, index, _, _, _ = _NEIGHBOUR.unpack_from(message.payload)
    fields = attributes(message.payload[_NEIGHBOUR.size :])
    address = _address(fields.get(_NDA_DST))
    link_address = fields.get(_NDA_LLADDR, b"")
    if address is None or not any(link_address):
        return None
    return Neighbour(index, address, link_address.hex(":"))


def route_to(address: str) -> Route | None:
    """Ask which way packets to this address would take, policy routing and VPNs included.

    Sends nothing to the network.

    :param address: an IP address.
    :raises OSError: there is no such route, or no routing socket.
    """
    target = ipaddress.ip_address(address)
    family = socket.AF_INET if target.version == 4 else socket.AF_INET6
    packed = target.packed
    attribute = _ATTRIBUTE.pack(_ATTRIBUTE.size + len(packed), _RTA_DST) + packed
    body = _ROUTE.pack(family, len(packed) * 8, 0, 0, 0, 0, 0, 0, 0) + attribute
    for message in ask(_GET_ROUTE, body, dump=False):
        for route in parse_routes(message):
            return route
    return None


def default_routes() -> list[Route]:
    """Every default route of both families, the preferred one (lowest metric) first.

    :raises OSError: there is no routing socket.
    """
    found = [
        route
        for family in (socket.AF_INET, socket.AF_INET6)
        for message in ask(_GET_ROUTE, _ROUTE.pack(family, 0, 0, 0, 0, 0, 0, 0, 0), dump=True)
        for route in parse_routes(message)
        if route.default and route.interface
    ]
    return sorted(found, key=lambda route: (not route.usable, route.metric))


def addresses() -> list[InterfaceAddress]:
    """Every address of this machine.

    :raises OSError: there is no routing socket.
    """
    found = ask(_GET_ADDRESS, _ADDRESS.pack(socket.AF_UNSPEC, 0, 0, 0, 0), dump=True)
    return [address for message in found if (address := parse_address(message)) is not None]


def neighbours() -> list[Neighbour]:
    """Every machine on a link of ours whose link address the kernel knows.

    :raises OSError: there is no routing socket.
    """
    found = ask(_GET_NEIGHBOUR, _NEIGHBOUR.pack(socket.AF_UNSPEC, 0, 0, 0, 0, 0, 0), dump=True)
    return [item for message in found if (item := parse_neighbour(message)) is not None]


def open_monitor() -> socket.socket:
    """Open a non-blocking socket that becomes readable when links, addresses or routes change.

    :raises OSError: there is no routing socket.
    """
    sock = _socket(_GROUPS)
    sock.setblocking(False)
    return sock


def ask(kind: int, body: bytes, *, dump: bool, protocol: int = _NETLINK_ROUTE) -> Iterator[Message]:
    """Ask the kernel one question and give its answers.

    :param kind: the message's type.
    :param dump: there are several answers, to the one that says "done".
    :param protocol: NETLINK_ROUTE, or another one that speaks in such messages.
    :raises OSError: there is no such socket, or the kernel refuses.
    """
    flags = _REQUEST | (_DUMP if dump else 0)
    header = _HEADER.pack(_HEADER.size + len(body), kind, flags, 1, 0)
    with _socket(0, protocol) as sock:
        sock.settimeout(ANSWER_LIMIT)
        sock.send(header + body)
        while True:
            for message in messages(sock.recv(_RECEIVE)):
                if message.type == _DONE:
                    return
                if message.type == _ERROR and len(message.payload) >= 4:
                    (code,) = struct.unpack_from("=i", message.payload)
                    raise OSError(-code, os.strerror(-code))
                yield message
            if not dump:
                return


def _socket(groups: int, protocol: int = _NETLINK_ROUTE) -> socket.socket:
    if sys.platform != "linux":
        raise OSError("no routing socket on this platform")
    sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
    try:
        sock.bind((0, groups))
    except OSError:
        sock.close()
        raise
    return sock


def _aligned(length: int) -> int:
    return (length + 3) & ~3


def _uint(data: bytes | None) -> int:
    return int.from_bytes(data or b"", sys.byteorder)


def _address(data: bytes | None) -> str | None:
    if data is None or len(data) not in {4, 16}:
        return None
    return str(ipaddress.ip_address(data))


def _gateway(fields: dict[int, bytes]) -> str | None:
    if _RTA_GATEWAY in fields:
        return _address(fields[_RTA_GATEWAY])
    # RTA_VIA: a gateway of the other family, with its family in front.
    return _address(fields.get(_RTA_VIA, b"")[2:])


def _next_hops(data: bytes) -> Iterator[tuple[int, int, dict[int, bytes]]]:
    position = 0
    while position + _NEXT_HOP.size <= len(data):
        length, flags, _, interface = _NEXT_HOP.unpack_from(data, position)
        if length < _NEXT_HOP.size or position + length > len(data):
            return
        yield interface, flags, attributes(data[position + _NEXT_HOP.size : position + length])
        position += _aligned(length)
