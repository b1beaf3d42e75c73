"""A headless Firefox of one's own, driven over WebDriver BiDi, with an extension from a folder."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.net.namespace import tied_to_us
from tests.net.remote import LIMIT, Remote, RemoteError, WebSocket

__all__ = ["FIREFOX", "Firefox", "started"]

FIREFOX = ("firefox-esr", "firefox")

_PREFERENCES = {
    # No microphone is there: tones and pictures are made up, and nobody is asked.
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.peerconnection.ice.loopback": True,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    "media.gmp-manager.updateEnabled": False,
    "media.autoplay.default": 0,
    # Nobody but the page is talked to.
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.enabled": False,
    # An extension's background page is put to sleep soon, so that tests see it happen.
    "extensions.background.idle.timeout": 2000,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class Firefox:
    """One Firefox; what its pages and extensions log is in ``console``."""

    def __init__(self, port: int) -> None:
        self.console: list[str] = []
        self._remote = Remote(WebSocket(port, "/session"), self._heard)
        self._remote.call("session.new", capabilities={})
        self._remote.call("session.subscribe", events=["log.entryAdded"])

    def _heard(self, message: dict[str, Any]) -> None:
        if message.get("method") == "log.entryAdded":
            entry = message["params"]
            self.console.append(f"{entry['level']}: {entry.get('text')}")

    def install(self, folder: Path) -> str:
        """Install an extension as ``about:debugging`` does, to the end of this Firefox.

        :returns: its id.
        """
        data = {"type": "path", "path": str(folder)}
        identity: str = self._remote.call("webExtension.install", extensionData=data)["extension"]
        return identity

    def uninstall(self, identity: str) -> None:
        """Take an extension away."""
        self._remote.call("webExtension.uninstall", extension=identity)

    def open(self, url: str) -> str:
        """Open a page in a tab of its own.

        :returns: what the other methods call it.
        """
        tab: str = self._remote.call("browsingContext.create", type="tab")["context"]
        self._remote.call("browsingContext.navigate", context=tab, url=url, wait="complete")
        return tab

    def close(self, tab: str) -> None:
        """Close a tab."""
        self._remote.call("browsingContext.close", context=tab)

    def evaluate(self, tab: str, expression: str) -> Any:
        """Run JavaScript in a page, as one of its own scripts.

        :param expression: gives a text, a number, a truth value or null, or a promise of one.
        :raises RemoteError: it threw.
        """
        answer = self._remote.call(
            "script.evaluate",
            expression=expression,
            target={"context": tab},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RemoteError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def end(self) -> None:
        """Let go of it."""
        with contextlib.suppress(RemoteError):
            self._remote.call("browser.close")
        self._remote.close()


@contextlib.contextmanager
def started(home: Path) -> Iterator[Firefox]:
    """A Firefox to the end of the block.

    :param home: its HOME, empty or of our own making: with ``.mozilla/native-messaging-hosts``
        where it is to find hosts.
    """
    program = next(path for name in FIREFOX if (path := shutil.which(name)))
    profile = home / "profile"
    profile.mkdir(parents=True, exist_ok=True)
    lines = (f"user_pref({_js(k)}, {_js(v)});\n" for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines))
    arguments = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"]
    process = subprocess.Popen(
        tied_to_us(program, *arguments, str(profile)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "HOME": str(home), "MOZ_CRASHREPORTER_DISABLE": "1"},
        # Its children are many: they end as one group.
        start_new_session=True,
    )
    said = _Said()
    reader = threading.Thread(target=said.read, args=(process.stderr,), daemon=True)
    reader.start()
    try:
        firefox = Firefox(said.wait())
        try:
            yield firefox
        finally:
            firefox.end()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        reader.join(LIMIT)
        assert process.stderr is not None
        process.stderr.close()


def _js(value: object) -> str:
    return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'


class _Said:
    """Where a Firefox listens, as it says on standard error; the rest of that is dropped."""

    def __init__(self) -> None:
        self.port: int | None = None
        self._said = threading.Event()

    def read(self, lines: Iterable[str]) -> None:
        """Read all there is."""
        for line in lines:
            if match := re.search(r"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)", line):
                self.port = int(match[1])
                self._said.set()
        self._said.set()

    def wait(self) -> int:
        """The port.

        :raises RemoteError: it did not say.
        """
        self._said.wait(LIMIT)
        if self.port is None:
            raise RemoteError("Firefox did not say where it listens")
        return self.port
