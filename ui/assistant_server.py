"""The assistant's step for a server: typed, pasted, or from a file; tested where it stands."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notifier.service.events import ServerTried, TrialProgress
from notifier.settings.handed_over import HandedOver, HandedOverError, read_handed_over
from notifier.settings.paths import Paths
from ui.bridge import Bridge
from ui.label import Text
from ui.server_form import ServerForm
from ui.service_like import ServiceLike
from ui.theme import Tone
from ui.translation import engine
from ui.trial_view import TrialView

__all__ = ["ServerStep"]


class ServerStep(QWidget):
    """Takes the first server.

    Signals:
        file_read: a file was read, or could not be; what is shown has changed.
        tested: what a test found is shown.
    """

    file_read = Signal()
    tested = Signal()

    def __init__(
        self, service: ServiceLike, bridge: Bridge, parent: QWidget | None, *, paths: Paths
    ) -> None:
        super().__init__(parent)
        self._service = service
        self.others: tuple[HandedOver, ...] = ()
        """What else was in the file: kept with the one that is shown."""

        line = self.fontMetrics().height()
        self.intro = Text(
            self.tr(
                "Calls often go through a relay, a TURN server. Your IT department or the provider "
                "of your calls knows its address. Until you enter one, a demonstration runs that "
                "says nothing about your network."
            ),
            self,
        )
        self.open = QPushButton(self.tr("Open a &file…"), self)
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._choose_file)
        self.about_file = Text(parent=self, faint=True)
        self._say_of_file(
            self.tr("Were you given a file? Open it, or drop it onto this window."), None
        )
        file_row = QHBoxLayout()
        file_row.setSpacing(line)
        file_row.addWidget(self.open)
        file_row.addWidget(self.about_file, 1, Qt.AlignmentFlag.AlignVCenter)
        self.form = ServerForm(self, paths=paths)
        self.form.edited.connect(self._on_edited)
        self.trial = TrialView(self)
        self.trial.wanted.connect(self._try)
        self.trial.cancel_wanted.connect(service.cancel_trial)
        self.form.busy_changed.connect(self.trial.setDisabled)
        bridge.trial_progress.connect(self._on_progress)
        bridge.server_tried.connect(self._on_tried)
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

    def stop(self) -> None:
        """Nobody waits for a test any more."""
        if self.trial.running:
            self._service.cancel_trial()

    def empty(self) -> None:
        """Forget everything typed, least of all keep a password."""
        self.stop()
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

    def _try(self) -> None:
        setting = self.form.check()
        if setting is not None:
            self._service.try_server(setting, self.form.typed_secret)

    def _on_edited(self) -> None:
        self.stop()
        self.trial.clear()

    def _on_progress(self, progress: TrialProgress) -> None:
        self.trial.show_progress(progress)

    def _on_tried(self, tried: ServerTried) -> None:
        self.trial.show_outcome(tried)
        self.tested.emit()

    def _say_of_file(self, text: str, tone: Tone | None) -> None:
        self.about_file.set_tone(tone)
        self.about_file.setText(text)
