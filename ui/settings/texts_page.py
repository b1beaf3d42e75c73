"""The sentences of the notifications: the built-in one of each code, and one's own instead."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notifier.codes import ROWS
from notifier.settings.definitions import SECTIONS, TEXTS, Where, Wrong
from notifier.settings.load import Loaded
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.parts.roomy import RoomyRows
from ui.settings.setting_fields import native_name
from ui.settings.setting_words import expected
from ui.words import wording
from ui.words.translation import available

__all__ = ["TextsPage"]

_DEFINITIONS = {
    definition.key: definition
    for section in SECTIONS
    if section.name == TEXTS
    for definition in section.definitions
}
_CODE, _BUILT_IN, _OWN = range(3)
_NO_FILES = Where(Path(), None)
_EDITABLE = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TextsPage(QWidget):
    """A table of the twelve codes; the last column is written by the person.

    Signals:
        changed: a key, as in :func:`notifier.settings.edit.set_values`, and its new sentence;
            empty to have again what would be said without.
    """

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._loaded: Loaded | None = None
        line = self.fontMetrics().height()
        self.language = QComboBox(self)
        self.language.addItem(self.tr("All languages"), "")
        for tag in available():
            self.language.addItem(native_name(tag), tag.lower())
        self.language.currentIndexChanged.connect(self._show)
        choice = QHBoxLayout()
        choice.setSpacing(line)
        label = QLabel(self.tr("For people who read"), self)
        label.setBuddy(self.language)
        self.language.setAccessibleName(label.text())
        choice.addWidget(label)
        choice.addWidget(self.language)
        choice.addStretch(1)
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
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
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
                item.setFlags(_FIXED)
            self.table.setItem(number, _CODE, code)
            self.table.setItem(number, _BUILT_IN, built_in)
            self.table.setItem(number, _OWN, QTableWidgetItem())
        self.table.setMinimumHeight(line * 10)
        self.table.setItemDelegate(RoomyRows(self.table))
        self.table.itemChanged.connect(self._on_changed)
        self.locked = Text(
            self.tr("Sentences in bold are set by your organisation."), self, bold=True, scale=0.92
        )
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(
            Text(
                self.tr(
                    "Double-click or press F2 in the last column to write a sentence of your own; "
                    "empty it to have the built-in one again. One for a language comes before "
                    "one for all."
                ),
                self,
                faint=True,
            )
        )
        column.addLayout(choice)
        column.addWidget(self.table, 1)
        column.addWidget(self.locked)
        column.addWidget(self.error)

    def fill(self, loaded: Loaded) -> None:
        """Show the sentences that are in force instead of built-in ones."""
        self._loaded = loaded
        for tag in loaded.settings.texts_by_language:
            if self.language.findData(tag) < 0:
                self.language.addItem(native_name(tag), tag)
        self._show()

    def _key(self, code: int) -> str:
        tag = self.language.currentData()
        return f"{TEXTS}.{tag}.{code}" if tag else f"{TEXTS}.{code}"

    def _show(self) -> None:
        if self._loaded is None:
            return
        settings = self._loaded.settings
        tag = self.language.currentData()
        texts = settings.texts_by_language.get(tag, {}) if tag else settings.texts
        self._filling = True
        any_locked = False
        for number, row in enumerate(ROWS):
            item = self.table.item(number, _OWN)
            if item is not None:
                locked = self._loaded.locked(self._key(row.notification_code))
                any_locked |= locked
                text = texts.get(row.notification_code, "")
                item.setText(text)
                item.setFlags(_FIXED if locked else _EDITABLE)
                font = self.table.font()
                font.setBold(locked)
                item.setFont(font)
                reason = self.tr("Set by your organisation.") if locked else ""
                item.setToolTip(reason)
                spoken = f"{text} {reason}".strip() or self.tr("None of your own")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._filling = False
        self.locked.setVisible(any_locked)
        self.error.hide()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if self._filling or self._loaded is None or item.column() != _OWN:
            return
        code = ROWS[item.row()].notification_code
        key = self._key(code)
        text = item.text().strip()
        if text:
            definition = _DEFINITIONS[str(code)]
            try:
                definition.read(text, _NO_FILES)
            except Wrong:
                self.error.setText(
                    self.tr("Not saved, {code}: expected {expected}.").format(
                        code=code, expected=expected(definition)
                    )
                )
                self.error.show()
                return
        self.error.hide()
        value = self._loaded.values.get(key)
        own = value is not None and value.origin.source != "default"
        if text != (str(value.value) if value is not None and own else ""):
            self.changed.emit(key, text)
