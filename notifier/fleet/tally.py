"""The figures of one client: what the service tells goes in, series come out.

Counters and histograms only grow until the whole is begun anew, so that a snapshot which is never
sent costs nothing: the next one has its sum in it. Nothing that recognises a person, a machine or a
network is ever put in; what identifies the client stands beside the figures
(:mod:`notifier.fleet.identity`), if at all.
"""

import contextlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping

import msgspec

from notifier.calls.record import CallRecord
from notifier.codes import BY_SUMMARY, Color
from notifier.fleet.courier import Plan
from notifier.fleet.metrics import BY_NAME, MOST_CHARACTERS, MOST_SERIES
from notifier.measurement import RunMeasurement, ServerMeasurement
from notifier.turn.uri import TurnUriError, parse_turn_uri
from notifier.verdict import Verdict

__all__ = ["VERDICT_AGE", "Attributes", "Histogram", "Point", "Tally"]

VERDICT_AGE = 3600.0
"""Seconds after which a verdict says nothing of now, and is not reported any more: somebody paused
the tests, or they fail."""

BEGINNINGS = 600.0
"""Seconds: clients that begin anew within them say the same time of it."""

OWN_SERVER = "own-{number}"
"""Stands for the label of a server that a person added; its host is not said."""

RULE = "rule"
"""Stands for the model where none made a forecast."""

Attributes = dict[str, str]

_OF_VERDICT = ("callnotifier.verdict.", "callnotifier.server.")
"""Gauges that grow old with the last verdict."""


class Point(msgspec.Struct):
    """One series of a gauge or a counter."""

    attributes: Attributes
    value: float
    fresh: bool = True
    """No snapshot has had it yet."""


class Histogram(msgspec.Struct):
    """One series of a histogram."""

    attributes: Attributes
    counts: list[int]
    """Of each bucket by itself; one more than there are bounds."""

    total: float = 0.0
    fresh: bool = True


class Tally(msgspec.Struct, kw_only=True):
    """Everything that is known of one client; it is kept on the disk as it stands."""

    instance: str
    """A random number, for an identity of ``none``."""

    began: float
    """Since when is counted, seconds since 1970."""

    identity: str = ""
    """As what it was counted: what was counted as one is never told as another."""

    model: str = ""
    """That made the last forecast; ``rule`` where the rule judged."""

    snapshot_at: float
    """When the last snapshot was taken, or :attr:`began`."""

    gauges: dict[str, list[Point]] = {}
    counters: dict[str, list[Point]] = {}
    histograms: dict[str, list[Histogram]] = {}
    plan: Plan = msgspec.field(default_factory=Plan)
    refusal: str | None = None
    """Why the collector did not take the last send, in a sentence; None where it did."""

    def run(self, verdict: Verdict, measurement: RunMeasurement, *, own_servers: bool) -> None:
        """A run gave a verdict.

        :param own_servers: they are in the person's own settings, not in policy.
        """
        self.model = verdict.model or RULE
        self._verdict(verdict)
        self.count("callnotifier.runs", {"mode": verdict.mode, "color": verdict.color})
        for direction, octets in (
            ("transmit", measurement.bytes_sent),
            ("receive", measurement.bytes_received),
        ):
            self.count("callnotifier.run.io", {"network.io.direction": direction}, octets)
        seconds = measurement.duration_ms / 1000
        self.observe("callnotifier.run.duration", {"mode": verdict.mode}, seconds)
        self._servers(measurement.servers, own_servers=own_servers, full=verdict.mode == "full")

    def failed(self, reason: str) -> None:
        """A run gave no verdict."""
        self.count("callnotifier.runs.failed", {"reason": reason})

    def call(self, record: CallRecord) -> None:
        """A call is over."""
        self.count("callnotifier.calls", {"outcome": record.outcome})
        if record.duration_ms > 0:
            self.observe("callnotifier.call.duration", {}, record.duration_ms / 1000)

    def compared(self, forecast_code: int, call_code: int) -> None:
        """A call was compared with its forecast."""
        forecast, got = BY_SUMMARY[forecast_code].color, BY_SUMMARY[call_code].color
        self.count(
            "callnotifier.forecasts",
            {
                "forecast.color": forecast.value,
                "color": got.value,
                "right": "true" if forecast is got else "false",
            },
        )
        self.put("callnotifier.call.code", [({}, call_code)])
        self.put("callnotifier.call.forecast.code", [({}, forecast_code)])

    def problems(self, codes: Iterable[str]) -> None:
        """What is wrong now."""
        self._among("callnotifier.problem", "problem", codes)

    def put(self, name: str, points: Iterable[tuple[Mapping[str, str], float]]) -> None:
        """Let a gauge have these series and no others; of two alike the first one counts."""
        made: list[Point] = []
        for attributes, value in points:
            short = _short(attributes)
            if len(made) < MOST_SERIES and all(point.attributes != short for point in made):
                made.append(Point(short, float(value)))
        self.gauges[name] = made

    def count(self, name: str, attributes: Mapping[str, str], amount: float = 1) -> None:
        """Add to a counter."""
        points = self.counters.setdefault(name, [])
        short = _short(attributes)
        point = next((point for point in points if point.attributes == short), None)
        if point is None:
            if len(points) >= MOST_SERIES:
                return
            points.append(point := Point(short, 0.0))
        point.value += amount

    def observe(self, name: str, attributes: Mapping[str, str], value: float) -> None:
        """Put one value into a histogram."""
        bounds = BY_NAME[name].bounds
        series = self.histograms.setdefault(name, [])
        short = _short(attributes)
        histogram = next((each for each in series if each.attributes == short), None)
        if histogram is None:
            if len(series) >= MOST_SERIES:
                return
            series.append(histogram := Histogram(short, [0] * (len(bounds) + 1)))
        histogram.counts[bisect_left(bounds, value)] += 1
        histogram.total += value

    def shown(self, name: str, now: float) -> list[Point]:
        """The series of a gauge that still hold."""
        if name.startswith(_OF_VERDICT):
            said = self.gauges.get("callnotifier.verdict.timestamp")
            if not said or abs(now - said[0].value) > VERDICT_AGE:
                return []
        return self.gauges.get(name, [])

    def taken(self, now: float) -> None:
        """A snapshot has everything as it is now."""
        self.snapshot_at = now
        for points in self.counters.values():
            for point in points:
                point.fresh = False
        for series in self.histograms.values():
            for histogram in series:
                histogram.fresh = False

    def anew(self, instance: str, now: float) -> None:
        """Begin to count anew, as another instance that nothing ties to the one before.

        No figure is told as both, nor a time that only this client has: that of the last verdict,
        of the beginning, or the place in the interval.
        """
        self.instance = instance
        self.began = self.snapshot_at = now // BEGINNINGS * BEGINNINGS
        wrong = [point for point in self.gauges.get("callnotifier.problem", ()) if point.value]
        self.gauges = {}
        self.counters = {}
        self.histograms = {}
        self.plan = Plan()
        self.problems(point.attributes["problem"] for point in wrong)

    def _verdict(self, verdict: Verdict) -> None:
        self.put(
            "callnotifier.verdict.color",
            [({"color": color.value}, verdict.color == color) for color in Color],
        )
        self._among("callnotifier.verdict.network", "network.type", (verdict.network_type,))
        self.put("callnotifier.verdict.code", [({}, verdict.summary_code)])
        self.put("callnotifier.verdict.status.code", [({}, verdict.status_code)])
        self.put("callnotifier.verdict.connectivity.code", [({}, verdict.connectivity_code)])
        self.put("callnotifier.verdict.confidence", [({}, verdict.confidence)])
        self.put("callnotifier.verdict.timestamp", [({}, verdict.timestamp / 1000)])
        self._among("callnotifier.verdict.cause", "cause", verdict.causes)

    def _among(self, name: str, attribute: str, current: Iterable[str]) -> None:
        """1 for those that are so now, 0 for those that once were: a series that ends says so."""
        now = dict.fromkeys(current)
        known = [point.attributes[attribute] for point in self.gauges.get(name, [])]
        words = dict.fromkeys((*now, *known))
        self.put(name, [({attribute: word}, float(word in now)) for word in words])

    def _servers(
        self, servers: Iterable[ServerMeasurement], *, own_servers: bool, full: bool
    ) -> None:
        servers = tuple(servers)
        own = list(dict.fromkeys(server.provider for server in servers)) if own_servers else None
        named = [(_named(server, own), server) for server in servers]
        self.put(
            "callnotifier.server.reachable",
            [(attributes, float(server.works)) for attributes, server in named],
        )
        figures: dict[str, list[tuple[Attributes, float | None]]] = {
            "callnotifier.server.rtt": [
                (at, None if s.rtt_ms is None else s.rtt_ms.median / 1000) for at, s in named
            ],
            "callnotifier.server.jitter": [
                (at, None if s.jitter_ms is None else s.jitter_ms / 1000) for at, s in named
            ],
            "callnotifier.server.loss": [(at, s.loss_fraction) for at, s in named],
        }
        if full:  # a light run says nothing of these, and they still hold
            figures["callnotifier.server.throughput"] = [
                (at, None if s.throughput_kbps is None else s.throughput_kbps.loop * 125)
                for at, s in named
            ]
            figures["callnotifier.server.queue"] = [
                (at, None if s.loaded_rtt_ms is None else s.loaded_rtt_ms / 1000) for at, s in named
            ]
        for name, points in figures.items():
            self.put(name, [(at, value) for at, value in points if value is not None])
        for attributes, server in named:
            error = {"error.type": server.error} if server.error else {}
            self.count("callnotifier.server.tests", {**attributes, **error})
        working = [server for _, server in named if server.works]
        trips = [server.rtt_ms.median for server in working if server.rtt_ms is not None]
        losses = [s.loss_fraction for s in working if s.loss_fraction is not None]
        if trips:
            self.observe("callnotifier.run.rtt", {}, min(trips) / 1000)
        if losses:
            self.observe("callnotifier.run.loss", {}, min(losses))


def _named(server: ServerMeasurement, own: list[str] | None) -> Attributes:
    """How a server is called.

    :param own: the labels of all servers, in their order, where a person added them.
    """
    host = port = ""
    with contextlib.suppress(TurnUriError):
        uri = parse_turn_uri(server.url)
        host, port = uri.host, str(uri.port)
    label = server.provider
    if own is not None:
        label, host = OWN_SERVER.format(number=own.index(label) + 1), ""
    return {
        "server.label": label,
        "server.address": host,
        "server.port": port,
        "network.transport": server.transport,
    }


def _short(attributes: Mapping[str, str]) -> Attributes:
    return {name: value[:MOST_CHARACTERS] for name, value in attributes.items() if value}
