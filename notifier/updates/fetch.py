"""Fetches the feed: by https alone, with the server's certificate verified.

A redirection is followed to the same host and port by https, or not at all: whoever answers for a
host must not be able to send all machines of an organisation elsewhere. The proxies of the
environment are used (``https_proxy``, ``no_proxy``). Nothing is said of this machine: the request
has a name for the program, without its version, and no cookies.
"""

import http.client
import ssl
import urllib.error
import urllib.request
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from notifier.sentence import sentence
from notifier.updates.feed import MAX_BYTES, FeedError, secure

__all__ = ["SILENCE_LIMIT", "fetch"]

SILENCE_LIMIT = 10.0
"""Seconds for which the server may say nothing; whoever starts this limits the whole."""

_MOST_REDIRECTIONS = 3


class _Redirections(urllib.request.HTTPRedirectHandler):
    """To the same place by the same means."""

    max_redirections = _MOST_REDIRECTIONS
    max_repeats = _MOST_REDIRECTIONS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not secure(newurl) or _place(newurl) != _place(req.full_url):
            raise FeedError(
                sentence("the server of the list of versions sends on to another place")
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def fetch(url: str) -> bytes:
    """What stands at an address, :data:`~notifier.updates.feed.MAX_BYTES` and one octet at most.

    :raises FeedError: there is none to be had.
    """
    if not secure(url):
        raise FeedError(sentence("the address of the list of versions is no https address"))
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        _Redirections(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(  # noqa: S310
        url, headers={"Accept": "application/json", "User-Agent": "call-notifier"}
    )
    try:
        with opener.open(request, timeout=SILENCE_LIMIT) as response:
            return bytes(response.read(MAX_BYTES + 1))
    except urllib.error.HTTPError as error:
        with error:
            status = error.code
        raise FeedError(
            sentence(
                "the server of the list of versions answers with status {number}", number=status
            )
        ) from None
    except urllib.error.URLError as error:
        reason = error.reason
        if isinstance(reason, ssl.SSLCertVerificationError):
            reason = reason.verify_message
            raise FeedError(
                sentence(
                    "the certificate of the server of the list of versions: {reason}", reason=reason
                )
            ) from None
        raise _unreachable(reason) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, FeedError):
            raise
        raise _unreachable(error) from None


def _unreachable(reason: object) -> FeedError:
    words = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return FeedError(sentence("the list of versions cannot be fetched: {reason}", reason=words))


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or 443
