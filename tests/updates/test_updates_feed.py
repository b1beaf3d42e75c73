"""The feed's document, from any bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.updates.feed import MAX_BYTES, FeedError, read_feed, secure
from notifier.updates.number import number

GOOD = {
    "version": "0.3.0",
    "url": "https://intranet.example.com/call-notifier",
    "published": "2026-11-20",
    "summary": "Fixes the tray icon on two screens.",
}


def feed(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def test_a_feed_is_read() -> None:
    release = read_feed(feed())
    assert (release.version, release.url) == (GOOD["version"], GOOD["url"])
    assert (release.published, release.summary) == (GOOD["published"], GOOD["summary"])


def test_day_and_summary_may_be_missing_and_more_may_stand_there() -> None:
    release = read_feed(b'{"version": "1.0.0", "url": "https://a.example/", "sha256": {"deb": ""}}')
    assert (release.published, release.summary) == (None, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": "0.3"}, "version"),
        ({"version": 3}, "version"),
        ({"version": "0.3.0\n"}, "version"),
        ({"url": "http://intranet.example.com/"}, "https"),
        ({"url": "https://intranet.example.com/a b"}, "https"),
        ({"url": "https://me:secret@intranet.example.com/"}, "https"),
        ({"url": "https:///nowhere"}, "https"),
        ({"url": "https://[::1"}, "https"),
        ({"url": "https://a.example:99999/"}, "https"),
        ({"url": "https://a.example/" + "x" * 300}, "https"),
        ({"url": "file:///etc/passwd"}, "https"),
        ({"published": "yesterday"}, "published"),
        ({"published": "20261120"}, "published"),
        ({"summary": "two\nlines"}, "summary"),
        ({"summary": "turned \N{RIGHT-TO-LEFT OVERRIDE}round"}, "summary"),
        ({"summary": "x" * 201}, "summary"),
        ({"summary": " "}, "summary"),
    ],
)
def test_what_breaks_a_rule_is_said(changes: dict[str, object], words: str) -> None:
    with pytest.raises(FeedError, match=words):
        read_feed(feed(**changes))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"<html>",
        b'{"version": "0.3.0"}',
        b'{"a":' * 100_000,
        b"[" * 60_000,
        b'{"x": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"version": "\\ud800", "url": "https://a.example/"}',
        b'{"version": "\xff", "url": "https://a.example/"}',
        b" " * (MAX_BYTES + 1),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(FeedError):
        read_feed(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(
    st.binary()
    | st.builds(
        lambda changes: feed(**changes), st.dictionaries(st.sampled_from(sorted(GOOD)), JSON)
    )
)
def test_any_bytes_are_a_feed_by_the_rules_or_refused(data: bytes) -> None:
    try:
        release = read_feed(data)
    except FeedError:
        return
    assert number(release.version) is not None
    assert release.url.startswith("https://")
    assert release.summary is None or "\n" not in release.summary


@given(st.text() | st.text().map(lambda text: f"https://{text}"))
def test_any_text_is_an_address_or_none(text: str) -> None:
    assert not secure(text) or text.lower().startswith("https://")
