"""The assistant's step for a server: typed, pasted, or from a file; tested where it stands."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notifier.settings.handed_over import (
    HandedOver,
    HandedOverError,
    handed_over,
    read_handed_over,
)
from notifier.settings.ice_server import IceServer
from notifier.settings.paths import Paths
from ui.bridge import Bridge
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.service_like import ServiceLike
from ui.settings.server_form import ServerForm
from ui.settings.trial_view import FormTrial
from ui.words.translation import engine

__all__ = ["ServerStep"]


class ServerStep(QWidget):
    """Takes the first server.

    Signals:
        file_read: a file was read, or could not be; what is shown has changed.
    """

    file_read = Signal()

    def __init__(
        self, service: ServiceLike, bridge: Bridge, parent: QWidget | None, *, paths: Paths
    ) -> None:
        super().__init__(parent)
        self.others: tuple[HandedOver, ...] = ()
        """What else was in the file, or in what was pasted: kept with the one that is shown."""

        line = self.fontMetrics().height()
        self.intro = Text(
            self.tr(
                "Calls often go through a relay, a TURN server. Your IT department or the provider "
                "of your calls knows its address. If you have none at hand, press Later: until "
                "you enter one, a demonstration runs, which says nothing about your network."
            ),
            self,
        )
        self.open = QPushButton(self.tr("Open a &file…"), self)
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._choose_file)
        self.about_file = Text(parent=self, faint=True)
        self._offer_file()
        file_row = QHBoxLayout()
        file_row.setSpacing(line)
        file_row.addWidget(self.open)
        file_row.addWidget(self.about_file, 1, Qt.AlignmentFlag.AlignVCenter)
        self.form = ServerForm(self, paths=paths, keeps_others=True)
        self.form.others_pasted.connect(self._on_others)
        self.trial = FormTrial(service, bridge, self.form, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line)
        column.addWidget(self.intro)
        column.addLayout(file_row)
        column.addWidget(self.form)
        column.addWidget(self.trial)
        column.addStretch(1)

    def take_file(self, file: Path) -> None:
        """Enter what stands in a file; or say why that can't be done."""
        try:
            first, *others = read_handed_over(file)
        except HandedOverError as error:
            self._say_of_file(
                self.tr("{file} can't be used: {reason}.").format(
                    file=file.name, reason=engine(str(error)).rstrip(".")
                ),
                Tone.RED,
            )
            self.file_read.emit()
            return
        self.others = tuple(others)
        self.form.fill_in(first.setting, first.secret)
        if self.others:
            text = self.tr(
                "{file} is read. It has %n more server(s), which will be kept as well.",
                "",
                len(self.others),
            )
        else:
            text = self.tr("{file} is read.")
        self._say_of_file(text.format(file=file.name), None)
        self.file_read.emit()

    def take_text(self, text: str) -> None:
        """Enter what was dropped."""
        self.form.paste.setPlainText(text)

    def _on_others(self, others: tuple[IceServer, ...]) -> None:
        """What was pasted takes the place of a file."""
        self.others = tuple(map(handed_over, others))
        if not others:
            self._offer_file()
            return
        text = self.tr(
            "What was pasted has %n more server(s), which will be kept as well.", "", len(others)
        )
        self._say_of_file(text, None)

    def empty(self) -> None:
        """Forget everything typed, least of all keep a password."""
        self.trial.stop()
        self.form.cancel()
        self.form.fill(None)
        self.others = ()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a server's file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Servers (*.json *.toml *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _offer_file(self) -> None:
        self._say_of_file(
            self.tr("Were you given a file? Open it, or drop it onto this window."), None
        )

    def _say_of_file(self, text: str, tone: Tone | None) -> None:
        self.about_file.set_tone(tone)
        self.about_file.setText(text)
