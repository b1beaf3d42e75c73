"""Runs for pictures, told as the program itself tells them.

Only the figures are made up, and what is usual: verdict, causes, advice, confidence, and whether it
is told come from the rule, from what several runs say together, from
:func:`notifier.forecast.compose.compose` and :func:`notifier.notify.rule.decide`.
"""

import random
from collections.abc import Iterator

import msgspec

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.codes import BY_SUMMARY
from notifier.forecast.belief import Belief, Run, believe, believe_all, run_of
from notifier.forecast.compose import compose
from notifier.forecast.judge import judge
from notifier.forecast.reading import sure_of
from notifier.forecast.thresholds import default_thresholds
from notifier.forecast.unusual import Unusual, in_record
from notifier.history.store import History
from notifier.machine.facts import NetworkFacts, NetworkType, Place
from notifier.measurement import ServerMeasurement
from notifier.notify.rule import decide
from notifier.quality import CallFigures
from notifier.service.events import Trigger
from tests.forecast.runs import known_loop
from tests.ui.builders import NOW, failed_server, measurement, server
from tests.ui.some_calls import FAIR, FINE, over_call

__all__ = ["MINUTE", "ZONE", "days_of_calls", "days_of_runs", "tell", "weeks_of_runs"]

MINUTE = 60_000.0
"""Milliseconds."""

_HOUR = 60 * MINUTE

ZONE = "Etc/GMT-6"
"""The time zone (IANA) of the pictures."""

_HOUR_OF_NOW = 15
"""On the clock there, at :data:`NOW`, which is a Thursday."""

_THURSDAY = 3

_PLACES = {
    "ethernet": Place(isp="Example Fibre", city="Helsinki", country="Finland"),
    "wifi": Place(isp="Example Net", city="Helsinki", country="Finland"),
}

_FIGURES = {
    20: (0.12, 48.0, 4200.0),
    30: (0.008, 460.0, 3100.0),
    55: (0.04, 62.0, 600.0),
    65: (0.04, 62.0, 4800.0),
    75: (0.0, 27.0, 600.0),
    90: (0.0, 27.0, 1500.0),
}
"""Loss, round trip and throughput that the rule gives these codes for."""

_CEILING_KBPS = 16_000.0
"""What the probe sends at most: good networks carry more."""


def tell(
    history: History,
    *servers: ServerMeasurement,
    timestamp: float = NOW,
    network_type: NetworkType = "wifi",
    trigger: Trigger = "manual",
    known_throughput_kbps: float | None = None,
    demonstration: bool = False,
    after: int | None = None,
    unusual: tuple[Unusual, ...] = (),
) -> int:
    """Judge a run, decide whether it is told, keep both; return the run's number.

    :param known_throughput_kbps: of the last full run; makes this one a light run.
    :param after: the summary code that the runs before it have said: what is told is what is
        believed after this one. None lets it stand by itself.
    :param unusual: what has just become so for its network.
    """
    light = known_throughput_kbps is not None
    if light:
        servers = tuple(
            msgspec.structs.replace(
                one,
                throughput_kbps=None,
                loaded_rtt_ms=None,
                duration_ms=1900.0,
                bytes_sent=9_600,
                bytes_received=9_700,
            )
            for one in servers
        )
    run = measurement(*servers, timestamp=timestamp, mode="light" if light else "full")
    run = msgspec.structs.replace(
        run,
        duration_ms=max(one.duration_ms for one in servers) + 200.0,
        bytes_sent=sum(one.bytes_sent for one in servers),
        bytes_received=sum(one.bytes_received for one in servers),
    )
    judgement = judge(run, default_thresholds(), known=known_loop(known_throughput_kbps))
    unsure = False
    if after is not None:
        own = run_of(run, judgement, has_route=True)
        belief = believe(_steady(after, before=timestamp), own)
        judgement, unsure = belief.told(judgement), belief.unsure
    network_id = f"network-{network_type}"
    verdict = compose(
        measurement=run,
        judgement=judgement,
        facts=NetworkFacts(network_type, None, True, network_id),
        device_id="7f0c1c4e-4a0e-4a9e-9d36-0d8f3f2f8b11",
        media_device_present=True,
        texts={},
        place=_PLACES.get(network_type) if judgement.server_url and not demonstration else None,
        demonstration=demonstration,
        unsure=unsure,
    )
    verdict = msgspec.structs.replace(verdict, unusual=tuple(map(in_record, unusual)))
    decision = decide(
        verdict.notification_code,
        last_told=history.last_told(network_id),
        demonstration=demonstration,
        unsure=unsure,
        unusual=bool(unusual),
    )
    run_id = history.add_run(
        verdict,
        run,
        network_id=network_id,
        origin="tray",
        trigger=trigger,
        demonstration=demonstration,
        server_url=judgement.server_url,
    )
    row = history.add_notification(
        run_id,
        timestamp=timestamp,
        network_id=network_id,
        code=verdict.notification_code,
        decision=decision,
    )
    if decision.show:
        history.set_delivered(row, "freedesktop")
    return run_id


def _steady(code: int, *, before: float) -> Belief | None:
    """What is believed after some runs that all said this."""
    return believe_all(
        Run(before - ago * MINUTE, "full", code, 0.8, sure_of(code, 0.8)) for ago in (15, 10, 5)
    )


def days_of_runs(history: History) -> None:
    """Runs until a few minutes before :data:`NOW`, with a bit of everything."""
    story = [95] * 9 + [90, 95, 90, 75, 75, 90, 95, 65, 55, 65, 95, 95, 20, 30, 95, 95, 10, 90]
    codes = (story * 3)[:70]
    before: int | None = None
    for index, code in enumerate(reversed(codes)):
        loss, rtt, kbps = _FIGURES.get(code, (0.0, 24.0 + index % 7, _CEILING_KBPS))
        # What was so before is looked at lightly, as the schedule does it.
        light = code == before and code != 10
        run_id = tell(
            history,
            failed_server(url="turn:turn.example.org:3478", provider="Head office")
            if code == 10
            else server(loss=loss, rtt=rtt, kbps=kbps, at_least=kbps >= _CEILING_KBPS),
            timestamp=NOW - (len(codes) - index) * 5.3 * MINUTE,
            network_type="ethernet" if index < 40 else "wifi",
            trigger="schedule",
            known_throughput_kbps=kbps if light else None,
        )
        found = history.run(run_id).verdict.summary_code
        if found != code:
            raise AssertionError(f"{BY_SUMMARY[found].summary} in place of {code}")
        before = code


_WEEKS = 4

_FULL_EVERY = 5
"""Of so many runs of the weeks one is full."""

_Figures = tuple[float, float, float]
"""Loss, round trip and throughput."""


def weeks_of_runs(history: History) -> None:
    """Weeks until a few minutes before :data:`NOW`: a calm office, and busy evenings at home."""
    chance = random.Random(7)
    for number, (day, hour, at) in enumerate(_moments()):
        weekday = (_THURSDAY + day) % 7
        office = weekday < 5 and hour < 18
        usual = _at_the_office if office else _at_home
        loss, rtt, kbps = usual(weekday, hour, chance)
        light = number % _FULL_EVERY > 0
        backup = server(
            url="turn:198.51.100.20?transport=tcp",
            provider="Backup",
            loss=loss,
            rtt=rtt + 17 + chance.uniform(0, 4),
            kbps=0.7 * kbps,
        )
        own = server(loss=loss, rtt=rtt, kbps=kbps, at_least=kbps >= _CEILING_KBPS)
        down = day == -8 and hour == 11
        tell(
            history,
            *((failed_server(url=own.url, provider="Head office"),) if down else (own, backup)),
            timestamp=at,
            network_type="ethernet" if office else "wifi",
            trigger="schedule",
            known_throughput_kbps=kbps if light and not down else None,
        )


def _moments() -> Iterator[tuple[int, int, float]]:
    """Day (0 is the last one), hour and time of each run of the weeks, the oldest first."""
    for day in range(-7 * _WEEKS, 1):
        weekend = (_THURSDAY + day) % 7 > 4
        for hour in range(10 if weekend else 9, 23):
            for part in range(5):
                at = NOW + (24 * day + hour - _HOUR_OF_NOW) * _HOUR + (12 * part + 3) * MINUTE
                if at < NOW - 3 * MINUTE:
                    yield day, hour, at


def _at_the_office(weekday: int, hour: int, chance: random.Random) -> _Figures:
    if weekday == 0 and hour == 9 and chance.random() < 0.7:
        return _FIGURES[75]
    if chance.random() < 0.02:
        return _FIGURES[55]
    return 0.0, chance.gauss(21, 1.5), _CEILING_KBPS


def _at_home(weekday: int, hour: int, chance: random.Random) -> _Figures:
    luck = chance.random()
    if weekday < 5 and 19 <= hour < 21 and luck < 0.6:
        loss, rtt, kbps = _FIGURES[20]
    elif weekday < 5 and 18 <= hour < 22 and luck < 0.85:
        loss, rtt, kbps = _FIGURES[65]
    elif luck < 0.04:
        loss, rtt, kbps = _FIGURES[75]
    else:
        loss, rtt, kbps = 0.0, 29.0, 9_400.0
    return loss * chance.uniform(0.9, 1.2), chance.gauss(rtt, 2.5), kbps * chance.uniform(0.9, 1.1)


_BAD = CallFigures(available_kbps=310.0, concealed=0.13, frozen=0.11, one_way_ms=62.0)
_MINOR = CallFigures(available_kbps=1900.0, concealed=0.04, frozen=0.02, one_way_ms=88.0)


def days_of_calls(history: History) -> list[CallRecord]:
    """Calls of some days until a quarter of an hour before :data:`NOW`, the newest last."""
    told: list[tuple[float, float, CallFigures | None, int | None, str, int | None]] = [
        (96, 31, FINE, 95, "meet.example.com", 5),
        (94, 4, _BAD, 55, "meet.example.com", 2),
        (72, 58, FINE, 95, "calls.example.org", None),
        (70, 0.3, None, 95, "calls.example.org", None),
        (49, 22, _MINOR, 65, "Softphone", 3),
        (48, 65, FINE, 90, "meet.example.com", None),
        (26, 17, FAIR, 75, "meet.example.com", 4),
        (23, 12, FINE, 95, "Softphone", None),
        (3, 26, _BAD, 95, "calls.example.org", 1),
        (0.45, 12, FAIR, 95, "meet.example.com", 4),
    ]
    records = []
    for number, (hours, minutes, figures, forecast, place, stars) in enumerate(told):
        began = NOW - hours * 60 * MINUTE
        record = over_call(
            f"call-{number}",
            began=began,
            minutes=minutes,
            figures=figures,
            forecast=forecast,
            application=place,
        )
        if figures is None:
            record = msgspec.structs.replace(
                record, outcome="missed", fabrics=(), timeline=(), duration_ms=0.0
            )
        if stars is not None:
            said = FeedbackRecord(
                timestamp=record.ended + 20_000.0,
                overall=stars,
                comment="The picture was soft for some minutes." if stars == 4 else None,
                source="person",
            )
            record = msgspec.structs.replace(record, feedback=said)
        records.append(record)
    history.keep_calls(open={}, over=records, clients={}, now=NOW)
    return records
