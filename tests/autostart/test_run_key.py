"""Autostart on Windows, with a dictionary for the registry."""

import pytest

from notifier.autostart.run_key import APPROVED, LONGEST, NAME, RUN, Hive, RunKey
from notifier.autostart.state import Autostart, AutostartError

LINE = r'"C:\Program Files\Call Notifier\call-notifier.exe" --background'
ON, OFF = bytes([2, *[0] * 11]), bytes([3, *[0] * 11])


class Dictionary:
    def __init__(self, values: dict[tuple[Hive, str], str | bytes]) -> None:
        self.values = values

    def get(self, hive: Hive, key: str, name: str) -> str | bytes | None:
        assert name == NAME
        return self.values.get((hive, key))

    def set(self, key: str, name: str, value: str) -> None:
        self.values["user", key] = value

    def delete(self, key: str, name: str) -> None:
        self.values.pop(("user", key), None)


def place(values: dict[tuple[Hive, str], str | bytes]) -> RunKey:
    program = r"C:\Program Files\Call Notifier\call-notifier.exe"
    return RunKey(Dictionary(values), (program, "--background"))


def test_on_and_off() -> None:
    values: dict[tuple[Hive, str], str | bytes] = {}
    here = place(values)
    assert here.status() == Autostart(False, None, changeable=True)
    here.enable()
    assert values == {("user", RUN): LINE}
    assert here.status() == Autostart(True, "user", changeable=True)
    here.disable()
    assert values == {}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({("user", RUN): LINE, ("user", APPROVED): ON}, Autostart(True, "user", True)),
        ({("user", RUN): LINE, ("user", APPROVED): OFF}, Autostart(False, "user", True)),
        ({("user", RUN): LINE, ("user", APPROVED): b""}, Autostart(True, "user", True)),
        ({("machine", RUN): LINE}, Autostart(True, "machine", False)),
        ({("machine", RUN): LINE, ("machine", APPROVED): OFF}, Autostart(False, "machine", False)),
        ({("user", APPROVED): OFF}, Autostart(False, None, True)),
    ],
)
def test_how_it_stands(values: dict[tuple[Hive, str], str | bytes], expected: Autostart) -> None:
    assert place(values).status() == expected


def test_what_task_manager_switched_off_is_switched_on_again() -> None:
    values: dict[tuple[Hive, str], str | bytes] = {("user", RUN): LINE, ("user", APPROVED): OFF}
    here = place(values)
    here.enable()
    assert here.status().enabled


def test_the_administrator_s_stays() -> None:
    here = place({("machine", RUN): LINE})
    for change in (here.enable, here.disable):
        with pytest.raises(AutostartError, match="administrator"):
            change()


def test_beside_the_administrator_s_one_s_own_goes() -> None:
    values: dict[tuple[Hive, str], str | bytes] = {("machine", RUN): LINE, ("user", RUN): LINE}
    place(values).forget()
    assert values == {("machine", RUN): LINE}


def test_a_command_that_windows_would_cut_off() -> None:
    here = RunKey(Dictionary({}), ("C:\\" + "x" * LONGEST,))
    with pytest.raises(AutostartError, match="260 characters"):
        here.enable()
