"""Whether windows can be shown at all, found out before Qt is asked.

Qt ends the whole process (SIGABRT, no exception) where it can't open the display or where its
platform plugin lacks a system library, so that both are tried here first: the display by opening
the connection a client opens (X11's set-up request with the cookie, a Wayland socket), the
libraries by loading the plugin. Nothing in this module imports Qt: a machine without Qt's system
libraries can import it.
"""

import contextlib
import ctypes
import importlib.util
import os
import re
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["available"]

CONNECT_LIMIT_S = 3.0
"""A local display answers in milliseconds; one over a network (ssh -X) in a few round trips."""

_WINDOWLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt platforms that need no display server."""

_FAMILY_LOCAL = 256
_FAMILY_WILD = 65535
_COOKIE = b"MIT-MAGIC-COOKIE-1"


def available(environ: Mapping[str, str]) -> str | None:
    """Return None where windows can be shown, else one sentence why not."""
    if sys.platform != "linux":
        return _libraries(None)
    chosen = environ.get("QT_QPA_PLATFORM", "")
    platforms = [part.partition(":")[0] for part in chosen.split(";") if part]
    if platforms and platforms[0] in _WINDOWLESS:
        return _libraries(platforms[0])
    wayland, x11 = environ.get("WAYLAND_DISPLAY"), environ.get("DISPLAY")
    if not wayland and not x11:
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
    reasons: list[str] = []
    if wayland and (not platforms or "wayland" in platforms):
        reason = _wayland(wayland, environ) or _libraries("wayland")
        if reason is None:
            return None
        reasons.append(reason)
    if x11 and (not platforms or "xcb" in platforms):
        reason = _x11(x11, environ) or _libraries("xcb")
        if reason is None:
            return None
        reasons.append(reason)
    return " ".join(reasons) or f"QT_QPA_PLATFORM is {chosen}, and there is no such display."


def _libraries(platform: str | None) -> str | None:
    """Load Qt's platform plugin; say which system library is missing."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return "PySide6, the window library, is not installed."
    if platform is None:
        return None
    package = Path(next(iter(spec.submodule_search_locations)))
    plugins = package / "Qt" / "plugins" / "platforms"
    plugin = plugins / f"libq{platform}.so"
    # QtWidgets and its QtDBus are needed as well, and are not among the plugin's own.
    wanted = [package / "Qt" / "lib" / "libQt6Widgets.so.6"]
    if plugin.exists():  # a distribution's own PySide6 keeps its plugins elsewhere
        wanted.append(plugin)
    for library in wanted:
        if not library.exists():
            continue
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            found = re.match(r"([^:\s]+): cannot open shared object file", str(error))
            name = found.group(1) if found else str(error)
            return f"A system library that windows need is missing: {name}."
    return None


def _wayland(name: str, environ: Mapping[str, str]) -> str | None:
    path = name if name.startswith("/") else f"{environ.get('XDG_RUNTIME_DIR', '')}/{name}"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
            sock.settimeout(CONNECT_LIMIT_S)
            sock.connect(path)
    except OSError as error:
        return f"The Wayland display {name} can't be opened: {_words(error)}."
    return None


def _x11(display: str, environ: Mapping[str, str]) -> str | None:
    match = re.fullmatch(r"(?:(?P<proto>\w+)/)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return f"DISPLAY is {display}, which is not the name of a display."
    number = int(match["number"])
    host = match["host"]
    cookie = _cookie(host, number, environ)
    try:
        with _x11_socket(host, number) as sock:
            sock.sendall(_set_up_request(cookie))
            refusal = _set_up_refusal(sock)
    except OSError as error:
        return f"The display {display} can't be opened: {_words(error)}."
    if refusal is not None:
        return f"The display {display} refuses us: {refusal}."
    return None


def _x11_socket(host: str, number: int) -> socket.socket:
    if host not in ("", "unix"):
        return socket.create_connection((host, 6000 + number), CONNECT_LIMIT_S)
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 (where X servers listen)
    failure: OSError | None = None
    for address in (path, f"\0{path}"):  # the second: Linux's abstract socket, tried by libxcb too
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.settimeout(CONNECT_LIMIT_S)
        try:
            sock.connect(address)
        except OSError as error:
            sock.close()
            failure = failure or error
        else:
            return sock
    raise failure or OSError("no socket")


def _set_up_request(cookie: bytes | None) -> bytes:
    """X Window System Protocol, chapter 8, Connection Setup; little-endian."""
    name = _COOKIE if cookie else b""
    data = cookie or b""
    head = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(data))
    return head + _padded(name) + _padded(data)


def _set_up_refusal(sock: socket.socket) -> str | None:
    head = _read(sock, 8)
    status, reason_length = head[0], head[1]
    if status == 1:
        return None
    if status == 2:
        return "it wants another way to authenticate"
    reason = _read(sock, reason_length).decode("latin-1").strip()
    return reason.rstrip(".") or "no reason given"


def _read(sock: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        part = sock.recv(length - len(data))
        if not part:
            raise ConnectionError("it closed the connection")
        data += part
    return data


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


@dataclass(frozen=True, slots=True)
class _Entry:
    family: int
    address: bytes
    number: bytes
    name: bytes
    data: bytes


def _entries(content: bytes) -> Iterator[_Entry]:
    """Xau(3): big-endian family, then address, number, name and data, each with its length."""
    offset = 0

    def counted() -> bytes:
        nonlocal offset
        (length,) = struct.unpack_from(">H", content, offset)
        value = content[offset + 2 : offset + 2 + length]
        offset += 2 + length
        return value

    # A file cut short holds no more entries.
    with contextlib.suppress(struct.error):
        while offset < len(content):
            (family,) = struct.unpack_from(">H", content, offset)
            offset += 2
            yield _Entry(family, counted(), counted(), counted(), counted())


def _cookie(host: str, number: int, environ: Mapping[str, str]) -> bytes | None:
    path = environ.get("XAUTHORITY") or f"{environ.get('HOME', '')}/.Xauthority"
    try:
        content = Path(path).read_bytes()
    except OSError:
        return None
    wanted = str(number).encode()
    fitting = [
        entry
        for entry in _entries(content)
        if entry.name == _COOKIE and entry.number in (b"", wanted)
    ]
    here = socket.gethostname().encode()
    local = host in ("", "unix", "localhost")
    for entry in fitting:
        if entry.family == _FAMILY_WILD:
            return entry.data
        if local and entry.family == _FAMILY_LOCAL and entry.address == here:
            return entry.data
    return fitting[0].data if fitting else None


def _words(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "it doesn't answer"
    return os.strerror(error.errno).lower() if error.errno else str(error)
