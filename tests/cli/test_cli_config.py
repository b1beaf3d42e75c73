"""call-notifier config, as a person or a script calls it."""

import argparse
import getpass
import io
import json
import plistlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring.backends.fail
import pytest

from notifier.cli import config
from notifier.cli.config import add_arguments, run
from notifier.sentence import sentence
from notifier.settings.feed_token import feed_token
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from notifier.settings.secrets import SecretProblem
from notifier.settings.template import template, write_first
from tests.settings.fake_registry import FakeRegistry
from tests.settings.key_ring import InMemory, gnome_key_ring, using

SECRET = "hunter2-Correct"

SERVERS = """\
[test]
interval = 60

[[server]]
label = "One"
urls = ["turn:one.example", "turns:one.example"]
username = "ann"

[[server]]
urls = "turn:two.example"
username = "bob"
password-env = "BOB"

[[server]]
urls = "turn:three.example"

[[server]]
urls = "turn:four.example"
credential = "turn-rest"
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "home")


@pytest.fixture
def ring() -> Iterator[InMemory]:
    backend = InMemory()
    with using(backend):
        yield backend


def call(paths: Paths, *arguments: str, environ: dict[str, str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), paths, environ or {})


def write(paths: Paths, text: str) -> None:
    paths.config_file.parent.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text(text)


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_path_names_the_file_and_writes_the_first_one(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(paths, "path") == 0
    assert capsys.readouterr() == (f"{paths.config_file}\n", "")
    assert paths.config_file.read_text() == template()


def test_path_leaves_a_file_alone(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    write(paths, "[test]\ninterval = 60\n")
    assert call(paths, "path") == 0
    assert capsys.readouterr() == (f"{paths.config_file}\n", "")
    assert paths.config_file.read_text() == "[test]\ninterval = 60\n"


def test_path_is_known_where_nothing_can_be_written(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = paths.config_file.parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    assert call(paths, "path") == 0
    assert capsys.readouterr() == (f"{paths.config_file}\n", "")


@pytest.mark.parametrize("arguments", [[], ["sow"], ["password"], ["show", "--xml"]])
def test_wrong_usage_is_status_2(
    paths: Paths, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        call(paths, *arguments)
    assert stopped.value.code == 2


def test_feed_token_prints_the_token_alone(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(paths, "feed-token") == 0
    first = capsys.readouterr()
    assert first == (f"{feed_token(paths)}\n", "")
    assert call(paths, "feed-token") == 0
    assert capsys.readouterr() == first
    assert call(paths, "feed-token", "--new") == 0
    second = capsys.readouterr()
    assert second == (f"{feed_token(paths)}\n", "")
    assert second != first
    assert not paths.config_file.exists(), "asked for the token, it writes the token"


@pytest.mark.parametrize("more", [[], ["--new"]])
def test_feed_token_that_can_not_be_stored_is_status_1(
    paths: Paths, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    paths.state_dir.parent.mkdir(parents=True)
    paths.state_dir.write_text("in the way")
    assert call(paths, "feed-token", *more) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"call-notifier config: {paths.feed_token_file} can't be read or written")
    assert err.count("\n") == 1


def test_check_has_nothing_against_no_file_and_the_first_file(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(paths, "check") == 0
    assert "no problems" in capsys.readouterr().out
    write_first(paths)
    assert call(paths, "check") == 0
    assert capsys.readouterr().out == f"no problems in {paths.config_file}\n"


def test_check_names_every_wrong_key_with_its_line(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        paths,
        "[test]\nintervall = 60\nspread = 2\n\n[[server]]\n"
        f"urls = ['turn:a', 'stun:b']\npassword = '{SECRET}'\n",
    )
    assert call(paths, "check") == 2
    out = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in out] == [
        ["settings.toml, line 2", "test.intervall"],
        ["settings.toml, line 3", "test.spread"],
        ["settings.toml, line 6", "server[1].urls[2]"],
        ["settings.toml, line 7", "server[1].password"],
    ]
    assert "did you mean interval?" in out[0]
    assert "a number from 0 to 0.5, found 2" in out[1]
    assert SECRET not in "".join(out)


def test_check_names_the_line_of_what_is_no_toml(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paths, "[test]\ninterval = 60\nspread =\n")
    assert call(paths, "check") == 2
    assert "settings.toml, line 3: no TOML: Invalid value" in capsys.readouterr().out


def test_check_says_when_there_is_no_secret(
    paths: Paths, ring: InMemory, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paths, SERVERS)
    assert call(paths, "check") == 0, "the file is right"
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("no problems")
    assert out[1].startswith("note: server[1]: No password is stored")
    assert out[2] == "note: server[2]: The environment variable BOB is not set."
    assert out[3].startswith("note: server[4]: No password is stored")
    assert len(out) == 4
    ring.kept["call-notifier", "ann@one.example"] = SECRET
    ring.kept["call-notifier", "turn-rest:@four.example"] = SECRET
    write(paths, SERVERS)
    assert call(paths, "check", environ={"BOB": SECRET}) == 0
    assert capsys.readouterr().out == f"no problems in {paths.config_file}\n"


def test_a_certificate_that_is_not_there_is_wrong(
    paths: Paths, ring: InMemory, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paths, "[[server]]\nurls = ['turns:a']\nca-file = 'gone.pem'\n")
    assert call(paths, "check") == 2
    assert capsys.readouterr().out.splitlines()[1].startswith("server[1]: there is no file ")


def test_a_secret_that_policy_names_and_is_not_there_is_wrong(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = SecretProblem("no-file", sentence("There is no secret {name}.", name="office"))

    async def missing(*_: object, **__: object) -> SecretProblem:
        return problem

    monkeypatch.setattr(config, "resolve", missing)
    write(paths, "[[server]]\nurls = ['turn:a']\nusername = 'ann'\n")
    assert call(paths, "check") == 2
    assert capsys.readouterr().out.splitlines()[1] == "server[1]: There is no secret office."


def test_show_tells_each_value_and_where_it_comes_from(
    paths: Paths, ring: InMemory, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paths, SERVERS + "[test2]\n")
    ring.kept["call-notifier", "ann@one.example"] = SECRET
    assert call(paths, "show", environ={"BOB": SECRET}) == 0
    out, err = capsys.readouterr()
    rows = dict(line.rsplit("  # ", 1) for line in out.splitlines()[1:])
    rows = {left.rstrip(): right for left, right in rows.items()}
    assert rows["test.interval = 60"] == "line 2"
    assert rows["test.spread = 0.2"] == "default"
    assert rows["fleet.interval = 300"] == "default; only policy sets it"
    assert rows["notifications.enabled = true"] == "default"
    assert rows['texts.950 = "You are in a good network condition"'] == "default"
    assert rows['server[1].urls = ["turn:one.example", "turns:one.example"]'] == "line 6"
    assert rows["server[1].ca-file = not set"] == "default"
    assert rows["server[1] secret"] == "key ring: found"
    assert rows["server[2] secret"] == "environment variable BOB: found"
    assert rows["server[3] secret"] == "none needed: no username"
    assert rows["server[4] secret"].startswith("key ring: No password is stored")
    assert SECRET not in out + err
    assert err == ("settings.toml, line 20: test2: no table of this name; did you mean test?\n")


def test_show_as_json(paths: Paths, ring: InMemory, capsys: pytest.CaptureFixture[str]) -> None:
    write(paths, SERVERS + "[test2]\n")
    ring.kept["call-notifier", "ann@one.example"] = SECRET
    assert call(paths, "show", "--json", environ={"BOB": SECRET}) == 0
    out = capsys.readouterr().out
    assert SECRET not in out
    shown = json.loads(out)
    assert shown["file"] == str(paths.config_file)
    assert shown["exists"] is True
    settings = {entry.pop("key"): entry for entry in shown["settings"]}
    assert settings["test.interval"] == {
        "value": 60.0,
        "unit": "seconds",
        "scope": "person",
        "origin": {
            "source": "file",
            "file": str(paths.config_file),
            "registryKey": None,
            "line": 2,
        },
    }
    assert settings["test.spread"]["origin"] == {
        "source": "default",
        "file": None,
        "registryKey": None,
        "line": None,
    }
    assert settings["fleet.collector"]["scope"] == "organisation"
    assert settings["server[1].secret-file"]["scope"] == "organisation"
    assert settings["server[2].urls"]["value"] == ["turn:two.example"]
    assert settings["geo.databases"]["value"] == [str(p) for p in Settings().geo_databases]
    assert [(s["server"], s["needed"], s["found"]) for s in shown["secrets"]] == [
        (1, True, True),
        (2, True, True),
        (3, False, False),
        (4, True, False),
    ]
    assert shown["secrets"][0]["keyRingEntries"] == ["ann@one.example"]
    assert shown["secrets"][1]["environmentVariable"] == "BOB"
    assert shown["problems"] == [
        {
            "file": str(paths.config_file),
            "registryKey": None,
            "line": 20,
            "key": "test2",
            "message": "no table of this name; did you mean test?",
        }
    ]


def test_show_without_a_file(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(paths, "show") == 0
    assert "(not written yet)" in capsys.readouterr().out.splitlines()[0]
    assert not paths.config_file.exists()


def test_a_password_from_standard_input_goes_into_the_key_ring(
    paths: Paths,
    ring: InMemory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(paths, SERVERS)
    type_in(monkeypatch, f"{SECRET}\nnot this\n")
    assert call(paths, "password", "turn:ONE.example:3478?transport=udp") == 0
    assert ring.kept == {("call-notifier", "ann@one.example"): SECRET}
    out, err = capsys.readouterr()
    assert out == "stored in the key ring: ann@one.example\n"
    assert call(paths, "password", "turns:one.example", "--forget") == 0
    assert ring.kept == {}
    assert call(paths, "password", "turns:one.example", "--forget") == 1
    out2, err2 = capsys.readouterr()
    assert SECRET not in out + err + out2 + err2


def test_a_password_is_asked_for_on_a_terminal_without_echo(
    paths: Paths, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(paths, SERVERS)
    terminal = io.StringIO("typed in the open\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    prompts = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return SECRET

    monkeypatch.setattr(getpass, "getpass", ask)
    assert call(paths, "password", "turn:four.example") == 0
    assert prompts == ["Shared secret for turn-rest:@four.example: "]
    assert ring.kept == {("call-notifier", "turn-rest:@four.example"): SECRET}

    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupted)
    assert call(paths, "password", "turn:four.example") == 1


@pytest.mark.parametrize(
    ("url", "status", "message"),
    [
        ("stun:one.example", 2, "is not a TURN address"),
        ("turn:else.example", 2, "no server in "),
        ("turn:two.example", 2, "comes from the environment variable BOB"),
        ("turn:three.example", 2, "give it a username first"),
    ],
)
def test_a_password_that_would_be_of_no_use_is_not_asked_for(
    paths: Paths,
    ring: InMemory,
    url: str,
    status: int,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(paths, SERVERS)
    assert call(paths, "password", url) == status
    out, err = capsys.readouterr()
    assert message in err
    assert err.count("\n") == 1
    assert (out, ring.kept) == ("", {})


@pytest.mark.parametrize("text", ["", "\n", "a\tb\n", "x" * 2000])
def test_a_useless_password_is_not_stored(
    paths: Paths,
    ring: InMemory,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(paths, SERVERS)
    type_in(monkeypatch, text)
    assert call(paths, "password", "turn:one.example") == 1
    assert ring.kept == {}
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_key_ring_nothing_is_stored_and_that_is_said(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paths, SERVERS)
    type_in(monkeypatch, SECRET)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with using(keyring.backends.fail.Keyring()):  # type: ignore[no-untyped-call]
        assert call(paths, "password", "turn:one.example") == 1
    err = capsys.readouterr().err
    assert "There is no key ring on this system. Name an environment variable" in err
    assert SECRET not in err


_PROGRAM = """
import argparse, os, sys
from notifier.cli import config
from notifier.cli.config import add_arguments, run
from notifier.sentence import sentence
from notifier.settings.paths import Paths
parser = argparse.ArgumentParser()
add_arguments(parser)
sys.exit(run(parser.parse_args(), Paths.default(), os.environ))
"""


@pytest.mark.tools("dbus-daemon", "gnome-keyring-daemon")
def test_a_password_survives_in_a_real_key_ring(tmp_path: Path) -> None:
    with gnome_key_ring(tmp_path / "ring") as environ:
        environ["XDG_CONFIG_HOME"] = str(tmp_path / "config")
        write(Paths.under(tmp_path), "")  # makes the directory
        file = tmp_path / "config" / "call-notifier" / "settings.toml"
        file.parent.mkdir()
        file.write_text(SERVERS)

        def program(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
            return subprocess.run(
                [sys.executable, "-c", _PROGRAM, *arguments],
                env=environ,
                input=typed,
                capture_output=True,
                text=True,
                timeout=90,
                check=False,
            )

        stored = program("password", "turn:one.example", typed=f"{SECRET}\n")
        assert (stored.returncode, stored.stderr) == (0, "")
        shown = json.loads(program("show", "--json").stdout)
        assert shown["secrets"][0]["found"] is True
        assert program("password", "turn:one.example", "--forget").returncode == 0
        shown = json.loads(program("show", "--json").stdout)
        assert shown["secrets"][0]["found"] is False


def test_what_an_organisation_has_set_is_shown_with_its_file(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True)
    file = paths.policy_dir / "10-office.json"
    file.write_text(
        '{"mandatory": {"test": {"interval": 600, "password": "hunter2"}, "server": []},'
        ' "default": {"history": {"retention-days": 30}}}'
    )
    assert call(paths, "show") == 0
    shown = capsys.readouterr()
    lines = [line.split("  # ") for line in shown.out.splitlines()]
    origins = {left.strip(): right[0] for left, *right in lines if right}
    assert origins["test.interval = 600"] == f"policy: {file}"
    assert origins["history.retention-days = 30"] == f"policy default: {file}"
    assert f"no servers: policy: {file}" in shown.out

    assert call(paths, "show", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    interval = next(row for row in told["settings"] if row["key"] == "test.interval")
    assert interval["origin"] == {
        "source": "policy",
        "file": str(file),
        "registryKey": None,
        "line": None,
    }

    assert call(paths, "check") == 2
    checked = capsys.readouterr().out
    assert "10-office.json: test.password: a secret never stands in this file" in checked
    assert "hunter2" not in checked + shown.out + shown.err


def test_a_value_of_the_registry_and_of_a_profile_say_so(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paths.managed_preferences is not None
    paths.managed_preferences.mkdir(parents=True)
    file = paths.managed_preferences / "org.call-notifier.plist"
    file.write_bytes(plistlib.dumps({"test": {"spread": 0.1}}))
    place = r"HKLM\SOFTWARE\Policies\Call Notifier"
    registry = FakeRegistry()
    registry.set(rf"{place}\test", "interval", 600)
    managed = replace(paths, registry=registry)
    assert call(managed, "show") == 0
    lines = [line.split("  # ") for line in capsys.readouterr().out.splitlines()]
    origins = {left.strip(): right[0] for left, *right in lines if right}
    assert origins["test.interval = 600"] == f"policy: {place}"
    assert origins["test.spread = 0.1"] == f"policy: {file}"
    assert call(managed, "show", "--json") == 0
    rows = {row["key"]: row for row in json.loads(capsys.readouterr().out)["settings"]}
    assert rows["test.interval"]["origin"] == {
        "source": "policy",
        "file": None,
        "registryKey": place,
        "line": None,
    }


def test_a_policy_is_checked_before_it_is_put_in_its_place(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "office.json"
    file.write_text('{"mandatory": {"fleet": {"interval": 600}}}')
    file.chmod(0o666)
    assert call(paths, "check-policy", str(file)) == 0
    assert capsys.readouterr().out == f"no problems in {file}\n"
    file.write_text('{"mandatory": {"test": {"interval": 5, "pasword": "hunter2"}}, "x": {}}')
    assert call(paths, "check-policy", str(file)) == 2
    said = capsys.readouterr().out
    assert "test.interval: expected a number from 30" in said
    assert "x: expected mandatory or default" in said
    assert "hunter2" not in said
    assert call(paths, "check-policy", str(tmp_path / "none.json")) == 2
    assert "No such file" in capsys.readouterr().out


def test_a_secret_that_the_organisation_provides_is_not_asked_for(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True)
    server = {"urls": "turn:one.example", "username": "ann", "secret-file": "office"}
    (paths.policy_dir / "1.json").write_text(json.dumps({"mandatory": {"server": [server]}}))
    assert call(paths, "check") == 2
    assert call(paths, "password", "turn:one.example") == 2
    assert "is set by policy" in capsys.readouterr().err
