"""The first hop, watched while a run loads the link: echoes to the gateway and the Wi-Fi's state.

ICMP and ICMPv6 echoes (RFC 792, RFC 4443 section 4) leave at the pace of the call-like stream, so
that their loss and jitter can be held against the loop's (:mod:`notifier.probe.origin`). They go
to the gateway of the route that leads to the TURN server, which need not be the default route's.

Linux lets everybody send echoes over a datagram socket as far as ``net.ipv4.ping_group_range``
says, and systemd sets that to every group. Where it does not, root's raw socket does; else there
is no watch. No rights are asked for. macOS has such datagram sockets as well and Windows has
``IcmpSendEcho``, but the route and its gateway are read from Linux's routing socket only, so on
both nothing is watched in this version.

An echo is 36 octets at IP level (56 over IPv6), and a run sends at most 360 of them. They never
leave the local link, so they count neither in the record's octets nor against its limits.
"""

import asyncio
import contextlib
import ipaddress
import logging
import os
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from notifier.machine import rtnetlink, wifi
from notifier.machine.network import network_type
from notifier.machine.wifi import WifiReading
from notifier.measurement import LocalLink, WifiLink
from notifier.probe.arrival import SO_TIMESTAMPNS, ArrivalClock, kernel_stamp
from notifier.probe.origin import Echo, LoopFigures, Phase, locate

__all__ = ["EchoBook", "FirstHop", "FirstHopWatch", "first_hop_of", "parse_reply", "request"]

log = logging.getLogger(__name__)

INTERVALS: dict[Phase, float] = {"idle": 0.02, "stream": 0.02, "load": 0.025}
"""Seconds between two echoes. In the stream as far apart as the stream's own packets: delays of
neighbours are the more alike the closer these are. Under load 12 kbit/s, little enough for
a local link that is the narrow one."""

MOST: dict[Phase, int] = {"idle": 10, "stream": 150, "load": 200}
"""Echoes in each phase, of all its times together."""

SILENT = 25
"""Echoes without any answer after which no more are sent: this gateway does not answer."""

PATIENCE = 0.1
"""Seconds before the end in which an echo without an answer counts neither as lost nor at all;
twice the longest round trip where that is more."""

_FAR = frozenset({"vpn", "cellular", "wimax", "bluetooth"})
"""Ways whose next machine is not in the same house: the far end of a tunnel, a carrier's."""

_ICMP, _ICMPV6 = 1, 58
"""IANA's numbers: a bare system has no /etc/protocols to look them up in."""

_REQUEST, _REPLY = {4: 8, 6: 128}, {4: 0, 6: 129}
_HEADER = struct.Struct("!BBHHH")
_TOKEN_OCTETS = 8
_DATAGRAM, _ANCILLARY = 2048, 128


@dataclass(frozen=True, slots=True)
class FirstHop:
    """The way to the next machine."""

    interface: str
    gateway: str | None
    """None where there is none that would be the local network's."""

    index: int
    over_wifi: bool


def first_hop_of(server: str, *, sys_root: Path = Path("/sys")) -> FirstHop | None:
    """The first hop to an IP address; None where it has none of interest, or it cannot be told."""
    try:
        route = rtnetlink.route_to(server)
        if route is None or not route.interface:
            return None
        interface = socket.if_indextoname(route.interface)
    except (OSError, ValueError) as error:
        log.debug("no first hop to %s: %s", server, error)
        return None
    kind = network_type(interface, sys_root)
    gateway = None if kind in _FAR else route.gateway
    if gateway is None and kind != "wifi":
        return None
    return FirstHop(interface, gateway, route.interface, over_wifi=kind == "wifi")


class EchoBook:
    """When which echo is due, and what became of it: no socket, no clock."""

    def __init__(self) -> None:
        self._phase: Phase | None = None
        self._sent: list[tuple[Phase, float]] = []
        self._counts: dict[Phase, int] = dict.fromkeys(MOST, 0)
        self._rtts: dict[int, float] = {}
        self._next = 0.0

    def phase(self, phase: Phase, now: float) -> None:
        """The run goes over to something else: an echo is due now."""
        if phase != self._phase:
            self._phase = phase
            self._next = now

    def due(self, now: float) -> int | None:
        """The sequence number of the echo that has to leave; None for none.

        What a busy process missed is left out, not made up for: echoes sent at once would wait for
        each other.
        """
        timer = self.get_timer()
        # The small allowance keeps a timer that fires a tick early from firing again.
        return len(self._sent) if timer is not None and timer <= now + 1e-4 else None

    def mark_sent(self, now: float) -> None:
        """The echo that was due has left, or was refused by our own system."""
        if self._phase is None:
            return
        interval = INTERVALS[self._phase]
        self._counts[self._phase] += 1
        self._sent.append((self._phase, now))
        self._next = self._next + interval if now < self._next + interval else now + interval

    def mark_answered(self, sequence: int, now: float) -> None:
        """An answer is there; repeats and numbers never sent are ignored."""
        if 0 <= sequence < len(self._sent) and sequence not in self._rtts:
            self._rtts[sequence] = max(0.0, now - self._sent[sequence][1])

    def get_timer(self) -> float | None:
        """When the next echo is due; None where none is."""
        if self._phase is None or self._counts[self._phase] >= MOST[self._phase]:
            return None
        if not self._rtts and len(self._sent) >= SILENT:
            return None
        return self._next

    def echoes(self, now: float) -> list[Echo]:
        """What became of them, without those whose answers may still come."""
        patience = max(PATIENCE, 2 * max(self._rtts.values(), default=0.0))
        return [
            Echo(phase, sent, self._rtts.get(sequence))
            for sequence, (phase, sent) in enumerate(self._sent)
            if sequence in self._rtts or now - sent >= patience
        ]


def request(version: int, identifier: int, sequence: int, token: bytes) -> bytes:
    """An echo request; ICMPv6's checksum is the kernel's business (RFC 3542 section 3.1)."""
    head = _HEADER.pack(_REQUEST[version], 0, 0, identifier, sequence & 0xFFFF)
    checksum = _checksum(head + token) if version == 4 else 0
    return _HEADER.pack(_REQUEST[version], 0, checksum, identifier, sequence & 0xFFFF) + token


def parse_reply(version: int, data: bytes, token: bytes, *, raw: bool) -> int | None:
    """The sequence number of an echo reply to one of ours; None for everything else.

    :param raw: from a raw socket: over IPv4 the IP header stands in front.
    """
    if raw and version == 4:
        if not data or data[0] >> 4 != version:
            return None
        data = data[(data[0] & 0x0F) * 4 :]
    if len(data) != _HEADER.size + len(token) or data[_HEADER.size :] != token:
        return None
    kind, code, _, _, sequence = _HEADER.unpack_from(data)
    return int(sequence) if (kind, code) == (_REPLY[version], 0) else None


class FirstHopWatch:
    """The watch of one run::

        watch = FirstHopWatch.for_server("192.0.2.1")
        await watch.start()
        watch.phase("stream")
        …
        local = await watch.stop(loop=LoopFigures.of(measurement))

    Nothing here raises: what cannot be watched is left out of the result.
    """

    def __init__(self, hop: FirstHop) -> None:
        self.hop = hop
        self._book = EchoBook()
        self._socket: _EchoSocket | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._wifi: WifiReading | None = None

    @classmethod
    def for_server(cls, ip: str, *, sys_root: Path = Path("/sys")) -> Self | None:
        """A watch of the first hop to a server; None where there is nothing to watch.

        :param ip: the server's address that is measured.
        """
        hop = first_hop_of(ip, sys_root=sys_root)
        return None if hop is None else cls(hop)

    async def start(self) -> None:
        """Open the socket and read the Wi-Fi for the first time; the first echoes leave at once."""
        if self.hop.over_wifi:
            self._wifi = wifi.read(self.hop.interface)
        if self.hop.gateway is not None:
            try:
                self._socket = _EchoSocket(self.hop, self.hop.gateway, self._book.mark_answered)
            except OSError as error:
                log.info("the gateway cannot be watched: %s", error)
        self.phase("idle")

    def phase(self, phase: Phase) -> None:
        """Say what the run does from now on."""
        if self._socket is not None:
            self._book.phase(phase, asyncio.get_running_loop().time())
            self._arm()

    async def stop(self, *, loop: LoopFigures) -> LocalLink | None:
        """End the watch and say what it found; again does nothing.

        Waits for nothing: echoes of the last moment are left out.
        """
        self.close()
        echoes = self._book.echoes(asyncio.get_running_loop().time())
        return locate(echoes, loop, self._wifi_link())

    def close(self) -> None:
        """End the watch."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if (timer := self._book.get_timer()) is not None:
            self._timer = asyncio.get_running_loop().call_at(timer, self._tick)

    def _tick(self) -> None:
        if self._socket is None:
            return
        now = asyncio.get_running_loop().time()
        if (sequence := self._book.due(now)) is not None:
            self._socket.send(sequence)
            self._book.mark_sent(now)
        self._arm()

    def _wifi_link(self) -> WifiLink | None:
        if not self.hop.over_wifi:
            return None
        after = wifi.read(self.hop.interface)
        if after is None:
            return WifiLink()
        return WifiLink(
            signal_dbm=after.signal_dbm,
            link_rate_mbps=after.link_rate_mbps,
            retry_fraction=_retries(self._wifi, after),
        )


class _EchoSocket:
    """A socket that exchanges echoes with one gateway."""

    def __init__(
        self, hop: FirstHop, gateway: str, on_answer: Callable[[int, float], None]
    ) -> None:
        """Open it.

        :raises OSError: where the system allows neither a datagram nor a raw socket.
        """
        self._version = ipaddress.ip_address(gateway).version
        self._on_answer = on_answer
        self._token = os.urandom(_TOKEN_OCTETS)
        self._identifier = int.from_bytes(os.urandom(2), "big")
        self._loop = asyncio.get_running_loop()
        self._clock = ArrivalClock()
        self._empty_at = self._loop.time()
        family = socket.AF_INET if self._version == 4 else socket.AF_INET6
        protocol = _ICMP if self._version == 4 else _ICMPV6
        try:
            self._socket = socket.socket(family, socket.SOCK_DGRAM, protocol)
            self._raw = False
        except PermissionError:
            self._socket = socket.socket(family, socket.SOCK_RAW, protocol)
            self._raw = True
        try:
            self._socket.setblocking(False)
            self._prepare(hop)
            scope = (0, hop.index) if self._version == 6 else ()
            self._socket.connect((gateway, 0, *scope))
        except OSError:
            self._socket.close()
            raise
        self._loop.add_reader(self._socket, self._readable)

    def send(self, sequence: int) -> None:
        """Send one; what the system refuses goes unanswered."""
        with contextlib.suppress(OSError):
            self._socket.send(request(self._version, self._identifier, sequence, self._token))

    def close(self) -> None:
        self._loop.remove_reader(self._socket)
        self._socket.close()

    def _prepare(self, hop: FirstHop) -> None:
        # Two interfaces may have gateways of one address.
        with contextlib.suppress(OSError):
            self._socket.setsockopt(
                socket.SOL_SOCKET, socket.SO_BINDTODEVICE, hop.interface.encode()
            )
        with contextlib.suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)

    def _readable(self) -> None:
        batch: list[tuple[int, int | None, float]] = []
        while True:
            read_at = self._loop.time()
            try:
                data, ancillary, _, _ = self._socket.recvmsg(_DATAGRAM, _ANCILLARY)
            except BlockingIOError:
                break
            except OSError as error:
                # ICMP errors are told this way, once each, and mean an echo without an answer.
                log.debug("reading echoes: %s", error)
                break
            sequence = parse_reply(self._version, data, self._token, raw=self._raw)
            if sequence is not None:
                batch.append((sequence, kernel_stamp(ancillary), read_at))
        empty_at, self._empty_at = self._empty_at, self._loop.time()
        self._clock.batch_read()
        for sequence, stamp, read_at in batch:
            at, _ = self._clock.place(stamp, read_at, empty_at)
            self._on_answer(sequence, at)


def _retries(before: WifiReading | None, after: WifiReading) -> float | None:
    """The part of the transmissions since then that were repeats; None where not told."""
    if before is None or before.packets is None or before.retries is None:
        return None
    if after.packets is None or after.retries is None:
        return None
    packets, retries = after.packets - before.packets, after.retries - before.retries
    # Counters begin anew with each association, and are of 32 bits.
    if packets <= 0 or retries < 0:
        return None
    return round(retries / (packets + retries), 4)


def _checksum(data: bytes) -> int:
    """RFC 1071, of an even number of octets."""
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total & 0xFFFF) + (total >> 16)
    return ~(total + (total >> 16)) & 0xFFFF
