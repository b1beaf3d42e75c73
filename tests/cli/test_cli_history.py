"""``call-notifier history``, in this process and as one of its own."""

import argparse
import csv
import io
import json
import re
import subprocess
import time
from pathlib import Path

import pytest

from notifier.cli import history as command
from notifier.cli.output import PLAIN_SYMBOLS, SYMBOLS
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from notifier.settings.paths import Paths
from tests import program
from tests.records import example_measurement, example_server, example_verdict

ROOT = Path(__file__).parents[2]
HOUR = 3_600_000.0


def call(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments), Paths.default())


def start(*arguments: str, **environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        program.command("history", *arguments),
        cwd=ROOT,
        env=program.environment(environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def now() -> float:
    return time.time() * 1000


@pytest.fixture
def filled(now: float) -> Path:
    """Three runs: excellent yesterday, lossy an hour ago, unreachable just now."""
    path = Paths.default().history_file
    unreachable = example_server(
        reachable=False,
        error="timeout",
        rtt_ms=None,
        jitter_ms=None,
        loss_fraction=None,
        throughput_kbps=None,
    )
    with History.open(path) as history:
        for code, age, server in (
            (95, 24, example_server()),
            (20, 1, example_server(loss_fraction=0.125)),
            (10, 0, unreachable),
        ):
            measurement = example_measurement(server, timestamp=now - age * HOUR)
            run_id = history.add_run(
                example_verdict(measurement, summary_code=code),
                measurement,
                network_id="home",
                origin="tray",
                trigger="schedule",
                demonstration=code == 95,
            )
            if code != 95:
                decision = history.add_notification(
                    run_id,
                    timestamp=measurement.timestamp,
                    network_id="home",
                    code=code * 10,
                    decision=Decision(code == 20, Reason.CHANGED),
                )
                if code == 20:
                    history.set_delivered(decision, "freedesktop")
    return path


class TestNoHistory:
    @pytest.mark.parametrize(
        ("arguments", "printed"),
        [
            ((), ("", "call-notifier: no tests yet\n")),
            (("--since", "1w"), ("", "call-notifier: no tests yet\n")),
            (("--json",), ("[]\n", "")),
            (("--json", "--since", "1w", "--limit", "3"), ("[]\n", "")),
        ],
    )
    def test_is_an_empty_one_and_none_is_made(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], printed: object
    ) -> None:
        assert call(*arguments) == 0
        assert capsys.readouterr() == printed
        assert not Paths.default().data_dir.exists()

    def test_none_are_left(self, capsys: pytest.CaptureFixture[str]) -> None:
        History.open(Paths.default().history_file).close()
        assert call() == 0
        assert capsys.readouterr() == ("", "call-notifier: no tests yet\n")

    @pytest.mark.usefixtures("filled")
    def test_none_since_then(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--since", "2101-01-01") == 0
        assert capsys.readouterr() == ("", "call-notifier: no tests since then\n")

    def test_as_csv_is_a_header(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--csv") == 0
        assert capsys.readouterr().out.startswith("id,time,")
        assert not Paths.default().data_dir.exists()


@pytest.mark.usefixtures("filled")
class TestForPeople:
    def test_a_line_a_run_newest_first(
        self, capsys: pytest.CaptureFixture[str], now: float
    ) -> None:
        assert call() == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        lines = output.splitlines()
        assert len(lines) == 3
        local = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(now / 1000))
        assert lines[0] == (
            f"{local}  ■ red    We expect your call quality to be really terrible  wifi"
        )
        assert lines[1].endswith(
            "■ red    You are in a very lossy network  wifi  "
            "round trip 20 ms, loss 12.5%, jitter 1.2 ms, throughput at least 5.0 Mbit/s"
        )
        assert "● green  You are in a good network condition" in lines[2]
        assert lines[2].endswith("  demonstration")

    def test_each_colour_has_a_shape(self) -> None:
        assert set(SYMBOLS) == set(PLAIN_SYMBOLS) == {"green", "amber", "red"}
        assert len(set(SYMBOLS.values())) == len(set(PLAIN_SYMBOLS.values())) == 3
        assert "".join(PLAIN_SYMBOLS.values()).isascii()

    def test_a_terminal_without_shapes(self) -> None:
        process = start(PYTHONIOENCODING="ascii")
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert b"! red    We expect" in output
        assert b"+ green  You are" in output

    def test_a_text_does_not_steer_the_terminal(
        self, capsys: pytest.CaptureFixture[str], filled: Path
    ) -> None:
        measurement = example_measurement()
        with History.open(filled) as history:
            history.add_run(
                example_verdict(measurement, notification="all\x1b[2J\nfine"),
                measurement,
                network_id="home",
                origin="tray",
                trigger="manual",
                demonstration=False,
            )
        assert call() == 0
        assert "all [2J fine" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
class TestForPrograms:
    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--json") == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        records = json.loads(output)
        assert [record["notificationCode"] for record in records] == [100, 200, 950]
        assert [record["id"] for record in records] == [3, 2, 1]
        assert [record["demonstration"] for record in records] == [False, False, True]
        assert [record["notificationDecision"] for record in records] == [
            {"show": False, "reason": "changed", "deliveredBy": None},
            {"show": True, "reason": "changed", "deliveredBy": "freedesktop"},
            None,
        ]
        assert {record["origin"] for record in records} == {"tray"}
        assert {record["networkId"] for record in records} == {"home"}
        assert records[1]["servers"][0]["lossFraction"] == 0.125

    def test_csv(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--csv") == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
        assert [row["notificationCode"] for row in rows] == ["100", "200", "950"]
        assert [row["lossFraction"] for row in rows] == ["", "0.125", "0.004"]

    @pytest.mark.parametrize("form", ["--json", "--csv"])
    def test_utf_8_whatever_the_terminal_is(self, filled: Path, form: str) -> None:
        measurement = example_measurement(example_server(provider="Käyttäjä ▲"))
        with History.open(filled) as history:
            history.add_run(
                example_verdict(measurement),
                measurement,
                network_id="home",
                origin="tray",
                trigger="manual",
                demonstration=False,
            )
        process = start(form, PYTHONIOENCODING="ascii")
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert "Käyttäjä ▲" in output.decode("utf-8")

    def test_one_damaged_record_is_told_and_the_others_are_printed(
        self, filled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with History.open(filled) as history:
            history._connection.execute("UPDATE run_records SET verdict = '' WHERE run_id = 2")
        assert call("--json") == 0
        output, errors = capsys.readouterr()
        assert [record["id"] for record in json.loads(output)] == [3, 1]
        assert errors == "call-notifier: The record of test 2 in the history cannot be read.\n"


@pytest.mark.usefixtures("filled")
class TestChoosing:
    @pytest.mark.parametrize(
        ("arguments", "ids"),
        [
            (("--since", "2h"), [3, 2]),
            (("--since", "30m"), [3]),
            (("--since", "1w"), [3, 2, 1]),
            (("--since", "0s"), []),
            (("--since", "2001-01-01"), [3, 2, 1]),
            (("--since", "2101-01-01T00:00Z"), []),
            (("--limit", "2"), [3, 2]),
            (("--limit", "1", "--since", "2h"), [3]),
            (("--limit", "99"), [3, 2, 1]),
        ],
    )
    def test_since_and_limit(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], ids: list[int]
    ) -> None:
        assert call("--json", *arguments) == 0
        assert [record["id"] for record in json.loads(capsys.readouterr().out)] == ids
        assert call(*arguments) == 0
        assert len(capsys.readouterr().out.splitlines()) == len(ids)

    def test_a_wrong_since(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--since", "yesterday") == 2
        output, errors = capsys.readouterr()
        assert output == ""
        assert re.fullmatch(r"call-notifier: --since: 'yesterday' is neither [^\n]+\n", errors)

    @pytest.mark.parametrize(
        "arguments",
        [
            ("--limit", "0"),
            ("--limit", "-1"),
            ("--limit", "many"),
            ("--limit", "²"),
            ("--json", "--csv"),
            ("--wrong",),
        ],
    )
    def test_wrong_usage(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            call(*arguments)
        assert caught.value.code == 2
        assert capsys.readouterr().out == ""


class TestCannotBeRead:
    def test_damaged(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = Paths.default().history_file
        path.parent.mkdir(parents=True)
        path.write_bytes(b"this is no database" * 100)
        for arguments in ((), ("--json",), ("--csv",)):
            assert call(*arguments) == 1
            output, errors = capsys.readouterr()
            assert output == ""
            assert errors == f"call-notifier: The history file {path} is damaged.\n"
        assert path.read_bytes().startswith(b"this is no database")

    def test_newer(self, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with History.open(filled) as history:
            history._connection.execute("PRAGMA user_version = 99")
        assert call() == 1
        output, errors = capsys.readouterr()
        assert output == ""
        assert "newer version" in errors
        assert errors.count("\n") == 1


class TestOutputThatGoesAway:
    def many(self, path: Path) -> None:
        """More than a pipe holds."""
        with History.open(path) as history:
            for number in range(150):
                measurement = example_measurement(timestamp=float(number))
                history.add_run(
                    example_verdict(measurement),
                    measurement,
                    network_id="home",
                    origin="tray",
                    trigger="schedule",
                    demonstration=False,
                )

    @pytest.mark.parametrize("form", ["--json", "--csv"])
    def test_a_reader_that_has_seen_enough(self, filled: Path, form: str) -> None:
        self.many(filled)
        process = start(form)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        assert (process.wait(timeout=60), errors) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
    @pytest.mark.parametrize("arguments", [(), ("--json",), ("--csv",)])
    @pytest.mark.usefixtures("filled")
    def test_a_full_disk(self, arguments: tuple[str, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                program.command("history", *arguments),
                cwd=ROOT,
                env=program.environment({}),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
                check=False,
            )
        assert done.returncode == 1
        assert re.fullmatch(r"call-notifier: the output cannot be written: [^\n]+\n", done.stderr)


class TestFilters:
    @pytest.mark.parametrize(
        ("options", "codes"),
        [
            (["--until", "30m"], ["lossy", "sufficient"]),
            (["--color", "red"], ["terrible", "lossy"]),
            (["--color", "red", "--color", "green"], None),
            (["--network", "office"], []),
            (["--server", "Head office", "--color", "red"], ["lossy"]),
        ],
    )
    @pytest.mark.usefixtures("filled")
    def test_only_these(
        self, capsys: pytest.CaptureFixture[str], options: list[str], codes: list[str] | None
    ) -> None:
        assert call(*options) == 0
        out, err = capsys.readouterr()
        assert len(out.splitlines()) == (3 if codes is None else len(codes))
        assert ("no tests of these" in err) == (codes == [])

    @pytest.mark.parametrize(
        "options",
        [
            ["--delete"],
            ["--all"],
            ["--delete", "--all", "--color", "red"],
            ["--delete", "--color", "red", "--limit", "1"],
            ["--until", "whenever"],
        ],
    )
    def test_wrong_usage(
        self, capsys: pytest.CaptureFixture[str], filled: Path, options: list[str]
    ) -> None:
        assert call(*options) == 2
        assert capsys.readouterr().err
        with History.open_read_only(filled) as history:
            assert history.count() == 3


class TestDelete:
    def test_of_one_colour(self, capsys: pytest.CaptureFixture[str], filled: Path) -> None:
        assert call("--delete", "--color", "red") == 0
        assert capsys.readouterr().out == "deleted 2 tests and 0 calls\n"
        with History.open(filled) as history:
            assert history.count() == 1
            assert not history.purge_is_due(now=time.time() * 1000 + 1e9)

    def test_all(self, capsys: pytest.CaptureFixture[str], filled: Path) -> None:
        assert call("--delete", "--all") == 0
        assert capsys.readouterr().out == "deleted 3 tests and 0 calls\n"
        with History.open(filled) as history:
            assert history.count() == 0

    def test_where_there_is_no_history_none_is_made(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert call("--delete", "--all") == 0
        assert capsys.readouterr().out == "deleted 0 tests and 0 calls\n"
        assert not Paths.default().history_file.exists()


def test_a_run_whose_server_let_nobody_in(capsys: pytest.CaptureFixture[str]) -> None:
    measurement = example_measurement(timestamp=time.time() * 1000)
    with History.open(Paths.default().history_file) as history:
        history.add_run(
            example_verdict(measurement, summary_code=10, causes=("bad-credentials",)),
            measurement,
            network_id="home",
            origin="tray",
            trigger="schedule",
            demonstration=False,
        )
    assert call() == 0
    assert "  ?        not known: the call server let nobody in  " in capsys.readouterr().out
