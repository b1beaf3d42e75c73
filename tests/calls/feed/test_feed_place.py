"""The socket's place: modes, who serves it, what a crash leaves behind, folders to keep out of."""

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from notifier.calls.address import address_of_this_user
from notifier.calls.feed.listening import is_this_user, take_place
from notifier.calls.feed.server import FeedError
from tests.calls.talking import Recorder, Talker, feed_at, hello

_ROOT = Path(__file__).parents[3]

_SERVE = """
import sys, time
from notifier.calls.feed.listening import take_place
place = take_place(sys.argv[1])
print("ready", flush=True)
time.sleep(60)
"""


def _mode(path: str) -> int:
    return stat.S_IMODE(os.lstat(path).st_mode)


def _serving(address: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, address], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)


async def test_modes_of_folder_and_socket() -> None:
    address = address_of_this_user()
    before = os.umask(0)
    try:
        async with feed_at(address, Recorder()):
            assert (_mode(address), _mode(os.path.dirname(address))) == (0o600, 0o700)
    finally:
        os.umask(before)


async def test_two_servers() -> None:
    address = address_of_this_user()
    handler = Recorder()
    async with feed_at(address, handler):
        with pytest.raises(
            FeedError, match=r"^Another program of yours takes reports of calls already\.$"
        ):
            async with feed_at(address, Recorder()):
                pass
        await (await Talker.at(address, hello())).close()
    assert handler.count("opened") == 1


async def test_what_a_crash_left_behind_is_replaced() -> None:
    address = address_of_this_user()
    process = _serving(address)
    with pytest.raises(FeedError, match="Another program"):
        take_place(address)
    _end(process)
    assert stat.S_ISSOCK(os.lstat(address).st_mode)
    async with feed_at(address, Recorder()):
        await (await Talker.at(address, hello())).close()


def test_a_server_without_the_lock_is_left_alone() -> None:
    address = address_of_this_user()
    os.mkdir(os.path.dirname(address), 0o700)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        other.bind(address)
        other.listen(0)
        with pytest.raises(FeedError, match="Another program"):
            take_place(address)
        # Nor is one whose queue is full.
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as waiting:
            waiting.setblocking(False)
            assert waiting.connect_ex(address) == errno.EAGAIN
            with pytest.raises(FeedError, match="Another program"):
                take_place(address)
    place = take_place(address)
    place.listener.close()
    place.leave()


def test_a_successors_socket_is_not_removed() -> None:
    address = address_of_this_user()
    first = take_place(address)
    first.listener.close()
    os.unlink(address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        other.bind(address)
        first.leave()
        first.leave()
        assert os.path.lexists(address)


@pytest.mark.parametrize("what", ["folder-link", "folder-open", "folder-file", "file", "lock-link"])
def test_what_is_in_the_way(what: str, tmp_path: Path) -> None:
    address = address_of_this_user()
    folder = Path(address).parent
    target = tmp_path / "target"
    if what == "folder-link":
        target.mkdir(mode=0o700)
        folder.symlink_to(target)
    elif what == "folder-file":
        folder.write_text("")
    else:
        folder.mkdir(mode=0o777 if what == "folder-open" else 0o700)
    if what == "folder-open":
        folder.chmod(0o777)
    if what == "file":
        Path(address).write_text("precious")
    if what == "lock-link":
        Path(f"{address}.lock").symlink_to(target)
    with pytest.raises(FeedError, match=r"\.$"):
        take_place(address)
    if what == "file":
        assert Path(address).read_text() == "precious"
    assert not target.exists() or not any(target.iterdir())


def test_somebody_elses_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    address = address_of_this_user()
    os.mkdir(os.path.dirname(address), 0o700)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(FeedError, match="belongs to somebody else"):
        take_place(address)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FeedError, match="can't be made"):
        take_place(str(tmp_path / "file" / "below" / "feed.sock"))


def test_the_kernel_says_who_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert is_this_user(one)
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert not is_this_user(one)


_CONNECT = """
import os, socket, sys
os.setuid(65534)
with socket.socket(socket.AF_UNIX) as client:
    sys.exit(client.connect_ex(sys.argv[1]))
"""


@pytest.mark.root
def test_another_user_is_kept_out_by_the_modes() -> None:
    address = address_of_this_user()
    place = take_place(address)
    command = [sys.executable, "-I", "-S", "-c", _CONNECT, address]
    os.chmod(os.environ["XDG_RUNTIME_DIR"], 0o755)  # noqa: S103 - our own folder is below
    assert subprocess.run(command, check=False).returncode == errno.EACCES
    # Even where somebody has opened the folder.
    os.chmod(os.path.dirname(address), 0o755)  # noqa: S103
    assert subprocess.run(command, check=False).returncode == errno.EACCES
    place.listener.close()
    place.leave()
