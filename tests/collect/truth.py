"""What held a call back, judged by somebody who knows the link: which causes are acceptable.

Only what spoilt the code counts: of a red one the ratings that are bad, of an amber one those that
are minor and the bandwidth where it is too small for green. Each of them is put down to what the
emulator was set to::

    bandwidth   the direction that carries too little, or that somebody else fills; but loss, jitter
                or delay where the line carries far more than the sender dared to send
    latency     latency where the delays of the link are as long as what queued, or long enough
                alone; bufferbloat where the queue was; and the bandwidth where not even the least
                that a call sends fits
    loss        loss where the link loses, jitter where its packets come unevenly; where it does
                neither, the direction that overflows, and its queue: bufferbloat where that is
                long, loss where it is short

How far random loss holds back Chromium's congestion control was seen in the data set: at 5 to 10 %
it uses between a quarter and three quarters of the line. The limits here are judgement, drawn so
that a cause which a careful engineer would dispute is not in the set.
"""

from dataclasses import dataclass

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.quality import (
    CallFigures,
    Grade,
    Tier,
    call_code,
    latency_grade,
    loss_grade,
    tier_of,
)
from tests.collect.draw import CrossFlow, Network
from tests.collect.rivals import mean_kbps
from tests.net.direction import Direction

__all__ = ["acceptable_causes"]

GREEN_KBPS, LEAST_KBPS = 800.0, 60.0
"""What a sender needs for a green code, and for one that is not red by its bandwidth alone."""

USABLE = 0.85
"""Share of a rate at IP level that a lone sender finds available, in the mean of clean links."""

SPARE = 1.1
"""A rate that is this much above what is needed is not too small."""

USED, HARDLY_USED = 0.6, 0.4
"""Shares of the rate below which something else than the rate may hold the sender back, and surely
does."""

LOSS_CUTS, LOSS_HEARD, LOSS_ALONE = 0.02, 0.01, 0.03
"""Losses of the loop from which the sender slows down, from which something is missing for a
moment, and from which no other reason is needed."""

JITTER_CUTS_MS, JITTER_HEARD_MS = 15.0, 20.0
LONG_LOOP_MS = 300.0
"""From which the sender takes longer to find its rate than the warm-up lasts."""

CRAMPED_KBPS = 300.0
"""Of a rate below this sound and picture disturb each other."""

HARDLY_CALL_KBPS = 150.0
"""Below this the least that Chromium sends (30 kbit/s of picture, the sound, repeats) queues."""

LONG_QUEUE_MS, SHORT_QUEUE_MS = 300.0, 100.0
ALIKE = 1.15
"""Of two rates, none is the narrower one within this."""

JITTER_DELAY = 0.8
"""Of its deviation, what half-normal jitter adds to the delay in the mean."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What a direction leaves to the call."""

    cause: Cause
    mean_kbps: float
    lowest_kbps: float
    """In the worst of its steps."""

    queue_ms: float
    """How long the queue can become, in the worst of its steps."""

    filled: bool
    """Somebody else's TCP flow takes what there is."""

    stepping: bool


def acceptable_causes(network: Network, call: CallFigures) -> frozenset[Cause]:
    """The causes of which each would do as the first that is named; none for a green call."""
    color = BY_SUMMARY[call_code(call)].color
    if color is Color.GREEN:
        return frozenset()
    ways = (_way(network.up, network.cross, "up"), _way(network.down, network.cross, "down"))
    if not call.connected:
        return frozenset(_of_loss(network, ways, Tier.INSUFFICIENT))
    worst = Grade.BAD if color is Color.RED else Grade.MINOR
    tier = tier_of(call)
    causes: set[Cause] = set()
    if loss_grade(call) >= worst:
        causes |= _of_loss(network, ways, tier)
    if latency_grade(call) >= worst:
        causes |= _of_latency(network, ways, call)
    if tier <= (Tier.INSUFFICIENT if color is Color.RED else Tier.FAIR):
        causes |= _of_bandwidth(network, ways, call)
    return frozenset(causes)


def _way(way: Direction, cross: CrossFlow | None, name: str) -> _Way:
    assert way.rate_bps is not None
    assert way.queue_ms is not None
    left, filled = 1.0, False
    if cross is not None and cross.kind.endswith(name):
        filled = cross.rate_share is None
        busy = cross.on_s / (cross.on_s + cross.off_s)
        left = 1 - (cross.rate_share or 0.5) * busy
    lowest = min((share for _, share in way.rate_steps), default=1.0)
    return _Way(
        cause=Cause.BANDWIDTH_UP if name == "up" else Cause.BANDWIDTH_DOWN,
        mean_kbps=mean_kbps(way) * left,
        lowest_kbps=way.rate_bps / 1000 * lowest * left,
        queue_ms=way.queue_ms / lowest,
        filled=filled,
        stepping=bool(way.rate_steps),
    )


def _of_bandwidth(network: Network, ways: tuple[_Way, _Way], call: CallFigures) -> set[Cause]:
    needed = LEAST_KBPS if tier_of(call) is Tier.INSUFFICIENT else GREEN_KBPS
    rate = min(way.lowest_kbps for way in ways)
    used = (call.available_kbps or 0.0) / rate
    others = _of_a_cautious_sender(network) if used < USED else set()
    causes = set(others)
    if any(way.filled for way in ways):
        causes |= _filled(ways)
    elif rate * USABLE < needed * SPARE and (used >= HARDLY_USED or not others):
        causes |= _narrow(ways)
    return causes or _narrow(ways)


def _of_a_cautious_sender(network: Network) -> set[Cause]:
    """Why it does not use the rate there is."""
    if _loss(network) >= LOSS_CUTS:
        return {Cause.LOSS}
    if _jitter_ms(network) >= JITTER_CUTS_MS:
        return {Cause.JITTER}
    if network.up.delay_ms + network.down.delay_ms >= LONG_LOOP_MS:
        return {Cause.LATENCY}
    return set()


def _filled(ways: tuple[_Way, _Way]) -> set[Cause]:
    """By somebody else; the call's congestion control gives way to a queue that this makes."""
    causes = set()
    for way in ways:
        if way.filled:
            causes.add(way.cause)
            if way.queue_ms >= LONG_QUEUE_MS:
                causes.add(Cause.BUFFERBLOAT)
    return causes


def _narrow(ways: tuple[_Way, _Way]) -> set[Cause]:
    """The narrower direction, in the mean or at the worst; all words for it where none is."""
    causes = set[Cause]()
    up, down = ways
    for there, back in ((up.mean_kbps, down.mean_kbps), (up.lowest_kbps, down.lowest_kbps)):
        if max(there, back) <= ALIKE * min(there, back):
            return {Cause.BANDWIDTH, Cause.BANDWIDTH_UP, Cause.BANDWIDTH_DOWN}
        causes.add(up.cause if there < back else down.cause)
    return causes


def _of_latency(network: Network, ways: tuple[_Way, _Way], call: CallFigures) -> set[Cause]:
    limit = 400.0 if latency_grade(call) >= Grade.BAD else 200.0
    up, down = network.up, network.down
    uneven = JITTER_DELAY * (up.jitter_ms + down.jitter_ms)
    bare = up.delay_ms + down.delay_ms + uneven
    queued = max(0.0, (call.one_way_ms or 0.0) - bare)
    causes = set()
    if bare >= limit or bare >= queued:
        causes.add(Cause.LATENCY)
        if uneven > bare / 2:
            causes.add(Cause.JITTER)
    if queued >= limit or queued > bare:
        causes.add(Cause.BUFFERBLOAT)
        if min(way.lowest_kbps for way in ways) < HARDLY_CALL_KBPS:
            causes |= _narrow(ways)
    return causes


def _of_loss(network: Network, ways: tuple[_Way, _Way], tier: Tier) -> set[Cause]:
    loss = _loss(network)
    causes = {Cause.LOSS} if loss >= LOSS_HEARD else set()
    if loss >= LOSS_ALONE and min(way.lowest_kbps for way in ways) >= HARDLY_CALL_KBPS:
        return causes
    if _jitter_ms(network) >= JITTER_HEARD_MS:
        causes.add(Cause.JITTER)
    overflowing = {way for way in ways if way.filled or way.stepping}
    cramped = min(way.lowest_kbps for way in ways) * USABLE < CRAMPED_KBPS
    if overflowing or cramped or not causes:
        causes |= _overflow(ways, overflowing, tier)
    return causes


def _overflow(ways: tuple[_Way, _Way], overflowing: set[_Way], tier: Tier) -> set[Cause]:
    """Of a direction's queue: of those that are known to, or of the narrower one."""
    names = {way.cause for way in overflowing} or _narrow(ways)
    queues = [way.queue_ms for way in ways if way.cause in names]
    causes = set(names) if overflowing or tier < Tier.GOOD else set[Cause]()
    if max(queues) >= LONG_QUEUE_MS:
        causes.add(Cause.BUFFERBLOAT)
    if min(queues) < SHORT_QUEUE_MS:
        causes.add(Cause.LOSS)
    return causes or names


def _loss(network: Network) -> float:
    return 1 - (1 - network.up.loss) * (1 - network.down.loss)


def _jitter_ms(network: Network) -> float:
    return max(network.up.jitter_ms, network.down.jitter_ms)
