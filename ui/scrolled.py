"""Content that scrolls where the screen is too small for it, and looks as if it did not else.

Sideways only where nothing else helps: with a very large font on a small screen.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

__all__ = ["scrolled"]


def scrolled(content: QWidget) -> QScrollArea:
    """Put a widget into a frameless scroll area, which is in nobody's way of the Tab key."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
