"""How far a model gets that is told what the emulator was set to, in place of what a probe found.

The same learner, rows and groups as :mod:`notifier.training`, on the networks that are not held
out, full runs alone; only the figures are other ones. So it is about what measuring better could
give with as many networks: what is left is chance in the calls, what the figures do not say, and
too few networks to learn from. What somebody else's TCP flow leaves is nobody's setting; it is
reckoned to take half of its direction while it sends, as in :mod:`tests.collect.truth`.
"""

import math
from collections.abc import Sequence

import msgspec

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.judge import judge
from notifier.forecast.model import Model
from notifier.forecast.thresholds import default_thresholds
from notifier.measurement import Interval, Intervals, RoundTrip, RunMeasurement, Throughput
from notifier.quality import call_code
from notifier.training.dataset import Case
from notifier.training.fit import model_file
from notifier.training.validate import Forecast, cross_validate
from tests.collect.dataset import Line
from tests.collect.draw import Network
from tests.collect.markdown import table
from tests.collect.rivals import mean_kbps, perfect
from tests.net.direction import Direction

__all__ = ["ceiling", "truthful"]

TCP_SHARE = 0.5
"""Of its direction, for somebody else's TCP flow while it sends."""

LOSSY = 0.01

PACKETS = 10**6
"""Behind the loss, which is exact."""

P95 = 1.96
"""Standard deviations, of half-normal jitter."""


def ceiling(lines: Sequence[Line]) -> str:
    """The comparison by kinds of links, as a table; held-out networks take no part in it."""
    taught = [line for line in lines if not line.held_out]
    kinds = {line.name: _kind(line.network) for line in taught}
    told = {
        "the probe's figures": [_case(line, line.full) for line in taught],
        "the emulator's settings": [_case(line, truthful(line)) for line in taught],
    }
    forecasts = {
        f"models, by {name}": cross_validate(cases, lambda some: Model(model_file("truth", some)))
        for name, cases in told.items()
    }
    forecasts["threshold rule, by the probe's figures"] = [_by_the_rule(line) for line in taught]
    rows: list[list[object]] = []
    for name, found in forecasts.items():
        for kind in (*KINDS, "all"):
            some = [one for one in found if kind in {kinds[one.case], "all"}]
            rows.append([name, kind, *_counts(some)])
    header = ("forecast", "links", "networks", "same code", "same colour", "too good", "too bad")
    return table(header, rows)


KINDS = ("steady, hardly any loss", "steady, 1 % lost or more", "rate in steps", "second flow")


def _by_the_rule(line: Line) -> Forecast:
    judgement = judge(line.full, default_thresholds())
    return Forecast(
        case=line.name,
        light=False,
        code=judgement.summary_code,
        odds=judgement.confidence,
        call=call_code(line.calls[0]),
    )


def _kind(network: Network) -> str:
    if network.cross is not None:
        return KINDS[3]
    if network.up.rate_steps or network.down.rate_steps:
        return KINDS[2]
    return KINDS[(perfect(network).loss or 0.0) >= LOSSY]


def _counts(found: Sequence[Forecast]) -> list[int]:
    """All, same code, same colour, and how many colours were too good and too bad."""
    off = [_goodness(one.code) - _goodness(one.call) for one in found]
    same = sum(one.code == one.call for one in found)
    good, bad = sum(each > 0 for each in off), sum(each < 0 for each in off)
    return [len(found), same, off.count(0), good, bad]


def _goodness(code: int) -> int:
    return (Color.RED, Color.AMBER, Color.GREEN).index(BY_SUMMARY[code].color)


def _case(line: Line, full: RunMeasurement) -> Case:
    return Case(
        name=line.name,
        family=line.family,
        held_out=line.held_out,
        light=None,
        full=full,
        calls=line.calls,
    )


def truthful(line: Line) -> RunMeasurement:
    """The full run, as a probe would report it that knows the link's settings and looks for ever.

    Round trip: the delays, and as its spread the jitter and the queue that somebody else's TCP flow
    fills. Throughput: in the mean over steps and flows, and from the least to the most there is.
    """
    network, settings = line.network, perfect(line.network)
    delay, loss = settings.rtt_ms or 0.0, settings.loss or 0.0
    ways = ((_left(network, "up"), network.up), (_left(network, "down"), network.down))
    (low, mean, high), narrow = min(ways, key=lambda way: way[0][1])
    jitter = math.hypot(network.up.jitter_ms, network.down.jitter_ms)
    bursts = [way.burst for way in (network.up, network.down) if way.loss]
    server = msgspec.structs.replace(
        line.full.servers[0],
        rtt_ms=RoundTrip(min=delay, median=delay, p95=delay + P95 * jitter + _filled_ms(network)),
        jitter_ms=jitter,
        loss_fraction=loss,
        loss_burst=max(bursts, default=None),
        throughput_kbps=Throughput(loop=mean, up=None, down=None),
        loaded_rtt_ms=delay + (narrow.queue_ms or 0.0),
        loaded_rtt_at_least=False,
        packets_sent=PACKETS,
        intervals=Intervals(loss_fraction=Interval(loss, loss), loop_kbps=Interval(low, high)),
    )
    return msgspec.structs.replace(line.full, servers=(server,))


def _left(network: Network, name: str) -> tuple[float, float, float]:
    """What a direction leaves to a call, kbit/s: least, in the mean over time, most."""
    way: Direction = getattr(network, name)
    mean = mean_kbps(way)
    shares = [share for _, share in way.rate_steps] or [1.0]
    least, most = ((way.rate_bps or 0) / 1000 * share for share in (min(shares), max(shares)))
    flow = network.cross
    if flow is None or not flow.kind.endswith(name):
        return least, mean, most
    taken = TCP_SHARE if flow.rate_share is None else flow.rate_share
    busy = flow.on_s / (flow.on_s + flow.off_s)
    return least * (1 - taken), mean * (1 - taken * busy), most * (1 if flow.off_s else 1 - taken)


def _filled_ms(network: Network) -> float:
    """The queue that a TCP flow keeps filled."""
    flow = network.cross
    if flow is None or flow.rate_share is not None:
        return 0.0
    return (network.up if flow.kind.endswith("up") else network.down).queue_ms or 0.0
