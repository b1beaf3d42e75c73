"""Which of the tested servers a call had better use: ``connectionRecommendation``.

The scores are the callstats API's as it means them; its published client scored without data, so
that only acceptability ordered its servers::

    round trip   worst below 350, 250, 150, 100 ms              +1, +2, +3, +5    each on top of
                 median below 200, 150, 100 ms                  +1, +3, +5        the others
    loss         from 15: worst from 0.04, 0.025, 0.01          -3, -1, -1
                 median from 0.04, 0.025, 0.005                 -5, -3, -2
    throughput   median above 5000, 2000, 200 kbit/s            +5, +2, +1
                 least below 100, 1000, 2000 kbit/s             -3, -2, -1        not below 0

A figure that no test had scores nothing.
"""

from collections.abc import Sequence
from statistics import median
from typing import Any

import msgspec

__all__ = ["KEPT", "ServerResult", "connection_recommendation"]

KEPT = 100
"""Results that count, of all servers together: the last ones."""

LEAST_KBPS = 30.0
MOST_LOSS = 0.05
MOST_RTT_MS = 400.0
"""The medians between which a server is acceptable."""


class ServerResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one run found of one server; None is what it did not find."""

    provider: str
    """The server's label, or its URL."""

    rtt_ms: float | None = None
    jitter_ms: float | None = None
    loss: float | None = None
    """Fraction 0..1."""

    throughput_kbps: float | None = None


def connection_recommendation(results: Sequence[ServerResult]) -> dict[str, Any]:
    """The object that is told after the last server of a run.

    :param results: in the order of their time.
    :returns: ``aggregatedStats`` in the order in which the providers came, and
        ``providerRanking``, the best first.
    """
    providers: dict[str, list[ServerResult]] = {}
    for result in results[-KEPT:]:
        providers.setdefault(result.provider, []).append(result)
    ranked = sorted(  # stable: of equal ones the one that came first
        providers, key=lambda name: (not _acceptable(providers[name]), -_score(providers[name]))
    )
    return {
        "aggregatedStats": [
            {
                "provider": name,
                "roundTripTime": _median(_rtts(found)),
                "jitter": _median([one.jitter_ms for one in found if one.jitter_ms is not None]),
                "fractionLost": _median(_losses(found)),
                "throughput": _median(_rates(found)),
            }
            for name, found in providers.items()
        ],
        "providerRanking": [
            {"provider": name, "acceptable": _acceptable(providers[name])} for name in ranked
        ],
    }


def _rtts(found: list[ServerResult]) -> list[float]:
    return [one.rtt_ms for one in found if one.rtt_ms is not None]


def _losses(found: list[ServerResult]) -> list[float]:
    return [one.loss for one in found if one.loss is not None]


def _rates(found: list[ServerResult]) -> list[float]:
    return [one.throughput_kbps for one in found if one.throughput_kbps is not None]


def _median(values: list[float]) -> float | None:
    return median(values) if values else None


def _acceptable(found: list[ServerResult]) -> bool:
    """Whether a call over it would do; one that was never reached would not."""
    rtts, losses, rates = _rtts(found), _losses(found), _rates(found)
    if not (rtts or losses or rates):
        return False
    return not (
        (rates and median(rates) < LEAST_KBPS)
        or (losses and median(losses) > MOST_LOSS)
        or (rtts and median(rtts) > MOST_RTT_MS)
    )


def _score(found: list[ServerResult]) -> int:
    score = 0
    if rtts := _rtts(found):
        worst, middle = max(rtts), median(rtts)
        score += sum(
            points for limit, points in ((350, 1), (250, 2), (150, 3), (100, 5)) if worst < limit
        )
        score += sum(points for limit, points in ((200, 1), (150, 3), (100, 5)) if middle < limit)
    if losses := _losses(found):
        worst, middle = max(losses), median(losses)
        score += 15
        score -= sum(
            points for limit, points in ((0.04, 3), (0.025, 1), (0.01, 1)) if worst >= limit
        )
        score -= sum(
            points for limit, points in ((0.04, 5), (0.025, 3), (0.005, 2)) if middle >= limit
        )
    if rates := _rates(found):
        least, middle = min(rates), median(rates)
        rate = sum(points for limit, points in ((5000, 5), (2000, 2), (200, 1)) if middle > limit)
        rate -= sum(points for limit, points in ((100, 3), (1000, 2), (2000, 1)) if least < limit)
        score += max(rate, 0)
    return score
