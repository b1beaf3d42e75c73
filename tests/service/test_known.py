"""What the last full run found, whatever the clock did since."""

from pathlib import Path

import pytest

from notifier.history.store import History
from notifier.service.known import known_on
from tests.records import example_verdict
from tests.service.scripted import URL
from tests.service.weeks import found


@pytest.mark.parametrize("ahead", [0.0, 3600.0, 86_400.0])
def test_a_run_of_a_clock_that_was_ahead_is_not_the_newest(tmp_path: Path, ahead: float) -> None:
    with History.open(tmp_path / "history.sqlite3") as history:
        for kbps, ago in ((600.0, 600.0 - ahead), (4000.0, 60.0)):
            measurement = found(kbps, ago=ago)
            history.add_run(
                example_verdict(measurement),
                measurement,
                network_id="home",
                origin="tray",
                trigger="schedule",
                demonstration=False,
                server_url=URL,
            )
        known = known_on(history, "home", demonstration=False)
    assert known.throughput is not None
    assert known.throughput.loop == 4000.0
