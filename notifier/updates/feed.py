"""The feed: one JSON object that says which version an organisation offers (docs/updates.md).

What it holds comes from outside and is shown to people, so that each field has its limits, and a
field that breaks one is a problem of the whole: an organisation wants to hear of it.
"""

import datetime
import unicodedata
from urllib.parse import urlsplit

import msgspec

from notifier.sentence import Sentence, sentence
from notifier.updates.number import number

__all__ = ["MAX_BYTES", "MAX_SUMMARY", "MAX_URL", "FeedError", "Release", "read_feed", "secure"]

MAX_BYTES = 64 * 1024
"""Of a feed; one has a few hundred."""

MAX_URL = 300
"""Characters."""

MAX_SUMMARY = 200
"""Characters; it is one line of a window."""


class FeedError(ValueError):
    """It is no feed; the message says why."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """The feed's content; names that it does not know are for later versions of it."""

    version: str
    url: str
    published: str | None = None
    summary: str | None = None


def read_feed(data: bytes) -> Release:
    """Read a feed.

    :raises FeedError: it is none.
    """
    if len(data) > MAX_BYTES:
        raise FeedError(
            sentence("the list of versions is longer than {size} KiB", size=MAX_BYTES // 1024)
        )
    try:
        release = msgspec.json.decode(data, type=Release)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise FeedError(
            sentence("the list of versions cannot be read: {reason}", reason=error)
        ) from None
    if number(release.version) is None:
        raise FeedError(sentence("version in the list of versions is not of the form 0.3.0"))
    if not secure(release.url):
        raise FeedError(sentence("url in the list of versions is no https address"))
    if release.published is not None and not _is_day(release.published):
        raise FeedError(sentence("published in the list of versions is no day like 2026-11-20"))
    summary = release.summary
    if summary is not None and (len(summary) > MAX_SUMMARY or not _is_plain(summary)):
        raise FeedError(
            sentence(
                "summary in the list of versions is no single line of {size} characters at most",
                size=MAX_SUMMARY,
            )
        )
    return release


def secure(url: str) -> bool:
    """Whether it is an https address that may be opened or asked: no user, nothing unprintable."""
    if len(url) > MAX_URL or not url.isascii() or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port  # looked at only when it is asked for
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_plain(text: str) -> bool:
    """Nothing that breaks the line or turns it round: no control or format characters."""
    return bool(text.strip()) and not any(
        unicodedata.category(letter)[0] == "C" or unicodedata.category(letter) in ("Zl", "Zp")
        for letter in text
    )
