"""All parts, side by side, each with its time limit; and what of them leaves the machine."""

import json
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from notifier.diagnostics.part import Asked, Found, Part
from notifier.diagnostics.parts.configuration import configuration, key_ring, servers
from notifier.diagnostics.parts.desktop import autostart, desktop
from notifier.diagnostics.parts.front import front
from notifier.diagnostics.parts.kept import calls, crash_of, files, history, log_of, runs
from notifier.diagnostics.parts.machine import browsers, devices, network
from notifier.diagnostics.parts.organisation import fleet, updates
from notifier.diagnostics.parts.program import instances, versions
from notifier.history.store import History, HistoryError
from notifier.redaction.known import LEAST_SECRET, NOT_PERSONAL, Known, words_of_this_machine
from notifier.redaction.redactor import Redactor
from notifier.redaction.rules import REMOVED
from notifier.sentence import Sentence, sentence
from notifier.settings.identity import DEVICE_ID_FILE, NETWORK_KEY_FILE

__all__ = ["LONGEST_SECRET", "PARTS", "SITES_READ", "Piece", "collect", "known_of"]

SITES_READ = 2_000
"""Calls whose sites are numbered; older ones are in no part."""

LONGEST_SECRET = 1_000
"""Characters read of a file that holds one: a token, a key."""

_COMMON_USERS = NOT_PERSONAL | {"turn", "stun", "test", "guest", "demo", "call", "notifier"}
"""User names that stand in other texts of ours, and say nothing."""

PARTS: tuple[Part, ...] = (
    Part(
        "versions.json", sentence("Versions of the program, its libraries and the system"), versions
    ),
    Part("running.json", sentence("Which of the programs run now, and the last crash"), instances),
    Part(
        "tray.json", sentence("Tray, notifications and tests as the tray program has them"), front
    ),
    Part("settings.json", sentence("All settings, and where each comes from"), configuration),
    Part(
        "servers.json",
        sentence("The servers, and whether a password is found; no password"),
        servers,
        limit_s=25.0,
    ),
    Part("keyring.json", sentence("Which key ring there is"), key_ring),
    Part("files.json", sentence("Folders and files of the program: sizes and rights"), files),
    Part("history.json", sentence("State of the history, networks by number"), history, 20.0),
    Part("runs.json", sentence("The last tests, and what was told of them"), runs, 20.0),
    Part("calls.json", sentence("The last calls, without where they took place"), calls, 20.0),
    Part("desktop.json", sentence("Trays and notification services of the desktop"), desktop),
    Part("autostart.json", sentence("Whether the program starts at log-in"), autostart),
    Part("browsers.json", sentence("Whether browsers find the program"), browsers, 30.0),
    Part("network.json", sentence("Kind and routes of the network"), network),
    Part("devices.json", sentence("Whether there are a microphone and a camera"), devices),
    Part("fleet.json", sentence("Figures for the organisation: what waits to be sent"), fleet),
    Part("updates.json", sentence("What is known of newer versions"), updates),
    Part("log-tray.txt", sentence("Log of the tray program"), log_of("tray"), 20.0),
    Part("log-watch.txt", sentence("Log of the watch command"), log_of("watch"), 20.0),
    Part("crash.txt", sentence("What crashes have left"), crash_of),
)
"""In the order in which people see them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file as it will be written."""

    name: str
    says: Sentence
    text: str

    @property
    def size(self) -> int:
        """Octets, before they are packed."""
        return len(self.text.encode("utf-8", "replace"))


def collect(
    asked: Asked,
    *,
    parts: Iterable[Part] = PARTS,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> list[Piece]:
    """Find everything out, and take out what nobody is to read. Never raises.

    A part that fails, or takes too long, says so in its file.

    :param progress: how many parts are done, of how many; called from this thread.
    """
    parts = list(parts)
    workers = [_Worker(part, asked) for part in parts]
    began = time.monotonic()
    for worker in workers:
        worker.start()
    found: list[Found] = []
    for number, worker in enumerate(workers):
        progress(number, len(workers))
        worker.done.wait(max(0.0, began + worker.part.limit_s - time.monotonic()))
        found.append(worker.found if worker.done.is_set() else _late(worker.part))
    progress(len(workers), len(workers))
    redactor = Redactor(known_of(asked), addresses=asked.addresses)
    return [
        Piece(part.name, part.says, _text(redactor, each))
        for part, each in zip(parts, found, strict=True)
    ]


class _Worker:
    """One part in a thread that nobody waits for at the end of the program."""

    def __init__(self, part: Part, asked: Asked) -> None:
        self.part = part
        self.found: Found = ""
        self.done = threading.Event()
        self._asked = asked

    def start(self) -> None:
        name = f"diagnostics {self.part.name}"
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def _work(self) -> None:
        try:
            self.found = self.part.find(self._asked)
        except Exception as error:
            self.found = f"Not found out: {type(error).__name__}: {error}\n"
        self.done.set()


def _late(part: Part) -> str:
    return f"Not found out: it took longer than {part.limit_s:g} s.\n"


def _text(redactor: Redactor, found: Found) -> str:
    if isinstance(found, str):
        return redactor.text(found)
    return json.dumps(redactor.value(found), ensure_ascii=False, indent=2, default=str) + "\n"


def known_of(asked: Asked) -> Known:
    """What has no shape by which a rule could know it: names, secrets that we can read, sites."""
    paths = asked.paths
    secrets: set[str] = set()
    sites: set[str] = set()
    words = words_of_this_machine(asked.environ)
    with suppress(Exception):  # settings of any sort must not keep the rest from being redacted
        settings = asked.loaded().settings
        for server in settings.servers:
            secrets.add(asked.environ.get(server.password_env or "", ""))
            if len(user := server.username or "") >= LEAST_SECRET and user not in _COMMON_USERS:
                words.setdefault(user, REMOVED)
        secrets.add(asked.environ.get(settings.fleet_token_env or "", ""))
        named = {site.removeprefix("*.") for site in settings.call_sites}
        named |= {_host(origin) for origin in settings.call_origins}
        # Also hosts of an internal network, which have no dot.
        sites |= {site for site in named - NOT_PERSONAL if len(site) >= LEAST_SECRET}
    identity = (paths.data_dir / DEVICE_ID_FILE, paths.data_dir / NETWORK_KEY_FILE)
    for file in (paths.feed_token_file, *identity):
        with suppress(OSError, UnicodeDecodeError):
            secrets.add(file.read_text()[:LONGEST_SECRET].strip())
    with suppress(HistoryError):
        opened = History.open_if_there(paths.history_file)
        if opened is not None:
            with opened:
                called = {call.application for call in opened.calls(limit=SITES_READ)}
                sites |= {site for site in called if "." in site}
    return Known(
        tuple(secret for secret in secrets if secret),
        words,
        tuple(sorted(sites)),
    )


def _host(origin: str) -> str:
    return origin.partition("://")[2].partition(":")[0].strip("/") or origin
