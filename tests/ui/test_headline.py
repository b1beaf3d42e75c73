"""What is said of a state in a few lines, and that nothing is said twice."""

from notifier.codes import Connectivity
from notifier.forecast.advice import ADVICE
from notifier.forecast.causes import Cause
from tests.ui.builders import verdict
from ui import headline, wording
from ui.notifications.message import message


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
