"""Microphone and camera: there, not there, or not to be told; and the network as a trigger."""

import builtins
import sys
from typing import Any

import pytest

from tests.ui.fake_service import FakeService
from ui.system.devices import MediaDevices, judged
from ui.system.network import NetworkTrigger


@pytest.mark.parametrize(
    ("listed", "kernel", "result"),
    [
        (True, False, True),
        (True, None, True),
        (False, False, False),
        (False, True, None),
        (False, None, None),
        (None, False, None),
        (None, True, None),
    ],
)
def test_none_is_believed_only_where_the_kernel_agrees(
    listed: bool | None, kernel: bool | None, result: bool | None
) -> None:
    assert judged(listed, lambda: kernel) is result


@pytest.mark.no_qt_log
def test_the_service_hears_at_once_and_at_each_change(qapp: object) -> None:
    """On Qt's real listing, which is empty on a test machine and whatever it is elsewhere."""
    service = FakeService()
    answer: bool | None = False
    devices = MediaDevices(service, kernel=lambda: answer)
    first = service.commands[0]
    assert first in [("media_devices_changed", False), ("media_devices_changed", True)]
    devices._look()
    assert len(service.commands) == 1, "nothing changed"
    if first[1] is False:
        answer = None
        devices._look()
        assert service.commands[1:] == [("media_devices_changed", None)]


def test_without_the_library_it_cannot_be_told(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    service = FakeService()
    MediaDevices(service, kernel=lambda: False)
    assert service.commands == [("media_devices_changed", None)]


def test_a_change_of_the_network_is_passed_on_and_never_judged(qapp: object) -> None:
    service = FakeService()
    trigger = NetworkTrigger(service)
    assert service.commands == [], "the state at the start is no change"
    trigger._changed(None)
    assert service.commands == [("network_changed",)]
