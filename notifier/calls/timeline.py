"""A call over its time: a point a second for the graph, one in ten seconds for the record.

The connections of a call are sampled at moments of their own. A second's point has what each of
them had last, unless that was too long ago for it to be going on still.
"""

from collections.abc import Iterable

import msgspec

from notifier.calls.live import LivePoint
from notifier.calls.record import TimePoint
from notifier.calls.sample import FabricSample, StreamSample

__all__ = ["FRESH_MS", "RECENT", "TIMELINE_LIMIT", "Timeline", "loss_of"]

RECENT = 300
"""Points of the graph: five minutes."""

FRESH_MS = 2500.0
"""How long a connection's rates hold without new ones: one sample may be missing."""

STEP_MS = 10_000.0
"""Between the points of the record."""

TIMELINE_LIMIT = 8640
"""Points of the record: a day. Of a longer call the last day is kept."""


class Moment(msgspec.Struct, array_like=True):
    """What went over one connection, or all of them; written as a list, for there are many."""

    at: float
    up_kbps: float
    down_kbps: float
    rtt_ms: float | None
    loss: float | None


class Timeline(msgspec.Struct):
    """All points of one call."""

    last: dict[str, Moment] = {}
    """Of each connection, by its ID."""

    recent: list[Moment] = []
    """The last one is of the second that goes on."""

    step: list[Moment] = []
    """The seconds of the ten that go on, but the last."""

    steps: list[Moment] = []

    def add(self, fabric_id: str, sample: FabricSample) -> None:
        """One connection's last second; samples come in the order of their time."""
        losses = [loss_of(sample.streams, direction) for direction in ("inbound", "outbound")]
        self.last[fabric_id] = Moment(
            round(sample.at),
            round(sample.up_kbps, 1),
            round(sample.down_kbps, 1),
            None if sample.rtt_ms is None else round(sample.rtt_ms, 1),
            max((round(loss, 4) for loss in losses if loss is not None), default=None),
        )
        point = self.now(sample.at)
        if self.recent and self.recent[-1].at // 1000 == point.at // 1000:
            self.recent[-1] = point
            return
        if self.recent:
            self._passed(self.recent[-1])
        self.recent.append(point)
        del self.recent[:-RECENT]

    def forget(self, fabric_id: str) -> None:
        """This connection has ended."""
        self.last.pop(fabric_id, None)

    def now(self, at: float) -> Moment:
        """What went over all connections together at this time."""
        fresh = [moment for moment in self.last.values() if moment.at > at - FRESH_MS]
        return Moment(
            round(at),
            round(sum(moment.up_kbps for moment in fresh), 1),
            round(sum(moment.down_kbps for moment in fresh), 1),
            max((moment.rtt_ms for moment in fresh if moment.rtt_ms is not None), default=None),
            max((moment.loss for moment in fresh if moment.loss is not None), default=None),
        )

    def points(self) -> tuple[LivePoint, ...]:
        """Of the last five minutes, the oldest first."""
        return tuple(
            LivePoint(point.at, point.up_kbps, point.down_kbps, point.rtt_ms, point.loss)
            for point in self.recent
        )

    def record(self) -> tuple[TimePoint, ...]:
        """Of the whole call, with what there is of the last ten seconds."""
        going_on: dict[float, list[Moment]] = {}
        for second in [*self.step, *self.recent[-1:]]:
            going_on.setdefault(second.at // STEP_MS, []).append(second)
        steps = [*self.steps, *map(_mean, going_on.values())]
        return tuple(
            TimePoint(
                timestamp=step.at,
                up_kbps=step.up_kbps,
                down_kbps=step.down_kbps,
                rtt_ms=step.rtt_ms,
                loss_fraction=step.loss,
            )
            for step in steps
        )

    def _passed(self, point: Moment) -> None:
        if self.step and self.step[0].at // STEP_MS != point.at // STEP_MS:
            self.steps.append(_mean(self.step))
            del self.steps[:-TIMELINE_LIMIT]
            self.step = []
        self.step.append(point)


def loss_of(streams: Iterable[StreamSample], direction: str) -> float | None:
    """The fraction of all packets that went this way and were lost; None where nobody says."""
    sent = lost = 0.0
    known = False
    for stream in streams:
        if stream.direction != direction or stream.loss is None:
            continue
        known = True
        # An outbound stream counts what was sent, an inbound one what arrived of it.
        whole = stream.packets
        if direction == "inbound":
            whole = whole / (1 - stream.loss) if stream.loss < 1 else max(whole, 1.0)
        sent += whole
        lost += whole * stream.loss
    return lost / sent if sent else (0.0 if known else None)


def _mean(seconds: list[Moment]) -> Moment:
    rtts = [second.rtt_ms for second in seconds if second.rtt_ms is not None]
    losses = [second.loss for second in seconds if second.loss is not None]
    return Moment(
        seconds[0].at // STEP_MS * STEP_MS,
        round(sum(second.up_kbps for second in seconds) / len(seconds), 1),
        round(sum(second.down_kbps for second in seconds) / len(seconds), 1),
        round(sum(rtts) / len(rtts), 1) if rtts else None,
        round(sum(losses) / len(losses), 4) if losses else None,
    )
