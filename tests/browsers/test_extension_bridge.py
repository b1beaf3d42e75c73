"""Pages that report their calls themselves, through the extension."""

import json
from collections.abc import Callable
from typing import Any

from notifier.calls.messages import (
    ConferenceJoin,
    ConferenceLeave,
    Feedback,
    Hello,
    PrecallStart,
    Stats,
    VerdictTold,
    Welcome,
)
from tests.browsers.conftest import Place, Stage, in_chromium

QUIET = 2.0
"""Seconds in which something would have come."""

OPEN = "answers.some(({bridge}) => bridge === 'open')"
CLOSED = "answers.some(({bridge}) => bridge === 'closed')"


def until(stage: Stage, tab: str, condition: str) -> list[dict[str, Any]]:
    """Wait until something is true in the page, and return what it was answered."""
    answers: list[dict[str, Any]] = json.loads(stage.evaluate(tab, f"until(() => {condition})"))
    return answers


def opened(stage: Stage) -> str:
    """Open the page and its bridge; returns the tab."""
    tab = stage.browser.open(f"{stage.place.origin}/client.html")
    stage.evaluate(tab, "say({bridge: 'hello'})")
    assert until(stage, tab, OPEN) == [{"bridge": "open"}]
    return tab


def test_messages_go_both_ways(staged: Callable[..., Stage]) -> None:
    stage = staged(sites=("secret.example",))
    program = stage.program
    tab = opened(stage)
    stage.evaluate(tab, "say({message: {...hello, origin: 'https://else.example', token: 'x'}})")
    program.until(lambda: len(program.of(Hello)) == 2, "two hellos")
    answers = until(stage, tab, "answers.length > 1")
    # Which other sites this person has calls on is not the page's business.
    (told,) = [a["message"] for a in answers if "message" in a]
    assert told["type"] == "welcome"
    assert not {"sites", "watch"} & set(told)
    assert "secret" not in json.dumps(answers)

    extension, client = sorted(program.of(Hello), key=lambda m: m.kind)
    assert (extension.kind, client.kind) == ("extension", "javascript")
    # The browser says where it comes from, whatever the page says.
    assert client.origin == stage.place.origin
    assert client.token is None
    assert client.client_id == "page-1"
    join = {"type": "conference.join", "callId": "c", "conferenceId": "talk", "timestamp": 1}
    stage.evaluate(tab, f"say({{message: {json.dumps({**join, 'origin': 'https://x.example'})}}})")
    rating = {"type": "feedback", "callId": "c", "overall": 4, "timestamp": 2, "seq": 7}
    stage.evaluate(tab, f"say({{message: {json.dumps(rating)}}})")
    (given,) = program.wait(Feedback)
    assert (given.overall, given.seq) == (4, 7)
    (joined,) = program.of(ConferenceJoin)
    assert joined.origin == stage.place.origin
    program.say(VerdictTold(verdict={"status": "good"}))
    told = until(stage, tab, "answers.some(({message}) => message?.type === 'verdict')")[-1]
    assert told["message"]["verdict"] == {"status": "good"}
    stage.evaluate(tab, "say({bridge: 'bye'})")


_BRIDGE = """new Promise((done) => {
  const say = (said) => document.dispatchEvent(
    new CustomEvent("call-notifier:to-extension", { detail: JSON.stringify(said) }));
  document.addEventListener("call-notifier:to-page", ({ detail }) => {
    if (JSON.parse(detail).bridge !== "open") return;
    say({ message: {
      type: "hello", version: 1, kind: "javascript", client: "p", clientId: "p", timestamp: 1 } });
    say({ message: { type: "conference.join", callId: "p", conferenceId: "p", timestamp: 2 } });
    done(true);
  });
  say({ bridge: "hello" });
})"""


@in_chromium
def test_a_page_that_reports_its_calls_is_not_watched_beside_it(stage: Stage) -> None:
    program = stage.program
    tab = stage.call()
    program.wait(Stats, 2)
    assert stage.evaluate(tab, _BRIDGE)
    (left,) = program.wait(ConferenceLeave)
    theirs, ours = program.wait(ConferenceJoin, 2)
    assert (left.call_id, ours.call_id) == (theirs.call_id, "p")
    # What it connects without telling its client, an SDK's hidden connection, is part of that.
    assert stage.evaluate(tab, "begin()") == "connected"
    assert program.silent(QUIET)


@in_chromium
def test_before_hello_nothing_is_passed_on(stage: Stage) -> None:
    tab = opened(stage)
    start = {"type": "precall.start", "timestamp": 1}
    stage.evaluate(tab, f"say({{message: {json.dumps(start)}}})")
    for odd in ("nothing", "7", "null", '{"message": 7}', '{"message": null}', '{"bridge": 1}'):
        stage.evaluate(tab, f"say({json.dumps(odd)})")
    stage.evaluate(tab, "document.dispatchEvent(new CustomEvent('call-notifier:to-extension'))")
    stage.evaluate(tab, "say({message: hello})")
    stage.program.until(lambda: len(stage.program.of(Hello)) == 2, "two hellos")
    assert stage.program.of(PrecallStart) == []
    assert stage.evaluate(tab, "errors.length") == 0


@in_chromium
def test_a_site_that_is_not_listed_gets_no_bridge(staged: Callable[..., Stage]) -> None:
    stage = staged(watch="listed", sites=("localhost",))
    tab = stage.browser.open(f"{stage.place.origin}/client.html")
    stage.evaluate(tab, "say({bridge: 'hello'})")
    assert until(stage, tab, CLOSED) == [{"bridge": "closed"}]
    stage.evaluate(tab, "say({message: hello})")
    assert stage.program.silent(QUIET)
    assert [m.kind for m in stage.program.of(Hello)] == ["extension"]


@in_chromium
def test_without_the_program_there_is_no_bridge(place: Place) -> None:
    place.register()
    with place.browser() as browser:
        tab = browser.open(f"{place.origin}/client.html")
        browser.evaluate(tab, "say({bridge: 'hello'})")
        said = browser.evaluate(tab, f"until(() => {CLOSED})")
        assert json.loads(said) == [{"bridge": "closed"}]
        assert [line for line in browser.console if "404" not in line] == []


def test_the_bridge_closes_with_the_program_and_with_the_rule(stage: Stage) -> None:
    tab = opened(stage)
    stage.program.say(Welcome(version=1, watch="none"))
    until(stage, tab, CLOSED)
    stage.program.say(Welcome(version=1))
    stage.evaluate(tab, "answers.length = 0; knock()")
    stage.evaluate(tab, "answers.length = 0")
    stage.program.close()
    until(stage, tab, CLOSED)


@in_chromium
def test_a_page_that_floods_is_let_go(stage: Stage) -> None:
    tab = opened(stage)
    stage.evaluate(
        tab,
        "say({message: hello}); for (let i = 0; i < 5000; i++)"
        " say({message: {type: 'precall.stop', timestamp: i}})",
    )
    until(stage, tab, CLOSED)
