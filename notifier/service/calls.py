"""The calls that go on, and what each had been forecast beside what it got.

Whoever makes calls says when one begins and ends, and may say how it was.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from notifier.forecast.report_card import compare
from notifier.quality import CallFigures
from notifier.service.events import CallCompared, Event
from notifier.service.memory import InForce
from notifier.service.networks import Networks
from notifier.service.records import Records

__all__ = ["Calls"]


@dataclass(frozen=True, slots=True)
class _Call:
    began: float
    """Milliseconds since 1970."""

    forecast: InForce | None


class Calls:
    """The calls that go on, by their identity; ``len`` is how many.

    :param emit: is told how each call compares with its forecast.
    """

    def __init__(self, networks: Networks, records: Records, emit: Callable[[Event], None]) -> None:
        self._networks = networks
        self._records = records
        self._emit = emit
        self._calls: dict[str, _Call] = {}

    def __len__(self) -> int:
        return len(self._calls)

    def __contains__(self, call_id: str) -> bool:
        return call_id in self._calls

    def begin(self, call_id: str) -> None:
        """A call goes on from now; one that does already goes on as it began."""
        if call_id not in self._calls:
            now = time.time() * 1000
            self._calls[call_id] = _Call(now, self._networks.forecast_in_force())

    def end(self, call_id: str, figures: CallFigures | None, *, duration_ms: float) -> bool:
        """A call is over: keep what it got with the forecast that it began with, and say so.

        :param figures: what it got; None where nobody says.
        :param duration_ms: of what the figures are of.
        :returns: whether there was such a call.
        """
        call = self._calls.pop(call_id, None)
        if call is None:
            return False
        forecast = call.forecast
        if figures is not None and forecast is not None:
            self._records.add_call(
                call_id, forecast, figures, began=call.began, duration_ms=duration_ms
            )
            comparison = compare(forecast.code, figures, odds=forecast.odds)
            self._emit(CallCompared(call_id, comparison))
        return True
