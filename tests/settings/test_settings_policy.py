"""What an organisation sets: which files count, what they win over, and what is wrong with them."""

import json
import os
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notifier.settings.definitions import SECTIONS, SERVER
from notifier.settings.edit import EditError, set_servers, set_values
from notifier.settings.layer import MAX_BYTES
from notifier.settings.load import Loaded, load
from notifier.settings.model import QuietHours, ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.settings.policy import policy_state
from notifier.settings.policy_folder import MAX_FILES

OFFICE = {"urls": "turn:office.example", "label": "Office"}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path)
    folder_of(paths).mkdir()
    return paths


def folder_of(paths: Paths) -> Path:
    assert paths.policy_dir is not None
    return paths.policy_dir


def policy(paths: Paths, content: object, name: str = "10-office.json") -> Path:
    file = folder_of(paths) / name
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    return file


def own(paths: Paths, text: str) -> None:
    paths.config_file.parent.mkdir(exist_ok=True)
    paths.config_file.write_text(text)


def loaded_of(paths: Paths) -> Loaded:
    return load(paths, {"HOME": "/home/ann"})


def the_problem(paths: Paths) -> str:
    loaded = loaded_of(paths)
    assert len(loaded.problems) == 1, [str(problem) for problem in loaded.problems]
    return str(loaded.problems[0])


def test_mandatory_beats_the_file_and_a_default_lies_below_it(paths: Paths) -> None:
    file = policy(
        paths,
        {
            "mandatory": {"test": {"interval": 600}},
            "default": {"test": {"interval": 60, "spread": 0}, "history": {"retention-days": 9}},
        },
    )
    own(paths, "[test]\ninterval = 120\nspread = 0.5\n")
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings == replace(Settings(), interval_s=600.0, spread=0.5, retention_days=9)
    interval, days = loaded.values["test.interval"], loaded.values["history.retention-days"]
    assert (interval.origin.source, interval.origin.file) == ("policy", file)
    assert str(interval.origin) == f"policy: {file}"
    assert str(days.origin) == f"policy default: {file}"
    assert loaded.values["test.spread"].origin.line == 3
    assert [key for key in loaded.values if loaded.locked(key)] == ["test.interval"]


def test_files_count_in_the_order_of_their_names(paths: Paths) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600, "spread": 0}}}, "20-late.json")
    policy(paths, {"mandatory": {"test": {"interval": 60, "on-metered": "none"}}}, "10-soon.json")
    policy(paths, {"mandatory": {"test": {"interval": 30}}}, "30-not-this.txt")
    found = loaded_of(paths).settings
    assert (found.interval_s, found.spread, found.on_metered) == (600.0, 0.0, "none")


def test_a_file_that_is_no_toml_does_not_end_what_is_mandatory(paths: Paths) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600}}})
    own(paths, "this is no [ toml")
    assert loaded_of(paths).settings.interval_s == 600.0


def test_mandatory_servers_are_all_there_are(paths: Paths) -> None:
    policy(paths, {"mandatory": {"server": [OFFICE]}})
    own(paths, '[[server]]\nurls = "turn:mine.example"\n')
    loaded = loaded_of(paths)
    office = ServerSetting(urls=("turn:office.example",), label="Office")
    assert loaded.settings.servers == (office,)
    assert loaded.locked("server")
    assert loaded.locked("server[1].label")
    assert loaded.values["server[1].label"].origin.source == "policy"
    with pytest.raises(EditError, match="by your organisation"):
        set_servers(paths, [ServerSetting(urls=("turn:mine.example",))])


def test_an_organisation_may_want_no_servers(paths: Paths) -> None:
    policy(paths, {"mandatory": {"server": []}})
    own(paths, '[[server]]\nurls = "turn:mine.example"\n')
    assert loaded_of(paths).settings.servers == ()
    assert loaded_of(paths).locked("server")


def test_servers_of_the_file_stand_in_place_of_proposed_ones(paths: Paths) -> None:
    policy(paths, {"default": {"server": [OFFICE]}})
    assert loaded_of(paths).settings.servers[0].label == "Office"
    assert loaded_of(paths).servers_origin.source == "policy-default"
    set_servers(paths, [ServerSetting(urls=("turn:mine.example",))])
    assert [server.urls for server in loaded_of(paths).settings.servers] == [("turn:mine.example",)]
    assert not loaded_of(paths).locked("server")


def test_sentences_are_set_one_by_one_and_by_language(paths: Paths) -> None:
    policy(paths, {"mandatory": {"texts": {"950": "Fine", "de": {"950": "Gut"}}}})
    own(paths, '[texts]\n950 = "x"\n100 = "y"\n[texts.DE]\n950 = "z"\n')
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings.texts == {950: "Fine", 100: "y"}
    assert loaded.settings.texts_by_language == {"de": {950: "Gut"}}
    assert loaded.locked("texts.de.950")
    assert not loaded.locked("texts.100")


def test_what_is_mandatory_is_not_written_into_the_file(paths: Paths) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600}}})
    with pytest.raises(EditError, match=r"test\.interval is set by your organisation"):
        set_values(paths, {"test.interval": 60})
    set_values(paths, {"test.spread": 0.1})
    assert loaded_of(paths).settings.spread == 0.1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "10-office.json, line 1: no JSON: Expecting property name"),
        ("[]", 'expected an object: {"mandatory"'),
        ('{"mandatory": {}, "mandatory": {}}', "a name stands twice"),
        ('{"mandatory": {"test": {"interval": NaN}}}', "NaN is no number of JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"default": ' + "9" * 5000 + "}", "thousands of digits"),
        (" " * (MAX_BYTES + 1), "longer than 256 KiB"),
        ({"forced": {}}, "forced: expected mandatory or default"),
        ({"mandatory": 5}, "mandatory: expected an object of tables"),
        ({"mandatory": {"test": {"intervall": 5}}}, "did you mean interval?"),
        ({"mandatory": {"test": {"interval": None}}}, "found nothing"),
        ({"default": {"test": {"interval": 5}}}, "test.interval: expected a number from 30"),
        ({"mandatory": {"tests": {}}}, "did you mean test?"),
        ({"mandatory": {"server": {}}}, "expected tables that begin with"),
        ({"mandatory": {"texts": {"de": {"951": "x"}}}}, "no setting of this name"),
        ({"mandatory": {"texts": {"german!": {}}}}, "a table for a language"),
    ],
)
def test_what_is_wrong_is_named_and_left_out(paths: Paths, content: object, message: str) -> None:
    policy(paths, content)
    own(paths, "[test]\nspread = 0.5\n")
    assert message in the_problem(paths)
    assert loaded_of(paths).settings == replace(Settings(), spread=0.5)


def test_a_text_that_is_no_utf_8(paths: Paths) -> None:
    (folder_of(paths) / "1.json").write_bytes(b'{"mandatory": "\xff"}')
    assert "expected UTF-8" in the_problem(paths)


def test_a_value_that_can_not_be_used_still_narrows(paths: Paths) -> None:
    policy(paths, {"mandatory": {"calls": {"watch": "some"}}})
    loaded = loaded_of(paths)
    assert loaded.settings.watch_sites == "none"
    assert loaded.locked("calls.watch")


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_does_not_count(paths: Paths, mode: int) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600}}}).chmod(mode)
    assert "others than its owner can write to the file" in the_problem(paths)
    assert loaded_of(paths).settings == Settings()


def test_a_file_of_somebody_else_does_not_count(paths: Paths) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600}}})
    strange = replace(paths, policy_owner=os.geteuid() + 1)
    assert "does not belong to user" in the_problem(strange)
    assert loaded_of(strange).settings == Settings()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_one_file_of_somebody_else_among_others(paths: Paths) -> None:
    os.chown(policy(paths, {"mandatory": {"test": {"interval": 600}}}, "1.json"), 12345, -1)
    policy(paths, {"mandatory": {"test": {"spread": 0}}}, "2.json")
    assert "1.json: the file does not belong to root" in the_problem(paths)
    assert loaded_of(paths).settings == replace(Settings(), spread=0.0)


def test_a_folder_that_others_can_write_does_not_count(paths: Paths) -> None:
    policy(paths, {"mandatory": {"test": {"interval": 600}}})
    folder_of(paths).chmod(0o777)
    assert "others than its owner can write to the folder" in the_problem(paths)
    assert loaded_of(paths).settings == Settings()


def test_no_ordinary_file(paths: Paths) -> None:
    os.mkfifo(folder_of(paths) / "1.json")
    assert "expected an ordinary file" in the_problem(paths)


def test_a_link_to_nowhere(paths: Paths) -> None:
    (folder_of(paths) / "1.json").symlink_to(folder_of(paths) / "gone")
    assert "can't be read: No such file" in the_problem(paths)


def test_far_too_many_files(paths: Paths) -> None:
    for number in range(MAX_FILES + 2):
        policy(paths, {"mandatory": {"test": {"interval": 100 + number}}}, f"{number:03}.json")
    assert "064.json: more than 64 files" in the_problem(paths)
    assert loaded_of(paths).settings.interval_s == 100 + MAX_FILES - 1


def test_no_folder_is_no_policy(paths: Paths) -> None:
    folder_of(paths).rmdir()
    assert loaded_of(paths).problems == ()
    folder_of(paths).write_text("a file")
    assert loaded_of(paths).problems == ()
    assert loaded_of(replace(paths, policy_dir=None)).problems == ()


def test_no_secret_stands_in_it_or_in_what_is_said_of_it(paths: Paths) -> None:
    server = OFFICE | {"username": "ann", "password": "hunter2"}
    policy(paths, {"mandatory": {"server": [server], "test": {"secret": "hunter2"}}})
    messages = [str(problem) for problem in loaded_of(paths).problems]
    assert len(messages) == 2
    assert all("a secret never stands in this file" in message for message in messages)
    assert "hunter2" not in "".join(messages)


def test_whatever_changes_is_noticed(paths: Paths) -> None:
    states = [policy_state(paths)]
    file = policy(paths, {})
    states.append(policy_state(paths))
    policy(paths, {"mandatory": {}})
    states.append(policy_state(paths))
    file.chmod(0o666)
    states.append(policy_state(paths))
    folder_of(paths).chmod(0o777)
    states.append(policy_state(paths))
    file.unlink()
    states.append(policy_state(paths))
    assert all(before != after for before, after in pairwise(states))
    assert policy_state(paths) == states[-1]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_another_owner_alone_is_noticed(paths: Paths) -> None:
    file = policy(paths, {})
    before, times = policy_state(paths), file.stat()
    os.chown(file, 12345, -1)
    assert file.stat().st_mtime_ns == times.st_mtime_ns
    assert policy_state(paths) != before


def test_a_wrong_policy_is_told_after_what_is_wrong_with_the_own_file(paths: Paths) -> None:
    policy(paths, {"mandatory": {"tests": {}}})
    own(paths, "[test]\nzzz = 1\n")
    assert [p.file.name for p in loaded_of(paths).problems] == ["settings.toml", "10-office.json"]


def test_quiet_hours_that_are_proposed_can_be_switched_off(paths: Paths) -> None:
    policy(paths, {"default": {"notifications": {"quiet-hours": "22:00-07:00"}}})
    assert loaded_of(paths).settings.quiet_hours == QuietHours(22 * 60, 7 * 60)
    set_values(paths, {"notifications.quiet-hours": ""})
    assert loaded_of(paths).settings.quiet_hours is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
_NAMES = [section.name for section in SECTIONS] + [SERVER.name]
_KEYS = [d.key for section in (*SECTIONS, SERVER) for d in section.definitions] + ["de", "x"]
_TABLES = st.dictionaries(
    st.sampled_from(_NAMES),
    st.one_of(
        st.dictionaries(st.sampled_from(_KEYS), _JSON, max_size=4),
        st.lists(st.dictionaries(st.sampled_from(_KEYS), _JSON, max_size=3), max_size=2),
        _JSON,
    ),
    max_size=4,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=st.dictionaries(st.sampled_from(["mandatory", "default", "x"]), _TABLES | _JSON))
def test_no_document_stops_the_program(paths: Paths, document: dict[str, Any]) -> None:
    folder = folder_of(paths)
    shutil.rmtree(folder)
    folder.mkdir()
    policy(paths, document)
    loaded = loaded_of(paths)
    locked = {key for key in loaded.values if loaded.locked(key)}
    default = {key for key, value in loaded.values.items() if value.origin.source == "default"}
    assert not locked & default
    for problem in loaded.problems:
        assert "\n" not in str(problem)


def test_a_proposed_server_that_becomes_a_persons_own_leaves_the_secret_behind(
    paths: Paths,
) -> None:
    server = OFFICE | {"username": "ann", "secret-file": "office"}
    policy(paths, {"default": {"server": [server]}})
    proposed = loaded_of(paths).settings.servers
    assert proposed[0].secret_file == "office"
    set_servers(paths, [*proposed, ServerSetting(urls=("turn:mine.example",))])
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert loaded.settings.servers == (
        replace(proposed[0], secret_file=None),
        ServerSetting(urls=("turn:mine.example",)),
    )


def test_what_only_an_organisation_sets_is_not_written_into_the_file(paths: Paths) -> None:
    with pytest.raises(EditError, match="only an organisation's policy can set this"):
        set_values(paths, {"fleet.interval": 600})


def test_what_only_an_organisation_sets_may_stand_at_either_level(paths: Paths) -> None:
    policy(paths, {"mandatory": {"fleet": {"interval": 600}}, "default": {"updates": {}}})
    policy(paths, {"default": {"fleet": {"interval": 60, "identity": "machine"}}}, "20.json")
    loaded = loaded_of(paths)
    assert loaded.problems == ()
    assert (loaded.settings.fleet_interval_s, loaded.settings.fleet_identity) == (600.0, "machine")


def test_an_editor_may_be_told_the_schema(paths: Paths) -> None:
    policy(paths, {"$schema": "policy.schema.json", "mandatory": {"test": {"interval": 600}}})
    assert loaded_of(paths).problems == ()


def test_a_number_with_a_point_may_be_whole(paths: Paths) -> None:
    policy(paths, '{"mandatory": {"history": {"retention-days": 30.0}}}')
    assert loaded_of(paths).settings.retention_days == 30
    policy(paths, '{"mandatory": {"test": {"interval": 1e999}}}')
    assert "expected a number from 30" in the_problem(paths)
