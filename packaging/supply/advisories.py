"""What PyPI knows of vulnerabilities in one version of a distribution (its JSON API).

PyPI answers for each version by itself. Some mirrors have only the page of the newest one; that
answers for this version alone. Whatever else comes back is no answer: "not known" is not "none".
"""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

__all__ = ["INDEX", "Advisory", "UnansweredError", "ask", "locked"]

INDEX = "https://pypi.org/pypi"
SILENCE_LIMIT = 30.0
"""Seconds for which the server may say nothing."""

SIZE_LIMIT = 32 * 1024 * 1024
"""Octets of an answer; the longest ones have a few million."""

LOOPBACK = {"127.0.0.1", "localhost"}


@dataclass(frozen=True, slots=True)
class Advisory:
    """One known vulnerability."""

    id: str
    aliases: tuple[str, ...]
    summary: str
    fixed_in: tuple[str, ...]


class UnansweredError(Exception):
    """It is not known; the message says why."""


def ask(name: str, version: str, index: str = INDEX) -> list[Advisory]:
    """What is known of a version.

    :raises UnansweredError: it is not known whether there is anything.
    """
    parts = urlsplit(index)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise UnansweredError(f"{index} proves nothing about who answers: it is not https")
    document = _get(f"{index}/{quote(name)}/{quote(version)}/json")
    if document is None:
        document = _get(f"{index}/{quote(name)}/json")
    if document is None:
        raise UnansweredError("the index does not know it")
    try:
        found, answered_for = document["vulnerabilities"], document["info"]["version"]
        if answered_for != version:
            raise UnansweredError(f"the index answers for {answered_for} only")
        return [
            Advisory(
                entry["id"],
                tuple(entry.get("aliases") or ()),
                " ".join((entry.get("summary") or entry.get("details") or "").split())[:200],
                tuple(entry.get("fixed_in") or ()),
            )
            for entry in found
            if not entry.get("withdrawn")
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise UnansweredError(f"the index's answer cannot be read: {error!r}") from None


def _get(url: str) -> Any:
    """The document; None where there is none of this name."""
    request = urllib.request.Request(url, headers={"Accept": "application/json"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SILENCE_LIMIT) as response:  # noqa: S310
            data = response.read(SIZE_LIMIT + 1)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == 404:
                return None
        raise UnansweredError(f"the index answers with status {error.code}") from None
    except (OSError, http.client.HTTPException) as error:
        raise UnansweredError(f"the index cannot be asked: {error}") from None
    if len(data) > SIZE_LIMIT:
        raise UnansweredError("the index's answer is too long")
    try:
        return json.loads(data)
    except ValueError:
        raise UnansweredError("the index's answer is no JSON") from None


def locked(text: str) -> dict[str, str]:
    """Versions by name, of a lock file."""
    return {
        name: rest.split()[0]
        for line in text.splitlines()
        if "==" in line and not line.startswith(("#", " "))
        for name, _, rest in [line.partition("==")]
        if rest.split()
    }
