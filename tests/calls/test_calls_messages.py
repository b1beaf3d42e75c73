"""Messages: whatever is in a frame, it is a message, one to be passed over, or a named mistake."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.messages import (
    MESSAGE_LIMIT,
    Failure,
    Incoming,
    WrongMessage,
    decode,
    decode_answer,
    encode,
)

_KINDS = {kind.__struct_config__.tag: kind for kind in Incoming.__args__}

_SECRET = "what-the-client-said"

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**53 + 1, 2**64, -(2**70)])
    | st.floats()
    | st.sampled_from([_SECRET, "", "x" * 2000, "audio", "\u0000", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([_SECRET, "ssrc", "deviceId", "kind"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def _right(kind: Any) -> dict[str, Any]:
    """A message of this kind that is right, with what it needs and no more."""
    schema = msgspec.json.schema(kind)
    definition = schema["$defs"][kind.__name__]
    made: dict[str, Any] = {"type": kind.__struct_config__.tag}
    for name in definition["required"]:
        if name == "type":
            continue
        field = definition["properties"][name]
        if "$ref" in field:
            field = schema["$defs"][field["$ref"].rpartition("/")[2]]
        words = field.get("enum")
        made[name] = (
            words[0]
            if words
            else {"array": [], "boolean": True, "string": "x"}.get(field["type"], 1)
        )
    return made


@pytest.mark.parametrize("tag", _KINDS)
def test_what_is_needed_and_no_more_is_enough(tag: str) -> None:
    right = _right(_KINDS[tag])
    message = decode(json.dumps(right).encode())
    assert message is not None
    assert type(message) is _KINDS[tag]
    assert decode(encode(message)) == message
    for name in set(right) - {"type"}:
        less = {key: value for key, value in right.items() if key != name}
        with pytest.raises(WrongMessage) as wrong:
            decode(json.dumps(less).encode())
        assert wrong.value.failure.field == name
        assert wrong.value.failure.of == tag


@given(st.sampled_from(sorted(_KINDS)), st.data())
def test_anything_in_any_field(tag: str, data: st.DataObject) -> None:
    kind = _KINDS[tag]
    names = sorted(set(kind.__struct_encode_fields__) | {"unknown"})
    changed = data.draw(st.dictionaries(st.sampled_from(names), _VALUES, max_size=4))
    failure: Failure | None = None
    try:
        assert type(decode(json.dumps({**_right(kind), **changed}).encode())) is kind
    except WrongMessage as wrong:
        failure = wrong.failure
    if failure is None:
        return
    assert _SECRET not in f"{failure.message} {failure.field}"
    # It can be told to the client.
    assert decode_answer(encode(failure)) == failure
    assert failure.code in ("json", "field")
    first = (failure.field or "").partition("[")[0].partition(".")[0]
    assert first in {*names, ""}


@given(st.binary(max_size=300))
def test_any_bytes(frame: bytes) -> None:
    code = None
    try:
        message = decode(frame)
    except WrongMessage as wrong:
        message, code = None, wrong.failure.code
    assert code in (None, "json", "field")
    assert message is None or type(message) in _KINDS.values()
    assert decode_answer(frame) is None


def test_what_is_too_long() -> None:
    with pytest.raises(WrongMessage) as wrong:
        decode(b" " * (MESSAGE_LIMIT + 1))
    assert wrong.value.failure.code == "size"


def test_a_mistake_says_which_message_it_was() -> None:
    body = {"type": "log", "timestamp": 1, "callId": "c", "seq": 5, "message": 3}
    with pytest.raises(WrongMessage) as wrong:
        decode(json.dumps(body).encode())
    failure = wrong.value.failure
    assert failure == Failure(
        code="field", message=failure.message, field="message", of="log", call_id="c", seq=5
    )
