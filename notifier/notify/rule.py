"""callstats.io's rule: a code equal to the last one told on this network is not told again.

Each decision carries its reason, so that the history can answer "why was I not told?".
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Decision", "Reason", "decide"]


class Reason(StrEnum):
    """Why a verdict was told or kept quiet."""

    FIRST = "first"
    """Nothing was told on this network before."""

    CHANGED = "changed"
    """The code differs from the last one told on this network."""

    REPEATED = "repeated"
    """The same code as the last one told on this network."""

    DISABLED = "disabled"
    """Notifications are switched off in the settings."""

    DEMONSTRATION = "demonstration"
    """The run went to the embedded relay and says nothing about the network."""

    COMMAND_LINE = "command-line"
    """The run was asked for on the command line, and the answer is printed there."""

    UNSURE = "unsure"
    """The verdict is being made sure of by another run; that one's is decided on anew."""

    UNUSUAL = "unusual"
    """The code was told before, but a figure has just become unusual for this network."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict's fate."""

    show: bool
    reason: Reason


def decide(
    code: int,
    *,
    last_told: int | None,
    enabled: bool = True,
    demonstration: bool = False,
    command_line: bool = False,
    unsure: bool = False,
    unusual: bool = False,
) -> Decision:
    """Decide whether a verdict with this notification code is told.

    :param code: the notification code of the verdict at hand.
    :param last_told: the notification code last shown on this network, None where there is none.
        Only codes that were shown count: a change that was kept quiet is still news later.
    :param unsure: the test is repeated at once to make sure.
    :param unusual: a figure that a call would notice has just become unusual for this network.
    """
    if demonstration:
        return Decision(False, Reason.DEMONSTRATION)
    if command_line:
        return Decision(False, Reason.COMMAND_LINE)
    if unsure:
        return Decision(False, Reason.UNSURE)
    repeated = last_told is not None and code == last_told
    if repeated and not unusual:
        return Decision(False, Reason.REPEATED)
    if not enabled:
        return Decision(False, Reason.DISABLED)
    if repeated:
        return Decision(True, Reason.UNUSUAL)
    return Decision(True, Reason.FIRST if last_told is None else Reason.CHANGED)
