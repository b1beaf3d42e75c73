"""One request to the collector, by HTTP: the only module of the fleet that uses the network.

Certificates are verified; a redirect is not followed, for it would carry token and figures to
somewhere that no policy named. Proxies are those of the environment, but none to this machine.
"""

import gzip
import http.client
import ssl
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from notifier import __version__
from notifier.fleet.answer import MAX_ANSWER, Answer, Encoding, no_answer, read_answer

__all__ = ["POST_LIMIT", "collector_url", "post"]

POST_LIMIT = 15.0
"""Seconds for a connection, and for each silence of the collector: the figures can wait."""

METRICS_PATH = "/v1/metrics"
"""OTLP Specification, OTLP/HTTP Request."""

PROTOBUF = "application/x-protobuf"

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


def collector_url(named: str) -> str:
    """Where to post: the path for metrics is appended where policy names the collector alone."""
    parts = urlsplit(named)
    path = parts.path.rstrip("/")
    if not path.endswith(METRICS_PATH):
        path += METRICS_PATH
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def post(url: str, body: bytes, *, token: str | None = None, ca_file: str | None = None) -> Answer:
    """Post an ExportMetricsServiceRequest; whatever goes wrong is an answer."""
    headers = {
        "Content-Type": PROTOBUF,
        "Content-Encoding": "gzip",
        "User-Agent": f"call-notifier/{__version__}",
    }
    try:
        request = urllib.request.Request(  # noqa: S310 - the settings take https, and loopback
            url, gzip.compress(body, mtime=0), headers, method="POST"
        )
        if token is not None:
            request.add_unredirected_header("Authorization", f"Bearer {token}")
        with _opener(url, ca_file).open(request, timeout=POST_LIMIT) as response:
            return _read(response, token)
    except urllib.error.HTTPError as error:
        with error:
            return _read(error, token)
    except urllib.error.URLError as error:
        return no_answer(_reason(error.reason))
    except (OSError, http.client.HTTPException) as error:
        return no_answer(_reason(error))
    except ValueError:  # its words repeat the header, and with it the token
        return no_answer("the token has characters that no header of HTTP takes")


def _opener(url: str, ca_file: str | None) -> urllib.request.OpenerDirector:
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    here = urlsplit(url).hostname in _THIS_MACHINE
    return urllib.request.build_opener(
        urllib.request.ProxyHandler({} if here else None),
        urllib.request.HTTPSHandler(context=context),
        _NoRedirect,
    )


def _read(response: Any, token: str | None) -> Answer:
    try:
        body = response.read(MAX_ANSWER)
    except (OSError, http.client.HTTPException):
        body = b""  # the status alone says enough
    if token:
        # Some say which token they refuse, and their words are logged.
        body = body.replace(token.encode(), b"[token]")
    encodings: dict[str, Encoding] = {PROTOBUF: "protobuf", "application/json": "json"}
    return read_answer(
        response.status,
        retry_after=response.headers.get("Retry-After"),
        encoding=encodings.get(response.headers.get_content_type(), "other"),
        body=body,
        now=time.time(),
    )


def _reason(error: object) -> str:
    """In the system's words, which hold no secret."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    return str(error) or type(error).__name__
