"""The relay as a process of its own, and the parent's side of it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from notifier.relay import process as relay_process
from notifier.relay.__main__ import main
from notifier.relay.impair import LinkSettings
from notifier.relay.process import RelayStartError, demonstration_relay
from tests.relay.clients import LIMIT, Access, binding, turn_endpoint, udp_endpoint, until

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """The line of a relay process."""

    url: str
    username: str
    password: str


@contextmanager
def relay_command(*arguments: str) -> Iterator[tuple["subprocess.Popen[bytes]", Said]]:
    with subprocess.Popen(
        [sys.executable, "-m", "notifier.relay", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as child:
        try:
            assert child.stdout is not None
            yield child, Said(**json.loads(child.stdout.readline()))
        finally:
            child.kill()


async def test_demonstration_relay() -> None:
    async with demonstration_relay() as access:
        alive = access.alive
        assert alive
        assert access.password not in repr(access)
        async with (
            turn_endpoint(access) as (turn, inbox),
            udp_endpoint() as (peer, peer_inbox),
        ):
            turn.sendto(b"there", peer.get_extra_info("sockname"))
            data, relayed = await peer_inbox.next()
            assert data == b"there"
            peer.sendto(b"and back", relayed)
            assert (await inbox.next())[0] == b"and back"
    assert not access.alive
    assert access._process.returncode == 0


async def test_credentials_stay_off_the_command_line() -> None:
    async with demonstration_relay(up=LinkSettings(delay_ms=1)) as access:
        assert isinstance(access._process.args, list)
        arguments = " ".join(map(str, access._process.args))
        assert "--delay-up=1" in arguments
        assert access.password not in arguments
        assert access.username not in arguments


async def test_impairments_reach_the_process() -> None:
    async with demonstration_relay(
        up=LinkSettings(rate_kbps=5000, queue_ms=80, delay_ms=20, jitter_ms=1, seed=3),
        down=LinkSettings(delay_ms=20, loss=0.0, loss_burst=2.0),
    ) as access:
        assert await binding(access) >= 0.040
    async with demonstration_relay(down=LinkSettings(loss=1.0)) as access:
        with pytest.raises(TimeoutError):
            await binding(access, limit=0.2)


@pytest.mark.parametrize("link", [LinkSettings(8, queue_bytes=1), LinkSettings(keep_order=False)])
async def test_impairments_that_a_process_does_not_take(link: LinkSettings) -> None:
    with pytest.raises(ValueError, match="milliseconds and keeps the order"):
        async with demonstration_relay(up=link):
            pass


async def test_the_parent_sees_a_relay_die() -> None:
    async with demonstration_relay() as access:
        os.kill(access.pid, signal.SIGKILL)
        await until(lambda: not access.alive)


async def test_an_error_in_the_block_ends_the_relay_too() -> None:
    with pytest.raises(RuntimeError, match="in use"):
        async with demonstration_relay() as access:
            raise RuntimeError("in use")
    assert not access.alive


async def test_a_cancelled_start_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = relay_process._start

    def watched(command: list[str]) -> "subprocess.Popen[bytes]":
        started.append(start(command))
        return started[-1]

    monkeypatch.setattr(relay_process, "_start", watched)
    monkeypatch.setattr(sys, "executable", _program(tmp_path, "exec cat"))

    async def use() -> None:
        async with demonstration_relay():
            pass

    task = asyncio.create_task(use())
    await until(lambda: started)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert started[0].returncode == 0


@pytest.mark.parametrize(
    "end",
    [
        lambda child: child.stdin.close(),
        lambda child: child.send_signal(signal.SIGTERM),
        lambda child: child.send_signal(signal.SIGINT),
    ],
    ids=["end of input", "SIGTERM", "SIGINT"],
)
def test_the_process_ends_when_told(end: Callable[["subprocess.Popen[bytes]"], None]) -> None:
    with relay_command() as (child, said):
        assert said.url.startswith("turn:127.0.0.1:")
        end(child)
        assert child.wait(LIMIT) == 0
        assert child.stdout is not None
        assert child.stdout.read() == b"", "one line and no more"


def test_bytes_on_its_input_do_not_end_it() -> None:
    with relay_command() as (child, said):
        assert child.stdin is not None
        child.stdin.write(b"hello\n" * 10)
        child.stdin.flush()
        asyncio.run(binding(said))
        assert child.poll() is None


async def test_the_relay_dies_with_a_parent_that_is_killed() -> None:
    program = (
        "import asyncio, json\n"
        "from notifier.relay import demonstration_relay\n"
        "async def main():\n"
        "    async with demonstration_relay() as a:\n"
        "        print(json.dumps([a.url, a.username, a.password]), flush=True)\n"
        "        await asyncio.sleep(600)\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    async with asyncio.timeout(LIMIT):
        said = Said(*json.loads(await parent.stdout.readline()))
        await binding(said)
        parent.kill()
        await parent.wait()
        await _stops_answering(said)


async def _stops_answering(access: Access) -> None:
    while True:
        try:
            await binding(access, limit=0.5)
        except TimeoutError:
            continue
        except ConnectionRefusedError:
            return
        await asyncio.sleep(0.01)


# A relay that does not come up: one sentence each


def _program(folder: Path, script: str) -> str:
    path = folder / "relay.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


async def _start_error() -> str:
    with pytest.raises(RelayStartError) as caught:
        async with demonstration_relay():
            pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 3", "ended without a word"),
        ("echo cannot listen >&2; exit 1", "did not start: cannot listen"),
        ("echo rubbish", "did not start"),
        ("echo '[1]'", "did not start"),
        ("echo '{}'; exec cat", "did not start"),
    ],
)
async def test_a_relay_that_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str
) -> None:
    monkeypatch.setattr(sys, "executable", _program(tmp_path, script))
    assert words in await _start_error()


async def test_a_relay_that_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", _program(tmp_path, "exec sleep 600"))
    monkeypatch.setattr(relay_process, "START_LIMIT", 0.2)
    assert "said nothing for 0.2 s" in await _start_error()


async def test_a_program_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert "could not be started" in await _start_error()


@pytest.mark.allow_log(r"did not end by itself")
async def test_a_relay_that_does_not_end_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"url": "turn:127.0.0.1:9", "username": "u", "password": "p"})
    monkeypatch.setattr(sys, "executable", _program(tmp_path, f"echo '{line}'; exec sleep 600"))
    monkeypatch.setattr(relay_process, "END_LIMIT", 0.2)
    async with demonstration_relay() as access:
        assert access.alive
    assert access._process.returncode == -signal.SIGKILL


# The command line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "invalid choice"),
        (["--loss-up", "2"], "from 0 to 1"),
        (["--rate-down", "0"], "above 0"),
        (["--rate-down", "fast"], "invalid float"),
        (["--password", "secret"], "unrecognized"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        assert main(["--port", str(taken.getsockname()[1])]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("the embedded relay cannot listen: ")
    assert said.err.count("\n") == 1
