"""Key rings for tests: one in memory, one that never answers, and a real one on a private bus."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend

from tests.session_bus import session_bus

__all__ = ["Blocking", "InMemory", "gnome_key_ring", "using"]


class InMemory(KeyringBackend):
    """Keeps what it is given."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Blocking(InMemory):
    """Answers nobody until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()
        self.entered = threading.Event()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.entered.set()
        self.released.wait()
        return super().get_password(service, username)


@contextmanager
def using(backend: KeyringBackend) -> Iterator[None]:
    """Make this the key ring of the process for a while."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)


@contextmanager
def gnome_key_ring(home: Path) -> Iterator[dict[str, str]]:
    """A real, unlocked key ring on a bus of its own; yields the environment to reach it."""
    home.mkdir()
    environ = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY", "WAYLAND_DISPLAY"}
    }
    with session_bus(home) as address:
        environ |= {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "DBUS_SESSION_BUS_ADDRESS": address,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        process = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ,
            text=True,
        )
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("the password of the key ring")
            process.stdin.close()
            _wait_for_name(environ, process)
            yield environ
        finally:
            _end(process)


def _wait_for_name(environ: dict[str, str], process: "subprocess.Popen[str]") -> None:
    """Wait until the daemon owns its name, so that the bus does not start another one, locked."""
    code = (
        "import sys, time, jeepney\n"
        "from jeepney.io.blocking import open_dbus_connection\n"
        "bus = open_dbus_connection('SESSION')\n"
        "end = time.monotonic() + 60\n"
        "asked = jeepney.DBus().NameHasOwner('org.freedesktop.secrets')\n"
        "while not bus.send_and_get_reply(asked, timeout=30).body[0]:\n"
        "    if time.monotonic() > end: sys.exit('no key ring appeared')\n"
        "    time.sleep(0.05)\n"
        "bus.close()\n"
    )
    subprocess.run([sys.executable, "-c", code], env=environ, check=True, timeout=90)
    assert process.poll() is None


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
