"""A code equal to the last one told on this network is kept quiet; every decision says why."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_NOTIFICATION
from notifier.notify.rule import Decision, Reason, decide

codes = st.sampled_from(sorted(BY_NOTIFICATION))


@pytest.mark.parametrize(
    ("code", "last_told", "enabled", "demonstration", "show", "reason"),
    [
        (100, None, True, False, True, "first"),
        (100, 950, True, False, True, "changed"),
        (950, 100, True, False, True, "recovered"),
        (950, 900, True, False, True, "changed"),
        (100, 100, True, False, False, "repeated"),
        (950, 950, True, False, False, "repeated"),
        (100, None, False, False, False, "disabled"),
        (100, 950, False, False, False, "disabled"),
        (100, 100, False, False, False, "repeated"),
        (100, None, True, True, False, "demonstration"),
        (100, 950, True, True, False, "demonstration"),
        (100, 100, False, True, False, "demonstration"),
    ],
)
def test_every_case(
    code: int,
    last_told: int | None,
    enabled: bool,
    demonstration: bool,
    show: bool,
    reason: str,
) -> None:
    decision = decide(code, last_told=last_told, enabled=enabled, demonstration=demonstration)
    assert decision == Decision(show, Reason(reason))


@pytest.mark.parametrize("last_told", [None, 100, 950])
def test_the_command_line_prints_its_answer_and_notifies_nobody(last_told: int | None) -> None:
    decision = decide(100, last_told=last_told, command_line=True)
    assert decision == Decision(False, Reason.COMMAND_LINE)


@pytest.mark.parametrize("last_told", [None, 100, 950])
@pytest.mark.parametrize("enabled", [False, True])
def test_what_is_unsure_is_never_told(last_told: int | None, enabled: bool) -> None:
    decision = decide(100, last_told=last_told, enabled=enabled, unsure=True)
    assert decision == Decision(False, Reason.UNSURE)


def test_a_change_that_was_unsure_is_news_once_it_is_sure() -> None:
    assert not decide(100, last_told=950, unsure=True).show
    assert decide(100, last_told=950) == Decision(True, Reason.CHANGED)


def test_the_command_line_and_the_demonstration_say_so_first() -> None:
    assert decide(100, last_told=None, unsure=True, command_line=True).reason is Reason.COMMAND_LINE
    assert decide(100, last_told=None, unsure=True, demonstration=True).reason is (
        Reason.DEMONSTRATION
    )


def test_the_usual_case_is_enabled_and_no_demonstration() -> None:
    assert decide(300, last_told=None) == Decision(True, Reason.FIRST)


@given(codes, st.none() | codes, st.booleans(), st.booleans())
def test_shown_exactly_when_it_is_news_that_is_wanted(
    code: int, last_told: int | None, enabled: bool, demonstration: bool
) -> None:
    decision = decide(code, last_told=last_told, enabled=enabled, demonstration=demonstration)
    assert decision.show == (code != last_told and enabled and not demonstration)
    told = (Reason.FIRST, Reason.CHANGED, Reason.RECOVERED)
    assert decision.show == (decision.reason in told)
    assert (decision.reason is Reason.DEMONSTRATION) == demonstration


@given(st.lists(st.tuples(codes, st.booleans(), st.booleans()), max_size=40))
def test_what_a_person_reads_on_one_network_never_repeats(
    verdicts: list[tuple[int, bool, bool]],
) -> None:
    """Fed back as the history does it: the person always knows the newest code that was allowed."""
    told: list[int] = []
    for code, enabled, demonstration in verdicts:
        last_told = told[-1] if told else None
        if decide(code, last_told=last_told, enabled=enabled, demonstration=demonstration).show:
            told.append(code)
        if enabled and not demonstration:
            assert told[-1] == code
    assert all(one != next_one for one, next_one in itertools.pairwise(told))


def test_a_change_that_was_kept_quiet_is_still_news_later() -> None:
    assert not decide(300, last_told=950, enabled=False).show
    assert decide(300, last_told=950) == Decision(True, Reason.CHANGED)


@pytest.mark.parametrize(
    ("before", "told", "enabled", "expected"),
    [
        (False, False, True, Decision(False, Reason.ONCE)),
        (True, False, True, Decision(True, Reason.REFUSED)),
        (True, True, True, Decision(False, Reason.REPEATED)),
        (True, False, False, Decision(False, Reason.DISABLED)),
    ],
)
@pytest.mark.parametrize("last_told", [None, 100, 950])
def test_servers_that_let_nobody_in_are_told_of_once_on_whatever_network(
    before: bool, told: bool, enabled: bool, expected: Decision, last_told: int | None
) -> None:
    decision = decide(
        100,
        last_told=last_told,
        enabled=enabled,
        refused=True,
        refused_before=before,
        refusal_told=told,
        past=[],
    )
    assert decision == expected


@pytest.mark.parametrize(
    ("code", "last_told", "expected"),
    [
        (950, 950, Decision(True, Reason.RECOVERED)),
        (950, None, Decision(True, Reason.RECOVERED)),
        (550, 550, Decision(True, Reason.CHANGED)),
        (100, 100, Decision(False, Reason.REPEATED)),
    ],
)
def test_a_server_that_works_again_is_told_of(
    code: int, last_told: int | None, expected: Decision
) -> None:
    assert decide(code, last_told=last_told, refusal_told=True, past=[]) == expected
