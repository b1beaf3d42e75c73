"""The threshold rule: what a call over the measured path will be like, by fixed limits.

docs/verdict-rule.md tells it in plain words, with the numbers and their sources. It judges where
no model can be used. In short, each figure of a server becomes a class::

    loss       good, minor, bad, terrible     of the call-like stream over the relayed loop
    latency    good, minor, bad               round trip to the server = one way in a call
    raised     no, yes                        jitter, or a very long queue under load: minor issues
    tier       insufficient .. excellent      what a call can use of the throughput

and the classes become a code by :func:`notifier.quality.code_of`. A figure that is worse never
gives a better status. Nothing here raises, whatever was measured.
"""

import math
from collections.abc import Sequence

from notifier.codes import BY_SUMMARY
from notifier.forecast.capacity import capacity_of, direction
from notifier.forecast.causes import Cause
from notifier.forecast.odds import class_odds, figure, loss_error, reach_odds, rtt_error
from notifier.forecast.reading import Reading, code_odds, color_odds
from notifier.forecast.thresholds import Thresholds
from notifier.measurement import ServerMeasurement
from notifier.prediction import Known
from notifier.quality import Grade, Tier, code_of

__all__ = ["read"]


def read(
    server: ServerMeasurement,
    reachable: Sequence[ServerMeasurement],
    thresholds: Thresholds,
    known: Known,
) -> Reading:
    """Read one server; never raises.

    :param reachable: all servers of the run that work: they share the access link.
    :param known: what earlier runs have found, for a run that measured less.
    """
    t, errors, missing = thresholds, thresholds.errors, thresholds.missing

    loss = figure(server.loss_fraction)
    loss_limits = (t.loss.minor, t.loss.bad, t.loss.terrible)
    loss_odds: Sequence[float] = missing.loss
    if loss is not None:
        loss_odds = class_odds(loss, loss_error(server, loss, errors), loss_limits)
    loss_grade = Grade(_class(loss, loss_limits) or 0)

    rtt = figure(server.rtt_ms.median if server.rtt_ms is not None else None)
    latency_limits = (t.latency.minor_ms, t.latency.bad_ms)
    latency_odds: Sequence[float] = missing.latency
    if rtt is not None:
        latency_odds = class_odds(rtt, rtt_error(server, rtt, errors), latency_limits)
    latency_grade = Grade(_class(rtt, latency_limits) or 0)

    jitter, queue = figure(server.jitter_ms), figure(server.loaded_rtt_ms)
    jitter_odds = reach_odds(jitter, errors.jitter_relative, t.jitter.minor_ms, missing.jitter)
    queue_odds = reach_odds(queue, errors.queue_relative, t.queue.minor_ms, missing.queue)
    uneven = jitter is not None and jitter >= t.jitter.minor_ms
    bloated = queue is not None and queue >= t.queue.minor_ms

    tier, tier_odds = _bandwidth(server, reachable, thresholds, known)

    raised = uneven or bloated
    code = code_of(loss_grade, latency_grade, tier, raised=raised)
    raised_odds = 1 - (1 - jitter_odds) * (1 - queue_odds)
    odds = code_odds(loss_odds, latency_odds, tier_odds, raised_odds)
    sure = color_odds(odds)[BY_SUMMARY[code].color]
    confidence = min(1.0, max(0.0, sure * t.confidence.ceiling))

    # (weight, cause), in the order that breaks ties.
    found = [
        (_weight(loss_grade), Cause.LOSS),
        (_weight(latency_grade), Cause.LATENCY),
        (1 if uneven else 0, Cause.JITTER),
        (_tier_weight(tier), direction(server.throughput_kbps, errors.throughput_relative)),
        (1 if bloated else 0, Cause.BUFFERBLOAT),
    ]
    found.sort(key=lambda item: -item[0])
    return Reading(
        server=server,
        code=code,
        confidence=confidence,
        odds=odds,
        causes=tuple(cause for weight, cause in found if weight),
        rtt_ms=math.inf if rtt is None else rtt,
    )


def _bandwidth(
    server: ServerMeasurement,
    reachable: Sequence[ServerMeasurement],
    thresholds: Thresholds,
    known: Known,
) -> tuple[Tier, Sequence[float]]:
    """The tier, and how likely each is.

    This server's own figure, else the best of another one in this run (the access link, which
    they share, is what mostly limits), else the last full run's. With none at all, the tier is
    taken for good, the lower of the green ones.
    """
    b, errors = thresholds.bandwidth, thresholds.errors
    limits = (b.poor_kbps, b.fair_kbps, b.good_kbps, b.excellent_kbps)
    relative = errors.throughput_relative
    capacity, at_least = capacity_of(server.throughput_kbps)
    if capacity is None:
        relative = errors.throughput_elsewhere_relative
        others = [capacity_of(other.throughput_kbps)[0] for other in reachable]
        capacity = max((other for other in others if other is not None), default=None)
    if capacity is None:
        capacity, _ = capacity_of(known.throughput)
    if capacity is None:
        return Tier.GOOD, thresholds.missing.bandwidth
    usable = capacity * b.usable_share
    tier = Tier(_class(usable, limits) or 0)
    odds = class_odds(usable, usable * relative, limits)
    if at_least:
        # The probe stopped at its own ceiling: lower tiers are out of the question.
        odds = [0.0] * tier + [sum(odds[: tier + 1])] + odds[tier + 1 :]
    return tier, odds


def _weight(grade: Grade) -> int:
    """3 for a bad figure, 1 for minor issues."""
    return {Grade.GOOD: 0, Grade.MINOR: 1}.get(grade, 3)


def _tier_weight(tier: Tier) -> int:
    """3 for a bad figure; 2 where there is no video, 1 where it is poor: both are not green."""
    return {Tier.INSUFFICIENT: 3, Tier.POOR: 2, Tier.FAIR: 1}.get(tier, 0)


def _class(value: float | None, limits: Sequence[float]) -> int | None:
    return None if value is None else sum(value >= limit for limit in limits)
