"""A folder's store loaded into a server: what has changed, graph by graph, each replaced in one request.

A request holds whole graphs of releases, as many as fit. What does not fit, as the default graph hardly ever does, is
put on a stage in batches, under properties that no question asks for, and takes its place in one request. Each request
writes the digests of its graphs, so that a load that was ended goes on where it stood, and the next one sends what has
changed since. Owns order and size of requests.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.store import ledger
from relgraph.store.embedded import EmbeddedStore, open_embedded
from relgraph.store.ledger import STAGE, Ledger
from relgraph.store.remote import RemoteStore
from relgraph.store.standing import DEFAULT, LOAD

QUADS, CHARACTERS = 1_000, 500_000
"""What one request holds at most, where it can be parted; Virtuoso 7.2 refuses some thousand triples at once."""
_STAGED = f"{LOAD}/"
"""What stands before a predicate on the stage."""

Progress = Callable[[str, int, int], None]


@dataclass
class Loaded:
    """What a load has done: graphs by what became of them, quads that were sent, and requests that it took."""

    loaded: int = 0
    unchanged: int = 0
    removed: int = 0
    default: bool = False
    quads: int = 0
    requests: int = 0

    @property
    def anything(self) -> bool:
        """Whether the server holds anything else than before."""
        return self.default or self.loaded + self.removed > 0


def load(
    folder: Path, store: RemoteStore, progress: Progress, *, shares: Mapping[str, str] | None = None,
    replace: bool = False,
) -> Loaded:  # fmt: skip
    """Make a server hold the releases of a folder's store and nothing else of ours.

    `shares` tells what each release has brought, by its IRI, so that the server can be changed release by release.

    Raises:
        StoreError: there is no store in the folder; the server cannot be reached or refuses; or its default graph holds
            what was not loaded by relgraph, and it is not to be replaced.
    """
    known = _prepared(store, replace=replace)
    with open_embedded(folder) as source:
        return _Loading(source, shares, store, known, progress).run()


def _prepared(store: RemoteStore, *, replace: bool) -> Ledger:
    """What the server remembers, once it is known where its default graph stands."""
    known = ledger.read_ledger(store)
    if known.stands is not None:
        return known
    store.update(ledger.placing("default"), again=True)
    merges = ledger.merges(store)
    if merges:
        store.update(f"DROP SILENT GRAPH <{LOAD}>", again=True)
        store.update(ledger.placing(ledger.STANDS), again=True)
    elif not replace and store.truth("ASK { ?s ?p ?o }", {}):
        store.update(f"DROP SILENT GRAPH <{LOAD}>", again=True)
        raise StoreError(
            store.location, "holds a default graph that relgraph has not loaded; --replace puts ours in its place"
        )
    store.forget()
    return Ledger(stands=merges)


@dataclass
class _Batch:
    """Graphs that go together in one request."""

    names: list[str] = field(default_factory=list)
    drops: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    moves: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    quads: int = 0
    characters: int = 0

    def fits(self, quads: int, characters: int) -> bool:
        return not self.names or (self.quads + quads <= QUADS and self.characters + characters <= CHARACTERS)

    def text(self) -> str:
        """An update that forgets the graphs, drops and fills them, and remembers them last."""
        steps = [ledger.forgetting(self.names), *self.drops]
        if self.data:
            steps.append(f"INSERT DATA {{ {' '.join(self.data)} }}")
        steps += self.moves
        if self.told:
            steps.append(ledger.in_ledger("\n".join(self.told)))
        return " ;\n".join(steps)


class _Loading:
    """One load on its way."""

    def __init__(
        self, source: EmbeddedStore, shares: Mapping[str, str] | None, store: RemoteStore, known: Ledger,
        progress: Progress,
    ) -> None:  # fmt: skip
        self._source, self._shares, self._store, self._known, self._progress = source, shares, store, known, progress
        self._batch = _Batch()
        self._done = Loaded()

    def run(self) -> Loaded:
        graphs = self._source.graphs()
        _, lines = next(graphs)
        default = _digest(chain(lines, () if self._shares is None else ("shares",)))
        ours = {DEFAULT}
        for quoted, lines in graphs:
            name = quoted[1:-1]
            ours.add(name)
            self._release(name, list(lines))
        for name in sorted(set(self._known.digests) - ours):
            self._add(name, [f"DROP SILENT GRAPH <{name}>"])
            self._done.removed += 1
        if self._known.digests.get(DEFAULT) != default:
            self._default(default)
        self._send()
        if self._done.requests:
            self._store.forget()
        return self._done

    def _release(self, name: str, lines: list[str]) -> None:
        share = None if self._shares is None else self._shares.get(name)
        digest = _digest([*lines, share or ""])
        if self._known.digests.get(name) == digest:
            self._done.unchanged += 1
            return
        self._progress("loading", self._done.loaded + self._done.unchanged, 0)
        told = ledger.remembering(name, digest, share)
        triples = [f"{line.removesuffix(f' <{name}> .')} ." for line in lines]
        if len(triples) <= QUADS:
            data = f"GRAPH <{name}> {{ {' '.join(triples)} }}"
            self._add(name, [f"DROP SILENT GRAPH <{name}>"], told, data=data, quads=len(triples))
        else:
            self._stage(digest, triples)
            self._add(name, [f"DROP SILENT GRAPH <{name}>"], told, moves=_moving(f"<{name}>"))
            self._send()  # there is one stage
        self._done.loaded += 1

    def _default(self, digest: str) -> None:
        _, lines = next(self._source.graphs())
        held = self._batch
        self._batch = _Batch()
        self._stage(digest, lines)
        self._batch = held
        told = ledger.remembering(DEFAULT, digest, None if self._shares is None else "")
        drop = f"DROP SILENT GRAPH <{DEFAULT}>" if self._known.stands else "DROP SILENT DEFAULT"
        self._add(DEFAULT, [drop], told, moves=_moving(f"<{DEFAULT}>" if self._known.stands else ""))
        self._done.default = True

    def _add(
        self, name: str, drops: list[str], told: str = "", *, data: str = "", moves: Iterable[str] = (), quads: int = 0
    ) -> None:
        size = len(data) + len(told)
        if not self._batch.fits(quads, size):
            self._send()
        batch = self._batch
        batch.names.append(name)
        batch.drops += drops
        batch.data += [data] if data else []
        batch.moves += moves
        batch.told += [told] if told else []
        batch.quads += quads
        batch.characters += size
        self._done.quads += quads

    def _send(self) -> None:
        if self._batch.names:
            self._update(self._batch.text())
            self._batch = _Batch()

    def _update(self, text: str) -> None:
        self._store.update(text, again=True)
        self._done.requests += 1

    def _stage(self, digest: str, triples: Iterable[str]) -> None:
        """Put triples on the stage, from where a load that was ended has left it."""
        there = self._known.batches if self._known.staged == digest else 0
        if not there:
            self._update(f"{ledger.forgetting([STAGE])} ; DROP SILENT GRAPH <{STAGE}>")
        for number, batch in enumerate(_batches(triples), 1):
            self._progress("staging", number, 0)
            if number > there:
                told = ledger.remembering(STAGE, digest, batches=number)
                data = f"INSERT DATA {{ GRAPH <{STAGE}> {{ {' '.join(map(_staged, batch))} }} }}"
                self._update(f"{ledger.forgetting([STAGE])} ;\n{data} ;\n{ledger.in_ledger(told)}")
                self._done.quads += len(batch)


def _batches(triples: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for triple in triples:
        batch.append(triple)
        size += len(triple)
        if len(batch) >= QUADS or size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _staged(triple: str) -> str:
    """A triple under a predicate of the stage's own."""
    subject, predicate, rest = triple.split(" ", 2)
    return f"{subject} <{_STAGED}{predicate[1:]} {rest}"


def _moving(graph: str) -> list[str]:
    """Updates that fill a graph, or the default one, from the stage."""
    triples = f"GRAPH {graph} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    return [
        f"INSERT {{ {triples} }} WHERE {{ GRAPH <{STAGE}> {{ ?s ?staged ?o }} "
        f"BIND(IRI(STRAFTER(STR(?staged), '{_STAGED}')) AS ?p) }}",
        ledger.forgetting([STAGE]),
        f"DROP SILENT GRAPH <{STAGE}>",
    ]


def _digest(lines: Iterable[str]) -> str:
    digest = sha256()
    for line in lines:
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()[:32]
