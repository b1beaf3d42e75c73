"""Fetches pip's newest wheel, for a virtual environment that had to be made without pip.

Debian's Python comes without ensurepip, and packaging/setup.sh may not be allowed to install it.
Standard library only. Called with the folder to put the wheel into; prints the wheel's path, or
says in one line why there is none (exit status 1).

The index is the one that pip would ask: PIP_INDEX_URL, pip's configuration files, or PyPI. So are
the certificates (PIP_CERT, SSL_CERT_FILE, the system's) and the proxy (PIP_PROXY, https_proxy).
The wheel has to have the SHA-256 that the index states, and the index has to be authentic: https,
or a file.
"""

import base64
import configparser
import hashlib
import html.parser
import http.client
import os
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import NamedTuple

DEFAULT_INDEX = "https://pypi.org/simple"
TIMEOUT_S = 60.0
"""How long the server may be silent."""
SIZE_LIMIT = 32 * 1024 * 1024
"""Bytes; pip's wheel has 2 MB, its page on PyPI less than one."""

_WHEEL = re.compile(r"pip-(\d+(?:\.\d+)*)-py(?:2\.py)?3-none-any\.whl")
_LOWER_BOUND = re.compile(r">=\s*(\d+)(?:\.(\d+))?")


class FetchError(Exception):
    """There is no wheel; the text says why, in one line."""


class Wheel(NamedTuple):
    """A final release of pip that the index offers."""

    version: tuple[int, ...]
    name: str
    url: str
    sha256: str


class _Links(html.parser.HTMLParser):
    """Collects the anchors of an index page (PEP 503)."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.anchors.append({name: value or "" for name, value in attrs})


def newest_wheel(page: str, page_url: str, python: tuple[int, int]) -> Wheel | None:
    """The newest final release on an index page that runs on this Python and states its SHA-256."""
    links = _Links()
    links.feed(page)
    wheels = []
    for anchor in links.anchors:
        try:
            url, fragment = urllib.parse.urldefrag(
                urllib.parse.urljoin(page_url, anchor.get("href", ""))
            )
        except ValueError:  # not a URL at all
            continue
        name = url.rpartition("/")[2]
        match = _WHEEL.fullmatch(name)
        sha256 = fragment.removeprefix("sha256=").lower()
        if (
            match is None
            or "data-yanked" in anchor
            or not re.fullmatch(r"[0-9a-f]{64}", sha256)
            or python < _oldest_python(anchor.get("data-requires-python", ""))
        ):
            continue
        version = tuple(int(part) for part in match[1].split("."))
        wheels.append(Wheel(version, name, url, sha256))
    return max(wheels, default=None)


def _oldest_python(requires: str) -> tuple[int, int]:
    match = _LOWER_BOUND.search(requires)
    return (int(match[1]), int(match[2] or 0)) if match else (0, 0)


def pip_option(name: str, environ: dict[str, str]) -> str | None:
    """What pip would take for an option: its environment variable, else its configuration files."""
    if value := environ.get("PIP_" + name.upper().replace("-", "_")):
        return value
    home = Path(environ.get("HOME", "/"))
    config_home = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    parser = configparser.RawConfigParser()
    try:
        parser.read(  # the later file wins, as with pip
            [
                "/etc/xdg/pip/pip.conf",
                "/etc/pip.conf",
                home / ".pip/pip.conf",
                config_home / "pip/pip.conf",
                environ.get("PIP_CONFIG_FILE", os.devnull),
            ],
            encoding="utf-8",
        )
    except (configparser.Error, UnicodeDecodeError) as error:
        raise FetchError(f"pip's configuration cannot be read: {_line(error)}") from error
    for section in ("install", "global"):
        if value := parser.get(section, name, fallback=None):
            return value
    return None


def _opener(environ: dict[str, str]) -> urllib.request.OpenerDirector:
    certificates = pip_option("cert", environ)
    try:
        context = ssl.create_default_context(cafile=certificates)
    except OSError as error:
        raise FetchError(f"no certificates in {certificates}: {_line(error)}") from error
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    if proxy := pip_option("proxy", environ):
        handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
    return urllib.request.build_opener(*handlers)


def _fetch(opener: urllib.request.OpenerDirector, url: str) -> tuple[bytes, str]:
    """What stands at a URL, and the URL it came from in the end."""
    try:
        parts = urllib.parse.urlsplit(url)
    except ValueError as error:
        raise FetchError(f"the index's address is wrong: {_line(error)}") from error
    shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    _require_authentic(parts.scheme, shown)
    request = urllib.request.Request(shown, headers={"Accept": "text/html, */*;q=0.1"})  # noqa: S310
    if parts.username:
        account = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}")
        token = base64.b64encode(account.encode()).decode()
        # Unredirected: the files may lie with somebody else than the index.
        request.add_unredirected_header("Authorization", f"Basic {token}")
    try:
        with opener.open(request, timeout=TIMEOUT_S) as response:
            final = str(response.url)
            _require_authentic(urllib.parse.urlsplit(final).scheme, shown)
            data = bytes(response.read(SIZE_LIMIT + 1))
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise FetchError(
                f"the certificate of {parts.hostname} cannot be verified: are the system's"
                " certificates installed (ca-certificates), or is a proxy's missing (PIP_CERT)?"
            ) from error
        raise FetchError(f"{shown}: {_line(error.reason)}") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise FetchError(f"{shown}: {_line(error)}") from error
    if len(data) > SIZE_LIMIT:
        raise FetchError(f"{shown} is larger than {SIZE_LIMIT} bytes")
    return data, final


def _require_authentic(scheme: str, shown: str) -> None:
    if scheme not in ("https", "file"):
        raise FetchError(f"{shown} proves nothing about who sent it: neither https nor a file")


def _line(error: object) -> str:
    return " ".join(str(error).split())


def fetch_pip(folder: Path, environ: dict[str, str]) -> Path:
    """Puts pip's newest wheel into the folder.

    Raises:
        FetchError: the index cannot be reached, offers none, or offers another than it states.
    """
    index = pip_option("index-url", environ) or DEFAULT_INDEX
    page_url = f"{index.rstrip('/')}/pip/"
    if page_url.startswith("file:"):
        page_url += "index.html"
    opener = _opener(environ)
    page, page_url = _fetch(opener, page_url)
    wheel = newest_wheel(page.decode("utf-8", "replace"), page_url, sys.version_info[:2])
    if wheel is None:
        raise FetchError(f"{urllib.parse.urlsplit(page_url).hostname} offers no wheel of pip")
    data, _ = _fetch(opener, wheel.url)
    if hashlib.sha256(data).hexdigest() != wheel.sha256:
        raise FetchError(f"{wheel.name} is not the file that the index states (SHA-256 differs)")
    path = folder / wheel.name
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FetchError(f"cannot write {path}: {_line(error.strerror)}") from error
    return path


def main() -> int:
    try:
        path = fetch_pip(Path(sys.argv[1]), dict(os.environ))
    except FetchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
