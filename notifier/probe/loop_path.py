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
from collections.abc import Callable

from notifier.measurement import RelayKind
from notifier.probe.endpoint import Endpoint
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.flow import HEADER_SIZE, Flow, FlowRecord, pack_header, unpack_header
from notifier.probe.uplink import UNBOUND_CHANNEL

__all__ = ["LoopPath"]

CHANNEL_HEADER_OCTETS = 4
"""RFC 8656 section 12.4."""

_FIRST_DATA_RETRY = 0.25
"""Seconds after which the first packet through the loop is sent again: it may be lost."""

_FILLER_OCTETS = 1500


class LoopPath:
    """A relayed path that has carried data."""

    def __init__(
        self, sender: Endpoint, receiver: FarEnd, channel: int, relay: RelayKind = "self"
    ) -> None:
        self.sender = sender
        self.receiver = receiver
        self.relay: RelayKind = relay
        """Where the receiver is."""
        self._channel = channel
        self._token = int.from_bytes(os.urandom(4), "big")
        # Random, so that a compressing VPN or modem does not carry more than it can.
        self._filler = os.urandom(_FILLER_OCTETS)
        self._number = 0
        self._flow: Flow | None = None
        self._changed = asyncio.Event()
        receiver.on_data = self._received

    @property
    def overhead(self) -> int:
        """Octets that headers add to a payload at IP level on the client's link."""
        return self.sender.overhead + CHANNEL_HEADER_OCTETS

    def payload_size(self, ip_octets: int) -> int:
        """The payload that makes a packet of this size at IP level."""
        return max(HEADER_SIZE, ip_octets - self.overhead)

    async def run(
        self,
        *,
        count: int,
        interval: float,
        payload: int,
        patience: float,
        enough: int | None = None,
        limit: float = math.inf,
        on_progress: Callable[[float], None] | None = None,
    ) -> FlowRecord:
        """Send a flow through the loop and wait for it; the arguments are those of ``Flow``.

        :raises ServerFailure: where a socket dies on the way.
        """
        loop = asyncio.get_running_loop()
        flow = Flow(
            count=count,
            interval=interval,
            size=payload + self.overhead,
            patience=patience,
            enough=enough,
            limit=limit,
        )
        self._number = (self._number + 1) % 0x10000
        self._flow = flow
        filler = self._filler[: payload - HEADER_SIZE]
        flow.start(loop.time())
        try:
            while not flow.done(loop.time()):
                for sequence in flow.due(loop.time()):
                    header = pack_header(self._token, self._number, sequence)
                    self.sender.send(self._channel, header + filler)
                    flow.mark_sent(loop.time())
                self._check()
                if on_progress is not None:
                    on_progress(flow.progress)
                await self._wait(flow.get_timer())
            return flow.record()
        finally:
            self._flow = None

    async def first_data(self, *, limit: float) -> None:
        """Wait until a first packet has come through the loop.

        :raises ServerFailure: ``relay-blocked`` where none does within ``limit`` seconds.
        """
        record = await self.run(
            count=max(1, int(limit / _FIRST_DATA_RETRY)),
            interval=_FIRST_DATA_RETRY,
            payload=HEADER_SIZE,
            patience=_FIRST_DATA_RETRY,
            enough=1,
        )
        if not record.arrival_order:
            raise ServerFailure(
                "relay-blocked", f"nothing came back through the relay within {limit:g} s"
            )

    async def load_uplink(
        self, *, count: int, interval: float, payload: int, every: int, patience: float
    ) -> list[tuple[float, float]]:
        """Load the uplink alone, and take round trips meanwhile.

        :param every: packets from one Binding request to the next.
        :param patience: seconds to wait for answers after the last packet.
        :returns: when each answered request was sent, and its round trip; seconds, in order.
        :raises ServerFailure: where a socket dies on the way.
        """
        loop = asyncio.get_running_loop()
        sent_at: dict[bytes, float] = {}
        round_trips: dict[bytes, float] = {}
        complete = asyncio.Event()
        filler = self._filler[:payload]
        requests = -(-count // every)

        def on_pong(transaction_id: bytes, sent: float, at: float, doubt: float) -> None:
            if transaction_id in sent_at:
                round_trips[transaction_id] = at - sent
                if len(round_trips) == requests:
                    complete.set()

        self.sender.on_pong = on_pong
        try:
            began = loop.time()
            for number in range(count):
                await asyncio.sleep(began + number * interval - loop.time())
                if number % every == 0:
                    now = loop.time()
                    sent_at[self.sender.ping(limit=patience)] = now
                self.sender.send(UNBOUND_CHANNEL, filler)
                self._check()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await complete.wait()
        finally:
            self.sender.on_pong = None
        return [(sent_at[key], round_trips[key]) for key in sent_at if key in round_trips]

    def _received(self, channel: int, payload: bytes, at: float, doubt: float) -> None:
        header = unpack_header(payload)
        flow = self._flow
        if header is None or flow is None or header[:2] != (self._token, self._number):
            return
        flow.mark_arrived(header[2], at)
        if flow.get_timer() is None:
            self._changed.set()

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
