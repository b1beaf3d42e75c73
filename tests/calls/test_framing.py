"""Frames: any pieces, any lengths, nothing held that is too long."""

import itertools
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls import messages
from notifier.calls.framing import (
    FRAME_LIMIT,
    SKIP_LIMIT,
    BrokenFraming,
    FrameReader,
    FrameTooLong,
    frame,
)


def _pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({min(cut, len(data)) for cut in cuts} | {0, len(data)})
    return [data[a:b] for a, b in itertools.pairwise(places)]


def test_the_limit_is_that_of_messages() -> None:
    assert FRAME_LIMIT == messages.MESSAGE_LIMIT


@given(st.lists(st.binary(max_size=300), max_size=8), st.lists(st.integers(0, 2500), max_size=12))
def test_bodies_come_out_as_they_went_in(bodies: list[bytes], cuts: list[int]) -> None:
    reader = FrameReader()
    found = []
    for piece in _pieces(b"".join(frame(body) for body in bodies), cuts):
        reader.feed(piece)
        while (body := reader.take()) is not None:
            found.append(body)
    assert found == bodies
    assert not reader.cut
    assert reader.held == 0


@given(st.lists(st.binary(max_size=64), max_size=20))
def test_any_bytes(pieces: list[bytes]) -> None:
    reader = FrameReader()
    given_bytes = taken = 0
    lengths: list[int] = []
    for piece in pieces:
        reader.feed(piece)
        given_bytes += len(piece)
        try:
            while (body := reader.take()) is not None:
                taken += 4 + len(body)
        except FrameTooLong as error:
            lengths.append(error.length)
        except BrokenFraming:
            return
        assert reader.held + taken <= given_bytes
    assert all(FRAME_LIMIT < length <= SKIP_LIMIT for length in lengths)


@given(
    st.integers(FRAME_LIMIT + 1, FRAME_LIMIT + 5000),
    st.binary(max_size=50),
    st.lists(st.integers(0, FRAME_LIMIT + 6000), max_size=8),
)
def test_what_is_too_long_is_passed_over(length: int, after: bytes, cuts: list[int]) -> None:
    stream = struct.pack("<I", length) + b"x" * length + frame(after)
    reader = FrameReader()
    too_long = 0
    found = []
    for piece in _pieces(stream, cuts):
        reader.feed(piece)
        while True:
            try:
                body = reader.take()
            except FrameTooLong:
                too_long += 1
                continue
            if body is None:
                break
            found.append(body)
        assert reader.held <= len(after) + 4
    assert (too_long, found) == (1, [after])


def test_nothing_of_it_is_held_meanwhile() -> None:
    reader = FrameReader()
    reader.feed(struct.pack("<I", SKIP_LIMIT))
    with pytest.raises(FrameTooLong):
        reader.take()
    for _ in range(SKIP_LIMIT // 65_536):
        reader.feed(bytes(65_536))
        assert reader.held == 0
    assert not reader.cut
    reader.feed(frame(b"next"))
    assert reader.take() == b"next"


@pytest.mark.parametrize("start", [struct.pack("<I", SKIP_LIMIT + 1), b"GET / HTTP/1.1\r\n"])
def test_another_protocol(start: bytes) -> None:
    reader = FrameReader()
    reader.feed(start)
    with pytest.raises(BrokenFraming):
        reader.take()


def test_the_longest_frame() -> None:
    longest = frame(bytes(FRAME_LIMIT))
    with pytest.raises(FrameTooLong):
        frame(bytes(FRAME_LIMIT + 1))
    reader = FrameReader()
    reader.feed(longest[:-1])
    assert reader.take() is None
    assert reader.cut
    reader.feed(longest[-1:])
    assert reader.take() == bytes(FRAME_LIMIT)
