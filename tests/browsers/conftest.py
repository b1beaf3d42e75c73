"""Browsers with the extension, whose native messaging host is the real one."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import pytest

from notifier.browsers.extension import installed
from notifier.browsers.launcher import launcher
from notifier.browsers.places import BROWSERS
from notifier.browsers.registration import manifest_of
from tests.browsers import chromium, program, site
from tests.browsers.program import Program
from tests.net import firefox

_FOLDERS = {
    # Where a browser with a profile of its own looks for hosts, below its home.
    "chromium": "profile/NativeMessagingHosts",
    "firefox": ".mozilla/native-messaging-hosts",
}


Test = TypeVar("Test", bound=Callable[..., None])


def in_chromium(test: Test) -> Test:
    """Run a test in Chromium alone: of what does not depend on the browser, or only it can do."""
    marked = pytest.mark.parametrize("place", ["chromium"], indirect=True)(test)
    return cast("Test", pytest.mark.tools("chromium")(marked))


class Browser(Protocol):
    """What tests do with either browser."""

    console: list[str]

    def open(self, url: str) -> str:
        """Open a page; returns the tab."""

    def close(self, tab: str) -> None:
        """Close it."""

    def evaluate(self, tab: str, expression: str) -> Any:
        """Run JavaScript in it."""


@dataclass(frozen=True)
class Place:
    """A home for browsers, and a site for them to open."""

    name: str
    """``chromium`` or ``firefox``."""

    home: Path
    runtime: Path
    origin: str
    """Of the site, on 127.0.0.1."""

    @property
    def other_origin(self) -> str:
        """The same site as ``localhost``: to a browser, another one."""
        return self.origin.replace("127.0.0.1", "localhost")

    def register(self, host: Path | None = None) -> None:
        """Let the browser find the host, as ``call-notifier browsers install`` does.

        :param host: another program in its place.
        """
        family = next(b.family for b in BROWSERS if b.name == self.name)
        folder = self.home / _FOLDERS[self.name]
        folder.mkdir(parents=True, exist_ok=True)
        manifest = manifest_of(family, host or launcher(self.home / "data of ours"), installed())
        (folder / "org.call_notifier.feed.json").write_bytes(manifest)

    @contextmanager
    def browser(self, *, extension: bool = True) -> Iterator[Browser]:
        """Start it, to the end of the block."""
        if self.name == "chromium":
            with chromium.started(self.home, installed().folder if extension else None) as started:
                yield started
            return
        with firefox.started(self.home) as other:
            if extension:
                other.install(installed().folder)
            yield other

    def program(self, **welcome: object) -> AbstractContextManager[Program]:
        """Start the program's side, to the end of the block."""
        return program.running(self.runtime, **welcome)


@pytest.fixture(
    params=[
        pytest.param("chromium", marks=pytest.mark.tools("chromium")),
        pytest.param("firefox", marks=pytest.mark.tools("firefox-esr")),
    ]
)
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A home without a registered host."""
    # Its path has a space, as some people's homes have.
    home = Path(tempfile.mkdtemp(prefix="cn browser-"))
    runtime = home / "run"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    with site.served() as origin:
        yield Place(request.param, home, runtime, origin)
    shutil.rmtree(home, ignore_errors=True)


@dataclass(frozen=True)
class Stage:
    """A browser with the extension, and the program that it tells."""

    place: Place
    browser: Browser
    program: Program

    def call(self, page: str = "/call.html", origin: str | None = None) -> str:
        """Open a page and begin a call there; returns the tab."""
        tab = self.browser.open((origin or self.place.origin) + page)
        assert self.browser.evaluate(tab, "begin()") in ("connected", "completed")
        return tab

    def evaluate(self, tab: str, expression: str) -> Any:
        """Run JavaScript in a tab."""
        return self.browser.evaluate(tab, expression)


@pytest.fixture
def staged(place: Place) -> Iterator[Callable[..., Stage]]:
    """Starts the program, with these fields of its welcome, and a browser that finds it."""
    place.register()
    with ExitStack() as stack:

        def start(**welcome: object) -> Stage:
            running = stack.enter_context(place.program(**welcome))
            return Stage(place, stack.enter_context(place.browser()), running)

        yield start


@pytest.fixture
def stage(staged: Callable[..., Stage]) -> Stage:
    """The same with the welcome's defaults: all sites are watched."""
    return staged()
