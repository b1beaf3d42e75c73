"""What is kept of the events of a call."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.diary import DATA_LIMIT, EVENT_LIMIT, LOGS_LIMIT, Diary

LINE: dict[str, Any] = {"message": "x"}


def names(diary: Diary) -> list[str]:
    """The events, in their order."""
    return [event.event for event in diary.events]


def test_events_are_kept_as_they_come() -> None:
    diary = Diary()
    diary.add("userJoined", 1.0, None)
    diary.add("fabricSetup", 2.0, {"delay": 1}, fabric_id="f")
    assert [(kept.timestamp, kept.event, kept.fabric_id, kept.data) for kept in diary.events] == [
        (1.0, "userJoined", None, None),
        (2.0, "fabricSetup", "f", {"delay": 1}),
    ]
    assert diary.dropped == 0


def test_logs_beyond_the_limit_are_counted() -> None:
    diary = Diary()
    for _ in range(EVENT_LIMIT + 5):
        diary.add("applicationLog", 1.0, LINE)
    assert len(diary.events) == EVENT_LIMIT
    assert diary.dropped == 5


def test_logs_make_room_for_what_happened() -> None:
    diary = Diary()
    diary.add("userJoined", 0.0, None)
    for _ in range(EVENT_LIMIT):
        diary.add("applicationLog", 1.0, LINE)
    for _ in range(10):
        diary.add("fabricStateChange", 2.0, None)
    diary.add("fabricTerminated", 3.0, None)
    assert len(diary.events) == EVENT_LIMIT
    assert names(diary)[0] == "userJoined"
    assert names(diary)[-11:] == ["fabricStateChange"] * 10 + ["fabricTerminated"]
    assert diary.dropped == 12


def test_changes_of_state_make_room_for_the_end_and_not_for_logs() -> None:
    diary = Diary()
    for _ in range(EVENT_LIMIT):
        diary.add("fabricStateChange", 1.0, None)
    diary.add("applicationLog", 2.0, LINE)
    diary.add("userLeft", 3.0, None)
    assert names(diary)[-1] == "userLeft"
    assert "applicationLog" not in names(diary)
    assert diary.dropped == 2


def test_what_says_how_it_went_stays_from_the_beginning() -> None:
    diary = Diary()
    for number in range(EVENT_LIMIT + 3):
        diary.add("iceDisruptionStart", float(number), None)
    assert diary.events[-1].timestamp == EVENT_LIMIT - 1
    assert diary.dropped == 3


def test_long_logs_are_limited_together() -> None:
    diary = Diary()
    for _ in range(100):
        diary.add("applicationLog", 1.0, {"message": "x" * 20_000})
    assert 0 < diary.log_bytes <= LOGS_LIMIT
    assert len(diary.events) == LOGS_LIMIT // 20_014
    assert diary.dropped == 100 - len(diary.events)


def test_what_happened_is_kept_without_its_data_at_last() -> None:
    diary = Diary()
    for _ in range(20):
        diary.add("activeDeviceList", 1.0, {"deviceList": ["x" * 50_000]})
    assert len(diary.events) == 20
    assert diary.data_bytes <= DATA_LIMIT
    assert diary.events[0].data is not None
    assert diary.events[-1].data is None


@given(
    st.lists(
        st.sampled_from(["applicationLog", "wifiStats", "fabricStateChange", "fabricSetup"]),
        max_size=60,
    )
)
def test_nothing_is_lost_uncounted(events: list[str]) -> None:
    diary = Diary(events=[], dropped=0)
    for _ in range(EVENT_LIMIT - 20):
        diary.add("applicationLog", 0.0, LINE)
    for event in events:
        diary.add(event, 1.0, LINE)
    assert len(diary.events) + diary.dropped == EVENT_LIMIT - 20 + len(events)
    assert len(diary.events) <= EVENT_LIMIT
    assert names(diary).count("fabricSetup") == events.count("fabricSetup")
