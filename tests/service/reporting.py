"""A service whose feed is open, and a client that reports a call to it, for tests."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.service import attached as attached_module
from notifier.service import call_keeping
from notifier.service import networks as networks_module
from notifier.service import schedule as schedule_module
from notifier.service import service as service_module
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.service.scripted import EXCELLENT, URL, Events, ScriptedProbe, until

__all__ = ["Caller", "address", "call_in", "program", "quick_machine", "write_settings"]

_SETTINGS = f'[[server]]\nurls = ["{URL}"]\n'


def quick_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on one network, without a call, and a service that waits for nothing."""
    facts = NetworkFacts("ethernet", "eth0", True, "1" * 32)
    monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    for name in ("BOOT_SPREAD", "CALL_SETTLE", "START_SPREAD", "TRIGGER_SPREAD"):
        monkeypatch.setattr(schedule_module, name, 0.0)
    monkeypatch.setattr(schedule_module, "_SETTLE", {})
    monkeypatch.setattr(attached_module, "TICK", 0.05)
    monkeypatch.setattr(call_keeping, "CHECKPOINT", 0.2)


def write_settings(paths: Paths, *, calls: str = "") -> None:
    """A server, and these settings of calls."""
    paths.config_file.parent.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text(f"[calls]\n{calls}\n{_SETTINGS}")
    paths.config_file.chmod(0o600)


@asynccontextmanager
async def program(
    paths: Paths, probe: ScriptedProbe | None = None, *, calls: str = ""
) -> AsyncIterator[tuple[Service, Events]]:
    """A service with a server and these settings of calls, until the block is left.

    :param probe: without one, the first run is over when the block begins, or has to wait.
    """
    write_settings(paths, calls=calls)
    service = Service(
        paths,
        origin="tray",
        environ={},
        watch_machine=False,
        measure_with=probe or ScriptedProbe(EXCELLENT),
    )
    events = Events()
    service.subscribe(events)
    await service.start()
    try:
        if probe is None:
            await until(lambda: bool(service.state.last or service.state.limit))
        yield service, events
    finally:
        await service.stop()


def address(paths: Paths) -> str:
    """Of the feed."""
    return str(paths.runtime_dir / "feed.sock")


class Caller:
    """A client with one call of one connection."""

    def __init__(self, call_id: str = "call-1", fabric_id: str = "fabric-1") -> None:
        self.call_id, self.fabric_id = call_id, fabric_id
        self.seq = 0
        self.sent = 0
        self.began = time.time() * 1000

    def message(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One of this call."""
        self.seq += 1
        return {
            "type": kind,
            "seq": self.seq,
            "timestamp": time.time() * 1000,
            "callId": self.call_id,
            **fields,
        }

    def beginning(self) -> list[dict[str, Any]]:
        """Joined, connected."""
        fabric = {"fabricId": self.fabric_id}
        return [
            self.message("conference.join", conferenceId="standup", application="Example"),
            self.message("fabric.add", remoteUserId="bob", **fabric),
            self.message(
                "ice.state", changedState="iceConnectionState", newState="checking", **fabric
            ),
            self.message(
                "ice.state", changedState="iceConnectionState", newState="connected", **fabric
            ),
        ]

    def second(self, number: int, *, kbps: float = 400.0, rtt: float = 0.05) -> dict[str, Any]:
        """The statistics of one second of a call, ``number`` s from its beginning."""
        at = self.began + 1000.0 * number
        octets = int(125 * kbps * number)
        entries = [
            {
                "type": "outbound-rtp", "id": "o", "timestamp": at, "ssrc": 1, "kind": "audio",
                "bytesSent": octets, "packetsSent": 50 * number, "headerBytesSent": 600 * number,
            },
            {
                "type": "inbound-rtp", "id": "i", "timestamp": at, "ssrc": 2, "kind": "audio",
                "bytesReceived": octets, "packetsReceived": 50 * number, "packetsLost": 0,
                "jitter": 0.002, "concealedSamples": 0, "totalSamplesReceived": 48_000 * number,
            },
            {
                "type": "candidate-pair", "id": "p", "timestamp": at, "state": "succeeded",
                "nominated": True, "bytesSent": octets, "bytesReceived": octets,
                "packetsSent": 50 * number, "packetsReceived": 50 * number,
                "currentRoundTripTime": rtt, "localCandidateId": "l", "remoteCandidateId": "r",
                "availableOutgoingBitrate": 3_000_000,
            },
            {"type": "local-candidate", "id": "l", "timestamp": at, "candidateType": "host"},
            {"type": "remote-candidate", "id": "r", "timestamp": at, "candidateType": "host"},
        ]  # fmt: skip
        return {
            **self.message("stats", fabricId=self.fabric_id, stats=entries),
            "timestamp": at,
        }


def call_in(paths: Paths, call_id: str) -> Any:
    """The record of a call in the history."""
    with History.open_read_only(paths.history_file) as history:
        return history.call(call_id)
