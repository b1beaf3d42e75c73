"""One server, read: the class odds of a call through it, and what follows from them.

Whoever reads (the threshold rule or a model) says how likely each class of loss, latency and
bandwidth is; the odds of the codes, of the colours, and the code that is told follow from that
here, in one way for both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from notifier.codes import BY_SUMMARY, ROWS, Color
from notifier.forecast.causes import Cause
from notifier.measurement import ServerMeasurement
from notifier.quality import Grade, Tier, code_of

__all__ = ["Block", "Reading", "code_odds", "color_odds", "likeliest", "sure_of"]

CodeOdds = Mapping[int, float]
"""How likely each summary code is; adds up to 1."""


class Block(Enum):
    """What of a real call does not pass where datagrams do."""

    ICE = "ice"
    """Its connectivity checks: ICE takes another path, where there is one."""

    MEDIA = "media"
    """DTLS or SRTP, while the checks pass: ICE takes this path, and the call hangs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a call through one server would be like."""

    server: ServerMeasurement
    code: int
    confidence: float
    """0..1: how sure the colour is."""

    odds: CodeOdds
    causes: tuple[Cause, ...]
    """What holds it back, most important first."""

    rtt_ms: float
    """Infinite where it is not known."""

    block: Block | None = None


def code_odds(
    loss: Sequence[float], latency: Sequence[float], tier: Sequence[float], raised: float = 0.0
) -> dict[int, float]:
    """The odds of the codes, where each class errs on its own.

    :param loss: of the :class:`~notifier.quality.Grade` in their order; likewise the others.
    :param raised: how likely something else makes minor issues of a good connection.
    """
    odds = dict.fromkeys(BY_SUMMARY, 0.0)
    for loss_grade, p_loss in zip(Grade, loss, strict=True):
        for latency_grade, p_latency in zip(Grade, latency, strict=False):
            for its_tier, p_tier in zip(Tier, tier, strict=True):
                for is_raised, p_raised in ((True, raised), (False, 1 - raised)):
                    code = code_of(loss_grade, latency_grade, its_tier, raised=is_raised)
                    odds[code] += p_loss * p_latency * p_tier * p_raised
    return odds


def color_odds(odds: CodeOdds) -> dict[Color, float]:
    """The odds of the colours."""
    colors = dict.fromkeys(Color, 0.0)
    for code, p in odds.items():
        colors[BY_SUMMARY[code].color] += p
    return colors


def likeliest(odds: CodeOdds) -> int:
    """The code that is told: the likeliest one of the likeliest colour; of equals the worse.

    Not simply the likeliest code, for the colour is what people look at: three amber codes of a
    fifth each are amber, whatever a green one of two fifths says.
    """
    colors = color_odds(odds)
    order = [row.summary_code for row in ROWS]
    color = max(Color, key=lambda color: (colors[color], -list(Color).index(color)))
    codes = [code for code in order if BY_SUMMARY[code].color is color]
    return max(codes, key=lambda code: (odds[code], -order.index(code)))


def sure_of(code: int, confidence: float) -> dict[int, float]:
    """Odds of a fact that no figure tells: all but the code share what is left."""
    others = len(BY_SUMMARY) - 1
    rest = (1 - confidence) / others
    return {each: confidence if each == code else rest for each in BY_SUMMARY}
