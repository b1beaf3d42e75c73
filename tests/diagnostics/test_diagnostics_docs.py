"""docs/diagnostics.md says what the code does: every part, every rule, every option."""

import argparse
from pathlib import Path

from notifier.cli import diagnostics
from notifier.diagnostics.collect import PARTS
from notifier.redaction.rules import RULES, Kind

PAGE = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def parts_table() -> str:
    """The files of an archive."""
    rows = [f"| `{part.name}` | {part.says} |" for part in PARTS]
    return "\n".join(("| file | what it says |", "| --- | --- |", *rows, ""))


def rules_table(kind: Kind) -> str:
    """The rules of one kind."""
    rows = [
        f"| {rule.name} | {rule.what} | {_code(rule.example)} | {_code(rule.becomes)} |"
        for rule in RULES
        if rule.kind == kind
    ]
    head = ("| rule | what is taken out | this … | … becomes this |", "| --- | --- | --- | --- |")
    return "\n".join((*head, *rows, ""))


def _code(text: str) -> str:
    flat = text.replace("\n", " ")
    return f"`{flat}`"


def test_the_page_has_every_part_and_every_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")
    kinds: tuple[Kind, ...] = ("secret", "trace", "address")
    for table in (parts_table(), *map(rules_table, kinds)):
        assert table in page


def test_the_page_has_every_option() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    diagnostics.add_arguments(parser)
    page = PAGE.read_text(encoding="utf-8")
    for action in parser._actions:
        for option in action.option_strings:
            assert f"| `{option}` |" in page
