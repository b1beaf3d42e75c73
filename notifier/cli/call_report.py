"""How calls read on a terminal: a line in the list, and everything about one."""

from collections.abc import Iterator

import msgspec

from notifier.calls.record import (
    CallRecord,
    EventRecord,
    FabricRecord,
    FeedbackRecord,
    StreamRecord,
    TimePoint,
)
from notifier.cli.output import local_time, printable, symbol_of
from notifier.codes import BY_SUMMARY
from notifier.history.rows import CallRow
from notifier.quality import CallFigures

__all__ = ["call_line", "call_text", "over_line"]

_LONGEST_DATA = 200
"""Characters of an event's data that are shown; session descriptions have thousands."""

_LONGEST_MS = 1e12
"""Thirty years: a longer duration is damage."""

_DIRECTIONS = {"outbound": "up", "inbound": "down"}


def call_line(call: CallRow) -> str:
    """When, what it got, where, how long, what had been forecast, how it was rated, its name."""
    parts = [
        local_time(call.began),
        f"{symbol_of(call.color or '')} {call.color or '-':<5}",
        _got(call.summary_code, call.outcome),
        call.application or "unnamed application",
        _long(call.duration_ms),
    ]
    if call.forecast_color is not None:
        parts.append(_forecast(call.forecast_color, right=call.forecast_right))
    if call.rating is not None:
        parts.append(f"rated {call.rating} of 5")
    return printable("  ".join([*parts, call.call_id]))


def over_line(call: CallRecord) -> str:
    """The same of a call that is over just now."""
    forecast, feedback = call.forecast, call.feedback
    row = CallRow(
        call_id=call.call_id,
        began=call.began,
        ended=call.ended,
        duration_ms=call.duration_ms,
        application=call.application,
        network_id=call.network_id,
        outcome=call.outcome,
        summary_code=call.summary_code,
        color=call.color,
        forecast_code=None if forecast is None else forecast.summary_code,
        forecast_color=None if forecast is None else forecast.color,
        forecast_right=call.forecast_right,
        rating=None if feedback is None else feedback.overall,
    )
    return call_line(row)


def call_text(call: CallRecord) -> str:
    """The whole record in lines."""
    headline = f"{symbol_of(call.color or '')} {call.color or '-'}"
    lines = [
        f"{headline}: {_got(call.summary_code, call.outcome)}",
        *(f"  {line}" for line in _about(call)),
        "connections" if call.fabrics else "no connection",
    ]
    for fabric in call.fabrics:
        lines.append(f"  {_fabric(fabric)}")
        lines += [f"    {_stream(stream)}" for stream in fabric.streams]
    if call.timeline:
        lines += ["means of ten seconds", *(f"  {_point(point)}" for point in call.timeline)]
    if call.events:
        lines += ["events", *(f"  {_event(event)}" for event in call.events)]
    if call.events_dropped:
        lines.append(f"  and {call.events_dropped} more, which were not kept")
    return "\n".join(printable(line) for line in lines)


def _got(code: int | None, outcome: str) -> str:
    """What the call was, in a few words."""
    words = [] if outcome == "success" else [outcome]
    if code in BY_SUMMARY:
        words.append(BY_SUMMARY[code].summary)
    return ", ".join(words) or "too short, or too little is known of it"


def _forecast(color: str, *, right: bool | None) -> str:
    judged = "" if right is None else ", right" if right else ", wrong"
    return f"forecast {symbol_of(color)} {color}{judged}"


def _about(call: CallRecord) -> Iterator[str]:
    place = call.application or "unnamed application"
    if call.origin is not None:
        place += f" ({call.origin})"
    meeting = f", conference {call.conference_id}" if call.conference_id else ""
    yield f"{place}{meeting}{f', reported by {call.client}' if call.client else ''}"
    yield f"from {local_time(call.began)} to {local_time(call.ended)}, {_long(call.duration_ms)}"
    said = [call.call_type, call.role, call.user_id and f"as {call.user_id}"]
    if any(said):
        yield ", ".join(word for word in said if word)
    if call.figures is not None:
        figures = ", ".join(_figures(call.figures)) or "no figures"
        yield f"{figures} ({_long(call.figures_duration_ms)} looked at)"
    if call.forecast is not None:
        confidence = f", {call.forecast.confidence:.0%} sure"
        yield f"{_forecast(call.forecast.color, right=call.forecast_right)}{confidence}"
    if call.comparison is not None:
        yield call.comparison
    if call.feedback is not None:
        yield _feedback(call.feedback)
    yield f"call {call.call_id}"


def _figures(figures: CallFigures) -> Iterator[str]:
    if not figures.connected:
        yield "not connected"
    if figures.available_kbps is not None:
        yield f"{_mbps(figures.available_kbps)} available"
    if figures.concealed is not None:
        yield f"{figures.concealed:.1%} of the sound made up"
    if figures.frozen is not None:
        yield f"picture still for {figures.frozen:.1%} of the time"
    if figures.one_way_ms is not None:
        yield f"{figures.one_way_ms:.0f} ms one way"


def _feedback(feedback: FeedbackRecord) -> str:
    parts = {"sound": feedback.audio, "picture": feedback.video, "screen": feedback.screen}
    said = [f"{what} {stars}" for what, stars in parts.items() if stars is not None]
    text = ", ".join([f"rated {feedback.overall} of 5", *said])
    return f"{text}: {feedback.comment}" if feedback.comment else text


def _fabric(fabric: FabricRecord) -> str:
    parts = [fabric.usage, fabric.end or fabric.state]
    if fabric.setup_delay_ms is not None:
        parts.append(f"connected in {fabric.setup_delay_ms:.0f} ms")
    if fabric.failure_delay_ms is not None:
        parts.append(f"given up after {fabric.failure_delay_ms:.0f} ms")
    if fabric.relay_type is not None:
        parts.append(f"relayed over {fabric.relay_type}" if fabric.relay_type else "direct")
    if fabric.disruptions:
        parts.append(f"{_times(fabric.disruptions)} disrupted, {_long(fabric.disrupted_ms)}")
    if fabric.transport_switches:
        parts.append(f"{_times(fabric.transport_switches)} another path")
    return f"{fabric.remote_user_id or 'somebody'}: {', '.join(parts)}"


def _stream(stream: StreamRecord) -> str:
    name = [_DIRECTIONS[stream.direction], stream.media, stream.codec, stream.usage_label]
    if stream.user_id:
        name.append(f"of {stream.user_id}")
    figures = []
    if stream.width and stream.height:
        figures.append(f"{stream.width}x{stream.height}")
    if stream.frames_per_second is not None:
        figures.append(f"{stream.frames_per_second.p50:.0f} pictures/s")
    if stream.kbps is not None:
        figures.append(f"{stream.kbps.p50:.0f} kbit/s")
    if stream.loss_fraction is not None:
        figures.append(f"{stream.loss_fraction:.1%} lost")
    if stream.jitter_ms is not None:
        figures.append(f"jitter {stream.jitter_ms.p50:.1f} ms")
    if stream.rtt_ms is not None:
        figures.append(f"round trip {stream.rtt_ms.p50:.0f} ms")
    if stream.concealed_fraction is not None:
        figures.append(f"{stream.concealed_fraction:.1%} made up")
    if stream.frozen_fraction is not None:
        figures.append(f"still for {stream.frozen_fraction:.1%} of the time")
    figures.append(f"quality {stream.quality}")
    return f"{' '.join(word for word in name if word)}: {', '.join(figures)}"


def _point(point: TimePoint) -> str:
    parts = [f"up {_mbps(point.up_kbps)}", f"down {_mbps(point.down_kbps)}"]
    if point.rtt_ms is not None:
        parts.append(f"round trip {point.rtt_ms:.0f} ms")
    if point.loss_fraction is not None:
        parts.append(f"loss {point.loss_fraction:.1%}")
    return f"{local_time(point.timestamp)}  {', '.join(parts)}"


def _event(event: EventRecord) -> str:
    parts = [local_time(event.timestamp), event.event]
    if event.fabric_id is not None:
        parts.append(event.fabric_id)
    if event.data:
        data = msgspec.json.encode(event.data).decode()
        parts.append(data if len(data) <= _LONGEST_DATA else f"{data[:_LONGEST_DATA]}...")
    return "  ".join(parts)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _mbps(kbps: float) -> str:
    return f"{kbps / 1000:.2f} Mbit/s"


def _long(duration_ms: float) -> str:
    """A duration in the two units that matter."""
    seconds = round(min(max(duration_ms, 0), _LONGEST_MS) / 1000)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60} s"
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"
