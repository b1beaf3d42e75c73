"""Policy by configuration profiles: the property lists that macOS makes of them."""

import os
import plistlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notifier.settings.layer import MAX_BYTES
from notifier.settings.load import Loaded, load
from notifier.settings.model import QuietHours, ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import policy_state
from notifier.settings.policy_profile import DOMAIN, ManagedPreferences


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path)
    folder = folder_of(paths)
    (folder / "ann").mkdir(parents=True)
    return paths


def folder_of(paths: Paths) -> Path:
    assert paths.managed_preferences is not None
    return paths.managed_preferences


def managed(paths: Paths, values: object, *, person: str = "") -> Path:
    file = folder_of(paths) / person / f"{DOMAIN}.plist"
    file.write_bytes(
        values if isinstance(values, bytes) else plistlib.dumps(values, fmt=plistlib.FMT_BINARY)  # type: ignore[arg-type]
    )
    return file


def loaded_of(paths: Paths) -> Loaded:
    return load(paths, {"HOME": "/Users/ann"})


def the_problem(paths: Paths) -> str:
    problems = loaded_of(paths).problems
    assert len(problems) == 1, [str(problem) for problem in problems]
    return str(problems[0])


def test_tables_are_dictionaries(paths: Paths) -> None:
    file = managed(
        paths,
        {
            "test": {"interval": 600, "spread": 0.5},
            "notifications": {"enabled": False},
            "server": [{"urls": ["turn:a.example"], "label": "A"}],
            "texts": {"950": "Fine", "de": {"950": "Gut"}},
            "Recommended": {"notifications": {"quiet-hours": "22:00-07:00"}},
            "PayloadUUID": "what the profile says of itself",
        },
    )
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings == Settings(
        interval_s=600.0,
        spread=0.5,
        notifications=False,
        servers=(ServerSetting(urls=("turn:a.example",), label="A"),),
        texts={950: "Fine"},
        texts_by_language={"de": {950: "Gut"}},
        quiet_hours=QuietHours(22 * 60, 7 * 60),
    )
    assert str(loaded.origin("test.interval")) == f"policy: {file}"
    assert str(loaded.origin("notifications.quiet-hours")) == f"policy default: {file}"


def test_the_machine_comes_before_the_person(paths: Paths) -> None:
    managed(paths, {"test": {"interval": 60, "spread": 0}}, person="ann")
    managed(paths, {"test": {"interval": 600}})
    found = loaded_of(paths).settings
    assert (found.interval_s, found.spread) == (600.0, 0.0)
    assert loaded_of(replace(paths, managed_user=None)).settings.spread == 0.2
    assert loaded_of(replace(paths, managed_preferences=None)).settings == Settings()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (b"", "it is no property list"),
        (b"bplist00 and then something else", "it is no property list"),
        (b"<plist><date>never</date></plist>", "it is no property list"),
        (b"<plist><array/></plist>", "expected a dictionary of tables"),
        (b" " * (MAX_BYTES + 1), "longer than 256 KiB"),
        ({"Recommended": []}, "Recommended: expected a dictionary of tables"),
        ({"test": {"interval": b"60"}}, "found data"),
        ({"test": {"interval": datetime(2026, 1, 1)}}, "found a date or time"),  # noqa: DTZ001
        ({"tests": {}}, "did you mean test?"),
        ({"fleet": {"ca-file": "ca.pem"}}, "fleet.ca-file: expected a whole path"),
        ({"server": [{"urls": "turn:a.example", "password": "x"}]}, "a secret never stands"),
    ],
)
def test_what_is_wrong_is_named_and_left_out(
    paths: Paths, values: dict[str, object] | bytes, message: str
) -> None:
    managed(paths, values)
    assert f"{DOMAIN}.plist" in the_problem(paths)
    assert message in the_problem(paths)


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_or_folder_that_others_can_write_does_not_count(paths: Paths, mode: int) -> None:
    file = managed(paths, {"test": {"interval": 600}})
    before = policy_state(paths)
    file.chmod(mode)
    assert policy_state(paths) != before
    assert "others than its owner can write to the file" in the_problem(paths)
    file.chmod(0o644)
    folder_of(paths).chmod(0o777)
    assert "others than its owner can write to the folder" in the_problem(paths)
    assert loaded_of(paths).settings == Settings()


def test_a_file_of_somebody_else_does_not_count(paths: Paths) -> None:
    managed(paths, {"test": {"interval": 600}})
    strange = replace(paths, policy_owner=os.geteuid() + 1, policy_dir=None)
    assert "does not belong to user" in the_problem(strange)


def test_a_folder_that_may_not_be_entered(paths: Paths) -> None:
    file = folder_of(paths) / "ann" / f"{DOMAIN}.plist"
    file.mkdir()
    assert "can't be read" in the_problem(paths) or "ordinary file" in the_problem(paths)


def test_a_folder_that_cannot_even_be_asked_for(paths: Paths) -> None:
    asked = replace(paths, managed_user="a" * 300)
    assert "File name too long" in the_problem(asked)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60), head=st.sampled_from([b"", b"bplist00", b"<plist>"]))
@example(data=b"\x00" * 32, head=b"bplist00")
def test_no_bytes_stop_the_program(tmp_path: Path, data: bytes, head: bytes) -> None:
    file = tmp_path / "any.plist"
    file.write_bytes(head + data)
    policy = ManagedPreferences(file, os.geteuid()).read()
    assert policy.problems or policy.mandatory
