"""``python -m notifier.fleet.send``: takes a snapshot and sends what waits, in a process that ends.

HTTP and TLS never stay in the memory of the program that is always there. One JSON line with an
:class:`Order` on standard input, one with a :class:`Report` on standard output. Whatever else goes
wrong ends it with exit status 1 and a sentence on standard error; the figures then wait.
"""

import os
import sys
import time
from collections import Counter
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from notifier.fleet.answer import Answer
from notifier.fleet.courier import Entry, batches
from notifier.fleet.identity import instance, new_instance, resource
from notifier.fleet.order import Order, Report
from notifier.fleet.otlp import request, resource_metrics
from notifier.fleet.post import collector_url, post
from notifier.fleet.protobuf import NOT_ENCODED, encode_request
from notifier.fleet.queue import Damaged, Queue
from notifier.fleet.shared import INSTANCE_AGE, SharedTally
from notifier.fleet.tally import Tally

__all__ = ["carry_out", "main"]


def carry_out(order: Order, now: float) -> Report:
    """Do as ordered.

    :param now: seconds since 1970.
    :raises OSError: the figures cannot be kept here.
    """
    shared = SharedTally(Path(order.state_dir))
    queue = Queue(shared.folder / "queue", order.identity)
    lost: Counter[str] = Counter()
    if order.snapshot:
        _snapshot(order, shared, queue, now)
    if gone := queue.tidy(now):
        lost["old"] += gone
    if not order.send:
        return _report(None, 0, lost)
    try:
        with FileLock(shared.folder / "sending.lock", timeout=0):
            return _send(order, queue, lost)
    except Timeout:  # another program of this person sends
        return _report(None, 0, lost)


def _snapshot(order: Order, shared: SharedTally, queue: Queue, now: float) -> None:
    with shared.changed(now) as tally:
        _put(order, tally, queue, now)
        if order.identity == "none" and now - tally.began >= INSTANCE_AGE:
            tally.anew(new_instance(), now)


def _put(order: Order, tally: Tally, queue: Queue, now: float) -> None:
    name = instance(order.identity, tally.instance, order.device_id)
    of = resource(order.identity, name, order.attributes)
    queue.put(resource_metrics(tally, of, order.installed, now), now)
    tally.taken(now)


def _send(order: Order, queue: Queue, lost: Counter[str]) -> Report:
    url = collector_url(order.url)
    answer: Answer | None = None
    sent = 0
    for batch in batches(queue.waiting()):
        body, entries = _encoded(batch, queue, lost)
        if not entries:
            continue
        answer = post(url, body, token=order.token, ca_file=order.ca_file)
        if answer.kind == "again":
            break
        if answer.kind == "refused":
            lost["refused"] += len(entries)
        else:
            sent += len(entries)
            lost["partly"] += answer.kind == "partly"
        for entry in entries:
            queue.remove(entry)
    return _report(answer, sent, lost)


def _encoded(batch: list[Entry], queue: Queue, lost: Counter[str]) -> tuple[bytes, list[Entry]]:
    """One request of all in the batch that can be read, and which these are."""
    parts: list[bytes] = []
    entries = []
    for entry in batch:
        try:
            # Requests of one element each, one after the other, are one request of all.
            parts.append(encode_request(request(queue.read(entry))))
            entries.append(entry)
        except (Damaged, *NOT_ENCODED):
            lost["damaged"] += 1
            queue.remove(entry)
    return b"".join(parts), entries


def _report(answer: Answer | None, sent: int, lost: Counter[str]) -> Report:
    counted = {reason: count for reason, count in lost.items() if count}
    if answer is None:
        return Report(sent=sent, lost=counted)
    return Report(
        kind=answer.kind,
        retry_after=answer.retry_after,
        status=answer.status,
        words=answer.words,
        sent=sent,
        lost=counted,
    )


def main() -> int:
    """Carry out one order."""
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
        report = carry_out(order, time.time())
    except Exception as error:  # whatever it is, it is tried again
        sys.stderr.write(f"the figures cannot be sent: {type(error).__name__}: {error}\n")
        return 1
    with os.fdopen(answer, "wb") as out:
        out.write(msgspec.json.encode(report) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
