"""The calls that go on, and what each had been forecast beside what it got.

Whoever makes calls says when one begins and ends, and may say how it was.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from notifier.forecast.report_card import Comparison, compare
from notifier.quality import CallFigures
from notifier.service.events import CallCompared, Event
from notifier.service.memory import InForce
from notifier.service.networks import Networks
from notifier.service.records import Records

__all__ = ["Begun", "Calls", "Ended"]


@dataclass(frozen=True, slots=True)
class Begun:
    """What was so when a call began."""

    at: float
    """Milliseconds since 1970."""

    network_id: str
    forecast: InForce | None
    """None where there was none, or an old one."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A call that is over."""

    begun: Begun
    comparison: Comparison | None
    """None without figures or forecast, or where the network has changed meanwhile."""


class Calls:
    """The calls that go on, by their identity; ``len`` is how many.

    :param emit: is told how each call compares with its forecast.
    """

    def __init__(self, networks: Networks, records: Records, emit: Callable[[Event], None]) -> None:
        self._networks = networks
        self._records = records
        self._emit = emit
        self._calls: dict[str, Begun] = {}

    def __len__(self) -> int:
        return len(self._calls)

    def __contains__(self, call_id: str) -> bool:
        return call_id in self._calls

    def begun(self, call_id: str) -> Begun | None:
        """How things stood when this call began; None where it does not go on."""
        return self._calls.get(call_id)

    def begin(self, call_id: str, begun: Begun | None = None) -> None:
        """A call goes on from now; one that does already goes on as it began.

        :param begun: of a call that went on before this program was started.
        """
        if call_id not in self._calls:
            self._calls[call_id] = begun or Begun(
                time.time() * 1000, self._networks.now(), self._networks.forecast_in_force()
            )

    def end(self, call_id: str, figures: CallFigures | None, *, duration_ms: float) -> Ended | None:
        """A call is over: keep what it got with the forecast that it began with, and say so.

        A call that has changed networks on its way says nothing of the forecast for the first.

        :param figures: what it got; None where nobody says.
        :param duration_ms: of what the figures are of.
        :returns: None where there was no such call.
        """
        begun = self._calls.pop(call_id, None)
        if begun is None:
            return None
        forecast = begun.forecast
        if figures is None or forecast is None or begun.network_id != self._networks.now():
            return Ended(begun, None)
        self._records.add_call(call_id, forecast, figures, began=begun.at, duration_ms=duration_ms)
        comparison = compare(forecast.code, figures, odds=forecast.odds)
        self._emit(CallCompared(call_id, comparison))
        return Ended(begun, comparison)
