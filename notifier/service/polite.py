"""What a run that nobody asked for may load the network with: nothing, little, or all.

Three things hold runs back, and a run by hand is held back by the second alone:

* **The data budget**, for any 24 hours. The first sixth is spent as the settings say. From then
  on routine is planned to take two thirds of it a day (:func:`plan`): with many servers, or a
  short interval, full runs come further apart, then the light ones too. What is not routine (a
  start, a new network, a wake-up, news to confirm) takes it to five sixths at most; the last sixth
  is for light runs alone. A run begins only if what runs like it have cost lately fits into what
  is left. So a day goes from full to light to none, and not over.
* **A call**, attached or noticed by its microphone: nothing is run until it is over, for even 75
  kbit/s for a second and a half are 75 kbit/s that the call does not have. Who asks for a run
  gets a light one.
* **A metered connection**: light runs alone, or what the settings say.

24 hours that roll, and no calendar's day: a midnight would let all machines of a company measure
in full at once, and a change of the clocks or of the time zone would make a day longer.
"""

from dataclasses import dataclass

from notifier.measurement import Mode
from notifier.service.events import Limit
from notifier.settings.model import OnMetered

__all__ = [
    "DAY",
    "FULL_AT_LEAST",
    "FULL_INTERVAL",
    "Costs",
    "Permission",
    "Plan",
    "allow",
    "allow_by_hand",
    "cost_of_day",
    "plan",
    "plan_without_budget",
]

DAY = 86_400.0
"""Seconds over which the budget is kept."""

FULL_INTERVAL = 3600.0
"""Seconds between two full runs on a network where nothing changes and the budget is ample."""

FULL_AT_LEAST = 4 * 3600.0
"""Seconds within which a full run comes also where the budget is tight, by having fewer light
ones; where it is so tight that these would take more than a third of it, less often."""

_AMPLE = 1 / 6
"""Part of the budget that is spent without a plan: who tries a short interval sees it."""

_ROUTINE = 2 / 3
"""Part of the budget that runs of the schedule are planned to take."""

_FULL = 5 / 6
"""Part of the budget beyond which no full run begins."""

_FURTHER_APART = 1.05
"""Times the interval of the settings that the plan's has to be to be worth telling."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What a run of each mode is expected to cost, octets sent and received together."""

    full: float
    light: float

    def of(self, mode: Mode) -> float:
        """Of this mode."""
        return self.full if mode == "full" else self.light


@dataclass(frozen=True, slots=True)
class Plan:
    """How far apart the runs of the schedule are, so that the budget lasts all day."""

    interval: float
    """Seconds between two runs: the settings' or more."""

    full_interval: float
    """Seconds between two full ones."""

    further_apart: bool
    """The interval is noticeably longer than the settings say."""


def plan_without_budget(interval: float) -> Plan:
    """As the settings say.

    :param interval: seconds, of the settings.
    """
    return Plan(interval, FULL_INTERVAL, further_apart=False)


def plan(*, budget: float, spent: float, costs: Costs, interval: float) -> Plan:
    """Spread a day's budget over a day.

    :param budget: octets in 24 hours; more than 0.
    :param spent: octets in the last 24 hours.
    :param interval: seconds, of the settings.
    """
    if spent <= budget * _AMPLE:
        return plan_without_budget(interval)
    routine = budget * _ROUTINE
    # Light runs get at least half: they are what notices that something has changed.
    for_full = min(costs.full * DAY / FULL_AT_LEAST, routine / 2)
    apart = max(interval, costs.light * DAY / (routine - for_full))
    left = routine - costs.light * DAY / apart
    return Plan(
        interval=apart,
        full_interval=max(FULL_INTERVAL, costs.full * DAY / left),
        further_apart=apart > interval * _FURTHER_APART,
    )


def cost_of_day(*, budget: float, costs: Costs, interval: float) -> float:
    """What the schedule's runs take in a day on one network where nothing changes, octets.

    :param budget: octets in 24 hours.
    :param interval: seconds, of the settings.
    """
    if budget <= 0:
        return 0.0
    easy = _routine(plan_without_budget(interval), costs)
    if easy <= budget * _AMPLE:
        return easy
    return _routine(plan(budget=budget, spent=budget, costs=costs, interval=interval), costs)


def _routine(made: Plan, costs: Costs) -> float:
    full = DAY / max(made.full_interval, made.interval)
    return full * costs.full + (DAY / made.interval - full) * costs.light


@dataclass(frozen=True, slots=True)
class Permission:
    """What may be run now."""

    mode: Mode | None
    """None: no run."""

    confirm: Mode | None
    """The run that may follow a light one with news; None: the light one has to stand."""

    call_check: bool
    """A WebRTC call may be part of it, where the rule for that wants one."""

    limit: Limit | None
    """What holds runs back at the moment; None: nothing does."""


def allow(
    wanted: Mode,
    *,
    budget: float,
    spent: float,
    costs: Costs,
    further_apart: bool,
    metered: bool,
    on_metered: OnMetered,
) -> Permission:
    """Decide on a run that nobody asked for, while there is no call.

    :param budget: octets in 24 hours.
    :param spent: octets in the last 24 hours.
    """
    full_fits = spent + costs.full <= budget * _FULL
    light_fits = budget > 0 and spent + costs.light <= budget
    if metered and on_metered == "none":
        return Permission(None, None, False, Limit("metered", "none"))
    if not light_fits:
        return Permission(None, None, False, Limit("budget", "none"))
    if metered and on_metered == "light":
        again: Mode | None = "light" if spent + 2 * costs.light <= budget else None
        return Permission("light", again, False, Limit("metered", "light"))
    if not full_fits:
        again = "light" if spent + 2 * costs.light <= budget else None
        return Permission("light", again, False, Limit("budget", "light"))
    limit = Limit("budget", "fewer") if further_apart else None
    confirmed = spent + costs.light + costs.full <= budget * _FULL
    return Permission(wanted, "full" if confirmed else "light", not metered, limit)


def allow_by_hand(*, metered: bool, in_call: bool) -> Permission:
    """Decide on a run that a person asked for: the budget is theirs, the call is everybody's."""
    if in_call:
        return Permission("light", None, False, Limit("call", "light"))
    return Permission("full", None, not metered, None)
