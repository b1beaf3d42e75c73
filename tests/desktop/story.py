"""Runs for pictures, told as the program itself tells them.

Only the figures are made up, and what is usual: verdict, causes, advice, confidence, and whether it
is told come from the rule, from what several runs say together, from
:func:`notifier.forecast.compose.compose` and :func:`notifier.notify.rule.decide`.
"""

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
from tests.ui.calls import FAIR, FINE, over_call

__all__ = ["MINUTE", "days_of_calls", "days_of_runs", "tell"]

MINUTE = 60_000.0
"""Milliseconds."""

_PLACE = Place(isp="Example Net", city="Helsinki", country="Finland")

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
            msgspec.structs.replace(one, throughput_kbps=None, loaded_rtt_ms=None)
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
        place=_PLACE if judgement.server_url and not demonstration else None,
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
