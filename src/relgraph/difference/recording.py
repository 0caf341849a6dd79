"""Adds to a store's chain what it holds now and the chain does not say yet, and what the chain says and it lost.

What stood before is what the chain's patches make. So a build that was killed before it was recorded, and a store that
somebody changed without a record, are made up for by the next entry. Owns what an entry says.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import NAMESPACE_URL, uuid5

from relgraph.difference.chain import Chain, Entry, alone, changes_folder, digest_of
from relgraph.difference.pairing import Change, differing
from relgraph.difference.records import Records
from relgraph.graph.ontology import is_ontology
from relgraph.store.embedded import EmbeddedStore, open_embedded

_SIGNS = {Change.CAME: "A", Change.WENT: "D"}


def record(store: Path, nquads: Iterable[str] | None = None) -> Entry | None:
    """Bring the chain of a store up to what it holds, by an entry or, where it is there already, by nothing.

    `nquads` are its data in order, where they are at hand; else they are read.

    Raises:
        StoreError: the store cannot be read, or the chain is damaged or cannot be written.
    """
    folder = changes_folder(store)
    with alone(folder), open_embedded(store) as opened, _kept() as rows, _kept() as told:
        chain = Chain(folder)
        draft = _Draft(rows)
        draft.compare(chain.lines(), data_in_order(opened) if nquads is None else nquads)
        if not any(draft.counts.values()):
            return None
        number, prev = len(chain.entries) + 1, chain.last.id if chain.last else None
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
            graph_sha256=draft.graph.hexdigest(),
            graph_statements=draft.statements,
            statements=tally(draft.counts),
            releases=tally(records.releases),
            relations=tally(records.relations),
        )
        chain.add(entry, _patch(name, prev, draft), _again(told))
        return entry


def data_in_order(store: EmbeddedStore) -> Iterator[str]:
    """Lines of N-Quads of a store, in order, without those of the ontology."""
    return (line for line in store.dump() if not is_ontology(line))


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

    def compare(self, old: Iterable[str], new: Iterable[str]) -> None:
        for change, line in differing(old, self._seen(new)):
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
