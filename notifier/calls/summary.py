"""What a call was, once it is over: its outcome and its record.

The outcomes are the callstats API's, for the local user's connections::

    dropped            all that were ever connected were lost against somebody's will
    success            what was to be connected was
    partially-failed   some connections were, and some that were tried could not be
    failed             none was, and one at least could not be
    missed             none was: an offer was made, and nobody answered it
    aborted            none was: the call ended while it connected, or before

A connection that was made and never used, as some pages make one to look what the browser can do,
and one that was given up while it connected beside others that did, say nothing of the call.
"""

from notifier.calls.call import Call, Line
from notifier.calls.fabric import Fabric
from notifier.calls.record import CallRecord, FabricRecord, Outcome
from notifier.codes import BY_SUMMARY
from notifier.quality import CallFigures, call_code

__all__ = ["outcome_of", "summarise"]

SET_UP_MS = 30_000.0
"""What a connection has to be set up in (notifier.quality, no connection); one of which nothing
more was heard while it still had time was given up with its page."""

NOT_CONNECTED = CallFigures(
    available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
)
"""What a call got whose connections found no path."""


def outcome_of(call: Call) -> Outcome:
    """How a call went whose connections have all come to their end."""
    fabrics = [line.fabric for line in call.lines.values()]
    set_up = [fabric for fabric in fabrics if fabric.was_set_up]
    failed = any(_could_not(fabric) for fabric in fabrics)
    if set_up:
        if all(fabric.lost for fabric in set_up):
            return "dropped"
        return "partially-failed" if failed else "success"
    if failed or call.media_failed:
        return "failed"
    offered = [fabric for fabric in fabrics if fabric.offered]
    if any(fabric.unanswered for fabric in fabrics) or (
        offered and not any(fabric.answered for fabric in offered)
    ):
        return "missed"
    return "aborted"


def summarise(call: Call, ended: float) -> CallRecord:
    """The record of a call that is over.

    :param ended: by the call's own time; its connections have come to their end.
    """
    ended = max(ended, call.began)
    outcome = outcome_of(call)
    figures = call.meter.figures()
    if outcome == "failed" and _found_no_path(call):
        figures = NOT_CONNECTED
    code = None if figures is None else call_code(figures)
    first = min((line.fabric.added for line in call.lines.values()), default=ended)
    return CallRecord(
        call_id=call.call_id,
        conference_id=call.conference_id,
        application=call.application,
        origin=call.origin or None,
        user_id=call.user_id,
        client=call.client,
        began=call.began,
        ended=ended,
        duration_ms=max(ended - first, 0.0),
        outcome=outcome,
        fabrics=tuple(_fabric(fabric_id, line) for fabric_id, line in call.lines.items()),
        events=tuple(sorted(call.diary.events, key=lambda event: event.timestamp)),
        events_dropped=call.diary.dropped,
        timeline=call.timeline.record(),
        figures=figures,
        figures_duration_ms=0.0 if figures is None else call.meter.measured_ms,
        summary_code=code,
        color=None if code is None else BY_SUMMARY[code].color.value,
        call_type=call.call_type,
        role=call.role,
        feedback=call.feedback,
    )


def _could_not(fabric: Fabric) -> bool:
    if fabric.end == "never-connected" and fabric.tried and fabric.ended is not None:
        return fabric.ended - fabric.added >= SET_UP_MS
    return fabric.end == "failed"


def _found_no_path(call: Call) -> bool:
    """Whether it was the network, and not what the application or the person did."""
    ends = [line.fabric for line in call.lines.values() if _could_not(line.fabric)]
    return bool(ends) and all(fabric.ice_failed or fabric.end != "failed" for fabric in ends)


def _fabric(fabric_id: str, line: Line) -> FabricRecord:
    fabric = line.fabric
    set_up = fabric.set_up if fabric.was_set_up else None
    return FabricRecord(
        fabric_id=fabric_id,
        remote_user_id=line.remote_user_id,
        usage=line.usage,
        added=fabric.added,
        ended=fabric.ended,
        state=fabric.state.value,
        end=fabric.end,
        setup_delay_ms=_since(fabric, set_up),
        failure_delay_ms=_since(fabric, fabric.failed),
        ice_gathering_delay_ms=_since(fabric, fabric.gathered),
        ice_connectivity_delay_ms=_since(fabric, fabric.connected_by_ice),
        relay_type=fabric.relay,
        disruptions=fabric.disruptions,
        disrupted_ms=fabric.disrupted_ms,
        transport_switches=fabric.transport_switches,
        streams=line.stats.streams(line.names),
    )


def _since(fabric: Fabric, at: float | None) -> float | None:
    return None if at is None else at - fabric.added
