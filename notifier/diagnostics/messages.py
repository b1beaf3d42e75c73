"""What a front end and the process that collects for it say to each other: JSON lines."""

from collections.abc import Mapping
from typing import Any

import msgspec

from notifier.sentence import Sentence

__all__ = ["Collected", "Progressed", "Reply", "Request", "encode"]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be collected."""

    addresses: bool
    front: Mapping[str, Any]


class Progressed(msgspec.Struct, frozen=True, tag="progress"):
    """So many parts are done."""

    done: int
    of: int


class Collected(msgspec.Struct, frozen=True, tag="collected"):
    """All of them: of each the name, the template of what it says, and the text."""

    pieces: list[tuple[str, str, str]]


Reply = Progressed | Collected


def _plain(value: object) -> str:
    """What msgspec does not know by itself; of a sentence, ``str`` would be the sentence again."""
    return value.english if isinstance(value, Sentence) else str(value)


encode = msgspec.json.Encoder(enc_hook=_plain).encode
"""A message without its end of line; what is no plain value becomes its text."""
