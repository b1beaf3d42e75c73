"""What a send costs on the wire: ``python -m tests.fleet.cost``.

Counted by a relay between client and collector, over TLS, as octets of TCP's payload: handshake,
headers and body, but for the headers of IP and TCP.
"""

import socket
import tempfile
import threading
from pathlib import Path
from urllib.parse import urlsplit

from notifier.fleet.identity import resource
from notifier.fleet.otlp import request, resource_metrics
from notifier.fleet.post import post
from notifier.fleet.protobuf import encode_request
from tests.fleet.collector import collector
from tests.fleet.figures import NOW, full
from tests.net.certificates import issue


def main() -> None:
    """Print it."""
    tally = full()
    tally.taken(NOW)
    snapshot = resource_metrics(tally, resource("none", tally.instance, ()), "deb", NOW + 300)
    body = encode_request(request(snapshot))
    with tempfile.TemporaryDirectory() as folder:
        certificates = issue(Path(folder), "good", ["127.0.0.1"])
        with (
            collector(certificates=certificates) as it,
            socket.create_server(("127.0.0.1", 0)) as door,
        ):
            counted = [0, 0]
            target = urlsplit(it.url).port
            relay = threading.Thread(target=_relay, args=(door, target, counted))
            relay.start()
            url = f"https://127.0.0.1:{door.getsockname()[1]}/v1/metrics"
            answer = post(url, body, ca_file=str(certificates.ca_file), token="x" * 40)
            relay.join()
            packed = len(it.requests[0][2])
    assert answer.kind == "taken"
    up, down = counted
    print(f"body {len(body)} octets, packed {packed}; sent {up}, received {down}")
    print(f"a day at 300 s: {288 * (up + down) / 1e6:.2f} MB")


def _relay(door: socket.socket, target: int, counted: list[int]) -> None:
    here, _ = door.accept()
    with here, socket.create_connection(("127.0.0.1", target)) as there:
        threads = [
            threading.Thread(target=_pass, args=(here, there, counted, 0)),
            threading.Thread(target=_pass, args=(there, here, counted, 1)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def _pass(source: socket.socket, sink: socket.socket, counted: list[int], way: int) -> None:
    while data := source.recv(65536):
        counted[way] += len(data)
        sink.sendall(data)
    sink.shutdown(socket.SHUT_WR)


if __name__ == "__main__":
    main()
