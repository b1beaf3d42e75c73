"""The assistant of the first start: three small steps from the demonstration to the real thing.

Going back loses nothing, leaving changes nothing: everything is written at the end, at once.
"""

import asyncio
import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.autostart import AutostartError
from notifier.settings import edit, secrets
from notifier.settings.load import load
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from ui.bridge import Bridge
from ui.first_start.assistant_amount import AmountStep
from ui.first_start.assistant_last import LastStep
from ui.first_start.assistant_server import ServerStep
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.clear_button import ClearButton
from ui.parts.label import Text
from ui.parts.scrolled import InSight, scrolled
from ui.service_like import ServiceLike
from ui.words import wording
from ui.words.translation import engine

__all__ = ["Assistant"]


class Assistant(QWidget):
    """Steps in a stack. The one for a server is left out where there are servers already.

    Signals:
        server_kept: the settings are written and a test is on its way.
    """

    server_kept = Signal()

    def __init__(
        self, service: ServiceLike, parent: QWidget | None = None, *, paths: Paths | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._paths = paths or Paths.default()
        self._bridge = Bridge(service, self)
        self._storing: asyncio.Task[None] | None = None
        self._loaded = load(self._paths, os.environ)
        self.setWindowTitle(self.tr("Welcome to Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        line = self.fontMetrics().height()

        self.mark = QLabel(self)
        self.mark.setAccessibleName(self.tr("Call Notifier"))
        self.mark.setPixmap(icons.program_icon().pixmap(line * 3, line * 3))
        self.counter = Text(parent=self, faint=True)
        self.heading = Text(parent=self, scale=1.5, bold=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.counter)
        words.addWidget(self.heading)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(line)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)

        self.server = ServerStep(service, self._bridge, self, paths=self._paths)
        self.server.form.kept.connect(self._on_kept)
        self.server.form.not_kept.connect(self._on_not_kept)
        self.server.form.busy_changed.connect(self._on_busy)
        self.server.file_read.connect(self._show_server)
        self.amount = AmountStep(self._loaded, self)
        self.last = LastStep(self._loaded, self)
        self._steps: list[tuple[str, QWidget]] = [
            (self.tr("Which server do your calls use?"), self.server),
            (self.tr("How often, and how much data?"), self.amount),
            (self.tr("Always there"), self.last),
        ]
        self._asks_server = not service.settings.servers and not self._loaded.locked("server")
        if not self._asks_server:
            self._steps.pop(0)
            self.server.hide()
        self._pages = QStackedWidget(self)
        self._areas: list[QScrollArea] = []
        for _, step in self._steps:
            self._areas.append(scrolled(step))
            self._pages.addWidget(self._areas[-1])

        # What a test found stands at the end of a page that may be longer than the window.
        found = InSight(self._areas[0], self.server.trial)
        self.server.trial.tested.connect(found.begin)
        self.server.form.edited.connect(found.end)
        self.error = Text(parent=self, tone=Tone.RED)
        self.error.hide()
        self.later = QPushButton(self.tr("La&ter"), self)
        self.back = QPushButton(self.tr("&Back"), self)
        self.next = ClearButton(self)
        self.next.setDefault(True)
        self.later.clicked.connect(self.close)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        buttons = QHBoxLayout()
        buttons.setSpacing(line // 2)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(line * 2, line * 3 // 2, line * 2, line * 3 // 2)
        column.setSpacing(line)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addWidget(self.error)
        column.addLayout(buttons)
        screen = self.screen().availableGeometry().size()
        wanted = QSize(self.fontMetrics().averageCharWidth() * 96, line * 46)
        self.resize(wanted.boundedTo(screen * 0.95))
        for key in (
            QKeySequence(Qt.Key.Key_Escape),
            QKeySequence(QKeySequence.StandardKey.Close),
        ):
            QShortcut(key, self).activated.connect(self.close)
        self.setAcceptDrops(self._asks_server)
        self._show(0)

    @property
    def step(self) -> int:
        """Which step is shown, counted from 0."""
        return self._pages.currentIndex()

    # -- from step to step -------------------------------------------------------------------

    def _show(self, number: int) -> None:
        heading, page = self._steps[number]
        self._pages.setCurrentIndex(number)
        self.heading.setText(heading)
        self.counter.setText(
            self.tr("Step {number} of {total}").format(
                number=wording.number(number + 1), total=wording.number(len(self._steps))
            )
        )
        self._say("")
        self.back.setVisible(number > 0)
        last = number == len(self._steps) - 1
        self.next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        page.setAccessibleName(f"{self.counter.text()}: {heading}")
        if page is self.server:
            self.server.form.urls.setFocus()
        else:
            page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.next.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(page, QAccessible.Event.NameChanged))

    def _go_back(self) -> None:
        self.server.trial.stop()
        self._show(self.step - 1)

    def _go_on(self) -> None:
        if self._steps[self.step][1] is self.server:
            setting = self.server.form.check()
            if setting is None:
                return
            self.server.trial.stop()
            others = sum(len(other.setting.urls) for other in self.server.others)
            self.amount.count_addresses(len(setting.urls) + others)
        if self.step < len(self._steps) - 1:
            self._show(self.step + 1)
        elif self._asks_server:
            self.server.form.keep()
        else:
            self._finish(())

    def _show_server(self) -> None:
        if self._asks_server:
            self._show(0)

    # -- the end -----------------------------------------------------------------------------

    def _on_busy(self, busy: bool) -> None:
        """The key ring is asked: the step of the form says so, and lets nobody wait for ever."""
        self.next.setDisabled(busy)
        self.back.setDisabled(busy)
        if busy:
            self._show(0)

    def _on_not_kept(self) -> None:
        """The form says why, beside the field that it is about."""
        self._show(0)

    def _on_kept(self, setting: ServerSetting) -> None:
        servers = (setting, *(other.setting for other in self.server.others))
        if any(other.secret for other in self.server.others):
            self._storing = asyncio.get_running_loop().create_task(self._store_others(servers))
        else:
            self._finish(servers)

    async def _store_others(self, servers: Sequence[ServerSetting]) -> None:
        """The passwords of the other servers of a file go into the key ring, too."""
        self.next.setDisabled(True)
        try:
            for other in self.server.others:
                if other.secret and (problem := await secrets.store(other.setting, other.secret)):
                    self._say(
                        self.tr("The password of {server} could not be kept: {reason}").format(
                            server=other.setting.label or other.setting.urls[0],
                            reason=engine(problem.message),
                        )
                    )
                    return
        finally:
            with contextlib.suppress(RuntimeError):  # the window may be gone
                self.next.setDisabled(False)
        self._finish(servers)

    def _finish(self, servers: Sequence[ServerSetting]) -> None:
        try:
            if servers:
                edit.set_servers(self._paths, servers)
            values = self.amount.values() | self.last.values()
            if values:
                edit.set_values(self._paths, values)
        except edit.EditError as error:
            self._say(
                self.tr("The settings could not be saved: {reason}.").format(
                    reason=engine(str(error))
                )
            )
            return
        try:
            self.last.apply_autostart()
        except AutostartError as error:
            self._say(
                self.tr(
                    "The settings are saved, but the start at log-in could not be changed: "
                    "{reason}. Clear that box, or try again."
                ).format(reason=engine(str(error)))
            )
            return
        self._service.reload_settings()
        self._service.run_now()
        self.server_kept.emit()
        self.close()

    def _say(self, error: str) -> None:
        self.error.setText(error)
        self.error.setVisible(bool(error))

    # -- files, and the end of the window -----------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file, or text as a web application writes it."""
        if _file(event) is not None or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is as if it had been opened, or pasted."""
        file = _file(event)
        if file is not None:
            self.server.take_file(file)
        else:
            self._show_server()
            self.server.take_text(event.mimeData().text())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed stays behind, least of all a password."""
        if self._storing is not None:
            self._storing.cancel()
        self.server.empty()
        super().closeEvent(event)


def _file(event: QDropEvent) -> Path | None:
    """The one file on this machine that is dropped."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
