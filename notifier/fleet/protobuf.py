"""OTLP's messages as Protocol Buffers: as much of the encoding as a metrics request needs.

Every receiver of OTLP takes this encoding; not every one takes JSON (VictoriaMetrics does not). The
fields and their numbers are those of opentelemetry/proto/metrics/v1/metrics.proto and its
neighbours, the encoding is protobuf.dev's "Encoding". What is encoded are the same messages in
their JSON form (:mod:`notifier.fleet.otlp`), which is also what waits on the disk, to be read by
whoever wants to know what is sent.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["NOT_ENCODED", "encode_request", "fields"]

NOT_ENCODED = (ValueError, KeyError, TypeError, AttributeError, struct.error, RecursionError)
"""What :func:`encode_request` raises where it gets something else."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

_NUMBER_POINT = {
    "startTimeUnixNano": (2, "fixed64"),
    "timeUnixNano": (3, "fixed64"),
    "asDouble": (4, "double"),
    "attributes": (7, "KeyValue"),
}

_MESSAGES: dict[str, dict[str, tuple[int, str]]] = {
    # message: field: its number, and its kind or message
    "ExportMetricsServiceRequest": {"resourceMetrics": (1, "ResourceMetrics")},
    "ResourceMetrics": {"resource": (1, "Resource"), "scopeMetrics": (2, "ScopeMetrics")},
    "Resource": {"attributes": (1, "KeyValue")},
    "ScopeMetrics": {"scope": (1, "InstrumentationScope"), "metrics": (2, "Metric")},
    "InstrumentationScope": {"name": (1, "string"), "version": (2, "string")},
    "Metric": {
        "name": (1, "string"),
        "description": (2, "string"),
        "unit": (3, "string"),
        "gauge": (5, "Gauge"),
        "sum": (7, "Sum"),
        "histogram": (9, "Histogram"),
    },
    "Gauge": {"dataPoints": (1, "NumberDataPoint")},
    "Sum": {
        "dataPoints": (1, "NumberDataPoint"),
        "aggregationTemporality": (2, "varint"),
        "isMonotonic": (3, "varint"),
    },
    "Histogram": {
        "dataPoints": (1, "HistogramDataPoint"),
        "aggregationTemporality": (2, "varint"),
    },
    "NumberDataPoint": _NUMBER_POINT,
    "HistogramDataPoint": {
        "startTimeUnixNano": (2, "fixed64"),
        "timeUnixNano": (3, "fixed64"),
        "count": (4, "fixed64"),
        "sum": (5, "double"),
        "bucketCounts": (6, "packed fixed64"),
        "explicitBounds": (7, "packed double"),
        "attributes": (9, "KeyValue"),
    },
    "KeyValue": {"key": (1, "string"), "value": (2, "AnyValue")},
    "AnyValue": {"stringValue": (1, "string")},
}


def encode_request(request: Mapping[str, Any]) -> bytes:
    """An ExportMetricsServiceRequest.

    :raises Exception: one of :data:`NOT_ENCODED`; it is none.
    """
    return _message("ExportMetricsServiceRequest", request)


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of any message: number and value; of numbers with 32 or 64 bits the octets.

    :raises ValueError: the octets are no message.
    """
    at = 0
    while at < len(message):
        key, at = _read_varint(message, at)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, at = _read_varint(message, at)
            yield number, value
            continue
        if wire == _BYTES:
            length, at = _read_varint(message, at)
        elif wire in (_FIXED64, _FIXED32):
            length = 8 if wire == _FIXED64 else 4
        else:
            raise ValueError(f"wire type {wire}")
        if length > len(message) - at:
            raise ValueError("it ends too early")
        yield number, message[at : at + length]
        at += length


def _message(kind: str, value: Mapping[str, Any]) -> bytes:
    known = _MESSAGES[kind]
    return b"".join(
        _field(*known[name], each)
        for name, said in value.items()
        # A list of scalars is one packed field, any other one field for each element.
        for each in (said if isinstance(said, list) and " " not in known[name][1] else (said,))
    )


def _field(number: int, kind: str, value: Any) -> bytes:
    match kind:
        case "varint":
            return _varint(number << 3 | _VARINT) + _varint(int(value))
        case "fixed64":
            return _varint(number << 3 | _FIXED64) + struct.pack("<Q", int(value))
        case "double":
            return _varint(number << 3 | _FIXED64) + struct.pack("<d", value)
        case "packed fixed64":
            octets = struct.pack(f"<{len(value)}Q", *map(int, value))
        case "packed double":
            octets = struct.pack(f"<{len(value)}d", *value)
        case "string":
            octets = value.encode()
        case _:
            octets = _message(kind, value)
    return _varint(number << 3 | _BYTES) + _varint(len(octets)) + octets


def _varint(value: int) -> bytes:
    octets = bytearray()
    while value > 0x7F:
        octets.append(value & 0x7F | 0x80)
        value >>= 7
    octets.append(value)
    return bytes(octets)


def _read_varint(octets: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(octets):
            raise ValueError("it ends too early")
        octet = octets[at]
        at += 1
        value |= (octet & 0x7F) << shift
        if octet < 0x80:
            return value, at
    raise ValueError("a number is too long")
