"""Whether texts have the room that they need: what is cut off in a window, or sticks out of it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.windows import parts

__all__ = ["cut_off"]

_SLACK = 1
"""Pixels that rounding may cost."""

_BREAKS = re.compile(r"[\s/:?=-]+")
"""Where a line may end, also in addresses (UAX 14)."""

_ROWS = 12
"""Of each table that are looked at."""


def cut_off(window: QWidget) -> list[str]:
    """What can't be read whole, each as a line."""
    found: list[str] = []
    for part in parts(window):
        found += [f"{type(part).__name__}: {fault}" for fault in _faults(part)]
    return found


def _faults(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() if part.text():
            yield from _label(part)
        case QComboBox():
            if _wider(part, part.currentText(), _field_width(part), part.toolTip()):
                yield repr(part.currentText())
        case QAbstractButton() if part.text():
            if part.sizeHint().width() > part.width() + _SLACK:
                yield f"{part.text()!r}, {part.width()} of {part.sizeHint().width()}"
            if part.sizeHint().height() > part.height() + _SLACK:
                yield f"{part.text()!r} is too low"
        case QTabBar():
            room = part.tabRect(part.count() - 1).right()
            if not part.rect().adjusted(-_SLACK, 0, _SLACK, 0).contains(QPoint(room, 1)):
                yield "tabs need to be scrolled"
        case QHeaderView() if part.orientation() == Qt.Orientation.Horizontal:
            yield from _headings(part)
        case QTableView():
            yield from _cells(part)
        case QListView():
            for row in range(part.model().rowCount()):
                index = part.model().index(row, 0)
                if part.sizeHintForIndex(index).width() > part.viewport().width() and not (
                    part.wordWrap()
                ):
                    yield f"{index.data()!r}"
        case QScrollArea():
            never = part.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            content, shown = part.widget(), part.viewport().width()
            if never and content is not None and content.width() > shown + _SLACK:
                yield f"shows {shown} of {content.width()} pixels across"
    yield from _outside(part)


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        if need > label.height() + _SLACK:
            yield f"{text!r}, {label.height()} of {need} pixels high"
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in _BREAKS.split(text))
        if longest > label.width() + _SLACK and label.toolTip() == "":
            yield f"{text!r}: a word is wider than the {label.width()} pixels"
    elif label.sizeHint().width() > label.width() + _SLACK:
        yield f"{text!r}, {label.width()} of {label.sizeHint().width()} pixels wide"
    elif label.sizeHint().height() > label.height() + _SLACK:
        yield f"{text!r} is too low"


def _field_width(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    place = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    return place.width()


def _wider(widget: QWidget, text: str, room: int, whole: str) -> bool:
    """Whether a text is cut, and nothing says all of it."""
    return widget.fontMetrics().horizontalAdvance(text) > room + _SLACK and text not in whole


def _headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for column in range(header.count()):
        if header.isSectionHidden(column):
            continue
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        told = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if _wider(header, text, header.sectionSize(column), str(told or "")):
            yield f"{text!r} in {header.sectionSize(column)} pixels"


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    columns = range(model.columnCount())
    wide = sum(table.columnWidth(column) for column in columns)  # 0 of one that is hidden
    if wide > table.viewport().width() + _SLACK:
        yield "columns need to be scrolled"
    for row in range(min(_ROWS, model.rowCount(QModelIndex()))):
        for column in columns:
            index = model.index(row, column)
            place = table.visualRect(index)
            text = str(index.data() or "")
            if not text or place.isEmpty():
                continue
            told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            option = QStyleOptionViewItem()
            table.initViewItemOption(option)
            option.rect = place
            need = table.itemDelegateForIndex(index).sizeHint(option, index)
            wider = need.width() > place.width() + _SLACK and not table.wordWrap()
            higher = need.height() > place.height() + _SLACK
            if (wider or higher) and text not in told:
                yield f"{text!r} in {place.width()} of {need.width()} pixels"


def _outside(part: QWidget) -> Iterator[str]:
    """Whether it sticks out of what it lies in; what scrolls may, downwards."""
    around = part.parentWidget()
    if around is None or part.isWindow() or isinstance(around, QAbstractScrollArea):
        return
    place = part.geometry()
    if isinstance(around.parentWidget(), QAbstractScrollArea):
        return
    room = around.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if place.left() < room.left() or place.right() > room.right():
        yield f"sticks out: {place.left()} to {place.right()} of {around.width()}"
    elif place.bottom() > room.bottom():
        yield f"sticks out below: {place.bottom()} of {around.height()}"
