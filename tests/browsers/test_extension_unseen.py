"""What a page can see of the extension: nothing, but for what follows from a Proxy."""

import re

from tests.browsers.conftest import Place

SHORT = 2.0
"""Seconds in which a page that makes calls with itself would have been told of."""


def looks(place: Place, *, extension: bool) -> tuple[str, str, list[str]]:
    """What the page says, what it can trace, and what stands in the console."""
    with place.browser(extension=extension) as browser:
        tab = browser.open(f"{place.origin}/looks.html")
        report, traces = browser.evaluate(tab, "looks()"), browser.evaluate(tab, "traces()")
        return report, traces, browser.console


def test_a_page_sees_the_same_with_and_without_it(place: Place) -> None:
    place.register()
    with_it, traces, console = looks(place, extension=True)
    without, traces_without, console_without = looks(place, extension=False)
    assert with_it == without
    assert len(with_it.splitlines()) > 150
    assert console == console_without
    # The one difference that is known: the text of the function has no name.
    assert re.sub(r"function \w*\(", "function (", traces_without) == traces


def test_a_stack_does_not_name_the_extension(place: Place) -> None:
    """Firefox's address of it is another one in each profile: it would name the person."""
    with place.browser() as browser:
        tab = browser.open(f"{place.origin}/call.html")
        stack = browser.evaluate(
            tab,
            "(() => { let stack; new RTCPeerConnection({get iceServers() "
            "{ stack = new Error().stack; return []; }}); return stack; })()",
        )
    assert "call-notifier:" in stack  # it was there, by a name that says nothing
    assert "extension:" not in stack
