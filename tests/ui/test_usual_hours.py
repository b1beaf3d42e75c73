"""Which hours are usually bad, in words."""

import pytest

from notifier.history.queries import HourOfWeek
from ui.usual_hours import DAYS_LEAST, sentences

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
            "Usually bad: every day 8 to 9 h. Usually limited: weekends 20 to 21, 22 to 23 h.",
        ),
        (
            week(bad={(0, 23), (2, 23)}),
            "Usually bad: Monday and Wednesday 23 to 24 h.",
        ),
        (
            week(bad={(day, hour) for day in range(5) for hour in (17, 18)}, days=2),
            "Usually bad: weekdays 17 to 19 h.",
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
