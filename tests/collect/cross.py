"""Somebody else's flow over the link of a test: iperf3, on and off as the network says."""

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator

from tests.collect.draw import CrossFlow, Network
from tests.net.emulator import Link

__all__ = ["cross_traffic"]

START_LIMIT = 10.0
"""Seconds until iperf3 listens."""

_STOP_LIMIT = 5.0
_ALWAYS_S = 3600.0


@contextlib.contextmanager
def cross_traffic(link: Link, network: Network) -> Iterator[None]:
    """The network's second flow, from now to the end of the block; nothing where it has none."""
    if network.cross is None:
        yield
        return
    server = link.server.start(["iperf3", "-s", "-B", link.server_ip])
    stopped = threading.Event()
    thread = threading.Thread(target=_send, args=(link, network, network.cross, stopped))
    try:
        _wait_until_listening(link)
        thread.start()
        yield
    finally:
        stopped.set()
        if thread.is_alive():
            thread.join()
        _end(server)


def _send(link: Link, network: Network, flow: CrossFlow, stopped: threading.Event) -> None:
    up = flow.kind.endswith("up")
    rate = (network.up if up else network.down).rate_bps
    command = [
        "iperf3",
        "-c",
        link.server_ip,
        "-t",
        str(_ALWAYS_S if not flow.off_s else flow.on_s),
    ]
    if not up:
        command.append("-R")
    if flow.rate_share is not None and rate is not None:
        # Datagrams as a video call sends them.
        command += ["-u", "-l", "1150", "-b", str(round(rate * flow.rate_share))]
    while not stopped.is_set():
        began = time.monotonic()
        client = link.client.start(command)
        _sleep(stopped, client, flow.on_s if flow.off_s else _ALWAYS_S)
        _end(client)
        # What a slow ending took off the silence is not made up for: the cycle keeps its time.
        stopped.wait(max(0.2, began + flow.on_s + flow.off_s - time.monotonic()))


def _sleep(stopped: threading.Event, client: "subprocess.Popen[str]", seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and client.poll() is None and not stopped.wait(0.1):
        pass


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.communicate(timeout=_STOP_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def _wait_until_listening(link: Link) -> None:
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        done = link.server.exec(["ss", "-ltnH", "sport = :5201"], limit=START_LIMIT)
        if done.stdout.strip():
            return
        time.sleep(0.05)
    raise RuntimeError(f"iperf3 did not listen within {START_LIMIT:g} s")
