"""One instance: raised by the next start, and never waited for without a limit."""

import contextlib
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from pytestqt.qtbot import QtBot

from ui.system import instance, instance_messages

_SECOND = """
import sys
from ui.system import instance
try:
    claim = instance.claim(sys.argv[1])
except instance.InstanceError as error:
    sys.exit(str(error))
print("first" if claim else "raised")
"""

_ANSWERING = """
import socket, sys
connection, _ = socket.socket(fileno=int(sys.argv[1])).accept()
connection.recv(4096)
connection.sendall(sys.argv[2].encode())
"""


def _second(name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _SECOND, name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def name() -> str:
    return instance.address(
        Path(os.environ["XDG_RUNTIME_DIR"]) / "call-notifier", {"DISPLAY": ":5"}
    )


def _first(name: str) -> instance.Server:
    claim = instance.claim(name)
    assert claim is not None
    return instance.Server(claim)


def test_a_start_that_nobody_asked_for_raises_nothing(qtbot: QtBot, name: str) -> None:
    server = _first(name)
    raised: list[None] = []
    server.raise_wanted.connect(lambda: raised.append(None))
    assert instance.claim(name, raise_window=False) is None
    with qtbot.waitSignal(server.raise_wanted, timeout=30_000):
        second = _second(name)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.communicate() == ("raised\n", "")
    assert raised == [None], "by the second start alone"
    server.close()


def test_the_second_start_raises_the_first(qtbot: QtBot, name: str) -> None:
    server = _first(name)
    with qtbot.waitSignal(server.raise_wanted, timeout=30_000):
        second = _second(name)
    # The answer is written by the same loop that has to go on for it to leave.
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.communicate() == ("raised\n", "")
    assert second.returncode == 0
    server.close()


def test_only_the_user_can_open_the_socket(qapp: object, name: str) -> None:
    server = _first(name)
    assert Path(name).stat().st_mode & 0o777 == 0o700
    assert Path(name).parent.stat().st_mode & 0o777 == 0o700
    server.close()
    assert not Path(name).exists()


def test_a_stale_socket_is_no_instance(qapp: object, name: str) -> None:
    Path(name).parent.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(name)
    server = _first(name)
    server.close()


def test_one_that_hangs_is_given_up(
    qapp: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "ANSWER_LIMIT_MS", 50)
    Path(name).parent.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(name)
        hanging.listen()
        with pytest.raises(instance.InstanceError, match="did not answer"):
            instance.claim(name)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"hello\n", "makes no sense"),
        (b'{"version":1,"ok":false,"error":"no"}\n', "says: no"),
    ],
)
def test_one_that_answers_strangely_is_said(
    qapp: object, name: str, answer: bytes, words: str
) -> None:
    Path(name).parent.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(name)
        other.listen()
        # A process and not a thread: the waiting in claim() holds Python's lock.
        command = [sys.executable, "-c", _ANSWERING, str(other.fileno()), answer.decode()]
        with (
            subprocess.Popen(command, pass_fds=[other.fileno()]),
            pytest.raises(instance.InstanceError, match=words),
        ):
            instance.claim(name)


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"nonsense\n", "JSON is malformed"),
        (b'{"version":2,"command":"raise"}\n', "version 1 is spoken here"),
        (b'{"version":1,"command":"explode"}\n', "this command is unknown"),
        (b'{"version":1}\n', "missing required field"),
        (b"x" * 5000, "the message is too long"),
    ],
)
def test_wrong_words_are_answered(qtbot: QtBot, name: str, sent: bytes, error: str) -> None:
    server = _first(name)
    with socket.socket(socket.AF_UNIX) as client, qtbot.assertNotEmitted(server.raise_wanted):
        client.connect(name)
        client.sendall(sent)
        client.setblocking(False)
        line = b""

        def answered() -> bool:
            nonlocal line
            with contextlib.suppress(BlockingIOError, ConnectionResetError):
                line += client.recv(4096)
            return line.endswith(b"\n")

        qtbot.waitUntil(answered, timeout=10_000)
    answer = json.loads(line)
    assert answer["ok"] is False
    assert error in answer["error"]
    server.close()


def test_a_silent_connection_is_closed(
    qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "IDLE_LIMIT_MS", 30)
    server = _first(name)
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(name)
        client.setblocking(False)

        def closed() -> bool:
            try:
                return client.recv(1) == b""
            except BlockingIOError:
                return False

        qtbot.waitUntil(closed, timeout=10_000)
    server.close()


def test_of_two_simultaneous_starts_one_is_first(qtbot: QtBot, name: str) -> None:
    """The lock is held from asking to listening: the other waits and then finds the server."""
    claim = instance.claim(name)
    assert claim is not None
    second = _second(name)
    loop = QEventLoop()
    loop.processEvents()
    assert second.poll() is None
    server = instance.Server(claim)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.communicate()[0] == "raised\n"
    server.close()


@pytest.mark.parametrize(
    "folder", [Path("/run/user/1000/call-notifier"), Path("/run") / ("x" * 120)]
)
def test_sessions_are_apart(folder: Path) -> None:
    one = instance.address(folder, {"DISPLAY": ":0.0"})
    assert one == instance.address(folder, {"DISPLAY": ":0"})
    assert one != instance.address(folder, {"DISPLAY": ":1"})
    assert one != instance.address(folder, {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"})


def test_a_long_folder_still_gives_a_socket_that_can_be_bound(tmp_path: Path) -> None:
    path = instance.address(tmp_path / ("x" * 120), {"DISPLAY": ":0"})
    assert len(os.fsencode(path)) < 108
    assert path != instance.address(tmp_path / ("y" * 120), {"DISPLAY": ":0"})


@pytest.mark.allow_log("A second start won't find this one")
def test_a_folder_that_cannot_be_made_does_not_keep_the_program_away(
    qapp: object, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    claim = instance.claim(str(tmp_path / "file" / "x.sock"))
    assert claim is not None
    server = instance.Server(claim)
    server.close()


def test_messages_are_one_json_line() -> None:
    request = instance_messages.Request(1, "raise")
    assert instance_messages.line(request) == b'{"version":1,"command":"raise"}\n'
