"""What was found on one network lately and what of it was told: how steady it is.

A person who is told of every turn of a network that swings learns nothing from the tenth telling.
So what is told must stand for two runs, and a network that keeps changing is told of once, and
then not before it has been the same for a while: longer each time, as a router damps a route that
flaps (RFC 2439). No I/O, no clock: times are milliseconds since 1970.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile

from notifier.codes import BY_NOTIFICATION, Color

__all__ = [
    "CALM_MS",
    "LONGEST_CALM_MS",
    "MEMORY_MS",
    "Past",
    "Reason",
    "bad_for",
    "color_of",
    "restless",
    "settled",
    "stands",
    "still_restless",
]

MEMORY_MS = 12 * 3_600_000.0
"""Of decisions that still matter."""

WINDOW_MS = 3_600_000.0
"""Of tellings that are counted together."""

MOST_TURNS = 2
"""From better to worse or back, within :data:`WINDOW_MS`: with this one, the network keeps
changing. Bad, good again, bad: that is two."""

MOST_TOLD = 4
"""Tellings within :data:`WINDOW_MS`; with one more, whichever way they went, the network keeps
changing."""

CALM_MS = 30 * 60_000.0
"""For so long a network that keeps changing must have had one colour before it is told of again;
each time it was said to keep changing lately doubles this."""

LONGEST_CALM_MS = 4 * 3_600_000.0

SETTLING_SHARE = 0.25
"""Of the time for which a network was amber it has to be green before that is told..."""

LONGEST_SETTLING_MS = 15 * 60_000.0
"""...but no longer than this: a bad evening has good moments, and "good again" is no such."""

GAP_MS = 90 * 60_000.0
"""Between two verdicts, after which nobody knows what was in between."""


class Reason(StrEnum):
    """Why a verdict was told or kept quiet."""

    FIRST = "first"
    """Nothing was told on this network before."""

    CHANGED = "changed"
    """The code differs from the last one told on this network."""

    RECOVERED = "recovered"
    """It is green, and the last one told on this network was not, or was that the servers let
    nobody in."""

    UNUSUAL = "unusual"
    """The code was told before, but a figure has just become unusual for this network."""

    UNSTABLE = "unstable"
    """It has changed to and fro: told once, with what it is just now."""

    REFUSED = "refused"
    """The servers let nobody in, so that nothing is known of the network; told once, on whatever
    network, until a server works again."""

    BETTER = "better"
    """It was green when last told, and is better still: nothing that anybody waits for."""

    SETTLING = "settling"
    """It is green again, and told when that has lasted for a while (:func:`settled`)."""

    REPEATED = "repeated"
    """The same code as the last one told on this network; or it was told that the servers let
    nobody in, and they still do."""

    UNSURE = "unsure"
    """The verdict is being made sure of by another run; that one's is decided on anew."""

    ONCE = "once"
    """It was found once, and is told when the next run finds it as well."""

    FLAPPING = "flapping"
    """The network keeps changing: that was told, and it has not been steady since; or it changes
    within one colour."""

    DISABLED = "disabled"
    """Notifications are switched off in the settings."""

    QUIET_TODAY = "quiet-today"
    """Somebody asked for quiet for today."""

    QUIET_HOURS = "quiet-hours"
    """It is a time of the day at which the settings want nothing told."""

    DO_NOT_DISTURB = "do-not-disturb"
    """The desktop was asked for quiet."""

    FULL_SCREEN = "full-screen"
    """A program has the whole screen: a call, a film, a game."""

    PRESENTATION = "presentation"
    """The desktop says that something is presented."""

    DEMONSTRATION = "demonstration"
    """The run went to the embedded relay and says nothing about the network."""

    COMMAND_LINE = "command-line"
    """The run was asked for on the command line, and the answer is printed there."""


@dataclass(frozen=True, slots=True)
class Past:
    """One verdict of before, and its fate."""

    at: float
    """When its run began."""

    code: int
    """The notification code."""

    shown: bool
    reason: Reason


def color_of(code: int) -> Color:
    """The colour of a notification code; one of a later version counts as amber."""
    row = BY_NOTIFICATION.get(code)
    return Color.AMBER if row is None else row.color


def stands(code: int, past: Sequence[Past], *, last_told: int, now: float) -> bool:
    """Whether a code that differs from the last one told was found by two runs together.

    Where the colour is what has changed, the run before this one may have found another code of
    it. One that was unsure is made sure of by this. And what was before a red that was told at once
    (a cable that was pulled) is there again with the first run that finds it.

    :param past: oldest first.
    """
    if not past or now - past[-1].at > GAP_MS:
        return False
    before = past[-1]
    if before.reason is Reason.UNSURE:
        return True
    if color_of(code) is not color_of(last_told):
        color = color_of(before.code)
        if color is not Color.RED:
            return color is color_of(code)
        earlier = next((each for each in reversed(past) if color_of(each.code) is not color), None)
        return (
            earlier is not None
            and color_of(earlier.code) is color_of(code)
            and now - earlier.at <= GAP_MS
        )
    return before.code == code


def restless(code: int, past: Sequence[Past], *, now: float) -> bool:
    """Whether the network keeps changing, with this code told as well."""
    told: list[int] = [each.code for each in _told_lately(past, now)]
    steps = [b - a for a, b in pairwise([*told, code]) if a != b]
    turns = sum((a > 0) != (b > 0) for a, b in pairwise(steps))
    return turns >= MOST_TURNS or len(told) >= MOST_TOLD


def still_restless(code: int, past: Sequence[Past], *, now: float) -> bool:
    """Whether it was told that the network keeps changing, and it has not been steady since.

    A red one that is worse than all that was told since is no part of that.
    """
    times = [each.at for each in past if each.shown and each.reason is Reason.UNSTABLE]
    if not times or any(each.shown and each.at > times[-1] for each in past):
        return False
    calm: float = min(LONGEST_CALM_MS, CALM_MS * 2.0 ** (len(times) - 1))
    color = color_of(code)
    lately = [color_of(each.code) for each in _told_since(past, times[-1] - WINDOW_MS)]
    if color is Color.RED and Color.RED not in lately:
        return False
    return now - _since(color, past, now) < calm


def bad_for(past: Sequence[Past], *, now: float) -> float | None:
    """For how long a network that is green again was not, milliseconds; None: not known.

    From when it was first told until green was first found. Not where the machine slept meanwhile.
    """
    told = takewhile(
        lambda each: color_of(each.code) is not Color.GREEN,
        (each for each in reversed(past) if each.shown),
    )
    began = min((each.at for each in told), default=math.inf)
    times = [each.at for each in past if each.at >= began] + [now]
    if any(b - a > GAP_MS for a, b in pairwise(times)):
        return None
    length = _since(Color.GREEN, past, now) - began
    return length if 0 < length < MEMORY_MS else None


def settled(past: Sequence[Past], *, last_told: int, now: float) -> bool:
    """Whether a network that is green again has been so for long enough to say so.

    What was red is another matter: whoever has put a cable back waits for the word.
    """
    if color_of(last_told) is not Color.AMBER:
        return True
    bad = bad_for(past, now=now)
    if bad is None:
        return True
    lasted = now - _since(Color.GREEN, past, now)
    return lasted >= min(LONGEST_SETTLING_MS, SETTLING_SHARE * bad)


def _since(color: Color, past: Sequence[Past], now: float) -> float:
    """Since when every verdict has had this colour."""
    same = takewhile(lambda each: color_of(each.code) is color, reversed(past))
    return min((each.at for each in same), default=now)


def _told_lately(past: Sequence[Past], now: float) -> Iterable[Past]:
    """What was told within the window, since it was last said that the network keeps changing."""
    told = list(_told_since(past, now - WINDOW_MS))
    unstable = [i for i, each in enumerate(told) if each.reason is Reason.UNSTABLE]
    return told[unstable[-1] :] if unstable else told


def _told_since(past: Sequence[Past], begin: float) -> Iterable[Past]:
    return (each for each in past if each.shown and each.at >= begin)
