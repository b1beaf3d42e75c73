"""An SDK that hides its peer connection, and the fake one that Call Notifier is given instead.

    .venv/bin/python docs/examples/hidden_connection.py [--seconds 15]

``Phone`` stands for the SDK: it calls on threads of its own, tells what happens in words of its
own, and counts packets. ``FakePeerConnection`` is all that has to be written: three events, three
states and ``getStats``. Where the SDK has callbacks in C or another language the shape is the same.
"""

import argparse
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from notifier.calls.client import CallStats, FabricEvent, FabricUsage

CONFERENCE = "example-of-a-hidden-connection"


class Phone:
    """The SDK, as it came: no peer connection to be seen."""

    def __init__(self, on_progress: Callable[[str], None]) -> None:
        self._on_progress = on_progress
        self._began = 0.0
        self._over = threading.Event()

    def dial(self) -> None:
        """Call, on a thread of its own."""
        threading.Thread(target=self._call, daemon=True).start()

    def hang_up(self) -> None:
        """End the call."""
        self._over.set()
        self._on_progress("ended")

    def counters(self) -> dict[str, float]:
        """What its voice engine counts: 50 packets a second each way, 1 % of them lost."""
        sent = int((time.monotonic() - self._began) * 50)
        return {"tx": sent, "rx": sent - sent // 100, "lost": sent // 100, "jitter_ms": 4.0}

    def _call(self) -> None:
        for progress, seconds in (("dialling", 0.1), ("media-searching", 0.3)):
            self._on_progress(progress)
            if self._over.wait(seconds):
                return
        self._began = time.monotonic()
        self._on_progress("media-flowing")


class FakePeerConnection:
    """What is given to ``add_new_fabric`` in place of the connection that nobody can have."""

    def __init__(self) -> None:
        self.phone = Phone(self._progressed)
        self.signalingState = "stable"
        self.iceGatheringState = "new"
        self.iceConnectionState = "new"
        self._listeners: dict[str, list[Callable[..., Any]]] = defaultdict(list)

    def addEventListener(self, name: str, listener: Callable[..., Any]) -> None:
        """``icecandidate``, ``iceconnectionstatechange`` or ``signalingstatechange``."""
        self._listeners[name].append(listener)

    def removeEventListener(self, name: str, listener: Callable[..., Any]) -> None:
        """Tell it no more."""
        self._listeners[name].remove(listener)

    def getStats(self) -> list[dict[str, Any]]:
        """The SDK's counters by their W3C names: times in seconds, counts since the beginning."""
        counted = self.phone.counters()
        at = time.time() * 1000
        return [
            {
                "id": "out", "type": "outbound-rtp", "kind": "audio", "ssrc": 1, "timestamp": at,
                "packetsSent": counted["tx"], "bytesSent": counted["tx"] * 80,
            },
            {
                "id": "in", "type": "inbound-rtp", "kind": "audio", "ssrc": 2, "timestamp": at,
                "packetsReceived": counted["rx"], "packetsLost": counted["lost"],
                "bytesReceived": counted["rx"] * 80, "jitter": counted["jitter_ms"] / 1000,
            },
        ]  # fmt: skip

    def _progressed(self, progress: str) -> None:
        """The SDK's words in those of WebRTC."""
        match progress:
            case "dialling":
                self.signalingState = "have-local-offer"
                self._tell("signalingstatechange")
            case "media-searching":
                self.iceGatheringState = "gathering"
                self.iceConnectionState = "checking"
                self._tell("icecandidate", "iceconnectionstatechange")
            case "media-flowing":
                self.signalingState = "stable"
                self.iceGatheringState = "complete"
                self.iceConnectionState = "connected"
                self._tell("signalingstatechange", "iceconnectionstatechange")
            case "ended":
                self.iceConnectionState = "closed"
                self.signalingState = "closed"
                self._tell("signalingstatechange")

    def _tell(self, *names: str) -> None:
        for name in names:
            for listener in list(self._listeners[name]):
                listener()


def told(status: str, message: str) -> None:
    """Say what comes of being reported."""
    print(f"{status}: {message}", flush=True)


def call(seconds: float) -> None:
    """Call for some seconds."""
    stats = CallStats()
    stats.initialize("example", None, "alice", told)
    connection = FakePeerConnection()
    stats.add_new_fabric(connection, "bob", FabricUsage.AUDIO, CONFERENCE, told)
    connection.phone.dial()
    time.sleep(seconds / 2)
    stats.send_fabric_event(connection, FabricEvent.AUDIO_MUTE, CONFERENCE)
    time.sleep(seconds / 2)
    connection.phone.hang_up()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15.0, help="how long the call lasts")
    call(parser.parse_args().seconds)
    print("The call is over.")
