"""How verdicts and progress read on a terminal; never colour alone, plain characters if need be."""

import os
import sys

import msgspec

from notifier.calls.record import CallRecord
from notifier.cli.call_report import over_line
from notifier.cli.figures import first_hop_line, server_lines
from notifier.cli.output import local_time, prepare_output, printable, symbol_of, writing
from notifier.codes import Connectivity
from notifier.service.events import (
    CallCompared,
    Event,
    Limit,
    LimitChanged,
    RunFailed,
    RunProgress,
    RunStarted,
    ServerMeasured,
    ServiceProblem,
    SettingsChanged,
    VerdictReached,
)
from notifier.service.job import DEMONSTRATION_LABEL
from notifier.verdict import Verdict

__all__ = [
    "ProgressLine",
    "Teller",
    "print_call",
    "print_verdict",
    "tell",
    "verdict_line",
    "verdict_text",
]

_PHASES = {
    "reach": "reaching the servers",
    "latency": "round trips",
    "stream": "a call-like stream",
    "call": "a WebRTC call",
    "throughput": "throughput",
}

_LIMITS = {
    Limit("call", "none"): "no tests while a call goes on",
    Limit("call", "light"): "a light test only, because a call goes on",
    Limit("budget", "fewer"): "tests come less often than the settings say, to keep within the "
    "data budget",
    Limit("budget", "light"): "light tests only, to keep within the data budget",
    Limit("budget", "none"): "no tests for now, to keep within the data budget",
    Limit("metered", "light"): "light tests only, because the connection is metered",
    Limit("metered", "none"): "no tests for now, because the connection is metered",
}


_UNSURE = "not sure yet: testing again"


def verdict_line(verdict: Verdict, *, demonstration: bool) -> str:
    """The verdict in one line for a person; a log of these can be searched."""
    parts = [f"{local_time(verdict.timestamp)}  {_headline(verdict)}"]
    if verdict.connectivity_code != Connectivity.SUCCESS and not verdict.refused:
        parts.append(verdict.connectivity)
    parts += _beside(verdict)
    if demonstration:
        parts.append(DEMONSTRATION_LABEL)
    return "; ".join(parts)


def verdict_text(verdict: Verdict, *, demonstration: bool) -> str:
    """The verdict in a few lines for a person."""
    lines = [_headline(verdict)]
    if demonstration:
        lines.append(f"  {DEMONSTRATION_LABEL}")
    if verdict.connectivity_code != Connectivity.SUCCESS and not verdict.refused:
        lines.append(f"  connectivity: {verdict.connectivity}")
    lines += [f"  {said}" for said in _beside(verdict)]
    lines += [f"  {sentence}" for sentence in verdict.advice]
    for server in verdict.servers:
        lines += [f"  {line}" for line in server_lines(server)]
    first_hop = first_hop_line(verdict.local)
    if first_hop is not None:
        lines.append(f"  {first_hop}")
    # Where no call can be connected, there was nothing to forecast.
    connects = verdict.connectivity_code != Connectivity.NO_CONNECTION
    if verdict.model is None and connects and not demonstration:
        lines.append("  judged by the threshold rule")
    return "\n".join(lines)


def _headline(verdict: Verdict) -> str:
    if verdict.refused:
        # The codes are those of a bad connection, which nobody has found.
        why = (
            "has no relay left"
            if verdict.causes[0] == "quota"
            else "refuses the user name or password"
        )
        return f"? not known: the call server {why}, so the network could not be tested"
    how = f"{verdict.color}, {verdict.status} ({verdict.confidence:.0%} sure)"
    return f"{symbol_of(verdict.color)} {how}: {printable(verdict.notification)}"


def _beside(verdict: Verdict) -> list[str]:
    """What there is to know beside the verdict's own sentence."""
    said = [_UNSURE] if verdict.unsure else []
    return said + [printable(unusual.text) for unusual in verdict.unusual]


class Teller:
    """Says events as :func:`tell` does, and no sentence again while it stands: why there is no
    password, or no relay, may be why there is no verdict, and a full disk is full for hours."""

    def __init__(self) -> None:
        self._held: list[ServiceProblem] = []
        self._said: set[str] = set()

    def tell(self, event: Event) -> None:
        """Take an event."""
        if isinstance(event, ServiceProblem):
            if event.code in ("secret", "relay"):
                self._held.append(event)
            elif event.message not in self._said:
                self._said.add(event.message)
                tell(event)
            return
        if isinstance(event, VerdictReached) and event.run_id is not None:
            self._said.clear()
        self.catch_up(event)
        tell(event)

    def catch_up(self, event: Event) -> None:
        """Say what was kept back, but not what this event says itself."""
        held, self._held = self._held, []
        for problem in held:
            if not (isinstance(event, RunFailed) and event.detail == problem.message):
                tell(problem)


def tell(event: Event) -> None:
    """Say on standard error what a person at the terminal should know."""
    match event:
        case RunStarted() if event.demonstration:
            _say(DEMONSTRATION_LABEL)
        case LimitChanged() if event.limit is not None:
            _say(_LIMITS[event.limit])
        case CallCompared():
            _say(event.comparison.sentence)
        case ServiceProblem():
            _say(event.message)
        case SettingsChanged():
            for problem in event.problems:
                _say(problem)
        case RunFailed() if event.reason != "cancelled":
            _say(f"no verdict: {event.detail}")
        case _:
            pass


def print_verdict(
    verdict: Verdict, *, demonstration: bool, as_json: bool, one_line: bool = False
) -> None:
    """Write a verdict to standard output: one JSON object on a line, or words for a person.

    :raises OutputError: nobody reads, or the disk is full.
    """
    prepare_output(exact=as_json)
    if as_json:
        text = msgspec.json.encode(verdict).decode()
    elif one_line:
        text = verdict_line(verdict, demonstration=demonstration)
    else:
        text = verdict_text(verdict, demonstration=demonstration)
    with writing() as out:
        print(text, file=out)


def print_call(call: CallRecord, *, as_json: bool) -> None:
    """Write a line of a call that is over; beside JSON it is no part of the output.

    :raises OutputError: nobody reads, or the disk is full.
    """
    if as_json:
        _say(f"a call is over: {over_line(call)}")
        return
    prepare_output(exact=False)
    with writing() as out:
        print(over_line(call), file=out)


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
    # A server's own words may be in it.
    print(f"call-notifier: {printable(sentence)}", file=sys.stderr)


def _columns() -> int:
    """Of the terminal behind standard error; 80 where it does not say."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80
