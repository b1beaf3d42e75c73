"""The configuration profile: what Apple's format asks for, every setting, and no harm as it is."""

import plistlib
import re
import uuid
from pathlib import Path
from typing import Any

from notifier.settings.definitions import SECTIONS, SERVER
from notifier.settings.load import load
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from notifier.settings.policy_profile import DOMAIN
from notifier.settings.publish.profile import profile


def inside(data: bytes) -> dict[str, Any]:
    payload = plistlib.loads(data)["PayloadContent"][0]
    (forced,) = payload["PayloadContent"][DOMAIN]["Forced"]
    settings: dict[str, Any] = forced["mcx_preference_settings"]
    return settings


def load_managed(tmp_path: Path, settings: dict[str, Any]) -> Any:
    paths = Paths.under(tmp_path)
    assert paths.managed_preferences is not None
    paths.managed_preferences.mkdir(parents=True, exist_ok=True)
    (paths.managed_preferences / f"{DOMAIN}.plist").write_bytes(plistlib.dumps(settings))
    return load(paths, {"HOME": "/Users/ann"})


def test_it_is_a_profile() -> None:
    whole = plistlib.loads(profile())
    assert (whole["PayloadType"], whole["PayloadScope"]) == ("Configuration", "System")
    (payload,) = whole["PayloadContent"]
    assert payload["PayloadType"] == "com.apple.ManagedClient.preferences"
    for part in (whole, payload):
        assert part["PayloadVersion"] == 1
        assert part["PayloadIdentifier"].startswith(DOMAIN)
        assert uuid.UUID(part["PayloadUUID"]).version == 5
    assert whole["PayloadUUID"] != payload["PayloadUUID"]
    assert profile() == profile()


def test_as_it_is_it_changes_nothing(tmp_path: Path) -> None:
    loaded = load_managed(tmp_path, inside(profile()))
    assert loaded.problems == ()
    assert loaded.settings == Settings()
    locked = {key for key in loaded.values if loaded.locked(key)}
    organisation = {
        f"{section.name}.{one.key}"
        for section in SECTIONS
        for one in section.definitions
        if one.scope == "organisation"
    }
    assert locked <= organisation


def test_with_every_example_taken_out_of_its_comment_every_setting_is_set(tmp_path: Path) -> None:
    text = profile().decode()
    opened = re.sub(r"<!--\n(\s*<key>.*?)\n\s*-->", r"\1", text, flags=re.DOTALL)
    assert opened != text
    loaded = load_managed(tmp_path, inside(opened.encode()))
    assert loaded.problems == ()
    for section in SECTIONS:
        for definition in section.definitions:
            value = loaded.values[f"{section.name}.{definition.key}"]
            wanted = "policy" if definition.scope == "organisation" else "policy-default"
            assert value.origin.source == wanted, value.key
    (server,) = loaded.settings.servers
    assert all(getattr(server, one.field) != one.default for one in SERVER.definitions)


def test_every_setting_is_explained() -> None:
    text = " ".join(profile().decode().split())
    for section in SECTIONS:
        for definition in section.definitions:
            assert f"<!-- {definition.caption}. {definition.meaning}" in text
