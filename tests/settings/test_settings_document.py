"""docs/settings.md says what the definitions say."""

from pathlib import Path

from notifier.settings.definitions import SECTIONS, SERVER
from notifier.settings.document import markdown

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), (
        "make it anew: python -m notifier.settings.document > docs/settings.md"
    )


def test_every_setting_has_a_row() -> None:
    rows = [line for line in markdown().splitlines() if line.startswith("| `")]
    count = sum(len(section.definitions) for section in (*SECTIONS, SERVER))
    assert len(rows) == count
    assert {row.count("|") for row in rows} == {4, 6}
