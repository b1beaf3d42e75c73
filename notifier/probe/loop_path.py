"""The relayed loop: this socket -> TURN server -> relay -> our second socket.

Two allocations, each with a channel to the other's relayed address (or, where the server does not
relay to itself, another far end: :mod:`notifier.probe.setup`). What the first socket sends crosses
the access link up, is relayed inside the server, and crosses the access link down again, as the
media of a call between two people behind this link would.
"""

import asyncio
import contextlib
import math
import os
from collections.abc import Callable, Sequence

from notifier.measurement import RelayKind
from notifier.probe.endpoint import Endpoint
from notifier.probe.event_loop import ProbeLoop
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.flow import HEADER_SIZE, Flow, FlowRecord, pack_header, unpack_header
from notifier.probe.stall import Stall

__all__ = ["LoopPath", "Sending"]

CHANNEL_HEADER_OCTETS = 4
"""RFC 8656 section 12.4."""

BINDING_OCTETS = 20
"""Of a Binding request without attributes (RFC 8489 section 5)."""

ANSWER_OCTETS = 130
"""Of the answer at IP level, at most: servers add their name, a fingerprint and more addresses."""

REQUEST_LIMIT = 4.0
"""Seconds after which the answer to a Binding request counts no more."""

_FIRST_DATA_RETRY = 0.1
"""Seconds after which the first packet through the loop is sent again: it may be lost."""

_FILLER_OCTETS = 1500


class Sending:
    """One flow on its way: :meth:`LoopPath.send` has sent it, :meth:`LoopPath.settle` waits."""

    def __init__(self, flow: Flow, number: int, size: int, *, uplink: bool) -> None:
        self.flow = flow
        self.number = number
        self.size = size
        self.uplink = uplink
        self.back = ANSWER_OCTETS if uplink else size
        """Octets of what comes back for a packet."""
        self.began = 0.0


class LoopPath:
    """A relayed path that has carried data."""

    def __init__(
        self, sender: Endpoint, receiver: FarEnd, channel: int, relay: RelayKind = "self"
    ) -> None:
        self.sender = sender
        self.receiver = receiver
        self.relay: RelayKind = relay
        """Where the receiver is."""
        self.cap: float = math.inf
        """Octets that the path may cost, up and down: a flow that would pass it ends early."""
        self._channel = channel
        self._token = int.from_bytes(os.urandom(4), "big")
        # Random, so that a compressing VPN or modem does not carry more than it can.
        self._filler = os.urandom(_FILLER_OCTETS)
        self._number = 0
        self._sendings: dict[int, Sending] = {}
        self._requests: dict[bytes, tuple[Sending, int]] = {}
        self._changed = asyncio.Event()
        receiver.on_data = self._received

    @property
    def overhead(self) -> int:
        """Octets that headers add to a payload at IP level on the client's link."""
        return self.sender.overhead + CHANNEL_HEADER_OCTETS

    @property
    def octets(self) -> int:
        """What the path has cost so far, up and down, on the wire."""
        return sum(end.bytes_sent + end.bytes_received for end in (self.sender, self.receiver))

    @property
    def lost_here(self) -> int:
        """Packets that this machine itself has lost so far."""
        return self.sender.lost_here + self.receiver.lost_here

    async def run(
        self,
        *,
        count: int,
        interval: float,
        size: int,
        patience: float,
        delay: float = 0.0,
        uplink: bool = False,
        enough: int | None = None,
        limit: float = math.inf,
        on_progress: Callable[[float], None] | None = None,
    ) -> FlowRecord:
        """Send a flow and wait for it; the arguments are those of :class:`Flow`.

        :param size: octets of a packet at IP level, headers included.
        :param uplink: load the uplink alone, with Binding requests of that size.
        :raises ServerFailure: where a socket dies on the way.
        """
        sending = await self.send(
            count=count,
            interval=interval,
            size=size,
            patience=patience,
            delay=delay,
            uplink=uplink,
            enough=enough,
            limit=limit,
            on_progress=on_progress,
        )
        return await self.settle(sending)

    async def send(
        self,
        *,
        count: int,
        interval: float,
        size: int,
        patience: float,
        delay: float = 0.0,
        uplink: bool = False,
        enough: int | None = None,
        limit: float = math.inf,
        on_progress: Callable[[float], None] | None = None,
    ) -> Sending:
        """Send a flow, and leave its last packets on their way; then :meth:`settle` it.

        :raises ServerFailure: where a socket dies on the way.
        """
        loop = asyncio.get_running_loop()
        self._number = (self._number + 1) % 0x10000
        headers = self.sender.overhead + BINDING_OCTETS if uplink else self.overhead
        payload = max(0 if uplink else HEADER_SIZE, size - headers)
        flow = Flow(
            count=count,
            interval=interval,
            size=payload + headers,
            patience=patience,
            delay=delay,
            enough=enough,
            limit=limit,
        )
        sending = Sending(flow, self._number, payload + headers, uplink=uplink)
        sending.began = loop.time()
        self._sendings[sending.number] = sending
        if uplink:
            self.sender.on_pong = self._answered
        flow.start(sending.began)
        try:
            while not flow.done(loop.time()):
                self._send_due(sending, payload, loop)
                self._check()
                if on_progress is not None:
                    on_progress(flow.progress)
                if flow.all_sent:
                    break
                await self._wait(flow.get_timer())
        except BaseException:
            self._forget(sending)
            raise
        return sending

    async def settle(self, sending: Sending) -> FlowRecord:
        """Wait for what is still under way of a flow.

        :raises ServerFailure: where a socket dies on the way.
        """
        loop = asyncio.get_running_loop()
        flow = sending.flow
        try:
            while not flow.done(loop.time()):
                self._check()
                await self._wait(flow.get_timer())
            return flow.record(_stalls(loop, sending.began))
        finally:
            self._forget(sending)

    async def first_data(self, *, limit: float) -> None:
        """Wait until a first packet has come through the loop.

        :raises ServerFailure: ``relay-blocked`` where none does within ``limit`` seconds.
        """
        record = await self.run(
            count=max(1, int(limit / _FIRST_DATA_RETRY)),
            interval=_FIRST_DATA_RETRY,
            size=HEADER_SIZE + self.overhead,
            patience=_FIRST_DATA_RETRY,
            enough=1,
        )
        if not record.arrival_order:
            raise ServerFailure(
                "relay-blocked", f"nothing came back through the relay within {limit:g} s"
            )

    def _send_due(self, sending: Sending, payload: int, loop: asyncio.AbstractEventLoop) -> None:
        flow = sending.flow
        cost = sending.size + sending.back
        for sequence in flow.due(loop.time()):
            # What has left may still come back, of the flows before this one too.
            coming = sum(one.flow.under_way * one.back for one in self._sendings.values())
            if self.octets + coming + cost > self.cap:
                flow.end()
                return
            if sending.uplink:
                request = self.sender.ping(limit=REQUEST_LIMIT, padding=payload)
                self._requests[request] = (sending, sequence)
            else:
                header = pack_header(self._token, sending.number, sequence)
                filler = self._filler[: payload - HEADER_SIZE]
                self.sender.send(self._channel, header + filler)
            flow.mark_sent(loop.time())

    def _received(self, channel: int, payload: bytes, at: float, doubt: float) -> None:
        header = unpack_header(payload)
        if header is None or header[0] != self._token:
            return
        sending = self._sendings.get(header[1])
        if sending is not None and not sending.uplink:
            self._arrived(sending.flow, header[2], at, doubt)

    def _answered(self, transaction_id: bytes, sent_at: float, at: float, doubt: float) -> None:
        found = self._requests.pop(transaction_id, None)
        if found is not None:
            self._arrived(found[0].flow, found[1], at, doubt)

    def _arrived(self, flow: Flow, sequence: int, at: float, doubt: float) -> None:
        flow.mark_arrived(sequence, at, doubt)
        if flow.get_timer() is None:
            self._changed.set()

    def _forget(self, sending: Sending) -> None:
        self._sendings.pop(sending.number, None)
        if sending.uplink:
            self._requests = {k: v for k, v in self._requests.items() if v[0] is not sending}
            if not any(other.uplink for other in self._sendings.values()):
                self.sender.on_pong = None

    def _check(self) -> None:
        failure = self.sender.failure or self.receiver.failure
        if failure is not None:
            raise failure

    async def _wait(self, until: float | None) -> None:
        if until is None:
            return
        self._changed.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._changed.wait()


def _stalls(loop: asyncio.AbstractEventLoop, since: float) -> Sequence[Stall]:
    """When this process did not run; nothing where the loop keeps no account of it."""
    return loop.stalls.between(since, loop.time()) if isinstance(loop, ProbeLoop) else ()
