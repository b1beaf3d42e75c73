"""Calls for windows to show: one that goes on, and the record of one that is over."""

import math
from typing import Any

import msgspec

from notifier.calls.live import Flow, LiveCall, LivePoint
from notifier.calls.record import (
    CallForecast,
    CallRecord,
    EventRecord,
    FabricRecord,
    Spread,
    StreamRecord,
    TimePoint,
)
from notifier.codes import BY_SUMMARY
from notifier.forecast.report_card import compare
from notifier.quality import CallFigures, call_code
from tests.ui.builders import NOW

__all__ = ["FAIR", "FINE", "live_call", "live_points", "over_call"]

MINUTE = 60_000.0

FINE = CallFigures(available_kbps=2480.0, concealed=0.001, frozen=0.0, one_way_ms=21.0)
FAIR = CallFigures(available_kbps=640.0, concealed=0.004, frozen=0.006, one_way_ms=31.0)


def live_points(
    seconds: int = 300, *, until: float = NOW, up: float = 1210.0, down: float = 830.0,
    rtt: float | None = 42.0,
) -> tuple[LivePoint, ...]:  # fmt: skip
    """Seconds that rise and fall a little, and start as calls do."""
    points = []
    for second in range(seconds):
        start = min(1.0, (second + 3) / 25)
        wave = 1 + 0.08 * math.sin(second / 9) + 0.05 * math.sin(second / 2.3)
        slump = 0.45 if 150 <= second < 175 else 1.0
        delay = None if rtt is None else rtt * (1 + 0.06 * math.sin(second / 5))
        if delay is not None and slump < 1:
            delay *= 3.1
        points.append(
            LivePoint(
                at=until - (seconds - 1 - second) * 1000.0,
                up_kbps=up * start * wave * slump,
                down_kbps=down * start * (2 - wave),
                rtt_ms=delay,
                loss=0.0,
            )
        )
    return tuple(points)


def live_call(**changes: Any) -> LiveCall:
    """A call of twelve minutes with sound and picture both ways."""
    points = changes.pop("recent", None)
    if points is None:
        points = live_points()
    fields: dict[str, Any] = {
        "call_id": "call-1",
        "application": "meet.example.com",
        "began": NOW - 12 * MINUTE,
        "state": "established",
        "up_kbps": points[-1].up_kbps if points else 0.0,
        "down_kbps": points[-1].down_kbps if points else 0.0,
        "rtt_ms": points[-1].rtt_ms if points else None,
        "available_kbps": 2480.0,
        "code": 95,
        "flows": (
            Flow("up", "audio", 38.0, 1, loss=0.0, jitter_ms=2.1),
            Flow(
                "up", "video", 1130.0, 1, loss=0.004, jitter_ms=6.0,
                width=1280, height=720, frames_per_second=29.7,
            ),
            Flow("down", "audio", 36.0, 2, loss=0.0, jitter_ms=3.4),
            Flow(
                "down", "video", 760.0, 2, loss=0.012, jitter_ms=11.0,
                width=960, height=540, frames_per_second=24.2,
            ),
        ),
        "recent": points,
        **changes,
    }  # fmt: skip
    return LiveCall(**fields)


_SSRC = {
    ("outbound", "audio"): 1101,
    ("outbound", "video"): 1102,
    ("inbound", "audio"): 2201,
    ("inbound", "video"): 2202,
}


def _stream(direction: str, media: str, kbps: float, **more: Any) -> StreamRecord:
    rate = Spread(mean=kbps, p50=kbps, p75=1.1 * kbps, p95=1.2 * kbps)
    delay = Spread(mean=44.0, p50=42.0, p75=47.0, p95=88.0)
    jitter = Spread(mean=3.4, p50=2.9, p75=4.4, p95=9.0)
    return StreamRecord(
        ssrc=_SSRC[direction, media],
        direction=direction,  # type: ignore[arg-type]  # the callers' are literals
        media=media,  # type: ignore[arg-type]
        duration_ms=11.8 * MINUTE,
        kbps=rate,
        packets=35_000,
        jitter_ms=jitter,
        rtt_ms=delay if direction == "outbound" else None,
        **more,
    )


def over_call(
    call_id: str = "call-1",
    *,
    began: float = NOW - 12 * MINUTE,
    minutes: float = 12.0,
    figures: CallFigures | None = FINE,
    forecast: int | None = 95,
    **changes: Any,
) -> CallRecord:
    """A call that is over, judged as the program judges it.

    :param forecast: the summary code that it began with; None: there was none.
    """
    ended = began + minutes * MINUTE
    code = call_code(figures) if figures is not None else None
    comparison = None
    if figures is not None and forecast is not None:
        comparison = compare(forecast, figures)
    record = CallRecord(
        call_id=call_id,
        conference_id="weekly",
        application="meet.example.com",
        origin="https://meet.example.com",
        user_id="ann",
        client="extension",
        began=began,
        ended=ended,
        duration_ms=ended - began - 2_000.0,
        outcome="success",
        fabrics=(
            FabricRecord(
                fabric_id="f1",
                remote_user_id="bridge",
                added=began,
                ended=ended,
                state="terminated",
                end="terminated",
                setup_delay_ms=412.0,
                ice_gathering_delay_ms=38.0,
                ice_connectivity_delay_ms=210.0,
                relay_type="turn/udp",
                disruptions=1,
                disrupted_ms=2300.0,
                streams=(
                    _stream("outbound", "audio", 38.0, codec="opus", loss_fraction=0.001,
                            quality="excellent"),
                    _stream("outbound", "video", 1120.0, codec="VP8", loss_fraction=0.004,
                            width=1280, height=720, quality="fair",
                            frames_per_second=Spread(mean=29.0, p50=30.0, p75=30.0, p95=30.0)),
                    _stream("inbound", "audio", 36.0, codec="opus", loss_fraction=0.002,
                            concealed_fraction=0.001, quality="excellent"),
                    _stream("inbound", "video", 770.0, codec="VP8", loss_fraction=0.011,
                            width=960, height=540, freezes=2, frozen_fraction=0.004,
                            quality="fair"),
                ),
            ),
        ),
        events=(
            EventRecord(timestamp=began, event="userJoined"),
            EventRecord(timestamp=began + 412, event="fabricSetup", fabric_id="f1"),
            EventRecord(timestamp=began + 95_000, event="audioMute", fabric_id="f1"),
            EventRecord(timestamp=began + 131_000, event="audioUnmute", fabric_id="f1"),
            EventRecord(timestamp=began + 372_000, event="iceDisruptionStart", fabric_id="f1"),
            EventRecord(timestamp=began + 374_300, event="iceDisruptionEnd", fabric_id="f1"),
            EventRecord(timestamp=ended, event="userLeft"),
        ),
        timeline=tuple(
            TimePoint(
                timestamp=point.at,
                up_kbps=point.up_kbps,
                down_kbps=point.down_kbps,
                rtt_ms=point.rtt_ms,
                loss_fraction=point.loss,
            )
            for point in live_points(int(minutes * 60), until=ended)[9::10]
        ),
        figures=figures,
        figures_duration_ms=0.0 if figures is None else minutes * MINUTE - 14_000.0,
        summary_code=code,
        color=BY_SUMMARY[code].color if code is not None else None,
        network_id="network-wifi",
        forecast=(
            None
            if forecast is None
            else CallForecast(
                summary_code=forecast, color=BY_SUMMARY[forecast].color, confidence=0.86
            )
        ),
        forecast_right=comparison.same_color if comparison is not None else None,
        comparison=comparison.sentence.english if comparison is not None else None,
    )  # fmt: skip
    return msgspec.structs.replace(record, **changes)
