"""The extension in real browsers: what the program is told of calls on pages that know nothing."""

import json
import time
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest

from notifier.calls.messages import (
    ConferenceJoin,
    ConferenceLeave,
    FabricAdd,
    Hello,
    IceState,
    Sdp,
    Stats,
    Welcome,
)
from tests.browsers.chromium import Chromium
from tests.browsers.conftest import Place, Stage, in_chromium
from tests.browsers.program import Program

QUIET = 2.5
"""Seconds in which something would have come; statistics come once a second."""

FORBIDDEN = {
    *("port", "relatedPort", "url", "usernameFragment", "trackIdentifier", "label"),
    *("deviceId", "fingerprint", "base64Certificate"),
}
ADDRESSES = {"address", "ip", "relatedAddress"}


def connected(program: Program, number: int = 2) -> bool:
    """Whether so many connections were told to be connected."""
    states = {(s.fabric_id, s.new_state) for s in program.of(IceState)}
    return sum(state == "connected" for _, state in states) >= number


def test_a_call_is_told_from_its_beginning_to_its_end(stage: Stage) -> None:
    program = stage.program
    before = time.time() * 1000
    tab = stage.call()
    program.wait(Stats, 8)
    stage.evaluate(tab, "hangUp()")
    (leave,) = program.wait(ConferenceLeave)

    (hello,) = program.of(Hello)
    assert hello.kind == "extension"
    assert hello.origin is None
    (join,) = program.of(ConferenceJoin)
    assert join.application == join.conference_id == "127.0.0.1"
    assert join.origin == stage.place.origin
    assert before <= join.timestamp < leave.timestamp
    added = program.of(FabricAdd)
    assert len(added) == 2
    assert min(add.timestamp for add in added) == join.timestamp
    assert {m.call_id for m in [*added, *program.of(Stats), leave]} == {join.call_id}
    for add in added:
        said = [
            (state.changed_state, state.new_state)
            for state in program.of(IceState)
            if state.fabric_id == add.fabric_id
        ]
        assert ("iceConnectionState", "checking") in said
        assert ("iceConnectionState", "connected") in said
        assert ("connectionState", "connected") in said
        assert said[-1] == ("connectionState", "closed")
        statistics(program, add.fabric_id)
    numbers = [m.seq for m in program.messages if not isinstance(m, Hello)]
    assert None not in numbers
    assert numbers == sorted(set(numbers), key=lambda number: number or 0)
    assert program.silent(QUIET)
    assert stage.evaluate(tab, "errors.length") == 0
    assert [line for line in stage.browser.console if "404" not in line] == []


def statistics(program: Program, fabric_id: str) -> None:
    """Check those of one connection: once a second, real numbers, and nothing but those."""
    samples = [m for m in program.of(Stats) if m.fabric_id == fabric_id]
    steps = [b.timestamp - a.timestamp for a, b in pairwise(samples[1:])]
    assert steps
    assert all(600 < step < 1600 for step in steps), steps
    first, last = samples[0].stats, samples[-1].stats
    kinds = {entry["type"] for entry in last}
    assert {"candidate-pair", "local-candidate"} <= kinds
    assert kinds & {"inbound-rtp", "outbound-rtp"}
    assert not kinds & {"certificate", "peer-connection", "data-channel"}
    for entry in last:
        assert not FORBIDDEN & set(entry)
        assert {entry.get(name, "::") for name in ADDRESSES} == {"::"}
        assert not any("{" in value for value in entry.values() if isinstance(value, str))

    def packets(entries: list[dict[str, object]]) -> float:
        named = ("packetsReceived", "packetsSent")
        streams = [e for e in entries if e["type"] in ("inbound-rtp", "outbound-rtp")]
        return sum(float(str(e.get(name, 0))) for e in streams for name in named)

    assert packets(last) > packets(first)


@in_chromium
def test_nothing_leaves_of_a_site_that_is_not_listed(staged: Callable[..., Stage]) -> None:
    stage = staged(watch="listed", sites=("localhost",))
    tab = stage.call()
    stage.program.wait(Hello)
    assert stage.program.silent(QUIET)
    stage.evaluate(tab, "hangUp()")
    stage.call(origin=stage.place.other_origin)
    stage.program.wait(Stats)
    assert {join.application for join in stage.program.of(ConferenceJoin)} == {"localhost"}


@in_chromium
def test_where_no_site_is_watched_nothing_leaves(staged: Callable[..., Stage]) -> None:
    stage = staged(watch="none")
    stage.call()
    stage.program.wait(Hello)
    assert stage.program.silent(QUIET)
    assert len(stage.program.messages) == 1


@in_chromium
def test_a_call_ends_when_its_site_is_taken_off_the_list(stage: Stage) -> None:
    program = stage.program
    tab = stage.call()
    program.wait(Stats)
    program.say(Welcome(version=1, watch="none"))
    (leave,) = program.wait(ConferenceLeave)
    assert program.silent(QUIET)
    # And one that is watched again is another call: the first one is over.
    program.say(Welcome(version=1, watch="all"))
    program.until(lambda: program.messages[-1].__class__ is Stats, "statistics again")
    first, second = program.of(ConferenceJoin)
    assert first.call_id == leave.call_id != second.call_id
    stage.evaluate(tab, "hangUp()")
    assert program.wait(ConferenceLeave, 2)[1].call_id == second.call_id


def test_a_closed_tab_ends_its_call(stage: Stage) -> None:
    tab = stage.call()
    stage.program.wait(Stats)
    stage.browser.close(tab)
    stage.program.wait(ConferenceLeave)


@in_chromium
def test_two_pages_are_two_calls(stage: Stage) -> None:
    stage.call()
    stage.call(origin=stage.place.other_origin)
    program = stage.program
    joins = program.wait(ConferenceJoin, 2)
    assert {join.application for join in joins} == {"127.0.0.1", "localhost"}
    calls = {join.call_id for join in joins}
    program.until(lambda: {m.call_id for m in program.of(Stats)} == calls, "statistics of both")


def test_a_call_in_a_frame_is_that_of_the_frame_s_site(stage: Stage) -> None:
    tab = stage.browser.open(f"{stage.place.origin}/call.html")
    frame = f"{stage.place.other_origin}/call.html?begin"
    stage.evaluate(
        tab,
        "new Promise((done) => { const frame = document.createElement('iframe');"
        f"frame.allow = 'camera; microphone'; frame.src = {json.dumps(frame)};"
        "frame.onload = () => done(); document.body.append(frame); })",
    )
    stage.program.wait(Stats)
    (join,) = stage.program.of(ConferenceJoin)
    assert join.application == "localhost"
    assert join.origin == stage.place.other_origin
    stage.evaluate(tab, "document.querySelector('iframe').remove()")
    stage.program.wait(ConferenceLeave)


@in_chromium
def test_a_connection_without_sound_or_picture_is_no_call(stage: Stage) -> None:
    tab = stage.browser.open(f"{stage.place.origin}/call.html")
    assert stage.evaluate(tab, "begin({media: false})") in ("connected", "completed")
    assert stage.program.silent(QUIET)
    assert stage.program.messages == []


@in_chromium
def test_descriptions_are_sent_where_they_are_wanted(staged: Callable[..., Stage]) -> None:
    stage = staged(collect_sdp=True)
    stage.call()
    for sdp in stage.program.wait(Sdp, 2):
        assert sdp.local_sdp is not None
        assert sdp.remote_sdp is not None
        assert sdp.local_sdp.startswith("v=0")
        assert "m=audio" in sdp.remote_sdp


@in_chromium
def test_a_page_s_own_client_takes_a_connection_over(stage: Stage) -> None:
    tab = stage.call()
    stage.program.wait(Stats)
    stage.evaluate(
        tab,
        "for (const end of ends) document.dispatchEvent("
        "new CustomEvent('call-notifier:claim', {detail: end}))",
    )
    stage.program.wait(ConferenceLeave)
    assert stage.program.silent(QUIET)
    assert stage.evaluate(tab, "ends[0].connectionState") == "connected"


def test_a_program_that_starts_later_is_told_what_goes_on(place: Place) -> None:
    place.register()
    with place.browser() as browser:
        tab = browser.open(f"{place.origin}/call.html")
        assert browser.evaluate(tab, "begin()") in ("connected", "completed")
        time.sleep(QUIET)
        started = time.time() * 1000
        with place.program() as program:
            program.wait(Stats)
            (join,) = program.of(ConferenceJoin)
            assert join.timestamp < started - QUIET * 900
            assert connected(program)
            assert all(state.timestamp < started for state in program.of(IceState))
        assert browser.evaluate(tab, "errors.length") == 0
        assert [line for line in browser.console if "404" not in line] == []


def test_a_program_that_comes_back_goes_on_with_the_call(stage: Stage) -> None:
    program, place = stage.program, stage.place
    program.acknowledge = False
    tab = stage.call()
    program.wait(Stats, 4)
    kept = [m for m in program.messages if not isinstance(m, Hello | Stats)]
    (hello,) = program.of(Hello)
    acknowledged = program.of(FabricAdd)[0].seq
    assert acknowledged is not None
    program.close()
    time.sleep(QUIET)
    stage.evaluate(tab, "ends[0].close()")
    with place.program(acknowledged=acknowledged) as again:
        again.until(
            lambda: (m := again.messages[-1:]) and isinstance(m[0], Stats) and m[0].seq is not None,
            "statistics",
        )
        again.until(
            lambda: again.of(Stats) and again.of(Stats)[-1].timestamp > again_at(again),
            "new statistics",
        )
        assert again.of(Hello)[0].client_id == hello.client_id
        # First what goes on, without numbers; then all that was not acknowledged, with its own.
        present = again.messages[1 : 1 + sum(m.seq is None for m in again.messages[1:])]
        assert present
        assert all(m.seq is None for m in present)
        assert again.of(ConferenceJoin)[0] in present
        said = {m.seq: m for m in again.messages if m.seq is not None}
        assert min(said) > acknowledged
        for message in kept:
            if message.seq is not None and message.seq > acknowledged:
                assert said[message.seq] == message
        states = [s.new_state for s in again.of(IceState) if s.seq is not None]
        assert "closed" in states
        # It ends while nobody listens, and is told then.
        stage.evaluate(tab, "hangUp()")
        again.wait(ConferenceLeave)


def again_at(program: Program) -> float:
    """When the program that came back was told hello."""
    return program.of(Hello)[0].timestamp


def test_a_page_that_replaces_everything_is_watched_all_the_same(stage: Stage) -> None:
    tab = stage.call("/hostile.html")
    stage.program.wait(Stats, 4)
    assert connected(stage.program)
    stage.evaluate(tab, "hangUp()")
    stage.program.wait(ConferenceLeave)
    for sample in stage.program.of(Stats):
        assert any(entry["type"] in ("inbound-rtp", "outbound-rtp") for entry in sample.stats)
    assert stage.evaluate(tab, "seen.join()") == ""


def test_without_a_registered_host_a_page_is_as_before(place: Place) -> None:
    with place.program() as program, place.browser() as browser:
        tab = browser.open(f"{place.origin}/call.html")
        assert browser.evaluate(tab, "begin()") in ("connected", "completed")
        assert program.silent(QUIET)
        browser.evaluate(tab, "hangUp()")
        assert browser.evaluate(tab, "errors.length") == 0
        ours = [line for line in browser.console if "404" not in line]
        assert len(ours) <= 1
        assert all(line.startswith("info: ") for line in ours), ours


@in_chromium
def test_the_browser_ends_the_worker_and_the_call_goes_on(stage: Stage) -> None:
    """As Chromium does with workers that have been idle, or too busy."""
    program = stage.program
    tab = stage.call()
    program.wait(Stats, 2)
    (hello,) = program.of(Hello)
    assert isinstance(stage.browser, Chromium)
    stage.browser.end_worker()
    program.wait(Hello, 2)
    before = len(program.messages)
    program.until(lambda: len(program.messages) > before + 4, "messages after that")
    assert {m.client_id for m in program.of(Hello)} == {hello.client_id}
    assert len({m.call_id for m in program.of(ConferenceJoin)}) == 1
    assert program.of(ConferenceLeave) == []
    numbers = [m.seq for m in program.messages if m.seq is not None]
    assert numbers == sorted(set(numbers))
    stage.evaluate(tab, "hangUp()")
    program.wait(ConferenceLeave)


@in_chromium
def test_what_goes_out_can_be_read_by_the_feed(stage: Stage) -> None:
    """The program's side of these tests decodes as strictly as the feed; this says so."""
    stage.call()
    (sample, *_) = stage.program.wait(Stats)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.to_builtins(sample), "stats": "text"}, Stats)
