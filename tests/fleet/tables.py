"""The tables of docs/fleet.md, from that of the code: ``python -m tests.fleet.tables``."""

import re
from collections.abc import Sequence
from pathlib import Path

from notifier.fleet.metrics import ATTRIBUTES, METRICS, RESOURCE

__all__ = ["PAGE", "with_tables"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "fleet.md"


def with_tables(page: str) -> str:
    """The page with each table as it should be, between its comments."""
    for name, table in (
        ("resource", _resource()),
        ("metrics", _metrics()),
        ("attributes", _attributes()),
    ):
        begin, end = f"<!-- {name}: generated -->\n", "<!-- end -->"
        page = re.sub(
            f"{re.escape(begin)}.*?{re.escape(end)}",
            lambda _, begin=begin, end=end, table=table: begin + "\n" + table + "\n" + end,  # type: ignore[misc]
            page,
            count=1,
            flags=re.DOTALL,
        )
    return page


def _metrics() -> str:
    rows = [
        (
            f"`{metric.name}`",
            f"`{metric.prometheus}`",
            metric.kind,
            f"`{metric.unit}`",
            metric.text + ".",
            ", ".join(f"`{name}`" for name in metric.attributes),
        )
        for metric in METRICS
    ]
    return _table(("metric", "in Prometheus", "kind", "unit", "what it is", "attributes"), rows)


def _attributes() -> str:
    return _table(("attribute", "values"), [(f"`{each.name}`", each.text) for each in ATTRIBUTES])


def _resource() -> str:
    levels = RESOURCE[0].levels  # the first one is sent with all
    rows = [
        (
            f"`{each.name}`" if " " not in each.name else each.name,
            each.text,
            *("yes" if level in each.levels else "" for level in levels),
        )
        for each in RESOURCE
    ]
    return _table(("attribute", "value", *levels), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
