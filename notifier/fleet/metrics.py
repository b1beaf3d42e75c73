"""Every metric and attribute that is reported, as data: the one table.

From it come what is sent (:mod:`notifier.fleet.otlp`), the text file
(:mod:`notifier.fleet.exposition`) and the tables of docs/fleet.md. Names and units follow
OpenTelemetry's conventions (units by UCUM, ``{run}`` for things that are counted);
:attr:`Metric.prometheus` is what Prometheus makes of a name and its unit, so that both ways lead to
the same names and one dashboard serves both.

Each combination of attributes is a series that somebody's monitoring must keep, for each client.
So every attribute has few values, and :data:`MOST_SERIES` holds whatever the network answers.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "ATTRIBUTES",
    "BY_NAME",
    "METRICS",
    "MOST_CHARACTERS",
    "MOST_SERIES",
    "RESOURCE",
    "Attribute",
    "Kind",
    "Level",
    "Metric",
    "Resource",
    "prometheus_label",
]

MOST_SERIES = 64
"""Of one metric, for one client; what would be more is not reported."""

MOST_CHARACTERS = 128
"""Of an attribute's value; the rest is cut off."""

Kind = Literal["gauge", "counter", "histogram"]

Level = Literal["none", "installation", "machine", "person"]
"""What an organisation wants to recognise (``fleet.identity``)."""

_UNITS = {"s": "seconds", "By": "bytes", "1": "", "By/s": "bytes_per_second"}
"""How Prometheus spells the units that stand in the table."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric."""

    name: str
    kind: Kind
    unit: str
    """By UCUM."""

    text: str
    """One sentence: its description, without a full stop, as the HELP of Prometheus."""

    attributes: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()
    """Upper bounds of a histogram's buckets but the last, which has none."""

    series: tuple[tuple[str, ...], ...] = ()
    """The attributes' values of the series that stand in a text file from the start, with 0: what
    a series begins with, Prometheus' ``increase`` does not see."""

    @property
    def prometheus(self) -> str:
        """The name in Prometheus, without ``_bucket``, ``_sum`` and ``_count`` of a histogram.

        As Prometheus' OTLP receiver translates it: dots become ``_``, the unit is appended, one in
        braces is not, ``1`` of a gauge is a ratio, and a counter ends in ``_total``.
        """
        name = self.name.replace(".", "_")
        unit = "" if self.unit.startswith("{") else _UNITS[self.unit]
        if self.unit == "1" and self.kind == "gauge":
            unit = "ratio"
        if unit:
            name += f"_{unit}"
        return name + "_total" if self.kind == "counter" else name


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of data points."""

    name: str
    text: str
    """What its values are."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One attribute of the resource: of all that one client sends."""

    name: str
    text: str
    levels: tuple[Level, ...]
    """With which identities it is sent."""


def prometheus_label(attribute: str) -> str:
    """The label that Prometheus makes of an attribute's name."""
    return re.sub(r"[^A-Za-z0-9_]", "_", attribute)


_COLORS = ("green", "amber", "red")
_MODES = ("full", "light")

_SERVER = ("server.label", "server.address", "server.port", "network.transport")

METRICS: tuple[Metric, ...] = (
    Metric(
        "callnotifier.client.info",
        "gauge",
        "{client}",
        "Always 1: the program and what an organisation says of the machine, in its attributes",
        ("service.version", "os.type", "model", "installed", "identity"),
    ),
    Metric(
        "callnotifier.verdict.color",
        "gauge",
        "{client}",
        "1 for the colour of the last verdict, 0 for the others",
        ("color",),
    ),
    Metric(
        "callnotifier.verdict.network",
        "gauge",
        "{client}",
        "1 for the kind of network of the last verdict, 0 for one of an earlier verdict",
        ("network.type",),
    ),
    Metric(
        "callnotifier.verdict.code",
        "gauge",
        "{code}",
        "Summary code of the last verdict, 10 (bad) to 95 (excellent)",
    ),
    Metric(
        "callnotifier.verdict.status.code",
        "gauge",
        "{code}",
        "Status code of the last verdict, 1 (bad) to 5 (excellent)",
    ),
    Metric(
        "callnotifier.verdict.connectivity.code",
        "gauge",
        "{code}",
        "Connectivity of the last verdict: 1 none, 2 no media device, 3 success",
    ),
    Metric(
        "callnotifier.verdict.confidence",
        "gauge",
        "1",
        "How sure the last verdict is, 0 to 1",
    ),
    Metric(
        "callnotifier.verdict.cause",
        "gauge",
        "{client}",
        "1 for each cause in the last verdict, 0 for one of an earlier verdict",
        ("cause",),
    ),
    Metric(
        "callnotifier.verdict.timestamp",
        "gauge",
        "s",
        "When the last verdict was reached, Unix time",
    ),
    Metric(
        "callnotifier.server.reachable",
        "gauge",
        "{server}",
        "Whether a TURN server gave a relayed path in the last run that asked it, 1 or 0",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.rtt",
        "gauge",
        "s",
        "Round trip to a TURN server in the last run, median, unloaded",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.jitter",
        "gauge",
        "s",
        "Interarrival jitter over a TURN server in the last run",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.loss",
        "gauge",
        "1",
        "Packet loss over a TURN server in the last run, 0 to 1, up and down together",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.throughput",
        "gauge",
        "By/s",
        "What the path over a TURN server carried in the last full run",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.queue",
        "gauge",
        "s",
        "Round trip over a TURN server under load in the last full run, 95th percentile",
        _SERVER,
    ),
    Metric(
        "callnotifier.server.tests",
        "counter",
        "{test}",
        "Tests of a TURN server, by what came of them",
        (*_SERVER, "error.type"),
    ),
    Metric(
        "callnotifier.runs",
        "counter",
        "{run}",
        "Runs of the test that gave a verdict",
        ("mode", "color"),
        series=tuple(itertools.product(_MODES, _COLORS)),
    ),
    Metric(
        "callnotifier.runs.failed",
        "counter",
        "{run}",
        "Runs of the test that gave none",
        ("reason",),
        series=(("cancelled",), ("crashed",), ("time-limit",), ("busy",), ("credentials",)),
    ),
    Metric(
        "callnotifier.run.io",
        "counter",
        "By",
        "What runs sent and received, IP and UDP headers included",
        ("network.io.direction",),
        series=(("transmit",), ("receive",)),
    ),
    Metric(
        "callnotifier.run.duration",
        "histogram",
        "s",
        "How long runs took",
        ("mode",),
        (2.5, 5.0, 10.0, 20.0, 40.0),
        tuple((mode,) for mode in _MODES),
    ),
    Metric(
        "callnotifier.run.rtt",
        "histogram",
        "s",
        "Round trip to the nearest TURN server that works, once a run",
        (),
        (0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0),
        ((),),
    ),
    Metric(
        "callnotifier.run.loss",
        "histogram",
        "1",
        "Packet loss over the TURN server that lost least, 0 to 1, once a run",
        (),
        (0.0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5),
        ((),),
    ),
    Metric(
        "callnotifier.calls",
        "counter",
        "{call}",
        "Calls that were reported and are over",
        ("outcome",),
        series=tuple(
            (outcome,)
            for outcome in ("success", "partially-failed", "failed", "dropped", "aborted", "missed")
        ),
    ),
    Metric(
        "callnotifier.call.duration",
        "histogram",
        "s",
        "How long calls were",
        (),
        (60.0, 300.0, 900.0, 1800.0, 3600.0, 7200.0),
        ((),),
    ),
    Metric(
        "callnotifier.call.code",
        "gauge",
        "{code}",
        "Summary code that the last call earned which had a forecast, 10 to 95",
    ),
    Metric(
        "callnotifier.call.forecast.code",
        "gauge",
        "{code}",
        "Summary code that had been forecast for that call",
    ),
    Metric(
        "callnotifier.forecasts",
        "counter",
        "{call}",
        "Calls that were compared with their forecast, by both colours and whether they agree",
        ("forecast.color", "color", "right"),
        series=tuple(
            (forecast, got, "true" if forecast == got else "false")
            for forecast, got in itertools.product(_COLORS, _COLORS)
        ),
    ),
    Metric(
        "callnotifier.problem",
        "gauge",
        "{problem}",
        "1 while something is wrong with the program or its settings, 0 once it is over",
        ("problem",),
    ),
    Metric(
        "callnotifier.snapshots.dropped",
        "counter",
        "{snapshot}",
        "Figures of this client that were never taken by the collector",
        ("reason",),
    ),
)
"""All of them, in the order of docs/fleet.md."""

BY_NAME: dict[str, Metric] = {metric.name: metric for metric in METRICS}

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("service.version", "The program's version."),
    Attribute("os.type", "linux, darwin or windows."),
    Attribute("model", "The model that made the last forecast; rule where the rule judged."),
    Attribute("installed", "deb, rpm, msi or pkg; other where no package did."),
    Attribute("identity", "none, installation, machine or person: how this client is known."),
    Attribute("color", "green, amber or red."),
    Attribute(
        "network.type",
        "ethernet, wifi, cellular, vpn, bluetooth, wimax or unknown; never which network.",
    ),
    Attribute("cause", "A cause of docs/verdict.md, such as loss or udp-blocked."),
    Attribute(
        "server.label",
        "The label of policy's settings, else the host; own-1 and so on for those that a person "
        "added.",
    ),
    Attribute("server.address", "The host of the TURN address; missing for a person's own server."),
    Attribute("server.port", "The port of the TURN address."),
    Attribute("network.transport", "How the client talks to the server: udp, tcp or tls."),
    Attribute("error.type", "One of the nine error words of docs/verdict.md; missing without one."),
    Attribute("mode", "full or light."),
    Attribute(
        "reason",
        "Of a run: cancelled, crashed, time-limit, busy or credentials; of a snapshot: old (too "
        "old or too many), refused, damaged or partly (some of its points).",
    ),
    Attribute("network.io.direction", "transmit or receive."),
    Attribute(
        "outcome", "success, partially-failed, failed, dropped, aborted or missed (docs/calls.md)."
    ),
    Attribute("forecast.color", "What had been forecast: green, amber or red."),
    Attribute("right", "true where the call had the colour that was forecast, else false."),
    Attribute(
        "problem",
        "settings, history, history-replaced, secret, relay, forecast, feed, websocket or "
        "installation.",
    ),
)

_ALL: tuple[Level, ...] = ("none", "installation", "machine", "person")

RESOURCE: tuple[Resource, ...] = (
    Resource("service.name", "call-notifier; Prometheus' job.", _ALL),
    Resource("service.version", "The program's version.", _ALL),
    Resource(
        "service.instance.id",
        "Prometheus' instance. With none a random number that is made anew each day; else the "
        "number of this installation, which is deviceId of its verdicts.",
        _ALL,
    ),
    Resource("os.type", "linux, darwin or windows.", _ALL),
    Resource("host.name", "The machine's name.", ("machine", "person")),
    Resource("user.name", "The name the person logs in with.", ("person",)),
    Resource("what fleet.attributes says", "As written there, such as site=Berlin.", _ALL),
)
