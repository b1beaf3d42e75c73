"""``python -m tests.calls.flood ADDRESS SECONDS RATE BYTES``: a client that sends too much.

It says hello, reads on in a thread, and sends messages of so many bytes as often as asked, as far
as the feed lets it. Prints how many messages have left it.
"""

import argparse
import json
import socket
import struct
import sys
import threading
import time

from tests.calls.talking import hello

_BATCH = 50


def main() -> int:
    """Send, and say how many."""
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("seconds", type=float)
    parser.add_argument("rate", type=float)
    parser.add_argument("bytes", type=int)
    asked = parser.parse_args()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(asked.address)
        client.sendall(_frame(hello(f"flood-{time.monotonic_ns()}")))
        reading = threading.Thread(target=_read, args=(client,), daemon=True)
        reading.start()
        batch = _frame(_stats(asked.bytes)) * _BATCH
        sent = _send(client, batch, asked.seconds, asked.rate)
        client.shutdown(socket.SHUT_RDWR)
        reading.join()
    print(sent, flush=True)
    return 0


def _frame(message: object) -> bytes:
    body = json.dumps(message).encode()
    return struct.pack("<I", len(body)) + body


def _stats(length: int) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": "RTCInboundRTPAudioStream_1",
        "type": "inbound-rtp",
        "jitter": 0.01,
    }
    entry["ssrc"] = "1" * max(1, length // 1000)  # so that there are not too many
    entries = [entry] * max(1, length // len(json.dumps(entry)))
    return {"type": "stats", "timestamp": 1.0, "callId": "c", "fabricId": "f", "stats": entries}


def _send(client: socket.socket, batch: bytes, seconds: float, rate: float) -> int:
    began = time.monotonic()
    sent = 0
    # A send that takes longer than this is the end: it is being held up.
    client.settimeout(seconds)
    while (past := time.monotonic() - began) < seconds:
        if sent > past * rate:
            time.sleep(0.001)
            continue
        try:
            client.settimeout(max(0.001, seconds - past))
            client.sendall(batch)
        except TimeoutError:
            break
        sent += _BATCH
    return sent


def _read(client: socket.socket) -> None:
    while True:
        try:
            if not client.recv(65_536):
                return
        except TimeoutError:
            continue
        except OSError:
            return


if __name__ == "__main__":
    sys.exit(main())
