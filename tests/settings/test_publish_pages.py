"""What is made of the definitions is up to date, and names every setting."""

from pathlib import Path

import pytest

from notifier.settings.definitions import SECTIONS, SERVER
from notifier.settings.publish.__main__ import main
from notifier.settings.publish.files import CHECKOUT, files
from notifier.settings.publish.policy_page import markdown as policy_page
from notifier.settings.publish.settings_page import markdown as settings_page

COUNT = sum(len(section.definitions) for section in (*SECTIONS, SERVER))


@pytest.mark.parametrize("name", files())
def test_what_is_committed_is_up_to_date(name: str) -> None:
    assert (CHECKOUT / name).read_bytes() == files()[name], (
        "make it anew: python -m notifier.settings.publish"
    )


def test_every_setting_has_a_row_in_both_pages() -> None:
    for page, columns in ((settings_page(), {4, 6}), (policy_page(), {7})):
        rows = [line for line in page.splitlines() if line.startswith("| `")]
        assert len(rows) == COUNT
        assert {row.count("|") for row in rows} == columns


def test_the_command_writes_what_differs_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(files())
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
