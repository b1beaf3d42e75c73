"""What calls got: the statements of :class:`notifier.history.store.History`, and the row read."""

from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from notifier.codes import BY_SUMMARY
from notifier.history.rows import CallResult
from notifier.prediction import ServerPrediction
from notifier.quality import CallFigures

__all__ = ["ADD_CALL", "PRUNE_CALLS", "RESULTS", "call_result", "readable"]

_Kind = TypeVar("_Kind")

ADD_CALL = """
    INSERT INTO call_results (
        call_id, timestamp, duration_ms, network_id, run_id, forecast_code, confidence, odds, model,
        figures, code
    ) VALUES (
        :call_id, :timestamp, :duration_ms, :network_id, :run_id, :forecast_code, :confidence,
        :odds, :model, :figures, :code
    ) ON CONFLICT (call_id) DO NOTHING
"""

_FIELDS = tuple(field.name for field in fields(CallResult))

# In the order of the row; as bytes, so that msgspec judges whatever a damaged row holds.
RESULTS = """
    SELECT id, call_id, timestamp, duration_ms, network_id, run_id, forecast_code, confidence,
        CAST(odds AS BLOB), model, CAST(figures AS BLOB), code
    FROM call_results
    WHERE {where}
    ORDER BY timestamp DESC, id DESC LIMIT :limit
"""

PRUNE_CALLS = """
    DELETE FROM call_results WHERE id IN (
        SELECT id FROM call_results WHERE timestamp < :before ORDER BY timestamp, id LIMIT :limit
    )
"""


def call_result(row: tuple[Any, ...]) -> CallResult | None:
    """Read a row; None where it is damaged: a column of SQLite holds whatever was put there."""
    values = dict(zip(_FIELDS, row, strict=True))
    values["odds"] = readable(values["odds"], ServerPrediction)
    values["figures"] = readable(values["figures"], CallFigures)
    try:
        result = msgspec.convert(values, CallResult)
    except msgspec.ValidationError:
        return None
    return result if {result.code, result.forecast_code} <= {*BY_SUMMARY, None} else None


def readable(text: bytes | None, kind: type[_Kind]) -> _Kind | None:
    """What JSON says, or None where it says nothing or nothing that can be read."""
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
