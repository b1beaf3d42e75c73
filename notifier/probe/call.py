"""``python -m notifier.probe.call``: one WebRTC call to ourselves, in a process of its own.

Two peer connections of aiortc, each with one relayed candidate and no other, negotiate as two
browsers do: offer and answer, ICE, DTLS, SRTP, RTCP. One speaks, the other listens and reports.

Times are taken where aiortc changes its states:

* ICE from the caller's ``checking`` (each end knows the other's candidate, and has no channel to it
  yet) to both ends' ``completed``;
* DTLS from there to both ends' ``connected``.

Speech begins then, so that a packet that does not arrive was lost on the way and not refused by an
end that was not ready. Who sends and who receives are counted at the two ends themselves: RTCP
counts neither the first nor the last ones that are lost.

aiortc sends its RTCP reports every 0.5 to 1.5 s, at random, and takes a round trip only where the
report answers the latest one that it sent: within two seconds mostly none. :class:`_Interval`
replaces its chance by a plan.
"""

import asyncio
import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

import aioice.turn
import msgspec
from aiortc import (
    RTCConfiguration,
    RTCIceServer,
    RTCIceTransportPolicy,
    RTCPeerConnection,
    RTCRtpTransceiver,
    rtcrtpreceiver,
    rtcrtpsender,
)

from notifier.measurement import CallCheck
from notifier.probe.call_audio import FRAME_SECONDS, Speech, encode, speech
from notifier.probe.call_check import (
    ALLOCATE_LIMIT,
    AUDIO_SECONDS,
    CLOSE_LIMIT,
    CallRequest,
    CallResult,
    connect_limit,
    drain_limit,
    dtls_limit,
)
from notifier.probe.call_relay import RelayTransport
from notifier.probe.endpoint import Endpoint, connect
from notifier.probe.failure import ServerFailure
from notifier.probe.sockets import resolve
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["Call", "main"]

SPEECH_SECONDS = 0.5
"""What is synthesised and encoded; it is said over and over."""

REPORT_SECONDS = 0.2
"""Between two receiver reports."""

FIRST_REPORT_SECONDS = 0.1
"""To the first sender report; the next comes when the first can have been answered."""

_POLL = 0.02
"""Seconds between two looks at the counters while the last packets arrive."""

_NOWHERE = "turn:127.0.0.1:9"
"""aiortc wants a server's URI. Its TURN client is replaced by ours, so nobody ever asks there."""


class _Interval:
    """Stands in for the module ``random`` where aiortc draws the time to the next RTCP report.

    aiortc waits 0.5 s and ``random()`` more.
    """

    def __init__(self, first: float, rest: float) -> None:
        self._next = first
        self._rest = rest

    def random(self) -> float:
        """What to add to half a second; less than nothing for earlier."""
        interval, self._next = self._next, self._rest
        return interval - 0.5


@dataclass(slots=True)
class _Times:
    """When the states were reached; seconds on the loop's clock."""

    checking: float | None = None
    ice: float | None = None
    dtls: float | None = None


class Call:
    """Both ends of the call; everything that needs no server is made at once."""

    def __init__(self, packets: list[bytes]) -> None:
        configuration = RTCConfiguration(
            iceServers=[RTCIceServer(urls=_NOWHERE, username="", credential="")],
            iceTransportPolicy=RTCIceTransportPolicy.RELAY,
        )
        self.caller = RTCPeerConnection(configuration)
        self.callee = RTCPeerConnection(configuration)
        self._speech = Speech(packets, count=round(AUDIO_SECONDS / FRAME_SECONDS))
        self._endpoints: list[Endpoint] = []
        self._relays: list[RelayTransport] = []
        self._times = _Times()
        self._changed = asyncio.Event()
        self._failed: str | None = None

    async def make(self, request: CallRequest) -> CallResult:
        """Make the call."""
        self._plan_reports(request.rtt)
        check: CallCheck | None
        try:
            check, detail = await self._make(request)
        except ServerFailure as failure:
            # No call was tried. The probe's own allocations may use up a quota, and a server that
            # relays to no relay of its own still relays to the other end of a call.
            check, detail = None, f"{failure.error}: {failure.detail}"
        return CallResult(
            check=check,
            detail=detail,
            bytes_sent=sum(endpoint.bytes_sent for endpoint in self._endpoints),
            bytes_received=sum(endpoint.bytes_received for endpoint in self._endpoints),
        )

    async def close(self) -> None:
        """Hang up and give the allocations back."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_LIMIT):
                await asyncio.gather(self.caller.close(), self.callee.close())
                await asyncio.gather(*(relay.end() for relay in self._relays))
                await asyncio.gather(*(endpoint.release() for endpoint in self._endpoints))
        for endpoint in self._endpoints:
            endpoint.close()

    async def _make(self, request: CallRequest) -> tuple[CallCheck, str | None]:
        loop = asyncio.get_running_loop()
        await self._allocate(request)
        transceiver = await self._negotiate()
        await self._connected(loop.time(), request.rtt)
        for relay in self._relays:
            relay.connected()
            if relay.failure is not None and relay.failure.error != "timeout":
                raise relay.failure
        if self._times.dtls is None:
            return _not_connected(self._ice_ms), self._why()
        self._speech.begin()
        await self._speech.done.wait()
        await self._last_packets(transceiver, loop.time() + drain_limit(request.rtt))
        return await self._result(transceiver), None

    async def _connected(self, began: float, rtt: float) -> None:
        """Wait until both ends are connected, or one has failed, or the time is up."""
        until = began + connect_limit(rtt)
        try:
            async with asyncio.timeout_at(until) as limit:
                while self._times.dtls is None and self._failed is None:
                    self._changed.clear()
                    await self._changed.wait()
                    if self._ice_ms is not None and self._times.ice is not None:
                        limit.reschedule(max(until, self._times.ice + dtls_limit(rtt)))
        except TimeoutError:
            took = asyncio.get_running_loop().time() - began
            self._failed = f"not connected within {took:.1f} s"

    async def _allocate(self, request: CallRequest) -> None:
        target = request.target
        try:
            uri = parse_turn_uri(target.url)
        except TurnUriError as error:
            raise ServerFailure("protocol", str(error)) from None
        [address, *_] = await resolve(replace(uri, host=request.ip))

        async def one() -> None:
            endpoint = await connect(
                uri,
                address,
                username=target.username,
                password=target.password,
                ca_file=Path(target.ca_file) if target.ca_file else None,
                limit=ALLOCATE_LIMIT,
            )
            self._endpoints.append(endpoint)
            await endpoint.allocate(limit=ALLOCATE_LIMIT)
            self._relays.append(RelayTransport(endpoint, self._no_channel, rtt=request.rtt))

        tasks = [asyncio.create_task(one()), asyncio.create_task(one())]
        try:
            async with asyncio.timeout(ALLOCATE_LIMIT):
                await asyncio.gather(*tasks)
        except TimeoutError:
            raise ServerFailure("timeout", f"no relay within {ALLOCATE_LIMIT:g} s") from None
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _no_channel(self) -> None:
        self._failed = self._failed or "no channel to the other end"
        self._changed.set()

    async def _negotiate(self) -> RTCRtpTransceiver:
        """Offer and answer; returns the callee's end of the stream, with the checks under way."""
        unused = list(self._relays)

        async def create_turn_endpoint(
            protocol_factory: Callable[[], asyncio.DatagramProtocol], *_: Any, **__: Any
        ) -> tuple[RelayTransport, asyncio.DatagramProtocol]:
            relay = unused.pop(0)
            protocol = protocol_factory()
            relay.attach(protocol)
            return relay, protocol

        aioice.turn.create_turn_endpoint = create_turn_endpoint  # type: ignore[assignment]
        self._watch(self.caller.addTransceiver(self._speech, direction="sendonly"), caller=True)
        await self.caller.setLocalDescription(await self.caller.createOffer())
        await self.callee.setRemoteDescription(self.caller.localDescription)
        [transceiver] = self.callee.getTransceivers()
        self._watch(transceiver)
        await self.callee.setLocalDescription(await self.callee.createAnswer())
        await self.caller.setRemoteDescription(self.callee.localDescription)
        if unused:
            raise RuntimeError("this version of aioice gathers candidates in another way")
        return transceiver

    def _watch(self, transceiver: RTCRtpTransceiver, *, caller: bool = False) -> None:
        """Note when the transports of one end change their states."""
        loop = asyncio.get_running_loop()
        dtls = transceiver.receiver.transport
        ice = dtls.transport
        times = self._times

        def ice_changed() -> None:
            if ice.state == "checking" and caller:
                times.checking = loop.time()
            elif ice.state == "completed":
                times.ice = loop.time()  # of the later end
            elif ice.state == "failed":
                self._failed = self._failed or "ICE failed"
            self._changed.set()

        def dtls_changed() -> None:
            if dtls.state == "connected" and self._all_connected():
                times.dtls = loop.time()
            elif dtls.state == "failed":
                self._failed = self._failed or "the DTLS handshake failed"
            self._changed.set()

        ice.on("statechange", ice_changed)
        dtls.on("statechange", dtls_changed)

    def _all_connected(self) -> bool:
        return all(
            transceiver.receiver.transport.state == "connected"
            for end in (self.caller, self.callee)
            for transceiver in end.getTransceivers()
        )

    @property
    def _ice_ms(self) -> float | None:
        ends = [
            transceiver.receiver.transport.transport.state
            for end in (self.caller, self.callee)
            for transceiver in end.getTransceivers()
        ]
        times = self._times
        if times.ice is None or times.checking is None or set(ends) != {"completed"}:
            return None
        return round((times.ice - times.checking) * 1000, 1)

    def _why(self) -> str:
        where = "connectivity checks" if self._ice_ms is None else "DTLS handshake"
        sent = sum(relay.dtls_sent for relay in self._relays)
        received = sum(relay.dtls_received for relay in self._relays)
        packets = f"; {received} of {sent} DTLS packets arrived" if sent else ""
        return f"{where}: {self._failed}{packets}"

    async def _last_packets(self, transceiver: RTCRtpTransceiver, until: float) -> None:
        loop = asyncio.get_running_loop()
        sent, _ = await self._sent()
        # aiortc tells of no single packet, but for decoded ones, and those lag behind.
        while await _received(transceiver) < sent and loop.time() < until:  # noqa: ASYNC110
            await asyncio.sleep(_POLL)

    async def _result(self, transceiver: RTCRtpTransceiver) -> CallCheck:
        sent, rtt = await self._sent()
        lost = max(0, sent - await _received(transceiver))
        times = self._times
        return CallCheck(
            connected=True,
            ice_ms=self._ice_ms,
            dtls_ms=(
                None
                if times.ice is None or times.dtls is None
                else round((times.dtls - times.ice) * 1000, 1)
            ),
            audio_loss_fraction=round(lost / sent, 4) if sent else None,
            rtt_ms=None if rtt is None else round(rtt * 1000, 1),
        )

    async def _sent(self) -> tuple[int, float | None]:
        """Packets of the speech, and RTCP's round trip in seconds."""
        [sender] = self.caller.getSenders()
        sent, rtt = 0, None
        for entry in (await sender.getStats()).values():
            if entry.type == "outbound-rtp":
                sent = entry.packetsSent
            elif entry.type == "remote-inbound-rtp":
                rtt = entry.roundTripTime
        return sent, rtt

    def _plan_reports(self, rtt: float) -> None:
        # Peer and back is twice the way to the server and back; the answer waits for its turn.
        answered = 2 * rtt + REPORT_SECONDS + 0.1
        sender = _Interval(FIRST_REPORT_SECONDS, answered)
        receiver = _Interval(REPORT_SECONDS, REPORT_SECONDS)
        rtcrtpsender.random = sender  # type: ignore[assignment,attr-defined]
        rtcrtpreceiver.random = receiver  # type: ignore[assignment,attr-defined]


async def _received(transceiver: RTCRtpTransceiver) -> int:
    report = await transceiver.receiver.getStats()
    return sum(entry.packetsReceived for entry in report.values() if entry.type == "inbound-rtp")


def _not_connected(ice_ms: float | None) -> CallCheck:
    return CallCheck(
        connected=False, ice_ms=ice_ms, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
    )


async def _main() -> None:
    loop = asyncio.get_running_loop()
    requests: asyncio.Queue[bytes | None] = asyncio.Queue()
    ended = asyncio.Event()

    def read() -> None:
        for line in sys.stdin.buffer:
            loop.call_soon_threadsafe(requests.put_nowait, line)
        loop.call_soon_threadsafe(requests.put_nowait, None)
        loop.call_soon_threadsafe(ended.set)

    Thread(target=read, daemon=True).start()
    call = Call(encode(speech(SPEECH_SECONDS)))
    line = await requests.get()
    if line is None:
        return
    making = asyncio.create_task(call.make(msgspec.json.decode(line, type=CallRequest)))
    leaving = asyncio.create_task(ended.wait())
    try:
        await asyncio.wait({making, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if making.done():
            os.write(sys.stdout.fileno(), msgspec.json.encode(making.result()) + b"\n")
    finally:
        making.cancel()
        leaving.cancel()
        await asyncio.gather(making, return_exceptions=True)
        await call.close()


async def _run_and_leave() -> None:
    status = 0
    try:
        await _main()
    except BrokenPipeError:
        pass  # the parent is gone, and nobody reads
    except Exception:
        traceback.print_exc()
        sys.stderr.flush()
        status = 1
    # At once: a thread still waits for a standard input that stays open.
    os._exit(status)


def main() -> None:
    """Make one call and end the process."""
    asyncio.run(_run_and_leave())


if __name__ == "__main__":
    main()
