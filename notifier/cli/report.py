"""How verdicts and progress read on a terminal; never colour alone, plain characters if need be."""

import os
import sys
from datetime import datetime

import msgspec

from notifier.cli.history import PLAIN_SYMBOLS, SYMBOLS
from notifier.cli.output import prepare_output
from notifier.service.events import (
    Event,
    RunFailed,
    RunProgress,
    RunStarted,
    ServerMeasured,
    ServiceProblem,
    SettingsChanged,
)
from notifier.service.job import DEMONSTRATION_LABEL
from notifier.verdict import Verdict

__all__ = ["ProgressLine", "print_verdict", "tell", "verdict_text"]

_PHASES = {
    "reach": "reaching the servers",
    "latency": "round trips",
    "stream": "a call-like stream",
    "throughput": "throughput",
}


def verdict_text(verdict: Verdict, *, demonstration: bool) -> str:
    """The verdict in a few lines for a person."""
    symbols = SYMBOLS if _shapes() else PLAIN_SYMBOLS
    at = datetime.fromtimestamp(verdict.timestamp / 1000).astimezone()
    how = f"{verdict.color}, {verdict.status} ({verdict.confidence:.0%} sure)"
    lines = [f"{symbols[verdict.color]} {at:%H:%M} {how}: {verdict.notification}"]
    if demonstration:
        lines.append(f"  {DEMONSTRATION_LABEL}")
    if verdict.connectivity_code != 3:
        lines.append(f"  connectivity: {verdict.connectivity}")
    lines += [f"  {sentence}" for sentence in verdict.advice]
    for server in verdict.servers:
        figures: list[str] = []
        if server.error is not None:
            figures.append(server.error)
        if server.rtt_ms is not None:
            figures.append(f"{server.rtt_ms.median:.0f} ms")
        if server.loss_fraction is not None:
            figures.append(f"{server.loss_fraction:.1%} lost")
        if server.throughput_kbps is not None:
            least = "at least " if server.throughput_kbps.loop_at_least else ""
            figures.append(f"{least}{server.throughput_kbps.loop / 1000:.2f} Mbit/s")
        lines.append(f"  {server.url}: {', '.join(figures) or 'reachable'}")
    return "\n".join(lines)


def tell(event: Event) -> None:
    """Say on standard error what a person at the terminal should know."""
    match event:
        case RunStarted() if event.demonstration:
            _say(DEMONSTRATION_LABEL)
        case ServiceProblem():
            _say(event.message)
        case SettingsChanged():
            for problem in event.problems:
                _say(problem)
        case RunFailed() if event.reason != "cancelled":
            _say(f"no verdict: {event.detail}")
        case _:
            pass


def print_verdict(verdict: Verdict, *, demonstration: bool, as_json: bool) -> None:
    """Write a verdict to standard output: one JSON object on a line, or words for a person.

    :raises OSError: nobody reads, or the disk is full.
    """
    prepare_output(exact=as_json)
    if as_json:
        print(msgspec.json.encode(verdict).decode(), flush=True)
    else:
        print(verdict_text(verdict, demonstration=demonstration), flush=True)


class ProgressLine:
    """One line on standard error that is written over; plain lines where it is no terminal."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last = ""
        self._width = 0

    def show(self, event: Event) -> None:
        """Take an event; whatever is no progress takes the line away."""
        match event:
            case RunProgress():
                text = f"{_PHASES[event.phase]} {event.server}".strip()
                if self._terminal:
                    self._write(f"{event.fraction:4.0%} {text}, {event.seconds_left:.0f} s left")
                elif text != self._last:
                    print(text, file=sys.stderr)
                self._last = text
            case ServerMeasured() if event.measurement.error is not None:
                self.clear()
                measured = event.measurement
                detail = f" ({measured.detail})" if measured.detail else ""
                _say(f"{measured.url}: {measured.error}{detail}")
            case _:
                self.clear()

    def clear(self) -> None:
        """Take the line away, so that what follows stands alone."""
        if self._terminal and self._width:
            self._write("")
            print("\r", end="", file=sys.stderr, flush=True)
            self._width = 0

    def _write(self, text: str) -> None:
        # A line that is broken cannot be written over. The last column is left free: writing
        # there moves the cursor on some terminals.
        text = text[: _columns() - 1]
        print("\r" + text.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(text)


def _say(sentence: str) -> None:
    # A server's own words may be in it, and must not steer the terminal.
    plain = "".join(c if c.isprintable() else "?" for c in sentence)
    print(f"call-notifier: {plain}", file=sys.stderr)


def _columns() -> int:
    """Of the terminal behind standard error; 80 where it does not say."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80


def _shapes() -> bool:
    try:
        "".join(SYMBOLS.values()).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
