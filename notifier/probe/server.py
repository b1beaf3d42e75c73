"""One server URL from reachability to throughput: the steps, and what each of them yields.

A step that fails ends that server's probe with its reason; what was measured before stays.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from notifier.measurement import (
    Mode,
    RelayKind,
    RoundTrip,
    ServerError,
    ServerMeasurement,
    Throughput,
    Transport,
)
from notifier.probe import estimate
from notifier.probe.capacity import (
    BUDGET_OCTETS,
    CEILING_KBPS,
    Capacity,
    CapacitySearch,
    TrainPlan,
)
from notifier.probe.endpoint import Endpoint
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.flow import FlowRecord
from notifier.probe.loop_path import LoopPath
from notifier.probe.request import ServerTarget
from notifier.probe.setup import open_loop
from notifier.probe.sockets import resolve
from notifier.probe.uplink import plan_uplink, throughput_of, uplink_kbps
from notifier.turn.uri import TurnUri, TurnUriError, parse_turn_uri

__all__ = ["ServerProbe"]

SETUP_LIMIT = 5.0
"""Seconds from the first packet to a relayed path, per server: four tries of a lost request, and
three round trips to a satellite."""

STEP_LIMIT = 4.0
"""Seconds for one request within it."""

PINGS = 10
PING_INTERVAL = 0.02
PING_LIMIT = 2.0
"""Seconds for the answers to the Binding requests; slower is no network for calls."""

STREAM = {"full": (125, 0.02), "light": (50, 0.02)}
"""Packets and seconds between two of the call-like stream, as Opus sends them."""

STREAM_IP_OCTETS = 188
"""Octets at IP level: 20 ms of Opus at 48 kbit/s with RTP, SRTP and UDP headers."""

LOAD_LIMIT = 12.0
"""Seconds for stream and trains together; on the slowest links that can carry audio they need
about eight."""

BULK_LIMIT = 4.0
"""Seconds for the transfer over TCP or TLS: on a slow link what has arrived by then is enough."""

_SETTLE = 0.05
"""Seconds between trains, for stragglers of a queue that has just emptied."""


@dataclass(slots=True)
class ServerProbe:
    """The probe of one server URL; each step is awaited in its turn by the run."""

    target: ServerTarget
    path: LoopPath | None = None
    uri: TurnUri | None = None
    error: ServerError | None = None
    detail: str | None = None
    reachable: bool = False
    setup_s: float | None = None
    pings: list[float] = field(default_factory=list)
    """Round trips of the answered Binding requests, seconds."""

    relay: RelayKind | None = None
    server_address: str | None = None
    mapped_address: str | None = None
    jitter_s: float | None = None
    loss: float | None = None
    burst: float | None = None
    packets_sent: int = 0
    throughput: Throughput | None = None
    loaded_rtt_s: float | None = None
    started_at: float = 0.0
    duration_s: float = 0.0
    _opened: list[FarEnd] = field(default_factory=list)

    async def reach(self) -> bool:
        """Make a relayed path; False, with ``error`` set, where there is none."""
        loop = asyncio.get_running_loop()
        self.started_at = loop.time()
        try:
            async with asyncio.timeout(SETUP_LIMIT):
                self.path = await self._open()
        except ServerFailure as failure:
            # One allocation without the second is no relayed path.
            self.reachable = failure.error == "relay-blocked"
            self._fail(failure)
        except TimeoutError:
            # With an allocation it is not the way to the server that is at fault.
            error: ServerError = "relay-blocked" if self.reachable else "timeout"
            self._fail(ServerFailure(error, f"no relayed path within {SETUP_LIMIT:g} s"))
        if self.path is not None:
            self.relay = self.path.relay
            mapped = self.path.sender.mapped
            self.mapped_address = mapped[0] if mapped else None
        self.duration_s = loop.time() - self.started_at
        return self.path is not None

    async def latency(self) -> None:
        """Round trips by Binding requests, spread over a fifth of a second."""
        path = self.path
        if path is None:
            return
        arrived = asyncio.Event()

        def on_pong(transaction_id: bytes, sent_at: float, at: float, doubt: float) -> None:
            self.pings.append(at - sent_at)
            if len(self.pings) >= PINGS:
                arrived.set()

        path.sender.on_pong = on_pong
        try:
            async with asyncio.timeout(PING_LIMIT):
                for _ in range(PINGS):
                    path.sender.ping(limit=PING_LIMIT)
                    await asyncio.sleep(PING_INTERVAL)
                # Lost answers are no reason to wait for the full limit.
                patience = 4 * max(self.pings, default=PING_LIMIT) + PING_INTERVAL
                async with asyncio.timeout(patience):
                    await arrived.wait()
        except TimeoutError:
            pass
        finally:
            path.sender.on_pong = None

    async def load(self, mode: Mode, on_progress: Callable[[str, float], None]) -> None:
        """Call-like stream and, in a full run, trains; the only step that loads the link.

        :param on_progress: gets "stream" or "throughput" and the part of it that is done.
        """
        path = self.path
        if path is None:
            return
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(LOAD_LIMIT):
                base = await self._stream(path, mode, lambda part: on_progress("stream", part))
                if mode == "full":
                    await self._trains(path, base, lambda p: on_progress("throughput", p))
        except ServerFailure as failure:
            self._fail(failure)
        except TimeoutError:
            # What was found until then holds; a link this slow has shown itself.
            self.detail = f"stopped after {LOAD_LIMIT:g} s"
        self.duration_s += loop.time() - began

    async def close(self) -> None:
        """Give the allocations back and close the sockets; the figures stay."""
        self.path = None
        await asyncio.gather(*(endpoint.release() for endpoint in self._opened))
        for endpoint in self._opened:
            endpoint.close()

    def measurement(self) -> ServerMeasurement:
        """What was found, in the units of the record."""
        return ServerMeasurement(
            url=self.target.url,
            provider=self.target.provider,
            reachable=self.reachable,
            error=self.error,
            detail=self.detail,
            transport=self.uri.transport if self.uri else _transport_of(self.target.url),
            setup_ms=_ms(self.setup_s),
            rtt_ms=self._round_trip(),
            jitter_ms=_ms(self.jitter_s),
            loss_fraction=None if self.loss is None else round(self.loss, 5),
            loss_burst=None if self.burst is None else round(self.burst, 2),
            throughput_kbps=self.throughput,
            loaded_rtt_ms=_ms(self.loaded_rtt_s),
            relay=self.relay,
            mapped_address=self.mapped_address,
            server_address=self.server_address,
            packets_sent=self.packets_sent,
            duration_ms=round(self.duration_s * 1000, 1),
            bytes_sent=sum(endpoint.bytes_sent for endpoint in self._opened),
            bytes_received=sum(endpoint.bytes_received for endpoint in self._opened),
        )

    async def _open(self) -> LoopPath:
        target = self.target
        if target.problem is not None:
            raise ServerFailure("unauthorized", target.problem)
        try:
            self.uri = parse_turn_uri(target.url)
        except TurnUriError as error:
            raise ServerFailure("protocol", str(error)) from None
        addresses = await resolve(self.uri)
        loop = asyncio.get_running_loop()
        began = loop.time()

        def on_allocated(endpoint: Endpoint) -> None:
            self.reachable = True
            self.server_address = endpoint.address.ip

        self.server_address = addresses[0].ip
        path = await open_loop(
            self.uri,
            addresses,
            self._opened,
            username=target.username,
            password=target.password,
            ca_file=Path(target.ca_file) if target.ca_file else None,
            limit=STEP_LIMIT,
            on_allocated=on_allocated,
        )
        self.setup_s = loop.time() - began
        return path

    async def _stream(
        self, path: LoopPath, mode: Mode, on_progress: Callable[[float], None]
    ) -> float | None:
        """Loss and jitter; returns the least one-way delay of the idle loop, seconds."""
        count, interval = STREAM[mode]
        record = await path.run(
            count=count,
            interval=interval,
            payload=path.payload_size(STREAM_IP_OCTETS),
            patience=self._patience(),
            on_progress=on_progress,
        )
        self.packets_sent = len(record.sent)
        self.loss = estimate.loss_fraction(record)
        self.burst = estimate.loss_burst(record)
        self.jitter_s = estimate.interarrival_jitter(record)
        return min(estimate.delay_rises(record, 0.0), default=None)

    async def _trains(
        self, path: LoopPath, base: float | None, on_progress: Callable[[float], None]
    ) -> None:
        if path.sender.client.reliable:
            await self._bulk(path)
            return
        search = CapacitySearch(overhead=path.overhead, base_delay=base)
        done = 0
        try:
            while (plan := search.next_train()) is not None:
                search.add(plan, await self._train(path, plan))
                done += 1
                on_progress(min(0.95, done / 4))
                await asyncio.sleep(_SETTLE)
        finally:
            # Also where the time limit cut the search short.
            capacity = search.capacity()
            if capacity is not None:
                self.throughput = throughput_of(capacity, None)
                self._set_loaded(capacity.queue_s)
        if capacity is not None:
            self.throughput = throughput_of(capacity, await self._uplink(path, capacity))

    async def _uplink(self, path: LoopPath, loop: Capacity) -> Capacity | None:
        plan = plan_uplink(loop, path.overhead)
        if plan is None:
            return None
        round_trips = await path.load_uplink(
            count=plan.count,
            interval=plan.interval,
            payload=plan.payload,
            every=plan.every,
            patience=self._patience(),
        )
        return uplink_kbps(plan, round_trips)

    async def _train(self, path: LoopPath, plan: TrainPlan) -> FlowRecord:
        return await path.run(
            count=plan.count,
            interval=(plan.payload + path.overhead) * 8 / (plan.kbps * 1000),
            payload=plan.payload,
            patience=self._patience(),
        )

    async def _bulk(self, path: LoopPath) -> None:
        """Throughput over TCP or TLS: by what arrives, since the transport paces itself.

        It says nothing of the line's queue: most of the delay is in our own socket.
        """
        payload = 1200
        count = BUDGET_OCTETS // (2 * (payload + path.overhead))
        record = await path.run(
            count=count,
            interval=(payload + path.overhead) * 8 / (CEILING_KBPS * 1000),
            payload=payload,
            patience=self._patience(),
            limit=BULK_LIMIT,
        )
        found = estimate.tail_rate(record, max(self.pings, default=0.0))
        if found is None:
            # Too few arrived in all that time for a rate; so much is certain.
            found = len(record.arrival_order) * record.size * 8 / BULK_LIMIT, True
        kbps, growing = found[0] / 1000, found[1]
        at_ceiling = kbps >= 0.9 * CEILING_KBPS
        self.throughput = Throughput(
            loop=round(min(kbps, CEILING_KBPS), 1),
            up=None,
            down=None,
            loop_at_least=growing or at_ceiling,
        )

    def _set_loaded(self, queue_s: float | None) -> None:
        if queue_s is not None and self.pings:
            self.loaded_rtt_s = estimate.percentile(self.pings, 0.5) + queue_s

    def _patience(self) -> float:
        """Longer than a round trip and a burst of losses on a slow link."""
        return max(0.5, 2.5 * max(self.pings, default=0.2))

    def _round_trip(self) -> RoundTrip | None:
        if not self.pings:
            return None
        return RoundTrip(
            min=round(min(self.pings) * 1000, 2),
            median=round(estimate.percentile(self.pings, 0.5) * 1000, 2),
            p95=round(estimate.percentile(self.pings, 0.95) * 1000, 2),
        )

    def _fail(self, failure: ServerFailure) -> None:
        self.error = failure.error
        self.detail = failure.detail


def _transport_of(url: str) -> Transport:
    if url.lower().startswith("turns:"):
        return "tls"
    return "tcp" if "transport=tcp" in url.lower() else "udp"


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds * 1000, 2)
