"""What a call got: the four figures of :class:`notifier.quality.CallFigures`, from its samples.

The rule is that of the reference call (docs/calls-data.md). What that call has not, and real ones
have, is decided here:

**Several connections** (a mesh, or one for sending and one for receiving). The question is what
this machine's access to the network was worth. So sound and picture are summed over all of them,
each sample and each second of a picture weighing the same; round trips are pooled; and the bit
rates that connections find available at the same time add up, since they share the way. Each
connection has a warm-up of its own. Time is counted once, however many connections were measured.

**An application that wants little.** The available rate is only known where the sender was limited
by the network (:mod:`notifier.calls.stats.meter`). In all other seconds it was *at least* so much.
Both make a median as in survival analysis (Kaplan and Meier, 1958), with the seconds of the second
kind censored: ten bad seconds in an hour of an undemanding call do not become its median, and an
application that was its own limit throughout has none.

**A program that does not count concealment** (aiortc). Each packet of sound that is lost is twenty
milliseconds that are not heard; nothing repairs them there. Where neither sound nor picture is
known in any way, there is no label: a delay alone does not make a call excellent.

**Someone who is silent.** Senders without anything to send, and servers that forward no silence,
let the receiver conceal what was never spoken; and a camera that is off is no freeze. A second
in which a stream got no packet while its connection got others therefore does not count. The same
goes for what follows, until the stream gets packets again. A picture of one or two packets a second
is none: Firefox sends that much of a camera that is off.
"""

import msgspec

from notifier.calls.sample import FabricSample, StreamSample
from notifier.calls.stats.spread import Histogram
from notifier.quality import CallFigures, call_code

__all__ = ["LEAST_MS", "WARM_UP_MS", "CallMeter"]

WARM_UP_MS = 12_000.0
"""After the first media of a connection: its congestion control is still looking for its rate."""

LEAST_MS = 10_000.0
"""What must have been measured for a label."""

NOW_MS = 30_000.0
NOW_LEAST_MS = 5_000.0
"""What the code of the present is of, and how much of it there must be."""

FABRICS_LIMIT = 200
"""Connections that are told apart; a call with more goes on with the last ones."""

_TOGETHER_MS = 2_500.0
"""Rates of several connections no further apart than this are there at the same time."""

_STILL_RATE = 2.0
"""Packets a second of what is no picture."""

_PACKET_SAMPLES = 960
"""Of sound, 20 ms at 48 kHz: what the packets of nearly all calls hold."""

_NOTHING_KBPS = 0.1
"""What a connection receives that receives nothing."""


class _Fabric(msgspec.Struct, array_like=True):
    """One connection."""

    began: float
    at: float = 0.0
    kbps: float = 0.0
    """What its path has, as far as it is known: the estimate, or what was sent."""

    limited: bool = False
    silent: dict[str, bool] = {}
    """Streams that got nothing, by whether others did meanwhile: then nothing was sent."""


class _Sums(msgspec.Struct, array_like=True):
    """What is added up over any stretch of time."""

    ms: float = 0.0
    concealed: float = 0.0
    samples: float = 0.0
    frozen_ms: float = 0.0
    picture_ms: float = 0.0
    limited: Histogram = msgspec.field(default_factory=Histogram)
    at_least: Histogram = msgspec.field(default_factory=Histogram)
    """Available rates: where the network was the limit, and where it was not."""

    round_trips: Histogram = msgspec.field(default_factory=Histogram)


class CallMeter(msgspec.Struct):
    """Of one call; all of it is plain data, for checkpoints."""

    fabrics: dict[str, _Fabric] = {}
    until: float = 0.0
    """Time before this is counted."""

    all: _Sums = msgspec.field(default_factory=_Sums)
    recent: dict[int, _Sums] = {}
    """By the second since 1970, for the code of the present."""

    def add(self, fabric_id: str, sample: FabricSample) -> None:
        """Take in what a connection did; samples of several ones in any order."""
        fabric = self.fabrics.get(fabric_id)
        if fabric is None:
            if not any(stream.packets for stream in sample.streams):
                return
            if len(self.fabrics) >= FABRICS_LIMIT:
                del self.fabrics[min(self.fabrics, key=lambda name: self.fabrics[name].at)]
            fabric = self.fabrics[fabric_id] = _Fabric(sample.at - sample.span_ms)
        if sample.at < fabric.at:  # the clock was set back
            fabric.began -= fabric.at - sample.at
            self.until, self.recent = 0.0, {}
        fabric.at = sample.at
        fabric.limited = sample.available_limited and sample.available_kbps is not None
        fabric.kbps = (sample.available_kbps or 0.0) if fabric.limited else sample.up_kbps
        if sample.at - sample.span_ms < fabric.began + WARM_UP_MS - 1:
            return
        begins = max(self.until, sample.at - sample.span_ms)
        new_ms = max(0.0, sample.at - begins)
        self.until = max(self.until, sample.at)
        second = int(sample.at // 1000)
        if second not in self.recent:
            self.recent = {
                at: sums for at, sums in self.recent.items() if at > second - NOW_MS / 1000
            }
            self.recent[second] = _Sums()
        for sums in (self.all, self.recent[second]):
            sums.ms += new_ms
        self._add_rates(fabric, sample, second)
        self._add_media(fabric, sample, second)

    def figures(self) -> CallFigures | None:
        """None of a call of which less than :data:`LEAST_MS` was measured, or nothing of what is
        heard and seen."""
        return _figures([self.all]) if self.all.ms >= LEAST_MS else None

    @property
    def measured_ms(self) -> float:
        """Without the warm-up."""
        return self.all.ms

    def code_now(self, at: float) -> int | None:
        """The summary code that the last half a minute would earn."""
        recent = [
            sums
            for second, sums in self.recent.items()
            if at - NOW_MS <= (second + 1) * 1000 and second * 1000 <= at
        ]
        if sum(sums.ms for sums in recent) < NOW_LEAST_MS:
            return None
        figures = _figures(recent)
        return None if figures is None else call_code(figures)

    def _add_rates(self, fabric: _Fabric, sample: FabricSample, second: int) -> None:
        both = (self.all, self.recent[second])
        seconds = max(1, round(sample.span_ms / 1000))
        if sample.rtt_ms is not None:
            for sums in both:
                sums.round_trips.add(sample.rtt_ms, seconds)
        if sample.available_kbps is None:
            return
        others = [
            other
            for other in self.fabrics.values()
            if other is not fabric and abs(other.at - sample.at) <= _TOGETHER_MS
        ]
        together = sample.available_kbps + sum(other.kbps for other in others)
        for sums in both:
            if sample.available_limited:
                sums.limited.add(together, seconds)
            elif not any(other.limited for other in others):
                sums.at_least.add(together, seconds)

    def _add_media(self, fabric: _Fabric, sample: FabricSample, second: int) -> None:
        heard = any(s.packets for s in sample.streams if s.direction == "inbound")
        arrives = heard or sample.down_kbps > _NOTHING_KBPS
        for stream in sample.streams:
            if stream.direction != "inbound":
                continue
            key, back = str(stream.ssrc), False
            still = stream.media != "audio" and stream.packet_rate <= _STILL_RATE
            if stream.packets and not still:
                back = fabric.silent.pop(key, False)
            else:
                fabric.silent[key] = fabric.silent.get(key, False) or arrives
                if fabric.silent[key]:
                    continue
            for sums in (self.all, self.recent[second]):
                _add_stream(sums, stream, sample.span_ms, back)
        if len(fabric.silent) > len(sample.streams):
            there = {str(stream.ssrc) for stream in sample.streams}
            fabric.silent = {key: value for key, value in fabric.silent.items() if key in there}


def _add_stream(sums: _Sums, stream: StreamSample, span_ms: float, back: bool) -> None:
    if stream.media == "audio":
        if stream.total_samples and stream.concealed_samples is not None:
            sums.samples += stream.total_samples
            sums.concealed += stream.concealed_samples
        elif stream.total_samples is None and stream.loss is not None and stream.loss < 1:
            samples = stream.packets / (1 - stream.loss) * _PACKET_SAMPLES
            sums.samples += samples
            sums.concealed += samples * stream.loss
    elif stream.frozen_ms is not None:
        # A freeze is counted when it ends: of one that was a camera switched off, only this end.
        sums.frozen_ms += min(stream.frozen_ms, span_ms) if back else stream.frozen_ms
        sums.picture_ms += span_ms


def _figures(parts: list[_Sums]) -> CallFigures | None:
    samples = sum(part.samples for part in parts)
    picture_ms = sum(part.picture_ms for part in parts)
    if not samples and not picture_ms:
        return None
    limited, at_least, trips = Histogram(), Histogram(), Histogram()
    for part in parts:
        limited.merge(part.limited)
        at_least.merge(part.at_least)
        trips.merge(part.round_trips)
    trip = trips.percentile(0.5)
    return CallFigures(
        available_kbps=_median(limited, at_least),
        concealed=min(1.0, sum(p.concealed for p in parts) / samples) if samples else None,
        frozen=min(1.0, sum(p.frozen_ms for p in parts) / picture_ms) if picture_ms else None,
        one_way_ms=None if trip is None else trip / 2,
    )


def _median(known: Histogram, at_least: Histogram) -> float | None:
    """Where half of the seconds had no more than this; None where that is not known."""
    left = known.count + at_least.count
    share = 1.0
    censored = {index: times for index, _, times in at_least.levels()}
    values = {index: value for index, value, _ in known.levels()}
    events = {index: times for index, _, times in known.levels()}
    for index in sorted(censored.keys() | events.keys()):
        if times := events.get(index, 0):
            share *= 1 - times / left
            if share <= 0.5:
                return values[index]
        left -= times + censored.get(index, 0)
    return None
