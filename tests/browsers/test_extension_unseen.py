"""What a page can see of the extension: nothing, but for what follows from a Proxy."""

import re

import pytest

from notifier.calls.messages import Stats
from tests.browsers.conftest import Place, in_chromium
from tests.net import firefox


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


_KEPT = """
(async () => {
  const closed = [];
  const left = [];
  for (let i = 0; i < 40; i++) {
    const pc = new RTCPeerConnection();
    pc.createDataChannel("x");
    await pc.setLocalDescription();
    (i % 2 ? closed : left).push(new WeakRef(pc));
    if (i % 2) pc.close();
  }
  for (let i = 0; i < 5; i++) {
    await new Promise((done) => setTimeout(done, 200));
    gc();
  }
  const alive = (some) => some.filter((one) => one.deref()).length;
  return `${alive(closed)} closed, ${alive(left)} left`;
})()
"""


@in_chromium
def test_connections_are_let_go_as_without_it(place: Place) -> None:
    found = []
    for extension in (True, False):
        with place.browser(extension=extension) as browser:
            tab = browser.open(f"{place.origin}/call.html")
            found.append(browser.evaluate(tab, _KEPT))
    assert found[0] == found[1]
    # The last one is still at hand, on either side.
    assert found[0].startswith(("0 closed", "1 closed"))


@pytest.mark.parametrize("place", ["firefox"], indirect=True)
@pytest.mark.tools("firefox-esr")
def test_a_page_goes_on_when_it_is_taken_away(place: Place) -> None:
    place.register()
    with place.program() as program, place.browser() as browser:
        assert isinstance(browser, firefox.Firefox)
        tab = browser.open(f"{place.origin}/call.html")
        browser.evaluate(tab, "begin()")
        program.wait(Stats, 2)
        browser.uninstall("extension@call-notifier")
        program.silent(3)  # what was on its way
        assert program.silent(3)
        assert browser.evaluate(tab, "ends[0].connectionState") == "connected"
        browser.evaluate(tab, "hangUp()")
        assert browser.evaluate(tab, "errors.length") == 0
        assert browser.evaluate(tab, "new RTCPeerConnection() instanceof RTCPeerConnection")
        assert browser.console == []
