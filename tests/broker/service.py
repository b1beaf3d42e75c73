"""Root's service as a process of its own, for tests: in the folders that they give."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notifier.settings.paths import Paths

__all__ = ["Service", "connected", "places", "served"]

START_LIMIT = 20.0
"""Seconds until it listens; it takes a tenth."""

END_LIMIT = 10.0

_PROGRAM = """
import logging, os, sys
from pathlib import Path
from notifier.broker.server import run
from notifier.settings.paths import Paths
root, handed_over, idle_s = sys.argv[1:]
logging.basicConfig(level=logging.INFO, format="%(message)s")
if handed_over != "-":
    os.dup2(int(handed_over), 3)
    os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
sys.exit(run(Paths.under(Path(root)), os.environ, idle_s=float(idle_s)))
"""


@dataclass
class Service:
    """A service that runs, or has run."""

    paths: Paths
    process: subprocess.Popen[str]
    log: str = ""
    """What it said, once it has ended."""

    @property
    def socket(self) -> Path:
        assert self.paths.secrets_socket is not None
        return self.paths.secrets_socket

    def wait(self) -> int:
        """Wait for its end, which somebody else brings about."""
        self.log += self.process.communicate(timeout=END_LIMIT)[1]
        return self.process.returncode

    def end(self) -> int:
        """End it."""
        if self.process.returncode is None:
            self.process.terminate()
            self.wait()
        return self.process.returncode


@contextlib.contextmanager
def places() -> Iterator[Paths]:
    """Folders for policy and secrets that every user can get to, with a short path: a socket's
    has 107 octets at most."""
    with tempfile.TemporaryDirectory(prefix="cn-broker-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        paths = Paths.under(root)
        assert paths.policy_dir is not None
        assert paths.secrets_dir is not None
        paths.policy_dir.mkdir(mode=0o755)
        paths.secrets_dir.mkdir(mode=0o700)
        yield paths


@contextlib.contextmanager
def served(
    paths: Paths,
    *,
    handed_over: socket.socket | None = None,
    idle_s: float = 60.0,
    without: Sequence[str] = (),
) -> Iterator[Service]:
    """The service, to the end of the block.

    :param without: a command that takes rights away and starts it.
    """
    number = "-" if handed_over is None else str(handed_over.fileno())
    process = subprocess.Popen(
        [*without, sys.executable, "-c", _PROGRAM, str(paths.data_dir.parent), number, str(idle_s)],
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=[] if handed_over is None else [handed_over.fileno()],
        cwd=Path(__file__).parent.parent.parent,
    )
    service = Service(paths, process)
    try:
        yield service
    finally:
        service.end()


def connected(service: Service) -> socket.socket:
    """A client, once the service listens."""
    deadline = time.monotonic() + START_LIMIT
    while True:
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(START_LIMIT)
        try:
            client.connect(os.fspath(service.socket))
        except OSError:
            client.close()
            assert service.process.poll() is None, service.end()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        else:
            return client
