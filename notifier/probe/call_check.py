"""The WebRTC call check, from the side of the probe: a child process that makes a real call.

A relayed path that carries datagrams may still carry no call: middleboxes know DTLS and SRTP by
their first octets. So two peer connections (aiortc) call each other through the server that is
measured, relayed on both sides, and one speaks to the other.

They have a process of their own: their libraries neither disturb the pace of the probe's packets
nor stay in its memory, and a crash in them costs the check and nothing else. The child reads one
:class:`CallRequest` as a JSON line on standard input (secrets stand in no argument), writes one
:class:`CallResult`, and leaves when its input ends.
"""

import asyncio
import logging
from types import TracebackType
from typing import Self

import msgspec

from notifier.measurement import CallCheck
from notifier.probe.child import end_child, how_it_ended, kill_child, last_words, python_module
from notifier.probe.request import ServerTarget

__all__ = [
    "AUDIO_SECONDS",
    "CallCheckProcess",
    "CallRequest",
    "CallResult",
    "connect_limit",
    "drain_limit",
    "dtls_limit",
    "start_call_check",
    "time_limit",
]

START_LIMIT = 15.0
"""Seconds for the child to load its libraries: from a cold disk, on a busy machine."""

ALLOCATE_LIMIT = 5.0
"""Seconds for both allocations, TCP and TLS handshakes included: as the probe's own set-up."""

CONNECT_SECONDS = 4.0
CONNECT_ROUND_TRIPS = 8
"""A channel, a connectivity check and DTLS take seven or eight round trips to the server; the
seconds are for lost packets."""

DTLS_SECONDS = 2.0
DTLS_ROUND_TRIPS = 4
"""What DTLS has in any case, even if the connectivity checks took all the time: four round trips,
and the seconds for three losses in a row."""

AUDIO_SECONDS = 2.0
"""Of speech, one packet every 20 ms."""

DRAIN_SECONDS = 0.3
DRAIN_ROUND_TRIPS = 2
"""After the last packet was sent: one round trip until it arrives, and as much for its delay."""

CLOSE_LIMIT = 2.0
"""Seconds to hang up and give the allocations back."""

END_LIMIT = 3.0
"""Seconds for the child to leave: a little more than :data:`CLOSE_LIMIT`."""

_LINE_LIMIT = 1 << 16

_logger = logging.getLogger(__name__)


class CallRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Make one call."""

    target: ServerTarget
    ip: str
    """The server's address that was measured; the name is for its certificate alone."""

    rtt: float
    """Seconds to the server and back."""


class CallResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it."""

    check: CallCheck | None = None
    """None where no call could be tried, which says nothing about calls: no library, no relay."""

    detail: str | None = None
    """Why it did not connect, or could not be made."""

    bytes_sent: int = 0
    """On the wire, IP and transport headers included."""

    bytes_received: int = 0


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CallResult)


def connect_limit(rtt: float) -> float:
    """Seconds from the first connectivity check to both ends' being connected."""
    return CONNECT_SECONDS + CONNECT_ROUND_TRIPS * rtt


def dtls_limit(rtt: float) -> float:
    """Seconds that DTLS has at least."""
    return DTLS_SECONDS + DTLS_ROUND_TRIPS * rtt


def drain_limit(rtt: float) -> float:
    """Seconds from the last packet's leaving to giving up what is still missing."""
    return DRAIN_SECONDS + DRAIN_ROUND_TRIPS * rtt


def time_limit(rtt: float) -> float:
    """Seconds after which a check is over, whatever happens; an ordinary one takes three."""
    connected = connect_limit(rtt) + dtls_limit(rtt)
    return ALLOCATE_LIMIT + connected + AUDIO_SECONDS + drain_limit(rtt)


class CallCheckProcess:
    """The child, from its start to its end; :meth:`close` is to be called in any case."""

    def __init__(self, child: asyncio.subprocess.Process | None, problem: str | None) -> None:
        self._child = child
        self._problem = problem
        self._errors = asyncio.create_task(last_words(child.stderr if child else None))
        self._closed = False

    async def __aenter__(self) -> Self:
        """The check itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        await self.close()

    @property
    def process_id(self) -> int | None:
        """Of the child; None where there is none."""
        return self._child.pid if self._child is not None else None

    async def run(
        self, target: ServerTarget, *, server_ip: str, rtt: float, limit: float | None = None
    ) -> CallResult:
        """Make the call, once; never raises for what the network or the child does.

        :param server_ip: the address to go to, as it was measured.
        :param rtt: seconds to the server and back, unloaded.
        :param limit: seconds, where :data:`START_LIMIT` and :func:`time_limit` are too long.
        """
        most = START_LIMIT + time_limit(rtt)
        limit = most if limit is None else min(limit, most)
        try:
            async with asyncio.timeout(limit):
                result = await self._answer(CallRequest(target=target, ip=server_ip, rtt=rtt))
        except TimeoutError:
            result = CallResult(detail=f"the call check did not finish within {limit:g} s")
            if self._child is not None and self._child.stdin is not None:
                # The end of its input: it hangs up, and is out of the way of what follows.
                self._child.stdin.close()
        if result.check is None:
            _logger.warning("no call check: %s", result.detail)
        return result

    async def close(self) -> None:
        """End the child, whatever it is doing; again does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._child is None:
            self._errors.cancel()
            return
        try:
            await end_child(self._child, self._errors, limit=END_LIMIT)
        finally:
            kill_child(self._child)

    async def _answer(self, request: CallRequest) -> CallResult:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return CallResult(detail=self._problem or "the call check has no child")
        try:
            child.stdin.write(_encoder.encode(request) + b"\n")
            await child.stdin.drain()
        except ConnectionError:
            pass  # it is gone, and its last words say why
        try:
            line = await child.stdout.readline()
        except ValueError:
            return CallResult(detail="the call check sent a line without end")
        if not line:
            how = await how_it_ended(child, self._errors)
            return CallResult(detail=f"the call check {how}")
        try:
            return _decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            return CallResult(detail=f"the call check sent no result: {error}")


async def start_call_check(
    command: tuple[str, ...] = python_module("notifier.probe.call"),
) -> CallCheckProcess:
    """Start the child, which begins to load its libraries; never raises.

    Start it before anything is measured: loading them takes a quarter of a second of a processor.
    """
    try:
        child = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LINE_LIMIT,
            start_new_session=True,
        )
    except (OSError, ValueError, NotImplementedError) as error:
        # Not implemented: on Windows the loop that can watch a UDP socket starts no children.
        detail = str(error) or type(error).__name__
        return CallCheckProcess(None, f"the call check cannot be started: {detail}")
    return CallCheckProcess(child, None)
