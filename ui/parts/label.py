"""A label for running text: wraps, can be copied, and keeps its tone when the palette changes."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui.look.theme import Tone, heading_font, muted, tone_color

__all__ = ["Text"]

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:[kM]bit/s|[kM]?B|[km]?s|min|h)\b|%)")
"""The blank between a figure and its unit."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NO_BREAK_SLASH = "/\N{WORD JOINER}"


def _unbroken(text: str) -> str:
    """The text with each figure and its unit on one line: Qt would break "12 Mbit/s" twice."""
    return _BEFORE_UNIT.sub(_NO_BREAK, text).replace("bit/s", f"bit{_NO_BREAK_SLASH}s")


class Text(QLabel):
    """Plain text: what it shows is never taken for markup, wherever it comes from.

    :param tone: colours the text; None keeps the window's own colour.
    :param faint: text of second rank; only without a tone.
    :param scale: size relative to the person's font.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone | None = None,
        faint: bool = False,
        scale: float = 1.0,
        bold: bool = False,
        wrap: bool = True,
    ) -> None:
        super().__init__(_unbroken(text), parent)
        self._text = text
        self._tone = tone
        self._faint = faint
        self._coloring = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._align()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if wrap else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Preferred,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if scale != 1.0 or bold:
            self.setFont(heading_font(self, scale=scale, bold=bold))
        self._color()

    def text(self) -> str:
        """As it was set."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        super().setText(_unbroken(text))

    def set_tone(self, tone: Tone | None) -> None:
        """Change the colour."""
        if tone != self._tone:
            self._tone = tone
            self._color()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._coloring:
            self._color()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Lines begin where the window's do, also those in letters of the other direction."""
        if not self.wordWrap():
            return
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        # At the top: a layout may give it more height than its lines need.
        self.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    def _color(self) -> None:
        parent = self.parentWidget()
        around = parent.palette() if parent is not None else QApplication.palette()
        palette = QPalette(self.palette())
        if self._tone is not None:
            color = tone_color(self._tone, around)
        elif self._faint:
            color = muted(around)
        else:
            color = around.color(QPalette.ColorRole.WindowText)
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self._coloring = True
        self.setPalette(palette)
        self._coloring = False
