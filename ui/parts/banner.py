"""A coloured strip across a window: one thing to know, and at most one thing to do about it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.look.theme import Tone, tinted, tone_color
from ui.parts.label import Text

__all__ = ["Banner"]

_RADIUS = 6.0
"""Of its corners, device-independent pixels."""

_BAR = 4.0
"""Width of the bar at the side where reading begins."""


class Banner(QFrame):
    """Text and perhaps a button, on a faint wash of its tone.

    Signals:
        activated: the button was pressed.
    """

    activated = Signal()

    def __init__(self, tone: Tone, *, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.text = Text("", self)
        self.button = QPushButton(button, self)
        self.button.setVisible(bool(button))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.activated)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(self.fontMetrics().height() // 2 * 2)
        self._row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._set_margins()

    def _set_margins(self) -> None:
        """More room at the bar's side; layouts do not mirror their margins."""
        margin = self.fontMetrics().height() // 2
        left, right = (margin, margin * 2) if self._is_mirrored() else (margin * 2, margin)
        self._row.setContentsMargins(left, margin, right, margin)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._set_margins()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    def show_text(self, text: str) -> None:
        """Show this text, or hide the banner where it is empty."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), tinted(self._tone, self.palette()))
        # A bar at the side, for those who cannot see a faint wash.
        start = self.width() - _BAR if self._is_mirrored() else 0.0
        bar = QRectF(start, 0, _BAR, self.height())
        painter.fillRect(bar, tone_color(self._tone, self.palette()))
        painter.end()
