"""Where an impairment arises: echoes of the gateway held against the loop through the server.

The loop crosses the local link up and down, and so does an echo. What the local link does to one
it does to the other: loss, jitter and queue of the loop are those of the local link and of all
behind it together. So where the gateway's echoes show as much as the loop does, it arises before
the gateway, and where they show nothing, behind it. In between, and where either figure is too
small or too uncertain, nobody is blamed.

A gateway is a router first: many answer echoes late when they are busy, or only so many a second.
What only its echoes suffer cannot be the link, which the loop crosses too.
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from notifier.measurement import LocalLink, Origin, ServerMeasurement, Side, WifiLink
from notifier.probe.estimate import percentile

__all__ = ["Echo", "LoopFigures", "Phase", "arises", "locate", "rate_limited"]

Phase = Literal["idle", "stream", "load"]
"""What the run does meanwhile: nothing but round trips, the call-like stream, trains."""

ODDS = 0.8
"""How likely it must be that more than half of the loss is on one side, for that side to be named:
four to one."""

LEAST_JITTER = 0.005
"""Seconds; less harms no call, and is what routers' processors and this one make themselves."""

LEAST_QUEUE = 0.02
"""Seconds that the load must add to the loop's round trip, and three times its jitter: less may be
chance, and harms nobody."""

LIKE_THE_LOOP, UNLIKE_IT, BEYOND_IT = 0.78, 0.55, 1.5
"""Gateway's jitter over the loop's: from the first on it is local, up to the second behind the
gateway; from the third on the gateway's processor makes more than the link. Jitters of two links
add in squares, so that 0.7 would be half of each; either is known to about 8 %."""

_QUEUE_LOCAL, _QUEUE_BEYOND, _QUEUE_ODD = 0.5, 0.3, 2.5
"""The same for the delay added under load, which adds up without squares."""

_CALM = 0.02
"""Seconds that the load may add to the gateway's round trip for the echoes of that time to count
for loss too: beyond, the local link's queue may be full."""

_LEAST_ECHOES = 8
"""Answers below which no jitter and no queue are told."""

_SIGNIFICANT = 0.005
_STEADY = ((8, 0.4), (4, 0.15))
"""Gaps between losses, and their coefficient of variation below which they are not random: that of
random ones is near 1."""

# Loss rates tried for either side, each as likely as the next before anything is seen: half of all
# links lose less than one packet in 10,000.
_LEAST_RATE, _MOST_RATE, _RATES = 1e-8, 0.7, 63


@dataclass(frozen=True, slots=True)
class Echo:
    """One echo request to the gateway."""

    phase: Phase
    sent: float
    """Seconds, on the loop's clock."""

    rtt: float | None
    """Seconds; None where no answer has come."""


@dataclass(frozen=True, slots=True)
class LoopFigures:
    """What the run found on the loop through the server, meanwhile."""

    sent: int
    """Packets of the call-like stream; 0 where it says nothing about loss."""

    lost: int
    burst: float = 1.0
    """Mean length of a burst of losses, packets."""

    jitter_s: float | None = None
    queue_s: float | None = None
    """What the load added to the round trip."""

    @classmethod
    def of(cls, server: ServerMeasurement) -> "LoopFigures":
        """From a server's figures; over TCP and TLS, which repair losses late, they say nothing."""
        if server.transport != "udp":
            return cls(sent=0, lost=0)
        queue = None
        if server.loaded_rtt_ms is not None and server.rtt_ms is not None:
            queue = max(0.0, server.loaded_rtt_ms - server.rtt_ms.median) / 1000
        sent = server.packets_sent if server.loss_fraction is not None else 0
        return cls(
            sent=sent,
            lost=round((server.loss_fraction or 0.0) * sent),
            burst=server.loss_burst or 1.0,
            jitter_s=None if server.jitter_ms is None else server.jitter_ms / 1000,
            queue_s=queue,
        )


def locate(
    echoes: Sequence[Echo], loop: LoopFigures, wifi: WifiLink | None = None
) -> LocalLink | None:
    """The record's ``local``; None where the gateway answered nothing and there is no Wi-Fi.

    :param echoes: in the order in which they were sent, without those whose answer may still come.
    """
    if all(echo.rtt is None for echo in echoes):
        return None if wifi is None else LocalLink(wifi=wifi)
    calm = [echo for echo in echoes if echo.phase != "load"]
    loaded = [echo for echo in echoes if echo.phase == "load"]
    before = _answers(calm)
    rtt = statistics.median(before or _answers(loaded))
    loaded_rtt = None
    if len(_answers(loaded)) >= _LEAST_ECHOES:
        loaded_rtt = percentile(_answers(loaded), 0.95)
    if loaded_rtt is not None and loaded_rtt - rtt <= _CALM:
        calm = list(echoes)
    jitter = _jitter([echo for echo in echoes if echo.phase == "stream"])
    limited = rate_limited(calm, loop)
    lost = sum(echo.rtt is None for echo in calm)
    return LocalLink(
        gateway_rtt_ms=round(rtt * 1000, 2),
        gateway_loss_fraction=None if limited or not calm else round(lost / len(calm), 5),
        gateway_jitter_ms=None if jitter is None else round(jitter * 1000, 2),
        gateway_loaded_rtt_ms=None if loaded_rtt is None else round(loaded_rtt * 1000, 2),
        origin=Origin(
            loss=None if limited else _loss_side(calm, loop),
            jitter=_jitter_side(jitter, loop.jitter_s),
            queue=_queue_side(before, loaded_rtt, loop),
        ),
        wifi=wifi,
    )


def arises(gateway: tuple[float, float], loop: tuple[float, float]) -> float:
    """How likely more than half of the loop's loss arises before the gateway, 0..1.

    Each pair is packets lost and packets sent. The loop loses what either side loses, 1 - (1 - g)
    (1 - b); g and b are taken for equally likely on a logarithmic scale before anything is seen,
    so that one small and one large rate is as likely as two alike.
    """
    step = math.log(_MOST_RATE / _LEAST_RATE) / (_RATES - 1)
    rates = [_LEAST_RATE * math.exp(step * number) for number in range(_RATES)]
    passed = [1 - rate for rate in rates]
    logs = [
        [
            _log_likelihood(loop, 1 - here * behind) + _log_likelihood(gateway, 1 - here)
            for behind in passed
        ]
        for here in passed
    ]
    highest = max(max(row) for row in logs)
    weights = [[math.exp(value - highest) for value in row] for row in logs]
    local = sum(
        weight * (1.0 if here > behind else 0.5 if here == behind else 0.0)
        for here, row in enumerate(weights)
        for behind, weight in enumerate(row)
    )
    return local / sum(map(sum, weights))


def rate_limited(echoes: Sequence[Echo], loop: LoopFigures) -> bool:
    """Whether the gateway answers only so many echoes, so that the rest are not lost.

    Either it lost more than the loop did, which crosses the same link, by more than chance
    (Fisher's exact test, one-sided), or what it left unanswered comes as regularly as a clock.
    """
    lost = sum(echo.rtt is None for echo in echoes)
    if loop.sent and _more_than_chance(lost, len(echoes), loop.lost, loop.sent):
        return True
    # What is rarer, lost or answered: when did each run of it begin?
    rarer = [(echo.rtt is None) == (lost * 2 <= len(echoes)) for echo in echoes]
    begun = [
        echo.sent
        for echo, (before, now) in zip(echoes, pairwise([False, *rarer]), strict=True)
        if now and not before
    ]
    gaps = [after - before for before, after in pairwise(begun)]
    if not gaps:
        return False
    variation = statistics.pstdev(gaps) / max(statistics.fmean(gaps), 1e-9)
    return any(len(gaps) >= count and variation < limit for count, limit in _STEADY)


def _loss_side(echoes: Sequence[Echo], loop: LoopFigures) -> Side | None:
    if loop.lost == 0 or not echoes:
        return None
    lost = sum(echo.rtt is None for echo in echoes)
    # Losses in bursts of b are worth as much as single ones among 2b - 1 times fewer packets.
    packets, own = 2 * max(1.0, loop.burst) - 1, 2 * _burst(echoes) - 1
    local = arises((lost / own, len(echoes) / own), (loop.lost / packets, loop.sent / packets))
    if local >= ODDS:
        return "local"
    return "beyond" if local <= 1 - ODDS else None


def _jitter_side(gateway: float | None, loop: float | None) -> Side | None:
    if gateway is None or loop is None or loop < LEAST_JITTER:
        return None
    ratio = gateway / loop
    if ratio <= UNLIKE_IT:
        return "beyond"
    return "local" if LIKE_THE_LOOP <= ratio <= BEYOND_IT else None


def _queue_side(calm: Sequence[float], loaded: float | None, loop: LoopFigures) -> Side | None:
    """Round trips to the gateway before the load, and their 95th percentile under it."""
    if loaded is None or not calm or loop.queue_s is None:
        return None
    if loop.queue_s < max(LEAST_QUEUE, 3 * (loop.jitter_s or 0.0)):
        return None
    if (loaded - statistics.median(calm)) / loop.queue_s <= _QUEUE_BEYOND:
        return "beyond"
    # What uneven answers reach without a load as well is no queue.
    ratio = (loaded - percentile(calm, 0.95)) / loop.queue_s
    return "local" if _QUEUE_LOCAL <= ratio <= _QUEUE_ODD else None


def _answers(echoes: Iterable[Echo]) -> list[float]:
    return [echo.rtt for echo in echoes if echo.rtt is not None]


def _jitter(echoes: Sequence[Echo]) -> float | None:
    """Mean change of the round trip between answered neighbours, as of the loop's stream."""
    answers = _answers(echoes)
    if len(answers) < _LEAST_ECHOES:
        return None
    return statistics.fmean(abs(after - before) for before, after in pairwise(answers))


def _burst(echoes: Sequence[Echo]) -> float:
    lost = [echo.rtt is None for echo in echoes]
    runs = sum(now and not before for before, now in pairwise([False, *lost]))
    return sum(lost) / runs if runs else 1.0


def _log_likelihood(seen: tuple[float, float], rate: float) -> float:
    lost, sent = seen
    return lost * math.log(rate) + (sent - lost) * math.log1p(-rate)


def _more_than_chance(lost: int, sent: int, lost_elsewhere: int, sent_elsewhere: int) -> bool:
    """Whether so many of these would be lost by chance, were both lost alike: hypergeometric."""
    both, of = lost + lost_elsewhere, sent + sent_elsewhere
    every = math.comb(of, both)
    tail = sum(
        math.comb(sent, count) * math.comb(sent_elsewhere, both - count)
        for count in range(lost, min(both, sent) + 1)
    )
    return tail < _SIGNIFICANT * every
