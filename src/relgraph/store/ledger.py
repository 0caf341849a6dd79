"""What a server remembers of what was loaded: a digest of each graph, what each release has brought, and a stage.

It stands in one named graph, under properties of its own, so that no question on our things meets it. Owns what is
written there and how it is read; `relgraph.store.loading` decides when.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from relgraph.errors import StoreError
from relgraph.store.standing import DEFAULT, LOAD
from relgraph.store.terms import Literal, Table

STAGE = f"{LOAD}/stage"
"""Name of the graph in which what does not fit one request waits."""
_DIGEST, _SHARE, _PLACE, _BATCHES = (f"{LOAD}#{name}" for name in ("digest", "share", "place", "batches"))
STANDS = "named"
"""What is written where a named graph stands for the default one."""
_ALL = f"SELECT ?of ?is ?what {{ GRAPH <{LOAD}> {{ ?of ?is ?what FILTER(?is != <{_SHARE}>) }} }}"
_SHARES = f"SELECT ?share {{ GRAPH <{LOAD}> {{ ?of <{_SHARE}> ?share }} }}"
HELD = f"ASK {{ GRAPH <{LOAD}> {{ ?of ?is ?what }} }}"
"""Whether anything is remembered."""
_PLACED = f"ASK {{ GRAPH <{LOAD}> {{ <{DEFAULT}> <{_PLACE}> '{STANDS}' }} }}"
_NAMED = f"SELECT ?of {{ GRAPH <{LOAD}> {{ ?of <{_DIGEST}> ?digest FILTER(?of NOT IN (<{DEFAULT}>, <{STAGE}>)) }} }}"
_LOADED = f"GRAPH <{LOAD}> {{ ?g <{_DIGEST}> ?digest FILTER(?g != <{STAGE}>) }}"
EVERYTHING = f"SELECT ?s ?p ?o ?g {{ {_LOADED} GRAPH ?g {{ ?s ?p ?o }} }}"
"""A question for all that was loaded; the default graph's own triples come only where a named graph stands for it."""


class Server(Protocol):
    """A server that is asked as it is; `relgraph.store.remote.RemoteStore` is one."""

    location: str

    def plainly(self, sparql: str) -> Table:
        """Answer a SELECT."""

    def truth(self, sparql: str, parameters: Mapping[str, Sequence[str]]) -> bool:
        """Answer an ASK with parameters of the protocol."""


@dataclass(frozen=True)
class Ledger:
    """What is there: digests by name of graph, `DEFAULT` for the default one; how much of what waits on the stage."""

    digests: Mapping[str, str] = field(default_factory=dict)
    stands: bool | None = None
    staged: str = ""
    batches: int = 0


def read_ledger(store: Server) -> Ledger:
    """Give what a server remembers; nothing where nothing was ever loaded.

    Raises:
        StoreError: the server does not answer, or says what no load writes.
    """
    digests: dict[str, str] = {}
    place, batches = "", "0"
    for of, what, value in store.plainly(_ALL).rows:
        match str(what):
            case kind if kind == _DIGEST:
                digests[str(of)] = str(value)
            case kind if kind == _PLACE:
                place = str(value)
            case kind if kind == _BATCHES:
                batches = str(value)
            case other:
                raise StoreError(store.location, f"remembers something unknown of a load: {other}; load with --replace")
    staged = digests.pop(STAGE, "")
    return Ledger(digests, place == STANDS if place else None, staged, int(batches) if batches.isdigit() else 0)


def read_shares(store: Server) -> list[str]:
    """What each release has brought.

    Raises:
        StoreError: there is nothing that could be changed.
    """
    shares = sorted(str(share) for (share,) in store.plainly(_SHARES).rows)
    if not shares:
        raise StoreError(
            store.location, "does not tell what each release has brought; `relgraph load` loads a build that does"
        )
    return [share for share in shares if share]


def stands(store: Server) -> bool:
    """Whether a named graph stands for the default one."""
    return store.truth(_PLACED, {})


def named(store: Server) -> Sequence[str]:
    """Names of the graphs that were loaded, without the default one."""
    return sorted(str(name) for (name,) in store.plainly(_NAMED).rows)


def merges(store: Server) -> bool:
    """Whether the server answers from all graphs where none is named; the ledger must hold something."""
    return store.truth(f"ASK {{ <{DEFAULT}> <{_PLACE}> ?place }}", {})


def placing(place: str) -> str:
    """An update that says where the default graph stands."""
    return forgetting([DEFAULT]) + f" ; INSERT DATA {{ GRAPH <{LOAD}> {{ <{DEFAULT}> <{_PLACE}> '{place}' }} }}"


def forgetting(names: Iterable[str]) -> str:
    """An update that takes all that is remembered of some graphs, but where the default one stands."""
    values = " ".join(f"<{name}>" for name in names)
    return (
        f"DELETE {{ GRAPH <{LOAD}> {{ ?of ?is ?what }} }} WHERE {{ VALUES ?of {{ {values} }} "
        f"GRAPH <{LOAD}> {{ ?of ?is ?what }} FILTER(?is != <{_PLACE}>) }}"
    )


def remembering(name: str, digest: str, share: str | None = None, batches: int | None = None) -> str:
    """Triples that remember a graph; the share of the default one is empty, and says that shares are kept."""
    told = [f"<{_DIGEST}> {Literal(digest).n3()}"]
    if share is not None:
        told.append(f"<{_SHARE}> {Literal(share).n3()}")
    if batches is not None:
        told.append(f"<{_BATCHES}> '{batches}'")
    return f"<{name}> {' ; '.join(told)} ."


def in_ledger(triples: str) -> str:
    """An update that writes such triples."""
    return f"INSERT DATA {{ GRAPH <{LOAD}> {{ {triples} }} }}"
