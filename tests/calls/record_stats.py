"""Records what getStats says, in Chromium, Firefox and aiortc, for the tests beside this file.

``python -m tests.calls.record_stats [NAME …]`` writes ``tests/calls/data/NAME.jsonl.xz``: a call
of two connections that live in one program, in a network namespace of its own, with the samples
of the first one and what really crossed the loopback device for it::

    {"at": ms, "stats": [entries], "up": [octets, packets], "down": [octets, packets]}

``up`` and ``down`` are counted from the packets themselves since the beginning, IP headers
included, up to the moment of the sample. Needs root. Entries that nothing reads are left out, and
so is what names a machine: there are no addresses in the files but loopback's.
"""

import argparse
import asyncio
import contextlib
import dataclasses
import datetime
import json
import lzma
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from typing import Any, Literal

import msgspec

from notifier.relay import EmbeddedRelay, LinkSettings
from tests.net.chromium import PageHandler, opened
from tests.net.namespace import ip, tied_to_us

__all__ = ["DATA", "PLANS", "Plan", "load"]

DATA = Path(__file__).with_name("data")
_SCRIPT = Path(__file__).with_suffix(".js")

_LIMIT = 150.0
"""Seconds for one recording; the longest takes half a minute, and start-up ten seconds."""

_PAGE = b'<!doctype html><meta charset="utf-8"><body><script src="/script.js"></script>'

_KEPT = {
    *("inbound-rtp", "outbound-rtp", "remote-inbound-rtp", "remote-outbound-rtp", "transport"),
    *("candidate-pair", "local-candidate", "remote-candidate", "codec", "media-source"),
    *("media-playout", "track"),
}
_DROPPED = {
    *("usernameFragment", "iceLocalUsernameFragment", "foundation", "url", "priority", "address"),
    *("ip", "relatedAddress", "localCertificateId", "remoteCertificateId", "sdpFmtpLine"),
    *("encoderImplementation", "decoderImplementation", "googTimingFrameInfo", "tlsVersion"),
    *("dtlsCipher", "srtpCipher", "tlsGroup", "certificateId"),
}


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """One recording."""

    program: str
    samples: int = 12
    relay: Literal["", "ours", "both"] = ""
    """Which side is behind the embedded relay; with both, what crossed is not counted."""

    rate_kbps: float | None = None
    delay_ms: float = 0.0
    loss: float = 0.0
    layers: bool = False
    screen: bool = False
    noise: tuple[int, int, int] | None = None
    max_bitrate: int | None = None
    events: tuple[tuple[int, str, str, bool], ...] = ()
    """Second, side, kind of a track that is taken away from its sender, or given back."""


_SILENCES = (
    *((22, "theirs", "video", False), (28, "theirs", "audio", False)),
    *((40, "theirs", "video", True), (40, "theirs", "audio", True)),
    *((45, "ours", "audio", False), (50, "ours", "video", False)),
)

PLANS = {
    "chromium": Plan(program="chromium"),
    "chromium-layers": Plan(program="chromium", layers=True, screen=True, samples=8),
    "chromium-relay": Plan(program="chromium", relay="ours", loss=0.05, delay_ms=30),
    "chromium-narrow": Plan(
        program="chromium", relay="ours", rate_kbps=700, noise=(640, 360, 25), samples=32
    ),
    "chromium-capped": Plan(
        program="chromium", relay="ours", noise=(640, 360, 25), max_bitrate=300_000, samples=32
    ),
    "chromium-silent": Plan(program="chromium", samples=64, events=_SILENCES),
    "firefox": Plan(program="firefox"),
    "firefox-relay": Plan(program="firefox", relay="both", loss=0.05, delay_ms=30),
    "firefox-silent": Plan(program="firefox", samples=64, events=_SILENCES),
    "aiortc": Plan(program="aiortc"),
}


def load(name: str) -> list[dict[str, Any]]:
    """The lines of a recording."""
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class _Counter:
    """All UDP packets on the loopback device: time, ports, octets with the IP header."""

    def __init__(self) -> None:
        self.packets: list[tuple[float, int, int, int]] = []
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        self._socket.bind(("lo", 0))
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            data, (_, _, kind, _, _) = self._socket.recvfrom(96)
            now = time.time()
            # Each packet on lo is seen as it leaves and as it comes.
            if kind != socket.PACKET_OUTGOING:
                continue
            if data[0] >> 4 == 4:
                protocol, header = data[9], (data[0] & 15) * 4
                size = struct.unpack_from("!H", data, 2)[0]
            else:
                protocol, header = data[6], 40
                size = header + struct.unpack_from("!H", data, 4)[0]
            if protocol == socket.IPPROTO_UDP:
                source, target = struct.unpack_from("!HH", data, header)
                self.packets.append((now, source, target, size))

    def until(self, when: float, port: int, relay: bool = False) -> dict[str, list[int]]:
        """What left and reached this port until then; of a relay's port, what its client sent."""
        sums = {"up": [0, 0], "down": [0, 0]}
        for at, source, target, size in self.packets:
            if at > when:
                continue
            ways = ("down", "up") if relay else ("up", "down")
            for way, mine in zip(ways, (source, target), strict=True):
                if mine == port:
                    sums[way][0] += size
                    sums[way][1] += 1
        return sums


def _trimmed(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = []
    for entry in entries:
        if entry.get("type") in _KEPT:
            kept.append({key: value for key, value in entry.items() if key not in _DROPPED})
            if "address" in entry:
                kept[-1]["address"] = "::1" if ":" in str(entry["address"]) else "127.0.0.1"
    return kept


def _port(entries: list[dict[str, Any]]) -> int:
    """Of the socket that the selected pair uses."""
    by_id = {entry["id"]: entry for entry in entries}
    pairs = [entry for entry in entries if entry["type"] == "candidate-pair"]
    chosen = {e.get("selectedCandidatePairId") for e in entries if e["type"] == "transport"}
    pair = next(p for p in pairs if p["id"] in chosen or p.get("selected"))
    candidate = by_id[pair["localCandidateId"]]
    return int(candidate["port"])


def _handler(plan: dict[str, Any], answers: "Queue[tuple[str, Any]]") -> type[PageHandler]:
    class Handler(PageHandler):
        def do_GET(self) -> None:
            bodies = {
                "/": ("text/html", _PAGE),
                "/go": ("application/json", json.dumps(plan).encode()),
            }
            bodies["/script.js"] = ("text/javascript", _SCRIPT.read_bytes())
            self.reply(*bodies.get(self.path, ("text/plain", b"")))

        def do_POST(self) -> None:
            answers.put((self.path, json.loads(self.body())))
            self.reply("text/plain", b"")

    return Handler


_FIREFOX_PREFS = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.peerconnection.ice.loopback": True,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    "media.autoplay.default": 0,
    "network.proxy.type": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.manage-offline-status": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "privacy.reduceTimerPrecision": False,
}


@contextlib.contextmanager
def _firefox(handler: type[PageHandler]) -> Iterator[None]:
    program = next(p for name in ("firefox-esr", "firefox") if (p := shutil.which(name)))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        tempfile.TemporaryDirectory(prefix="cn-firefox-", ignore_cleanup_errors=True) as folder,
    ):
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _FIREFOX_PREFS.items()]
        Path(folder, "user.js").write_text("\n".join(lines), encoding="utf-8")
        url = f"http://127.0.0.1:{server.server_port}/"
        process = subprocess.Popen(
            tied_to_us(program, "--headless", "--no-remote", "--profile", folder, url),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder, "MOZ_DISABLE_AUTO_SAFE_MODE": "1"},
            start_new_session=True,
        )
        try:
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()
            server.shutdown()


@contextlib.contextmanager
def _browser(program: str, handler: type[PageHandler]) -> Iterator[None]:
    if program == "firefox":
        with _firefox(handler):
            yield
        return
    with opened(
        handler,
        *("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"),
        *("--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required"),
    ):
        yield


async def _browser_call(plan: Plan, counter: _Counter) -> list[dict[str, Any]]:
    queue = None if plan.rate_kbps is None else 200.0
    link = LinkSettings(
        rate_kbps=plan.rate_kbps, queue_ms=queue, delay_ms=plan.delay_ms, loss=plan.loss
    )
    answers: Queue[tuple[str, Any]] = Queue()
    async with contextlib.AsyncExitStack() as stack:
        servers, port = [], None
        if plan.relay:
            relay = await stack.enter_async_context(EmbeddedRelay(up=link, down=link))
            username, password = relay.username, relay.password
            servers = [{"urls": relay.url, "username": username, "credential": password}]
            port = int(relay.url.split("?")[0].rsplit(":", 1)[1])
        wish = {
            "servers": servers,
            "relay": plan.relay,
            "samples": plan.samples,
            "layers": plan.layers,
            "screen": plan.screen,
            "noise": plan.noise,
            "maxBitrate": plan.max_bitrate,
            "events": plan.events,
        }
        stack.enter_context(_browser(plan.program, _handler(wish, answers)))
        samples = []
        while True:
            path, answer = await asyncio.to_thread(answers.get, True, _LIMIT)
            if path == "/end":
                break
            samples.append(answer)
        if "error" in answer:
            raise RuntimeError(answer["error"])
    lines = []
    for sample in samples:
        entries = sample["stats"]
        when = next(e["timestamp"] for e in entries if e["type"] == "candidate-pair") / 1000
        counted = (
            {}
            if plan.relay == "both"
            else counter.until(when, port or _port(entries), bool(plan.relay))
        )
        lines.append({"at": sample["at"], "stats": _trimmed(entries), **counted})
    return lines


def _plain(value: Any) -> Any:
    return value.timestamp() * 1000 if isinstance(value, datetime.datetime) else value


async def _aiortc_call(plan: Plan, counter: _Counter) -> list[dict[str, Any]]:
    from aiortc import RTCPeerConnection
    from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

    ours, theirs = RTCPeerConnection(), RTCPeerConnection()
    sinks = []

    async def drain(track: Any) -> None:
        with contextlib.suppress(Exception):
            while True:
                await track.recv()

    for peer in (ours, theirs):
        peer.addTrack(AudioStreamTrack())
        peer.addTrack(VideoStreamTrack())
        peer.on("track", lambda track: sinks.append(asyncio.ensure_future(drain(track))))
    connected = asyncio.Event()

    def changed() -> None:
        if ours.connectionState == "connected":
            connected.set()

    ours.on("connectionstatechange", changed)
    await ours.setLocalDescription(await ours.createOffer())
    await theirs.setRemoteDescription(ours.localDescription)
    await theirs.setLocalDescription(await theirs.createAnswer())
    await ours.setRemoteDescription(theirs.localDescription)
    await connected.wait()
    transport = ours.getSenders()[0].transport.transport
    port = transport._connection._nominated[1].local_candidate.port
    samples = []
    for _ in range(plan.samples):
        report = await ours.getStats()
        when = time.time()
        entries = [
            {field.name: _plain(getattr(e, field.name)) for field in dataclasses.fields(e)}
            for e in report.values()
        ]
        samples.append((when, entries))
        await asyncio.sleep(1)
    await ours.close()
    await theirs.close()
    for sink in sinks:
        sink.cancel()
    return [
        {"at": when * 1000, "stats": _trimmed(e), **counter.until(when, port)}
        for when, e in samples
    ]


def _inside(names: list[str]) -> None:
    ip("link", "set", "lo", "up")
    ip("address", "add", "192.0.2.1/32", "dev", "lo")  # aioice passes over 127.0.0.1
    # Firefox takes the address from which it would reach the world.
    ip("route", "add", "default", "dev", "lo", "src", "192.0.2.1")
    for name in names:
        plan = PLANS[name]
        call = _aiortc_call if plan.program == "aiortc" else _browser_call
        lines = asyncio.run(asyncio.wait_for(call(plan, _Counter()), _LIMIT))
        text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
        file = DATA / f"{name}.jsonl.xz"
        file.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{file.name}: {len(lines)} samples, {file.stat().st_size} bytes", flush=True)


def _main() -> None:
    parser = argparse.ArgumentParser(description="Record getStats for the tests of calls.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PLANS))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = set(options.names) - set(PLANS)
    if unknown:
        parser.error(f"no such recording: {', '.join(sorted(unknown))}")
    names = options.names or list(PLANS)
    if options.inside:
        _inside(names)
        return
    command = ["unshare", "--net", sys.executable, "-m", "tests.calls.record_stats", "--inside"]
    sys.exit(subprocess.run([*command, *names], check=False).returncode)


if __name__ == "__main__":
    _main()
