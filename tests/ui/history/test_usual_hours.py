"""Which hours are usually bad, in words."""

from dataclasses import replace

import pytest

from notifier.history.queries import HourOfWeek
from ui.history.usual_hours import DAYS_LEAST, LISTED, of_network, sentences

pytestmark = pytest.mark.usefixtures("qapp", "british")


def week(
    *, bad: set[tuple[int, int]] = frozenset(), limited: set[tuple[int, int]] = frozenset(),  # type: ignore[assignment]
    days: int = DAYS_LEAST,
) -> list[HourOfWeek]:  # fmt: skip
    def of(place: tuple[int, int]) -> dict[str, int]:
        if place in bad:
            return {"green": 1, "amber": 1, "red": 2}
        if place in limited:
            return {"green": 2, "amber": 1, "red": 1}
        return {"green": 3, "amber": 1, "red": 0}

    return [
        HourOfWeek(day, hour, 4, days, of((day, hour))) for day in range(7) for hour in range(24)
    ]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (week(), "No hour of the week is usually bad."),
        (
            week(bad={(day, hour) for day in range(5) for hour in (17, 18)}),
            "Usually bad: weekdays 17 to 19 h.",
        ),
        (
            week(bad={(day, 8) for day in range(7)}, limited={(5, 20), (6, 20), (5, 22), (6, 22)}),
            "Usually bad: every day 8 to 9 h.\nUsually limited: weekends 20 to 21, 22 to 23 h.",
        ),
        (
            week(bad={(0, 23), (2, 23)}),
            "Usually bad: Monday and Wednesday 23 to 24 h.",
        ),
        (
            week(bad={(day, hour) for day in range(5) for hour in (17, 18)}, days=2),
            "Usually bad: weekdays 17 to 19 h.",
        ),
        (
            week(bad={(day, 23) for day in (2, 3, 4)}),
            "Usually bad: Wednesday to Friday 23 to 24 h.",
        ),
        (
            week(bad={(day, hour) for day in range(7) for hour in range(24)}),
            "Usually bad: every day, all day.",
        ),
        (week(bad={(0, 9)}, days=1), "No hour of the week is usually bad."),
        (
            week(bad={(0, 9)}, days=0),
            "There are too few tests yet to say which hours are usually bad.",
        ),
    ],
)
def test_hours_in_words(hours: list[HourOfWeek], told: str) -> None:
    assert sentences(hours) == told


def test_chance_makes_no_exception() -> None:
    hours = [
        replace(of, colors={"green": 2, "amber": 0, "red": 8})
        if of.weekday < 5 and of.hour == 19
        else of
        for of in week()
    ]
    monday = 19
    hours[monday] = replace(hours[monday], colors={"green": 6, "amber": 0, "red": 4})
    assert sentences(hours) == "Usually bad: weekdays 19 to 20 h."
    hours[monday] = replace(hours[monday], colors={"green": 9, "amber": 0, "red": 1})
    assert sentences(hours) == "Usually bad: Tuesday to Friday 19 to 20 h."


def test_a_long_list_ends() -> None:
    bad = {(day, 2 * day + part) for day in range(7) for part in (0, 10)} | {(3, 1), (3, 3)}
    told = sentences(week(bad=bad))
    first = told.splitlines()[0]
    assert first.count(";") == LISTED
    assert "Thursday" in first, "the largest group is among them"
    assert first.endswith("; and others, see below.")


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (week(), "Home: no hour of the week is usually bad."),
        (week(days=0), "Home: too few tests yet to say."),
        (week(bad={(0, 9)}), "Home: usually bad Monday 9 to 10 h."),
        (week(limited={(0, 9)}), "Home: usually limited Monday 9 to 10 h."),
        (
            week(bad={(0, 9)}, limited={(0, 10)}),
            "Home: usually bad Monday 9 to 10 h; usually limited Monday 10 to 11 h.",
        ),
    ],
)
def test_one_network_among_several(hours: list[HourOfWeek], told: str) -> None:
    assert of_network("Home", hours) == told
