"""What is known of one thing, in words: headings, figures with their names, sentences.

Each figure has an explanation, and where it is known how sure it is: as a tooltip for the mouse, as
the description that screen readers read, and written under the figure while "Explain the figures"
is on.
"""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look.theme import Tone
from ui.parts.label import Text
from ui.parts.plot import draw_focus
from ui.parts.tip import tip
from ui.words.joined import sentences

__all__ = ["Figure", "FiguresPane"]

Widget = TypeVar("Widget", bound=QWidget)

_EDGE = 2
"""Room for the frame that shows the focus, device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    name: str
    value: str
    explanation: str
    sure: str = ""
    """Between which ends the value lies, as a sentence; empty where nobody knows."""

    @property
    def told(self) -> str:
        """Explanation and certainty."""
        return sentences((self.explanation, self.sure))


class FiguresPane(QScrollArea):
    """The pane beside a list; what it shows is the heirs'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._explanations: list[Text] = []
        self._kept: list[QWidget] = []
        self.explain = self.keep(
            QCheckBox(QCoreApplication.translate("FiguresPane", "E&xplain the figures"))
        )
        self.explain.toggled.connect(self._show_explanations)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._gap = self.fontMetrics().height() // 2
        self._column.setContentsMargins(self._gap * 2, 0, self._gap * 2, self._gap * 2)
        self._column.setSpacing(self._gap)
        self.setWidget(self._body)

    def show_message(self, message: str) -> None:
        """Show a sentence in place of everything."""
        self.clear()
        text = Text(message, faint=True)
        self._column.addWidget(text)
        self._column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End as well: a scroll area knows only arrows and pages."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    # -- the focus ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """What is painted around the viewport is the scroll area's own."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            draw_focus(painter, self)
            painter.end()
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # -- for heirs ---------------------------------------------------------------------------

    def keep(self, widget: Widget) -> Widget:
        """Make this a part that is shown again and again; :meth:`clear` only takes it away."""
        self._kept.append(widget)
        return widget

    def add(self, widget: QWidget) -> None:
        """Put this below all else."""
        self._column.addWidget(widget)
        if widget in self._kept:
            widget.show()

    def finish(self) -> None:
        """Everything is there: show it from its top."""
        self._column.addStretch(1)
        self._show_explanations(self.explain.isChecked())
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take everything away."""
        self._explanations = []
        for kept in self._kept:
            kept.hide()
            kept.setParent(None)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._kept:
                widget.hide()
                widget.deleteLater()

    def heading(self, text: str) -> None:
        """Begin a part."""
        self._column.addSpacing(self._gap)
        self._column.addWidget(Text(text, bold=True))

    def state_line(self, word: str, tone: Tone, beside: str) -> None:
        """A state in its colour, and a fact beside it."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        row.addWidget(Text(word, tone=tone, bold=True, wrap=False))
        row.addWidget(Text(beside, faint=True))
        self._column.addWidget(line)

    def section(self, heading: str, figures: list[Figure], *, subheading: str = "") -> None:
        """A part of figures."""
        self.heading(heading)
        if subheading:
            self._column.addWidget(Text(subheading, faint=True))
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._gap * 2)
        grid.setVerticalSpacing(self._gap // 2)
        grid.setColumnStretch(1, 1)
        # The same in every section, so that all values stand in one column.
        grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 17)
        for row, figure in enumerate(figures):
            name = Text(figure.name, faint=True, wrap=False)
            value = Text(figure.value)
            value.setAccessibleName(f"{figure.name}: {figure.value}")
            value.setAccessibleDescription(figure.told)
            for text in (name, value):
                text.setToolTip(tip(figure.told))
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(name, 2 * row, 0, top)
            grid.addWidget(value, 2 * row, 1, top)
            explanation = Text(figure.told, faint=True)
            explanation.setContentsMargins(0, 0, 0, self._gap // 2)
            grid.addWidget(explanation, 2 * row + 1, 0, 1, 2)
            self._explanations.append(explanation)
        self._column.addWidget(grid_widget)

    def _show_explanations(self, on: bool) -> None:
        for explanation in self._explanations:
            explanation.setVisible(on)
