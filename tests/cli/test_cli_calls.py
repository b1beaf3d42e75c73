"""``call-notifier calls``, in this process and as one of its own."""

import argparse
import io
import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from notifier.calls.record import CallRecord
from notifier.cli import calls as command
from notifier.cli.call_report import call_line, call_text, over_line
from notifier.history.call_export import CALL_COLUMNS, write_calls_csv
from notifier.history.store import History
from notifier.quality import CallFigures
from notifier.settings.paths import Paths
from tests import program
from tests.call_records import MINUTE, call_records, example_call, example_feedback

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "notifier" / "call.schema.json").read_text())
HOUR = 60 * MINUTE


def call(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments), Paths.default())


def start(*arguments: str, **environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        program.command("calls", *arguments),
        cwd=ROOT,
        env=program.environment(environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def keep(*over: CallRecord) -> Path:
    path = Paths.default().history_file
    with History.open(path) as history:
        history.keep_calls(open={}, over=over, clients={}, now=time.time() * 1000)
    return path


@pytest.fixture
def now() -> float:
    return time.time() * 1000


@pytest.fixture
def filled(now: float) -> Path:
    """Three calls: as forecast yesterday, worse an hour ago, one without an answer just now."""
    return keep(
        example_call("yesterday", began=now - 24 * HOUR, feedback=example_feedback(4)),
        example_call(
            "worse",
            began=now - HOUR,
            application="softphone",
            outcome="dropped",
            summary_code=20,
            color="red",
            forecast_right=False,
            duration_ms=HOUR + 5 * MINUTE,
        ),
        CallRecord(
            call_id="missed",
            conference_id="",
            began=now,
            ended=now,
            duration_ms=0.0,
            outcome="missed",
        ),
    )


class TestNoHistory:
    @pytest.mark.parametrize(
        ("arguments", "printed"),
        [
            ((), ("", "call-notifier: no calls yet\n")),
            (("--since", "1w"), ("", "call-notifier: no calls yet\n")),
            (("--json",), ("[]\n", "")),
            (("--csv", "--since", "1w"), (f"{','.join(CALL_COLUMNS)}\r\n", "")),
            (("--json", "--since", "1w", "--limit", "3"), ("[]\n", "")),
            (
                ("--delete", "all"),
                ("deleted 0 calls, and what the forecast learnt from them\n", ""),
            ),
        ],
    )
    def test_is_an_empty_one_and_none_is_made(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], printed: object
    ) -> None:
        assert call(*arguments) == 0
        assert capsys.readouterr() == printed
        assert not Paths.default().data_dir.exists()

    @pytest.mark.parametrize("arguments", [("show", "call-1"), ("--delete", "call-1")])
    def test_has_no_call_of_any_name(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
    ) -> None:
        assert call(*arguments) == 1
        assert capsys.readouterr() == ("", "call-notifier: there is no call call-1\n")
        assert not Paths.default().data_dir.exists()

    @pytest.mark.usefixtures("filled")
    def test_none_since_then(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--since", "2101-01-01") == 0
        assert capsys.readouterr() == ("", "call-notifier: no calls since then\n")


@pytest.mark.usefixtures("filled")
class TestForPeople:
    def test_a_line_a_call_newest_first(
        self, capsys: pytest.CaptureFixture[str], now: float
    ) -> None:
        def local(at: float) -> str:
            return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at / 1000))

        assert call() == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        assert output.splitlines() == [
            f"{local(now)}  ? -      missed  unnamed application  0 s  missed",
            (
                f"{local(now - HOUR)}  ■ red    dropped, lossy network  softphone  1 h 5 min  "
                "forecast ● green, wrong  worse"
            ),
            (
                f"{local(now - 24 * HOUR)}  ● green  excellent network  meet.example.com  "
                "10 min 0 s  forecast ● green, right  rated 4 of 5  yesterday"
            ),
        ]

    def test_a_terminal_without_shapes(self) -> None:
        process = start(PYTHONIOENCODING="ascii")
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert b"! red    dropped, lossy network" in output
        assert b"forecast + green, wrong" in output

    def test_a_text_does_not_steer_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        evil = "a\x1b[2J\nb"
        full = example_call(evil, application=evil, origin=evil, user_id=evil, comparison=evil)
        (fabric,), (event, _) = full.fabrics, full.events
        keep(
            msgspec.structs.replace(
                full,
                conference_id=evil,
                feedback=example_feedback(comment=evil),
                events=(msgspec.structs.replace(event, event=evil, data={evil: evil}),),
                fabrics=(
                    msgspec.structs.replace(
                        fabric,
                        remote_user_id=evil,
                        streams=(msgspec.structs.replace(fabric.streams[0], user_id=evil),),
                    ),
                ),
            )
        )
        for arguments in ((), ("show", evil)):
            assert call(*arguments) == 0
            output, errors = capsys.readouterr()
            assert errors == ""
            assert output.count("a [2J b") >= 1
            assert "\x1b" not in output
            assert "\nb" not in output
        assert call("show", f"{evil}?") == 1
        assert capsys.readouterr() == ("", "call-notifier: there is no call a [2J b?\n")


class TestShow:
    def test_everything_about_a_call(self, capsys: pytest.CaptureFixture[str]) -> None:
        keep(example_call(feedback=example_feedback(2, audio=1, comment="An echo.")))
        assert call("show", "call-1") == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        lines = [line.strip() for line in output.splitlines()]
        assert lines[0] == "● green: excellent network"
        for line in (
            (
                "meet.example.com (https://meet.example.com), conference stand-up, "
                "reported by extension"
            ),
            "outbound, participant, as ann",
            (
                "2.50 Mbit/s available, 0.1% of the sound made up, picture still for 0.0% of the "
                "time, 24 ms one way (9 min 0 s looked at)"
            ),
            "forecast ● green, right, 80% sure",
            "Forecast green, and so it was.",
            "rated 2 of 5, sound 1: An echo.",
            (
                "bob: multiplex, terminated, connected in 1500 ms, relayed over turn/udp, "
                "once disrupted, 1 s"
            ),
            (
                "up audio opus of ann: 40 kbit/s, 0.2% lost, jitter 2.5 ms, round trip 23 ms, "
                "quality excellent"
            ),
        ):
            assert line in lines
        assert "down video VP8 camera of bob: 1280x720, 30 pictures/s, 1450 kbit/s" in output
        assert "up 0.95 Mbit/s, down 1.45 Mbit/s, round trip 25 ms, loss 1.0%" in output
        assert 'applicationLog  {"level":"warn","message":"the network changed"}' in output

    @pytest.mark.usefixtures("filled")
    def test_by_the_beginning_of_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("show", "worse") == 0
        whole = capsys.readouterr()
        assert call("show", "wo") == 0
        assert capsys.readouterr() == whole

    def test_a_beginning_of_several_names(self, capsys: pytest.CaptureFixture[str]) -> None:
        keep(example_call("ab"), example_call("abc"), example_call("abd"))
        assert call("show", "a") == 1
        assert capsys.readouterr() == ("", "call-notifier: 3 calls begin with a\n")
        assert call("--json", "show", "ab") == 0, "a whole name is a beginning of others as well"
        assert json.loads(capsys.readouterr().out)["callId"] == "ab"
        assert call("show", "") == 1
        assert capsys.readouterr() == ("", "call-notifier: there is no call \n")

    def test_one_that_never_connected(self, capsys: pytest.CaptureFixture[str]) -> None:
        (fabric,) = example_call().fabrics
        never = msgspec.structs.replace(
            fabric,
            end="failed",
            setup_delay_ms=None,
            failure_delay_ms=15_000.0,
            relay_type=None,
            disruptions=0,
            transport_switches=2,
            streams=(),
            remote_user_id="",
        )
        nothing = CallFigures(
            available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
        )
        keep(
            example_call(
                outcome="failed",
                fabrics=(never,),
                figures=nothing,
                summary_code=10,
                color="red",
                forecast=None,
                forecast_right=None,
                comparison=None,
                timeline=(),
                events=(),
                events_dropped=7,
            )
        )
        assert call("show", "call-1") == 0
        output = capsys.readouterr().out
        assert output.startswith("■ red: failed, bad connection\n")
        assert "  not connected (9 min 0 s looked at)\n" in output
        assert (
            "  somebody: multiplex, failed, given up after 15000 ms, 2 times another path\n"
            in output
        )
        assert "means of ten seconds" not in output
        assert output.endswith("and 7 more, which were not kept\n")

    def test_long_data_is_cut(self, capsys: pytest.CaptureFixture[str]) -> None:
        (event, _) = example_call().events
        keep(example_call(events=(msgspec.structs.replace(event, data={"sdp": "v" * 100_000}),)))
        assert call("show", "call-1") == 0
        assert len(capsys.readouterr().out) < 3000

    @pytest.mark.usefixtures("filled")
    @pytest.mark.parametrize(
        "arguments", [("show", "worse", "--json"), ("--json", "show", "worse")]
    )
    def test_as_json(self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
        assert call(*arguments) == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        assert output.count("\n") == 1
        record = json.loads(output)
        jsonschema.validate(record, SCHEMA)
        assert (record["callId"], record["color"]) == ("worse", "red")

    def test_a_damaged_record(self, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with History.open(filled) as history:
            history._connection.execute("UPDATE call_records SET record = ''")
        assert call("show", "worse") == 1
        assert capsys.readouterr() == (
            "",
            "call-notifier: The record of call worse in the history cannot be read.\n",
        )

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(record=call_records)
    def test_any_call_reads(self, record: CallRecord) -> None:
        text = call_text(record)
        assert all(line.isprintable() for line in text.split("\n"))
        changed: dict[str, Any] = {"summary_code": 42, "duration_ms": float("inf")}
        assert call_text(msgspec.structs.replace(record, **changed))


@pytest.mark.usefixtures("filled")
class TestForPrograms:
    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--json") == 0
        output, errors = capsys.readouterr()
        assert errors == ""
        records = json.loads(output)
        assert [record["callId"] for record in records] == ["missed", "worse", "yesterday"]
        for record in records:
            jsonschema.validate(record, SCHEMA)
        assert records[2]["feedback"]["overall"] == 4
        assert records[2]["fabrics"][0]["streams"][1]["width"] == 1280
        assert records[0]["figures"] is None

    def test_utf_8_whatever_the_terminal_is(self) -> None:
        keep(example_call("ü", application="Käyttäjä ▲"))
        for arguments in (("--json",), ("show", "--json", "ü")):
            process = start(*arguments, PYTHONIOENCODING="ascii")
            output, errors = process.communicate(timeout=60)
            assert (process.returncode, errors) == (0, b"")
            assert "Käyttäjä ▲" in output.decode("utf-8")

    def test_a_line_a_call_for_spreadsheets(self, filled: Path) -> None:
        process = start("--csv", "--limit", "2", PYTHONIOENCODING="ascii")
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        with History.open_read_only(filled) as history:
            expected = io.StringIO(newline="")
            write_calls_csv([history.call("missed"), history.call("worse")], expected)
        assert output.decode("utf-8") == expected.getvalue()

    def test_one_damaged_record_is_told_and_the_others_are_printed(
        self, filled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with History.open(filled) as history:
            history._connection.execute("UPDATE call_records SET record = '' WHERE call = 2")
        assert call("--json") == 0
        output, errors = capsys.readouterr()
        assert [record["callId"] for record in json.loads(output)] == ["missed", "yesterday"]
        assert errors == "call-notifier: The record of call worse in the history cannot be read.\n"
        assert call() == 0
        assert len(capsys.readouterr().out.splitlines()) == 3, "lists read no records"


@pytest.mark.usefixtures("filled")
class TestChoosing:
    @pytest.mark.parametrize(
        ("arguments", "names"),
        [
            (("--since", "2h"), ["missed", "worse"]),
            (("--since", "30m"), ["missed"]),
            (("--since", "1w"), ["missed", "worse", "yesterday"]),
            (("--since", "0s"), []),
            (("--limit", "2"), ["missed", "worse"]),
            (("--limit", "1", "--since", "2h"), ["missed"]),
        ],
    )
    def test_since_and_limit(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], names: list[str]
    ) -> None:
        assert call("--json", *arguments) == 0
        found = [record["callId"] for record in json.loads(capsys.readouterr().out)]
        assert found == names
        assert call(*arguments) == 0
        assert len(capsys.readouterr().out.splitlines()) == len(names)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--since", "yesterday"), "--since: 'yesterday' is neither .+"),
            (("--delete", "all", "--since", "1w"), "--since and --limit are for the list alone"),
            (("--delete", "all", "--limit", "1"), "--since and --limit are for the list alone"),
            (("--limit", "1", "show", "worse"), "--since and --limit are for the list alone"),
            (("--delete", "worse", "show", "worse"), "--delete and show are two commands"),
            (("--csv", "show", "worse"), "--csv is for the list alone"),
        ],
    )
    def test_wrong_words(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
    ) -> None:
        assert call(*arguments) == 2
        output, errors = capsys.readouterr()
        assert output == ""
        assert re.fullmatch(f"call-notifier: {said}\n", errors)
        assert call("--json") == 0
        assert len(json.loads(capsys.readouterr().out)) == 3, "nothing was deleted"

    @pytest.mark.parametrize(
        "arguments",
        [
            ("--limit", "0"),
            ("--json", "--delete", "all"),
            ("--delete",),
            ("show",),
            ("worse",),
            ("show", "worse", "more"),
            ("--csv", "--json"),
            ("--csv", "--delete", "all"),
        ],
    )
    def test_wrong_usage(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            call(*arguments)
        assert caught.value.code == 2
        assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("filled")
class TestDelete:
    def left(self, path: Path) -> tuple[list[str], set[str]]:
        with History.open_read_only(path) as history:
            return history.call_ids(), {result.call_id for result in history.call_results()}

    @pytest.fixture(autouse=True)
    def learnt(self, filled: Path, now: float) -> None:
        figures = example_call().figures
        assert figures is not None
        with History.open(filled) as history:
            for name in ("worse", "yesterday", "long ago"):
                history.add_call_result(
                    name, figures, timestamp=now, duration_ms=1.0, network_id="home"
                )

    def test_one(self, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--delete", "worse") == 0
        assert capsys.readouterr() == (
            "deleted 1 call, and what the forecast learnt from it\n",
            "",
        )
        assert self.left(filled) == (["missed", "yesterday"], {"yesterday", "long ago"})
        assert call("--delete", "worse") == 1
        assert capsys.readouterr() == ("", "call-notifier: there is no call worse\n")

    def test_all(self, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert call("--delete", "all") == 0
        assert capsys.readouterr() == (
            "deleted 3 calls, and what the forecast learnt from them\n",
            "",
        )
        assert self.left(filled) == ([], set())


class TestCannotBeRead:
    def test_damaged(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = Paths.default().history_file
        path.parent.mkdir(parents=True)
        path.write_bytes(b"this is no database" * 100)
        for arguments in ((), ("--json",), ("show", "call-1")):
            assert call(*arguments) == 1
            output, errors = capsys.readouterr()
            assert output == ""
            assert errors == f"call-notifier: The history file {path} is damaged.\n"
        assert path.read_bytes().startswith(b"this is no database")
        assert call("--delete", "all") == 0
        output, errors = capsys.readouterr()
        assert output.startswith("deleted 0 calls")
        assert "has been set aside" in errors

    def test_newer(self, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with History.open(filled) as history:
            history._connection.execute("PRAGMA user_version = 99")
        for arguments in ((), ("--json",), ("show", "worse"), ("--delete", "all")):
            assert call(*arguments) == 1
            output, errors = capsys.readouterr()
            assert output == ""
            assert "newer version" in errors
            assert errors.count("\n") == 1

    def test_a_row_with_an_endless_duration(
        self, filled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with History.open(filled) as history:
            history._connection.execute("UPDATE calls SET duration_ms = 9e999, began = -9e999")
            (row, *_) = history.calls()
        assert call_line(row)


def test_a_call_that_is_over_now_reads_as_in_the_list(filled: Path) -> None:
    with History.open_read_only(filled) as history:
        rows = history.calls()
        records = [history.call(row.call_id) for row in rows]
    assert len(rows) == 3
    assert [over_line(record) for record in records] == [call_line(row) for row in rows]


class TestOutputThatGoesAway:
    def test_a_reader_that_has_seen_enough(self) -> None:
        keep(*(example_call(f"call-{number}") for number in range(150)))  # more than a pipe holds
        process = start("--json")
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        assert (process.wait(timeout=60), errors) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
    @pytest.mark.parametrize("arguments", [(), ("--json",), ("show", "worse")])
    @pytest.mark.usefixtures("filled")
    def test_a_full_disk(self, arguments: tuple[str, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                program.command("calls", *arguments),
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
