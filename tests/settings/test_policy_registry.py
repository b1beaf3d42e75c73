"""Policy in the registry of Windows: what its values mean, and what is wrong with them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.settings.definitions import MAX_SERVERS
from notifier.settings.load import Loaded, load
from notifier.settings.model import QuietHours, ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import policy_state
from notifier.settings.policy_registry import INSTALLATION, POLICIES, Key, RegistryPolicy
from tests.settings.fake_registry import FakeRegistry

MACHINE = rf"HKLM\{POLICIES}"
PERSON = rf"HKCU\{POLICIES}"


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.fixture
def paths(tmp_path: Path, registry: FakeRegistry) -> Paths:
    return replace(Paths.under(tmp_path), registry=registry)


def loaded_of(paths: Paths) -> Loaded:
    return load(paths, {"HOME": "/home/ann"})


def messages(paths: Paths) -> list[str]:
    return [str(problem) for problem in loaded_of(paths).problems]


def test_each_kind_of_value(paths: Paths, registry: FakeRegistry) -> None:
    for table, name, value in (
        ("test", "interval", 600),
        ("test", "spread", "0.1"),
        ("test", "on-metered", "none"),
        ("notifications", "enabled", 0),
        ("notifications", "quiet-hours", "22:00-07:00"),
        ("calls", "sites", ["a.example", "", "b.example"]),
        ("calls", "origins", ""),
        ("calls", "collect-sdp", 1),
        ("geo", "databases", "~/one.mmdb"),
        ("texts", "950", "Fine"),
        (r"texts\DE", "950", "Gut"),
        (r"server\10", "urls", ["turn:b.example"]),
        (r"server\2", "urls", ["turn:a.example", "turns:a.example"]),
        (r"server\2", "label", "A"),
        (r"server\2", "username", ""),
    ):
        registry.set(rf"{MACHINE}\{table}", name, value)
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings == Settings(
        interval_s=600.0,
        spread=0.1,
        on_metered="none",
        notifications=False,
        quiet_hours=QuietHours(22 * 60, 7 * 60),
        call_sites=("a.example", "b.example"),
        collect_sdp=True,
        geo_databases=(Path("/home/ann/one.mmdb"),),
        texts={950: "Fine"},
        texts_by_language={"de": {950: "Gut"}},
        servers=(
            ServerSetting(urls=("turn:a.example", "turns:a.example"), label="A"),
            ServerSetting(urls=("turn:b.example",)),
        ),
    )
    assert loaded.locked("calls.origins"), "an empty list is a value, too"
    assert str(loaded.origin("test.interval")) == f"policy: {MACHINE}"
    assert loaded.locked("server")


def test_names_know_no_case(paths: Paths, registry: FakeRegistry) -> None:
    registry.set(rf"{MACHINE}\Test", "Interval", 600)
    registry.set(rf"{MACHINE}\RECOMMENDED\History", "Retention-Days", 9)
    registry.set(rf"{MACHINE}\Server\1", "URLs", ["turn:a.example"])
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert (loaded.settings.interval_s, loaded.settings.retention_days) == (600.0, 9)
    assert len(loaded.settings.servers) == 1


def test_the_machine_comes_before_the_person_and_both_around_the_file(
    paths: Paths, registry: FakeRegistry
) -> None:
    registry.set(rf"{PERSON}\test", "interval", 60)
    registry.set(rf"{PERSON}\test", "spread", "0.3")
    registry.set(rf"{MACHINE}\test", "interval", 600)
    registry.set(rf"{MACHINE}\Recommended\history", "retention-days", 9)
    registry.set(rf"{PERSON}\Recommended\history", "retention-days", 8)
    registry.set(rf"{PERSON}\Recommended\calls", "ask-for-rating", 0)
    registry.set(rf"{PERSON}\Recommended\notifications", "enabled", 0)
    paths.config_file.parent.mkdir()
    paths.config_file.write_text("test.interval = 120\nnotifications.enabled = true\n")
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    found = loaded.settings
    assert (found.interval_s, found.spread, found.retention_days) == (600.0, 0.3, 9)
    assert (found.ask_for_rating, found.notifications) == (False, True)
    assert str(loaded.origin("test.spread")) == f"policy: {PERSON}"
    assert str(loaded.origin("history.retention-days")) == rf"policy default: {MACHINE}\Recommended"


def test_the_files_beside_the_program_are_weaker_than_the_machines_registry(
    paths: Paths, registry: FakeRegistry
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir()
    text = (
        '{"mandatory": {"test": {"interval": 60, "spread": 0}, "history": {"retention-days": 1}}}'
    )
    (paths.policy_dir / "installation.json").write_text(text)
    registry.set(rf"{MACHINE}\test", "interval", 600)
    registry.set(rf"{PERSON}\test", "spread", "0.3")
    found = loaded_of(paths).settings
    assert (found.interval_s, found.spread, found.retention_days) == (600.0, 0.0, 1)


def test_no_key_and_empty_keys_are_no_policy(paths: Paths, registry: FakeRegistry) -> None:
    assert loaded_of(paths).settings == Settings()
    registry.set(rf"{MACHINE}\server\1", "urls", ["turn:a.example"])
    registry.delete(rf"{MACHINE}\server\1", "urls")
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert not loaded.locked("server")


@pytest.mark.parametrize(
    ("table", "name", "value", "message"),
    [
        ("test", "interval", "soon", "test.interval: expected a number from 30"),
        ("test", "interval", "inf", "test.interval: expected a number from 30"),
        ("test", "interval", ["60"], "test.interval: expected a number from 30"),
        ("test", "on-metered", 1, "test.on-metered: expected"),
        ("test", "data-budget-mb", b"\x01", "found data"),
        ("notifications", "enabled", 2, "expected true or false, found 2"),
        ("notifications", "enabled", "yes", "expected true or false, found a text"),
        ("tests", "interval", 60, "tests: no table of this name; did you mean test?"),
        ("test", "intervall", 60, "did you mean interval?"),
        ("", "interval", 60, "interval: no table of this name"),
        (r"test\deeper", "interval", 60, "test.deeper: no setting of this name"),
        (r"server\one", "urls", ["turn:a.example"], "server.one: expected keys with numbers"),
        ("server", "urls", ["turn:a.example"], "server.urls: expected the servers' settings"),
        (r"server\1", "label", "x", "server[1]: expected urls in it"),
        (r"server\1\2", "urls", ["turn:a.example"], "server"),
        ("fleet", "ca-file", "ca.pem", "fleet.ca-file: expected a whole path"),
        ("texts", "951", "x", "no setting of this name"),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_left_out(
    paths: Paths, registry: FakeRegistry, table: str, name: str, value: object, message: str
) -> None:
    registry.set(rf"{MACHINE}\{table}".rstrip("\\"), name, value)
    registry.set(rf"{MACHINE}\history", "retention-days", 9)
    found = messages(paths)
    if table == r"server\1\2":  # nobody looks so deep
        assert found == []
    else:
        assert len(found) == 1
        assert message in found[0]
        assert found[0].startswith(MACHINE)
    assert loaded_of(paths).settings == replace(Settings(), retention_days=9)


def test_a_key_that_may_not_be_read(paths: Paths, registry: FakeRegistry) -> None:
    registry.error = PermissionError(13, "Permission denied")
    found = messages(paths)
    assert found == [rf"{hive}\{POLICIES}: can't be read: Permission denied" for hive in HIVES]
    assert policy_state(paths) == policy_state(paths)


HIVES = ("HKCU", "HKLM")


def test_a_secret_in_the_registry_is_refused_and_not_repeated(
    paths: Paths, registry: FakeRegistry
) -> None:
    registry.set(rf"{MACHINE}\server\1", "urls", ["turn:a.example"])
    registry.set(rf"{MACHINE}\server\1", "username", "ann")
    registry.set(rf"{MACHINE}\server\1", "Password", "hunter2")
    found = messages(paths)
    assert len(found) == 1
    assert "a secret never stands in this file" in found[0]
    assert "hunter2" not in found[0]


def test_a_server_may_name_a_secret(paths: Paths, registry: FakeRegistry) -> None:
    registry.set(rf"{MACHINE}\server\1", "urls", ["turn:a.example"])
    registry.set(rf"{MACHINE}\server\1", "credential", "turn-rest")
    registry.set(rf"{MACHINE}\server\1", "secret-file", "office")
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings.servers[0].secret_file == "office"


def test_there_is_an_end_to_servers(paths: Paths, registry: FakeRegistry) -> None:
    for number in range(1, MAX_SERVERS + 3):
        registry.set(rf"{MACHINE}\server\{number}", "urls", [f"turn:s{number}.example"])
    assert len(loaded_of(paths).settings.servers) == MAX_SERVERS
    assert len(messages(paths)) == 1


def test_a_change_is_noticed(paths: Paths, registry: FakeRegistry) -> None:
    states = [policy_state(paths)]
    for path, name, value in (
        (rf"{MACHINE}\test", "interval", 60),
        (rf"{MACHINE}\test", "interval", 61),
        (rf"{PERSON}\test", "interval", 61),
        (rf"HKLM\{INSTALLATION}", "Servers", "turn:a.example"),
    ):
        registry.set(path, name, value)
        states.append(policy_state(paths))
        assert states[-1] not in states[:-1]
        assert states[-1] == policy_state(paths)


def test_what_the_installer_was_told_is_proposed(paths: Paths, registry: FakeRegistry) -> None:
    said = "turn:a.example; turns:A.example:443 ;;turn:b.example;nonsense"
    registry.set(rf"HKLM\{INSTALLATION}", "Servers", said)
    loaded = loaded_of(paths)
    assert [server.urls for server in loaded.settings.servers] == [
        ("turn:a.example", "turns:A.example:443"),
        ("turn:b.example",),
    ]
    assert not loaded.locked("server")
    assert all("server[3]" in message for message in messages(paths))
    registry.set(rf"{PERSON}\Recommended\server\1", "urls", ["turn:c.example"])
    assert [server.urls for server in loaded_of(paths).settings.servers] == [("turn:c.example",)]


_VALUES = st.one_of(
    st.integers(0, 2**64),
    st.text(max_size=12),
    st.lists(st.text(max_size=12), max_size=3),
    st.binary(max_size=3),
    st.none(),
)
_NAMES = st.sampled_from(
    ["interval", "spread", "urls", "950", "de", "1", "enabled", "sites", "textfile"]
) | st.text(max_size=5)
_KEYS = st.recursive(
    st.builds(Key, st.dictionaries(_NAMES, _VALUES, max_size=4)),
    lambda inner: st.builds(
        Key,
        st.dictionaries(_NAMES, _VALUES, max_size=3),
        st.dictionaries(
            st.sampled_from(["test", "server", "texts", "Recommended", "calls", "1", "de"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@given(key=_KEYS)
def test_no_key_stops_the_program(key: Key) -> None:
    class Whole:
        def read(self, _hive: str, _path: str) -> Key:
            return key

    policy = RegistryPolicy(Whole(), "HKLM").read()
    assert len(policy.mandatory) == len(policy.default) == 1
    for problem in policy.problems:
        assert "\n" not in str(problem)
