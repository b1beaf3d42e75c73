"""A link between two network namespaces, emulated in userspace (``link.c``). Needs root.

The kernel's own emulator (netem) is not on every machine that runs these tests; TUN devices are.
What the link did is counted by the link itself, so that a test compares with the truth and not
with another measurement.
"""

import atexit
import contextlib
import hashlib
import os
import re
import selectors
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from tests.means import missing_programs
from tests.net.direction import Direction
from tests.net.namespace import COMMAND_LIMIT, Namespace, ip, tied_to_us

__all__ = ["DirectionStats", "Link", "LinkError", "LinkStats", "batch", "compiled", "sweep"]

DEVICE = "cn0"
"""The TUN device, in both namespaces."""

MTU = 1500

_SOURCE = Path(__file__).with_name("link.c")
_CACHE = Path(__file__).parents[2] / "build" / "tests"
_COMPILER = ("cc", "-O2", "-std=gnu11", "-Wall", "-Wextra")

_COMPILE_LIMIT = 120.0
"""Seconds for the compiler on a loaded machine."""

_ANSWER_LIMIT = 20.0
"""Seconds for the emulator to answer; it takes well below one millisecond."""

_DEVICE_QUEUE = 5000
"""Packets the kernel holds for the emulator while that is not scheduled."""

_PREFIX = "cn"
_STALE = re.compile(rf"{_PREFIX}-(\d+)-\d+-(?:client|server)")
_numbers = count()


class LinkError(RuntimeError):
    """The link could not be made, or died; the message says why."""


class DirectionStats(msgspec.Struct, frozen=True):
    """What one direction did since its start. Packets and bytes at IP level."""

    packets_in: int
    bytes_in: int
    queue_drops: int
    """Packets that found the queue full."""

    losses: int
    """Packets lost on the air: they were sent, and never came out."""

    packets_out: int
    bytes_out: int
    under_way: int
    """Packets in the queue or on the air right now (but for those already known to be lost)."""

    write_errors: int
    """Packets that the kernel refused to take at the far end."""

    ignored: int
    """Multicast of the kernel itself (MLD), neither counted nor carried."""

    max_queue_bytes: int
    max_lateness_us: int
    """How much after its due time a packet came out, at worst."""

    late: int
    """Packets that came out more than a millisecond late."""

    unread: int = 0
    """Packets the kernel dropped before the emulator read them: 0 in a valid run."""


class LinkStats(msgspec.Struct, frozen=True):
    """Both directions."""

    up: DirectionStats
    down: DirectionStats


class _DeviceStats(msgspec.Struct):
    dropped: int


class _DeviceStats64(msgspec.Struct):
    tx: _DeviceStats


class _Device(msgspec.Struct):
    stats64: _DeviceStats64


def compiled() -> Path:
    """The emulator's binary, compiled on first use and whenever the source changed.

    :raises LinkError: when there is no compiler, or with what it said.
    """
    digest = hashlib.sha256(_SOURCE.read_bytes() + " ".join(_COMPILER).encode()).hexdigest()
    binary = _CACHE / f"link-{digest[:16]}"
    if binary.exists():
        return binary
    if reason := missing_programs(_COMPILER[0]):
        raise LinkError(f"the link emulator can't be compiled: {reason}")
    _CACHE.mkdir(parents=True, exist_ok=True)
    # Several test processes may get here at once: each compiles, the last rename wins.
    with tempfile.TemporaryDirectory(dir=_CACHE) as folder:
        made = Path(folder, "link")
        done = subprocess.run(
            [*_COMPILER, "-o", str(made), str(_SOURCE), "-lm"],
            capture_output=True,
            text=True,
            timeout=_COMPILE_LIMIT,
            check=False,
        )
        if done.returncode:
            raise LinkError(
                f"the link emulator can't be compiled (on Debian: apt install gcc libc6-dev):\n"
                f"{done.stderr}"
            )
        made.replace(binary)
    return binary


def sweep() -> list[str]:
    """Delete namespaces of test processes that are gone; return their names."""
    swept = []
    folder = Namespace("").path
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = _STALE.fullmatch(entry.name)
        if match is None or Path("/proc", match[1]).exists():
            continue
        # Another test process may sweep at the same time.
        with contextlib.suppress(RuntimeError):
            Namespace(entry.name).delete()
            swept.append(entry.name)
    return swept


class Link:
    """``with Link(up=Direction(…), down=Direction(…)) as link: link.client.exec(["ping", …])``

    Up is from the client to the server. The client's default route, IPv4 and IPv6, leads through
    the link; nothing leads out of the two namespaces.
    """

    def __init__(
        self,
        *,
        up: Direction,
        down: Direction,
        seed: int = 1,
        client: Namespace | None = None,
        device: str = DEVICE,
    ) -> None:
        """Describe a link; entering it makes it.

        :param seed: equal seeds lose the same packets (by their number after the queue) and draw
            the same jitter
        :param client: a namespace that is there already, for example the far end of another link;
            it outlives this one
        :param device: the TUN device's name; two links of one namespace need two names
        """
        number = next(_numbers)
        self._up, self._down, self._seed = up, down, seed
        self._process: subprocess.Popen[bytes] | None = None
        self._final: LinkStats | None = None
        self._buffer = b""
        name = f"{_PREFIX}-{os.getpid()}-{number}"
        self.device = device
        self.client = client or Namespace(f"{name}-client")
        self.server = Namespace(f"{name}-server")
        self._own = [self.server] if client else [self.client, self.server]
        subnet = number % 256
        self.client_ip = f"10.203.{subnet}.1"
        self.server_ip = f"10.203.{subnet}.2"
        self.client_ipv6 = f"fd3a:9c41:{subnet:x}::1"
        self.server_ipv6 = f"fd3a:9c41:{subnet:x}::2"

    def __enter__(self) -> Self:
        atexit.register(self.close)
        try:
            self._make()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(LinkError):
            self._final = self.stats()
        if error is not None:
            error.add_note(f"the link's own counters: {self._final}")
        self.close()

    def _make(self) -> None:
        sweep()
        binary = compiled()
        for namespace in self._own:
            if namespace.path.exists():  # of a process that had our number before us
                namespace.delete()
            ip("netns", "add", namespace.name)
        self._process = subprocess.Popen(
            tied_to_us(
                *(str(binary), str(self.client.path), str(self.server.path), self.device),
                *(str(self._seed), self._up.arguments(), self._down.arguments()),
            ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if self._line() != b"ready":
            raise LinkError("the link emulator said something unexpected")
        for namespace, address, address6 in (
            (self.client, self.client_ip, self.client_ipv6),
            (self.server, self.server_ip, self.server_ipv6),
        ):
            lines = [
                "link set lo up",
                # No link-local address: the kernel would look for routers through the link.
                f"link set {self.device} addrgenmode none",
                f"link set {self.device} mtu {MTU} txqueuelen {_DEVICE_QUEUE} up",
                f"address add {address}/30 dev {self.device}",
                f"address add {address6}/64 dev {self.device} nodad",
            ]
            if namespace is self.client:
                lines += [f"route add {every} dev {self.device}" for every in ("0.0.0.0/0", "::/0")]
            batch(namespace, lines)

    def stats(self) -> LinkStats:
        """What the link did so far; after its end, what it had done by then.

        :raises LinkError: when the emulator died.
        """
        if self._process is None or self._process.stdin is None:
            if self._final is None:
                raise LinkError("the link was not made, or died")
            return self._final
        try:
            self._process.stdin.write(b"stats\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise LinkError(self._why_it_died()) from None
        stats = msgspec.json.decode(self._line(), type=LinkStats)
        return LinkStats(
            msgspec.structs.replace(stats.up, unread=_unread(self.client, self.device)),
            msgspec.structs.replace(stats.down, unread=_unread(self.server, self.device)),
        )

    def close(self) -> None:
        """Remove everything; again does nothing."""
        atexit.unregister(self.close)
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()
        for namespace in self._own:
            if namespace.path.exists():
                namespace.delete()

    def _line(self) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        end = time.monotonic() + _ANSWER_LIMIT
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                if not selector.select(max(0.0, end - time.monotonic())):
                    raise LinkError(f"the link emulator did not answer in {_ANSWER_LIMIT:g} s")
                data = os.read(self._process.stdout.fileno(), 65536)
                if not data:
                    raise LinkError(self._why_it_died())
                self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line

    def _why_it_died(self) -> str:
        assert self._process is not None
        assert self._process.stderr is not None
        self._process.kill()
        status = self._process.wait()
        said = self._process.stderr.read().decode(errors="replace").strip()
        return f"the link emulator died ({status}): {said}"


def batch(namespace: Namespace, lines: list[str]) -> None:
    """Run several commands of ``ip`` in a namespace.

    :raises LinkError: with what ``ip`` said.
    """
    done = subprocess.run(
        namespace.command("ip", "-batch", "-"),
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=COMMAND_LIMIT,
        check=False,
    )
    if done.returncode:
        raise LinkError(f"ip in {namespace.name}: {done.stderr.strip()}")


def _unread(namespace: Namespace, name: str) -> int:
    done = subprocess.run(
        namespace.command("ip", "-s", "-j", "link", "show", "dev", name),
        capture_output=True,
        timeout=COMMAND_LIMIT,
        check=True,
    )
    [device] = msgspec.json.decode(done.stdout, type=list[_Device])
    return device.stats64.tx.dropped
