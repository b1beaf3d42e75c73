"""Each setting of the file has a field in the window, and the field changes that setting alone."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from notifier.settings import edit
from notifier.settings.definitions import SECTIONS, SERVER, TEXTS
from notifier.settings.load import load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.ui.fake_service import FakeService
from tests.ui.key_rings import FailingKeyRing, MemoryKeyRing, in_use
from tests.ui.pseudo import OPEN, pseudo_language
from tests.ui.waiting import WAIT_MS, until
from ui.look.theme import contrast
from ui.settings.setting_fields import (
    ChoiceField,
    HoursField,
    LineField,
    LinesField,
    NumberField,
    SwitchField,
)
from ui.settings.setting_row import SettingRow
from ui.settings.setting_words import ORGANISATION, PAGES
from ui.settings.settings_window import SettingsWindow

pytestmark = pytest.mark.usefixtures("british")

DEFINITIONS = {
    f"{section.name}.{definition.key}": definition
    for section in SECTIONS
    if section.name != TEXTS
    for definition in section.definitions
}
KEYS = [key for key, definition in DEFINITIONS.items() if definition.scope == "person"]
THEIRS = [key for key, definition in DEFINITIONS.items() if definition.scope == "organisation"]

ON_ITS_OWN_FORM = {
    "urls": "urls",
    "label": "label",
    "username": "username",
    "credential": "login",
    "password-env": "variable",
    "ca-file": "ca_file",
}
"""Where the form of a server has each setting of one."""


class Missing:
    """Equal to no value of a setting."""


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    # Browsers, and what starts at log-in, are looked for in the home of whoever runs the tests.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    return Paths.under(tmp_path)


@pytest.fixture
def service(paths: Paths) -> FakeService:
    edit.set_values(paths, {"calls.watch": "listed", "calls.origins": ["https://a.example"]})
    service = FakeService(paths=paths)
    service.reload_settings()
    return service


def in_force(paths: Paths) -> Settings:
    return load(paths, {}).settings


def by_file(paths: Paths) -> dict[str, object]:
    values = load(paths, {}).values
    return {key: one.value for key, one in values.items() if one.origin.source == "file"}


def change(row: SettingRow) -> None:
    """Enter something else than is there, as a person could."""
    match row.field:
        case SwitchField() as field:
            QTest.keyClick(field.box, Qt.Key.Key_Space)
        case ChoiceField() as field:
            field.box.setCurrentIndex((field.box.currentIndex() + 1) % field.box.count())
        case NumberField() as field:
            key = Qt.Key.Key_Down if row.key == "calls.websocket-port" else Qt.Key.Key_Up
            QTest.keyClick(field.box, key)
        case HoursField() as field:
            field.on.setChecked(True)
        case LineField() as field:
            QTest.keyClicks(field.box, "http://check.example/")
        case LinesField() as field:
            field.box.setPlainText(
                "/tmp/a.mmdb" if row.key == "geo.databases" else "https://b.example"
            ) if row.key != "calls.sites" else field.box.setPlainText("meet.example.com")
        case _:
            raise AssertionError(row.field)
    row.save_if_pending()


# -- completeness ---------------------------------------------------------------------------------


def test_every_setting_has_one_place() -> None:
    placed = [key for page in PAGES for key in page.keys]
    assert sorted(placed) == sorted(KEYS), (
        "give it a place on a page in ui/settings/setting_words.py"
    )
    assert sorted(ORGANISATION) == sorted(THEIRS), "and here what only an organisation may set"


def test_every_setting_of_a_server_has_a_field(window: SettingsWindow) -> None:
    assert set(ON_ITS_OWN_FORM) == {
        definition.key for definition in SERVER.definitions if definition.scope == "person"
    }
    for attribute in ON_ITS_OWN_FORM.values():
        assert isinstance(getattr(window.form, attribute), QWidget)


def test_a_change_writes_this_key_alone_and_undo_brings_every_byte_back(
    window: SettingsWindow, paths: Paths
) -> None:
    before, said = paths.config_file.read_bytes(), by_file(paths)
    for key in KEYS:
        window.show_setting(key)
        row = window.rows[key]
        assert row.isVisible(), key
        assert row.meaning.text() == row.definition.meaning
        assert row.field.main.accessibleName(), key
        assert row.definition.meaning in row.field.main.accessibleDescription()

        change(row)

        after = by_file(paths)
        assert {one for one in after if after[one] != said.get(one, Missing)} == {key}
        assert said.keys() <= after.keys()
        assert "Saved. " in window.saved.text.text()
        assert "Your own, line" in row.origin.text()
        changed = paths.config_file.read_bytes()
        window.undo()
        assert paths.config_file.read_bytes() == before, key
        window.redo()
        assert paths.config_file.read_bytes() == changed, key
        window.undo()
    assert load(paths, {}).problems == ()


# -- saving, undo, redo ---------------------------------------------------------------------------


def test_several_changes_are_taken_back_and_made_again_by_keys(
    window: SettingsWindow, paths: Paths
) -> None:
    start = paths.config_file.read_bytes()
    for key in ("notifications.enabled", "calls.collect-sdp", "calls.ask-for-rating"):
        window.show_setting(key)
        change(window.rows[key])
    end = paths.config_file.read_bytes()
    window.done.setFocus()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert paths.config_file.read_bytes() == start
    assert not window.saved.isVisible()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Z, both)
    assert paths.config_file.read_bytes() == end
    assert not window.rows["notifications.enabled"].field.value()


def test_a_new_change_ends_what_could_be_made_again(window: SettingsWindow, paths: Paths) -> None:
    change(window.rows["notifications.enabled"])
    window.undo()
    change(window.rows["calls.collect-sdp"])
    end = paths.config_file.read_bytes()
    window.redo()
    assert paths.config_file.read_bytes() == end


def test_in_a_text_field_the_keys_are_the_fields(window: SettingsWindow, paths: Paths) -> None:
    change(window.rows["calls.collect-sdp"])
    saved = paths.config_file.read_bytes()
    window.show_setting("test.captive-check-url")
    field = window.rows["test.captive-check-url"].field.main
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.rows["test.captive-check-url"].field.value() is None
    assert paths.config_file.read_bytes() == saved


def test_nothing_is_undone_over_what_somebody_else_wrote(
    window: SettingsWindow, paths: Paths
) -> None:
    change(window.rows["notifications.enabled"])
    with paths.config_file.open("a") as file:
        file.write("# mine\n")
    theirs = paths.config_file.read_bytes()
    window.undo()
    assert paths.config_file.read_bytes() == theirs
    assert "changed by somebody else" in window.failed.text.text()


def test_a_mark_at_the_beginning_comes_back_too(
    window: SettingsWindow, paths: Paths, service: FakeService
) -> None:
    marked = b"\xef\xbb\xbf[test]\r\ninterval = 60\r\n"
    paths.config_file.write_bytes(marked)
    service.reload_settings()
    change(window.rows["calls.collect-sdp"])
    window.undo()
    assert paths.config_file.read_bytes() == marked


def test_one_setting_goes_back_to_its_default(window: SettingsWindow, paths: Paths) -> None:
    row = window.rows["calls.watch"]
    window.show_setting(row.key)
    assert "Your own, line" in row.origin.text()
    row.reset.click()
    assert "calls.watch" not in by_file(paths)
    assert row.field.value() == "all"
    assert not row.reset.isVisible()
    assert not row.origin.isVisible()
    window.undo()
    assert by_file(paths)["calls.watch"] == "listed"


def test_a_number_is_saved_when_it_rests(
    window: SettingsWindow, paths: Paths, qtbot: QtBot
) -> None:
    row = window.rows["test.interval"]
    window.show_setting(row.key)
    row._timer.setInterval(10)
    QTest.keyClick(row.field.main, Qt.Key.Key_Up)
    QTest.keyClick(row.field.main, Qt.Key.Key_Up)
    assert in_force(paths).interval_s == 300.0
    qtbot.waitUntil(lambda: in_force(paths).interval_s == 420.0, timeout=WAIT_MS)
    assert window.saved.text.text() == "Saved. Time between tests: 7 min."


def test_leaving_a_field_and_closing_save_what_had_not_rested(
    window: SettingsWindow, paths: Paths
) -> None:
    window.show_setting("test.data-budget-mb")
    QTest.keyClick(window.rows["test.data-budget-mb"].field.main, Qt.Key.Key_Up)
    window.done.setFocus()
    assert in_force(paths).data_budget_mb == 35.0
    number = window.rows["history.retention-days"].field
    assert isinstance(number, NumberField)
    number.box.setValue(0)
    assert number.words() == "for ever"
    window.close()
    assert in_force(paths).retention_days == 0


def test_a_finer_number_than_is_shown_stays(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    edit.set_values(paths, {"test.interval": 100})
    service.reload_settings()
    row = window.rows["test.interval"]
    assert row.field.words() == "1.67 min"
    row.save()
    assert by_file(paths)["test.interval"] == 100.0


# -- what is wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("test.captive-check-url", "https://x/", "Not saved. Expected the address of a page over"),
        ("calls.sites", "a.example\nhttps://b/", "Not saved, for number 2 can't be used. Expected"),
        ("calls.origins", "http://a.example", "Not saved, for number 1 can't be used. Expected"),
        ("geo.databases", "\n".join(f"/{n}" for n in range(17)), "at most 16 names of files"),
    ],
)
def test_wrong_input_is_said_beside_the_field(
    window: SettingsWindow, paths: Paths, key: str, text: str, message: str
) -> None:
    before = paths.config_file.read_bytes()
    window.show_setting(key)
    row = window.rows[key]
    if isinstance(row.field, LinesField):
        row.field.box.setPlainText(text)
    elif isinstance(row.field, LineField):
        row.field.box.setText(text)
    row.save()
    assert row.error.isVisible()
    assert message in row.error.text()
    assert message in row.field.main.accessibleDescription()
    assert paths.config_file.read_bytes() == before
    change(window.rows["calls.collect-sdp"])
    assert row.error.isVisible(), "another change leaves what is being mended alone"


def test_hours_that_are_none(window: SettingsWindow, paths: Paths) -> None:
    row = window.rows["notifications.quiet-hours"]
    window.show_setting(row.key)
    field = row.field
    assert isinstance(field, HoursField)
    field.on.setChecked(True)
    field.end.setTime(field.begin.time())
    row.save()
    assert row.error.text() == "Not saved. Begin and end are the same."
    field.end.setTime(QTime(6, 30))
    row.save()
    assert not row.error.isVisible()
    assert str(in_force(paths).quiet_hours) == "22:00-06:30"
    assert "22:00 to 06:30" in window.saved.text.text()
    field.on.setChecked(False)
    row.save()
    assert in_force(paths).quiet_hours is None
    assert by_file(paths)["notifications.quiet-hours"] is None, "written down, not left out"


def test_what_can_not_be_written_shows_what_is_in_force(
    window: SettingsWindow, paths: Paths
) -> None:
    paths.config_file.write_text("this is no [ toml")
    row = window.rows["calls.ask-for-rating"]
    change(row)
    assert "Not saved" in window.failed.text.text()
    assert row.field.value() is True


def test_what_means_nothing_beside_the_others_is_not_offered(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    assert window.rows["calls.sites"].field.isEnabled()
    edit.set_values(paths, {"calls.attach": False, "notifications.enabled": False})
    service.reload_settings()
    for key in ("calls.watch", "calls.sites", "forecast.learn-from-calls", "calls.origins"):
        assert not window.rows[key].field.isEnabled()
    assert not window.rows["notifications.quiet-hours"].field.isEnabled()


# -- an organisation ------------------------------------------------------------------------------


@pytest.fixture
def office(paths: Paths, service: FakeService) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    mandatory: dict[str, dict[str, object]] = {}
    for key, value in {
        "test.interval": 600,
        "notifications.quiet-hours": "22:00-07:00",
        "desktop.language": "de",
        "calls.sites": ["meet.example.com"],
        "calls.collect-sdp": True,
        "texts.950": "Set",
    }.items():
        table, name = key.split(".")
        mandatory.setdefault(table, {})[name] = value
    document = {
        "mandatory": mandatory | {"server": [{"urls": "turn:office.example"}]},
        "default": {"test": {"spread": 0.1}},
    }
    (paths.policy_dir / "10-office.json").write_text(json.dumps(document))
    service.reload_settings()


@pytest.mark.usefixtures("office")
def test_what_an_organisation_has_set_can_be_read_and_not_changed(
    window: SettingsWindow, paths: Paths
) -> None:
    reason = "Set by your organisation (10-office.json)."
    locked = {key for key, row in window.rows.items() if row.locked}
    assert locked == {
        "test.interval",
        "notifications.quiet-hours",
        "desktop.language",
        "calls.sites",
        "calls.collect-sdp",
    }
    for key in locked:
        window.show_setting(key)
        row = window.rows[key]
        assert not row.field.isEnabled()
        assert row.lock.isVisible()
        assert row.lock.text() == reason
        assert reason in row.field.main.accessibleDescription()
        assert not row.reset.isVisible()
        palette = row.field.main.palette()
        text = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        assert contrast(text, palette.color(QPalette.ColorRole.Base)) >= 4.5
    assert window.rows["test.interval"].field.words() == "10 min"
    spread = window.rows["test.spread"]
    assert spread.field.isEnabled()
    assert "Proposed by your organisation (10-office.json)" in spread.origin.text()

    window.show_setting("servers")
    assert reason in window.servers_origin.text()
    for button in (window.add, window.change, window.remove):
        assert not button.isEnabled()
    before = paths.config_file.read_bytes()
    window.server_list.setFocus()
    QTest.keyClick(window.server_list, Qt.Key.Key_Delete)
    QTest.keyClick(window.server_list, Qt.Key.Key_Return)
    assert paths.config_file.read_bytes() == before
    assert window.server_list.isVisible()


def test_what_only_an_organisation_sets_is_hidden_where_it_has_not(
    window: SettingsWindow,
) -> None:
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        assert not any(window.rows[key].isVisible() for key in ORGANISATION)
        assert not window.theirs.isVisible()
    window.search.setText("fleet")
    assert window.found.item(0).text() == "Nothing found"
    window.search.setText("secret-file")
    assert window.found.item(0).text() == "Nothing found"


def test_what_only_an_organisation_sets_is_seen_where_it_has(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    document = {
        "mandatory": {
            "fleet": {"collector": "https://otel.example.com", "attributes": ["site=New York"]},
            "forecast": {"model": "/etc/model.json"},
        },
        "default": {"fleet": {"interval": 900, "identity": "machine"}},
    }
    (paths.policy_dir / "1.json").write_text(json.dumps(document))
    service.reload_settings()
    window.show_setting("fleet.collector")
    assert window.theirs.isVisible()
    seen = {key for key in ORGANISATION if window.rows[key].isVisible()}
    assert seen == {
        "fleet.collector",
        "fleet.attributes",
        "fleet.interval",
        "fleet.identity",
        "forecast.model",
    }
    words = {key: window.rows[key].field.words() for key in seen}
    assert words["fleet.collector"] == "https://otel.example.com"
    assert words["fleet.interval"] == "15 min"
    assert words["fleet.identity"] == "Its name"
    for key in seen:
        row = window.rows[key]
        assert row.locked
        assert not row.field.isEnabled()
        assert row.origin.isVisible()
        assert row.origin.text() == "Set by your organisation (1.json)."
        assert row.origin.text() in row.field.main.accessibleDescription()
        assert not row.reset.isVisible()
        assert row.meaning.text() == row.definition.meaning
    assert service.loaded.settings.fleet_attributes == ("site=New York",)
    shown = window.rows["fleet.attributes"].field
    assert isinstance(shown, LinesField)
    assert shown.box.toPlainText() == "site=New York"
    window.search.setText("collector")
    assert window.found.item(0).text() == "Figures are sent to"
    (paths.policy_dir / "1.json").unlink()
    service.reload_settings()
    assert not window.theirs.isVisible()


def test_a_server_whose_password_the_organisation_provides(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    servers = [
        {"urls": "turn:office.example", "username": "ann", "secret-file": "office"},
        {"urls": "turn:other.example", "username": "ann"},
    ]
    (paths.policy_dir / "1.json").write_text(json.dumps({"mandatory": {"server": servers}}))
    service.reload_settings()
    window.server_list.setCurrentRow(0)
    assert window.secret_origin.isVisible()
    assert not window.password.isEnabled()
    window.server_list.setCurrentRow(1)
    assert not window.secret_origin.isVisible()
    assert window.password.isEnabled()


def test_the_password_of_a_server_that_is_set_is_the_persons_own(
    window: SettingsWindow,
    service: FakeService,
    paths: Paths,
    run_on_qt: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    server = {"urls": "turn:office.example", "username": "ann"}
    (paths.policy_dir / "1.json").write_text(json.dumps({"mandatory": {"server": [server]}}))
    assert not window.password.isVisible()
    service.reload_settings()
    before = paths.config_file.read_bytes()

    async def entered(key_ring: MemoryKeyRing, said: QWidget) -> None:
        with in_use(key_ring):
            QTest.keyClick(window.password, Qt.Key.Key_Space)
            window.dialog.setTextValue("s3cret")
            window.dialog.accept()
            await until(said.isVisible)

    key_ring = MemoryKeyRing()
    run_on_qt(entered(key_ring, window.saved))
    assert key_ring.secrets == {"ann@office.example": "s3cret"}
    assert window.saved.text.text() == "Saved: the password of office.example."
    assert paths.config_file.read_bytes() == before

    async def taken_back() -> None:
        with in_use(key_ring):
            window.saved.button.click()
            await until(lambda: not key_ring.secrets)

    run_on_qt(taken_back())
    assert not window.saved.isVisible()


def test_of_a_password_that_is_stored_when_the_window_is_closed_nothing_is_kept(
    window: SettingsWindow,
    service: FakeService,
    paths: Paths,
    run_on_qt: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    edit.set_servers(paths, [ServerSetting(urls=("turn:office.example",), username="ann")])
    service.reload_settings()
    key_ring = MemoryKeyRing()

    async def entered() -> None:
        with in_use(key_ring):
            window._keep_password(service.settings.servers[0], "s3cret")
            window.close()
            await asyncio.gather(*window._tasks)

    run_on_qt(entered())
    assert key_ring.secrets == {"ann@office.example": "s3cret"}
    assert window._undo == []
    assert not window.saved.isVisibleTo(window)


def test_a_password_that_the_key_ring_does_not_take(
    window: SettingsWindow,
    service: FakeService,
    paths: Paths,
    run_on_qt: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    server = {"urls": "turn:office.example", "username": "ann"}
    (paths.policy_dir / "1.json").write_text(json.dumps({"mandatory": {"server": [server]}}))
    service.reload_settings()

    async def entered() -> None:
        with in_use(FailingKeyRing()):
            window.password.click()
            window.dialog.setTextValue("s3cret")
            window.dialog.accept()
            await until(window.failed.isVisible)

    run_on_qt(entered())
    assert "environment variable" in window.failed.text.text()
    assert "s3cret" not in window.failed.text.text()


@pytest.mark.usefixtures("office")
def test_a_sentence_of_an_organisation(window: SettingsWindow) -> None:
    window.show_setting("sentences")
    table = window.texts.table
    item = table.item(table.rowCount() - 1, 2)
    assert item is not None
    assert item.text() == "Set"
    assert not item.flags() & Qt.ItemFlag.ItemIsEditable
    assert item.toolTip() == "Set by your organisation."
    assert window.texts.locked.isVisible()


def test_the_only_proposed_server_can_not_be_removed(
    window: SettingsWindow, service: FakeService, paths: Paths
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    text = '{"default": {"server": [{"urls": "turn:office.example"}]}}'
    (paths.policy_dir / "1.json").write_text(text)
    service.reload_settings()
    assert not window.remove.isEnabled()
    assert "Proposed by your organisation (1.json)" in window.servers_origin.text()
    edit.set_servers(paths, [ServerSetting(urls=("turn:mine.example",))])
    service.reload_settings()
    assert window.remove.isEnabled()
    assert not window.servers_origin.text()


# -- finding, keys, sizes -------------------------------------------------------------------------


def test_a_setting_is_found_by_its_words_and_by_keys_alone(window: SettingsWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    QTest.keyClicks(window.search, "paid volume")
    assert [window.found.item(n).text() for n in range(window.found.count())] == [
        "Where data is paid for by volume"
    ]
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.rows["test.on-metered"].field.main.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.nav.isVisible()

    QTest.keyClicks(window.search, "notifications")
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.found.hasFocus()
    QTest.keyClick(window.found, Qt.Key.Key_Down)
    item = window.found.currentItem()
    assert item is not None
    QTest.keyClick(window.found, Qt.Key.Key_Return)
    assert window.rows[item.data(Qt.ItemDataRole.UserRole)].field.main.hasFocus()

    window.search.setText("captive-check")
    assert window.found.count() == 1, "by its name in the file, too"
    window.search.setText("zzz")
    assert window.found.item(0).text() == "Nothing found"
    window.found.itemActivated.emit(window.found.item(0))
    window.search.setText("certificates")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.server_list.isVisible()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("autostart", "Start when you log in"),
        ("startup", "Start when you log in"),
        ("mute", "Show notifications"),
        ("do not disturb", "Quiet while the desktop asks for it"),
        ("traffic", "Data budget"),
        ("how often", "Time between tests"),
        ("hotspot", "Where data is paid for by volume"),
        ("dark", "Icons in the panel"),
        ("firefox", "Browsers"),
        ("this month", "Data used by tests"),
        ("relay", "Servers"),
        ("privacy", "Watch calls"),
    ],
)
def test_the_words_that_people_look_for_are_found(
    window: SettingsWindow, said: str, found: str
) -> None:
    window.search.setText(said)
    items = [window.found.item(n) for n in range(window.found.count())]
    item = next(item for item in items if item.text() == found)
    window.found.itemActivated.emit(item)
    assert window.focusWidget() not in (None, window.search, window.found)


def test_what_says_it_by_its_name_comes_first(window: SettingsWindow) -> None:
    window.search.setText("data")
    assert window.found.item(0).text() == "Data budget"
    window.search.setText("notifications")
    assert window.found.item(0).text() == "Show notifications"
    window.search.setText("log in")
    assert window.found.item(0).text() == "Start when you log in"
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.login.box.hasFocus()


def test_pages_are_turned_by_keys(window: SettingsWindow) -> None:
    for expected in (*range(1, len(PAGES)), 0):
        QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert window.pages.currentIndex() == expected
        assert window.nav.currentRow() == expected
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentIndex() == len(PAGES) - 1


def test_each_field_is_reached_by_tab_in_order(window: SettingsWindow) -> None:
    for page in PAGES:
        rows = [window.rows[key] for key in page.keys if window.rows[key].field.isEnabled()]
        for row, following in pairwise(rows):
            window.show_setting(row.key)
            for _ in range(12):
                QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
                if following.field.main.hasFocus():
                    break
            assert following.field.main.hasFocus(), following.key


@pytest.fixture
def twice_the_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("twice_the_font", "office")
def test_nothing_is_cut_off_at_twice_the_font(window: SettingsWindow) -> None:
    window.resize(window.minimumSizeHint())
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        QCoreApplication.processEvents()
        page = window.pages.currentWidget()
        assert page is not None
        for area in (page, *page.findChildren(QScrollArea)):
            if isinstance(area, QScrollArea) and area.isVisible():
                content = area.widget()
                assert content is not None
                whole = content.width() <= area.viewport().width()
                assert whole or area.horizontalScrollBar().maximum() > 0
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width())
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width()


def test_in_a_longer_language_and_from_right_to_left(
    qtbot: QtBot, service: FakeService, paths: Paths
) -> None:
    with pseudo_language(right_to_left=True):
        window = SettingsWindow(service, paths=paths)
        qtbot.addWidget(window)
        window.show()
        for row in window.rows.values():
            assert OPEN in row.caption
            assert OPEN in row.meaning.text()
        window.show_setting("notifications.quiet-hours")
        hours = window.rows["notifications.quiet-hours"].field
        assert isinstance(hours, HoursField)
        assert hours.begin.layoutDirection() == Qt.LayoutDirection.LeftToRight
        page = window.pages.currentWidget()
        assert page is not None
        assert window.nav.geometry().isValid()
        assert window.search.x() > page.x(), "the list is at the beginning of a line"
