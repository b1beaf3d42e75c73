"""Who may report calls, from which sites, and who is told verdicts: what the settings say of it."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

__all__ = ["FeedPolicy", "host_of", "site_matches"]


@dataclass(frozen=True, slots=True)
class FeedPolicy:
    """The settings of section ``calls``, as the feed reads them."""

    watch: Literal["all", "listed", "none"] = "all"
    """Which sites the browser extension may watch."""

    sites: tuple[str, ...] = ()
    """Host names, for ``listed``; ``*.example.com`` stands for all below example.com."""

    origins: tuple[str, ...] = ()
    """Origins (RFC 6454) of web and Electron applications that may use the WebSocket, are told
    verdicts and may ask for tests."""

    collect_sdp: bool = False

    def may_watch(self, origin: str | None) -> bool:
        """Whether calls of this web page may be reported; None is a native program's."""
        if origin is None or origin in self.origins or self.watch == "all":
            return True
        host = host_of(origin)
        return self.watch == "listed" and any(site_matches(site, host) for site in self.sites)

    def may_ask(self, origin: str | None) -> bool:
        """Whether this client is told verdicts (with the public address in them) and may ask for
        tests: programs of this person, and listed origins."""
        return origin is None or origin in self.origins


def host_of(origin: str) -> str:
    """The host name of an origin, in lower case; empty where it has none."""
    try:
        return (urlsplit(origin).hostname or "").lower()
    except ValueError:
        return ""


def site_matches(site: str, host: str) -> bool:
    """Whether a host is that of a setting ``sites``."""
    site = site.lower()
    if site.startswith("*."):
        return host.endswith(site[1:]) and len(host) > len(site) - 1
    return host == site
