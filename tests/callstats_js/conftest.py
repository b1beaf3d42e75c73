"""One Chromium for all tests of the JavaScript client; and browsers that have the extension."""

from collections.abc import Iterator

import pytest

from tests.browsers.conftest import place, stage, staged
from tests.callstats_js.browser import Browser, browser_opened

__all__ = ["browser", "place", "stage", "staged"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Opens pages; starts with the first test that needs it."""
    with browser_opened() as opened:
        yield opened
