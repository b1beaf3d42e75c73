"""``python -m tests.bench.broker``: how long the secrets' service takes to start and to answer,
and what it keeps in memory. As root it is started as systemd does, by the first request."""

import json
import os
import socket
import statistics
import time
from pathlib import Path

from notifier.broker.answers import BURST
from notifier.settings.paths import Paths
from tests.broker.service import places, served

STARTS = 10


def main() -> None:
    """Measure and print."""
    first: list[float] = []
    further: list[float] = []
    memory = 0.0
    for _ in range(STARTS):
        with places() as paths:
            _put(paths)
            with socket.socket(socket.AF_UNIX) as listener:
                assert paths.secrets_socket is not None
                paths.secrets_socket.parent.mkdir()
                listener.bind(os.fspath(paths.secrets_socket))
                listener.listen(8)
                begin = time.perf_counter()
                with served(paths, handed_over=listener) as service:
                    _ask(service.socket)
                    first.append(time.perf_counter() - begin)
                    for _ in range(BURST - 1):
                        begin = time.perf_counter()
                        _ask(service.socket)
                        further.append(time.perf_counter() - begin)
                    memory = _memory_mb(service.process.pid)
    print(f"first answer, with the start:  median {statistics.median(first) * 1000:.0f} ms")
    print(f"further answers:               median {statistics.median(further) * 1000:.1f} ms")
    print(f"memory of its own:             {memory:.1f} MB")


def _put(paths: Paths) -> None:
    assert paths.policy_dir is not None
    assert paths.secrets_dir is not None
    policy = paths.policy_dir / "10-fleet.json"
    policy.write_text(json.dumps({"mandatory": {"fleet": {"secret-file": "token"}}}))
    policy.chmod(0o644)
    secret = paths.secrets_dir / "token"
    secret.write_text("token\n")
    secret.chmod(0o600)


def _ask(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(os.fspath(path))
        client.sendall(b'{"secret": "token"}\n')
        assert client.recv(1000) == b'{"value": "token"}\n'


def _memory_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    private = [line.split() for line in lines if line.startswith("Private_")]
    return sum(int(words[1]) for words in private) * 1024 / 1e6


if __name__ == "__main__":
    main()
