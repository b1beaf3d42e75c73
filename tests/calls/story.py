"""A call as a client would report it, told to a book: messages, statistics and time."""

from typing import Any

import msgspec

from notifier.calls.book import (
    BookEvent,
    CallBegan,
    CallBook,
    CallEnded,
    FeedbackGiven,
    Source,
    Tell,
)
from notifier.calls.messages import (
    Disruption,
    Failure,
    IceState,
    Incoming,
    StatsCallback,
    decode,
)
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import CallRecord

__all__ = ["PYTHON", "T0", "Story", "entries", "words"]

T0 = 1_700_000_000_000.0
"""Milliseconds since 1970: when the stories begin."""

PYTHON = Source("client", "python", None)


def entries(
    seconds: float,
    *,
    at: float,
    streams: int = 1,
    pair: str = "CP1",
    relay: str = "",
    rtt: float = 0.05,
) -> list[dict[str, Any]]:
    """getStats of a connection that has gone on this long: sound and a picture both ways.

    :param streams: how many of each kind and direction.
    :param relay: relayProtocol of the local candidate; empty for a direct path.
    """
    sent = round(50 * seconds)
    local: dict[str, Any] = {
        "id": "L1",
        "type": "local-candidate",
        "timestamp": at,
        "candidateType": "relay" if relay else "host",
        "protocol": "udp",
        "networkType": "wifi",
    }
    if relay:
        local["relayProtocol"] = relay
    found: list[dict[str, Any]] = [
        local,
        {
            "id": "R1",
            "type": "remote-candidate",
            "timestamp": at,
            "candidateType": "host",
            "protocol": "udp",
        },
        {
            "id": pair,
            "type": "candidate-pair",
            "timestamp": at,
            "localCandidateId": "L1",
            "remoteCandidateId": "R1",
            "nominated": True,
            "state": "succeeded",
            "currentRoundTripTime": rtt,
            "availableOutgoingBitrate": 2_500_000,
            "bytesSent": 100 * sent * streams * 2,
            "bytesReceived": 100 * sent * streams * 2,
            "packetsSent": sent * streams * 2,
            "packetsReceived": sent * streams * 2,
        },
        {
            "id": "T1",
            "type": "transport",
            "timestamp": at,
            "selectedCandidatePairId": pair,
            "bytesSent": 112 * sent * streams * 2,
            "bytesReceived": 112 * sent * streams * 2,
            "packetsSent": sent * streams * 2,
            "packetsReceived": sent * streams * 2,
        },
    ]
    for number in range(streams):
        for kind in ("audio", "video"):
            ssrc = 1000 * (1 if kind == "audio" else 2) + number
            out, into = f"O{ssrc}", f"I{ssrc + 500}"
            found += [
                {
                    "id": out,
                    "type": "outbound-rtp",
                    "timestamp": at,
                    "kind": kind,
                    "ssrc": ssrc,
                    "packetsSent": sent,
                    "bytesSent": 100 * sent,
                    "headerBytesSent": 12 * sent,
                    "remoteId": f"R{out}",
                }
                | ({"frameWidth": 640, "frameHeight": 480} if kind == "video" else {}),
                {
                    "id": f"R{out}",
                    "type": "remote-inbound-rtp",
                    "timestamp": at,
                    "kind": kind,
                    "ssrc": ssrc,
                    "localId": out,
                    "packetsLost": sent // 100,
                    "fractionLost": 0.01,
                    "jitter": 0.003,
                    "roundTripTime": rtt,
                    "totalRoundTripTime": rtt * seconds,
                    "roundTripTimeMeasurements": round(seconds),
                },
                {
                    "id": into,
                    "type": "inbound-rtp",
                    "timestamp": at,
                    "kind": kind,
                    "ssrc": ssrc + 500,
                    "packetsReceived": sent,
                    "packetsLost": sent // 50,
                    "jitter": 0.004,
                    "bytesReceived": 100 * sent,
                    "headerBytesReceived": 12 * sent,
                }
                | (
                    {
                        "concealedSamples": round(480 * seconds),
                        "totalSamplesReceived": round(48_000 * seconds),
                        "totalAudioEnergy": 0.1 * seconds,
                        "totalSamplesDuration": seconds,
                        "audioLevel": 0.3,
                    }
                    if kind == "audio"
                    else {
                        "frameWidth": 1280,
                        "frameHeight": 720,
                        "framesPerSecond": 30,
                        "framesDecoded": round(30 * seconds),
                        "framesReceived": round(30 * seconds),
                        "freezeCount": 0,
                        "totalFreezesDuration": 0.0,
                    }
                ),
            ]
    return found


class Story:
    """A book, the time, and what the book told."""

    def __init__(self, *, policy: FeedPolicy | None = None, source: Source = PYTHON) -> None:
        self.events: list[BookEvent] = []
        self.book = CallBook(self.events.append, policy=policy or FeedPolicy())
        self.source = source
        self.now = 1000.0
        self.wall = T0
        self.seq: int | None = 0
        self.call_id = "call"

    def say(self, kind: str, *, source: Source | None = None, **fields: Any) -> Failure | None:
        """Send a message now; ``at`` is another time of the client's, in ms after T0."""
        fields.setdefault("call_id", self.call_id)
        at = fields.pop("at", None)
        message: dict[str, Any] = {
            "type": kind,
            "timestamp": self.wall if at is None else T0 + at,
            **{_camel(name): value for name, value in fields.items()},
        }
        if "seq" not in message and self.seq is not None:
            self.seq += 1
            message["seq"] = self.seq
        if message.get("seq", 0) is None:
            del message["seq"]
        read = decode(msgspec.json.encode(message))
        assert read is not None
        return self.apply(read, source=source)

    def apply(self, message: Incoming, *, source: Source | None = None) -> Failure | None:
        """Send a message that is made already."""
        return self.book.apply(message, source or self.source, now=self.now, wall=self.wall)

    def sleep(self, seconds: float) -> None:
        """Let time pass without a call of ``advance``."""
        self.now += seconds
        self.wall += 1000 * seconds

    def wait(self, seconds: float) -> None:
        """Let time pass as the program does: by the book's own timer."""
        until = self.now + seconds
        while (timer := self.book.timer()) is not None and timer <= until:
            self.sleep(max(timer - self.now, 0.0))
            self.book.advance(now=self.now, wall=self.wall)
            assert self.book.timer() != timer
        self.sleep(until - self.now)

    def join(self, **fields: Any) -> Failure | None:
        """Join the conference."""
        return self.say("conference.join", **({"conference_id": "room", "user_id": "me"} | fields))

    def add(self, fabric_id: str = "f", **fields: Any) -> Failure | None:
        """Add a connection."""
        return self.say("fabric.add", **({"fabric_id": fabric_id} | fields))

    def ice(self, *states: str, fabric_id: str = "f", **fields: Any) -> None:
        """Let a connection go through these ICE states, a tenth of a second each."""
        for state in states:
            self.sleep(0.1)
            said = {"changed_state": "iceConnectionState", "new_state": state}
            assert self.say("ice.state", fabric_id=fabric_id, **(said | fields)) is None

    def happens(self, event: str, *, fabric_id: str = "f", **fields: Any) -> Failure | None:
        """Send a fabric event."""
        return self.say("fabric.event", fabric_id=fabric_id, event=event, **fields)

    def begin(self) -> None:
        """Join, add a connection, and connect it."""
        assert self.join() is None
        assert self.add() is None
        self.ice("checking", "connected")

    def stats(self, fabric_id: str = "f", **fields: Any) -> Failure | None:
        """One second's statistics of a connection."""
        went = (self.wall - T0) / 1000
        seq = {"seq": fields.pop("seq")} if "seq" in fields else {}
        found = entries(went, at=self.wall, **fields)
        return self.say("stats", fabric_id=fabric_id, stats=found, **seq)

    def talk(self, seconds: int, *fabric_ids: str, **fields: Any) -> None:
        """Let these connections report statistics once a second."""
        for _ in range(seconds):
            self.wait(1.0)
            for fabric_id in fabric_ids or ("f",):
                assert self.stats(fabric_id, **fields) is None

    def leave(self) -> CallRecord:
        """Leave the conference; the record of the call."""
        assert self.say("conference.leave") is None
        return self.record

    def begun(self) -> list[str]:
        """The calls that were told to have begun."""
        return [event.call_id for event in self.events if isinstance(event, CallBegan)]

    def ended(self) -> list[CallRecord]:
        """The records that were told."""
        return [event.record for event in self.events if isinstance(event, CallEnded)]

    @property
    def record(self) -> CallRecord:
        """The record of the only call that has ended."""
        [record] = self.ended()
        return record

    def told(self) -> list[StatsCallback | Disruption]:
        """What clients were told."""
        return [
            event.message
            for event in self.events
            if isinstance(event, Tell) and isinstance(event.message, StatsCallback | Disruption)
        ]

    def feedback(self) -> list[FeedbackGiven]:
        """Feedback of calls that are over."""
        return [event for event in self.events if isinstance(event, FeedbackGiven)]

    def state(self, changed: str, new: str, *, at: float, seq: int | None) -> Failure | None:
        """A state at a time, in ms after T0."""
        return self.apply(
            IceState(
                timestamp=T0 + at,
                seq=seq,
                call_id=self.call_id,
                fabric_id="f",
                changed_state=changed,  # type: ignore[arg-type]
                new_state=new,
            )
        )


def words(record: CallRecord, *without: str) -> list[str]:
    """What happened in a call, in short, without what is named and changes of states."""
    return [
        event.event for event in record.events if event.event not in {"fabricStateChange", *without}
    ]


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))
