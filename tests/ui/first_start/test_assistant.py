"""The assistant of the first start: from step to step, and what is written at the end."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from notifier import autostart
from notifier.measurement import ServerMeasurement
from notifier.relay.process import demonstration_relay
from notifier.service.events import ServerTried, ServiceState, TrialProgress
from notifier.service.service import Service
from notifier.settings.handed_over import HandedOver
from notifier.settings.load import load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.records import example_server
from tests.ui.fake_service import FakeService
from tests.ui.key_rings import FailingKeyRing, MemoryKeyRing, in_use
from tests.ui.waiting import WAIT_MS
from ui.first_start.assistant import Assistant
from ui.service_like import ServiceLike

A = ServerSetting(urls=("turn:a.example",))
PASTED = '{"urls": "turn:a.example"}'

pytestmark = [
    pytest.mark.usefixtures("isolated_home", "british"),
    pytest.mark.skipif(sys.platform != "linux", reason="Linux's folders of autostart"),
]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


@pytest.fixture
def service(paths: Paths) -> FakeService:
    return FakeService(paths=paths, state=ServiceState(demonstration=True))


@pytest.fixture
def window(qtbot: QtBot, service: FakeService, paths: Paths) -> Assistant:
    return shown(qtbot, service, paths)


def shown(qtbot: QtBot, service: ServiceLike, paths: Paths) -> Assistant:
    window = Assistant(service, paths=paths)
    qtbot.addWidget(window)
    window.show()
    return window


def click(button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(window: QWidget) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def failed(error: str, url: str = "turn:a.example", transport: str = "udp") -> ServerMeasurement:
    return ServerMeasurement(
        url=url,
        provider="a.example",
        reachable=False,
        transport=transport,  # type: ignore[arg-type]
        error=error,  # type: ignore[arg-type]
    )


# --- from step to step -----------------------------------------------------------------------


def test_three_steps_and_one_write_at_the_end(
    window: Assistant, service: FakeService, paths: Paths, qtbot: QtBot
) -> None:
    assert "Step 1 of 3" in words(window)
    assert not window.back.isVisible()
    window.server.form.paste.setPlainText(PASTED)
    click(window.next)
    assert "Step 2 of 3" in words(window)
    window.amount.intervals.buttons()[2].setChecked(True)
    window.amount.budget.setCurrentIndex(0)
    window.amount.metered.setCurrentIndex(window.amount.metered.findData("none"))
    click(window.next)
    assert "Step 3 of 3" in words(window)
    assert window.next.text() == "&Finish"
    window.last.notify.setChecked(False)
    assert not paths.config_file.exists()
    assert not service.commands

    with qtbot.waitSignal(window.server_kept):
        click(window.next)

    settings = load(paths, {}).settings
    assert settings.servers == (A,)
    assert (settings.interval_s, settings.data_budget_mb) == (1800.0, 10.0)
    assert (settings.on_metered, settings.notifications) == ("none", False)
    assert autostart.status().enabled
    assert service.commands == [("reload_settings",), ("run_now",)]
    assert not window.isVisible()


def test_what_is_not_changed_is_not_written(window: Assistant, paths: Paths) -> None:
    window.server.form.paste.setPlainText(PASTED)
    window.last.start.setChecked(False)
    for _ in range(3):
        click(window.next)
    assert load(paths, {}).settings == Settings(servers=(A,))
    assert not autostart.status().enabled


def test_nothing_is_lost_when_going_back(window: Assistant) -> None:
    window.server.form.urls.setPlainText("turn:a.example")
    window.server.form.username.setText("ann")
    window.server.form.secret.setText("s3cret")
    click(window.next)
    window.amount.intervals.buttons()[1].setChecked(True)
    click(window.next)
    window.last.notify.setChecked(False)
    click(window.back)
    click(window.back)
    assert window.server.form.username.text() == "ann"
    assert window.server.form.secret.text() == "s3cret"
    click(window.next)
    assert window.amount.intervals.buttons()[1].isChecked()
    click(window.next)
    assert not window.last.notify.isChecked()


def test_wrong_input_keeps_the_step(window: Assistant, service: FakeService) -> None:
    window.server.form.urls.setPlainText("a.example")
    click(window.next)
    assert "a.example is no TURN address. Perhaps turn:a.example is meant?" in words(window)
    assert window.step == 0
    assert not service.commands


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Escape, QKeySequence.StandardKey.Close])
@pytest.mark.parametrize("steps", [0, 2])
def test_later_changes_nothing(
    window: Assistant,
    service: FakeService,
    paths: Paths,
    key: Qt.Key | QKeySequence.StandardKey | None,
    steps: int,
) -> None:
    window.server.form.paste.setPlainText(PASTED)
    for _ in range(steps):
        click(window.next)
    if key is None:
        click(window.later)
    else:
        QTest.keySequence(window, QKeySequence(key))

    assert not window.isVisible()
    assert not service.commands
    assert not paths.config_file.exists()
    assert not autostart.status().enabled


def test_the_keyboard_is_enough(window: Assistant, qtbot: QtBot) -> None:
    assert window.server.form.urls.hasFocus() or not window.isActiveWindow()
    window.server.form.paste.setPlainText(PASTED)
    reached = set()
    for _ in range(30):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        if (focus := window.focusWidget()) is not None:
            reached.add(focus)
    buttons = (window.server.open, window.server.trial.test, window.later, window.next)
    assert reached >= set(buttons)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.step == 1)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.step == 0)


def test_each_step_is_said_to_a_screen_reader(window: Assistant) -> None:
    assert window.server.accessibleName() == "Step 1 of 3: Which server do your calls use?"
    for field in window.findChildren(QPushButton):
        assert field.text() or field.accessibleName()


# --- the test on the spot --------------------------------------------------------------------


def test_it_is_tested_with_what_is_typed(window: Assistant, service: FakeService) -> None:
    form = window.server.form
    form.urls.setPlainText("turn:a.example")
    form.username.setText("ann")
    form.secret.setText("s3cret")
    click(window.server.trial.test)
    setting = ServerSetting(urls=("turn:a.example",), username="ann")
    assert service.commands == [("try_server", setting, "s3cret")]

    service.emit(TrialProgress(None))
    assert "Waiting for a test that is running" in words(window)
    service.emit(TrialProgress("reach", "", 0.25, 3.2))
    assert "Reaching the server" in words(window)
    assert window.server.trial.bar.value() == 250
    click(window.server.trial.cancel)
    assert service.commands[-1] == ("cancel_trial",)
    service.emit(ServerTried(setting, problem="cancelled"))
    assert "You stopped the test." in words(window)
    assert window.server.trial.test.isVisible()


@pytest.mark.parametrize(
    ("tried", "expected"),
    [
        (ServerTried(A, (example_server(url="turn:a.example"),)), ["It works.", "round trip"]),
        (ServerTried(A, (failed("unauthorized"),)), ["user name or password", "capital letters"]),
        (ServerTried(A, (failed("dns"),)), ["name was not found", "letter by letter"]),
        (ServerTried(A, (failed("tls"),)), ["certificate", "Check the date"]),
        (ServerTried(A, (failed("refused"),)), ["refused", "nothing listens at this port"]),
        (ServerTried(A, (failed("timeout"),)), ["did not answer", "a firewall is in the way"]),
        (ServerTried(A, (failed("forbidden"),)), ["allow relaying", "Your login works"]),
        (ServerTried(A, (failed("quota"),)), ["no relay left", "Wait some minutes"]),
        (ServerTried(A, (failed("relay-blocked"),)), ["no data came", "relay ports"]),
        (ServerTried(A, (failed("protocol"),)), ["not TURN", "Something else answers"]),
        (
            ServerTried(A, (failed("timeout"), example_server(transport="tls"))),
            ["It works, but not over UDP"],
        ),
        (
            ServerTried(A, (failed("tls", transport="tls"), example_server())),
            ["over some of its addresses", "certificate"],
        ),
        (
            ServerTried(A, (failed("timeout"),), captive_portal=True),
            ["Sign in to the network first: open"],
        ),
        (ServerTried(A, problem="busy"), ["Another test is still running"]),
        (ServerTried(A, problem="time-limit"), ["took too long"]),
        (ServerTried(A, problem="crashed", detail="signal 11"), ["a fault of this program"]),
        (ServerTried(A, problem="secret", detail="The variable X is not set."), ["X is not set"]),
    ],
)
def test_what_a_test_says(
    window: Assistant, service: FakeService, tried: ServerTried, expected: list[str]
) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.server.trial.test)
    service.emit(TrialProgress("reach"))
    service.emit(tried)
    for text in expected:
        assert text in words(window)
    assert not window.server.trial.running
    click(window.next)
    assert window.step == 1, "it may be kept all the same"


def test_what_was_found_is_not_of_what_is_typed_next(
    window: Assistant, service: FakeService
) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.server.trial.test)
    service.emit(ServerTried(A, (failed("dns"),)))
    window.server.form.urls.setPlainText("turn:b.example")
    assert "name was not found" not in words(window)


def test_going_on_ends_the_test(window: Assistant, service: FakeService) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.server.trial.test)
    service.emit(TrialProgress("reach"))
    click(window.next)
    assert service.commands[-1] == ("cancel_trial",)


def test_what_another_window_tests_is_not_shown(window: Assistant, service: FakeService) -> None:
    window.server.form.paste.setPlainText(PASTED)
    service.emit(TrialProgress("reach"))
    service.emit(ServerTried(A, (failed("dns"),)))
    assert "Reaching" not in words(window)
    assert "name was not found" not in words(window)

    click(window.server.trial.test)
    other = ServerSetting(urls=("turn:b.example",))
    service.emit(ServerTried(other, problem="cancelled"))  # for this one
    assert "You stopped" not in words(window)
    service.emit(ServerTried(A, (example_server(url="turn:a.example"),)))
    assert "It works." in words(window)


def test_what_to_do_is_said_once_for_each_reason(window: Assistant, service: FakeService) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.server.trial.test)
    service.emit(ServerTried(A, (failed("dns"), failed("tls"), failed("dns"))))
    assert words(window).count("name was not found") == 2
    assert words(window).count("letter by letter") == 1
    assert words(window).count("Check the date") == 1


def test_what_a_test_found_comes_into_sight(
    window: Assistant, service: FakeService, qtbot: QtBot
) -> None:
    window.resize(window.width(), window.minimumSizeHint().height() + 200)
    window.server.form.paste.setPlainText(PASTED)
    QCoreApplication.processEvents()
    click(window.server.trial.test)
    service.emit(ServerTried(A, tuple(failed(error) for error in ("dns", "tls", "refused"))))
    view, trial = window._areas[0].viewport(), window.server.trial

    def is_in_sight() -> bool:
        below = trial.mapTo(view, QPoint(0, trial.height())).y()
        return trial.isVisible() and 0 < below <= view.height()

    qtbot.waitUntil(is_in_sight, timeout=WAIT_MS)
    window._areas[0].verticalScrollBar().triggerAction(QSlider.SliderAction.SliderToMinimum)
    window.resize(window.width(), window.height() - 10)
    QCoreApplication.processEvents()
    assert window._areas[0].verticalScrollBar().value() == 0, "the person looks elsewhere"


def test_with_the_real_service_and_a_real_relay(
    qtbot: QtBot, paths: Paths, run_on_qt: Callable[[Coroutine[Any, Any, None]], None]
) -> None:
    async def go() -> None:
        service = Service(paths, origin="tray", environ=dict(os.environ), watch_machine=False)
        async with demonstration_relay() as relay:
            window = shown(qtbot, service, paths)
            over = asyncio.Event()
            window.server.trial.tested.connect(over.set)
            form = window.server.form
            form.urls.setPlainText(relay.url)
            form.username.setText(relay.username)
            form.secret.setText(relay.password)
            click(window.server.trial.test)
            await over.wait()
            assert "It works." in words(window)
            window.close()
        await service.stop()

    run_on_qt(go())
    assert not paths.history_file.exists()
    assert not paths.config_file.exists()


# --- files -----------------------------------------------------------------------------------


def drop(window: Assistant, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_file_is_dropped(window: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "servers.json"
    file.write_text('{"urls": "turn:a.example", "username": "ann", "credential": "s3cret"}')
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(window, data)
    assert "servers.json is read." in words(window)
    form = window.server.form
    assert (form.urls.toPlainText(), form.username.text()) == ("turn:a.example", "ann")
    assert form.secret.text() == "s3cret"


def test_text_is_dropped(window: Assistant) -> None:
    data = QMimeData()
    data.setText(PASTED)
    drop(window, data)
    assert window.server.form.urls.toPlainText() == "turn:a.example"


def test_a_file_that_is_none_is_said_and_changes_nothing(window: Assistant, tmp_path: Path) -> None:
    window.server.form.urls.setPlainText("turn:typed.example")
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ann,")
    window.server.take_file(file)
    assert "letter.txt can't be used: it is neither JSON nor TOML." in words(window)
    assert window.server.form.urls.toPlainText() == "turn:typed.example"


def test_all_servers_of_a_file_are_kept(window: Assistant, paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[[server]]\nurls = "turn:a.example"\n[[server]]\nurls = "turn:b.example"\n')
    window.server.take_file(file)
    for _ in range(3):
        click(window.next)
    assert [server.urls for server in load(paths, {}).settings.servers] == [
        ("turn:a.example",),
        ("turn:b.example",),
    ]


# --- secrets ---------------------------------------------------------------------------------


def test_all_servers_of_a_paste_are_kept(window: Assistant, paths: Paths) -> None:
    window.server.form.paste.setPlainText(
        "[{urls: 'turn:a.example'}, {urls: 'turns:a.example'},"
        " {urls: 'turn:b.example', username: 'bob'}]"
    )
    assert "What was pasted has 1 more server" in words(window)
    assert list(window.server.others) == [
        HandedOver(ServerSetting(urls=("turn:b.example",), username="bob"))
    ]
    window.server.form.paste.setPlainText(PASTED)
    assert not window.server.others
    assert "Were you given a file?" in words(window)

    window.server.form.paste.setPlainText(
        "[{urls: 'turn:a.example'}, {urls: 'turn:b.example'},"
        " {urls: 'turn:c.example', username: 'bob'}]"
    )
    for _ in range(3):
        click(window.next)
    kept = [server.urls for server in load(paths, {}).settings.servers]
    assert kept == [("turn:a.example", "turn:b.example"), ("turn:c.example",)]


def test_secrets_go_into_the_key_ring_alone(
    qtbot: QtBot,
    service: FakeService,
    tmp_path: Path,
    run_on_qt: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    paths = Paths.under(tmp_path / "ours")
    file = tmp_path / "servers.json"
    file.write_text(
        """[{"urls": "turn:a.example", "username": "ann", "credential": "s3cret-of-a"},
        {"urls": "turn:b.example", "username": "bob", "credential": "s3cret-of-b"}]"""
    )
    key_ring = MemoryKeyRing()

    async def go() -> None:
        window = shown(qtbot, service, paths)
        over = asyncio.Event()
        window.server_kept.connect(over.set)
        window.server.take_file(file)
        for _ in range(3):
            click(window.next)
        await over.wait()

    with in_use(key_ring):
        run_on_qt(go())
    assert key_ring.secrets == {"ann@a.example": "s3cret-of-a", "bob@b.example": "s3cret-of-b"}
    assert len(load(paths, {}).settings.servers) == 2
    kept = [path for path in (tmp_path / "ours").rglob("*") if path.is_file()]
    assert not [path for path in kept if b"s3cret" in path.read_bytes()]


def test_a_key_ring_that_fails_is_said_beside_the_secret(
    qtbot: QtBot,
    service: FakeService,
    paths: Paths,
    run_on_qt: Callable[[Coroutine[Any, Any, None]], None],
) -> None:
    async def go() -> None:
        window = shown(qtbot, service, paths)
        window.server.form.urls.setPlainText("turn:a.example")
        window.server.form.username.setText("ann")
        window.server.form.secret.setText("s3cret")
        over = asyncio.Event()
        window.server.form.not_kept.connect(over.set)
        for _ in range(3):
            click(window.next)
        await over.wait()
        assert window.step == 0
        assert "environment variable" in words(window)
        assert window.server.form.secret.text() == "s3cret"
        assert window.next.isEnabled()

    with in_use(FailingKeyRing()):
        run_on_qt(go())
    assert not service.commands
    assert not paths.config_file.exists()


# --- the end, where something goes wrong -----------------------------------------------------


def test_settings_that_cannot_be_written_are_said(
    window: Assistant, service: FakeService, paths: Paths
) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.next)
    click(window.next)
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("no = [toml\n")
    click(window.next)
    assert "The settings could not be saved" in words(window)
    assert window.isVisible()
    assert not service.commands


def test_a_log_in_that_cannot_be_changed_is_said(
    window: Assistant, service: FakeService, isolated_home: Path
) -> None:
    window.server.form.paste.setPlainText(PASTED)
    click(window.next)
    click(window.next)
    (isolated_home / "config").mkdir(parents=True, exist_ok=True)
    (isolated_home / "config" / "autostart").write_text("a file")
    click(window.next)
    assert "the start at log-in could not be changed" in words(window)
    window.last.start.setChecked(False)
    click(window.next)
    assert not window.isVisible()


def test_nothing_typed_stays_behind(window: Assistant) -> None:
    window.server.form.urls.setPlainText("turn:a.example")
    window.server.form.secret.setText("s3cret")
    window.close()
    assert window.server.form.urls.toPlainText() == ""
    assert window.server.form.secret.text() == ""


# --- what is not asked -----------------------------------------------------------------------


def test_where_there_are_servers_only_the_rest_is_asked(qtbot: QtBot, paths: Paths) -> None:
    service = FakeService(paths=paths, settings=Settings(servers=(A,)))
    window = shown(qtbot, service, paths)
    assert "Step 1 of 2" in words(window)
    click(window.next)
    click(window.next)
    assert service.commands == [("reload_settings",), ("run_now",)]


def test_what_an_organisation_has_set_is_said_and_not_asked(
    qtbot: QtBot, service: FakeService, paths: Paths
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(mode=0o755)
    file = paths.policy_dir / "10.json"
    file.write_text(
        '{"mandatory": {"test": {"interval": 900}, "notifications": {"enabled": true}}}'
    )
    file.chmod(0o644)
    window = shown(qtbot, service, paths)
    window.server.form.paste.setPlainText(PASTED)
    click(window.next)
    assert words(window).count("Set by your organisation.") == 1
    assert not any(button.isEnabled() for button in window.amount.intervals.buttons())
    assert window.amount.budget.isEnabled()
    click(window.next)
    assert "Set by your organisation." in words(window)
    assert not window.last.notify.isEnabled()
    click(window.next)
    assert load(paths, {}).settings.servers == (A,)


def test_what_starts_for_everybody_by_the_administrator_is_said(
    qtbot: QtBot, service: FakeService, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = autostart.Autostart(True, "machine", changeable=False)
    monkeypatch.setattr(autostart, "status", lambda: found)
    window = shown(qtbot, service, paths)
    assert not window.last.start.isEnabled()
    assert window.last.start.isChecked()
    assert "administrator" in window.last.start.accessibleDescription()


def test_who_switched_it_off_is_not_talked_into_it(
    qtbot: QtBot, service: FakeService, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = autostart.Autostart(False, "machine", changeable=True)
    monkeypatch.setattr(autostart, "status", lambda: found)
    assert not shown(qtbot, service, paths).last.start.isChecked()


def test_an_interval_of_the_settings_is_among_the_choices(qtbot: QtBot, paths: Paths) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("[test]\ninterval = 90\ndata-budget-mb = 5\n")
    window = shown(qtbot, FakeService(paths=paths), paths)
    texts = [button.text() for button in window.amount.intervals.buttons()]
    assert texts[0].startswith("Every 90 second")
    assert window.amount.budget.currentText() == "5 MB a day"
    assert window.amount.values() == {}


def test_a_day_costs_more_with_more_data_allowed_and_never_more_than_that(
    window: Assistant,
) -> None:
    window.amount.count_addresses(3)

    def megabytes(budget: float) -> list[int]:
        window.amount.budget.setCurrentIndex(window.amount.budget.findData(budget))
        texts = [button.text() for button in window.amount.intervals.buttons()]
        return [int(text.split("about ")[1].split()[0]) for text in texts]

    small, large = megabytes(10.0), megabytes(100.0)
    assert max(small) <= 10
    assert max(large) <= 100
    assert all(one < other for one, other in zip(small, large, strict=True))
