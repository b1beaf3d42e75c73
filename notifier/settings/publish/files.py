"""Every file that is made of the definitions, by its place in the checkout."""

import json
from pathlib import Path

from notifier.settings.publish import policy_page, settings_page
from notifier.settings.publish.profile import profile
from notifier.settings.publish.schema import schema
from notifier.settings.publish.templates import adml, admx

__all__ = ["CHECKOUT", "files"]

CHECKOUT = Path(__file__).resolve().parents[3]

_POLICIES = "packaging/policies"


def files() -> dict[str, bytes]:
    """Their contents; the same each time."""
    written = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    return {
        f"{_POLICIES}/call-notifier.admx": admx(),
        f"{_POLICIES}/en-US/call-notifier.adml": adml(),
        f"{_POLICIES}/call-notifier.mobileconfig": profile(),
        f"{_POLICIES}/policy.schema.json": written.encode(),
        "docs/policy.md": policy_page.markdown().encode(),
        "docs/settings.md": settings_page.markdown().encode(),
    }
