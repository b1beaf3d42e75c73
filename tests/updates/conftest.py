"""What the tests of this room share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.updates.server import Server, serving


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A web server that this process trusts."""
    with serving(tmp_path) as server:
        for name, value in server.environ.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs that are found first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder
