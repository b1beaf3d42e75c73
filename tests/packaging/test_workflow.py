"""The workflow that makes the packages: what must hold whoever edits it next.

Its syntax packaging/check-workflows checks.
"""

import re

from tests.packaging.scripts import ROOT

TEXT = (ROOT / ".github/workflows/packages.yml").read_text(encoding="utf-8")


def test_actions_are_named_by_commit_but_for_the_one_that_is_said() -> None:
    actions = re.findall(r"uses: (\S+)", TEXT)
    loose = [name for name in actions if not re.search(r"@[0-9a-f]{40}$", name)]
    assert set(loose) == {"azure/trusted-signing-action@v0"}
    assert len(actions) > len(loose)


def test_it_may_read_and_nothing_else() -> None:
    assert re.search(r"^permissions:\n  contents: read\n\n", TEXT, re.MULTILINE)
    assert TEXT.count("permissions:") == 1
    checkouts = TEXT.count("actions/checkout@")
    assert TEXT.count("persist-credentials: false") == checkouts == 3


def test_secrets_go_in_by_environment_and_inputs_alone() -> None:
    for line in TEXT.splitlines():
        if "secrets." in line:
            assert re.fullmatch(r"\s+[\w-]+: \$\{\{ secrets\.[\w ]+(!= '' .*)?\}\}", line), line
    # Nor is a pull request's own text put into a script.
    assert "github.event" not in TEXT
    assert "pull_request_target" not in TEXT


def test_every_job_ends() -> None:
    assert TEXT.count("timeout-minutes:") == TEXT.count("runs-on:") == 3


def test_what_it_runs_is_there() -> None:
    for path in re.findall(r"(?<![\w/])(packaging[/\\][\w./\\-]+)", TEXT):
        if path.rstrip("/*") != "packaging" and "**" not in path:
            assert (ROOT / path.replace("\\", "/")).exists(), path
