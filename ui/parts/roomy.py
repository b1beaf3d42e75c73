"""Rows with air around their text, in lists and tables whose rows have a height of their own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

__all__ = ["RoomyRows"]


class RoomyRows(QStyledItemDelegate):
    """Half a line more than the text needs."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = option.fontMetrics
        return super().sizeHint(option, index) + QSize(0, metrics.height() // 2)
