"""docs/policy.md."""

from collections.abc import Iterator

from notifier.settings.definitions import MAX_SERVERS, SECTIONS, SERVER, TEXTS, Definition, Section
from notifier.settings.layer import MAX_BYTES
from notifier.settings.policy_folder import MAX_FILES
from notifier.settings.policy_profile import DOMAIN
from notifier.settings.policy_registry import POLICIES, RECOMMENDED
from notifier.settings.publish.words import default_in_words

__all__ = ["markdown"]

_HEAD = f"""\
# Policy

<!-- Made by: python -m notifier.settings.publish -->

An organisation can set every setting of [settings.md](settings.md) for the people of its machines,
with the means it already has: files on Linux, Group Policy or device management on Windows,
configuration profiles on macOS. Each value is one of two kinds:

* *mandatory*: it comes before the person's file, and nobody can change it. The settings window says
  "Set by your organisation".
* *proposed* (a default): it holds where the person's file says nothing.

Settings of the scope *organisation* are read from policy alone. In a person's file they are a
problem that `call-notifier config check` names. Either kind of policy sets them.

Nothing in a policy can stop the program. What can't be used is left out, and
`call-notifier config check` names it with what was expected; `call-notifier config show` says of
each value which file, profile or registry key it comes from (`--json` for programs). Changes are
noticed within ten seconds, those of permissions alone too; nothing has to be started anew.

Where several sources say something, the stronger one wins setting by setting: the program's
default, then what is proposed, then the person's file, then what is mandatory; of each kind what is
set for the machine comes before what is set for one person. Servers are not mixed: the strongest
source that has any gives them all.

## Linux: files

Files in `/etc/call-notifier/policy.d` whose names end with `.json`:

    {{
      "mandatory": {{"test": {{"interval": 600}},
                    "server": [{{"urls": "turn:turn.example.com", "label": "Head office"}}]}},
      "default": {{"notifications": {{"quiet-hours": "22:00-07:00"}}}}
    }}

They are read in the order of their names, and a later one wins key by key. No variable moves the
folder. A file counts only if root owns it and nobody else can write to it, and the same of the
folder. At most {MAX_FILES} files count, each of at most {MAX_BYTES // 1024} KiB.

`packaging/policies/policy.schema.json` is their JSON Schema (draft 2020-12): an editor that knows
it completes names and explains them, and what matches it is taken without a problem, but for an
address that stands there twice and two attributes of one name. `call-notifier config check-policy
FILE` says the same of one file wherever it lies and whoever owns it, with exit status 2 where
something in it can't be used.

## Windows: the registry

Policies stand below `HKEY_LOCAL_MACHINE\\{POLICIES}`, or, weaker, below
the same key of `HKEY_CURRENT_USER`; in the 64-bit view. Values below the key `{RECOMMENDED}` there
are proposed, the others mandatory. Only administrators can write to either.

* true or false is a `REG_DWORD` 1 or 0, a number a `REG_DWORD`; one with a fraction is a `REG_SZ`
  with a point (`0.1`).
* A text is a `REG_SZ`, or a `REG_EXPAND_SZ` with variables like `%ProgramData%`.
* A list is a `REG_MULTI_SZ`; an empty `REG_SZ` is a list without elements.
* Servers are keys `server\\1` to `server\\{MAX_SERVERS}`, each with its settings as values.
* Sentences of one language are a key like `texts\\de`.
* Names of files are whole: nothing is there that they could be relative to. The same holds for
  profiles.

Two things the registry can't say: that there are to be no servers at all, and a fraction in a field
of the templates that takes whole numbers.

`packaging/policies/call-notifier.admx` and `en-US/call-notifier.adml` are the templates for Group
Policy: copy them into `%SystemRoot%\\PolicyDefinitions` or the central store, or import them in
Intune. They have an entry for each setting and a second one, under *Proposed values*, for each that
a person may change; an entry of the scope *organisation* is one of the computer alone. Their texts
are English. Sentences of one language have no entry: their names are not known beforehand.

A policy file can also come with the installation: files in `policy.d` beside the program, where
only administrators write, count as on Linux, weaker than the machine's registry. The addresses that
the installer was given (`SERVERS`) are proposed, weaker than everything else.

## macOS: configuration profiles

The preference domain is `{DOMAIN}`. Its keys are the tables of the settings file, as
dictionaries; `server` is an array of dictionaries. What stands in the dictionary `{RECOMMENDED}` is
proposed, the rest is mandatory.

`packaging/policies/call-notifier.mobileconfig` is a template with every setting. As it is, it
changes nothing: it proposes what holds anyway, and what has no default stands in comments with an
example. Edit it, sign it, and distribute it by device management, or give the dictionary alone to a
tool that wants a property list for the domain (Jamf: Application & Custom Settings).

The system keeps what is managed in `/Library/Managed Preferences/{DOMAIN}.plist`, and what is
managed for one person in a folder of that person's name there. These files are read. Apple
documents the profile and not the files, but has kept them there for long. They count only if root
owns them and nobody else can write to them.

## Passwords and tokens

None stands in a policy; one that does is refused, and never repeated in a message. A policy names
a secret in `secret-file`, of a server or of `[fleet]`, and the secret lies in a file that only root
can read: [settings.md](settings.md#passwords-and-shared-secrets). The machine's policy has to name
it; what is set for one person alone gets none. Or a policy names an environment variable in
`password-env`, or neither: then each person stores the password in their own key ring.

## What was tried, and what was not

All of this is made from one table of definitions, and a test fails where a file differs from it.
Tests set every setting by each of the three ways (the templates' entries through a small imitation
of the Group Policy editor) and compare what is then in force. The templates were checked once
against a public copy of Microsoft's XML schema (PolicyDefinitions of July 2006, with `multiText`
added), which may not be kept here; tests check the rules that matter: texts and fields that are
referred to exist, names are unique, categories and versions resolve, types fit. Whoever has the
schema can check them again with `xmllint --noout --schema PolicyDefinitionFiles.xsd` (libxml2 wants
`[$]` for `\\$` in the schema's patterns). The registry itself, Group Policy, Intune, and profiles
on macOS have not been tried: no such system was at hand.

## Every setting

The path is that of a policy file, below `mandatory` or `default`, and of the property list, there
below the domain or `{RECOMMENDED}`. The registry's value stands below the policies' key or
`{RECOMMENDED}`. What each means, with an example: [settings.md](settings.md).

| path | type | scope | default | since | registry |
| --- | --- | --- | --- | --- | --- |
"""


def markdown() -> str:
    """Return the text of docs/policy.md."""
    return _HEAD + "".join(_rows())


def _rows() -> Iterator[str]:
    for section in (*SECTIONS, SERVER):
        for definition in section.definitions:
            yield _row(section, definition)


def _row(section: Section, definition: Definition) -> str:
    path, registry = f"{section.name}.{definition.key}", rf"{section.name}\{definition.key}"
    default = default_in_words(definition)
    if section is SERVER:
        path, registry = f"server[…].{definition.key}", rf"server\1\{definition.key}"
        default = "none" if default == "[]" else default
    elif section.name == TEXTS:
        default = "the built-in sentence"
    cells = (
        f"`{path}`",
        _type(definition),
        definition.scope,
        default if default in ("none", "the built-in sentence") else f"`{default}`",
        definition.since,
        f"`{registry}` {_registry_type(definition)}",
    )
    return f"| {' | '.join(cells)} |\n"


def _type(definition: Definition) -> str:
    form = definition.form
    match form.kind:
        case "switch":
            return "true or false"
        case "choice":
            return " or ".join(f"`{choice}`" for choice in form.choices)
        case "whole":
            return f"whole number, {form.minimum:g} to {form.maximum:.0f}"
        case "number":
            return f"number, {form.minimum:g} to {form.maximum:.10g}"
        case "lines" | "paths" | "turn-urls":
            return f"list of texts, at most {form.maximum:g}"
        case _:
            return "text"


def _registry_type(definition: Definition) -> str:
    match definition.form.kind:
        case "switch" | "whole":
            return "REG_DWORD"
        case "number":
            return "REG_DWORD or REG_SZ"
        case "lines" | "paths" | "turn-urls":
            return "REG_MULTI_SZ"
        case _:
            return "REG_SZ"
