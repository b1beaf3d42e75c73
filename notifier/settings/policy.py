"""What an organisation has set on this machine, wherever its platform keeps that.

On Linux, and on Windows beside the program, in JSON files
(:mod:`notifier.settings.policy_folder`); on Windows in the registry
(:mod:`notifier.settings.policy_registry`); on macOS in configuration profiles
(:mod:`notifier.settings.policy_profile`). What is mandatory stands above the person's file, a
default below it; what is set for the machine stands above what is set for one person.
"""

from collections.abc import Iterator

from notifier.settings.paths import Paths
from notifier.settings.policy_folder import PolicyFolder
from notifier.settings.policy_source import Policy, PolicySource

__all__ = ["Policy", "policy_sources", "policy_state", "read_policy"]


def policy_sources(paths: Paths) -> Iterator[PolicySource]:
    """The places of this system, the weakest first."""
    if paths.registry is not None:
        from notifier.settings.policy_registry import InstalledServers, RegistryPolicy

        yield InstalledServers(paths.registry)
        yield RegistryPolicy(paths.registry, "HKCU")
    if paths.managed_preferences is not None:
        from notifier.settings.policy_profile import DOMAIN, ManagedPreferences

        file = f"{DOMAIN}.plist"
        folder = paths.managed_preferences
        if paths.managed_user is not None:
            yield ManagedPreferences(folder / paths.managed_user / file, paths.policy_owner)
        yield ManagedPreferences(folder / file, paths.policy_owner)
    if paths.policy_dir is not None:
        yield PolicyFolder(paths.policy_dir, paths.policy_owner)
    if paths.registry is not None:
        yield RegistryPolicy(paths.registry, "HKLM")


def read_policy(paths: Paths) -> Policy:
    """Read all of them; where there is nothing, there is no policy."""
    found = Policy()
    for source in policy_sources(paths):
        found = found.under(source.read())
    return found


def policy_state(paths: Paths) -> object:
    """Equal for as long as no policy changes: what to compare now and then."""
    return [source.state() for source in policy_sources(paths)]
