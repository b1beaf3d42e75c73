"""A connection whose getStats is made up: its counters go on as a test says, by the second."""

from typing import Any

from notifier.calls.sample import FabricSample, StreamSample

__all__ = ["START", "Connection", "sample", "stream"]

START = 1_700_000_000_000.0


class Connection:
    """Sound and picture both ways, of one peer, as Chromium 156 tells it."""

    def __init__(self, *names: str) -> None:
        """Begin.

        :param names: of streams, ``in-audio``, ``out-video`` and so on; all four where none is.
        """
        self.at = START
        self.entries: dict[str, dict[str, Any]] = {
            "pair": {
                "type": "candidate-pair",
                "state": "succeeded",
                "nominated": True,
                "currentRoundTripTime": 0.05,
                "availableOutgoingBitrate": 3e6,
                "localCandidateId": "local",
                "bytesSent": 0,
                "bytesReceived": 0,
                "packetsSent": 0,
                "packetsReceived": 0,
            },
            "transport": {"type": "transport", "selectedCandidatePairId": "pair"},
            "local": {"type": "local-candidate", "candidateType": "host", "protocol": "udp"},
        }
        for name in names or ("in-audio", "out-audio", "in-video", "out-video"):
            self.open(name)

    def open(self, name: str, ssrc: int | None = None) -> None:
        """Another stream begins; its packets have 100 octets, 12 of them the header."""
        way, kind = name.split("-")[:2]
        number = ssrc if ssrc is not None else 1000 + len(self.entries)
        about = "remote-outbound-rtp" if way == "in" else "remote-inbound-rtp"
        self.entries[name] = {
            "type": "inbound-rtp" if way == "in" else "outbound-rtp",
            "kind": kind,
            "ssrc": number,
            **(_INBOUND if way == "in" else _OUTBOUND),
            **(_SOUND if kind == "audio" and way == "in" else {}),
            **(_PICTURE if kind == "video" else {}),
        }
        if way == "out":
            self.entries[name]["mediaSourceId"] = f"source {name}"
            self.entries[f"source {name}"] = {"type": "media-source", "kind": kind, "frames": 0}
        self.entries[f"report {name}"] = {
            "type": about,
            "kind": kind,
            "ssrc": number,
            "timestamp": self.at,
            "roundTripTime": 0.05,
            "roundTripTimeMeasurements": 0,
            "packetsLost": 0,
            "packetsSent": 0,
        }

    def close(self, name: str) -> None:
        """A stream is there no more."""
        for key in (name, f"report {name}", f"source {name}"):
            self.entries.pop(key, None)

    def go(
        self,
        ms: float = 1000,
        packets: int = 50,
        *,
        lost: int = 0,
        silent: tuple[str, ...] = (),
        reports: bool = True,
        **fields: dict[str, Any],
    ) -> list[dict[str, Any]]:
        """Time passes; each stream has so many packets, but for those in ``silent``.

        :param lost: of each stream, besides
        :param fields: what else is so from now on, by the entry's name with ``_`` for ``-``
        """
        self.at += ms
        for name, entry in self.entries.items():
            entry["id"] = name
            if name.startswith(("in-", "out-")):
                count = 0 if name in silent else packets
                self._count(name, entry, count, 0 if name in silent else lost, reports)
            if not name.startswith("report "):
                entry["timestamp"] = self.at
        for name, entry in self.entries.items():
            if name.startswith("source "):
                entry["frames"] += 15 * ms / 1000
        for name, more in fields.items():
            self.entries[name.replace("_", "-") if "_" in name else name].update(more)
        return [dict(entry) for entry in self.entries.values()]

    def _count(
        self, name: str, entry: dict[str, Any], packets: int, lost: int, reports: bool
    ) -> None:
        pair, report = self.entries["pair"], self.entries[f"report {name}"]
        inbound = name.startswith("in-")
        way = "Received" if inbound else "Sent"
        entry[f"packets{way}"] += packets
        entry[f"bytes{way}"] += packets * 88
        entry[f"headerBytes{way}"] += packets * 12
        pair[f"packets{way}"] += packets
        pair[f"bytes{way}"] += packets * 110
        if inbound:
            entry["packetsLost"] += lost
            report["packetsSent"] += packets + lost
        else:
            report["packetsLost"] += lost
        if "totalSamplesReceived" in entry:
            entry["totalSamplesReceived"] += 48_000
            entry["concealedSamples"] += 0 if packets else 48_000
        if "framesDecoded" in entry or "framesEncoded" in entry:
            entry["framesDecoded" if inbound else "framesEncoded"] += 15 if packets else 0
        if reports:
            report["timestamp"] = self.at - 10
            report["roundTripTimeMeasurements"] += 1


_INBOUND = {
    "packetsReceived": 0,
    "bytesReceived": 0,
    "headerBytesReceived": 0,
    "packetsLost": 0,
    "jitter": 0.004,
}
_OUTBOUND = {"packetsSent": 0, "bytesSent": 0, "headerBytesSent": 0, "active": True}
_SOUND = {"totalSamplesReceived": 0, "concealedSamples": 0}
_PICTURE = {
    "frameWidth": 640,
    "frameHeight": 480,
    "freezeCount": 0,
    "totalFreezesDuration": 0.0,
    "framesDecoded": 0,
    "framesEncoded": 0,
}


def stream(name: str = "in-audio", ssrc: int = 1, **fields: Any) -> StreamSample:
    """One of 50 packets a second; ``name`` as in :class:`Connection`."""
    way, media = name.split("-")
    told: dict[str, Any] = {
        "direction": "inbound" if way == "in" else "outbound",
        "media": media,
        "kbps": 40.0,
        "packets": 50.0,
        "packet_rate": 50.0,
    }
    if name == "in-audio":
        told |= {"concealed_samples": 0.0, "total_samples": 48_000.0}
    return StreamSample(ssrc=ssrc, **{**told, **fields})


def sample(second: float, *streams: StreamSample, **fields: Any) -> FabricSample:
    """The second that ends so many seconds after :data:`START`."""
    told: dict[str, Any] = {"span_ms": 1000.0, "up_kbps": 50.0, "down_kbps": 50.0}
    return FabricSample(at=START + second * 1000, streams=streams, **{**told, **fields})
