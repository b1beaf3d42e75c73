"""The settings, for people: what is changed here is saved at once, and can be undone.

Only the settings file is written (:mod:`notifier.settings.edit`, which leaves all else in it
alone) and secrets stored; the service then reads the file again, and what is in force comes back
from it. What an administrator or an editor wrote there is shown the same way.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from notifier.settings import edit, secrets
from notifier.settings.definitions import SERVER
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.turn.uri import parse_turn_uri
from ui.bridge import Bridge
from ui.look import icons
from ui.look.theme import Tone
from ui.parts.banner import Banner
from ui.parts.clear_button import ClearButton
from ui.parts.label import Text
from ui.parts.roomy import RoomyRows
from ui.parts.scrolled import InSight, scrolled
from ui.parts.tip import tip
from ui.parts.window_memory import WindowMemory
from ui.service_like import ServiceLike
from ui.settings import changed_secret
from ui.settings.browsers_pane import BrowsersPane
from ui.settings.changed_secret import ChangedSecret
from ui.settings.data_used import DataUsed
from ui.settings.login_switch import LoginSwitch
from ui.settings.server_form import ServerForm
from ui.settings.setting_row import SettingRow
from ui.settings.setting_words import (
    ADVANCED,
    BESIDE,
    BROWSERS,
    KEYS,
    LOG_IN,
    LOOK,
    ORGANISATION,
    PAGES,
    SENTENCES,
    SERVERS,
    USED,
    Page,
    also,
    caption,
    definition_of,
    meaning,
    page_caption,
    word,
)
from ui.settings.texts_page import TextsPage
from ui.settings.trial_view import FormTrial
from ui.words.translation import engine

__all__ = ["SettingsWindow"]

_KEY = Qt.ItemDataRole.UserRole
"""Of a row that was found: the setting's key."""

_SCREEN_SHARE = 0.5
"""Of the screen's width that a page takes by itself at most."""


@dataclass(frozen=True, slots=True)
class _Saved:
    """One change that can be taken back, and made again."""

    what: str
    before: bytes
    after: bytes
    """The settings file as it was, and as it is since."""

    removed: ServerSetting | None = None
    """The server that this change took out."""

    secret: ChangedSecret | None = None
    """What it changed in the key ring."""

    login: bool | None = None
    """How it switched the start at log-in."""


class SettingsWindow(QWidget):
    """A list of pages, a field to find a setting by its words, and the chosen page."""

    def __init__(
        self, service: ServiceLike, parent: QWidget | None = None, *, paths: Paths | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._service = service
        self._paths = paths or Paths.default()
        self._memory = WindowMemory("settings", self._paths)
        self._bridge = Bridge(service, self)
        self._undo: list[_Saved] = []
        self._redo: list[_Saved] = []
        self._tasks: set[asyncio.Task[object]] = set()
        self._editing: ServerSetting | None = None
        """As it was when the form was opened; the file may have been changed since."""

        self._refused: bytes | None = None
        """The file as it was when a change could not be made in it, which :attr:`failed` says."""

        self.rows: dict[str, SettingRow] = {}
        """Each setting that has a row of its own, by its key."""

        self.setWindowTitle(self.tr("Settings of Call Notifier"))
        self.setWindowIcon(icons.program_icon())
        self._line = self.fontMetrics().height()
        self.problems = Banner(Tone.AMBER, button=self.tr("&Open the file"), parent=self)
        self.problems.activated.connect(self._open_file)
        self.failed = Banner(Tone.RED, parent=self)
        self.failed.hide()
        self.pages = QStackedWidget(self)
        self.nav = QListWidget(self)
        self.nav.setAccessibleName(self.tr("Pages"))
        self.nav.setItemDelegate(RoomyRows(self.nav))
        for page in PAGES:
            self.nav.addItem(page_caption(page))
            self.pages.addWidget(self._made(page))
        self.nav.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.pages.currentChanged.connect(self.nav.setCurrentRow)
        self.nav.setCurrentRow(0)
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
        middle = QHBoxLayout()
        middle.setSpacing(self._line * 3 // 4)
        middle.addLayout(self._left_side())
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._line, self._line, self._line, self._line)
        column.setSpacing(self._line * 3 // 4)
        column.addWidget(self.problems)
        column.addWidget(self.failed)
        column.addLayout(middle, 1)
        column.addWidget(self.saved)
        column.addLayout(bottom)
        self._shortcuts()

        self._bridge.settings_changed.connect(self._show_settings)
        self._bridge.problem.connect(self._show_problems)
        self._bridge.verdict_reached.connect(self._on_verdict)
        self._show_settings()
        if not self._memory.restore(self):
            metrics = self.fontMetrics()
            wanted = QSize(metrics.averageCharWidth() * 150, self._line * 44)
            self.resize(
                wanted.expandedTo(self.sizeHint()).boundedTo(
                    self.screen().availableGeometry().size() * 0.9
                )
            )

    def _shortcuts(self) -> None:
        for keys, action in (
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
            # A text field that has the focus takes these two for what is typed in it.
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self._focus_search),
            (QKeySequence("Ctrl+PgDown"), lambda: self._turn(1)),
            (QKeySequence("Ctrl+PgUp"), lambda: self._turn(-1)),
        ):
            QShortcut(keys, self).activated.connect(action)

    # -- the left side -----------------------------------------------------------------------

    def _left_side(self) -> QVBoxLayout:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._go_to_first)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._focus_list)
        self.found = QListWidget(self)
        self.found.setAccessibleName(self.tr("Settings that were found"))
        self.found.setItemDelegate(RoomyRows(self.found))
        self.found.setWordWrap(True)
        self.found.itemActivated.connect(self._go_to)
        self.found.itemClicked.connect(self._go_to)
        self._list = QStackedWidget(self)
        self._list.addWidget(self.nav)
        self._list.addWidget(self.found)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        hint = self.fontMetrics().horizontalAdvance(self.search.placeholderText())
        width = max(self.nav.sizeHintForColumn(0), hint) + bar + self._line
        self._list.setFixedWidth(max(width, self.fontMetrics().averageCharWidth() * 22))
        self._list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.search.setFixedWidth(self._list.width())
        side = QVBoxLayout()
        side.setSpacing(self._line // 2)
        side.addWidget(self.search)
        side.addWidget(self._list, 1)
        return side

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        self.found.clear()
        hits: list[tuple[bool, str, str]] = []
        for key, name, rest in self._findable() if words else ():
            by_name = all(word in name.casefold() for word in words)
            if by_name or all(word in f"{name} {rest}".casefold() for word in words):
                hits.append((not by_name, name, key))
        # Those whose name says it come first; else they stay in the order of the pages.
        for _, name, key in sorted(hits, key=lambda hit: hit[0]):
            self._add_found(name, key)
        if words and not hits:
            item = QListWidgetItem(self.tr("Nothing found"), self.found)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.setCurrentIndex(1 if words else 0)

    def _findable(self) -> Iterator[tuple[str, str, str]]:
        """The key and the name of all that can be gone to, and what else it is found by."""
        for key in KEYS:
            row = self.rows.get(key)
            if (row is None or not row.isHidden()) and key != "server.secret-file":  # has no field
                about = f"{meaning(definition_of(key))} {key} {also(key)}"
                yield key, caption(key), about
        for key, (_, name) in BESIDE.items():
            yield key, word(name), also(key)
        for page in PAGES:
            yield page.name, page_caption(page), also(page.name)

    def _add_found(self, text: str, key: str) -> None:
        item = QListWidgetItem(text, self.found)
        item.setData(_KEY, key)

    def _go_to_first(self) -> None:
        item = self.found.item(0)
        if item is not None:
            self._go_to(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        if key:
            self.show_setting(str(key))

    def show_setting(self, key: str) -> None:
        """Turn to the page of a setting and put the focus on its field.

        :param key: as in the file, or the name of a page.
        """
        name = SERVERS if key.partition(".")[0] == SERVER.name else BESIDE.get(key, (key,))[0]
        for number, page in enumerate(PAGES):
            own = page.keys if page.name != ADVANCED else (*page.keys, *ORGANISATION)
            if name in (page.name, *own):
                self.pages.setCurrentIndex(number)
        beside: dict[str, tuple[QWidget, QWidget]] = {
            LOG_IN: (self.login, self.login.box),
            BROWSERS: (self.browsers, self.browsers.first()),
            USED: (self.used, self.rows["test.data-budget-mb"].field.main),
        }
        row = self.rows.get(key)
        place, focus = (row, row.field.main) if row is not None else beside.get(key, (None, None))
        area = self.pages.currentWidget()
        if place is None or focus is None:
            listed = self._list.currentWidget() is self.nav
            (self.nav if listed or area is None else _first_field(area)).setFocus()
            return
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(place, 0, self._line)
        focus.setFocus()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _focus_list(self) -> None:
        shown = self.found if self.search.text() else self.nav
        shown.setFocus()
        if shown is self.found:
            shown.setCurrentRow(0)

    def _turn(self, pages: int) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() + pages) % self.pages.count())

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
                    "this computer, which says nothing about your network."
                ),
                page,
                faint=True,
            )
        )
        self.server_list = QListWidget(page)
        self.server_list.setAccessibleName(self.tr("TURN servers"))
        self.server_list.setMinimumHeight(self._line * 7)
        self.server_list.setItemDelegate(RoomyRows(self.server_list))
        self.server_list.itemActivated.connect(lambda _item: self.edit_server())
        self.server_list.currentRowChanged.connect(lambda _row: self._enable_buttons())
        self.add = QPushButton(self.tr("&Add…"), page)
        self.add.clicked.connect(self.add_server)
        self.change = QPushButton(self.tr("&Edit…"), page)
        self.change.clicked.connect(self.edit_server)
        self.remove = QPushButton(self.tr("&Remove"), page)
        self.remove.clicked.connect(self.remove_server)
        self.password = QPushButton(self.tr("Enter the pass&word…"), page)
        self.password.clicked.connect(self.ask_password)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.server_list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_server)
        buttons = QHBoxLayout()
        buttons.setSpacing(self._line // 2)
        for button in (self.add, self.change, self.remove, self.password):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.servers_origin = Text(parent=page, bold=True, scale=0.92)
        self.secret_origin = Text(
            self.tr("Your organisation provides the password of this server."), page, faint=True
        )
        column.addWidget(self.servers_origin)
        column.addWidget(self.server_list, 1)
        column.addWidget(self.secret_origin)
        column.addLayout(buttons)

        form_page, form_column = self._page()
        self.form_title = Text(parent=form_page, bold=True, scale=1.15)
        self.form = ServerForm(form_page, paths=self._paths)
        self.form.kept.connect(self._on_server_kept)
        form_column.addWidget(self.form_title)
        tried = QWidget(form_page)
        self.trial = FormTrial(self._service, self._bridge, self.form, tried)
        whole = QVBoxLayout(tried)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self._line)
        whole.addWidget(self.form)
        whole.addWidget(self.trial)
        whole.addStretch(1)
        # The Tab key goes by the order in which parts came to the page.
        area = scrolled(tried)
        in_sight = InSight(area, self.trial)
        self.trial.tested.connect(in_sight.begin)
        self.form.edited.connect(in_sight.end)
        form_column.addWidget(area, 1)
        self.back = QPushButton(self.tr("Bac&k without saving"), form_page)
        self.back.clicked.connect(self._leave_form)
        self.keep = ClearButton(self.tr("Sa&ve"), form_page)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.form.keep)
        self.form.busy_changed.connect(self.keep.setDisabled)
        form_buttons = QHBoxLayout()
        form_buttons.setSpacing(self._line // 2)
        form_buttons.addStretch(1)
        form_buttons.addWidget(self.back)
        form_buttons.addWidget(self.keep)
        form_column.addLayout(form_buttons)

        self._servers_stack = QStackedWidget(self)
        self._servers_stack.addWidget(self._roomy(page))
        self._servers_stack.addWidget(form_page)
        return self._servers_stack

    def _made(self, page: Page) -> QWidget:
        """The widget of one page."""
        if page.name == SERVERS:
            return self._servers_page()
        if page.name == SENTENCES:
            self.texts = TextsPage(self)
            self.texts.changed.connect(self._save_text)
            return self._roomy(self.texts)
        content, column = self._page()
        column.setSpacing(self._line * 3 // 2)
        for key in page.keys:
            column.addWidget(self._row(key, content))
            if key == "test.data-budget-mb":
                self.used = DataUsed(lambda: self._service.history, content)
                column.addWidget(self.used)
            elif key == "calls.sites":
                self.browsers = BrowsersPane(self._paths.data_dir, content)
                column.addWidget(self.browsers)
        if page.name == LOOK:
            self.login = LoginSwitch(content)
            self.login.switched.connect(self._on_login_switched)
            column.addWidget(self.login)
        if page.name == ADVANCED:
            self.theirs = Text(self.tr("Set by your organisation"), content, bold=True, scale=1.15)
            column.addWidget(self.theirs)
            for key in ORGANISATION:
                column.addWidget(self._row(key, content))
        column.addStretch(1)
        return self._roomy(content)

    def _row(self, key: str, content: QWidget) -> SettingRow:
        row = SettingRow(key, self._paths.config_file, content)
        row.changed.connect(lambda value, what: self._save_row(row, value, what))
        self.rows[key] = row
        return row

    def _roomy(self, content: QWidget) -> QScrollArea:
        """Scrolls down where the window is low, and sideways only where the screen is narrow."""
        area = scrolled(content)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = self.screen().availableGeometry().width() * _SCREEN_SHARE
        wanted = content.minimumSizeHint().width() + bar
        area.setMinimumWidth(min(wanted, round(room)))
        return area

    # -- showing what is in force ------------------------------------------------------------

    def _show_settings(self) -> None:
        if self._refused is not None and self._contents() != self._refused:
            self._hide_failed()  # somebody has put it right, or tries to
        loaded = self._service.loaded
        settings = loaded.settings
        row = self.server_list.currentRow()
        self.server_list.clear()
        for server in settings.servers:
            item = QListWidgetItem(_described(server))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _described(server))
            self.server_list.addItem(item)
        if settings.servers:
            self.server_list.setCurrentRow(max(0, min(row, len(settings.servers) - 1)))
        for key, shown in self.rows.items():
            shown.show_value(getattr(settings, shown.definition.field), loaded.origin(key))
        self.theirs.setVisible(any(not self.rows[key].isHidden() for key in ORGANISATION))
        watching = settings.attach_calls
        for key in ("calls.watch", "calls.ask-for-rating", "forecast.learn-from-calls"):
            self.rows[key].set_wanted(watching)
        self.rows["calls.sites"].set_wanted(watching and settings.watch_sites == "listed")
        for key in ("notifications.quiet-hours", "notifications.respect-do-not-disturb"):
            self.rows[key].set_wanted(settings.notifications)
        for key in ("calls.origins", "calls.websocket-port", "calls.collect-sdp"):
            self.rows[key].set_wanted(watching)
        self.used.set_budget(settings.data_budget_mb)
        self.texts.fill(loaded)
        self._show_servers_origin()
        self._enable_buttons()
        self._show_problems()

    def _show_servers_origin(self) -> None:
        origin = self._service.loaded.servers_origin
        name = origin.file.name if origin.file is not None else ""
        text = {
            "policy": self.tr("Set by your organisation ({file})."),
            "policy-default": self.tr(
                "Proposed by your organisation ({file}). Servers that you add or change yourself "
                "stand in their place."
            ),
        }.get(origin.source, "")
        self.servers_origin.setText(text.format(file=name))
        self.servers_origin.setVisible(bool(text))
        self.server_list.setAccessibleDescription(self.servers_origin.text())

    def _show_problems(self) -> None:
        """Those of the settings; what else troubles the service is for the status window."""
        state = self._service.state
        others = {problem.message for problem in state.surroundings}
        told = [engine(problem) for problem in state.problems if problem not in others]
        self.problems.show_text("\n".join(told))

    def _enable_buttons(self) -> None:
        chosen = self.server_list.currentRow() >= 0
        origin = self._service.loaded.servers_origin.source
        locked = origin == "policy"
        # Without one of their own, those proposed hold again.
        last = origin == "policy-default" and self.server_list.count() == 1
        self.add.setEnabled(not locked)
        self.change.setEnabled(chosen and not locked)
        self.remove.setEnabled(chosen and not locked and not last)
        # What an organisation has set is theirs; the password is the person's own.
        server = self._chosen()
        provided = server is not None and server.secret_file is not None
        self.secret_origin.setVisible(provided)
        self.password.setVisible(locked)
        self.password.setEnabled(server is not None and bool(_entries(server)))

    def _chosen(self) -> ServerSetting | None:
        servers = self._service.settings.servers
        row = self.server_list.currentRow()
        return servers[row] if 0 <= row < len(servers) else None

    # -- saving ------------------------------------------------------------------------------

    def _save(
        self,
        what: str,
        write: Callable[[], str],
        *,
        removed: ServerSetting | None = None,
        secret: ChangedSecret | None = None,
    ) -> bool:
        """Change the file; say that it is saved, or why not."""
        before = self._contents()
        try:
            made = write()
        except edit.EditError as error:
            self._say_failed(self.tr("Not saved: {reason}.").format(reason=engine(str(error))))
            self._refused = before
            self.saved.hide()
            return False
        self._hide_failed()
        first, last = before if before is not None else made.encode(), self._contents() or b""
        if first != last or secret is not None:
            self._undo.append(_Saved(what, first, last, removed, secret))
            self._redo.clear()
            self._say_saved(what)
        self._service.reload_settings()
        return True

    def _say_failed(self, text: str) -> None:
        self._refused = None
        self.failed.show_text(text)

    def _hide_failed(self) -> None:
        self._refused = None
        self.failed.hide()

    def _contents(self) -> bytes | None:
        try:
            return self._paths.config_file.read_bytes()
        except OSError:
            return None

    def undo(self) -> None:
        """Take back the last change made in this window."""
        self._save_pending()
        if self._undo and self._put_back(self._undo[-1].after, self._undo[-1].before):
            saved = self._undo[-1]
            if saved.login is not None and not self.login.put(not saved.login):
                return
            self._undo.pop()
            self._redo.append(saved)
            self._say_saved(self._undo[-1].what if self._undo else "")
            if saved.secret is not None:
                self._begin(self._bring(saved.secret.setting, saved.secret.before))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._redo and self._put_back(self._redo[-1].before, self._redo[-1].after):
            saved = self._redo[-1]
            if saved.login is not None and not self.login.put(saved.login):
                return
            self._redo.pop()
            self._undo.append(saved)
            self._say_saved(saved.what)
            if saved.secret is not None:
                self._begin(self._bring(saved.secret.setting, saved.secret.after))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Have the key ring asked while everything else goes on."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring(self, server: ServerSetting, secret: str | None) -> None:
        problem = await changed_secret.bring(server, secret)
        if problem is not None:
            with contextlib.suppress(RuntimeError):  # the window may be gone
                self._say_failed(
                    self.tr("The password is not undone: {reason}.").format(
                        reason=self.form.why_not_stored(problem).rstrip(".")
                    )
                )

    def _put_back(self, expected: bytes, wanted: bytes) -> bool:
        """Write the file as it was, unless somebody else has changed it since."""
        if (self._contents() or b"") != expected:
            self._undo.clear()
            self._redo.clear()
            self.saved.hide()
            self._say_failed(
                self.tr("The file was changed by somebody else meanwhile; nothing is undone.")
            )
            return False
        if wanted == expected:  # it stands elsewhere
            self._hide_failed()
            return True
        try:
            edit.restore(self._paths, wanted)
        except edit.EditError as error:
            self._say_failed(self.tr("Not undone: {reason}.").format(reason=engine(str(error))))
            return False
        self._hide_failed()
        self._service.reload_settings()
        return True

    def continue_from(self, other: "SettingsWindow") -> None:
        """Show the page that another one shows, and take over what can be undone there."""
        self._undo, other._undo = other._undo, []
        self._redo, other._redo = other._redo, []
        self.pages.setCurrentIndex(other.pages.currentIndex())
        # What exactly was saved is said in the other one's language.
        for changes in (self._undo, self._redo):
            changes[:] = [replace(saved, what=self.tr("Saved.")) for saved in changes]
        self._say_saved(self._undo[-1].what if self._undo else "")

    def _say_saved(self, what: str) -> None:
        self.saved.button.setVisible(bool(self._undo))
        self.saved.show_text(what)

    def _save_row(self, row: SettingRow, value: object, what: str) -> None:
        if not self._save(what, lambda: edit.set_values(self._paths, {row.key: value})):
            row.refuse()

    def _save_pending(self) -> None:
        for row in self.rows.values():
            row.save_if_pending()

    def _save_text(self, key: str, text: str) -> None:
        code = key.rpartition(".")[2]
        what = (
            self.tr("Saved: your sentence for {code}.")
            if text
            else self.tr("Saved: the built-in sentence for {code}.")
        ).format(code=code)
        if not self._save(what, lambda: edit.set_values(self._paths, {key: text or None})):
            self.texts.fill(self._service.loaded)

    def _on_login_switched(self, on: bool, what: str) -> None:
        """Not in the settings file, but taken back like all else here."""
        self._saved_elsewhere(what, login=on)

    def _saved_elsewhere(
        self, what: str, *, secret: ChangedSecret | None = None, login: bool | None = None
    ) -> None:
        """Something was saved that does not stand in the file."""
        self._hide_failed()
        contents = self._contents() or b""
        self._undo.append(_Saved(what, contents, contents, secret=secret, login=login))
        self._redo.clear()
        self._say_saved(what)

    def _on_verdict(self) -> None:
        if self.used.isVisible():
            self.used.count()

    # -- servers -----------------------------------------------------------------------------

    def add_server(self) -> None:
        """Open the form for a new server."""
        self._open_form(None)

    def edit_server(self) -> None:
        """Open the form for the chosen server."""
        row = self.server_list.currentRow()
        if row >= 0 and self.change.isEnabled():
            self._open_form(self._service.settings.servers[row])

    def remove_server(self) -> None:
        """Take the chosen server out; Undo brings it back with its secret."""
        row = self.server_list.currentRow()
        servers = list(self._service.settings.servers)
        if not 0 <= row < len(servers) or not self.remove.isEnabled():
            return
        gone = servers.pop(row)
        self._save(
            self.tr("Removed: {server}.").format(server=_name(gone)),
            lambda: edit.set_servers(self._paths, servers),
            removed=gone,
        )

    def ask_password(self) -> None:
        """Ask for the password of the chosen server, which an organisation has set."""
        server = self._chosen()
        if server is None:
            return
        self.dialog = QInputDialog(self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.setWindowTitle(self.tr("Password"))
        self.dialog.setLabelText(
            tip(
                self.tr("Password for {server}, which is kept in the key ring:").format(
                    server=_name(server)
                )
            )
        )
        self.dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        self.dialog.textValueSelected.connect(lambda text: self._keep_password(server, text))
        self.dialog.open()

    def _keep_password(self, server: ServerSetting, password: str) -> None:
        self._begin(self._store_password(server, password))

    async def _store_password(self, server: ServerSetting, password: str) -> None:
        done = await changed_secret.change(server, password)
        with contextlib.suppress(RuntimeError):  # the window may be gone
            if isinstance(done, secrets.SecretProblem):
                self.saved.hide()
                self._say_failed(
                    self.tr("Not saved: {reason}.").format(
                        reason=self.form.why_not_stored(done).rstrip(".")
                    )
                )
                return
            if self.isVisible():  # else nobody can take it back, and it would be kept for nothing
                what = self.tr("Saved: the password of {server}.").format(server=_name(server))
                self._saved_elsewhere(what, secret=done)

    def _open_form(self, server: ServerSetting | None) -> None:
        self._editing = server
        self.form_title.setText(
            self.tr("New server") if server is None else self.tr("Change the server")
        )
        self.form.fill(server)
        self.trial.clear()
        self._servers_stack.setCurrentIndex(1)
        self.form.urls.setFocus()

    def _leave_form(self) -> None:
        self.form.cancel()
        self.trial.stop()
        self._servers_stack.setCurrentIndex(0)
        self.server_list.setFocus()

    def _on_server_kept(self, server: ServerSetting) -> None:
        servers = list(self._service.settings.servers)
        if self._editing in servers:
            servers[servers.index(self._editing)] = server
        else:
            servers.append(server)
        if self._save(
            self.tr("Saved: {server}.").format(server=_name(server)),
            lambda: edit.set_servers(self._paths, servers),
            secret=self.form.changed,
        ):
            self._leave_form()

    # -- the window's life -------------------------------------------------------------------

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self.nav.setFocus()
        elif self._servers_stack.currentIndex() == 1 and self.pages.currentIndex() == 0:
            self._leave_form()
        else:
            self.close()

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.config_file)))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._save_pending()
        self._leave_form()
        self._forget_removed()
        self._undo.clear()
        self._redo.clear()
        self.saved.hide()
        self._hide_failed()
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


def _first_field(page: QWidget) -> QWidget:
    """What the Tab key would come to first."""
    fields = page.findChildren(QWidget)
    by_tab = (f for f in fields if f.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((f for f in by_tab if f.isEnabled() and f.isVisibleTo(page)), page)


def _entries(server: ServerSetting) -> tuple[str, ...]:
    if server.secret_file is not None or server.password_env is not None:
        return ()
    if not secrets.needs_secret(server):
        return ()
    return secrets.entries(server)


def _name(server: ServerSetting) -> str:
    return server.label or parse_turn_uri(server.urls[0]).host


def _described(server: ServerSetting) -> str:
    """The name on one line, the addresses on the next."""
    return f"{_name(server)}\n{', '.join(server.urls)}"
