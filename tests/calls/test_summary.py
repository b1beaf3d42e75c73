"""The outcome of a call, and what a failure is worth."""

import pytest

from notifier.calls.book import SILENCE_S
from notifier.calls.record import Outcome
from tests.calls.story import Story

# What each connection goes through: ICE states, "hold", or words of the signalling.
_LIVES: list[tuple[str, list[tuple[str, ...]], Outcome]] = [
    ("all set up", [("checking", "connected"), ("checking", "connected")], "success"),
    ("closed before the call", [("connected", "closed")], "success"),
    ("one failed", [("connected",), ("checking", "failed")], "partially-failed"),
    ("none was set up", [("checking", "failed"), ("checking", "failed")], "failed"),
    ("one failed, one given up", [("checking", "failed"), ("checking", "closed")], "failed"),
    ("lost", [("connected", "disconnected", "failed")], "dropped"),
    ("all lost", [("connected", "failed"), ("connected", "failed", "closed")], "dropped"),
    ("lost, and another failed", [("connected", "failed"), ("checking", "failed")], "dropped"),
    ("one of two lost", [("connected", "failed"), ("connected",)], "success"),
    ("lost and found", [("connected", "failed", "checking", "connected")], "success"),
    ("given up while connecting", [("checking", "closed")], "aborted"),
    ("left while connecting", [("checking",)], "aborted"),
    ("left before connecting", [()], "aborted"),
    ("no connection at all", [], "aborted"),
    ("never used beside one that was", [("connected",), ()], "success"),
    ("given up beside one that was", [("connected",), ("checking", "closed")], "success"),
    ("an offer without answer", [("have-local-offer",)], "missed"),
    ("an offer from there without answer", [("have-remote-offer",)], "missed"),
    ("an answer and no connection", [("have-local-offer", "stable", "checking")], "aborted"),
    ("nobody took it", [("have-local-offer", "stable", "unanswered")], "missed"),
    ("an offer, and no path", [("have-local-offer", "checking", "failed")], "failed"),
]


def lived(lives: list[tuple[str, ...]]) -> Story:
    """A call whose connections went through this, one after the other."""
    story = Story()
    story.join()
    for number, states in enumerate(lives):
        fabric_id = f"f{number}"
        story.add(fabric_id)
        for state in states:
            if state == "unanswered":
                story.happens("callUnAnswered", fabric_id=fabric_id)
            elif state == "stable" or state.startswith("have"):
                story.ice(state, fabric_id=fabric_id, changed_state="signalingState")
            else:
                story.ice(state, fabric_id=fabric_id)
    return story


@pytest.mark.parametrize(
    ("lives", "outcome"),
    [(lives, outcome) for _, lives, outcome in _LIVES],
    ids=[name for name, *_ in _LIVES],
)
def test_the_outcome(lives: list[tuple[str, ...]], outcome: Outcome) -> None:
    assert lived(lives).leave().outcome == outcome


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        (("connected",), "success"),
        (("connected", "disconnected"), "dropped"),
        (("connected", "disconnected", "checking"), "dropped"),
        (("checking",), "aborted"),
        (("checking", "failed"), "failed"),
    ],
)
def test_of_a_call_that_falls_silent(states: tuple[str, ...], outcome: Outcome) -> None:
    story = lived([states])
    story.wait(SILENCE_S + 1)
    assert story.record.outcome == outcome


def test_a_path_that_is_looked_for_in_vain_is_a_failure() -> None:
    story = lived([("checking",)])
    for _ in range(4):
        story.wait(10)
        story.say("stats", fabric_id="f0", stats=[])
    story.wait(SILENCE_S + 1)
    assert story.record.outcome == "failed"
    assert story.record.fabrics[0].end == "never-connected"
    assert story.record.summary_code == 10


@pytest.mark.parametrize(
    ("lives", "code"),
    [
        ([("checking", "failed")], 10),
        ([("checking", "failed"), ("checking", "closed")], 10),
        ([("connected", "failed")], None),
        ([("checking", "closed")], None),
    ],
)
def test_no_path_is_a_bad_connection(lives: list[tuple[str, ...]], code: int | None) -> None:
    record = lived(lives).leave()
    assert record.summary_code == code
    if code is not None:
        assert record.figures is not None
        assert (record.figures.connected, record.color) == (False, "red")


@pytest.mark.parametrize(
    ("function", "code"), [("createOffer", None), ("iceConnectionFailure", 10)]
)
def test_an_applications_failure_is_not_the_networks(function: str, code: int | None) -> None:
    story = lived([("checking",)])
    story.say("fabric.error", fabric_id="f0", function=function)
    record = story.leave()
    assert (record.outcome, record.summary_code) == ("failed", code)


def test_a_connection_that_went_earlier_ended_then() -> None:
    story = lived([("connected",), ("connected",)])
    story.talk(5, "f0", "f1")
    gone = story.wall
    story.talk(50, "f1")
    record = story.leave()
    assert [fabric.end for fabric in record.fabrics] == ["timeout", "terminated"]
    assert [fabric.ended for fabric in record.fabrics] == [gone, story.wall]
    assert record.outcome == "success"
