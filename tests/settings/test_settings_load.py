"""The settings file and every way to get it wrong: named, left out, and never an end."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.settings.definitions import MAX_SERVERS, MAX_URLS, SECTIONS, SERVER
from notifier.settings.load import MAX_BYTES, Layer, Loaded, Origin, load, parse, settle
from notifier.settings.model import QuietHours, ServerSetting, Settings
from notifier.settings.paths import Paths

ENVIRON = {"HOME": "/home/ann"}
SECRET = "hunter2-Correct-Horse"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


def load_text(paths: Paths, text: str | bytes) -> Loaded:
    paths.config_file.parent.mkdir(exist_ok=True)
    paths.config_file.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(paths, ENVIRON)


def the_problem(loaded: Loaded) -> tuple[int | None, str, str]:
    """The only problem there is."""
    assert len(loaded.problems) == 1, [str(problem) for problem in loaded.problems]
    problem = loaded.problems[0]
    return problem.line, problem.key, problem.message


def test_no_file_means_the_defaults_and_no_problem(paths: Paths) -> None:
    loaded = load(paths, ENVIRON)
    assert loaded.settings == Settings()
    assert loaded.problems == ()
    assert {value.origin for value in loaded.values.values()} == {Origin("default")}
    assert loaded.values["test.interval"].value == 300.0
    assert not paths.config_file.parent.exists()


def test_everything_that_can_be_set(paths: Paths) -> None:
    loaded = load_text(
        paths,
        """\
        history.retention-days = 0
        [test]
        interval = 60      # a minute
        spread = 0
        data-budget-mb = 0
        on-metered = "none"
        captive-check-url = "http://check.test:8080/generate_204?a=b"
        [notifications]
        enabled = false
        [forecast]
        learn-from-calls = false
        [calls]
        attach = false
        watch = "listed"
        sites = ["Meet.Example.com", "*.example.org", "xn--bcher-kva.example", "meet.example.com"]
        origins = ["https://Meet.example.com:443", "http://localhost:8080", "file://", "app://x"]
        websocket-port = 1024
        collect-sdp = true
        ask-for-rating = false
        [texts]
        950 = " All is well. "
        100 = "Bad 📶"
        [geo]
        databases = ["/a/b.mmdb", "~/c.mmdb", "d.mmdb"]
        [[server]]
        urls = ["turn:one.example:3478?transport=udp", "turns:one.example"]
        label = "One"
        username = "alice"
        password-env = "TURN_ONE"
        ca-file = "ca.pem"
        [[server]]
        urls = "turn:[2001:db8::1]"
        credential = "turn-rest"
        """,
    )
    assert loaded.problems == ()
    config = paths.config_file.parent
    assert loaded.settings == Settings(
        interval_s=60.0,
        spread=0.0,
        data_budget_mb=0.0,
        on_metered="none",
        captive_check_url="http://check.test:8080/generate_204?a=b",
        notifications=False,
        retention_days=0,
        learn_from_calls=False,
        attach_calls=False,
        watch_sites="listed",
        call_sites=("meet.example.com", "*.example.org", "xn--bcher-kva.example"),
        call_origins=("https://meet.example.com", "http://localhost:8080", "file://", "app://x"),
        websocket_port=1024,
        collect_sdp=True,
        ask_for_rating=False,
        texts={950: "All is well.", 100: "Bad 📶"},
        geo_databases=(Path("/a/b.mmdb"), Path("/home/ann/c.mmdb"), config / "d.mmdb"),
        servers=(
            ServerSetting(
                urls=("turn:one.example:3478?transport=udp", "turns:one.example"),
                label="One",
                username="alice",
                password_env="TURN_ONE",
                ca_file=config / "ca.pem",
            ),
            ServerSetting(urls=("turn:[2001:db8::1]",), credential="turn-rest"),
        ),
    )
    assert loaded.server_numbers == (1, 2)
    assert type(loaded.settings.interval_s) is float


def test_each_value_knows_where_it_comes_from(paths: Paths) -> None:
    loaded = load_text(
        paths,
        '[test]\ninterval = 60\n\n[[server]]\nurls = "turn:a"\n[[server]]\nurls = [\n"turn:b"]',
    )
    file = paths.config_file
    assert loaded.values["test.interval"].origin == Origin("file", file, 2)
    assert str(loaded.values["test.interval"].origin) == f"{file}, line 2"
    assert loaded.values["test.spread"].origin == Origin("default")
    assert str(loaded.values["test.spread"].origin) == "default"
    assert loaded.values["server[1].urls"].origin.line == 5
    assert loaded.values["server[2].urls"].origin.line == 7
    assert loaded.values["server[2].label"].origin == Origin("default")
    assert loaded.values["texts.950"].value == "You are in a good network condition"


# One wrong line each: (file, line, key, part of the message). All else keeps its default.
WRONG = [
    # Types and bounds.
    ("[test]\ninterval = 29", 2, "test.interval", "a number from 30 to 86400, found 29"),
    ("[test]\ninterval = 86401", 2, "test.interval", "from 30 to 86400, found 86401"),
    ("[test]\ninterval = -1", 2, "test.interval", "found -1"),
    (
        "[test]\ninterval = '60'",
        2,
        "test.interval",
        "expected a number from 30 to 86400, found a te",
    ),
    ("[test]\ninterval = true", 2, "test.interval", "found true or false"),
    ("[test]\ninterval = nan", 2, "test.interval", "found nan"),
    ("[test]\ninterval = inf", 2, "test.interval", "found a far larger number"),
    ("[test]\ninterval = [60]", 2, "test.interval", "found a list"),
    ("[test]\ninterval = {s = 60}", 2, "test.interval", "found a table"),
    ("[test]\ninterval = 07:32:00", 2, "test.interval", "found a date or time"),
    (f"[test]\ninterval = 0x{'f' * 5000}", 2, "test.interval", "found a far larger number"),
    ("[test]\ndata-budget-mb = -1", 2, "test.data-budget-mb", "from 0 to 100000, found -1"),
    ("[test]\non-metered = 'some'", 2, "test.on-metered", '"full" or "none", found a text'),
    ("[test]\ncaptive-check-url = 3", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\ncaptive-check-url = 'https://a.test/'", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\ncaptive-check-url = 'http://u:p@a.test/'", 2, "test.captive-check-url", "password"),
    ("[test]\ncaptive-check-url = 'http://[::1/'", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\ncaptive-check-url = 'http://a.test:0/'", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\ncaptive-check-url = 'http://ä.test/'", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\ncaptive-check-url = 'http://a.test/b c'", 2, "test.captive-check-url", "plain HTTP"),
    ("[test]\non-metered = false", 2, "test.on-metered", "found true or false"),
    ("[test]\non-metered = ['light']", 2, "test.on-metered", "found a list"),
    ("[test]\n\nspread = 0.51", 3, "test.spread", "from 0 to 0.5, found 0.51"),
    ("[notifications]\nenabled = 1", 2, "notifications.enabled", "true or false, found 1"),
    ("[notifications]\nenabled = 'yes'", 2, "notifications.enabled", "found a text"),
    ("[history]\nretention-days = 1.5", 2, "history.retention-days", "a whole number from 0"),
    ("[history]\nretention-days = 36501", 2, "history.retention-days", "found 36501"),
    ("[history]\nretention-days = true", 2, "history.retention-days", "found true or false"),
    # Names.
    ("[test]\nintervall = 60", 2, "test.intervall", "did you mean interval?"),
    ("[test]\nInterval = 60", 2, "test.Interval", "did you mean interval?"),
    ("[forecast]\nlearn-from-calls = 1", 2, "forecast.learn-from-calls", "expected true or false"),
    ("[history]\nretention_days = 9", 2, "history.retention_days", "did you mean retention-days?"),
    ("[tests]\ninterval = 60", 1, "tests", "did you mean test?"),
    ("[zzz]", 1, "zzz", "expected one of test, notifications"),
    ("zzz = 1", 1, "zzz", "expected one of test, notifications"),
    ("interval = 60", 1, "interval", "it belongs into [test]"),
    ("[history]\nspread = 0.1", 2, "history.spread", "it belongs into [test]"),
    ("[test]\nusername = 'ann'", 2, "test.username", "it belongs into [[server]]"),
    ('[test]\n"in\\nter" = 60', 2, 'test."in\\nter"', "no setting of this name"),
    ("test = 60", 1, "test", "expected a table: [test]"),
    ("[[test]]\ninterval = 60", 1, "test", "expected a table: [test]"),
    # Calls.
    ("[calls]\nattach = 1", 2, "calls.attach", "true or false, found 1"),
    ("[calls]\nwatch = 'some'", 2, "calls.watch", '"all", "listed" or "none", found a text'),
    ("[calls]\nwatch = ['all']", 2, "calls.watch", "found a list"),
    ("[calls]\nsites = 'a.example'", 2, "calls.sites", "a list of at most 64, each a host name"),
    ("[calls]\nsites = ['a.example', 1]", 2, "calls.sites", "number 2: expected a host name"),
    ("[calls]\nsites = ['https://a.example']", 2, "calls.sites", "without scheme, port and path"),
    (f"[calls]\nsites = {['a.example'] * 65}", 2, "calls.sites", "found 65"),
    ("[calls]\norigins = [true]", 2, "calls.origins", "number 1: expected an origin"),
    ("[calls]\norigins = ['http://a.example']", 2, "calls.origins", "only of this computer"),
    (f"[calls]\norigins = {['file://'] * 33}", 2, "calls.origins", "found 33"),
    ("[calls]\nwebsocket-port = 443", 2, "calls.websocket-port", "from 1024 to 65535, found 443"),
    ("[calls]\nwebsocket-port = 65536", 2, "calls.websocket-port", "found 65536"),
    ("[calls]\nwebsocket-port = 5e3", 2, "calls.websocket-port", "a whole number"),
    ("[calls]\ncollect-sdp = 'no'", 2, "calls.collect-sdp", "true or false, found a text"),
    ("[calls]\nask_for_rating = true", 2, "calls.ask_for_rating", "mean ask-for-rating?"),
    # Texts.
    ("[texts]\n951 = 'x'", 2, "texts.951", "did you mean 950?"),
    ("[texts]\nhello = 'x'", 2, "texts.hello", "expected one of 100, 200"),
    ("[texts]\n950 = ''", 2, "texts.950", "found an empty text"),
    ("[texts]\n950 = '  '", 2, "texts.950", "found an empty text"),
    ("[texts]\n950 = 1", 2, "texts.950", "1 to 300 characters on one line, found 1"),
    (f"[texts]\n950 = '{'x' * 301}'", 2, "texts.950", "found one of 301 characters"),
    ('[texts]\n950 = "a\\u0007b"', 2, "texts.950", "control character"),
    ('[texts]\n950 = "a\\u2028b"', 2, "texts.950", "line break"),
    ("[texts]\n950 = '''a\nb'''", 2, "texts.950", "line break"),
    # Databases.
    ("[geo]\ndatabases = '/a'", 2, "geo.databases", "a list of at most 16"),
    ("[geo]\ndatabases = [1]", 2, "geo.databases", "name of a file"),
    ("[geo]\ndatabases = ['']", 2, "geo.databases", "name of a file"),
    ("[geo]\ndatabases = ['~bob/x']", 2, "geo.databases", "home directory"),
    ('[geo]\ndatabases = ["a\\u0000"]', 2, "geo.databases", "name of a file"),
    (f"[geo]\ndatabases = {['x'] * 17}", 2, "geo.databases", "found 17"),
    # Servers.
    ("[server]\nurls = 'turn:a'", 1, "server", "[[server]], with two brackets"),
    ("server = 'turn:a'", 1, "server", "[[server]], with two brackets"),
    ("server = ['turn:a']", 1, "server", "[[server]], with two brackets"),
    ("[[server]]\nlabel = 'x'", 1, "server[1]", "expected urls in it"),
]


@pytest.mark.parametrize(("text", "line", "key", "message"), WRONG)
def test_a_wrong_key_is_named_and_the_default_holds(
    paths: Paths, text: str, line: int, key: str, message: str
) -> None:
    loaded = load_text(paths, text)
    found = the_problem(loaded)
    assert found[:2] == (line, key)
    assert message in found[2]
    if key not in ("calls.attach", "calls.watch"):
        assert loaded.settings == Settings()
    assert str(loaded.problems[0]).startswith(f"settings.toml, line {line}: {key}: ")
    assert str(loaded.problems[0]).isprintable()


def test_what_somebody_meant_to_narrow_is_not_widened_by_a_slip(paths: Paths) -> None:
    loaded = load_text(paths, "[calls]\nattach = 'no'\nwatch = 'lsited'\n")
    assert not loaded.settings.attach_calls
    assert loaded.settings.watch_sites == "none"
    assert [problem.key for problem in loaded.problems] == ["calls.attach", "calls.watch"]


def test_one_wrong_key_leaves_the_others_in_force(paths: Paths) -> None:
    loaded = load_text(
        paths, "[test]\ninterval = 'x'\nspread = 0.1\n[history]\nretention-days = 7\n"
    )
    assert the_problem(loaded)[1] == "test.interval"
    assert (loaded.settings.spread, loaded.settings.retention_days) == (0.1, 7)


def test_problems_come_in_the_order_of_the_file(paths: Paths) -> None:
    loaded = load_text(paths, "[[server]]\n[zzz]\n[test]\nx = 1\ninterval = 0\n")
    lines = [problem.line for problem in loaded.problems]
    assert lines == [1, 2, 4, 5]


GOOD = '[[server]]\nurls = ["turn:good.example"]\nusername = "ann"\n'

# One wrong server behind a good one: (lines of the server, line within it, key, message).
WRONG_SERVERS = [
    ("urls = []", 2, "urls", "empty list"),
    ("urls = 'turn:b'\nusername = 1", 3, "username", "a user name of 1 to 508 bytes"),
    ("urls = 'turn:b'\nusername = ''", 3, "username", "empty"),
    (f"urls = 'turn:b'\nusername = '{'ä' * 300}'", 3, "username", "found one of 600 bytes"),
    ("urls = 'turn:b'\nusername = 'a'\npassword-env = 'A B'", 4, "password-env", "letters, digits"),
    ("urls = 'turn:b'\npassword-env = 'A'", 3, "password-env", "expected a username beside it"),
    ("urls = 'turn:b'\ncredential = 'PASSWORD'", 3, "credential", '"password" or "turn-rest"'),
    ("urls = 'turn:b'\ncredential = 5", 3, "credential", '"password" or "turn-rest"'),
    ("urls = 'turn:b'\nca-file = 5", 3, "ca-file", "name of a file"),
]


@pytest.mark.parametrize(("text", "line", "key", "message"), WRONG_SERVERS)
def test_a_wrong_server_is_left_out_and_the_others_stay(
    paths: Paths, text: str, line: int, key: str, message: str
) -> None:
    loaded = load_text(paths, f"{GOOD}[[server]]\n{text}\n[[server]]\nurls = 'turn:c'")
    problem = loaded.problems[0]
    assert (problem.line, problem.key) == (line + 3, f"server[2].{key}")
    assert message in problem.message
    assert [setting.urls for setting in loaded.settings.servers] == [
        ("turn:good.example",),
        ("turn:c",),
    ]
    assert loaded.server_numbers == (1, 3)
    assert "left out" in "".join(problem.message for problem in loaded.problems)


def test_a_wrong_label_costs_the_label_alone(paths: Paths) -> None:
    loaded = load_text(paths, f"{GOOD}label = 5\n")
    assert the_problem(loaded)[:2] == (4, "server[1].label")
    assert loaded.settings.servers == (ServerSetting(("turn:good.example",), username="ann"),)


def test_a_wrong_url_costs_that_url_alone(paths: Paths) -> None:
    loaded = load_text(
        paths,
        '[[server]]\nurls = [\n  "turn:a",\n  "stun:b",\n  "turn:c:99999",\n  5,\n'
        '  "turn:A?transport=udp",\n  "turn:a?transport=tcp",\n]',
    )
    assert [(problem.line, problem.key) for problem in loaded.problems] == [
        (4, "server[1].urls[2]"),
        (5, "server[1].urls[3]"),
        (6, "server[1].urls[4]"),
        (7, "server[1].urls[5]"),
    ]
    assert loaded.settings.servers[0].urls[0] == "turn:a"
    assert loaded.settings.servers[0].urls[-1] == "turn:a?transport=tcp"


def test_an_address_counts_once_over_all_servers(paths: Paths) -> None:
    loaded = load_text(
        paths, f"{GOOD}[[server]]\nurls = ['turn:good.example:3478', 'turn:b', 'turn:b']\n"
    )
    assert [(problem.line, problem.key) for problem in loaded.problems] == [
        (5, "server[2].urls[1]"),
        (5, "server[2].urls[3]"),
    ]
    assert "stands in server 1 already" in loaded.problems[0].message
    assert loaded.settings.servers[1].urls == ("turn:b",)


def test_there_is_an_end_to_urls_and_servers(paths: Paths) -> None:
    many = ", ".join(f"'turn:h{n}'" for n in range(MAX_URLS + 3))
    loaded = load_text(paths, f"[[server]]\nurls = [{many}]")
    assert len(loaded.settings.servers[0].urls) == MAX_URLS
    assert "at most 16 addresses" in the_problem(loaded)[2]
    loaded = load_text(
        paths, "".join(f"[[server]]\nurls = 'turn:h{n}'\n" for n in range(MAX_SERVERS + 3))
    )
    assert len(loaded.settings.servers) == MAX_SERVERS
    assert the_problem(loaded)[:2] == (2 * MAX_SERVERS + 1, f"server[{MAX_SERVERS + 1}]")


@pytest.mark.parametrize(
    "text",
    [
        f"password = '{SECRET}'",
        f"Password = '{SECRET}'",
        f"passwd = ['{SECRET}']",
        f"secret = '{SECRET}'",
        f"shared_secret = '{SECRET}'",
        f"static-auth-secret = '{SECRET}'",
        f"pasword = '{SECRET}'",
        f"credential = '{SECRET}'",
        f"password-env = '{SECRET}!'",
        f"urls = 'turn:ann:{SECRET}@host'",
        f"urls = ['turn:host?transport=udp&password={SECRET}']",
        f"password = {SECRET}",
        f"password = '{SECRET}",
        f'password = "{SECRET}\\q"',
    ],
)
def test_a_secret_in_the_file_is_refused_and_never_repeated(paths: Paths, text: str) -> None:
    loaded = load_text(paths, f"{GOOD}[[server]]\nurls = 'turn:b'\n{text}\n")
    told = "\n".join(str(problem) for problem in loaded.problems)
    assert told
    assert SECRET not in told
    assert SECRET not in repr(loaded)
    assert any(problem.line in {5, 6} for problem in loaded.problems)


@pytest.mark.parametrize("key", ["password", "secret", "turn-secret", "shared_key", "PWD"])
@pytest.mark.parametrize("table", ["", "[test]\n", "[texts]\n", GOOD])
def test_a_secret_is_told_where_it_belongs(paths: Paths, table: str, key: str) -> None:
    loaded = load_text(paths, f"{table}{key} = '{SECRET}'")
    line, shown, message = the_problem(loaded)
    assert line == table.count("\n") + 1
    assert shown.endswith(key)
    assert "call-notifier config password" in message
    assert "password-env" in message


def test_turn_rest_needs_no_username(paths: Paths) -> None:
    loaded = load_text(paths, "[[server]]\nurls='turn:a'\ncredential='turn-rest'\npassword-env='S'")
    assert loaded.problems == ()
    assert loaded.settings.servers == (
        ServerSetting(("turn:a",), credential="turn-rest", password_env="S"),
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"[test]\ninterval = \nspread = 1", 2, "no TOML: Invalid value (column 12)"),
        (b"[test]\n[test]", 2, "no TOML: Cannot declare"),
        (b"a = 1\na = 2", 2, "no TOML: Cannot overwrite"),
        (b"[test]\ntext = '''\nx\n", 3, "(end of the file)"),
        (b"[test]\n# caf\xe9\n", 2, "expected UTF-8"),
        ("[test]\ninterval = 60".encode("utf-16"), 1, "expected UTF-8"),
        (b"\0", 1, "no TOML"),
        (b"x = " + b"[" * 20_000, None, "nested too deeply"),
        (b"\n" + b"a." * 60_000 + b"a = 1", 2, "more than 200 dots"),
        (b"# 1\nx = " + b"9" * 5_000, 2, "a whole number of thousands of digits; the file is"),
        (b"\n\nx = [1, -" + b"9_9" * 3_000 + b"]", 3, "a whole number of thousands of digits"),
        (b"# " + b"9" * 5_000 + b"\nx = " + b"9" * 5_000, 2, "a whole number of thousands"),
        (b"x = ['a', " + b"9" * 5_000 + b"]", None, "a whole number of thousands"),
        (b"#" * (MAX_BYTES + 1), None, "longer than 256 KiB"),
    ],
)
def test_a_file_that_is_no_toml_gives_the_defaults(
    paths: Paths, text: bytes, line: int | None, message: str
) -> None:
    loaded = load_text(paths, text)
    found = the_problem(loaded)
    assert found[:2] == (line, "")
    assert message in found[2]
    assert loaded.settings == Settings()


def test_a_file_of_the_greatest_length_is_read(paths: Paths) -> None:
    text = "[test]\ninterval = 60\n"
    assert load_text(paths, text + "#" * (MAX_BYTES - len(text))).settings.interval_s == 60


def test_windows_editors_are_understood(paths: Paths) -> None:
    loaded = load_text(paths, b"\xef\xbb\xbf[test]\r\ninterval = 60\r\nspread = 9\r\n")
    assert loaded.settings.interval_s == 60
    assert the_problem(loaded)[0] == 3


def test_a_directory_in_its_place_is_a_problem(paths: Paths) -> None:
    paths.config_file.mkdir(parents=True)
    loaded = load(paths, ENVIRON)
    assert "found a directory" in the_problem(loaded)[2]
    assert loaded.settings == Settings()


def test_a_pipe_in_its_place_does_not_block(paths: Paths) -> None:
    paths.config_file.parent.mkdir()
    os.mkfifo(paths.config_file)
    assert "an ordinary file" in the_problem(load(paths, ENVIRON))[2]


def test_a_file_that_may_not_be_read_is_a_problem(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text(paths, "")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # root may read everything: no mode would do
    assert "can't be read: Permission denied" in the_problem(load(paths, ENVIRON))[2]


def test_a_file_where_a_directory_should_be_is_a_problem(paths: Paths) -> None:
    paths.config_file.parent.write_text("")
    assert "can't be read: Not a directory" in the_problem(load(paths, ENVIRON))[2]


def test_a_home_that_is_unknown_is_no_end(paths: Paths) -> None:
    load_text(paths, "[geo]\ndatabases = ['~/x']")
    assert "home directory" in the_problem(load(paths, {}))[2]


def test_a_stronger_layer_wins_key_by_key(paths: Paths) -> None:
    weak, strong = Path("/etc/weak.toml"), Path("/etc/strong.toml")
    layers = [
        parse("[test]\ninterval = 60\nspread = 0.1\n[[server]]\nurls='turn:a'", weak),
        parse("[test]\n\ninterval = 90\n[[server]]\nurls='turn:b'", strong),
    ]
    loaded = settle([layer for layer in layers if not hasattr(layer, "message")], {}, file=weak)
    assert (loaded.settings.interval_s, loaded.settings.spread) == (90, 0.1)
    assert loaded.values["test.interval"].origin == Origin("file", strong, 3)
    assert loaded.values["test.spread"].origin == Origin("file", weak, 3)
    assert [setting.urls for setting in loaded.settings.servers] == [("turn:b",)]


NAMES = st.sampled_from(
    [section.name for section in SECTIONS]
    + [definition.key for section in (*SECTIONS, SERVER) for definition in section.definitions]
    + ["server", "intervall", "password", "x", "", "ü", "a b", "[", "951"]
)
SCALARS = (
    st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.floats()
    | st.datetimes()
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
    | st.sampled_from(["turn:a", "turns:b:443", "turn:a@b", "turn-rest", "~/x", "~", "60"])
)
DOCUMENTS = st.dictionaries(
    NAMES,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=10,
    ),
    max_size=5,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(DOCUMENTS)
def test_any_document_loads_and_each_problem_names_its_line(
    paths: Paths, document: dict[str, object]
) -> None:
    text = tomlkit.dumps(document)
    loaded = load_text(paths, text)
    assert 30 <= loaded.settings.interval_s <= 86_400
    assert 0 <= loaded.settings.spread <= 0.5
    assert math.isfinite(loaded.settings.spread)
    for setting in loaded.settings.servers:
        assert 1 <= len(setting.urls) <= MAX_URLS
    lines = text.split("\n")
    for problem in loaded.problems:
        assert str(problem).isprintable()
        if not problem.key:  # the writer made what the reader refuses
            continue
        assert problem.line is not None
        line = lines[problem.line - 1]
        last = problem.key.rpartition(".")[2].split("[")[0]
        if last.isalnum() and not problem.key.endswith("]"):
            assert last in line


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_load(paths: Paths, data: bytes) -> None:
    load_text(paths, data)


def test_loading_needs_neither_the_toml_writer_nor_the_key_ring() -> None:
    code = (
        "import sys\n"
        "import notifier.settings.load, notifier.settings.secrets, notifier.settings.template\n"
        "heavy = {'tomlkit', 'keyring', 'filelock', 'jeepney'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("22:00-07:00", QuietHours(22 * 60, 7 * 60)),
        (" 9:30 - 12:05 ", QuietHours(9 * 60 + 30, 12 * 60 + 5)),
        ("", None),
    ],
)
def test_quiet_hours(paths: Paths, written: str, read: QuietHours | None) -> None:
    loaded = load_text(paths, f'[notifications]\nquiet-hours = "{written}"\n')
    assert loaded.problems == ()
    assert loaded.settings.quiet_hours == read


@pytest.mark.parametrize("written", ["22-07", "24:00-07:00", "22:60-07:00", "08:00-08:00", "late"])
def test_hours_that_are_none_are_named(paths: Paths, written: str) -> None:
    loaded = load_text(paths, f'[notifications]\nquiet-hours = "{written}"\n')
    assert [problem.key for problem in loaded.problems] == ["notifications.quiet-hours"]
    assert loaded.settings.quiet_hours is None


@pytest.mark.parametrize("content", [b"[test\n", b"\xff\xfe", b"[test]\n[test]\n"])
def test_a_file_that_can_not_be_read_any_more_leaves_what_it_said(
    paths: Paths, content: bytes
) -> None:
    before = load_text(paths, '[test]\ninterval = 60\n[[server]]\nurls = "turn:a.example"\n')
    paths.config_file.write_bytes(content)
    broken = load(paths, ENVIRON, before=before)
    assert broken.settings == before.settings
    assert broken.values["test.interval"] == before.values["test.interval"]
    assert [problem.key for problem in broken.problems] == [""]
    # Twice broken is still what it last said; one that is deleted says nothing.
    assert load(paths, ENVIRON, before=broken).settings == before.settings
    paths.config_file.unlink()
    assert load(paths, ENVIRON, before=broken).settings == Settings()


def test_what_only_an_organisation_sets_stands_in_no_persons_file(paths: Paths) -> None:
    loaded = load_text(
        paths,
        """\
        [fleet]
        collector = "https://otel.example.com/v1/metrics"
        [test]
        spread = 0
        """,
    )
    assert the_problem(loaded) == (
        2,
        "fleet.collector",
        "only an organisation's policy can set this",
    )
    assert loaded.settings == Settings(spread=0.0)


def test_a_secret_of_the_organisation_is_for_no_server_of_a_person(paths: Paths) -> None:
    loaded = load_text(
        paths,
        '[[server]]\nurls = "turn:a.example"\nusername = "ann"\nsecret-file = "office"\n'
        '[[server]]\nurls = "turn:b.example"\n',
    )
    line, key, message = the_problem(loaded)
    assert (line, key) == (4, "server[1].secret-file")
    assert message == "only an organisation's policy can set this; this server is left out"
    assert [server.urls for server in loaded.settings.servers] == [("turn:b.example",)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[test]\nca-file = "x"', "it belongs into [[server]]"),
        ('[test]\ncollector = "x"', "no setting of this name; expected one of interval"),
        ("[server2]\nx = 1", "did you mean server?"),
    ],
)
def test_a_person_is_not_sent_to_what_only_an_organisation_sets(
    paths: Paths, text: str, message: str
) -> None:
    assert message in the_problem(load_text(paths, text))[2]
    assert "fleet" not in the_problem(load_text(paths, text))[2]


def test_what_an_organisation_sets(paths: Paths) -> None:
    document = {
        "fleet": {
            "collector": " https://otel.example.com:4318/v1/metrics ",
            "interval": 60,
            "identity": "machine",
            "attributes": ["site = Berlin", "cost.centre=7=7"],
            "token-env": "OTEL_TOKEN",
            "secret-file": "collector",
            "ca-file": "/etc/ca.pem",
            "textfile": "/var/lib/node",
        },
        "updates": {"check": False, "feed": "http://localhost:8080/feed.json"},
        "server": [{"urls": "turn:a.example", "username": "ann", "secret-file": "office"}],
    }
    layer = Layer(Path("/etc/x.json"), document, {}, "policy")
    loaded = settle([layer], ENVIRON, file=paths.config_file)
    assert loaded.problems == ()
    assert loaded.settings == Settings(
        fleet_collector="https://otel.example.com:4318/v1/metrics",
        fleet_interval_s=60.0,
        fleet_identity="machine",
        fleet_attributes=("site=Berlin", "cost.centre=7=7"),
        fleet_token_env="OTEL_TOKEN",
        fleet_secret_file="collector",
        fleet_ca_file=Path("/etc/ca.pem"),
        fleet_textfile=Path("/var/lib/node"),
        updates_check=False,
        updates_feed="http://localhost:8080/feed.json",
        servers=(ServerSetting(urls=("turn:a.example",), username="ann", secret_file="office"),),
    )


@pytest.mark.parametrize(
    ("table", "key", "value", "message"),
    [
        ("fleet", "collector", "http://otel.example.com/", "plain http only to this computer"),
        ("fleet", "collector", "otel.example.com", "expected an address like"),
        ("fleet", "collector", "https://", "expected an address like"),
        ("fleet", "collector", "https://a.example:99999/", "expected an address like"),
        ("fleet", "collector", "https://a.example/#x", "expected an address like"),
        ("fleet", "collector", f"https://ann:{SECRET}@a.example/", "without user name and"),
        ("fleet", "collector", f"https://a.example/?token={SECRET}", "without user name and"),
        ("fleet", "collector", 5, "expected an address like"),
        ("fleet", "interval", 59, "a number from 60 to 86400"),
        ("fleet", "identity", "everything", '"none", "installation", "machine" or "person"'),
        ("fleet", "attributes", "site=Berlin", "expected a list of at most 8"),
        ("fleet", "attributes", ["a=1"] * 9, "found 9"),
        ("fleet", "attributes", ["a=1", "b"], "number 2: expected a name and a value"),
        ("fleet", "attributes", ["a="], "number 1: expected a name and a value"),
        ("fleet", "attributes", ["Site=x"], "number 1: expected a name and a value"),
        ("fleet", "attributes", [5], "number 1: expected a name and a value"),
        ("fleet", "attributes", ["a=1", "a=2"], "number 2: the name stands there already"),
        ("fleet", "secret-file", SECRET, "not the secret itself"),
        ("fleet", "secret-file", "../shadow", "the name of a secret"),
        ("fleet", "secret-file", "a" * 65, "the name of a secret"),
        ("fleet", "secret-file", ["a"], "found a list"),
        ("fleet", "token", SECRET, "a secret never stands in this file"),
        ("updates", "feed", "ftp://a.example/", "expected an address like"),
    ],
)
def test_what_an_organisation_sets_wrongly(
    paths: Paths, table: str, key: str, value: object, message: str
) -> None:
    layer = Layer(Path("/etc/x.json"), {table: {key: value}}, {}, "policy")
    loaded = settle([layer], ENVIRON, file=paths.config_file)
    assert message in the_problem(loaded)[2]
    assert SECRET not in str(loaded.problems[0])
    assert loaded.settings == Settings()


def test_a_secret_needs_a_name_beside_it(paths: Paths) -> None:
    document = {"server": [{"urls": "turn:a.example", "secret-file": "office"}]}
    layer = Layer(Path("/etc/x.json"), document, {}, "policy")
    loaded = settle([layer], ENVIRON, file=paths.config_file)
    assert "expected a username beside it" in the_problem(loaded)[2]
    assert the_problem(loaded)[1] == "server[1].secret-file"
