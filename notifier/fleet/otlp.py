"""A tally as OTLP: what one snapshot adds to an ExportMetricsServiceRequest, in its JSON encoding.

OpenTelemetry Protocol 1.9: names in lowerCamelCase, enumerations as numbers, 64-bit integers as
decimal strings. A series that begins gets a point of zero at the time of the snapshot before:
Prometheus' ``increase`` sees what a series grows by, not what it begins with.
"""

from collections.abc import Mapping
from typing import Any

from notifier.fleet.exposition import info
from notifier.fleet.metrics import METRICS, Metric
from notifier.fleet.tally import Attributes, Histogram, Point, Tally

__all__ = ["SCOPE", "request", "resource_metrics"]

SCOPE = "notifier.fleet"

CUMULATIVE = 2
"""AGGREGATION_TEMPORALITY_CUMULATIVE (opentelemetry/proto/metrics/v1/metrics.proto)."""


def resource_metrics(
    tally: Tally, resource: Mapping[str, str], installed: str, now: float
) -> dict[str, Any]:
    """One ``ResourceMetrics`` with everything as it is now.

    :param installed: by which kind of package.
    :param now: seconds since 1970.
    """
    metrics = []
    for metric in METRICS:
        if metric.kind == "histogram":
            points = _histogram_points(metric, tally, now)
        elif metric.kind == "counter":
            points = _counter_points(metric, tally, now)
        else:
            shown = (
                [info(tally, resource, installed)]
                if _is_info(metric)
                else tally.shown(metric.name, now)
            )
            points = [_number(point, now) for point in shown]
        if points:
            metrics.append(_metric(metric, points))
    return {
        "resource": {"attributes": _attributes(resource)},
        "scopeMetrics": [
            {
                "scope": {"name": SCOPE, "version": resource["service.version"]},
                "metrics": metrics,
            }
        ],
    }


def request(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """An ``ExportMetricsServiceRequest`` of one snapshot."""
    return {"resourceMetrics": [snapshot]}


def _is_info(metric: Metric) -> bool:
    return metric is METRICS[0]


def _metric(metric: Metric, points: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {"dataPoints": points}
    if metric.kind != "gauge":
        data["aggregationTemporality"] = CUMULATIVE
    if metric.kind == "counter":
        data["isMonotonic"] = True
    kind = {"gauge": "gauge", "counter": "sum", "histogram": "histogram"}[metric.kind]
    return {
        "name": metric.name,
        "description": metric.text,
        "unit": metric.unit,
        kind: data,
    }


def _number(point: Point, now: float) -> dict[str, Any]:
    return {
        "attributes": _attributes(point.attributes),
        "timeUnixNano": _nanoseconds(now),
        "asDouble": point.value,
    }


def _counter_points(metric: Metric, tally: Tally, now: float) -> list[dict[str, Any]]:
    points = []
    for point in tally.counters.get(metric.name, ()):
        zero = [(tally.snapshot_at, 0.0)] if point.fresh else []
        points += [
            {
                "attributes": _attributes(point.attributes),
                "startTimeUnixNano": _nanoseconds(tally.began),
                "timeUnixNano": _nanoseconds(at),
                "asDouble": value,
            }
            for at, value in (*zero, (now, point.value))
        ]
    return points


def _histogram_points(metric: Metric, tally: Tally, now: float) -> list[dict[str, Any]]:
    points = []
    for histogram in tally.histograms.get(metric.name, ()):
        empty = Histogram(histogram.attributes, [0] * len(histogram.counts))
        zero = [(tally.snapshot_at, empty)] if histogram.fresh else []
        points += [
            {
                "attributes": _attributes(each.attributes),
                "startTimeUnixNano": _nanoseconds(tally.began),
                "timeUnixNano": _nanoseconds(at),
                "count": str(sum(each.counts)),
                "sum": each.total,
                "bucketCounts": [str(count) for count in each.counts],
                "explicitBounds": list(metric.bounds),
            }
            for at, each in (*zero, (now, histogram))
        ]
    return points


def _attributes(attributes: Mapping[str, str] | Attributes) -> list[dict[str, Any]]:
    return [{"key": key, "value": {"stringValue": value}} for key, value in attributes.items()]


def _nanoseconds(at: float) -> str:
    """By whole milliseconds: a float has no more of them today."""
    return f"{round(at * 1000)}000000"
