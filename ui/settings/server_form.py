"""The form for one TURN server, and where its secret goes: the key ring, or a variable's name.

What is wrong is said in words beside the field, and nothing is saved until all is right. The key
ring is another program that may fail or keep us waiting: meanwhile the form waits with a way out,
and what it answered is said with what to do instead.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from notifier.settings import secrets
from notifier.settings.definitions import SERVER, Where, Wrong
from notifier.settings.ice_server import IceServer, IceServerError, parse_ice_servers
from notifier.settings.model import SecretKind, ServerSetting
from notifier.settings.paths import Paths
from ui.look.theme import Tone
from ui.parts.label import Text
from ui.settings.address_help import address_help
from ui.settings.changed_secret import ChangedSecret, change
from ui.words.translation import engine

__all__ = ["ServerForm"]

_DEFINITIONS = {definition.key: definition for definition in SERVER.definitions}

NO_LOGIN, PASSWORD, TURN_REST = range(3)
"""Ways to log in, as the box lists them."""

KEY_RING, VARIABLE = range(2)
"""Places of the secret, as the box lists them."""


_LEAST_CHARACTERS = 10
"""That a choice shows where the window is narrow."""


class ServerForm(QWidget):
    """Fields for a :class:`ServerSetting` and its secret.

    Signals:
        kept: all is right and the secret is stored; carries the :class:`ServerSetting`, which the
            receiver writes into the settings. What happened to its secret, :attr:`changed` says.
        not_kept: it could not be stored, which is said beside the secret; or nobody waited for it.
        busy_changed: the key ring is being asked, or no more.
        edited: something in the fields has changed.
        others_pasted: carries the further servers of what was pasted, which the form can't show.

    :param keeps_others: whoever has the form keeps those, too; else the form says that it is up to
        the person.
    """

    kept = Signal(object)
    not_kept = Signal()
    busy_changed = Signal(bool)
    edited = Signal()
    others_pasted = Signal(tuple)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        paths: Paths | None = None,
        keeps_others: bool = False,
    ) -> None:
        super().__init__(parent)
        self._keeps_others = keeps_others
        self._where = Where((paths or Paths.default()).config_file.parent, Path.home())
        self._before: ServerSetting | None = None
        self.changed: ChangedSecret | None = None
        """The secret that was stored with what was kept last; None where that had none."""

        self._task: asyncio.Task[None] | None = None
        self._errors: dict[QWidget, Text] = {}
        self._labels: dict[QWidget, QLabel] = {}
        self._build()
        self.fill(None)

    # -- what is in it -----------------------------------------------------------------------

    def fill(self, setting: ServerSetting | None) -> None:
        """Show a server, or empty fields for a new one."""
        self._before = setting
        shown = setting or ServerSetting(urls=())
        self.paste.setPlainText("")
        self.urls.setPlainText("\n".join(shown.urls))
        self.label.setText(shown.label or "")
        if not secrets.needs_secret(shown) and setting is not None:
            self.login.setCurrentIndex(NO_LOGIN)
        else:
            self.login.setCurrentIndex(TURN_REST if shown.credential == "turn-rest" else PASSWORD)
        self.username.setText(shown.username or "")
        self.place.setCurrentIndex(VARIABLE if shown.password_env else KEY_RING)
        self.variable.setText(shown.password_env or "")
        self.ca_file.setText("" if shown.ca_file is None else str(shown.ca_file))
        self.secret.clear()
        self._say_nothing()
        self._show_fields()

    def fill_in(self, setting: ServerSetting, secret: str | None) -> None:
        """Enter a server that somebody handed over, as if it were typed."""
        self.fill(setting)
        self._before = None
        self.secret.setText(secret or "")
        self._show_fields()

    def check(self) -> ServerSetting | None:
        """What is entered; None where something is wrong, which is then said and focused."""
        setting = self._read()
        if setting is None:
            self._focus_first_error()
        return setting

    @property
    def typed_secret(self) -> str | None:
        """The secret as it is entered; None where it is to be looked up, or there is none."""
        return (self.secret.text() or None) if self._asks_key_ring() else None

    def keep(self) -> None:
        """Check everything, store the secret, and emit :attr:`kept`; or say what is wrong."""
        if self._task is not None:
            return
        setting = self.check()
        if setting is None:
            self.not_kept.emit()
            return
        self.changed = None
        secret = self.secret.text() if self._asks_key_ring() else ""
        if not secret:
            self.kept.emit(setting)
            return
        self._task = asyncio.get_running_loop().create_task(self._store(setting, secret))
        self._set_busy(True)

    def cancel(self) -> None:
        """Stop waiting for the key ring."""
        if self._task is not None:
            self._task.cancel()

    @property
    def busy(self) -> bool:
        """Whether the key ring is being asked."""
        return self._task is not None

    async def _store(self, setting: ServerSetting, secret: str) -> None:
        try:
            done = await change(setting, secret)
        except asyncio.CancelledError:
            with contextlib.suppress(RuntimeError):  # the window may be gone
                self.not_kept.emit()
            return
        finally:
            self._task = None
            with contextlib.suppress(RuntimeError):  # the window may be gone
                self._set_busy(False)
        if isinstance(done, secrets.SecretProblem):
            self._say(self.secret, self.why_not_stored(done))
            self.not_kept.emit()
            self.place.setFocus()
            return
        self._before = setting  # from now on the key ring has the secret
        self.secret.clear()
        self._show_fields()
        self.changed = done
        self.kept.emit(setting)
        self.changed = None

    def why_not_stored(self, problem: secrets.SecretProblem) -> str:
        """In the form's own words: the settings' sentences name keys of their file."""
        match problem.reason:
            case "bad":
                return engine(problem.message)
            case "no-key-ring":
                why = self.tr("This system has no key ring.")
            case "locked":
                why = self.tr("The key ring is locked. Unlock it and try again.")
            case "timeout":
                why = self.tr("The key ring did not answer. Unlock it and try again.")
            case _:
                why = self.tr("The key ring can't be used: it did not keep the secret.")
        return self.tr(
            "{why} You can also have the secret read from an environment variable: whatever "
            "starts Call Notifier sets it, and nothing is stored here."
        ).format(why=why)

    # -- reading -----------------------------------------------------------------------------

    def _read(self) -> ServerSetting | None:
        self._say_nothing()
        urls = self._value(self.urls, "urls", self._lines())
        label = self._value(self.label, "label", self.label.text().strip() or None)
        login = self.login.currentIndex()
        username: object = None
        variable: object = None
        credential: SecretKind = "turn-rest" if login == TURN_REST else "password"
        if login != NO_LOGIN:
            username = self._value(self.username, "username", self.username.text().strip() or None)
            if login == PASSWORD and username is None and not self._wrong(self.username):
                self._say(self.username, self.tr("Enter the user name, or choose no login."))
            if self.place.currentIndex() == VARIABLE:
                name = self.variable.text().strip()
                variable = self._value(self.variable, "password-env", name)
        ca_file = self._value(self.ca_file, "ca-file", self.ca_file.text().strip() or None)
        if any(text.text() for text in self._errors.values()) or not isinstance(urls, tuple):
            return None
        setting = ServerSetting(
            urls=urls,
            label=label if isinstance(label, str) else None,
            username=username if isinstance(username, str) else None,
            credential=credential,
            password_env=variable if isinstance(variable, str) else None,
            ca_file=ca_file if isinstance(ca_file, Path) else None,
        )
        if self._asks_key_ring() and not self.secret.text() and not self._is_stored(setting):
            self._say(self.secret, self.tr("Enter the secret, or name an environment variable."))
            return None
        return setting

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.urls.toPlainText().splitlines() if line.strip()]

    def _has_certificates(self) -> bool:
        return any(line.lower().startswith("turns:") for line in self._lines())

    def _asks_key_ring(self) -> bool:
        return self.login.currentIndex() != NO_LOGIN and self.place.currentIndex() == KEY_RING

    def _is_stored(self, setting: ServerSetting) -> bool:
        """Whether the secret of before still serves: same kind, same user, a host in common."""
        before = self._before
        if before is None or not self._in_key_ring(before):
            return False
        return bool(set(secrets.entries(before)) & set(secrets.entries(setting)))

    @staticmethod
    def _in_key_ring(setting: ServerSetting) -> bool:
        elsewhere = setting.password_env is not None or setting.secret_file is not None
        return secrets.needs_secret(setting) and not elsewhere

    def _value(self, field: QWidget, key: str, value: object) -> object:
        """Check one field by the settings' own definition."""
        if value is None:
            return None
        if key == "urls" and not value:
            self._say(field, self.tr("Enter an address like turn:turn.example.com:3478."))
            return None
        try:
            return _DEFINITIONS[key].read(value, self._where)
        except Wrong as error:
            if key == "urls" and any("@" in line for line in self._lines()):
                self._say(
                    field,
                    self.tr(
                        "An address holds no user name and no password: they have fields of "
                        "their own below."
                    ),
                )
            else:
                meant = map(address_help, self._lines()) if key == "urls" else ()
                self._say(field, next(filter(None, meant), _sentence(engine(str(error)))))
            return None

    def _on_urls(self) -> None:
        """Who pastes what a web app has does not always look into which field."""
        text = self.urls.toPlainText()
        if "{" in text:
            with contextlib.suppress(IceServerError):
                self._enter(parse_ice_servers(text), logins=True)
        self._show_fields()

    def _on_paste(self) -> None:
        text = self.paste.toPlainText()
        if not text.strip():
            self._say(self.paste, "")
            return
        try:
            servers = parse_ice_servers(text)
        except IceServerError as error:
            self._say(self.paste, _sentence(engine(str(error))))
            return
        with QSignalBlocker(self.paste):  # the secret is masked in its own field
            self.paste.setPlainText("")
        self._enter(servers, logins="{" in text)

    def _enter(self, servers: Sequence[IceServer], *, logins: bool) -> None:
        """Fill in what was pasted.

        :param logins: whether it could say how to log in; addresses alone say nothing of it.
        """
        first = servers[0]
        same = [
            server
            for server in servers
            if (server.username, server.credential) == (first.username, first.credential)
        ]
        self.urls.setPlainText(
            "\n".join(dict.fromkeys(url for server in same for url in server.urls))
        )
        if logins:
            has_login = first.username is not None or first.credential is not None
            self.login.setCurrentIndex(PASSWORD if has_login else NO_LOGIN)
            self.username.setText(first.username or "")
            self.place.setCurrentIndex(KEY_RING)
            self.secret.setText(first.credential or "")
        self._say_nothing()
        others = tuple(server for server in servers if server not in same)
        self.others_pasted.emit(others)
        if others and not self._keeps_others:
            self._say(
                self.paste,
                self.tr(
                    "There are servers with other credentials in it. The first is entered here; "
                    "add the others one by one in the settings."
                ),
            )

    # -- saying what is wrong ----------------------------------------------------------------

    def _say(self, field: QWidget, message: str) -> None:
        error = self._errors[field]
        error.setText(message)
        error.setVisible(bool(message))
        field.setAccessibleDescription(message)

    def _say_nothing(self) -> None:
        for field in self._errors:
            self._say(field, "")

    def _wrong(self, field: QWidget) -> bool:
        return bool(self._errors[field].text())

    def _focus_first_error(self) -> None:
        for field, error in self._errors.items():
            if error.text():
                field.setFocus()
                return

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self.paste = QPlainTextEdit(self)
        self.paste.setPlaceholderText(
            '{"urls": "turn:turn.example.com:3478", "username": "…", "credential": "…"}'
        )
        self.paste.textChanged.connect(self._on_paste)
        self.urls = QPlainTextEdit(self)
        self.urls.setPlaceholderText("turn:turn.example.com:3478\nturns:turn.example.com:443")
        for box, lines in ((self.paste, 2), (self.urls, 3)):
            box.setTabChangesFocus(True)
            box.setFixedHeight(round(line * (lines + 0.9)))
        self.label = QLineEdit(self)
        self.label.setPlaceholderText(self.tr("the host name"))
        self.login = QComboBox(self)
        self.login.addItems(
            [
                self.tr("No login"),
                self.tr("User name and password"),
                self.tr("User name and shared secret (TURN REST)"),
            ]
        )
        self.login.currentIndexChanged.connect(self._show_fields)
        self.username = QLineEdit(self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.place = QComboBox(self)
        self.place.addItems([self.tr("In the key ring"), self.tr("In an environment variable")])
        self.place.currentIndexChanged.connect(self._show_fields)
        for choice in (self.login, self.place):
            # As wide as there is room: their longest line is wider than some screens.
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(_LEAST_CHARACTERS)
            choice.setToolTip(choice.currentText())
            choice.currentTextChanged.connect(choice.setToolTip)
        self.variable = QLineEdit(self)
        self.variable.setPlaceholderText("TURN_PASSWORD")
        self.ca_file = QLineEdit(self)
        self.ca_file.setPlaceholderText(self.tr("a file (PEM), where the system's are not enough"))

        for code in (self.paste, self.urls, self.variable, self.ca_file):
            # Written from left to right in every language; Qt would turn brackets round.
            code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

        grid = QGridLayout()
        grid.setHorizontalSpacing(line)
        grid.setVerticalSpacing(line * 2 // 5)
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Paste from a web app"), self.paste),
            (self.tr("&Addresses, one a line"), self.urls),
            (self.tr("Na&me"), self.label),
            (self.tr("&Log in with"), self.login),
            (self.tr("&User name"), self.username),
            (self.tr("Pass&word"), self.secret),
            (self.tr("Where it is kept"), self.place),
            (self.tr("Varia&ble"), self.variable),
            (self.tr("Certificates"), self.ca_file),
        )
        for row, (caption, field) in enumerate(fields):
            label = QLabel(caption, self)
            label.setBuddy(field)
            field.setAccessibleName(caption.replace("&", ""))
            error = Text(parent=self, tone=Tone.RED)
            error.hide()
            top = Qt.AlignmentFlag.AlignTop if isinstance(field, QPlainTextEdit) else None
            grid.addWidget(label, 2 * row, 0, top or Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(error, 2 * row + 1, 1)
            self._errors[field] = error
            self._labels[field] = label
        self.waiting_text = Text(
            self.tr("Waiting for the key ring. Your desktop may ask for its password."),
            self,
            faint=True,
        )
        self.stop_waiting = QPushButton(self.tr("Stop waitin&g"), self)
        self.stop_waiting.clicked.connect(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        column.addLayout(grid)
        column.addWidget(self.waiting_text)
        column.addWidget(self.stop_waiting, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for edit in (self.label, self.username, self.secret, self.variable, self.ca_file):
            edit.textChanged.connect(self.edited)
        for choice in (self.login, self.place):
            choice.currentIndexChanged.connect(self.edited)
        self.urls.textChanged.connect(self._on_urls)
        self.urls.textChanged.connect(self.edited)
        self._set_busy(False)

    def _show_fields(self) -> None:
        """Only the fields that the addresses and the chosen login need."""
        login = self.login.currentIndex()
        by_variable = self.place.currentIndex() == VARIABLE
        has_login = login != NO_LOGIN
        for field, wanted in (
            (self.username, has_login),
            (self.place, has_login),
            (self.secret, has_login and not by_variable),
            (self.variable, has_login and by_variable),
            (self.ca_file, self._has_certificates() or bool(self.ca_file.text())),
        ):
            field.setVisible(wanted)
            self._labels[field].setVisible(wanted)
            if not wanted:
                self._say(field, "")
        rest = login == TURN_REST
        self._labels[self.secret].setText(
            self.tr("S&hared secret") if rest else self.tr("Pass&word")
        )
        stored = self._before is not None and self._in_key_ring(self._before)
        self.secret.setPlaceholderText(self.tr("unchanged") if stored else "")

    def _set_busy(self, busy: bool) -> None:
        for field in self._errors:
            field.setEnabled(not busy)
        self.waiting_text.setVisible(busy)
        self.stop_waiting.setVisible(busy)
        self.busy_changed.emit(busy)


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + ("" if message.endswith(".") else ".")
