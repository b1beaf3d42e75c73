"""Network namespaces by name, as ``ip netns`` keeps them. Needs root."""

import ctypes
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["COMMAND_LIMIT", "Namespace", "ip", "tied_to_us"]

COMMAND_LIMIT = 30.0
"""Seconds for one ``ip`` command; it takes milliseconds unless the machine is stuck."""

_FOLDER = Path("/run/netns")
_CLONE_NEWNET = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)


def ip(*arguments: str) -> None:
    """Run ``ip``.

    :raises RuntimeError: with what ``ip`` said.
    """
    done = subprocess.run(
        ["ip", *arguments], capture_output=True, text=True, timeout=COMMAND_LIMIT, check=False
    )
    if done.returncode:
        raise RuntimeError(f"ip {' '.join(arguments)}: {done.stderr.strip()}")


def tied_to_us(*arguments: str) -> list[str]:
    """The command line of a program that the kernel kills as soon as the calling thread is gone."""
    return ["setpriv", "--pdeathsig", "KILL", "--", *arguments]


@dataclass(frozen=True, slots=True)
class Namespace:
    """A network namespace that exists; :class:`tests.net.emulator.Link` makes and deletes them."""

    name: str

    @property
    def path(self) -> Path:
        """The file that stands for it."""
        return _FOLDER / self.name

    def command(self, *arguments: str) -> list[str]:
        """The command line that runs a program in here; its process id is the program's own."""
        # Not "ip netns exec" or "ip -n": both mount a /sys of their own, which fails in a chroot.
        return ["nsenter", f"--net={self.path}", "--", *arguments]

    def exec(self, arguments: Sequence[str], *, limit: float) -> subprocess.CompletedProcess[str]:
        """Run a program in here to its end, standard streams as text.

        :param limit: seconds
        :raises subprocess.TimeoutExpired: when it took longer.
        """
        return subprocess.run(
            self.command(*arguments),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=limit,
            check=False,
        )

    def start(self, arguments: Sequence[str]) -> subprocess.Popen[str]:
        """Start a program in here with pipes for its streams; the caller ends it."""
        return subprocess.Popen(
            self.command(*tied_to_us(*arguments)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def socket(self, family: int, kind: int) -> socket.socket:
        """A socket of this process that lives in here."""
        made: list[socket.socket | OSError] = []

        def make() -> None:
            # A namespace belongs to a thread; this one ends with it, the socket keeps it.
            try:
                handle = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
                try:
                    if _libc.setns(handle, _CLONE_NEWNET):
                        number = ctypes.get_errno()
                        raise OSError(number, os.strerror(number), self.name)
                finally:
                    os.close(handle)
                made.append(socket.socket(family, kind))
            except OSError as error:
                made.append(error)

        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        [result] = made
        if isinstance(result, OSError):
            raise result
        return result

    def processes(self) -> list[int]:
        """Ids of the processes that run in here."""
        done = subprocess.run(
            ["ip", "netns", "pids", self.name],
            capture_output=True,
            text=True,
            timeout=COMMAND_LIMIT,
            check=False,
        )
        return [int(line) for line in done.stdout.split()]

    def delete(self) -> None:
        """End whatever still runs in here and remove it."""
        for process in self.processes():
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        ip("netns", "delete", self.name)
