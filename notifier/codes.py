"""The code tables of the Smart Connectivity Test: connectivity, status, summary, notification.

This is the vocabulary of the whole program. Everything a person is told is one row of these
tables, and everything stored or sent is one of their numbers, so that an application can replace
a sentence without touching the logic. The tables are those of callstats.io's "SCT Notifications"
page; the module knows nothing else and imports nothing of this project.

How the tables hang together (one summary row fixes the other three)::

    summary          status        colour   notification
    10               1 bad         red      100
    20 30 40         2 poor        red      200 300 400
    50 55 60 65      3 fair        amber    500 550 600 650
    70 75            4 good        amber    700 750
    90               4 good        green    900
    95               5 excellent   green    950

Summary 80-89 and notification 800-899 are reserved. Connectivity is apart from them: 1 (no
connection) always goes with summary 10, while 2 (no media device) says nothing of the network.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

__all__ = [
    "BY_NOTIFICATION",
    "BY_SUMMARY",
    "CONNECTIVITY_TEXTS",
    "ROWS",
    "STATUS_TEXTS",
    "Color",
    "Connectivity",
    "Row",
    "Status",
]


class Connectivity(IntEnum):
    """Whether a call could be connected at all."""

    NO_CONNECTION = 1
    NO_MEDIA_DEVICE = 2
    SUCCESS = 3


class Status(IntEnum):
    """Overall condition of the network."""

    BAD = 1
    POOR = 2
    FAIR = 3
    GOOD = 4
    EXCELLENT = 5


class Color(StrEnum):
    """The colour a person sees; never shown without a shape or a word beside it."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


CONNECTIVITY_TEXTS: dict[Connectivity, str] = {
    Connectivity.NO_CONNECTION: "no connection",
    Connectivity.NO_MEDIA_DEVICE: "no media device",
    Connectivity.SUCCESS: "success",
}

STATUS_TEXTS: dict[Status, str] = {
    Status.BAD: "bad",
    Status.POOR: "poor",
    Status.FAIR: "fair",
    Status.GOOD: "good",
    Status.EXCELLENT: "excellent",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One summary row and what it fixes: status, colour and notification."""

    summary_code: int
    """callstats.io's summary code, 10 to 95."""

    status: Status
    """The status the words of the summary name."""

    color: Color
    """Red, amber or green."""

    summary: str
    """For lists and history: what the situation is."""

    notification_code: int
    """Ten times the summary code; applications override texts by it."""

    notification: str
    """The sentence a person reads."""


_MINOR = "Your network is unstable and you might experience minor issues"
_THUMBNAIL = "With current bandwidth you can have audio-only and thumbnail video"
_POOR_VIDEO = (
    "Current bandwidth is enough for good audio quality, but poor video quality or screen sharing"
)
_FAIR_VIDEO = (
    "Your bandwidth is enough for good audio and fair video quality, "
    "but not enough for screen sharing quality"
)

ROWS: tuple[Row, ...] = (
    Row(
        10,
        Status.BAD,
        Color.RED,
        "bad connection",
        100,
        "We expect your call quality to be really terrible",
    ),
    Row(20, Status.POOR, Color.RED, "lossy network", 200, "You are in a very lossy network"),
    Row(
        30,
        Status.POOR,
        Color.RED,
        "high latency",
        300,
        "Your round trip time seems to be too high for good quality calls, "
        "but it might be because you are located far from our test servers",
    ),
    Row(
        40,
        Status.POOR,
        Color.RED,
        "insufficient bandwidth",
        400,
        "Your bandwidth is insufficient for both audio and video calls",
    ),
    Row(
        50,
        Status.FAIR,
        Color.AMBER,
        "connection is Fair with minor issues, Poor bandwidth (audio-only and thumbnail video)",
        500,
        f"{_THUMBNAIL}. {_MINOR}",
    ),
    Row(
        55,
        Status.FAIR,
        Color.AMBER,
        "connection is Fair with minor issues, Fair bandwidth (good audio, poor video)",
        550,
        f"{_POOR_VIDEO}. {_MINOR}",
    ),
    Row(
        60,
        Status.FAIR,
        Color.AMBER,
        "connection is Fair with minor issues, Good bandwidth (good audio and fair video)",
        600,
        f"{_FAIR_VIDEO}. {_MINOR}",
    ),
    Row(
        65,
        Status.FAIR,
        Color.AMBER,
        "connection is Fair with minor issues (bandwidth excellent)",
        650,
        _MINOR,
    ),
    Row(
        70,
        Status.GOOD,
        Color.AMBER,
        "connection is Good, Poor bandwidth (audio-only and thumbnail video)",
        700,
        _THUMBNAIL,
    ),
    Row(
        75,
        Status.GOOD,
        Color.AMBER,
        "connection is Good, Fair bandwidth (good audio, poor video)",
        750,
        _POOR_VIDEO,
    ),
    Row(
        90,
        Status.GOOD,
        Color.GREEN,
        "connection and bandwidth are both good",
        900,
        _FAIR_VIDEO,
    ),
    Row(
        95,
        Status.EXCELLENT,
        Color.GREEN,
        "excellent network",
        950,
        "You are in a good network condition",
    ),
)

BY_SUMMARY: dict[int, Row] = {row.summary_code: row for row in ROWS}
BY_NOTIFICATION: dict[int, Row] = {row.notification_code: row for row in ROWS}
