"""``call-notifier watch`` as a program of its own; mostly against its embedded relay."""

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import jsonschema
import pytest

from notifier.history.store import History
from notifier.settings.paths import Paths
from tests import program
from tests.calls.talking import Talker, hello, until
from tests.processes import alive
from tests.program import LIMIT, ROOT, run, start

SCHEMA = json.loads((ROOT / "notifier" / "verdict.schema.json").read_text())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_line_a_verdict_until_a_signal(number: signal.Signals) -> None:
    with start("watch", "--json", "--interval", "3600") as watch:
        watch.until(watch.out, "}")
        children = watch.descendants()
        assert children, "the embedded relay"
        watch.process.send_signal(number)
        ended = watch.wait()
    assert ended.status == 0
    (line,) = ended.out.splitlines()
    verdict = json.loads(line)
    jsonschema.validate(verdict, SCHEMA)
    assert "demonstration relay: this is not your network" in ended.err
    assert "Traceback" not in ended.err
    assert not [pid for pid in children if alive(pid)]
    with History.open_read_only(Paths.default().history_file) as history:
        (stored,) = history.runs()
        decision = history.run(stored.id).decision
    assert (stored.origin, stored.trigger, stored.timestamp) == (
        "watch",
        "start",
        verdict["timestamp"],
    )
    assert decision is not None
    assert decision.reason == "demonstration"
    log = (Paths.default().state_dir / "log" / "watch.log").read_text()
    told = [line.split(" ", 2)[2] for line in log.splitlines()]
    assert told[0].startswith("notifier.journal.keeping: watch ")
    assert "notifier.service.event_log: run: full, by start" in told
    assert any(": verdict: " in line and ", network " in line for line in told)
    assert "notifier.service.event_log: notification: kept quiet, demonstration" in told
    assert told[-1] == "notifier.journal.keeping: ended"
    assert Paths.default().config_file.exists(), "with comments, for whoever wants to set it up"


def test_a_signal_during_a_run_leaves_no_process() -> None:
    with start("watch") as watch:
        watch.until(watch.err, "demonstration relay")
        children = watch.descendants()
        watch.process.send_signal(signal.SIGTERM)
        watch.process.send_signal(signal.SIGTERM)
        ended = watch.wait()
    assert ended.status == 0
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert not [pid for pid in children if alive(pid)]


def test_what_was_told_on_the_terminal_is_kept() -> None:
    file = Paths.default().config_file
    file.parent.mkdir(parents=True)
    file.write_text('[[server]]\nurls = ["turn:127.0.0.1:1?transport=tcp"]\n')
    file.chmod(0o600)
    with start("watch") as watch:
        watch.until(watch.out, "really terrible")
        watch.process.terminate()
        ended = watch.wait()
    assert ended.status == 0
    (line,) = ended.out.splitlines()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  ■ red, bad \(\d+% sure\): "
        "We expect your call quality to be really terrible; no connection",
        line,
    )
    with History.open_read_only(Paths.default().history_file) as history:
        (stored,) = history.runs()
        decision = history.run(stored.id).decision
    assert decision is not None
    assert (decision.show, decision.reason, decision.delivered_by) == (True, "first", "terminal")
    assert stored.notification_code == 100


def test_what_holds_tests_back_is_said_once() -> None:
    file = Paths.default().config_file
    file.parent.mkdir(parents=True)
    file.write_text(
        '[test]\ndata-budget-mb = 0\n[[server]]\nurls = ["turn:127.0.0.1:1?transport=tcp"]\n'
    )
    file.chmod(0o600)
    with start("watch", "--json") as watch:
        watch.until(watch.err, "data budget")
        watch.process.terminate()
        ended = watch.wait()
    assert ended.status == 0
    assert ended.out == ""
    assert ended.err.count("call-notifier: no tests for now, to keep within the data budget") == 1


@pytest.mark.parametrize("as_json", [False, True])
async def test_a_call_that_is_over_is_a_line(as_json: bool) -> None:
    now = time.time() * 1000
    message = {"timestamp": now, "callId": "call-1"}
    with start("watch", *(["--json"] if as_json else []), "--interval", "3600") as watch:
        address = Paths.default().runtime_dir / "feed.sock"
        await until(address.exists)
        talker = await Talker.at(str(address), hello())
        talker.say(
            {**message, "type": "conference.join", "conferenceId": "c", "application": "Example"},
            {**message, "type": "fabric.add", "fabricId": "f", "remoteUserId": "bob"},
            {**message, "type": "conference.leave", "seq": 1},
        )
        assert (await talker.hear())["type"] == "ack"
        rating = {"type": "feedback", "timestamp": now, "callId": "call-1", "overall": 4}
        talker.say({**rating, "seq": 2})
        assert (await talker.hear())["type"] == "ack"
        await talker.close()
        watch.process.terminate()
        ended = watch.wait()
    assert ended.status == 0
    lines = (ended.err if as_json else ended.out).splitlines()
    (line,) = (line for line in lines if "call-1" in line)
    assert "aborted  Example" in line
    assert "call-1" not in (ended.out if as_json else ended.err)


def test_one_watch_a_person() -> None:
    with start("watch", "--json") as watch:
        watch.until(watch.err, "demonstration relay")
        second = run("watch")
        assert second.status == 1
        assert second.err == "call-notifier: another watch of yours is running already\n"
        assert second.out == ""
        watch.process.terminate()
        assert watch.wait().status == 0


def test_no_place_for_its_lock(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run("watch", XDG_RUNTIME_DIR=str(tmp_path / "file"))
    assert ended.status == 1
    assert ended.err.startswith("call-notifier: ")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("interval", ["29", "86401", "-5", "nan", "inf", "often", ""])
def test_an_interval_that_makes_no_sense(interval: str) -> None:
    ended = run("watch", f"--interval={interval}")
    assert ended.status == 2
    assert "--interval" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_reader_that_has_gone(options: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    watch = subprocess.Popen(
        program.command("watch", *options),
        cwd=ROOT,
        env=program.environment({}),
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    os.close(reading)
    _, err = watch.communicate(timeout=LIMIT)
    assert watch.returncode == 0
    assert b"Traceback" not in err
    assert b"Exception ignored" not in err


def test_a_full_disk_for_the_verdicts() -> None:
    with open("/dev/full", "wb") as full:
        watch = subprocess.Popen(
            program.command("watch", "--json"),
            cwd=ROOT,
            env=program.environment({}),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
        )
        _, err = watch.communicate(timeout=LIMIT)
    assert watch.returncode == 1
    assert b"the output cannot be written: No space left on device" in err
    assert b"Traceback" not in err
