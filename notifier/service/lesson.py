"""``python -m notifier.service.lesson``: learns what is usual on a network, from its history.

A process of its own, for neither sixty days of runs nor what the models need may stay in the
program that is always there. One JSON line with a :class:`Lesson` on standard input, one with the
:class:`notifier.forecast.baseline.Profile` on standard output, or ``null`` where the history is too
short or cannot be read. Whatever else goes wrong ends it with exit status 1 and a sentence on
standard error.
"""

import os
import sys
from pathlib import Path

import msgspec

from notifier.forecast.baseline import MOST_DAYS, MOST_RUNS, Profile, enough, learn
from notifier.forecast.watched import DAY_MS, Watched, history_of
from notifier.history.errors import HistoryError
from notifier.history.store import History

__all__ = ["LEAST_URGENT", "Lesson", "main", "profile_of"]

LEAST_URGENT = 19
"""The nice value of a process that waits for all others (setpriority(2))."""


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What to learn from."""

    history: str
    """The file."""

    network_id: str
    now_ms: float
    """Milliseconds since 1970."""

    models: bool
    """Learn by the models, where the history is long enough; else by the simple rule."""


def profile_of(lesson: Lesson) -> Profile | None:
    """The profile; None where the history is too short to say anything, or cannot be read."""
    runs = _runs(lesson)
    if lesson.models and enough(runs, lesson.now_ms):
        # Its libraries are not needed for a short history.
        from notifier.forecast.quantiles import train

        return train(runs, now_ms=lesson.now_ms)
    return learn(runs, now_ms=lesson.now_ms)


def _runs(lesson: Lesson) -> tuple[Watched, ...]:
    since = lesson.now_ms - MOST_DAYS * DAY_MS
    try:
        with History.open_read_only(Path(lesson.history)) as history:
            rows = history.runs(since=since, limit=MOST_RUNS)
    except HistoryError as error:
        sys.stderr.write(f"what is usual cannot be learnt: {error}\n")
        return ()
    return history_of(rows, lesson.network_id)


def main() -> int:
    """Learn one lesson, when nothing else wants the processor: somebody may be in a call."""
    if sys.platform != "win32":
        os.nice(LEAST_URGENT)
    # Native code that prints would spoil the answer: it gets standard error instead.
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        lesson = msgspec.json.decode(sys.stdin.buffer.readline(), type=Lesson)
        profile = profile_of(lesson)
    except Exception as error:  # whatever it is, the simple rule can do without
        sys.stderr.write(f"the habit cannot be learnt: {type(error).__name__}: {error}\n")
        return 1
    with os.fdopen(answer, "wb") as out:
        out.write(msgspec.json.encode(profile) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
