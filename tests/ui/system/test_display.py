"""Whether there is a display: answered in one sentence, never by an end of the process."""

import importlib.util
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.system import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland")


@contextmanager
def _x_server(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Something that listens where an X server does; yields DISPLAY and what it was sent."""
    asked: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        for number in range(7000, 7100):
            try:
                listening.bind(f"\0/tmp/.X11-unix/X{number}")
                break
            except OSError:
                continue
        listening.listen()

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                asked.append(connection.recv(4096))
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f":{number}", asked
        thread.join(10)


def _entry(family: int, address: bytes, number: bytes, data: bytes) -> bytes:
    def counted(value: bytes) -> bytes:
        return struct.pack(">H", len(value)) + value

    name = b"MIT-MAGIC-COOKIE-1"
    return struct.pack(">H", family) + b"".join(map(counted, (address, number, name, data)))


def test_no_display_at_all() -> None:
    reason = display.available({})
    assert reason == "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."


def test_a_display_that_is_not_there() -> None:
    reason = display.available({"DISPLAY": ":6999"})
    assert reason is not None
    assert reason.startswith("The display :6999 can't be opened: ")


def test_a_display_that_makes_no_sense() -> None:
    reason = display.available({"DISPLAY": "nonsense"})
    assert reason == "DISPLAY is nonsense, which is not the name of a display."


def test_a_wayland_display_that_is_not_there(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    reason = display.available(environ)
    assert reason is not None
    assert reason.startswith("The Wayland display wayland-7 can't be opened: ")


def test_no_display_is_needed_offscreen() -> None:
    assert display.available({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_platform_nobody_knows() -> None:
    reason = display.available({"QT_QPA_PLATFORM": "beos", "DISPLAY": ":6999"})
    assert reason == "QT_QPA_PLATFORM is beos, and there is no such display."


def test_a_server_that_refuses_says_why() -> None:
    words = b"No protocol specified\n"
    with _x_server(struct.pack("<BBHHH", 0, len(words), 11, 0, 6) + words) as (name, _):
        assert display.available({"DISPLAY": name}) == (
            f"The display {name} refuses us: No protocol specified."
        )


def test_a_server_that_hangs_up() -> None:
    with _x_server(b"") as (name, _):
        reason = display.available({"DISPLAY": name})
    assert reason == f"The display {name} can't be opened: it closed the connection."


def test_a_server_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "CONNECT_LIMIT_S", 0.05)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind("\0/tmp/.X11-unix/X7200")
        listening.listen()
        reason = display.available({"DISPLAY": ":7200"})
    assert reason == "The display :7200 can't be opened: it doesn't answer."


def test_the_cookie_of_this_display_is_sent(tmp_path: Path) -> None:
    with _x_server(struct.pack("<BBHHH", 1, 0, 11, 0, 0)) as (name, asked):
        here = socket.gethostname().encode()
        number = name[1:].encode()
        authority = tmp_path / "authority"
        authority.write_bytes(
            _entry(256, here, b"1", b"x" * 16)
            + _entry(256, b"elsewhere", number, b"y" * 16)
            + _entry(256, here, number, b"z" * 16)
        )
        environ = {"DISPLAY": f"{name}.0", "XAUTHORITY": str(authority)}
        assert display._x11(environ["DISPLAY"], environ) is None
    assert asked[0].startswith(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 18, 16))
    assert asked[0].endswith(b"z" * 16)
    assert len(asked[0]) % 4 == 0


@given(st.binary(max_size=400))
def test_any_authority_file_is_read(content: bytes) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        display._cookie("", 0, {"XAUTHORITY": file.name})


@given(st.text(max_size=30).filter(lambda text: "\0" not in text))
def test_any_display_name_is_answered(name: str) -> None:
    # Names with a host would be looked up; what is before the colon stays empty here.
    reason = display.available({"DISPLAY": f":x{name}"})
    assert reason is not None
    assert "\n" not in reason or "\n" in name


def test_the_module_needs_no_qt() -> None:
    code = "import sys, ui.system.display, ui.app; print([m for m in sys.modules if 'PySide' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_missing_system_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "PySide6"
    (package / "Qt" / "lib").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "Qt" / "lib" / "libQt6Widgets.so.6").write_bytes(b"no library")
    spec = importlib.util.spec_from_file_location(
        "PySide6", package / "__init__.py", submodule_search_locations=[str(package)]
    )
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    reason = display.available({"QT_QPA_PLATFORM": "offscreen"})
    assert reason is not None
    assert reason.startswith("A system library that windows need is missing: ")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert display.available({"QT_QPA_PLATFORM": "offscreen"}) == (
        "PySide6, the window library, is not installed."
    )
