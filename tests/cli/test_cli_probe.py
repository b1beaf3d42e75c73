"""``call-notifier probe`` as a program of its own, against a relay on loopback."""

import argparse
import asyncio
import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest
from filelock import FileLock

from notifier.cli import probe
from notifier.history.store import History
from notifier.relay.impair import LinkSettings
from notifier.relay.process import RelayAccess, demonstration_relay
from notifier.settings.paths import Paths
from tests import program
from tests.processes import alive, command_line, descendants_of
from tests.processes import environment as environment_of
from tests.program import LIMIT, ROOT, Ended, run, start

SCHEMA = json.loads((ROOT / "notifier" / "verdict.schema.json").read_text())


@contextmanager
def relay_process(**links: LinkSettings) -> Iterator[RelayAccess]:
    """A relay for as long as the block lasts, for a test without a loop."""
    with asyncio.Runner() as runner:
        context = demonstration_relay(**links)
        access = runner.run(context.__aenter__())
        try:
            yield access
        finally:
            runner.run(context.__aexit__(None, None, None))


@pytest.fixture
def relay() -> Iterator[RelayAccess]:
    with relay_process() as access:
        yield access


@pytest.fixture
def slow_relay() -> Iterator[RelayAccess]:
    """A relay so far away that a full run takes seconds."""
    with relay_process(up=LinkSettings(delay_ms=300)) as access:
        yield access


def at(relay: RelayAccess) -> tuple[str, ...]:
    return ("--server", relay.url, "--username", relay.username, "--password-env", "RELAY")


def verdict_of(ended: Ended) -> dict[str, object]:
    """The one JSON object on standard output, checked against the schema."""
    assert ended.status == 0, ended
    assert ended.out.endswith("}\n")
    verdict: dict[str, object] = json.loads(ended.out)
    jsonschema.validate(
        verdict, SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return verdict


def servers_of(verdict: dict[str, object]) -> list[dict[str, object]]:
    servers = verdict["servers"]
    assert isinstance(servers, list)
    return servers


@pytest.mark.parametrize("status", [2, 0])
def test_a_policy_of_no_use_is_no_demonstration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    paths = Paths.under(tmp_path)
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    file = paths.policy_dir / "office.json"
    file.write_text('{"mandatory": {"test": {"interval": "often"}}}')
    file.chmod(0o666 if status else 0o644)  # others can write to it: it counts for nothing
    parser = argparse.ArgumentParser()
    probe.add_arguments(parser)
    assert probe.run(parser.parse_args(["--light"]), paths, os.environ) == status
    said = capsys.readouterr()
    assert ("the organisation's policy can't be used" in said.err) == (status == 2)
    assert bool(said.out) == (status == 0)


def test_without_servers_it_is_a_demonstration() -> None:
    ended = run("probe", "--json")
    verdict = verdict_of(ended)
    assert "demonstration relay: this is not your network" in ended.err
    assert "call-like stream" in ended.err
    (server,) = servers_of(verdict)
    assert server["provider"] == "demonstration relay: this is not your network"
    assert server["reachable"] is True
    assert verdict["mode"] == "full"


def test_words_for_a_person(relay: RelayAccess) -> None:
    ended = run("probe", "--light", *at(relay), RELAY=relay.password)
    assert ended.status == 0
    assert "% sure" in ended.out
    assert relay.url in ended.out
    assert "demonstration" not in ended.out + ended.err


def test_a_light_run_loads_nothing(relay: RelayAccess) -> None:
    verdict = verdict_of(run("probe", "--light", "--json", *at(relay), RELAY=relay.password))
    (server,) = servers_of(verdict)
    assert verdict["mode"] == "light"
    assert server["throughputKbps"] is None
    assert server["rttMs"] is not None


def test_without_a_call_check(relay: RelayAccess) -> None:
    ended = run("probe", "--no-call-check", "--json", *at(relay), RELAY=relay.password)
    (server,) = servers_of(verdict_of(ended))
    assert server["callCheck"] is None


def test_a_light_run_has_no_call_check() -> None:
    ended = run("probe", "--light", "--call-check", "--server", "turn:127.0.0.1:1")
    assert ended.status == 2
    assert "--call-check goes with a full run" in ended.err


def test_several_servers_each_with_its_result(relay: RelayAccess) -> None:
    others = ("--server", "turn:127.0.0.1:1?transport=tcp", "--server", "turn:name.invalid")
    ended = run("probe", "--light", "--json", *at(relay), *others, RELAY=relay.password)
    servers = servers_of(verdict_of(ended))
    assert [server["url"] for server in servers] == [
        relay.url,
        "turn:127.0.0.1:1?transport=tcp",
        "turn:name.invalid",
    ]
    assert [server["error"] for server in servers] == [None, "refused", "dns"]
    assert "turn:127.0.0.1:1?transport=tcp: refused" in ended.err


def test_a_server_that_cannot_be_reached_is_a_verdict() -> None:
    verdict = verdict_of(run("probe", "--json", "--server", "turn:127.0.0.1:1?transport=tcp"))
    assert (verdict["summaryCode"], verdict["notificationCode"]) == (10, 100)
    assert (verdict["connectivityCode"], verdict["color"]) == (1, "red")


def test_a_wrong_password_is_a_verdict(relay: RelayAccess) -> None:
    verdict = verdict_of(run("probe", "--light", "--json", *at(relay), RELAY="wrong"))
    assert servers_of(verdict)[0]["error"] == "unauthorized"
    assert "bad-credentials" in verdict["causes"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--server", "https://example.org"), "https://example.org"),
        (("--server", "turn:example.org", "--wrong"), "--wrong"),
        (("--server",), "--server"),
        (("--username", "anna"), "--server"),
        (("--server", "turn:example.org", "--password-env", "RELAY"), "--username"),
        (
            ("--server", "turn:example.org", "--username", "a", "--password-env", "NOT_SET"),
            "NOT_SET is not set",
        ),
        (("--server", "turns:example.org", "--ca-file", "/nothing/here"), "/nothing/here"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], words: str) -> None:
    ended = run("probe", "--json", *arguments, RELAY="hush")
    assert ended.status == 2
    assert ended.out == ""
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert not Paths.default().history_file.exists()


def test_the_configured_servers_are_tested(relay: RelayAccess) -> None:
    file = Paths.default().config_file
    file.parent.mkdir(parents=True)
    file.write_text(
        f'intervall = 5\n\n[[server]]\nurls = ["{relay.url}"]\nlabel = "Büro"\n'
        f'username = "{relay.username}"\npassword-env = "RELAY"\n'
    )
    file.chmod(0o600)
    ended = run("probe", "--light", "--json", RELAY=relay.password)
    (server,) = servers_of(verdict_of(ended))
    assert (server["provider"], server["error"]) == ("Büro", None)
    assert "intervall" in ended.err, "a wrong key is named, and stops nothing"


def test_the_run_is_in_the_history(relay: RelayAccess) -> None:
    verdict = verdict_of(run("probe", "--light", "--json", *at(relay), RELAY=relay.password))
    with History.open_read_only(Paths.default().history_file) as history:
        (summary,) = history.runs()
        stored = history.run(summary.id)
    assert (summary.origin, summary.trigger, summary.mode) == ("probe", "manual", "light")
    assert stored.verdict.timestamp == verdict["timestamp"]
    assert stored.decision is not None
    assert not stored.decision.show


def test_the_password_stays_where_it_belongs(relay: RelayAccess, isolated_home: Path) -> None:
    secret = relay.password.encode()
    seen: set[int] = set()
    with start("-v", "probe", *at(relay), RELAY=relay.password) as probe:
        while probe.process.poll() is None:
            assert secret not in command_line(probe.process.pid)
            for pid in probe.descendants():
                seen.add(pid)
                assert secret not in command_line(pid)
                assert secret not in environment_of(pid)
            time.sleep(0.02)
        ended = probe.wait()
    assert ended.status == 0
    assert seen, "the probe runs in a process of its own"
    assert relay.password not in ended.out + ended.err
    files = [file for file in isolated_home.rglob("*") if file.is_file()]
    assert Paths.default().history_file in files
    assert [file for file in files if secret in file.read_bytes()] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_cancels(slow_relay: RelayAccess, number: signal.Signals) -> None:
    with start("probe", "--json", *at(slow_relay), RELAY=slow_relay.password) as probe:
        probe.until(probe.err, "call-like stream")
        children = probe.descendants()
        assert children
        probe.process.send_signal(number)
        probe.process.send_signal(number)  # an impatient person
        ended = probe.wait()
    assert ended.status == 1
    assert ended.out == ""
    assert "cancelled" in ended.err.splitlines()[-1]
    assert "Traceback" not in ended.err
    assert not [pid for pid in children if alive(pid)]


def test_it_waits_for_a_run_that_is_going_on(relay: RelayAccess) -> None:
    lock = FileLock(Paths.default().make_runtime_dir() / "run.lock")
    with (
        lock,
        start("probe", "--light", "--json", *at(relay), RELAY=relay.password) as probe,
    ):
        probe.until(probe.err, "waiting, another test is running")
        assert not probe.out
        lock.release()
        verdict_of(probe.wait())


def raw(
    *arguments: str, stdout: int, stderr: int = subprocess.PIPE, **environ: str
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        program.command(*arguments),
        cwd=ROOT,
        env=program.environment(environ),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
    )


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_reader_that_has_gone(relay: RelayAccess, options: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    probe = raw("probe", "--light", *options, *at(relay), stdout=writing, RELAY=relay.password)
    os.close(writing)
    os.close(reading)
    _, err = probe.communicate(timeout=LIMIT)
    assert probe.returncode == 0
    assert b"Traceback" not in err
    assert b"Exception ignored" not in err


def test_a_full_disk_for_the_verdict(relay: RelayAccess) -> None:
    with open("/dev/full", "wb") as full:
        probe = raw(
            *("probe", "--light", "--json", *at(relay)),
            stdout=full.fileno(),
            RELAY=relay.password,
        )
        _, err = probe.communicate(timeout=LIMIT)
    assert probe.returncode == 1
    assert b"No space left on device" in err
    assert b"Traceback" not in err


def test_a_terminal_that_knows_only_ascii(relay: RelayAccess) -> None:
    file = Paths.default().config_file
    file.parent.mkdir(parents=True)
    codes = (100, 200, 300, 400, 500, 550, 600, 650, 700, 750, 900, 950)
    file.write_text("[texts]\n" + "".join(f'{code} = "schön {code}"\n' for code in codes))
    file.chmod(0o600)
    ended = run("probe", "--light", *at(relay), RELAY=relay.password, PYTHONIOENCODING="ascii")
    assert ended.status == 0
    assert "sch?n" in ended.out


class Screen:
    """A terminal that remembers what was written to it."""

    def __init__(self, columns: int) -> None:
        self._master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.written = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        # EIO: nobody holds the other end any more.
        try:
            while chunk := os.read(self._master, 4096):
                self.written += chunk
        except OSError:
            pass

    def finish(self) -> None:
        os.close(self.slave)
        self._reader.join(LIMIT)
        os.close(self._master)

    @property
    def pieces(self) -> list[str]:
        """What was written between two movements of the cursor to the left edge."""
        text = self.written.decode().replace("\r\n", "\n\r")
        return [piece.rstrip("\n") for piece in text.split("\r")]

    @property
    def lines(self) -> list[str]:
        """What is to be seen in the end."""
        rows = []
        for line in self.written.decode().split("\r\n"):
            row: list[str] = []
            for piece in line.split("\r"):
                row[: len(piece)] = piece
            rows.append("".join(row).rstrip())
        return rows


@pytest.mark.parametrize("columns", [40, 120])
def test_a_terminal_is_left_clean(relay: RelayAccess, columns: int) -> None:
    screen = Screen(columns)
    probe = raw(
        *("probe", *at(relay), "--server", "turn:127.0.0.1:1?transport=tcp"),
        stdout=subprocess.PIPE,
        stderr=screen.slave,
        RELAY=relay.password,
    )
    out, _ = probe.communicate(timeout=LIMIT)
    screen.finish()
    assert probe.returncode == 0
    assert out
    assert "s left" in screen.written.decode() or columns < 60
    assert screen.lines[-1] == ""
    assert all(line.startswith("call-notifier: ") for line in screen.lines[:-1])
    assert any("refused" in line for line in screen.lines)
    progress = [piece for piece in screen.pieces if "%" in piece]
    assert progress
    assert max(map(len, progress)) < columns


def test_a_terminal_is_left_clean_by_ctrl_c(slow_relay: RelayAccess) -> None:
    screen = Screen(100)
    probe = raw(
        *("probe", *at(slow_relay)),
        stdout=subprocess.PIPE,
        stderr=screen.slave,
        RELAY=slow_relay.password,
    )
    deadline = time.monotonic() + LIMIT
    while b"call-like stream" not in screen.written and time.monotonic() < deadline:
        time.sleep(0.02)
    children = descendants_of(probe.pid)
    probe.send_signal(signal.SIGINT)
    out, _ = probe.communicate(timeout=LIMIT)
    screen.finish()
    assert (probe.returncode, out) == (1, b"")
    assert screen.lines == ["call-notifier: no verdict: the run was cancelled", ""]
    assert not [pid for pid in children if alive(pid)]
