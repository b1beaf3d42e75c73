"""The settings in force, as the rest of the program reads them: immutable, already checked.

How they are written down is :mod:`notifier.settings.definitions`; where they come from is
:mod:`notifier.settings.load`. No secret is ever a field here.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from notifier.settings.language import fallbacks

__all__ = [
    "FleetIdentity",
    "OnMetered",
    "QuietHours",
    "SecretKind",
    "ServerSetting",
    "Settings",
    "TrayIcons",
    "WatchSites",
]

SecretKind = Literal["password", "turn-rest"]
"""``turn-rest``: the secret is shared with the server and time-limited passwords come from it."""

OnMetered = Literal["light", "full", "none"]
"""What runs by itself on a metered connection: runs that do not load it, all, or nothing."""

WatchSites = Literal["all", "listed", "none"]
"""Which sites the browser extension may watch."""


TrayIcons = Literal["color", "monochrome"]
"""Which set of icons stands in the tray."""

FleetIdentity = Literal["none", "installation", "machine", "person"]
"""What the figures that an organisation collects say of where they come from: nothing, a random
number of this installation, the machine's name, or that and the name of who is logged in."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A time of each day, by the local clock, in minutes since midnight; it may cross midnight."""

    begin: int
    end: int
    """The first minute that is not quiet any more."""

    def __str__(self) -> str:
        times = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (self.begin, self.end))
        return "-".join(times)


@dataclass(frozen=True, slots=True)
class ServerSetting:
    """One ``[[server]]`` table: an RTCIceServer with a label."""

    urls: tuple[str, ...]
    """TURN URIs (RFC 7065), each probed by itself, in this order."""

    label: str | None = None
    """Shown to people and kept as ``provider``; None shows the host name."""

    username: str | None = None
    """For the long-term credential mechanism; None probes without credentials."""

    credential: SecretKind = "password"

    password_env: str | None = None
    """Name of the environment variable that holds the secret; None asks the key ring."""

    secret_file: str | None = None
    """Name of a secret that only root can read (:mod:`notifier.settings.secrets`); only policy
    sets it, and it comes before variable and key ring."""

    ca_file: Path | None = None
    """PEM file with further certificate authorities for ``turns:``; None trusts the system's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person or an administrator can set."""

    servers: tuple[ServerSetting, ...] = ()
    interval_s: float = 300.0
    """From the end of one run to the start of the next, seconds, before the random spread."""

    spread: float = 0.2
    """Each wait is drawn from interval * (1 - spread) to interval * (1 + spread)."""

    data_budget_mb: float = 30.0
    """What runs may cost in any 24 hours, megabytes (10^6 octets) sent and received together;
    runs that nobody asked for keep within it. 0: none of those."""

    on_metered: OnMetered = "light"

    captive_check_url: str | None = None
    """A page over plain HTTP that answers 204, fetched where no server can be reached; None
    fetches nothing."""

    notifications: bool = True
    """Whether notifications are shown at all; the history is kept either way."""

    quiet_hours: QuietHours | None = None
    """When nothing is told; None: at no time of the day."""

    respect_do_not_disturb: bool = True
    """Whether nothing is told while the desktop asks for quiet: do not disturb, a full screen, a
    screen that is shared."""

    language: str | None = None
    """Of windows and notifications, as BCP 47 writes it (``de``, ``pt-BR``); None: the system's."""

    tray_icons: TrayIcons = "color"

    retention_days: int = 180
    """Runs and calls older than this are deleted; 0 keeps them for ever."""

    learn_from_calls: bool = True
    """Whether forecasts are corrected by what earlier calls on the same network got; calls are
    compared with their forecasts either way."""

    forecast_model: Path | None = None
    """The file of a model to be asked instead of the program's own."""

    attach_calls: bool = True
    """Whether applications and the browser extension may report calls at all."""

    watch_sites: WatchSites = "all"

    call_sites: tuple[str, ...] = ()
    """Host names for ``listed``, in lower case; one that begins with ``*.`` stands for all below
    it."""

    call_origins: tuple[str, ...] = ()
    """Origins (RFC 6454), as browsers write them, of web and Electron applications that may use
    the WebSocket; while there is none, there is no WebSocket."""

    websocket_port: int = 47155
    """On 127.0.0.1."""

    collect_sdp: bool = False
    """Whether session descriptions that applications send are kept; addresses stand in them."""

    ask_for_rating: bool = True
    """Whether a window asks after a call how it was."""

    texts: dict[int, str] = field(default_factory=dict)
    """Notification sentences that replace the built-in ones, by notification code."""

    texts_by_language: dict[str, dict[int, str]] = field(default_factory=dict)
    """The same for people of one language, by its tag in lower case (``de``, ``pt-br``)."""

    geo_databases: tuple[Path, ...] = (
        Path("/usr/share/GeoIP/GeoLite2-City.mmdb"),
        Path("/usr/share/GeoIP/GeoLite2-ASN.mmdb"),
    )
    """MaxMind DB files looked up, where they exist, for isp, city and country."""

    updates_check: bool = True
    """Whether it is looked for newer versions, to tell of them; nothing is ever installed."""

    updates_feed: str | None = None
    """https URL of an organisation's JSON feed of versions; None: what installed the program is
    asked."""

    fleet_collector: str | None = None
    """Address of an OTLP/HTTP collector; None: nothing is sent."""

    fleet_interval_s: float = 300.0
    """Between two sends, seconds."""

    fleet_identity: FleetIdentity = "none"

    fleet_attributes: tuple[str, ...] = ()
    """``name=value``, sent along with all figures."""

    fleet_token_env: str | None = None
    """Name of the environment variable with the collector's bearer token."""

    fleet_secret_file: str | None = None
    """Name of a secret that only root can read and that holds the bearer token; comes before the
    variable."""

    fleet_ca_file: Path | None = None
    """PEM file with further certificate authorities for the collector."""

    fleet_textfile: Path | None = None
    """Folder of node_exporter's textfile collector; None: no file is written."""

    def texts_for(self, language: str | None) -> dict[int, str]:
        """The sentences that replace built-in ones for a person of this language.

        One of the language itself comes before one of its base (``pt-br``, then ``pt``), and that
        before one for all languages.
        """
        texts = dict(self.texts)
        for tag in reversed(fallbacks(language)):
            texts |= self.texts_by_language.get(tag, {})
        return texts

    def sentence_override(self, code: int, language: str | None) -> str | None:
        """The sentence for a notification code, as :meth:`texts_for`; None: the built-in one."""
        return self.texts_for(language).get(code)
