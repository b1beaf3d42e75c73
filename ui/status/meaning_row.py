"""Audio, video and screen sharing side by side, each with its mark and word.

Where the window is too narrow for three columns, or the letters too large, they stand below each
other.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look import icons
from ui.look.icons import Look, Shape
from ui.parts.card import Card
from ui.parts.label import Text
from ui.status import meaning
from ui.status.meaning import Meaning, Use

__all__ = ["MeaningRow"]


class MeaningRow(QWidget):
    """Shows a :class:`ui.status.meaning.Meaning`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self.cards = tuple(_UseCard(name, self) for name in meaning.names())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(line // 2)
        for card in self.cards:
            self._box.addWidget(card, 1)

    def show_meaning(self, found: Meaning) -> None:
        """Show all three."""
        for card, use in zip(self.cards, found, strict=True):
            card.show_use(use)
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as below each other."""
        widest = max(card.minimumSizeHint().width() for card in self.cards)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        widest = max(card.words_width() for card in self.cards)
        room = (width - 2 * self._box.spacing()) / 3
        wanted = (
            QBoxLayout.Direction.LeftToRight if widest <= room else QBoxLayout.Direction.TopToBottom
        )
        if wanted != self._box.direction():
            self._box.setDirection(wanted)
            self.updateGeometry()


class _UseCard(Card):
    """What one of the three gets."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self._side = round(line * 1.3)
        self._shape = Shape.UNKNOWN
        self.name = Text(name, self, faint=True)
        self.mark = QLabel(self)
        self.mark.setFixedSize(self._side, self._side)
        self.words = Text(parent=self, bold=True)
        row = QHBoxLayout()
        row.setSpacing(line // 2)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        margin = line * 2 // 3
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(line // 3)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addStretch(1)

    def show_use(self, use: Use) -> None:
        """Draw the mark and say the words."""
        self._shape = meaning.shape(use.level)
        icons.draw(Look(self._shape), self.mark, self._side)
        self.mark.setAccessibleName(meaning.level_word(use.level))
        self.words.setText(use.words)
        self.words.setAccessibleName(f"{self.name.text()}: {use.words}")

    def words_width(self) -> int:
        """So wide that no word is broken."""
        longest = max(self.words.text().split(), key=len, default="")
        words = self.words.fontMetrics().horizontalAdvance(longest)
        name = self.name.fontMetrics().horizontalAdvance(self.name.text())
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        inner = max(name, self._side + self.fontMetrics().height() // 2 + words)
        return inner + margins.left() + margins.right() + 4

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            icons.draw(Look(self._shape), self.mark, self._side)
