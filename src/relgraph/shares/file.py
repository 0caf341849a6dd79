"""The file of shares: what each release has brought, out of which the graph of a store is made.

It stands beside the generations as `DIR/shares.db` (SQLite). A share is named by the digest of what it says, so that it
is written once and serves any generation; which shares a generation stands on is written before the generation becomes
current. Killed at any point, the file holds what it held or what it was to hold.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from relgraph.errors import StoreError
from relgraph.graph.violation import Violation
from relgraph.model import Extraction
from relgraph.shares.rows import Share, share_of
from relgraph.shares.tables import KEPT, MADE, filling, kept_names

NAME = "shares.db"
_VERSION = 2
_KNOWN = {1, _VERSION}
"""Versions of what is kept that this code reads: of the first, only what is made of it was laid out otherwise."""


class SharesDamaged(StoreError):
    """What is kept cannot be read, or is of another version of relgraph."""


@dataclass(frozen=True, slots=True)
class Source:
    """What has been made of a file: its release, the share of that, and what else was to be told, as JSON."""

    release: str
    share: int
    content: str


class Shares:
    """The shares of a store's folder; whoever changes them holds the folder's lock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        try:
            self.rows = sqlite3.connect(self.path, isolation_level=None)
            self.rows.execute("PRAGMA secure_delete = ON")  # what is retracted is not left in the file
            self._prepare()
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _prepare(self) -> None:
        (version,) = self.rows.execute("PRAGMA user_version").fetchone()
        if version == 0:
            with self.change():
                self._lay(KEPT + MADE)
                self.rows.execute("INSERT INTO filled VALUES (?)", (filling(),))
                self.rows.execute(f"PRAGMA user_version = {_VERSION}")
        elif version not in _KNOWN:
            raise SharesDamaged(
                self.path,
                f"is of another version of relgraph ({version}, not {_VERSION}); `relgraph build` makes it anew",
            )

    def _lay(self, tables: str) -> None:
        for statement in tables.split(";\n"):
            self.rows.execute(statement)

    @contextmanager
    def change(self) -> Iterator[None]:
        """All of what is written within, or nothing.

        Raises:
            StoreError: the file is damaged or cannot be written.
        """
        try:
            self.rows.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.rows.execute("ROLLBACK")
                raise
            self.rows.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def select(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Rows of a question, one after the other.

        Raises:
            StoreError: the file is damaged.
        """
        try:
            yield from self.rows.execute(question, values)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def add(self, share: Share) -> int:
        """Keep what a release has brought, within a change; its number, that of the share that is there already."""
        for (known,) in self.select("SELECT id FROM share WHERE digest = ?", share.digest):
            return int(known)
        cursor = self.rows.execute(
            "INSERT INTO share (digest, release, date, publisher, language, region, counts, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", share[:8],
        )  # fmt: skip
        number = int(cursor.lastrowid or 0)
        self._fill(number, share)
        return number

    def refill(self) -> None:
        """Make all that is made of shares anew, where another version of the code has made it."""
        if any(self.select("SELECT 1 FROM filled WHERE code = ?", filling())):
            return
        with self.change():
            for (table,) in [*self.select("SELECT name FROM sqlite_master WHERE type = 'table'")]:
                if table not in kept_names():
                    self.rows.execute(f'DROP TABLE "{table}"')
            self._lay(MADE)
            self.rows.execute("DELETE FROM derived")
            for (number,) in [*self.select("SELECT id FROM share")]:
                share = share_of(self.extraction(number))
                self.rows.execute("UPDATE share SET counts = ? WHERE id = ?", (share.counts, number))
                self._fill(number, share)
            self.rows.execute("UPDATE filled SET code = ?", (filling(),))

    def _fill(self, number: int, share: Share) -> None:
        many = self.rows.executemany
        many("INSERT OR IGNORE INTO description VALUES (?, ?, ?)", share.descriptions)
        many("INSERT INTO describes VALUES (?, ?)", [(one[0], number) for one in share.descriptions])
        many("INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?, ?, ?, ?)", share.ties)
        parts = [(tie, number, *rest) for tie, *rest in share.parts]
        many("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", parts)

    def extraction(self, share: int) -> Extraction:
        """What a release has brought, by the number of its share.

        Raises:
            StoreError: there is no such share, or it is damaged or of another version.
        """
        for (content,) in self.select("SELECT content FROM share WHERE id = ?", share):
            try:
                return Extraction.model_validate_json(zlib.decompress(content))
            except (zlib.error, ValueError) as error:
                why = " ".join(str(error).split())[:200]
                raise SharesDamaged(
                    self.path, f"holds a share of another version, or a damaged one ({why}); "
                    "`relgraph build` makes it anew",
                ) from error  # fmt: skip
        raise SharesDamaged(self.path, f"is damaged: it lacks share {share}; `relgraph build` makes it anew")

    def standing(self, generation: Path) -> dict[str, int] | None:
        """The shares that a generation stands on, by release and in its order; nothing where that is not known."""
        question = "SELECT release, id FROM share JOIN standing ON share = id WHERE generation = ? ORDER BY release"
        found = dict(self.select(question, generation.name))
        empty = not found and not any(self.select("SELECT 1 FROM standing WHERE generation = ?", generation.name))
        if empty and (generation.name,) not in self.select("SELECT generation FROM derived"):
            return None
        return found

    def known(self, generation: Path) -> dict[str, int]:
        """Like `standing`.

        Raises:
            StoreError: it is not known.
        """
        found = self.standing(generation)
        if found is None:
            raise untold(generation.parent)
        return found

    def name(self, standing: Mapping[str, int], shape: str) -> str:
        """The name of the generation that stands on these shares: a digest of what they say, and of the shape."""
        digests = dict(self.select("SELECT id, digest FROM share"))
        told = "".join(f"{release} {digests[standing[release]]}\n" for release in sorted(standing))
        return sha256(f"{shape}\n{told}".encode()).hexdigest()[:32]

    def stand(self, generation: str, standing: Iterable[int]) -> None:
        """Write down, within a change, on which shares a generation stands."""
        self.rows.execute("DELETE FROM standing WHERE generation = ?", (generation,))
        self.rows.executemany("INSERT INTO standing VALUES (?, ?)", ((generation, share) for share in standing))

    def derive(self, generation: str, shape: str, warnings: Sequence[Violation]) -> None:
        """Write down, within a change, whose the table of entities is, how it was made, and what is off."""
        told = json.dumps([astuple(one) for one in warnings], ensure_ascii=False)
        self.rows.execute("DELETE FROM derived")
        self.rows.execute("INSERT INTO derived VALUES (?, ?, ?)", (generation, shape, told))

    def derived(self, generation: str, shape: str) -> list[Violation] | None:
        """What is off in a generation, if the table of entities is that of it, made in this way; else nothing."""
        question = "SELECT warnings FROM derived WHERE generation = ? AND shape = ?"
        for (told,) in self.select(question, generation, shape):
            return [Violation(*one) for one in json.loads(told)]
        return None

    def counts(self, generation: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """What is counted in each share that a generation stands on, with its release: `rows.share_of` says what."""
        question = "SELECT release, counts FROM share JOIN standing ON share = id WHERE generation = ? ORDER BY release"
        return ((release, json.loads(counts)) for release, counts in self.select(question, generation))

    def counted(self, share: int) -> dict[str, Any]:
        """What is counted in one share."""
        ((counts,),) = self.select("SELECT counts FROM share WHERE id = ?", share)
        return dict(json.loads(counts))

    def totals(self, generation: str) -> dict[str, int]:
        """How many releases, relations and sentences a generation stands on."""
        counts = [one for _, one in self.counts(generation)]
        relations = sum(sum(one["types"].values()) for one in counts)
        return {"releases": len(counts), "relations": relations, "sentences": sum(one["sentences"] for one in counts)}

    def kinds(self) -> dict[str, int]:
        """How many entities of each type are described by releases, in the generation of the table of entities."""
        return dict(self.select("SELECT type, COUNT(*) FROM entity WHERE described GROUP BY type"))

    def source(self, digest: str) -> Source | None:
        """What has been made of a file whose content, and all that its reading depends on, has this digest."""
        question = "SELECT release, share, source.content FROM source JOIN share ON share = id WHERE source.digest = ?"
        return next((Source(*row) for row in self.select(question, digest)), None)

    def remember(self, digest: str, share: int, content: str) -> None:
        """Write down, within a change, what has been made of a file: its share, and what else was to be told."""
        self.rows.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", (digest, share, content))

    def forget(self, generation: str) -> None:
        """Keep what one generation stands on alone: what is retracted is gone from the file too."""
        with self.change():
            self.rows.execute("DELETE FROM standing WHERE generation <> ?", (generation,))
            gone = [*self.select("SELECT id FROM share WHERE id NOT IN (SELECT share FROM standing)")]
            self._drop(gone)

    def _drop(self, gone: list[tuple[int]]) -> None:
        for (share,) in gone:
            ties = [*self.select("SELECT DISTINCT tie FROM part WHERE share = ?", share)]
            told = [*self.select("SELECT description FROM describes WHERE share = ?", share)]
            self.rows.execute("DELETE FROM part WHERE share = ?", (share,))
            self.rows.execute("DELETE FROM describes WHERE share = ?", (share,))
            self.rows.executemany(
                "DELETE FROM tie WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM part WHERE tie = ?1)", ties
            )
            self.rows.executemany(
                "DELETE FROM description WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM describes WHERE description = ?1)",
                told,
            )
        self.rows.executemany("DELETE FROM source WHERE share = ?", gone)
        self.rows.executemany("DELETE FROM share WHERE id = ?", gone)

    def close(self) -> None:
        """Let go of the file."""
        self.rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _failed(self, error: sqlite3.Error) -> StoreError:
        if isinstance(error, sqlite3.OperationalError):
            return StoreError(self.path, f"cannot be read or written: {error}")
        return SharesDamaged(self.path, f"is damaged: {error}; `relgraph build` makes it anew")


def untold(folder: Path) -> StoreError:
    """What is wrong with a folder that does not tell its shares."""
    return StoreError(
        folder, "does not tell what each release has brought, as after a change by SPARQL Update or graph by graph; "
        "`relgraph build` makes it anew",
    )  # fmt: skip
