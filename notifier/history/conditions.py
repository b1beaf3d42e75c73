"""A filter as a part of an SQL statement, and what is hidden because it was deleted.

A deletion is a row first: a filter, and the last row that it is of. Every statement that reads
leaves out what those rows name, which costs nothing where there is none, and the same however
many runs they are of. Really removing them comes later (:mod:`notifier.history.deletion`).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from notifier.history.filters import RunFilter

__all__ = ["Condition", "Hidden", "calls_left", "calls_meant", "runs_left", "runs_meant"]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What one deletion hides."""

    filter: RunFilter
    last_run: int
    """Runs written later are not meant, whatever their time stamps say; 0 where none is."""

    last_call: int
    """The same of rows of ``calls``; 0 where no calls are meant."""

    last_result: int
    """The same of rows of ``call_results``."""


@dataclass(slots=True)
class Condition:
    """SQL that stands behind ``WHERE``, and the values it names."""

    terms: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    plus: str = ""
    """``+`` before the time in ``ORDER BY`` where rows are found by their numbers; else the planner
    would go through an index of the time to have them in order."""

    bounds: tuple[str, str] = ("", "")
    """The names of the time from which on and before which rows are meant."""

    @property
    def sql(self) -> str:
        return " AND ".join(self.terms) or "TRUE"

    def name(self, value: object) -> str:
        """Give a value a name of its own, and return it as SQL has it."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def add(self, terms: Sequence[str]) -> None:
        self.terms += terms

    def between(self, since: float, until: float) -> dict[str, object]:
        """The values for those of the rows that are also in this time.

        The bounds are the same two of the statement: given two pairs of them, SQLite would look
        for the rows of the one and test each for the other.
        """
        first, last = self.bounds
        narrowed = {first: max(self.values[first], since), last: min(self.values[last], until)}
        return {**self.values, **narrowed}


_RUNS = {"time": "timestamp", "network": "network_id", "provider": "provider", "color": "color"}
_CALLS = {"time": "began", "network": "network_id", "color": "color"}
_RESULTS = {"time": "timestamp", "network": "network_id"}


def runs_meant(wanted: RunFilter, hidden: Sequence[Hidden] = ()) -> Condition:
    """Rows of ``runs``, without those that are hidden."""
    return _meant(wanted, [(one.filter, one.last_run) for one in hidden], _RUNS)


def runs_left(hidden: Sequence[Hidden]) -> Condition:
    """Rows of ``runs`` that are not hidden, whatever their time stamps hold."""
    condition = Condition()
    for one in hidden:
        _leave_out(condition, one.filter, _RUNS, one.last_run)
    return condition


def calls_meant(
    wanted: RunFilter, hidden: Sequence[Hidden] = (), *, results: bool = False
) -> Condition:
    """The same of ``calls``, whose colour is what the call got; a server is not asked for.

    :param results: of ``call_results``, which has no colour either.
    """
    if results:
        return _meant(wanted, [(one.filter, one.last_result) for one in hidden], _RESULTS)
    return _meant(wanted, [(one.filter, one.last_call) for one in hidden], _CALLS)


def calls_left(hidden: Sequence[Hidden], *, results: bool = False) -> Condition:
    """Rows of ``calls`` that are not hidden, whatever their time stamps hold."""
    condition = Condition()
    for one in hidden:
        last, columns = (one.last_result, _RESULTS) if results else (one.last_call, _CALLS)
        _leave_out(condition, one.filter, columns, last)
    return condition


def _meant(
    wanted: RunFilter, gone: Sequence[tuple[RunFilter, int]], columns: Mapping[str, str]
) -> Condition:
    condition = Condition()
    gone = [(of, last) for of, last in gone if last and not of.misses(wanted)]
    # Where all is gone that was there, only the few rows that came later are looked at.
    later = max((last for of, last in gone if of.covers(wanted)), default=0)
    condition.plus = "+" if later else ""
    condition.add(_terms(condition, wanted, columns, bounded=True))
    if later:
        condition.add([f"id > {condition.name(later)}"])
    for of, last in gone:
        if last > later:
            _leave_out(condition, of, columns, last)
    return condition


def _leave_out(condition: Condition, of: RunFilter, columns: Mapping[str, str], last: int) -> None:
    if not last:
        return
    terms = [f"id <= {condition.name(last)}", *_terms(condition, of, columns, bounded=False)]
    # A comparison with NULL is NULL: such a row is not meant by the deletion, so it stays.
    condition.add([f"({' AND '.join(terms)}) IS NOT TRUE"])


def _terms(
    condition: Condition,
    of: RunFilter,
    columns: Mapping[str, str],
    *,
    bounded: bool,
) -> list[str]:
    terms = []
    # "+" keeps the planner from going by an index of the column.
    plus = condition.plus
    time = plus + columns["time"]
    # Both bounds always: they are what keeps the rows in the order of an index.
    since = condition.name(-math.inf if of.since is None else float(of.since))
    until = condition.name(math.inf if of.until is None else float(of.until))
    if bounded:
        condition.bounds = (since[1:], until[1:])
    if bounded or of.since is not None:
        terms.append(f"{time} >= {since}")
    if bounded or of.until is not None:
        terms.append(f"{time} < {until}")
    for kind, values in (
        ("network", of.network_ids),
        ("provider", of.providers),
        ("color", of.colors),
    ):
        if values is None or kind not in columns:
            continue
        column = columns[kind]
        # The planner may go by one network's index, whose rows are in the order of time, but not
        # by several, which would have to be sorted first.
        if len(values) == 1:
            terms.append(f"{plus}{column} = {condition.name(*values)}")
        else:
            names = ", ".join(condition.name(value) for value in sorted(values))
            terms.append(f"+{column} IN ({names})")
    return terms
