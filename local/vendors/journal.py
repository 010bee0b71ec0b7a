"""What the vendors remember over a restart: JSON records in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

Record = dict[str, Any]


class Journal:
    """Records of a few kinds, in the order in which each was first written.

    `version` grows with every change, so that a page can ask cheaply whether there is anything new.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.version = 0
        # One loop thread uses it, but the thread that starts the vendors opens it.
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS records (number INTEGER PRIMARY KEY AUTOINCREMENT,"
            " kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, id))"
        )

    def load(self, kind: str) -> list[Record]:
        """Return all records of a kind, first written first."""
        rows = self._database.execute("SELECT value FROM records WHERE kind = ? ORDER BY number", (kind,))
        return [json.loads(value) for (value,) in rows]

    def put(self, kind: str, key: str, value: Record) -> None:
        """Write a record, or write it anew in its old place."""
        self._database.execute(
            "INSERT INTO records (kind, id, value) VALUES (?, ?, ?)"
            " ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value",
            (kind, key, json.dumps(value)),
        )
        self.version += 1

    def drop(self, kind: str, key: str) -> None:
        self._database.execute("DELETE FROM records WHERE kind = ? AND id = ?", (kind, key))
        self.version += 1

    def close(self) -> None:
        self._database.close()
