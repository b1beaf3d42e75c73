"""The settings window over a real settings file, read again after each change."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier import autostart
from notifier.autostart import Autostart
from notifier.codes import ROWS
from notifier.service.events import ServerTried, ServiceProblem, TrialProgress
from notifier.settings import edit, secrets
from notifier.settings.load import load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.ui.builders import failed_server
from tests.ui.fake_service import FakeService
from tests.ui.key_rings import FailingKeyRing, MemoryKeyRing, in_use
from tests.ui.waiting import WAIT_MS, until
from ui.settings.server_form import NO_LOGIN
from ui.settings.settings_window import SettingsWindow

pytestmark = pytest.mark.usefixtures("british")

OFFICE = ServerSetting(urls=("turn:office.example",), label="Office", username="ann")
BACKUP = ServerSetting(urls=("turns:backup.example:443",))

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


@pytest.fixture
def service(paths: Paths) -> FakeService:
    edit.set_servers(paths, [OFFICE, BACKUP])
    service = FakeService(paths=paths)
    service.reload_settings()
    return service


def in_file(paths: Paths) -> Settings:
    return load(paths, {}).settings


def words(window: QWidget) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def listed(window: SettingsWindow) -> list[str]:
    return [window.server_list.item(row).text() for row in range(window.server_list.count())]


# -- servers --------------------------------------------------------------------------------------


def test_servers_are_listed(window: SettingsWindow) -> None:
    assert listed(window) == [
        "Office\nturn:office.example",
        "backup.example\nturns:backup.example:443",
    ]
    assert window.server_list.currentRow() == 0


def test_a_server_is_added(window: SettingsWindow, paths: Paths) -> None:
    press(window.add)
    assert "New server" in words(window)
    assert window.form.urls.hasFocus()
    window.form.login.setCurrentIndex(NO_LOGIN)
    QTest.keyClicks(window.form.urls, "turn:new.example")

    press(window.keep)

    assert [server.urls[0] for server in in_file(paths).servers] == [
        "turn:office.example",
        "turns:backup.example:443",
        "turn:new.example",
    ]
    assert len(listed(window)) == 3
    assert "Saved: new.example." in words(window)


def test_a_server_is_changed_by_keyboard_alone(window: SettingsWindow, paths: Paths) -> None:
    window.server_list.setFocus()
    QTest.keyClick(window.server_list, Qt.Key.Key_Down)
    QTest.keyClick(window.server_list, Qt.Key.Key_Return)
    assert "Change the server" in words(window)
    window.form.label.setFocus()
    QTest.keyClicks(window.form.label, "Spare")
    window.keep.setFocus()

    QTest.keyClick(window.keep, Qt.Key.Key_Space)

    assert in_file(paths).servers == (
        OFFICE,
        ServerSetting(urls=("turns:backup.example:443",), label="Spare"),
    )
    assert window.server_list.currentRow() == 1


def test_a_file_that_changes_under_the_form_loses_no_other_server(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    window.server_list.setCurrentRow(0)
    window.edit_server()
    window.form.label.setText("Main office")
    edit.set_servers(paths, [BACKUP, OFFICE])
    service.reload_settings()

    press(window.keep)

    assert in_file(paths).servers == (BACKUP, replace(OFFICE, label="Main office"))


def test_wrong_input_saves_nothing(window: SettingsWindow, paths: Paths) -> None:
    before = paths.config_file.read_text()
    press(window.change)
    window.form.urls.setPlainText("http://office.example")

    press(window.keep)

    assert "http://office.example is a web page." in words(window)
    assert paths.config_file.read_text() == before
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.server_list.isVisible()


def test_a_removed_server_comes_back_by_undo(window: SettingsWindow, paths: Paths) -> None:
    before = paths.config_file.read_text()
    window.server_list.setFocus()

    QTest.keyClick(window.server_list, Qt.Key.Key_Delete)
    assert in_file(paths).servers == (BACKUP,)
    assert "Removed: Office." in words(window)

    press(window.saved.button)
    assert paths.config_file.read_text() == before
    assert len(listed(window)) == 2
    assert not window.saved.isVisible()


def test_undo_goes_back_step_by_step(window: SettingsWindow, paths: Paths) -> None:
    press(window.remove)
    press(window.remove)
    assert in_file(paths).servers == ()
    assert not window.remove.isEnabled()

    press(window.saved.button)
    assert in_file(paths).servers == (BACKUP,)
    press(window.saved.button)
    assert in_file(paths).servers == (OFFICE, BACKUP)


def test_the_secret_of_a_removed_server_goes_when_the_window_closes(
    window: SettingsWindow, run_on_qt: Run
) -> None:
    key_ring = MemoryKeyRing()
    key_ring.secrets = {"ann@office.example": "s3cret"}

    async def scenario() -> None:
        press(window.remove)
        assert key_ring.secrets
        window.close()
        await until(lambda: not key_ring.secrets)

    with in_use(key_ring):
        run_on_qt(scenario())


def test_the_secret_stays_where_the_removal_was_undone(
    window: SettingsWindow, paths: Paths, run_on_qt: Run
) -> None:
    key_ring = MemoryKeyRing()
    key_ring.secrets = {"ann@office.example": "s3cret"}

    async def scenario() -> None:
        press(window.remove)
        press(window.saved.button)
        window.close()
        # Questions to the key ring are answered in their order: a deletion would come first.
        found = await secrets.resolve(OFFICE, environ={}, now=0.0)
        assert isinstance(found, secrets.Credentials)

    with in_use(key_ring):
        run_on_qt(scenario())

    assert in_file(paths).servers == (OFFICE, BACKUP)


def test_closing_without_a_loop_leaves_the_key_ring_alone(window: SettingsWindow) -> None:
    key_ring = MemoryKeyRing()
    key_ring.secrets = {"ann@office.example": "s3cret"}

    with in_use(key_ring):
        press(window.remove)
        window.close()

    assert key_ring.secrets


def test_a_secret_is_stored_before_the_server_is_saved(
    window: SettingsWindow, paths: Paths, run_on_qt: Run
) -> None:
    key_ring = MemoryKeyRing()

    async def scenario() -> None:
        press(window.add)
        window.form.urls.setPlainText("turn:new.example")
        window.form.username.setText("ann")
        window.form.secret.setText("s3cret")
        press(window.keep)
        await until(lambda: len(listed(window)) == 3)

    with in_use(key_ring):
        run_on_qt(scenario())

    assert key_ring.secrets == {"ann@new.example": "s3cret"}
    assert "s3cret" not in paths.config_file.read_text()


def test_another_password_is_taken_back_and_made_again(
    window: SettingsWindow, paths: Paths, run_on_qt: Run
) -> None:
    key_ring = MemoryKeyRing()
    key_ring.secrets = {"ann@office.example": "s3cret-1"}
    name = "ann@office.example"

    async def scenario() -> None:
        press(window.change)
        window.form.secret.setText("s3cret-2")
        press(window.keep)
        await until(window.server_list.isVisible)
        assert key_ring.secrets == {name: "s3cret-2"}
        assert "Saved: Office." in words(window)
        window.undo()
        await until(lambda: key_ring.secrets == {name: "s3cret-1"})
        window.redo()
        await until(lambda: key_ring.secrets == {name: "s3cret-2"})

    before = paths.config_file.read_bytes()
    with in_use(key_ring):
        run_on_qt(scenario())
    assert paths.config_file.read_bytes() == before
    assert "s3cret-1" not in repr(window._undo)


def test_a_password_that_cannot_be_taken_back_is_said(
    window: SettingsWindow, run_on_qt: Run
) -> None:
    async def scenario() -> None:
        with in_use(MemoryKeyRing()):
            press(window.change)
            window.form.secret.setText("s3cret-2")
            press(window.keep)
            await until(window.server_list.isVisible)
        with in_use(FailingKeyRing()):
            window.undo()
            await until(window.failed.isVisible)

    run_on_qt(scenario())
    assert "The password is not undone: The key ring can't be used" in words(window)


def test_what_was_saved_as_it_was_leaves_nothing_to_undo(
    window: SettingsWindow, paths: Paths, run_on_qt: Run
) -> None:
    key_ring = MemoryKeyRing()
    key_ring.secrets = {"ann@office.example": "first"}
    before = paths.config_file.read_bytes()
    with in_use(key_ring):
        press(window.change)
        press(window.keep)
    assert window.server_list.isVisible()
    assert paths.config_file.read_bytes() == before
    assert not window.saved.isVisible()


def test_the_start_at_log_in_is_taken_back_and_made_again(
    window: SettingsWindow, service: FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Autostart(enabled=False, scope=None, changeable=True)]

    def put(enabled: bool) -> None:
        found[0] = Autostart(enabled, "user", changeable=True)

    monkeypatch.setattr(autostart, "status", lambda: found[0])
    monkeypatch.setattr(autostart, "enable", lambda: put(True))
    monkeypatch.setattr(autostart, "disable", lambda: put(False))
    window.show_setting("log-in")
    QTest.keyClick(window.login.box, Qt.Key.Key_Space)
    assert "Saved. The program starts when you log in." in words(window)

    press(window.saved.button)
    assert (found[0].enabled, window.login.box.isChecked()) == (False, False)
    assert not window.saved.isVisible()
    window.redo()
    assert (found[0].enabled, window.login.box.isChecked()) == (True, True)

    def fail() -> None:
        raise autostart.AutostartError("the folder can't be written")

    monkeypatch.setattr(autostart, "disable", fail)
    window.undo()
    assert "Not saved: the folder can't be written." in words(window)
    assert window.saved.button.isVisible(), "it can be tried again"


def test_a_server_is_tested_before_it_is_saved(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    before = paths.config_file.read_bytes()
    press(window.change)
    window.form.label.setText("Head office")
    press(window.trial.test)
    setting = replace(OFFICE, label="Head office")
    asked: list[tuple[object, ...]] = [("try_server", setting, None)]  # the stored password
    assert service.commands[-1:] == asked

    service.emit(TrialProgress("stream", OFFICE.urls[0], 0.5, 2.0))
    assert "Sending some packets through it (2 s left)" in words(window)
    service.emit(ServerTried(setting, (failed_server("refused", url=OFFICE.urls[0]),)))
    assert "nothing listens at this port" in words(window)
    assert paths.config_file.read_bytes() == before

    press(window.trial.test)
    press(window.back)
    assert service.commands[-1:] == [("cancel_trial",)]
    press(window.change)
    assert "nothing listens" not in words(window)


# -- sentences ------------------------------------------------------------------------------------


def own(window: SettingsWindow, code: int, text: str) -> None:
    row = next(n for n, one in enumerate(ROWS) if one.notification_code == code)
    item = window.texts.table.item(row, 2)
    assert item is not None
    item.setText(text)


def test_all_codes_have_a_row(window: SettingsWindow) -> None:
    table = window.texts.table
    assert table.rowCount() == 12
    for number, row in enumerate(ROWS):
        code, built_in = table.item(number, 0), table.item(number, 1)
        assert code is not None
        assert built_in is not None
        assert code.text() == str(row.notification_code)
        assert built_in.text() == row.notification


def test_a_sentence_is_replaced_and_given_back(window: SettingsWindow, paths: Paths) -> None:
    window.show_setting("sentences")

    own(window, 950, "All is well")
    assert in_file(paths).texts == {950: "All is well"}
    own(window, 950, "")
    assert in_file(paths).texts == {}
    press(window.saved.button)
    assert in_file(paths).texts == {950: "All is well"}


def test_a_sentence_is_typed_in_place(window: SettingsWindow, paths: Paths, qtbot: QtBot) -> None:
    window.show_setting("sentences")
    table = window.texts.table
    table.setCurrentCell(0, 2)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QWidget, "qt_editor") or table.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Oh dear")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: in_file(paths).texts == {100: "Oh dear"}, timeout=WAIT_MS)


def test_a_wrong_sentence_is_said_below_the_table(window: SettingsWindow, paths: Paths) -> None:
    window.show_setting("sentences")

    own(window, 950, "x" * 400)

    assert "Not saved, 950: expected a text of 1 to 300 characters" in words(window.texts)
    assert in_file(paths).texts == {}


def test_a_sentence_for_one_language(window: SettingsWindow, paths: Paths) -> None:
    window.show_setting("sentences")
    edit.set_values(paths, {"texts.pt-br.100": "Mau"})
    window._service.reload_settings()
    names = [window.texts.language.itemText(n) for n in range(window.texts.language.count())]
    assert names[0] == "All languages"
    window.texts.language.setCurrentIndex(window.texts.language.findData("pt-br"))
    item = window.texts.table.item(0, 2)
    assert item is not None
    assert item.text() == "Mau"

    own(window, 950, "Bom")
    assert in_file(paths).texts_by_language == {"pt-br": {100: "Mau", 950: "Bom"}}
    assert in_file(paths).texts == {}
    window.undo()
    assert in_file(paths).texts_by_language == {"pt-br": {100: "Mau"}}
    window.texts.language.setCurrentIndex(0)
    assert item.text() == ""


# -- the file -------------------------------------------------------------------------------------


def test_problems_of_the_file_are_shown_with_their_line(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    lines = paths.config_file.read_text().splitlines()
    header = lines.index("[test]")
    lines.insert(header + 1, "intervall = 5")
    paths.config_file.write_text("\n".join(lines))

    service.reload_settings()

    assert f"line {header + 2}" in words(window.problems)
    assert "intervall" in words(window.problems)


def test_a_file_that_is_no_toml_is_not_written(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    paths.config_file.write_text("this is = no [toml\n")
    window.show_setting("notifications.enabled")

    QTest.keyClick(window.rows["notifications.enabled"].field.main, Qt.Key.Key_Space)

    assert "Not saved:" in words(window.failed)
    assert paths.config_file.read_text() == "this is = no [toml\n"


def test_a_file_that_was_put_right_is_not_said_to_be_wrong(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    right = paths.config_file.read_text()
    paths.config_file.write_text("this is = no [toml\n")
    service.reload_settings()
    window.show_setting("notifications.enabled")
    QTest.keyClick(window.rows["notifications.enabled"].field.main, Qt.Key.Key_Space)
    service.reload_settings()
    assert window.failed.isVisible(), "nothing has changed yet"

    paths.config_file.write_text(right)
    service.reload_settings()

    assert not window.failed.isVisible()
    assert not window.problems.isVisible()


def test_problems_that_are_not_of_the_settings_are_not_said_to_be_in_the_file(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    service.emit(ServiceProblem("secret", "The key ring is locked."))
    assert not window.problems.isVisible()

    paths.config_file.write_text("[test]\nintervall = 5\n")
    service.reload_settings()
    assert "intervall" in words(window.problems)
    assert "The key ring is locked." not in words(window.problems)


def test_a_change_by_another_program_appears(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    edit.set_values(paths, {"test.interval": 600, "texts.100": "Oh"})
    edit.set_servers(paths, [BACKUP])

    service.reload_settings()

    assert window.rows["test.interval"].field.words() == "10 min"
    assert len(listed(window)) == 1
    item = window.texts.table.item(0, 2)
    assert item is not None
    assert item.text() == "Oh"


def test_escape_closes(window: SettingsWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


def test_fields_have_names(window: SettingsWindow) -> None:
    fields = [
        window.server_list,
        window.nav,
        window.search,
        window.found,
        window.texts.table,
        window.texts.language,
        window.form.urls,
        window.form.paste,
        window.form.secret,
    ]
    assert all(field.accessibleName() for field in fields)
