"""Adds to a store's chain what it holds now and the chain does not say yet, and what the chain says and it lost.

What stood before is what the chain's patches make. So a build that was killed before it was recorded, and a store that
somebody changed without a record, are made up for by the next entry. Owns what an entry says.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import NAMESPACE_URL, uuid5

from relgraph.difference.chain import Chain, Entry, alone, changes_folder, digest_of
from relgraph.difference.pairing import Change, differing
from relgraph.difference.records import Records
from relgraph.graph.ontology import is_ontology
from relgraph.shares.changes import Delta
from relgraph.shares.standing import Stood
from relgraph.store.embedded import EmbeddedStore, open_embedded
from relgraph.store.generations import current_generation
from relgraph.store.spool import Spool

_SIGNS = {Change.CAME: "A", Change.WENT: "D"}


def record(
    store: Path, stood: Stood | None = None, graph_sha256: str | None = None, spool: Spool | None = None
) -> Entry | None:
    """Bring the chain of a store up to what it holds, by an entry or, where it is there already, by nothing.

    Where it is known how the store came to `stood`, what has changed is taken from there, if the chain is where that
    began; then the graph is not read, and its digest is the one that is given, or none. `spool` has the data of the
    store, where somebody has put it in order already.

    Raises:
        StoreError: the store cannot be read, or the chain is damaged or cannot be written.
    """
    folder = changes_folder(store)
    with alone(folder), open_embedded(store) as opened, _kept() as rows, _kept() as told:
        held = Chain(folder)
        now = current_generation(store).name
        if held.at == now:
            return None
        draft = _Draft(rows)
        if stood is not None and stood.delta is not None and stood.before and held.at == stood.before.name:
            draft.take(stood.delta, held.last.graph_statements if held.last else 0)
        else:
            draft.compare(held.lines(), data_in_order(opened) if spool is None else _lines(spool))
            graph_sha256 = draft.graph.hexdigest()
        if not any(draft.counts.values()):
            held.stay(now)
            return None
        number, prev = len(held.entries) + 1, held.last.id if held.last else None
        records = Records(opened, number)
        told.writelines(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records.of(draft.rows()))
        name = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{prev} {draft.digest.hexdigest()}')}"
        entry = Entry(
            number=number,
            id=name,
            prev=prev,
            patch=f"{number:06}.rdfp.gz",
            patch_sha256=digest_of(_patch(name, prev, draft)),
            records=f"{number:06}.jsonl.gz",
            records_sha256=digest_of(_again(told)),
            graph_sha256=graph_sha256,
            graph_statements=draft.statements,
            statements=tally(draft.counts),
            releases=tally(records.releases),
            relations=tally(records.relations),
        )
        held.add(entry, _patch(name, prev, draft), _again(told))
        held.stay(now)
        return entry


def data_in_order(store: EmbeddedStore) -> Iterator[str]:
    """Lines of N-Quads of a store, in order, without those of the ontology."""
    return (line for line in store.dump() if not is_ontology(line))


def _lines(spool: Spool) -> Iterator[str]:
    for quads in spool.quads():
        yield from quads.decode().removesuffix("\n").split("\n")  # other separators may stand within a text


def tally(counts: Counter[Change]) -> dict[str, int]:
    """How many came, went, changed."""
    return {change.value: counts[change] for change in Change}


class _Draft:
    """What differs, row by row in a file, and what is counted on the way."""

    def __init__(self, kept: IO[str]) -> None:
        self._kept = kept
        self.digest, self.graph = sha256(), sha256()
        self.statements = 0
        self.counts: Counter[Change] = Counter()

    def take(self, delta: Delta, statements: int) -> None:
        """Take what has changed in a graph of so many statements."""
        went = ((line, Change.WENT) for line in delta.removed)
        for line, change in sorted(chain(went, ((line, Change.CAME) for line in delta.added))):
            self._row(change, line)
        self.statements = statements + len(delta.added) - len(delta.removed)

    def compare(self, old: Iterable[str], new: Iterable[str]) -> None:
        for change, line in differing(old, self._seen(new)):
            self._row(change, line)

    def _row(self, change: Change, line: str) -> None:
        row = f"{_SIGNS[change]} {line}\n"
        self.counts[change] += 1
        self.digest.update(row.encode())
        self._kept.write(row)

    def rows(self) -> Iterator[str]:
        return _again(self._kept)

    def _seen(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self.statements += 1
            self.graph.update(f"{line}\n".encode())
            yield line


def _patch(name: str, prev: str | None, draft: _Draft) -> Iterator[str]:
    yield f"H id <{name}> .\n"
    if prev is not None:
        yield f"H prev <{prev}> .\n"
    yield "TX .\n"
    yield from draft.rows()
    yield "TC .\n"


@contextmanager
def _kept() -> Iterator[IO[str]]:
    # Only a line feed ends a line: a text may hold other separators
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as file:
        yield file


def _again(file: IO[str]) -> Iterator[str]:
    file.seek(0)
    yield from file
