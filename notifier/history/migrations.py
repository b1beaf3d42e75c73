"""The shape of the history file, step by step.

Step N brings a file of version N - 1 to version N; SQLite keeps the number in ``user_version``.
A step that has been released is never edited: a change is a new step at the end. A new file runs
all of them, so that old and new files cannot differ.

What the tables are for:

``runs``
    One narrow row a run: what lists and charts need. Kept apart from the records, so that going
    through a million of them reads no JSON.
``run_records``
    The whole verdict and the whole measurement of each run, as JSON; and what a model said of it,
    where one did, before any correction.
``notifications``
    One row a decision: shown or kept quiet, why, and how it reached the person. It outlives its
    run where it is what the person was last told (see ``History.prune``).
``call_results``
    One row a call that had a forecast: what that was, and what the call got; what is learnt from.
``calls``
    One narrow row a call that is over, as ``runs`` has them.
``call_records``
    The whole record of each of those, as JSON.
``open_calls``
    Each call that goes on, as of a few seconds ago; what is in it is its writer's own.
``feed_clients``
    How far each client's messages are kept, so that none counts twice after a restart.
``profiles``
    What is usual on each network, as JSON that whoever makes it reads again.
``run_counts``
    How many runs there are of each network and of each server (by its label), kept by triggers:
    counting a million rows takes longer than a window has for opening.
``deletions``
    What a person deleted and is not removed yet: one row however many runs it is of. What it
    names is hidden; see :mod:`notifier.history.deletion`.

All times are milliseconds since 1970-01-01 UTC.
"""

import sqlite3
from collections.abc import Sequence

__all__ = ["STEPS", "Step", "migrate"]

Step = Sequence[str]
"""SQL statements, one each; together they lift the file by one version."""

_VERSION_1: Step = (
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        timestamp REAL NOT NULL,
        mode TEXT NOT NULL,
        origin TEXT NOT NULL,
        "trigger" TEXT NOT NULL,
        demonstration INTEGER NOT NULL,
        network_id TEXT NOT NULL,
        network_type TEXT NOT NULL,
        isp TEXT,
        connectivity_code INTEGER NOT NULL,
        status_code INTEGER NOT NULL,
        summary_code INTEGER NOT NULL,
        notification_code INTEGER NOT NULL,
        color TEXT NOT NULL,
        notification TEXT NOT NULL,
        confidence REAL NOT NULL,
        provider TEXT,
        rtt_ms REAL,
        jitter_ms REAL,
        loss_fraction REAL,
        loop_kbps REAL,
        loop_at_least INTEGER NOT NULL,
        loaded_rtt_ms REAL
    )
    """,
    # An index entry ends with the row's id, so these also serve "then by id".
    "CREATE INDEX runs_by_time ON runs (timestamp)",
    "CREATE INDEX runs_by_network ON runs (network_id, timestamp)",
    """
    CREATE TABLE run_records (
        run_id INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
        verdict TEXT NOT NULL,
        measurement TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE notifications (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
        timestamp REAL NOT NULL,
        network_id TEXT NOT NULL,
        code INTEGER NOT NULL,
        shown INTEGER NOT NULL,
        reason TEXT NOT NULL,
        delivered_by TEXT
    )
    """,
    "CREATE INDEX notifications_by_run ON notifications (run_id)",
    "CREATE INDEX notifications_by_time ON notifications (timestamp)",
    """
    CREATE INDEX notifications_told ON notifications (network_id)
    WHERE shown = 1 AND delivered_by IS NOT 'none'
    """,
)

_VERSION_2: Step = (
    "ALTER TABLE run_records ADD COLUMN prediction TEXT",
    """
    CREATE TABLE call_results (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        call_id TEXT NOT NULL UNIQUE,
        timestamp REAL NOT NULL,
        duration_ms REAL NOT NULL,
        network_id TEXT NOT NULL,
        run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,
        forecast_code INTEGER,
        confidence REAL,
        odds TEXT,
        model TEXT,
        figures TEXT NOT NULL,
        code INTEGER NOT NULL
    )
    """,
    "CREATE INDEX call_results_by_time ON call_results (timestamp)",
    "CREATE INDEX call_results_by_network ON call_results (network_id, timestamp)",
    # Else the deletion of each run would search all calls for those that refer to it.
    "CREATE INDEX call_results_by_run ON call_results (run_id)",
    """
    CREATE TABLE profiles (
        network_id TEXT NOT NULL PRIMARY KEY,
        made_at REAL NOT NULL,
        profile TEXT NOT NULL
    )
    """,
    "CREATE INDEX profiles_by_time ON profiles (made_at)",
)

_VERSION_3: Step = (
    """
    CREATE TABLE calls (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        call_id TEXT NOT NULL UNIQUE,
        began REAL NOT NULL,
        ended REAL NOT NULL,
        duration_ms REAL NOT NULL,
        application TEXT NOT NULL,
        network_id TEXT,
        outcome TEXT NOT NULL,
        summary_code INTEGER,
        color TEXT,
        forecast_code INTEGER,
        forecast_color TEXT,
        forecast_right INTEGER,
        rating INTEGER
    )
    """,
    "CREATE INDEX calls_by_time ON calls (began)",
    "CREATE INDEX calls_by_network ON calls (network_id, began)",
    """
    CREATE TABLE call_records (
        call INTEGER PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
        record TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE open_calls (
        call_id TEXT NOT NULL PRIMARY KEY,
        state BLOB NOT NULL,
        at REAL NOT NULL
    )
    """,
    """
    CREATE TABLE feed_clients (
        client_id TEXT NOT NULL PRIMARY KEY,
        seq INTEGER NOT NULL,
        at REAL NOT NULL
    )
    """,
    "CREATE INDEX feed_clients_by_time ON feed_clients (at)",
)


def _counting(when: str, row: str, change: str) -> Sequence[str]:
    """Triggers that count runs."""
    return [
        f"""
        CREATE TRIGGER runs_{when}_{kind} AFTER {when} ON runs WHEN {row}.{column} IS NOT NULL
        BEGIN {change.format(kind=kind, name=f"{row}.{column}")}; END
        """
        for kind, column in (("network", "network_id"), ("server", "provider"))
    ]


_VERSION_4: Step = (
    # All that is asked of many runs at once stands in the index by time, in the order of lists:
    # whoever counts them or looks for a colour reads nothing else.
    "DROP INDEX runs_by_time",
    """
    CREATE INDEX runs_by_time ON runs (
        timestamp, id, color, connectivity_code, summary_code, demonstration, network_id, provider
    )
    """,
    "CREATE INDEX runs_by_color ON runs (color, timestamp, id, network_id, provider)",
    # The same for those of one network or one server in one colour.
    "DROP INDEX runs_by_network",
    "CREATE INDEX runs_by_network ON runs (network_id, timestamp, id, color, provider)",
    """
    CREATE INDEX runs_by_server ON runs (provider, timestamp, id, color, network_id)
    WHERE provider IS NOT NULL
    """,
    """
    CREATE TABLE run_counts (
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        runs INTEGER NOT NULL,
        PRIMARY KEY (kind, name)
    )
    """,
    """
    INSERT INTO run_counts
    SELECT 'network', network_id, count(*) FROM runs GROUP BY network_id
    """,
    """
    INSERT INTO run_counts
    SELECT 'server', provider, count(*) FROM runs WHERE provider IS NOT NULL GROUP BY provider
    """,
    *_counting(
        "insert",
        "new",
        "INSERT INTO run_counts VALUES ('{kind}', {name}, 1)"
        " ON CONFLICT (kind, name) DO UPDATE SET runs = runs + 1",
    ),
    *_counting(
        "delete",
        "old",
        "UPDATE run_counts SET runs = runs - 1 WHERE kind = '{kind}' AND name = {name};"
        " DELETE FROM run_counts WHERE kind = '{kind}' AND name = {name} AND runs < 1",
    ),
    """
    CREATE TABLE deletions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        filter TEXT NOT NULL,
        last_run INTEGER NOT NULL,
        last_call INTEGER NOT NULL,
        last_result INTEGER NOT NULL,
        reached REAL NOT NULL
    )
    """,
)

_VERSION_5: Step = (
    "ALTER TABLE runs ADD COLUMN refused INTEGER NOT NULL DEFAULT 0",
    # Those of before say so in their records alone: the same as of `Verdict.refused`.
    """
    UPDATE runs SET refused = 1 WHERE color = 'red' AND connectivity_code = 1 AND (
        SELECT CASE WHEN typeof(verdict) = 'text' AND json_valid(verdict) THEN
            EXISTS (
                SELECT 1 FROM json_each(verdict, '$.causes')
                WHERE value IN ('bad-credentials', 'quota')
            ) AND NOT EXISTS (
                SELECT 1 FROM json_each(verdict, '$.causes')
                WHERE value NOT IN ('bad-credentials', 'quota', 'vpn', 'no-media-device')
            )
        END
        FROM run_records WHERE run_id = runs.id
    )
    """,
    # Charts leave them out, still by the index alone.
    "DROP INDEX runs_by_time",
    """
    CREATE INDEX runs_by_time ON runs (
        timestamp, id, color, connectivity_code, summary_code, demonstration, network_id, provider,
        refused
    )
    """,
)

STEPS: tuple[Step, ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Run the steps that the file has not seen, inside the caller's transaction.

    Foreign keys have to be off (a step may rebuild a table); they are checked at the end.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in steps[version:]:
        for statement in step:
            connection.execute(statement)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise sqlite3.IntegrityError(f"a migration broke a reference: {tuple(broken)}")
    # A PRAGMA takes no parameters; the number is ours.
    connection.execute(f"PRAGMA user_version = {len(steps):d}")
