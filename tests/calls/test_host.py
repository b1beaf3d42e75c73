"""The native messaging host, as browsers start it: what it passes on and drops, how it ends."""

import asyncio
import contextlib
import itertools
import json
import os
import queue
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.calls import host as host_module
from notifier.calls.address import address_of_this_user
from notifier.calls.framing import BrokenFraming, FrameReader, FrameTooLong, frame
from notifier.calls.host import Host, Line, SocketLine
from notifier.calls.messages import Acknowledgement
from tests.calls.talking import LIMIT_S, Recorder, feed_at, hello, log_line, until
from tests.processes import alive, descendants_of

_ROOT = Path(__file__).parents[2]
_FILE = str(_ROOT / "notifier/calls/host.py")
_CONNECTED = {"type": "host", "connected": True}
_APART = {"type": "host", "connected": False}


class Browser:
    """A browser: it starts the host and speaks frames with it."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            command or (sys.executable, "-I", "-S", _FILE),
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._input = self.process.stdin
        self._output = self.process.stdout
        self._heard: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while len(head := self._output.read(4)) == 4:
            self._heard.put(self._output.read(struct.unpack("<I", head)[0]))
        self._heard.put(None)

    def say(self, *messages: Any) -> None:
        self.put(b"".join(frame(json.dumps(message).encode()) for message in messages))

    def put(self, data: bytes) -> None:
        self._input.write(data)
        self._input.flush()

    async def hear_bytes(self) -> bytes:
        end = time.monotonic() + LIMIT_S
        while True:
            with contextlib.suppress(queue.Empty):
                body = self._heard.get_nowait()
                assert body is not None, "the host has ended"
                return body
            assert time.monotonic() < end, "nothing came"
            await asyncio.sleep(0.005)

    async def hear(self) -> Any:
        return json.loads(await self.hear_bytes())

    async def close(self, limit: float = LIMIT_S) -> int:
        """Close as a browser does; the host's exit status."""
        with contextlib.suppress(OSError):
            self._input.close()
        return await self.end(limit)

    async def end(self, limit: float = LIMIT_S) -> int:
        await until(lambda: self.process.poll() is not None, limit)
        return self.process.returncode

    def errors(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    def leave(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(LIMIT_S)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()


Start = Callable[..., Browser]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a host, by its file where no command is given."""
    started = []

    def begin(*command: str) -> Browser:
        browser = Browser(*command)
        started.append(browser)
        return browser

    yield begin
    for browser in started:
        browser.leave()


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-I", "-S", "-E", _FILE, "chrome-extension://abc/", "--parent-window=0"),
        (sys.executable, "-m", "notifier.calls.host", "/manifest.json", "x@y"),
        (sys.executable, _FILE),
    ],
    ids=["isolated", "module", "file"],
)
async def test_between_the_extension_and_the_feed(command: tuple[str, ...], start: Start) -> None:
    handler = Recorder()
    handler.then = lambda connection, message: connection.send(Acknowledgement(seq=1))
    async with feed_at(address_of_this_user(), handler):
        browser = start(*command)
        assert await browser.hear() == _APART
        assert await browser.hear() == _CONNECTED
        browser.say(hello(kind="extension"))
        assert (await browser.hear())["type"] == "welcome"
        browser.say(log_line(1), {"type": "log", "timestamp": "now"})
        assert (await browser.hear())["type"] == "ack"
        assert (await browser.hear())["field"] == "timestamp"
        assert await browser.close() == 0
        await until(lambda: handler.count("closed"))
    assert browser.errors() == ""
    assert handler.count("received") == 1


async def test_messages_are_passed_on_as_they_are(start: Start) -> None:
    """Any bytes, both ways: a server that echoes."""
    address = address_of_this_user()
    os.mkdir(os.path.dirname(address), 0o700)

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
        writer.close()

    first = json.dumps(hello(), indent=1).encode()
    bodies = [
        first,
        b"",
        b"{",
        os.urandom(100_000),
        b" " * 1_000_000,
        "ä\ud83d".encode("utf-8", "replace"),
    ]
    stream = b"".join(frame(body) for body in bodies)
    server = await asyncio.start_unix_server(echo, address)
    browser = start()
    assert [await browser.hear(), await browser.hear()] == [_APART, _CONNECTED]
    writing = asyncio.create_task(asyncio.to_thread(browser.put, stream))
    assert [await browser.hear_bytes() for _ in bodies] == bodies
    await writing
    assert await browser.close() == 0
    server.close()


async def test_it_waits_for_the_program_and_tells_of_each_change(start: Start) -> None:
    handler = Recorder()
    browser = start()
    assert await browser.hear() == _APART
    # Nobody hears this.
    browser.say(hello("lost"), log_line(1))
    await asyncio.sleep(0.2)
    async with feed_at(address_of_this_user(), handler):
        assert await browser.hear() == _CONNECTED
        # Said before the extension knew of the connection: it is no beginning, and dropped.
        browser.say(log_line(2))
        browser.say(hello("there"))
        assert (await browser.hear())["type"] == "welcome"
        browser.say(log_line(3))
        await until(lambda: handler.count("received"))
    assert (await browser.hear())["code"] == "closing"
    assert await browser.hear() == _APART
    async with feed_at(address_of_this_user(), handler):
        assert await browser.hear() == _CONNECTED
        browser.say(log_line(4))
        browser.say(hello("again"))
        assert (await browser.hear())["type"] == "welcome"
        assert await browser.close() == 0
        await until(lambda: handler.count("closed") == 2)
    assert [client for what, client in handler.happened if what == "opened"] == ["there", "again"]
    assert handler.count("received") == 1


async def test_the_last_messages_arrive(start: Start) -> None:
    handler = Recorder()
    async with feed_at(address_of_this_user(), handler):
        browser = start()
        await browser.hear()
        await browser.hear()
        browser.say(hello(), *(log_line(n) for n in range(500)))
        assert await browser.close() == 0
        await until(lambda: handler.count("closed"))
    assert handler.count("received") == 500


async def test_what_is_too_long_is_answered_and_passed_over(start: Start) -> None:
    handler = Recorder()
    async with feed_at(address_of_this_user(), handler):
        browser = start()
        await browser.hear()
        await browser.hear()
        browser.say(hello())
        await browser.hear()
        await asyncio.to_thread(browser.put, struct.pack("<I", 5_000_000) + bytes(5_000_000))
        answer = await browser.hear()
        assert (answer["type"], answer["code"]) == ("error", "size")
        browser.say(log_line())
        await until(lambda: handler.count("received"))
        await browser.close()


async def test_a_browser_that_does_not_speak_native_messaging(start: Start) -> None:
    browser = start()
    await browser.hear()
    browser.put(b"hello?")
    assert await browser.end() == 1
    assert "does not speak native messaging" in browser.errors()


async def test_a_program_that_does_not_speak_the_protocol(start: Start) -> None:
    address = address_of_this_user()
    os.mkdir(os.path.dirname(address), 0o700)

    async def other(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        await reader.read()
        writer.close()

    server = await asyncio.start_unix_server(other, address)
    browser = start()
    assert [await browser.hear() for _ in range(3)] == [_APART, _CONNECTED, _APART]
    await browser.close()
    assert "does not speak the feed's protocol" in browser.errors()
    server.close()


async def test_a_folder_that_cannot_be_trusted(start: Start) -> None:
    async with feed_at(address_of_this_user(), Recorder()):
        os.chmod(os.path.dirname(address_of_this_user()), 0o755)  # noqa: S103
        browser = start()
        assert await browser.hear() == _APART
        await asyncio.sleep(1.5)
        assert await browser.close() == 0
        os.chmod(os.path.dirname(address_of_this_user()), 0o700)
    assert browser.errors().count("is open to other users") == 1


async def test_it_costs_little_while_nothing_happens(start: Start) -> None:
    async with feed_at(address_of_this_user(), Recorder()):
        connected, alone = start(), None
        await connected.hear()
        assert await connected.hear() == _CONNECTED
    alone = start()
    before = [_ticks(browser) for browser in (connected, alone)]
    await asyncio.sleep(2)
    after = [_ticks(browser) for browser in (connected, alone)]
    # Hundredths of a second; the one that has just been started may still be starting.
    assert after[0] - before[0] <= 5
    assert after[1] <= 30
    status = Path(f"/proc/{connected.process.pid}/status").read_text()  # noqa: ASYNC240
    (peak,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    assert int(peak) < 25_000
    for browser in (connected, alone):
        assert await browser.close() == 0


def _ticks(browser: Browser) -> int:
    fields = Path(f"/proc/{browser.process.pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


async def test_it_ends_where_the_program_is_stopped(start: Start) -> None:
    """A program that neither reads nor ends, as one that is being debugged."""
    address = address_of_this_user()
    os.mkdir(os.path.dirname(address), 0o700)
    with socket.socket(socket.AF_UNIX) as stopped:
        stopped.bind(address)
        stopped.listen(1)
        browser = start()
        assert [await browser.hear(), await browser.hear()] == [_APART, _CONNECTED]
        browser.say(hello())
        filler = b"".join(frame(bytes(10_000)) for _ in range(60))
        await asyncio.to_thread(browser.put, filler)  # more than the kernel holds for the socket
        assert await browser.close(host_module.WRITE_S + host_module.LAST_S + 5) == 0
    assert "takes no messages" in browser.errors()


_PARENT = """
import subprocess, sys, time
host = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(host.stdout.read(5), flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("served", [True, False])
async def test_it_does_not_outlive_a_browser_that_is_killed(served: bool) -> None:
    async with contextlib.AsyncExitStack() as stack:
        if served:
            await stack.enter_async_context(feed_at(address_of_this_user(), Recorder()))
        parent = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _PARENT, sys.executable, "-I", "-S", _FILE),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert parent.stdout is not None
        await asyncio.wait_for(parent.stdout.readline(), LIMIT_S)
        (pid,) = descendants_of(parent.pid)
        parent.send_signal(signal.SIGKILL)
        await parent.wait()
        await until(lambda: not alive(pid), 5)


async def test_nothing_dear_is_imported() -> None:
    code = "import sys, notifier.calls.host; print(*sys.modules)"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code), cwd=_ROOT, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    loaded = set(output.decode().split())
    assert not loaded & {"msgspec", "asyncio", "json", "platformdirs", "tempfile", "logging"}


def test_on_a_terminal_it_says_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "isatty", lambda descriptor: True)
    assert host_module.main() == 2
    assert "Browsers start this program" in capfd.readouterr().err


class _Program:
    """A program that ends each connection at once, and when it was reached."""

    def __init__(self) -> None:
        self.reached: list[float] = []
        self.enough = threading.Event()

    def reach(self) -> Line:
        self.reached.append(time.monotonic())
        if len(self.reached) > 5:
            self.enough.set()
        ours, theirs = socket.socketpair()
        theirs.close()
        line = SocketLine.__new__(SocketLine)
        line.greeted = False
        line._socket = ours
        return line


def _run(
    receive: Callable[[], bytes],
    send: Callable[[bytes], None],
    reach: Callable[[], Line],
    monkeypatch: pytest.MonkeyPatch,
) -> int:
    """A host in this process, until its second thread has ended as well; its status."""
    ended = threading.Event()
    monkeypatch.setattr(os, "_exit", lambda status: ended.set())
    status = Host(receive, send, reach, lambda text: None).run()
    assert ended.wait(LIMIT_S)
    return status


def test_attempts_become_rare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_module, "LAST_S", 0.0)
    monkeypatch.setattr(host_module, "RETRY_S", (0.05, 0.1, 0.2, 0.3))
    program = _Program()

    def receive() -> bytes:
        program.enough.wait(LIMIT_S)
        return b""

    sent: list[bytes] = []
    _run(receive, sent.append, program.reach, monkeypatch)
    waits = [b - a for a, b in itertools.pairwise(program.reached)]
    for wait, least in zip(waits, (0.05, 0.1, 0.2, 0.3, 0.3), strict=False):
        assert least <= wait < least + 1
    told = [json.loads(body)["connected"] for body in _frames(b"".join(sent))[0]]
    assert told[:5] == [False, True, False, True, False]


def test_a_steady_connection_begins_them_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_module, "LAST_S", 0.0)
    monkeypatch.setattr(host_module, "RETRY_S", (0.05, 20.0))
    monkeypatch.setattr(host_module, "STEADY_S", 0.0)
    program = _Program()

    def receive() -> bytes:
        program.enough.wait(LIMIT_S)
        return b""

    _run(receive, lambda data: None, program.reach, monkeypatch)
    assert program.enough.is_set()


@settings(max_examples=50)
@given(st.lists(st.binary(max_size=80), max_size=12))
def test_any_bytes_from_the_browser(pieces: list[bytes]) -> None:
    left = [piece for piece in pieces if piece]
    taken: list[bytes] = []

    class Taker:
        greeted = True

        def __init__(self) -> None:
            self.over = threading.Event()

        def read(self) -> bytes:
            self.over.wait(LIMIT_S)
            return b""

        def write(self, data: bytes) -> None:
            taken.append(data)

        def finish(self) -> None:
            self.over.set()

        close = finish

    started = threading.Event()
    line = Taker()

    def reach() -> Line:
        return line

    def receive() -> bytes:
        started.wait(LIMIT_S)
        return left.pop(0) if left else b""

    def send(data: bytes) -> None:
        if data.endswith(b"true}"):
            started.set()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(host_module, "LAST_S", 0.0)
        status = _run(receive, send, reach, patched)
    expected, broken = _frames(b"".join(pieces))
    assert taken == [frame(body) for body in expected]
    assert status == int(broken)


def _frames(data: bytes) -> tuple[list[bytes], bool]:
    reader = FrameReader()
    reader.feed(data)
    found: list[bytes] = []
    while True:
        try:
            body = reader.take()
        except FrameTooLong:
            continue
        except BrokenFraming:
            return found, True
        if body is None:
            return found, False
        found.append(body)
