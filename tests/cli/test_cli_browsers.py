"""call-notifier browsers, as a person or a script calls it."""

import argparse
import json
from pathlib import Path

import pytest

from notifier.browsers.extension import installed
from notifier.cli.browsers import add_arguments, run
from notifier.settings.paths import Paths
from tests.program import run as run_program


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody who has Chromium and Firefox."""
    folder = tmp_path / "home"
    for profile in (".config/chromium", ".mozilla/firefox"):
        (folder / profile).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def call(home: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), Paths.under(home / "ours"), {"PATH": ""})


def status(home: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    assert call(home, "status", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["extension"]["chromiumId"] == installed().chromium_id
    return {browser["name"]: browser for browser in answer["browsers"]}


def test_from_nothing_to_working_and_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = status(home, capsys)
    assert [name for name, one in before.items() if one["found"]] == ["chromium", "firefox"]
    assert not any(one["registered"] or one["works"] for one in before.values())

    assert call(home, "install") == 0
    said = capsys.readouterr().out
    assert "chrome://extensions" in said
    assert "about:debugging" in said
    assert str(installed().folder) in said
    after = status(home, capsys)
    assert [name for name, one in after.items() if one["works"]] == ["chromium", "firefox"]
    assert call(home, "status") == 0
    said = capsys.readouterr().out
    assert "Chromium: registered; the host starts\n" in said
    assert "Google Chrome: not found\n" in said
    assert installed().chromium_id in said

    assert call(home, "remove", "firefox") == 0
    assert "removed" in capsys.readouterr().out
    assert [name for name, one in status(home, capsys).items() if one["works"]] == ["chromium"]
    assert call(home, "remove") == 0
    assert call(home, "remove") == 0
    assert "nothing to remove" in capsys.readouterr().out
    assert not any(one["registered"] for one in status(home, capsys).values())


def test_one_that_is_not_found_is_registered_where_it_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, "install", "edge") == 0
    assert "Edge" in capsys.readouterr().out
    assert [name for name, one in status(home, capsys).items() if one["works"]] == ["edge"]


def test_a_host_that_has_gone_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "install", "chromium") == 0
    capsys.readouterr()
    (manifest,) = home.rglob("org.call_notifier.feed.json")
    manifest.write_text(manifest.read_text().replace('"path": "', '"path": "/nowhere'))
    chromium = status(home, capsys)["chromium"]
    assert chromium["registered"]
    assert not chromium["works"]
    assert "cannot be started" in str(chromium["problem"])


def test_flatpaks_are_told_plainly(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / ".var/app/com.brave.Browser").mkdir(parents=True)
    assert call(home, "status") == 0
    assert "Flatpaks start no programs outside" in capsys.readouterr().out


def test_without_a_browser_there_is_nothing_to_do(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home / "empty"))
    assert call(home, "install") == 1
    assert "no browser was found" in capsys.readouterr().err


def test_what_cannot_be_written_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / ".config/chromium/NativeMessagingHosts").write_text("a file")
    assert call(home, "install", "chromium") == 1
    assert "NativeMessagingHosts" in capsys.readouterr().err


def test_packages(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "root"
    assert call(home, "install", "--root", str(root), "--host", "/usr/bin/call-notifier-host") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(list(root.rglob("*.json")))
    assert call(home, "install", "--root", str(root)) == 2
    assert call(home, "install", "--root", str(root), "--host", "relative") == 2


def test_a_browser_that_is_not_known(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        call(home, "install", "lynx")
    assert ended.value.code == 2
    assert "firefox" in capsys.readouterr().err


def test_the_real_program(home: Path) -> None:
    done = run_program("browsers", "status", "--json", HOME=str(home))
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["host"] == "org.call_notifier.feed"
