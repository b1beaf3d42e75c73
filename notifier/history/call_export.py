"""Calls as CSV: one line a call, in the form of :mod:`notifier.history.export`.

What a call consisted of, its connections and streams, is in its JSON only.
"""

import csv
from collections.abc import Callable, Iterable
from typing import TextIO

from notifier.calls.record import CallRecord
from notifier.history.export import Cell, cell, utc

__all__ = ["CALL_COLUMNS", "write_calls_csv"]


def write_calls_csv(calls: Iterable[CallRecord], out: TextIO) -> None:
    """Write a header and a line a call; ``out`` must not translate line ends (``newline=""``)."""
    writer = csv.writer(out)
    writer.writerow(CALL_COLUMNS)
    for call in calls:
        writer.writerow([cell(of(call)) for of in CALL_COLUMNS.values()])


CALL_COLUMNS: dict[str, Callable[[CallRecord], Cell]] = {
    "callId": lambda call: call.call_id,
    "time": lambda call: utc(call.began),
    "began": lambda call: call.began,
    "ended": lambda call: call.ended,
    "durationMs": lambda call: call.duration_ms,
    "application": lambda call: call.application,
    "client": lambda call: call.client,
    "conferenceId": lambda call: call.conference_id,
    "networkId": lambda call: call.network_id,
    "outcome": lambda call: call.outcome,
    "summaryCode": lambda call: call.summary_code,
    "color": lambda call: call.color,
    "availableKbps": lambda call: call.figures.available_kbps if call.figures else None,
    "concealed": lambda call: call.figures.concealed if call.figures else None,
    "frozen": lambda call: call.figures.frozen if call.figures else None,
    "oneWayMs": lambda call: call.figures.one_way_ms if call.figures else None,
    "forecastCode": lambda call: call.forecast.summary_code if call.forecast else None,
    "forecastColor": lambda call: call.forecast.color if call.forecast else None,
    "forecastConfidence": lambda call: call.forecast.confidence if call.forecast else None,
    "forecastRight": lambda call: call.forecast_right,
    "rating": lambda call: call.feedback.overall if call.feedback else None,
}
"""Every column, in order, and where its value comes from; new ones come at the end."""
