"""Records of calls for tests: one good example, and every possible one by hypothesis."""

from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from notifier.calls.record import (
    CallForecast,
    CallRecord,
    EventRecord,
    FabricRecord,
    FeedbackRecord,
    Spread,
    StreamRecord,
    TimePoint,
)
from notifier.codes import BY_SUMMARY, ROWS
from notifier.quality import CallFigures
from tests.records import NOON

__all__ = ["MINUTE", "call_records", "example_call", "example_feedback"]

MINUTE = 60_000.0

_Kind = TypeVar("_Kind", bound=msgspec.Struct)


def example_feedback(overall: int = 4, **changes: Any) -> FeedbackRecord:
    """What a person said in our own window."""
    feedback = FeedbackRecord(timestamp=NOON + 11 * MINUTE, overall=overall, source="person")
    return msgspec.structs.replace(feedback, **changes)


def example_call(call_id: str = "call-1", **changes: Any) -> CallRecord:
    """A call of ten minutes in a web page, forecast green, that got what was forecast."""
    stream = StreamRecord(
        ssrc=314_159,
        direction="outbound",
        media="audio",
        user_id="ann",
        codec="opus",
        duration_ms=10 * MINUTE,
        kbps=Spread(mean=40.0, p50=40.5, p75=42.0, p95=44.0),
        packets=30_000,
        loss_fraction=0.002,
        jitter_ms=Spread(mean=3.0, p50=2.5, p75=4.0, p95=7.5),
        rtt_ms=Spread(mean=24.0, p50=23.0, p75=25.0, p95=31.0),
        quality="excellent",
    )
    record = CallRecord(
        call_id=call_id,
        conference_id="stand-up",
        application="meet.example.com",
        origin="https://meet.example.com",
        user_id="ann",
        client="extension",
        began=NOON,
        ended=NOON + 10 * MINUTE + 2000.0,
        duration_ms=10 * MINUTE,
        outcome="success",
        fabrics=(
            FabricRecord(
                fabric_id="fabric-1",
                remote_user_id="bob",
                added=NOON + 500.0,
                ended=NOON + 10 * MINUTE + 2000.0,
                state="terminated",
                end="terminated",
                setup_delay_ms=1500.0,
                ice_gathering_delay_ms=200.0,
                ice_connectivity_delay_ms=300.0,
                relay_type="turn/udp",
                disruptions=1,
                disrupted_ms=1250.0,
                streams=(
                    stream,
                    msgspec.structs.replace(
                        stream,
                        ssrc=271_828,
                        direction="inbound",
                        media="video",
                        user_id="bob",
                        usage_label="camera",
                        codec="VP8",
                        kbps=Spread(mean=1400.0, p50=1450.0, p75=1500.0, p95=1600.0),
                        width=1280,
                        height=720,
                        frames_per_second=Spread(mean=29.0, p50=30.0, p75=30.0, p95=30.0),
                        freezes=2,
                        frozen_fraction=0.001,
                    ),
                ),
            ),
        ),
        events=(
            EventRecord(timestamp=NOON + 500.0, event="fabricAdd", fabric_id="fabric-1"),
            EventRecord(
                timestamp=NOON + 5 * MINUTE,
                event="applicationLog",
                data={"level": "warn", "message": "the network changed"},
            ),
        ),
        timeline=(
            TimePoint(timestamp=NOON + 10_000.0, up_kbps=900.0, down_kbps=1500.0, rtt_ms=23.0),
            TimePoint(
                timestamp=NOON + 20_000.0,
                up_kbps=950.0,
                down_kbps=1450.0,
                rtt_ms=25.0,
                loss_fraction=0.01,
            ),
        ),
        figures=CallFigures(available_kbps=2500.0, concealed=0.001, frozen=0.0, one_way_ms=24.0),
        figures_duration_ms=9 * MINUTE,
        summary_code=95,
        color="green",
        call_type="outbound",
        role="participant",
        network_id="home",
        forecast=CallForecast(
            summary_code=90, color="green", confidence=0.8, run_id=7, model="m-1"
        ),
        forecast_right=True,
        comparison="Forecast green, and so it was.",
    )
    return msgspec.structs.replace(record, **changes)


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=4,
)
_STARS = st.integers(1, 5)
_NAMED = {
    # What the type of a field alone does not say.
    "call_id": _TEXT.filter(bool),
    "fabric_id": _TEXT.filter(bool),
    "summary_code": st.sampled_from([row.summary_code for row in ROWS]),
    **dict.fromkeys(("overall", "audio", "video", "screen"), _STARS),
    **dict.fromkeys(("concealed", "frozen", "confidence"), st.floats(0, 1)),
}
_PLAIN = {
    type(None): st.none(),
    bool: st.booleans(),
    int: st.integers(0, 2**32 - 1),
    float: st.floats(0, 1e13),
    str: _TEXT,
}


def _field(kind: Any, name: str) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return st.one_of(*(_field(one, name) for one in arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_field(arguments[0], name), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(_TEXT, _JSON, max_size=3)
    if issubclass(kind, msgspec.Struct):
        return _struct(kind)
    if kind is not type(None) and name in _NAMED:
        return _NAMED[name]
    if kind is float and name.endswith("_fraction"):
        return st.floats(0, 1)
    return _PLAIN[kind]


def _struct(kind: type[_Kind]) -> st.SearchStrategy[_Kind]:
    hints = get_type_hints(kind)
    fields = {name: _field(hints[name], name) for name in kind.__struct_fields__}
    return st.fixed_dictionaries(fields).map(lambda values: _with_its_color(kind(**values)))


def _with_its_color(record: _Kind) -> _Kind:
    if not isinstance(record, CallRecord | CallForecast):
        return record
    code = record.summary_code
    return msgspec.structs.replace(record, color=None if code is None else BY_SUMMARY[code].color)


call_records = _struct(CallRecord)
"""Any record that obeys notifier/call.schema.json."""
