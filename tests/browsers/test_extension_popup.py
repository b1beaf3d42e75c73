"""The extension's popup: what it says, to everybody."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from notifier.browsers.extension import installed
from notifier.calls.messages import Stats
from tests.browsers.conftest import Browser, Place
from tests.net.remote import RemoteError
from ui.words.translation import available

pytestmark = [
    pytest.mark.tools("chromium"),
    pytest.mark.parametrize("place", ["chromium"], indirect=True),
]

_URL = f"chrome-extension://{installed().chromium_id}/popup.html"

_READ = (
    "new Promise((done) => { const look = () => {"
    "const state = document.getElementById('state');"
    "if (state.getAttribute('aria-busy') === 'false') done(state.innerText);"
    "else setTimeout(look, 20); }; look(); })"
)


@contextmanager
def popup(browser: Browser) -> Iterator[str]:
    """The popup in a tab of its own; it is the one in front then."""
    tab = browser.open(_URL)
    yield tab
    browser.close(tab)


def test_it_says_how_things_stand(place: Place) -> None:
    place.register()
    with place.browser() as browser:
        with popup(browser) as tab:
            text = browser.evaluate(tab, _READ)
            assert "The program is not running." in text
            assert not browser.evaluate(tab, "document.getElementById('again').hidden")
        with place.program() as program:
            call = browser.open(f"{place.origin}/call.html")
            browser.evaluate(call, "begin()")
            program.wait(Stats)
            with popup(browser) as tab:
                text = browser.evaluate(tab, _READ)
                assert "this browser is connected to it" in text
                assert "1 call is watched now, in another tab." in text
                assert browser.evaluate(tab, "document.getElementById('again').hidden")
        assert not [
            line
            for line in browser.console
            if line.startswith(("error", "exception")) and "404" not in line
        ]


def test_it_says_what_is_missing_where_no_host_is_registered(place: Place) -> None:
    with place.program(), place.browser() as browser, popup(browser) as tab:
        assert "call-notifier browsers install" in browser.evaluate(tab, _READ)
        # Done as it says, "Look again" looks at once.
        place.register()
        browser.evaluate(tab, "again.click(), state.setAttribute('aria-busy', 'true')")
        assert "this browser is connected to it" in browser.evaluate(tab, _READ)


@pytest.mark.parametrize("host", ["does not start", "talks nonsense"])
def test_a_host_that_is_of_no_use_is_told_and_harms_nobody(place: Place, host: str) -> None:
    command = place.home / "a host of no use"
    place.register(command)
    if host == "talks nonsense":
        command.write_text("#!/bin/sh\necho these are no frames at all, and many of them\n")
        command.chmod(0o755)
    with place.browser() as browser:
        tab = browser.open(f"{place.origin}/call.html")
        assert browser.evaluate(tab, "begin()") == "connected"
        assert browser.evaluate(tab, "errors.length") == 0
        with popup(browser) as tab:
            assert "cannot reach the program" in browser.evaluate(tab, _READ)
        ours = [line for line in browser.console if "404" not in line]
        assert len(ours) <= 1
        assert all(line.startswith("info: ") for line in ours), ours


def test_everybody_can_use_it(place: Place) -> None:
    with place.browser() as browser, popup(browser) as tab:
        browser.evaluate(tab, _READ)
        assert browser.evaluate(tab, "document.documentElement.lang") == "en"
        assert browser.evaluate(tab, "document.querySelector('[role=status]') !== null")
        assert browser.evaluate(tab, "document.querySelectorAll('h1').length") == 1
        # By keyboard: the one control takes the focus, and works.
        assert browser.evaluate(tab, "again.focus(), document.activeElement.id") == "again"
        # Dark where the person's desktop is.
        assert browser.evaluate(tab, "getComputedStyle(document.documentElement).colorScheme")
        # Nothing is fetched from anywhere but the extension and the browser themselves.
        sources = browser.evaluate(
            tab, "performance.getEntriesByType('resource').map((entry) => entry.name).join()"
        )
        elsewhere = [one for one in sources.split(",") if not one.startswith("chrome")]
        assert [one for one in elsewhere if one] == []


def test_pages_cannot_open_it(place: Place) -> None:
    with place.browser() as browser:
        tab = browser.open(f"{place.origin}/call.html")
        with pytest.raises(RemoteError):
            browser.evaluate(tab, f"fetch('{_URL}').then((answer) => answer.text())")


_SENTENCES = """
import * as said from %r;
const there = {connected: true, rule: "all", allowed: true, calls: 2, clients: 1, here: 1};
const site = "https://Meet.example:444";
console.log([
  said.siteSentence(there, site),
  said.siteSentence({...there, rule: "listed"}, site),
  said.siteSentence({...there, rule: "listed", allowed: false}, site),
  said.siteSentence({...there, rule: "none", allowed: false}, site),
  said.siteSentence({connected: false}, site),
  said.siteSentence(there, null),
  said.callsSentence(there),
  said.callsSentence({...there, calls: 1, clients: 2}),
  said.callsSentence({...there, calls: 0, clients: 0}),
].join("\\n"));
"""


def ask(tmp_path: Path, script: str) -> str:
    """What Node.js prints of it."""
    (tmp_path / "ask.mjs").write_text(script)
    (tmp_path / "package.json").write_text("{}")
    done = subprocess.run(
        ["node", "--no-warnings", "--experimental-detect-module", tmp_path / "ask.mjs"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


_LANGUAGES = """
import { WORDS } from %r;
import { languageOf } from %r;
console.log(JSON.stringify([WORDS, ["de-AT", "fr", "pt-BR", "EN-us"].map(languageOf)]));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js to ask")
def test_it_speaks_the_languages_of_the_windows(place: Place, tmp_path: Path) -> None:
    files = [(installed().folder / name).as_uri() for name in ("words.js", "wording.js")]
    words, chosen = json.loads(ask(tmp_path, _LANGUAGES % tuple(files)))
    assert set(words) == set(available())
    assert chosen == ["de", "fr", "en", "en"]
    for said in words.values():
        assert said.keys() == words["en"].keys()
        for name, text in said.items():
            assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", words["en"][name])


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js to ask")
def test_its_sentences(place: Place, tmp_path: Path) -> None:
    wording = (installed().folder / "wording.js").as_uri()
    assert ask(tmp_path, _SENTENCES % wording).splitlines() == [
        "Calls on meet.example are watched: the program watches calls on all sites.",
        "Calls on meet.example are watched: the site is on the program's list.",
        "Calls on meet.example are not watched: the site is not on the program's list.",
        "Calls on meet.example are not watched: the program watches no site.",
        "Nothing is watched on meet.example: the program is not there.",
        "Nothing is watched here: this is no web page, or it was open before the extension was.",
        "2 calls are watched now. 1 page reports its calls itself.",
        "1 call is watched now, in this tab. 2 pages report their calls themselves.",
        "No call is watched now.",
    ]
