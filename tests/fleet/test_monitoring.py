"""What stands beside the code: the page's tables, the dashboard, the alert rules."""

import json
import re

import pytest

from notifier.fleet.metrics import ATTRIBUTES, METRICS, prometheus_label
from tests.fleet.tables import PAGE, with_tables
from tests.program import ROOT

MONITORING = ROOT / "packaging" / "monitoring"
BOARD = json.loads((MONITORING / "call-notifier.dashboard.json").read_text(encoding="utf-8"))
TARGETS = [target for panel in BOARD["panels"] for target in panel["targets"]]

NAMES = {metric.prometheus for metric in METRICS}
SUFFIXES = {"histogram": ("_bucket", "_sum", "_count")}
ALL = {
    metric.prometheus + suffix for metric in METRICS for suffix in SUFFIXES.get(metric.kind, ("",))
}

LABELS = {prometheus_label(attribute.name) for attribute in ATTRIBUTES} | {
    *("job", "instance", "service_instance_id", "client", "le", "file")
}


def test_the_pages_tables_are_those_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page, "run python -m tests.fleet.tables"
    assert page.count("<!-- end -->") == 3


@pytest.mark.parametrize(
    "text",
    [target["expr"] for target in TARGETS]
    + [(MONITORING / "call-notifier.rules.yml").read_text(encoding="utf-8")],
    ids=str.split,
)
def test_expressions_know_only_metrics_of_the_table(text: str) -> None:
    assert set(re.findall(r"callnotifier_\w+", text)) <= ALL
    labels = {
        label.strip()
        for group in re.findall(r"\bby \(([^)]*)\)", text)
        for label in group.replace("\n", " ").split(",")
    }
    labels |= set(re.findall(r"[{,]\s*(\w+)(?:=~|!=|=)", text))
    assert labels <= LABELS | {"severity"}


def test_the_dashboard_is_one() -> None:
    ids = [panel["id"] for panel in BOARD["panels"]]
    assert len(set(ids)) == len(ids)
    assert all(panel["title"] and panel["description"] for panel in BOARD["panels"])
    places = [
        (panel["gridPos"]["x"] + dx, panel["gridPos"]["y"] + dy)
        for panel in BOARD["panels"]
        for dx in range(panel["gridPos"]["w"])
        for dy in range(panel["gridPos"]["h"])
    ]
    assert len(set(places)) == len(places), "panels lie on each other"
    assert max(x for x, _ in places) < 24


def test_no_metric_is_of_no_use() -> None:
    """Each is on the dashboard or in a rule, or stands on this list with its reason."""
    said = json.dumps(BOARD) + (MONITORING / "call-notifier.rules.yml").read_text(encoding="utf-8")
    for_single_clients = {
        "callnotifier_verdict_code",
        "callnotifier_verdict_status_code",
        "callnotifier_verdict_connectivity_code",
        "callnotifier_verdict_confidence_ratio",
        "callnotifier_verdict_timestamp_seconds",
        "callnotifier_server_loss_ratio",
        "callnotifier_run_duration_seconds",
        "callnotifier_call_duration_seconds",
        "callnotifier_call_code",
        "callnotifier_call_forecast_code",
    }
    assert {name for name in NAMES if name not in said} == for_single_clients


def test_each_rule_is_tested() -> None:
    rules = (MONITORING / "call-notifier.rules.yml").read_text(encoding="utf-8")
    tests = (MONITORING / "call-notifier.rules.test.yml").read_text(encoding="utf-8")
    names = re.findall(r"- alert: (\w+)", rules)
    assert len(names) == 9
    assert [name for name in names if f"alertname: {name}\n" not in tests] == []
