"""Statistics of real programs with fields that are wrong, missing or absurd, told to a book.

Nothing raises, what goes on can be written down and read again at any time, and so can the record.
"""

import random
from typing import Any

import msgspec
import pytest

from notifier.calls.book import CallBook
from notifier.calls.policy import FeedPolicy
from notifier.calls.record import CallRecord
from tests.calls.record_stats import PLANS, load
from tests.calls.story import Story

MESSAGES = 150

_JUNK: list[Any] = [
    *(None, True, -1, 0, 1.5, 1e308, -1e308, 1e-308, 2**63, 2**64 - 1, -(2**63)),
    *("x", "", [], {}, [1], {"a": 1}, "NaN", "9" * 30),
]


def spoilt(entry: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """An entry with some of its fields gone, or of any value."""
    entry = dict(entry)
    for _ in range(chance.choice([0, 0, 1, 1, 2, 5])):
        name = chance.choice([*entry, "type", "ssrc", "id", "kind", "timestamp"])
        if chance.random() < 0.3:
            entry.pop(name, None)
        else:
            entry[name] = chance.choice(_JUNK)
    return entry


@pytest.mark.parametrize("name", PLANS)
def test_noise(name: str) -> None:
    chance = random.Random(name)
    lines = load(name)
    story = Story()
    story.begin()
    for number in range(MESSAGES):
        story.wait(chance.choice([0.1, 1.0, 1.0, 3.0]))
        line = lines[number % len(lines)]
        stats = [spoilt(entry, chance) for entry in line["stats"] if chance.random() > 0.05]
        assert story.say("stats", fabric_id="f", stats=stats) is None
        msgspec.json.encode(story.book.live(wall=story.wall))
        if number % 10 == 0:
            book = CallBook(story.events.append, policy=FeedPolicy())
            book.set_sequence("client", story.book.sequence("client"))
            state = story.book.dump("call")
            assert book.restore(state, now=story.now, wall=story.wall) == "call"
            story.book = book
    record = story.leave()
    assert record.outcome == "success"
    assert msgspec.json.decode(msgspec.json.encode(record), type=CallRecord) == record
    for message in story.told():
        msgspec.json.encode(message)
