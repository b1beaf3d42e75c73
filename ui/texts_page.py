"""The sentences of the notifications: the built-in one of each code, and one's own instead."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notifier.codes import ROWS
from notifier.settings.definitions import SECTIONS, Where, Wrong
from ui import icons, wording
from ui.label import Text
from ui.roomy import RoomyRows
from ui.theme import Tone

__all__ = ["TextsPage"]

_DEFINITIONS = {
    definition.key: definition
    for section in SECTIONS
    if section.name == "texts"
    for definition in section.definitions
}
_CODE, _BUILT_IN, _OWN = range(3)
_NO_FILES = Where(Path(), None)


class TextsPage(QWidget):
    """A table of the twelve codes; the last column is written by the person.

    Signals:
        changed: a code, and its new sentence; empty to have the built-in one again.
    """

    changed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        line = self.fontMetrics().height()
        self.table = QTableWidget(len(ROWS), 3, self)
        self.table.setAccessibleName(self.tr("Sentences by notification code"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Code"), self.tr("Built-in sentence"), self.tr("Your own sentence")]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setIconSize(QSize(line, line))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        columns = self.table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(_CODE, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(_BUILT_IN, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(_OWN, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for number, row in enumerate(ROWS):
            code = QTableWidgetItem(f"{row.notification_code}")
            code.setIcon(icons.icon(icons.Look(icons.shape_of(row.color, row.status, 3))))
            word = wording.state_word(row.status, 3)
            code.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.notification_code}, {word}")
            code.setToolTip(wording.summary(row.summary_code, row.summary))
            built_in = QTableWidgetItem(wording.sentence(row.notification_code, row.notification))
            for item in (code, built_in):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(number, _CODE, code)
            self.table.setItem(number, _BUILT_IN, built_in)
            self.table.setItem(number, _OWN, QTableWidgetItem())
        self.table.setItemDelegate(RoomyRows(self.table))
        self.table.itemChanged.connect(self._on_changed)
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(
            Text(
                self.tr(
                    "Double-click or press F2 in the last column to write a sentence of your own; "
                    "empty it to have the built-in one again."
                ),
                self,
                faint=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(self.error)

    def fill(self, texts: dict[int, str]) -> None:
        """Show the sentences that are in force instead of built-in ones."""
        self._filling = True
        for number, row in enumerate(ROWS):
            item = self.table.item(number, _OWN)
            if item is not None:
                item.setText(texts.get(row.notification_code, ""))
                item.setToolTip("")
        self._filling = False
        self.error.hide()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != _OWN:
            return
        code = ROWS[item.row()].notification_code
        text = item.text().strip()
        if text:
            try:
                _DEFINITIONS[str(code)].read(text, _NO_FILES)
            except Wrong as error:
                self.error.setText(
                    self.tr("Not saved, {code}: {reason}.").format(code=code, reason=error)
                )
                self.error.show()
                return
        self.error.hide()
        self.changed.emit(code, text)
