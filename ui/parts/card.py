"""A quiet panel around what belongs together; one that can be focused shows that it is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ui.look.theme import high_contrast

__all__ = ["Card"]

_RADIUS = 6.0
"""Of its corners, device-independent pixels."""

_FILL, _EDGE = 0.035, 0.14
"""How much of the text's colour is in the ground and in the edge."""


class Card(QFrame):
    """A frame with round corners.

    :param focusable: it takes the focus, so that the keyboard and screen readers stop at it.
    """

    def __init__(self, parent: QWidget | None = None, *, focusable: bool = False) -> None:
        super().__init__(parent)
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0))
        else:
            edge = self._share(1.0 if high_contrast() else _EDGE)
            painter.setPen(QPen(edge, 1.0))
        painter.setBrush(self._share(_FILL))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _share(self, alpha: float) -> QColor:
        color = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        color.setAlphaF(alpha)
        return color
