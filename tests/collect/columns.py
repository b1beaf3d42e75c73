"""The raw samples of a call in columns: one array a field, so that they compress well.

Every number is the difference from the last one told, the first one from zero; times in seconds
are milliseconds, and all are whole numbers then. What is not told is null. Nothing is lost but
what lies below a millisecond, and whether an entry was absent or had no field told.
"""

from collections.abc import Sequence

import msgspec

from tests.collect.record import Entry, Sample

__all__ = ["Columns", "pack_samples", "unpack_samples"]

Column = list[int | str | None]
Side = dict[str, dict[str, Column]]
"""By entry and field, as in a sample."""

_SECONDS = {
    *("currentRoundTripTime", "jitter", "jitterBufferDelay"),
    *("totalEncodeTime", "totalFreezesDuration"),
}
"""Fields that getStats tells in seconds."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """The samples of one call."""

    ms: Column
    state: list[str]
    caller: Side
    callee: Side


def pack_samples(samples: Sequence[Sample]) -> Columns:
    """Put them into columns."""
    return Columns(
        ms=_differences([sample.ms for sample in samples], 1),
        state=[sample.state for sample in samples],
        caller=_packed([sample.caller for sample in samples]),
        callee=_packed([sample.callee for sample in samples]),
    )


def unpack_samples(columns: Columns) -> tuple[Sample, ...]:
    """Put them into samples again.

    :raises ValueError: where a column is not as long as the others.
    """
    ms = [float(value) for value in _sums(columns.ms, 1) if isinstance(value, float | int)]
    rows = zip(
        ms,
        columns.state,
        _unpacked(columns.caller, len(ms)),
        _unpacked(columns.callee, len(ms)),
        strict=True,
    )
    return tuple(Sample(ms=m, state=s, caller=one, callee=other) for m, s, one, other in rows)


def _packed(rows: Sequence[dict[str, Entry]]) -> Side:
    fields = sorted({(entry, field) for row in rows for entry in row for field in row[entry]})
    side: Side = {}
    for entry, field in fields:
        values = [row.get(entry, {}).get(field) for row in rows]
        side.setdefault(entry, {})[field] = _differences(values, _scale(field))
    return side


def _unpacked(side: Side, count: int) -> list[dict[str, Entry]]:
    rows: list[dict[str, Entry]] = [{} for _ in range(count)]
    for entry, columns in side.items():
        values = {field: _sums(column, _scale(field)) for field, column in columns.items()}
        for row, *told in zip(rows, *values.values(), strict=True):
            if any(value is not None for value in told):
                row[entry] = dict(zip(values, told, strict=True))
    return rows


def _scale(field: str) -> int:
    return 1000 if field in _SECONDS else 1


def _differences(values: Sequence[float | str | None], scale: int) -> Column:
    column: Column = []
    last = 0
    for value in values:
        if value is None or isinstance(value, str):
            column.append(value)
        else:
            now = round(value * scale)
            column.append(now - last)
            last = now
    return column


def _sums(column: Column, scale: int) -> list[float | str | None]:
    values: list[float | str | None] = []
    total = 0
    for difference in column:
        if isinstance(difference, int):
            total += difference
            values.append(total / scale)
        else:
            values.append(difference)
    return values
