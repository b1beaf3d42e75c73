"""Content that scrolls where the screen is too small for it, and looks as if it did not else.

Sideways only where nothing else helps: with a very large font on a small screen.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

__all__ = ["InSight", "scrolled"]


def scrolled(content: QWidget) -> QScrollArea:
    """Put a widget into a frameless scroll area, which is in nobody's way of the Tab key."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class InSight(QObject):
    """Keeps a part of an area in sight while it grows, until the person scrolls elsewhere.

    Layouts are done some turns of the loop later, and in several steps: how long the content is,
    the area knows only then.

    :param part: within the area's content.
    """

    def __init__(self, area: QScrollArea, part: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._part = part
        self._wanted = False
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._scroll)
        bar.actionTriggered.connect(self.end)

    def begin(self) -> None:
        """It has something to show."""
        self._wanted = True
        self._scroll()

    def end(self) -> None:
        """It may be anywhere again."""
        self._wanted = False

    def _scroll(self) -> None:
        content = self._area.widget()
        if not self._wanted or content is None:
            return
        bar = self._area.verticalScrollBar()
        bar.setValue(min(bar.maximum(), self._part.mapTo(content, QPoint()).y()))
