"""``config show`` says why a collector does not take what is sent."""

import json
from pathlib import Path

import pytest

from notifier.cli import config
from notifier.cli.main import command_line
from notifier.fleet.shared import SharedTally
from notifier.settings.paths import Paths
from tests.fleet.figures import NOW


@pytest.mark.parametrize("refusal", [None, "the collector refuses the token (HTTP 401)"])
def test_config_show_says_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], refusal: str | None
) -> None:
    paths = Paths.under(tmp_path)
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True)
    policy = {"mandatory": {"fleet": {"collector": "https://otel.example"}}}
    (paths.policy_dir / "10.json").write_text(json.dumps(policy))
    with SharedTally(paths.state_dir).changed(NOW) as tally:
        tally.refusal = refusal
    assert config.run(command_line().parse_args(["config", "show"]), paths, {}) == 0
    said = capsys.readouterr()
    assert 'fleet.collector = "https://otel.example"' in said.out
    assert ("figures are not taken: the collector refuses" in said.err) == (refusal is not None)
