"""What is said and shown of a verdict in one word, one sentence and one drawing.

Those of its codes (:mod:`ui.words.wording`, :mod:`ui.look.icons`), but where the servers let nobody
in: the codes are those of a bad connection then, and nothing is known of the network
(:attr:`notifier.verdict.Verdict.refused`).
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.look import icons
from ui.look.theme import Tone, tone_of
from ui.words import wording

__all__ = ["Found", "sentence", "shape", "tone", "word"]


class Found(Protocol):
    """A verdict, or the row of one in the history."""

    @property
    def color(self) -> str: ...
    @property
    def status_code(self) -> int: ...
    @property
    def connectivity_code(self) -> int: ...
    @property
    def notification_code(self) -> int: ...
    @property
    def notification(self) -> str: ...
    @property
    def refused(self) -> bool: ...


def word(found: Found) -> str:
    """One word for a verdict, "Good"."""
    if found.refused:
        return QCoreApplication.translate("said", "Not known")
    return wording.state_word(found.status_code, found.connectivity_code)


def sentence(found: Found, causes: Sequence[str] = ()) -> str:
    """The verdict's sentence, with a full stop only where somebody has set one.

    :param causes: of the verdict; empty where they are not at hand.
    """
    if not found.refused:
        return wording.sentence(found.notification_code, found.notification)
    match next(iter(causes), None):
        case "bad-credentials":
            return QCoreApplication.translate(
                "said",
                "The call server refuses the user name or password, so the network could not be "
                "tested",
            )
        case "quota":
            return QCoreApplication.translate(
                "said",
                "The call server has no relay left for you, so the network could not be tested",
            )
        case _:
            return QCoreApplication.translate(
                "said", "The call server let nobody in, so the network could not be tested"
            )


def shape(found: Found) -> icons.Shape:
    """The drawing beside it."""
    return icons.shape_of(
        found.color, found.status_code, found.connectivity_code, refused=found.refused
    )


def tone(found: Found) -> Tone:
    """The colour of its word."""
    return Tone.AMBER if found.refused else tone_of(found.color)
