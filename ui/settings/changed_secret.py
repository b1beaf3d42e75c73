"""A secret in the key ring that was replaced, so that the change can be taken back.

What it replaced is kept in memory alone, and no longer than the window that may bring it back.
"""

from dataclasses import dataclass, field

from notifier.settings import secrets
from notifier.settings.model import ServerSetting
from notifier.settings.secrets import SecretProblem

__all__ = ["ChangedSecret", "bring", "change"]


@dataclass(frozen=True, slots=True)
class ChangedSecret:
    """What the key ring has since, and what it had before."""

    setting: ServerSetting
    before: str | None = field(repr=False)
    """None: there was none."""

    after: str = field(repr=False)


async def change(setting: ServerSetting, secret: str) -> ChangedSecret | SecretProblem:
    """Store a secret, and say what it replaces; or why it is not stored."""
    before = await secrets.stored(setting)
    if isinstance(before, SecretProblem):
        return before
    problem = await secrets.store(setting, secret)
    return problem or ChangedSecret(setting, before, secret)


async def bring(setting: ServerSetting, secret: str | None) -> SecretProblem | None:
    """Have the key ring hold this one, or none; or say why that can't be."""
    if secret is not None:
        return await secrets.store(setting, secret)
    problem = await secrets.forget(setting)
    return None if problem is None or problem.reason == "not-stored" else problem
