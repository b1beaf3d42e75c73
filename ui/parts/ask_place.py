"""Where a file should be: asked in a window that stays open meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["ask_place"]


def ask_place(
    window: QWidget, title: str, name: str, pattern: str, then: Callable[[Path], object]
) -> None:
    """Ask where a file should be, and go on with that; without waiting.

    :param name: what it is called at first; a name that is typed without an extension gets this
        one's.
    :param pattern: which files are listed, as :class:`QFileDialog` takes it.
    """
    dialog = QFileDialog(window, title, str(Path.home()), pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda target: then(Path(target)))
    dialog.open()
