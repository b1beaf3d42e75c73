"""Changing the file: what was asked, nothing else, and back again."""

import stat
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.settings.atomic import create
from notifier.settings.definitions import MAX_SITES
from notifier.settings.edit import EditError, restore, set_servers, set_values
from notifier.settings.load import MAX_BYTES, load
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.template import template

MINE = """\
# my file, in my order
[history]   # first
retention-days = 30  # a month

[test]
  # faster at work
  interval = 60    # one minute
# spread = 0.3

[zzz]
unknown = "stays"
"""

SERVERS = """\
[test]
interval = 60

# the office
[[server]]
urls = "turn:one.example"  # behind the firewall
# who
username = "ann"

# at home
[[server]]
label = "Two"
urls = [
  "turn:two.example", # fast
  "turns:two.example",
]
extra = 1
#username = "bob"

# about history
[history]
retention-days = 30
"""

ONE = ServerSetting(("turn:one.example",), username="ann")
TWO = ServerSetting(("turn:two.example", "turns:two.example"), label="Two")
NEW = ServerSetting(
    ("turn:new.example",),
    label='Say "hi" \\ ü',
    username="eve",
    credential="turn-rest",
    password_env="EVE",
    ca_file=Path("/etc/ca.pem"),
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


def write(paths: Paths, text: str) -> None:
    paths.config_file.parent.mkdir(exist_ok=True)
    paths.config_file.write_bytes(text.encode())


def read(paths: Paths) -> str:
    return paths.config_file.read_bytes().decode()


def test_a_value_changes_and_all_around_it_stays(paths: Paths) -> None:
    write(paths, MINE)
    assert set_values(paths, {"test.interval": 90.0}) == MINE
    assert read(paths) == MINE.replace("interval = 60 ", "interval = 90 ")


def test_a_new_value_goes_where_its_comment_stands(paths: Paths) -> None:
    write(paths, MINE)
    set_values(paths, {"test.spread": 0.1})
    assert read(paths) == MINE.replace("# spread = 0.3\n", "# spread = 0.3\nspread = 0.1\n")


def test_a_new_value_without_a_place_goes_behind_the_last_one(paths: Paths) -> None:
    write(paths, "[test]\ninterval = 60 # x\n\n# about what follows\n[history]\n")
    set_values(paths, {"test.spread": 0.1})
    assert read(paths) == (
        "[test]\ninterval = 60 # x\nspread = 0.1\n\n# about what follows\n[history]\n"
    )


def test_a_new_table_goes_to_the_end(paths: Paths) -> None:
    write(paths, "[history]")
    set_values(paths, {"texts.950": "Fine", "notifications.enabled": False})
    assert read(paths) == '[history]\n\n[texts]\n950 = "Fine"\n\n[notifications]\nenabled = false\n'


def test_the_longest_list_of_sites_fits_on_its_line(paths: Paths) -> None:
    sites = tuple(f"*.host{number}.example" for number in range(MAX_SITES))
    set_values(paths, {"calls.sites": sites, "calls.origins": ()})
    loaded = load(paths, {})
    assert loaded.problems == ()
    assert loaded.settings.call_sites == sites


def test_none_brings_the_default_back(paths: Paths) -> None:
    write(paths, MINE)
    set_values(paths, {"test.interval": None, "test.spread": None})
    assert read(paths) == MINE.replace("  interval = 60    # one minute\n", "")
    assert load(paths, {}).settings.interval_s == 300


def test_the_first_change_makes_the_file(paths: Paths) -> None:
    old = set_values(paths, {"test.interval": 600, "geo.databases": (Path("/a"), Path("/b"))})
    assert old == template()
    text = read(paths)
    assert "#interval = 300\ninterval = 600\n" in text
    assert '\ndatabases = ["/a", "/b"]\n' in text
    assert stat.S_IMODE(paths.config_file.stat().st_mode) == 0o600
    assert load(paths, {}).settings == Settings(
        interval_s=600, geo_databases=(Path("/a"), Path("/b"))
    )


def test_a_change_can_be_undone(paths: Paths) -> None:
    write(paths, MINE)
    restore(paths, set_values(paths, {"test.interval": 90}))
    assert read(paths) == MINE


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("test.interval = 60 # c\n", "test.interval = 90 # c\ntest.spread = 0.1\n"),
        ("test = { interval = 60 } # c", "test = { spread = 0.1, interval = 90 } # c"),
        ("test = {}", "test = { spread = 0.1, interval = 90 }"),
        ("[test]\r\ninterval = 60\r\n", "[test]\r\ninterval = 90\r\nspread = 0.1\r\n"),
        ("[test]\ninterval='''6\n0'''", "[test]\ninterval=90\nspread = 0.1\n"),
        ("[test]\ninterval=[\n1, # x\n]\n", "[test]\ninterval=90\nspread = 0.1\n"),
        (
            "# \x0b\u2028\n[test]\ninterval = 1",
            "# \x0b\u2028\n[test]\ninterval = 90\nspread = 0.1\n",
        ),
        ("[test.x]\ny = 1\n", "[test.x]\ny = 1\n\n[test]\ninterval = 90\nspread = 0.1\n"),
    ],
)
def test_each_way_to_write_a_table_can_be_changed(paths: Paths, text: str, after: str) -> None:
    if "\x0b" in text:  # TOML allows no control characters in comments
        text, after = text.replace("\x0b", ""), after.replace("\x0b", "")
    write(paths, text)
    set_values(paths, {"test.interval": 90, "test.spread": 0.1})
    assert read(paths) == after


def test_a_value_within_braces_goes_back_to_the_default(paths: Paths) -> None:
    write(paths, "test = { interval = 60, spread = 0.1 }\n")
    set_values(paths, {"test.interval": None})
    assert read(paths) == "test = { interval = 300, spread = 0.1 }\n"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"test.interval": 5}, "test.interval: expected a number from 30"),
        ({"test.zzz": 5}, "test.zzz is no setting"),
        ({"interval": 5}, "is no setting"),
        ({"texts.950": "two\nlines"}, "line break"),
        ({"texts.950": "\ud800"}, "control character"),
        ({"geo.databases": (Path("/\udcff"),)}, "UTF-8"),
        ({"geo.databases": (Path("x" * 5000),)}, "name of a file"),
    ],
)
def test_a_wrong_change_is_refused(paths: Paths, values: dict[str, object], message: str) -> None:
    write(paths, MINE)
    with pytest.raises(EditError, match=message):
        set_values(paths, values)
    assert read(paths) == MINE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[test\n", "put the file right first: settings.toml, line 1"),
        ("test = 5\n", "test is no table"),
        ("[[test]]\n", "test is no table"),
        ("#" * (MAX_BYTES - 5), "longer than"),
        ("#" * (MAX_BYTES + 5), "longer than"),
    ],
)
def test_a_file_that_must_be_put_right_first_is_left_alone(
    paths: Paths, text: str, message: str
) -> None:
    write(paths, text)
    with pytest.raises(EditError, match=message):
        set_values(paths, {"test.interval": 60})
    assert read(paths) == text


def test_a_disk_that_takes_nothing_is_one_sentence(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.config_file.parent.write_text("a file where the directory should be")
    with pytest.raises(EditError, match="can't be written: "):
        set_values(paths, {"test.interval": 60})


# Servers


def test_servers_that_stay_are_not_touched(paths: Paths) -> None:
    write(paths, SERVERS)
    assert load(paths, {}).settings.servers == (ONE, TWO)
    assert set_servers(paths, (ONE, TWO)) == SERVERS
    assert read(paths) == SERVERS


def test_a_changed_server_keeps_its_comments_and_unknown_keys(paths: Paths) -> None:
    write(paths, SERVERS)
    one = ServerSetting(("turn:one.example", "turn:uno.example"), label="One")
    two = ServerSetting(TWO.urls, label="Zwei", username="bob")
    set_servers(paths, (one, two))
    assert load(paths, {}).settings.servers == (one, two)
    text = read(paths)
    assert 'urls = ["turn:one.example", "turn:uno.example"]  # behind the firewall' in text
    assert "# the office\n[[server]]" in text
    assert '"turn:two.example", # fast' in text
    assert 'extra = 1\n#username = "bob"\nusername = "bob"\n' in text
    assert 'username = "ann"' not in text


def test_a_server_goes_with_its_comments_and_no_others(paths: Paths) -> None:
    write(paths, SERVERS)
    set_servers(paths, (TWO,))
    text = read(paths)
    for gone in ("# the office", "one.example", "# who"):
        assert gone not in text
    for kept in ("# at home\n[[server]]", "# fast", "# about history\n[history]", "extra = 1"):
        assert kept in text
    restore(paths, SERVERS)
    set_servers(paths, (ONE,))
    text = read(paths)
    for gone in ("# at home", "two.example", '#username = "bob"'):
        assert gone not in text
    assert "# the office\n[[server]]" in text
    assert "\n\n# about history\n[history]\n" in text
    set_servers(paths, ())
    assert tomllib.loads(read(paths)) == {
        "test": {"interval": 60},
        "history": {"retention-days": 30},
    }


def test_servers_change_places_with_their_comments(paths: Paths) -> None:
    write(paths, SERVERS)
    set_servers(paths, (TWO, NEW, ONE))
    assert load(paths, {}).settings.servers == (TWO, NEW, ONE)
    text = read(paths)
    assert text.index("# at home") < text.index("turn:new") < text.index("# the office")
    assert text.index("# the office") < text.index("# about history")


def test_new_servers_go_to_the_end_of_the_template(paths: Paths) -> None:
    set_servers(paths, (NEW, ONE))
    assert read(paths).startswith(template())
    loaded = load(paths, {})
    assert (loaded.settings.servers, loaded.problems) == ((NEW, ONE), ())
    set_servers(paths, ())
    assert load(paths, {}).settings.servers == ()


def test_a_server_that_could_not_be_used_is_left_alone(paths: Paths) -> None:
    broken = "# mend me\n[[server]]\nurls = 'stun:x'\n"
    write(paths, f"{broken}\n{SERVERS}")
    set_servers(paths, (NEW,))
    assert read(paths).startswith(broken)
    loaded = load(paths, {})
    assert loaded.settings.servers == (NEW,)
    assert loaded.server_numbers == (2,)


@pytest.mark.parametrize(
    "text", ["server = []", "server = [{urls = 'turn:a'}, {urls = 'turn:b'}]\n[test]\n"]
)
def test_servers_within_braces_become_tables(paths: Paths, text: str) -> None:
    write(paths, text)
    set_servers(paths, (NEW, ONE))
    assert load(paths, {}).settings.servers == (NEW, ONE)
    assert "[[server]]" in read(paths)


@pytest.mark.parametrize(
    ("servers", "message"),
    [
        ([ServerSetting(())], r"server\[1\].urls: .*empty"),
        ([ONE, ServerSetting(("stun:x",))], r"server\[2\].urls\[1\]: .*not a TURN address"),
        ([ONE, ONE], r"server\[2\].urls\[1\]: stands in server 1"),
        ([ServerSetting(("turn:a",), username="a\nb")], r"server\[1\].username: .*line break"),
        ([ServerSetting((f"turn:h{n}",)) for n in range(17)], "at most 16 servers"),
    ],
)
def test_wrong_servers_are_refused(
    paths: Paths, servers: list[ServerSetting], message: str
) -> None:
    write(paths, SERVERS)
    with pytest.raises(EditError, match=message):
        set_servers(paths, servers)
    assert read(paths) == SERVERS


@pytest.mark.parametrize("text", ["[server]\nurls = 'turn:a'\n", "server = 5\n"])
def test_servers_that_are_no_list_must_be_put_right_first(paths: Paths, text: str) -> None:
    write(paths, text)
    with pytest.raises(EditError, match="no list of tables"):
        set_servers(paths, (NEW,))
    assert read(paths) == text


KEYS = st.sampled_from(["test", "history", "interval", "spread", "x", "server", "urls", "a b"])
VALUES = st.recursive(
    st.integers(0, 99) | st.sampled_from(["turn:a", "turn:b", "# no comment", "[x]", "'", "\n"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)
LIMITS = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@LIMITS
@given(st.dictionaries(KEYS, VALUES, max_size=5), st.integers(30, 86_400))
def test_whatever_stands_in_the_file_one_value_changes(
    paths: Paths, document: dict[str, object], interval: int
) -> None:
    text = tomlkit.dumps(document)
    try:
        before = tomllib.loads(text)
    except ValueError:
        return
    write(paths, text)
    try:
        set_values(paths, {"test.interval": interval})
    except EditError:
        assert read(paths) == text
        # Something else than a plain value stands in its place.
        test = before.get("test", {})
        assert not isinstance(test, dict) or isinstance(test.get("interval"), dict | list)
        return
    before.setdefault("test", {})["interval"] = interval
    assert tomllib.loads(read(paths)) == before


PIECES = st.sampled_from(
    [
        "# comment\n",
        "\n",
        "[[server]]\nurls = 'turn:a'\n",
        "[[server]]\n# inside\nurls = ['turn:b', 'turn:c'] # c\nlabel = 'B'\n\n",
        "[[server]]\nurls = 'stun:x'\n",
        "[server.more]\nx = 1\n",
        "[test]\ninterval = 60\n",
        "[history]\n# h\n\n",
        "#[[server]]\n#username = 'x'\n",
    ]
)
WANTED = st.lists(
    st.sampled_from(
        [
            ServerSetting(("turn:a",)),
            ServerSetting(("turn:b", "turn:c"), label="B"),
            ServerSetting(("turn:b",), label="C", username="u"),
            ServerSetting(("turn:d",), label="B"),
            NEW,
        ]
    ),
    max_size=4,
    unique_by=lambda server: server.urls[0],
)


@LIMITS
@given(st.lists(PIECES, max_size=8), WANTED)
def test_whatever_stands_in_the_file_the_servers_are_those_wanted(
    paths: Paths, pieces: list[str], wanted: list[ServerSetting]
) -> None:
    text = "".join(pieces)
    write(paths, text)
    try:
        before = tomllib.loads(text)
    except ValueError:
        return
    if not isinstance(before.get("server", []), list):
        return
    twice = any("stands in server" in problem.message for problem in load(paths, {}).problems)
    try:
        assert set_servers(paths, wanted) == text
    except EditError:
        # A table that was left out, because another one has its address, would come to life.
        assert twice
        assert read(paths) == text
        return
    assert load(paths, {}).settings.servers == tuple(wanted)
    after = tomllib.loads(read(paths))
    assert after.get("test") == before.get("test")
    assert after.get("history") == before.get("history")
    assert text.count("# h\n") == read(paths).count("# h\n")


def test_writing_never_makes_a_file_twice(paths: Paths) -> None:
    assert create(paths.config_file, b"# mine\n")
    assert set_values(paths, {"test.interval": 60}) == "# mine\n"
    assert read(paths) == "# mine\n\n[test]\ninterval = 60\n"
