"""call-notifier updates, as a person or a script calls it."""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from notifier import __version__
from notifier.cli import updates
from notifier.cli.updates import add_arguments, run
from notifier.settings.paths import Paths
from notifier.updates.look import Answer, Question
from notifier.updates.offer import Offer
from tests.program import run as run_program
from tests.updates.server import Server, serving


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(tmp_path) as server:
        for name, value in server.environ.items():
            monkeypatch.setenv(name, value)
        yield server


def call(paths: Paths, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), paths, os.environ)


def policy(paths: Paths, **settings: object) -> None:
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(mode=0o755)
    file = paths.policy_dir / "it.json"
    file.write_text(json.dumps({"mandatory": {"updates": settings}}))
    file.chmod(0o644)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


def test_what_the_feed_says(
    server: Server, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    policy(paths, feed=f"{server.url}/feed.json")
    document = {"version": "99.0.0", "url": "https://a.example/", "summary": "All is better."}
    server.pages["/feed.json"] = (200, {}, json.dumps(document).encode())
    assert call(paths) == 0
    assert capsys.readouterr().out == (
        "Version 99.0.0 is available. Your organisation says how to get it: https://a.example/\n"
        "All is better.\n"
    )
    assert call(paths, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "version": __version__,
        "installedBy": None,
        "newer": {
            "version": "99.0.0",
            "source": "feed",
            "ready": False,
            "url": "https://a.example/",
            "summary": "All is better.",
            "published": None,
        },
        "problem": None,
    }


def test_nothing_newer(server: Server, paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    policy(paths, feed=f"{server.url}/feed.json")
    server.pages["/feed.json"] = (200, {}, b'{"version": "0.1.0", "url": "https://a.example/"}')
    assert call(paths) == 0
    assert capsys.readouterr().out == f"Nothing newer than {__version__} is known.\n"


def test_a_feed_that_does_not_answer(
    server: Server, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    policy(paths, feed=f"{server.url}/feed.json")
    assert call(paths) == 1
    assert "status 404" in capsys.readouterr().err


def test_turned_off_by_policy_nothing_is_asked(
    server: Server, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    policy(paths, feed=f"{server.url}/feed.json", check=False)
    assert call(paths) == 1
    assert "your organisation has turned off" in capsys.readouterr().err
    assert call(paths, "--json") == 1
    assert json.loads(capsys.readouterr().out)["newer"] is None
    assert not server.asked


def test_nobody_to_ask(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(paths) == 1
    assert "nobody to ask" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (Offer(version="0.9.0", source="packages"), "Your package manager installs it."),
        (Offer(version="0.9.0", source="packages", ready=True), "start Call Notifier anew"),
    ],
)
def test_what_the_package_manager_says(
    offer: Offer,
    words: str,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def answered(question: Question, _: object) -> Answer:
        assert question.installed == "deb"
        return Answer(offer=offer)

    monkeypatch.setattr(updates, "installed_by", lambda: "deb")
    monkeypatch.setattr(updates, "ask_in_child", answered)
    assert call(paths) == 0
    assert words in capsys.readouterr().out


def test_the_whole_program() -> None:
    done = run_program("updates")
    assert done.status == 1
    assert "nobody to ask" in done.err
