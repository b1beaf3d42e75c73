"""A real call in one process: two peer connections of aiortc, sound and picture both ways."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiortc import MediaStreamTrack, RTCPeerConnection
from aiortc.mediastreams import AudioStreamTrack, MediaStreamError, VideoStreamTrack

__all__ = ["connect", "pair"]


@contextlib.asynccontextmanager
async def pair(
    *, picture: bool = True
) -> AsyncIterator[tuple[RTCPeerConnection, RTCPeerConnection]]:
    """Two connections with tracks, not connected yet; closed afterwards."""
    ends = (RTCPeerConnection(), RTCPeerConnection())
    drains: list[asyncio.Task[None]] = []
    for end in ends:
        end.on("track", lambda track: drains.append(asyncio.ensure_future(_drain(track))))
        end.addTrack(AudioStreamTrack())
        if picture:
            end.addTrack(VideoStreamTrack())
    try:
        yield ends
    finally:
        for end in ends:
            await end.close()
        for drain in drains:
            drain.cancel()
        await asyncio.gather(*drains, return_exceptions=True)


async def connect(caller: RTCPeerConnection, callee: RTCPeerConnection) -> None:
    """Offer and answer."""
    await caller.setLocalDescription(await caller.createOffer())
    await callee.setRemoteDescription(caller.localDescription)
    await callee.setLocalDescription(await callee.createAnswer())
    await caller.setRemoteDescription(callee.localDescription)


async def _drain(track: MediaStreamTrack) -> None:
    """Take what comes: aiortc keeps it for whoever may ask."""
    with contextlib.suppress(MediaStreamError):
        while True:
            await track.recv()
