"""The test as a child process: what it says, how it fails, that it never stays behind."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.relay.impair import LinkSettings
from notifier.relay.process import RelayAccess, demonstration_relay
from notifier.sct import process
from notifier.sct.process import COMMAND, SctFailed, SctResult, run_test
from notifier.sct.request import Failed, Measured, Report, SctRequest
from tests.probe.runs import Reports
from tests.processes import alive, children_of, command_line, environment
from tests.records import example_measurement, example_server

LIMIT = 30.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""

REQUEST = SctRequest(
    run=RunRequest(
        mode="full",
        servers=(
            ServerTarget(
                url="turn:turn.example.org", provider="x", username="anna", password="hush-hush"
            ),
        ),
    )
)

READ_REQUEST = "import os, signal, sys, time; line = sys.stdin.buffer.readline(); "
"""How a stand-in for the child begins."""

MEASURED = example_measurement()


def says(*reports: Report, then: str = "pass") -> tuple[str, ...]:
    """A child that reads its request, says this, and then does something."""
    lines = b"".join(msgspec.json.encode(report) + b"\n" for report in reports)
    return does(f"os.write(1, {lines!r}); {then}")


def does(code: str) -> tuple[str, ...]:
    """A child that reads its request and runs some statements."""
    return (sys.executable, "-c", READ_REQUEST + code)


@pytest.fixture(autouse=True)
def _no_child_stays() -> Iterator[None]:
    before = set(children_of(os.getpid()))
    yield
    assert set(children_of(os.getpid())) <= before


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "CANCEL_LIMIT", 0.2)


async def failure(command: tuple[str, ...], *, time_limit: float = LIMIT) -> SctFailed:
    with pytest.raises(SctFailed) as caught:
        await run_test(REQUEST, lambda _: None, command=command, time_limit=time_limit)
    return caught.value


async def test_what_the_child_says_arrives() -> None:
    reports = Reports()
    progress = Progress(phase="stream", server="turn:x", fraction=0.5, seconds_left=2.0)
    done = ServerDone(measurement=example_server())
    command = says(progress, done, Measured(measurement=MEASURED))
    assert await run_test(REQUEST, reports, command=command) == SctResult(MEASURED)
    assert reports == [progress, done]


async def test_the_request_arrives_on_standard_input() -> None:
    command = does(
        "import json; servers = json.loads(line)['run']['servers']; "
        "sys.exit(servers[0]['password'] + ' of ' + servers[0]['username'])"
    )
    assert (await failure(command)).detail.endswith("hush-hush of anna")


@pytest.mark.parametrize("reason", ["cancelled", "crashed", "time-limit"])
async def test_a_failure_that_the_child_tells(reason: str) -> None:
    failed = await failure(says(Failed(reason=reason, detail="why")))  # type: ignore[arg-type]
    assert (failed.reason, failed.detail, str(failed)) == (reason, "why", "why")


async def test_a_crash_in_native_code() -> None:
    failed = await failure(does("os.kill(os.getpid(), signal.SIGSEGV)"))
    assert failed.reason == "crashed"
    assert failed.detail == f"the test's process ended by signal {int(signal.SIGSEGV)}"


async def test_an_exit_status_and_its_last_words() -> None:
    failed = await failure(does("sys.stderr.write('first\\nlast words\\n'); sys.exit(3)"))
    assert failed.detail == "the test's process ended with exit status 3: last words"


async def test_a_child_that_ends_well_without_a_result() -> None:
    assert (await failure(does("pass"))).detail == "the test's process ended with exit status 0"


async def test_a_child_that_does_not_read_its_request() -> None:
    failed = await failure((sys.executable, "-c", "import sys; sys.exit(4)"))
    assert failed.detail == "the test's process ended with exit status 4"


async def test_more_than_a_pipe_holds_on_standard_error() -> None:
    command = says(
        Progress(phase="reach", server="", fraction=0.0, seconds_left=1.0),
        then="sys.stderr.write('x' * 300_000 + '\\nend\\n'); sys.exit(1)",
    )
    assert (await failure(command)).detail == "the test's process ended with exit status 1: end"


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize(
    "line",
    [
        *(b"garbage\n", b"\xff\xfe\n", b'{"type":"other"}\n', b"{}\n", b"\n"),
        *(b'{"type":"\xff"}\n', b'{"type":"failed","x":' + b"[" * 20_000 + b"\n"),
    ],
)
async def test_a_line_that_is_no_report(line: bytes) -> None:
    failed = await failure(does(f"os.write(1, {line!r}); time.sleep(600)"))
    assert failed.reason == "crashed"
    assert failed.detail.startswith("the test's process sent no report: ")


@pytest.mark.usefixtures("_impatient")
async def test_a_line_without_end() -> None:
    endless = "\nwhile True: os.write(1, b'x' * 65536)"
    failed = await failure(does(endless))
    assert (failed.reason, failed.detail) == (
        "crashed",
        "the test's process sent a line without end",
    )


async def test_a_command_that_does_not_exist(tmp_path: Path) -> None:
    failed = await failure((str(tmp_path / "nothing"),))
    assert failed.reason == "crashed"
    assert failed.detail.startswith("the test's process cannot be started: ")


HANG = "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
"""Deaf to everything but being killed."""


@pytest.mark.usefixtures("_impatient")
async def test_a_child_that_hangs_is_killed() -> None:
    failed = await failure(does(HANG), time_limit=0.5)
    assert failed.reason == "time-limit"
    assert failed.detail == "the test's process did not measure within 0.5 s"


@pytest.mark.usefixtures("_impatient")
async def test_a_child_that_reads_nothing_is_killed_though_its_request_is_long() -> None:
    servers = tuple(
        ServerTarget(url=f"turn:{'x' * 200}{n}", provider="x", password="p" * 1000)
        for n in range(400)
    )
    long = SctRequest(run=RunRequest(mode="full", servers=servers))
    with pytest.raises(SctFailed) as caught:
        await run_test(
            long,
            lambda _: None,
            command=(sys.executable, "-c", "import time; time.sleep(600)"),
            time_limit=0.5,
        )
    assert caught.value.reason == "time-limit"


@pytest.mark.usefixtures("_impatient")
async def test_a_child_that_stays_after_its_result_is_killed() -> None:
    command = says(Measured(measurement=MEASURED), then=HANG)
    assert await run_test(REQUEST, lambda _: None, command=command) == SctResult(MEASURED)


@pytest.mark.usefixtures("_impatient")
async def test_a_listener_that_fails_ends_the_child() -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a bug")

    progress = Progress(phase="reach", server="", fraction=0.0, seconds_left=1.0)
    with pytest.raises(RuntimeError, match="a bug"):
        await run_test(REQUEST, broken, command=says(progress, then=HANG))


@asynccontextmanager
async def begun(
    command: tuple[str, ...],
) -> AsyncIterator[tuple["asyncio.Task[SctResult]", int]]:
    """A run whose child has begun to report, and the child's process number."""
    heard = asyncio.Event()
    before = set(children_of(os.getpid()))
    task = asyncio.create_task(run_test(REQUEST, lambda _: heard.set(), command=command))
    try:
        async with asyncio.timeout(LIMIT):
            await heard.wait()
        (pid,) = set(children_of(os.getpid())) - before
        yield task, pid
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


BEGIN = Progress(phase="reach", server="", fraction=0.0, seconds_left=1.0)


async def test_cancelling_asks_the_child_to_end(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    code = f"open({str(heard)!r}, 'wb').write(sys.stdin.buffer.readline())"
    async with begun(says(BEGIN, then=code)) as (task, pid):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not alive(pid)
    assert heard.read_bytes() == b'{"type":"cancel"}\n'


@pytest.mark.usefixtures("_impatient")
async def test_cancelling_kills_a_child_that_does_not_listen() -> None:
    async with begun(says(BEGIN, then=HANG)) as (task, pid):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not alive(pid)


@pytest.mark.usefixtures("_impatient")
async def test_cancelling_again_does_not_leave_the_child_behind() -> None:
    async with begun(says(BEGIN, then=HANG)) as (task, pid):
        for _ in range(5):
            task.cancel()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not alive(pid)


@pytest.mark.usefixtures("_impatient")
async def test_the_end_of_the_loop_leaves_no_child_behind() -> None:
    # What asyncio.run does with all tasks, those that clean up included.
    async with begun(says(BEGIN, then=HANG)) as (task, pid):
        task.cancel()
        await asyncio.sleep(0)
        mine = asyncio.current_task()
        for other in asyncio.all_tasks() - {mine}:
            other.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(LIMIT):
            while alive(pid):  # noqa: ASYNC110 - a process that was killed tells nobody
                await asyncio.sleep(0.01)


# The real child.


def target_of(relay: RelayAccess, **changes: object) -> ServerTarget:
    fields = {
        "url": relay.url,
        "provider": "Loopback",
        "username": relay.username,
        "password": relay.password,
    }
    return ServerTarget(**{**fields, **changes})  # type: ignore[arg-type]


async def test_a_real_run_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("notifier", "msgspec", "asyncio"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    reports = Reports()
    async with demonstration_relay() as relay:
        request = SctRequest(run=RunRequest(mode="light", servers=(target_of(relay),)))
        tested = await run_test(request, reports)
    (server,) = tested.measurement.servers
    assert (server.reachable, server.error) == (True, None)
    assert reports.servers == [ServerDone(measurement=server)]
    assert reports.progress


async def test_each_server_fails_for_itself() -> None:
    async with demonstration_relay() as relay:
        request = RunRequest(
            mode="light",
            servers=(
                target_of(relay, password="wrong"),
                target_of(relay),
                target_of(relay, problem="The key ring is locked."),
                target_of(relay, url="turn:127.0.0.1:1?transport=tcp"),
            ),
        )
        tested = await run_test(SctRequest(run=request), lambda _: None)
    servers = tested.measurement.servers
    assert [server.error for server in servers] == [
        "unauthorized",
        None,
        "unauthorized",
        "refused",
    ]
    assert servers[2].detail == "The key ring is locked."


async def test_a_cancelled_real_run_is_gone_and_told_no_secret() -> None:
    async with demonstration_relay(up=LinkSettings(delay_ms=200)) as relay:
        request = SctRequest(run=RunRequest(mode="full", servers=(target_of(relay),)))
        heard = asyncio.Event()
        before = set(children_of(os.getpid()))
        task = asyncio.create_task(run_test(request, lambda _: heard.set()))
        async with asyncio.timeout(LIMIT):
            await heard.wait()
        (pid,) = set(children_of(os.getpid())) - before
        assert relay.password.encode() not in command_line(pid)
        assert b"notifier.sct" in command_line(pid)
        assert relay.password.encode() not in environment(pid)
        assert os.getsid(pid) == pid, "Ctrl+C in a terminal is not the child's"
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not alive(pid)


@asynccontextmanager
async def child() -> AsyncIterator[asyncio.subprocess.Process]:
    started = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


async def last_report(started: asyncio.subprocess.Process, after: bytes = b"") -> Report:
    """Read to the end; the last report."""
    assert started.stdout is not None
    async with asyncio.timeout(LIMIT):
        output = after + await started.stdout.read()
        assert await started.wait() == 0
    return msgspec.json.decode(output.splitlines()[-1], type=Report)  # type: ignore[no-any-return]


async def send(started: asyncio.subprocess.Process, line: bytes) -> None:
    assert started.stdin is not None
    started.stdin.write(line)
    await started.stdin.drain()


@pytest.mark.parametrize(
    "line",
    [
        *(b"garbage\n", b'{"type":"cancel"}\n', b'{"type":"test"}\n', b'{"type":"\xff"}\n'),
        b'{"type":"test","x":' + b"[" * 20_000 + b"\n",
    ],
)
async def test_a_first_line_that_is_no_request(line: bytes) -> None:
    async with child() as started:
        await send(started, line)
        report = await last_report(started)
    assert report == Failed(reason="crashed", detail="the first line must be a request for a test")


async def test_standard_input_that_ends_at_once() -> None:
    async with child() as started:
        assert started.stdin is not None
        started.stdin.close()
        assert isinstance(await last_report(started), Failed)


@asynccontextmanager
async def run_in_hand() -> AsyncIterator[tuple[asyncio.subprocess.Process, bytes]]:
    """The real child in a full run against a relay that answers late; its first line is read."""
    async with demonstration_relay(up=LinkSettings(delay_ms=200)) as relay, child() as started:
        request = SctRequest(run=RunRequest(mode="full", servers=(target_of(relay),)))
        await send(started, msgspec.json.encode(request) + b"\n")
        assert started.stdout is not None
        async with asyncio.timeout(LIMIT):
            first = await started.stdout.readline()
        assert isinstance(msgspec.json.decode(first, type=Report), Progress)
        yield started, first


async def test_a_name_server_that_never_answers_does_not_keep_the_child() -> None:
    deaf = "import socket, time; socket.getaddrinfo = lambda *_, **__: time.sleep(600); "
    unresolved = ServerTarget(url="turn:turn.example.org", provider="x")
    request = SctRequest(run=RunRequest(mode="light", servers=(unresolved,)))
    started = await asyncio.create_subprocess_exec(
        *COMMAND[:-1], deaf + COMMAND[-1], stdin=PIPE, stdout=PIPE
    )
    try:
        await send(started, msgspec.json.encode(request) + b"\n")
        report = await last_report(started)
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()
    assert isinstance(report, Measured)
    assert report.measurement.servers[0].error == "dns"


@pytest.mark.parametrize("garbage", [b"", b"no command\n"])
async def test_the_parents_death_ends_the_child(garbage: bytes) -> None:
    async with run_in_hand() as (started, first):
        assert started.stdin is not None
        started.stdin.write(garbage)
        started.stdin.close()
        report = await last_report(started, first)
    assert report == Failed(reason="cancelled", detail="the run was cancelled")


async def test_sigterm_cancels() -> None:
    async with run_in_hand() as (started, first):
        # Its handler is set before the run's first report.
        started.send_signal(signal.SIGTERM)
        report = await last_report(started, first)
    assert report == Failed(reason="cancelled", detail="the run was cancelled")


async def test_a_parent_that_reads_no_more_ends_the_child() -> None:
    async with demonstration_relay(up=LinkSettings(delay_ms=200)) as relay:
        reading, writing = os.pipe()
        started = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=writing)
        os.close(writing)
        os.close(reading)
        request = SctRequest(run=RunRequest(mode="full", servers=(target_of(relay),)))
        await send(started, msgspec.json.encode(request) + b"\n")
        async with asyncio.timeout(LIMIT):
            assert await started.wait() == 0
        assert started.stdin is not None
        started.stdin.close()
