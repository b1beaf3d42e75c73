"""What a perfect probe would find on a drawn link, from the link's parameters alone.

Rates and queues are read off, losses follow from the two Gilbert chains (:mod:`tests.net.direction`
has the model), and what depends on jitter is simulated: a packet waits for those before it, so
that the figures have no closed form.
"""

import math
import statistics
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from tests.net.direction import Direction
from tests.net.scenario import Scenario

__all__ = ["Truth", "loss_deviation", "truth_of"]

REQUEST, RESPONSE = 48, 116
"""Octets at IP level of a STUN Binding request and of coturn's answer to it."""

STREAM_PACKET = 188
"""Octets at IP level of a packet of the call-like stream (docs/numbers.md)."""

STREAM_INTERVAL = 0.02
"""Seconds between two of them."""

_SAMPLES = 20_000


@dataclass(frozen=True, slots=True)
class Truth:
    """Rates in kbit/s at IP level, times in milliseconds."""

    up_kbps: float
    down_kbps: float
    rtt_ms: float
    """Median of a Binding request's round trip on the idle link: delays, the half-normal jitter of
    both directions, the sending times of request and answer."""

    jitter_ms: float
    """RFC 3550 jitter of the call-like stream round the loop: the mean change of the delay from
    one packet to the next, order kept."""

    loss: float
    """Of the loop, 0..1."""

    burst: float | None
    """Mean length of a run of lost packets round the loop; None on a loss-free link."""

    bursts_per_packet: float
    """Runs of lost packets that begin, by packets sent."""

    queue_ms: float
    """What the queue of the narrower direction holds, as the time its sending takes."""

    @property
    def loop_kbps(self) -> float:
        """The narrower of both directions."""
        return min(self.up_kbps, self.down_kbps)

    @property
    def loaded_rtt_ms(self) -> float:
        """The round trip while the queue of the narrower direction is full."""
        return self.rtt_ms + self.queue_ms


def truth_of(link: Scenario) -> Truth:
    """The truth about a link; both directions must have a rate."""
    up, down = link.up, link.down
    up_rate, down_rate = _rate(up), _rate(down)
    narrow = up if up_rate <= down_rate else down
    loss = 1 - (1 - up.loss) * (1 - down.loss)
    starts = (1 - loss) * (1 - (1 - _enter(up)) * (1 - _enter(down)))
    return Truth(
        up_kbps=up_rate / 1000,
        down_kbps=down_rate / 1000,
        rtt_ms=_rtt_ms(up, down),
        jitter_ms=_jitter_ms(up, down),
        loss=loss,
        burst=loss / starts if loss else None,
        bursts_per_packet=starts,
        queue_ms=narrow.queue_limit() * 8000 / _rate(narrow),
    )


def loss_deviation(link: Scenario, packets: int) -> float:
    """Standard deviation of the share lost of so many packets round the loop.

    Binomial where losses are independent, larger where they come in bursts: neighbours of a
    Gilbert chain correlate with r = 1 - leave - enter, k packets apart with r**k.
    """
    reach = round(packets * (1 - link.up.loss))
    return math.hypot(
        _deviation(link.up, packets) * (1 - link.down.loss),
        _deviation(link.down, reach) * (1 - link.up.loss),
    )


def _deviation(way: Direction, packets: int) -> float:
    if not way.loss or not packets:
        return 0.0
    correlation = 1 - 1 / way.burst - _enter(way) if way.burst > 1 else 0.0
    inflation = 1 + 2 * sum(
        (1 - apart / packets) * correlation**apart for apart in range(1, packets)
    )
    return math.sqrt(way.loss * (1 - way.loss) / packets * inflation)


def _enter(way: Direction) -> float:
    """The probability that a packet is lost after one that was not."""
    if way.burst > 1:
        return way.loss / (way.burst * (1 - way.loss))
    return way.loss


def _rate(way: Direction) -> int:
    if way.rate_bps is None:
        raise ValueError("a link of the bench has a rate in both directions")
    return way.rate_bps


def _rtt_ms(up: Direction, down: Direction) -> float:
    sending = REQUEST * 8000 / _rate(up) + RESPONSE * 8000 / _rate(down)
    random = Random(0)
    added = [
        abs(random.gauss(0, up.jitter_ms)) + abs(random.gauss(0, down.jitter_ms))
        for _ in range(_SAMPLES if up.jitter_ms or down.jitter_ms else 1)
    ]
    return up.delay_ms + down.delay_ms + sending + statistics.median(added)


def _jitter_ms(up: Direction, down: Direction) -> float:
    if not up.jitter_ms and not down.jitter_ms:
        return 0.0
    random = Random(0)
    sent = [number * STREAM_INTERVAL * 1000 for number in range(_SAMPLES)]
    arrived = _carry(_carry(sent, up, random), down, random)
    delays = [there - here for here, there in zip(sent, arrived, strict=True)]
    return statistics.fmean(abs(after - before) for before, after in pairwise(delays))


def _carry(entered: list[float], way: Direction, random: Random) -> list[float]:
    """When packets come out that enter at these milliseconds, as ``link.c`` reckons it."""
    sending = STREAM_PACKET * 8000 / _rate(way)
    free = last = -math.inf
    out = []
    for at in entered:
        free = max(free, at) + sending
        last = max(last, free + way.delay_ms + abs(random.gauss(0, way.jitter_ms)))
        out.append(last)
    return out
