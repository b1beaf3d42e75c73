"""The drawing for what a call gets or got: shape and colour, and its word for screen readers."""

from PySide6.QtWidgets import QLabel

from ui.look import icons
from ui.words import call_wording

__all__ = ["draw_quality"]


def draw_quality(label: QLabel, summary_code: int | None, side: int) -> None:
    """Show it ``side`` device-independent pixels square; a question mark where nobody knows."""
    icons.draw(icons.Look(icons.shape_of_code(summary_code)), label, side)
    label.setAccessibleName(call_wording.code_word(summary_code))
