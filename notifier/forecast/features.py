"""What the models look at: the figures of one server of a run, as numbers with names.

One list for training and forecasting; the model's file carries its names, and a model that was
trained on another list is refused. A figure that was not measured is NaN, which LightGBM takes as
"missing".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from notifier.forecast.capacity import capacity_of
from notifier.forecast.causes import Cause
from notifier.forecast.odds import figure
from notifier.measurement import RoundTrip, ServerEntry, ServerMeasurement
from notifier.prediction import Known

__all__ = ["FEATURES", "Feature", "features", "known_from"]

_NAN = math.nan

_MANY = 10**9
"""Packets beyond which a count makes no difference."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One number that a model looks at."""

    name: str
    cause: Cause | None
    """What is to blame where it pulls the forecast down; None: nothing that has a name."""

    worse: int = 0
    """+1: the more, the worse a call can only get; -1: the less; 0: physics does not say."""


FEATURES = (
    Feature("loss", Cause.LOSS, +1),
    Feature("loss_at_most", Cause.LOSS, +1),
    Feature("loss_burst", Cause.LOSS),
    Feature("rtt_ms", Cause.LATENCY, +1),
    Feature("rtt_spread_ms", Cause.JITTER, +1),
    Feature("jitter_ms", Cause.JITTER, +1),
    Feature("loop_kbps", Cause.BANDWIDTH, -1),
    Feature("loop_at_least", Cause.BANDWIDTH),
    Feature("loop_uncertain", Cause.BANDWIDTH),
    Feature("queue_ms", Cause.BUFFERBLOAT),
    Feature("queue_at_least", Cause.BUFFERBLOAT),
    Feature("packets", None),
    Feature("stream_transport", None),
)
"""In the order of the columns."""


def features(
    server: ServerMeasurement, working: Sequence[ServerMeasurement], known: Known
) -> dict[str, float]:
    """The numbers of one server, by the names of :data:`FEATURES`.

    ``loss`` 0..1, of the call-like stream, and the upper end of its 95 % interval; ``loss_burst``
    packets; ``rtt_ms`` median and its distance to the 95th percentile; ``loop_kbps`` at IP level,
    the narrowest figure known, and the width of its 95 % interval over itself; ``queue_ms`` what
    the load added to the round trip; ``packets`` behind the loss.

    :param working: all servers of the run that work; they share the access link, so one that was
        not loaded has the throughput of the best of them, else what is known from earlier runs.
    """
    rtt = _round_trip(server.rtt_ms)
    loss = figure(server.loss_fraction)
    intervals = server.intervals
    at_most = intervals.loss_fraction if intervals is not None else None
    loaded = _loaded(server, working, known)
    loop, at_least, uncertain, loaded_rtt, queue_at_least = loaded
    queue = loaded_rtt - rtt[0] if math.isfinite(loaded_rtt) else _NAN
    return {
        "loss": _share(loss),
        "loss_at_most": _NAN if at_most is None else _share(at_most.high),
        "loss_burst": 0.0 if loss == 0 else _nan(server.loss_burst),
        "rtt_ms": rtt[0],
        "rtt_spread_ms": rtt[1],
        "jitter_ms": _nan(server.jitter_ms),
        "loop_kbps": loop,
        "loop_at_least": at_least,
        "loop_uncertain": uncertain,
        "queue_ms": max(0.0, queue) if math.isfinite(queue) else _NAN,
        "queue_at_least": queue_at_least,
        "packets": float(min(_MANY, max(0, server.packets_sent))),
        "stream_transport": 0.0 if server.transport == "udp" else 1.0,
    }


def known_from(server: ServerEntry) -> Known:
    """What a server's full run leaves for later runs on the same network."""
    if server.throughput_kbps is None:
        return Known()
    return Known(
        throughput=server.throughput_kbps,
        loaded_rtt_ms=server.loaded_rtt_ms,
        loaded_rtt_at_least=server.loaded_rtt_at_least,
    )


def _nan(value: float | None) -> float:
    known = figure(value)
    return _NAN if known is None else known


def _share(value: float | None) -> float:
    known = figure(value)
    return _NAN if known is None else min(1.0, known)


def _round_trip(rtt: RoundTrip | None) -> tuple[float, float]:
    """Median, and the distance to the 95th percentile."""
    if rtt is None:
        return _NAN, _NAN
    median, p95 = _nan(rtt.median), _nan(rtt.p95)
    spread = p95 - median
    return median, _NAN if math.isnan(spread) else max(0.0, spread)


_Loaded = tuple[float, float, float, float, float]
"""Throughput, whether it is a lower bound, how uncertain; loaded round trip, whether a bound."""


def _loaded(
    server: ServerMeasurement, working: Sequence[ServerMeasurement], known: Known
) -> _Loaded:
    own = _own_load(server)
    if own is not None:
        return own
    others = [load for other in working if (load := _own_load(other)) is not None]
    if others:
        loop, at_least, uncertain, _, _ = max(others)
        return loop, at_least, uncertain, _NAN, 0.0
    rate, at_least = capacity_of(known.throughput)
    return (
        _nan(rate),
        float(at_least),
        _NAN,
        _nan(known.loaded_rtt_ms),
        float(known.loaded_rtt_at_least),
    )


def _own_load(server: ServerMeasurement) -> _Loaded | None:
    narrow, at_least = capacity_of(server.throughput_kbps)
    if narrow is None:
        return None
    intervals = server.intervals
    interval = intervals.loop_kbps if intervals is not None else None
    width = _NAN if interval is None else _nan(interval.high - interval.low) / max(1.0, narrow)
    return (
        narrow,
        float(at_least),
        width,
        _nan(server.loaded_rtt_ms),
        float(server.loaded_rtt_at_least),
    )
