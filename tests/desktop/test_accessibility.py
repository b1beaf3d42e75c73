"""What a screen reader gets of the program's windows, on a real accessibility bus."""

import sys
from collections.abc import Iterator

import pytest

from tests.desktop.accessibility import LAUNCHER, Node, Reader, reader
from tests.desktop.program import ROOT, Stage
from tests.desktop.session import Session, desktop_session, wait_for

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI"),
    pytest.mark.tools(str(LAUNCHER)),
]

ADDRESSES = "Addresses, one a line"

PARTS = 60
"""Of each table and list that are looked at."""

NAMED = {
    "button menu",
    "cell",
    "chart",
    "check box",
    "column header",
    "combo box",
    "dialog",
    "frame",
    "graphic",
    "list",
    "list item",
    "page tab",
    "progress bar",
    "push button",
    "radio button",
    "spin box",
    "table",
    "text",
    "toggle button",
}
"""Roles of what says something, or does something."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with desktop_session() as running:
        running.environ["PYTHONPATH"] = str(ROOT)
        running.environ["PYTHONWARNINGS"] = "error"
        yield running


@pytest.fixture(scope="module")
def bus(session: Session) -> Iterator[Reader]:
    with reader(session) as listening:
        yield listening


@pytest.fixture(scope="module")
def stage(session: Session, bus: Reader) -> Iterator[Stage]:
    """The program, after a test."""
    del bus  # has to be there before the program
    running = Stage(session, "--history")
    running.do("verdict", code=55)
    running.wait_for_window("StatusWindow")  # there is no tray
    yield running
    assert running.end() == 0


def window(bus: Reader, title: str) -> Node:
    """The window with this beginning of its title, once it is there."""
    return wait_for(
        lambda: next((w for w in bus.windows() if w.name.startswith(title)), None),
        f"a window called {title}",
    )


def shown(bus: Reader, title: str) -> list[Node]:
    return list(bus.shown(window(bus, title), most=PARTS))


def named(nodes: list[Node], role: str, name: str) -> Node:
    return next(node for node in nodes if node.role == role and node.name.startswith(name))


def said(nodes: list[Node], role: str, name: str) -> bool:
    return any(node.role == role and node.name.startswith(name) for node in nodes)


def faults(bus: Reader, nodes: list[Node]) -> list[str]:
    """What a screen reader can't say well."""
    found = []
    for node in nodes:
        # A label whose text can be selected says that it takes the focus, which the mouse can give.
        focusable = "focusable" in node.states and node.role != "label"
        if not node.name and (node.role in NAMED or focusable):
            found.append(f"{node.role} without a name at {[n.name for n in nodes if n.name][-1]}")
        if node.role == "filler" and focusable and not node.description:
            found.append(f"{node.name!r} has no role")
        # Qt calls a box by what is chosen in it: what it is about is its label's to say.
        if node.role == "combo box" and not (bus.labelled(node) or node.description):
            found.append(f"{node.name!r} is not labelled")
        if node.role == "layered pane":
            found.append(f"{node.name!r} is said to be a layered pane, which tells nobody anything")
        if node.role == "chart" and not node.description:
            found.append(f"{node.name!r} is not described")
    return found


def test_assistant(session: Session, bus: Reader) -> None:
    """The first one: there is one program at a time, and the others share theirs."""
    running = Stage(session, "--demonstration")
    title = "Welcome to Call Notifier"
    nodes = shown(bus, title)
    assert faults(bus, nodes) == []
    assert said(nodes, "label", "Step 1 of 3")
    wait_for(
        lambda: any("focused" in n.states and n.name == ADDRESSES for n in shown(bus, title)),
        f"{ADDRESSES!r} to have the keyboard",
    )
    bus.do(named(nodes, "push button", "Next"))
    wait_for(
        lambda: any(node.name.startswith("Enter an address like") for node in shown(bus, title)),
        "what is wrong",
    )
    assert running.end() == 0


def test_the_verdict_is_read_and_heard(stage: Stage, bus: Reader) -> None:
    nodes = shown(bus, "Call Notifier")
    assert faults(bus, nodes) == []
    assert nodes[0].role == "frame"
    # Orca says the frame's name when the window comes to the front, and when it changes then.
    assert nodes[0].name.startswith("Call Notifier, Fair, Current bandwidth is enough")
    assert said(nodes, "graphic", "Fair")
    assert said(nodes, "label", "Current bandwidth is enough for good audio quality")
    assert said(nodes, "label", "Video: Poor")
    assert said(nodes, "label", "Head office, UDP: Works")
    assert named(nodes, "chart", "How the network was in the last 24 hours").description

    stage.do("verdict", code=20)

    told = "Call Notifier, Poor, You are in a very lossy network"
    while told not in bus.next_name():
        pass
    assert said(shown(bus, "Call Notifier"), "graphic", "Poor")


def test_buttons_are_pressed_through_the_bus(stage: Stage, bus: Reader) -> None:
    bus.do(named(shown(bus, "Call Notifier"), "push button", "Test now"))
    assert stage.next("run_now") == ["run_now"]
    stage.do("run", fraction=0.25)
    nodes = wait_for(
        lambda: [n for n in shown(bus, "Call Notifier") if n.role == "progress bar"], "progress"
    )
    assert [node.name for node in nodes] == ["Progress of the test"]
    assert bus.value(nodes[0]) == 250
    assert faults(bus, shown(bus, "Call Notifier")) == []
    stage.do("verdict", code=95)
    bus.do(named(shown(bus, "Call Notifier"), "push button", "Settings…"))
    assert window(bus, "Settings of Call Notifier").role == "frame"


def test_history(stage: Stage, bus: Reader) -> None:
    stage.do("choose", entry="&History…")
    for page, told in enumerate(
        (
            ("chart", "Timeline of tests and calls"),
            ("chart", "Graphs of what the tests found"),
            ("cell", "State: "),
            ("cell", "Quality: "),
            ("cell", "No clear difference"),
        )
    ):
        stage.do("page", number=page)
        wait_for(
            lambda told=told: any(  # type: ignore[misc]
                (node.role, node.name[: len(told[1])]) == told
                for node in shown(bus, "History of Call Notifier")
            ),
            told[1],
        )
        assert faults(bus, shown(bus, "History of Call Notifier")) == []


def test_settings(stage: Stage, bus: Reader) -> None:
    stage.do("choose", entry="&Settings…")
    title = "Settings of Call Notifier"
    pages = [node.name for node in shown(bus, title) if node.role == "list item"]
    assert len(pages) > 1
    for number, page in enumerate(pages):
        stage.do("page", number=number)
        wait_for(
            lambda page=page: any(  # type: ignore[misc]
                node.name == page and "selected" in node.states for node in shown(bus, title)
            ),
            page,
        )
        assert faults(bus, shown(bus, title)) == []


def test_a_call_and_the_question_after_it(stage: Stage, bus: Reader) -> None:
    stage.do("call", code=75)
    stage.do("choose", entry="&Live call…")
    nodes = shown(bus, "Call on meet.example.com")
    assert faults(bus, nodes) == []
    assert said(nodes, "label", "Round trip: ")
    assert named(nodes, "chart", "Graph of what goes up and down").description
    stage.do("call-over", ask=True)
    nodes = shown(bus, "How was the call?")
    assert faults(bus, nodes) == []
    assert nodes[0].role == "dialog"
    bus.do(named(nodes, "radio button", "4 of 5"))
    bus.do(named(nodes, "push button", "Send"))
    assert stage.next("rate_call")[2] == 4
    assert faults(bus, shown(bus, "Live call")) == []
