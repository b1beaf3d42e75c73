"""A call that is reported: ``python -m tests.attached.looped CONFERENCE``.

Two connections of aiortc in this process, over loopback; one of them is reported with the Python
client, as an application would, and writes a numbered line into its log every
:data:`LINE_SECONDS`. ``connected`` on standard output; a line on standard input ends the call, and
a line of JSON says how it was for the application itself::

    {"lines": 31, "slowest_s": 0.001, "gaps": [[1763744100000.0, 0.07], ...]}

that is how many lines were written, the longest that any of the client's functions took, and when
(milliseconds since 1970) for how many seconds no packet came, the longest few of them.
"""

import asyncio
import json
import sys
import time

from aiortc import RTCPeerConnection

from notifier.calls.client import CallStats, FabricUsage, WebRTCFunction
from tests.calls.loopback_call import connect, pair

__all__ = ["LINE_SECONDS"]

LINE_SECONDS = 0.5

LOOK_SECONDS = 0.02

GAPS = 5


class _Flow:
    """When packets came."""

    def __init__(self, end: RTCPeerConnection) -> None:
        self._end = end
        self._packets = 0
        self._since = time.monotonic()
        self._gaps: list[tuple[float, float]] = []

    async def watch(self) -> None:
        while True:
            report = await self._end.getStats()
            packets = sum(getattr(one, "packetsReceived", 0) for one in report.values())
            now = time.monotonic()
            if packets != self._packets:
                self._gaps.append((now - self._since, time.time() * 1000))
                self._gaps = sorted(self._gaps)[-GAPS:]
                self._packets, self._since = packets, now
            await asyncio.sleep(LOOK_SECONDS)

    def gaps(self) -> list[tuple[float, float]]:
        return [(at, seconds) for seconds, at in reversed(self._gaps)]


async def main(conference: str) -> None:
    stats = CallStats()
    stats.initialize("app", "", "ann")
    slowest = 0.0
    lines = 0
    async with pair(picture=False) as (caller, callee):
        stats.add_new_fabric(caller, "bob", FabricUsage.AUDIO, conference)
        await connect(caller, callee)
        while callee.connectionState != "connected":  # noqa: ASYNC110 - it is told to the client
            await asyncio.sleep(0.02)
        print("connected", flush=True)
        flow = _Flow(callee)
        watching = asyncio.create_task(flow.watch())
        end = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
        while not end.done():
            began = time.perf_counter()
            stats.report_error(caller, conference, WebRTCFunction.APPLICATION_LOG, f"line {lines}")
            slowest = max(slowest, time.perf_counter() - began)
            lines += 1
            await asyncio.wait([end], timeout=LINE_SECONDS)
        watching.cancel()
        print(json.dumps({"lines": lines, "slowest_s": slowest, "gaps": flow.gaps()}), flush=True)
    stats.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
