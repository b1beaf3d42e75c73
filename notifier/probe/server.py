"""One server URL from reachability to throughput: the steps, and what each of them yields.

A step that fails ends that server's probe with its reason; what was measured before stays.
"""

import asyncio
import math
import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from notifier.measurement import (
    CallCheck,
    Interval,
    Intervals,
    Mode,
    RelayKind,
    RoundTrip,
    ServerError,
    ServerMeasurement,
    Throughput,
    Train,
    TrainWay,
    Transport,
)
from notifier.probe import estimate
from notifier.probe.capacity import (
    CEILING_KBPS,
    SLOW_KBPS,
    Capacity,
    CapacitySearch,
    TrainPlan,
)
from notifier.probe.endpoint import Endpoint
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.flow import FlowRecord
from notifier.probe.head_of_line import DelaySpikes, delay_spikes
from notifier.probe.loop_path import LoopPath, Sending
from notifier.probe.request import Phase, ServerTarget
from notifier.probe.setup import Elsewhere, open_loop
from notifier.probe.sockets import resolve
from notifier.probe.trains import summarize, waits
from notifier.turn.uri import TurnUri, TurnUriError, parse_turn_uri

__all__ = ["LOAD_LIMIT", "STEP_LIMIT", "ServerProbe"]

SETUP_LIMIT = 7.0
"""Seconds from the first packet to a relayed path, per server: four round trips to a satellite, and
as much again where the loop has to end elsewhere."""

STEP_LIMIT = 4.0
"""Seconds for one request within it."""

PINGS = 10
PING_INTERVAL = 0.02
PING_LIMIT = 2.0
"""Seconds for the answers to the Binding requests; slower is no network for calls."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A call-like stream."""

    count: int
    interval: float
    """Seconds from one packet to the next."""

    size: int
    """Octets of a packet at IP level."""


STREAMS = {
    # 20 ms of Opus at 48 kbit/s, with the headers of RTP, SRTP and UDP.
    "full": Stream(100, 0.02, 188),
    # At 24 kbit/s: so many packets that a loss of 5 % shows in 94 of 100 runs, in 20 kB.
    "light": Stream(56, 0.02, 128),
    # Another server behind the same access link.
    "further": Stream(45, 0.02, 188),
}

LOAD_LIMIT = 15.0
"""Seconds for stream and trains together, whatever happens."""

FURTHER_LIMIT = 1.5
"""Seconds, and two round trips, for the train of a further server."""

RUN_SECONDS, RUN_ROUND_TRIPS = 3.8, 7.5
"""What a full run may take for one server: seconds, and round trips beside them. Trains that would
take longer are cut."""

SHORT = 0.1
"""Seconds of round trip below which a run has no shorter limit."""

HARD_CAP, SLOW_CAP = 598_000, 148_500
"""Octets beyond which no packet of a flow leaves, up and down together and set-up included; the
plans stay below."""

BESIDE_OCTETS = 45_000
"""What a call beside the stream may cost; the trains make do with so much less."""

BULK_OCTETS = (45_000, 150_000)
"""One-way octets of the transfers over TCP or TLS: a first look, and where the link is no slow one
the measurement."""

BULK_LIMIT = 2.5
"""Seconds for each: on a slow link what has arrived by then is enough."""

ROOM_KBPS = 400.0
"""A link that carries so much for certain has room for the stream and a call beside it."""

_SETTLE = 0.02
"""Seconds between trains, for stragglers of a queue that has just emptied."""

UNEVEN = 0.002
"""Seconds of standard deviation of the delay from which on a few round trips are too few."""

REQUEST_OCTETS, ANSWER_OCTETS = 48, 112
"""Of a Binding request and its usual answer at IP level."""

_MANY = 30
"""Packets of the stream that tell more than the requests do."""

_AT_ONCE = 0.0005
"""Seconds between packets that come at once."""

_OWN_TIME = 0.0006
"""Seconds that this machine and the server take for a request themselves."""

_DISTURBED = 10
"""A train of which more than one packet in so many has no sure times is sent again."""

_MOST_TRAINS = 9

_DOUBT = 0.002
"""Seconds by which a round trip may have been shorter than it looks, and still counts."""

_Z = 1.96


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
    stream: FlowRecord | None = None
    """The call-like stream."""

    flown: list[tuple[TrainWay, FlowRecord]] = field(default_factory=list)
    """The trains, in the order in which they were sent."""

    spikes: DelaySpikes | None = None
    throughput: Throughput | None = None
    capacity: Capacity | None = None
    loaded_rtt_s: float | None = None
    call: CallCheck | None = None
    call_sent: int = 0
    """Octets that the call check cost."""

    call_received: int = 0
    started_at: float = 0.0
    duration_s: float = 0.0
    _opened: list[FarEnd] = field(default_factory=list)
    _pinging: asyncio.Task[None] | None = None
    _lost_before: int = 0
    _lost_here: int = 0
    """Packets of the stream that this machine lost itself."""

    async def reach(self, elsewhere: Elsewhere | None = None, *, ping: bool = True) -> bool:
        """Make a relayed path; False, with ``error`` set, where there is none.

        :param ping: take round trips meanwhile; not while another server's link is loaded.
        :param elsewhere: the way to another server, should this one not relay to itself.
        """
        loop = asyncio.get_running_loop()
        self.started_at = loop.time()
        try:
            async with asyncio.timeout(SETUP_LIMIT):
                self.path = await self._open(elsewhere, ping)
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
        """Round trips by Binding requests, spread over a fifth of a second.

        Those that were taken while the channels were bound are waited for; the link was idle.
        """
        path = self.path
        if path is None:
            return
        if self._pinging is None:
            self._pinging = asyncio.create_task(self._ping(path.sender))
        await self._pinging

    async def _ping(self, endpoint: Endpoint) -> None:
        arrived = asyncio.Event()
        pings = self.pings = []

        def on_pong(transaction_id: bytes, sent_at: float, at: float, doubt: float) -> None:
            if doubt <= _DOUBT:
                pings.append(at - sent_at)
            if len(pings) >= PINGS:
                arrived.set()

        endpoint.on_pong = on_pong
        try:
            async with asyncio.timeout(PING_LIMIT):
                for _ in range(PINGS):
                    endpoint.ping(limit=PING_LIMIT)
                    await asyncio.sleep(PING_INTERVAL)
                # Lost answers are no reason to wait for the full limit.
                async with asyncio.timeout(1.5 * max(pings, default=PING_LIMIT) + 0.05):
                    await arrived.wait()
        except TimeoutError:
            pass
        finally:
            endpoint.on_pong = None

    async def load(
        self,
        mode: Mode,
        on_progress: Callable[[Phase, float], None],
        *,
        known_kbps: float | None = None,
        beside: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Call-like stream and, in a full run, trains; the only step that loads the link.

        :param on_progress: gets the phase, "stream", "call" or "throughput", and the part of it
            that is done.
        :param known_kbps: what another server of this run has shown the access link to carry.
        :param beside: what else runs beside the stream and has to end before the trains begin.
        """
        path = self.path
        if path is None:
            return
        loop = asyncio.get_running_loop()
        began = loop.time()
        if mode == "full":
            path.cap = HARD_CAP
        try:
            async with asyncio.timeout(LOAD_LIMIT):
                if mode == "light":
                    await self._stream(path, "light", None, on_progress)
                elif path.sender.client.reliable:
                    further = known_kbps is not None
                    await self._stream(path, "further" if further else "full", None, on_progress)
                    if beside is not None:
                        on_progress("call", 0.0)
                        await beside()
                    # What the line carries is known then: a first look shows that so does this.
                    await self._bulk(path, BULK_OCTETS[: 1 if further else None], on_progress)
                elif known_kbps is None or beside is not None:
                    await self._full(path, began, on_progress, beside)
                else:
                    await self._further(path, known_kbps, on_progress)
        except ServerFailure as failure:
            self._fail(failure)
        except TimeoutError:
            # What was found until then holds; a link this slow has shown itself.
            self.detail = f"stopped after {LOAD_LIMIT:g} s"
        self._rate_stream()
        self.duration_s += loop.time() - began

    async def close(self) -> None:
        """Give the allocations back and close the sockets; the figures stay."""
        self.path = None
        if self._pinging is not None:
            self._pinging.cancel()
            await asyncio.gather(self._pinging, return_exceptions=True)
        await asyncio.gather(*(endpoint.release() for endpoint in self._opened))
        for endpoint in self._opened:
            endpoint.close()

    def measurement(self) -> ServerMeasurement:
        """What was found, in the units of the record."""
        record = self.stream
        lost, sent = self._loss()
        jitter = None if record is None else estimate.interarrival_jitter(record)
        burst = estimate.loss_burst(record) if record is not None and lost else None
        return ServerMeasurement(
            url=self.target.url,
            provider=self.target.provider,
            reachable=self.reachable,
            error=self.error,
            detail=self.detail,
            transport=self.uri.transport if self.uri else _transport_of(self.target.url),
            setup_ms=_ms(self.setup_s),
            rtt_ms=self._round_trip(),
            jitter_ms=_ms(jitter),
            loss_fraction=round(lost / sent, 5) if sent else None,
            loss_burst=None if burst is None else round(burst, 2),
            throughput_kbps=self.throughput,
            loaded_rtt_ms=_ms(self.loaded_rtt_s),
            loaded_rtt_at_least=self._queue_is_longer(),
            call_check=self.call,
            delay_spikes=self.spikes.count if self.spikes else None,
            longest_spike_ms=_ms(self.spikes.longest) if self.spikes else None,
            intervals=self._intervals() if self.pings or record is not None else None,
            relay=self.relay,
            mapped_address=self.mapped_address,
            server_address=self.server_address,
            packets_sent=sent,
            left_out=0 if record is None else len(record.disturbed),
            stream_wait_ms=None if record is None else waits(record),
            trains=self._summaries(),
            duration_ms=round(self.duration_s * 1000, 1),
            bytes_sent=sum(endpoint.bytes_sent for endpoint in self._opened) + self.call_sent,
            bytes_received=sum(endpoint.bytes_received for endpoint in self._opened)
            + self.call_received,
        )

    async def _open(self, elsewhere: Elsewhere | None, ping: bool) -> LoopPath:
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
            if self._pinging is not None:
                self._pinging.cancel()
                self._pinging = None
            if ping:
                self._pinging = asyncio.create_task(self._ping(endpoint))

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
            elsewhere=elsewhere,
        )
        self.setup_s = loop.time() - began
        return path

    async def _full(
        self,
        path: LoopPath,
        began: float,
        on_progress: Callable[[Phase, float], None],
        beside: Callable[[], Awaitable[None]] | None,
    ) -> None:
        round_trip = estimate.percentile(self.pings, 0.5) if self.pings else 0.1
        search = CapacitySearch(round_trip=round_trip)
        if beside is not None:
            search.budget -= BESIDE_OCTETS
            search.slow_budget -= BESIDE_OCTETS
        loop = asyncio.get_running_loop()
        extra = 0.0
        if beside is None:
            first = await self._stream(path, "full", search, on_progress)
        else:
            first = await self._settle_train(path, await self._send_burst(path, search))
            search.read_first(first, statistics.pstdev(self.pings) if self.pings else 0.0)
            streaming = self._stream(path, "full", None, on_progress)
            streamed = loop.time()
            if search.least_kbps >= ROOM_KBPS:
                calling = asyncio.ensure_future(beside())
                try:
                    await streaming
                    if not calling.done():
                        on_progress("call", 0.0)
                    await calling
                finally:
                    # A stream that fails leaves nothing behind to load another server's link.
                    calling.cancel()
                    await asyncio.gather(calling, return_exceptions=True)
            else:
                await streaming
                on_progress("call", 0.0)
                await beside()
            # What ran beside has its own time.
            own = STREAMS["full"].count * STREAMS["full"].interval + 2 * round_trip
            extra = max(0.0, loop.time() - streamed - own)
        record = self.stream
        if record is None or first is None:
            return
        self._tell_idle(search, record)
        search.read_first(first, search.jitter)
        until = began + RUN_SECONDS + RUN_ROUND_TRIPS * min(max(round_trip, SHORT), 0.7) + extra
        until -= self.setup_s or 0.0
        await self._trains(path, search, until, on_progress)

    async def _further(
        self, path: LoopPath, known_kbps: float, on_progress: Callable[[Phase, float], None]
    ) -> None:
        """Stream, and right behind it the train that confirms what the access link carries."""
        round_trip = estimate.percentile(self.pings, 0.5) if self.pings else 0.1
        jitter = statistics.pstdev(self.pings) if self.pings else 0.0
        search = CapacitySearch(
            round_trip=round_trip, spent=path.octets, jitter=jitter, known_kbps=known_kbps
        )
        sending = await self._send_stream(path, "further", on_progress)
        plan = search.next_train(FURTHER_LIMIT + 2 * round_trip)
        train = None if plan is None else await self._send_train(path, search, plan, FURTHER_LIMIT)
        on_progress("throughput", 0.5)
        await self._settle_stream(path, sending)
        if self.stream is None or plan is None or train is None:
            return
        self._tell_idle(search, self.stream)
        search.add(plan, await self._settle_train(path, train))
        self._take(search)

    def _tell_idle(self, search: CapacitySearch, record: FlowRecord) -> None:
        """What the stream has shown of the idle link."""
        transits = estimate.delays(record)
        search.jitter = statistics.pstdev(transits) if len(transits) > 2 else 0.0
        search.loss = self._loss()[0] / max(1, len(record.sent))
        search.base = statistics.median(transits) if transits else None

    async def _stream(
        self,
        path: LoopPath,
        kind: str,
        search: CapacitySearch | None,
        on_progress: Callable[[Phase, float], None],
    ) -> FlowRecord | None:
        """The call-like stream, and right behind it the first burst of a search, if there is one.

        :returns: what became of the burst.
        """
        sending = await self._send_stream(path, kind, on_progress)
        burst = None if search is None else await self._send_burst(path, search)
        await self._settle_stream(path, sending)
        return None if burst is None else await self._settle_train(path, burst)

    async def _send_stream(
        self, path: LoopPath, kind: str, on_progress: Callable[[Phase, float], None]
    ) -> Sending:
        stream = STREAMS[kind]
        self._lost_before = path.lost_here
        return await path.send(
            count=stream.count,
            interval=stream.interval,
            size=stream.size,
            patience=self._patience(),
            delay=max(self.pings, default=0.2),
            on_progress=lambda part: on_progress("stream", part),
        )

    async def _settle_stream(self, path: LoopPath, sending: Sending) -> None:
        self.stream = await path.settle(sending)
        self._lost_here = path.lost_here - self._lost_before

    async def _send_burst(self, path: LoopPath, search: CapacitySearch) -> Sending:
        plan = search.first_burst()
        return await path.send(
            count=plan.count,
            interval=plan.interval,
            size=plan.size,
            patience=self._patience(),
            delay=max(self.pings, default=0.2),
        )

    async def _trains(
        self,
        path: LoopPath,
        search: CapacitySearch,
        until: float,
        on_progress: Callable[[Phase, float], None],
    ) -> None:
        loop = asyncio.get_running_loop()
        done = 0
        on_progress("throughput", 0.0)
        try:
            while True:
                search.spent = path.octets
                plan = search.next_train(until - loop.time())
                if plan is None:
                    break
                path.cap = SLOW_CAP if search.slow else HARD_CAP
                limit = max(0.2, until - loop.time()) + 1.0
                sending = await self._send_train(path, search, plan, limit)
                record = await self._settle_train(path, sending)
                done += 1
                if _DISTURBED * len(record.disturbed) > len(record.sent) and done < _MOST_TRAINS:
                    # The train was not what it should have been: once more.
                    continue
                search.add(plan, record)
                if done >= _MOST_TRAINS:
                    break
                on_progress("throughput", min(0.95, done / 5))
                await asyncio.sleep(_SETTLE)
        finally:
            # Also where the time limit cut the search short.
            self._take(search)

    async def _send_train(
        self, path: LoopPath, search: CapacitySearch, plan: TrainPlan, limit: float
    ) -> Sending:
        return await path.send(
            count=plan.count,
            interval=plan.interval,
            size=plan.size,
            patience=0.06 + 3 * search.jitter,
            delay=search.base if plan.kind == "loop" and search.base else search.round_trip,
            uplink=plan.kind == "uplink",
            limit=limit,
        )

    async def _settle_train(self, path: LoopPath, sending: Sending) -> FlowRecord:
        record = await path.settle(sending)
        self.flown.append(("up" if sending.uplink else "loop", record))
        return record

    def _take(self, search: CapacitySearch) -> None:
        """The figures of the trains so far."""
        self.capacity = search.capacity()
        if self.capacity is None:
            return
        self.throughput = self.capacity.throughput
        if self.capacity.queue is not None and self.pings:
            rtt = estimate.percentile(self.pings, 0.5)
            self.loaded_rtt_s = rtt + self.capacity.queue.seconds

    async def _bulk(
        self,
        path: LoopPath,
        transfers: Sequence[int],
        on_progress: Callable[[Phase, float], None],
    ) -> None:
        """Throughput over TCP or TLS: by what arrives, since the transport paces itself.

        It says nothing of the line's queue: most of the delay is in our own socket.
        """
        size = 1200 + path.overhead
        on_progress("throughput", 0.0)
        for part, octets in enumerate(transfers):
            record = await path.run(
                count=octets // size,
                interval=size * 8 / (CEILING_KBPS * 1000),
                size=size,
                # Nothing is lost, however long the transport takes to repair it.
                patience=BULK_LIMIT,
                delay=max(self.pings, default=0.2),
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
            on_progress("throughput", (part + 1) / (len(transfers) + 1))
            if kbps <= SLOW_KBPS:
                return

    def _summaries(self) -> tuple[Train, ...]:
        """What is kept of the trains."""
        least: dict[TrainWay, float] = {"up": min(self.pings, default=math.inf), "loop": math.inf}
        if self.stream is not None:
            least["loop"] = min(estimate.delays(self.stream), default=math.inf)
        for way, record in self.flown:
            least[way] = min([least[way], *estimate.delays(record)])
        lost, sent = self._loss()
        return tuple(
            summarize(record, way, least=least[way], loss=lost / max(1, sent))
            for way, record in self.flown
        )

    def _loss(self) -> tuple[int, int]:
        """Packets of the stream that the network lost, and all that it could lose."""
        record = self.stream
        if record is None:
            return 0, 0
        missing = sum(at is None for at in record.arrived)
        here = min(self._lost_here, missing)
        return missing - here, len(record.sent) - here

    def _rate_stream(self) -> None:
        path = self.path
        if path is None or not path.sender.client.reliable or not self.pings:
            return
        if self.stream is not None:
            self.spikes = delay_spikes(self.stream, estimate.percentile(self.pings, 0.5))

    def _patience(self) -> float:
        """Beyond the time at which packets are expected: for one that took twice as long."""
        return max(0.1, 0.5 * max(self.pings, default=0.2))

    def _round_trip(self) -> RoundTrip | None:
        times = self._round_trips()
        if not times:
            return None
        return RoundTrip(
            min=round(min(time for time, _ in times) * 1000, 2),
            median=round(estimate.censored_quantile(times, 0.5) * 1000, 2),
            p95=round(estimate.censored_quantile(times, 0.95) * 1000, 2),
        )

    def _round_trips(self) -> list[tuple[float, bool]]:
        """Round trips to the server, seconds, and which of them waited behind another packet.

        Those of the Binding requests and, over an uneven network, of the stream: a packet of the
        loop goes to the server and back as a request does, and its length takes more of a slow
        link's time, which the capacity tells, or in a light run the fastest of each. Ten requests
        place a median to a third of the jitter, a hundred packets more to a tenth.
        """
        plain = [(ping, False) for ping in self.pings]
        stream, throughput = self.stream, self.throughput
        if stream is None or not self.pings or self.relay != "self" or self.spikes is not None:
            return plain
        transits = estimate.delays(stream)
        if len(transits) < _MANY or statistics.pstdev(transits) < UNEVEN:
            return plain
        if throughput is None:
            longer, slot = max(0.0, min(transits) - min(self.pings)), 0.0
        else:
            up, down = throughput.up or throughput.loop, throughput.down or throughput.loop
            longer = (stream.size - REQUEST_OCTETS) / up + (stream.size - ANSWER_OCTETS) / down
            longer *= 8 / 1000
            slot = stream.size * 8 / 1000 / min(up, down)
        return [
            (max(0.0, transit - longer), waited)
            for transit, waited in estimate.undelayed(stream, 1.2 * slot + _AT_ONCE)
        ]

    def _queue_is_longer(self) -> bool:
        queue = self.capacity.queue if self.capacity is not None else None
        return self.loaded_rtt_s is not None and queue is not None and not queue.ended

    def _intervals(self) -> Intervals:
        record, capacity = self.stream, self.capacity
        lost, sent = self._loss()
        loaded = None
        if capacity is not None and capacity.queue is not None and self.loaded_rtt_s is not None:
            half = _Z * capacity.queue.error
            if capacity.queue.ended:
                loaded = _interval_ms((self.loaded_rtt_s - half, self.loaded_rtt_s + half))
        burst = estimate.loss_burst(record) if record is not None else None
        loss = estimate.loss_interval(lost, sent, burst or 1.0) if sent else None
        return Intervals(
            rtt_ms=_interval_ms(_widened(estimate.censored_median_interval(self._round_trips()))),
            jitter_ms=None if record is None else _interval_ms(estimate.jitter_interval(record)),
            loss_fraction=None if loss is None else Interval(round(loss[0], 5), round(loss[1], 5)),
            loop_kbps=capacity.loop if capacity else None,
            up_kbps=capacity.up if capacity else None,
            down_kbps=capacity.down if capacity else None,
            loaded_rtt_ms=loaded,
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


def _widened(ends: tuple[float, float] | None) -> tuple[float, float] | None:
    """With what the machines at both ends add themselves."""
    return None if ends is None else (max(0.0, ends[0] - _OWN_TIME), ends[1] + _OWN_TIME / 2)


def _interval_ms(ends: tuple[float, float] | None) -> Interval | None:
    if ends is None:
        return None
    return Interval(round(ends[0] * 1000, 2), round(ends[1] * 1000, 2))
