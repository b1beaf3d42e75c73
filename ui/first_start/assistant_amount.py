"""The assistant's step for how often is tested, and how much data that may take."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from notifier.service.ledger import FULL_AT_MOST, LIGHT_AT_MOST
from notifier.service.polite import Costs, cost_of_day
from notifier.settings.load import Loaded
from ui.look.theme import heading_font
from ui.parts.label import Text
from ui.words import wording

__all__ = ["AmountStep", "set_by_organisation"]

INTERVALS_S = (300.0, 600.0, 1800.0)
"""What is offered, seconds; and what the settings say, where that is another one."""

BUDGETS_MB = (10.0, 30.0, 100.0)
"""Likewise, megabytes a day."""

_FURTHER_ADDRESS = 0.25
"""Part of the first address's cost that a further one takes in a full test (docs/numbers.md)."""


def set_by_organisation() -> str:
    """Stands beside what a person can't change."""
    return QCoreApplication.translate("AmountStep", "Set by your organisation.")


class AmountStep(QWidget):
    """Plain choices, each with what it costs."""

    def __init__(self, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = loaded.settings
        self._addresses = max(1, sum(len(server.urls) for server in settings.servers))
        line = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addWidget(
            Text(
                self.tr(
                    "Most tests are tiny. About once an hour, and where something has changed, a "
                    "larger one measures the bandwidth. During a call nothing is tested."
                ),
                self,
            )
        )
        column.addSpacing(line // 2)
        heading = Text(self.tr("How often?"), self, bold=True)
        column.addWidget(heading)
        self.intervals = QButtonGroup(self)
        for seconds in sorted({*INTERVALS_S, settings.interval_s}):
            button = QRadioButton(self)
            button.setProperty("seconds", seconds)
            button.setChecked(seconds == settings.interval_s)
            self.intervals.addButton(button)
            column.addWidget(button)
        self._add_lock(column, loaded, "test.interval", *self.intervals.buttons())
        column.addSpacing(line // 2)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(line)
        form.setVerticalSpacing(line // 2)
        self.budget = QComboBox(self)
        for megabytes in sorted({*BUDGETS_MB, settings.data_budget_mb}):
            text = (
                self.tr("{megabytes} MB a day").format(megabytes=wording.number(megabytes))
                if megabytes
                else self.tr("no tests by themselves")
            )
            self.budget.addItem(text, megabytes)
        self.budget.setCurrentIndex(self.budget.findData(settings.data_budget_mb))
        self.budget.currentIndexChanged.connect(self._say_costs)
        self.metered = QComboBox(self)
        for text, value in (
            (self.tr("Tiny tests only"), "light"),
            (self.tr("All tests"), "full"),
            (self.tr("No tests"), "none"),
        ):
            self.metered.addItem(text, value)
        self.metered.setCurrentIndex(self.metered.findData(settings.on_metered))
        form.addRow(self.tr("Never &more than"), self.budget)
        form.addRow(self.tr("Where data costs &extra"), self.metered)
        column.addLayout(form)
        self._add_lock(column, loaded, "test.data-budget-mb", self.budget)
        self._add_lock(column, loaded, "test.on-metered", self.metered)
        column.addWidget(
            Text(
                self.tr(
                    "Tests you ask for are always made. All of this can be changed in the settings."
                ),
                self,
                faint=True,
            )
        )
        column.addStretch(1)
        heading.setFont(heading_font(heading, scale=1.1))
        self._settings = settings
        self._say_costs()

    def count_addresses(self, addresses: int) -> None:
        """So many addresses are tested each time."""
        self._addresses = max(1, addresses)
        self._say_costs()

    def values(self) -> dict[str, object]:
        """What was chosen and differs from the settings, by key."""
        chosen: dict[str, object] = {}
        seconds = self._seconds()
        if seconds != self._settings.interval_s:
            chosen["test.interval"] = int(seconds)
        megabytes = self.budget.currentData()
        if megabytes != self._settings.data_budget_mb:
            chosen["test.data-budget-mb"] = int(megabytes)
        if self.metered.currentData() != self._settings.on_metered:
            chosen["test.on-metered"] = self.metered.currentData()
        return chosen

    def _seconds(self) -> float:
        checked = self.intervals.checkedButton()
        return float(checked.property("seconds")) if checked else self._settings.interval_s

    def _say_costs(self) -> None:
        costs = Costs(
            full=FULL_AT_MOST * (1 + (self._addresses - 1) * _FURTHER_ADDRESS),
            light=LIGHT_AT_MOST * self._addresses,
        )
        budget = self.budget.currentData() * 1e6
        for button in self.intervals.buttons():
            seconds = float(button.property("seconds"))
            octets = cost_of_day(budget=budget, costs=costs, interval=seconds)
            text = (
                self.tr("Every %n second(s): about {megabytes} MB a day", "", round(seconds))
                if seconds % 60
                else self.tr(
                    "Every %n minute(s): about {megabytes} MB a day", "", round(seconds / 60)
                )
            )
            button.setText(text.format(megabytes=wording.number(octets / 1e6)))

    def _add_lock(self, column: QVBoxLayout, loaded: Loaded, key: str, *fields: QWidget) -> None:
        if not loaded.locked(key):
            return
        for field in fields:
            field.setEnabled(False)
            field.setAccessibleDescription(set_by_organisation())
        column.addWidget(Text(set_by_organisation(), self, faint=True))
