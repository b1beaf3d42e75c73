"""Access links drawn at random, for the accuracy bench: a pure function of a seed and a number.

What a link is like, each of these drawn by itself:

========== ========================================================================================
rate       the narrower direction 0.1 to 30 Mbit/s, log-uniform; one link in five has equal rates,
           in the others the wider direction carries 1 to 8 times as much (log-uniform), but not
           more than 30 Mbit/s; either direction is as likely the narrower
delay      one way, 2 to 300 ms, log-uniform; on half of the links the same both ways, on the
           others each direction for itself
jitter     none on a third of the links; else up to 40 ms (uniform): on both directions, on the
           uplink or on the downlink alone, or on the downlink a part of the uplink's
loss       none on a third of the links; else of the whole loop up to 10 %, the square of a uniform
           draw, so that half of them are below 2.5 %: on the uplink, on the downlink, or halved
bursts     of mean length 1 on half of the lossy links, else 1 to 10 packets (uniform), the same on
           both directions
queue      15 to 2000 ms, log-uniform, each direction for itself; never less than four full packets
========== ========================================================================================

A change here makes other links of the same seed: results of before and after are then no longer
comparable, so mind it.
"""

import math
from random import Random

from tests.net.direction import Direction
from tests.net.scenario import Scenario

__all__ = ["draw"]

RATE_BPS = (0.1e6, 30e6)
WIDER = (1.0, 8.0)
EQUAL_RATES = 0.2
DELAY_MS = (2.0, 300.0)
JITTER_MS = 40.0
LOSS = 0.1
BURST = (1.0, 10.0)
QUEUE_MS = (15.0, 2000.0)


def draw(seed: int, number: int) -> Scenario:
    """The link of this number; equal arguments give equal links on every machine."""
    # A text seed goes through SHA-512, in every version of Python alike.
    random = Random(f"link {seed} {number}")
    rates = _rates(random)
    delays = _delays(random)
    jitters = _jitters(random)
    losses, burst = _losses(random)
    queues = [_log_uniform(random, *QUEUE_MS) for _ in range(2)]
    up, down = (
        Direction(
            rate_bps=rates[way],
            queue_ms=round(queues[way], 1),
            delay_ms=round(delays[way], 2),
            jitter_ms=round(jitters[way], 2),
            loss=round(losses[way], 5),
            burst=burst if losses[way] else 1.0,
        )
        for way in range(2)
    )
    return Scenario(
        name=f"drawn-{seed}-{number}",
        description=f"Link {number} of seed {seed}, drawn at random.",
        up=up,
        down=down,
    )


def _log_uniform(random: Random, low: float, high: float) -> float:
    return math.exp(random.uniform(math.log(low), math.log(high)))


def _rates(random: Random) -> tuple[int, int]:
    narrow = round(_log_uniform(random, *RATE_BPS))
    equal = random.random() < EQUAL_RATES
    ratio = _log_uniform(random, *WIDER)
    uplink_is_narrow = random.random() < 0.5
    if equal:
        return narrow, narrow
    wide = min(round(narrow * ratio), round(RATE_BPS[1]))
    return (narrow, wide) if uplink_is_narrow else (wide, narrow)


def _delays(random: Random) -> tuple[float, float]:
    up, down = (_log_uniform(random, *DELAY_MS) for _ in range(2))
    return (up, up) if random.random() < 0.5 else (up, down)


def _jitters(random: Random) -> tuple[float, float]:
    none = random.random() < 1 / 3
    jitter = random.uniform(0, JITTER_MS)
    part = random.random()
    where = random.randrange(4)
    if none:
        return 0.0, 0.0
    return [(jitter, jitter), (jitter, 0.0), (0.0, jitter), (jitter, jitter * part)][where]


def _losses(random: Random) -> tuple[tuple[float, float], float]:
    none = random.random() < 1 / 3
    loop = LOSS * random.random() ** 2
    where = random.randrange(3)
    single = random.random() < 0.5
    burst = 1.0 if single else round(random.uniform(*BURST), 2)
    if none:
        return (0.0, 0.0), 1.0
    half = 1 - math.sqrt(1 - loop)
    return [(loop, 0.0), (0.0, loop), (half, half)][where], burst
