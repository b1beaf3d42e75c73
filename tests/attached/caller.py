"""One real call from the client's end of a link: ``python -m tests.attached.caller WAY HOME``.

It runs in the client's namespace. ``ready`` on standard output; a line of JSON on standard input
(an RTCIceServer, or for ``aiortc`` nothing) begins the call, ``connected`` answers; the next line
ends it, ``closed`` answers. ``aiortc`` talks to a second one of these, with ``--answer``, at the
other end of the link: offer and answer are lines as well.

The ways: ``chromium`` and ``firefox`` with the extension on a page that knows nothing of us,
``javascript`` in Chromium on a page that reports its call through callstats.js, ``aiortc`` with the
Python client.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from notifier.browsers.extension import installed
from notifier.browsers.launcher import launcher
from notifier.browsers.places import BROWSERS
from notifier.browsers.registration import manifest_of
from tests.browsers import chromium, site
from tests.net import firefox

if TYPE_CHECKING:
    from aiortc import MediaStreamTrack

__all__: list[str] = []

_PAGES = Path(__file__).parent / "pages"
_CLIENT = Path(__file__).parents[2] / "resources" / "callstats" / "callstats.js"

_HOSTS = {"chromium": "profile/NativeMessagingHosts", "firefox": ".mozilla/native-messaging-hosts"}


def _say(line: str) -> None:
    print(line, flush=True)


def _main(way: str, home: Path, *answer: str) -> None:
    if way == "aiortc":
        asyncio.run(_answer() if answer else _call())
        return
    _browser(way, home)


def _browser(way: str, home: Path) -> None:
    page = "/reported.html" if way == "javascript" else "/relay.html"
    pages = {f"/{path.name}": path.read_bytes() for path in _PAGES.iterdir()}
    pages["/callstats.js"] = _CLIENT.read_bytes()
    with site.served(pages) as origin, _started(way, home) as browser:
        tab = browser.open(origin + page)
        _say("ready")
        server = sys.stdin.readline()
        _say(str(browser.evaluate(tab, f"begin({server})")))
        sys.stdin.readline()
        _say(str(browser.evaluate(tab, "hangUp()")))
        sys.stdin.readline()  # what was said last is still on its way


@contextmanager
def _started(way: str, home: Path) -> "Iterator[chromium.Chromium | firefox.Firefox]":
    name = "firefox" if way == "firefox" else "chromium"
    family = next(browser.family for browser in BROWSERS if browser.name == name)
    folder = home / _HOSTS[name]
    folder.mkdir(parents=True)
    manifest = manifest_of(family, launcher(home / "data"), installed())
    (folder / "org.call_notifier.feed.json").write_bytes(manifest)
    if name == "chromium":
        with chromium.started(home, installed().folder) as one:
            yield one
        return
    with firefox.started(home) as other:
        other.install(installed().folder)
        yield other


async def _line() -> str:
    line: str = await asyncio.to_thread(sys.stdin.readline)
    return line.strip()


async def _call() -> None:
    from aiortc import RTCPeerConnection, RTCSessionDescription

    from notifier.calls.client import CallStats, FabricUsage

    stats = CallStats()
    stats.initialize("app", "", "ann")
    peer = RTCPeerConnection()
    for track in _tracks():
        peer.addTrack(track)
    stats.add_new_fabric(peer, "bob", FabricUsage.MULTIPLEX, "over-a-link")
    _say("ready")
    await _line()
    await peer.setLocalDescription(await peer.createOffer())
    _say(json.dumps({"sdp": peer.localDescription.sdp, "type": "offer"}))
    await peer.setRemoteDescription(RTCSessionDescription(**json.loads(await _line())))
    while peer.connectionState != "connected":  # noqa: ASYNC110 - the client has its events
        await asyncio.sleep(0.02)
    _say("connected")
    await _line()
    await peer.close()
    _say("closed")
    await _line()
    stats.close()


async def _answer() -> None:
    from aiortc import RTCPeerConnection, RTCSessionDescription
    from aiortc.contrib.media import MediaBlackhole

    peer, sink = RTCPeerConnection(), MediaBlackhole()
    peer.on("track", sink.addTrack)
    for track in _tracks():
        peer.addTrack(track)
    _say("ready")
    await peer.setRemoteDescription(RTCSessionDescription(**json.loads(await _line())))
    await peer.setLocalDescription(await peer.createAnswer())
    await sink.start()
    _say(json.dumps({"sdp": peer.localDescription.sdp, "type": "answer"}))
    await _line()
    await peer.close()


def _tracks() -> "tuple[MediaStreamTrack, MediaStreamTrack]":
    """A hiss, and a picture that never repeats: both fill what they are given."""
    import av
    import numpy
    from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

    rng = numpy.random.default_rng(1)

    class Hiss(AudioStreamTrack):
        async def recv(self) -> av.AudioFrame:
            silence = await super().recv()
            assert isinstance(silence, av.AudioFrame)
            noise = rng.integers(-3000, 3000, (1, silence.samples)).astype(numpy.int16)
            frame = av.AudioFrame.from_ndarray(noise, format="s16", layout="mono")
            frame.sample_rate, frame.pts = silence.sample_rate, silence.pts
            frame.time_base = silence.time_base
            return frame

    class Snow(VideoStreamTrack):
        async def recv(self) -> av.VideoFrame:
            pts, base = await self.next_timestamp()
            picture = rng.integers(0, 255, (24, 32, 3)).astype(numpy.uint8)
            picture = picture.repeat(10, axis=0).repeat(10, axis=1)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = pts, base
            return frame

    return Hiss(), Snow()


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
