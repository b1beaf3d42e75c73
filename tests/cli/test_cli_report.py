"""How a verdict reads on a terminal."""

import io
import re
import sys
from dataclasses import replace
from typing import Any

import pytest

from notifier.cli.report import Teller, tell, verdict_line, verdict_text
from notifier.forecast.report_card import compare
from notifier.quality import CallFigures
from notifier.service.events import (
    CallCompared,
    Limit,
    LimitChanged,
    RunFailed,
    ServiceProblem,
    VerdictReached,
)
from notifier.service.job import DEMONSTRATION_LABEL
from notifier.verdict import Verdict
from tests.records import example_measurement, example_unusual, example_verdict

WHEN = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"


@pytest.mark.parametrize(
    ("verdict", "demonstration", "line"),
    [
        (
            example_verdict(confidence=0.86),
            False,
            r"● green, excellent \(86% sure\): You are in a good network condition",
        ),
        (
            example_verdict(summary_code=10),
            False,
            r"■ red, bad \(75% sure\): We expect .* to be really terrible; no connection",
        ),
        (
            example_verdict(connectivity_code=2, connectivity="no media device"),
            True,
            rf"● green, .*: You are in a .*; no media device; {DEMONSTRATION_LABEL}",
        ),
        (
            example_verdict(notification="all\x1b[2J\nfine", advice=("Use a cable.",)),
            False,
            r"● green, excellent \(75% sure\): all \[2J fine",
        ),
        (
            example_verdict(summary_code=90, unsure=True, model="calls-1"),
            False,
            r"● green, good \(75% sure\): Your bandwidth .*; not sure yet: testing again",
        ),
        (
            example_verdict(
                unusual=(example_unusual(text="slow\nhere"), example_unusual(text="long delay"))
            ),
            True,
            rf"● green, .*: You are in a .*; slow here; long delay; {DEMONSTRATION_LABEL}",
        ),
    ],
)
def test_a_line_a_verdict(verdict: Verdict, demonstration: bool, line: str) -> None:
    assert re.fullmatch(f"{WHEN}  {line}", verdict_line(verdict, demonstration=demonstration))


def test_a_few_lines_for_one_probe() -> None:
    verdict = example_verdict(
        connectivity_code=2, connectivity="no media device", advice=("Use a cable.",)
    )
    assert verdict_text(verdict, demonstration=True).splitlines() == [
        "● green, excellent (75% sure): You are in a good network condition",
        f"  {DEMONSTRATION_LABEL}",
        "  connectivity: no media device",
        "  Use a cable.",
        "  turn:turn.example.org?transport=udp: 20 ms, 0.4% lost, at least 5.00 Mbit/s",
        "    up 5.00 Mbit/s, 84 ms under load, jitter 1.2 ms",
        "  first hop: 2.5 ms, Wi-Fi signal -61 dBm",
    ]


def test_a_line_for_each_thing_beside_the_verdict() -> None:
    unusual = (example_unusual(), example_unusual(figure="jitter", text="unusually uneven delay"))
    verdict = example_verdict(unsure=True, unusual=unusual, advice=("Use a cable.",))
    assert verdict_text(verdict, demonstration=False).splitlines()[1:5] == [
        "  not sure yet: testing again",
        "  unusually slow for this network: 1.4 Mbit/s, usually 5.2 to 5.9 Mbit/s",
        "  unusually uneven delay",
        "  Use a cable.",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, True),
        ({"model": "calls-1"}, False),
        ({"connectivity_code": 2, "connectivity": "no media device"}, True),
        # Nobody forecast that: it is what was found.
        ({"summary_code": 10}, False),
    ],
)
def test_the_threshold_rule_is_named_where_it_forecast(changes: dict[str, Any], said: bool) -> None:
    lines = verdict_text(example_verdict(**changes), demonstration=False).splitlines()
    assert ("  judged by the threshold rule" in lines) == said


def test_a_refused_password_is_named_first() -> None:
    verdict = example_verdict(summary_code=10, causes=("bad-credentials",), advice=("Check it.",))
    first, second = verdict_text(verdict, demonstration=False).splitlines()[:2]
    assert first.startswith("? not known: the call server refuses the user name or password, so")
    assert second == "  Check it."
    assert "no connection" not in verdict_line(verdict, demonstration=False)


def test_no_sentence_is_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    teller = Teller()
    teller.tell(ServiceProblem("secret", "There is no password."))
    teller.tell(ServiceProblem("secret", "There is no file."))
    teller.tell(RunFailed("credentials", "There is no password."))
    assert capsys.readouterr().err.splitlines() == [
        "call-notifier: There is no file.",
        "call-notifier: no verdict: There is no password.",
    ]


def test_a_disk_that_stays_full_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    teller = Teller()
    full = ServiceProblem("history", "The disk is full.")
    measurement = example_measurement()
    reached = VerdictReached(
        example_verdict(measurement), measurement, "home", "start", False, None
    )
    for event in (full, reached, full, replace(reached, run_id=1), full):
        teller.tell(event)
    assert capsys.readouterr().err.count("The disk is full.") == 2


def test_a_terminal_without_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert "  + green" in verdict_line(example_verdict(), demonstration=False)


def test_a_terminal_of_an_unknown_character_set(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(io.StringIO):
        encoding = "x-nobody-knows"

    monkeypatch.setattr(sys, "stdout", Strange())
    assert "  + green" in verdict_line(example_verdict(), demonstration=False)


@pytest.mark.parametrize(
    "limit",
    [
        Limit("call", "none"),
        Limit("call", "light"),
        Limit("budget", "fewer"),
        Limit("budget", "light"),
        Limit("budget", "none"),
        Limit("metered", "light"),
        Limit("metered", "none"),
    ],
)
def test_what_holds_tests_back_is_one_line(
    limit: Limit, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(LimitChanged(limit))
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"call-notifier: .*tests?.*\n", said.err)
    assert {"call": "call goes on", "budget": "budget", "metered": "metered"}[
        limit.reason
    ] in said.err


def test_how_a_call_went_beside_its_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    call = CallFigures(
        available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
    )
    tell(CallCompared("meeting", compare(90, call)))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "call-notifier: The forecast said good; the call did not connect.\n"


def test_the_end_of_it_is_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(LimitChanged(None))
    assert capsys.readouterr().err == ""
