"""Whether a verdict is told: the rule, with what was told before and with who wants quiet now.

What is kept quiet because somebody wants quiet is *held*: as soon as nobody does any more, it is
told, where it still holds. The service looks at what is held when the quiet ends by the clock, and
every :data:`ASK_AGAIN_MS` where the desktop has to be asked; where nothing is held, nobody is asked
anything.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from notifier.codes import Color, Connectivity
from notifier.machine.attention import asks_for_quiet
from notifier.notify.course import MEMORY_MS, Past, color_of
from notifier.notify.quiet import daily_quiet_ends
from notifier.notify.rule import QUIET, Decision, Reason, decide, hushed
from notifier.service.events import Event, NotificationDecided, Origin
from notifier.service.memory import HOLDS_FOR
from notifier.service.quiet import Quiet
from notifier.service.records import Records
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from notifier.verdict import Verdict

__all__ = ["ASK_AGAIN_MS", "REFUSAL_MEMORY_MS", "Telling"]

ASK_AGAIN_MS = 60_000.0
"""Between two questions to the desktop, whether it still wants quiet, while something is held."""

REFUSAL_MEMORY_MS = 86_400_000.0
"""For so long after a new start it is remembered that the servers let nobody in: once a day is no
nuisance, and nothing but the person can mend it."""

_SOONEST_MS = 1_000.0
"""No look at what is held comes sooner after the last."""

_MOST = 300
"""Verdicts of one network that are remembered: half a day of them."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A verdict that is told later."""

    at: float
    """When it was kept quiet."""

    verdict: Verdict
    network_id: str
    run_id: int | None
    unusual: bool


class Telling:
    """Decides for one program; times are milliseconds since 1970.

    :param origin: only for the tray somebody's wish for quiet counts: what ``watch`` prints
        disturbs nobody.
    :param environ: names the desktop to ask.
    """

    def __init__(
        self,
        paths: Paths,
        records: Records,
        origin: Origin,
        environ: Mapping[str, str],
        emit: Callable[[Event], None],
    ) -> None:
        self.quiet = Quiet(paths, emit)
        self.wants_another = False
        """The last verdict is kept quiet until another run finds the same colour."""

        self._records = records
        self._origin = origin
        self._environ = environ
        self._emit = emit
        self._past: dict[str, deque[Past]] = {}
        self._held: _Held | None = None
        self._ask_at = 0.0
        self._refused_before = False
        self._refusal_told: bool | None = None
        """None: not known yet, the history is."""
        self._cut_off_told: int | None = None
        """The code with which it was told that there is no network, where that was told last."""

    async def decide(
        self,
        verdict: Verdict,
        network_id: str,
        settings: Settings,
        *,
        demonstration: bool,
        unusual: bool,
    ) -> Decision:
        """Decide whether a verdict is told; :meth:`decided` has to follow."""
        last_told = self._last_told(verdict, network_id)
        decision = decide(
            verdict.notification_code,
            last_told=last_told,
            enabled=settings.notifications,
            demonstration=demonstration,
            command_line=self._origin == "probe",
            unsure=verdict.unsure,
            unusual=unusual,
            refused=verdict.refused,
            refused_before=self._refused_before,
            refusal_told=self._was_refusal_told(),
            past=self._course(network_id),
            now=verdict.timestamp,
        )
        self.wants_another = decision.reason is Reason.ONCE and (
            verdict.refused
            or (
                last_told is not None
                and color_of(last_told) is not color_of(verdict.notification_code)
            )
        )
        if not decision.show:
            return decision
        return hushed(decision, await self._wanted(settings))

    def decided(
        self,
        verdict: Verdict,
        network_id: str,
        decision: Decision,
        run_id: int | None,
        *,
        unusual: bool,
    ) -> None:
        """Remember a decision, and hold what is to be told later.

        :param run_id: the run's row in the history.
        """
        self._remember(verdict, network_id, decision)
        self._held = None
        if decision.reason in QUIET:
            now = time.time() * 1000
            self._held = _Held(now, verdict, network_id, run_id, unusual)
            by_desktop = decision.reason not in (Reason.QUIET_TODAY, Reason.QUIET_HOURS)
            self._ask_at = now + ASK_AGAIN_MS if by_desktop else 0.0

    def next_look(self, settings: Settings) -> float | None:
        """When :meth:`look` is worth another call; None: never, as things are."""
        now = time.time() * 1000
        looks: list[float] = []
        if self.quiet.until is not None:
            looks.append(self.quiet.until)
        if self._held is not None:
            known = self._by_the_clock(settings, now)
            looks.append(self._ask_at if known is None else known[1])
        return max(now + _SOONEST_MS, min(looks)) if looks else None

    async def look(self, settings: Settings, network_id: Callable[[], str]) -> None:
        """End a quiet that is over, and tell what was held, where it still holds.

        :param network_id: says which network this machine is on.
        """
        now = time.time() * 1000
        self.quiet.look(now)
        held = self._held
        if held is None or self._by_the_clock(settings, now) is not None:
            return
        if abs(now - held.at) > HOLDS_FOR * 1000 or network_id() != held.network_id:
            self._held = None  # The next run says what holds now.
            return
        if now < self._ask_at:
            return
        self._ask_at = now + ASK_AGAIN_MS
        decision = await self.decide(
            held.verdict,
            held.network_id,
            settings,
            demonstration=False,
            unusual=held.unusual,
        )
        if decision.reason in QUIET or self._held is not held:
            return
        self._held = None
        if not decision.show:
            return
        self._remember(held.verdict, held.network_id, decision)
        row = await self._records.add_decision(held.verdict, held.network_id, held.run_id, decision)
        self._emit(NotificationDecided(held.verdict, decision, row))

    async def _wanted(self, settings: Settings) -> Reason | None:
        """Why somebody wants quiet now; None: nobody does, or nobody says so."""
        if self._origin != "tray":
            return None
        known = self._by_the_clock(settings, time.time() * 1000)
        if known is not None:
            return known[0]
        if not settings.respect_do_not_disturb:
            return None
        said = await asks_for_quiet(self._environ)
        return None if said is None else Reason(said)

    def _by_the_clock(self, settings: Settings, now: float) -> tuple[Reason, float] | None:
        """Why it is quiet now for as long as is known, and until when."""
        if self.quiet.until is not None and now < self.quiet.until:
            return Reason.QUIET_TODAY, self.quiet.until
        hours = settings.quiet_hours
        ends = None if hours is None else daily_quiet_ends(hours.begin, hours.end, now)
        return None if ends is None else (Reason.QUIET_HOURS, ends)

    def _course(self, network_id: str) -> deque[Past]:
        if network_id not in self._past:
            since = time.time() * 1000 - MEMORY_MS
            kept = self._records.decisions(network_id, since=since, limit=_MOST)
            self._past[network_id] = deque(kept, maxlen=_MOST)
        return self._past[network_id]

    def _last_told(self, verdict: Verdict, network_id: str) -> int | None:
        """The code to which a verdict is news, or no news.

        Having no network is told of no network in particular: it is over with the next one that
        there is, and not with that one alone that was there before.
        """
        over = verdict.cut_off or color_of(verdict.notification_code) is not Color.RED
        if self._cut_off_told is not None and over:
            return self._cut_off_told
        return self._records.last_told(network_id)

    def _was_refusal_told(self) -> bool:
        """Whether it was told that the servers let nobody in, and none has worked since."""
        if self._refusal_told is None:
            since = time.time() * 1000 - REFUSAL_MEMORY_MS
            self._refusal_told = self._records.last_reason(since=since) == Reason.REFUSED
        return self._refusal_told

    def _remember(self, verdict: Verdict, network_id: str, decision: Decision) -> None:
        if decision.reason in (Reason.DEMONSTRATION, Reason.COMMAND_LINE):
            return
        self._refused_before = verdict.refused
        if verdict.refused:
            self._refusal_told = self._was_refusal_told() or decision.show
            return
        if verdict.cut_off and decision.show:
            self._cut_off_told = verdict.notification_code
        elif not verdict.cut_off and (decision.show or decision.reason is Reason.REPEATED):
            self._cut_off_told = None
        if verdict.connectivity_code != Connectivity.NO_CONNECTION and not verdict.unsure:
            # Kept quiet, it is still to be told.
            self._refusal_told = self._was_refusal_told() and decision.reason in QUIET
        past = Past(verdict.timestamp, verdict.notification_code, decision.show, decision.reason)
        self._course(network_id).append(past)
