"""What is said of a state in a few lines, and that nothing is said twice."""

from PySide6.QtCore import QDateTime, QLocale, QTime

from notifier.codes import Connectivity
from notifier.forecast.advice import ADVICE
from notifier.forecast.causes import Cause
from notifier.service.events import RunProgress, ServiceState
from tests.ui.builders import verdict
from ui.notifications.message import message
from ui.words import headline, wording


def test_a_missing_device_is_said_once_with_its_advice() -> None:
    without = verdict(
        95,
        connectivity=Connectivity.NO_MEDIA_DEVICE,
        causes=("no-media-device",),
        advice=(ADVICE[Cause.NO_MEDIA_DEVICE],),
    )

    said = f"{headline.sentence(without)}. {wording.advice(without.advice)}"
    assert said.lower().count("neither a microphone nor a camera") == 1
    assert "Plug in a microphone or a camera" in said
    assert message(without).body.lower().count("neither a microphone nor a camera") == 1


def test_how_far_a_test_is_has_the_digits_of_the_locale(british: None) -> None:
    QLocale.setDefault(QLocale("fa"))
    state = ServiceState(progress=RunProgress("stream", "", 0.4, 8.0))
    assert headline.headline(state)[0] == "Testing the network: ۴۰ %"


def test_until_when_says_tomorrow_instead_of_a_date(british: None) -> None:
    now = QDateTime.currentDateTime()
    tomorrow = QDateTime(now.date().addDays(1), QTime(4, 0))
    later = QDateTime(now.date().addDays(2), QTime(4, 0))
    assert headline.until(tomorrow.toMSecsSinceEpoch()) == "tomorrow, 04:00"
    assert headline.until(now.toMSecsSinceEpoch()) == headline.clock(now.toMSecsSinceEpoch())
    assert headline.until(later.toMSecsSinceEpoch()) == headline.clock(later.toMSecsSinceEpoch())
    assert headline.pause_note(tomorrow.toMSecsSinceEpoch()) == "Paused until tomorrow, 04:00"
