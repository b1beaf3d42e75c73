"""The pages people read: links lead somewhere, and what they list is what there is."""

import re
import tomllib
from pathlib import Path

import pytest

from notifier.quality import AVAILABLE_KBPS, CONCEALED, FROZEN, ONE_WAY_MS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    local = [target.partition("#")[0] for target in targets if "://" not in target]
    gone = [target for target in local if target and not (page.parent / target).exists()]
    assert gone == []


def _requirements() -> dict[str, set[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"run": project["dependencies"], **project["optional-dependencies"]}
    return {
        group: {re.split(r"[<>=!~; \[]", line, maxsplit=1)[0] for line in lines}
        for group, lines in groups.items()
    }


def _listed(heading: str) -> set[str]:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    section = page.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")]
    return {name.strip() for cell in cells for name in cell.split(",")} - {"package", "---"}


def test_every_dependency_has_its_reason() -> None:
    requirements = _requirements()
    assert _listed("To run") == requirements["run"]
    assert _listed("To test") == requirements["test"]


def test_what_a_call_is_worth() -> None:
    page = (ROOT / "docs/verdict-rule.md").read_text(encoding="utf-8")
    section = page.split("## What a call is worth\n", 1)[1].split("\n## ", 1)[0]
    cells = [line.strip("| ").split("|") for line in section.splitlines() if line.startswith("| ")]
    told = {
        first.split()[0].strip(","): [
            float(number) for cell in rest for number in re.findall("[0-9]+", cell)
        ]
        for first, *rest in cells
    }
    assert told["sound"] == pytest.approx([100 * limit for limit in CONCEALED])
    assert told["time"] == pytest.approx([100 * limit for limit in FROZEN])
    assert told["delay"] == list(ONE_WAY_MS)
    assert told["kbit/s"] == list(AVAILABLE_KBPS)


def test_the_licence_is_complete() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
