"""What a call that is reported costs the program, from its messages to its checkpoints.

``python -m tests.bench.book_cost`` prints a Markdown table: processor time a second of the call for
reading one message of statistics, for all that follows from it, and for what is shown of it; the
time and size of one checkpoint, and of taking one up. The last row is of a working day.
"""

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

import msgspec

from notifier.calls.book import CallBook
from notifier.calls.messages import decode
from notifier.calls.policy import FeedPolicy
from tests.calls.story import T0, Story, entries

_T = TypeVar("_T")

CHECKPOINT_EVERY = 5
"""Seconds."""


class _Clock:
    """Processor time of calls."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.worst: dict[str, float] = {}

    def timed(self, name: str, call: Callable[..., _T], *given: object) -> _T:
        began = time.process_time()
        result = call(*given)
        took = time.process_time() - began
        self.spent[name] = self.spent.get(name, 0.0) + took
        self.worst[name] = max(self.worst.get(name, 0.0), took)
        return result


def _row(streams: int, seconds: int) -> str:
    story, clock = Story(), _Clock()
    story.begin()
    state = b""
    for second in range(seconds):
        story.sleep(1.0)
        frame = msgspec.json.encode(
            {
                "type": "stats",
                "timestamp": story.wall,
                "callId": "call",
                "fabricId": "f",
                "stats": entries(
                    (story.wall - T0) / 1000, at=story.wall, streams=max(streams // 4, 1)
                ),
            }
        )
        message = clock.timed("read", decode, frame)
        assert message is not None
        clock.timed("apply", story.apply, message)
        clock.timed("live", lambda: story.book.live(wall=story.wall))
        story.book.advance(now=story.now, wall=story.wall)
        if second % CHECKPOINT_EVERY == CHECKPOINT_EVERY - 1:
            state = clock.timed("dump", story.book.dump, "call")
    book = CallBook(story.events.append, policy=FeedPolicy())
    clock.timed("restore", lambda: book.restore(state, now=story.now, wall=story.wall))
    every = {name: 1000 * spent / seconds for name, spent in clock.spent.items()}
    return (
        f"| {streams} | {seconds} | {every['read']:.2f} | {every['apply']:.2f} "
        f"| {1000 * clock.worst['apply']:.1f} | {every['live']:.2f} "
        f"| {every['dump'] * CHECKPOINT_EVERY:.2f} | {len(state) / 1000:.0f} "
        f"| {1000 * clock.spent['restore']:.1f} |"
    )


def _main() -> None:
    parser = argparse.ArgumentParser(description="The cost of a call that is reported.")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--day", type=int, default=28_800, help="seconds of the last row")
    options = parser.parse_args()
    print("| streams | seconds | read, ms/s | apply, ms/s | apply, worst ms | live, ms/s |", end="")
    print(" checkpoint, ms | checkpoint, kB | restore, ms |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for streams in (4, 12, 52, 100):
        print(_row(streams, options.seconds), flush=True)
    print(_row(4, options.day))


if __name__ == "__main__":
    _main()
