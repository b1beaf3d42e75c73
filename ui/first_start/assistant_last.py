"""The assistant's last step: started at log-in or not, told or not, and where the icon is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from notifier import autostart
from notifier.autostart import Autostart
from notifier.settings.load import Loaded
from ui.first_start.assistant_amount import set_by_organisation
from ui.look import icons
from ui.parts.label import Text

__all__ = ["LastStep"]


class LastStep(QWidget):
    """Two switches and a picture."""

    def __init__(self, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = autostart.status()
        self._notified = loaded.settings.notifications
        line = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        self.start = QCheckBox(self.tr("&Start when I log in"), self)
        self.start.setEnabled(self._found.changeable)
        # Offered as switched on: a program that tells how calls will go is of use while it runs.
        self.start.setChecked(self._found.enabled or self._found == Autostart(False, None, True))
        column.addWidget(self.start)
        self._explain(
            column,
            self.start,
            self.tr("It opens no window then: the icon is all that there is to see.")
            if self._found.changeable
            else _set_by_administrator(),
        )
        column.addSpacing(line // 2)
        self.notify = QCheckBox(self.tr("Tell me &when something changes"), self)
        self.notify.setChecked(self._notified)
        column.addWidget(self.notify)
        locked = loaded.locked("notifications.enabled")
        self.notify.setEnabled(not locked)
        self._explain(
            column,
            self.notify,
            set_by_organisation()
            if locked
            else self.tr("With a notification of the desktop, and never twice for the same."),
        )
        column.addSpacing(line)
        column.addWidget(Text(self.tr("Look for the icon"), self, scale=1.2, bold=True))
        self.where = Text(
            self.tr(
                "It is where your desktop keeps its small icons: at the top or at the bottom of "
                "the screen, perhaps behind an arrow. Click it for everything that was found."
            ),
            self,
        )
        column.addWidget(self.where)
        column.addSpacing(line // 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(line)
        grid.setVerticalSpacing(line // 2)
        grid.setColumnStretch(1, 1)
        for row, (shape, text) in enumerate(
            (
                (icons.Shape.GOOD, self.tr("Calls will be good.")),
                (icons.Shape.FAIR, self.tr("Calls will work, but something will suffer.")),
                (icons.Shape.BAD, self.tr("Calls will be bad, or will not work.")),
            )
        ):
            mark = QLabel(self)
            icons.draw(icons.Look(shape), mark, round(line * 1.6))
            grid.addWidget(mark, row, 0)
            grid.addWidget(Text(text, self), row, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)
        column.addStretch(1)

    def values(self) -> dict[str, object]:
        """What was chosen and differs from the settings, by key."""
        if self.notify.isChecked() == self._notified:
            return {}
        return {"notifications.enabled": self.notify.isChecked()}

    def apply_autostart(self) -> None:
        """Switch the start at log-in as it was chosen.

        :raises AutostartError: it can't be changed.
        """
        if not self._found.changeable or self.start.isChecked() == self._found.enabled:
            return
        if self.start.isChecked():
            autostart.enable()
        else:
            autostart.disable()
        self._found = autostart.status()

    def _explain(self, column: QVBoxLayout, field: QCheckBox, text: str) -> None:
        label = Text(text, self, faint=True)
        indent = field.style().pixelMetric(field.style().PixelMetric.PM_IndicatorWidth)
        gap = field.style().pixelMetric(field.style().PixelMetric.PM_CheckBoxLabelSpacing)
        row = QGridLayout()
        row.setColumnMinimumWidth(0, indent + gap)
        row.setHorizontalSpacing(0)
        row.addWidget(label, 0, 1)
        column.addLayout(row)
        field.setAccessibleDescription(text)


def _set_by_administrator() -> str:
    return QCoreApplication.translate("LastStep", "Set by the administrator of this computer.")
