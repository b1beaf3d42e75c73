"""A list with the details of what is chosen beside it; where the list is empty, it says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget

from ui.parts.label import Text

__all__ = ["ListBesideDetails"]


class ListBesideDetails(QSplitter):
    """The list has three parts of the width at first, the details two.

    :param name: by which its place is remembered.
    :param characters: of an average letter's width that the details have at least.
    """

    def __init__(
        self,
        table: QAbstractItemView,
        details: QWidget,
        *,
        name: str,
        characters: int,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.empty = Text(parent=parent, faint=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(self.fontMetrics().height())
        self.list_area = QStackedWidget(parent)
        self.list_area.addWidget(table)
        self.list_area.addWidget(self.empty)
        self.addWidget(self.list_area)
        self.addWidget(details)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        details.setMinimumWidth(self.fontMetrics().averageCharWidth() * characters)
