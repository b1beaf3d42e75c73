"""The published callstats.io pre-call test, over aiortc: what this program replaces.

Written from the description of its procedure (that of the openly licensed ``@jitsi/precall-test``
1.0.6; callstats.js's own differs in the size of the loss test's bursts). Two peer connections of
one process, both relayed, talk over a data channel without order or repeats:

1. round trip: ten time stamps, each sent on the arrival of the one before or after 100 ms. The
   median; the standard deviation is called jitter.
2. loss: two bursts of 128 kB in messages of 1024 octets. One minus what arrived by what the last
   message that arrived says was sent before it.
3. throughput: messages of 1200 octets for fifty round trips (one to ten seconds, or 1 MB), the mean
   of all or of the second half, whichever is more.

The loop goes once through the relay, so that a message takes one round trip to the server.
``python -m tests.bench.baselines.callstats`` is a child of the bench (:mod:`.child`).
"""

import asyncio
import statistics
import struct
from dataclasses import dataclass, field

from aiortc import (
    RTCConfiguration,
    RTCDataChannel,
    RTCIceServer,
    RTCPeerConnection,
    RTCSessionDescription,
)
from aiortc.rtcconfiguration import RTCIceTransportPolicy

from tests.bench.baselines.child import Answer, Request, RivalFailed, answer, request
from tests.bench.record import Figures

__all__ = ["measure", "throughput_kbps"]

SETUP_LIMIT = 30.0
"""Seconds for all attempts to connect together."""

CHECKING_LIMIT = 10.0
"""Seconds for one attempt."""

ATTEMPTS = 10

STAMPS = 10
STAMP_PATIENCE = 0.1
LAST_STAMP_PATIENCE = 0.5
NO_STAMP_MS = 500.0
"""Told as round trip where no stamp arrived."""

BURSTS = 2
BURST_OCTETS = 128_000
BURST_WAIT = 0.25
LOSS_MESSAGE = 1024
LOSS_SECONDS = 3.0
"""From the first arrival."""

MESSAGE = 1200
PREPARED_OCTETS = 1_000_000
HIGH_MARK, LOW_MARK = 1000 * MESSAGE, 100 * MESSAGE
ROUND_TRIPS = 50
SECONDS = (1.0, 10.0)

ARRIVAL_LIMIT = 10.0
"""Seconds for a test's first message; the description names none."""

_HEADER = struct.Struct("!Bdq")
"""The test's number, the time it was sent, octets sent so far."""

_STAMP, _LOSS, _LOAD = range(3)


@dataclass
class _Loop:
    """A channel from one peer to the other."""

    peers: tuple[RTCPeerConnection, RTCPeerConnection]
    near: RTCDataChannel
    arrivals: list[tuple[float, int, float, int, int]] = field(default_factory=list)
    """When, and the message's test, time of sending, octets sent before it, and size."""

    news: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, test: int, sent_before: int, size: int) -> None:
        now = asyncio.get_running_loop().time()
        self.near.send(_HEADER.pack(test, now, sent_before).ljust(size, b"\x5a"))

    def on_message(self, message: bytes | str) -> None:
        assert isinstance(message, bytes)
        now = asyncio.get_running_loop().time()
        self.arrivals.append((now, *_HEADER.unpack_from(message), len(message)))
        self.news.set()

    def of(self, test: int) -> list[tuple[float, float, int, int]]:
        """Arrival, sending, octets before and size of one test's messages."""
        return [(at, *rest) for at, number, *rest in self.arrivals if number == test]  # type: ignore[misc]

    async def first(self, test: int) -> float:
        """When the first message of a test arrived.

        :raises TimeoutError: where none does.
        """
        async with asyncio.timeout(ARRIVAL_LIMIT):
            while not (arrived := self.of(test)):
                self.news.clear()
                await self.news.wait()
        return arrived[0][0]


async def measure(asked: Request) -> Figures:
    """All three tests; one that fails does not stop the next.

    :raises RivalFailed: where the peers did not connect.
    """
    began = asyncio.get_running_loop().time()
    loop = await _connected(asked)
    try:
        rtt_ms, jitter_ms = await _round_trip(loop)
        loss = await _loss(loop)
        throughput = await _throughput(loop, rtt_ms)
        seconds = asyncio.get_running_loop().time() - began
    finally:
        await asyncio.gather(*(peer.close() for peer in loop.peers))
    return Figures(
        rtt_ms=rtt_ms, jitter_ms=jitter_ms, loss=loss, loop_kbps=throughput, seconds=seconds
    )


async def _connected(asked: Request) -> _Loop:
    failures = []
    try:
        async with asyncio.timeout(SETUP_LIMIT):
            for _ in range(ATTEMPTS):
                try:
                    return await _attempt(asked)
                except (TimeoutError, ConnectionError) as failure:
                    failures.append(str(failure) or "it took too long")
    except TimeoutError:
        failures.append(f"not within {SETUP_LIMIT:g} s")
    raise RivalFailed(f"the peers do not connect: {failures[-1]}")


async def _attempt(asked: Request) -> _Loop:
    server = RTCIceServer(urls=asked.url, username=asked.username, credential=asked.password)
    settings = RTCConfiguration(iceServers=[server], iceTransportPolicy=RTCIceTransportPolicy.RELAY)
    near, far = RTCPeerConnection(settings), RTCPeerConnection(settings)
    opened = asyncio.Event()
    channel = near.createDataChannel("precalltest", ordered=False, maxRetransmits=0)
    loop = _Loop((near, far), channel)
    channel.on("open", opened.set)

    def on_channel(there: RTCDataChannel) -> None:
        there.on("message", loop.on_message)

    far.on("datachannel", on_channel)
    try:
        async with asyncio.timeout(CHECKING_LIMIT):
            await near.setLocalDescription(await near.createOffer())
            await far.setRemoteDescription(_described(near))
            await far.setLocalDescription(await far.createAnswer())
            await near.setRemoteDescription(_described(far))
            await opened.wait()
    except BaseException:
        await asyncio.gather(near.close(), far.close())
        raise
    return loop


def _described(peer: RTCPeerConnection) -> RTCSessionDescription:
    return RTCSessionDescription(sdp=peer.localDescription.sdp, type=peer.localDescription.type)


async def _round_trip(loop: _Loop) -> tuple[float, float]:
    """Median and standard deviation, milliseconds."""
    for number in range(1, STAMPS + 1):
        loop.news.clear()
        loop.send(_STAMP, 0, _HEADER.size)
        patience = LAST_STAMP_PATIENCE if number == STAMPS else STAMP_PATIENCE
        try:
            async with asyncio.timeout(patience):
                await loop.news.wait()
        except TimeoutError:
            continue
    trips = [(at - sent) * 1000 for at, sent, _, _ in loop.of(_STAMP)]
    if not trips:
        return NO_STAMP_MS, NO_STAMP_MS
    return sorted(trips)[len(trips) // 2], statistics.pstdev(trips)


async def _loss(loop: _Loop) -> float | None:
    sent = 0
    for _ in range(BURSTS):
        await asyncio.sleep(BURST_WAIT)
        for _ in range(BURST_OCTETS // LOSS_MESSAGE):
            loop.send(_LOSS, sent, LOSS_MESSAGE)
            sent += LOSS_MESSAGE
    try:
        await _until(await loop.first(_LOSS) + LOSS_SECONDS)
    except TimeoutError:
        return None
    arrived = loop.of(_LOSS)
    _, _, before, size = arrived[-1]
    return 1 - sum(size for *_, size in arrived) / (before + size)


async def _throughput(loop: _Loop, rtt_ms: float) -> float | None:
    shortest, longest = SECONDS
    duration = max(shortest, min(longest, ROUND_TRIPS * rtt_ms / 1000))
    feeding = asyncio.create_task(_feed(loop))
    try:
        began = await loop.first(_LOAD)
        await _until(began + duration)
    except TimeoutError:
        return None
    finally:
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)
    return throughput_kbps([(at - began, size) for at, _, _, size in loop.of(_LOAD)], duration)


async def _feed(loop: _Loop) -> None:
    """Keep the channel's buffer between both marks until all is prepared."""
    wanted = asyncio.Event()
    loop.near.bufferedAmountLowThreshold = LOW_MARK
    loop.near.on("bufferedamountlow", wanted.set)
    prepared = 0
    while prepared < PREPARED_OCTETS:
        wanted.clear()
        while loop.near.bufferedAmount < HIGH_MARK and prepared < PREPARED_OCTETS:
            loop.send(_LOAD, prepared, MESSAGE)
            prepared += MESSAGE
        await wanted.wait()


def throughput_kbps(arrived: list[tuple[float, int]], duration: float) -> float:
    """The mean of all or of the second half, whichever is more.

    A kilobit is 1000 bits here, where the original has 1024.

    :param arrived: seconds since the first arrival, and octets.
    :param duration: seconds of the test; it is over earlier where everything has come.
    """
    arrived = [(at, size) for at, size in arrived if at <= duration]
    end = arrived[-1][0]
    if end <= 0:
        return 0.0
    whole = sum(size for _, size in arrived) / end
    half = sum(size for at, size in arrived if at > end / 2) / (end / 2)
    return max(whole, half) * 8 / 1000


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - asyncio.get_running_loop().time()))


def main() -> None:
    """Answer one request."""
    try:
        answer(Answer(figures=asyncio.run(measure(request()))))
    except RivalFailed as failure:
        answer(Answer(error=str(failure)))


if __name__ == "__main__":
    main()
