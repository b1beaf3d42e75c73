"""One Chromium for all tests of the JavaScript client."""

from collections.abc import Iterator

import pytest

from tests.callstats_js.browser import Browser, browser_opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Opens pages; starts with the first test that needs it."""
    with browser_opened() as opened:
        yield opened
