"""A headless Chromium of one's own, driven over its DevTools pipe, with an extension or without."""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.net.chromium import CHROMIUM
from tests.net.namespace import tied_to_us
from tests.net.remote import LIMIT, Pipe, Remote, RemoteError

__all__ = ["Chromium", "started"]

_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--no-default-browser-check", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--disable-dev-shm-usage", "--password-store=basic"),
    *("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"),
    *("--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection"),
    "--disable-features=DisableLoadExtensionCommandLineSwitch,WebRtcHideLocalIpsWithMdns",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--js-flags=--expose-gc",
)


class Chromium:
    """One Chromium; what its pages and extensions log is in ``console``."""

    def __init__(self, wire: Pipe) -> None:
        self.console: list[str] = []
        self._sessions: dict[str, str] = {}
        self._remote = Remote(wire, self._heard)
        self._remote.call(
            "Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=False, flatten=True
        )

    def _heard(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Target.attachedToTarget":
                session = params["sessionId"]
                self._sessions[params["targetInfo"]["targetId"]] = session
                self._remote.post("Runtime.enable", session=session)
                self._remote.post("Log.enable", session=session)
            case "Runtime.consoleAPICalled":
                said = " ".join(str(arg.get("value")) for arg in params["args"])
                self.console.append(f"{params['type']}: {said}")
            case "Runtime.exceptionThrown":
                details = params["exceptionDetails"]
                what = details.get("exception", {}).get("description", "")
                self.console.append(f"exception: {details['text']} {what}")
            case "Log.entryAdded":
                self.console.append(f"{params['entry']['level']}: {params['entry']['text']}")

    def open(self, url: str) -> str:
        """Open a page in a tab of its own; returns what the other methods call it."""
        tab: str = self._remote.call("Target.createTarget", url=url)["targetId"]
        end = time.monotonic() + LIMIT
        there = "location.href !== 'about:blank' && document.readyState === 'complete'"
        while time.monotonic() < end:
            # Asked of the empty page before it, there may be no answer.
            with contextlib.suppress(RemoteError):
                if self.evaluate(tab, there):
                    return tab
            time.sleep(0.02)
        raise RemoteError(f"{url} was not loaded")

    def close(self, tab: str) -> None:
        """Close a tab."""
        self._remote.call("Target.closeTarget", targetId=tab)

    def call(self, tab: str, method: str, **params: Any) -> dict[str, Any]:
        """Do a command of the DevTools protocol in one page."""
        return self._remote.call(method, session=self._sessions[tab], **params)

    def evaluate(self, tab: str, expression: str) -> Any:
        """Run JavaScript in a page, as one of its own scripts.

        :param expression: gives a text, a number, a truth value or null, or a promise of one.
        :raises RemoteError: it threw.
        """
        answer = self.call(
            tab, "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RemoteError(f"{details['text']} {details.get('exception')}")
        return answer["result"].get("value")

    def end_worker(self) -> None:
        """End the extension's service worker, as Chromium does with one that is idle."""
        (worker,) = [
            target["targetId"]
            for target in self._remote.call("Target.getTargets")["targetInfos"]
            if target["type"] == "service_worker"
        ]
        session = self._sessions[worker]
        self._remote.call("Target.closeTarget", targetId=worker)
        # While we listen to it, it is not let go.
        with contextlib.suppress(RemoteError):
            self._remote.call("Target.detachFromTarget", sessionId=session)

    def end(self) -> None:
        """Let go of it."""
        with contextlib.suppress(RemoteError):
            self._remote.call("Browser.close")
        self._remote.close()


@contextlib.contextmanager
def started(home: Path, extension: Path | None, *flags: str) -> Iterator[Chromium]:
    """A Chromium to the end of the block.

    :param home: its HOME; the profile is the folder ``profile`` in it, with
        ``NativeMessagingHosts`` where it is to find hosts.
    """
    program = next(path for name in CHROMIUM if (path := shutil.which(name)))
    theirs_in, ours_out = _pipe()
    ours_in, theirs_out = _pipe()
    loaded = () if extension is None else (f"--load-extension={extension}",)
    # DevTools reads file descriptor 3 and writes 4.
    script = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
    process = subprocess.Popen(
        tied_to_us(
            *("bash", "-c", script, "bash", str(theirs_in), str(theirs_out)),
            *(program, *_FLAGS, *flags, *loaded),
            *("--remote-debugging-pipe", f"--user-data-dir={home / 'profile'}", "about:blank"),
        ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(theirs_in, theirs_out),
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")},
        start_new_session=True,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        chromium = Chromium(Pipe(ours_in, ours_out))
        try:
            yield chromium
        finally:
            chromium.end()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are none of the numbers that the child gives to others."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]
