"""The form for a server: what is wrong is said beside the field, the secret goes to the key ring.

The key ring is asked on the program's own kind of loop (qasync).
"""

import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Literal

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.sentence import sentence
from notifier.settings import secrets
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from tests.ui.key_rings import FailingKeyRing, MemoryKeyRing, StuckKeyRing, in_use
from tests.ui.waiting import WAIT_MS, until
from ui.settings.server_form import KEY_RING, NO_LOGIN, PASSWORD, TURN_REST, VARIABLE, ServerForm

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path) -> ServerForm:
    form = ServerForm(paths=Paths.under(tmp_path))
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def kept(form: ServerForm) -> list[ServerSetting]:
    """What the form handed out."""
    settings: list[ServerSetting] = []
    form.kept.connect(settings.append)
    return settings


def words(form: ServerForm) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in form.findChildren(QLabel) if label.isVisibleTo(form)]
    return "\n".join(label.text() for label in labels)


def write(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def test_without_login_nothing_else_is_asked(form: ServerForm, kept: list[ServerSetting]) -> None:
    form.login.setCurrentIndex(NO_LOGIN)
    write(form.urls, "turn:a.example")
    write(form.label, "Office")

    form.keep()

    assert kept == [ServerSetting(urls=("turn:a.example",), label="Office")]
    for field in (form.username, form.place, form.secret, form.variable):
        assert not field.isVisible()


def test_several_addresses_one_a_line(form: ServerForm, kept: list[ServerSetting]) -> None:
    form.login.setCurrentIndex(NO_LOGIN)
    form.urls.setPlainText("  turn:a.example \n\nturns:a.example:443\n")

    form.keep()

    assert kept[0].urls == ("turn:a.example", "turns:a.example:443")


@pytest.mark.parametrize(
    ("urls", "says"),
    [
        ("", "Enter an address"),
        ("http://a.example", "http://a.example is a web page."),
        ("turn:a.example\nstun:a.example", "stun:a.example is a STUN server"),
        ("turn://a.example:3478", "Perhaps turn:a.example:3478 is meant?"),
        ("turns://a.example/", "Perhaps turns:a.example is meant?"),
        ("a.example:3478", "Perhaps turn:a.example:3478 is meant?"),
        ("turn:2001:db8::1", "Perhaps turn:[2001:db8::1] is meant?"),
        ("2001:db8::1", "Perhaps turn:[2001:db8::1] is meant?"),
        ("turn:a b", "is not a TURN address"),
        ("turn:a.example:0", "the port must be"),
        ("turn:ann:s3cret@a.example", "holds no user name and no password"),
    ],
)
def test_wrong_addresses_are_said_beside_the_field(
    form: ServerForm, kept: list[ServerSetting], urls: str, says: str
) -> None:
    form.login.setCurrentIndex(NO_LOGIN)
    form.urls.setPlainText(urls)

    form.keep()

    assert not kept
    assert says in words(form)
    assert says in form.urls.accessibleDescription()
    assert form.urls.hasFocus()
    assert "s3cret" not in words(form)


def test_every_wrong_field_is_said_at_once(form: ServerForm, kept: list[ServerSetting]) -> None:
    form.urls.setPlainText("x y")
    form.label.setText("a" * 200)
    form.place.setCurrentIndex(VARIABLE)
    form.variable.setText("not a name")

    form.keep()

    assert not kept
    said = words(form)
    assert "is not a TURN address" in said
    assert "1 to 100 characters" in said
    assert "Enter the user name" in said
    assert "letters, digits and _" in said

    form.fill(None)
    assert "is not a TURN address" not in words(form)


def test_a_paste_into_the_wrong_field_is_understood(form: ServerForm) -> None:
    form.urls.setPlainText("{urls: ['turn:a.example'], username: 'ann', credential: 's3 cret '}")

    assert form.urls.toPlainText() == "turn:a.example"
    assert form.username.text() == "ann"
    assert form.secret.text() == "s3 cret "
    assert "s3" not in words(form)
    form.urls.setPlainText("{urls: ")
    assert form.urls.toPlainText() == "{urls: ", "half of it may be typed"


def test_addresses_alone_say_nothing_of_the_login(form: ServerForm) -> None:
    form.username.setText("ann")
    form.paste.setPlainText("turn:a.example\nturns:a.example:443")

    assert form.urls.toPlainText() == "turn:a.example\nturns:a.example:443"
    assert form.paste.toPlainText() == ""
    assert (form.login.currentIndex(), form.username.text()) == (PASSWORD, "ann")


def test_an_environment_variable_needs_no_key_ring(
    form: ServerForm, kept: list[ServerSetting]
) -> None:
    write(form.urls, "turn:a.example")
    write(form.username, "ann")
    form.place.setCurrentIndex(VARIABLE)
    assert not form.secret.isVisible()
    write(form.variable, "OFFICE_TURN")

    form.keep()

    assert kept == [
        ServerSetting(urls=("turn:a.example",), username="ann", password_env="OFFICE_TURN")
    ]


def test_a_secret_has_to_be_entered(form: ServerForm, kept: list[ServerSetting]) -> None:
    write(form.urls, "turn:a.example")
    write(form.username, "ann")
    assert form.place.currentIndex() == KEY_RING

    form.keep()

    assert not kept
    assert "Enter the secret" in words(form)


@pytest.mark.parametrize(
    ("login", "username", "entry"),
    [
        (PASSWORD, "ann", "ann@a.example"),
        (TURN_REST, "ann", "turn-rest:ann@a.example"),
        (TURN_REST, "", "turn-rest:@a.example"),
    ],
)
def test_the_secret_goes_into_the_key_ring(
    form: ServerForm,
    kept: list[ServerSetting],
    run_on_qt: Run,
    login: int,
    username: str,
    entry: str,
) -> None:
    key_ring = MemoryKeyRing()

    async def scenario() -> None:
        form.login.setCurrentIndex(login)
        write(form.urls, "turn:a.example")
        write(form.username, username)
        write(form.secret, "s3cret")
        form.keep()
        await until(lambda: bool(kept))

    with in_use(key_ring):
        run_on_qt(scenario())

    assert key_ring.secrets == {entry: "s3cret"}
    assert kept[0].username == (username or None)
    assert kept[0].credential == ("turn-rest" if login == TURN_REST else "password")
    assert form.secret.text() == ""
    assert form.secret.echoMode() == form.secret.EchoMode.Password


def test_a_stored_secret_need_not_be_entered_again(
    form: ServerForm, kept: list[ServerSetting], tmp_path: Path
) -> None:
    before = ServerSetting(
        urls=("turn:a.example",), username="ann", ca_file=tmp_path / "ca.pem", label="Old"
    )
    form.fill(before)
    assert form.secret.placeholderText() == "unchanged"

    form.label.setText("New")
    form.keep()
    assert kept == [
        ServerSetting(
            urls=("turn:a.example",), username="ann", ca_file=tmp_path / "ca.pem", label="New"
        )
    ]

    form.fill(before)
    form.username.setText("bob")
    form.keep()
    assert len(kept) == 1
    assert "Enter the secret" in words(form)


def test_a_key_ring_that_fails_is_said_with_the_way_out(
    form: ServerForm, kept: list[ServerSetting], run_on_qt: Run
) -> None:
    async def scenario() -> None:
        write(form.urls, "turn:a.example")
        write(form.username, "ann")
        write(form.secret, "s3cret")
        form.keep()
        assert form.busy
        await until(lambda: not form.busy)

    with in_use(FailingKeyRing()):
        run_on_qt(scenario())

    assert not kept
    said = words(form)
    assert "The key ring can't be used" in said
    assert "read from an environment variable" in said
    assert "password-env" not in said
    assert "s3cret" not in said
    assert form.secret.text() == "s3cret"
    assert form.urls.isEnabled()


@pytest.mark.parametrize("reason", ["no-key-ring", "locked", "timeout", "failed", "bad"])
def test_why_a_secret_was_not_stored_is_said_in_the_forms_words(
    form: ServerForm,
    run_on_qt: Run,
    monkeypatch: pytest.MonkeyPatch,
    reason: Literal["no-key-ring", "locked", "timeout", "failed", "bad"],
) -> None:
    message = sentence("Name it with password-env instead.")
    if reason == "bad":
        message = sentence("The secret is empty.")

    async def store(setting: ServerSetting, secret: str) -> secrets.SecretProblem:
        del setting, secret
        return secrets.SecretProblem(reason, message)

    async def scenario() -> None:
        write(form.urls, "turn:a.example")
        write(form.username, "ann")
        write(form.secret, "s3cret")
        form.keep()
        await until(lambda: not form.busy)

    monkeypatch.setattr(secrets, "store", store)
    run_on_qt(scenario())

    said = form.secret.accessibleDescription()
    assert "password-env" not in said
    if reason == "bad":
        assert said == message
    else:
        assert "environment variable" in said


def test_a_login_in_an_address_is_sent_to_its_own_fields(form: ServerForm) -> None:
    write(form.urls, "turn:ann:s3cret@a.example")
    form.keep()

    said = form.urls.accessibleDescription()
    assert "fields of their own" in said
    assert "password-env" not in said
    assert "s3cret" not in said


def test_a_key_ring_that_never_answers_can_be_left(
    form: ServerForm, kept: list[ServerSetting], run_on_qt: Run
) -> None:
    key_ring = StuckKeyRing()

    async def scenario() -> None:
        write(form.urls, "turn:a.example")
        write(form.username, "ann")
        write(form.secret, "s3cret")
        form.keep()
        await until(key_ring.asked.is_set)
        assert "Waiting for the key ring" in words(form)
        assert not form.urls.isEnabled()
        form.keep()  # a second press changes nothing

        QTest.mouseClick(form.stop_waiting, Qt.MouseButton.LeftButton)
        await until(lambda: not form.busy)

    with in_use(key_ring):
        run_on_qt(scenario())

    assert not kept
    assert form.urls.isEnabled()
    assert not form.waiting_text.isVisible()


def test_pasting_fills_the_fields(form: ServerForm) -> None:
    form.paste.setPlainText(
        json.dumps(
            {
                "iceServers": [
                    {"urls": "stun:s.example"},
                    {"urls": ["turn:a.example"], "username": "ann", "credential": "s3cret"},
                    {"urls": "turns:a.example:443", "username": "ann", "credential": "s3cret"},
                ]
            }
        )
    )

    assert form.urls.toPlainText().splitlines() == ["turn:a.example", "turns:a.example:443"]
    assert form.username.text() == "ann"
    assert form.secret.text() == "s3cret"
    assert form.login.currentIndex() == PASSWORD


def test_a_pasted_secret_can_be_read_nowhere(form: ServerForm) -> None:
    pasted = QMimeData()
    pasted.setText('{"urls": "turn:a.example", "username": "ann", "credential": "s3cret"}')

    form.paste.insertFromMimeData(pasted)

    assert form.secret.text() == "s3cret"
    assert form.paste.toPlainText() == ""
    form.paste.undo()
    assert form.paste.toPlainText() == ""


def test_pasting_servers_of_several_owners_takes_the_first_and_says_so(form: ServerForm) -> None:
    form.paste.setPlainText(
        json.dumps(
            [
                {"urls": "turn:a.example", "username": "ann", "credential": "x"},
                {"urls": "turn:b.example", "username": "bob", "credential": "y"},
            ]
        )
    )

    assert form.urls.toPlainText() == "turn:a.example"
    assert "one by one" in words(form)


def test_pasting_without_credentials(form: ServerForm) -> None:
    form.paste.setPlainText('{"urls": "turn:a.example"}')

    assert form.login.currentIndex() == NO_LOGIN


def test_pasting_rubbish_says_what_is_wrong_and_leaves_the_fields(form: ServerForm) -> None:
    write(form.urls, "turn:a.example")

    form.paste.setPlainText("{'urls': b.example}")

    assert "It can't be read (line 1 is not as expected)." in words(form)
    assert form.urls.toPlainText() == "turn:a.example"

    form.paste.setPlainText("")
    assert "can't be read" not in words(form)


def test_tab_leaves_the_boxes_of_several_lines(form: ServerForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=WAIT_MS)
    form.paste.setFocus()

    QTest.keyClick(form.paste, Qt.Key.Key_Tab)
    assert form.urls.hasFocus()
    QTest.keyClick(form.urls, Qt.Key.Key_Tab)
    assert form.label.hasFocus()


def test_certificates_matter_where_there_is_tls(form: ServerForm, tmp_path: Path) -> None:
    form.show()
    form.urls.setPlainText("turn:a.example")
    form.login.setCurrentIndex(NO_LOGIN)
    assert not form.ca_file.isVisible()
    form.urls.setPlainText("turn:a.example\nturns:a.example")
    assert form.ca_file.isVisible()
    form.ca_file.setText("~nobody/ca.pem")
    assert form.check() is None
    form.ca_file.setText(str(tmp_path / "ca.pem"))
    setting = form.check()
    assert setting is not None
    assert setting.ca_file == tmp_path / "ca.pem"
