"""A real call in one process: two peer connections of aiortc, sound and picture both ways."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from aiortc import MediaStreamTrack, RTCPeerConnection
from aiortc.contrib.media import MediaBlackhole
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

__all__ = ["connect", "pair"]


@contextlib.asynccontextmanager
async def pair() -> AsyncIterator[tuple[RTCPeerConnection, RTCPeerConnection]]:
    """Two connections with tracks, not connected yet; closed afterwards."""
    ends = (RTCPeerConnection(), RTCPeerConnection())
    sinks = []
    for end in ends:
        sink = MediaBlackhole()
        sinks.append(sink)

        @end.on("track")
        def took(track: MediaStreamTrack, sink: Any = sink) -> None:
            sink.addTrack(track)

        end.addTrack(AudioStreamTrack())
        end.addTrack(VideoStreamTrack())
    try:
        yield ends
    finally:
        for sink in sinks:
            await sink.stop()
        for end in ends:
            await end.close()


async def connect(caller: RTCPeerConnection, callee: RTCPeerConnection) -> None:
    """Offer and answer."""
    await caller.setLocalDescription(await caller.createOffer())
    await callee.setRemoteDescription(caller.localDescription)
    await callee.setLocalDescription(await callee.createAnswer())
    await caller.setRemoteDescription(callee.localDescription)
    await asyncio.sleep(0)
