"""Rules that others publish, as functions from a probe's figures to a summary code.

What is compared is the rule alone: each is fed with the figures of this program's probe, which are
nearer to the truth than its own (docs/accuracy.md), or with perfect ones.
"""

from dataclasses import dataclass

from notifier.measurement import RunMeasurement
from tests.collect.draw import Network
from tests.net.direction import Direction

__all__ = ["Figures", "callstats", "jitsi", "mean_kbps", "measured", "perfect"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What these rules go by; None where it was not measured."""

    loop_kbps: float | None
    """Throughput through the uplink and then the downlink, 1 kbit = 1000 bit."""

    rtt_ms: float | None
    """To the relay and back, which is once through the loop."""

    loss: float | None
    """Of the loop, 0..1."""

    connects: bool = True
    """Something came through the relay."""


def measured(run: RunMeasurement) -> Figures:
    """The probe's figures of the first server that works, or else of none."""
    for server in run.servers:
        if server.works:
            return Figures(
                loop_kbps=server.throughput_kbps.loop if server.throughput_kbps else None,
                rtt_ms=server.rtt_ms.median if server.rtt_ms else None,
                loss=server.loss_fraction,
            )
    return Figures(None, None, None, connects=False)


def perfect(network: Network) -> Figures:
    """What the emulator was set to: the mean rate of the narrower direction, both delays, and the
    losses of both. Jitter, queues and other people's flows are in none of these."""
    up, down = network.up, network.down
    return Figures(
        loop_kbps=min(mean_kbps(up), mean_kbps(down)),
        rtt_ms=up.delay_ms + down.delay_ms,
        loss=1 - (1 - up.loss) * (1 - down.loss),
    )


def mean_kbps(way: Direction) -> float:
    """The rate in the mean over time.

    :raises ValueError: where there is none; every drawn link has one.
    """
    if way.rate_bps is None:
        raise ValueError("the direction has no rate")
    seconds = sum(step for step, _ in way.rate_steps)
    share = sum(step * part for step, part in way.rate_steps) / seconds if seconds else 1.0
    return way.rate_bps * share / 1000


_CALLSTATS_KBPS = (24.0, 150.0, 300.0, 1000.0)
_CALLSTATS_RTT_MS = (150.0, 300.0)
_CALLSTATS_LOSS = (0.05, 0.10)

_MINOR = (50, 55, 60, 65)
_CLEAN = (70, 75, 90, 95)


def callstats(figures: Figures) -> int:
    """The rule of callstats.io's pre-call test for one test, as published.

    Source: the npm package ``callstats-js`` 3.73.16, whose table of 137 rows comes to this:

    =========== ============ ================ =============
    rating      good         ok               bad
    =========== ============ ================ =============
    round trip  < 150 ms     150 .. 300 ms    >= 300 ms
    loss        < 5 %        5 .. 10 %        >= 10 %
    throughput  >= 24 kbit/s (poor from 24, fair 150, good 300, excellent 1000), else bad
    =========== ============ ================ =============

    No media connectivity, or two bad: 10. One bad: 20 loss, 30 round trip, 40 throughput. Round
    trip or loss ok: 50, 55, 60, 65 by throughput. Else 70, 75, 90, 95. Jitter changes no row, and
    what was not measured counts as bad. Its codes are those of this program.
    """
    if not figures.connects:
        return 10
    rtt = _level(figures.rtt_ms, _CALLSTATS_RTT_MS, missing=2)
    loss = _level(figures.loss, _CALLSTATS_LOSS, missing=2)
    tier = _level(figures.loop_kbps, _CALLSTATS_KBPS, missing=0)
    bad = [code for code, is_bad in ((20, loss == 2), (30, rtt == 2), (40, tier == 0)) if is_bad]
    if bad:
        return bad[0] if len(bad) == 1 else 10
    return (_MINOR if rtt or loss else _CLEAN)[tier - 1]


def jitsi(figures: Figures) -> int:
    """The rule of Jitsi Meet's pre-join page for its pre-call test, as published.

    Source: ``react/features/base/premeeting/functions.ts`` in github.com/jitsi/jitsi-meet, commit
    1c8216e. It goes by loss and throughput alone and says one of three words, with details:

    * poor, calls are impossible: no media connectivity, loss > 33 %, or throughput < 8 kbit/s
    * good: loss <= 5 % and throughput >= 750 kbit/s
    * not optimal, all else: no video below 60 kbit/s, video of low quality below 750, sound that
      clips and video that tears (loss > 5 %) or freezes (> 10 %)

    Mapped to the code whose sentence says the same: poor to 10; good to 90, since it has no better
    word; not optimal with loss to 50 without video, 55 with low video, 60 with video; without loss
    to 70 and 75. What was not measured counts as poor.
    """
    loss, kbps = figures.loss, figures.loop_kbps
    if not figures.connects or loss is None or kbps is None or loss > 0.33 or kbps < 8:
        return 10
    video = 0 if kbps < 60 else 1 if kbps < 750 else 2
    return (50, 55, 60)[video] if loss > 0.05 else (70, 75, 90)[video]


def _level(value: float | None, limits: tuple[float, ...], *, missing: int) -> int:
    return missing if value is None else sum(value >= limit for limit in limits)
