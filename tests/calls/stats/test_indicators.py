"""The callstats API's quality indicator: its boundary conditions."""

import pytest

from notifier.calls.stats.indicators import e_model_delay, indicator


@pytest.mark.parametrize(
    ("kbps", "loss", "rtt", "rating"),
    [
        (30.0, 0.149, 199.0, "excellent"),
        (29.9, 0.01, 100.0, "fair"),
        (8.0, None, None, "bad"),
        (8.1, None, None, "fair"),
        (40.0, 0.15, None, "fair"),
        (40.0, 0.31, None, "fair"),  # floor((5 + 1) / 2)
        (40.0, None, 200.0, "fair"),  # 240 ms
        (5.0, 0.31, 361.0, "bad"),
        (None, None, None, "unknown"),
        (0.0, 0.0, 0.0, "excellent"),  # what is 0 does not count; 40 ms of the model do
    ],
)
def test_sound_that_comes_in(
    kbps: float | None, loss: float | None, rtt: float | None, rating: str
) -> None:
    found = indicator("inbound", "audio", kbps=kbps, loss=loss, rtt_p95_ms=rtt)
    assert found == rating


def test_loss_of_what_is_sent_does_not_count() -> None:
    assert indicator("outbound", "audio", kbps=40.0, loss=0.9) == "excellent"


@pytest.mark.parametrize(
    ("kbps", "rtt", "frames", "rating"),
    [
        (1024.0, 399.0, 0.8, "excellent"),
        (1023.0, 399.0, 0.8, "fair"),
        (256.0, 1001.0, 0.3, "bad"),
        (257.0, 1001.0, 0.3, "bad"),  # floor((3 + 1 + 1) / 3)
        (256.0, None, None, "bad"),
        (None, 500.0, None, "fair"),
    ],
)
@pytest.mark.parametrize("media", ["video", "screen"])
@pytest.mark.parametrize("direction", ["inbound", "outbound"])
def test_pictures(
    direction: str,
    media: str,
    kbps: float | None,
    rtt: float | None,
    frames: float | None,
    rating: str,
) -> None:
    found = indicator(
        direction,  # type: ignore[arg-type]
        media,  # type: ignore[arg-type]
        kbps=kbps,
        rtt_p95_ms=rtt,
        frame_share=frames,
        loss=0.9,
    )
    assert found == rating


def test_the_delay_of_the_e_model() -> None:
    assert e_model_delay(100.0) == 140.0
    assert e_model_delay(None) is None
