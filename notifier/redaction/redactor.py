"""Applies the rules to texts and to what becomes JSON: the same placeholder for the same thing.

Never raises, whatever the text is, and leaves as it is what it has gone through already.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from notifier.redaction.known import LEAST_SECRET, Known, variants
from notifier.redaction.plain import OVER_LINES, ruled
from notifier.redaction.rules import PLACEHOLDER, REMOVED, Kind, is_secret_name

__all__ = ["ROUNDS", "Redactor"]

ROUNDS = 8
"""How often a line is gone through at most: what is taken out can bring together what was apart."""

_Change = Callable[[str], str]


class Redactor:
    """One for all texts that belong together.

    :param known: what this machine has to say of itself.
    :param addresses: whether the person agrees to IP addresses.
    """

    def __init__(self, known: Known | None = None, *, addresses: bool = False) -> None:
        known = known or Known()
        self._kinds: frozenset[Kind] = frozenset(
            ("secret", "trace") if addresses else ("secret", "trace", "address")
        )
        self._numbers: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}
        self._exact = _exact(known.secrets)
        self._changes: tuple[_Change, ...] = (
            self._exact,
            _whole_words({word: put for word, put in known.words.items() if put == "~"}),
            self._ruled,
            _whole_words({word: put for word, put in known.words.items() if put != "~"}),
            _whole_words(
                {site: self._number("site", site) for site in map(str.lower, known.sites)}
            ),
        )

    def text(self, text: str) -> str:
        """A text without what the rules take out."""
        text = self._exact(text)  # a secret may have lines
        for rule in OVER_LINES:
            text = rule.pattern.sub(REMOVED, text)
        return "".join(map(self._line, text.splitlines(keepends=True)))

    def value(self, value: Any, *, secret: bool = False) -> Any:
        """The same of what becomes JSON: of its texts and its names, and by its names.

        :param secret: whether all of it is one.
        """
        if isinstance(value, Mapping):
            return {
                self.text(str(name)): self.value(inner, secret=secret or is_secret_name(str(name)))
                for name, inner in value.items()
            }
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value(inner, secret=secret) for inner in value]
        if value is None or isinstance(value, bool):
            return value
        if secret:
            return REMOVED
        return value if isinstance(value, int | float) else self.text(str(value))

    def _line(self, line: str) -> str:
        for _ in range(ROUNDS):
            before = line
            for change in self._changes:
                line = change(line)
            if line == before:
                break
        return line

    def _ruled(self, line: str) -> str:
        return ruled(line, self._kinds, self._number)

    def _number(self, sort: str, text: str) -> str:
        known = self._numbers.get((sort, text))
        if known is None:
            # One series for all sorts of address: a number names one of them alone.
            series = sort.partition("-")[0]
            self._counts[series] = self._counts.get(series, 0) + 1
            known = self._numbers[sort, text] = f"{sort}-{self._counts[series]}"
        return known


def _exact(secrets: Iterable[str]) -> _Change:
    """Takes these texts out wherever they stand, in each form in which they may be written."""
    forms = {
        form
        for secret in secrets
        if len(secret) >= LEAST_SECRET
        for form in variants(secret)
        if len(form) >= LEAST_SECRET
    }
    if not forms:
        return _unchanged
    pattern = _but_placeholders("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    return lambda line: pattern.sub(lambda match: REMOVED if match["it"] else match[0], line)


def _whole_words(words: Mapping[str, str]) -> _Change:
    if not words:
        return _unchanged
    put = {word.lower(): placeholder for word, placeholder in words.items()}
    one = "|".join(map(re.escape, sorted(put, key=len, reverse=True)))
    pattern = _but_placeholders(rf"(?<![^\W_])(?:{one})(?![^\W_])", re.IGNORECASE)

    def change(line: str) -> str:
        return pattern.sub(
            lambda match: put.get(match[0].lower(), REMOVED) if match["it"] else match[0], line
        )

    return change


def _but_placeholders(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(f"{PLACEHOLDER.pattern}|(?P<it>{expression})", flags)


def _unchanged(line: str) -> str:
    return line
