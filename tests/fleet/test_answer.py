"""Whatever a collector answers."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.fleet.answer import (
    LONGEST_RETRY_AFTER,
    MOST_WORDS,
    Answer,
    Encoding,
    no_answer,
    read_answer,
)

NOW = 1_795_262_400.0  # Sat, 21 Nov 2026 12:00:00 GMT


def read(
    status: int,
    body: bytes = b"",
    encoding: Encoding = "protobuf",
    retry_after: str | None = None,
) -> Answer:
    return read_answer(status, retry_after=retry_after, encoding=encoding, body=body, now=NOW)


def test_taken() -> None:
    assert read(200) == Answer("taken", 200)
    assert read(200, b"{}", "json") == Answer("taken", 200)
    assert read(204, b"<html>", "other").kind == "taken"


def test_partly_taken() -> None:
    # ExportMetricsServiceResponse: field 1, a message of field 1 (a number) and field 2 (a text).
    partial = b"\x0a\x07\x08\x05\x12\x03old"
    assert read(200, partial) == Answer("partly", 200, rejected=5, words="old")
    text = b'{"partialSuccess":{"rejectedDataPoints":"5","errorMessage":"old"}}'
    assert read(200, text, "json") == Answer("partly", 200, rejected=5, words="old")
    warning = b'{"partialSuccess":{"errorMessage":"careful"}}'
    assert read(200, warning, "json") == Answer("taken", 200, words="careful")


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_sent_again(status: int) -> None:
    assert read(status, b"\x12\x04busy") == Answer("again", status, words="busy")


@pytest.mark.parametrize("status", [301, 307, 400, 401, 403, 404, 413, 415])
def test_refused(status: int) -> None:
    assert read(status, b'{"message":"no"}', "json") == Answer("refused", status, words="no")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("99999999999999999999", LONGEST_RETRY_AFTER),
        ("Sat, 21 Nov 2026 12:01:00 GMT", 60.0),
        ("Sat, 21 Nov 2025 12:01:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_RETRY_AFTER),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("Sat, 99 Nov 2026 12:01:00 GMT", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert read(503, retry_after=header).retry_after == seconds


def test_its_words_fit_on_a_line() -> None:
    answer = read(400, ("\x1b[31m boo\r\n" * 1000).encode(), "other")
    assert answer.words.startswith("[31m boo")
    assert len(answer.words) <= MOST_WORDS
    assert answer.words.isprintable()


def test_no_answer_is_tried_again() -> None:
    assert no_answer("refused\nconnection") == Answer("again", words="refused connection")


@settings(max_examples=60)
@given(
    st.integers(min_value=200, max_value=599),
    st.none() | st.text(max_size=40),
    st.sampled_from(["protobuf", "json", "other"]),
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    ).map(msgspec.json.encode)
    | st.fixed_dictionaries(
        {"partialSuccess": st.dictionaries(st.text(max_size=5), st.integers() | st.text())}
    ).map(msgspec.json.encode),
)
def test_anything_is_an_answer(
    status: int, header: str | None, encoding: Encoding, body: bytes
) -> None:
    answer = read(status, body, encoding, header)
    assert (answer.kind in ("taken", "partly")) == (status < 300)
    assert answer.words == "" or answer.words.isprintable()
    assert answer.rejected >= 0
    assert answer.retry_after is None or 0 <= answer.retry_after <= LONGEST_RETRY_AFTER
