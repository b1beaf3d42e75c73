"""A button that shows the focus in every look that it has."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton

__all__ = ["ClearButton"]

_INSET = 3.5
"""Of the frame from the button's edge, device-independent pixels."""


class ClearButton(QPushButton):
    """For default and flat buttons, which Qt's own style draws alike with the focus and without."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not (self.hasFocus() and by_keys):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), 1.0))
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(frame, 2.0, 2.0)
        painter.end()
