"""Where a loop may end: what a path needs of its receiver, and the one that is no allocation.

A TURN server that does not relay to itself may still relay to us: :class:`ReflexiveSocket` is a
plain UDP socket that has learnt its server-reflexive address (RFC 8489 section 2) and takes what
the relay sends there. It is then in the place of a peer on the Internet: what it gets has no
channel header, and a NAT on the way needs a packet to the relayed address first.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Protocol

from notifier.probe.failure import ServerFailure
from notifier.probe.sockets import DatagramLink, ResolvedAddress, header_octets, open_datagrams
from notifier.turn.stun import Address, Attribute, Message, MessageClass, Method, StunError

__all__ = ["FarEnd", "OnData", "ReflexiveSocket"]

OnData = Callable[[int, bytes, float, float], None]
"""Channel, payload, arrival on the loop's clock, and by how many seconds it may have arrived
earlier."""

_RETRY = 0.25
"""Seconds after which a Binding request is sent again: within a set-up there is no time for RFC
8489's half second."""


class FarEnd(Protocol):
    """The receiving end of a loop: an endpoint with an allocation, or a socket of our own."""

    on_data: OnData | None
    failure: ServerFailure | None
    """Set once the socket is of no more use."""

    overhead: int
    """Octets of the IP and transport headers of one packet."""

    @property
    def bytes_sent(self) -> int:
        """So far, on the wire, IP and transport headers included."""

    @property
    def bytes_received(self) -> int:
        """So far, on the wire, IP and transport headers included."""

    @property
    def lost_here(self) -> int:
        """Packets that this machine itself has lost so far."""

    async def release(self) -> None:
        """Give back what the server keeps for it, as far as the server still answers."""

    def close(self) -> None:
        """Close the socket; the byte counts stay readable."""


class ReflexiveSocket:
    """A UDP socket of our own that a relay can send to.

    ``on_data`` gets each datagram, with 0 in the place of the channel.

    :param server: the STUN server, over UDP.
    :raises ServerFailure: where the system has no way to it.
    """

    def __init__(self, server: ResolvedAddress) -> None:
        self.on_data: OnData | None = None
        self.failure: ServerFailure | None = None
        self.overhead = header_octets(server, "udp")
        self.mapped: Address | None = None
        """Our address as the server sees it, once :meth:`learn` has found it."""
        self._request = Message(Method.BINDING, MessageClass.REQUEST)
        self._changed = asyncio.Event()
        self._link: DatagramLink = open_datagrams(server, self)

    async def learn(self, *, limit: float) -> Address:
        """Ask the server for our server-reflexive address.

        :raises ServerFailure: where no answer comes within ``limit`` seconds.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                while self.mapped is None and self.failure is None:
                    self._link.send(self._request.encode())
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(_RETRY):
                            await self._changed.wait()
        if self.failure is not None:
            raise self.failure
        if self.mapped is None:
            raise ServerFailure("timeout", f"no answer to a Binding request within {limit:g} s")
        return self.mapped

    def open_towards(self, relayed: Address) -> None:
        """Send a packet to a relayed address, and take only what comes from there.

        It opens the filter of a NAT, and shows the relay which address we have towards it.

        :raises ServerFailure: where the system has no way there.
        """
        self._link.aim(relayed)
        self._link.send(b"\0")

    @property
    def bytes_sent(self) -> int:
        """So far, on the wire, IP and transport headers included."""
        return self._link.bytes_sent

    @property
    def bytes_received(self) -> int:
        """So far, on the wire, IP and transport headers included."""
        return self._link.bytes_received

    @property
    def lost_here(self) -> int:
        """Packets that this machine itself has lost so far."""
        return self._link.lost_here

    async def release(self) -> None:
        """The server keeps nothing for it."""

    def close(self) -> None:
        """Close the socket; the byte counts stay readable."""
        self._link.close()

    # What the link does with it

    def received(self, data: bytes, at: float, doubt: float) -> None:
        """One datagram has arrived."""
        if self.mapped is not None:
            if self.on_data is not None:
                self.on_data(0, data, at, doubt)
            return
        try:
            answer = Message.decode(data)
        except StunError:
            return
        if (
            answer.message_class is MessageClass.SUCCESS
            and answer.transaction_id == self._request.transaction_id
        ):
            self.mapped = answer.address(Attribute.XOR_MAPPED_ADDRESS) or answer.address(
                Attribute.MAPPED_ADDRESS
            )
            if self.mapped is not None:
                self._changed.set()

    def broken(self, failure: ServerFailure) -> None:
        """The socket is gone."""
        self.failure = self.failure or failure
        self._changed.set()
