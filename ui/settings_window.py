"""The settings, for people: what is changed here is saved at once, and can be undone.

Only the settings file is written (:mod:`notifier.settings.edit`, which leaves all else in it
alone) and secrets stored; the service then reads the file again, and what is in force comes back
from it. What an administrator or an editor wrote there is shown the same way.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from notifier.settings import edit, secrets
from notifier.settings.definitions import MAX_BUDGET_MB
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.turn.uri import parse_turn_uri
from ui import icons
from ui.banner import Banner
from ui.bridge import Bridge
from ui.calls_settings import CallsSettings
from ui.label import Text
from ui.roomy import RoomyRows
from ui.scrolled import scrolled
from ui.server_form import ServerForm
from ui.service_like import ServiceLike
from ui.texts_page import TextsPage
from ui.theme import Tone
from ui.window_memory import WindowMemory

__all__ = ["SAVE_AFTER_MS", "SettingsWindow"]

SAVE_AFTER_MS = 600
"""Holding an arrow of a number field makes many values; the file is written when it rests."""


@dataclass(frozen=True, slots=True)
class _Saved:
    """One change that can be taken back."""

    what: str
    text: str
    """The settings file as it was."""

    removed: ServerSetting | None = None
    """The server that this change took out."""


class SettingsWindow(QWidget):
    """Four pages: servers, tests and notifications, sentences, calls."""

    def __init__(
        self, service: ServiceLike, parent: QWidget | None = None, *, paths: Paths | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._paths = paths or Paths.default()
        self._memory = WindowMemory("settings", self._paths)
        self._bridge = Bridge(service, self)
        self.destroyed.connect(self._bridge.close)
        self._undo: list[_Saved] = []
        self._tasks: set[asyncio.Task[object]] = set()
        self._editing: int | None = None
        self._filling = False

        self.setWindowTitle(self.tr("Settings of Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._line = self.fontMetrics().height()
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self._save_numbers)

        self.problems = Banner(Tone.AMBER, button=self.tr("&Open the file"), parent=self)
        self.problems.activated.connect(self._open_file)
        self.failed = Banner(Tone.RED, parent=self)
        self.failed.hide()
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.addTab(self._servers_page(), self.tr("&Servers"))
        self.pages.addTab(self._tests_page(), self.tr("&Tests and notifications"))
        self.texts = TextsPage(self)
        self.texts.changed.connect(self._save_text)
        self.pages.addTab(self.texts, self.tr("Se&ntences"))
        self.calls = CallsSettings(self)
        self.calls.changed.connect(self._save_calls)
        self.pages.addTab(scrolled(self.calls), self.tr("&Your calls"))
        self.saved = Banner(Tone.NEUTRAL, button=self.tr("Un&do"), parent=self)
        self.saved.activated.connect(self.undo)
        self.saved.hide()
        self.place = Text(
            self.tr("Kept in {file}").format(file=self._paths.config_file), self, faint=True
        )
        self.done = QPushButton(self.tr("&Close"), self)
        self.done.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.addWidget(self.place, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._line, self._line, self._line, self._line)
        column.setSpacing(self._line * 3 // 4)
        column.addWidget(self.problems)
        column.addWidget(self.failed)
        column.addWidget(self.pages, 1)
        column.addWidget(self.saved)
        column.addLayout(bottom)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._escape)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)

        self._bridge.settings_changed.connect(self._show_settings)
        self._bridge.problem.connect(self._show_problems)
        self._show_settings()
        if not self._memory.restore(self):
            metrics = self.fontMetrics()
            wanted = QSize(metrics.averageCharWidth() * 140, self._line * 42)
            self.resize(
                wanted.expandedTo(self.sizeHint()).boundedTo(
                    self.screen().availableGeometry().size() * 0.9
                )
            )

    # -- pages -------------------------------------------------------------------------------

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(self._line, self._line, self._line, self._line)
        column.setSpacing(self._line * 3 // 4)
        return page, column

    def _servers_page(self) -> QWidget:
        page, column = self._page()
        column.addWidget(
            Text(
                self.tr(
                    "Tests go through these TURN servers. Without one, a demonstration runs on "
                    "this machine, which says nothing about your network."
                ),
                page,
                faint=True,
            )
        )
        self.server_list = QListWidget(page)
        self.server_list.setAccessibleName(self.tr("TURN servers"))
        self.server_list.setItemDelegate(RoomyRows(self.server_list))
        self.server_list.itemActivated.connect(lambda _item: self.edit_server())
        self.server_list.currentRowChanged.connect(lambda _row: self._enable_buttons())
        self.add = QPushButton(self.tr("&Add…"), page)
        self.add.clicked.connect(self.add_server)
        self.change = QPushButton(self.tr("&Edit…"), page)
        self.change.clicked.connect(self.edit_server)
        self.remove = QPushButton(self.tr("&Remove"), page)
        self.remove.clicked.connect(self.remove_server)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.server_list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_server)
        buttons = QHBoxLayout()
        buttons.setSpacing(self._line // 2)
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self.server_list, 1)
        column.addLayout(buttons)

        form_page, form_column = self._page()
        self.form_title = Text(parent=form_page, bold=True, scale=1.15)
        self.form = ServerForm(form_page, paths=self._paths)
        self.form.kept.connect(self._on_server_kept)
        self.keep = QPushButton(self.tr("Sa&ve"), form_page)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.form.keep)
        self.form.busy_changed.connect(self.keep.setDisabled)
        self.back = QPushButton(self.tr("Bac&k without saving"), form_page)
        self.back.clicked.connect(self._leave_form)
        form_buttons = QHBoxLayout()
        form_buttons.setSpacing(self._line // 2)
        form_buttons.addStretch(1)
        form_buttons.addWidget(self.back)
        form_buttons.addWidget(self.keep)
        form_column.addWidget(self.form_title)
        form_column.addWidget(scrolled(self.form), 1)
        form_column.addLayout(form_buttons)

        self._servers_stack = QStackedWidget(self)
        self._servers_stack.addWidget(page)
        self._servers_stack.addWidget(form_page)
        return self._servers_stack

    def _tests_page(self) -> QWidget:
        page, column = self._page()
        self.interval = _PlainNumber(page)
        self.interval.setRange(0.5, 1440.0)
        self.interval.setDecimals(2)
        self.interval.setSuffix(self.tr(" min"))
        self.budget = _PlainNumber(page)
        self.budget.setRange(0.0, MAX_BUDGET_MB)
        self.budget.setDecimals(2)
        self.budget.setSingleStep(5.0)
        self.budget.setSpecialValueText(self.tr("nothing by itself"))
        self.budget.setSuffix(self.tr(" MB a day"))
        self.on_metered = QComboBox(page)
        for value, text in (
            ("light", self.tr("Light tests only")),
            ("full", self.tr("All tests")),
            ("none", self.tr("No tests")),
        ):
            self.on_metered.addItem(text, value)
        self.notify = QCheckBox(self.tr("Show not&ifications"), page)
        self.retention = QSpinBox(page)
        self.retention.setRange(0, 36_500)
        self.retention.setSpecialValueText(self.tr("for ever"))
        self.retention.setSuffix(self.tr(" days"))
        for caption, field, explanation in (
            (
                self.tr("Test &every"),
                self.interval,
                self.tr(
                    "From the end of one test to the start of the next, made longer or shorter "
                    "by chance so that many machines do not test at once."
                ),
            ),
            (
                self.tr("Data &budget"),
                self.budget,
                self.tr(
                    "What tests by themselves may cost in any 24 hours. Where it gets short they "
                    "come less often and lighter. Tests you ask for are always made, and count."
                ),
            ),
            (
                self.tr("Where data is &paid for by volume"),
                self.on_metered,
                self.tr(
                    "What runs by itself on a connection that the system calls metered. Light "
                    "tests do not load the line."
                ),
            ),
            (
                "",
                self.notify,
                self.tr(
                    "A notification comes when the verdict on a network changes. Without them, "
                    "the icon and the history go on."
                ),
            ),
            (
                self.tr("&Keep tests for"),
                self.retention,
                self.tr("Older tests and calls are deleted from the history."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(self._line)
            if caption:
                label = QLabel(caption, page)
                label.setBuddy(field)
                row.addWidget(label)
                field.setAccessibleName(caption.replace("&", ""))
            field.setAccessibleDescription(explanation)
            row.addWidget(field)
            row.addStretch(1)
            column.addLayout(row)
            column.addWidget(Text(explanation, page, faint=True))
            column.addSpacing(self._line // 2)
        column.addStretch(1)
        self.interval.valueChanged.connect(self._on_number)
        self.budget.valueChanged.connect(self._on_number)
        self.on_metered.currentIndexChanged.connect(self._on_number)
        self.retention.valueChanged.connect(self._on_number)
        self.notify.toggled.connect(self._on_notify)
        return page

    # -- showing what is in force ------------------------------------------------------------

    def _show_settings(self) -> None:
        settings = self._service.settings
        self._filling = True
        row = self.server_list.currentRow()
        self.server_list.clear()
        for server in settings.servers:
            item = QListWidgetItem(_described(server))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _described(server))
            self.server_list.addItem(item)
        if settings.servers:
            self.server_list.setCurrentRow(max(0, min(row, len(settings.servers) - 1)))
        if not self._save_timer.isActive():
            self.interval.setValue(settings.interval_s / 60)
            self.budget.setValue(settings.data_budget_mb)
            self.on_metered.setCurrentIndex(self.on_metered.findData(settings.on_metered))
            self.retention.setValue(settings.retention_days)
        self.notify.setChecked(settings.notifications)
        self.texts.fill(settings.texts)
        self.calls.fill(settings)
        self._filling = False
        self._enable_buttons()
        self._show_problems()

    def _show_problems(self) -> None:
        self.problems.show_text("\n".join(self._service.state.problems))

    def _enable_buttons(self) -> None:
        chosen = self.server_list.currentRow() >= 0
        self.change.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    # -- saving ------------------------------------------------------------------------------

    def _save(
        self, what: str, write: Callable[[], str], *, removed: ServerSetting | None = None
    ) -> bool:
        """Change the file; say that it is saved, or why not."""
        try:
            before = write()
        except edit.EditError as error:
            self.failed.show_text(self.tr("Not saved: {reason}.").format(reason=error))
            self.saved.hide()
            return False
        self.failed.hide()
        self._undo.append(_Saved(what, before, removed))
        self._show_undo()
        self._service.reload_settings()
        return True

    def undo(self) -> None:
        """Take back the last change made in this window."""
        if not self._undo:
            return
        last = self._undo[-1]
        try:
            edit.restore(self._paths, last.text)
        except edit.EditError as error:
            self.failed.show_text(self.tr("Not undone: {reason}.").format(reason=error))
            return
        self._undo.pop()
        self.failed.hide()
        self._show_undo()
        self._service.reload_settings()

    def _show_undo(self) -> None:
        self.saved.show_text(self._undo[-1].what if self._undo else "")

    def _on_number(self) -> None:
        if not self._filling:
            self._save_timer.start()

    def _on_notify(self, on: bool) -> None:
        if self._filling:
            return
        what = (
            self.tr("Saved: notifications are shown.")
            if on
            else self.tr("Saved: notifications are not shown.")
        )
        self._save(what, lambda: edit.set_values(self._paths, {"notifications.enabled": on}))

    def _save_numbers(self) -> None:
        self._save_timer.stop()
        settings = self._service.settings
        values: dict[str, object] = {}
        seconds = round(self.interval.value() * 60, 3)
        if abs(seconds - settings.interval_s) >= 0.5:
            values["test.interval"] = int(seconds) if seconds == int(seconds) else seconds
        budget = round(self.budget.value(), 2)
        if abs(budget - settings.data_budget_mb) >= 0.005:
            values["test.data-budget-mb"] = int(budget) if budget == int(budget) else budget
        if self.on_metered.currentData() != settings.on_metered:
            values["test.on-metered"] = self.on_metered.currentData()
        if self.retention.value() != settings.retention_days:
            values["history.retention-days"] = self.retention.value()
        if not values:
            return
        if values.keys() <= {"test.data-budget-mb", "test.on-metered"}:
            what = self.tr("Saved: data budget {budget}; metered: {metered}.").format(
                budget=self.budget.text(), metered=self.on_metered.currentText()
            )
        else:
            what = self.tr("Saved: a test every {interval}, kept {retention}.").format(
                interval=self.interval.text(), retention=self.retention.text()
            )
        self._save(what, lambda: edit.set_values(self._paths, values))

    def _save_text(self, code: int, text: str) -> None:
        value = text or None
        if self._service.settings.texts.get(code) == value:
            return
        what = (
            self.tr("Saved: your sentence for {code}.")
            if value
            else self.tr("Saved: the built-in sentence for {code}.")
        ).format(code=code)
        self._save(what, lambda: edit.set_values(self._paths, {f"texts.{code}": value}))

    def _save_calls(self, values: dict[str, object], what: str) -> None:
        if not self._save(what, lambda: edit.set_values(self._paths, values)):
            self.calls.fill(self._service.settings)

    # -- servers -----------------------------------------------------------------------------

    def add_server(self) -> None:
        """Open the form for a new server."""
        self._open_form(None, None)

    def edit_server(self) -> None:
        """Open the form for the chosen server."""
        row = self.server_list.currentRow()
        if row >= 0:
            self._open_form(row, self._service.settings.servers[row])

    def remove_server(self) -> None:
        """Take the chosen server out; Undo brings it back with its secret."""
        row = self.server_list.currentRow()
        servers = list(self._service.settings.servers)
        if not 0 <= row < len(servers):
            return
        gone = servers.pop(row)
        self._save(
            self.tr("Removed: {server}.").format(server=_name(gone)),
            lambda: edit.set_servers(self._paths, servers),
            removed=gone,
        )

    def _open_form(self, row: int | None, server: ServerSetting | None) -> None:
        self._editing = row
        self.form_title.setText(
            self.tr("New server") if server is None else self.tr("Change the server")
        )
        self.form.fill(server)
        self._servers_stack.setCurrentIndex(1)
        self.form.urls.setFocus()

    def _leave_form(self) -> None:
        self.form.cancel()
        self._servers_stack.setCurrentIndex(0)
        self.server_list.setFocus()

    def _on_server_kept(self, server: ServerSetting) -> None:
        servers = list(self._service.settings.servers)
        if self._editing is None or self._editing >= len(servers):
            servers.append(server)
        else:
            servers[self._editing] = server
        if self._save(
            self.tr("Saved: {server}.").format(server=_name(server)),
            lambda: edit.set_servers(self._paths, servers),
        ):
            self._leave_form()

    # -- the window's life -------------------------------------------------------------------

    def _escape(self) -> None:
        if self._servers_stack.currentIndex() == 1 and self.pages.currentIndex() == 0:
            self._leave_form()
        else:
            self.close()

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.config_file)))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._save_timer.isActive():
            self._save_numbers()
        self.calls.save_sites()
        self._leave_form()
        self._forget_removed()
        self._undo.clear()
        self.saved.hide()
        self.failed.hide()
        self._memory.save(self)
        super().closeEvent(event)

    def _forget_removed(self) -> None:
        """Delete the secrets of servers that stayed removed, where no other one uses them.

        Not before the window closes: until then, Undo may need them.
        """
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # the program is ending; a secret too many in the key ring harms less
            return
        kept = {name for server in self._service.settings.servers for name in _entries(server)}
        for server in (saved.removed for saved in self._undo if saved.removed is not None):
            names = set(_entries(server))
            if names and not names & kept:
                task = loop.create_task(secrets.forget(server))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)


class _PlainNumber(QDoubleSpinBox):
    """A number without needless zeros: "5", "0.75"."""

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)


def _entries(server: ServerSetting) -> tuple[str, ...]:
    if server.password_env is not None or not secrets.needs_secret(server):
        return ()
    return secrets.entries(server)


def _name(server: ServerSetting) -> str:
    return server.label or parse_turn_uri(server.urls[0]).host


def _described(server: ServerSetting) -> str:
    """The name on one line, the addresses on the next."""
    return f"{_name(server)}\n{', '.join(server.urls)}"
