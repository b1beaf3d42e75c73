"""What is written is found again, in the right order, and nothing else."""

import math
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.history.export import as_record
from notifier.history.rows import best_server
from notifier.history.store import PRUNE_LIMIT, History, HistoryError
from notifier.measurement import RoundTrip, Throughput
from notifier.notify.rule import Decision, Reason, decide
from notifier.verdict import Verdict
from tests.records import (
    NOON,
    example_measurement,
    example_server,
    example_verdict,
    verdicts,
)

DAY = 86_400_000.0
TELL = Decision(True, Reason.CHANGED)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def add(
    history: History,
    timestamp: float = NOON,
    *,
    network_id: str = "home",
    summary_code: int = 95,
) -> int:
    measurement = example_measurement(timestamp=timestamp)
    return history.add_run(
        example_verdict(measurement, summary_code=summary_code),
        measurement,
        network_id=network_id,
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )


def tell(history: History, run_id: int, code: int, *, network_id: str = "home") -> int:
    """Keep a decision to tell, which is delivered at once."""
    number = history.add_notification(
        run_id, timestamp=NOON, network_id=network_id, code=code, decision=TELL
    )
    history.set_delivered(number, "freedesktop")
    return number


def keep_quiet(history: History, run_id: int, code: int, reason: Reason) -> int:
    return history.add_notification(
        run_id, timestamp=NOON, network_id="home", code=code, decision=Decision(False, reason)
    )


def rows(history: History, table: str) -> int:
    with closing(sqlite3.connect(history.path)) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(count)


class TestRuns:
    def test_everything_comes_back(self, history: History) -> None:
        measurement = example_measurement(
            example_server(), example_server(reachable=False, error="tls", detail="expired")
        )
        verdict = example_verdict(measurement, summary_code=30, causes=("latency", "vpn"))
        run_id = history.add_run(
            verdict,
            measurement,
            network_id="home",
            origin="watch",
            trigger="wake",
            demonstration=True,
        )
        stored = history.run(run_id)
        assert stored.verdict == verdict
        assert stored.measurement == measurement
        assert stored.decision is None
        summary = stored.summary
        assert history.runs() == [summary]
        assert summary.id == run_id
        assert (summary.timestamp, summary.mode) == (NOON, "full")
        assert (summary.origin, summary.trigger) == ("watch", "wake")
        assert summary.demonstration is True
        assert (summary.network_id, summary.network_type) == ("home", "wifi")
        assert (summary.connectivity_code, summary.status_code) == (3, 2)
        assert (summary.summary_code, summary.notification_code) == (30, 300)
        assert (summary.color, summary.confidence) == ("red", 0.75)
        assert summary.notification == verdict.notification
        assert (summary.provider, summary.isp) == ("Head office", "Example Net")
        assert (summary.rtt_ms, summary.jitter_ms) == (20.5, 1.25)
        assert (summary.loss_fraction, summary.loop_kbps) == (0.004, 5000.0)
        assert summary.loop_at_least is True
        assert summary.loaded_rtt_ms == 84.0

    def test_the_figures_are_those_of_the_server_that_decided(self, history: History) -> None:
        servers = (
            example_server(url="turn:a.example", provider="A", jitter_ms=1.0),
            example_server(url="turn:b.example", provider="B", jitter_ms=2.0),
        )
        measurement = example_measurement(*servers)
        history.add_run(
            example_verdict(measurement),
            measurement,
            network_id="home",
            origin="tray",
            trigger="manual",
            demonstration=False,
            server_url="turn:b.example",
        )
        (summary,) = history.runs()
        assert (summary.provider, summary.jitter_ms) == ("B", 2.0)

    @pytest.mark.parametrize("at_least", [True, False])
    def test_a_throughput_says_whether_the_path_was_full(
        self, history: History, at_least: bool
    ) -> None:
        throughput = Throughput(loop=16_000.0, up=None, down=None, loop_at_least=at_least)
        measurement = example_measurement(example_server(throughput_kbps=throughput))
        run_id = history.add_run(
            example_verdict(measurement),
            measurement,
            network_id="home",
            origin="tray",
            trigger="manual",
            demonstration=False,
        )
        (summary,) = history.runs()
        assert (summary.loop_kbps, summary.loop_at_least) == (16_000.0, at_least)
        assert history.run(run_id).summary == summary

    def test_without_any_server_there_are_no_figures(self, history: History) -> None:
        measurement = example_measurement(
            example_server(reachable=False, error="timeout", throughput_kbps=None)
        )
        history.add_run(
            example_verdict(measurement, summary_code=10),
            measurement,
            network_id="home",
            origin="tray",
            trigger="manual",
            demonstration=False,
        )
        (summary,) = history.runs()
        figures = (summary.provider, summary.rtt_ms, summary.loss_fraction, summary.loop_kbps)
        assert figures == (None, None, None, None)
        assert summary.loop_at_least is False
        assert summary.demonstration is False

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(verdict=verdicts())
    def test_every_verdict_comes_back(self, history: History, verdict: Verdict) -> None:
        run_id = history.add_run(
            verdict,
            example_measurement(),
            network_id="home",
            origin="probe",
            trigger="manual",
            demonstration=False,
        )
        assert history.run(run_id).verdict == verdict

    def test_newest_first_whatever_was_written_first(self, history: History) -> None:
        late, early, same = add(history, NOON), add(history, NOON - DAY), add(history, NOON)
        assert [run.id for run in history.runs()] == [same, late, early]
        assert history.run_ids() == [same, late, early]

    def test_a_clock_far_off_loses_no_run(self, history: History) -> None:
        present = add(history, NOON)
        past = add(history, 0.0)
        before_1970 = add(history, -5.0)
        future = add(history, NOON + 50_000 * DAY)
        assert history.run_ids() == [future, present, past, before_1970]

    def test_a_period_includes_its_start_and_not_its_end(self, history: History) -> None:
        for hour in range(6):
            add(history, NOON + hour)
        since, until = NOON + 1, NOON + 4
        assert [run.timestamp - NOON for run in history.runs(since=since, until=until)] == [3, 2, 1]
        assert history.count(since=since, until=until) == 3
        assert history.count() == 6
        assert history.count(since=NOON + 2) == 4
        assert history.count(until=NOON + 2) == 2
        assert len(history.run_ids(since=since, until=until)) == 3

    def test_pages(self, history: History) -> None:
        ids = [add(history, NOON + number) for number in range(5)][::-1]
        assert [run.id for run in history.runs(limit=2)] == ids[:2]
        assert [run.id for run in history.runs(limit=2, offset=2)] == ids[2:4]
        assert [run.id for run in history.runs(offset=4)] == ids[4:]
        assert history.runs(limit=2, offset=9) == []
        assert history.run_ids(limit=3) == ids[:3]

    def test_a_run_that_is_not_there(self, history: History) -> None:
        with pytest.raises(HistoryError, match="Test 7 is not in the history") as caught:
            history.run(7)
        assert caught.value.code == "missing"

    @pytest.mark.parametrize("damage", ["'{'", "'{}'", "x'ff'", "'[1]'"])
    def test_a_damaged_record_is_told_and_spoils_nothing_else(
        self, history: History, damage: str
    ) -> None:
        broken, whole = add(history), add(history)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(
                f"UPDATE run_records SET measurement = {damage} WHERE run_id = ?",  # noqa: S608
                (broken,),
            )
        with pytest.raises(HistoryError, match=f"record of test {broken} ") as caught:
            history.run(broken)
        assert caught.value.code == "record"
        assert history.run(whole).summary.id == whole
        assert len(history.runs()) == 2

    def test_a_verdict_from_before_any_was_unsure(self, history: History) -> None:
        run_id = add(history)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(
                "UPDATE run_records"
                " SET verdict = json_remove(verdict, '$.unsure', '$.unusual', '$.model')"
                " WHERE run_id = ?",
                (run_id,),
            )
            (kept,) = connection.execute("SELECT verdict FROM run_records").fetchone()
        assert "unsure" not in kept
        verdict = history.run(run_id).verdict
        assert (verdict.unsure, verdict.unusual, verdict.model) == (False, (), None)
        assert history.verdicts(limit=1) == [verdict]
        record = as_record(history.run(run_id))
        assert (record["unsure"], record["unusual"], record["model"]) == (False, (), None)

    def test_what_runs_have_cost(self, history: History) -> None:
        assert history.bytes_between(0, NOON) == 0
        for number in range(4):
            add(history, NOON + number)
        assert history.bytes_between(NOON + 1, NOON + 3) == 2 * 790_000

    @pytest.mark.parametrize("damage", ["'{'", "'{}'", "x'ff'", "'[1]'", "7"])
    def test_a_damaged_record_costs_no_sum(self, history: History, damage: str) -> None:
        broken, _whole = add(history), add(history)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute(
                f"UPDATE run_records SET verdict = {damage} WHERE run_id = ?",  # noqa: S608
                (broken,),
            )
        assert history.bytes_between(0, NOON + 1) == 790_000
        assert len(history.verdicts(limit=10)) == 1

    def test_verdicts_newest_first(self, history: History) -> None:
        for number, network in enumerate(["home", "office", "home"]):
            add(history, NOON - number, network_id=network)
        demonstration = example_measurement(timestamp=NOON + 9)
        history.add_run(
            example_verdict(demonstration),
            demonstration,
            network_id="home",
            origin="tray",
            trigger="start",
            demonstration=True,
        )
        home = history.verdicts(network_id="home", limit=10)
        assert [verdict.timestamp for verdict in home] == [NOON - 2, NOON]
        assert [verdict.timestamp for verdict in history.verdicts(limit=1)] == [NOON - 2]
        assert len(history.verdicts(mode="full", limit=10)) == 3
        assert history.verdicts(mode="light", limit=10) == []

    def test_a_damaged_text_costs_no_list(self, history: History) -> None:
        run_id = add(history)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute("UPDATE runs SET isp = CAST(x'4eff' AS TEXT)")
        (summary,) = history.runs()
        assert (summary.id, summary.isp) == (run_id, "N\ufffd")

    def test_a_bug_stays_a_bug(self, history: History) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            add(history, math.nan)
        assert history.count() == 0
        with pytest.raises(sqlite3.IntegrityError):
            history.add_notification(99, timestamp=NOON, network_id="home", code=100, decision=TELL)

    def test_closing_twice(self, tmp_path: Path) -> None:
        history = History.open(tmp_path / "history.sqlite3")
        history.close()
        history.close()


class TestBestServer:
    def test_the_shortest_round_trip_of_those_reachable(self) -> None:
        near = example_server(rtt_ms=RoundTrip(min=5, median=9, p95=50))
        far = example_server(rtt_ms=RoundTrip(min=1, median=90, p95=90))
        gone = example_server(
            rtt_ms=RoundTrip(min=1, median=1, p95=1), reachable=False, error="quota"
        )
        assert best_server([far, gone, near]) is near

    def test_a_known_round_trip_comes_before_an_unknown_one(self) -> None:
        unknown, known = example_server(rtt_ms=None), example_server()
        assert best_server([unknown, known]) is known
        assert best_server([unknown]) is unknown

    def test_of_equals_the_first(self) -> None:
        first, second = example_server(), example_server()
        assert best_server([first, second]) is first

    def test_the_one_that_decided(self) -> None:
        fast = example_server(url="turn:a.example", rtt_ms=RoundTrip(min=1, median=1, p95=1))
        decided = example_server(url="turn:b.example")
        gone = example_server(url="turn:c.example", reachable=False, error="dns")
        assert best_server([fast, decided, gone], url="turn:b.example") is decided
        assert best_server([fast, decided, gone], url="turn:c.example") is fast

    def test_none_reachable(self) -> None:
        assert best_server([]) is None
        assert best_server([example_server(reachable=False)]) is None


class TestLastTold:
    def test_nothing_yet(self, history: History) -> None:
        keep_quiet(history, add(history), 950, Reason.DISABLED)
        assert history.last_told("home") is None

    def test_the_newest_told_on_this_network(self, history: History) -> None:
        run_id = add(history)
        tell(history, run_id, 950)
        tell(history, run_id, 300)
        tell(history, run_id, 100, network_id="hotel")
        assert history.last_told("home") == 300
        assert history.last_told("hotel") == 100
        assert history.last_told("café") is None

    def test_what_was_kept_quiet_does_not_count(self, history: History) -> None:
        run_id = add(history)
        tell(history, run_id, 950)
        for reason in (Reason.REPEATED, Reason.DISABLED, Reason.DEMONSTRATION):
            keep_quiet(history, run_id, 300, reason)
        assert history.last_told("home") == 950

    def test_what_nothing_could_show_was_not_told(self, history: History) -> None:
        """Else the person would hear of the change only when it changes once more."""
        run_id = add(history)
        tell(history, run_id, 950)
        number = history.add_notification(
            run_id, timestamp=NOON, network_id="home", code=300, decision=TELL
        )
        history.set_delivered(number, "none")
        last_told = history.last_told("home")
        assert last_told == 950
        assert decide(300, last_told=last_told) == Decision(True, Reason.CHANGED)
        assert decide(950, last_told=last_told) == Decision(False, Reason.REPEATED)

    def test_what_is_on_its_way_counts(self, history: History) -> None:
        """Else a run that ends before the desktop has answered would tell it twice."""
        history.add_notification(
            add(history), timestamp=NOON, network_id="home", code=300, decision=TELL
        )
        assert history.last_told("home") == 300

    def test_a_clock_that_ran_ahead_does_not_hold_it(self, history: History) -> None:
        run_id = add(history)
        for timestamp, code in ((NOON + 900 * DAY, 300), (NOON, 950)):
            history.add_notification(
                run_id, timestamp=timestamp, network_id="home", code=code, decision=TELL
            )
        assert history.last_told("home") == 950

    def test_the_decision_comes_with_its_run(self, history: History) -> None:
        run_id, other = add(history), add(history)
        number = tell(history, run_id, 950)
        keep_quiet(history, other, 950, Reason.REPEATED)
        decision = history.run(run_id).decision
        assert decision is not None
        assert decision.id == number
        assert (decision.show, decision.reason) == (True, "changed")
        assert (decision.code, decision.network_id) == (950, "home")
        assert (decision.timestamp, decision.delivered_by) == (NOON, "freedesktop")
        quiet = history.run(other).decision
        assert quiet is not None
        assert (quiet.show, quiet.reason, quiet.delivered_by) == (False, "repeated", None)

    def test_delivery_of_a_deleted_decision_is_passed_over(self, history: History) -> None:
        history.set_delivered(4711, "freedesktop")
        assert rows(history, "notifications") == 0

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["home", "hotel"]),
                st.sampled_from([100, 300, 950]),
                st.sampled_from(["quiet", "none", "freedesktop", None]),
                st.floats(min_value=-1e12, max_value=1e14),
            ),
            max_size=12,
        )
    )
    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_against_a_plain_list(
        self, history: History, decisions: list[tuple[str, int, str | None, float]]
    ) -> None:
        run_id = add(history)
        with closing(sqlite3.connect(history.path)) as connection, connection:
            connection.execute("DELETE FROM notifications")
        expected: dict[str, int] = {}
        for network_id, code, fate, timestamp in decisions:
            number = history.add_notification(
                run_id,
                timestamp=timestamp,
                network_id=network_id,
                code=code,
                decision=Decision(fate != "quiet", Reason.CHANGED),
            )
            if fate in ("none", "freedesktop"):
                history.set_delivered(number, fate)
            if fate in ("freedesktop", None):
                expected[network_id] = code
        for network_id in ("home", "hotel"):
            assert history.last_told(network_id) == expected.get(network_id)


class TestPrune:
    def test_by_age(self, history: History) -> None:
        kept = [add(history, NOON), add(history, NOON - 2 * DAY)]
        gone = [add(history, NOON - 2 * DAY - 1), add(history, NOON - 90 * DAY)]
        for run_id in gone:
            keep_quiet(history, run_id, 950, Reason.REPEATED)
        assert history.prune(retention_days=2, now=NOON) == 2
        assert history.run_ids() == kept
        assert rows(history, "run_records") == 2
        assert history.prune(retention_days=2, now=NOON) == 0

    def test_zero_days_keep_everything(self, history: History) -> None:
        add(history, 0.0)
        assert history.prune(retention_days=0, now=NOON) == 0
        assert history.count() == 1

    def test_one_call_is_short_and_the_next_goes_on_with_the_oldest(self, history: History) -> None:
        ids = [add(history, number) for number in range(PRUNE_LIMIT + 3)]
        assert history.prune(retention_days=1, now=NOON) == PRUNE_LIMIT
        assert history.run_ids() == ids[:-4:-1]
        assert history.prune(retention_days=1, now=NOON) == 3
        assert history.count() == 0

    def test_a_clock_in_the_past_deletes_nothing(self, history: History) -> None:
        add(history, NOON)
        assert history.prune(retention_days=1, now=0.0) == 0

    def test_what_was_last_told_is_remembered_while_the_network_is_used(
        self, history: History
    ) -> None:
        """A sentence that never changes is not told again when its telling has aged away."""
        old = add(history, NOON - 9 * DAY)
        for code in (300, 950):
            number = history.add_notification(
                old, timestamp=NOON - 9 * DAY, network_id="home", code=code, decision=TELL
            )
            history.set_delivered(number, "tray")
        add(history, NOON)
        assert history.prune(retention_days=2, now=NOON) == 1
        assert history.last_told("home") == 950
        assert rows(history, "notifications") == 1

    def test_a_network_of_long_ago_is_forgotten(self, history: History) -> None:
        hotel = add(history, NOON - 9 * DAY, network_id="hotel")
        history.add_notification(
            hotel, timestamp=NOON - 9 * DAY, network_id="hotel", code=300, decision=TELL
        )
        add(history, NOON)
        history.prune(retention_days=2, now=NOON)
        assert history.last_told("hotel") is None
        assert rows(history, "notifications") == 0

    def test_a_number_is_never_used_again(self, history: History) -> None:
        old = add(history, 0.0)
        history.prune(retention_days=1, now=NOON)
        assert add(history) > old


class TestPlans:
    """With a million rows a list is quick only where an index serves it: ask SQLite for its plan.

    A speed would depend on the machine; the plan does not.
    """

    def plan(self, history: History, call: str) -> str:
        statements: list[str] = []
        history._connection.set_trace_callback(statements.append)
        calls: dict[str, Callable[[], object]] = {
            "runs": lambda: history.runs(since=0, limit=50),
            "all runs": lambda: history.runs(),
            "run_ids": lambda: history.run_ids(),
            "count": lambda: history.count(since=0),
            "last_told": lambda: history.last_told("home"),
            "run": lambda: history.run(1),
            "bytes": lambda: history.bytes_between(0, NOON),
            "verdicts": lambda: history.verdicts(network_id="home", mode="full", limit=9),
            "calls": lambda: history.call_results(limit=9),
            "calls of one": lambda: history.call_results(network_id="home", since=0),
            "profile": lambda: history.profile("home"),
            "attached": lambda: history.calls(limit=100),
            "attached since": lambda: history.calls(since=0, limit=100, offset=50),
            "attached of one": lambda: history.calls(network_id="home", limit=100),
            "attached ids": lambda: history.call_ids(),
            "attached count": lambda: history.count_calls(since=0),
            "attached count of one": lambda: history.count_calls(network_id="home"),
            "attached record": lambda: history.call("call"),
        }
        with suppress(HistoryError):
            calls[call]()
        history._connection.set_trace_callback(None)
        steps: list[str] = []
        for statement in statements:
            text = statement.replace("Inf", "9e999")  # as traced; SQL has no word for it
            plan = history._connection.execute(f"EXPLAIN QUERY PLAN {text}")
            steps += [row[3] for row in plan]
        return "; ".join(steps)

    @pytest.mark.parametrize(
        ("call", "index"),
        [
            ("runs", "runs_by_time"),
            ("all runs", "runs_by_time"),
            ("run_ids", "runs_by_time"),
            ("count", "runs_by_time"),
            ("last_told", "notifications_told"),
            ("run", "notifications_by_run"),
            ("bytes", "runs_by_time"),
            ("verdicts", "INTEGER PRIMARY KEY"),
            ("calls", "call_results_by_time"),
            ("calls of one", "call_results_by_network"),
            ("profile", "sqlite_autoindex_profiles_1"),
            ("attached", "calls_by_time"),
            ("attached since", "calls_by_time"),
            ("attached of one", "calls_by_network"),
            ("attached ids", "calls_by_time"),
            ("attached count", "COVERING INDEX calls_by_time"),
            ("attached count of one", "COVERING INDEX calls_by_network"),
            ("attached record", "sqlite_autoindex_calls_1"),
        ],
    )
    def test_an_index_serves(self, history: History, call: str, index: str) -> None:
        add(history)
        plan = self.plan(history, call)
        assert index in plan
        # The few rows of what was deleted and is not removed yet.
        assert "SCAN" not in plan.replace("SCAN deletions", "")
        assert "TEMP B-TREE" not in plan

    @pytest.mark.parametrize(
        ("act", "count"),
        [
            (lambda history: history.prune(retention_days=1, now=NOON), 6),
            (lambda history: history.delete_calls(call_id="call"), 3),
            (lambda history: history.delete_calls(network_id="home"), 2),
        ],
        ids=["pruning", "of one call", "of one network"],
    )
    def test_deleting_scans_no_table(
        self, history: History, act: Callable[[History], object], count: int
    ) -> None:
        statements: list[str] = []
        history._connection.set_trace_callback(statements.append)
        act(history)
        history._connection.set_trace_callback(None)
        deletes = [text for text in statements if "DELETE" in text]
        assert len(deletes) == count
        for statement in deletes:
            plan = history._connection.execute(f"EXPLAIN QUERY PLAN {statement}")
            assert not [row[3] for row in plan if row[3].startswith("SCAN")]
