"""The four tables, written out again word for word, and read both ways."""

import pytest

from notifier.codes import (
    BY_NOTIFICATION,
    BY_SUMMARY,
    CONNECTIVITY_TEXTS,
    ROWS,
    STATUS_TEXTS,
    Color,
    Connectivity,
    Status,
)

CONNECTIVITY = [
    (1, "no connection"),
    (2, "no media device"),
    (3, "success"),
]

STATUS = [
    (1, "bad"),
    (2, "poor"),
    (3, "fair"),
    (4, "good"),
    (5, "excellent"),
]

SUMMARY = [
    (10, "red", "bad connection"),
    (20, "red", "lossy network"),
    (30, "red", "high latency"),
    (40, "red", "insufficient bandwidth"),
    (
        50,
        "amber",
        "connection is Fair with minor issues, Poor bandwidth (audio-only and thumbnail video)",
    ),
    (
        55,
        "amber",
        "connection is Fair with minor issues, Fair bandwidth (good audio, poor video)",
    ),
    (
        60,
        "amber",
        "connection is Fair with minor issues, Good bandwidth (good audio and fair video)",
    ),
    (65, "amber", "connection is Fair with minor issues (bandwidth excellent)"),
    (70, "amber", "connection is Good, Poor bandwidth (audio-only and thumbnail video)"),
    (75, "amber", "connection is Good, Fair bandwidth (good audio, poor video)"),
    (90, "green", "connection and bandwidth are both good"),
    (95, "green", "excellent network"),
]

NOTIFICATION = [
    (100, "We expect your call quality to be really terrible"),
    (200, "You are in a very lossy network"),
    (
        300,
        (
            "Your round trip time seems to be too high for good quality calls, but it might be "
            "because you are located far from our test servers"
        ),
    ),
    (400, "Your bandwidth is insufficient for both audio and video calls"),
    (
        500,
        (
            "With current bandwidth you can have audio-only and thumbnail video. Your network is "
            "unstable and you might experience minor issues"
        ),
    ),
    (
        550,
        (
            "Current bandwidth is enough for good audio quality, but poor video quality or screen "
            "sharing. Your network is unstable and you might experience minor issues"
        ),
    ),
    (
        600,
        (
            "Your bandwidth is enough for good audio and fair video quality, but not enough for "
            "screen sharing quality. Your network is unstable and you might experience minor issues"
        ),
    ),
    (650, "Your network is unstable and you might experience minor issues"),
    (700, "With current bandwidth you can have audio-only and thumbnail video"),
    (
        750,
        (
            "Current bandwidth is enough for good audio quality, but poor video quality or screen "
            "sharing"
        ),
    ),
    (
        900,
        (
            "Your bandwidth is enough for good audio and fair video quality, but not enough for "
            "screen sharing quality"
        ),
    ),
    (950, "You are in a good network condition"),
]

TOGETHER = [
    (10, 1, "red", 100),
    (20, 2, "red", 200),
    (30, 2, "red", 300),
    (40, 2, "red", 400),
    (50, 3, "amber", 500),
    (55, 3, "amber", 550),
    (60, 3, "amber", 600),
    (65, 3, "amber", 650),
    (70, 4, "amber", 700),
    (75, 4, "amber", 750),
    (90, 4, "green", 900),
    (95, 5, "green", 950),
]


@pytest.mark.parametrize(("code", "text"), CONNECTIVITY)
def test_connectivity(code: int, text: str) -> None:
    assert CONNECTIVITY_TEXTS[Connectivity(code)] == text
    assert {text: code for code, text in CONNECTIVITY_TEXTS.items()}[text] == code


@pytest.mark.parametrize(("code", "text"), STATUS)
def test_status(code: int, text: str) -> None:
    assert STATUS_TEXTS[Status(code)] == text
    assert {text: code for code, text in STATUS_TEXTS.items()}[text] == code


@pytest.mark.parametrize(("code", "color", "text"), SUMMARY)
def test_summary(code: int, color: str, text: str) -> None:
    row = BY_SUMMARY[code]
    assert (row.summary_code, row.color, row.summary) == (code, color, text)
    assert [row.summary_code for row in ROWS if row.summary == text] == [code]


@pytest.mark.parametrize(("code", "text"), NOTIFICATION)
def test_notification(code: int, text: str) -> None:
    row = BY_NOTIFICATION[code]
    assert (row.notification_code, row.notification) == (code, text)
    assert [row.notification_code for row in ROWS if row.notification == text] == [code]


@pytest.mark.parametrize(("summary", "status", "color", "notification"), TOGETHER)
def test_one_summary_code_fixes_the_rest(
    summary: int, status: int, color: str, notification: int
) -> None:
    row = BY_SUMMARY[summary]
    assert (row.status, row.color, row.notification_code) == (status, color, notification)
    assert BY_NOTIFICATION[notification] is row


def test_there_are_no_other_rows() -> None:
    assert [int(code) for code in Connectivity] == [code for code, _ in CONNECTIVITY]
    assert list(CONNECTIVITY_TEXTS.items()) == CONNECTIVITY
    assert [int(code) for code in Status] == [code for code, _ in STATUS]
    assert list(STATUS_TEXTS.items()) == STATUS
    assert [color.value for color in Color] == ["red", "amber", "green"]
    assert [row.summary_code for row in ROWS] == [code for code, _, _ in SUMMARY]
    assert list(BY_SUMMARY) == [code for code, _, _ in SUMMARY]
    assert list(BY_NOTIFICATION) == [code for code, _ in NOTIFICATION]


def test_reserved_codes_are_free() -> None:
    assert not BY_SUMMARY.keys() & set(range(80, 90))
    assert not BY_NOTIFICATION.keys() & set(range(800, 900))
