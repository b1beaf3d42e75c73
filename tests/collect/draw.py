"""The access networks of the data set of real calls: a pure function of a seed and a number.

On each network a full probe runs, then a reference call whose media cross the uplink and then the
downlink. What is drawn lies around the places where such a call changes its class: 60, 250, 800
and 2000 kbit/s for the sender, 200 and 400 ms one way round the loop, and the losses, bursts,
jitter and queues at which audio is concealed and video freezes. Where calls are fine or hopeless
anyway less is drawn.

Networks come in families, the groups of a grouped cross-validation; ``number % len(FAMILIES)`` is
the family, so that any prefix of the numbers covers all families evenly. Some families are access
networks that people have (``fibre`` .. ``far-relay``), some stress one property of a link, and
``mixture`` draws each property by itself. Rates and delays are log-uniform, and so are loss
(of the whole loop; it falls on the uplink, on the downlink, or on both alike) and queues (each
direction for itself); jitter, bursts, cross traffic and rate steps are uniform.

A change here makes other networks of the same seed: calls of before and after must then not be
put into one data set under the same numbers.
"""

import math
from dataclasses import dataclass
from random import Random
from typing import Literal

import msgspec

from tests.net.direction import Direction

__all__ = ["FAMILIES", "CrossFlow", "Network", "called_twice", "draw", "held_out"]

Kind = Literal["tcp-up", "tcp-down", "udp-up", "udp-down"]
Range = tuple[float, float]

RATE_KBPS = (50.0, 20_000.0)
"""The emulator runs in userspace: above 20 Mbit/s it would be the machine that is measured."""

TCP_BPS = 10_000_000
"""A TCP flow fills its direction all the time, so that it is drawn on slower ones only."""

ROUNDS = 4
"""Of so many consecutive networks of one family one is held out."""

REORDERED = 0.1
"""Share of the networks with jitter on which packets may overtake each other."""


class CrossFlow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody else's flow over the same link, while the probe and the call run."""

    kind: Kind

    rate_share: float | None = None
    """Of its direction's rate, for UDP; TCP takes what it gets, and has None."""

    on_s: float
    """Seconds that it sends, then it is silent for ``off_s``, and so on."""

    off_s: float = 0.0
    """0: it never stops."""


class Network(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An access link, and who else is on it."""

    number: int
    family: str
    up: Direction
    down: Direction
    cross: CrossFlow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traits:
    """What networks of a family have in common: ranges to draw from, and how many have it."""

    kbps: Range
    """Of the narrower direction, IP level."""

    wider: Range = (1.0, 4.0)
    """So many times as much the other direction carries."""

    narrow_up: float = 0.8
    delay_ms: Range
    """Of one direction; the other one has 0.8 to 1.25 times as much."""

    jittery: float = 0.3
    jitter_ms: Range = (0.5, 6.0)
    lossy: float = 0.15
    loss: Range = (0.001, 0.03)
    burst: Range = (1.0, 3.0)
    queue_ms: Range = (30.0, 400.0)
    crossed: float = 0.0
    kinds: tuple[Kind, ...] = ("tcp-up", "tcp-down", "udp-up", "udp-down")
    stepping: float = 0.0
    """Share of the networks whose rate changes in time."""


FAMILIES: dict[str, tuple[_Traits, ...]] = {
    # A family of several kinds draws one of them for each network, all as likely.
    "fibre": (_Traits(kbps=(2500, 18_000), delay_ms=(1, 20), lossy=0.1, loss=(0.001, 0.01)),),
    "cable": (
        _Traits(
            kbps=(1000, 9000),
            wider=(1.5, 8),
            narrow_up=1.0,
            delay_ms=(4, 25),
            jittery=0.7,
            queue_ms=(60, 1200),
            crossed=0.25,
        ),
    ),
    "adsl": (
        _Traits(
            kbps=(250, 4000),
            wider=(3, 12),
            narrow_up=1.0,
            delay_ms=(8, 35),
            lossy=0.3,
            queue_ms=(80, 1500),
            crossed=0.3,
            kinds=("tcp-up", "tcp-down"),
        ),
    ),
    "mobile-good": (
        _Traits(
            kbps=(1000, 10_000),
            delay_ms=(12, 50),
            jittery=0.9,
            jitter_ms=(1, 12),
            queue_ms=(80, 800),
            stepping=0.2,
        ),
    ),
    "mobile-weak": (
        _Traits(
            kbps=(50, 1500),
            delay_ms=(30, 200),
            jittery=0.95,
            jitter_ms=(4, 40),
            lossy=0.6,
            loss=(0.005, 0.25),
            burst=(1, 6),
            queue_ms=(150, 2000),
            stepping=0.4,
        ),
    ),
    "satellite": (
        # In a geostationary orbit, then in a low one, whose rate changes with the satellite.
        _Traits(kbps=(400, 6000), delay_ms=(270, 330), jittery=0.6, jitter_ms=(1, 20), lossy=0.3),
        _Traits(
            kbps=(1000, 12_000),
            delay_ms=(12, 45),
            jittery=1.0,
            jitter_ms=(2, 15),
            lossy=0.6,
            burst=(1, 8),
            stepping=0.4,
        ),
    ),
    "wifi-busy": (
        _Traits(
            kbps=(1000, 9000),
            wider=(1, 2),
            narrow_up=0.5,
            delay_ms=(3, 25),
            jittery=1.0,
            jitter_ms=(3, 55),
            lossy=0.8,
            loss=(0.01, 0.25),
            burst=(2, 10),
            stepping=0.4,
        ),
    ),
    "wifi-far": (
        _Traits(
            kbps=(50, 8000),
            wider=(1, 3),
            delay_ms=(3, 30),
            jittery=0.9,
            jitter_ms=(2, 30),
            lossy=0.8,
            loss=(0.01, 0.25),
            burst=(1, 6),
        ),
    ),
    "hotel": (
        _Traits(
            kbps=(500, 6000),
            wider=(1, 3),
            narrow_up=0.6,
            delay_ms=(5, 40),
            jittery=0.6,
            jitter_ms=(1, 20),
            lossy=0.3,
            queue_ms=(150, 2500),
            crossed=0.7,
        ),
    ),
    "vpn": (
        _Traits(
            kbps=(500, 8000),
            delay_ms=(35, 260),
            jitter_ms=(1, 15),
            jittery=0.6,
            lossy=0.4,
            loss=(0.002, 0.12),
        ),
    ),
    "far-relay": (_Traits(kbps=(1500, 15_000), delay_ms=(50, 330), lossy=0.2, loss=(0.001, 0.02)),),
    "mixture": (
        _Traits(
            kbps=(50, 8000),
            wider=(1, 8),
            narrow_up=0.5,
            delay_ms=(5, 260),
            jittery=0.6,
            jitter_ms=(0.5, 60),
            lossy=0.6,
            loss=(0.002, 0.25),
            burst=(1, 12),
            queue_ms=(15, 2500),
            crossed=0.2,
            stepping=0.2,
        ),
    ),
    "changing-rate": (
        _Traits(
            kbps=(400, 12_000),
            wider=(1, 3),
            narrow_up=0.5,
            delay_ms=(5, 60),
            queue_ms=(40, 1200),
            stepping=1.0,
        ),
    ),
    "asymmetric": (
        _Traits(
            kbps=(50, 6000),
            wider=(4, 25),
            narrow_up=0.6,
            delay_ms=(5, 60),
            queue_ms=(15, 1500),
            crossed=0.15,
        ),
    ),
    "cross-traffic": (
        _Traits(
            kbps=(600, 9000),
            narrow_up=0.6,
            delay_ms=(4, 50),
            queue_ms=(30, 2500),
            crossed=1.0,
            lossy=0.1,
        ),
    ),
    "shallow-queue": (
        _Traits(
            kbps=(120, 6000),
            narrow_up=0.5,
            delay_ms=(4, 100),
            queue_ms=(15, 60),
            lossy=0.3,
            loss=(0.003, 0.2),
            crossed=0.15,
        ),
    ),
    "bloated-queue": (
        _Traits(
            kbps=(120, 6000), narrow_up=0.6, delay_ms=(4, 80), queue_ms=(500, 2500), crossed=0.5
        ),
    ),
    "burst-loss": (
        _Traits(
            kbps=(700, 9000),
            narrow_up=0.5,
            delay_ms=(4, 90),
            lossy=1.0,
            loss=(0.008, 0.25),
            burst=(2, 12),
        ),
    ),
}
"""What is drawn from which ranges; the order decides which number belongs to which family."""


def draw(seed: int, number: int) -> Network:
    """The network of this number; equal arguments give equal networks on every machine."""
    # A text seed goes through SHA-512, in every version of Python alike.
    random = Random(f"network {seed} {number}")
    family = _family(number)
    traits = random.choice(FAMILIES[family])
    rates = _rates(random, traits)
    delays = _delays(random, traits)
    jitters, reorder = _jitters(random, traits)
    losses, burst = _losses(random, traits)
    steps = _steps(random, traits)
    up, down = (
        Direction(
            rate_bps=rates[way],
            queue_ms=round(_log_uniform(random, traits.queue_ms), 1),
            delay_ms=delays[way],
            jitter_ms=jitters[way],
            reorder=reorder,
            loss=losses[way],
            burst=burst if losses[way] else 1.0,
            rate_steps=steps[way],
        )
        for way in range(2)
    )
    cross = _cross(random, traits, *rates)
    return Network(number=number, family=family, up=up, down=down, cross=cross)


def held_out(number: int) -> bool:
    """Whether the network of this number is for the test and never for training.

    One of each family's :data:`ROUNDS` consecutive networks is, whatever the seed of the drawing:
    which networks these are was decided before there was anything to train.
    """
    block = number // (len(FAMILIES) * ROUNDS)
    chosen = Random(f"held out {block} {_family(number)}").randrange(ROUNDS)
    return number // len(FAMILIES) % ROUNDS == chosen


def called_twice(number: int) -> bool:
    """Whether a second call follows: how far two calls agree is the most a forecast can reach."""
    return held_out(number)


def _family(number: int) -> str:
    return list(FAMILIES)[number % len(FAMILIES)]


def _log_uniform(random: Random, limits: Range) -> float:
    low, high = limits
    return math.exp(random.uniform(math.log(low), math.log(high)))


def _rates(random: Random, traits: _Traits) -> tuple[int, int]:
    narrow = round(1000 * _log_uniform(random, traits.kbps))
    wide = min(round(narrow * _log_uniform(random, traits.wider)), round(1000 * RATE_KBPS[1]))
    return (narrow, wide) if random.random() < traits.narrow_up else (wide, narrow)


def _delays(random: Random, traits: _Traits) -> tuple[float, float]:
    one = _log_uniform(random, traits.delay_ms)
    other = one * _log_uniform(random, (0.8, 1.25))
    return round(one, 2), round(other, 2)


def _jitters(random: Random, traits: _Traits) -> tuple[tuple[float, float], bool]:
    """Of both directions, of one, or less downwards than upwards; and whether it reorders."""
    none = random.random() >= traits.jittery
    jitter = random.uniform(*traits.jitter_ms)
    part = random.random() * jitter
    where = random.randrange(4)
    reorder = random.random() < REORDERED
    if none:
        return (0.0, 0.0), False
    up, down = [(jitter, jitter), (jitter, 0.0), (0.0, jitter), (jitter, part)][where]
    return (round(up, 2), round(down, 2)), reorder


def _losses(random: Random, traits: _Traits) -> tuple[tuple[float, float], float]:
    none = random.random() >= traits.lossy
    loop = _log_uniform(random, traits.loss)
    where = random.randrange(3)
    burst = round(random.uniform(*traits.burst), 2)
    if none:
        return (0.0, 0.0), 1.0
    half = 1 - math.sqrt(1 - loop)
    up, down = [(loop, 0.0), (0.0, loop), (half, half)][where]
    return (round(up, 5), round(down, 5)), burst


def _steps(random: Random, traits: _Traits) -> list[tuple[Range, ...]]:
    """Of both directions: alike, as on a radio whose reception changes, or of one alone."""
    none = random.random() >= traits.stepping
    count = random.randint(2, 4)
    # It begins with the whole rate, and may come down to a seventh of it.
    shares = [1.0] + [round(random.uniform(0.15, 0.95), 3) for _ in range(count - 1)]
    steps = tuple((round(random.uniform(1.5, 10), 1), share) for share in shares)
    where = random.randrange(4)
    if none:
        return [(), ()]
    return [[steps, steps], [steps, steps], [steps, ()], [(), steps]][where]


def _cross(random: Random, traits: _Traits, up: int, down: int) -> CrossFlow | None:
    none = random.random() >= traits.crossed
    kind = random.choice(traits.kinds)
    share = round(random.uniform(0.15, 0.8), 3)
    on = round(random.uniform(2, 12), 1)
    off = round(random.uniform(2, 12), 1) if random.random() < 0.6 else 0.0
    if none:
        return None
    if kind == "tcp-up" and up > TCP_BPS:
        kind = "udp-up"
    if kind == "tcp-down" and down > TCP_BPS:
        kind = "udp-down"
    udp = kind.startswith("udp")
    return CrossFlow(kind=kind, rate_share=share if udp else None, on_s=on, off_s=off)
