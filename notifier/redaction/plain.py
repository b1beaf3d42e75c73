"""The rules on a text and nothing else: for the log of a process that stays small."""

from notifier.redaction.rules import REMOVED, RULES, Kind, Number

__all__ = ["OVER_LINES", "ruled", "without_secrets"]

OVER_LINES = tuple(rule for rule in RULES if rule.over_lines)
"""Looked for in a whole text."""

_IN_LINES = tuple(rule for rule in RULES if not rule.over_lines)
_NEEDS = {rule.name: frozenset(rule.needs) for rule in RULES}


def without_secrets(text: str) -> str:
    """A text for a log file on this machine: without secrets, and otherwise as it is."""
    if "-----" in text:
        for rule in OVER_LINES:
            text = rule.pattern.sub(REMOVED, text)
    return "".join(
        ruled(line, frozenset(("secret",)), _no_number) for line in text.splitlines(keepends=True)
    )


def _no_number(sort: str, text: str) -> str:
    """Rules for secrets ask for none."""
    raise AssertionError(sort)


def ruled(line: str, kinds: frozenset[Kind], number: Number) -> str:
    """A line without what the rules of these kinds take out."""
    characters = frozenset(line)
    for rule in _IN_LINES:
        needs = _NEEDS[rule.name]
        if rule.kind in kinds and not (needs and needs.isdisjoint(characters)):
            line = rule.apply(line, number)
    return line
