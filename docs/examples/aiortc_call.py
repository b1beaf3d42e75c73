"""A call of aiortc's that Call Notifier is attached to.

    .venv/bin/python docs/examples/aiortc_call.py [--seconds 30]

Two peer connections call each other on this computer, with a tone and a moving picture. One of
them is reported as an application reports its own: while the program runs, it shows the call, and
afterwards keeps it in its history. Without the program the call is the same.
"""

import argparse
import asyncio
import fractions
import math
import time
from typing import Any

import av
import numpy
from aiortc import MediaStreamTrack, RTCPeerConnection, VideoStreamTrack
from aiortc.contrib.media import MediaBlackhole
from aiortc.mediastreams import MediaStreamError

from notifier.calls.client import CallStats, FabricEvent, FabricUsage, WebRTCFunction

CONFERENCE = "example-of-aiortc"
RATE = 48_000
SAMPLES = RATE // 50


class Tone(MediaStreamTrack):
    """A tone of 440 Hz in frames of 20 ms."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._sent = 0
        self._began = time.monotonic()

    async def recv(self) -> av.AudioFrame:
        if self.readyState != "live":
            raise MediaStreamError
        await asyncio.sleep(self._began + self._sent / RATE - time.monotonic())
        at = numpy.arange(self._sent, self._sent + SAMPLES) * (2 * math.pi * 440 / RATE)
        wave = (numpy.sin(at) * 8000).astype(numpy.int16)
        frame = av.AudioFrame.from_ndarray(wave.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.time_base = RATE, fractions.Fraction(1, RATE)
        frame.pts = self._sent
        self._sent += SAMPLES
        return frame


class Bars(VideoStreamTrack):
    """Coloured bars that wander, 640 x 360, 30 pictures a second."""

    def __init__(self) -> None:
        super().__init__()
        across = numpy.arange(640) // 80
        colours = numpy.array([[i * 36, 255 - i * 36, i * 90 % 256] for i in range(8)])
        self._picture = numpy.tile(colours[across].astype(numpy.uint8), (360, 1, 1))
        self._shift = 0

    async def recv(self) -> av.VideoFrame:
        pts, time_base = await self.next_timestamp()
        self._shift = (self._shift + 4) % 640
        picture = numpy.roll(self._picture, self._shift, axis=1)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = pts, time_base
        return frame


def told(status: str, message: str) -> None:
    """Say what comes of being reported."""
    print(f"{status}: {message}", flush=True)


def measured(stats: dict[str, Any]) -> None:
    """Say what the program makes of the call, every ten seconds."""
    print(f"{stats.get('fabricState')}:", end=" ")
    for track in stats.get("mediaStreamTracks") or []:
        print(f"{track['mediaType']} {track['statsType']} {track['bitrate']} kbit/s", end="; ")
    print(flush=True)


async def call(seconds: float) -> None:
    """Call for some seconds."""
    stats = CallStats()
    # No secret is needed: nothing leaves this computer.
    stats.initialize("example", None, "alice", told, measured)

    caller, callee = RTCPeerConnection(), RTCPeerConnection()
    # Right after it is made: delays are counted from here.
    stats.add_new_fabric(caller, "bob", FabricUsage.MULTIPLEX, CONFERENCE, told)
    heard = {caller: MediaBlackhole(), callee: MediaBlackhole()}
    for connection, sink in heard.items():
        connection.on("track", sink.addTrack)
        connection.addTrack(Tone())
        connection.addTrack(Bars())

    try:
        await caller.setLocalDescription(await caller.createOffer())
        await callee.setRemoteDescription(caller.localDescription)
        await callee.setLocalDescription(await callee.createAnswer())
        await caller.setRemoteDescription(callee.localDescription)
    except Exception as error:
        stats.report_error(caller, CONFERENCE, WebRTCFunction.SET_REMOTE_DESCRIPTION, error)
        raise
    for sink in heard.values():
        await sink.start()

    await asyncio.sleep(seconds)

    stats.send_fabric_event(caller, FabricEvent.FABRIC_TERMINATED, CONFERENCE)
    for connection, sink in heard.items():
        await sink.stop()
        await connection.close()
    stats.send_user_feedback(CONFERENCE, {"userID": "alice", "overall": 5})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long the call lasts")
    asyncio.run(call(parser.parse_args().seconds))
    print("The call is over.")
