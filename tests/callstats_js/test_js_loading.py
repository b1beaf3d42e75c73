"""Every way to load the library; and that its words and types are those of the program."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from notifier import __version__
from notifier.calls import vocabulary
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY

pytestmark = pytest.mark.tools("chromium")

_FOLDER = Path(__file__).parents[2] / "resources" / "callstats"

# As much of an AMD loader as a definition can tell from a real one.
_LOADER = """<script>
const defined = new Map();
function define(name, needs, factory) {
  if (typeof name !== "string") throw new Error("an anonymous module outside of a loader");
  defined.set(name, factory(...needs.map((need) => defined.get(need))));
}
define.amd = {};
</script>"""


def test_with_new_and_without(browser: Browser) -> None:
    kinds = browser.run(
        """
        const made = [new callstats(null, {}, () => {}), new callstats(), callstats(),
          callstats(null, {}, () => {})];
        const { initialize } = made[1]; // Without its object, too.
        return made.map((stats) => stats instanceof callstats && stats.fabricUsage.multiplex)
          .concat(initialize("a", "s", "u").status);
        """,
        head=LIBRARY,
    )
    assert kinds == ["multiplex"] * 4 + ["success"]


def test_the_name_may_be_used_for_the_object(browser: Browser) -> None:
    """Many pages call the object as the library, in the page's outermost scope."""
    status = browser.run(
        "return callstats.initialize('app', 'secret', 'alice').status;",
        head=LIBRARY + "<script>var callstats = new window.callstats();</script>",
    )
    assert status == "success"


def test_amd(browser: Browser) -> None:
    found = browser.run(
        """
        const Library = defined.get("callstats");
        // Some shims take the module for an object that has been made.
        const { status } = Library.initialize("app", "secret", "alice");
        const added = Library.addNewFabric(new FakeConnection(), "bob", "audio", "conf");
        return [new Library(null, {}, {}).version, Library === window.callstats, status,
          added.status];
        """,
        head=_LOADER + LIBRARY,
    )
    assert found == [__version__, True, "success", "success"]


def test_common_js(browser: Browser) -> None:
    found = browser.run(
        "return [new module.exports().version, module.exports === window.callstats];",
        head="<script>var module = { exports: {} };</script>" + LIBRARY,
    )
    assert found == [__version__, True]


def test_an_es_module_and_a_script_are_one(browser: Browser) -> None:
    found = browser.run(
        """
        const { default: Library } = await import("/resources/callstats/callstats.mjs");
        return [new Library().version, Library === window.callstats];
        """,
        head=LIBRARY,
    )
    assert found == [__version__, True]
    alone = browser.run(
        """
        const { default: Library } = await import("/resources/callstats/callstats.mjs");
        return new Library().version;
        """
    )
    assert alone == __version__


_ENUMERATIONS: dict[str, type[StrEnum]] = {
    "fabricUsage": vocabulary.FabricUsage,
    "fabricEvent": vocabulary.FabricEvent,
    "webRTCFunctions": vocabulary.WebRTCFunction,
    "wrtcFuncNames": vocabulary.WebRTCFunction,
    "endpointType": vocabulary.EndpointType,
    "transmissionDirection": vocabulary.TransmissionDirection,
    "callType": vocabulary.CallType,
    "roles": vocabulary.Role,
    "userIDType": vocabulary.UserIDType,
    "csError": vocabulary.AppError,
    "qualityRating": vocabulary.QualityRating,
}


def test_the_words_are_those_of_the_program(browser: Browser) -> None:
    names = [*_ENUMERATIONS, "callStatsAPIReturnStatus"]
    found = browser.run(
        f"const stats = new callstats(); return {names}.map((name) => stats[name]);", head=LIBRARY
    )
    words = [{str(word): str(word) for word in kind} for kind in _ENUMERATIONS.values()]
    assert found == [*words, {"success": "success", "failure": "failure"}]


def test_the_types_name_what_there_is(browser: Browser) -> None:
    found = browser.run(
        """
        const stats = new callstats();
        const names = [];
        for (const name in stats) names.push([name, typeof stats[name]]);
        return names;
        """,
        head=LIBRARY,
    )
    text = (_FOLDER / "callstats.d.ts").read_text(encoding="utf-8")
    declared = text[: text.index("declare namespace")]
    methods = set(re.findall(r"^  (\w+)\(", declared, re.MULTILINE)) - {"constructor"}
    values = set(re.findall(r"^  readonly (\w+):", declared, re.MULTILINE))
    assert methods == {name for name, kind in found if kind == "function"}
    assert values == {name for name, kind in found if kind != "function"}

    for name, kind in {"FabricEvent": "fabricEvent", "Status": "csError"}.items():
        match = re.search(rf"type {name} =([^;]*);", text)
        assert match is not None
        assert set(re.findall(r'"(\w+)"', match[1])) == set(map(str, _ENUMERATIONS[kind]))
