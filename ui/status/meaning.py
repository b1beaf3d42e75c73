"""What a verdict means for the three things people do in a call: talk, be seen, show a screen.

The table follows the sentences of the code tables (:mod:`notifier.codes`) one by one:

- "good" quality of something is *good*; fair, poor and thumbnail quality are *limited*;
- 75 calls screen sharing poor, so it is *limited*; 90 has more bandwidth, yet "not enough for
  screen sharing quality": limited as well, for more bandwidth never takes anything away. Only
  with a thumbnail's bandwidth (50, 70) there is none;
- 50 to 65 are 70 to 95 in an unstable network: the same, and the words say so;
- 20 loses so much that voices break up and pictures stand still; 30 lets everything through, but
  late; 40 and 10 are enough for nothing.

It speaks of the network alone: whether there is a microphone or camera is said elsewhere.
"""

from typing import Literal, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from notifier.codes import Connectivity
from ui.look.icons import Shape

__all__ = ["Level", "Meaning", "Use", "level_word", "meaning", "names", "shape"]

Level = Literal["good", "limited", "no"]
"""As it should be; it works, but not well; better not to count on it."""


class Use(NamedTuple):
    """One of the three."""

    level: Level
    words: str
    """Translated, to stand beside the mark: "Thumbnail only"."""


class Meaning(NamedTuple):
    """All three, in the order in which they are shown."""

    audio: Use
    video: Use
    screen: Use


def _tr(text: object) -> str:
    # PySide6 declares that QT_TRANSLATE_NOOP returns an object; it returns its text.
    return QCoreApplication.translate("meaning", str(text))


_LEVELS: dict[Level, object] = {
    "good": QT_TRANSLATE_NOOP("meaning", "Good"),
    "limited": QT_TRANSLATE_NOOP("meaning", "Limited"),
    "no": QT_TRANSLATE_NOOP("meaning", "No"),
}

_SHAPES: dict[Level, Shape] = {
    "good": Shape.GOOD,
    "limited": Shape.FAIR,
    "no": Shape.BAD,
}
"""Not the amber square of a whole verdict that is good with limits: it has a tick, which beside
"Fair" or "Poor quality" would contradict the word."""

_GOOD = QT_TRANSLATE_NOOP("meaning", "Good")
_UNSTABLE = QT_TRANSLATE_NOOP("meaning", "Good, perhaps minor issues")
_THUMBNAIL = QT_TRANSLATE_NOOP("meaning", "Thumbnail only")
_POOR = QT_TRANSLATE_NOOP("meaning", "Poor quality")
"""Not "Poor", which is a whole verdict's word, and red."""

_FAIR = QT_TRANSLATE_NOOP("meaning", "Fair")
_NOT_SHARP = QT_TRANSLATE_NOOP("meaning", "Not in good quality")
_TOO_SLOW = QT_TRANSLATE_NOOP("meaning", "Not enough bandwidth")
_DELAYED = QT_TRANSLATE_NOOP("meaning", "Delayed")
_BREAKS_UP = QT_TRANSLATE_NOOP("meaning", "Breaks up")
_FREEZES = QT_TRANSLATE_NOOP("meaning", "Freezes")
_TERRIBLE = QT_TRANSLATE_NOOP("meaning", "Hardly possible")
_NOT_AT_ALL = QT_TRANSLATE_NOOP("meaning", "Not possible")

_Row = tuple[tuple[Level, object], tuple[Level, object], tuple[Level, object]]

_ROWS: dict[int, _Row] = {
    10: (("no", _TERRIBLE), ("no", _TERRIBLE), ("no", _TERRIBLE)),
    20: (("limited", _BREAKS_UP), ("no", _FREEZES), ("no", _FREEZES)),
    30: (("limited", _DELAYED), ("limited", _DELAYED), ("limited", _DELAYED)),
    40: (("no", _TOO_SLOW), ("no", _TOO_SLOW), ("no", _TOO_SLOW)),
    50: (("good", _UNSTABLE), ("limited", _THUMBNAIL), ("no", _TOO_SLOW)),
    55: (("good", _UNSTABLE), ("limited", _POOR), ("limited", _POOR)),
    60: (("good", _UNSTABLE), ("limited", _FAIR), ("limited", _NOT_SHARP)),
    65: (("good", _UNSTABLE), ("good", _UNSTABLE), ("good", _UNSTABLE)),
    70: (("good", _GOOD), ("limited", _THUMBNAIL), ("no", _TOO_SLOW)),
    75: (("good", _GOOD), ("limited", _POOR), ("limited", _POOR)),
    90: (("good", _GOOD), ("limited", _FAIR), ("limited", _NOT_SHARP)),
    95: (("good", _GOOD), ("good", _GOOD), ("good", _GOOD)),
}


def meaning(summary_code: int, connectivity_code: int = Connectivity.SUCCESS) -> Meaning | None:
    """Return what a verdict means; None for a code that this version does not know.

    :param connectivity_code: without a connection nothing is possible, whatever the summary says.
    """
    if connectivity_code == Connectivity.NO_CONNECTION:
        nothing = Use("no", _tr(_NOT_AT_ALL))
        return Meaning(nothing, nothing, nothing)
    row = _ROWS.get(summary_code)
    return Meaning(*(Use(level, _tr(words)) for level, words in row)) if row is not None else None


def names() -> tuple[str, str, str]:
    """Return how the three are called, in the order of :class:`Meaning`."""
    return (
        QCoreApplication.translate("meaning", "Audio"),
        QCoreApplication.translate("meaning", "Video"),
        QCoreApplication.translate("meaning", "Screen sharing"),
    )


def level_word(level: Level) -> str:
    """Return the level in one word, for what reads the mark aloud."""
    return _tr(_LEVELS[level])


def shape(level: Level) -> Shape:
    """Return the drawing that stands for a level."""
    return _SHAPES[level]
