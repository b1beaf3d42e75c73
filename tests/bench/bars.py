"""How near each figure of the probe came to the truth: the bars of the accuracy bench.

Each figure of the record has a :class:`Bar`: how far off it was on a link, and whether that is near
enough.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from notifier.measurement import Interval, ServerMeasurement
from tests.bench.record import LinkRecord, Outcome
from tests.bench.truth import Truth, loss_deviation, truth_of

__all__ = [
    "ACCURACY",
    "APART",
    "CEILING_KBPS",
    "CLASSES",
    "COST",
    "INTERVALS",
    "LIGHT",
    "NEAR",
    "OWN_MS",
    "Bar",
    "Case",
    "Classes",
    "Sample",
    "above_ceiling",
    "apart",
    "bottleneck",
    "run_s",
]

CEILING_KBPS = 10_000
"""From this rate on the probe may stop and say "at least"."""

NEAR = 0.1
"""Of the true rate."""

APART = 1.5
"""Where the directions differ by this factor, the probe has to name the narrower one."""

OWN_MS = 0.5
"""What the machine itself adds to a time: kernel, emulator and server, which the link's parameters
do not know. ping's round trips on an idle link are 0.2 ms longer than these say."""

LONG_QUEUE_MS = 200
ENOUGH_BURSTS = 5


@dataclass(frozen=True)
class Case:
    """One link with what our probe, or a rival, found on it."""

    record: LinkRecord
    outcome: Outcome

    @cached_property
    def truth(self) -> Truth:
        """What there was to find."""
        return truth_of(self.record.link)

    @property
    def server(self) -> ServerMeasurement:
        """What our probe found."""
        assert self.outcome.own is not None
        return self.outcome.own.measurement.servers[0]

    @property
    def jitter_ms(self) -> float:
        """Of the direction that has more."""
        return max(self.record.link.up.jitter_ms, self.record.link.down.jitter_ms)


@dataclass(frozen=True, slots=True)
class Sample:
    """How far off a figure was."""

    error: float
    right: bool


Judge = Callable[[Case], Sample | None]
_Reader = Callable[[ServerMeasurement], Interval | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of the report."""

    name: str
    unit: str
    """Of the error: "%" multiplies it by 100."""

    wanted: str
    applies: Callable[[Case], bool]
    judge: Judge
    """None where the probe did not give the figure."""


# How far off each figure is


def _within(found: float, true: float, share: float) -> Sample:
    error = abs(found - true) / true
    return Sample(error, error <= share)


def _not_above(found: float, true: float, share: float) -> Sample:
    """An "at least": wrong only where it claims more than there is."""
    error = max(0.0, found / true - 1)
    return Sample(error, error <= share)


def _loop(case: Case) -> Sample | None:
    found = case.server.throughput_kbps
    if found is None:
        return None
    true = case.truth.loop_kbps
    if found.loop_at_least and true >= CEILING_KBPS:
        return _not_above(found.loop, true, NEAR)
    return _within(found.loop, true, NEAR)


def _early_stop(case: Case) -> bool:
    found = case.server.throughput_kbps
    return bool(found and found.loop_at_least and case.truth.loop_kbps < CEILING_KBPS)


def _up(case: Case) -> Sample | None:
    found = case.server.throughput_kbps
    if found is None or found.up is None:
        return None
    compare = _not_above if found.up_at_least else _within
    return compare(found.up, case.truth.up_kbps, NEAR)


def _up_told(case: Case) -> bool:
    found = case.server.throughput_kbps
    return found is not None and found.up is not None and not found.up_at_least


def bottleneck(server: ServerMeasurement) -> str | None:
    """Which direction the probe says is the narrower one: "up", "down", or None: not told."""
    found = server.throughput_kbps
    if found is None or found.up is None or found.down is None:
        return None
    up_is_known, down_is_known = not found.up_at_least, not found.down_at_least
    if up_is_known and (found.up < found.down or (found.up == found.down and not down_is_known)):
        return "up"
    if down_is_known and (found.down < found.up or (found.up == found.down and not up_is_known)):
        return "down"
    return None


def apart(case: Case) -> bool:
    truth = case.truth
    return max(truth.up_kbps, truth.down_kbps) >= APART * truth.loop_kbps


def above_ceiling(case: Case) -> bool:
    """The loop is wider than the probe has to look, and it said so."""
    found = case.server.throughput_kbps
    return bool(found and found.loop_at_least and case.truth.loop_kbps >= CEILING_KBPS)


def _loss_points(case: Case) -> Sample | None:
    found = case.server.loss_fraction
    if found is None:
        return None
    error = abs(found - case.truth.loss)
    return Sample(error, error <= 0.003)


def _loss_z(case: Case) -> Sample | None:
    found, packets = case.server.loss_fraction, case.server.packets_sent
    if found is None or not packets:
        return None
    z = abs(found - case.truth.loss) / loss_deviation(case.record.link, packets)
    return Sample(z, z <= 2)


def _burst(case: Case) -> Sample | None:
    found, true = case.server.loss_burst, case.truth.burst
    if found is None or true is None:
        return None
    return _within(found, true, 0.3)


def _rtt_sample(found: float, true: float) -> Sample:
    error = abs(found - true)
    return Sample(error, error <= max(3.0, 0.03 * true))


def _rtt(case: Case) -> Sample | None:
    found = case.server.rtt_ms
    return None if found is None else _rtt_sample(found.median, case.truth.rtt_ms)


def _ping(case: Case) -> Sample | None:
    own = case.outcome.own
    if own is None or not own.ping_ms:
        return None
    return _rtt_sample(median(own.ping_ms), case.truth.rtt_ms)


def _rtt_by_ping(case: Case) -> Sample | None:
    own, found = case.outcome.own, case.server.rtt_ms
    if own is None or not own.ping_ms or found is None:
        return None
    return _rtt_sample(found.median, median(own.ping_ms))


def _jitter(case: Case) -> Sample | None:
    found = case.server.jitter_ms
    if found is None:
        return None
    error = abs(found - case.truth.jitter_ms)
    return Sample(error, error <= max(3.0, 0.2 * case.truth.jitter_ms))


def _loaded(case: Case) -> Sample | None:
    found = case.server.loaded_rtt_ms
    if found is None:
        return None
    compare = _not_above if case.server.loaded_rtt_at_least else _within
    return compare(found, case.truth.loaded_rtt_ms, 0.2)


def _queue_seen(case: Case) -> Sample | None:
    found = case.server.loaded_rtt_ms
    if found is None:
        return None
    return Sample((found - case.truth.rtt_ms) / case.truth.queue_ms, True)


def _long_queue(case: Case) -> bool:
    return case.truth.queue_ms >= LONG_QUEUE_MS


def run_s(case: Case) -> float:
    assert case.outcome.own is not None
    return case.outcome.own.measurement.duration_ms / 1000


def _seconds(case: Case) -> Sample:
    """Five seconds at a round trip of 100 ms, nine at 600, in between in proportion."""
    rtt_ms = min(600.0, max(100.0, case.truth.rtt_ms))
    return _at_most(run_s(case), 5 + 4 * (rtt_ms - 100) / 500)


def _at_most(value: float, limit: float) -> Sample:
    return Sample(value, value <= limit)


def _cost(case: Case) -> Sample:
    limit = 150 if case.truth.loop_kbps <= 500 else 600
    return _at_most(case.outcome.octets.client / 1000, limit)


def _cpu(case: Case) -> Sample:
    assert case.outcome.own is not None
    return _at_most(case.outcome.own.cpu_s, 2)


def _always(case: Case) -> bool:
    del case
    return True


ACCURACY = (
    Bar("throughput of the loop", "%", "median 4, 90th 10", _always, _loop),
    Bar("… where it said at least below 10 Mbit/s", "%", "the same", _early_stop, _loop),
    Bar("uplink's rate", "%", "10", _always, _up),
    Bar("… where it is told, and not as at least", "%", "10", _up_told, _up),
    Bar(
        "false loss, loss-free links",
        "points",
        "0.3",
        lambda case: not case.truth.loss,
        _loss_points,
    ),
    Bar(
        "loss, standard deviations of the packets sent",
        "",
        "95 % within 2",
        lambda case: case.truth.loss > 0,
        _loss_z,
    ),
    Bar(
        f"burst length, {ENOUGH_BURSTS} bursts or more to be expected",
        "%",
        "30",
        lambda c: c.truth.bursts_per_packet * c.server.packets_sent >= ENOUGH_BURSTS,
        _burst,
    ),
    Bar("round trip", "ms", "3 ms or 3 %", _always, _rtt),
    Bar("… against ping's median", "ms", "3 ms or 3 %", _always, _rtt_by_ping),
    Bar("(ping's median against the truth)", "ms", "3 ms or 3 %", _always, _ping),
    Bar("jitter", "ms", "3 ms or 20 %", _always, _jitter),
    Bar(
        f"loaded round trip, queue of {LONG_QUEUE_MS} ms or more",
        "%",
        "20",
        lambda case: _long_queue(case) and not case.server.loaded_rtt_at_least,
        _loaded,
    ),
    Bar(
        "… where it said at least: by how much it claims too much",
        "%",
        "20",
        lambda case: _long_queue(case) and case.server.loaded_rtt_at_least,
        _loaded,
    ),
    Bar(
        "… where it said at least: the share of the queue it saw",
        "%",
        "",
        lambda case: _long_queue(case) and case.server.loaded_rtt_at_least,
        _queue_seen,
    ),
)

COST = (
    Bar("time of a full run", "s", "5 at 100 ms, 9 at 600 ms", _always, _seconds),
    Bar(
        "octets of a full run",
        "kB",
        "600; 150 up to 500 kbit/s",
        _always,
        _cost,
    ),
    Bar("processor time", "s", "2", _always, _cpu),
)

LIGHT = (
    Bar(
        "time of a light run, round trip up to 100 ms",
        "s",
        "2",
        lambda case: case.truth.rtt_ms <= 100,
        lambda case: _at_most(run_s(case), 2),
    ),
    Bar(
        "octets of a light run",
        "kB",
        "25",
        _always,
        lambda case: _at_most(case.outcome.octets.client / 1000, 25),
    ),
    Bar(
        "loss seen where it is 5 % or more",
        "points",
        "any",
        lambda case: case.truth.loss >= 0.05,
        lambda case: (
            None
            if case.server.loss_fraction is None
            else Sample(
                abs(case.server.loss_fraction - case.truth.loss), bool(case.server.loss_fraction)
            )
        ),
    ),
    Bar("round trip of a light run", "ms", "3 ms or 3 %", _always, _rtt),
)

Classes = Sequence[tuple[str, Callable[[Case], bool]]]

CLASSES: Classes = (
    ("all", _always),
    ("below 0.5 Mbit/s", lambda case: case.truth.loop_kbps < 500),
    ("0.5 to 2 Mbit/s", lambda case: 500 <= case.truth.loop_kbps < 2000),
    ("2 to 10 Mbit/s", lambda case: 2000 <= case.truth.loop_kbps < CEILING_KBPS),
    ("10 Mbit/s and more", lambda case: case.truth.loop_kbps >= CEILING_KBPS),
    (
        "loss up to 5 %, jitter up to 30 ms",
        lambda case: case.truth.loss <= 0.05 and case.jitter_ms <= 30,
    ),
    (
        "loss above 5 % or jitter above 30 ms",
        lambda case: case.truth.loss > 0.05 or case.jitter_ms > 30,
    ),
    ("round trip up to 100 ms", lambda case: case.truth.rtt_ms <= 100),
    ("round trip above 100 ms", lambda case: case.truth.rtt_ms > 100),
)


def _interval(field: str, told: Callable[[ServerMeasurement], bool]) -> _Reader:
    """Reads one interval; what was told as "at least" only has none."""

    def read(server: ServerMeasurement) -> Interval | None:
        if server.intervals is None or not told(server):
            return None
        found: Interval | None = getattr(server.intervals, field)
        return found

    return read


def _rate_told(way: str) -> Callable[[ServerMeasurement], bool]:
    def told(server: ServerMeasurement) -> bool:
        found = server.throughput_kbps
        return found is not None and not getattr(found, f"{way}_at_least")

    return told


INTERVALS: tuple[tuple[str, _Reader, Callable[[Truth], float]], ...] = (
    ("rttMs", _interval("rtt_ms", lambda _: True), lambda truth: truth.rtt_ms),
    ("jitterMs", _interval("jitter_ms", lambda _: True), lambda truth: truth.jitter_ms),
    ("lossFraction", _interval("loss_fraction", lambda _: True), lambda truth: truth.loss),
    ("loopKbps", _interval("loop_kbps", _rate_told("loop")), lambda truth: truth.loop_kbps),
    ("upKbps", _interval("up_kbps", _rate_told("up")), lambda truth: truth.up_kbps),
    ("downKbps", _interval("down_kbps", _rate_told("down")), lambda truth: truth.down_kbps),
    (
        "loadedRttMs",
        _interval("loaded_rtt_ms", lambda server: not server.loaded_rtt_at_least),
        lambda truth: truth.loaded_rtt_ms,
    ),
)
