"""A tally in Prometheus' text format, version 0.0.4, for node_exporter's textfile collector.

Each series has the label ``client``: several people may use one machine, and node_exporter takes
each series once. ``job`` and ``instance`` are those of node_exporter itself.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from notifier.fleet.metrics import METRICS, Metric, prometheus_label
from notifier.fleet.tally import Attributes, Histogram, Point, Tally

__all__ = ["CLIENT_LABEL", "RESOURCE_ONLY", "exposition", "info"]

CLIENT_LABEL = "client"

RESOURCE_ONLY = ("service.name", "service.instance.id")
"""What Prometheus makes ``job`` and ``instance`` of; all else of the resource is in the info."""


def info(tally: Tally, resource: Mapping[str, str], installed: str) -> Point:
    """The one series that says what this client is.

    :param installed: by which kind of package.
    """
    facts = {"model": tally.model, "installed": installed, "identity": tally.identity}
    said = {name: value for name, value in resource.items() if name not in RESOURCE_ONLY}
    return Point({name: value for name, value in {**facts, **said}.items() if value}, 1.0)


def exposition(tally: Tally, resource: Mapping[str, str], installed: str, now: float) -> str:
    """The whole file.

    :param installed: as in :func:`info`.
    :param now: seconds since 1970.
    """
    client = {CLIENT_LABEL: resource["service.instance.id"]}
    lines: list[str] = []
    for metric in METRICS:
        if metric.kind == "histogram":
            samples = _histogram_samples(metric, tally)
        else:
            samples = [
                (metric.prometheus, point.attributes, point.value)
                for point in _points(metric, tally, resource, installed, now)
            ]
        if samples:
            lines.append(f"# HELP {metric.prometheus} {_help(metric.text)}")
            lines.append(f"# TYPE {metric.prometheus} {metric.kind}")
            lines += [
                f"{name}{_labels({**attributes, **client})} {_number(value)}"
                for name, attributes, value in samples
            ]
    return "\n".join(lines) + "\n"


def _points(
    metric: Metric,
    tally: Tally,
    resource: Mapping[str, str],
    installed: str,
    now: float,
) -> Iterable[Point]:
    if metric is METRICS[0]:
        return [info(tally, resource, installed)]
    if metric.kind == "counter":
        points = tally.counters.get(metric.name, [])
        return [*points, *(Point(each, 0.0) for each in _missing(metric, points))]
    return tally.shown(metric.name, now)


def _histogram_samples(metric: Metric, tally: Tally) -> list[tuple[str, Attributes, float]]:
    name = metric.prometheus
    samples: list[tuple[str, Attributes, float]] = []
    filled = tally.histograms.get(metric.name, [])
    empty = [0] * (len(metric.bounds) + 1)
    for histogram in [*filled, *(Histogram(each, empty) for each in _missing(metric, filled))]:
        below = 0
        for bound, count in zip((*metric.bounds, math.inf), histogram.counts, strict=True):
            below += count
            limit = {"le": _number(bound)}
            samples.append((f"{name}_bucket", {**histogram.attributes, **limit}, below))
        samples.append((f"{name}_sum", histogram.attributes, histogram.total))
        samples.append((f"{name}_count", histogram.attributes, below))
    return samples


def _missing(metric: Metric, found: Sequence[Point | Histogram]) -> list[Attributes]:
    """The series that stand there from the start, and of which there is nothing yet."""
    there = [each.attributes for each in found]
    first = [dict(zip(metric.attributes, values, strict=True)) for values in metric.series]
    return [attributes for attributes in first if attributes not in there]


def _labels(attributes: Mapping[str, str]) -> str:
    pairs = ",".join(
        f'{prometheus_label(name)}="{_value(value)}"' for name, value in attributes.items()
    )
    return f"{{{pairs}}}"


def _value(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')


def _help(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _number(value: float) -> str:
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    if value == int(value) and abs(value) < 2**53:
        return str(int(value))
    return repr(float(value))
