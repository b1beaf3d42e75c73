"""Whether the program starts when the person logs in, as a switch."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from notifier import autostart
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.words.translation import engine

__all__ = ["LoginSwitch"]


class LoginSwitch(QWidget):
    """No setting of the file: the system's own list of programs holds it.

    Signals:
        switched: the person has changed it; carries how it stands now, and what to say of it.
    """

    switched = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self.box = QCheckBox(self.tr("Start when you log in"), self)
        self.explanation = Text(parent=self, faint=True)
        self.origin = Text(self.tr("Set by your organisation."), parent=self, bold=True, scale=0.92)
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 3)
        for part in (self.box, self.error, self.explanation, self.origin):
            column.addWidget(part)
        self.box.toggled.connect(self.switch)
        self.look()

    def look(self) -> None:
        """Show how it stands."""
        found = autostart.status()
        with QSignalBlocker(self.box):
            self.box.setChecked(found.enabled)
        self.box.setEnabled(found.changeable)
        self.origin.setVisible(not found.changeable)
        self.explanation.setText(
            self.tr("It is installed for everybody on this computer; this switch is for you alone.")
            if found.scope == "machine" and found.changeable
            else self.tr("The icon is there when your desktop is, and the first test is made then.")
        )
        reason = "" if found.changeable else self.origin.text()
        self.box.setAccessibleDescription(f"{reason} {self.explanation.text()}".strip())

    def switch(self, on: bool) -> None:
        """Switch it on or off, or say why not."""
        if self.put(on):
            self.switched.emit(
                on,
                self.tr("Saved. The program starts when you log in.")
                if on
                else self.tr("Saved. The program does not start by itself."),
            )

    def put(self, on: bool) -> bool:
        """Have it so without a word; False where it can't be, which is said beside it."""
        try:
            if on:
                autostart.enable()
            else:
                autostart.disable()
        except autostart.AutostartError as error:
            self.error.setText(
                self.tr("Not saved: {reason}.").format(reason=engine(str(error)).rstrip("."))
            )
            self.error.show()
            return False
        else:
            self.error.hide()
            return True
        finally:
            self.look()
