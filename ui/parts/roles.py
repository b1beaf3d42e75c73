"""What windows and drawings are to a screen reader: a window, a chart.

Qt can tell of its own classes alone, and takes everything else for a part without a meaning, which
screen readers pass over. Nothing is asked, and nothing made, until one is there.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

__all__ = ["ROLES", "install"]

ROLES = {
    "Assistant": QAccessible.Role.Window,
    "CallGraph": QAccessible.Role.Chart,
    "CellGrid": QAccessible.Role.Chart,
    "FiguresPane": QAccessible.Role.Grouping,
    "HistoryWindow": QAccessible.Role.Window,
    "Legend": QAccessible.Role.StaticText,
    "LiveWindow": QAccessible.Role.Window,
    "QStackedWidget": QAccessible.Role.Grouping,
    "QTabWidget": QAccessible.Role.Grouping,
    "RatingWindow": QAccessible.Role.Dialog,
    "SeriesChart": QAccessible.Role.Chart,
    "SettingsWindow": QAccessible.Role.Window,
    "Sparkline": QAccessible.Role.Chart,
    "StatusWindow": QAccessible.Role.Window,
}
"""By the name of the class."""


def install() -> None:
    """Tell Qt of them."""
    QAccessible.installFactory(_made)


def _made(name: str, widget: QObject | None) -> QAccessibleInterface | None:
    """Asked for the class of each object and the classes that it inherits."""
    role = ROLES.get(name)
    if role is None or not isinstance(widget, QWidget):
        return None
    # Without a name of its own, so that the widget's is told, and each change of it.
    return QAccessibleWidget(widget, role)
