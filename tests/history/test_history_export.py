"""What leaves the history can be read by others, and does a spreadsheet no harm."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.history.export import (
    CSV_COLUMNS,
    as_record,
    stored_runs,
    write_csv,
    write_json_array,
    write_json_lines,
)
from notifier.history.rows import NotificationDecision, RunSummary, StoredRun
from notifier.history.store import History, HistoryError
from notifier.notify.rule import Decision, Reason
from notifier.verdict import Verdict
from tests.records import NOON, example_measurement, example_server, example_verdict, verdicts

PAGE = (Path(__file__).parents[2] / "docs" / "history.md").read_text("utf-8")


def stored(verdict: Verdict | None = None, **changes: Any) -> StoredRun:
    """A run as the history gives it back."""
    verdict = verdict or example_verdict()
    summary = RunSummary(
        id=7,
        timestamp=verdict.timestamp,
        mode=verdict.mode,
        origin="tray",
        trigger="wake",
        demonstration=False,
        network_id="3fa9",
        network_type=verdict.network_type,
        isp=verdict.isp,
        connectivity_code=verdict.connectivity_code,
        status_code=verdict.status_code,
        summary_code=verdict.summary_code,
        notification_code=verdict.notification_code,
        color=verdict.color,
        notification=verdict.notification,
        confidence=verdict.confidence,
        provider="Head office",
        rtt_ms=20.5,
        jitter_ms=1.25,
        loss_fraction=0.004,
        loop_kbps=5000.0,
        loop_at_least=True,
        loaded_rtt_ms=None,
    )
    decision = NotificationDecision(
        id=3,
        timestamp=verdict.timestamp,
        network_id="3fa9",
        code=verdict.notification_code,
        show=True,
        reason="changed",
        delivered_by="freedesktop",
    )
    run = StoredRun(summary, verdict, example_measurement(), decision)
    return replace(run, **changes)


def csv_rows(*runs: StoredRun) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv(runs, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline=""), strict=True))


class TestJson:
    def test_the_record_and_what_the_history_adds(self) -> None:
        run = stored()
        record = as_record(run)
        added = {
            "id": 7,
            "origin": "tray",
            "trigger": "wake",
            "demonstration": False,
            "networkId": "3fa9",
            "notificationDecision": {
                "show": True,
                "reason": "changed",
                "deliveredBy": "freedesktop",
            },
        }
        assert {name: record[name] for name in added} == added
        verdict = {name: value for name, value in record.items() if name not in added}
        assert msgspec.convert(verdict, Verdict) == run.verdict
        assert list(record)[:2] == ["timestamp", "deviceId"]

    def test_without_a_decision(self) -> None:
        assert as_record(stored(decision=None))["notificationDecision"] is None

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_array_and_lines_say_the_same(self, count: int) -> None:
        runs = [stored(example_verdict(summary_code=code)) for code in (95, 50, 10)][:count]
        array, lines = io.StringIO(), io.StringIO()
        write_json_array(runs, array)
        write_json_lines(runs, lines)
        expected = [json.loads(msgspec.json.encode(as_record(run))) for run in runs]
        assert json.loads(array.getvalue()) == expected
        assert [json.loads(line) for line in lines.getvalue().splitlines()] == expected
        assert array.getvalue().endswith("]\n")

    @settings(max_examples=30, deadline=None)
    @given(verdicts())
    def test_any_verdict_is_one_line(self, verdict: Verdict) -> None:
        lines = io.StringIO(newline="")
        write_json_lines([stored(verdict)], lines)
        line, rest = lines.getvalue().split("\n")
        assert rest == ""
        assert json.loads(line)["notification"] == verdict.notification


class TestCsv:
    def test_values(self) -> None:
        (row,) = csv_rows(
            stored(example_verdict(summary_code=30, causes=("latency", "vpn"), city="Ålesund"))
        )
        assert row == {
            "id": "7",
            "time": "2026-11-21T12:00:00.000Z",
            "timestamp": "1795262400000.0",
            "origin": "tray",
            "trigger": "wake",
            "demonstration": "false",
            "mode": "full",
            "networkId": "3fa9",
            "networkType": "wifi",
            "localIp": "192.0.2.7",
            "isp": "Example Net",
            "city": "Ålesund",
            "country": "Finland",
            "connectivityCode": "3",
            "connectivity": "success",
            "statusCode": "2",
            "status": "poor",
            "summaryCode": "30",
            "summary": "high latency",
            "color": "red",
            "notificationCode": "300",
            "notification": row["notification"],
            "confidence": "0.75",
            "causes": "latency; vpn",
            "provider": "Head office",
            "rttMs": "20.5",
            "jitterMs": "1.25",
            "lossFraction": "0.004",
            "loopKbps": "5000.0",
            "loopAtLeast": "true",
            "loadedRttMs": "",
            "durationMs": "12000.0",
            "bytesSent": "400000",
            "bytesReceived": "390000",
            "decisionShow": "true",
            "decisionReason": "changed",
            "decisionDeliveredBy": "freedesktop",
            "loadedRttAtLeast": "",
        }

    def test_without_a_decision(self) -> None:
        (row,) = csv_rows(stored(decision=None))
        assert [value for name, value in row.items() if name.startswith("decision")] == [""] * 3

    def test_at_least_is_said_of_a_throughput_only(self) -> None:
        run = stored()
        full = replace(run, summary=replace(run.summary, loop_at_least=False))
        none = replace(run, summary=replace(run.summary, loop_kbps=None, loop_at_least=False))
        said = [(row["loopKbps"], row["loopAtLeast"]) for row in csv_rows(run, full, none)]
        assert said == [("5000.0", "true"), ("5000.0", "false"), ("", "")]

    @pytest.mark.parametrize(("at_least", "cell"), [(True, "true"), (False, "false")])
    def test_a_queue_that_still_grew(self, at_least: bool, cell: str) -> None:
        server = example_server(loaded_rtt_at_least=at_least)
        other = example_server(provider="Other", loaded_rtt_at_least=not at_least)
        run = stored(example_verdict(example_measurement(other, server)))
        run = replace(run, summary=replace(run.summary, loaded_rtt_ms=server.loaded_rtt_ms))
        (row,) = csv_rows(run)
        assert (row["loadedRttMs"], row["loadedRttAtLeast"]) == ("84.0", cell)

    def test_rfc_4180(self) -> None:
        out = io.StringIO(newline="")
        write_csv([stored(example_verdict(isp='Net "A", east\nwing'))], out)
        text = out.getvalue()
        assert text.startswith("id,time,timestamp,")
        assert text.endswith("\r\n")
        assert ',"Net ""A"", east\nwing",' in text

    def test_nothing_but_a_header(self) -> None:
        out = io.StringIO(newline="")
        write_csv([], out)
        assert out.getvalue() == ",".join(CSV_COLUMNS) + "\r\n"

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_no_text_is_a_formula(self, start: str) -> None:
        evil = f'{start}HYPERLINK("http://198.51.100.1/","x")'
        (row,) = csv_rows(stored(example_verdict(isp=evil, notification=evil)))
        assert row["isp"] == f"'{evil}"
        assert row["notification"] == f"'{evil}"

    def test_a_negative_number_stays_one(self) -> None:
        (row,) = csv_rows(stored(example_verdict(timestamp=-5.0)))
        assert row["timestamp"] == "-5.0"
        assert row["time"] == "1969-12-31T23:59:59.995Z"

    def test_a_time_beyond_the_calendar(self) -> None:
        (row,) = csv_rows(stored(example_verdict(timestamp=1e18)))
        assert (row["time"], row["timestamp"]) == ("", "1e+18")

    @settings(max_examples=60, deadline=None)
    @given(verdicts(), st.text(min_size=1))
    def test_any_text_comes_back_and_is_no_formula(self, verdict: Verdict, isp: str) -> None:
        verdict = msgspec.structs.replace(verdict, isp=isp)
        (row,) = csv_rows(stored(verdict))
        assert row["isp"] in (isp, f"'{isp}")
        assert not row["isp"].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert list(row) == list(CSV_COLUMNS)
        assert float(row["timestamp"]) == verdict.timestamp

    def test_every_column_is_documented_in_its_order(self) -> None:
        table = PAGE.split("## CSV")[1]
        documented = [
            name.strip("` ")
            for line in table.splitlines()
            if line.startswith("| `")
            for name in line.split("|")[1].split(",")
        ]
        assert documented == list(CSV_COLUMNS)


def test_every_reason_is_documented() -> None:
    table = PAGE.split("| reason | told |")[1].split("\n\n")[0]
    documented = [line.split("|")[1].strip("` ") for line in table.splitlines()[2:]]
    assert sorted(documented) == sorted(Reason)


def no_trouble(error: HistoryError) -> None:
    raise error


class TestStoredRuns:
    @pytest.fixture
    def history(self, tmp_path: Path) -> Iterator[History]:
        with History.open(tmp_path / "history.sqlite3") as history:
            for number in range(4):
                measurement = example_measurement(example_server(), timestamp=NOON + number)
                run_id = history.add_run(
                    example_verdict(measurement),
                    measurement,
                    network_id="home",
                    origin="tray",
                    trigger="start",
                    demonstration=False,
                )
                history.add_notification(
                    run_id,
                    timestamp=NOON,
                    network_id="home",
                    code=950,
                    decision=Decision(False, Reason.REPEATED),
                )
            yield history

    def test_in_the_order_asked_for(self, history: History) -> None:
        ids = history.run_ids()
        runs = list(stored_runs(history, ids, unreadable=no_trouble))
        assert [run.summary.id for run in runs] == ids == [4, 3, 2, 1]
        assert {run.decision.reason for run in runs if run.decision} == {"repeated"}

    def test_deleted_meanwhile(self, history: History) -> None:
        runs = stored_runs(history, history.run_ids(), unreadable=no_trouble)
        assert next(runs).summary.id == 4
        history.prune(retention_days=1, now=NOON + 2 + 86_400_000)
        assert [run.summary.id for run in runs] == [3]

    def test_one_damaged_record(self, history: History) -> None:
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute("UPDATE run_records SET verdict = '{}' WHERE run_id = 2")
        told: list[HistoryError] = []
        runs = list(stored_runs(history, history.run_ids(), unreadable=told.append))
        assert [run.summary.id for run in runs] == [4, 3, 1]
        assert [error.message for error in told] == [
            "The record of test 2 in the history cannot be read."
        ]

    def test_a_file_that_cannot_be_read_is_no_matter_of_one_record(self, tmp_path: Path) -> None:
        class Unreadable(History):
            def run(self, run_id: int) -> StoredRun:
                raise HistoryError("corrupt", "The history file is damaged.")

        with Unreadable.open(tmp_path / "other.sqlite3") as history:
            runs = stored_runs(history, [1], unreadable=no_trouble)
            with pytest.raises(HistoryError, match="file is damaged"):
                next(runs)
