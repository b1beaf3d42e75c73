"""Which verdict is told: callstats.io's rule, and what people want of it beside that.

The rule: a code equal to the last one told on this network is not told again. Beside it: what is
told must stand for two runs, a network that keeps changing is told of once
(:mod:`notifier.notify.course`), and nothing is told while somebody wants quiet. Each decision
carries its reason, so that the history can answer "why was I not told?".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notifier.codes import Color
from notifier.notify.course import (
    Past,
    Reason,
    bad_for,
    color_of,
    restless,
    settled,
    stands,
    still_restless,
)

__all__ = ["QUIET", "Decision", "Reason", "decide", "hushed"]

QUIET = frozenset(
    {
        Reason.QUIET_TODAY,
        Reason.QUIET_HOURS,
        Reason.DO_NOT_DISTURB,
        Reason.FULL_SCREEN,
        Reason.PRESENTATION,
    }
)
"""Reasons that pass: what they kept quiet is told afterwards, where it still holds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict's fate."""

    show: bool
    reason: Reason
    bad_ms: float | None = None
    """With ``recovered``: how long it was not green; None where that is not known."""


def decide(
    code: int,
    *,
    last_told: int | None,
    enabled: bool = True,
    demonstration: bool = False,
    command_line: bool = False,
    unsure: bool = False,
    unusual: bool = False,
    refused: bool = False,
    refused_before: bool = False,
    refusal_told: bool = False,
    past: Sequence[Past] | None = None,
    now: float = 0.0,
) -> Decision:
    """Decide whether a verdict with this notification code is told, were there no wish for quiet.

    :param code: the notification code of the verdict at hand.
    :param last_told: the notification code last shown on this network, None where there is none.
        Only codes that were shown count: a change that was kept quiet is still news later.
    :param unsure: the test is repeated at once to make sure.
    :param unusual: a figure that a call would notice has just become unusual for this network.
    :param refused: the servers let nobody in: the code says nothing of the network.
    :param refused_before: nor did they at the run before this one.
    :param refusal_told: that was told, on whatever network, and no server has worked since.
    :param past: the verdicts of before on this network, oldest first, without those whose servers
        let nobody in; None: how steady it is does not matter.
    :param now: when the run began, milliseconds since 1970.
    """
    if demonstration:
        return Decision(False, Reason.DEMONSTRATION)
    if command_line:
        return Decision(False, Reason.COMMAND_LINE)
    if unsure:
        return Decision(False, Reason.UNSURE)
    if refused:
        return _refusal(enabled=enabled, before=refused_before, told=refusal_told)
    if refusal_told and color_of(code) is not Color.RED:
        if not enabled:
            return Decision(False, Reason.DISABLED)
        good = color_of(code) is Color.GREEN
        return Decision(True, Reason.RECOVERED if good else Reason.CHANGED)
    repeated = last_told is not None and code == last_told
    if repeated and not unusual:
        return Decision(False, Reason.REPEATED)
    if not enabled:
        return Decision(False, Reason.DISABLED)
    news = _news(code, last_told)
    if past is None or news.reason is Reason.FIRST:
        return news
    if last_told is not None and code > last_told and color_of(last_told) is Color.GREEN:
        return Decision(False, Reason.BETTER)
    # A red one that is sure is told at once.
    if (
        last_told is not None
        and not repeated
        and color_of(code) is not Color.RED
        and not stands(code, past, last_told=last_told, now=now)
    ):
        return Decision(False, Reason.ONCE)
    if still_restless(code, past, now=now):
        return Decision(False, Reason.FLAPPING)
    if restless(code, past, now=now):
        shade = last_told is not None and color_of(code) is color_of(last_told)
        return Decision(not shade, Reason.FLAPPING if shade else Reason.UNSTABLE)
    if news.reason is Reason.RECOVERED and last_told is not None:
        if not settled(past, last_told=last_told, now=now):
            return Decision(False, Reason.SETTLING)
        return Decision(True, Reason.RECOVERED, bad_for(past, now=now))
    return news


def hushed(decision: Decision, quiet: Reason | None) -> Decision:
    """What becomes of a decision to tell while somebody wants quiet.

    :param quiet: one of :data:`QUIET`; None: nobody does.
    """
    return decision if quiet is None or not decision.show else Decision(False, quiet)


def _refusal(*, enabled: bool, before: bool, told: bool) -> Decision:
    """A password does not become wrong and right again: it is told once, not on each network."""
    if told:
        return Decision(False, Reason.REPEATED)
    if not enabled:
        return Decision(False, Reason.DISABLED)
    return Decision(before, Reason.REFUSED if before else Reason.ONCE)


def _news(code: int, last_told: int | None) -> Decision:
    if last_told is None:
        return Decision(True, Reason.FIRST)
    if code == last_told:
        return Decision(True, Reason.UNUSUAL)
    if color_of(code) is Color.GREEN and color_of(last_told) is not Color.GREEN:
        return Decision(True, Reason.RECOVERED)
    return Decision(True, Reason.CHANGED)
