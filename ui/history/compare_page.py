"""Two networks, or two servers, side by side."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notifier.history.filters import RunFilter
from notifier.history.queries import Figures, Network
from notifier.history.store import History
from ui.history.comparing import LEAST, Comparison, compare
from ui.history.network_name import network_names
from ui.history.reader import Reader
from ui.history.shown import Shown
from ui.look.theme import heading_font
from ui.parts.label import Text
from ui.parts.roomy import RoomyRows
from ui.parts.tip import tip
from ui.words.joined import sentences

__all__ = ["ComparePage"]

_NETWORKS, _SERVERS = 0, 1
"""What is compared: the first field's entries."""


class ComparePage(QWidget):
    """Three fields to choose with, and the table."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._networks: Sequence[Network] = ()
        self._servers: Sequence[str] = ()
        self._asked: tuple[Shown, Path] | None = None
        gap = self.fontMetrics().height() // 2
        self.what = self._field(self.tr("What is compared"))
        self.what.addItems([self.tr("Networks"), self.tr("Servers")])
        self.first = self._field(self.tr("The first"))
        self.second = self._field(self.tr("The second"))
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(self.tr("Side by side"))
        self.table.setItemDelegate(RoomyRows(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        headings = self.table.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        headings.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        # A name that is wider than its column goes on in the next line.
        headings.sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self.empty = Text(parent=self, faint=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QStackedWidget(self)
        self.area.addWidget(self.table)
        self.area.addWidget(self.empty)
        self.note = Text(parent=self, faint=True)
        fields = QHBoxLayout()
        fields.setSpacing(gap)
        fields.addWidget(self.what)
        fields.addSpacing(gap)
        fields.addWidget(self.first)
        fields.addWidget(Text(self.tr("beside"), self, wrap=False))
        fields.addWidget(self.second)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap * 2, 0, 0)
        column.setSpacing(gap)
        column.addLayout(fields)
        column.addWidget(self.area, 1)
        column.addWidget(self.note)
        self.what.activated.connect(self._on_what)
        for field in (self.first, self.second):
            field.activated.connect(self._ask)
        self._offer()

    def show_known(self, networks: Sequence[Network], servers: Sequence[str]) -> None:
        """Offer these to choose from; servers by their labels."""
        if (networks, servers) == (self._networks, self._servers):
            return
        self._networks, self._servers = networks, servers
        self._offer()
        self._ask()

    def show_choice(self, shown: Shown, path: Path) -> None:
        """Compare within the chosen time; the two are chosen here."""
        self._asked = shown, path
        self._ask()

    def _field(self, name: str) -> QComboBox:
        field = QComboBox(self)
        field.setAccessibleName(name)
        field.setAccessibleDescription(name)  # on Linux its name is what is chosen
        # Names may be long, and cut off.
        field.currentTextChanged.connect(lambda name: field.setToolTip(tip(name)))
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * 11)  # of long names
        return field

    def _on_what(self) -> None:
        self._offer()
        self._ask()

    def _offer(self) -> None:
        """Fill the fields, and keep what was chosen where it is still there."""
        names = (
            network_names(self._networks)
            if self.what.currentIndex() == _NETWORKS
            else list(self._servers)
        )
        for place, field in enumerate((self.first, self.second)):
            before = field.currentText()
            field.clear()
            field.addItems(names)
            field.setCurrentIndex(
                names.index(before) if before in names else min(place, len(names) - 1)
            )
            field.setEnabled(len(names) > 1)

    def _ask(self) -> None:
        first, second = self.first.currentIndex(), self.second.currentIndex()
        if self.first.count() < 2:
            self._say(
                self.tr("There are tests on one network only: there is nothing to compare.")
                if self.what.currentIndex() == _NETWORKS
                else self.tr("There are tests of one server only: there is nothing to compare.")
            )
            return
        if first == second:
            self._say(self.tr("Choose two that differ."))
            return
        if self._asked is None:
            return
        shown, path = self._asked
        period = RunFilter(since=shown.period.since, until=shown.period.until)
        if self.what.currentIndex() == _NETWORKS:
            pair = self._networks[first], self._networks[second]
            self._reader.ask("compare", path, lambda h: _networks(h, period, pair), self._show)
        else:
            labels = self._servers[first], self._servers[second]
            if shown.network is not None:
                period = replace(period, network_ids=frozenset({shown.network.network_id}))
            self._reader.ask("compare", path, lambda h: _servers(h, period, labels), self._show)

    def _say(self, sentence: str) -> None:
        self._reader.forget("compare")
        self.empty.setText(sentence)
        self.area.setCurrentWidget(self.empty)
        self.note.setText("")

    def _show(self, found: tuple[Figures, Figures]) -> None:
        if not any(side.runs for side in found):
            self._say(
                self.tr("No tests of these two in this time.")
                if self.what.currentIndex() == _NETWORKS
                else self.tr("No test in this time was made with both servers.")
            )
            return
        rows = compare(*found)
        names = self.first.currentText(), self.second.currentText()
        self.table.setHorizontalHeaderLabels(
            [self.tr("Figure"), *names, self.tr("Which is better")]
        )
        for column, name in enumerate(names, 1):
            heading = self.table.horizontalHeaderItem(column)
            if heading is not None:
                heading.setToolTip(tip(name))
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            texts = (row.name, row.first, row.second, self._better(row, names))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if not text:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Not compared"))
                if row.better is not None and column == 1 + row.better:
                    item.setFont(heading_font(self.table, scale=1.0, bold=True))
                self.table.setItem(number, column, item)
        self.table.resizeRowsToContents()
        self.area.setCurrentWidget(self.table)
        self.note.setText(self._basis(found))

    def _better(self, row: Comparison, names: tuple[str, str]) -> str:
        if not row.compared:
            return ""
        if row.better is None:
            return self.tr("No clear difference")
        return self.tr("{name} is better").format(name=names[row.better])

    def _basis(self, found: tuple[Figures, Figures]) -> str:
        told = [
            self.tr(
                "The middle value of the tests, and between what the middle half of them lies. "
                "One is called better where that is most likely no chance."
            )
        ]
        if min(side.runs for side in found) < LEAST:
            told.append(self.tr("There are too few tests to tell a difference from chance."))
        if not all(side.complete for side in found):
            told.append(self.tr("It rests on the newest tests of this time."))
        return sentences(told)


def _networks(
    history: History, period: RunFilter, pair: tuple[Network, Network]
) -> tuple[Figures, Figures]:
    """On the reader's thread."""
    first, second = (
        history.figures(
            replace(period, network_ids=frozenset({network.network_id})),
            demonstration=network.demonstration,
        )
        for network in pair
    )
    return first, second


def _servers(
    history: History, period: RunFilter, labels: tuple[str, str]
) -> tuple[Figures, Figures]:
    """On the reader's thread."""
    pair = history.server_pair(*labels, period)
    return pair.first, pair.second
