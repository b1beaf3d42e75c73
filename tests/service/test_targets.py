"""From settings to addresses and credentials."""

from pathlib import Path

from notifier.service.targets import targets_of, without_secrets
from notifier.settings.model import ServerSetting, Settings
from tests.service.scripted import URL


async def test_targets_in_the_order_of_the_settings() -> None:
    targets = await targets_of(
        (
            ServerSetting(
                ("turns:b.example.org:443", "turn:a.example.org"), ca_file=Path("/etc/ca.pem")
            ),
            ServerSetting(
                ("turn:c.example.org",), label="Office", username="anna", password_env="SECRET"
            ),
        ),
        {"SECRET": "hush"},
    )
    assert [(t.url, t.provider) for t in targets] == [
        ("turns:b.example.org:443", "b.example.org"),
        ("turn:a.example.org", "a.example.org"),
        ("turn:c.example.org", "Office"),
    ]
    assert [t.ca_file for t in targets] == ["/etc/ca.pem", "/etc/ca.pem", None]
    assert [(t.username, t.password) for t in targets] == [(None, ""), (None, ""), ("anna", "hush")]
    assert [t.problem for t in targets] == [None, None, None]


async def test_a_secret_that_is_missing_is_that_servers_problem() -> None:
    missing, fine = await targets_of(
        (
            ServerSetting((URL,), username="anna", password_env="NOT_SET"),
            ServerSetting((URL,)),
        ),
        {},
    )
    assert missing.problem is not None
    assert "NOT_SET" in missing.problem
    assert fine.problem is None


async def test_passwords_that_expire() -> None:
    (target,) = await targets_of(
        (ServerSetting((URL,), username="anna", credential="turn-rest", password_env="SHARED"),),
        {"SHARED": "hush"},
    )
    assert target.username is not None
    expiry, name = target.username.split(":")
    assert int(expiry) > 1_700_000_000
    assert name == "anna"
    assert target.password not in ("", "hush")


async def test_no_servers_no_targets() -> None:
    assert await targets_of((), {}) == ()


def test_child_processes_inherit_no_secret() -> None:
    servers = (
        ServerSetting((URL,), username="anna", password_env="SECRET"),
        ServerSetting((URL,), username="ben", password_env="OTHER"),
        ServerSetting((URL,)),
    )
    settings = Settings(servers=servers[:1], fleet_token_env="TOKEN")
    plain = {"PATH": "/bin", "MINE": "kept"}
    environ = plain | {"SECRET": "hush", "OTHER": "hush", "TOKEN": "hush"}
    assert without_secrets(environ, settings, *servers[1:]) == plain
