"""The last day in spans of time: how the network was, where nothing was tested, and the calls.

A verdict holds until the next test, and no longer than a while: where the machine was asleep or the
tests were paused, nothing is known. :mod:`ui.status.sparkline` draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from notifier.codes import Connectivity
from notifier.history.rows import CallRow, RunSummary
from notifier.history.store import History
from ui.words import wording
from ui.words.joined import ended, listed, sentences

__all__ = [
    "DAY_MS",
    "MOST_RUNS",
    "CallSpan",
    "LastDay",
    "Share",
    "Span",
    "calls",
    "clock",
    "describe",
    "holds_ms",
    "read",
    "share_words",
    "shares",
]

DAY_MS = 86_400_000.0

MOST_RUNS = 2000
"""Runs that are read at most; at the shortest interval that settings allow there are fewer."""

MOST_CALLS = 200

_LEAST_HOLDS_MS = 20 * 60_000.0
"""A data budget stretches the interval: those tests still belong together."""

_INTERVALS = 2.5
"""For how many intervals a verdict holds where the next test does not come."""


@dataclass(frozen=True, slots=True)
class Span:
    """A verdict and how long it held, milliseconds since 1970."""

    start: float
    end: float
    run_id: int
    status_code: int
    connectivity_code: int
    color: str

    @property
    def word(self) -> str:
        """The state in a word, translated."""
        return wording.state_word(self.status_code, self.connectivity_code)

    @property
    def height(self) -> int:
        """0 (no connection) to 5 (excellent)."""
        if self.connectivity_code == Connectivity.NO_CONNECTION:
            return 0
        return min(5, max(1, self.status_code))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the time that is known was in one state."""

    height: int
    """As :attr:`Span.height`."""

    color: str
    """That it had for most of that time: "Good" may be green or amber."""

    word: str
    part: float
    """0..1."""


@dataclass(frozen=True, slots=True)
class CallSpan:
    """A call, milliseconds since 1970."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class LastDay:
    """From ``start`` to ``end``; both kinds of spans have the oldest first."""

    start: float
    end: float
    spans: tuple[Span, ...] = ()
    calls: tuple[CallSpan, ...] = ()


def holds_ms(interval_s: float) -> float:
    """Return how long a verdict holds at most.

    :param interval_s: between two tests, of the settings.
    """
    return max(_LEAST_HOLDS_MS, _INTERVALS * interval_s * 1000)


def read(history: History, now: float, *, interval_s: float, demonstration: bool) -> LastDay:
    """Read the last day.

    :param now: milliseconds since 1970.
    :param demonstration: of the embedded relay; else of the networks.
    :raises HistoryError: the history cannot be read.
    """
    start, holds = now - DAY_MS, holds_ms(interval_s)
    # What was found before the day still held when it began.
    runs = history.runs(since=start - holds, until=now + 1, limit=MOST_RUNS)
    made = history.calls(since=start - DAY_MS, until=now + 1, limit=MOST_CALLS)
    return LastDay(
        start,
        now,
        _spans(
            [run for run in runs if run.demonstration == demonstration and not run.refused],
            start,
            now,
            holds,
        ),
        _calls(made, start, now),
    )


def _spans(
    newest_first: Sequence[RunSummary], start: float, end: float, holds: float
) -> tuple[Span, ...]:
    spans: list[Span] = []
    until = end
    for run in newest_first:
        span = Span(
            max(start, run.timestamp),
            min(until, run.timestamp + holds),
            run.id,
            run.status_code,
            run.connectivity_code,
            run.color,
        )
        if span.end > max(start, span.start):
            spans.append(span)
        until = run.timestamp
    return tuple(reversed(spans))


def _calls(newest_first: Sequence[CallRow], start: float, end: float) -> tuple[CallSpan, ...]:
    return tuple(
        CallSpan(max(start, call.began), min(end, call.ended))
        for call in reversed(newest_first)
        if call.ended > start
    )


def shares(day: LastDay) -> tuple[Share, ...]:
    """Return how much of the time that is known was in which state, the best first."""
    lasted: dict[int, dict[str, float]] = {}
    words: dict[int, str] = {}
    for span in day.spans:
        by_color = lasted.setdefault(span.height, {})
        by_color[span.color] = by_color.get(span.color, 0.0) + span.end - span.start
        words[span.height] = span.word
    known = sum(sum(by_color.values()) for by_color in lasted.values())
    return tuple(
        Share(
            height,
            max(by_color, key=by_color.__getitem__),
            words[height],
            sum(by_color.values()) / known,
        )
        for height, by_color in sorted(lasted.items(), reverse=True)
    )


def share_words(share: Share) -> str:
    """Return a state and its share: "Good 24 %"; never "0 %" of what there was."""
    return QCoreApplication.translate("last_day", "{state} {percent}").format(
        state=share.word, percent=wording.share(share.part)
    )


def calls(day: LastDay) -> str:
    """Return how many calls there were; empty where there was none."""
    if not day.calls:
        return ""
    return QCoreApplication.translate("last_day", "Calls: {count}").format(
        count=wording.number(len(day.calls))
    )


def describe(day: LastDay) -> str:
    """Return the whole day as a sentence, for who does not see the drawing."""
    found = shares(day)
    states = listed(map(share_words, found)) or QCoreApplication.translate(
        "last_day", "Nothing was tested"
    )
    if len(found) < 2:
        text = QCoreApplication.translate("last_day", "Last 24 hours: {states}").format(
            states=states
        )
    else:
        worst = min(day.spans, key=lambda span: span.height)
        text = QCoreApplication.translate(
            "last_day", "Last 24 hours: {states}; worst at {time}"
        ).format(states=states, time=clock(worst.start))
    return sentences((ended(text), calls(day))) if day.calls else text


def clock(timestamp: float) -> str:
    """Return the time of day alone: a day has each of them once."""
    when = QDateTime.fromMSecsSinceEpoch(int(timestamp))
    return QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
