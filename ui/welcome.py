"""What a newcomer sees first: what the program is for, and the way from the demonstration on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from notifier.settings import edit
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from ui import icons, wording
from ui.banner import Banner
from ui.label import Text
from ui.scrolled import scrolled
from ui.server_form import ServerForm
from ui.service_like import ServiceLike
from ui.theme import Tone

__all__ = ["WelcomeWindow"]


class WelcomeWindow(QWidget):
    """Explains, and takes the first server.

    Signals:
        server_kept: a server is in the settings and a test of it is on its way.
    """

    server_kept = Signal()

    def __init__(
        self, service: ServiceLike, parent: QWidget | None = None, *, paths: Paths | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._paths = paths or Paths.default()
        self.setWindowTitle(self.tr("Welcome to Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        line = self.fontMetrics().height()

        self.mark = QLabel(self)
        self.mark.setPixmap(icons.program_icon().pixmap(line * 4, line * 4))
        purpose = Text(
            self.tr(
                "Call Notifier tells you, before a call, how the call will go. "
                "Every few minutes it sends a few packets through a TURN server, the kind of "
                "relay that calls use, and measures delay, loss and bandwidth. "
                "The icon shows the result, and you are told when it changes."
            ),
            self,
        )
        heading = Text(self.tr("Know before you call"), self, scale=1.5, bold=True)
        words = QVBoxLayout()
        words.setSpacing(line // 2)
        words.addWidget(heading)
        words.addWidget(purpose)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)

        self.demonstration = Banner(Tone.AMBER, parent=self)
        self.demonstration.show_text(
            self.tr(
                "{notice} It runs until you enter a TURN server. Your IT department or the "
                "provider of your calls knows its address."
            ).format(notice=wording.demonstration_sentence())
        )
        self.form = ServerForm(self, paths=self._paths)
        self.form.kept.connect(self._on_kept)
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        self.later = QPushButton(self.tr("La&ter"), self)
        self.later.clicked.connect(self.close)
        self.test = QPushButton(self.tr("Test &it"), self)
        self.test.setDefault(True)
        self.test.clicked.connect(self.form.keep)
        self.form.busy_changed.connect(self.test.setDisabled)
        buttons = QHBoxLayout()
        buttons.setSpacing(line // 2)
        buttons.addStretch(1)
        buttons.addWidget(self.later)
        buttons.addWidget(self.test)

        body = QWidget(self)
        body_column = QVBoxLayout(body)
        body_column.setContentsMargins(0, 0, 0, 0)
        body_column.setSpacing(line)
        body_column.addLayout(top)
        body_column.addWidget(self.demonstration)
        body_column.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(line * 2, line * 2, line * 2, line * 3 // 2)
        column.setSpacing(line)
        column.addWidget(scrolled(body), 1)
        column.addWidget(self.error)
        column.addLayout(buttons)
        # As high as the text is at this width, where the screen has that much.
        width = self.fontMetrics().averageCharWidth() * 104
        height = body_column.totalHeightForWidth(width - 4 * line) + line * 8
        screen = self.screen().availableGeometry().size()
        self.resize(QSize(width, height).boundedTo(screen * 0.95))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self.form.urls.setFocus()

    def _on_kept(self, setting: ServerSetting) -> None:
        try:
            edit.set_servers(self._paths, [*self._service.settings.servers, setting])
        except edit.EditError as error:
            self.error.setText(
                self.tr("The settings could not be saved: {reason}.").format(reason=error)
            )
            self.error.show()
            return
        self.error.hide()
        self._service.reload_settings()
        self._service.run_now()
        self.server_kept.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed stays behind, least of all a password."""
        self.form.cancel()
        self.form.fill(None)
        super().closeEvent(event)
