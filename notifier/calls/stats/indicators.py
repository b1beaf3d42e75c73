"""The quality indicator of a stream, by the boundary conditions of the callstats API.

==========================  ==============  ==============
figure                      green           red
==========================  ==============  ==============
audio, kbit/s               from 30         up to 8
audio, loss                 below 0.15      above 0.30
audio, delay of the E-model below 240 ms    above 400 ms
picture, kbit/s             from 1024       up to 256
picture, RTT, 95th          below 400 ms    above 1000 ms
picture, frame rate / usual from 0.8        up to 0.3
==========================  ==============  ==============

Green earns 5, red 1, what lies between 3. A figure that is missing or 0 does not count. The rating
is the floor of the mean: 5 excellent, 2 to 4 fair, 1 bad. The E-model's delay is the 95th
percentile of the round trips and 40 ms. What is sent as sound is rated by bit rate and delay alone.

It says how much a stream carries, more than how well: a small picture is ``bad`` on the best of
networks. Applications know it so; what a call was worth says :mod:`notifier.quality`.
"""

from notifier.calls.sample import Direction, Media
from notifier.calls.vocabulary import QualityRating

__all__ = ["E_MODEL_MS", "e_model_delay", "indicator"]

E_MODEL_MS = 40.0

_GREEN, _BETWEEN, _RED = 5, 3, 1

_AUDIO_KBPS = (30.0, 8.0)
_VIDEO_KBPS = (1024.0, 256.0)
_FRAME_SHARE = (0.8, 0.3)
_AUDIO_LOSS = (0.15, 0.30)
_AUDIO_DELAY_MS = (240.0, 400.0)
_VIDEO_RTT_MS = (400.0, 1000.0)


def e_model_delay(rtt_p95_ms: float | None) -> float | None:
    """From mouth to ear, roughly, in ms."""
    return None if rtt_p95_ms is None else rtt_p95_ms + E_MODEL_MS


def indicator(
    direction: Direction,
    media: Media,
    *,
    kbps: float | None,
    loss: float | None = None,
    rtt_p95_ms: float | None = None,
    frame_share: float | None = None,
) -> QualityRating:
    """Rate a stream.

    :param loss: 0..1
    :param frame_share: frame rate now / usual frame rate of this stream
    """
    if media == "audio":
        points = [
            _at_least(kbps, _AUDIO_KBPS),
            _below(e_model_delay(rtt_p95_ms), _AUDIO_DELAY_MS),
            _below(loss, _AUDIO_LOSS) if direction == "inbound" else None,
        ]
    else:
        points = [
            _at_least(kbps, _VIDEO_KBPS),
            _below(rtt_p95_ms, _VIDEO_RTT_MS),
            _at_least(frame_share, _FRAME_SHARE),
        ]
    known = [point for point in points if point is not None]
    if not known:
        return QualityRating.UNKNOWN
    rating = sum(known) // len(known)
    if rating >= _GREEN:
        return QualityRating.EXCELLENT
    return QualityRating.BAD if rating <= _RED else QualityRating.FAIR


def _at_least(value: float | None, limits: tuple[float, float]) -> int | None:
    if not value:
        return None
    green, red = limits
    return _GREEN if value >= green else _RED if value <= red else _BETWEEN


def _below(value: float | None, limits: tuple[float, float]) -> int | None:
    if not value:
        return None
    green, red = limits
    return _GREEN if value < green else _RED if value > red else _BETWEEN
