"""What a notification says, for every row of the code tables."""

import msgspec
import pytest

from notifier.codes import ROWS, Color, Row
from notifier.forecast.advice import advice_for
from notifier.notify.rule import Decision, Reason
from tests.records import example_unusual, example_verdict
from ui.look.icons import Shape
from ui.notifications.message import Urgency, message


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.summary_code))
def test_every_row_is_told(row: Row) -> None:
    told = message(example_verdict(summary_code=row.summary_code, connectivity_code=3, advice=()))
    word = row.status.name.capitalize()
    assert told.title.startswith(word)
    assert told.title.count(word) == 1
    assert told.body == f"{row.notification}."
    assert (
        told.urgency
        == {
            Color.RED: Urgency.CRITICAL,
            Color.AMBER: Urgency.NORMAL,
            Color.GREEN: Urgency.LOW,
        }[row.color]
    )


def test_the_first_advice_follows_the_sentence() -> None:
    told = message(example_verdict(summary_code=20, advice=("Move closer.", "Use a cable.")))
    assert told.body == "You are in a very lossy network.\nMove closer."


def test_what_is_unusual_stands_before_the_advice(british: None) -> None:
    jitter = example_unusual(figure="jitter", now=40.0, usual_low=2.0, usual_high=9.0)
    found = (example_unusual(), jitter)
    told = message(example_verdict(summary_code=55, advice=("Use a cable.",), unusual=found))
    sentence, unusual, advice = told.body.splitlines()
    assert sentence.startswith("Current bandwidth is enough for good audio quality")
    assert unusual == ("Unusually slow for this network: 1.4 Mbit/s, usually at least 5.2 Mbit/s.")
    assert advice == "Use a cable."


def test_no_connection_and_no_microphone() -> None:
    told = message(example_verdict(summary_code=10, connectivity_code=1))
    assert told.title == "No connection: no call can be connected"
    assert told.shape is Shape.NO_CONNECTION
    told = message(example_verdict(summary_code=95, connectivity_code=2, advice=()))
    assert told.body.endswith("Neither a microphone nor a camera was found.")
    assert told.urgency is Urgency.LOW


def test_nothing_is_said_twice() -> None:
    advice = advice_for(["no-media-device"])
    told = message(example_verdict(summary_code=95, connectivity_code=2, advice=advice))
    assert told.body.count("Neither a microphone nor a camera was found") == 1
    told = message(
        example_verdict(summary_code=20, connectivity_code=2, advice=("Use a cable.", *advice))
    )
    assert told.body.count("Neither a microphone nor a camera was found") == 1


@pytest.mark.parametrize(
    ("minutes", "line"),
    [
        (0.2, "It was not good for 1 min."),
        (12, "It was not good for 12 min."),
        (59.4, "It was not good for 59 min."),
        (59.6, "It was not good for 1 h 0 min."),
        (135, "It was not good for 2 h 15 min."),
    ],
)
def test_good_again(british: None, minutes: float, line: str) -> None:
    told = message(
        example_verdict(summary_code=95, connectivity_code=3, advice=()),
        Decision(True, Reason.RECOVERED, minutes * 60_000),
    )
    assert told.title == "Good again: Excellent network"
    assert told.body.splitlines()[1] == line
    assert told.passing


def test_good_again_after_nobody_knows_how_long() -> None:
    told = message(
        example_verdict(summary_code=95, connectivity_code=3, advice=()),
        Decision(True, Reason.RECOVERED),
    )
    assert told.title.startswith("Good again: ")
    assert len(told.body.splitlines()) == 1


def test_a_network_that_keeps_changing() -> None:
    told = message(
        example_verdict(summary_code=20, advice=("Use a cable.",)), Decision(True, Reason.UNSTABLE)
    )
    assert told.title == "Unstable: Lossy network"
    sentence, steady, advice = told.body.splitlines()
    assert sentence == "You are in a very lossy network."
    assert steady.startswith("This network keeps changing.")
    assert advice == "Use a cable."


@pytest.mark.parametrize(
    ("code", "advice", "keys"),
    [
        (20, ("Use a cable.",), ["advice", "quiet-today"]),
        (50, ("Use a cable.",), ["advice", "quiet-today"]),
        (20, (), ["quiet-today"]),
        (95, ("Plug one in.",), ["quiet-today"]),
    ],
)
def test_what_can_be_done_is_offered_where_there_is_something(
    code: int, advice: tuple[str, ...], keys: list[str]
) -> None:
    told = message(example_verdict(summary_code=code, advice=advice))
    assert [action.key for action in told.actions] == keys


def test_a_replaced_text_is_told_as_it_stands() -> None:
    told = message(example_verdict(summary_code=20, notification="Ask Bob.", advice=()))
    assert told.body == "Ask Bob."


@pytest.mark.parametrize(
    ("cause", "title"),
    [
        ("bad-credentials", "The call server refuses the password"),
        ("quota", "The call server has no relay left"),
    ],
)
def test_servers_that_let_nobody_in_are_no_news_of_the_network(cause: str, title: str) -> None:
    verdict = example_verdict(summary_code=10, causes=(cause, "vpn"), advice=advice_for([cause]))
    told = message(verdict, Decision(True, Reason.REFUSED))
    assert told.title == title
    assert told.body.splitlines()[-1] == "Until then nothing is known of the network."
    assert "call quality" not in told.body
    assert (told.shape, told.urgency) == (Shape.UNKNOWN, Urgency.NORMAL)
    assert told.tag != verdict.notification_id
    assert told.actions[0].key == "advice"


@pytest.mark.parametrize(
    ("cause", "title"),
    [
        ("no-route", "Not connected to any network"),
        ("captive-portal", "Sign in to the network first"),
    ],
)
def test_what_is_to_be_done_is_the_title(cause: str, title: str) -> None:
    advice = advice_for([cause])
    verdict = example_verdict(summary_code=10, causes=(cause,), advice=advice)
    told = message(verdict)
    assert (told.title, told.body) == (title, advice[0])
    assert message(verdict, Decision(True, Reason.UNSTABLE)).title == f"Unstable: {title}"
    theirs = msgspec.structs.replace(verdict, notification="Call the help desk: 1234")
    assert message(theirs).body.startswith("Call the help desk: 1234.")
