"""``python -m notifier.updates.look``: one look for a newer version, in a process that ends.

One JSON line with a :class:`Question` on standard input, one with an :class:`Answer` on standard
output. A process of its own, for what it takes to speak https must not stay in the program that is
always there, and so that a look which hangs can be ended.
"""

import os
import sys
from collections.abc import Mapping

import msgspec

from notifier.sentence import sentence
from notifier.updates.feed import FeedError, read_feed
from notifier.updates.installed import Installed
from notifier.updates.number import number
from notifier.updates.offer import Offer

__all__ = ["Answer", "Question", "look", "main"]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at."""

    running: str
    """The version that runs."""

    feed: str | None
    """Its address; None: there is none."""

    installed: Installed | None
    """By what, which says whether there is a package manager to ask."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was found."""

    offer: Offer | None = None
    """None: nothing newer, or there is a problem."""

    problem: str = ""
    """Why it is not known; a sentence."""


def look(question: Question, environ: Mapping[str, str]) -> Answer:
    """Ask whoever knows: the feed where there is one, else the package manager.

    A package manager that has installed a newer version under the running program has the last
    word: what that person needs is a new start.
    """
    from notifier.updates.package_manager import PackageManagerError, versions

    installed = candidate = None
    problem = ""
    if question.installed in ("deb", "rpm"):
        try:
            installed, candidate = versions(question.installed, environ)
        except PackageManagerError as error:
            problem = error.message.english
        if _above(installed, question.running) and installed is not None:
            return Answer(offer=Offer(version=installed, source="packages", ready=True))
    if question.feed is not None:
        return _of_feed(question.feed, question.running)
    if _above(candidate, question.running) and candidate is not None:
        return Answer(offer=Offer(version=candidate, source="packages"))
    return Answer(problem=problem)


def _of_feed(url: str, running: str) -> Answer:
    from notifier.updates.fetch import fetch

    try:
        release = read_feed(fetch(url))
    except FeedError as error:
        return Answer(problem=error.message.english)
    if not _above(release.version, running):
        return Answer()
    return Answer(
        offer=Offer(
            version=release.version,
            source="feed",
            url=release.url,
            summary=release.summary,
            published=release.published,
        )
    )


def _above(version: str | None, running: str) -> bool:
    there, here = number(version or ""), number(running)
    return there is not None and here is not None and there > here


def main() -> int:
    """Answer one question."""
    try:
        question = msgspec.json.decode(sys.stdin.buffer.readline(), type=Question)
        answer = look(question, os.environ)
    except Exception as error:  # whatever it is: a look that fails is one that is made again
        answer = Answer(
            problem=sentence(
                "the look for a newer version failed: {reason}",
                reason=f"{type(error).__name__}: {error}",
            ).english
        )
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
